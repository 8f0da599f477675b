"""The columns of a table of text: their names and which of them is to be learned."""

from dataclasses import dataclass
from pathlib import Path

from bpviz.messages import QT_TRANSLATE_NOOP, InputError

TARGET_NAMES = ("target", "label", "class", "y")
"""A column with one of these names is what is to be learned."""


@dataclass(frozen=True, slots=True)
class CsvLayout:
    """The columns of a table of text.

    Parameters
    ----------
    names : tuple of str
        One a column.
    target : int
        Which column is to be learned.
    is_first_skipped : bool
        Whether the first column holds row numbers; it is not the target then.
    has_header : bool
        Whether the names are the first row of the file.
    decimal_comma : bool
        Whether 1,5 is one and a half.
    """

    names: tuple[str, ...]
    target: int
    is_first_skipped: bool
    has_header: bool
    decimal_comma: bool

    @property
    def input_names(self) -> tuple[str, ...]:
        """Names of the columns that are given to the network."""
        names = self.names[: self.target] + self.names[self.target + 1 :]
        return names[1:] if self.is_first_skipped else names


def csv_layout(
    path: Path, first: list[str], target: str | None, *, decimal_comma: bool
) -> CsvLayout:
    """Return the layout of the table whose first row is `first`.

    Raises
    ------
    InputError
        If `target` names no column.
    """
    width = len(first)
    if any(is_number(cell, decimal_comma=decimal_comma) for cell in first):
        if target is not None:
            raise _no_such_column(path, target, ())
        names = (*(f"x{column}" for column in range(1, width)), "y")
        return CsvLayout(names, width - 1, False, False, decimal_comma)
    names = tuple(
        cell.strip() or f"x{column}" for column, cell in enumerate(first, start=1)
    )
    target_column = _target_column(path, names, target)
    is_first_skipped = not first[0].strip() and width > 2 and target_column != 0
    return CsvLayout(names, target_column, is_first_skipped, True, decimal_comma)


def _target_column(path: Path, names: tuple[str, ...], target: str | None) -> int:
    if target is not None:
        if target not in names:
            raise _no_such_column(path, target, names)
        return names.index(target)
    lowered = [name.lower() for name in names]
    for name in TARGET_NAMES:
        if name in lowered:
            return lowered.index(name)
    return len(names) - 1


def _no_such_column(path: Path, target: str, names: tuple[str, ...]) -> InputError:
    if not names:
        return InputError(
            QT_TRANSLATE_NOOP(
                "Errors", "{path} has no header, so no column is called '{column}'."
            ),
            path=path,
            column=target,
        )
    return InputError(
        QT_TRANSLATE_NOOP("Errors", "{path} has no column '{column}'; it has {names}."),
        path=path,
        column=target,
        names=", ".join(names),
    )


def is_number(cell: str, *, decimal_comma: bool = False) -> bool:
    """Tell whether `cell` holds a number."""
    try:
        as_number(cell, decimal_comma=decimal_comma)
    except ValueError:
        return False
    return True


def as_number(cell: str, *, decimal_comma: bool = False) -> float:
    """Return the number in `cell`; raise ValueError if there is none."""
    return float(cell.replace(",", ".") if decimal_comma else cell)
