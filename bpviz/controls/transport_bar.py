"""The bar that moves through time: back, forward, run, how far and how fast."""

from collections.abc import Callable, Mapping
from math import inf
from time import monotonic
from typing import TypeVar

from PyQt6.QtCore import QCoreApplication, QEvent, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QIcon, QPalette
from PyQt6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolBar,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from bpviz.controls.elided_label import ElidedLabel
from bpviz.controls.granularity_buttons import GranularityButtons
from bpviz.controls.pace import FIRST_PACE, PACES, Pace
from bpviz.controls.reached_speed import ReachedSpeed
from bpviz.controls.transport_words import BACK, FORWARD, pace_words
from bpviz.look.condition_words import condition_text
from bpviz.look.icons import icon
from bpviz.look.steady_box import SteadyBox
from bpviz.look.style.absolute import AbsoluteStyle
from bpviz.look.type_scale import GRID, font_sizes, tabular_font
from bpviz.look.words import place_words
from bpviz.scene.numbers import format_count, format_number
from bpviz.training.conditions import Condition
from bpviz.training.frame import Frame
from bpviz.training.steps import Granularity, operations_for

translate = QCoreApplication.translate

_ICON_SIZE = QSize(20, 20)

Label = TypeVar("Label", bound=QLabel)

_LESS = 0.8
"""Below this share of the speed asked for, the speed reached is said."""


class TransportBar(QToolBar):
    """Says where the run stands, and what the person wants of it.

    Parameters
    ----------
    shortcuts : callable
        Returns the keys for ``"restart"``, ``"run"``, and for ``"operation"``,
        ``"operation_back"`` and so on by granularity, as menus write them in the
        language of the moment.
    parent : QWidget, optional
        Qt parent.
    now : callable
        Seconds of a clock that never goes back.

    Signals
    -------
    restart_requested()
        Back to the beginning.
    step_requested(Granularity, int)
        One step, forward (1) or back (-1).
    run_toggled()
        Run, or pause.
    pace_changed(Pace)
        As fast as this from now on.
    """

    restart_requested = pyqtSignal()
    step_requested = pyqtSignal(object, int)
    run_toggled = pyqtSignal()
    pace_changed = pyqtSignal(object)

    def __init__(
        self,
        shortcuts: Callable[[], Mapping[str, str]],
        parent: QWidget | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._reached = ReachedSpeed(now)
        self._is_moving = self._is_checking = False
        self.setMovable(False)
        # Without it there would be no way to step with a mouse, nor to have it back.
        toggle = self.toggleViewAction()
        if toggle is not None:
            toggle.setEnabled(False)
            toggle.setVisible(False)
        self.setIconSize(_ICON_SIZE)
        self._restart = self._add_button("skip-back")
        self._back = self._add_button("step-back")
        self._run = self._add_button("play")
        self._forward = self._add_button("step-forward")
        self._back.setAutoRepeat(True)
        self._forward.setAutoRepeat(True)
        self.addSeparator()
        self._granularities = GranularityButtons(self)
        for button in self._granularities.buttons():
            self.addWidget(button)
        self.addSeparator()
        self._slider = self._add_slider()
        self._pace = _dressed(QLabel(), Qt.AlignmentFlag.AlignLeft)
        self.addWidget(self._pace)
        self._speed = _dressed(QLabel(), Qt.AlignmentFlag.AlignLeft)
        self._speed.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._place = _dressed(ElidedLabel(), Qt.AlignmentFlag.AlignRight)
        self.addWidget(SteadyBox(_beside(self._speed, self._place)))
        self._connect()
        self._retranslate()

    @property
    def granularity(self) -> Granularity:
        """How far the step buttons go."""
        return self._granularities.granularity

    @property
    def pace(self) -> Pace:
        """The speed that the slider stands at."""
        return PACES[self._slider.value()]

    def set_pace(self, index: int) -> None:
        """Put the slider on one of `PACES`."""
        self._slider.setValue(index)

    def show_state(self, *, is_moving: bool, is_checking: bool = False) -> None:
        """Show what the run button does: run, pause, or end a check of gradients."""
        self._is_moving, self._is_checking = is_moving, is_checking
        self._run.setIcon(_run_icon(is_moving, is_checking))
        self._retranslate_buttons()
        self._reached.reset()
        self.show_speed(None)

    def show_place(
        self,
        frame: Frame,
        updates_per_epoch: int,
        planned_end: int | None = None,
        paused_by: Condition | None = None,
    ) -> None:
        """Say where the run stands.

        Parameters
        ----------
        planned_end : int or None
            The update at which the run is meant to end, to be said there.
        paused_by : Condition or None
            The breakpoint that it has just met.
        """
        place = place_words(frame, updates_per_epoch)
        moment = frame.moment
        if (moment.update, moment.operation) == (planned_end, 0):
            template = translate("TransportBar", "{place} · planned end")
            place = template.format(place=place)
        if paused_by is not None:
            template = translate("TransportBar", "{place} · paused: {condition}")
            condition = condition_text(paused_by)
            place = template.format(place=place, condition=condition)
        self._place.show_text(place)
        operations = len(operations_for(frame.network.depth))
        is_slow = self.pace.granularity is Granularity.OPERATION
        steps = moment.update + moment.operation / operations
        self._reached.see(steps * operations if is_slow else steps)

    def show_speed(self, samples_per_second: float | None) -> None:
        """Say how fast it trains, when it does so as fast as it goes.

        Else say how fast it goes where that is clearly less than was asked for; and
        while gradients are checked, that, for then no run goes on.
        """
        text = ""
        asked, reached = self.pace.rate, self._reached.rate()
        if self._is_checking:
            text = translate("TransportBar", "Checking gradients · Esc ends it")
        elif self._is_moving and asked == inf:
            if samples_per_second is not None:
                text = translate("TransportBar", "{count} samples/s").format(
                    count=format_count(round(samples_per_second))
                )
        elif self._is_moving and reached and reached < _LESS * asked:
            text = translate("TransportBar", "{count}/s reached").format(
                count=format_number(reached, 2)
            )
        self._speed.setText(text)

    def _add_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(_run_icon(is_moving=False) if name == "play" else icon(name))
        button.setAutoRaise(True)
        self.addWidget(button)
        return button

    def _add_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        style = AbsoluteStyle()
        style.setParent(slider)
        slider.setStyle(style)
        slider.setRange(0, len(PACES) - 1)
        slider.setPageStep(1)
        slider.setValue(FIRST_PACE)
        slider.setFixedWidth(16 * GRID)
        # A click with the mouse leaves the arrow keys to stepping.
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(slider)
        return slider

    def _connect(self) -> None:
        self._restart.clicked.connect(lambda: self.restart_requested.emit())
        self._back.clicked.connect(lambda: self._request_step(-1))
        self._run.clicked.connect(lambda: self.run_toggled.emit())
        self._forward.clicked.connect(lambda: self._request_step(1))
        self._granularities.idToggled.connect(self._retranslate_buttons)
        self._slider.valueChanged.connect(self._on_slider_changed)

    def _request_step(self, direction: int) -> None:
        self.step_requested.emit(self.granularity, direction)

    def _on_slider_changed(self) -> None:
        self._pace.setText(pace_words(self.pace))
        self._reached.reset()
        self.show_speed(None)
        self.pace_changed.emit(self.pace)

    def _retranslate_buttons(self) -> None:
        granularity = self.granularity
        run = translate("TransportBar", "Run")
        if self._is_checking:
            run = translate("TransportBar", "End the gradient check")
        elif self._is_moving:
            run = translate("TransportBar", "Pause")
        back = translate("TransportBar", BACK[granularity])
        forward = translate("TransportBar", FORWARD[granularity])
        restart = translate("TransportBar", "Restart from the first parameters")
        self._describe(self._restart, restart, "restart")
        self._describe(self._back, back, f"{granularity}_back")
        self._describe(self._run, run, "run")
        self._describe(self._forward, forward, granularity)

    def _describe(self, button: QToolButton, text: str, shortcut: str) -> None:
        keys = self._shortcuts().get(shortcut, "")
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({keys})" if keys else text)

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("TransportBar", "Transport"))
        self._retranslate_buttons()
        self._granularities.retranslate()
        speed = translate("TransportBar", "Speed of a run")
        self._slider.setAccessibleName(speed)
        self._slider.setToolTip(speed)
        self._place.setAccessibleName(translate("TransportBar", "Where the run stands"))
        self._pace.setText(pace_words(self.pace))
        # Wide enough for every pace, so that nothing moves when it changes.
        metrics = self._pace.fontMetrics()
        widest = max(metrics.horizontalAdvance(pace_words(pace)) for pace in PACES)
        self._pace.setFixedWidth(widest + 2 * GRID)

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _run_icon(is_moving: bool, is_checking: bool = False) -> QIcon:
    name = "pause" if is_moving else "play"
    # The accent: it is what the next press of Space does.
    return icon("square" if is_checking else name, QPalette.ColorRole.Accent)


def _dressed(label: Label, alignment: Qt.AlignmentFlag) -> Label:
    """Return a label of the bar."""
    label.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
    label.setFont(tabular_font(font_sizes().body))
    label.setContentsMargins(GRID, 0, GRID, 0)
    return label


def _beside(first: QWidget, last: QWidget) -> QWidget:
    """Return a widget that takes all the room; what the first leaves has the last."""
    together = QWidget()
    expanding = QSizePolicy.Policy.Expanding
    together.setSizePolicy(expanding, QSizePolicy.Policy.Preferred)
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(first)
    row.addWidget(last, 1)
    return together
