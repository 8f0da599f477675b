"""A run's curves as a table to paste into a spreadsheet."""

from bpviz.training.curve_points import Curves, Evaluation

COLUMNS = (
    "update",
    "epoch",
    "batch_loss_mean",
    "batch_loss_lowest",
    "batch_loss_highest",
    "train_loss",
    "test_loss",
    "train_accuracy",
    "test_accuracy",
)


def curves_as_tsv(curves: Curves) -> str:
    """Return every value of the curves, tab-separated, one update a line.

    As in the plots, what an update computes is on the line of the updates that were
    complete before it, where an evaluation of the same parameters is. An entry of the
    losses that stands for several updates is on the line of the last of them. Numbers
    are exact.
    """
    rows: dict[int, dict[str, object]] = {}
    points = curves.losses
    for k in range(len(points.mean)):
        rows[points.start + (k + 1) * points.stride - 2] = {
            "batch_loss_mean": float(points.mean[k]),
            "batch_loss_lowest": float(points.lowest[k]),
            "batch_loss_highest": float(points.highest[k]),
        }
    for evaluation in curves.evaluations:
        rows.setdefault(evaluation.update, {}).update(_cells(evaluation))
    lines = ["\t".join(COLUMNS)]
    for update in sorted(rows):
        cells = {"update": update} | rows[update]
        lines.append("\t".join(str(cells.get(column, "")) for column in COLUMNS))
    return "\n".join(lines) + "\n"


def _cells(evaluation: Evaluation) -> dict[str, object]:
    values = {
        "epoch": evaluation.epoch,
        "train_loss": evaluation.train_loss,
        "test_loss": evaluation.test_loss,
        "train_accuracy": evaluation.train_accuracy,
        "test_accuracy": evaluation.test_accuracy,
    }
    return {name: value for name, value in values.items() if value is not None}
