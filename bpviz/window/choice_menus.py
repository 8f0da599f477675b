"""The menus whose entries are not fixed: presets, themes, languages."""

from collections.abc import Callable, Mapping

from PyQt6.QtCore import QCoreApplication
from PyQt6.QtGui import QAction, QActionGroup
from PyQt6.QtWidgets import QMenu

from bpviz.look.theme_keeper import ThemeChoice
from bpviz.look.translation import LANGUAGES
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.scene.options import EdgeQuantity
from bpviz.training.presets import PRESETS

translate = QCoreApplication.translate

THEMES = {
    ThemeChoice.SYSTEM.value: QT_TRANSLATE_NOOP("ChoiceMenus", "&System"),
    ThemeChoice.LIGHT.value: QT_TRANSLATE_NOOP("ChoiceMenus", "&Light"),
    ThemeChoice.DARK.value: QT_TRANSLATE_NOOP("ChoiceMenus", "&Dark"),
}

EDGES = {
    EdgeQuantity.WEIGHT.value: QT_TRANSLATE_NOOP("ChoiceMenus", "&Weights"),
    EdgeQuantity.GRADIENT.value: QT_TRANSLATE_NOOP("ChoiceMenus", "&Gradients"),
    EdgeQuantity.LAST_UPDATE.value: QT_TRANSLATE_NOOP("ChoiceMenus", "Last &update"),
    EdgeQuantity.CONTRIBUTION.value: QT_TRANSLATE_NOOP(
        "ChoiceMenus", "&Contributions (a · w)"
    ),
}


class ChoiceMenu:
    """Fills a menu with choices, one of which may be marked as the present one.

    Parameters
    ----------
    menu : QMenu
        What is filled.
    context : str
        The names' context of translation.
    names : mapping
        From every value to its name.
    chosen : callable
        Called with the value that the person chooses.
    is_marked : bool
        Whether one choice is the present one.
    """

    def __init__(
        self,
        menu: QMenu,
        context: str,
        names: Mapping[str, str],
        chosen: Callable[[str], None],
        *,
        is_marked: bool,
    ) -> None:
        self._context = context
        self._names = names
        self._actions: dict[str, QAction] = {}
        group = QActionGroup(menu)
        for value in names:
            action = QAction(menu)
            action.setCheckable(is_marked)
            action.triggered.connect(lambda _, value=value: chosen(value))
            group.addAction(action)
            menu.addAction(action)
            self._actions[value] = action
        self.retranslate()

    def mark(self, value: str) -> None:
        """Mark `value` as the present choice."""
        self._actions[value].setChecked(True)

    def retranslate(self) -> None:
        """Put every name into the language of the moment."""
        for value, action in self._actions.items():
            action.setText(translate(self._context, self._names[value]))


def preset_menu(menu: QMenu, chosen: Callable[[str], None]) -> ChoiceMenu:
    """Fill `menu` with the presets; `chosen` gets a key of `PRESETS`."""
    titles = {key: preset.title for key, preset in PRESETS.items()}
    return ChoiceMenu(menu, "Presets", titles, chosen, is_marked=False)


def edges_menu(menu: QMenu, chosen: Callable[[str], None]) -> ChoiceMenu:
    """Fill `menu` with what edges can show; `chosen` gets a value of `EdgeQuantity`."""
    return ChoiceMenu(menu, "ChoiceMenus", EDGES, chosen, is_marked=True)


def theme_menu(menu: QMenu, chosen: Callable[[str], None]) -> ChoiceMenu:
    """Fill `menu` with the themes; `chosen` gets a value of `ThemeChoice`."""
    return ChoiceMenu(menu, "ChoiceMenus", THEMES, chosen, is_marked=True)


def language_menu(menu: QMenu, chosen: Callable[[str], None]) -> ChoiceMenu:
    """Fill `menu` with the languages, each in its own words."""
    return ChoiceMenu(menu, "", LANGUAGES, chosen, is_marked=True)
