"""Every text of the program is there in Chinese, whole, and can be drawn."""

import re
import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from PyQt6.lupdate.lupdate import lupdate
from PyQt6.QtGui import QRawFont
from PyQt6.QtWidgets import QApplication

import bpviz
from bpviz.resources import asset

PLACEHOLDER = re.compile(r"%L?n|%L?\d+|\{[^{}]*\}")


@lru_cache
def messages() -> tuple[tuple[str, ElementTree.Element], ...]:
    """Every message, with its context, as the file is when brought up to date.

    The program's texts are collected anew into a copy of the file, so that a text
    which was added or changed since shows as unfinished, and one which is gone as
    vanished.
    """
    with TemporaryDirectory() as folder:
        copy = shutil.copy(asset("i18n", "bpviz_zh_CN.ts"), folder)
        lupdate(  # type: ignore[no-untyped-call]  # As PyQt6 ships it.
            [str(Path(bpviz.__file__).parent)],
            [copy],
            no_obsolete=False,
            no_summary=True,
            verbose=False,
            excludes=[],
        )
        root = ElementTree.parse(copy).getroot()
    return tuple(
        (context.findtext("name", ""), message)
        for context in root.iter("context")
        for message in context.iter("message")
    )


def forms(message: ElementTree.Element) -> list[str]:
    """What a message is translated to: one text, or one for each plural form."""
    target = message.find("translation")
    assert target is not None
    return [f.text or "" for f in target.findall("numerusform")] or [target.text or ""]


def faults() -> Iterator[str]:
    for context, message in messages():
        source = message.findtext("source", "")
        target = message.find("translation")
        state = None if target is None else target.get("type")
        if state is not None or not all(forms(message)):
            yield f"{state or 'empty'}: [{context}] {source}"
            continue
        wanted = sorted(PLACEHOLDER.findall(source))
        for form in forms(message):
            if sorted(PLACEHOLDER.findall(form)) != wanted:
                yield f"placeholders differ: [{context}] {source} -> {form}"


def test_the_program_has_texts() -> None:
    assert len(messages()) > 0


def test_every_text_is_translated_with_its_placeholders() -> None:
    found = list(faults())
    assert not found, (
        f"{len(found)} texts; refresh the file as assets/README.md says, translate:\n"
        + "\n".join(found)
    )


def test_every_character_is_in_the_font_that_we_ship(qapp: QApplication) -> None:
    font = QRawFont(str(asset("fonts", "bpviz-sans-sc.ttf")), 16)
    assert font.isValid()
    # What the English has too, such as β₁, needs no more than the English does.
    added = {
        character
        for _, message in messages()
        for character in set("".join(forms(message)))
        - set(message.findtext("source", ""))
    }
    missing = {
        character
        for character in added
        if not character.isspace() and not font.supportsCharacter(character)
    }
    assert not missing, "cut the font anew with these, see assets/fonts/README.md"
