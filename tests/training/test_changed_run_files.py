"""A session file holds a changed run, and refuses changes that nobody can have made."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from bpviz.messages import InputError
from bpviz.nn.faults import Fault
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.change_check import MOST_CHANGES
from bpviz.training.changes import (
    Change,
    FaultSwitch,
    NodeSwitch,
    ParameterEdit,
    SampleChoice,
    SettingsChange,
)
from bpviz.training.debug_requests import MakeChange
from bpviz.training.messages import (
    OpenData,
    OpenExperiment,
    OpenFile,
    Report,
    Run,
    SaveFile,
    Seek,
)
from bpviz.training.session import Session
from bpviz.training.session_file import load_session
from bpviz.training.steps import Moment
from tests.training.clock import steady_clock
from tests.training.experiments import EXPERIMENTS
from tests.training.reference import contents_of
from tests.training.test_session_file import members_of, with_header, with_member

NAME = "adam with l2, drawn"
NUMBERS = EXPERIMENTS[NAME].hyperparameters
CHANGES: list[tuple[int, Change]] = [
    (0, ParameterEdit(ParameterKey(layer=1, end=2), 0.5)),
    (3, SettingsChange(replace(NUMBERS, optimizer="momentum", learning_rate=0.002))),
    (9, NodeSwitch(1, 4, is_on=False)),
    (9, SampleChoice(11)),
    (20, FaultSwitch(Fault.LEAKING_GRADIENTS)),
    (31, ParameterEdit(ParameterKey(layer=2, end=0, start=1), -0.25)),
]


def changed_run(until: int = 42) -> Session:
    session = Session(steady_clock(1e-6))
    session.handle(OpenExperiment(experiment=EXPERIMENTS[NAME]))
    for update, change in CHANGES:
        session.handle(Run(budget=1e9, until=update))
        session.handle(MakeChange(change=change))
    session.handle(Run(budget=1e9, until=until))
    return session


@pytest.fixture(name="saved", scope="module")
def make_saved(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("changed") / "run.bpviz"
    changed_run().handle(SaveFile(path=str(path)))
    return path.read_bytes()


def open_file(path: Path, content: bytes) -> Report:
    path.write_bytes(content)
    return Session().handle(OpenFile(path=str(path)))


@pytest.mark.parametrize("place", [42, 20, 9, 0])
def test_a_changed_run_goes_on_bit_for_bit(place: int, tmp_path: Path) -> None:
    session = changed_run()
    at = session.handle(Seek(update=place))
    path = str(tmp_path / "run.bpviz")
    session.handle(SaveFile(path=path))
    other = Session(steady_clock(1e-6))
    report = other.handle(OpenFile(path=path))
    assert report.reached
    assert report.frame.moment == Moment(place)
    assert report.frame.settings == at.frame.settings
    assert contents_of(report.frame) == contents_of(at.frame)
    assert report.runs is not None
    assert [(e.update, e.change) for e in report.runs.current.log] == CHANGES
    assert not report.runs.can_undo
    for update in (60, 25, 9, 3, 0, 61):
        one, two = (s.handle(Seek(update=update)) for s in (session, other))
        assert contents_of(one.frame) == contents_of(two.frame)


def test_a_file_of_the_first_format_is_read(saved: bytes, tmp_path: Path) -> None:
    session = Session(steady_clock(1e-6))
    session.handle(OpenExperiment(experiment=EXPERIMENTS[NAME]))
    expected = session.handle(Run(budget=1e9, until=42))
    path = tmp_path / "run.bpviz"
    session.handle(SaveFile(path=str(path)))
    header = json.loads(members_of(path.read_bytes())["session.json"])
    del header["log"], header["data_digest"]
    header["format"] = 1
    text = json.dumps(header).encode()
    report = open_file(path, with_member(path.read_bytes(), "session.json", text))
    assert contents_of(report.frame) == contents_of(expected.frame)


def log_of(*entries: tuple[int, Change]) -> list[dict[str, Any]]:
    return [
        {"update": update, "change": msgspec.to_builtins(change)}
        for update, change in entries
    ]


KEY = ParameterKey(layer=1, end=0)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ((5, NodeSwitch(9, 0, is_on=False)), "no layer 9"),
        ((5, NodeSwitch(1, 5, is_on=False)), "no node 5 in layer 1"),
        ((5, NodeSwitch(3, 0, is_on=False)), "Outputs cannot be switched off"),
        ((5, SampleChoice(30)), "There is no sample 31"),
        ((5, SampleChoice(-1)), "There is no sample 0"),
        ((5, SampleChoice(2**70)), "There is no sample"),
        ((5, ParameterEdit(ParameterKey(layer=4, end=0), 1.0)), "no parameter"),
        ((5, ParameterEdit(ParameterKey(layer=1, end=-1), 1.0)), "no parameter"),
        ((5, ParameterEdit(ParameterKey(1, 0, 2), 1.0)), "no parameter"),
        ((43, ParameterEdit(KEY, 1.0)), "bpviz session file"),
        ((-1, ParameterEdit(KEY, 1.0)), "bpviz session file"),
        ((5, SettingsChange(replace(NUMBERS, learning_rate=-1.0))), "learning_rate"),
        ((5, SettingsChange(replace(NUMBERS, beta1=1.0))), "beta1 must be"),
    ],
)
def test_changes_that_cannot_have_been_made(
    saved: bytes, entry: tuple[int, Change], words: str, tmp_path: Path
) -> None:
    # The checkpoint is of an optimizer that remembers as much as the first.
    content = with_header(unchanged(tmp_path), log=log_of(entry))
    with pytest.raises(InputError, match=words) as caught:
        open_file(tmp_path / "run.bpviz", content)
    assert "\n" not in str(caught.value)


def unchanged(folder: Path) -> bytes:
    """Return a saved run to which no change was made."""
    path = folder / "unchanged.bpviz"
    session = Session(steady_clock(1e-6))
    session.handle(OpenExperiment(experiment=EXPERIMENTS[NAME]))
    session.handle(Run(budget=1e9, until=42))
    session.handle(SaveFile(path=str(path)))
    return path.read_bytes()


@pytest.mark.parametrize(
    "log",
    [
        None,
        5,
        [5],
        [{}],
        [{"update": 5}],
        [{"update": 5, "change": {}}],
        [{"update": 5, "change": {"type": "magic"}}],
        [{"update": 5, "change": {"type": "fault", "fault": "no such fault"}}],
        [{"update": 5, "change": {"type": "sample", "sample": 1.5}}],
        [{"update": 5, "change": {"type": "node", "layer": 1, "node": 1}}],
        [{"update": 5.5, "change": {"type": "sample", "sample": 1}}],
        log_of((7, SampleChoice(1)), (6, SampleChoice(1))),
    ],
)
def test_logs_that_make_no_sense(saved: bytes, log: Any, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not a whole bpviz session file"):
        open_file(tmp_path / "run.bpviz", with_header(saved, log=log))


@pytest.mark.parametrize("value", ["1e999", "NaN", "null", "-1e999"])
def test_edits_to_what_is_no_number(saved: bytes, value: str, tmp_path: Path) -> None:
    text = members_of(saved)["session.json"]
    assert text.count(b'"value":0.5') == 1
    text = text.replace(b'"value":0.5', f'"value":{value}'.encode())
    with pytest.raises(InputError):
        open_file(tmp_path / "run.bpviz", with_member(saved, "session.json", text))


def test_too_many_changes(saved: bytes, tmp_path: Path) -> None:
    log = log_of(*[(5, SampleChoice(1))]) * (MOST_CHANGES + 1)
    with pytest.raises(InputError, match="can be changed 10,000 times"):
        open_file(tmp_path / "run.bpviz", with_header(unchanged(tmp_path), log=log))


def test_a_checkpoint_for_other_settings(saved: bytes, tmp_path: Path) -> None:
    """It was taken with momentum and a fault's memory; adam alone has as many."""
    path = tmp_path / "run.bpviz"
    path.write_bytes(saved)
    run = load_session(str(path))
    assert run.checkpoint_update == 31
    assert run.checkpoint.shape[0] == 3
    shorter = [*log_of(*CHANGES[:2]), *log_of(*CHANGES[5:])]
    with pytest.raises(InputError, match="is not a whole bpviz session file"):
        open_file(path, with_header(saved, log=shorter))


def write_table(path: Path, factor: float) -> None:
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(40, 3)) * [1, 1, factor]
    lines = ["a,b,y", *(",".join(f"{x:.6f}" for x in row) for row in rows)]
    path.write_text("\n".join(lines) + "\n")


def test_data_of_ones_own_that_have_changed_are_noticed(tmp_path: Path) -> None:
    table, path = tmp_path / "table.csv", str(tmp_path / "run.bpviz")
    write_table(table, 1.0)
    session = Session(steady_clock(1e-6))
    session.handle(OpenData(path=str(table)))
    session.handle(Run(budget=1e9, until=9))
    saved = session.handle(SaveFile(path=path))
    write_table(table, 2.0)
    with pytest.raises(InputError) as caught:
        Session().handle(OpenFile(path=path))
    assert str(caught.value) == (
        f"The data {table} are not those that the run was saved with: put those back "
        "to open it, or open the data as they are now."
    )
    write_table(table, 1.0)
    report = Session().handle(OpenFile(path=path))
    assert contents_of(report.frame) == contents_of(saved.frame)
