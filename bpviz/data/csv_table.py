"""Reader for tables of text: CSV, with every fault reported by line and column."""

import csv
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import numpy as np

from bpviz.data.csv_layout import CsvLayout, csv_layout, is_number
from bpviz.data.files import check_size, readable
from bpviz.messages import QT_TRANSLATE_NOOP, InputError
from bpviz.nn.arrays import Array

DELIMITERS = ";\t,"
"""The first of them that is in the first row counts: commas may be in numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class CsvTable:
    """A table as it stands in the file, the column to learn apart from the rest.

    Parameters
    ----------
    path : Path
        The file.
    input_names : tuple of str
        Header of each input column; x1, x2 and so on without a header.
    inputs : ndarray of float64 of shape (rows, columns)
        All cells but the target's; all finite.
    target_name : str
        Header of the target column; y without a header.
    target_cells : tuple of str
        The target's cells; none is empty.
    lines : tuple of int
        Where each row stands in the file, counted from 1.
    decimal_comma : bool
        Whether 1,5 is one and a half.
    """

    path: Path
    input_names: tuple[str, ...]
    inputs: Array
    target_name: str
    target_cells: tuple[str, ...]
    lines: tuple[int, ...]
    decimal_comma: bool


def read_csv_table(path: Path, target: str | None = None) -> CsvTable:
    """Return the table in a text file.

    Cells are separated by commas, semicolons (then a comma may be the decimal
    point) or tabs. The first row is a header if none of its cells is a number; a
    first column without a name, as pandas writes it, is left out.

    Parameters
    ----------
    path : Path
        The file, in UTF-8.
    target : str, optional
        Name of the column to be learned. Without it, the column called target,
        label, class or y is; else the last one.

    Raises
    ------
    InputError
        If the file cannot be read, or a row or a cell in it cannot.
    """
    try:
        with (
            readable(path),
            path.open(encoding="utf-8-sig", newline="") as file,
        ):
            check_size(path, path.stat().st_size)
            return _read(file, path, target)
    except UnicodeDecodeError as error:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors", "{path} is not text in UTF-8; save it as CSV in UTF-8."
            ),
            path=path,
        ) from error
    except csv.Error as error:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "{path} is not a CSV file: {reason}."),
            path=path,
            reason=str(error),
        ) from error


def _read(file: TextIO, path: Path, target: str | None) -> CsvTable:
    delimiter = _delimiter(file)
    rows = _filled_rows(file, delimiter)
    first_line, first = next(rows, (0, []))
    if len(first) < 2:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path} has no table: at least two columns are needed, separated by "
                "commas, semicolons or tabs.",
            ),
            path=path,
        )
    layout = csv_layout(path, first, target, decimal_comma=delimiter == ";")
    inputs, cells, lines = array("d"), list[str](), list[int]()
    if not layout.has_header:
        _add_row(path, layout, first_line, first, inputs, cells)
        lines.append(first_line)
    for line, row in rows:
        _add_row(path, layout, line, row, inputs, cells)
        lines.append(line)
    if not lines:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "{path} has a header but no rows."), path=path
        )
    return CsvTable(
        path=path,
        input_names=layout.input_names,
        inputs=_finite_inputs(path, layout, inputs, lines),
        target_name=layout.names[layout.target],
        target_cells=tuple(cells),
        lines=tuple(lines),
        decimal_comma=layout.decimal_comma,
    )


def _delimiter(file: TextIO) -> str:
    line = next((line for line in file if line.strip()), "")
    file.seek(0)
    return next((mark for mark in DELIMITERS if mark in line), ",")


def _filled_rows(file: TextIO, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(file, delimiter=delimiter, skipinitialspace=True, strict=True)
    for row in reader:
        if any(cell.strip() for cell in row):
            yield reader.line_num, row


def _add_row(
    path: Path,
    layout: CsvLayout,
    line: int,
    row: list[str],
    inputs: "array[float]",
    target_cells: list[str],
) -> None:
    if len(row) != len(layout.names):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path}, line {line}: {found} cells, but the first row has {expected}.",
            ),
            path=path,
            line=line,
            found=len(row),
            expected=len(layout.names),
        )
    target_cell = row.pop(layout.target).strip()
    if not target_cell:
        raise bad_cell(path, line, layout.names[layout.target], target_cell)
    target_cells.append(target_cell)
    if layout.is_first_skipped:
        del row[0]
    if layout.decimal_comma:
        row = [cell.replace(",", ".") for cell in row]
    try:
        inputs.extend(map(float, row))
    except ValueError as error:
        column, cell = next(
            (column, cell) for column, cell in enumerate(row) if not is_number(cell)
        )
        raise bad_cell(path, line, layout.input_names[column], cell) from error


def _finite_inputs(
    path: Path, layout: CsvLayout, inputs: "array[float]", lines: list[int]
) -> Array:
    table = np.array(inputs).reshape(len(lines), -1)
    bad_places = np.argwhere(~np.isfinite(table))
    if len(bad_places):
        row, column = (int(index) for index in bad_places[0])
        name = layout.input_names[column]
        raise bad_cell(path, lines[row], name, str(table[row, column]))
    return table


def bad_cell(path: Path, line: int, column: str, cell: str) -> InputError:
    """Return the error about a cell that ought to be a number."""
    if not cell.strip():
        return InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{path}, line {line}, column '{column}': the cell is empty; fill it "
                "in or delete the row.",
            ),
            path=path,
            line=line,
            column=column,
        )
    return InputError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "{path}, line {line}, column '{column}': '{cell}' is not a number that "
            "can be used.",
        ),
        path=path,
        line=line,
        column=column,
        cell=cell.strip(),
    )
