"""``NAME=VALUE``: numbers and JSON lists, nothing else."""

import pytest

from bpviz.app.graph_values import read_values
from bpviz.app.parser import UsageError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("x=1", 1.0),
        ("x=-1e-3", -0.001),
        ("x=.5", 0.5),
        ("x= 2 ", 2.0),
        ("x =2", 2.0),
        ("x=[1, -2.5]", [1.0, -2.5]),
        ("x=[[1,2],[3,4]]", [[1.0, 2.0], [3.0, 4.0]]),
        ("x=[[1]]", [[1.0]]),
    ],
)
def test_values(text: str, value: object) -> None:
    assert read_values([text]) == {"x": value}


def test_names_are_spelled_as_in_expressions() -> None:
    assert read_values(["ﬁ=1", "苹果=2", "x_1=3"]) == {"fi": 1, "苹果": 2, "x_1": 3}


@pytest.mark.parametrize("text", ["x", "=1", "1x=2", "a b=2", "a*b=2", "[1]=2", ""])
def test_what_is_no_name(text: str) -> None:
    with pytest.raises(UsageError, match="expected NAME=VALUE"):
        read_values([text])


@pytest.mark.parametrize(
    "value",
    [
        *("", "nan", "inf", "-inf", "1e999", "x", "1,2", "[]", "[[]]", "[[1,2],[3]]"),
        *("[1,[2]]", "[[1],2]", "[true]", '["1"]', "[null]", "[NaN]", "[1e999]", "{}"),
        *("[[[1]]]", "[1" + "0" * 400 + "]", "[" * 5000, "true", '"1"', "[1,]"),
    ],
)
def test_what_is_no_value(value: str) -> None:
    with pytest.raises(UsageError, match="x must be a"):
        read_values([f"x={value}"])


def test_two_values_for_one_name() -> None:
    with pytest.raises(UsageError, match="fi has two values"):
        read_values(["fi=1", "ﬁ=2"])
