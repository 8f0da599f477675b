"""Says to the process that paints what is to be painted, and finds what it painted."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bpviz.scene.colors import ColorArray
from bpviz.views.frame_parts import taken_apart
from bpviz.views.picture_messages import (
    REQUEST,
    PictureAnswer,
    PictureOrder,
    PictureTerms,
    message,
    pickled,
)
from bpviz.views.shared_pictures import (
    PICTURES,
    SharedPictures,
    create_file,
    room_for,
)

if TYPE_CHECKING:
    from bpviz.views.frame_parts import AnyArray


class PictureRequests:
    """The window's side of what the two processes share; one request at a time."""

    def __init__(self) -> None:
        self._shared: SharedPictures | None = None
        self._arrays: list[AnyArray] = []
        self._terms: PictureTerms | None = None
        self._path, self._size = "", (0, 0)
        self._has_file = False
        self._place = 0

    def request(self, order: PictureOrder) -> bytes:
        """Put an order's arrays where they are shared; return what is to be sent.

        Raises
        ------
        OSError
            If there is no room for them.
        """
        form, arrays = taken_apart(order.frame)
        terms = PictureTerms(
            form=form,
            options=order.options,
            width=order.width,
            height=order.height,
            look=order.look,
            hovered=order.hovered,
            pointer=order.pointer,
            is_in_full=order.is_in_full,
            path=self._path,
            size=self._size,
        )
        news = b""
        if terms != self._terms:
            terms = self._terms = self._agreed(terms, order.size)
            news = pickled(terms)
        for shared, array in zip(self._arrays, arrays, strict=True):
            _copy(array, shared)
        self._place = (self._place + 1) % PICTURES
        moment = order.frame.moment
        head = self._place, moment.update, moment.operation, order.frame.epoch
        return message(REQUEST.pack(*head) + news)

    def painted(self, order: PictureOrder, answer: PictureAnswer) -> ColorArray | None:
        """Return what has been painted for the last request."""
        if self._shared is None:
            return None
        if self._has_file:
            self._remove_file()  # Both have it open by now, and need its name no more.
        picture = self._shared.pictures[self._place]
        return _bundle(picture, answer) if order.is_in_full else picture

    def forget(self) -> None:
        """Let go of what is shared; what is on the screen stays until it is not."""
        self._shared = self._terms = None
        self._arrays = []
        self._remove_file()
        self._path, self._size = "", (0, 0)

    def _agreed(self, terms: PictureTerms, size: tuple[int, int]) -> PictureTerms:
        """Return terms with memory that is large enough."""
        kinds = terms.form.kinds
        shared, room = self._shared, room_for(kinds)
        if shared is None or size != self._size or room > shared.room:
            self.forget()
            shared = self._shared = self._created(size, room + room // 2)
        self._arrays = shared.arrays(kinds)
        return terms._replace(path=self._path, size=size)

    def _created(self, size: tuple[int, int], room: int) -> SharedPictures:
        path = create_file(size, room)
        self._path, self._size, self._has_file = str(path), size, True
        return SharedPictures(path, size)

    def _remove_file(self) -> None:
        if self._has_file:
            # Windows lets nobody remove what is open; then it is removed later.
            with suppress(OSError):
                Path(self._path).unlink(missing_ok=True)
                self._has_file = False


def _copy(array: "AnyArray", shared: "AnyArray") -> None:
    """Copy an array without letting go of Python's lock.

    NumPy does, to copy large ones; to get it back from the training thread takes
    longer than to copy.
    """
    if array.flags.c_contiguous and array.size:
        shared.data.cast("B")[:] = array.data.cast("B")
    else:
        np.copyto(shared, array)


def _bundle(picture: ColorArray, answer: PictureAnswer) -> ColorArray | None:
    """Return the part of a picture's memory that the faint bundle of edges fills."""
    if answer.bundle_size is None:
        return None
    width, height = answer.bundle_size
    return picture.reshape(-1)[: width * height].reshape(height, width)
