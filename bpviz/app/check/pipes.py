"""Feeds the process that runs a student's file, and takes in what it says."""

import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import IO

from bpviz.app.check.answer import AnswerReader

_MOST_PRINTED = 2**20
"""Bytes that are passed on of what a file prints, so that no log fills a disk."""


def write_case(pipe: IO[bytes], case: bytes) -> None:
    """Give the case to the process."""
    with suppress(OSError), pipe:  # It may have ended already.
        view = memoryview(case)
        while view:
            view = view[pipe.write(view) :]


def read_answer(pipe: IO[bytes], reader: AnswerReader) -> None:
    """Read until the answer is there, or all that comes."""
    is_wanted = True
    while block := pipe.read(1 << 16):
        # All of it is read: a process whose pipe is full stands still.
        is_wanted = is_wanted and reader.take(block)
        if not is_wanted and reader.answer() is not None:
            return


def relay(pipe: IO[bytes]) -> None:
    """Pass on what the file prints; standard output is for the result alone."""
    decoder = getincrementaldecoder("utf-8")(errors="replace")
    room = _MOST_PRINTED
    while block := pipe.read(1 << 16):
        if sys.stderr is None or not room:
            continue
        text = decoder.decode(block[:room])
        room = max(room - len(block), 0)
        if not room:
            text += "\n(the file prints too much; the rest is left out)\n"
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):
            room = 0  # Nobody reads it any more.
