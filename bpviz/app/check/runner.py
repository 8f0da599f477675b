"""Runs a student's file, calls its gradient function and writes down what came of it.

A module to run in a process of its own: with the arguments FILE FOLDER it reads
``case.npz`` in the folder and leaves ``outcome.json`` there, and ``gradients.npz`` if
there is something to compare. Of bpviz it uses nothing beyond this package.
"""

import inspect
import json
import os
import sys
from collections.abc import Callable, Mapping
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import numpy as np

from bpviz.app.check.blame import Blame, ProblemError
from bpviz.app.check.names import Parameters, short_name

FUNCTION = "gradient"


def main(path: Path, folder: Path) -> None:
    """Run the file and leave what came of it in the folder."""
    with np.load(folder / "case.npz", allow_pickle=False) as case:
        arrays = dict(case)
    x, t = arrays.pop("x"), arrays.pop("t")
    shapes = {name: array.shape for name, array in arrays.items()}
    outcome: dict[str, Any] = {"kind": None, "sentence": None}
    try:
        function = _function(_loaded(path), path)
        _check_signature(function, path)
        with Blame(path):
            answer = function(x, t, Parameters(arrays))
        gradients = _arrays(answer, shapes, len(x))
        np.savez(folder / "gradients.npz", **gradients)
    except ProblemError as problem:
        outcome = {"kind": problem.kind, "sentence": problem.sentence}
    (folder / "outcome.json").write_text(json.dumps(outcome), encoding="utf-8")


def _loaded(path: Path) -> ModuleType:
    """Run the file, as an import would: ``__name__`` is not ``"__main__"``."""
    loader = SourceFileLoader("checked_file", str(path))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None  # There is a loader.
    module = module_from_spec(spec)
    sys.modules[loader.name] = module
    sys.path.insert(0, str(path.parent))
    sys.argv = [str(path)]
    with Blame(path):
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
        array = np.asarray(value)
    except Exception as error:  # noqa: BLE001 - whatever the value's own class raises
        reason = " ".join(str(error).split())[:200]
        raise ProblemError(
            "numbers", f"'{name}' cannot be an array: {reason}"
        ) from None
    if array.dtype.kind not in "fiub":
        what = f"a {type(value).__name__}"
        what = "None" if value is None else what
        if isinstance(value, np.ndarray):
            what = f"an array of {array.dtype}"
        raise ProblemError("numbers", f"'{name}' must hold real numbers; it is {what}")
    if array.size > 4 * rows * int(np.prod(shape)) + 1000:
        raise ProblemError("size", f"'{name}' has the shape {array.shape}, not {shape}")
    return array.astype(np.float64)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.flush()
    sys.stderr.flush()
    # Threads that the file has left running are not waited for.
    os._exit(0)
