"""``bpviz presets`` lists every preset."""

import msgspec

from bpviz.training.experiment import Experiment
from bpviz.training.presets import PRESETS
from tests.app.command_line import CommandLine


def test_table(bpviz: CommandLine) -> None:
    called = bpviz("presets")
    assert (called.status, called.errors) == (0, "")
    heading, *lines = called.output.splitlines()
    assert heading.split() == ["PRESET", "NETWORK", "WHAT"]
    assert [line.split()[0] for line in lines] == list(PRESETS)
    assert lines[0].split(maxsplit=2)[1:] == ["2-100-400-1", "Quadratic regression"]
    starts = {line.index(PRESETS[line.split()[0]].title) for line in lines}
    assert len(starts) == 1  # the columns stand under one another
    assert max(map(len, lines)) <= 80


def test_json_holds_the_whole_experiment(bpviz: CommandLine) -> None:
    called = bpviz("presets", "--json")
    presets = called.json()["presets"]
    assert [preset["key"] for preset in presets] == list(PRESETS)
    for listed in presets:
        preset = PRESETS[listed["key"]]
        assert (listed["title"], listed["description"]) == (
            preset.title,
            preset.description,
        )
        experiment = msgspec.convert(listed["experiment"], Experiment)
        assert experiment == preset.experiment
