"""What a session file keeps of a run, and a run taken up from it."""

from bpviz.training.change_check import check_log
from bpviz.training.change_log import ChangeLog
from bpviz.training.data_digest import check_digest, digest_of
from bpviz.training.history import traced_update
from bpviz.training.session_file import SavedRun
from bpviz.training.timeline import Timeline


def saved_run(timeline: Timeline) -> SavedRun:
    """Return what is kept of the run that is on."""
    history, engine = timeline.history, timeline.engine
    timeline.replay.rewind(max(traced_update(timeline.moment), 0))
    return SavedRun(
        experiment=timeline.experiment,
        moment=timeline.moment,
        first=timeline.first.flat,
        checkpoint=engine.state.block.copy(),
        checkpoint_update=engine.updates,
        recorded_updates=history.losses.updates,
        losses=history.losses.points(),
        evaluations=history.evaluations.entries(),
        log=history.log.entries,
        data_digest=digest_of(timeline.experiment.data, timeline.dataset),
    )


def restore(timeline: Timeline, saved: SavedRun) -> None:
    """Let a new timeline take up a run that was saved.

    It stands at its beginning; `go_to` leads to the saved moment.

    Raises
    ------
    InputError
        If its changes cannot have been made, or its data are others now.
    """
    check_log(saved.log, timeline.experiment, timeline.dataset)
    check_digest(saved.data_digest, timeline.experiment.data, timeline.dataset)
    history = timeline.history
    history.log = ChangeLog(history.log.settings(0), saved.log)
    history.losses.restore(saved.losses, saved.recorded_updates)
    history.evaluations.restore(saved.evaluations)
    history.checkpoints.keep(saved.checkpoint_update, saved.checkpoint)
    timeline.replay.rewind(0)
