"""Exports what is on the screen as a picture, of any size."""

from pathlib import Path

from PyQt6.QtCore import QCoreApplication, QPoint
from PyQt6.QtGui import QCloseEvent, QColor, QImage, QPainter
from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from bpviz.look.labels import ProblemLabel, say
from bpviz.look.palette import current_theme
from bpviz.look.translation import translated
from bpviz.look.type_scale import GRID
from bpviz.training.frame import Frame
from bpviz.views.network_export import NetworkPicture, network_image, network_svg
from bpviz.views.network_view import NetworkView
from bpviz.window import file_dialogs
from bpviz.window.export_choice import Background, ExportChoice, Subject
from bpviz.window.export_form import ExportForm
from bpviz.window.picture_file import PictureFile

translate = QCoreApplication.translate


class ExportDialog(QDialog):
    """Asks what to export and where to, and does it.

    The network is drawn once more for the file; what is on the screen stays as it is.
    It is exported as it stood when the dialog was opened.

    Parameters
    ----------
    window : QWidget
        The window; also the parent.
    network : NetworkView
        Its picture of the network.
    name : str
        What the file is called unless the person says otherwise.
    """

    def __init__(self, window: QWidget, network: NetworkView, name: str) -> None:
        super().__init__(window)
        self._network = network
        self._name = name
        self._frame, self._options = network.frame, network.options
        self._shown = network.size()
        self._file: PictureFile | None = None
        self.setWindowTitle(translate("ExportDialog", "Export picture"))
        self.finished.connect(self.deleteLater)
        self.form = ExportForm(
            network.size(), window.size(), has_network=self._frame is not None
        )
        self.problem = ProblemLabel()
        self._buttons = QDialogButtonBox()
        self.export_button = self._buttons.addButton(
            translate("ExportDialog", "&Export…"),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._ask)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()

    def export(self, path: Path) -> None:
        """Begin to write what is chosen to a file; close when it is done."""
        choice = self.form.choice
        self._set_busy(True)
        self._file = PictureFile(self.picture(choice), path, self)
        self._file.finished.connect(self._on_written)
        self._file.start()

    def picture(self, choice: ExportChoice) -> QImage | str:
        """Draw what is chosen: pixels, or the text of an SVG file."""
        if choice.subject is Subject.WINDOW or self._frame is None:
            return self._window_image(choice.scale)
        picture = self._network_picture(choice)
        return (
            network_svg(picture) if choice.ending == ".svg" else network_image(picture)
        )

    def _network_picture(self, choice: ExportChoice) -> NetworkPicture:
        assert self._frame is not None  # Else only the window is offered.
        return NetworkPicture(
            self._frame,
            self._options,
            (self._shown.width(), self._shown.height()),
            max(round(choice.width / choice.scale), 1),
            max(round(choice.height / choice.scale), 1),
            theme=choice.theme(self._network.theme),
            scale=choice.scale,
            is_transparent=choice.background is Background.TRANSPARENT,
        )

    def _window_image(self, scale: int) -> QImage:
        window = self.parentWidget()
        assert window is not None  # The dialog was made with one.
        image = QImage(window.size() * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(QColor(current_theme().window))
        window.render(image)
        if self._frame is not None and not self._network.visibleRegion().isEmpty():
            # The view draws for the pixels of the screen: here there are more.
            painter = QPainter(image)
            place = self._network.mapTo(window, QPoint())
            painter.drawImage(place, self._network_as_shown(self._frame, scale))
            painter.end()
        image.setDevicePixelRatio(1.0)
        return image

    def _network_as_shown(self, frame: Frame, scale: int) -> QImage:
        width, height = self._network.width(), self._network.height()
        theme = self._network.theme
        image = network_image(
            NetworkPicture(
                frame, self._options, (width, height), width, height, theme, scale
            )
        )
        image.setDevicePixelRatio(scale)
        return image

    def _ask(self) -> None:
        ending = self.form.choice.ending
        path = file_dialogs.ask_where_to_export(self, self._name, ending)
        if path is not None:
            self.export(Path(path))

    def _on_written(self) -> None:
        if self._file is None:
            return  # Its end was waited for, and dealt with then.
        self._set_busy(False)
        failure = self._file.failure
        self._file.deleteLater()
        self._file = None
        if failure is None:
            self.accept()
            return
        say(self.problem, translated(failure))

    def _set_busy(self, is_busy: bool) -> None:
        self.form.setEnabled(not is_busy)
        self._buttons.setEnabled(not is_busy)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        margin = 3 * GRID
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(2 * GRID)
        column.addWidget(self.form)
        column.addWidget(self.problem)
        column.addWidget(self._buttons)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)

    @override
    def reject(self) -> None:
        # Escape, too: what is being written is written to its end.
        if self._file is None:
            super().reject()

    @override
    def closeEvent(self, a0: QCloseEvent | None) -> None:
        if self._file is not None:
            self._file.wait()
            self._on_written()
            if a0 is not None and self.isVisible():
                a0.ignore()  # Nobody has read yet why it could not be written.
                return
        super().closeEvent(a0)
