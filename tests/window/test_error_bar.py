"""The error bar says one sentence, and folds the details away."""

import pytest
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from bpviz.training.messages import Divergence, Failure
from bpviz.window.error_bar import ErrorBar


@pytest.fixture
def bar(qtbot: QtBot) -> ErrorBar:
    bar = ErrorBar()
    qtbot.addWidget(bar)
    return bar


def button(bar: ErrorBar, text: str) -> QAbstractButton:
    (found,) = (
        b
        for b in bar.findChildren(QAbstractButton)
        if text in (b.text(), b.accessibleName())
    )
    return found


def details(bar: ErrorBar) -> QPlainTextEdit:
    (found,) = bar.findChildren(QPlainTextEdit)
    return found


def test_it_is_not_there_until_something_fails(bar: ErrorBar) -> None:
    assert bar.isHidden()
    assert bar.sentence == ""


def test_an_expected_failure_is_one_sentence(bar: ErrorBar) -> None:
    bar.show_failure(Failure(1, "{path} is no session file.", {"path": "a.txt"}))
    assert not bar.isHidden()
    assert bar.sentence == "a.txt is no session file."
    assert button(bar, "Details").isHidden()


def test_an_unexpected_failure_unfolds_and_can_be_copied(bar: ErrorBar) -> None:
    bar.show_failure(Failure(1, "It broke.", details="Traceback: by zero"))
    assert details(bar).isHidden()
    button(bar, "Details").click()
    assert not details(bar).isHidden()
    assert details(bar).toPlainText() == "Traceback: by zero"
    button(bar, "Copy").click()
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text() == "It broke.\n\nTraceback: by zero"


def test_closing_it(bar: ErrorBar) -> None:
    bar.show_failure(Failure(1, "It broke."))
    button(bar, "Close this message").click()
    assert bar.isHidden()


def test_divergence_says_where_and_what_to_do(bar: ErrorBar) -> None:
    bar.show_divergence(Divergence(12, "weight_gradients", 2))
    assert bar.sentence.startswith("In update 12 the weight gradients of layer 2 ")
    assert "smaller learning rate" in bar.sentence


def test_the_next_failure_takes_the_place_of_the_last(bar: ErrorBar) -> None:
    bar.show_failure(Failure(1, "First.", details="long"))
    button(bar, "Details").click()
    bar.show_failure(Failure(2, "Second."))
    assert bar.sentence == "Second."
    assert details(bar).isHidden()
