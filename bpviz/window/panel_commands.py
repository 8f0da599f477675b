"""The actions that lead to a panel, and those that begin a gradient check."""

from collections.abc import Callable

from bpviz.window.actions import Actions
from bpviz.window.panels import NAMES, Panels
from bpviz.window.parts import Parts


class PanelCommands:
    """Connects the panels' actions and the checks'.

    Parameters
    ----------
    actions : Actions
        The menu bar's; the action of a panel is called ``panel_`` and its name.
    panels : Panels
        What is shown.
    parts : Parts
        Where a check is asked for, and what has the keys when a panel is closed.
    """

    def __init__(self, actions: Actions, panels: Panels, parts: Parts) -> None:
        self._panels, self._parts = panels, parts
        for name in NAMES:
            actions.action(f"panel_{name}").triggered.connect(
                lambda _, name=name: self._go_to(name)
            )
        for name, check in (
            ("check_some", parts.gradients.check_some),
            ("check_all", parts.gradients.check_all),
        ):
            actions.action(name).triggered.connect(
                lambda _, check=check: self._check(check)
            )

    def _go_to(self, name: str) -> None:
        """Go to a panel; from the panel itself, close it and go to the network."""
        self._parts.workspaces.show_network()
        if self._panels.has_focus(name):
            self._panels.close(name)
            self._parts.network.setFocus()
        else:
            self._panels.go_to(name)

    def _check(self, check: Callable[[], None]) -> None:
        self._parts.workspaces.show_network()
        self._panels.go_to("gradients")
        check()
