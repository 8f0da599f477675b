"""Breaks a line of code where a reader would, for a narrow panel."""

import re

INDENT = 4

_FULL = 1 / 3
"""Share of the room that a piece takes at least, if it can."""

# In "a2 * (1 - a2)" before "*" and "-"; behind commas; in "x.sum(axis=1).mean()" before
# ".mean". A power stays whole.
_BREAK = re.compile(r" (?=(?:[-+/@]|\*(?!\*)|->) )|(?<=,) |(?<=\))(?=\.\w)")
_OPENING, _CLOSING = "([{", ")]}"


def wrapped_code(line: str, most: int) -> tuple[str, ...]:
    """Break `line` into pieces of at most `most` characters, where it can be broken.

    It is broken within as few brackets as possible and as late as possible then. The
    pieces joined are the line again: what ends one stays at its end.

    Parameters
    ----------
    most : int
        Characters; every piece but the first has `INDENT` fewer.
    """
    pieces, room = [], most
    while len(line.rstrip()) > room:
        place = _best_break(line, room)
        if place is None:
            break
        pieces.append(line[:place])
        line = line[place:]
        room = most - INDENT
    return (*pieces, line)


def _best_break(line: str, room: int) -> int | None:
    """Return where `line` goes on below: within the fewest brackets, then last."""
    found = [match.end() for match in _BREAK.finditer(line)]
    fitting = [place for place in found if len(line[:place].rstrip()) <= room]
    full = [place for place in fitting if place >= _FULL * room]
    # Where not even the first fits, it is still better than none.
    chosen = full or fitting or found[:1]
    return max(chosen, key=lambda place: (-_depth(line[:place]), place), default=None)


def _depth(code: str) -> int:
    """Return how many brackets are open at the end of `code`."""
    opened = sum(code.count(sign) for sign in _OPENING)
    return opened - sum(code.count(sign) for sign in _CLOSING)
