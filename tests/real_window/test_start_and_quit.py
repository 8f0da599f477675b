"""bpviz starts on a real screen, shows its window and leaves without a word."""

from tests.real_window.conftest import LaunchBpviz


def test_starts_and_closes(bpviz: LaunchBpviz) -> None:
    program = bpviz()
    program.wait_for_title(" — bpviz")
    program.press("alt+F4")
    assert program.wait_for_exit() == 0
    assert program.errors() == ""
