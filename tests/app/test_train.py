"""``bpviz train`` makes the very run that a session makes, and reports it."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from bpviz.app import headless
from bpviz.data.order import BatchOrder
from bpviz.training.experiment import Experiment
from bpviz.training.messages import (
    Divergence,
    Evaluate,
    OpenExperiment,
    OpenFile,
    Report,
    Run,
)
from bpviz.training.presets import PRESETS, preset
from bpviz.training.session import Session
from bpviz.training.session_file import load_session
from tests.app.command_line import CommandLine


def in_a_session(experiment: Experiment, updates: int, **opening: Any) -> Report:
    session = Session()
    session.handle(OpenExperiment(experiment=experiment, **opening))
    session.handle(Run(budget=1e6, until=updates))
    return session.handle(Evaluate())


class TestJson:
    def test_classification(self, bpviz: CommandLine) -> None:
        called = bpviz("train", "xor", "--epochs", "3", "--json")
        assert (called.status, called.errors) == (0, "")
        result = called.json()
        last = in_a_session(preset("xor").experiment, 60).curves.evaluations[-1]
        assert result["preset"] == "xor"
        assert (result["updates"], result["epochs"]) == (60, 3)
        for name in ("train_loss", "test_loss", "train_accuracy", "test_accuracy"):
            assert result[name] == getattr(last, name)
        assert result["diverged"] is False
        assert result["divergence"] is None
        assert 0 < result["seconds"] < 60
        assert 0 < result["samples_per_second"] < 1e9
        assert msgspec.convert(result["experiment"], Experiment) == replace(
            preset("xor").experiment, epochs=3
        )

    def test_what_has_no_meaning_is_null(self, bpviz: CommandLine) -> None:
        result = bpviz("train", "quadratic", "--epochs", "1", "--json").json()
        assert result["train_loss"] > 0
        assert result["test_loss"] is None
        assert result["train_accuracy"] is result["test_accuracy"] is None

    def test_a_speed_where_every_update_ends_an_epoch(self, bpviz: CommandLine) -> None:
        result = bpviz("train", "mazur", "--epochs", "20", "--json").json()
        assert result["updates"] == result["epochs"] == 20
        assert result["samples_per_second"] > 0

    def test_speed_counts_samples_not_updates(
        self, bpviz: CommandLine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ask = headless.HeadlessRun._ask

        def at_a_known_speed(run: headless.HeadlessRun, request: object) -> Report:
            report = ask(run, request)  # type: ignore[arg-type]
            if isinstance(request, Run):
                run.report = replace(report, samples_per_second=1000.0)
            return run.report

        monkeypatch.setattr(headless.HeadlessRun, "_ask", at_a_known_speed)
        for options in ([], ["--batch-size", "all"], ["--batch-size", "7"]):
            result = bpviz("train", "xor", "--epochs", "2", "--json", *options).json()
            assert result["samples_per_second"] == pytest.approx(1000.0)

    def test_numbers_of_the_final_parameters(self, bpviz: CommandLine) -> None:
        """A run that ends inside an epoch is evaluated where it ends."""
        result = bpviz("train", "xor", "--updates", "33", "--json").json()
        assert (result["updates"], result["epochs"]) == (33, 1)
        last = in_a_session(preset("xor").experiment, 33).curves.evaluations[-1]
        assert (last.update, last.train_loss) == (33, result["train_loss"])


class TestLength:
    def test_the_presets_own(self, bpviz: CommandLine) -> None:
        result = bpviz("train", "chain", "--json").json()
        assert result["epochs"] == preset("chain").experiment.epochs

    def test_the_presets_own_in_updates(
        self, bpviz: CommandLine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shorter = replace(
            preset("xor"), experiment=replace(preset("xor").experiment, updates=7)
        )
        monkeypatch.setitem(PRESETS, "xor", shorter)
        assert bpviz("train", "xor", "--json").json()["updates"] == 7
        result = bpviz("train", "xor", "--epochs", "1", "--json").json()
        assert result["updates"] == 20


class TestSummary:
    def test_classification(self, bpviz: CommandLine) -> None:
        called = bpviz("train", "xor", "--epochs", "2", "--no-shuffle")
        assert (called.status, called.errors) == (0, "")
        first, train, test = called.output.splitlines()
        assert first.startswith("xor 2-4-1: 40 updates, 2 epochs, ")
        assert first.endswith(" samples/s")
        last = in_a_session(
            replace(preset("xor").experiment, batch_order=BatchOrder.IN_ORDER),
            40,
        ).curves.evaluations[-1]
        assert train == (
            f"train  loss {last.train_loss:.6g}  accuracy {last.train_accuracy:.2%}"
        )
        assert test.startswith(f"test   loss {last.test_loss:.6g}  accuracy ")

    def test_regression(self, bpviz: CommandLine) -> None:
        lines = bpviz("train", "mazur", "--epochs", "1").output.splitlines()
        assert lines[0].startswith("mazur 2-2-2: 1 update, 1 epoch, ")
        assert len(lines) == 2
        assert "accuracy" not in lines[1]


class TestFiles:
    def test_a_saved_run_is_bitwise_that_of_a_session(
        self, bpviz: CommandLine, tmp_path: Path
    ) -> None:
        path = tmp_path / "run.bpviz"
        called = bpviz("train", "spiral", "--updates", "45", "--save", path)
        assert called.status == 0
        report = in_a_session(replace(preset("spiral").experiment, updates=45), 45)
        session = Session()
        opened = session.handle(OpenFile(path=str(path)))
        assert opened.frame.moment.update == 45
        assert np.array_equal(
            opened.frame.parameters.flat, report.frame.parameters.flat
        )
        assert load_session(str(path)).experiment == replace(
            preset("spiral").experiment, updates=45
        )
        later = session.handle(Run(budget=1e6, until=90))
        twice = in_a_session(preset("spiral").experiment, 90)
        assert np.array_equal(later.frame.parameters.flat, twice.frame.parameters.flat)

    def test_first_parameters_from_a_trace(
        self, bpviz: CommandLine, tmp_path: Path
    ) -> None:
        """Ten updates and then five more are fifteen, where the order is the same."""
        trace, saved = tmp_path / "trace.npz", tmp_path / "run.bpviz"
        line = ("quadratic", "--batch-size", "all")
        assert bpviz("trace", *line, "--updates", 10, "-o", trace).status == 0
        more = ("--parameters", trace, "--updates", 5, "--save", saved)
        assert bpviz("train", *line, *more).status == 0
        experiment = replace(preset("quadratic").experiment, batch_size=0)
        whole = in_a_session(experiment, 15)
        opened = Session().handle(OpenFile(path=str(saved)))
        assert np.array_equal(opened.frame.parameters.flat, whole.frame.parameters.flat)

    def test_history(self, bpviz: CommandLine, tmp_path: Path) -> None:
        path = tmp_path / "curves.csv"
        path.write_text("older")
        called = bpviz("train", "xor", "--updates", "50", "--history", path)
        assert called.status == 0
        assert path.read_text().splitlines()[0] == (
            "update,epoch,train_loss,test_loss,train_accuracy,test_accuracy"
        )
        with path.open(newline="") as file:
            rows = list(csv.DictReader(file))
        evaluations = in_a_session(preset("xor").experiment, 50).curves.evaluations
        assert [(row["update"], row["epoch"]) for row in rows] == [
            *(("0", "0"), ("20", "1"), ("40", "2"), ("50", "2")),
        ]
        for row, evaluation in zip(rows, evaluations, strict=True):
            for name, text in row.items():
                assert float(text) == getattr(evaluation, name)

    def test_history_of_a_regression_has_empty_cells(
        self, bpviz: CommandLine, tmp_path: Path
    ) -> None:
        path = tmp_path / "curves.csv"
        bpviz("train", "quadratic", "--epochs", "1", "--history", path)
        lines = path.read_text().splitlines()
        assert len(lines) == 3
        assert all(line.endswith(",,,") for line in lines[1:])

    def test_own_data(self, bpviz: CommandLine, tmp_path: Path) -> None:
        path = tmp_path / "mine.csv"
        rows = (f"{n % 7},{n % 5},{'odd' if n % 2 else 'even'}" for n in range(50))
        path.write_text("a,b,kind\n" + "\n".join(rows) + "\n")
        result = bpviz("train", "quadratic", "--data", path, "--epochs", 2, "--json")
        assert result.status == 0
        answer = result.json()
        assert answer["experiment"]["loss"] == "binary_cross_entropy"
        assert answer["experiment"]["layer_sizes"] == [2, 100, 400, 1]
        assert 0 <= answer["test_accuracy"] <= 1


class TestDivergence:
    LINE = ("train", "quadratic", "--learning-rate", "1e6", "--epochs", "3")

    def test_it_says_where_and_what_to_try(self, bpviz: CommandLine) -> None:
        called = bpviz(*self.LINE)
        assert called.status == 1
        complaint = called.complaint()
        divergence = in_a_session(
            replace(
                preset("quadratic").experiment,
                hyperparameters=replace(
                    preset("quadratic").experiment.hyperparameters, learning_rate=1e6
                ),
            ),
            90,
        ).divergence
        assert divergence is not None
        assert f"in update {divergence.update} the " in complaint
        assert "--learning-rate below 1e+06" in complaint

    def test_json_is_still_whole(self, bpviz: CommandLine, tmp_path: Path) -> None:
        saved, history = tmp_path / "run.bpviz", tmp_path / "curves.csv"
        called = bpviz(*self.LINE, "--json", "--save", saved, "--history", history)
        assert called.status == 1
        assert "diverged" in called.error()
        result = called.json()
        assert result["diverged"] is True
        assert set(result["divergence"]) == {"update", "quantity", "layer"}
        assert result["updates"] == result["divergence"]["update"] - 1
        assert load_session(str(saved)).moment.update == result["updates"]
        assert history.read_text().splitlines()[1].startswith("0,0,")

    def test_it_has_no_results(self, bpviz: CommandLine) -> None:
        result = bpviz(*self.LINE, "--json").json()
        for name in ("train_loss", "test_loss", "train_accuracy", "test_accuracy"):
            assert result[name] is None

    @pytest.mark.parametrize("rate", ["1e160", "1e200"])
    def test_the_last_update_counts_too(self, bpviz: CommandLine, rate: str) -> None:
        """Nothing later runs into the loss that it leaves, and tells."""
        line = ("train", "mazur", "--activations", "sigmoid,identity", "--updates", 1)
        called = bpviz(*line, "--learning-rate", rate, "--json")
        assert called.status == 1
        assert "diverged: in update 1 the loss became infinite" in called.error()
        result = called.json()
        assert result["diverged"] is True
        assert result["train_loss"] is None


@pytest.mark.parametrize("name", ["--history", "--save"])
def test_what_is_read_is_not_written_over(
    bpviz: CommandLine, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,y\n1,2.5\n2,3.5\n")
    called = bpviz("train", "moons", "--data", path, name, path)
    assert called.status == 2
    assert "the same call names it for something else" in called.complaint()
    assert path.read_text().startswith("a,y")


def test_two_outputs_are_two_files(bpviz: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a"
    called = bpviz("train", "xor", "--history", path, "--save", path)
    assert "the same call names it for something else" in called.complaint()
    assert not path.exists()


def test_progress_belongs_on_a_terminal(bpviz: CommandLine) -> None:
    assert bpviz("train", "spiral", "--epochs", "30").errors == ""


@pytest.mark.parametrize(
    ("quantity", "layer", "words"),
    [
        ("pre_activations", 2, "the pre-activations of layer 2 became"),
        ("weight_gradients", 1, "the weight gradients of layer 1 became"),
        ("loss", 0, "the loss became"),
    ],
)
def test_names_of_what_diverged(quantity: str, layer: int, words: str) -> None:
    divergence = Divergence(12, quantity, layer)
    error = headless.diverged(divergence, preset("xor").experiment)
    assert f"in update 12 {words} infinite or undefined" in str(error)
