"""Reads what the window asks for, in the process that paints."""

import pickle
from pathlib import Path

from bpviz.nn.arrays import frozen
from bpviz.scene.colors import ColorArray
from bpviz.training.steps import Moment
from bpviz.views.frame_parts import AnyArray, put_together
from bpviz.views.picture_messages import REQUEST, PictureOrder, PictureTerms
from bpviz.views.shared_pictures import SharedPictures


class PictureReader:
    """Remembers the terms, and shares memory with the window."""

    def __init__(self) -> None:
        self._terms: PictureTerms | None = None
        self._path = ""
        self._shared: SharedPictures | None = None
        self._arrays: list[AnyArray] = []

    def read(self, request: bytes) -> tuple[PictureOrder, ColorArray]:
        """Return what is asked for, and where it is to be painted.

        The numbers of the order stay as they are until the next request.
        """
        place, update, operation, epoch = REQUEST.unpack_from(request)
        terms, shared = self._agreed(request[REQUEST.size :])
        order = PictureOrder(
            put_together(terms.form, Moment(update, operation), epoch, self._arrays),
            terms.options,
            terms.width,
            terms.height,
            terms.look,
            terms.hovered,
            terms.pointer,
            terms.is_in_full,
        )
        return order, shared.pictures[place]

    def _agreed(self, news: bytes) -> tuple[PictureTerms, SharedPictures]:
        """Return the terms, which may be new ones, and the memory that is shared."""
        terms, shared = self._terms, self._shared
        if news:
            terms = self._terms = pickle.loads(news)
            if shared is None or terms.path != self._path:
                self._path = terms.path
                shared = self._shared = SharedPictures(Path(terms.path), terms.size)
            self._arrays = [frozen(array) for array in shared.arrays(terms.form.kinds)]
        if terms is None or shared is None:
            raise ValueError("the first request has to bring the terms")
        return terms, shared
