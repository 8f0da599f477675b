"""A clock for tests, in which looking at the time is what makes it pass."""

from collections.abc import Callable

import numpy as np


class FakeClock:
    """Seconds that pass by `tick()` every time somebody asks for them."""

    def __init__(self, tick: Callable[[], float]) -> None:
        self._tick = tick
        self.now = 0.0

    def __call__(self) -> float:
        self.now += self._tick()
        return self.now


def steady_clock(tick: float) -> FakeClock:
    """Return a clock of which every look takes `tick` seconds."""
    return FakeClock(lambda: tick)


def erratic_clock(seed: int, mean: float) -> FakeClock:
    """Return a clock of which some looks take hardly any time and some take long."""
    rng = np.random.default_rng(seed)
    return FakeClock(lambda: float(rng.exponential(mean)))
