"""The style of every widget: which element is drawn by which function."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PyQt6.QtGui import QIcon, QPainter
from PyQt6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from bpviz.look.style import buttons, docks, frames, ranges, spin_box, tabs
from bpviz.look.style.options import as_made

_Draw = Callable[[QStyleOption, QPainter], None]
_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Pixmap = QStyle.StandardPixmap
_DrawParts = Callable[[QStyle, QStyleOptionComplex, QPainter, QWidget | None], None]

_PRIMITIVES: dict[QStyle.PrimitiveElement, _Draw] = {
    _Primitive.PE_PanelButtonCommand: buttons.draw_push_button,
    _Primitive.PE_PanelButtonTool: buttons.draw_tool_button,
    _Primitive.PE_IndicatorCheckBox: buttons.draw_check_box,
    _Primitive.PE_IndicatorRadioButton: buttons.draw_radio_button,
    _Primitive.PE_Frame: frames.draw_frame,
    _Primitive.PE_FrameFocusRect: frames.draw_focus_ring,
    _Primitive.PE_FrameGroupBox: frames.draw_group_box,
    _Primitive.PE_FrameLineEdit: frames.draw_field_frame,
    _Primitive.PE_FrameStatusBarItem: frames.draw_nothing,
    _Primitive.PE_FrameTabBarBase: frames.draw_nothing,
    _Primitive.PE_FrameTabWidget: tabs.draw_tab_page,
    _Primitive.PE_IndicatorDockWidgetResizeHandle: frames.draw_separator,
    _Primitive.PE_IndicatorToolBarSeparator: frames.draw_separator,
    _Primitive.PE_PanelMenu: frames.draw_menu,
    _Primitive.PE_PanelTipLabel: frames.draw_tooltip,
}

_CONTROLS: dict[QStyle.ControlElement, _Draw] = {
    _Control.CE_DockWidgetTitle: docks.draw_dock_title,
    _Control.CE_HeaderSection: tabs.draw_header_section,
    _Control.CE_ProgressBarContents: ranges.draw_progress,
    _Control.CE_ProgressBarGroove: ranges.draw_progress_groove,
    _Control.CE_Splitter: frames.draw_separator,
    _Control.CE_TabBarTabShape: tabs.draw_tab,
    _Control.CE_ToolBar: frames.draw_nothing,
}

_COMPLEX_CONTROLS: dict[QStyle.ComplexControl, _DrawParts] = {
    _Complex.CC_ScrollBar: ranges.draw_scroll_bar,
    _Complex.CC_Slider: ranges.draw_slider,
    _Complex.CC_SpinBox: spin_box.draw_spin_box,
}

_BUTTON_ICONS = {
    _Pixmap.SP_DialogOkButton,
    _Pixmap.SP_DialogCancelButton,
    _Pixmap.SP_DialogHelpButton,
    _Pixmap.SP_DialogOpenButton,
    _Pixmap.SP_DialogSaveButton,
    _Pixmap.SP_DialogCloseButton,
    _Pixmap.SP_DialogApplyButton,
    _Pixmap.SP_DialogResetButton,
    _Pixmap.SP_DialogDiscardButton,
    _Pixmap.SP_DialogYesButton,
    _Pixmap.SP_DialogNoButton,
    _Pixmap.SP_DialogYesToAllButton,
    _Pixmap.SP_DialogNoToAllButton,
    _Pixmap.SP_DialogSaveAllButton,
    _Pixmap.SP_DialogAbortButton,
    _Pixmap.SP_DialogRetryButton,
    _Pixmap.SP_DialogIgnoreButton,
    _Pixmap.SP_RestoreDefaultsButton,
}


class QuietStyle(QProxyStyle):
    """Fusion, with the elements of the tables above drawn by ourselves."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption | None,
        painter: QPainter | None,
        widget: QWidget | None = None,
    ) -> None:
        if (
            element is _Primitive.PE_FrameFocusRect
            and option is not None
            and isinstance(widget, QToolButton)
        ):
            # Fusion puts the ring inside, across the icon.
            option.rect = widget.rect()
        draw = _PRIMITIVES.get(element)
        if draw is None or option is None or painter is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            with _smooth(painter):
                draw(as_made(option), painter)

    @override
    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption | None,
        painter: QPainter | None,
        widget: QWidget | None = None,
    ) -> None:
        if element is QStyle.ControlElement.CE_TabBarTabLabel and option is not None:
            # Else Fusion writes the others a little lower, where a "g" is cut off.
            option.state |= QStyle.StateFlag.State_Selected
        draw = _CONTROLS.get(element)
        if draw is None or option is None or painter is None:
            super().drawControl(element, option, painter, widget)
        else:
            with _smooth(painter):
                draw(as_made(option), painter)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex | None,
        painter: QPainter | None,
        widget: QWidget | None = None,
    ) -> None:
        draw = _COMPLEX_CONTROLS.get(control)
        if draw is None or option is None or painter is None:
            super().drawComplexControl(control, option, painter, widget)
        else:
            made = as_made(option)
            assert isinstance(made, QStyleOptionComplex)  # as `option` already is
            with _smooth(painter):
                draw(self, made, painter, widget)

    @override
    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        # The icons of a dialog's buttons are of another family, and black on a dark
        # theme. A style hint would turn them off, too, but is asked for a hundred
        # times a second while a run goes on, in Python.
        if standardIcon in _BUTTON_ICONS:
            return QIcon()
        return super().standardIcon(standardIcon, option, widget)


@contextmanager
def _smooth(painter: QPainter) -> Iterator[None]:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield
    finally:
        painter.restore()
