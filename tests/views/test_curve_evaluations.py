"""The curves of evaluations are the same, whether they grow or are made at once."""

from itertools import pairwise

import numpy as np
import pytest

from bpviz.training.curve_points import Evaluation
from bpviz.views.curve_evaluations import EvaluationCurves
from bpviz.views.curve_series import (
    Series,
    evaluation_accuracies,
    evaluation_losses,
)
from tests.views.made_curves import class_evaluation, regression_evaluation

CLASSES = tuple(class_evaluation(10 * k, k, k / 1000) for k in range(300))
NUMBERS = tuple(regression_evaluation(10 * k, k, 1.0 / (1 + k)) for k in range(300))


def facts(series: tuple[Series, ...]) -> list[object]:
    return [(one.role, one.updates.tolist(), one.values.tolist()) for one in series]


def assert_shows(curves: EvaluationCurves, evaluations: tuple[Evaluation, ...]) -> None:
    assert facts(curves.losses) == facts(evaluation_losses(evaluations))
    assert facts(curves.accuracies) == facts(evaluation_accuracies(evaluations))


@pytest.mark.parametrize("run", [CLASSES, NUMBERS])
def test_a_growing_run_is_shown_whole(run: tuple[Evaluation, ...]) -> None:
    curves = EvaluationCurves()
    for count in (0, 1, 2, 2, 63, 64, 65, 300):
        curves.take(run[:count])
        assert_shows(curves, run[:count])


def test_what_was_shown_before_stands_still() -> None:
    curves = EvaluationCurves()
    curves.take(CLASSES[:60])
    before = curves.losses[0]
    values = before.values.copy()
    for _, last in pairwise(range(60, 301, 20)):
        curves.take(CLASSES[:last])
    np.testing.assert_array_equal(before.values, values)


@pytest.mark.parametrize(
    "other",
    [
        (),
        CLASSES[::2],  # A long run, thinned out.
        CLASSES[:50],  # Gone back in time to branch there...
        (*CLASSES[:50], class_evaluation(500, 50, 0.9), *CLASSES[51:]),
        NUMBERS,
    ],
)
def test_another_run_begins_anew(other: tuple[Evaluation, ...]) -> None:
    curves = EvaluationCurves()
    curves.take(CLASSES[:200])
    curves.take(other)
    assert_shows(curves, other)


def test_the_known_ones_are_not_taken_up_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken: list[int] = []

    def losses(evaluations: tuple[Evaluation, ...]) -> tuple[Series, ...]:
        taken.append(len(evaluations))
        return evaluation_losses(evaluations)

    monkeypatch.setattr("bpviz.views.curve_evaluations.evaluation_losses", losses)
    curves = EvaluationCurves()
    for count in (100, 100, 130):
        curves.take(CLASSES[:count])
    assert taken == [100, 30]
