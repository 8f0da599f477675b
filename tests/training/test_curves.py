"""Curves keep their extremes and their size, however many updates there are."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import override

from bpviz.nn.arrays import Array
from bpviz.training import curves
from bpviz.training.curve_points import Evaluation, LossPoints
from bpviz.training.curves import EvaluationRecorder, LossRecorder, published
from tests.nn.effort import cases

FEW = 8
"""Entries of a recorder in these tests, so that it halves soon."""

chunks = st.lists(st.integers(1, 30), max_size=25)


def plain(losses: Array, most: int) -> tuple[int, list[list[float]]]:
    """Return the stride, and lowest, highest and mean of each stretch."""
    stride = 1
    while len(losses) > most * stride:
        stride *= 2
    stretches = [
        losses[start : start + stride] for start in range(0, len(losses), stride)
    ]
    return stride, [
        [stretch.min() for stretch in stretches],
        [stretch.max() for stretch in stretches],
        [sum(stretch) / len(stretch) for stretch in stretches],
    ]


def assert_shows(points: LossPoints, losses: Array, most: int) -> None:
    stride, (lowest, highest, mean) = plain(losses, most)
    assert (points.start, points.stride) == (1, stride)
    assert points.lowest.tolist() == lowest
    assert points.highest.tolist() == highest
    np.testing.assert_allclose(points.mean, mean, rtol=1e-12)
    assert len(points.mean) <= most


@given(sizes=chunks, overlap=st.integers(0, 40), seed=st.integers(0, 1000))
@settings(max_examples=cases(100))
def test_losses_are_what_a_plain_list_would_show(
    sizes: list[int], overlap: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    losses = rng.exponential(size=sum(sizes))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(curves, "LOSS_ENTRIES", FEW)
        recorder = LossRecorder()
        stop = 0
        for size in sizes:
            # Some updates are made again when a moment is visited again.
            start = max(0, stop - overlap)
            stop += size
            recorder.append(start, losses[start:stop])
            assert recorder.updates == stop
            assert_shows(recorder.points(), losses[:stop], FEW)


@given(sizes=chunks, cut=st.integers(0, 25), seed=st.integers(0, 1000))
@settings(max_examples=cases(50))
def test_a_restored_curve_goes_on_like_the_first(
    sizes: list[int], cut: int, seed: int
) -> None:
    losses = np.random.default_rng(seed).exponential(size=sum(sizes))
    before = sum(sizes[:cut])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(curves, "LOSS_ENTRIES", FEW)
        recorder, other = LossRecorder(), LossRecorder()
        recorder.append(0, losses[:before])
        other.restore(recorder.points(), recorder.updates)
        assert_shows(other.points(), losses[:before], FEW)
        other.append(before, losses[before:])
        assert_shows(other.points(), losses, FEW)


def test_a_long_run_takes_no_more_memory_than_a_short_one() -> None:
    recorder = LossRecorder()
    size = recorder._entries.nbytes
    losses = np.linspace(5.0, 1.0, 100_000, dtype=np.float32)
    for start in range(0, 1_000_000, len(losses)):
        recorder.append(start, losses)
        assert len(recorder.points().mean) <= curves.LOSS_ENTRIES
    assert recorder._entries.nbytes == size
    assert recorder.updates == 1_000_000
    points = recorder.points()
    assert points.lowest.min() == 1.0
    assert points.highest.max() == 5.0


def test_a_single_outlier_is_never_lost() -> None:
    recorder = LossRecorder()
    losses = np.ones(300_000)
    losses[123_456], losses[200_001] = 99.0, -99.0
    recorder.append(0, losses)
    points = recorder.points()
    assert points.stride == 128
    assert points.highest[123_456 // 128] == 99.0
    assert points.lowest[200_001 // 128] == -99.0
    assert np.count_nonzero(points.highest > 1) == np.count_nonzero(points.lowest < 1)


class PlainRecorder(LossRecorder):
    """Counts which entry each loss belongs to, one after the other."""

    @override
    def _fill(self, losses: npt.NDArray[np.float64]) -> None:
        lowest, highest, total, count = self._entries
        places = (self.updates + np.arange(len(losses))) // self._stride
        entries, starts = np.unique(places, return_index=True)
        opened = count[entries] == 0
        with np.errstate(invalid="ignore", over="ignore"):
            low = np.minimum.reduceat(losses, starts)
            high = np.maximum.reduceat(losses, starts)
            total[entries] += np.add.reduceat(losses, starts)
            lowest[entries] = np.where(opened, low, np.minimum(lowest[entries], low))
            highest[entries] = np.where(
                opened, high, np.maximum(highest[entries], high)
            )
        count[entries] += np.diff(starts, append=len(losses))
        self.updates += len(losses)


odd_losses = st.sampled_from([0.0, -0.0, 1.0, 1e-300, 1e300, np.inf, np.nan, 0.1, 0.3])


@given(st.lists(st.lists(odd_losses, min_size=1, max_size=40), max_size=20))
@settings(max_examples=cases(200))
def test_every_bit_is_that_of_the_plain_way_to_count(
    blocks: list[list[float]],
) -> None:
    with pytest.MonkeyPatch.context() as patch, np.errstate(all="ignore"):
        patch.setattr(curves, "LOSS_ENTRIES", FEW)
        recorder, plain_one = LossRecorder(), PlainRecorder()
        for block in blocks:
            for one in (recorder, plain_one):
                one.append(one.updates, np.array(block))
            assert recorder._entries.tobytes() == plain_one._entries.tobytes()
            assert recorder.points().stride == plain_one.points().stride


def test_published_points_do_not_change() -> None:
    recorder = LossRecorder()
    recorder.append(0, np.array([1.0, 2.0]))
    points = recorder.points()
    recorder.append(2, np.array([3.0]))
    assert points.mean.tolist() == [1.0, 2.0]
    for array in (points.lowest, points.highest, points.mean):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_an_empty_curve() -> None:
    points = LossRecorder().points()
    assert (points.start, points.stride, len(points.mean)) == (1, 1, 0)


UPDATES_PER_EPOCH = 10


def evaluation(update: int) -> Evaluation:
    epoch = update // UPDATES_PER_EPOCH
    return Evaluation(update, epoch, 1.0 / (1 + update), None, None, None)


def reach(recorder: EvaluationRecorder, epoch: int) -> None:
    """Do what a timeline does at the beginning of an epoch."""
    update = epoch * UPDATES_PER_EPOCH
    if recorder.wants(epoch, update):
        recorder.append(evaluation(update))


def updates_of(recorder: EvaluationRecorder) -> list[int]:
    return [entry.update for entry in recorder.entries()]


def test_every_epoch_is_kept_while_there_is_room() -> None:
    recorder = EvaluationRecorder()
    for epoch in range(50):
        reach(recorder, epoch)
        reach(recorder, epoch)
    assert updates_of(recorder) == list(range(0, 500, UPDATES_PER_EPOCH))


def test_epochs_that_were_passed_are_not_wanted_again() -> None:
    recorder = EvaluationRecorder()
    for epoch in (0, 1, 2, 3):
        reach(recorder, epoch)
    assert not any(recorder.wants(epoch, epoch * 10) for epoch in (0, 1, 2, 3))
    assert recorder.wants(4, 40)


def test_long_runs_are_thinned_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curves, "EVALUATIONS", FEW)
    recorder = EvaluationRecorder()
    for epoch in range(200):
        reach(recorder, epoch)
        kept = [update // UPDATES_PER_EPOCH for update in updates_of(recorder)]
        assert len(kept) <= FEW
        assert kept[0] == 0
        gaps = {second - first for first, second in pairwise(kept)}
        assert len(gaps) <= 1
        assert all(gap.bit_count() == 1 for gap in gaps)


@given(
    st.lists(st.tuples(st.sampled_from([1, 2, 8, 25]), st.integers(1, 20)), max_size=8),
    st.integers(0, 60),
)
@settings(max_examples=cases(100))
def test_evaluations_asked_for_in_between_stay_bounded(
    bursts: list[tuple[int, int]], restored_after: int
) -> None:
    """People ask for evaluations in the middle of an epoch as often as they like."""
    strides = [stride for stride, times in bursts for _ in range(times)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(curves, "EVALUATIONS", FEW)
        recorder = EvaluationRecorder()
        update = 0
        for number, stride in enumerate(strides):
            for made in range(update, update + stride):
                if made % UPDATES_PER_EPOCH == 0:
                    reach(recorder, made // UPDATES_PER_EPOCH)
            update += stride
            recorder.append(evaluation(update))
            if number == restored_after:
                entries = recorder.entries()
                recorder = EvaluationRecorder()
                recorder.restore(entries)
            kept = updates_of(recorder)
            assert len(kept) <= FEW
            assert kept == sorted(set(kept))
            assert kept[0] == 0


@pytest.mark.parametrize("epochs", [1, 2, 7, 8, 9, 20, 100])
def test_restored_evaluations_go_on_as_sparsely(
    epochs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curves, "EVALUATIONS", FEW)
    recorder, other = EvaluationRecorder(), EvaluationRecorder()
    for epoch in range(epochs):
        reach(recorder, epoch)
    other.restore(recorder.entries())
    for epoch in range(epochs, epochs + 50):
        reach(recorder, epoch)
        reach(other, epoch)
        if recorder.entries()[-1].epoch > epochs and epochs > 2:
            assert other.entries() == recorder.entries()


def test_both_are_published_together() -> None:
    losses, evaluations = LossRecorder(), EvaluationRecorder()
    losses.append(0, np.array([1.0]))
    evaluations.append(evaluation(0))
    shown = published(losses, evaluations)
    assert shown.losses.mean.tolist() == [1.0]
    assert shown.evaluations == (evaluation(0),)
