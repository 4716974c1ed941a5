"""Looking at pictures: each address once, robots first, and what came is made into plates by workers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.bench import Piece
from briefing.model import Looking
from briefing.wire.gate import Gate
from briefing.wire.journey import Journey
from briefing.wire.plates import Developed, PictureBody, develop, is_furniture
from briefing.wire.transfer import Answer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from briefing.wire.manners import Manners, PictureAsk
    from briefing.wire.robots import Rules

    Taken = tuple[list[Journey], Piece | None, list[Looking]]

# No SVG: it is a program, and we print none.
ACCEPT_PICTURE = "image/jpeg, image/avif;q=0.9, image/webp;q=0.9, image/png;q=0.8, image/gif;q=0.5"


class Pictures:
    """Pictures that are being looked at: `begin` gives the first journeys, `take` what follows from each that ended."""

    def __init__(
        self, asks: Sequence[PictureAsk], manners: Manners, clock: Callable[[], dt.datetime], rules: dict[str, Rules]
    ) -> None:
        self._manners = manners
        self._clock = clock
        self._gate = Gate(manners, clock, rules)
        self._wanted = list(dict.fromkeys(asks))

    def begin(self) -> list[Journey]:
        """Give the journeys to set out on."""
        most = self._manners.picture_bytes
        asked = [ask for ask in self._wanted if not is_furniture(ask.url)]
        sent = [Journey(ask, ask.url, ACCEPT_PICTURE, most, guarded=True) for ask in asked]
        return [one for journey in sent for one in self._gate.admitted(journey)]

    def take(self, journey: Journey, came: Any) -> Taken:  # noqa: ANN401 - an answer, plates, or why there is neither
        """Take what a journey came to: journeys that follow from it, work to be done, what is known of pictures now."""
        onward: list[Journey] = []
        work: Piece | None = None
        known: list[tuple[Journey, Developed]] = []
        if isinstance(journey.about, str):
            onward = self._gate.ruled(journey.about, came)
        elif isinstance(came, Journey):
            onward = self._gate.admitted(came)
        elif isinstance(came, Answer):
            work = Piece(journey, develop, PictureBody(body=came.body))
        elif isinstance(came, Developed):
            known.append((journey, came))
        else:  # what killed its worker says nothing itself
            known.append((journey, Developed(cause=str(came or "the picture could not be read"))))
        known += [(refused, Developed(cause=str(why))) for refused, why in self._gate.refused()]
        return onward, work, [self._looking(one.about, result) for one, result in known]

    def unseen(self, cause: str) -> list[Looking]:
        """Give a cause for every picture that nobody waits for any more: its site's own, or that time was up."""
        refused = [self._looking(one.about, Developed(cause=str(why))) for one, why in self._gate.refused()]
        own = Developed(cause="by its name the picture is its site's own")
        late = Developed(cause=cause)
        return refused + [self._looking(ask, own if is_furniture(ask.url) else late) for ask in tuple(self._wanted)]

    def _looking(self, ask: PictureAsk, result: Developed) -> Looking:
        self._wanted.remove(ask)
        return Looking(url=ask.url, at=self._clock(), plates=result.plates, bodies=result.bodies, cause=result.cause)
