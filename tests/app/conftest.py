"""The command line as a fixture."""

import pytest

from tests.app.command_line import CommandLine


@pytest.fixture
def bpviz(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)
