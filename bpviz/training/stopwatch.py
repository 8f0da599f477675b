"""How fast a run trains: for people, and for deciding when to take a checkpoint."""

_LENGTH = 1000
"""Updates over which the pace is averaged, roughly."""


class Stopwatch:
    """Counts the samples trained on and the seconds that took.

    Attributes
    ----------
    pace : float
        Seconds an update, averaged over the recent ones; 0 before any.
    """

    def __init__(self) -> None:
        self.pace = 0.0
        self._samples = 0
        self._seconds = 0.0

    def count(self, updates: int, samples: int, seconds: float) -> None:
        """Count `updates` updates on `samples` samples together, made in `seconds`."""
        self._samples += samples
        self._seconds += seconds
        weight = updates / (updates + _LENGTH) if self.pace else 1.0
        self.pace += weight * (seconds / updates - self.pace)

    def lap(self) -> float | None:
        """Return samples a second since the last lap, None if nothing was trained."""
        speed = self._samples / self._seconds if self._seconds > 0 else None
        self._samples, self._seconds = 0, 0.0
        return speed
