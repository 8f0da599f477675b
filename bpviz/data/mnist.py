"""MNIST, which lies inside the program, and other pictures in files like its own."""

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bpviz.data.dataset import Dataset, Picture, Samples, Task
from bpviz.data.idx import IMAGE_DIMENSIONS, LABEL_DIMENSIONS, read_idx
from bpviz.data.outputs import one_hot
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.resources import asset

TITLE = QT_TRANSLATE_NOOP("Datasets", "MNIST handwritten digits")
DIGITS = tuple("0123456789")
WHITE = 255.0
"""The brightest pixel; the articles divide by it."""

Pictures = npt.NDArray[np.uint8]
Labels = npt.NDArray[np.uint8]


@lru_cache(maxsize=1)
def mnist() -> Dataset:
    """Return the 60,000 digits to learn from and the 10,000 to test on.

    They are read once; every later call returns the same data set.
    """
    train = _digits("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")
    test = _digits("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz")
    return Dataset(
        key="mnist",
        title=TITLE,
        task=Task.CLASSIFICATION,
        picture=Picture.IMAGES,
        train=train,
        test=test,
        input_names=(),
        output_names=DIGITS,
        class_names=DIGITS,
        image_shape=(28, 28),
    )


def read_pictures(images_path: Path, labels_path: Path) -> tuple[Pictures, Labels]:
    """Return the pictures and the labels of two IDX files.

    Returns
    -------
    tuple of ndarrays of uint8 of shape (samples, rows, columns) and (samples,)
        Read-only.

    Raises
    ------
    InputError
        If a file is absent or damaged, or the two do not belong together.
    """
    labels = read_idx(labels_path, LABEL_DIMENSIONS)
    images = read_idx(images_path, IMAGE_DIMENSIONS)
    if len(images) != len(labels):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{images_path} holds {images} pictures, but {labels_path} holds "
                "{labels} labels; they do not belong together.",
            ),
            images_path=images_path,
            images=len(images),
            labels_path=labels_path,
            labels=len(labels),
        )
    return images, labels


def _digits(images_name: str, labels_name: str) -> Samples:
    images, digits = read_pictures(
        asset("mnist", images_name), asset("mnist", labels_name)
    )
    labels = digits.astype(np.int64)
    return Samples(
        images.reshape(len(images), -1), one_hot(labels, len(DIGITS)), labels, WHITE
    )
