"""Copied values can be pasted and lose nothing."""

import csv
import io

import numpy as np

from bpviz.views.curve_table import COLUMNS, curves_as_tsv
from tests.views.made_curves import NO_CURVES, class_evaluation, made_curves


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))


def test_every_value_is_there_to_the_last_digit() -> None:
    means = np.random.default_rng(1).random(3)
    evaluations = (class_evaluation(0, 0, 0.1), class_evaluation(4, 2, 1 / 3))
    curves = made_curves(means, stride=2, evaluations=evaluations, spread=0.25)
    table = rows(curves_as_tsv(curves))
    assert [row["update"] for row in table] == ["0", "1", "3", "4", "5"]
    of_batches = [row for row in table if row["batch_loss_mean"]]
    assert [float(row["batch_loss_mean"]) for row in of_batches] == means.tolist()
    assert float(table[2]["batch_loss_highest"]) == means[1] + 0.25
    assert float(table[3]["train_accuracy"]) == 1 / 3
    assert table[3]["epoch"] == "2"
    assert table[1]["train_loss"] == ""


def test_nothing_but_the_header_of_nothing() -> None:
    assert curves_as_tsv(NO_CURVES) == "\t".join(COLUMNS) + "\n"
