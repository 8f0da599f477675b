"""A widget that shows a computational graph at one moment, moved and enlarged."""

from PyQt6.QtCore import (
    QCoreApplication,
    QEasingCurve,
    QEvent,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
)
from PyQt6.QtGui import QHideEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QWidget
from typing_extensions import override

from bpviz.look.palette import current_theme
from bpviz.look.theme import Theme
from bpviz.scene.camera import FITTED, Camera
from bpviz.scene.graph_parts import GraphPicture
from bpviz.scene.graph_stage import Found, Stage, found_at, stage_for
from bpviz.views.graph_edges import paint_edges
from bpviz.views.graph_hover import paint_readout
from bpviz.views.graph_labels import paint_labels
from bpviz.views.graph_legend import HEIGHT as LEGEND_HEIGHT
from bpviz.views.graph_legend import paint_legend
from bpviz.views.graph_nodes import node_rect, paint_nodes, paint_ring
from bpviz.views.graph_style import GraphStyle
from bpviz.views.graph_words import place_words
from bpviz.views.picture_style import MEASURED_AGAIN

translate = QCoreApplication.translate

_KEPT_IN_SIGHT = 40.0
"""Pixels between the node whose turn it is and the border of the view."""
_AROUND_A_MESSAGE = 48


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
        self._message = ""
        self._camera = FITTED
        self._hovered: Found | None = None
        self._pointer = QPointF()
        self._selected: int | None = None
        self.reduced_motion = False
        """Whether numbers are in their places at once, without anything moving."""
        self._arrival = QVariantAnimation(self)
        self._arrival.setStartValue(0.0)
        self._arrival.setEndValue(1.0)
        self._arrival.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._arrival.valueChanged.connect(lambda: self.update())
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
        return self._message

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
        return self._arrival.state() is QVariantAnimation.State.Running

    def show_picture(self, picture: GraphPicture, animate_ms: int = 0) -> None:
        """Show a moment.

        Parameters
        ----------
        animate_ms : int
            How long the numbers of its last step take to come from their node; 0 for
            at once.
        """
        self._arrival.stop()
        if animate_ms > 0 and not self.reduced_motion:
            self._arrival.setDuration(animate_ms)
            self._arrival.start()
        self._picture, self._message = picture, ""
        if self._selected is not None and self._selected >= len(picture.nodes):
            self._selected = None
        if self._hovered is not None:
            self._hovered = self._found(self._pointer)
        self.setAccessibleDescription(place_words(picture.moment))
        self.update()

    def show_message(self, message: str) -> None:
        """Show no graph, and say why."""
        self._arrival.stop()
        self._picture, self._message, self._selected = None, message, None
        self._hovered = None
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
        if self._picture is None or stage is None:
            return None
        return found_at(self._picture, stage, place.x(), place.y())

    def _paint_picture(
        self, painter: QPainter, picture: GraphPicture, stage: Stage
    ) -> None:
        style = self._style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_edges(painter, picture, stage, style)
        paint_nodes(painter, picture, stage, style)
        arrived = float(self._arrival.currentValue()) if self.is_moving else 1.0
        paint_labels(painter, picture, stage, style, self._hovered, arrived)
        if self._selected is not None:
            node = picture.nodes[self._selected]
            paint_ring(painter, node, stage, style.accent, 2.0)
        # On its own ground, so that nothing shines through.
        strip = QRectF(0, self.height() - LEGEND_HEIGHT, self.width(), LEGEND_HEIGHT)
        painter.fillRect(strip, style.canvas)
        paint_legend(painter, self.width(), self.height(), style)
        if self._hovered is not None:
            room, pointer = QRectF(self.rect()), self._pointer
            paint_readout(painter, picture, self._hovered, pointer, room, style)

    def _paint_message(self, painter: QPainter) -> None:
        painter.setFont(self._style.body)
        painter.setPen(self._style.muted)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        away = _AROUND_A_MESSAGE
        room = QRectF(self.rect().adjusted(away, away, -away, -away))
        painter.drawText(room, int(flags), self._message)

    @override
    def paintEvent(self, a0: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._style.canvas)
        stage = self.stage()
        if self._picture is None or stage is None:
            self._paint_message(painter)
        else:
            self._paint_picture(painter, self._picture, stage)

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
