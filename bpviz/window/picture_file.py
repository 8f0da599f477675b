"""Writes a picture to its file beside the window, which goes on being used."""

from pathlib import Path

from PyQt6 import sip
from PyQt6.QtCore import QBuffer, QIODevice, QObject, QThread
from PyQt6.QtGui import QImage
from typing_extensions import override

from bpviz.messages import QT_TRANSLATE_NOOP, BpvizError, RunError
from bpviz.training.whole_file import whole_file


class PictureFile(QThread):
    """Compresses a picture and writes it, whole or not at all.

    A large PNG takes seconds to compress. `finished` tells when it is done.

    Parameters
    ----------
    picture : QImage or str
        Pixels for a PNG file, or the text of an SVG file.
    path : Path
        Where to; an older file of that name is replaced.
    parent : QObject
        Qt parent.

    Attributes
    ----------
    failure : BpvizError or None
        Why it could not be written, when it is finished.
    """

    def __init__(self, picture: QImage | str, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._picture = picture
        self._path = path
        self.failure: BpvizError | None = None
        # A QThread that is destroyed while it runs takes the whole process down.
        parent.destroyed.connect(self._wait_for_end)

    def _wait_for_end(self) -> None:
        if not sip.isdeleted(self):
            self.wait()

    @override
    def run(self) -> None:
        try:
            data = file_of(self._picture)
            with whole_file(self._path) as file:
                file.write(data)
        except BpvizError as error:
            self.failure = error
        except Exception as error:  # noqa: BLE001 - else it would count as written
            self.failure = RunError(
                QT_TRANSLATE_NOOP(
                    "Errors", "The file {path} could not be written: {reason}."
                ),
                path=self._path,
                reason=str(error) or type(error).__name__,
            )


def file_of(picture: QImage | str) -> bytes:
    """Return a picture as the bytes of a PNG or of an SVG file.

    Raises
    ------
    RunError
        If there is not enough memory for it.
    """
    if isinstance(picture, str):
        return picture.encode()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise RunError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "There is not enough memory for so large a picture. Choose a smaller "
                "one.",
            )
        )
    return buffer.data().data()
