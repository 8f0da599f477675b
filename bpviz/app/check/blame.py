"""Whatever a student's code raises: his own traceback, and one sentence."""

import sys
import traceback
from pathlib import Path


class ProblemError(Exception):
    """There is nothing to compare.

    Parameters
    ----------
    kind : str
        One word for a program.
    sentence : str
        For the student.
    """

    def __init__(self, kind: str, sentence: str) -> None:
        super().__init__(sentence)
        self.kind, self.sentence = kind, sentence


class Blame:
    """Turns whatever the student's code raises into his traceback and a sentence."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _t: object) -> None:
        if error is None or isinstance(error, ProblemError):
            return
        try:
            sentence = _sentence(error, self.path)
        except BaseException:  # noqa: BLE001 - the student's own class may do anything
            sentence = f"{self.path.name} raised an error of which nothing can be told"
        raise ProblemError("raised", sentence) from None


def _sentence(error: BaseException, path: Path) -> str:
    """Print the student's traceback, and return it in a sentence."""
    text = " ".join(_text(error).split())
    words = f"{type(error).__name__}{': ' if text else ''}{text}"[:500]
    line = _show(error, path)
    if isinstance(error, SyntaxError) and error.filename == str(path):
        words = f"{path.name} is not valid Python: {error.msg}"
        line = error.lineno
    elif isinstance(error, SyntaxError) and (error.filename, line) == (None, None):
        # Python looks for null bytes before it looks at the file's name.
        words = f"{path.name} is not valid Python: {error.msg}; save it as a "
        words += "text file in UTF-8"
    else:
        words = f"{path.name} raised {words}"
    return words + (f" (line {line})" if line else "")


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except BaseException:  # noqa: BLE001 - the student's own class may do anything
        return "<its text cannot be had>"


def _show(error: BaseException, path: Path) -> int | None:
    """Print the traceback with the frames of the student's files only.

    Returns
    -------
    int or None
        The line of `path` that was being carried out.
    """
    shown = traceback.TracebackException.from_exception(error)
    parts: list[traceback.TracebackException | None] = [shown]
    line = None
    for part in parts:
        if part is None:
            continue
        own = [f for f in part.stack if Path(f.filename).parent == path.parent]
        if part is shown:
            line = next((f.lineno for f in own[::-1] if f.filename == str(path)), None)
        part.stack = traceback.StackSummary.from_list(own)
        parts += [part.__cause__, part.__context__]
    lines = shown.format() if shown.stack else shown.format_exception_only()
    print("".join(lines), end="", file=sys.stderr)
    return line
