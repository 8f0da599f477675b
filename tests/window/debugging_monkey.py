"""A monkey that also debugs: it changes runs, watches them, proves and exports."""

from pathlib import Path

from PyQt6 import sip
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QApplication
from typing_extensions import override

from bpviz.nn.faults import Fault
from bpviz.nn.optimizers import Hyperparameters, OptimizerName
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.changes import (
    Change,
    FaultSwitch,
    NodeSwitch,
    ParameterEdit,
    SampleChoice,
    SettingsChange,
)
from bpviz.training.conditions import (
    Condition,
    GradientNorm,
    LossCondition,
    SampleComes,
    SignChange,
    WrongAnswer,
)
from bpviz.training.debug_requests import (
    CheckGradients,
    MakeChange,
    Prove,
    RunTo,
    SetBreakpoints,
    SetWatches,
    SwitchRun,
)
from bpviz.training.messages import OpenExperiment, Request, Seek
from bpviz.training.presets import preset
from bpviz.training.watches import Watch, WatchQuantity
from bpviz.window.export_dialog import ExportDialog
from bpviz.window.main_window import MainWindow
from tests.window.monkey import Doing, Monkey

NUMBERS = [0.0, 0.5, -1.0, 3.0, 30.0, 1e9, 1e300, float("nan"), float("inf")]
OPTIMIZERS: list[OptimizerName] = ["sgd", "momentum", "rmsprop", "adam"]
PRESETS = ["chain", "xor", "quadratic", "mazur", "spiral", "moons"]
EXPRESSIONS = [
    "(a + b) * exp(c)",
    *["a / 0", "log(-1)", "log(0)", "exp(exp(exp(9)))", "1e400", "1e308 * 10"],
    *["(" * 60 + "a" + ")" * 60, "-" * 300 + "a", "a" * 3000, "1" * 1000, "+x" * 900],
    *["", "(", "softmax_with_loss(x, t)", "×÷·−", "变 * ä", "\U0001d431 + ﬁ", "\x00"],
    "max(a, affine(a, b, c)) ^ sum(a)",
]


class DebuggingMonkey(Monkey):
    """Asks for what only a debugger is asked, sense and nonsense.

    Parameters
    ----------
    window, seed, log
        As for `Monkey`.
    folder : Path
        Where it exports to.
    """

    def __init__(
        self, window: MainWindow, seed: int, log: list[str], folder: Path
    ) -> None:
        super().__init__(window, seed, log)
        self._folder = folder

    @override
    def _doings(self) -> list[Doing]:
        return [
            *super()._doings(),
            *[self._ask] * 8,
            *[self._undo_or_redo] * 4,
            *[self._use_panels] * 4,
            *[self._go_elsewhere, self._type_expression] * 2,
            self._look_otherwise,
            self._export,
        ]

    def _ask(self) -> None:
        request = self._request()
        self._log.append(f"ask {request}")
        self._window.playback.command(request)

    def _request(self) -> Request:
        some = self._random.choice
        match self._random.randrange(11):
            case 0:
                entries = some([None, 1, 20])
                return CheckGradients(entries=entries)
            case 1:
                return Prove(key=self._key())
            case 2:
                return RunTo(condition=self._condition())
            case 3:
                conditions = (self._condition() for _ in range(some([0, 1, 3])))
                return SetBreakpoints(conditions=tuple(conditions))
            case 4:
                watches = (self._watch() for _ in range(some([0, 1, 5, 17])))
                return SetWatches(watches=tuple(watches))
            case 5:
                return SwitchRun(run=self._random.randrange(9))
            case 6:
                return Seek(update=some([0, 1, 50, 5_000, 10**9]))
            case 7 if self._random.random() < 0.3:
                return OpenExperiment(experiment=preset(some(PRESETS)).experiment)
        return MakeChange(change=self._change())

    def _use_panels(self) -> None:
        """Let the parts ask themselves, as their buttons do."""
        parts = self._window.parts
        doings: list[tuple[str, Doing]] = [
            ("breakpoint", lambda: parts.breakpoints.add_condition(self._condition())),
            ("watch", lambda: parts.watches.add_watch(self._watch())),
            ("check", lambda: parts.gradients.check_requested.emit(None)),
            ("cancel", lambda: parts.gradients.cancel_requested.emit()),
            ("neuron", lambda: parts.workspaces.show_neuron(*self._node())),
            ("change", lambda: parts.node_menu.change_requested.emit(self._change())),
        ]
        name, do = self._random.choice(doings)
        self._log.append(f"panel: {name}")
        do()

    def _undo_or_redo(self) -> None:
        keys = self._random.choice(["Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z"])
        self._trigger_shortcut(keys)

    def _go_elsewhere(self) -> None:
        self._trigger_shortcut(self._random.choice(["Ctrl+1", "Ctrl+2"]))

    def _trigger_shortcut(self, keys: str) -> None:
        self._log.append(f"shortcut {keys}")
        (action,) = (
            action
            for action in self._window.findChildren(QAction)
            if keys in [key.toString() for key in action.shortcuts()]
        )
        action.trigger()

    def _type_expression(self) -> None:
        graph = self._window.parts.workspaces.graph
        if graph is None:
            return
        text = self._random.choice(EXPRESSIONS)
        self._log.append(f"expression {text[:60]!r}")
        field = graph.parts.bar.field
        field.setText(text)
        field.textEdited.emit(text)

    def _look_otherwise(self) -> None:
        """Choose another theme or language, from the menus, whatever they say."""
        words = ("English", "中文", "Light", "Dark", "浅色", "深色")
        actions = [
            action
            for action in self._window.findChildren(QAction)
            if action.text().replace("&", "").startswith(words)
        ]
        action = self._random.choice(actions)
        self._log.append(f"look {action.text()}")
        action.trigger()

    def _export(self) -> None:
        self._log.append("export, and cancel")
        self._trigger_shortcut("Ctrl+E")
        for dialog in self._window.findChildren(ExportDialog):
            # One that is not visible has been closed, and is deleted soon.
            if not dialog.isVisible():
                continue
            if dialog.form.isEnabled() and self._random.random() < 0.5:
                dialog.export(self._folder / f"a{dialog.form.choice.ending}")
            if self._random.random() < 0.5:
                QApplication.processEvents()
            if not sip.isdeleted(dialog):
                dialog.reject()

    def _change(self) -> Change:
        some = self._random.choice
        match self._random.randrange(5):
            case 0:
                rate, l2 = some(NUMBERS), some([0.0, 0.0, 0.01, -1.0])
                return SettingsChange(Hyperparameters(some(OPTIMIZERS), rate, l2=l2))
            case 1:
                return NodeSwitch(*self._node(), some([True, False]))
            case 2:
                return SampleChoice(self._random.randrange(-1, 40))
            case 3:
                return FaultSwitch(some([None, *Fault]), some([True, False]))
        return ParameterEdit(self._key(), some(NUMBERS))

    def _condition(self) -> Condition:
        some = self._random.choice
        match self._random.randrange(5):
            case 0:
                return WrongAnswer()
            case 1:
                return SampleComes(self._random.randrange(-1, 40))
            case 2:
                return SignChange(self._key())
            case 3:
                return GradientNorm(some([True, False]), some(NUMBERS), some([0, 1, 9]))
        return LossCondition(some([True, False]), some(NUMBERS))

    def _watch(self) -> Watch:
        layer, node = self._node()
        quantity = self._random.choice(list(WatchQuantity))
        return Watch(quantity, layer, node, self._random.randrange(3))

    def _node(self) -> tuple[int, int]:
        return self._random.randrange(4), self._random.randrange(-1, 4)

    def _key(self) -> ParameterKey:
        start = self._random.choice([None, 0, 1, 5])
        return ParameterKey(*self._node(), start)
