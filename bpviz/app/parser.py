"""Reading the command line: the parser, and the kinds of values that options take.

The command line speaks English, as the names of its options do; so what is wrong
with a call is not marked for translation.
"""

import argparse
from collections.abc import Callable
from math import isfinite
from typing import NoReturn

from typing_extensions import override

from bpviz.messages import InputError

LARGEST = 2**62
"""No number of samples, updates or nodes needs more; a seed does not either."""


class UsageError(InputError):
    """The command line asks for something that makes no sense."""

    def __init__(self, sentence: str) -> None:
        super().__init__("{sentence}", sentence=sentence)


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a call by raising `UsageError`.

    Parameters
    ----------
    prog : str
        How the command is called.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(
            prog=prog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    @property
    def option_names(self) -> list[str]:
        """Every option that it takes, as it is written: ``--layers``."""
        return list(self._option_string_actions)

    @override
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def whole_number(lowest: int) -> Callable[[str], int]:
    """Return what reads a whole number of `lowest` or more."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = lowest - 1
        if not lowest <= number <= LARGEST:
            raise argparse.ArgumentTypeError(
                f"must be a whole number of {lowest} or more; got {text[:50]!r}"
            )
        return number

    return read


def real_number(text: str) -> float:
    """Read a finite number."""
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise argparse.ArgumentTypeError(f"must be a number; got {text[:50]!r}")
    return number


def whole_numbers(text: str) -> tuple[int, ...]:
    """Read whole numbers of 1 or more with commas between them: ``784,30,10``."""
    return tuple(whole_number(1)(part) for part in text.split(","))


def names(text: str) -> tuple[str, ...]:
    """Read names with commas between them: ``sigmoid,identity``."""
    return tuple(part.strip() for part in text.split(","))
