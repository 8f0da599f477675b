"""Translations are read from the .ts file, and the language can be changed."""

from pathlib import Path

import pytest
from PyQt6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QTranslator
from PyQt6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bpviz.look import translation
from bpviz.look.translation import (
    LANGUAGES,
    TsTranslator,
    install_language,
    language_of,
    translated,
)
from bpviz.messages import InputError

translate = QCoreApplication.translate

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Transport</name>
    <message><source>Step</source><translation>步进</translation></message>
    <message><source>Step</source><comment>noun</comment>
        <translation>一步</translation></message>
    <message><source>σ′(z) — “slope”</source><translation>斜率</translation></message>
    <message><source>Run</source>
        <translation type="unfinished">跑</translation></message>
    <message><source>Old</source><translation type="vanished">旧</translation></message>
    <message><source>Empty</source><translation></translation></message>
    <message numerus="yes"><source>%n update(s)</source>
        <translation><numerusform>%n 次更新</numerusform></translation></message>
    <message numerus="yes"><source>%n layer(s)</source>
        <translation><numerusform>one: %n</numerusform>
        <numerusform>many: %n</numerusform></translation></message>
</context>
<context>
    <name>Errors</name>
    <message><source>{name} has {count} columns.</source>
        <translation>文件 {name} 有 {count} 列。</translation></message>
</context>
</TS>
"""


@pytest.fixture
def chinese(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> QApplication:
    """The application speaking the Chinese of the file above."""
    path = tmp_path / "bpviz_zh_CN.ts"
    path.write_text(TS, encoding="utf-8")
    monkeypatch.setattr(translation, "asset", lambda *parts: path)
    assert install_language(app, "zh_CN") == "zh_CN"
    return app


@pytest.mark.usefixtures("chinese")
def test_text_is_translated_by_context_and_comment() -> None:
    assert translate("Transport", "Step") == "步进"
    assert translate("Transport", "Step", "noun") == "一步"
    assert translate("Elsewhere", "Step") == "Step"


@pytest.mark.usefixtures("chinese")
def test_sources_need_not_be_plain_ascii() -> None:
    assert translate("Transport", "σ′(z) — “slope”") == "斜率"


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("source", ["Run", "Old", "Empty", "Never heard of"])
def test_what_is_not_finished_stays_english(source: str) -> None:
    assert translate("Transport", source) == source


@pytest.mark.usefixtures("chinese")
def test_plural_forms() -> None:
    assert translate("Transport", "%n update(s)", n=1) == "1 次更新"
    assert translate("Transport", "%n update(s)", n=12) == "12 次更新"
    assert translate("Transport", "%n layer(s)", n=1) == "one: 1"
    assert translate("Transport", "%n layer(s)", n=0) == "many: 0"


@pytest.mark.usefixtures("chinese")
def test_an_error_is_translated_with_its_values() -> None:
    error = InputError("{name} has {count} columns.", name="a.csv", count=3)
    assert translated(error) == "文件 a.csv 有 3 列。"
    assert str(error) == "a.csv has 3 columns."
    assert translated(InputError("No {x}.", x=1)) == "No 1."


def test_qts_own_words_are_translated_too(chinese: QApplication, qtbot: QtBot) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        return box.buttons()[0].text()

    assert cancel() == "取消"
    install_language(chinese, "en")
    assert "Cancel" in cancel()


def test_going_back_to_english_takes_everything_away(chinese: QApplication) -> None:
    assert install_language(chinese, "en") == "en"
    assert translate("Transport", "Step") == "Step"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert chinese.findChildren(QTranslator) == []


def test_changing_twice_leaves_one_pair_of_translators(chinese: QApplication) -> None:
    install_language(chinese, "zh_CN")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(chinese.findChildren(QTranslator)) == 2


def test_widgets_hear_of_the_change(chinese: QApplication) -> None:
    class Listener(QObject):
        heard = 0

        @override
        def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
            if event is not None and event.type() is QEvent.Type.LanguageChange:
                self.heard += 1
            return False

    listener = Listener()
    chinese.installEventFilter(listener)
    install_language(chinese, "en")
    QCoreApplication.sendPostedEvents()
    chinese.removeEventFilter(listener)
    assert listener.heard > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_written_with_a_point(app: QApplication, language: str) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    install_language(app, language)
    assert QLocale().toString(0.5) == "0.5"


def test_a_file_cut_short_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "short.ts"
    path.write_text(TS[: len(TS) // 2], encoding="utf-8")
    with pytest.raises(InputError, match=r"translation .* cannot be read"):
        TsTranslator(path)


def test_an_empty_file_translates_nothing(tmp_path: Path) -> None:
    path = tmp_path / "empty.ts"
    path.write_text('<TS version="2.1" language="zh_CN"></TS>', encoding="utf-8")
    assert TsTranslator(path).isEmpty()


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_CN", "zh_CN"),
        ("zh_SG", "zh_CN"),
        ("zh_TW", "zh_CN"),
        ("ja_JP", "en"),
        ("de_DE", "en"),
        ("C", "en"),
    ],
)
def test_the_systems_language_is_taken_where_we_speak_it(
    locale: str, language: str
) -> None:
    assert language_of(QLocale(locale)) == language


def test_without_a_choice_the_system_decides(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "language_of", lambda locale: "zh_CN")
    assert install_language(app) == "zh_CN"
    assert QLocale().language() == QLocale.Language.Chinese
