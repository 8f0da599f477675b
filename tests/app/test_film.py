"""Films: a GIF written picture by picture is what went into it."""

import io
import struct
from itertools import pairwise

import numpy as np
import pytest

from bpviz.app.film.gif import GifWriter
from bpviz.app.film.pixels import Pixels

Image = pytest.importorskip("PIL.Image", reason="Pillow comes with the extra 'record'")

SIZE = (61, 40)


def written(pictures: list[Pixels], fps: int = 20) -> bytes:
    stream = io.BytesIO()
    with GifWriter(stream, SIZE, fps) as writer:
        for picture in pictures:
            writer.add(picture)
    return stream.getvalue()


def read(content: bytes) -> tuple[list[Pixels], list[int]]:
    """Return the pictures that a viewer shows, and for how many ms each."""
    pictures, durations = [], []
    with Image.open(io.BytesIO(content)) as film:
        assert film.size == SIZE
        assert film.info["loop"] == 0
        for number in range(film.n_frames):
            film.seek(number)
            pictures.append(np.asarray(film.convert("RGB")))
            durations.append(film.info["duration"])
    return pictures, durations


def blank() -> Pixels:
    picture = np.full((SIZE[1], SIZE[0], 3), 246, np.uint8)
    picture[5:9, 7:20] = (12, 99, 201)
    return picture


def test_few_colours_come_back_exactly() -> None:
    pictures = [blank()]
    for number in range(1, 6):
        picture = pictures[-1].copy()
        picture[10 + number, 3 * number : 4 * number + 2] = (number, 200, 7 * number)
        pictures.append(picture)
    found, durations = read(written(pictures))
    assert len(found) == 6
    for picture, shown in zip(pictures, found, strict=True):
        assert np.array_equal(picture, shown)
    assert durations == [50, 50, 50, 50, 50, 1550]


def test_only_what_has_changed_is_written() -> None:
    pictures = [blank(), blank()]
    pictures[1][20, 30] = (1, 2, 3)
    content = written(pictures)
    at = content.rindex(struct.pack("<BHHHH", 0x2C, 30, 20, 1, 1))
    assert at > len(written(pictures[:1])) - 1
    assert np.array_equal(read(content)[0][1], pictures[1])


def test_many_colours_come_back_nearly_and_what_stays_does_not_flicker() -> None:
    rng = np.random.default_rng(0)
    pictures = [rng.integers(0, 256, (SIZE[1], SIZE[0], 3)).astype(np.uint8)]
    pictures[0][:, 40:] = 246
    for _ in range(3):
        picture = pictures[-1].copy()
        picture[:, 10:30] = rng.integers(0, 256, (SIZE[1], 20, 3))
        pictures.append(picture)
    found, _ = read(written(pictures))
    for picture, shown in zip(pictures, found, strict=True):
        difference = np.abs(picture.astype(int) - shown)
        assert difference.mean() < 12
        assert not difference[:, 40:].any()
    for before, after in pairwise(found):
        assert np.array_equal(before[:, :10], after[:, :10])
        assert np.array_equal(before[:, 30:], after[:, 30:])


def test_a_picture_that_looks_like_the_last_lasts_longer() -> None:
    other = blank()
    other[0, 0] = 0
    found, durations = read(written([blank(), blank(), blank(), other, other]))
    assert len(found) == 2
    assert durations == [150, 1600]


def test_times_do_not_drift() -> None:
    """Thirty pictures a second take 3 1/3 hundredths each."""
    pictures = []
    for number in range(31):
        picture = blank()
        picture[0, number] = 0
        pictures.append(picture)
    _, durations = read(written(pictures, fps=30))
    assert sum(durations[:30]) == 1000
    assert set(durations[:30]) == {30, 40}


def test_a_film_that_failed_is_left_as_it_is() -> None:
    stream = io.BytesIO()

    def fail() -> None:
        with GifWriter(stream, SIZE, 20) as writer:
            writer.add(blank())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not stream.getvalue().endswith(b"\x3b")


def test_no_more_than_two_pictures_are_kept() -> None:
    """What a film takes does not grow with its length."""
    import tracemalloc

    def peak(count: int) -> int:
        tracemalloc.start()
        with GifWriter(io.BytesIO(), SIZE, 20) as writer:
            for number in range(count):
                picture = blank()
                picture[0, number % SIZE[0]] = number % 251
                writer.add(picture)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(2)
    assert peak(120) < peak(10) + 60 * SIZE[0] * SIZE[1] * 3
