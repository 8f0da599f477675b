"""What the actions of the menus do."""

from functools import partial

from PyQt6.QtCore import QLocale
from PyQt6.QtWidgets import QApplication, QMainWindow

from bpviz.look.theme_keeper import ThemeChoice, ThemeKeeper
from bpviz.look.translation import install_language, language_of
from bpviz.scene.options import EdgeQuantity
from bpviz.training.debug_requests import Redo, Undo
from bpviz.training.messages import (
    OpenData,
    OpenExperiment,
    OpenFile,
    Restart,
    SaveFile,
    Step,
)
from bpviz.training.presets import preset
from bpviz.training.runs import Runs
from bpviz.training.steps import Granularity
from bpviz.window import file_dialogs
from bpviz.window.actions import Actions
from bpviz.window.choice_menus import (
    edges_menu,
    language_menu,
    preset_menu,
    theme_menu,
)
from bpviz.window.panel_commands import PanelCommands
from bpviz.window.panels import Panels
from bpviz.window.parts import Parts
from bpviz.window.playback import PlaybackController
from bpviz.window.settings import Settings
from bpviz.window.wiring import Wiring


class Commands:
    """The menu bar, connected to the parts of a window.

    Parameters
    ----------
    window : QMainWindow
        Whose menu bar it is.
    playback : PlaybackController
        What carries out everything that concerns the run.
    parts : Parts
        What is shown.
    wiring : Wiring
        Opens what asks where to run to.
    panels : Panels
        What is put back.
    themes : ThemeKeeper
        Puts a theme on the application.
    settings : Settings
        Remembers what was chosen.
    """

    def __init__(
        self,
        window: QMainWindow,
        playback: PlaybackController,
        parts: Parts,
        *,
        wiring: Wiring,
        panels: Panels,
        themes: ThemeKeeper,
        settings: Settings,
    ) -> None:
        self._window = window
        self._playback = playback
        self._network = parts.network
        self._workspaces = parts.workspaces
        self._wiring = wiring
        self._panels = panels
        self._themes = themes
        self._settings = settings
        self.name = "bpviz"
        """What a file is called unless the person says otherwise."""
        self._actions = Actions(window)
        menu = self._actions.menu
        edges = edges_menu(menu("edges"), self._choose_edges)
        theme = theme_menu(menu("theme"), self._choose_theme)
        language = language_menu(menu("language"), self._choose_language)
        presets = preset_menu(menu("presets"), self.open_preset)
        self._choices = (presets, edges, theme, language)
        edges.mark(self._network.options.quantity)
        theme.mark(themes.choice)
        language.mark(language_of(QLocale()))
        self.mark_edges = edges.mark
        self._panel_commands = PanelCommands(self._actions, panels, parts)
        self.show_runs(None)
        self._connect()

    def open_preset(self, key: str) -> None:
        """Begin a preset from its beginning."""
        self._playback.command(OpenExperiment(experiment=preset(key).experiment))

    def show_runs(self, runs: Runs | None) -> None:
        """Offer to undo and to redo what can be."""
        self._actions.action("undo").setEnabled(runs is not None and runs.can_undo)
        self._actions.action("redo").setEnabled(runs is not None and runs.can_redo)

    def retranslate(self) -> None:
        """Put every text into the language of the moment."""
        self._actions.retranslate()
        for choices in self._choices:
            choices.retranslate()

    def _connect(self) -> None:
        for name, run in (
            ("open", self._open),
            ("save", self._save),
            ("export", self._export),
            ("quit", self._window.close),
            ("undo", lambda: self._playback.command(Undo())),
            ("redo", lambda: self._playback.command(Redo())),
            ("palette", self._find_command),
            ("run", self._toggle),
            ("run_to", self._run_to),
            ("restart", self._restart),
            ("network", self._workspaces.show_network),
            ("graph", self._workspaces.show_graph),
            ("fit", self._fit),
            ("reset_layout", self._reset_layout),
            ("shortcuts", self._show_shortcuts),
            ("about", self._show_about),
        ):
            self._actions.action(name).triggered.connect(lambda _, run=run: run())
        for granularity in Granularity:
            for ending, direction in (("", 1), ("_back", -1)):
                step = partial(self._step, granularity, direction)
                self._actions.action(f"{granularity}{ending}").triggered.connect(
                    lambda _, step=step: step()
                )

    def _open(self) -> None:
        path = file_dialogs.ask_what_to_open(self._window)
        if path is None:
            return
        is_session = file_dialogs.is_session(path)
        self._playback.command(
            OpenFile(path=path) if is_session else OpenData(path=path)
        )

    def _save(self) -> None:
        path = file_dialogs.ask_where_to_save(self._window, self.name)
        if path is not None:
            self._playback.command(SaveFile(path=path))

    def _export(self) -> None:
        from bpviz.window.export_dialog import ExportDialog

        ExportDialog(self._window, self._network, self.name).open()

    def _toggle(self) -> None:
        graph = self._workspaces.graph
        graph.toggle_run() if graph is not None else self._playback.toggle()

    def _step(self, granularity: Granularity, direction: int) -> None:
        graph = self._workspaces.graph
        if graph is None:
            self._playback.command(Step(granularity=granularity, direction=direction))
        else:
            graph.step(granularity, direction)

    def _restart(self) -> None:
        graph = self._workspaces.graph
        if graph is None:
            self._playback.command(Restart())
        else:
            graph.restart()

    def _fit(self) -> None:
        (self._workspaces.graph or self._network).fit()

    def _run_to(self) -> None:
        self._workspaces.show_network()
        self._wiring.open_run_to()

    def _reset_layout(self) -> None:
        self._workspaces.show_network()
        self._panels.reset()

    def _find_command(self) -> None:
        from bpviz.window.command_palette import CommandPalette

        palette = CommandPalette(self._actions, self._window)
        palette.exec()
        if palette.chosen is not None:
            palette.chosen.trigger()

    def _show_shortcuts(self) -> None:
        from bpviz.window.help_dialogs import ShortcutsDialog

        ShortcutsDialog(self._window).exec()

    def _show_about(self) -> None:
        # Asking for the versions of packages takes 15 ms to import.
        from bpviz.window.help_dialogs import AboutDialog

        AboutDialog(self._window).exec()

    def _choose_edges(self, quantity: str) -> None:
        self._network.set_quantity(EdgeQuantity(quantity))

    def _choose_theme(self, choice: str) -> None:
        self._settings.theme = ThemeChoice(choice)
        self._themes.choose(self._settings.theme)

    def _choose_language(self, language: str) -> None:
        self._settings.language = language
        app = QApplication.instance()
        assert app is not None
        install_language(app, language)
