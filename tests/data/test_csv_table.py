"""Tables of text, and where exactly they are wrong."""

from pathlib import Path

import pytest

from bpviz.data.csv_table import CsvTable, read_csv_table
from bpviz.messages import InputError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


def read(path: Path, text: str, target: str | None = None) -> CsvTable:
    path.write_text(text, encoding="utf-8")
    return read_csv_table(path, target)


def test_with_a_header(path: Path) -> None:
    table = read(path, "height,weight,price\n1,2,3\n4,5,6\n")
    assert table.input_names == ("height", "weight")
    assert table.inputs.tolist() == [[1, 2], [4, 5]]
    assert (table.target_name, table.target_cells) == ("price", ("3", "6"))
    assert table.lines == (2, 3)


def test_without_a_header(path: Path) -> None:
    table = read(path, "5.1,3.5,setosa\n4.9,3.0,virginica\n")
    assert (table.input_names, table.target_name) == (("x1", "x2"), "y")
    assert table.inputs.tolist() == [[5.1, 3.5], [4.9, 3.0]]
    assert table.target_cells == ("setosa", "virginica")
    assert table.lines == (1, 2)


@pytest.mark.parametrize("name", ["label", "Target", "CLASS", "y"])
def test_the_target_is_found_by_its_name(path: Path, name: str) -> None:
    table = read(path, f"{name},a,b\n0,1,2\n")
    assert (table.target_name, table.target_cells) == (name, ("0",))
    assert table.input_names == ("a", "b")
    assert table.inputs.tolist() == [[1, 2]]


def test_the_target_can_be_named(path: Path) -> None:
    table = read(path, "a,b,y\n1,2,3\n", target="b")
    assert (table.input_names, table.target_cells) == (("a", "y"), ("2",))
    assert table.inputs.tolist() == [[1, 3]]


@pytest.mark.parametrize(
    ("text", "inputs", "target"),
    [
        ("a;b;c\n1,5;2;3\n", [[1.5, 2.0]], "3"),
        ("1,5;2,5;3,5\n", [[1.5, 2.5]], "3,5"),
        ("a\tb\tc\n1.5\t2\t3\n", [[1.5, 2.0]], "3"),
        ('a,b,c\n"1.5", 2 ,3\n', [[1.5, 2.0]], "3"),
        ("a,b,c\r\n1.5,2,3\r\n", [[1.5, 2.0]], "3"),
        ("\ufeffa,b,c\n1.5,2,3\n", [[1.5, 2.0]], "3"),
        ("\n\na,b,c\n\n1.5,2,3\n , ,\n\n", [[1.5, 2.0]], "3"),
        (",a,b,c\n0,1.5,2,3\n", [[1.5, 2.0]], "3"),  # pandas' row numbers
    ],
)
def test_the_forms_that_tables_come_in(
    path: Path, text: str, inputs: list[list[float]], target: str
) -> None:
    table = read(path, text)
    assert table.inputs.tolist() == inputs
    assert table.target_cells == (target,)
    assert len(table.input_names) == 2


def test_a_first_column_without_a_name_can_be_needed(path: Path) -> None:
    only_input = read(path, ",b\n7,8\n")
    assert (only_input.input_names, only_input.inputs.tolist()) == (("x1",), [[7]])
    target = read(path, ",b,c\n7,8,9\n", target="x1")
    assert (target.input_names, target.target_cells) == (("b", "c"), ("7",))


def test_a_byte_order_mark_is_no_part_of_a_name(path: Path) -> None:
    assert read(path, "\ufeffa,b\n1,2\n").input_names == ("a",)


def test_chinese_names(path: Path) -> None:
    assert read(path, "身高,体重\n1,2\n").input_names == ("身高",)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "has no table"),
        ("\n \n", "has no table"),
        ("a\n1\n", "at least two columns"),
        ("a,b\n", "header but no rows"),
        ("a,b,c\n1,2,3\n1,2\n", "line 3: 2 cells, but the first row has 3"),
        ("1,2,3\n1,2,3,4\n", "line 2: 4 cells, but the first row has 3"),
        ("a,b\n1,2\n\nred,2\n", "line 4, column 'a': 'red' is not a number"),
        ("1,2,3\n1,two,3\n", "line 2, column 'x2': 'two' is not a number"),
        ("a,b\n,2\n1,2\n", "line 2, column 'a': the cell is empty"),
        ("a,b\n1,\n", "line 2, column 'b': the cell is empty"),
        ("a,b,c\n1,2,3\n1,nan,3\n", "line 3, column 'b': 'nan' is not a number"),
        ("a,b,c\n1,-inf,3\n", "line 2, column 'b': '-inf' is not a number"),
        ("a,b,c\n1,1e999,3\n", "line 2, column 'b': 'inf' is not a number"),
        ('a,b\n"1"2,3\n', "is not a CSV file"),
        ('a,b\n"1,3\n', "is not a CSV file"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        read(path, text)


def test_an_unknown_column(path: Path) -> None:
    with pytest.raises(InputError, match="no column 'c'; it has a, b"):
        read(path, "a,b\n1,2\n", target="c")
    with pytest.raises(InputError, match="has no header, so no column is called 'c'"):
        read(path, "1,2\n1,2\n", target="c")


@pytest.mark.parametrize("encoding", ["utf-16", "gbk"])
def test_other_encodings(path: Path, encoding: str) -> None:
    path.write_text("身高,体重\n1,2\n", encoding=encoding)
    with pytest.raises(InputError, match="not text in UTF-8"):
        read_csv_table(path)


def test_files_beyond_reason(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bpviz.data.files.MAX_BYTES", 5)
    with pytest.raises(InputError, match="holds 8 bytes, more than the 5"):
        read(path, "a,b\n1,2\n")


def test_absent_file(path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read_csv_table(path)
