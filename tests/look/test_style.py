"""Controls can be seen, found by their outline, and show where the next key goes."""

from collections.abc import Callable
from typing import cast

import pytest
from PyQt6.QtCore import QRect, Qt
from PyQt6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PyQt6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QProxyStyle,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSlider,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionTab,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bpviz.look.palette import apply_theme, palette_for
from bpviz.look.style.absolute import AbsoluteStyle
from bpviz.look.style.quiet import QuietStyle
from bpviz.look.theme import DARK, LIGHT, Theme

State = QStyle.StateFlag
Primitive = QStyle.PrimitiveElement

WIDTH, HEIGHT = 60, 24
IDLE = State.State_Enabled
FOCUSED = IDLE | State.State_HasFocus | State.State_KeyboardFocusChange

both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)


@pytest.fixture
def style(app: QApplication) -> QuietStyle:
    return QuietStyle()


def picture(
    theme: Theme, draw: Callable[[QStyleOption, QPainter], None], option: QStyleOption
) -> QImage:
    """What `draw` draws on the theme's window."""
    option.rect = QRect(0, 0, WIDTH, HEIGHT)
    option.palette = palette_for(theme)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.window))
    painter = QPainter(image)
    draw(option, painter)
    painter.end()
    return image


def primitive(
    style: QuietStyle,
    theme: Theme,
    element: QStyle.PrimitiveElement,
    state: QStyle.StateFlag,
    option: QStyleOption | None = None,
) -> QImage:
    option = option or QStyleOption()
    option.state = state
    return picture(theme, lambda o, p: style.drawPrimitive(element, o, p), option)


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def has_nearly(image: QImage, colour: str) -> bool:
    """Whether some pixel is of this colour, give or take smoothed edges."""
    wanted = QColor(colour).getRgb()
    return any(
        max(abs(a - b) for a, b in zip(QColor(c).getRgb(), wanted, strict=True)) < 24
        for c in colours(image)
    )


def left_edge(image: QImage) -> str:
    return image.pixelColor(0, HEIGHT // 2).name()


def middle(image: QImage) -> str:
    return image.pixelColor(WIDTH // 2, HEIGHT // 2).name()


@both_themes
def test_fields_have_an_outline_and_a_ring(style: QuietStyle, theme: Theme) -> None:
    def edge(state: QStyle.StateFlag) -> str:
        frame = Primitive.PE_FrameLineEdit
        return left_edge(primitive(style, theme, frame, state))

    assert edge(IDLE) == theme.border
    assert edge(FOCUSED) == theme.accent


@both_themes
def test_push_buttons_answer_the_pointer(style: QuietStyle, theme: Theme) -> None:
    def button(state: QStyle.StateFlag) -> QImage:
        panel = Primitive.PE_PanelButtonCommand
        return primitive(style, theme, panel, state, QStyleOptionButton())

    assert middle(button(IDLE)) == theme.button
    assert middle(button(IDLE | State.State_MouseOver)) == theme.hover
    assert middle(button(IDLE | State.State_Sunken)) == theme.pressed
    assert left_edge(button(IDLE)) == theme.border
    assert left_edge(button(IDLE | State.State_HasFocus)) == theme.accent


def test_the_default_button_stands_out(style: QuietStyle) -> None:
    option = QStyleOptionButton()
    option.features = QStyleOptionButton.ButtonFeature.DefaultButton
    panel = primitive(style, LIGHT, Primitive.PE_PanelButtonCommand, IDLE, option)
    assert left_edge(panel) == LIGHT.accent


@both_themes
def test_tool_buttons_are_flat_until_used(style: QuietStyle, theme: Theme) -> None:
    def panel(state: QStyle.StateFlag) -> QImage:
        return primitive(style, theme, Primitive.PE_PanelButtonTool, IDLE | state)

    flat = State.State_AutoRaise
    assert colours(panel(flat)) == {theme.window}
    assert middle(panel(flat | State.State_MouseOver)) == theme.hover
    assert middle(panel(flat | State.State_On)) == theme.selection
    assert left_edge(panel(State.State_None)) == theme.border


@both_themes
@pytest.mark.parametrize(
    "element", [Primitive.PE_IndicatorCheckBox, Primitive.PE_IndicatorRadioButton]
)
def test_what_is_ticked_is_told_from_what_is_not(
    style: QuietStyle, theme: Theme, element: QStyle.PrimitiveElement
) -> None:
    off, on = (
        primitive(style, theme, element, IDLE | state)
        for state in (State.State_Off, State.State_On)
    )
    assert has_nearly(off, theme.muted_text)
    assert not has_nearly(off, theme.accent)
    assert has_nearly(on, theme.accent)
    assert has_nearly(on, theme.on_accent)


def test_what_is_partly_ticked_is_neither(style: QuietStyle) -> None:
    box = Primitive.PE_IndicatorCheckBox
    off, part, on = (
        primitive(style, LIGHT, box, IDLE | state)
        for state in (State.State_Off, State.State_NoChange, State.State_On)
    )
    assert part not in (off, on)
    assert LIGHT.accent in colours(part)


def test_the_tab_that_is_shown_is_underlined_towards_its_page(
    style: QuietStyle,
) -> None:
    option = QStyleOptionTab()
    shape = QStyle.ControlElement.CE_TabBarTabShape

    def tab(state: QStyle.StateFlag) -> QImage:
        option.state = state
        return picture(LIGHT, lambda o, p: style.drawControl(shape, o, p), option)

    assert colours(tab(IDLE)) == {LIGHT.window}
    shown = tab(IDLE | State.State_Selected)
    assert shown.pixelColor(WIDTH // 2, HEIGHT - 1).name() == LIGHT.accent
    assert shown.pixelColor(WIDTH // 2, 2).name() == LIGHT.window


@pytest.fixture
def controls(app: QApplication, qtbot: QtBot) -> QWidget:
    """One of every control, on a window."""
    apply_theme(app, DARK)
    window = QWidget()
    row = QHBoxLayout(window)
    tabs = QTabWidget()
    tabs.addTab(QTableWidget(3, 3), "Table")
    tabs.addTab(QWidget(), "Other")
    tool = QToolButton()
    tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    combo = QComboBox()
    combo.addItem("sigmoid")
    progress = QProgressBar()
    progress.setValue(40)
    for control in (
        QPushButton("Run"),
        QCheckBox("Shuffle"),
        QRadioButton("float64"),
        QLineEdit("text"),
        QDoubleSpinBox(),
        QSlider(Qt.Orientation.Horizontal),
        QSlider(Qt.Orientation.Vertical),
        QScrollBar(Qt.Orientation.Horizontal),
        QScrollBar(Qt.Orientation.Vertical),
        QGroupBox("Group"),
        combo,
        progress,
        tabs,
        tool,
    ):
        row.addWidget(control)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return window


@pytest.mark.parametrize(
    "kind",
    [
        QPushButton,
        QCheckBox,
        QRadioButton,
        QLineEdit,
        QDoubleSpinBox,
        QSlider,
        QComboBox,
        QToolButton,
    ],
)
def test_every_control_shows_that_it_has_the_focus(
    controls: QWidget, kind: type[QWidget], qtbot: QtBot
) -> None:
    control = controls.findChild(kind)
    assert control is not None
    qtbot.waitUntil(controls.isActiveWindow)
    controls.setFocus()
    without = control.grab().toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    assert control.hasFocus()
    picture = control.grab().toImage()
    assert has_nearly(picture, DARK.accent)
    assert picture != without


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
def test_a_slider_is_filled_up_to_its_value(
    app: QApplication, qtbot: QtBot, orientation: Qt.Orientation
) -> None:
    apply_theme(app, DARK)
    slider = QSlider(orientation)
    qtbot.addWidget(slider)
    slider.resize(*(120, 20) if orientation is Qt.Orientation.Horizontal else (20, 120))

    def filled() -> int:
        image = slider.grab().toImage()
        return sum(
            image.pixelColor(x, y).name() == DARK.accent
            for x in range(image.width())
            for y in range(image.height())
        )

    amounts = []
    for value in (10, 50, 90):
        slider.setValue(value)
        amounts.append(filled())
    assert 0 < amounts[0] < amounts[1] < amounts[2]


def test_a_spin_box_dims_the_arrow_that_leads_nowhere(controls: QWidget) -> None:
    box = controls.findChild(QDoubleSpinBox)
    assert box is not None

    lower_right = box.rect().adjusted(box.width() - 16, box.height() // 2, -3, -3)
    box.setValue(box.minimum())
    assert not has_nearly(box.grab(lower_right).toImage(), DARK.muted_text)
    box.setValue(box.maximum())
    assert has_nearly(box.grab(lower_right).toImage(), DARK.muted_text)


def test_everything_is_drawn_in_both_themes_without_a_word_from_qt(
    controls: QWidget, app: QApplication, qtbot: QtBot
) -> None:
    dark = controls.grab().toImage()
    controls.setEnabled(False)
    disabled = controls.grab().toImage()
    controls.setEnabled(True)
    apply_theme(app, LIGHT)
    # Qt tells the widgets when it comes to its event loop.
    qtbot.waitUntil(lambda: controls.palette() == app.palette())
    light = controls.grab().toImage()
    assert dark != light
    assert dark != disabled
    assert LIGHT.window in colours(light)
    assert DARK.window not in colours(light)


EVERY_BUTTON = [
    button
    for button in QDialogButtonBox.StandardButton
    if button is not QDialogButtonBox.StandardButton.NoButton
]


class WithIcons(QuietStyle):
    """Our style where the desktop wants icons on buttons, as KDE's does."""

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, returnData)


@pytest.mark.parametrize("kind", [QuietStyle, WithIcons])
def test_the_buttons_of_dialogs_have_no_icons(
    app: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[QuietStyle],
) -> None:
    # As where every button has one; Qt itself has few without a desktop.
    square = QPixmap(8, 8)
    square.fill(QColor("red"))
    monkeypatch.setattr(QProxyStyle, "standardIcon", lambda *_: QIcon(square))
    app.setStyle(kind())
    box, message = QDialogButtonBox(), QMessageBox()
    for dialog in (box, message):
        qtbot.addWidget(dialog)
    for button in EVERY_BUTTON:
        added = box.addButton(button)
        assert added is not None
        assert added.text()
        assert added.icon().isNull(), button
        asked = message.addButton(QMessageBox.StandardButton(button.value))
        assert asked is not None
        assert asked.icon().isNull(), button


def test_other_icons_of_qt_are_there(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, LIGHT)
    style, message = app.style(), QMessageBox()
    qtbot.addWidget(message)
    assert isinstance(style, QuietStyle)
    for icon in (
        QStyle.StandardPixmap.SP_MessageBoxCritical,
        QStyle.StandardPixmap.SP_DirIcon,
        QStyle.StandardPixmap.SP_FileDialogNewFolder,
        QStyle.StandardPixmap.SP_LineEditClearButton,
        QStyle.StandardPixmap.SP_ToolBarHorizontalExtensionButton,
    ):
        assert not style.standardIcon(icon).isNull(), icon
    for kind in (QMessageBox.Icon.Warning, QMessageBox.Icon.Question):
        message.setIcon(kind)
        assert not message.iconPixmap().isNull(), kind


def test_a_slider_takes_a_step_where_a_click_means_no_place(style: QuietStyle) -> None:
    hint = QStyle.StyleHint.SH_Slider_AbsoluteSetButtons
    # PyQt6's stubs take its value for a button too (6.11).
    left = cast("int", Qt.MouseButton.LeftButton.value)
    assert not style.styleHint(hint) & left
    assert AbsoluteStyle().styleHint(hint) & left
    # Everything else is as it is elsewhere.
    for other in QStyle.StyleHint:
        if other not in (hint, QStyle.StyleHint.SH_CustomBase):
            assert AbsoluteStyle().styleHint(other) == style.styleHint(other), other
