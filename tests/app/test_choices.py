"""The words that options accept are those that have a meaning."""

import pytest

from bpviz.app import choices
from bpviz.data.catalog import DATASETS
from bpviz.data.order import BatchOrder
from bpviz.nn.activations import ACTIVATIONS
from bpviz.nn.faults import Fault
from bpviz.nn.initialisation import Initialisation, initial_parameters
from bpviz.nn.losses import LOSSES
from bpviz.nn.network import Network
from bpviz.nn.optimizers import MEMORIES, Hyperparameters
from bpviz.scene.options import EdgeQuantity


def test_words_are_those_of_the_mathematics() -> None:
    assert tuple(ACTIVATIONS) == choices.ACTIVATIONS
    assert set(LOSSES) == set(choices.LOSSES)
    assert tuple(MEMORIES) == choices.OPTIMIZERS == tuple(choices.OPTIMIZER_SETTINGS)
    assert tuple(BatchOrder) == choices.BATCH_ORDERS
    assert tuple(DATASETS) == choices.DATASETS
    assert tuple(EdgeQuantity) == choices.EDGES
    assert tuple(Fault) == choices.FAULTS


def test_words_are_those_of_the_window() -> None:
    theme_keeper = pytest.importorskip("bpviz.look.theme_keeper")
    translation = pytest.importorskip("bpviz.look.translation")
    assert tuple(theme_keeper.ThemeChoice) == choices.THEMES
    assert tuple(translation.LANGUAGES) == choices.LANGUAGES


def test_optimizer_settings_are_all_hyperparameters() -> None:
    settings = {name for names in choices.OPTIMIZER_SETTINGS.values() for name in names}
    fields = set(Hyperparameters.__dataclass_fields__)
    assert fields - settings == {"optimizer", "learning_rate", "l2"}
    assert settings <= fields


@pytest.mark.parametrize("name", choices.INITIALISATIONS)
@pytest.mark.parametrize("biases", choices.INITIAL_BIASES)
@pytest.mark.parametrize("dtype", choices.DTYPES)
def test_every_initialisation_can_be_drawn(name: str, biases: str, dtype: str) -> None:
    network = Network((2, 1), ("identity",), "squared_error")
    beginning = Initialisation(name, 1.0, biases)  # type: ignore[arg-type]
    assert initial_parameters(network, beginning, 0, dtype).dtype == dtype
