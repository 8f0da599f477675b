"""Ctrl+C and SIGTERM close the window like a person does."""

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from PyQt6.QtCore import QCoreApplication, QSocketNotifier, QTimer

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def quit_on_signals(app: QCoreApplication) -> Iterator[None]:
    """Make the signals quit `app` while the context lasts.

    Python runs its signal handlers between two lines of Python, and a waiting event
    loop runs none. So every signal also writes a byte to a socket, whose notifier
    wakes the loop up; by the time its slot runs, so has the handler.
    """

    def quit_soon(*_: object) -> None:
        # Through the event loop: before it has begun, quitting has no effect.
        QTimer.singleShot(0, app.quit)

    reading, writing = socket.socketpair()
    with reading, writing:
        writing.setblocking(False)
        fd_before = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
        before = {number: signal.signal(number, quit_soon) for number in SIGNALS}
        # PyQt6 takes the number itself; only its stubs know nothing of that.
        notifier = QSocketNotifier(
            reading.fileno(),  # type: ignore[call-overload]
            QSocketNotifier.Type.Read,
        )
        notifier.activated.connect(lambda: reading.recv(64))
        try:
            yield
        finally:
            notifier.setEnabled(False)
            signal.set_wakeup_fd(fd_before)
            for number, handler in before.items():
                signal.signal(number, handler)
