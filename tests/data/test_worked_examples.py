"""Single samples have the published numbers and the right shapes."""

from bpviz.data.dataset import Picture
from bpviz.data.worked_examples import chain, mazur


def test_mazur_has_the_published_numbers() -> None:
    samples = mazur().train
    assert samples.inputs.tolist() == [[0.05, 0.10]]
    assert samples.targets.tolist() == [[0.01, 0.99]]
    assert mazur().input_names == ("i1", "i2")


def test_chain_is_one_sample_of_one_number() -> None:
    dataset = chain()
    assert dataset.train.inputs.shape == dataset.train.targets.shape == (1, 1)
    assert dataset.picture is Picture.CURVE
    assert dataset.probe is not None
    assert dataset.probe.shape == (len(dataset.probe_axes[0]), 1)


def test_no_factor_of_the_chain_hides() -> None:
    samples = chain().train
    for number in (samples.inputs.item(), samples.targets.item()):
        assert number not in (0.0, 1.0)
