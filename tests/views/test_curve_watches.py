"""What is watched is drawn in a plot of its own, over the same updates."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from bpviz.look.theme import DARK, LIGHT
from bpviz.look.watch_words import watch_color, watch_dashes
from bpviz.training.watches import Watch, WatchQuantity
from bpviz.views.curve_plot import CurvePlot
from bpviz.views.curves_panel import CurvesPanel
from bpviz.views.legend import Legend
from bpviz.views.plot_area import PlotArea
from bpviz.views.readout import Readout
from tests.views.made_curves import made_curves, made_watch
from tests.views.seen import curves, point, shows, turn_wheel

WEIGHT = Watch(WatchQuantity.WEIGHT, 1, 1, 2)
NORM = Watch(WatchQuantity.GRADIENT_NORM, 0)
UPDATES = np.arange(100.0)
SIGNED = np.cos(UPDATES / 30)
POSITIVE = np.geomspace(1.0, 1e-4, 100)


@pytest.fixture
def panel(qtbot: QtBot) -> CurvesPanel:
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 260)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_curves(made_curves(np.linspace(2.0, 0.5, 100)))
    return panel


def plots(panel: CurvesPanel) -> list[PlotArea]:
    return [plot.area for plot in panel.findChildren(CurvePlot) if plot.isVisible()]


def test_there_is_a_plot_as_long_as_something_is_watched(panel: CurvesPanel) -> None:
    assert len(plots(panel)) == 1
    panel.show_watches((made_watch(WEIGHT, SIGNED), made_watch(NORM, POSITIVE)))
    loss, watched = plots(panel)
    assert shows(curves(watched), UPDATES, SIGNED)
    assert shows(curves(watched), UPDATES, POSITIVE)
    assert (loss.view.left, loss.view.right) == pytest.approx(
        (watched.view.left, watched.view.right), abs=2
    )
    panel.show_watches(())
    assert len(plots(panel)) == 1


def test_a_value_stands_where_the_parameters_of_its_update_do(
    panel: CurvesPanel,
) -> None:
    panel.show_watches((made_watch(WEIGHT, [5.0, 6.0], stride=4),))
    assert shows(curves(plots(panel)[1]), [1.5, 5.5], [5.0, 6.0])


def test_one_that_is_watched_no_longer_leaves_no_line(panel: CurvesPanel) -> None:
    panel.show_watches((made_watch(WEIGHT, SIGNED), made_watch(NORM, POSITIVE)))
    panel.show_watches((made_watch(NORM, POSITIVE),))
    watched = plots(panel)[1]
    assert shows(curves(watched), UPDATES, POSITIVE)
    assert not shows(curves(watched), UPDATES, SIGNED)


def test_the_legend_names_watches_and_counts_the_rest(panel: CurvesPanel) -> None:
    panel.show_watches((made_watch(WEIGHT, SIGNED), made_watch(NORM, POSITIVE)))
    texts = panel.findChildren(Legend)[0].texts
    assert texts == ["batch", "w 3→2 of layer 1", "norm of ∂L/∂w, all layers"]
    panel.show_watches(
        tuple(made_watch(Watch(WatchQuantity.BIAS, 1, k), SIGNED) for k in range(16))
    )
    assert panel.findChildren(Legend)[0].texts[-1] == "12 more"


def test_hovering_tells_values_where_there_are_any(panel: CurvesPanel) -> None:
    means = SIGNED.copy()
    means[40:60] = np.nan
    panel.show_watches((made_watch(WEIGHT, means), made_watch(NORM, POSITIVE)))
    watched = plots(panel)[1]

    def read(update: float) -> str:
        point(watched, watched.pixel_at(update, watched.view.bottom / 2).toPoint())
        (text,) = (r.text() for r in watched.findChildren(Readout) if r.isVisible())
        return text

    assert "0.5403" in read(30.0)
    assert "NaN" not in read(50.0)


def test_only_what_is_positive_has_a_logarithmic_axis(panel: CurvesPanel) -> None:
    panel._menu.log.setChecked(True)
    panel.show_watches((made_watch(NORM, POSITIVE),))
    assert shows(curves(plots(panel)[1]), UPDATES, np.log10(POSITIVE))
    panel.show_watches((made_watch(NORM, POSITIVE), made_watch(WEIGHT, SIGNED)))
    assert shows(curves(plots(panel)[1]), UPDATES, POSITIVE)


def test_it_shows_the_same_updates_as_the_loss(panel: CurvesPanel) -> None:
    panel.show_watches((made_watch(WEIGHT, SIGNED),))
    loss, watched = plots(panel)
    turn_wheel(watched, watched.pixel_at(50.0, 0.0), 4)
    assert loss.view.width == pytest.approx(watched.view.width)
    assert loss.view.width < 80


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_sixteen_watches_can_be_told_apart(theme: object) -> None:
    looks = {(watch_color(k, theme), watch_dashes(k)) for k in range(16)}  # type: ignore[arg-type]
    assert len(looks) == 16


def test_a_curve_that_lacks_the_beginning_says_where_it_begins(
    panel: CurvesPanel,
) -> None:
    late = np.where(UPDATES < 40, np.nan, SIGNED)
    panel.show_watches(
        (made_watch(WEIGHT, late, stride=100), made_watch(NORM, POSITIVE))
    )
    legend = panel.findChild(Legend)
    assert legend is not None
    assert legend.texts[-2].endswith("layer 1, from update 4,001 on")
    assert "from update" not in legend.texts[-1]
