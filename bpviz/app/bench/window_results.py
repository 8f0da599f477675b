"""What was measured of the window: frames, and training while it draws."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameResult:
    """How long it takes to draw a network of which every colour has changed.

    Attributes
    ----------
    layer_sizes : tuple of int
        Of the network.
    edges : int
        How many it has.
    milliseconds : float
        From new parameters to the finished picture, all in the window's own thread;
        median.
    cpu_milliseconds : float
        The processor time of that.
    live_milliseconds : float
        The processor time of the window's thread for a frame of a live run, whose
        edges another process draws.
    graph_item_milliseconds : float or None
        pyqtgraph's GraphItem on the same network; None where it was left out.
    graph_item_times : float or None
        How many times as long that is.
    """

    layer_sizes: tuple[int, ...]
    edges: int
    milliseconds: float
    cpu_milliseconds: float
    live_milliseconds: float
    graph_item_milliseconds: float | None
    graph_item_times: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveResult:
    """How fast a preset trains while the window draws it as often as it can.

    Attributes
    ----------
    preset : str
        Which one.
    headless_samples, live_samples : float
        Samples a second without and with a window, measured in turns; medians.
    share : float
        The one of the other, within a turn; median.
    frames_per_second : float
        Pictures of the network; median.
    longest_gap_ms : float
        The longest time in which the window could not have answered a key.
    foreign_load : float or None
        Processors that other programs kept busy meanwhile; None if unknown.
    """

    preset: str
    headless_samples: float
    live_samples: float
    share: float
    frames_per_second: float
    longest_gap_ms: float
    foreign_load: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowBudget:
    """A number that is to be reached, or not to be passed, and what was measured.

    Attributes
    ----------
    what : str
        For people.
    wanted, measured : float
        In the unit that `what` names.
    is_limit : bool
        Whether less is better.
    met : bool
        Whether it was reached, or not passed.
    """

    what: str
    wanted: float
    measured: float
    is_limit: bool
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowResult:
    """Everything measured of the window.

    Attributes
    ----------
    width, height : int
        Of the network's picture, in pixels.
    """

    width: int
    height: int
    frames: tuple[FrameResult, ...]
    live: tuple[LiveResult, ...]
    budgets: tuple[WindowBudget, ...]
