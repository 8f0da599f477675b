"""Inputs and answers among the arrays of a file: found by name and checked."""

from pathlib import Path

import numpy as np

from bpviz.data.dataset import AnyArray
from bpviz.messages import QT_TRANSLATE_NOOP, InputError

Pair = tuple[AnyArray, AnyArray]


def sample_pairs(path: Path, arrays: dict[str, AnyArray]) -> tuple[Pair, Pair]:
    """Return inputs and answers to learn from and, perhaps empty, to test on.

    Inputs have two dimensions or more; answers have one, or two with several a
    sample. All are finite numbers, except that answers may be texts.

    Raises
    ------
    InputError
        If arrays are missing or do not belong together.
    """
    lowered = {name.lower(): array for name, array in arrays.items()}
    names = next(
        (
            pair
            for pair in (("x_train", "y_train"), ("x", "y"))
            if all(name in lowered for name in pair)
        ),
        None,
    )
    if names is None:
        template = QT_TRANSLATE_NOOP(
            "Errors",
            "{path} holds {found}; it must hold x_train and y_train, or X and y.",
        )
        if not arrays:
            template = QT_TRANSLATE_NOOP(
                "Errors",
                "{path} holds no arrays; it must hold x_train and y_train, or X and y.",
            )
        raise InputError(template, path=path, found=", ".join(arrays))
    inputs, answers = _checked_pair(path, names, lowered)
    test_names = ("x_test", "y_test")
    if not all(name in lowered for name in test_names):
        return (inputs, answers), (inputs[:0], answers[:0])
    test_inputs, test_answers = _checked_pair(path, test_names, lowered)
    for train, test in ((inputs, test_inputs), (answers, test_answers)):
        if train.shape[1:] != test.shape[1:]:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "{path}: a training sample has the shape {train}, but a test "
                    "sample {test}; they must be the same.",
                ),
                path=path,
                train=train.shape[1:],
                test=test.shape[1:],
            )
    return (inputs, answers), (test_inputs, test_answers)


def _checked_pair(
    path: Path, names: tuple[str, str], arrays: dict[str, AnyArray]
) -> Pair:
    inputs, answers = (arrays[name] for name in names)
    if inputs.ndim == 1:
        inputs = inputs[:, np.newaxis]
    if answers.ndim == 2 and answers.shape[1] == 1:
        answers = answers[:, 0]
    if (
        inputs.ndim == 0
        or not inputs.size
        or answers.ndim not in (1, 2)
        or not answers.size
        or len(inputs) != len(answers)
    ):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path}: {x_name} of shape {x_shape} and {y_name} of shape {y_shape} "
                "do not belong together; each needs one row a sample.",
            ),
            path=path,
            x_name=names[0],
            x_shape=inputs.shape,
            y_name=names[1],
            y_shape=answers.shape,
        )
    _check_numbers(path, names[0], inputs, "biuf")
    _check_numbers(path, names[1], answers, "biufU" if answers.ndim == 1 else "biuf")
    return inputs, answers


def _check_numbers(path: Path, name: str, array: AnyArray, kinds: str) -> None:
    if array.dtype.kind not in kinds:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors", "{path}: '{name}' holds {dtype} values instead of numbers."
            ),
            path=path,
            name=name,
            dtype=array.dtype,
        )
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        row = int(np.argwhere(~np.isfinite(array))[0][0])
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path}: '{name}' holds a value that is not a finite number, first in "
                "row {row}.",
            ),
            path=path,
            name=name,
            row=row,
        )
