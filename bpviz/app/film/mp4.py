"""Writes an MP4 film by handing the pictures to ffmpeg, which compresses them."""

import os
import shutil
import subprocess
from importlib.util import find_spec
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Self

from bpviz.app.film.pixels import Pixels
from bpviz.messages import RunError

_RATE_FACTOR = 18  # H.264's scale of quality; at 18 thin lines look as they were.


class Mp4Writer:
    """A film in H.264, which everything plays; ends with the ``with`` it is used in.

    Parameters
    ----------
    file : binary file
        Where it is written; a file with a name.
    size : tuple of int
        Width and height in pixels, both even.
    fps : int
        Pictures a second.

    Raises
    ------
    RunError
        On leaving the ``with``, or before, if ffmpeg cannot make the film.
    """

    def __init__(self, file: IO[bytes], size: tuple[int, int], fps: int) -> None:
        self._complaints = TemporaryFile()  # noqa: SIM115 - closed on leaving
        self._process = subprocess.Popen(
            _command(os.fspath(file.name), size, fps),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._complaints,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is not None:
            self._process.kill()
        try:
            self._process.communicate()
            if kind is None and self._process.returncode:
                raise self._failure()
        finally:
            self._complaints.close()

    def add(self, picture: Pixels) -> None:
        """Add a picture."""
        assert self._process.stdin is not None  # It is a pipe.
        try:
            self._process.stdin.write(picture.tobytes())
        except OSError:
            self._process.wait()
            raise self._failure() from None

    def _failure(self) -> RunError:
        self._complaints.seek(0)
        lines = self._complaints.read().decode(errors="replace").split("\n")
        said = [line.strip() for line in lines if line.strip()]
        reason = said[-1] if said else f"exit status {self._process.returncode}"
        return RunError("ffmpeg could not make the film: {reason}", reason=reason)


def ffmpeg() -> str | None:
    """Return the path of ffmpeg: the extra's, which knows H.264, or the system's."""
    if find_spec("imageio_ffmpeg") is not None:
        import imageio_ffmpeg

        try:
            return str(imageio_ffmpeg.get_ffmpeg_exe())
        except RuntimeError:
            pass  # On some platforms it comes without the program.
    return shutil.which("ffmpeg")


def _command(path: str, size: tuple[int, int], fps: int) -> list[str]:
    program = ffmpeg()
    assert program is not None  # `films` has asked.
    width, height = size
    # Players that are told nothing guess by the size how to come back to RGB.
    said = "color_primaries=bt709:color_trc=bt709:colorspace=bt709"
    return [
        *(program, "-loglevel", "error", "-nostdin", "-y"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}"),
        *("-r", str(fps), "-i", "pipe:0", "-an"),
        *("-vf", f"scale=out_color_matrix=bt709:out_range=tv,setparams={said}"),
        *("-c:v", "libx264", "-crf", str(_RATE_FACTOR), "-pix_fmt", "yuv420p"),
        *("-fflags", "+bitexact", "-movflags", "+faststart", "-f", "mp4", path),
    ]
