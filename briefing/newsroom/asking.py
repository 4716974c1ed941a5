"""Asking a language model, where an audience wants one: what is not recorded is asked, within its time, and recorded.

Nothing here may keep an edition from coming out: who does not answer in time has not answered, and that is recorded
like an answer, so that the edition can be made again without asking anyone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import archive, config, desk, identity
from briefing.config import ModelSummarizer
from briefing.errors import UserError
from briefing.model import Answer
from briefing.newsroom.house import today
from briefing.summarizers import Service, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.config import Settings
    from briefing.model import Record, Snapshot, Wanted
    from briefing.newsroom.house import Newsroom

LACK = dt.timedelta(minutes=30)  # after which today's edition asks again what was not answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """What may be done to get answers: whether anybody may be asked, all of it `again`, and what was known `until` when.

    `strict` makes a summarizer that cannot be used a mistake, as for a person who can mend it; else it has not answered.
    """

    ask: bool
    again: bool = False
    strict: bool = True
    until: dt.datetime | None = None


def answers(newsroom: Newsroom, snapshot: Snapshot, leave: Leave) -> tuple[Answer, ...]:
    """Give the answers for an edition: those that are recorded, and new ones where it may ask.

    A lack of an answer stands like an answer; but today's edition asks once more after a while. Where all is asked again,
    a new answer goes before the old one, and the lack of a new one does not.
    """
    wanted = desk.wanted(snapshot)
    if not wanted:
        return ()
    recorded = archive.answers_to(newsroom.archive, [item.digest for item in wanted])
    known = best(answer for answer in recorded if leave.until is None or answer.at <= leave.until)
    summarizer = newsroom.settings.summarizers.get(snapshot.audience.name)
    if leave.ask and isinstance(summarizer, ModelSummarizer) and summarizer.model == snapshot.audience.model:
        now = newsroom.clock()
        since = now - LACK if snapshot.date == today(snapshot.audience, now) else None
        first = wanted[: summarizer.max_stories]
        asked = [item for item in first if leave.again or _is_open(known.get(item.digest), since)]
        known = best([*known.values(), *_obtained(newsroom, summarizer, asked, strict=leave.strict)])
    return tuple(known[item.digest] for item in wanted if item.digest in known)


def remembered(newsroom: Newsroom, record: Record, snapshot: Snapshot) -> tuple[Answer, ...]:
    """Give the very answers that an edition was made from; nobody is asked."""
    wanted, used = desk.wanted(snapshot), frozenset(record.used)
    recorded = archive.answers_to(newsroom.archive, [item.digest for item in wanted])
    return tuple(answer for answer in recorded if identity.digest(answer) in used)


def best(recorded: Iterable[Answer]) -> dict[str, Answer]:
    """Choose one of several answers to the same: the latest, but any answer before the lack of one."""
    chosen: dict[str, Answer] = {}
    for answer in recorded:
        standing = chosen.get(answer.wanted)
        if standing is None or desk.lack(standing) or not desk.lack(answer):
            chosen[answer.wanted] = answer
    return chosen


def missing_summarizers(settings: Settings) -> tuple[str, ...]:
    """Say which summarizers a feeds.yaml asks for and are not installed."""
    found = []
    for summarizer in settings.summarizers.values():
        if isinstance(summarizer, ModelSummarizer):
            try:
                line_of(summarizer.through)
            except UserError as error:
                found.append(f"{settings.path}: {error}")
    return tuple(dict.fromkeys(found))


def unusable(newsroom: Newsroom) -> tuple[str, ...]:
    """Say which audiences' models cannot be asked now, and why; nothing is asked of them but a sign of life."""
    found = []
    for name, summarizer in newsroom.settings.summarizers.items():
        if isinstance(summarizer, ModelSummarizer):
            cause = _tried(newsroom, summarizer)
            found += [f"audience '{name}': summarizer {summarizer.model}: {cause}"] if cause else []
    return tuple(found)


def _tried(newsroom: Newsroom, summarizer: ModelSummarizer) -> str:
    if summarizer.through != "openai":
        return ""  # a plug-in has no way to be tried without asking it something
    from briefing.summarizers.openai import reachable  # noqa: PLC0415 - the client is slow to import, and may be missing
    from briefing.summarizers.round import within  # noqa: PLC0415 - likewise

    return within(summarizer.timeout, reachable(_service(newsroom, summarizer)))


def _is_open(answer: Answer | None, since: dt.datetime | None) -> bool:
    """Tell whether to ask: what nobody asked, and what was last not answered before a moment."""
    return answer is None or (desk.lack(answer) != "" and since is not None and answer.at <= since)


def _obtained(
    newsroom: Newsroom, summarizer: ModelSummarizer, wanted: Sequence[Wanted], *, strict: bool
) -> tuple[Answer, ...]:
    """Ask, and record what came of it."""
    if not wanted:
        return ()
    try:
        said = _said(newsroom, summarizer, wanted)
    except UserError as error:
        if strict:
            raise
        said = [("", str(error).splitlines()[0])] * len(wanted)
    now = newsroom.clock()
    new = tuple(
        Answer(wanted=item.digest, at=now, text=text, cause=cause)
        for item, (text, cause) in zip(wanted, said, strict=True)
    )
    for cause in dict.fromkeys(filter(None, map(desk.lack, new))):
        newsroom.say(f"{summarizer.model}: {cause}: the sources' own words are used", 1, 1)
    archive.keep_answers(newsroom.archive, new, now)
    return new


def _said(newsroom: Newsroom, summarizer: ModelSummarizer, wanted: Sequence[Wanted]) -> list[tuple[str, str]]:
    """Give what came of each question: a text, or why there is none. Raises UserError where none can be asked."""
    line, service = line_of(summarizer.through), _service(newsroom, summarizer)
    from briefing.summarizers.round import Round  # noqa: PLC0415 - asyncio is slow to import, and seldom wanted

    def say(done: int) -> None:
        newsroom.say(f"asking {summarizer.model}", done, len(wanted))

    said = Round(service, summarizer.time_limit, say).ask(line, wanted)
    return [(said[item].text, said[item].cause) for item in wanted]


def _service(newsroom: Newsroom, summarizer: ModelSummarizer) -> Service:
    return Service(
        model=summarizer.model,
        base_url=config.fill(summarizer.base_url, newsroom.environ),
        api_key=config.fill(summarizer.api_key, newsroom.environ),
        timeout=summarizer.timeout,
        max_tokens=summarizer.max_tokens,
    )
