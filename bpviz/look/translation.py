"""The language that the program speaks.

Translations are read straight from the ``.ts`` file that translators work on, so
that nothing has to be compiled and nothing binary is kept.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from PyQt6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from typing_extensions import override

from bpviz.messages import QT_TRANSLATE_NOOP, BpvizError, InputError
from bpviz.resources import asset

translate = QCoreApplication.translate

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""What `install_language` knows, each with its name in itself."""

_OBJECT_NAME = "bpviz translation"


class TsTranslator(QTranslator):
    """Translates with a Qt Linguist ``.ts`` file.

    Parameters
    ----------
    path : Path
        The file.
    parent : QObject, optional
        What keeps the translator alive while it is installed.

    Raises
    ------
    InputError
        If it is not a whole ``.ts`` file.
    """

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        try:
            self._forms = dict(_finished_messages(path))
        except ElementTree.ParseError as error:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "The translation {path} cannot be read. Please install bpviz "
                    "again.",
                ),
                path=path,
            ) from error

    @override
    def isEmpty(self) -> bool:
        return not self._forms

    @override
    def translate(  # type: ignore[override]  # None: ask the next translator.
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        forms = self._forms.get((context, sourceText, disambiguation or ""))
        if forms is None:
            return None
        # One form serves every number in Chinese; two are singular and plural.
        return forms[0] if n in (-1, 1) else forms[-1]


def install_language(app: QCoreApplication, language: str | None = None) -> str:
    """Make the application speak a language from now on.

    Widgets that exist already hear of it by ``QEvent.Type.LanguageChange``.

    Parameters
    ----------
    app : QCoreApplication
        What translates.
    language : str, optional
        A key of `LANGUAGES`; the system's language when left out.

    Returns
    -------
    str
        The language that it speaks: English where the system's is not known.
    """
    if language is None:
        language = language_of(QLocale.system())
    for old in app.findChildren(QTranslator, _OBJECT_NAME):
        app.removeTranslator(old)
        old.deleteLater()
    # Numbers are read and written as in the formulas, with a point, whatever the
    # system says; both languages do so.
    QLocale.setDefault(QLocale("en_US" if language == "en" else language))
    if language != "en":
        ours = TsTranslator(asset("i18n", f"bpviz_{language}.ts"), app)
        qt = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        qt.load(f"qtbase_{language}", folder)
        for translator in (qt, ours):
            translator.setObjectName(_OBJECT_NAME)
            app.installTranslator(translator)
    return language


def language_of(locale: QLocale) -> str:
    """Return the language of ours that serves a person with this locale best."""
    first = next(iter(locale.uiLanguages()), "")
    return "zh_CN" if first.startswith("zh") else "en"


def translated(error: BpvizError) -> str:
    """Say an expected failure in the language of the application."""
    return translate("Errors", error.template).format(**error.values)


def _finished_messages(
    path: Path,
) -> Iterator[tuple[tuple[str, str, str], tuple[str, ...]]]:
    """Yield what is translated: (context, source, comment) and its plural forms."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            target = message.find("translation")
            if target is None or target.get("type") is not None:
                continue  # Unfinished, or no longer in the program.
            forms = tuple(f.text or "" for f in target.findall("numerusform"))
            forms = forms or (target.text or "",)
            if all(forms):
                source = message.findtext("source", "")
                yield (name, source, message.findtext("comment", "")), forms
