"""Films the window while a run goes on, without a clock: the same every time.

The run is a session of this thread, and the window is handed its reports as it is
handed those of its own worker. Nothing depends on how long anything takes: what moves
stands, in each picture, where the number of the picture says.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PyQt6.QtCore import QVariantAnimation

from bpviz.app.film.films import FilmWriter
from bpviz.app.film.pixels import pixels_of
from bpviz.app.headless import HeadlessRun
from bpviz.app.offscreen import Stage
from bpviz.app.progress import Progress
from bpviz.training.messages import Divergence
from bpviz.training.steps import operations_for

_ENDLESS_MS = 1_000_000_000
"""A motion that takes so long does not move by itself while a picture is made."""


@dataclass(frozen=True, slots=True)
class Screenplay:
    """Which pictures a film has.

    Attributes
    ----------
    updates : int
        How many are filmed.
    every : int
        Updates from one picture to the next.
    operations : int
        Pictures of every single operation; 0 for whole updates.
    """

    updates: int
    every: int
    operations: int

    def count(self, depth: int) -> int:
        """Return the number of pictures for a network of so many layers."""
        if self.operations:
            operations = len(operations_for(depth))
            return 1 + self.updates * operations * self.operations
        return 1 + -(-self.updates // self.every)


def film(
    run: HeadlessRun,
    stage: Stage,
    writer: FilmWriter,
    screenplay: Screenplay,
    progress: Progress,
) -> Divergence | None:
    """Film a run from where it stands.

    Parameters
    ----------
    run : HeadlessRun
        At its beginning.
    stage : Stage
        Whose window shows the same beginning.
    writer : FilmWriter
        Takes the pictures as they come.
    screenplay : Screenplay
        Which pictures.
    progress : Progress
        Is told how far it has come.

    Returns
    -------
    Divergence or None
        What ended the run early: the last picture shows it.
    """
    count = screenplay.count(run.opened.experiment.network.depth)
    pictures = _operations if screenplay.operations else _updates
    for done, _ in enumerate(pictures(run, stage, screenplay), start=1):
        writer.add(pixels_of(stage.picture()))
        progress.show(min(done / count, 1.0), run.words)
    return run.report.divergence


def _updates(run: HeadlessRun, stage: Stage, screenplay: Screenplay) -> Iterator[None]:
    """Have the window show every so many updates, and the last."""
    _show(run, stage)
    yield
    while run.update < screenplay.updates and run.report.divergence is None:
        run.train(min(run.update + screenplay.every, screenplay.updates))
        _show(run, stage)
        yield


def _operations(
    run: HeadlessRun, stage: Stage, screenplay: Screenplay
) -> Iterator[None]:
    """Have the window show every operation on its way, and when it is done."""
    _show(run, stage)
    yield
    while run.update < screenplay.updates:
        if run.step() is None:
            _show(run, stage, animate_ms=_ENDLESS_MS)
            for part in range(1, screenplay.operations):
                _move_to(stage, part / screenplay.operations)
                yield
        stage.window.parts.network.stop_animation()
        if run.report.divergence is not None:
            _show(run, stage)
            yield
            return
        yield


def _show(run: HeadlessRun, stage: Stage, animate_ms: int = 0) -> None:
    # The speed of the training is another one every time.
    report = replace(run.report, opened=None, samples_per_second=None)
    stage.window.show_report(report, animate_ms, is_live=False)
    stage.settle()


def _move_to(stage: Stage, share: float) -> None:
    """Put everything that moves where it is after this share of its time."""
    for motion in stage.window.findChildren(QVariantAnimation):
        if motion.state() is QVariantAnimation.State.Running:
            motion.setCurrentTime(round(share * motion.duration()))
