"""What another process has painted is taken at once, or when it is convenient."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QCoreApplication
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.scene.options import SceneOptions
from bpviz.views.live_picture import LivePicture
from bpviz.views.network_view import NetworkView
from bpviz.views.picture_messages import PictureLook, PictureOrder
from bpviz.views.picture_process import PictureProcess
from tests.scene.frames import frame_of
from tests.views.test_live_picture import (
    LONG,
    frames,
    process_of,
    run_until_painted_elsewhere,
)


@pytest.fixture
def order(qapp: QApplication) -> PictureOrder:
    look = PictureLook(False, QGuiApplication.font().toString(), "en")
    return PictureOrder(frame_of(2, 3, 1), SceneOptions(), 300, 200, look)


@pytest.fixture
def process(qtbot: QtBot) -> Iterator[PictureProcess]:
    process = PictureProcess()
    with qtbot.waitSignal(process.became_ready, timeout=LONG):
        process.start()
    yield process
    process.stop()


def wait_until_painted(qtbot: QtBot, process: PictureProcess) -> None:
    """Wait until a picture lies there, whether or not anybody takes it."""
    inner = process._process
    assert inner is not None
    qtbot.waitUntil(lambda: inner.bytesAvailable() > 0, timeout=LONG)


def test_without_patience_a_picture_is_taken_when_it_comes(
    qtbot: QtBot, process: PictureProcess, order: PictureOrder
) -> None:
    for _ in range(2):
        with qtbot.waitSignal(process.painted, timeout=LONG) as painted:
            process.paint(order)
        assert painted.args is not None
        assert painted.args[0] is order
        assert isinstance(painted.args[2], np.ndarray)
        assert painted.args[2].shape == (200, 300)
        assert process.is_idle


def test_with_patience_a_picture_lies_there_until_it_is_taken(
    qtbot: QtBot, process: PictureProcess, order: PictureOrder
) -> None:
    with qtbot.assertNotEmitted(process.painted):
        process.paint(order, LONG)
        wait_until_painted(qtbot, process)
        QCoreApplication.processEvents()
    assert process._asked is order
    with qtbot.waitSignal(process.painted, timeout=0) as painted:
        process.read()
    assert painted.args is not None
    assert painted.args[0] is order
    assert process.is_idle
    # It is taken once, and nobody looks for it later.
    assert not process._reading.isActive()
    with qtbot.assertNotEmitted(process.painted):
        process.read()


def test_what_nobody_takes_comes_when_the_patience_is_over(
    qtbot: QtBot, process: PictureProcess, order: PictureOrder
) -> None:
    process.paint(order, LONG)
    wait_until_painted(qtbot, process)
    assert process._reading.isActive()
    with qtbot.waitSignal(process.painted, timeout=LONG):
        process._reading.start(0)
    with qtbot.waitSignal(process.painted, timeout=LONG):
        process.paint(order, 1)


def test_patience_is_for_one_picture(
    qtbot: QtBot, process: PictureProcess, order: PictureOrder
) -> None:
    process.paint(order, LONG)
    wait_until_painted(qtbot, process)
    process.read()
    with qtbot.waitSignal(process.painted, timeout=LONG // 2):
        process.paint(order)


def test_nothing_comes_of_what_was_painted_before_it_was_stopped(
    qtbot: QtBot, process: PictureProcess, order: PictureOrder
) -> None:
    process.paint(order, LONG)
    wait_until_painted(qtbot, process)
    with qtbot.assertNotEmitted(process.painted):
        process.stop()
        assert not process._reading.isActive()
        process.read()
        QCoreApplication.processEvents()
    assert not process.is_broken


def test_to_read_before_it_is_started_does_nothing(qtbot: QtBot) -> None:
    process = PictureProcess()
    with qtbot.assertNotEmitted(process.became_ready):
        process.read()
    assert not process.is_idle


@pytest.fixture
def live(qtbot: QtBot) -> Iterator[LivePicture]:
    live = LivePicture()
    live.prepare()
    qtbot.waitUntil(lambda: live.is_ready, timeout=LONG)
    yield live
    live.stop()


def test_the_next_take_brings_the_picture_before(
    qtbot: QtBot, live: LivePicture, order: PictureOrder
) -> None:
    following = replace(order, frame=frame_of(2, 3, 1, seed=1))
    with qtbot.assertNotEmitted(live.painted):
        assert live.take(order, LONG)
        wait_until_painted(qtbot, live._process)
        QCoreApplication.processEvents()
    with qtbot.waitSignal(live.painted, timeout=0) as painted:
        assert live.take(following)
    assert painted.args is not None
    assert painted.args[0] is order
    with qtbot.waitSignal(live.painted, timeout=LONG // 2) as painted:
        pass
    assert painted.args is not None
    assert painted.args[0] is following
    assert not live.is_waiting


def test_moments_of_a_run_have_patience_and_changes_have_none(qtbot: QtBot) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    view._exchange._calm.setInterval(LONG)
    view.resize(700, 480)
    view.show()
    run_until_painted_elsewhere(qtbot, view)
    process = process_of(view)
    qtbot.waitUntil(lambda: process.is_idle, timeout=LONG)
    view.show_frame(frames()[0])
    assert not process.is_idle
    assert process._reading.interval() > 0
    qtbot.waitUntil(lambda: process.is_idle, timeout=LONG)
    view.zoom(1.5)
    view.repaint()
    assert not process.is_idle
    assert process._reading.interval() == 0
