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
        if error is None:
            return
        words = " ".join(f"{type(error).__name__}: {_text(error)}".split())[:500]
        line = _show(error, self.path)
        if isinstance(error, SyntaxError) and error.filename == str(self.path):
            words = f"{self.path.name} is not valid Python: {error.msg}"
            line = error.lineno
        elif isinstance(error, SyntaxError) and (error.filename, line) == (None, None):
            # Python looks for null bytes before it looks at the file's name.
            words = f"{self.path.name} is not valid Python: {error.msg}; save it as a "
            words += "text file in UTF-8"
        else:
            words = f"{self.path.name} raised {words}"
        place = f" (line {line})" if line else ""
        raise ProblemError("raised", words + place) from None


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - the student's own class may do anything
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
