"""``bpviz trace`` writes every number of the update that comes next."""

from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

from bpviz.training.experiment import Experiment
from bpviz.training.messages import OpenExperiment, Run
from bpviz.training.presets import preset
from bpviz.training.session import Session
from tests.app.command_line import CommandLine

PER_SAMPLE = ("activations", "pre_activations", "deltas")
WEIGHTS = ("weights", "weight_gradients", "weights_after")
BIASES = ("biases", "bias_gradients", "biases_after")


def written(
    bpviz: CommandLine, path: Path, *arguments: object
) -> dict[str, np.ndarray]:
    called = bpviz("trace", *arguments, "-o", path)
    assert (called.status, called.errors) == (0, "")
    with np.load(path, allow_pickle=False) as file:
        return dict(file)


def test_names_and_shapes(bpviz: CommandLine, tmp_path: Path) -> None:
    arrays = written(bpviz, tmp_path / "trace.npz", "xor", "--batch-size", "7")
    shapes = {name: array.shape for name, array in arrays.items()}
    assert shapes == {
        "activations_0": (7, 2),
        "samples": (7,),
        "targets": (7, 1),
        "losses": (7,),
        "loss": (),
        "experiment": (),
        **{f"{name}_1": (7, 4) for name in PER_SAMPLE},
        **{f"{name}_2": (7, 1) for name in PER_SAMPLE},
        **{f"{name}_1": (2, 4) for name in WEIGHTS},
        **{f"{name}_2": (4, 1) for name in WEIGHTS},
        **{f"{name}_1": (4,) for name in BIASES},
        **{f"{name}_2": (1,) for name in BIASES},
    }
    text = arrays["experiment"].item()
    assert msgspec.json.decode(text, type=Experiment) == replace(
        preset("xor").experiment, batch_size=7
    )


def test_the_published_numbers(bpviz: CommandLine, tmp_path: Path) -> None:
    """Matt Mazur's worked example; our loss has no half."""
    arrays = written(bpviz, tmp_path / "trace.npz", "mazur")
    assert arrays["pre_activations_1"][0, 0] == pytest.approx(0.3775)
    assert arrays["activations_1"][0] == pytest.approx([0.593269992, 0.596884378])
    assert arrays["activations_2"][0] == pytest.approx([0.75136507, 0.772928465])
    assert arrays["loss"] / 2 == pytest.approx(0.298371109)
    assert arrays["weights_after_2"][:, 0] == pytest.approx([0.35891648, 0.408666186])
    assert arrays["weights_after_1"][:, 0] == pytest.approx([0.149780716, 0.19956143])


def test_the_numbers_fit_together(bpviz: CommandLine, tmp_path: Path) -> None:
    options = ("--updates", "25", "--optimizer", "sgd", "--learning-rate", "0.5")
    a = written(bpviz, tmp_path / "trace.npz", "xor", *options, "--l2", "0.01")
    assert a["loss"] == pytest.approx(a["losses"].mean())
    for n in (1, 2):
        z = a[f"activations_{n - 1}"] @ a[f"weights_{n}"] + a[f"biases_{n}"]
        np.testing.assert_allclose(a[f"pre_activations_{n}"], z, atol=1e-12)
        gradients = a[f"activations_{n - 1}"].T @ a[f"deltas_{n}"] / len(a["losses"])
        gradients += 0.01 * a[f"weights_{n}"]
        np.testing.assert_allclose(a[f"weight_gradients_{n}"], gradients, atol=1e-12)
        after = a[f"weights_{n}"] - 0.5 * a[f"weight_gradients_{n}"]
        np.testing.assert_allclose(a[f"weights_after_{n}"], after, atol=1e-12)
        after = a[f"biases_{n}"] - 0.5 * a[f"bias_gradients_{n}"]
        np.testing.assert_allclose(a[f"biases_after_{n}"], after, atol=1e-12)


@pytest.mark.parametrize("updates", [0, 1, 19, 20, 33])
def test_it_is_the_update_after_so_many(
    bpviz: CommandLine, tmp_path: Path, updates: int
) -> None:
    arrays = written(bpviz, tmp_path / "trace.npz", "xor", "--updates", updates)
    session = Session()
    session.handle(OpenExperiment(experiment=preset("xor").experiment))
    before = session.handle(Run(budget=1e6, until=updates)).frame.parameters
    after = session.handle(Run(budget=1e6, until=updates + 1)).frame.parameters
    for layer in (0, 1):
        assert np.array_equal(arrays[f"weights_{layer + 1}"], before.weights[layer])
        assert np.array_equal(arrays[f"biases_{layer + 1}"], before.biases[layer])
        name = f"weights_after_{layer + 1}"
        assert np.array_equal(arrays[name], after.weights[layer])


def test_it_says_what_it_wrote(bpviz: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "trace.npz"
    called = bpviz("trace", "mazur", "--updates", "3", "-o", path)
    assert called.output.startswith(
        f"{path}: update 4 of mazur, samples in the batch: 1, loss 0.48"
    )


@pytest.mark.parametrize("updates", [0, 90])
def test_a_run_that_diverges_leaves_no_file(
    bpviz: CommandLine, tmp_path: Path, updates: int
) -> None:
    path = tmp_path / "trace.npz"
    path.write_bytes(b"older")
    how = ("--init-scale", "1e200") if updates == 0 else ("--learning-rate", "1e6")
    called = bpviz("trace", "quadratic", *how, "--updates", updates, "-o", path)
    assert called.status == 1
    assert "the run diverged" in called.complaint()
    assert path.read_bytes() == b"older"
