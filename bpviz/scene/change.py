"""What an update made of one weight or bias."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A number before and after."""

    old: float
    new: float

    @property
    def step(self) -> float:
        """By how much it moved."""
        return self.new - self.old
