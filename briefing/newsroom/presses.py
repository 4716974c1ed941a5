"""Several editions printed side by side: set over the place where work runs, written and recorded here, in their order.

Workers give bytes and know no archive; what one of them cannot set costs its own edition alone.
"""

from __future__ import annotations

from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from briefing import press
from briefing.errors import PressError
from briefing.newsroom.printing import formats_to_set, print_edition, set_format, with_pictures
from briefing.workers import Here, workers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from briefing.newsroom.house import Newsroom
    from briefing.newsroom.printing import Printed, Work
    from briefing.press import Templates
    from briefing.workers import Place

    Body = tuple[bytes, Templates, str]
    Piece = tuple[Work, str]

HEAVY = "pdf"  # what is worth a process of its own: the others are set in a tenth of its time


def print_editions(newsroom: Newsroom, works: Sequence[Work]) -> Iterator[tuple[Printed, ...] | PressError]:
    """Print editions and give the files of each in order, or why it could not be printed.

    A single PDF is set here: it takes less time than workers that could set it.
    """
    works = [with_pictures(newsroom, work) for work in works]
    wanted = [(at, name) for at, work in enumerate(works) for name in formats_to_set(newsroom, work)]
    several = sum(name == HEAVY for _, name in wanted) > 1
    with workers(newsroom.settings.workers if several else "here", prepare=partial(_warm, works)) as place:
        presses = Presses(place)
        for at, name in wanted:
            presses.begin(at, (works[at], name))
        for at, work in enumerate(works):
            try:
                yield print_edition(newsroom, work, partial(presses.bring, at))
            except PressError as error:
                yield error


@dataclass(frozen=True, slots=True)
class Presses:
    """What is being set, by the number of its edition and its format."""

    place: Place
    under_way: dict[tuple[int, str], Future[Body]] = field(default_factory=dict)

    def begin(self, at: int, piece: Piece) -> None:
        """Hand a piece to the workers; where there are none, it is set when it is brought."""
        if not isinstance(self.place, Here):
            self.under_way[at, piece[1]] = self.place.submit(set_format, piece)

    def bring(self, at: int, piece: Piece) -> Body:
        """Give what was set. Raises PressError; a piece whose worker was killed is tried once more, by itself."""
        future = self.under_way.pop((at, piece[1]), None)
        if future is None:
            return set_format(piece)
        try:
            return future.result()
        except BrokenExecutor:
            return self._again(piece)

    def _again(self, piece: Piece) -> Body:
        try:
            return self.place.submit(set_format, piece).result()
        except BrokenExecutor as error:
            raise PressError(
                f"{piece[0].record.edition.audience}.{piece[1]}: the process that set it was killed, twice: is there "
                "too little memory?"
            ) from error


def _warm(works: Sequence[Work]) -> None:
    """Load what all workers need before they fork: the printer, and the sandbox that fills the pages."""
    press.page_html(press.invented(works[0].record.audience), press.gather([]), medium="print")
    press.warm()
