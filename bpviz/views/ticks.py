"""Where the ticks of an axis stand and what is written beside them."""

from collections.abc import Iterator
from math import ceil, floor, log10
from typing import NamedTuple

from bpviz.scene.numbers import MINUS, format_number

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


class Tick(NamedTuple):
    """One tick: its position on the axis and its text."""

    position: float
    text: str


def linear_ticks(
    low: float, high: float, most: int, *, smallest_step: float = 0.0
) -> list[Tick]:
    """Return evenly spaced ticks at round values between `low` and `high`.

    Parameters
    ----------
    low, high : float
        Ends of the axis.
    most : int
        How many ticks have room.
    smallest_step : float
        Ticks are not closer than this: 1 for what is counted.
    """
    if not high > low or most < 1:
        return []
    step = _round_step(max((high - low) / most, smallest_step), smallest_step)
    while (count := floor(high / step) - ceil(low / step) + 1) > most:
        step = _round_step(step * 1.01, smallest_step)
    first = ceil(low / step)
    numbers = [(first + k) * step for k in range(count)]
    texts = _texts(numbers, step)
    return [Tick(number, text) for number, text in zip(numbers, texts, strict=True)]


def count_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Return ticks of an axis on which things are counted: ``0, 5k, 10k``."""
    ticks = linear_ticks(low, high, most, smallest_step=1.0)
    if ticks and ticks[-1].position >= 10_000:
        for size, letter in ((1_000_000, "M"), (1_000, "k")):
            if all(tick.position % size == 0 for tick in ticks):
                return [_shortened(tick, size, letter) for tick in ticks]
    return ticks


def log_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Return ticks of a logarithmic axis, at 1, 2 and 5 times a power of ten.

    Parameters
    ----------
    low, high : float
        Ends of the axis, as powers of ten; positions are given in the same way.
    most : int
        How many ticks have room.
    """
    if not high > low or most < 1:
        return []
    for factors in ((1, 2, 5), (1, 3), (1,)):
        ticks = list(_log_ticks(low, high, factors))
        if len(ticks) <= most:
            break
    else:
        # More decades than room: every second, third... of them.
        stride = ceil((floor(high) - ceil(low) + 1) / most)
        ticks = [tick for tick in ticks if round(tick.position) % stride == 0]
    if len(ticks) >= 2 or most < 2:
        return ticks
    # Hardly a step of the scale in view: round values in between.
    values = linear_ticks(10.0**low, 10.0**high, most)
    return [Tick(log10(tick.position), tick.text) for tick in values]


def _shortened(tick: Tick, size: int, letter: str) -> Tick:
    number = f"{tick.position / size:,.0f}".replace("-", MINUS)
    return Tick(tick.position, number + letter if tick.position else number)


def _log_ticks(low: float, high: float, factors: tuple[int, ...]) -> Iterator[Tick]:
    for decade in range(floor(low), ceil(high) + 1):
        for factor in factors:
            position = decade + log10(factor)
            if low <= position <= high:
                yield Tick(position, _decade_text(decade, factor))


def _decade_text(decade: int, factor: int) -> str:
    if -4 <= decade < 6:
        return f"{factor * 10.0**decade:,.{max(0, -decade)}f}"
    return f"{factor}e{decade}".replace("-", MINUS)


def _round_step(at_least: float, unit: float = 0.0) -> float:
    """Return the smallest round number from `at_least` on, in whole units if given."""
    power = 10.0 ** floor(log10(at_least))
    steps = (factor * power for factor in (*_STEPS, 20.0))
    return next(
        step
        for step in steps
        if step >= at_least * (1 - 1e-9) and not (unit and step % unit)
    )


def _texts(numbers: list[float], step: float) -> list[str]:
    largest = max((abs(number) for number in numbers), default=0.0)
    exponent = floor(log10(step) + 1e-9)
    is_half = abs(step / 10.0**exponent - 2.5) < 1e-9
    places = max(0, is_half - exponent)
    if largest >= 1e7 or places > 4:
        return [_shortest(number, step) for number in numbers]
    # Adding 0 turns the float −0.0 into 0.0.
    texts = [f"{round(number, places) + 0.0:,.{places}f}" for number in numbers]
    return [text.replace("-", MINUS) for text in texts]


def _shortest(number: float, step: float) -> str:
    """Return `number` with only as many digits as tell it from its neighbours."""
    if abs(number) < 1e-3 * step:
        return "0"
    text = ""
    for digits in range(1, 17):
        text = format_number(number, digits)
        if abs(float(text.replace(MINUS, "-")) - number) < 1e-3 * step:
            break
    return text
