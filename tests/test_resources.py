"""Assets are found in a checkout, in a wheel, and never in somebody else's folder."""

import hashlib
from pathlib import Path

import pytest

from bpviz import resources
from bpviz.messages import InputError
from bpviz.resources import asset


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package of its own, with its assets inside it."""
    folder = tmp_path / "site" / "bpviz"
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / "a.txt").write_text("inside")
    monkeypatch.setattr(resources, "_PACKAGE", folder)
    return folder


def put_assets_beside(package: Path) -> None:
    (package.parent / "assets").mkdir()
    (package.parent / "assets" / "a.txt").write_text("beside")


def test_a_wheel_carries_the_assets_inside_the_package(package: Path) -> None:
    assert asset("a.txt") == package / "assets" / "a.txt"


def test_a_checkout_wins_over_a_stale_copy_inside_the_package(package: Path) -> None:
    put_assets_beside(package)
    (package.parent / "pyproject.toml").touch()
    assert asset("a.txt").read_text() == "beside"


def test_assets_of_another_package_are_not_ours(package: Path) -> None:
    put_assets_beside(package)
    assert asset("a.txt").read_text() == "inside"


def test_a_missing_asset_is_a_clear_sentence(package: Path) -> None:
    with pytest.raises(InputError) as caught:
        asset("icons", "none.svg")
    assert str(package / "assets" / "icons" / "none.svg") in str(caught.value)
    assert "install bpviz again" in str(caught.value)


def test_every_kind_of_asset_is_there_with_its_licence() -> None:
    for parts in (
        ("mnist", "LICENSE.txt"),
        ("fonts", "OFL.txt"),
        ("fonts", "bpviz-sans-sc.ttf"),
        ("icons", "LICENSE-lucide.txt"),
        ("icons", "bpviz.svg"),
        ("i18n", "bpviz_zh_CN.ts"),
    ):
        assert asset(*parts).stat().st_size > 0


def test_mnist_is_the_original_byte_for_byte() -> None:
    lines = asset("mnist", "LICENSE.txt").read_text().splitlines()
    pinned = [line.split() for line in lines if line.endswith(".gz")]
    assert [name for _, name in pinned] == [
        "train-images-idx3-ubyte.gz",
        "train-labels-idx1-ubyte.gz",
        "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz",
    ]
    for checksum, name in pinned:
        content = asset("mnist", name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == checksum
