"""Reader for NumPy's .npz files that unpickles nothing and checks sizes first."""

import math
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from numpy.lib import format as npy_format

from bpviz.data.dataset import AnyArray
from bpviz.data.files import check_size, readable
from bpviz.messages import QT_TRANSLATE_NOOP, InputError

NPY_SUFFIX = ".npy"


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
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
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
    """
    with archive.open(member) as opened:
        stream = cast("BinaryIO", opened)
        try:
            version = npy_format.read_magic(stream)
            read_header = (
                npy_format.read_array_header_1_0
                if version == (1, 0)
                else npy_format.read_array_header_2_0
            )
            shape, _, dtype = read_header(stream)
        except ValueError as error:
            raise _not_an_array(path, member) from error
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
    with archive.open(member) as opened:
        array: AnyArray = npy_format.read_array(
            cast("BinaryIO", opened), allow_pickle=False
        )
    return array


def _not_an_array(path: Path, member: zipfile.ZipInfo) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Errors", "{path}: '{name}' is not a whole array; save the file again."
        ),
        path=path,
        name=member.filename.removesuffix(NPY_SUFFIX),
    )
