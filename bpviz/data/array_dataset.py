"""A data set from the arrays of an .npz file."""

from pathlib import Path

import numpy as np

from bpviz.data.array_pairs import sample_pairs
from bpviz.data.dataset import AnyArray, Dataset
from bpviz.data.mnist import WHITE
from bpviz.data.npz import read_npz
from bpviz.data.outputs import (
    MOST_NUMBERED_CLASSES,
    Outputs,
    Rows,
    are_few_classes,
    class_outputs,
    number_outputs,
)
from bpviz.data.own_dataset import own_dataset, picture_side, split_rows
from bpviz.messages import QT_TRANSLATE_NOOP, InputError

MOST_CLASSES = 100


def array_dataset(path: Path, seed: int) -> Dataset:
    """Return the data set in an .npz file.

    The file holds ``x_train``, ``y_train`` and perhaps ``x_test``, ``y_test``, as
    Keras saves them, or ``X`` and ``y``; without a test some samples are kept for
    it. The numbers are taken as they are, for whoever saved arrays has prepared
    them; only pictures, which are inputs of three dimensions or rows of bytes that
    fill a square, are scaled so that white is 1.

    Parameters
    ----------
    path : Path
        The file.
    seed : int
        Chooses the samples kept for the test; see `split_rows`.

    Raises
    ------
    InputError
        If the file cannot be read or its arrays do not fit together.
    """
    (x_train, y_train), (x_test, y_test) = sample_pairs(path, read_npz(path))
    image_shape = _image_shape(path, x_train)
    inputs = _stored(x_train, image_shape)
    outputs = _outputs(np.concatenate([y_train, y_test]), image_shape is not None)
    train_rows: Rows
    test_rows: Rows | None
    if len(x_test):
        test_inputs = _stored(x_test, image_shape)
        train_rows, test_rows = slice(len(inputs)), slice(len(inputs), None)
    else:
        train_rows, test_rows = split_rows(len(inputs), seed)
        test_inputs = inputs[:0] if test_rows is None else inputs[test_rows]
        inputs = inputs[train_rows]
    scale = 1.0 if image_shape is None else _white(inputs)
    test = None
    if test_rows is not None:
        test = outputs.samples(test_inputs, test_rows, scale)
    names = tuple(f"x{column}" for column in range(1, inputs.shape[1] + 1))
    return own_dataset(
        path.name,
        outputs,
        outputs.samples(inputs, train_rows, scale),
        test,
        input_names=names if image_shape is None else (),
        image_shape=image_shape,
    )


def _image_shape(path: Path, inputs: AnyArray) -> tuple[int, int] | None:
    """Return rows and columns if every sample of `inputs` is a picture."""
    sizes = inputs.shape[1:]
    if len(sizes) == 3 and 1 in (sizes[0], sizes[2]):  # one channel, first or last
        sizes = sizes[:2] if sizes[2] == 1 else sizes[1:]
    if len(sizes) == 2:
        return sizes[0], sizes[1]
    if len(sizes) > 2:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path}: one sample has the shape {shape}; only rows of numbers and "
                "pictures without colours can be opened.",
            ),
            path=path,
            shape=sizes,
        )
    side = picture_side(sizes[0])
    if side is not None and inputs.dtype == np.uint8:
        return side, side
    return None


def _stored(inputs: AnyArray, image_shape: tuple[int, int] | None) -> AnyArray:
    """Return `inputs` as rows, as small as they go without losing anything."""
    rows = inputs.reshape(len(inputs), -1)
    if image_shape is not None and rows.dtype.kind in "iu":
        if rows.min() >= 0 and rows.max() <= WHITE:
            return rows.astype(np.uint8)
    elif rows.dtype == np.float32:
        return rows
    return rows.astype(np.float64)


def _white(inputs: AnyArray) -> float:
    return WHITE if inputs.dtype == np.uint8 else max(1.0, float(inputs.max()))


def _outputs(answers: AnyArray, are_pictures: bool) -> Outputs:
    if answers.ndim == 2:
        targets = answers.astype(np.float64)
        if _is_one_hot(targets):
            names = tuple(str(column) for column in range(targets.shape[1]))
            return Outputs(targets, targets.argmax(axis=1), names, names)
        columns = range(1, targets.shape[1] + 1)
        return number_outputs(targets, tuple(f"y{column}" for column in columns))
    if answers.dtype.kind == "U" or _are_classes(answers, are_pictures):
        return class_outputs(answers, "y", one_each=are_pictures)
    return number_outputs(answers[:, np.newaxis].astype(np.float64), ("y",))


def _is_one_hot(targets: AnyArray) -> bool:
    return bool(
        np.isin(targets, (0.0, 1.0)).all() and (targets.sum(axis=1) == 1.0).all()
    )


def _are_classes(answers: AnyArray, are_pictures: bool) -> bool:
    if answers.dtype.kind == "f":
        return are_few_classes(answers, MOST_NUMBERED_CLASSES)
    if are_pictures:
        return 2 <= len(np.unique(answers)) <= MOST_CLASSES
    return are_few_classes(answers, MOST_CLASSES)
