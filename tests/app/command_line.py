"""Calls the command line within the test, as a shell would call it."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from bpviz.app.main import main


@dataclass(frozen=True, slots=True)
class Called:
    """What came of a call."""

    status: int
    output: str
    errors: str

    def json(self) -> dict[str, Any]:
        """Return the one JSON object that the output is; JSON has no NaN."""

        def refuse(word: str) -> None:
            raise ValueError(f"{word} is not JSON")

        parsed = json.loads(self.output, parse_constant=refuse)
        assert isinstance(parsed, dict)
        assert self.output.count("\n") == 1
        return parsed

    def complaint(self) -> str:
        """Return what was wrong; the call must have printed that and nothing else."""
        assert self.output == ""
        return self.error()

    def error(self) -> str:
        """Return the one line on standard error, without what it begins with."""
        assert self.errors.count("\n") == 1
        assert self.errors.startswith("bpviz: error: ")
        return self.errors.removeprefix("bpviz: error: ").strip()


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Callable with the words that stand behind ``bpviz``."""

    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: object) -> Called:
        status = main([str(argument) for argument in arguments])
        output, errors = self.capture.readouterr()
        return Called(status, output, errors)
