"""Asks for an answer to come sooner than was agreed on."""


class Hurry:
    """Whether somebody waits for the answer under way; may be asked on any thread.

    Attributes
    ----------
    is_asked : bool
        Whether the answer is to come as soon as it can. No property, because it is
        looked at after every update.
    """

    __slots__ = ("is_asked",)

    def __init__(self) -> None:
        self.is_asked = False

    def ask(self) -> None:
        """Have the answer that is under way come as soon as it can."""
        self.is_asked = True

    def forget(self) -> None:
        """Take the usual time again, for the next answer."""
        self.is_asked = False


NO_HURRY = Hurry()
"""What nobody ever asks."""
