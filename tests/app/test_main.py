"""Help, versions, wrong calls and exit statuses, as a shell sees them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpviz import __version__
from bpviz.app.commands import COMMANDS
from tests.app.command_line import CommandLine

ROOT = Path(__file__).parent.parent.parent

OPTIONS = (
    *("--data", "--data-seed", "--layers", "--activations", "--loss", "--optimizer"),
    *("--learning-rate", "--momentum", "--decay", "--beta1", "--beta2", "--epsilon"),
    *("--l2", "--batch-size", "--order", "--dtype", "--init", "--init-scale"),
    *("--init-biases", "--seed", "--parameters"),
)

IMPORTED = """
import sys
from bpviz.app.main import main
status = main(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""


def bpviz_process(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "bpviz", *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def imported_by(*arguments: str) -> set[str]:
    finished = subprocess.run(
        [sys.executable, "-c", IMPORTED, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(finished.stderr.split())


def test_version(bpviz: CommandLine) -> None:
    called = bpviz("--version")
    assert (called.status, called.errors) == (0, "")
    assert called.output == f"bpviz {__version__}\n"


def test_help_names_every_command(bpviz: CommandLine) -> None:
    called = bpviz("--help")
    assert called.status == 0
    for command, words in COMMANDS.items():
        assert f"  {command}" in called.output
        assert words in called.output
    assert "PRESET | FILE" in called.output


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command(
    bpviz: CommandLine, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    called = bpviz(command, "--help")
    assert (called.status, called.errors) == (0, "")
    assert called.output.startswith(f"usage: bpviz {command}")
    assert max(map(len, called.output.splitlines())) <= 80
    if command in ("train", "trace", "gradcheck", "check", "render", "record"):
        for option in (*OPTIONS, "--shuffle", "--no-shuffle"):
            assert f"  {option}" in called.output


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("train", "-h")])
def test_help_loads_neither_numpy_nor_qt(arguments: tuple[str, ...]) -> None:
    assert not imported_by(*arguments) & {"numpy", "PyQt6", "pyqtgraph", "msgspec"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("presets",),
        ("train", "mazur", "--updates", "2"),
        ("gradcheck", "mazur"),
        ("trace", "mazur", "-o", os.devnull + ".npz"),
    ],
)
def test_the_command_line_loads_no_qt(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    arguments = tuple(
        str(tmp_path / "trace.npz") if a.startswith(os.devnull) else a
        for a in arguments
    )
    assert not imported_by(*arguments) & {"PyQt6", "pyqtgraph"}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nope", "neither a preset nor a file 'nope'"),
        ("xor extra", "unrecognized arguments: extra"),
        ("--theme pink", "--theme"),
        ("--lang de", "--lang"),
        ("--nope", "--nope"),
        ("train", "PRESET"),
        ("train nope", "Unknown preset 'nope'; choose from quadratic, chain"),
        ("train xor --epoch 3", "--epoch"),  # No abbreviations: they change meaning.
        ("train xor --epochs 0", "whole number of 1 or more; got '0'"),
        ("train xor --epochs 1.5", "whole number"),
        ("train xor --epochs 1 --updates 1", "not allowed with"),
        ("train xor --shuffle --no-shuffle", "not allowed with"),
        ("train xor --layers 2,,1", "whole number"),
        ("train xor --layers 2", "at least an input and an output"),
        ("train xor --layers 3,4,1", "make it 2"),
        ("train xor --layers 2,4,2", "make it 1"),
        ("train xor --activations nope,sigmoid", "Unknown activation 'nope'"),
        ("train xor --activations softmax,sigmoid", "belongs to the output layer"),
        ("train xor --loss nope", "--loss"),
        ("train xor --loss softmax_cross_entropy", "softmax with one output"),
        ("train xor --optimizer nope", "--optimizer"),
        ("train xor --learning-rate nan", "must be a number; got 'nan'"),
        ("train xor --learning-rate 0", "learning_rate must be > 0"),
        ("train xor --beta1 1", "beta1 must be >= 0, < 1"),
        ("train xor --l2 -1", "l2 must be >= 0"),
        ("train xor --batch-size 0", "or 'all'"),
        ("train xor --batch-size 1000", "more than the 200 samples"),
        ("train xor --seed -1", "whole number of 0 or more"),
        (f"train xor --seed {10**400}", "whole number of 0 or more"),
        (f"train xor --data-seed {2**32}", "data_seed"),
        ("train xor --init given", "--init"),
        ("train xor --init-scale inf", "must be a number"),
        ("train xor --dtype float16", "--dtype"),
        ("train xor --data nowhere.csv", "nowhere.csv"),
        ("train xor --data .", "."),
        ("train xor --parameters nowhere.npz", "There is no file nowhere.npz"),
        ("train xor --save nowhere/run.bpviz", "there is no folder nowhere"),
        ("train xor --save .", "it is a folder"),
        ("train xor --history nowhere/curves.csv", "there is no folder nowhere"),
        ("trace xor", "-o"),
        ("trace xor -o nowhere/trace.npz", "there is no folder nowhere"),
        ("trace xor --updates -1 -o trace.npz", "whole number of 0 or more"),
        ("gradcheck xor --samples 201", "more than the 200 samples"),
        ("gradcheck xor --samples 0", "whole number of 1 or more"),
        ("gradcheck xor --entries 0", "whole number of 1 or more"),
        ("gradcheck xor --all --entries 3", "not allowed with"),
        ("presets extra", "unrecognized arguments: extra"),
        ("trian xor", "no command 'trian'"),
        ("trian xor --epochs 3", "did you mean `bpviz train xor --epochs 3`?"),
        ("Train xor", "did you mean `bpviz train xor`?"),
        ("trian --help", "did you mean `bpviz train --help`?"),
        ("grahp a*b a=1 b=2", "did you mean `bpviz graph a*b a=1 b=2`?"),
        ("xor --layers 2,3,1", "`bpviz train`, `bpviz trace`, `bpviz gradcheck`"),
        ("xor --layers 2,3,1", "take --layers, the window does not"),
        ("gradcheck xor --epochs 3", "`bpviz train` takes --epochs, `bpviz gradcheck`"),
        ("train xor --layer 2,3,1", "--layer 2,3,1; did you mean --layers?"),
        ("gradcheck xor --sample 3", "did you mean --samples?"),
        (
            "xor train --epochs 2",
            "a command stands first: `bpviz train xor --epochs 2`",
        ),
        ("mnist-rleu", "did you mean mnist-relu? the presets are quadratic"),
        ("train xro", "Unknown preset 'xro'; did you mean xor? The presets are"),
        ("check xor", "xor is a preset; the Python file stands before it"),
    ],
)
def test_a_wrong_call_is_one_line_and_status_2(
    bpviz: CommandLine,
    line: str,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    called = bpviz(*line.split())
    assert called.status == 2
    assert words in called.complaint()
    assert list(tmp_path.iterdir()) == []


WRONG = st.text(max_size=12).filter(
    # No system passes on a null, and a number may be right.
    lambda text: "\0" not in text and not any(map(str.isnumeric, text))
) | st.sampled_from(["nan", "-inf", "1e999", "0x10", "9" * 400, "-1", "a\nb"])


@given(st.sampled_from((*OPTIONS, "--epochs", "--updates")), WRONG)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_wrong_value_is_one_line_and_status_2(
    bpviz: CommandLine, option: str, value: str
) -> None:
    right = {"--momentum": "--optimizer=momentum", "--decay": "--optimizer=rmsprop"}
    more = [right[option]] if option in right else []
    called = bpviz("train", "xor", f"{option}={value}", "--batch-size=201", *more)
    assert called.status == 2
    called.complaint()


def test_too_little_memory_is_no_traceback(
    bpviz: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("bpviz.training.session.load_dataset", fail)
    called = bpviz("train", "xor")
    assert called.status == 1
    assert "memory" in called.complaint()


def test_ctrl_c_before_anything_happens(
    bpviz: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bpviz.training.session.load_dataset", fail)
    called = bpviz("train", "xor")
    assert (called.status, called.output, called.errors) == (130, "", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_is_quiet_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    saved, history = tmp_path / "run.bpviz", tmp_path / "curves.csv"
    saved.write_bytes(b"an older run")
    code = (
        # A shell that started the tests in the background leaves SIGINT ignored.
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from bpviz.app import headless\n"
        "ask = headless.HeadlessRun._ask\n"
        "def tell(self, request):\n"
        "    print('asked', flush=True)\n"
        "    return ask(self, request)\n"
        "headless.HeadlessRun._ask = tell\n"
        "from bpviz.app.main import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    arguments = ["train", "spiral", "--epochs", "1000000"]
    arguments += ["--save", str(saved), "--history", str(history)]
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    for _ in range(2):  # It is open, and training goes on.
        assert process.stdout.readline() == "asked\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, "")
    assert saved.read_bytes() == b"an older run"
    assert sorted(tmp_path.iterdir()) == [saved]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize(
    "arguments", [("presets",), ("--help",), ("train", "mazur", "--json")]
)
def test_a_reader_that_leaves_early_is_no_error(arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    finished = subprocess.run(
        [sys.executable, "-m", "bpviz", *arguments],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert finished.stderr == ""
    assert finished.returncode == 0


def test_a_terminal_that_lacks_a_character_is_no_error() -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "bpviz", "train", "nöwhere²"],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        timeout=60,
        check=False,
    )
    assert finished.returncode == 2
    assert b"n?where?" in finished.stderr


def test_the_module_and_the_exit_status() -> None:
    process = bpviz_process("train", "nope")
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output) == (2, "")
    assert errors.startswith("bpviz: error: Unknown preset 'nope'")
    process = bpviz_process("train", "mazur", "--updates", "1")
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
    assert output.startswith("mazur 2-2-2: 1 update, 1 epoch")
