r"""The same formula without typesetting: what our LaTeX says, as rich or plain text.

Formulas are written once, in the little LaTeX that they need: letters, ``^{}``,
``_{}``, ``\frac``, ``\sqrt``, ``\operatorname``, matrices, cases and the symbols
below.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from typing_extensions import override

from bpviz.scene.numbers import MINUS

_SYMBOLS = {
    "alpha": "α",
    "beta": "β",
    "delta": "δ",
    "epsilon": "ε",
    "eta": "η",
    "lambda": "λ",
    "mu": "μ",
    "rho": "ρ",
    "sigma": "σ",
    "partial": "∂",
    "sum": "Σ",
    "odot": " ⊙ ",
    "times": " × ",
    "cdot": " · ",
    "leftarrow": " ← ",
    "leq": " ≤ ",
    "infty": "∞",
    "prime": "′",
    "dots": "…",
    "left": "",
    "right": "",
    "ln": "ln ",
    "max": "max",
    "tanh": "tanh",
    ",": "",
    ";": " ",
    "quad": "   ",
}
_OPERATORS = {"=", "+", "-", "<", ">"}
_SIGNS = {"-": MINUS, "'": "′"}
_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|\s+|.")
_TAG = re.compile(r"<[^>]*>")
# LaTeX needs a space behind a command where a reader wants none.
_TIGHT = re.compile(r"(?<=∂) | (?=\()(?<=ln )")


def rich_text(latex: str) -> str:
    """Return a formula as text with ``<sup>`` and ``<sub>``."""
    return _Reader(latex, is_rich=True).text()


@lru_cache(maxsize=256)
def plain_text(latex: str) -> str:
    """Return a formula as text that can be read aloud or copied."""
    return _Reader(latex, is_rich=False).text()


@lru_cache(maxsize=512)
def length_of(latex: str) -> int:
    """Return about how many characters wide a formula is once it is typeset."""
    return len(_Measure(latex, is_rich=False).text())


@lru_cache(maxsize=256)
def wrapped(latex: str, most_characters: int) -> tuple[str, ...]:
    """Break a formula before an operator wherever it would grow too long.

    What is too long even so is broken within round brackets too.
    """
    lines, length = [""], 0
    for piece in _short_pieces(latex, most_characters):
        added = length_of(piece)
        if lines[-1] and length + 1 + added > most_characters:
            # Nothing before it, a plus would be taken for a sign.
            is_sign = piece.startswith(("+", "-"))
            lines.append(f"{{}} {piece}" if is_sign else piece)
            length = added
        else:
            lines[-1] = f"{lines[-1]} {piece}".strip()
            length += added + (length > 0)
    return tuple(lines)


def _short_pieces(latex: str, most_characters: int) -> Iterator[str]:
    for piece in _pieces(latex, opening=("{", "(", r"\begin")):
        if length_of(piece) <= most_characters:
            yield piece
        else:
            yield from _pieces(piece, opening=("{", r"\begin"))


def _pieces(latex: str, opening: tuple[str, ...]) -> Iterator[str]:
    """Yield the parts between the operators that are not within brackets."""
    closing = tuple({"{": "}", "(": ")", r"\begin": r"\end"}[o] for o in opening)
    depth, piece = 0, ""
    for token in _TOKEN.findall(latex):
        if token in opening:
            depth += 1
        elif token in closing:
            depth -= 1
        is_break = token in ("=", "+", "-", r"\leftarrow") and depth == 0
        if is_break and piece.strip():
            yield piece.strip()
            piece = ""
        piece += token
    if piece.strip():
        yield piece.strip()


class _Reader:
    """Reads a formula once, from the left to the right."""

    def __init__(self, latex: str, *, is_rich: bool) -> None:
        self._tokens = _TOKEN.findall(latex)
        self._place = 0
        self._is_rich = is_rich

    def text(self) -> str:
        """Return all of it."""
        return _tidy(self._until(None))

    def _until(self, end: str | None) -> str:
        parts: list[str] = []
        while self._place < len(self._tokens):
            token = self._next()
            if token == end:
                break
            parts.append(self._read(token))
        return "".join(parts)

    def _next(self) -> str:
        self._place += 1
        token: str = self._tokens[self._place - 1]
        return token

    def _read(self, token: str) -> str:
        if token.isspace():
            return " "
        if token == "{":
            return self._group()
        if token in ("^", "_"):
            return self._script(token, self._argument())
        if token in _OPERATORS:
            sign = _SIGNS.get(token, token)
            return f" {_escaped(sign) if self._is_rich else sign} "
        if token.startswith("\\"):
            return self._command(token[1:])
        return _SIGNS.get(token, token)

    def _argument(self) -> str:
        return self._read(self._next()).strip()

    def _group(self) -> str:
        # A sign that stands alone belongs to its number, with no room between.
        if self._tokens[self._place : self._place + 2] == ["-", "}"]:
            self._place += 2
            return MINUS
        return self._until("}")

    def _script(self, kind: str, content: str) -> str:
        if content in ("′", "2") and kind == "^":
            return "²" if content == "2" else content
        if self._is_rich:
            tag = "sup" if kind == "^" else "sub"
            return f"<{tag}>{content}</{tag}>"
        if kind == "_":
            return content if content.isalnum() else f"_{content}"
        return content if content.startswith("(") else f"^{_bracketed(content)}"

    def _command(self, name: str) -> str:
        match name:
            case "frac":
                return self._quotient(_tidy(self._argument()), _tidy(self._argument()))
            case "sqrt":
                return f"√({self._argument()})"
            case "operatorname" | "mathrm" | "mathsf":
                return self._argument()
            case "begin":
                return self._table(self._argument())
            case _:
                return _SYMBOLS[name]

    def _quotient(self, above: str, below: str) -> str:
        over = _bracketed(above), _bracketed(below)
        return ("/" if over == (above, below) else " / ").join(over)

    def _table(self, kind: str) -> str:
        rows: list[list[str]] = [[""]]
        while (token := self._next()) != r"\end":
            if token == "&":
                rows[-1].append("")
            elif token == r"\\":
                rows.append([""])
            else:
                rows[-1][-1] += self._read(token)
        self._argument()  # The name of what has ended.
        return self._joined(kind, [[cell.strip() for cell in row] for row in rows])

    def _joined(self, kind: str, rows: list[list[str]]) -> str:
        if kind == "cases":
            return "; ".join(", ".join(row) for row in rows)
        return f"[{'; '.join(' '.join(row) for row in rows)}]"


class _Measure(_Reader):
    """Makes a text that is as long as the formula is wide."""

    @override
    def _script(self, kind: str, content: str) -> str:
        return content[: max(1, round(0.7 * len(content)))]

    @override
    def _quotient(self, above: str, below: str) -> str:
        return max(above, below, key=len)

    @override
    def _joined(self, kind: str, rows: list[list[str]]) -> str:
        columns = zip(*rows, strict=True)
        return f"[{' '.join(max(column, key=len) for column in columns)}]"


def _tidy(text: str) -> str:
    return _TIGHT.sub("", re.sub(r" {2,}", " ", text)).strip()


def _bracketed(text: str) -> str:
    return f"({text})" if {" ", "/"} & set(_TAG.sub("", text)) else text


def _escaped(sign: str) -> str:
    return {"<": "&lt;", ">": "&gt;"}.get(sign, sign)
