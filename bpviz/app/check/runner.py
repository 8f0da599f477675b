"""Runs a student's file, calls its gradient function and sends back what came of it.

A module to run in a process of its own, with the file as its argument: it reads the
case from standard input, as ``.npz``, and sends an `Answer` to what was its standard
output. What the file prints goes to standard error. Of bpviz it uses nothing beyond
this package.
"""

import inspect
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from io import BytesIO
from math import prod
from os import _exit, getpid  # The file may replace what stands in `os`,
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import numpy as np
from numpy import asarray, ndarray  # and in `numpy`.

from bpviz.app.check.answer import Answer, encoded
from bpviz.app.check.blame import Blame, ProblemError
from bpviz.app.check.names import Parameters, short_name

FUNCTION = "gradient"


def main(path: Path) -> None:
    """Run the file and send what came of it."""
    process = getpid()
    channel = os.dup(1)
    os.dup2(2, 1)
    with np.load(BytesIO(sys.stdin.buffer.read()), allow_pickle=False) as case:
        arrays = dict(case)
    try:
        answer = Answer(arrays=_gradients(path, arrays))
    except ProblemError as problem:
        answer = Answer(problem.kind, problem.sentence)
    # A copy of the process that the file has made gets here as well.
    if getpid() == process:
        with open(channel, "wb") as pipe:
            pipe.write(encoded(answer))


def _gradients(path: Path, arrays: dict[str, Any]) -> dict[str, Any]:
    """Return what the student's function makes of the case."""
    x, t = arrays.pop("x"), arrays.pop("t")
    shapes = {name: array.shape for name, array in arrays.items()}
    with Blame(path):
        function = _function(_loaded(path), path)
        _check_signature(function, path)
        rows = len(x)
        return _arrays(function(x, t, Parameters(arrays)), shapes, rows)


def _loaded(path: Path) -> ModuleType:
    """Run the file, as an import would: ``__name__`` is not ``"__main__"``."""
    loader = SourceFileLoader("checked_file", str(path))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None  # There is a loader.
    module = module_from_spec(spec)
    sys.modules[loader.name] = module
    sys.path.insert(0, str(path.parent))
    sys.argv = [str(path)]
    loader.exec_module(module)
    return module


def _function(module: ModuleType, path: Path) -> Callable[..., Any]:
    function = getattr(module, FUNCTION, None)
    if callable(function):
        return function  # type: ignore[no-any-return]
    owner = next(
        (
            name
            for name, value in vars(module).items()
            if inspect.isclass(value) and callable(getattr(value, FUNCTION, None))
        ),
        None,
    )
    sentence = f"{path.name} has no function {FUNCTION}(x, t, parameters)"
    if function is not None:
        sentence += f"; its '{FUNCTION}' cannot be called"
    elif owner is not None:
        sentence += f", only the class {owner} has one; write a function that calls it"
    raise ProblemError("function", sentence)


def _check_signature(function: Callable[..., Any], path: Path) -> None:
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return  # Compiled code does not always say what it takes.
    try:
        signature.bind(None, None, None)
    except TypeError:
        sentence = (
            f"{FUNCTION} in {path.name} is called with three values, (x, t, "
            f"parameters), but takes {signature}"
        )
        raise ProblemError("signature", sentence) from None


def _arrays(
    answer: object, shapes: Mapping[str, tuple[int, ...]], rows: int
) -> dict[str, Any]:
    """Return the student's arrays under their long names, as float64."""
    if not isinstance(answer, Mapping):
        _refuse_answer(answer)
    found = {}
    # Not `in answer`: the parameters themselves answer to two names for each array.
    given = list(answer)
    for name, shape in shapes.items():
        both = [key for key in (name, short_name(name)) if key in given]
        if not both:
            raise ProblemError(
                "missing",
                f"the dict that {FUNCTION} returns has no '{name}' (or "
                f"'{short_name(name)}'); it has "
                + (", ".join(repr(key)[:60] for key in given[:20]) or "nothing"),
            )
        if len(both) == 2:
            raise ProblemError(
                "twice",
                f"the dict that {FUNCTION} returns has both '{both[0]}' and "
                f"'{both[1]}', which are two names for one array",
            )
        found[name] = _array(both[0], answer[both[0]], shape, rows)
    return found


def _refuse_answer(answer: object) -> NoReturn:
    forgotten = "; is a `return` missing?" if answer is None else ""
    what = "None" if answer is None else f"a {type(answer).__name__}"
    raise ProblemError(
        "answer",
        f"{FUNCTION} must return a dict of arrays by name; it returned "
        f"{what}{forgotten}",
    )


def _array(name: str, value: object, shape: tuple[int, ...], rows: int) -> Any:
    try:
        array = asarray(value)
    except Exception as error:  # noqa: BLE001 - whatever the value's own class raises
        reason = " ".join(str(error).split())[:200]
        raise ProblemError(
            "numbers", f"'{name}' cannot be an array: {reason}"
        ) from None
    if array.dtype.kind not in "fiub":
        what = f"a {type(value).__name__}"
        what = "None" if value is None else what
        if isinstance(value, ndarray):
            what = f"an array of {array.dtype}"
        raise ProblemError("numbers", f"'{name}' must hold real numbers; it is {what}")
    if array.size > 4 * rows * prod(shape) + 1000:
        raise ProblemError("size", f"'{name}' has the shape {array.shape}, not {shape}")
    return array.astype("f8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    for stream in (sys.stdout, sys.stderr):
        # The file may have closed them, or put something else in their place.
        with suppress(Exception):
            stream.flush()
    # Threads that the file has left running are not waited for.
    _exit(0)
