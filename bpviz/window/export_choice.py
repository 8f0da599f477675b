"""What a person wants exported, and how."""

from dataclasses import dataclass
from enum import StrEnum

from bpviz.look.theme import DARK, LIGHT, Theme


class Subject(StrEnum):
    """What is exported."""

    NETWORK = "network"
    WINDOW = "window"


class Background(StrEnum):
    """What is behind the network, and in whose theme it is drawn."""

    PRESENT = "present"
    LIGHT = "light"
    DARK = "dark"
    TRANSPARENT = "transparent"


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What a person wants exported.

    Attributes
    ----------
    subject : Subject
        Of what.
    ending : str
        ``.png`` or ``.svg``.
    width, height : int
        Pixels of the file.
    scale : int
        How many times as large as on the screen text and lines are.
    background : Background
        What is behind it.
    """

    subject: Subject
    ending: str
    width: int
    height: int
    scale: int
    background: Background

    def theme(self, present: Theme) -> Theme:
        """Return in whose colours to draw."""
        if self.background is Background.LIGHT:
            return LIGHT
        return DARK if self.background is Background.DARK else present
