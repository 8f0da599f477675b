"""A preset is described as what it is, not as what it was before it was changed."""

from dataclasses import replace

import pytest

from bpviz.data.order import BatchOrder
from bpviz.look.preset_words import preset_description, preset_title
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.presets import PRESETS, preset

RELU = preset("mnist-relu").experiment


@pytest.mark.parametrize("key", PRESETS)
def test_a_preset_is_described_as_it_says(key: str) -> None:
    experiment = preset(key).experiment
    assert preset_title(experiment) == preset(key).title
    assert preset_description(experiment) == preset(key).description


def test_what_the_description_does_not_tell_of_may_differ() -> None:
    settings = Hyperparameters("adam", 0.5)
    other = replace(RELU, seed=7, hyperparameters=settings, dtype="float64")
    assert preset_description(other) == preset("mnist-relu").description


def test_what_has_been_changed_is_described_instead() -> None:
    other = replace(RELU, layer_sizes=(784, 30, 10), batch_size=1)
    assert preset_title(other) == "MNIST, TwoLayerNet with ReLU (changed)"
    assert preset_description(other) == (
        "Changed: 784-30-10 with ReLU, softmax, one sample at a time."
    )
    for change in (
        {"activations": ("tanh", "softmax")},
        {"batch_order": BatchOrder.SHUFFLED},
        {"batch_size": 0},
    ):
        assert "784-50-10 with ReLU and softmax, batches of 100 drawn" not in (
            preset_description(replace(RELU, **change))
        )


def test_what_is_no_preset_has_no_words() -> None:
    other = replace(RELU, preset="")
    assert (preset_title(other), preset_description(other)) == ("", "")
