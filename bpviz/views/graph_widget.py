"""A widget that shows a computational graph at one moment, moved and enlarged."""

from PyQt6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.scene.camera import FITTED, Camera
from bpviz.scene.graph_parts import GraphPicture
from bpviz.scene.graph_stage import Found, Stage, stage_for
from bpviz.views.graph_arrival import GraphArrival
from bpviz.views.graph_eyes import seen_at
from bpviz.views.graph_legend import HEIGHT as LEGEND_HEIGHT
from bpviz.views.graph_nodes import node_rect
from bpviz.views.graph_painting import Hand, Sight, paint_graph
from bpviz.views.graph_placeholder import GraphPlaceholder
from bpviz.views.graph_style import GraphStyle
from bpviz.views.graph_words import place_words
from bpviz.views.picture_style import MEASURED_AGAIN

translate = QCoreApplication.translate

_KEPT_IN_SIGHT = 40.0
"""Pixels between the node whose turn it is and the border of the view."""


class GraphWidget(QWidget):
    """Shows a graph, or a sentence where there is none.

    Parameters
    ----------
    parent : QWidget, optional
        What it is part of.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = GraphStyle(current_theme())
        self._picture: GraphPicture | None = None
        self._note = ""
        self._is_faded = False
        self._camera = FITTED
        self._hovered: Found | None = None
        self._pointer = QPointF()
        self._selected: int | None = None
        self.reduced_motion = False
        """Whether numbers are in their places at once, without anything moving."""
        self._arrival = GraphArrival(self)
        self.placeholder = GraphPlaceholder(self)
        self.setMinimumSize(320, 200)
        # Every pixel is painted, so Qt need not clear them first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(translate("GraphView", "Computational graph"))

    @property
    def picture(self) -> GraphPicture | None:
        """What it shows."""
        return self._picture

    @property
    def message(self) -> str:
        """What it says in place of a graph."""
        return self.placeholder.text

    @property
    def note(self) -> str:
        """Whose numbers the graph shows, where that needs saying."""
        return self._note

    @property
    def is_faded(self) -> bool:
        """Whether the graph is not of what is typed."""
        return self._is_faded

    @property
    def camera(self) -> Camera:
        """How far the picture is moved and enlarged."""
        return self._camera

    @property
    def selected(self) -> int | None:
        """The node that the person has chosen."""
        return self._selected

    @property
    def is_moving(self) -> bool:
        """Whether numbers are on their way."""
        return self._arrival.is_running

    def show_picture(
        self, picture: GraphPicture, animate_ms: int = 0, note: str = ""
    ) -> None:
        """Show a moment.

        Parameters
        ----------
        animate_ms : int
            How long the numbers of its last step take to come from their node; 0 for
            at once.
        note : str
            Whose numbers they are, where that needs saying.
        """
        self._arrival.begin(0 if self.reduced_motion else animate_ms)
        self._picture, self._note, self._is_faded = picture, note, False
        self.placeholder.show_text("")
        if self._selected is not None and self._selected >= len(picture.nodes):
            self._selected = None
        if self._hovered is not None:
            self._hovered = self._found(self._pointer)
        parts = (note, place_words(picture.moment))
        self.setAccessibleDescription(". ".join(part for part in parts if part))
        self.update()

    def fade(self, note: str) -> None:
        """Show that the graph is not of what is typed any more, and say so."""
        self._arrival.stop()
        self._note, self._is_faded = note, True
        self._hovered = self._selected = None
        self.setAccessibleDescription(note)
        self.update()

    def show_message(self, message: str, button: str = "") -> None:
        """Show no graph, say why, and offer a button where that can be changed."""
        self._arrival.stop()
        self._picture, self._note, self._selected = None, "", None
        self._hovered = None
        self.placeholder.show_text(message, button)
        self.setAccessibleDescription(message)
        self.update()

    def select(self, node: int | None) -> None:
        """Mark a node, or none."""
        self._selected = node
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._style = GraphStyle(theme)
        self.update()

    def fit(self) -> None:
        """Show the whole graph."""
        self._camera = FITTED
        self.update()

    def zoom(self, factor: float, about: QPointF) -> None:
        """Enlarge the graph about a point of the widget."""
        self._camera = self._camera.zoomed(factor, about.x(), about.y())
        self.update()

    def follow(self, node: int) -> None:
        """Move an enlarged picture so that a node is in sight, if it is not."""
        stage = self.stage()
        if self._picture is None or stage is None or self._camera.zoom <= 1:
            return
        gap = _KEPT_IN_SIGHT
        room = QRectF(0, 0, self.width(), self.height() - LEGEND_HEIGHT)
        room.adjust(gap, gap, -gap, -gap)
        rect = node_rect(self._picture.nodes[node], stage)
        if not room.contains(rect):
            way = room.center() - rect.center()
            self._camera = self._camera.moved(way.x(), way.y())
            self.update()

    def stage(self) -> Stage | None:
        """Return where the picture is seen."""
        if self._picture is None:
            return None
        size = self._picture.width, self._picture.height
        height = self.height() - LEGEND_HEIGHT
        return stage_for(size, self.width(), height, self._camera)

    def _found(self, place: QPointF) -> Found | None:
        """Return what is seen at a point of the widget."""
        stage = self.stage()
        if self._picture is None or stage is None or self._is_faded:
            return None
        return seen_at(self._picture, stage, self._style, place)

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._style.canvas)
        stage = self.stage()
        if self._picture is None or stage is None:
            return
        hand = Hand(self._hovered, self._pointer, self._selected)
        room, arrived = QRectF(self.rect()), self._arrival.progress
        sight = Sight(room, arrived, self._note, self._is_faded)
        paint_graph(painter, self._picture, stage, self._style, hand, sight)

    @override
    def resizeEvent(self, a0: QResizeEvent | None) -> None:
        super().resizeEvent(a0)
        self.placeholder.setGeometry(self.rect())

    @override
    def changeEvent(self, a0: QEvent | None) -> None:
        super().changeEvent(a0)
        if a0 is not None and a0.type() in MEASURED_AGAIN:
            self.setAccessibleName(translate("GraphView", "Computational graph"))
            self.set_theme(current_theme())

    @override
    def hideEvent(self, a0: QHideEvent | None) -> None:
        super().hideEvent(a0)
        self._arrival.stop()

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, 420)
