"""What to watch for: events to come that a source dates, in its own words, on their real day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.alone import stands_alone
from briefing.desk.candidates import body
from briefing.desk.cite import finish, point
from briefing.desk.compression import lead as told_from
from briefing.desk.days import DAYS, MONTHS, dates_in
from briefing.desk.days.filed import filed
from briefing.desk.judging import judged
from briefing.desk.text import folded, language_of, prose, stems
from briefing.model import WatchFor

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from briefing.model import Report, Story

PER_STORY = 2
PER_EDITION = 10
SOURCES_HEARD = 6
ELSEWHERE = 12  # words of an agency's dateline
LONGEST = 42  # words: a longer sentence tells more than the event
FURTHEST = 400  # days ahead: what is further off is a plan and no appointment
ALIKE = 0.6
DATED = {
    language: frozenset((*DAYS[language], *MONTHS[language], *more))
    for language, more in (
        ("en", "jan feb mar apr jun jul aug sep sept oct nov dec tomorrow".split()),
        ("fr", ["demain"]),
    )
}
# What says that the day is to come.
TO_COME = {
    "en": re.compile(
        r"(?i)\b(?:will|is to|are to|(?:is|are) (?:\w+ )?(?:expected|scheduled|due|set|slated|planned|likely|supposed) (?:to|for|on|in|by)|"
        r"(?:is|are) (?:\w+ )?(?:due|expected|scheduled|planned|set)|plans? to|until|deadline|expires?|takes effect|take effect|begins? on|opens? on|"
        r"starts? on|ends? on|votes? on|goes? to the polls|go to the polls|meets? on|upcoming|by (?=\w+day\b|[A-Z][a-z]+ \d))\b|"
        r"\b(?:starts|begins|ends|opens|closes|reopens|resumes?|returns|meets|lands|debates)(?: [\w'-]+){0,3}? (?:on |this )?\s*$"
    ),
    "fr": re.compile(
        r"(?i)\b(?:doit|doivent|devra|devront|aura|auront|sera|seront|est (?:prévue?|attendue?|fixée?)|sont (?:prévue?s|attendue?s|fixée?s)|jusqu'(?:au|à)|"
        r"d'ici|échéance|date limite|expire|entre en vigueur|se réunira|votera|s'ouvrira|reprendra|commencera|débutera|prévoit|\w{3,}(?:era|ira|ront))\b"
    ),
}
# What says that it is not: told of a day that is over, or of what did not come.
PAST = {
    "en": re.compile(
        r"(?i)\b(?:was|were|had|did|said|told|died|killed|arrested|happened|voted|met|announced|began|opened|won|lost|last|would|might|could|may)\b[^,.;]{0,60}?$"
    ),
    "fr": re.compile(
        r"(?i)\b(?:a|ont|était|étaient|avait|avaient|dernier|dernière|fut|pourrait|devait|devaient)\b[^,.;]{0,40}?$"
    ),
}
# A bare thing that the story knows and a calendar does not: "The beach is closed until Saturday".
BARE = {
    "en": re.compile(
        r"(?:The|An?) (?!(?:government|parliament|senate|court|council|congress|president|pope|king|queen|union|central|supreme|national|european|prime|foreign|"
        r"finance|interior|defence|energy|health|transport|justice|vote|meeting|summit|ministry|minister|mayor|city|house|lower|upper|assembly|trial|verdict|referendum|election)\b)"
        r"(?:[a-z][\w'-]+ ){1,2}(?:is|are|will|has|have|stays?|remains?|opens?|closes?|begins?|starts?|ends?|runs?)\b"
        r"(?![^.]*(?<!on )(?<!until )(?<!by )(?<!in )(?<!from )(?<!next )(?<!, )\b[A-Z])"
    ),
    "fr": re.compile(
        r"(?:Le|La|Les|L')(?! ?(?:gouvernement|parlement|sénat|tribunal|conseil|congrès|président|pape|roi|reine|union|banque|cour|assemblée|ministère|ministre|maire|"
        r"vote|réunion|sommet|procès|verdict|référendum|élection|scrutin)\b) ?[a-zà-ÿ][\wà-ÿ'-]+ (?:est|sont|sera|seront|reste|restent|restera|ouvrira|fermera|rouvrira)\b(?![^.]*(?<!\w) [A-ZÀ-Ý])"
    ),
}
# What was to come and will not, what somebody only expects, what is not known, and what will be over by then.
OFF = re.compile(
    r"(?i)\b(?:(?:was|were|is|are|has been|have been|been) (?:\w+ )?(?:moved|put off|postponed|called off|cancelled|canceled|scrapped|delayed|abandoned|adjourned|deferred)|called off|will not (?:take place|be (?:held|played))|"
    r"(?:economists|analysts|forecasters|pollsters|bookmakers|traders)\b[^.]{0,40}\b(?:said|say|expect|forecast|think)|(?:\d+|most|two|three) (?:of|out of) (?:\d+ )?(?:economists|analysts)|"
    r"(?:has|have|had)(?: not|n't) (?:said|decided|announced|disclosed)|(?:did|does|do)(?: not|n't) say|unclear|not known|unknown|will have \w+(?:ed|t|n)|"
    r"(?:est|sont|a été|ont été) (?:annulée?s?|reportée?s?|repoussée?s?|ajournée?s?)|n'(?:a|ont) pas (?:dit|indiqué|précisé)|on ignore|on ne sait pas|ne sera pas|n'aura pas lieu|n'auront pas lieu)\b"
)
CONDITION = re.compile(r"(?i)(?:if|unless|should|si|s'il) ")
OVER = re.compile(
    r"(?i)\b(?:was|were|had been|était|étaient) (?:to|due|expected|scheduled|set|supposed|planned|attendue?s?|prévue?s?)\b[^,;]*$"
)
SAID = re.compile(
    r"(?i)(?:\b(?:said|says|told|announced|wrote|added|reported)\b(?: \w+){0,3}?|\b(?:a|ont) (?:dit|déclaré|annoncé|indiqué|précisé)(?: \w+){0,2}?)(?: (?:on|late|early|le))? ?$"
)


def watch_for(story: Story) -> tuple[WatchFor, ...]:
    """Give a story's dated events to come, the nearest first."""
    found: list[WatchFor] = []
    for source, report in enumerate(story.reports[:SOURCES_HEARD]):
        if report.feed.use != "headline":
            found.extend(_of_report(story, source, report))
    found.sort(key=lambda item: (item.date, item.evidence[0].source, item.evidence[0].start))
    days = dict.fromkeys(item.date for item in found)  # what one story tells of one day is one event
    return tuple(next(item for item in found if item.date == day) for day in days)[:PER_STORY]


def to_come(events: Iterable[WatchFor], day: dt.date) -> tuple[WatchFor, ...]:
    """Merge what several stories are watching: sorted by date, only after an edition's own, no event twice."""
    later = sorted((item for item in events if item.date > day), key=lambda item: (item.date, item.text))
    return _unlike(later)[:PER_EDITION]


def _of_report(story: Story, source: int, report: Report) -> Iterable[WatchFor]:
    language = language_of(report.article) or "en"
    written = filed(report)
    published = written.date() if written else None
    if language not in TO_COME:
        return
    for sentence in body(report):
        if len(sentence.text.split()) > LONGEST + ELSEWHERE:
            continue
        lead = told_from(sentence.text, language)
        text = sentence.text[lead:]
        said = frozenset(re.split(r"[\s,;.()]+", text.lower()))
        if said.isdisjoint(DATED[language]) and not re.search(r"\d{4}-\d\d-\d\d", text):
            continue
        if (
            len(text.split()) > LONGEST
            or not stands_alone(text, language)
            or BARE[language].match(prose(folded(text)))
            or judged(text, language)
            or CONDITION.match(text)
            or OFF.search(folded(text))
        ):
            continue
        date = _ahead(text, published, language)
        if date is not None:
            evidence = point(story, source, sentence.start + lead, sentence.end)
            yield WatchFor(date=date, text=finish(evidence.quote), evidence=(evidence,))


def _ahead(text: str, published: dt.date | None, language: str) -> dt.date | None:
    """Give the first day of a sentence that is to come by what stands around it."""
    plain = folded(text)
    for start, end, date in dates_in(text, published, language):
        before, after = plain[:start], plain[end:]
        if (
            published is None
            or not 0 < (date - published).days <= FURTHEST
            or SAID.search(before)
            or OVER.search(before)
        ):
            continue
        clause = re.split(r"[,;:] ", before)[-1]
        near = (
            f"{before[-120:]} {after[:60]}"
            if clause == "" or clause.strip().lower() in ("on", "by", "le", "from", "until")
            else f"{before} "
        )
        if TO_COME[language].search(near) and not (
            PAST[language].search(clause) and not TO_COME[language].search(clause)
        ):
            return date
    return None


def _unlike(events: Sequence[WatchFor]) -> tuple[WatchFor, ...]:
    kept: list[WatchFor] = []
    for item in events:
        mine = frozenset(stems(item.text, "en"))
        same = any(
            other.date == item.date
            and len(mine & (theirs := frozenset(stems(other.text, "en")))) >= ALIKE * min(len(mine), len(theirs))
            for other in kept
        )
        if not same:
            kept.append(item)
    return tuple(kept)
