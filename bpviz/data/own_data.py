"""Opening data of one's own, whatever kind of file they are in."""

from pathlib import Path

from bpviz.data.array_dataset import array_dataset
from bpviz.data.dataset import Dataset
from bpviz.data.files import readable
from bpviz.data.picture_folder import picture_dataset
from bpviz.data.table import table_dataset
from bpviz.messages import QT_TRANSLATE_NOOP, InputError

TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
ARRAYS_SUFFIX = ".npz"


def load_path(path: Path | str, data_seed: int) -> Dataset:
    """Return the data set in a file or a folder.

    Parameters
    ----------
    path : Path or str
        A table (.csv, .tsv, .txt), arrays (.npz), one of a pair of IDX files, or a
        folder of them.
    data_seed : int
        Chooses the samples kept for the test where the data do not say so.

    Raises
    ------
    InputError
        If the data cannot be read or used.
    """
    path = Path(path)
    _check_name(path)
    with readable(path):
        is_there = path.exists()
    if not is_there:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "There is no file {path}."), path=path
        )
    suffix = path.suffix.lower()
    if suffix in TABLE_SUFFIXES:
        return table_dataset(path, data_seed)
    if suffix == ARRAYS_SUFFIX:
        return array_dataset(path, data_seed)
    if path.is_dir() or "idx" in path.name or "ubyte" in path.name:
        return picture_dataset(path, data_seed)
    raise InputError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "{path} is no kind of data that can be opened; use a table (.csv), arrays "
            "(.npz), or IDX files like MNIST's.",
        ),
        path=path,
    )


def _check_name(path: Path) -> None:
    """Refuse a name that is no text: a session file could not hold it."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The name {path} is not in UTF-8; give the file or its folder another "
                "name.",
            ),
            # So that whatever shows the sentence can show it.
            path=str(path).encode(errors="replace").decode(),
        ) from error
