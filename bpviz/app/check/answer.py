"""What the process that runs a student's file writes back: a line, then numbers.

The line is JSON; the numbers are float64, array after array. Nothing in it is ever
carried out, and nothing of it is believed before it has been checked.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import prod
from typing import Any

import numpy as np

from bpviz.nn.arrays import Array

_LONGEST_LINE = 2**16
_MOST_DIMENSIONS = 32


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a student's file.

    Attributes
    ----------
    kind, sentence : str or None
        What the matter is, in a word for a program and for the student; None if there
        is something to compare.
    arrays : mapping of str to Array
        The gradients, float64, of any shapes.
    """

    kind: str | None = None
    sentence: str | None = None
    arrays: Mapping[str, Array] = field(default_factory=dict)


def encoded(answer: Answer) -> bytes:
    """Return an answer as it is sent."""
    shapes = {name: array.shape for name, array in answer.arrays.items()}
    line = json.dumps(
        {"kind": answer.kind, "sentence": answer.sentence, "shapes": shapes}
    )
    numbers = (array.astype("<f8").tobytes() for array in answer.arrays.values())
    return b"".join((line.encode(), b"\n", *numbers))


class AnswerReader:
    """Takes an answer in as it comes, and knows when there is no more to come.

    Parameters
    ----------
    most : int
        Numbers that all arrays together may have.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._data = bytearray()
        self._head: dict[str, Any] | None = None
        self._length: int | None = None

    def take(self, block: bytes) -> bool:
        """Take more in; False if the rest does not matter any more."""
        self._data += block
        if self._length is None:
            end = self._data.find(b"\n")
            if end < 0:
                return len(self._data) <= _LONGEST_LINE
            self._head = _head(bytes(self._data[:end]), self._most)
            if self._head is None:
                return False
            count = sum(prod(shape) for shape in self._head["shapes"].values())
            self._length = end + 1 + 8 * count
        return len(self._data) < self._length

    def answer(self) -> Answer | None:
        """Return the answer; None if what came is not one, or not all of it."""
        if self._head is None or self._length is None:
            return None
        if len(self._data) < self._length:
            return None
        arrays = {}
        shapes = self._head["shapes"]
        start = self._length - 8 * sum(prod(shape) for shape in shapes.values())
        for name, shape in shapes.items():
            count = prod(shape)
            array = np.frombuffer(bytes(self._data), "<f8", count, start)
            arrays[name] = array.astype(np.float64).reshape(shape)
            start += 8 * count
        return Answer(self._head["kind"], self._head["sentence"], arrays)


def _head(line: bytes, most: int) -> dict[str, Any] | None:
    """Return the first line if it is what it should be."""
    try:
        head = json.loads(line)
        texts = head["kind"], head["sentence"]
        shapes: dict[str, Any] = head["shapes"]
        are_sizes = all(
            isinstance(size, int) and 0 <= size <= sys.maxsize
            for shape in shapes.values()
            for size in shape
        )
        is_short = all(len(shape) <= _MOST_DIMENSIONS for shape in shapes.values())
        is_bearable = are_sizes and sum(map(prod, shapes.values())) <= most
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    are_texts = all(text is None or isinstance(text, str) for text in texts)
    is_whole = (texts[0] is None) is (texts[1] is None)
    is_right = are_texts and is_whole and is_short and is_bearable
    return head if is_right else None
