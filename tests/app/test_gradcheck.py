"""``bpviz gradcheck`` prints how far two ways of finding gradients differ."""

import numpy as np
import pytest

from bpviz.nn.arrays import Array
from bpviz.nn.backprop import Backprop
from tests.app.command_line import CommandLine

ARRAYS = ("weights_1", "biases_1", "weights_2", "biases_2")


def test_json(bpviz: CommandLine) -> None:
    called = bpviz("gradcheck", "xor", "--json")
    assert (called.status, called.errors) == (0, "")
    result = called.json()
    assert result["preset"] == "xor"
    assert result["passed"] is True
    assert (result["updates"], result["samples"]) == (0, 3)
    assert [array["name"] for array in result["arrays"]] == list(ARRAYS)
    assert [array["entries_checked"] for array in result["arrays"]] == [8, 4, 4, 1]
    for array in result["arrays"]:
        assert array["entries"] == array["entries_checked"]
        assert array["kinks"] == 0
        assert 0 <= array["mean_absolute_difference"] < 1e-9
        assert 0 <= array["max_relative_error"] < result["tolerance"] == 1e-5
        assert len(array["max_relative_error_at"]) == (
            2 if array["name"].startswith("weights") else 1
        )
    assert result["numerical_seconds"] > result["backprop_seconds"] > 0
    assert result["ratio"] == pytest.approx(
        result["numerical_seconds_for_all"] / result["backprop_seconds"]
    )


def test_entries(bpviz: CommandLine) -> None:
    def checked(*options: str) -> list[int]:
        result = bpviz("gradcheck", "quadratic", "--json", *options).json()
        return [array["entries_checked"] for array in result["arrays"]]

    assert checked() == [100, 100, 100, 100, 100, 1]
    assert checked("--entries", "7") == [7, 7, 7, 7, 7, 1]
    sizes = [200, 100, 500, 20, 25, 1]
    all_of_them = checked("--all", "--layers", "2,100,5,5,1")
    assert all_of_them == [200, 100, 500, 5, 25, 5, 5, 1]
    assert sizes != all_of_them


def test_a_full_check_of_the_third_articles_network(bpviz: CommandLine) -> None:
    called = bpviz("gradcheck", "mnist-relu", "--all", "--json")
    assert called.status == 0
    result = called.json()
    assert sum(array["entries_checked"] for array in result["arrays"]) == 39_760
    assert result["ratio"] > 1000


def test_the_articles_table(bpviz: CommandLine) -> None:
    called = bpviz("gradcheck", "xor", "--updates", "20", "--samples", "5")
    assert (called.status, called.errors) == (0, "")
    heading, *rows = called.output.splitlines()
    assert "mean |difference|" in heading
    assert [row.split()[0] for row in rows[:4]] == list(ARRAYS)
    assert all(float(row.split()[3]) < 1e-9 for row in rows[:4])
    assert all(row.endswith("]") for row in rows[:4])
    assert "times as long" in rows[4]
    assert rows[5:] == ["the gradients agree"]


def test_kinks_are_reported(bpviz: CommandLine) -> None:
    """With all weights 0 every ReLU stands at its kink."""
    line = ("gradcheck", "spiral", "--init", "zeros")
    result = bpviz(*line, "--json").json()
    assert result["arrays"][1]["kinks"] == 32
    assert result["arrays"][1]["max_relative_error_at"] is None
    assert "a ReLU bends" in bpviz(*line).output


def test_later_parameters_are_checked(bpviz: CommandLine) -> None:
    first = bpviz("gradcheck", "mazur", "--json").json()
    later = bpviz("gradcheck", "mazur", "--updates", "9", "--json").json()
    assert later["updates"] == 9
    assert first["arrays"] != later["arrays"]


def test_fewer_samples_than_usual_are_all(bpviz: CommandLine) -> None:
    assert bpviz("gradcheck", "mazur", "--json").json()["samples"] == 1


def test_the_penalty_and_single_precision(bpviz: CommandLine) -> None:
    options = ("--l2", "0.1", "--dtype", "float32")
    assert bpviz("gradcheck", "moons", *options).status == 0


def test_wrong_gradients_are_a_failure(
    bpviz: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = Backprop.gradients

    def wrong(self: Backprop, into: tuple[Array, ...]) -> None:
        right(self, into)
        into[1][0, 2] *= 1.5  # the weight from node 2 to the output

    monkeypatch.setattr(Backprop, "gradients", wrong)
    called = bpviz("gradcheck", "xor")
    assert called.status == 1
    assert "in weights_2 at [2, 0] the relative error is 3.3e-01" in called.error()
    assert "agree" not in called.output
    called = bpviz("gradcheck", "xor", "--json")
    assert called.status == 1
    assert called.json()["passed"] is False


def test_gradients_that_are_no_numbers_are_null(
    bpviz: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = Backprop.gradients

    def wrong(self: Backprop, into: tuple[Array, ...]) -> None:
        right(self, into)
        into[0][:] = np.nan

    monkeypatch.setattr(Backprop, "gradients", wrong)
    called = bpviz("gradcheck", "xor", "--json")
    assert called.status == 1
    assert called.json()["arrays"][0]["max_relative_error"] is None


@pytest.mark.parametrize("scale", ["1e12", "1e150", "1e307"])
def test_weights_too_large_for_a_step_beside_them(
    bpviz: CommandLine, scale: str
) -> None:
    called = bpviz("gradcheck", "xor", "--init-scale", scale)
    assert called.status == 1
    assert "the gradients cannot be compared: in weights_1" in called.error()


def test_a_run_that_diverges_first(bpviz: CommandLine) -> None:
    line = ("gradcheck", "quadratic", "--learning-rate", "1e6", "--updates", "90")
    called = bpviz(*line)
    assert called.status == 1
    assert "the run diverged" in called.complaint()


@pytest.mark.parametrize(
    ("fault", "wrong"),
    [
        ("forgotten_activation_derivative", {"weights_1", "biases_1"}),
        ("transposed_weights", {"weights_1", "biases_1"}),
        ("sum_for_mean", set(ARRAYS)),
        ("forgotten_bias_gradient", {"biases_1", "biases_2"}),
        ("leaking_gradients", set(ARRAYS)),
        ("bias_updated_per_weight", {"biases_1", "biases_2"}),
    ],
)
def test_every_fault_is_found(bpviz: CommandLine, fault: str, wrong: set[str]) -> None:
    call = ("gradcheck", "mnist-relu", "--updates", "3", "--fault", fault)
    called = bpviz(*call, "--json")
    assert called.status == 1
    assert "the gradients differ" in called.error()
    result = called.json()
    assert (result["passed"], result["fault"]) == (False, fault)
    assert wrong == {
        array["name"]
        for array in result["arrays"]
        if array["max_relative_error"] > result["tolerance"]
    }


def test_nothing_has_leaked_into_the_first_batch(bpviz: CommandLine) -> None:
    called = bpviz("gradcheck", "mnist-relu", "--fault", "leaking_gradients")
    assert called.status == 0


def test_a_fault_that_makes_no_difference_is_refused(bpviz: CommandLine) -> None:
    called = bpviz("gradcheck", "xor", "--samples", "1", "--fault", "sum_for_mean")
    assert called.status == 2
    assert "makes no difference in this network with --samples 1" in called.complaint()
