"""Every data set by its key."""

from collections.abc import Callable
from dataclasses import dataclass

from bpviz.data.dataset import Dataset
from bpviz.data.mnist import TITLE as MNIST_TITLE
from bpviz.data.mnist import mnist
from bpviz.data.own_data import load_path
from bpviz.data.own_dataset import OWN_DATA
from bpviz.data.planes import (
    CIRCLES_TITLE,
    MOONS_TITLE,
    SPIRAL_TITLE,
    XOR_TITLE,
    circles,
    moons,
    spiral,
    xor,
)
from bpviz.data.quadratic import ARTICLE_SEED, quadratic
from bpviz.data.quadratic import TITLE as QUADRATIC_TITLE
from bpviz.data.worked_examples import CHAIN_TITLE, MAZUR_TITLE, chain, mazur
from bpviz.messages import QT_TRANSLATE_NOOP, InputError


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """A data set that is part of the program.

    Parameters
    ----------
    title : str
        Name for people, marked for translation in the context ``Datasets``.
    load : callable
        From a seed to the data set.
    default_seed : int, optional
        None where the data are always the same.
    """

    title: str
    load: Callable[[int], Dataset]
    default_seed: int | None = None


DATASETS: dict[str, CatalogEntry] = {
    "quadratic": CatalogEntry(QUADRATIC_TITLE, quadratic, ARTICLE_SEED),
    "chain": CatalogEntry(CHAIN_TITLE, lambda _: chain()),
    "mazur": CatalogEntry(MAZUR_TITLE, lambda _: mazur()),
    "mnist": CatalogEntry(MNIST_TITLE, lambda _: mnist()),
    "xor": CatalogEntry(XOR_TITLE, xor, 0),
    "circles": CatalogEntry(CIRCLES_TITLE, circles, 0),
    "spiral": CatalogEntry(SPIRAL_TITLE, spiral, 0),
    "moons": CatalogEntry(MOONS_TITLE, moons, 0),
}


def load_dataset(key: str, seed: int, path: str | None = None) -> Dataset:
    """Return a data set.

    Parameters
    ----------
    key : str
        One of `DATASETS`, or ``file`` for data of one's own.
    seed : int
        For the data sets that are drawn, and for the split of one's own data; from
        0 to 2**32 - 1.
    path : str, optional
        Data of one's own, which then take the place of what `key` names.

    Raises
    ------
    InputError
        If there is no such data set or it cannot be read.
    """
    if path is not None:
        return load_path(path, seed)
    if key == OWN_DATA:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors", "Data of one's own need the path of a file or a folder."
            )
        )
    if key not in DATASETS:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "Unknown data set {key}; choose from {known}."),
            key=repr(key),
            known=", ".join(DATASETS),
        )
    return DATASETS[key].load(seed)
