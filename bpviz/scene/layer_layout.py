"""Where the nodes of one layer stand."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bpviz.scene.camera import FITTED, Camera

Positions = npt.NDArray[np.float32]

# Pixels, all of them.
RADIUS_FOR_A_NUMBER = 20.0
"""Nodes of this radius have room for a number inside, and numbers below them."""
ROOMY_RADIUS = 44.0
"""Nodes of this radius have room for larger numbers."""
DETAIL_GAP = 8.0
"""Between a node and the numbers below it."""
_DETAIL_LINE = 14.0
_ROOMY_DETAIL_LINE = 18.0
_MOST_DETAILS = 2
_LARGEST_RADIUS_ZOOMED = 64.0


@dataclass(frozen=True, slots=True, eq=False)
class LayerLayout:
    """One layer's nodes.

    Attributes
    ----------
    x, y : ndarray of float32 of shape (nodes,)
        Centres.
    radius : float
        Of every node; for a picture half a pixel's side.
    left, right, top, bottom : float
        What the layer takes up. Edges end at `left` and begin at `right` where the
        layer stands in several columns, and at the nodes' centres where it does not.
    columns : int
        How many the nodes stand in.
    pitch : float
        Between the centres of nodes below each other; infinite if there are none.
    cell : float
        Side of a pixel of a picture; 0 for a layer of nodes.
    """

    x: Positions
    y: Positions
    radius: float
    left: float
    right: float
    top: float
    bottom: float
    columns: int
    pitch: float
    cell: float = 0.0

    @property
    def detail_lines(self) -> int:
        """How many lines of text fit below each node."""
        if self.is_picture or self.radius < RADIUS_FOR_A_NUMBER:
            return 0
        # Half of the gap again keeps the text away from the next node.
        room = self.pitch - 2 * self.radius - 1.5 * DETAIL_GAP
        return int(min(max(room / self.detail_line, 0), _MOST_DETAILS))

    @property
    def detail_line(self) -> float:
        """Height of a line of text below a node."""
        is_roomy = self.radius >= ROOMY_RADIUS
        return _ROOMY_DETAIL_LINE if is_roomy else _DETAIL_LINE

    @property
    def details_height(self) -> float:
        """What the text below a node takes up."""
        lines = self.detail_lines
        return DETAIL_GAP + lines * self.detail_line if lines else 0.0

    @property
    def is_picture(self) -> bool:
        """Whether the nodes are the pixels of a picture."""
        return self.cell > 0

    @property
    def exits(self) -> tuple[Positions, Positions]:
        """Where edges to the next layer begin, x and y, (nodes,) each.

        At the nodes' centres; those of a picture leave it on its right side, a row of
        pixels side by side, so that none comes out of nowhere above or below it.
        """
        if not self.is_picture:
            return self.x, self.y
        count = len(self.x)
        step = np.float32(self.cell / self.columns)
        y = np.float32(self.top) + (np.arange(count, dtype=np.float32) + 0.5) * step
        return np.full(count, self.right, np.float32), y

    @property
    def edges_from(self) -> float:
        """The x where edges to the next layer become visible."""
        return float(self.x[0]) if self.columns == 1 else self.right

    @property
    def edges_to(self) -> float:
        """The x where edges from the layer before end."""
        return float(self.x[0]) if self.columns == 1 else self.left

    def seen_through(self, camera: Camera) -> "LayerLayout":
        """Return the layer as `camera` shows it."""
        if camera == FITTED:
            return self
        zoom, dx, dy = np.float32(camera.zoom), camera.x, camera.y
        largest = max(self.radius, _LARGEST_RADIUS_ZOOMED)
        radius = self.radius * camera.zoom
        return LayerLayout(
            x=self.x * zoom + np.float32(dx),
            y=self.y * zoom + np.float32(dy),
            radius=radius if self.is_picture else min(radius, largest),
            left=self.left * camera.zoom + dx,
            right=self.right * camera.zoom + dx,
            top=self.top * camera.zoom + dy,
            bottom=self.bottom * camera.zoom + dy,
            columns=self.columns,
            pitch=self.pitch * camera.zoom,
            cell=self.cell * camera.zoom,
        )
