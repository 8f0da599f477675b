"""A parameter's place in the flat vector is the one that the matrices show."""

import numpy as np
import pytest

from bpviz.messages import InputError
from bpviz.nn.network import Network
from bpviz.nn.parameter_key import ParameterKey
from bpviz.nn.parameters import Parameters

NETWORK = Network((3, 4, 2), ("tanh", "identity"), "squared_error")


def test_every_parameter_has_its_own_place() -> None:
    parameters = Parameters.copy_of(
        NETWORK, np.arange(NETWORK.parameter_count, dtype=np.float64)
    )
    places = []
    for layer, (fan_in, fan_out) in enumerate(NETWORK.fans(), start=1):
        for end in range(fan_out):
            for start in range(fan_in):
                place = ParameterKey(layer, end, start).position(NETWORK)
                assert parameters.weights[layer - 1][start, end] == place
                places.append(place)
            place = ParameterKey(layer, end).position(NETWORK)
            assert parameters.biases[layer - 1][end] == place
            places.append(place)
    assert sorted(places) == list(range(NETWORK.parameter_count))


@pytest.mark.parametrize(
    "key",
    [
        ParameterKey(0, 0, 0),
        ParameterKey(3, 0, 0),
        ParameterKey(1, 4, 0),
        ParameterKey(1, -1),
        ParameterKey(1, 0, 3),
        ParameterKey(2, 0, -1),
    ],
)
def test_what_is_not_there_is_refused(key: ParameterKey) -> None:
    with pytest.raises(InputError):
        key.position(NETWORK)
