"""Pictures of one's own, in pairs of IDX files named as MNIST's are."""

from pathlib import Path

import numpy as np

from bpviz.data.dataset import Dataset
from bpviz.data.files import readable
from bpviz.data.mnist import WHITE, Labels, Pictures, read_pictures
from bpviz.data.outputs import class_outputs
from bpviz.data.own_dataset import own_dataset, split_rows
from bpviz.messages import QT_TRANSLATE_NOOP, InputError

GZIP_SUFFIX = ".gz"


def picture_dataset(path: Path, seed: int) -> Dataset:
    """Return the pictures in a folder, or of the pair that a file belongs to.

    The names say what a file is: ``train-images-idx3-ubyte`` goes with
    ``train-labels-idx1-ubyte`` and is tested on ``t10k-images-idx3-ubyte`` (or
    ``test-images-...``), each also with ``.gz``. Without pictures for the test,
    some of the training pictures are kept for it, chosen by `seed`.
    """
    train_path = _training_pictures(path)
    images, labels = read_pictures(train_path, _labels_of(train_path))
    test_path = _test_pictures(train_path)
    if test_path is None:
        train_rows, test_rows = split_rows(len(images), seed)
        test_images, test_labels = images[:0], labels[:0]
        if test_rows is not None:
            test_images, test_labels = images[test_rows], labels[test_rows]
            images, labels = images[train_rows], labels[train_rows]
    else:
        test_images, test_labels = read_pictures(test_path, _labels_of(test_path))
    title = path.name or str(path)
    return _dataset(title, path, (images, labels), (test_images, test_labels))


def _dataset(
    title: str,
    path: Path,
    train: tuple[Pictures, Labels],
    test: tuple[Pictures, Labels],
) -> Dataset:
    images, labels = train
    test_images, test_labels = test
    rows, columns = images.shape[1:]
    if test_images.shape[1:] != (rows, columns):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The training pictures in {path} are {train} pixels and the test "
                "pictures {test}; they must be of one size.",
            ),
            path=path,
            train=f"{rows} × {columns}",
            test="{} × {}".format(*test_images.shape[1:]),
        )
    outputs = class_outputs(np.concatenate([labels, test_labels]), "", one_each=True)
    if len(outputs.class_names) < 2:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "All labels in {path} are the same; there is nothing to learn.",
            ),
            path=path,
        )
    count = len(images)
    test_samples = None
    if len(test_images):
        flat = test_images.reshape(len(test_images), -1)
        test_samples = outputs.samples(flat, slice(count, None), WHITE)
    return own_dataset(
        title,
        outputs,
        outputs.samples(images.reshape(count, -1), slice(count), WHITE),
        test_samples,
        image_shape=(rows, columns),
    )


def _training_pictures(path: Path) -> Path:
    if not path.is_dir():
        return _pictures_of(path)
    with readable(path):
        pictures = sorted(file for file in path.iterdir() if _holds_pictures(file))
    training = [file for file in pictures if "train" in file.name] or pictures
    # A file that was unpacked beside its gzipped self is one file, not two.
    by_name = {file.name.removesuffix(GZIP_SUFFIX): file for file in training}
    if len(by_name) == 1:
        return next(iter(by_name.values()))
    if not by_name:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path} holds no pictures named like train-images-idx3-ubyte.gz.",
            ),
            path=path,
        )
    raise InputError(
        QT_TRANSLATE_NOOP(
            "Errors", "{path} holds several sets of pictures ({names}); open one file."
        ),
        path=path,
        names=", ".join(sorted(by_name)),
    )


def _pictures_of(path: Path) -> Path:
    if "labels" in path.name:
        return _existing(_renamed(path, "labels", "images"))
    if "images" not in path.name:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The name of {path} does not say what it holds; name the pair like "
                "train-images-idx3-ubyte and train-labels-idx1-ubyte.",
            ),
            path=path,
        )
    return path


def _holds_pictures(file: Path) -> bool:
    return "images" in file.name and ("idx" in file.name or "ubyte" in file.name)


def _labels_of(images_path: Path) -> Path:
    return _existing(_renamed(images_path, "images", "labels"))


def _test_pictures(train_path: Path) -> Path | None:
    if "train" not in train_path.name:
        return None
    for word in ("t10k", "test"):
        path = _with_or_without_gz(
            train_path.with_name(train_path.name.replace("train", word))
        )
        if path.is_file():
            return path
    return None


def _renamed(path: Path, old: str, new: str) -> Path:
    name = path.name.replace(old, new)
    if new == "labels":
        return path.with_name(name.replace("idx3", "idx1"))
    return path.with_name(name.replace("idx1", "idx3"))


def _existing(path: Path) -> Path:
    found = _with_or_without_gz(path)
    if not found.is_file():
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "There is no file {path}; pictures and labels come as a pair of files.",
            ),
            path=path,
        )
    return found


def _with_or_without_gz(path: Path) -> Path:
    if path.is_file():
        return path
    if path.suffix == GZIP_SUFFIX:
        return path.with_suffix("")
    return path.with_name(path.name + GZIP_SUFFIX)
