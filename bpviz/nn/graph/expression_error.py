"""What is wrong with an expression, and where in it."""

from bpviz.messages import InputError


class ExpressionError(InputError):
    """An expression that cannot be read or computed.

    Parameters
    ----------
    template : str
        The sentence; see `InputError`.
    start, stop : int
        The characters to underline: from `start` up to, not including, `stop`. Both
        are the length of the text where something is missing at its end.
    **values : object
        What the sentence's fields stand for.
    """

    def __init__(self, template: str, start: int, stop: int, **values: object) -> None:
        super().__init__(template, **values)
        self.start = start
        self.stop = stop
