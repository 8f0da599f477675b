"""The kinds of film: what each needs, and who writes it."""

from contextlib import AbstractContextManager
from importlib.util import find_spec
from typing import IO, Protocol

from bpviz.app.film.pixels import Pixels
from bpviz.app.parser import UsageError
from bpviz.messages import RunError

SUFFIXES = (".gif", ".mp4")

_GIF_FASTEST = 50  # Pictures a second: viewers slow down what changes more often.


class FilmWriter(Protocol):
    """Takes the pictures of a film one after the other."""

    def add(self, picture: Pixels) -> None:
        """Add a picture."""


def check_film(suffix: str, size: tuple[int, int], fps: int) -> None:
    """Refuse now what could not be written later.

    Raises
    ------
    UsageError
        If the kind of film cannot have this size or speed.
    RunError
        If what writes it is not installed.
    """
    if suffix == ".gif":
        if fps > _GIF_FASTEST:
            raise UsageError(
                f"a GIF shows no more than {_GIF_FASTEST} pictures a second; give a "
                "smaller --fps, or write an .mp4"
            )
        if find_spec("PIL") is None:
            raise _not_installed("GIF", "Pillow")
        return
    if any(length % 2 for length in size):
        raise UsageError(
            "an MP4's width and height must be even numbers; change --size, or write "
            "a .gif"
        )
    from bpviz.app.film.mp4 import ffmpeg

    if ffmpeg() is None:
        raise _not_installed("MP4", "ffmpeg")


def film_writer(
    suffix: str, file: IO[bytes], size: tuple[int, int], fps: int
) -> AbstractContextManager[FilmWriter]:
    """Return what writes this kind of film."""
    if suffix == ".gif":
        from bpviz.app.film.gif import GifWriter

        return GifWriter(file, size, fps)
    from bpviz.app.film.mp4 import Mp4Writer

    return Mp4Writer(file, size, fps)


def _not_installed(kind: str, what: str) -> RunError:
    return RunError(
        "{kind} films need {what}, which is not installed: "
        '`pip install "bpviz[record]"` brings it',
        kind=kind,
        what=what,
    )
