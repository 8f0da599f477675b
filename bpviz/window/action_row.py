"""What the table of actions is made of: an action, or a menu of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action; its text is marked for translation in the context ``Actions``."""

    name: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    begins_group: bool = False
    repeats: bool = False
    """Whether it happens again and again while its key is held down."""


@dataclass(frozen=True, slots=True)
class MenuRow:
    """A menu with its actions; those that are menus themselves have no keys."""

    name: str
    text: str
    actions: tuple["ActionRow | MenuRow", ...] = ()
    begins_group: bool = False
