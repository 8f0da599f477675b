"""What the actions of the menus do."""

from PyQt6.QtCore import QCoreApplication, QLocale
from PyQt6.QtWidgets import QApplication, QMainWindow

from bpviz.look.theme_keeper import ThemeChoice, ThemeKeeper
from bpviz.look.translation import install_language, language_of
from bpviz.messages import QT_TRANSLATE_NOOP
from bpviz.scene.options import EdgeQuantity
from bpviz.training.messages import (
    Failure,
    OpenData,
    OpenExperiment,
    OpenFile,
    Restart,
    SaveFile,
    Step,
)
from bpviz.training.presets import preset
from bpviz.training.steps import Granularity
from bpviz.views.network_view import NetworkView
from bpviz.window import file_dialogs
from bpviz.window.actions import Actions
from bpviz.window.choice_menus import (
    edges_menu,
    language_menu,
    preset_menu,
    theme_menu,
)
from bpviz.window.error_bar import ErrorBar
from bpviz.window.panels import Panels
from bpviz.window.playback import PlaybackController
from bpviz.window.settings import Settings

translate = QCoreApplication.translate


class Commands:
    """The menu bar, connected to the parts of a window.

    Parameters
    ----------
    window : QMainWindow
        Whose menu bar it is.
    playback : PlaybackController
        What carries out everything that concerns the run.
    network, panels, error_bar
        What is shown otherwise, or put back.
    themes : ThemeKeeper
        Puts a theme on the application.
    settings : Settings
        Remembers what was chosen.
    """

    def __init__(
        self,
        window: QMainWindow,
        playback: PlaybackController,
        *,
        network: NetworkView,
        panels: Panels,
        error_bar: ErrorBar,
        themes: ThemeKeeper,
        settings: Settings,
    ) -> None:
        self._window = window
        self._playback = playback
        self._network = network
        self._panels = panels
        self._error_bar = error_bar
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
        edges.mark(network.options.quantity)
        theme.mark(themes.choice)
        language.mark(language_of(QLocale()))
        menu("panels").addActions(panels.toggle_actions())
        self._connect()

    def open_preset(self, key: str) -> None:
        """Begin a preset from its beginning."""
        self._playback.command(OpenExperiment(experiment=preset(key).experiment))

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
            ("run", self._playback.toggle),
            ("restart", lambda: self._playback.command(Restart())),
            ("fit", self._network.fit),
            ("reset_layout", self._panels.reset),
            ("shortcuts", self._show_shortcuts),
            ("about", self._show_about),
        ):
            self._actions.action(name).triggered.connect(lambda _, run=run: run())
        for granularity in Granularity:
            for ending, direction in (("", 1), ("_back", -1)):
                step = Step(granularity=granularity, direction=direction)
                self._actions.action(f"{granularity}{ending}").triggered.connect(
                    lambda _, step=step: self._playback.command(step)
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
        path = file_dialogs.ask_where_to_export(self._window, self.name)
        if path is None or self._network.grab().save(path):
            return
        template = QT_TRANSLATE_NOOP(
            "Errors", "The picture cannot be written to {path}. Choose another place."
        )
        self._error_bar.show_failure(Failure(0, template, {"path": path}))

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
