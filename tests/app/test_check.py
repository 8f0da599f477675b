"""``bpviz check`` runs students' files and says what is wrong with their gradients."""

import os
import sys
import time
from pathlib import Path
from textwrap import dedent, indent

import pytest

from tests.app.command_line import Called, CommandLine
from tests.app.test_main import imported_by

# The network of the preset xor: tanh, sigmoid, binary cross-entropy.
NETWORK = """
import numpy as np

def gradient(x, t, parameters):
    w1, b1 = parameters["weights_1"], parameters["biases_1"]
    w2, b2 = parameters["weights_2"], parameters["biases_2"]
    n = len(x)
    a1 = np.tanh(x @ w1 + b1)
    a2 = 1 / (1 + np.exp(-(a1 @ w2 + b2)))
    delta2 = a2 - t
    delta1 = delta2 @ w2.T * (1 - a1**2)
    dw2 = a1.T @ delta2 / n
    dw1 = x.T @ delta1 / n
    db2 = delta2.mean(axis=0)
    db1 = delta1.mean(axis=0)
    return {"weights_1": dw1, "biases_1": db1, "weights_2": dw2, "biases_2": db2}
"""

# The third article's TwoLayerNet, whose parameters are W1, b1, W2 and b2.
TWO_LAYER_NET = """
import numpy as np

class TwoLayerNet:
    def __init__(self, params):
        self.params = params

    def gradient(self, x, t):
        W1, W2 = self.params["W1"], self.params["W2"]
        b1, b2 = self.params["b1"], self.params.get("b2")
        assert "W1" in self.params and "W3" not in self.params
        assert list(self.params) == ["weights_1", "biases_1", "weights_2", "biases_2"]
        z1 = x @ W1 + b1
        a1 = np.maximum(z1, 0)
        s = a1 @ W2 + b2
        y = np.exp(s - s.max(axis=1, keepdims=True))
        y /= y.sum(axis=1, keepdims=True)
        dy = (y - t) / len(x)
        dz1 = dy @ W2.T * (z1 > 0)
        return {"W2": a1.T @ dy, "b2": dy.sum(0), "W1": x.T @ dz1, "b1": dz1.sum(0)}

def gradient(x, t, parameters):
    return TwoLayerNet(parameters).gradient(x, t)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, code: str, *changes: tuple[str, str]) -> str:
    """Write the student's file, with some of its text changed."""
    for before, after in changes:
        assert before in code
        code = code.replace(before, after)
    (folder / "my_network.py").write_text(dedent(code), encoding="utf-8")
    return "my_network.py"


def error(called: Called) -> str:
    """Return the one line of bpviz' own, which is the last on standard error."""
    *_, last = called.errors.splitlines()
    assert last.startswith("bpviz: error: ")
    return last.removeprefix("bpviz: error: ")


def test_a_right_file(bpviz: CommandLine, folder: Path) -> None:
    called = bpviz("check", written(folder, NETWORK))
    assert (called.status, called.errors) == (0, "")
    lines = called.output.splitlines()
    assert lines[0] == "network  2 -> 4 tanh -> 1 sigmoid"
    assert lines[1].startswith("loss     binary_cross_entropy: ")
    assert lines[1].endswith(", mean over 5 samples")
    assert "weights_1 (2, 4), biases_1 (4,), weights_2 (4, 1)" in called.output
    rows = [line.split() for line in lines if line.endswith("right")]
    assert [row[0] for row in rows[:4]] == [
        *("weights_2", "biases_2", "weights_1", "biases_1"),
    ]
    assert lines[-1] == "every gradient is right"
    assert list(folder.iterdir()) == [folder / "my_network.py"]


def test_json(bpviz: CommandLine, folder: Path) -> None:
    called = bpviz("check", written(folder, NETWORK), "mazur", "--json")
    assert called.status == 1
    name = written(folder, NETWORK, ("delta2 = a2 - t", "delta2 = t - a2"))
    called = bpviz("check", name, "--json", "--samples", "7")
    assert called.status == 1
    result = called.json()
    assert (result["preset"], result["samples"], result["passed"]) == ("xor", 7, False)
    assert (result["layers"], result["activations"]) == ([2, 4, 1], ["tanh", "sigmoid"])
    assert (result["loss"], result["l2"]) == ("binary_cross_entropy", 0)
    assert result["first_wrong"] == "weights_2"
    assert result["failure"] is None
    first = result["arrays"][0]
    assert first["shape"] == first["given_shape"] == [4, 1]
    assert first["max_relative_error"] == pytest.approx(2)
    assert first["mistake"] == {
        "form": "gradient",
        "layout": "as_asked",
        "factor": pytest.approx(-1),
        "causes": [["sign"]],
        "other": None,
    }
    assert result["sentence"] == error(called)


def test_the_third_articles_class_and_names(bpviz: CommandLine, folder: Path) -> None:
    called = bpviz("check", written(folder, TWO_LAYER_NET), "mnist-relu", "--json")
    assert (called.status, called.errors) == (0, "")
    result = called.json()
    assert result["passed"] is True
    assert result["arrays"][2]["shape"] == [784, 50]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            [("a1.T @ delta2 / n", "(a1.T @ delta2 / n).T")],
            "weights_2 is wrong: it is the right gradient but transposed (the shape "
            "(1, 4) instead of (4, 1)); every other array is right",
        ),
        (
            [("a2 - t", "t - a2")],
            "weights_2 is wrong: it is the right gradient but with the opposite sign; "
            "biases_2, weights_1 and biases_1 are wrong in the same way",
        ),
        (
            [(" / n", ""), ("mean(axis", "sum(axis")],
            "weights_2 is wrong: it is the right gradient but summed over the 5 "
            "samples instead of averaged (5 times too large); biases_2, weights_1 and "
            "biases_1 are wrong in the same way",
        ),
        (
            [(" * (1 - a1**2)", "")],
            "weights_1 is wrong: it is the gradient without the derivative of layer "
            "1's tanh; biases_1 is wrong in the same way",
        ),
        (
            [("a2 - t", "(a2 - t) * a2 * (1 - a2)")],
            "weights_2 is wrong: it is the gradient with the derivative of layer 2's "
            "sigmoid once too often (with binary_cross_entropy dL/dz is a - t); mend "
            "it first, then look at biases_2, weights_1 and biases_1",
        ),
        (
            [("(1 - a1**2)", "(1 - np.tanh(a1)**2)")],
            "weights_1 is wrong: it is the gradient with the derivative of layer 1's "
            "tanh taken at a instead of z",
        ),
        (
            [("a1.T @ delta2", "(x @ w1 + b1).T @ delta2")],
            "weights_2 is wrong: it is made of z of layer 1 where its activation a",
        ),
        ([("delta1.mean(axis=0)", "delta1")], "one gradient for each of the 5 samples"),
        ([("delta1.mean(axis=0)", "delta1[-1]")], "last of the 5 samples alone"),
        ([("delta1.mean(axis=0)", "b1 * 0")], "biases_1 is wrong: it is all zeros"),
        ([("delta1.mean(axis=0)", "delta1[0] / 0")], "is not finite at [0]"),
        ([("delta1.mean(axis=0)", "dw1[0]")], "biases_1 is wrong: it is "),
        ([('"biases_1": db1', '"biases_1": np.ones((2, 3))')], "the shape (2, 3)"),
        ([('"weights_1": dw1', '"weights_1": w1')], "the parameter weights_1 itself"),
        ([("np.tanh(x @ w1", "np.sin(x @ w1")], "the loss printed above?)"),
        ([("mean(axis=0)", "mean(axis=0, keepdims=True)")], "in the shape (1, 1) inst"),
        ([("x.T @ delta1 / n", "3.3 * x.T @ delta1 / n")], "multiplied by 3.3"),
    ],
)
def test_mistakes(
    bpviz: CommandLine, folder: Path, changes: list[tuple[str, str]], words: str
) -> None:
    called = bpviz("check", written(folder, NETWORK, *changes))
    assert called.status == 1
    assert words in error(called)
    assert "wrong" in called.output
    assert "every gradient is right" not in called.output


def test_options_may_stand_before_the_preset(bpviz: CommandLine, folder: Path) -> None:
    called = bpviz("check", written(folder, NETWORK), "--samples", "3", "circles")
    assert called.status == 0
    assert "2 -> 6 tanh -> 1 sigmoid" in called.output
    assert "mean over 3 samples" in called.output


def test_no_qt_is_loaded(folder: Path) -> None:
    path = folder / written(folder, NETWORK)
    assert not imported_by("check", str(path)) & {"PyQt6", "pyqtgraph"}


def test_a_half_before_the_squared_error(bpviz: CommandLine, folder: Path) -> None:
    changes = (
        ("np.tanh(x @ w1 + b1)", "1 / (1 + np.exp(-(x @ w1 + b1)))"),
        ("(1 - a1**2)", "a1 * (1 - a1)"),
        ("a2 - t", "2 * (a2 - t) * a2 * (1 - a2)"),
    )
    right = written(folder, NETWORK, *changes)
    assert bpviz("check", right, "mazur").status == 0
    name = written(folder, NETWORK, *changes, ("2 * (a2", "(a2"))
    called = bpviz("check", name, "mazur")
    assert "(the squared error has no half before it here)" in error(called)


def test_the_penalty(bpviz: CommandLine, folder: Path) -> None:
    with_it = (" @ delta2 / n", " @ delta2 / n + 0.1 * w2")
    name = written(folder, NETWORK, with_it)
    called = bpviz("check", "--l2", "0.1", name, "xor")
    assert called.status == 1
    assert "weights_1 is wrong: it is the gradient without the penalty's" in (
        error(called)
    )
    assert "+ (0.1 / 2) * sum of squared weights" in called.output


@pytest.mark.parametrize(
    ("code", "words", "kind"),
    [
        (
            "def gradient(x, t, parameters):\n    return None",
            "gradient must return a dict of arrays by name; it returned None; is a "
            "`return` missing?",
            "answer",
        ),
        (
            "def gradient(x, t, parameters):\n    return [1, 2]",
            "it returned a list",
            "answer",
        ),
        (
            "def gradient(x, t, p):\n    return {'weights_1': p['W1'], 'db1': 1}",
            "has no 'biases_1' (or 'b1'); it has 'weights_1', 'db1'",
            "missing",
        ),
        (
            "def gradient(x, t, p):\n    return {}",
            "has no 'weights_1' (or 'W1'); it has nothing",
            "missing",
        ),
        (
            "def gradient(x, t, p):\n    return {**p, 'W1': 0}",
            "has both 'weights_1' and 'W1', which are two names for one array",
            "twice",
        ),
        (
            "def gradient(x, t, p):\n    return {**p, 'biases_2': None}",
            "'biases_2' must hold real numbers; it is None",
            "numbers",
        ),
        (
            "def gradient(x, t, p):\n    return {**p, 'biases_2': [[1], [2, 3]]}",
            "'biases_2' cannot be an array",
            "numbers",
        ),
        (
            "def gradient(x, t, p):\n    return {**p, 'biases_2': p['b2'] * 1j}",
            "'biases_2' must hold real numbers; it is an array of complex128",
            "numbers",
        ),
        (
            "import numpy as np\n"
            "def gradient(x, t, p):\n    return {**p, 'biases_2': np.zeros(10**6)}",
            "'biases_2' has the shape (1000000,), not (1,)",
            "size",
        ),
        ("x = 1", "my_network.py has no function gradient(x, t, param", "function"),
        ("gradient = 1", "its 'gradient' cannot be called", "function"),
        (
            "class Net:\n    def gradient(self, x, t):\n        pass",
            "only the class Net has one; write a function that calls it",
            "function",
        ),
        (
            "def gradient(x, t):\n    return {}",
            "is called with three values, (x, t, parameters), but takes (x, t)",
            "signature",
        ),
        (
            "def gradient(x, t, p):\n    return p['w1']",
            "my_network.py raised KeyError: 'w1: the parameters are weights_1 biases_1 "
            "weights_2 biases_2, or W1 b1 W2 b2' (line 2)",
            "raised",
        ),
        (
            "class Odd(Exception):\n"
            "    def __str__(self):\n        raise ValueError\n"
            "raise Odd",
            "raised Odd: <its text cannot be had> (line 4)",
            "raised",
        ),
        ("x = 1\0", "is not valid Python: source code string cannot con", "raised"),
        (
            "def gradient(x, t, p):\n    return {'x' * 10**6: 1}",
            "; it has '" + 59 * "x",
            "missing",
        ),
        (
            "class A:\n    def __array__(self, *_, **__):\n"
            "        raise KeyboardInterrupt\n"
            "def gradient(x, t, p):\n    return {**p, 'weights_1': A()}",
            "my_network.py raised KeyboardInterrupt (line 3)",
            "raised",
        ),
        (
            "class M(dict):\n    def __iter__(self):\n        raise SystemExit(0)\n"
            "def gradient(x, t, p):\n    return M()",
            "my_network.py raised SystemExit: 0 (line 3)",
            "raised",
        ),
        (
            "class Type(type):\n    @property\n    def __name__(cls):\n"
            "        raise KeyboardInterrupt\n"
            "class Odd(Exception, metaclass=Type):\n    pass\n"
            "def gradient(x, t, p):\n    raise Odd",
            "my_network.py raised an error of which nothing can be told",
            "raised",
        ),
        (
            "import os\ndef gradient(x, t, p):\n"
            "    for file in range(3, 20):\n        try:\n"
            "            os.write(file, b'{\"kind\": null}\\n')\n"
            "        except OSError:\n            pass\n    os._exit(0)",
            "ended before it answered (exit status 0)",
            "ended",
        ),
        (
            "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
            "(signal SIGKILL, as the system ends what takes too much memory)",
            "ended",
        ),
        ("import no_such_package", "raised ModuleNotFoundError: No module", "raised"),
        ("import sys\nsys.exit(3)", "raised SystemExit: 3 (line 2)", "raised"),
        ("input('your name?')", "raised EOFError", "raised"),
        ("x = = 1", "is not valid Python: invalid syntax (line 1)", "raised"),
        ("import os\nos._exit(7)", "ended before it answered (exit status 7)", "ended"),
        (
            "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)",
            "ended before it answered (signal SIGSEGV)",
            "ended",
        ),
        (
            "import os\ndef gradient(x, t, p):\n    os._exit(0)",
            "ended before it answered (exit status 0)",
            "ended",
        ),
    ],
)
def test_nothing_to_compare(
    bpviz: CommandLine, folder: Path, code: str, words: str, kind: str
) -> None:
    name = written(folder, code)
    called = bpviz("check", name, "--json")
    assert called.status == 1
    assert words in error(called)
    result = called.json()
    assert result["passed"] is False
    assert result["failure"]["kind"] == kind
    assert result["failure"]["sentence"] == error(called)
    assert result["arrays"] == []


def test_the_traceback_is_the_students_own(bpviz: CommandLine, folder: Path) -> None:
    (folder / "helper.py").write_text("def double(w):\n    return w @ w\n")
    code = """
    from helper import double

    def gradient(x, t, parameters):
        return double(parameters["weights_1"])
    """
    called = bpviz("check", written(folder, code))
    assert called.status == 1
    traceback, last = called.errors.rsplit("\n", 2)[:2]
    assert "my_network.py raised ValueError: matmul" in last
    assert last.endswith("(line 5)")
    files = [line for line in traceback.splitlines() if 'File "' in line]
    assert len(files) == 2
    assert f'File "{folder / "my_network.py"}", line 5, in gradient' in files[0]
    assert f'File "{folder / "helper.py"}", line 2, in double' in files[1]
    assert "ValueError: matmul" in traceback
    assert not (folder / "__pycache__").exists()


def test_what_the_file_prints_goes_to_standard_error(
    bpviz: CommandLine, folder: Path
) -> None:
    prints = ("n = len(x)", "n = len(x); print('Grüße', x.shape)")
    called = bpviz("check", written(folder, NETWORK, prints), "--json")
    assert called.status == 0
    assert called.errors == "Grüße (5, 2)\n"
    assert called.json()["passed"] is True


def test_not_everything_is_passed_on(bpviz: CommandLine, folder: Path) -> None:
    printing = f"for _ in range(2 * 10**4):\n    print({'x' * 200!r})\n"
    called = bpviz("check", written(folder, printing), "--json")
    assert called.status == 1
    assert "has no function gradient" in error(called)
    assert "(the file prints too much; the rest is left out)" in called.errors
    assert 2**20 < len(called.errors) < 2**20 + 1000


def test_the_parameters_themselves(bpviz: CommandLine, folder: Path) -> None:
    code = "def gradient(x, t, p):\n    return p"
    called = bpviz("check", written(folder, code))
    assert called.status == 1
    assert "weights_2 is wrong: it is the parameter weights_2 itself" in error(called)


def test_what_stands_under_main_is_not_run(bpviz: CommandLine, folder: Path) -> None:
    code = NETWORK + "\nif __name__ == '__main__':\n    raise SystemExit(9)\n"
    assert bpviz("check", written(folder, code)).status == 0


def test_the_time_limit_ends_the_process_and_its_children(
    bpviz: CommandLine, folder: Path
) -> None:
    code = f"""
    import subprocess, sys, time
    child = subprocess.Popen([{sys.executable!r}, "-c", "import time; time.sleep(90)"])
    with open("pid", "w") as file:
        file.write(str(child.pid))
    print("begun", flush=True)
    while True:
        time.sleep(1)
    """
    start = time.monotonic()
    called = bpviz("check", written(folder, code), "--timeout", "2.5")
    assert time.monotonic() - start < 30
    assert called.status == 1
    assert called.errors.startswith("begun\n")
    assert "my_network.py had not finished after 2.5 s; if it trains" in error(called)
    if os.name == "posix":
        pid = int((folder / "pid").read_text())
        assert not _is_alive(pid)


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos.fork()",
        "import sys, os\nsys.stdout.close()\nos.close(1)",
        "import sys\nsys.stdout = sys.stderr = None",
        "import atexit, time\natexit.register(time.sleep, 99)",
        "import numpy, os\nnumpy.asarray = os._exit = os.getpid = None",
        "print('x' * 5 * 10**6)",
        "open('outcome.json', 'w').write('{\"kind\": \"raised\"}')",
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="there is no fork")
def test_what_a_right_file_does_besides_does_not_matter(
    bpviz: CommandLine, folder: Path, code: str
) -> None:
    called = bpviz("check", written(folder, f"{code}\n{NETWORK}"))
    assert called.status == 0
    assert called.output.endswith("every gradient is right\n")


def test_no_folder_for_temporary_files_is_needed(
    bpviz: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder / "nowhere"))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("tempfile._candidate_tempdir_list", list)
    assert bpviz("check", written(folder, NETWORK)).status == 0


def test_a_forged_answer_in_the_folder_is_not_believed(
    bpviz: CommandLine, folder: Path
) -> None:
    (folder / "outcome.json").write_text('{"kind": null, "sentence": null}')
    (folder / "gradients.npz").write_bytes(b"")
    name = written(folder, NETWORK, ("a2 - t", "t - a2"))
    assert bpviz("check", name).status == 1


def test_a_bias_that_is_forgotten_on_the_way_forward_shows(
    bpviz: CommandLine, folder: Path
) -> None:
    called = bpviz("check", written(folder, NETWORK, (" + b1", ""), (" + b2", "")))
    assert called.status == 1
    assert "biases   drawn from N(0, 0.1^2)" in called.output


def test_what_has_left_the_group_is_ended_too(bpviz: CommandLine, folder: Path) -> None:
    if not Path("/proc/self/environ").exists():
        pytest.skip("no other way to find it")
    begun = f"""
import subprocess, sys
child = subprocess.Popen(
    [{sys.executable!r}, "-c", "import time; time.sleep(90)"], start_new_session=True
)
with open("pid", "w") as file:
    file.write(str(child.pid))
"""
    assert bpviz("check", written(folder, begun + NETWORK)).status == 0
    assert not _is_alive(int((folder / "pid").read_text()))


def test_a_thread_that_never_ends_is_not_waited_for(
    bpviz: CommandLine, folder: Path
) -> None:
    code = NETWORK + indent(
        "import threading\nthreading.Thread(target=threading.Event().wait).start()\n",
        "",
    )
    assert bpviz("check", written(folder, code)).status == 0


def test_a_file_named_like_a_module_and_one_elsewhere(
    bpviz: CommandLine, folder: Path
) -> None:
    elsewhere = folder / "some where"
    elsewhere.mkdir()
    (elsewhere / "random.py").write_text(NETWORK)
    assert bpviz("check", "some where/random.py").status == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("no.py",), "There is no file no.py"),
        ((".",), "cannot be read: Is a directory"),
        ((os.devnull,), "is a device or a pipe"),
        ((), "FILE.py"),
        (("my_network.py", "nope"), "Unknown preset 'nope'"),
        (("my_network.py", "--samples", "0"), "whole number of 1 or more"),
        (("my_network.py", "--samples", "9999"), "more than the 200 samples"),
        (("my_network.py", "--timeout", "0"), "more than 0 seconds"),
        (("my_network.py", "--timeout", "soon"), "must be a number"),
        (("my_network.py", "xor", "extra"), "unrecognized arguments: extra"),
    ],
)
def test_wrong_calls(
    bpviz: CommandLine, folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    written(folder, NETWORK)
    called = bpviz("check", *arguments)
    assert called.status == 2
    assert words in called.complaint()


def test_a_network_without_finite_gradients(bpviz: CommandLine, folder: Path) -> None:
    options = ("--init", "normal", "--init-scale", "1e307", "--loss", "squared_error")
    name = written(folder, NETWORK)
    called = bpviz("check", name, "quadratic", *options)
    assert called.status == 1
    assert "no finite numbers; try smaller first weights" in called.complaint()


def _is_alive(pid: int) -> bool:
    """Tell whether a process is there and no zombie, once it has had time to end."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return False
        if state == "Z":
            return False
        os.sched_yield()
    return True
