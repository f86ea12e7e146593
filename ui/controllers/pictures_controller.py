"""Pictures of the pages in sight: made one after the other off the GUI thread, few kept."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from matcher.errors import MatcherError
from ui.pdf_pages import page_picture
from ui.tasks import LatestJob


class PicturesController(QObject):
    """Keeps the pictures that are wanted now, and no others.

    Signals
    -------
    pictured
        With the number of a page, counted from 0, whose picture is ready.
    failed
        With the `MatcherError` that says why a page cannot be shown.
    """

    pictured = Signal(int)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = b""
        self._wanted: tuple[int, ...] = ()
        self._dots_per_inch = 0.0
        self._pictures: dict[int, QImage] = {}
        self._under_way: tuple[int, float] | None = None
        self._making = LatestJob(self)
        self._making.done.connect(self._take)
        self._making.failed.connect(self._give_up)

    @property
    def kept(self) -> tuple[int, ...]:
        """Numbers of the pages whose pictures are kept."""
        return tuple(sorted(self._pictures))

    def show(self, data: bytes) -> bool:
        """Let these be the pages; tell whether they are others than before."""
        is_new = data != self._data
        if is_new:
            self.forget()
            self._data = data
        return is_new

    def want(self, numbers: Sequence[int], dots_per_inch: float) -> None:
        """Ask for pictures, the most wanted first; all others are let go."""
        if dots_per_inch != self._dots_per_inch:
            self._pictures.clear()
            self._dots_per_inch = dots_per_inch
        self._wanted = tuple(numbers)
        self._pictures = {
            number: picture for number, picture in self._pictures.items() if number in numbers
        }
        self._make_next()

    def picture(self, number: int) -> QImage | None:
        """Return the picture of a page; ``None`` until it is made."""
        return self._pictures.get(number)

    def forget(self) -> None:
        """Keep nothing of the pages."""
        self._making.drop()
        self._under_way = None
        self._data = b""
        self._wanted = ()
        self._pictures.clear()

    def _make_next(self) -> None:
        if self._under_way is not None:
            return
        missing = (number for number in self._wanted if number not in self._pictures)
        number = next(missing, None)
        if number is not None:
            self._under_way = (number, self._dots_per_inch)
            self._making.start(page_picture, self._data, number, self._dots_per_inch)

    def _take(self, picture: QImage) -> None:
        assert self._under_way is not None
        number, dots_per_inch = self._under_way
        self._under_way = None
        if number in self._wanted and dots_per_inch == self._dots_per_inch:
            self._pictures[number] = picture
            self.pictured.emit(number)
        self._make_next()

    def _give_up(self, error: MatcherError) -> None:
        self._under_way = None
        self._wanted = ()
        self.failed.emit(error)
