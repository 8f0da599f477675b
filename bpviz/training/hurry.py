"""Asks for an answer to come sooner than was agreed on."""

NOBODY = -1
"""The number of no request."""


class Hurry:
    """Whether somebody waits for an answer; may be asked on any thread.

    Attributes
    ----------
    is_asked : bool
        Whether the answer is to come as soon as it can. No property, because it is
        looked at after every update.
    """

    __slots__ = ("_number", "is_asked")

    def __init__(self) -> None:
        self._number = NOBODY
        self.is_asked = False

    def ask(self, number: int) -> None:
        """Have the answer to a request come as soon as it can."""
        self._number = number
        self.is_asked = True

    def begin(self, number: int) -> None:
        """Take the usual time for a request, unless it has been asked for already."""
        self.is_asked = self._number == number


NO_HURRY = Hurry()
"""What nobody ever asks."""
