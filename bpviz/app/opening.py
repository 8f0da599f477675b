"""What the window begins with: a preset, a session file, or data of one's own."""

from pathlib import Path

from bpviz.app.experiment_building import own_data
from bpviz.app.hints import nearest
from bpviz.app.parser import UsageError
from bpviz.data.own_data import load_path
from bpviz.training.experiment import Experiment
from bpviz.training.fitting import suggested
from bpviz.training.presets import PRESETS
from bpviz.training.session_file import load_session

FIRST = "quadratic"
"""The preset that is there when nobody has said anything."""

SESSION_SUFFIX = ".bpviz"


def opening(what: str | None) -> Experiment | Path:
    """Return what a window begins with: an experiment, or a session file.

    Parameters
    ----------
    what : str, optional
        The key of a preset, a session file, or a file or folder of data.

    Raises
    ------
    InputError
        If there is nothing of that name, or it cannot be read.
    """
    if what is None:
        what = FIRST
    if what in PRESETS:
        return PRESETS[what].experiment
    path = Path(what).absolute()
    if not path.exists():
        guess = nearest(what, PRESETS)
        meant = "" if guess is None else f"did you mean {guess}? "
        raise UsageError(
            f"there is neither a preset nor a file {what!r}; {meant}the presets are "
            f"{', '.join(PRESETS)}"
        )
    if path.suffix.lower() == SESSION_SUFFIX:
        # What cannot be opened is refused before there is a window.
        data = load_session(str(path)).experiment.data
        if data.path is not None:
            load_path(data.path, data.seed)
        return path
    data = own_data(what, seed=0)
    return suggested(data, load_path(path, data.seed))
