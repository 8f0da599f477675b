"""How the picture is seen: how far it is moved and how large."""

from dataclasses import dataclass

SMALLEST_ZOOM = 0.5
LARGEST_ZOOM = 16.0


@dataclass(frozen=True, slots=True)
class Camera:
    """A place p of the fitted picture is seen at zoom * p + (x, y).

    Attributes
    ----------
    zoom : float
        1 where the picture fits.
    x, y : float
        In pixels.
    """

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def moved(self, dx: float, dy: float) -> "Camera":
        """Return this camera with the picture shifted by so many pixels."""
        return Camera(self.zoom, self.x + dx, self.y + dy)

    def zoomed(self, factor: float, x: float, y: float) -> "Camera":
        """Return this camera with the picture enlarged about (x, y), which stays."""
        zoom = min(max(self.zoom * factor, SMALLEST_ZOOM), LARGEST_ZOOM)
        share = zoom / self.zoom
        return Camera(zoom, x + share * (self.x - x), y + share * (self.y - y))


FITTED = Camera()
