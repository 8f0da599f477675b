"""The proof of one derivative: numbers, a verdict, a picture, and when it is old."""

from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtGui import QColor, QImage
from PyQt6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bpviz.look.palette import current_theme
from bpviz.nn.parameter_key import ParameterKey
from bpviz.training.proof import ParameterProof
from bpviz.training.steps import OperationKind
from bpviz.views.proof_panel import ProofPanel
from bpviz.views.proof_plot import ProofPlot
from tests.scene.frames import UPDATED, frame_of

_KEY = ParameterKey(layer=1, end=2, start=0)
_FRAME = frame_of(2, 3, 1, done=(OperationKind.GRADIENT, 2), update=4)


def proof_of(slope: float = -0.4, **changes: object) -> ParameterProof:
    values = np.linspace(-1, 1.5, 51)
    proof = ParameterProof(
        key=_KEY,
        moment=_FRAME.moment,
        value=0.25,
        backprop=slope,
        numerical=-0.4,
        relative_error=abs(slope + 0.4),
        crosses_kink=False,
        is_right=abs(slope + 0.4) < 1e-5,
        slice_values=values,
        slice_losses=(values - 0.45) ** 2 + 0.3,
    )
    return replace(proof, **changes)  # type: ignore[arg-type]


@pytest.fixture
def panel(qtbot: QtBot) -> ProofPanel:
    panel = ProofPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 260)
    return panel


def sentence(panel: ProofPanel) -> str:
    label = panel.findChild(QLabel, "proof")
    assert label is not None
    return label.text()


def plot_of(panel: ProofPanel) -> QImage:
    plot = panel.findChild(ProofPlot)
    assert plot is not None
    plot.resize(240, plot.height())
    return plot.grab().toImage()


def has_color(image: QImage, color: str) -> bool:
    wanted = QColor(color)
    return any(
        image.pixelColor(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


def test_nothing_is_shown_before_a_check(panel: ProofPanel) -> None:
    assert panel.isHidden()


def test_both_derivatives_and_their_difference_are_shown(panel: ProofPanel) -> None:
    panel.show_proof(proof_of(backprop=-0.4 + 1e-10, relative_error=2.5e-10), _FRAME)
    rows = [row for row in panel.rows.rows if row.value is not None]
    assert [row.value for row in rows] == [-0.4 + 1e-10, -0.4, 2.5e-10]
    assert "right" in sentence(panel)
    assert not panel.isHidden()


def test_a_wrong_derivative_is_called_wrong(panel: ProofPanel) -> None:
    panel.show_proof(proof_of(slope=0.8), _FRAME)
    assert "wrong" in sentence(panel)


def test_a_kink_is_explained(panel: ProofPanel) -> None:
    panel.show_proof(proof_of(slope=0.0, crosses_kink=True, is_right=True), _FRAME)
    assert "kink" in sentence(panel)


def test_it_grows_old_with_the_moment_and_young_again_with_it(
    panel: ProofPanel,
) -> None:
    panel.show_proof(proof_of(), _FRAME)
    ages = []
    later = frame_of(2, 3, 1, done=(OperationKind.DELTA, 1), update=4)
    edited = frame_of(2, 3, 1, done=(OperationKind.GRADIENT, 2), update=4, seed=9)
    for frame in (_FRAME, later, _FRAME, edited, _FRAME):
        panel.keep_if_of(_KEY, frame)
        ages.append((panel.is_stale, "before" in sentence(panel)))
    assert ages == [(old, old) for old in (False, True, False, True, False)]


def test_it_goes_with_the_selection(panel: ProofPanel) -> None:
    panel.show_proof(proof_of(), _FRAME)
    panel.keep_if_of(ParameterKey(layer=1, end=2), _FRAME)
    assert panel.proof is None
    assert panel.isHidden()


def test_the_curve_and_the_tangent_are_drawn(panel: ProofPanel) -> None:
    theme = current_theme()
    panel.show_proof(proof_of(), _FRAME)
    right = plot_of(panel)
    assert has_color(right, theme.series[0])
    assert has_color(right, theme.accent)
    panel.show_proof(proof_of(slope=0.8), _FRAME)
    assert plot_of(panel) != right
    panel.keep_if_of(_KEY, None)
    old = plot_of(panel)
    assert not has_color(old, theme.series[0])
    assert not has_color(old, theme.accent)


def test_a_proof_that_comes_too_late_is_old_at_once(panel: ProofPanel) -> None:
    panel.show_proof(proof_of(), frame_of(2, 3, 1, done=UPDATED, update=7))
    assert panel.is_stale


def test_losses_that_are_not_finite_are_left_out(panel: ProofPanel) -> None:
    proof = proof_of()
    losses = proof.slice_losses.copy()
    losses[:5], losses[-5:] = np.inf, np.nan
    panel.show_proof(replace(proof, slice_losses=losses), _FRAME)
    assert has_color(plot_of(panel), current_theme().series[0])
    panel.show_proof(replace(proof, slice_losses=np.full_like(losses, np.nan)), _FRAME)
    assert not has_color(plot_of(panel), current_theme().series[0])
