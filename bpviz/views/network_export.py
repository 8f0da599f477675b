"""The network as it is on the screen, as a picture of any size or as SVG.

Nothing here touches the view: its moment is drawn once more, elsewhere.
"""

from dataclasses import dataclass, replace

import numpy as np
from PyQt6.QtGui import QColor, QImage, QPainter
from typing_extensions import override

from bpviz.look.theme import Theme
from bpviz.scene.camera import Camera
from bpviz.scene.colors import canvas_color
from bpviz.scene.gap_scene import GapScene
from bpviz.scene.layer_scene import LayerScene
from bpviz.scene.network_scene import NetworkScene, build_network_scene
from bpviz.scene.options import SceneOptions
from bpviz.scene.transparency import without_canvas
from bpviz.training.frame import Frame
from bpviz.views.network_hover import paint_selection
from bpviz.views.network_legend_strip import LegendStrip
from bpviz.views.network_nodes import paint_nodes
from bpviz.views.network_painter import paint_network
from bpviz.views.network_stamps import NodeStamper
from bpviz.views.network_style import NetworkStyle
from bpviz.views.network_words import description
from bpviz.views.shades import unpacked
from bpviz.views.svg_painter import SvgPainter


@dataclass(frozen=True, slots=True, eq=False)
class NetworkPicture:
    """What is to be drawn, and how.

    Attributes
    ----------
    frame : Frame
        The moment.
    options : SceneOptions
        How it is shown on the screen.
    shown : tuple of int
        Width and height there.
    width, height : int
        Of the new picture, before it is enlarged.
    scale : float
        How many of the file's pixels one of these becomes.
    theme : Theme
        In whose colours.
    is_transparent : bool
        Whether there is nothing behind the network.
    """

    frame: Frame
    options: SceneOptions
    shown: tuple[int, int]
    width: int
    height: int
    theme: Theme
    scale: float = 1.0
    is_transparent: bool = False

    def scene(self, pixel_ratio: float) -> NetworkScene:
        """Work out the scene; what is moved and enlarged stays so."""
        camera = self.options.camera
        across, down = self.width / self.shown[0], self.height / self.shown[1]
        options = replace(
            self.options,
            camera=Camera(camera.zoom, camera.x * across, camera.y * down),
            pixel_ratio=pixel_ratio,
        )
        return build_network_scene(
            self.frame, options, self.width, self.height, self.theme.is_dark
        )


def network_image(picture: NetworkPicture) -> QImage:
    """Draw the network as pixels."""
    scale = picture.scale
    image = QImage(
        round(picture.width * scale),
        round(picture.height * scale),
        QImage.Format.Format_RGB32,
    )
    image.fill(QColor(picture.theme.window))
    image.setDevicePixelRatio(scale)
    scene, style = picture.scene(scale), NetworkStyle(picture.theme)
    painter = QPainter(image)
    paint_network(painter, scene, style)
    LegendStrip(style).paint(painter, scene)
    paint_selection(painter, scene, style)
    painter.end()
    if picture.is_transparent:
        image = _without_canvas(image, canvas_color(picture.theme.is_dark))
    image.setDevicePixelRatio(1.0)
    return image


def network_svg(picture: NetworkPicture) -> str:
    """Draw the network as shapes and text; the text of an SVG file."""
    style = NetworkStyle(picture.theme)
    style.stamper = _NodePainter(picture.theme)
    background = None if picture.is_transparent else style.canvas
    painter = SvgPainter(picture.width, picture.height, background)
    scene = picture.scene(1.0)
    for gap in scene.gaps:
        _add_bundle(painter, gap)
    paint_network(painter, replace(scene, edge_picture=None), style)
    LegendStrip(style).draw(painter, scene)
    paint_selection(painter, scene, style)
    scale = picture.scale
    return painter.text(
        "bpviz",
        description(scene.frame, scene.options),
        picture.width * scale,
        picture.height * scale,
    )


class _NodePainter(NodeStamper):
    """Paints many nodes one by one, so that they are circles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._worn = theme

    @override
    def stamp(self, painter: QPainter, layer: LayerScene, pixel_ratio: float) -> None:
        paint_nodes(painter, layer, self._worn)


def _add_bundle(painter: SvgPainter, gap: GapScene) -> None:
    """Add the faint edges of a gap, which on the screen are one picture."""
    count = gap.bundled
    if not count:
        return
    painter.begin_group("edges")
    segments = gap.segments()[:count].tolist()
    for ends, color in zip(segments, gap.lines.colors[:count].tolist(), strict=True):
        painter.add_line(tuple(ends), unpacked(color))
    painter.end_group()


def _without_canvas(image: QImage, canvas: int) -> QImage:
    """Return the same picture without what is behind the network."""
    bits = image.constBits()
    assert bits is not None  # The picture has pixels.
    height, width = image.height(), image.width()
    pixels = np.frombuffer(bits.asstring(4 * width * height), np.uint32)
    clear = without_canvas(pixels.reshape(height, width), canvas)
    result = QImage(
        clear.tobytes(), width, height, 4 * width, QImage.Format.Format_ARGB32
    )
    return result.copy()  # The array's memory ends here.
