"""The options that say how the window looks where it is drawn without a screen."""

import re
from argparse import ArgumentParser, ArgumentTypeError

from bpviz.app.choices import EDGES, LANGUAGES

SIZE = (1280, 720)
MOST = 8192
"""Pixels of a side."""


def add_picture_options(parser: ArgumentParser) -> None:
    """Let a command say how the window looks."""
    parser.add_argument(
        "--size",
        type=_size,
        default=SIZE,
        metavar="WIDTHxHEIGHT",
        help="in pixels (default: 1280x720)",
    )
    parser.add_argument(
        "--edges",
        choices=EDGES,
        default=EDGES[0],
        help="what the colours of the edges stand for (default: %(default)s)",
    )
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="light", help="(default: light)"
    )
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="(default: en)")


def _size(text: str) -> tuple[int, int]:
    sides = re.fullmatch(r"(\d{1,6})x(\d{1,6})", text, re.ASCII)
    size = (int(sides[1]), int(sides[2])) if sides else (0, 0)
    if not 1 <= min(size) <= max(size) <= MOST:
        raise ArgumentTypeError(
            f"must be like 1280x720, of no more than {MOST} each; got {text[:50]!r}"
        )
    return size
