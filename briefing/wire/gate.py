"""The gate: a page or a picture is asked for only where its host's robots.txt, asked first, admits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.wire import robots
from briefing.wire.journey import Journey
from briefing.wire.transfer import Unheard

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from briefing.wire.manners import Manners
    from briefing.wire.robots import Rules
    from briefing.wire.transfer import Answer


class Gate:
    """Lets journeys out, keeps those waiting whose host's rules are not known yet; what is learnt is added to `rules`."""

    def __init__(self, manners: Manners, clock: Callable[[], dt.datetime], rules: dict[str, Rules]) -> None:
        self._manners = manners
        self._clock = clock
        self._rules = rules
        self._waiting: dict[str, list[Journey]] = {}
        self._refused: list[tuple[Journey, Unheard]] = []

    def admitted(self, journey: Journey) -> list[Journey]:
        """Let a journey set out, wait for its host's rules, or end here."""
        call = journey.call(self._manners)
        if isinstance(call, Unheard):
            self._refused.append((journey, call))
            return []
        host = robots.host_of(journey.url)
        rules = self._rules.get(host)
        if rules is None or rules.stale(self._clock()):
            first = host not in self._waiting
            self._waiting.setdefault(host, []).append(journey)
            return [Journey(host, f"{host}/robots.txt", "text/plain, */*;q=0.5", robots.MOST)] if first else []
        if rules.admits(journey.url):
            return [journey]
        why = "robots.txt of its host could not be had" if rules.closed else "its host asks programs to leave it alone"
        self._refused.append((journey, Unheard(why)))
        return []

    def ruled(self, host: str, came: Answer | Unheard) -> list[Journey]:
        """Take what came of asking a host for its rules; give the journeys that they let out."""
        answer = came.answer if isinstance(came, Unheard) else came
        if answer is None:  # who cannot be reached for the rules cannot be reached for the page
            self._refused += [(journey, came) for journey in self._waiting.pop(host, []) if isinstance(came, Unheard)]
            return []
        self._rules[host] = robots.rules(host, answer, self._clock())
        return [one for journey in self._waiting.pop(host, []) for one in self.admitted(journey)]

    def refused(self) -> list[tuple[Journey, Unheard]]:
        """Give the journeys that ended at the gate since this was asked last, and why."""
        found, self._refused = self._refused, []
        return found
