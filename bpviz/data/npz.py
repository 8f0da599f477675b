"""Reader for NumPy's .npz files that unpickles nothing and checks sizes first."""

import lzma
import math
import struct
import tokenize
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from numpy.lib import format as npy_format

from bpviz.data.dataset import AnyArray
from bpviz.data.files import check_size, readable
from bpviz.messages import QT_TRANSLATE_NOOP, InputError

NPY_SUFFIX = ".npy"

# A header is Python text: NumPy hands it to Python's parser, and where that fails to
# its tokenizer, and what a damaged one makes these raise is up to them.
_NO_HEADER = (
    *(ValueError, TypeError, LookupError, ArithmeticError, SyntaxError),
    *(tokenize.TokenError, struct.error, RecursionError, MemoryError),
)


def read_npz(path: Path) -> dict[str, AnyArray]:
    """Return the arrays in an .npz file by name.

    Raises
    ------
    InputError
        If the file is absent or damaged, is too large once unpacked, or holds
        Python objects, which could run a program while they are read.
    """
    try:
        with readable(path), zipfile.ZipFile(path) as archive:
            members = [
                member
                for member in archive.infolist()
                if member.filename.endswith(NPY_SUFFIX)
            ]
            check_size(path, sum(member.file_size for member in members))
            return {
                member.filename.removesuffix(NPY_SUFFIX): read_npy(
                    path, archive, member
                )
                for member in members
            }
    except InputError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        ValueError,  # a name that is no text, a place before the file's beginning
        OverflowError,
        NotImplementedError,  # a compression that NumPy never uses
        RuntimeError,  # a password
    ) as error:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "{path} is not a whole .npz file: {reason}."),
            path=path,
            reason=str(error).rstrip("."),
        ) from error


def read_npy(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> AnyArray:
    """Return one array of an open archive.

    What its header announces must be what the archive says it holds, so that a
    small file cannot ask for a lot of memory.

    Raises
    ------
    InputError
        If it is no whole array, or holds Python objects.
    """
    with _opened(path, archive, member) as stream:
        version = npy_format.read_magic(stream)
        read_header = (
            npy_format.read_array_header_1_0
            if version == (1, 0)
            else npy_format.read_array_header_2_0
        )
        shape, _, dtype = read_header(stream)
        header_size = stream.tell()
    if dtype.hasobject:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path}: '{name}' holds Python objects, which are never read because "
                "they can run programs; save plain numbers.",
            ),
            path=path,
            name=member.filename.removesuffix(NPY_SUFFIX),
        )
    size = math.prod(shape) * dtype.itemsize
    if min(shape, default=0) < 0 or header_size + size != member.file_size:
        raise _not_an_array(path, member)
    with _opened(path, archive, member) as stream:
        array: AnyArray = npy_format.read_array(stream, allow_pickle=False)
    return array


@contextmanager
def _opened(
    path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo
) -> Iterator[BinaryIO]:
    """Open a member; what no array could raise comes out as one sentence."""
    try:
        with archive.open(member) as opened, warnings.catch_warnings():
            # NumPy takes some damage for a file of Python 2, and Python warns of some
            # that is a doubtful number: whether it is an array is decided here.
            warnings.simplefilter("ignore")
            yield cast("BinaryIO", opened)
    except NotImplementedError:
        raise  # a compression that NumPy never uses
    except (*_NO_HEADER, lzma.LZMAError, EOFError) as error:
        raise _not_an_array(path, member) from error


def _not_an_array(path: Path, member: zipfile.ZipInfo) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Errors", "{path}: '{name}' is not a whole array; save the file again."
        ),
        path=path,
        name=member.filename.removesuffix(NPY_SUFFIX),
    )
