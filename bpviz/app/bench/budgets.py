"""What bpviz means to reach, and whether a measurement did."""

from collections.abc import Iterable
from dataclasses import dataclass

from bpviz.app.bench.results import Budgeted, Line


@dataclass(frozen=True, slots=True)
class Budget:
    """A number that bpviz's own line must reach in a case.

    Attributes
    ----------
    against : str
        What it is measured against, for people.
    wanted : float
        How many times as fast as the opponents, or which share of the peak.
    opponents : tuple of str
        Names of contestants, of which the fastest counts; none: the share of the
        measured peak of matrix multiplication.
    threads : int
        At how many threads the opponents count; 0: at their best. Where there are
        not so many, the most that were measured.
    is_stretch : bool
        True for what would be nice to reach.
    """

    against: str
    wanted: float
    opponents: tuple[str, ...] = ()
    threads: int = 0
    is_stretch: bool = False

    def held_against(self, lines: Iterable[Line]) -> Budgeted:
        """Compare with what was measured; `lines` begin with bpviz's own."""
        measured = self._measured(list(lines))
        return Budgeted(
            against=self.against,
            unit="times" if self.opponents else "share",
            wanted=self.wanted,
            measured=measured,
            met=None if measured is None else measured >= self.wanted,
            stretch=self.is_stretch,
        )

    def _measured(self, lines: list[Line]) -> float | None:
        if not self.opponents:
            return lines[0].share_of_peak
        found = [line for line in lines if line.name in self.opponents]
        if not found:
            return None
        if self.threads:
            threads = min(self.threads, max(line.threads for line in found))
            found = [line for line in found if line.threads == threads]
        return min(line.bpviz_is_times for line in found)
