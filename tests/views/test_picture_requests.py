"""What is to be painted arrives as it is, however it lies in memory."""

import numpy as np
import pytest

from bpviz.views.frame_parts import AnyArray
from bpviz.views.picture_requests import _copy


def read_only(array: AnyArray) -> AnyArray:
    array.setflags(write=False)
    return array


WHOLE = {
    "floats": np.linspace(-1, 1, 12),
    "single floats": np.linspace(-1, 1, 12, dtype=np.float32),
    "indices": np.arange(7),
    "matrix": np.arange(12.0).reshape(3, 4),
    "many": np.arange(300_000.0).reshape(300, 1000),
    "read-only": read_only(np.arange(12.0).reshape(3, 4)),
    "one number": np.array(3.5),
    "one number, read-only": read_only(np.array(3.5)),
    "special numbers": np.array([np.nan, np.inf, -np.inf, -0.0]),
}
IN_PIECES = {
    "every other": np.arange(12.0)[::2],
    "backwards": np.arange(12.0)[::-1],
    "columns": np.arange(12.0).reshape(3, 4)[:, :2],
    "transposed": np.arange(12.0).reshape(3, 4).T,
    "transposed, read-only": read_only(np.arange(12.0).reshape(3, 4).T),
    "one for all": np.broadcast_to(2.5, (3, 4)),
}
EMPTY = {
    "empty": np.empty(0),
    "no rows": np.empty((0, 3)),
    "no columns": np.empty((3, 0)),
    "none of the indices": np.empty(0, np.intp),
}


def received(array: AnyArray) -> AnyArray:
    """Return what arrives where something else has been before."""
    shared = np.frombuffer(bytearray(b"\xab" * array.nbytes), array.dtype)
    shared = shared.reshape(array.shape)
    _copy(array, shared)
    return shared


@pytest.mark.parametrize(
    "array",
    [
        pytest.param(array, id=name)
        for name, array in {**WHOLE, **IN_PIECES, **EMPTY}.items()
    ],
)
def test_every_array_arrives_as_it_is(array: AnyArray) -> None:
    arrived = received(array)
    assert (arrived.dtype, arrived.shape) == (array.dtype, array.shape)
    # To the bit: zero has a sign.
    assert arrived.tobytes() == array.tobytes()


@pytest.mark.parametrize(
    "array", [pytest.param(array, id=name) for name, array in WHOLE.items()]
)
def test_what_lies_in_one_piece_is_copied_with_the_lock(
    array: AnyArray, monkeypatch: pytest.MonkeyPatch
) -> None:
    def let_go(*_: object) -> None:
        raise AssertionError("NumPy lets go of the lock")

    monkeypatch.setattr(np, "copyto", let_go)
    assert received(array).tobytes() == array.tobytes()
