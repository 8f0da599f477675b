"""The experiment as a form: what is shown, what is edited, what comes of it."""

from dataclasses import replace

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bpviz.controls import choices
from bpviz.controls.experiment_panel import ExperimentPanel
from bpviz.data.catalog import load_dataset
from bpviz.data.order import BatchOrder
from bpviz.look import change_words, words
from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.losses import LOSSES
from bpviz.nn.optimizers import MEMORIES
from bpviz.training.experiment import Experiment
from bpviz.training.messages import Opened
from bpviz.training.presets import PRESETS, preset
from tests.window.keys import press_in


def opened(key: str) -> Opened:
    experiment = preset(key).experiment
    data = experiment.data
    return Opened(experiment, load_dataset(data.key, data.seed, data.path), 30)


@pytest.fixture
def panel(qtbot: QtBot) -> ExperimentPanel:
    panel = ExperimentPanel()
    qtbot.addWidget(panel)
    panel.show_session(opened("quadratic"))
    return panel


def field(panel: ExperimentPanel, name: str) -> QLineEdit:
    (found,) = (f for f in panel.findChildren(QLineEdit) if f.accessibleName() == name)
    return found


def box(panel: ExperimentPanel, name: str) -> QComboBox:
    (found,) = (f for f in panel.findChildren(QComboBox) if f.accessibleName() == name)
    return found


def type_into(panel: ExperimentPanel, name: str, text: str) -> None:
    found = field(panel, name)
    found.setText(text)
    found.textEdited.emit(text)


def choose(found: QComboBox, text: str) -> None:
    index = found.findText(text)
    assert index >= 0
    found.setCurrentIndex(index)
    found.activated.emit(index)


def apply_button(panel: ExperimentPanel) -> QPushButton:
    (button,) = panel.findChildren(QPushButton)
    return button


def applied(qtbot: QtBot, panel: ExperimentPanel) -> Experiment:
    with qtbot.waitSignal(panel.experiment_requested) as requested:
        apply_button(panel).click()
    (experiment,) = requested.args
    assert isinstance(experiment, Experiment)
    return experiment


def problems(panel: ExperimentPanel) -> list[str]:
    return [
        label.text()
        for label in panel.findChildren(QLabel, "problem")
        if not label.isHidden()
    ]


@pytest.mark.parametrize("key", [key for key in PRESETS if "mnist" not in key])
def test_what_is_shown_is_what_comes_back(
    qtbot: QtBot, panel: ExperimentPanel, key: str
) -> None:
    panel.show_session(opened(key))
    assert not apply_button(panel).isEnabled()
    assert problems(panel) == []
    type_into(panel, "Seed", "12345")
    assert applied(qtbot, panel) == replace(preset(key).experiment, seed=12345)


def test_every_value_can_be_changed(qtbot: QtBot, panel: ExperimentPanel) -> None:
    type_into(panel, "Layers", "2, 8, 1")
    choose(box(panel, "Layer 1"), "tanh")
    choose(box(panel, "Optimizer"), "momentum")
    type_into(panel, "Learning rate", "0.5")
    type_into(panel, "Momentum", "0.8")
    type_into(panel, "L2 penalty", "1e-4")
    type_into(panel, "Batch", "10")
    choose(box(panel, "Batch"), "shuffled")
    choose(box(panel, "Weights"), "uniform")
    type_into(panel, "Weights", "0.3")
    choose(box(panel, "Biases"), "zeros")
    type_into(panel, "Data seed", "111")
    choose(box(panel, "Precision"), "float32 (single)")
    experiment = applied(qtbot, panel)
    assert experiment.layer_sizes == (2, 8, 1)
    assert experiment.activations == ("tanh", "identity")
    assert experiment.hyperparameters.optimizer == "momentum"
    assert experiment.hyperparameters.learning_rate == 0.5
    assert experiment.hyperparameters.momentum == 0.8
    assert experiment.hyperparameters.l2 == 1e-4
    assert experiment.batch_size == 10
    assert experiment.batch_order is BatchOrder.SHUFFLED
    assert experiment.initialisation.name == "uniform"
    assert experiment.initialisation.scale == 0.3
    assert experiment.initialisation.biases == "zeros"
    assert experiment.data.seed == 111
    assert experiment.dtype == "float32"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("Layers", "2, many, 1", "Layers are whole numbers"),
        ("Layers", "3, 100, 400, 1", "The input layer has 3 nodes"),
        ("Learning rate", "fast", "Learning rate: 'fast' is not a number"),
        ("Learning rate", "-1", "learning_rate must be > 0"),
        ("Batch", "2.5", "Batch: '2.5' is not a whole number"),
        ("Batch", "31", "A batch of 31 is more than the 30 samples"),
        ("Seed", "", "Seed: '' is not a whole number"),
    ],
)
def test_what_is_wrong_is_said_in_place(
    panel: ExperimentPanel, name: str, text: str, sentence: str
) -> None:
    type_into(panel, name, text)
    (problem,) = problems(panel)
    assert problem.startswith(sentence)
    assert not apply_button(panel).isEnabled()


def test_putting_a_value_right_takes_the_sentence_away(panel: ExperimentPanel) -> None:
    type_into(panel, "Batch", "x")
    type_into(panel, "Batch", "2")
    assert problems(panel) == []
    assert apply_button(panel).isEnabled()


def test_going_back_to_what_runs_leaves_nothing_to_apply(
    panel: ExperimentPanel,
) -> None:
    type_into(panel, "Batch", "2")
    type_into(panel, "Batch", "1")
    assert not apply_button(panel).isEnabled()


def test_there_is_an_activation_for_every_layer(panel: ExperimentPanel) -> None:
    type_into(panel, "Layers", "2, 5, 4, 3, 1")
    # The output's stays the output's; a new layer is like the one before it.
    assert [box(panel, f"Layer {n}").currentText() for n in (1, 2, 3, 4)] == [
        "sigmoid",
        "sigmoid",
        "sigmoid",
        "identity",
    ]
    type_into(panel, "Layers", "2, 1")
    assert box(panel, "Layer 1").currentText() == "identity"
    type_into(panel, "Layers", "2, 7, 1")
    assert box(panel, "Layer 1").currentText() == "sigmoid"
    assert box(panel, "Layer 2").currentText() == "identity"


def test_a_mistake_in_the_sizes_does_not_throw_the_activations_away(
    panel: ExperimentPanel,
) -> None:
    choose(box(panel, "Layer 2"), "tanh")
    type_into(panel, "Layers", "2, 100, 400, 1,")
    type_into(panel, "Layers", "2, 100, 400, 1")
    assert box(panel, "Layer 2").currentText() == "tanh"
    # Neither do the fewer layers that there are while more are being typed.
    type_into(panel, "Layers", "2, 50")
    type_into(panel, "Layers", "2, 50, 40, 1")
    assert box(panel, "Layer 2").currentText() == "tanh"


def test_only_the_settings_of_the_chosen_optimizer_are_shown(
    panel: ExperimentPanel,
) -> None:
    def is_shown(name: str) -> bool:
        fields = panel.findChildren(QLineEdit)
        return all(not f.isHidden() for f in fields if f.accessibleName() == name)

    assert not is_shown("Momentum")
    choose(box(panel, "Optimizer"), "momentum")
    assert is_shown("Momentum")
    choose(box(panel, "Optimizer"), "Adam")
    assert not is_shown("Momentum")
    assert is_shown("β₁, β₂")


@pytest.mark.parametrize(("key", "is_drawn"), [("xor", True), ("mazur", False)])
def test_only_data_that_are_drawn_have_a_seed(
    panel: ExperimentPanel, key: str, is_drawn: bool
) -> None:
    panel.show_session(opened(key))
    assert field(panel, "Data seed").isHidden() != is_drawn


def test_enter_in_a_field_applies(qtbot: QtBot, panel: ExperimentPanel) -> None:
    type_into(panel, "Batch", "5")
    with qtbot.waitSignal(panel.experiment_requested) as requested:
        press_in(field(panel, "Batch"), Qt.Key.Key_Return)
    assert requested.args[0].batch_size == 5


def test_enter_does_nothing_when_nothing_was_changed(
    qtbot: QtBot, panel: ExperimentPanel
) -> None:
    with qtbot.assertNotEmitted(panel.experiment_requested):
        press_in(field(panel, "Batch"), Qt.Key.Key_Return)


def test_choosing_a_preset_asks_for_its_experiment(
    qtbot: QtBot, panel: ExperimentPanel
) -> None:
    with qtbot.waitSignal(panel.experiment_requested) as requested:
        choose(box(panel, "Preset"), preset("xor").title)
    assert requested.args == [preset("xor").experiment]


def test_choosing_the_present_preset_again_begins_it_anew(
    qtbot: QtBot, panel: ExperimentPanel
) -> None:
    type_into(panel, "Batch", "5")
    with qtbot.waitSignal(panel.experiment_requested) as requested:
        choose(box(panel, "Preset"), preset("quadratic").title)
    assert requested.args == [preset("quadratic").experiment]


def test_an_empty_panel_has_nothing_to_apply(qtbot: QtBot) -> None:
    panel = ExperimentPanel()
    qtbot.addWidget(panel)
    assert not apply_button(panel).isEnabled()


def test_every_field_has_a_name_and_a_hint(panel: ExperimentPanel) -> None:
    kinds: tuple[type[QWidget], ...] = (QLineEdit, QComboBox)
    for kind in kinds:
        for found in panel.findChildren(kind):
            assert found.accessibleName()
            assert found.toolTip()


def test_all_that_the_model_knows_is_offered() -> None:
    assert set(words.ACTIVATIONS) == set(ACTIVATIONS)
    assert set(choices.LOSSES) == set(LOSSES)
    assert set(change_words.OPTIMIZERS) == set(MEMORIES)
    assert set(choices.ORDERS) == set(BatchOrder)
