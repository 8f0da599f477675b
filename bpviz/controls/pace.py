"""The speeds that can be chosen, from one operation a second to no limit at all."""

from dataclasses import dataclass
from math import inf

from bpviz.training.steps import Granularity

TICK_RATE = 30.0
"""Steps a second that can still be told apart; faster means more in each step."""

_MOVING_SHARE = 0.6
_LONGEST_ANIMATION_MS = 700


@dataclass(frozen=True, slots=True)
class Pace:
    """How a run is shown.

    Attributes
    ----------
    granularity : Granularity
        What is shown one by one: operations or updates.
    rate : float
        How many of them a second; infinite for as fast as it goes.
    """

    granularity: Granularity
    rate: float

    @property
    def is_stepwise(self) -> bool:
        """Whether every step is shown; else only what stands after many updates."""
        return self.rate <= TICK_RATE

    @property
    def interval(self) -> float:
        """Seconds from one picture to the next; 0 for as fast as it goes."""
        return 0.0 if self.rate == inf else 1 / min(self.rate, TICK_RATE)

    @property
    def animate_ms(self) -> int:
        """How long a step's picture moves, before it stands still to be read."""
        if not self.is_stepwise:
            return 0
        moving = round(1000 * _MOVING_SHARE * self.interval)
        return min(moving, _LONGEST_ANIMATION_MS)


PACES = (
    *(Pace(Granularity.OPERATION, rate) for rate in (1, 2, 4, 8)),
    *(Pace(Granularity.UPDATE, rate) for rate in (2, 5, 10, 30)),
    *(Pace(Granularity.UPDATE, rate) for rate in (100, 300, 1000, 3000)),
    Pace(Granularity.UPDATE, inf),
)
"""What the slider offers, slowest first."""

FIRST_PACE = 10
"""Index of the pace at first launch: most presets take some ten seconds with it."""
