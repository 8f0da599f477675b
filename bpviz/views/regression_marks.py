"""What the data, the fit and the residuals of a regression look like."""

from typing import NamedTuple

from bpviz.look.theme import Theme
from bpviz.views.marks import Mark, Shape


class RegressionMarks(NamedTuple):
    """How everything in the plot is drawn.

    Attributes
    ----------
    train, test : Mark
        The data.
    fit : Mark
        The network's curve.
    sample : Mark
        What is learned from.
    answer, former : Mark
        The answer to it as it stands, and as it was before the update.
    """

    train: Mark
    test: Mark
    fit: Mark
    sample: Mark
    answer: Mark
    former: Mark


def regression_marks(theme: Theme) -> RegressionMarks:
    """Return the marks in the colours of `theme`."""
    return RegressionMarks(
        train=Mark(theme.series[0], Shape.CIRCLE, size=7.0, paper=theme.window),
        test=Mark(theme.series[1], Shape.SQUARE, size=7.0, filled=False),
        fit=Mark(theme.text, line_width=2.0),
        sample=Mark(theme.accent, Shape.CIRCLE, size=13.0, filled=False),
        answer=Mark(
            theme.accent, Shape.CIRCLE, size=7.0, paper=theme.window, line_width=2.0
        ),
        former=Mark(
            theme.accent,
            Shape.CIRCLE,
            size=7.0,
            filled=False,
            line_width=1.5,
            dashes=(3.0, 3.0),
        ),
    )
