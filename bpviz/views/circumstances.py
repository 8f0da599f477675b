"""What tells a moment from the same moment of another run."""

from bpviz.training.frame import Frame


def circumstances(frame: Frame) -> tuple[object, ...]:
    """Return what has to be the same for numbers found at one frame to hold at another.

    The moment alone does not do: after a change, or in another run, the same update
    may have been made with other parameters, in another way.
    """
    # As text, since what is not a number is not equal to itself.
    loss = None if frame.trace is None else repr(frame.trace.loss)
    return (frame.session, frame.moment, frame.settings, loss)
