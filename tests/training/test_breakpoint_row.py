"""The sample that a breakpoint was met by is the one that is shown."""

from dataclasses import replace

from bpviz.data.order import BatchOrder
from bpviz.nn.optimizers import Hyperparameters
from bpviz.training.breakpoint_row import row_of
from bpviz.training.conditions import LossCondition, SampleComes, WrongAnswer
from tests.training.experiments import classification
from tests.training.traces import traces_of

BATCHES = replace(
    classification(1, BatchOrder.SHUFFLED, Hyperparameters("sgd", 0.5)), batch_size=5
)


def test_it_is_the_first_row_that_meets_the_condition() -> None:
    for trace in traces_of(BATCHES, 40):
        wrong = (trace.activations[-1] >= 0.5) != (trace.targets == 1)
        row = row_of(WrongAnswer(), trace)
        assert (row is None) == (not wrong.any())
        if row is not None:
            assert wrong[row]
            assert not wrong[:row].any()
        assert row_of(SampleComes(int(trace.samples[3])), trace) == 3
        assert row_of(LossCondition(is_above=True, value=0.0), trace) is None
