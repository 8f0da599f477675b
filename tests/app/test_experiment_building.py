"""Options and a preset make the experiment that they describe, and nothing else."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bpviz.app.experiment_building import experiment_of, first_parameters_of
from bpviz.app.experiment_options import add_experiment_options
from bpviz.app.parser import Parser
from bpviz.messages import InputError
from bpviz.nn.initialisation import Initialisation
from bpviz.training.experiment import DataChoice, Experiment
from bpviz.training.presets import PRESETS, preset


def described(line: str) -> Experiment:
    parser = Parser("bpviz test")
    add_experiment_options(parser)
    return experiment_of(parser.parse_args(line.split()))


def reason(line: str) -> str:
    with pytest.raises(InputError) as caught:
        described(line)
    return str(caught.value)


def save(path: Path, **arrays: Any) -> None:
    np.savez(path, **arrays)


@pytest.mark.parametrize("key", PRESETS)
def test_without_options_a_preset_is_as_it_is(key: str) -> None:
    assert described(key) == preset(key).experiment


@pytest.mark.parametrize(
    ("option", "field", "value"),
    [
        ("--seed 7", "seed", 7),
        ("--batch-size 32", "batch_size", 32),
        ("--batch-size all", "batch_size", 0),
        ("--no-shuffle", "batch_order", "in_order"),
        ("--shuffle", "batch_order", "shuffled"),
        ("--order drawn", "batch_order", "drawn"),
        ("--order in_order", "batch_order", "in_order"),
        ("--dtype float32", "dtype", "float32"),
        ("--layers 2,9,1", "layer_sizes", (2, 9, 1)),
        ("--activations relu,sigmoid", "activations", ("relu", "sigmoid")),
        ("--loss squared_error", "loss", "squared_error"),
        ("--data-seed 5", "data", DataChoice(key="xor", seed=5)),
    ],
)
def test_an_option_changes_its_own_field_only(
    option: str, field: str, value: object
) -> None:
    base = preset("xor").experiment
    assert described(f"xor {option}") == replace(base, **{field: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "changes"),
    [
        ("--learning-rate 0.25", {"learning_rate": 0.25}),
        ("--l2 1e-3", {"l2": 1e-3}),
        ("--beta1 0.5 --beta2 0.6", {"beta1": 0.5, "beta2": 0.6}),
        ("--epsilon 1e-5", {"epsilon": 1e-5}),
        ("--optimizer sgd", {"optimizer": "sgd"}),
        (
            "--optimizer momentum --momentum 0.5",
            {"optimizer": "momentum", "momentum": 0.5},
        ),
        (
            "--optimizer rmsprop --decay 0.99 --epsilon 1e-6",
            {"optimizer": "rmsprop", "decay": 0.99, "epsilon": 1e-6},
        ),
    ],
)
def test_hyperparameters(options: str, changes: dict[str, object]) -> None:
    base = preset("xor").experiment
    changed = replace(base.hyperparameters, **changes)  # type: ignore[arg-type]
    assert described(f"xor {options}") == replace(base, hyperparameters=changed)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("xor --momentum 0.5", "--optimizer momentum"),
        ("xor --decay 0.5", "--optimizer rmsprop"),
        ("quadratic --beta1 0.5", "--optimizer adam"),
        ("quadratic --epsilon 0.5", "--optimizer rmsprop or adam"),
        ("xor --optimizer sgd --beta2 0.5", "--optimizer adam"),
    ],
)
def test_a_setting_without_its_optimizer_is_no_silent_wish(
    line: str, words: str
) -> None:
    assert words in reason(line)


class TestLayers:
    def test_another_depth_repeats_the_hidden_activation(self) -> None:
        experiment = described("spiral --layers 2,8,8,8,1")
        assert experiment.activations == ("relu", "relu", "relu", "sigmoid")
        experiment = described("mnist-relu --layers 784,10")
        assert experiment.activations == ("softmax",)

    def test_given_activations_are_taken(self) -> None:
        experiment = described("xor --layers 2,3,3,1 --activations relu,tanh,sigmoid")
        assert experiment.activations == ("relu", "tanh", "sigmoid")

    def test_as_many_activations_as_layers(self) -> None:
        assert "2 activations" in reason("xor --activations sigmoid")

    def test_given_first_parameters_stay_with_their_sizes(self) -> None:
        base = preset("mazur").experiment
        assert described("mazur --layers 2,2,2") == base
        assert described("mazur --layers 2,3,2").initialisation == Initialisation()

    def test_a_slip_of_the_finger_does_not_fill_the_memory(self) -> None:
        assert "100,000,000" in reason("mnist-relu --layers 784,500000000,10")


class TestLoss:
    def test_a_cross_entropy_brings_its_activation(self) -> None:
        experiment = described("mnist-sigmoid --loss softmax_cross_entropy")
        assert experiment.activations == ("sigmoid", "softmax")
        experiment = described("mnist-sigmoid --loss binary_cross_entropy")
        assert experiment.activations == ("sigmoid", "sigmoid")

    def test_but_not_against_the_persons_word(self) -> None:
        line = "mnist-sigmoid --loss softmax_cross_entropy --activations tanh,tanh"
        assert "needs softmax" in reason(line)


class TestBeginning:
    def test_another_kind_has_a_scale_of_its_own(self) -> None:
        assert preset("mnist-relu").experiment.initialisation.scale == 0.01
        experiment = described("mnist-relu --init he")
        assert experiment.initialisation == Initialisation("he", 1.0, "zeros")

    def test_the_same_kind_keeps_its_scale(self) -> None:
        experiment = described("mnist-relu --init normal --init-biases same")
        assert experiment.initialisation == Initialisation("normal", 0.01, "same")

    def test_scale(self) -> None:
        experiment = described("mnist-relu --init constant --init-scale -0.5")
        assert experiment.initialisation == Initialisation("constant", -0.5, "zeros")

    def test_parameters_that_are_given_have_no_scale(self) -> None:
        assert "--init" in reason("mazur --init-scale 2")
        experiment = described("mazur --init uniform --init-scale 2")
        assert experiment.initialisation == Initialisation("uniform", 2.0, "zeros")


class TestData:
    def test_a_data_set_by_name(self) -> None:
        experiment = described("circles --data spiral")
        assert experiment == replace(
            preset("circles").experiment, data=DataChoice(key="spiral")
        )

    def test_its_seed_is_its_own(self) -> None:
        assert described("circles --data quadratic").data.seed == 333
        line = "circles --data quadratic --data-seed 111"
        assert described(line).data.seed == 111

    def test_a_file_is_found_from_anywhere_later(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "mine.csv").write_text("a,b,y\n1,2,3.5\n2,3,4.5\n4,5,7.25\n")
        monkeypatch.chdir(tmp_path)
        experiment = described("circles --data mine.csv --data-seed 4")
        assert experiment.data == DataChoice(
            key="file", seed=4, path=str(tmp_path / "mine.csv")
        )
        assert experiment.layer_sizes == (2, 6, 1)
        assert experiment.activations == ("tanh", "identity")
        assert experiment.loss == "squared_error"
        assert experiment.batch_size == 3

    def test_options_have_the_last_word(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.csv"
        path.write_text("a,b,y\n1,2,3.5\n2,3,4.5\n4,5,7.25\n")
        experiment = described(
            f"circles --data {path} --layers 2,5,5,1 --batch-size 2 "
            "--activations tanh,tanh,softplus"
        )
        assert experiment.layer_sizes == (2, 5, 5, 1)
        assert experiment.activations == ("tanh", "tanh", "softplus")
        assert experiment.batch_size == 2

    def test_a_file_that_is_not_there(self) -> None:
        assert "no file" in reason("circles --data nowhere.csv")


class TestParameters:
    NAMES = ("weights_1", "biases_1", "weights_2", "biases_2")

    @pytest.fixture
    def arrays(self) -> dict[str, np.ndarray]:
        rng = np.random.default_rng(1)
        shapes = ((2, 2), (2,), (2, 2), (2,))
        return {
            name: rng.standard_normal(shape)
            for name, shape in zip(self.NAMES, shapes, strict=True)
        }

    def read(self, path: Path, options: str = "") -> np.ndarray:
        parser = Parser("bpviz test")
        add_experiment_options(parser)
        line = f"mazur --parameters {path} {options}"
        arguments = parser.parse_args(line.split())
        parameters = first_parameters_of(arguments, experiment_of(arguments))
        assert parameters is not None
        return parameters

    def reason(self, path: Path, options: str = "") -> str:
        with pytest.raises(InputError) as caught:
            self.read(path, options)
        return str(caught.value)

    def test_arrays_are_packed(
        self, tmp_path: Path, arrays: dict[str, np.ndarray]
    ) -> None:
        path = tmp_path / "first.npz"
        save(path, **arrays, other=np.zeros(3))
        flat = self.read(path)
        w, b = arrays["weights_1"], arrays["biases_1"]
        assert flat[:6].tolist() == [*w[:, 0], b[0], *w[:, 1], b[1]]
        assert self.read(path, "--dtype float32").dtype == np.float32

    def test_without_a_file_there_are_none(self) -> None:
        parser = Parser("bpviz test")
        add_experiment_options(parser)
        arguments = parser.parse_args(["mazur"])
        assert first_parameters_of(arguments, experiment_of(arguments)) is None

    def test_what_can_be_wrong_with_a_file(
        self, tmp_path: Path, arrays: dict[str, np.ndarray]
    ) -> None:
        path = tmp_path / "first.npz"
        assert "no file" in self.reason(path)
        path.write_bytes(b"no archive")
        assert "not a whole .npz file" in self.reason(path)
        save(path, **{**arrays, "weights_1": np.array([{}], dtype=object)})
        assert "Python objects" in self.reason(path)
        save(path, **{k: v for k, v in arrays.items() if k != "biases_2"})
        assert "no array biases_2" in self.reason(path)
        save(path, **arrays, weights_3=np.zeros((2, 2)))
        assert "more layers than the 2" in self.reason(path)
        save(path, **{**arrays, "weights_2": np.zeros((2, 3))})
        assert "weights_2 has shape (2, 3)" in self.reason(path)
        save(path, **{**arrays, "biases_1": np.array([1.0, np.nan])})
        assert "biases_1" in self.reason(path)
        save(path, **{**arrays, "biases_1": np.array([1.0, 1e300])})
        assert "biases_1" in self.reason(path, "--dtype float32")
        save(path, **{**arrays, "biases_1": np.array(["a", "b"])})
        assert "biases_1" in self.reason(path)
