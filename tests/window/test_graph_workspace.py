"""The workspace as a person uses it: with keys, with the mouse, with slips."""

from collections.abc import Callable
from functools import partial
from statistics import fmean
from typing import Any

import pytest
from PyQt6.QtCore import QPoint, QPointF, Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from bpviz.data.catalog import load_dataset
from bpviz.look.theme import DARK
from bpviz.look.translation import install_language
from bpviz.nn.graph.backward import variable_gradients
from bpviz.nn.graph.expression import parse_expression
from bpviz.nn.graph.presets import GRAPH_PRESETS
from bpviz.scene.graph_numbers import full_digits
from bpviz.scene.graph_parts import LabelKind
from bpviz.training.messages import Opened
from bpviz.training.presets import preset
from bpviz.training.steps import Granularity
from bpviz.window.actions import Actions
from bpviz.window.graph_choices import EXPRESSION, NETWORK, NEURON, TITLES
from bpviz.window.graph_workspace import GraphWorkspace
from bpviz.window.key_guard import KeyGuard
from tests.scene.frames import UPDATED, frame_of
from tests.scene.graphs import trained_frame
from tests.views.seen import double_click, drag
from tests.window.conftest import LIMIT_MS, app
from tests.window.keys import press

# PyQt's stubs take its functions for methods (6.11).
_hands: Any = QTest

__all__ = ["app"]

Key = Qt.Key


class Window(QMainWindow):
    """A window whose keys go to the workspace, as those of the program do."""

    def __init__(self) -> None:
        super().__init__()
        self.workspace = GraphWorkspace()
        self.setCentralWidget(self.workspace)
        self.resize(1280, 650)
        self.guard = KeyGuard(self)
        self.actions_ = Actions(self)
        workspace = self.workspace
        self._connect("run", workspace.toggle_run)
        self._connect("restart", workspace.restart)
        self._connect("fit", workspace.fit)
        for granularity in Granularity:
            for ending, direction in (("", 1), ("_back", -1)):
                step = partial(workspace.step, granularity, direction)
                self._connect(f"{granularity}{ending}", step)

    def _connect(self, name: str, run: Callable[[], None]) -> None:
        self.actions_.action(name).triggered.connect(lambda _, run=run: run())


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.workspace.parts.canvas.setFocus()
    return window


@pytest.fixture
def workspace(window: Window) -> GraphWorkspace:
    return window.workspace


def place(workspace: GraphWorkspace) -> str:
    return workspace.parts.transport.place


def underlined(workspace: GraphWorkspace) -> tuple[int, int] | None:
    return workspace.parts.bar.field.underlined


def is_running(workspace: GraphWorkspace) -> bool:
    return workspace.is_running


def is_faded(workspace: GraphWorkspace) -> bool:
    return workspace.parts.canvas.is_faded


def position(workspace: GraphWorkspace) -> int:
    moment = workspace.document.moment
    assert moment is not None
    return moment.position


def type_text(workspace: GraphWorkspace, text: str) -> None:
    field = workspace.parts.bar.field
    field.setFocus()
    field.selectAll()
    _hands.keyClicks(field, text)


def gradients(workspace: GraphWorkspace) -> dict[str, Any]:
    moment = workspace.document.moment
    assert moment is not None
    graph = moment.passes.shown.graph
    return {
        name: gradient.tolist()
        for name, node in graph.variables.items()
        if (gradient := moment.passes.gradient(node.index)) is not None
    }


def expected(text: str, **values: float) -> tuple[float, dict[str, object]]:
    graph = parse_expression(text).graph(values)
    found = variable_gradients(graph)
    return float(graph.output.value), {n: g.tolist() for n, g in found.items()}


def pixel(workspace: GraphWorkspace, name: str, kind: LabelKind | None) -> QPoint:
    """Where a node's number is seen, or the node itself."""
    canvas = workspace.parts.canvas
    picture, stage = canvas.picture, canvas.stage()
    assert picture is not None
    assert stage is not None
    node = picture.moment.passes.shown.graph.named(name).index
    parts = [one for one in picture.labels if (one.node, one.kind) == (node, kind)]
    part = parts[0] if parts else picture.nodes[node]
    return QPointF(*stage.seen(part.x, part.y)).toPoint()


def test_down_and_up_step_one_operation_as_in_the_network(
    window: Window, workspace: GraphWorkspace
) -> None:
    workspace.open("apples")
    assert "beginning" in place(workspace)
    press(window, Key.Key_Down)
    assert place(workspace) == "forward 1 of 2: apple × apple_n = 100 × 2 = 200"
    press(window, Key.Key_F11)
    assert place(workspace).endswith("= 220.00000000000003")
    press(window, Key.Key_Down, Key.Key_Down)
    assert place(workspace).startswith("backward 2 of 3")
    press(window, Key.Key_Up, Key.Key_Up)
    assert place(workspace).startswith("forward 2 of 2")


def test_right_and_left_step_a_whole_pass_and_home_restarts(
    window: Window, workspace: GraphWorkspace
) -> None:
    workspace.open("apples-oranges")
    press(window, Key.Key_Right)
    assert place(workspace).startswith("forward 4 of 4")
    press(window, Key.Key_Right)
    assert place(workspace).startswith("backward 5 of 5")
    press(window, Key.Key_Left)
    assert position(workspace) == 4
    press(window, Key.Key_Down, Key.Key_Home)
    assert position(workspace) == 0
    press(window, Key.Key_PageDown)
    assert position(workspace) == 9


def test_space_plays_both_passes_and_pauses(
    qtbot: QtBot, window: Window, workspace: GraphWorkspace
) -> None:
    workspace.open("relu")
    with qtbot.waitSignal(workspace.running_changed) as started:
        press(window, Key.Key_Space)
    assert started.args == [True]
    qtbot.waitUntil(lambda: position(workspace) == 1, timeout=LIMIT_MS)
    with qtbot.waitSignal(workspace.running_changed) as stopped:
        press(window, Key.Key_Space)
    assert stopped.args == [False]
    assert not is_running(workspace)
    press(window, Key.Key_Space)
    with qtbot.waitSignal(workspace.running_changed, timeout=LIMIT_MS) as ended:
        pass
    assert ended.args == [False]
    assert workspace.document.is_finished
    press(window, Key.Key_Space)
    assert position(workspace) == 0, "it plays again from the beginning"
    press(window, Key.Key_Down)
    assert not is_running(workspace), "a step is a pause"


def test_it_stops_when_it_is_hidden(window: Window, workspace: GraphWorkspace) -> None:
    workspace.toggle_run()
    assert is_running(workspace)
    workspace.hide()
    assert not is_running(workspace)
    del window


@pytest.mark.parametrize("key", GRAPH_PRESETS)
def test_every_preset_opens_with_its_digits(
    workspace: GraphWorkspace, key: str
) -> None:
    workspace.open(key)
    preset = GRAPH_PRESETS[key]
    assert workspace.parts.bar.field.text() == preset.expression
    assert list(workspace.parts.bar.values.fields) == list(workspace.document.names)
    workspace.step(Granularity.EPOCH, 1)
    graph = preset.graph()
    found = {n: g.tolist() for n, g in variable_gradients(graph).items()}
    assert gradients(workspace) == found


def test_the_article_s_digits_are_on_the_screen(workspace: GraphWorkspace) -> None:
    workspace.open("apples-oranges")
    seen = ""
    for _ in range(9):
        workspace.step(Granularity.OPERATION, 1)
        seen += workspace.parts.explanation.plain_text() + place(workspace)
    for digits in (
        *("715.0000000000001", "110.00000000000001", "3.3000000000000003"),
        *("2.2", "165", "650"),
    ):
        assert digits in seen


@pytest.mark.parametrize("kind", [LabelKind.VALUE, None])
def test_dragging_a_value_in_the_picture_moves_both_passes(
    workspace: GraphWorkspace, kind: LabelKind | None
) -> None:
    workspace.open("apples-oranges")
    start = pixel(workspace, "orange", kind)
    drag(workspace.parts.canvas, start, start + QPoint(30, 0))
    value, found = expected(
        GRAPH_PRESETS["apples-oranges"].expression,
        apple=100,
        apple_n=2,
        orange=180,
        orange_n=3,
        tax=1.1,
    )
    moment = workspace.document.moment
    assert moment is not None
    assert float(moment.passes.shown.full.output.value) == value
    assert gradients(workspace) == found
    assert workspace.document.is_finished, "both passes are seen to follow"
    assert workspace.parts.bar.values.fields["orange"].text() == "180"


def test_dragging_and_typing_in_a_field(workspace: GraphWorkspace) -> None:
    workspace.open("apples")
    field = workspace.parts.bar.values.fields["tax"]
    drag(field, field.rect().center(), field.rect().center() + QPoint(10, 0))
    assert field.text() == "1.2"
    assert (
        gradients(workspace)
        == expected("apple * apple_n * tax", apple=100, apple_n=2, tax=1.2)[1]
    )
    field.setFocus()
    field.selectAll()
    _hands.keyClicks(field, "-3")
    assert gradients(workspace)["apple"] == -6


def test_a_value_that_is_none_is_told_and_the_last_good_graph_stays(
    workspace: GraphWorkspace,
) -> None:
    workspace.open("apples")
    before = gradients(workspace)
    field = workspace.parts.bar.values.fields["tax"]
    field.setFocus()
    field.selectAll()
    _hands.keyClicks(field, "[1,")
    assert "tax must be a number" in workspace.parts.bar.message
    assert gradients(workspace) == before
    assert field.text() == "[1,"


def test_a_wrong_expression_is_underlined_where_it_is_wrong(
    workspace: GraphWorkspace,
) -> None:
    type_text(workspace, "a * b + c")
    assert underlined(workspace) is None
    assert gradients(workspace) == {"a": 1, "b": 1, "c": 1}
    type_text(workspace, "a * foo(b) + c")
    good = {"a": 1, "foo": 1}  # Of what was typed before the bracket.
    assert underlined(workspace) == (4, 7)
    assert "There is no function foo" in workspace.parts.bar.message
    assert gradients(workspace) == good
    canvas = workspace.parts.canvas
    assert canvas.picture is not None
    assert len(canvas.picture.nodes) == 3
    type_text(workspace, "a * ")
    assert underlined(workspace) == (4, 4)
    type_text(workspace, "a * 2")
    assert underlined(workspace) is None
    assert "function" not in workspace.parts.bar.message
    assert gradients(workspace) == {"a": 2}


def test_what_cannot_be_computed_is_underlined_too(workspace: GraphWorkspace) -> None:
    type_text(workspace, "x + log(x - 1)")
    assert underlined(workspace) == (4, 14)
    assert "logarithm" in workspace.parts.bar.message


def test_values_can_be_given_to_what_cannot_be_computed_yet(
    workspace: GraphWorkspace,
) -> None:
    values = workspace.parts.bar.values
    type_text(workspace, "log(a - 1)")
    assert list(values.fields) == ["a"]
    values.value_typed.emit("a", "3")
    assert workspace.document.names == ("a",)


def test_a_graph_that_is_not_of_what_is_typed_is_faded(
    window: Window, workspace: GraphWorkspace
) -> None:
    canvas, explanation = workspace.parts.canvas, workspace.parts.explanation
    type_text(workspace, "a * b")
    assert not is_faded(workspace)
    plain = canvas.grab().toImage()
    type_text(workspace, "a * (")
    assert is_faded(workspace)
    assert canvas.note
    assert canvas.grab().toImage() != plain
    assert workspace.parts.bar.message in explanation.plain_text()
    canvas.setFocus()
    before = position(workspace)
    press(window, Key.Key_Up, Key.Key_Home)
    assert position(workspace) == before, "there is nothing to step through"
    workspace.toggle_run()
    assert not is_running(workspace)
    type_text(workspace, "a * b")
    assert not is_faded(workspace)


def test_the_field_with_a_wrong_value_is_marked(workspace: GraphWorkspace) -> None:
    workspace.open("apples")
    fields = workspace.parts.bar.values.fields
    workspace.parts.bar.values.value_typed.emit("tax", "1e400")
    workspace.parts.bar.values.value_typed.emit("apple", "[1,")
    assert {name for name, field in fields.items() if field.is_wrong} == {
        "tax",
        "apple",
    }
    assert is_faded(workspace)
    workspace.parts.bar.values.value_typed.emit("tax", "1")
    workspace.parts.bar.values.value_typed.emit("apple", "5")
    assert not any(field.is_wrong for field in fields.values())
    assert not is_faded(workspace)


def test_tab_goes_from_the_expression_to_its_values(
    window: Window, workspace: GraphWorkspace
) -> None:
    type_text(workspace, "one + two")
    for name in ("one", "two"):
        press(window, Key.Key_Tab)
        assert workspace.parts.bar.values.fields[name].hasFocus()


@pytest.mark.parametrize(
    "text",
    [
        "(" * 1000,
        "(" * 40 + "x" + ")" * 40,
        "-" * 1900 + "x",
        "x" * 10_000,
        "x * " * 400 + "x",
        "a" * 1990,
        "1e400",
        "exp(exp(exp(9)))",
        "1 / (x - x)",
        "log(-x)",
        "π * 半径^2 + ﬁ",
        "x\u0301 + e\u202e",
        "<b>x</b>",
        "x.__class__",
        "",
    ],
)
def test_whatever_is_typed_is_drawn_or_explained(
    workspace: GraphWorkspace, text: str
) -> None:
    field, parts = workspace.parts.bar.field, workspace.parts
    field.setText(text)
    field.expression_changed.emit(text)
    parts.canvas.grab()
    has_failed = underlined(workspace) is not None
    assert parts.canvas.is_faded is has_failed
    for _ in range(3):
        workspace.step(Granularity.OPERATION, -1)
        assert "#" not in place(workspace) + parts.explanation.plain_text()
    parts.canvas.grab()


def test_nothing_is_ever_run(workspace: GraphWorkspace) -> None:
    type_text(workspace, "__import__('os')")
    assert underlined(workspace) is not None
    assert workspace.parts.bar.message


def test_typing_makes_it_ones_own_expression(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    workspace.open("apples")
    with qtbot.waitSignal(workspace.graph_opened) as opened:
        type_text(workspace, "apple")
    assert opened.args == ["Your own expression"]
    assert workspace.key == EXPRESSION
    assert workspace.parts.bar.choice.value() == EXPRESSION
    assert workspace.parts.bar.values.fields["apple"].text() == "100"


def test_sigmoid_is_put_together_and_taken_apart(workspace: GraphWorkspace) -> None:
    workspace.open("sigmoid")
    button = workspace.parts.bar.together
    assert button.isVisible()
    button.click()
    assert workspace.parts.bar.field.text() == "sigmoid(x)"
    assert "y (1 − y) = 0.19661193324148185" in (
        workspace.parts.explanation.plain_text()
    )
    button.click()
    assert workspace.parts.bar.field.text() == "1 / (1 + exp(x * -1))"
    workspace.open("apples")
    assert not button.isVisible()


def test_a_click_explains_a_node(workspace: GraphWorkspace) -> None:
    workspace.open("apples")
    workspace.step(Granularity.EPOCH, 1)
    where = pixel(workspace, "tax", None)
    _hands.mouseClick(workspace.parts.canvas, Qt.MouseButton.LeftButton, pos=where)
    text = workspace.parts.explanation.plain_text()
    assert text.startswith("tax: A variable")
    assert "∂L/∂tax = 200" in text


def test_the_network_has_the_same_numbers_in_both_pictures(
    workspace: GraphWorkspace,
) -> None:
    frame = trained_frame(2, 2, 2)
    workspace.show_network(frame)
    workspace.open(NETWORK)
    trace = frame.trace
    assert trace is not None
    canvas = workspace.parts.canvas
    assert canvas.picture is not None
    graph = canvas.picture.moment.passes.shown.graph
    for node in (1, 2):
        ours = float(graph.named(f"a2[{node}]").value)
        assert ours == pytest.approx(trace.activations[2][0, node - 1], rel=1e-14)
    assert float(graph.named("L").value) == pytest.approx(trace.loss, rel=1e-14)
    double_click(canvas, pixel(workspace, "a1[1]", None))
    graph = canvas.picture.moment.passes.shown.graph
    weight = graph.named("w1[1,1]")
    assert float(weight.value) == trace.parameters.weights[0][0, 0]
    assert gradients(workspace)["w1[1,1]"] == pytest.approx(
        trace.weight_gradients(0)[0, 0], rel=1e-12
    )
    assert workspace.parts.bar.unfold.isChecked()
    workspace.parts.bar.unfold.click()
    assert "w1[1,1]" not in {node.name for node in canvas.picture.nodes}


def test_another_moment_of_the_network_is_followed(workspace: GraphWorkspace) -> None:
    workspace.show_network(trained_frame(2, 2, 1))
    workspace.open(NETWORK)
    workspace.step(Granularity.OPERATION, -1)
    where, before = position(workspace), gradients(workspace)
    workspace.show_network(frame_of(2, 2, 1, done=UPDATED, seed=5))
    assert position(workspace) == where
    assert gradients(workspace) != before
    workspace.show_network(trained_frame(3, 2, 1))
    assert "a0[3]" in gradients(workspace)


def test_a_network_that_is_too_large_is_told_kindly(workspace: GraphWorkspace) -> None:
    workspace.open(NETWORK)
    assert "No network yet" in workspace.parts.canvas.message
    workspace.show_network(trained_frame(20, 30, 5))
    assert "Look at one neuron" in workspace.parts.canvas.message
    workspace.toggle_run()
    assert not is_running(workspace)
    workspace.show_network(frame_of(2, 2, 1))
    assert "No sample has been" in workspace.parts.canvas.message
    workspace.show_network(trained_frame(2, 2, 1))
    assert workspace.parts.canvas.picture is not None


def test_a_sample_is_loaded_from_where_it_is_missed(
    qtbot: QtBot, window: Window, workspace: GraphWorkspace
) -> None:
    workspace.show_network(frame_of(2, 2, 1))
    workspace.open(NETWORK)
    button = workspace.parts.canvas.placeholder.button
    assert button.isVisible()
    assert not workspace.parts.bar.unfold.isEnabled()
    with qtbot.waitSignal(workspace.sample_requested):
        button.click()
    with qtbot.waitSignal(workspace.sample_requested):
        press(window, Key.Key_Down)
    workspace.show_network(trained_frame(2, 2, 1))
    assert not button.isVisible()
    assert workspace.parts.bar.unfold.isEnabled()
    with qtbot.assertNotEmitted(workspace.sample_requested):
        press(window, Key.Key_Down)
    workspace.show_network(trained_frame(20, 30, 5))
    assert "Look at one neuron" in workspace.parts.canvas.message
    assert not button.isVisible(), "another sample would not help"
    assert not workspace.parts.bar.unfold.isEnabled()


def test_which_sample_of_the_batch_it_is_is_said_and_chosen(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    frame = trained_frame(2, 2, 1, rows=4)
    trace = frame.trace
    assert trace is not None
    workspace.show_network(frame)
    workspace.open(NETWORK)
    canvas, bar = workspace.parts.canvas, workspace.parts.bar
    assert "averages" in canvas.note
    bar.unfold.click()
    found = []
    for row in range(4):
        with qtbot.waitSignal(workspace.row_chosen) as chosen:
            bar.row_chosen.emit(row)
        assert chosen.args == [row]
        assert canvas.note.startswith(f"sample {row + 1} of 4 of the batch")
        found.append(gradients(workspace)["w1[1,2]"])
    mean = float(trace.weight_gradients(0)[0, 1])
    assert fmean(found) == pytest.approx(mean, rel=1e-12)
    where = pixel(workspace, "w1[1,2]", None)
    _hands.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=where)
    text = workspace.parts.explanation.plain_text()
    assert "Weight, Input 1 → Node 2 of layer 1" in text
    assert f"{full_digits(mean)}\nthe network's gradient, the mean over 4" in text
    workspace.show_network(trained_frame(2, 2, 1))
    assert canvas.note == ""


def test_inputs_and_outputs_are_called_as_in_the_network_s_picture(
    workspace: GraphWorkspace,
) -> None:
    experiment = preset("mazur").experiment
    workspace.show_session(Opened(experiment, load_dataset("mazur", 0), 1))
    workspace.show_network(trained_frame(2, 2, 2))
    workspace.open(NETWORK)
    picture = workspace.parts.canvas.picture
    assert picture is not None
    assert [node.text for node in picture.nodes[:2]] == ["i1", "i2"]
    assert [node.name for node in picture.nodes[-3:]] == ["o1", "o2", "L"]
    workspace.step(Granularity.EPOCH, -1)
    workspace.step(Granularity.OPERATION, 1)
    assert "i1 × w1[1,1] + i2 × w1[2,1] + b1[1]" in (
        workspace.parts.explanation.plain_text()
    )
    workspace.show_neuron(2, 1)
    shown = workspace.document.shown
    assert shown is not None
    assert shown.graph.output.name == "o2"


def test_a_neuron_that_another_network_has_not_is_another_one(
    workspace: GraphWorkspace,
) -> None:
    workspace.show_network(trained_frame(2, 3, 5, 2))
    workspace.show_neuron(2, 4)
    workspace.show_network(trained_frame(2, 3, 1))
    assert workspace.parts.bar.neuron == (2, 0)
    shown = workspace.document.shown
    assert shown is not None
    assert shown.graph.output.name == "a2[1]"


def test_one_neuron_of_a_large_network(workspace: GraphWorkspace) -> None:
    frame = trained_frame(20, 30, 5)
    workspace.show_network(frame)
    workspace.show_neuron(2, 3)
    assert workspace.key == NEURON
    assert workspace.parts.bar.neuron == (2, 3)
    canvas = workspace.parts.canvas
    assert canvas.picture is not None
    graph = canvas.picture.moment.passes.shown.graph
    trace = frame.trace
    assert trace is not None
    assert graph.output.name == "a2[4]"
    value = float(graph.output.value)
    assert value == pytest.approx(trace.activations[2][0, 3], rel=1e-12)


def test_keys_stay_with_a_field_that_is_edited(
    window: Window, workspace: GraphWorkspace
) -> None:
    workspace.open("apples")
    field = workspace.parts.bar.field
    field.setFocus()
    field.setCursorPosition(0)
    press(window, Key.Key_Right, Key.Key_Down)
    assert field.cursorPosition() == 1
    assert position(workspace) == 0
    press(window, Key.Key_Return)
    assert field.hasFocus(), "who types goes on typing"
    press(window, Key.Key_Escape)
    assert workspace.parts.canvas.hasFocus()
    press(window, Key.Key_Down)
    assert position(workspace) == 1


def test_the_choice_opens_and_gives_the_keys_to_the_picture(
    window: Window, workspace: GraphWorkspace
) -> None:
    choice = workspace.parts.bar.choice
    assert choice.count() == len(TITLES)
    choice.setCurrentIndex(choice.findData("relu"))
    choice.activated.emit(choice.currentIndex())
    assert workspace.key == "relu"
    assert workspace.parts.canvas.hasFocus()
    press(window, Key.Key_Down)
    assert position(workspace) == 1


def test_ctrl_0_fits(window: Window, workspace: GraphWorkspace) -> None:
    canvas = workspace.parts.canvas
    canvas.zoom(3.0, QPointF(100, 100))
    _hands.keyClick(
        window.windowHandle(), Key.Key_0, Qt.KeyboardModifier.ControlModifier
    )
    assert canvas.camera.zoom == 1


def test_the_buttons_step_as_the_keys_do(workspace: GraphWorkspace) -> None:
    workspace.open("apples")
    buttons = {
        button.accessibleName(): button
        for button in workspace.parts.transport.findChildren(QToolButton)
    }
    buttons["One operation forward"].click()
    assert position(workspace) == 1
    buttons["One pass forward"].click()
    assert position(workspace) == 2
    buttons["One operation back"].click()
    assert position(workspace) == 1
    buttons["Back to the beginning"].click()
    assert position(workspace) == 0


def test_it_wears_a_theme_and_speaks_another_language(
    app: QApplication, workspace: GraphWorkspace
) -> None:
    workspace.set_theme(DARK)
    corner = workspace.parts.canvas.grab().toImage().pixelColor(2, 2)
    assert corner.name() == DARK.window
    titles: list[str] = []
    workspace.graph_opened.connect(titles.append)
    install_language(app, "zh_CN")
    app.processEvents()
    assert titles
    install_language(app, "en")
    app.processEvents()
    assert titles[-1] == "Apples and oranges"
