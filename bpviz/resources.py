"""The one place that knows where pictures, fonts, translations and data sets are.

In a checkout they lie in ``assets`` beside the package; a wheel carries the same
folder inside the package. The checkout is asked first: an editable installation
leaves a copy behind among the installed packages, and that copy goes stale.
"""

from functools import lru_cache
from pathlib import Path

from bpviz.messages import QT_TRANSLATE_NOOP, InputError

_PACKAGE = Path(__file__).resolve().parent


def asset(*parts: str) -> Path:
    """Find a file that belongs to the program.

    Parameters
    ----------
    *parts : str
        The way to it inside ``assets``, such as ``"icons", "play.svg"``.

    Raises
    ------
    InputError
        When there is no such file: the installation is incomplete.
    """
    path = _assets(_PACKAGE).joinpath(*parts)
    if not path.exists():
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A file of the program is missing: {path}. Please install bpviz again.",
            ),
            path=path,
        )
    return path


@lru_cache
def _assets(package: Path) -> Path:
    """Find the folder ``assets`` that belongs to the folder `package`."""
    checkout = package.parent
    # Some other package may have put a folder "assets" among the installed ones; only
    # a checkout has the project file beside it.
    if (checkout / "pyproject.toml").is_file() and (checkout / "assets").is_dir():
        return checkout / "assets"
    return package / "assets"
