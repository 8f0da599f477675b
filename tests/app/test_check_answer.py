"""What a student's process sends back is believed only as far as it is whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.app.check.answer import Answer, AnswerReader, encoded

ARRAYS = {"weights_1": np.arange(6.0).reshape(2, 3), "biases_1": np.array(4.0)}
SENT = encoded(Answer(arrays=ARRAYS))


def read(data: bytes, block: int = 10**6, most: int = 100) -> Answer | None:
    reader = AnswerReader(most)
    for start in range(0, len(data), block):
        if not reader.take(data[start : start + block]):
            break
    return reader.answer()


@pytest.mark.parametrize("block", [1, 7, 10**6])
def test_it_comes_back_as_it_was_sent(block: int) -> None:
    answer = read(SENT, block)
    assert answer is not None
    assert answer.kind is None
    assert {name: array.tolist() for name, array in answer.arrays.items()} == {
        name: array.tolist() for name, array in ARRAYS.items()
    }
    problem = Answer("raised", "Grüße\nx")
    assert read(encoded(problem), block) == problem


@given(st.integers(0, len(SENT) - 1))
def test_a_part_of_it_is_none(length: int) -> None:
    assert read(SENT[:length]) is None


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"[]\n",
        b"{}\n",
        b"\xff\n",
        b"[" * 60_000 + b"\n",
        b'{"kind": null, "sentence": null, "shapes": []}\n',
        b'{"kind": null, "sentence": null, "shapes": {"a": 3}}\n',
        b'{"kind": null, "sentence": null, "shapes": {"a": [-1]}}\n',
        b'{"kind": null, "sentence": null, "shapes": {"a": [101]}}\n',
        b'{"kind": null, "sentence": null, "shapes": {"a": [0.5]}}\n',
        b'{"kind": 1, "sentence": null, "shapes": {}}\n',
        b'{"kind": "raised", "sentence": null, "shapes": {}}\n',
        b"x" * 10**6,
    ],
)
def test_anything_else_is_none(line: bytes) -> None:
    assert read(line + bytes(10**4)) is None
