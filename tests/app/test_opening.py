"""The window begins with what its one argument names."""

from pathlib import Path

import pytest

from bpviz.app.opening import opening
from bpviz.messages import InputError
from bpviz.training.experiment import DataChoice, Experiment
from bpviz.training.presets import PRESETS, preset
from tests.app.command_line import CommandLine


def test_nothing_is_the_first_preset() -> None:
    assert opening(None) == preset("quadratic").experiment


@pytest.mark.parametrize("key", PRESETS)
def test_a_preset(key: str) -> None:
    assert opening(key) == preset(key).experiment


def test_a_session_file(bpviz: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "run.bpviz"
    bpviz("train", "mazur", "--updates", "1", "--save", path)
    assert opening(str(path)) == path


def test_a_file_is_found_from_any_folder(
    bpviz: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bpviz("train", "mazur", "--updates", "1", "--save", "run.bpviz")
    assert opening("run.bpviz") == tmp_path / "run.bpviz"


def test_own_data(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("a,b,y\n1,2,3.5\n2,3,4.5\n4,5,7.25\n")
    experiment = opening(str(path))
    assert isinstance(experiment, Experiment)
    assert experiment.data == DataChoice(key="file", path=str(path))
    assert experiment.layer_sizes == (2, 8, 1)


def test_a_preset_wins_over_a_file_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "xor").write_text("something")
    assert opening("xor") == preset("xor").experiment


def test_what_cannot_be_opened(bpviz: CommandLine, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither a preset nor a file 'nope'"):
        opening("nope")
    damaged = tmp_path / "run.bpviz"
    damaged.write_bytes(b"no session")
    with pytest.raises(InputError, match="not a whole bpviz session file"):
        opening(str(damaged))
    data = tmp_path / "mine.csv"
    data.write_text("a,b,y\n1,2,3.5\n2,3,4.5\n4,5,7.25\n")
    homeless = tmp_path / "homeless.bpviz"
    bpviz("train", "xor", "--data", data, "--updates", "1", "--save", homeless)
    assert opening(str(homeless)) == homeless
    data.unlink()
    with pytest.raises(InputError, match="no file"):
        opening(str(homeless))
    strange = tmp_path / "film.mov"
    strange.write_bytes(b"no data")
    with pytest.raises(InputError, match="no kind of data"):
        opening(str(strange))
