"""The date behind a relative day: "on Friday [December 5]", « demain [8 décembre] ».

It is reckoned from the moment when the article came out, and set only where it is certain: outside quotations, where
the verb beside the day tells whether it is over or to come, and where the date is the same wherever the outlet is at
home between California and Japan, since a moment in UTC does not say on which day its writer wrote.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Literal

from briefing.desk.compression import QUOTED
from briefing.desk.days.names import DAYS, MONTHS
from briefing.desk.judging import PAST
from briefing.desk.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

Tense = Literal["past", "future", ""]

WEST, EAST = dt.timedelta(hours=-8), dt.timedelta(hours=9)
SUNDAY = 6
_PART = {
    "en": r"(?: (?:morning|afternoon|evening|night))?",
    "fr": r"(?: (?:matin|midi|après-midi|soir))?",
}
NEARBY = {
    "en": {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
    "fr": {"hier": -1, "aujourd'hui": 0, "demain": 1},
}
WEEKS = {"en": {"next week": 7, "last week": -7}, "fr": {"la semaine prochaine": 7, "la semaine dernière": -7}}
DAY = {
    "en": re.compile(
        rf"\b(?:(?P<weekday>(?-i:{'|'.join(day.title() for day in DAYS['en'])})){_PART['en']}|"
        rf"(?P<near>(?:yesterday|today|tonight|tomorrow|^(?:Yesterday|Today|Tomorrow))){_PART['en']}|(?P<week>(?:[Nn]ext|[Ll]ast) week))\b(?![-'’]|s\b| (?:morning|afternoon|evening|night)\b)"
    ),
    "fr": re.compile(
        rf"\b(?:(?P<weekday>(?:{'|'.join(f'[{day[0].upper()}{day[0]}]{day[1:]}' for day in DAYS['fr'])})){_PART['fr']}|"
        rf"(?P<near>(?:[Hh]ier|[Aa]ujourd'hui|[Dd]emain)){_PART['fr']}|(?P<week>[Ll]a semaine (?:prochaine|dernière)))\b(?![-'’]|s\b)",
    ),
}
LIMIT = {
    "en": re.compile(r"(?i)\b(?:until|till|by|before|unless)\s+(?:\S+\s+){0,4}$"),
    "fr": re.compile(r"(?i)\b(?:jusqu'|d'ici|avant)\s*(?:\S+\s+){0,4}$"),
}
ITSELF = re.compile(
    r"$|[.,;:)\"”—–]| [-–—(]| (?:in|at|that|after|with|to|for|from|and|as|when|while|the|an?|said|because|over|near|it|its|his|her|by|about|"
    r"against|during|into|he|she|they|was|were|had|did|told|began|won|shot|struck|hit|held|met|cut|rose|fell|\w+ed)\b"
)
# These make another day of it, or tell its date already.
BEFORE = {
    "en": re.compile(
        r"(?i)\b(?:last|next|this|every|each|previous|following|good|black|ash|super|holy|easter|whit|bloody|cyber|palm|a|one|that|by|"
        r"until|till|before|after|from|for|through|between|and|or|to|the|of|first|second|third|per|than) $|[-–—'’]$|\d $"
    ),
    "fr": re.compile(
        r"(?i)\b(?:le|les|un|chaque|tous les|ce|du|au|dès|d'ici|avant|après|jusqu'à|jusqu'au|à|de|depuis|pour|entre|et|ou|"
        r"premier|deuxième|dernier|que) $|[-–—'’]$|\d $"
    ),
}
AFTER = {
    "en": re.compile(
        r"(?i)^(?:,? \(?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{1,2}(?:st|nd|rd|th)?\b(?!:| (?:people|per))|the \d)"
        r"| (?:and|or|to|through|after|before) (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day| (?:of|in) (?:\w+ ){0,2}(?:week|month|year)|"
        r" (?:next|last) week| \[| (?:post|times|mail|night live|school)\b)"
    ),
    "fr": re.compile(
        r"(?i)^(?:,? \(?(?:1er|\d{1,2})\b(?! ?h)| (?:prochain|dernier|suivant|précédent)|,? (?:le|la) \d| saint| \[| en huit|"
        rf" (?:et|ou|au|à) (?:{'|'.join(DAYS['fr'])}))"
    ),
}
ELSEWHEN = re.compile(
    r"(?i)\b(?:(?:1[5-9]|20)\d{2}|ago|anniversary|a (?:day|week|month|year|decade) (?:earlier|later|before|after)|il y a|anniversaire|plus tôt|plus tard|"
    r"la veille|le lendemain|the (?:day|week|month|year) (?:before|after))\b"
)
FUTURE = {
    "en": re.compile(
        r"\b(?:will|shall|won't|would|'ll|(?:is|are) (?:now |also |both )?(?:set|due|scheduled|expected|going|planning|hoping|likely) (?:to|for)?|"
        r"(?:is|are) to|scheduled|slated|due|planned)\b"
    ),
    "fr": re.compile(
        r"\b(?:(?:est|sont) (?:\w+ )?(?:prévue?s?|attendue?s?|programmée?s?|fixée?s?)|\w+(?:er|dr|ouvrir)(?:ait|aient)|(?:va|vont|doit|doivent|devra|devront|devrait|devraient) (?:\w+ )?\w+(?:r|re)|prévue?s?|attendue?s?|programmée?s?|"
        r"fixée?s?|(?!caméra|opéra|para)\w{2,}(?:ra|ront))\b"
    ),
}
# Verbs that say neither that it is over nor that it will be, and forms that may be either.
UNSURE = {
    "en": re.compile(
        r"\b(?:is|are|be|can|could|may|might|must|should|opens?|reopens?|closes|begins?|starts|meets?|ends|returns?|votes|holds?|visits|"
        r"faces|takes?|goes|comes?|leaves?|arrives?|plays?|wants?|hopes?|plans?|if|unless|when|to|does|do|lives?|remains?|exists?|has been|have been|"
        r"had(?: \w+)?|(?:was|were) (?:\w+ )?(?:expected|due|scheduled|set|supposed|planned|slated|to))\b"
    ),
    "fr": re.compile(
        r"\b(?:est|sont|peut|peuvent|pourra|pourront|pourrait|ouvre|ouvrent|commence|commencent|se tient|si|quand|pour|afin|(?:avait|avaient)(?: \w+)?|"
        r"(?:était|étaient) (?:\w+ )?(?:prévue?s?|attendue?s?|programmée?s?|fixée?s?)|\w+(?:rait|raient))\b"
    ),
}


def dated(text: str, language: str, published: dt.datetime | None) -> tuple[tuple[int, str], ...]:
    """Give the dates that are certain: behind which character of a sentence each stands, and its words in brackets."""
    if published is None or language not in DAY or "[" in text or ELSEWHEN.search(text):
        return ()
    plain = folded(text)
    quoted = [match.span() for match in QUOTED.finditer(text)]
    found, told = list[tuple[int, str]](), set[str]()
    for match in DAY[language].finditer(plain):
        if any(left <= match.start() < right for left, right in quoted) or not _bare(plain, match, language):
            continue
        date = _date(match, _tense(plain, match, language), language, published)
        if date and date not in told:
            told.add(date)
            found.append((match.end(), f"[{date}]"))
    return tuple(found)


def _bare(plain: str, match: re.Match[str], language: str) -> bool:
    before, after = plain[: match.start()], plain[match.end() :]
    if BEFORE[language].search(before) or LIMIT[language].search(before) or AFTER[language].match(after):
        return False
    # "a busy Sunday market" is a market: without "on", something must show that the day stands for itself
    return (
        language != "en"
        or match["weekday"] is None
        or before.lower().endswith("on ")
        or ITSELF.match(after) is not None
    )


def _tense(plain: str, match: re.Match[str], language: str) -> Tense:
    """Tell by the nearest verb whether a day is over or to come: the one before it in its clause, else the one behind."""
    clause = re.split(
        r"[;:]|, (?:and|but|while|which|who|where|when|et|mais|tandis que|alors que|qui|dont|où)\b",
        plain[: match.start()],
    )[-1]
    verbs = list(_verbs(clause, language))
    if verbs:
        return verbs[-1][2]
    following = list(_verbs(re.split(r"[;:]", plain[match.end() :])[0], language))
    return following[0][2] if following else ""


def _verbs(clause: str, language: str) -> Iterator[tuple[int, int, Tense]]:
    """Find the verbs of a clause that tell a time, in order; where two overlap, the longer stands for both."""
    rules: tuple[tuple[re.Pattern[str], Tense], ...] = (
        (FUTURE[language], "future"),
        (PAST[language], "past"),
        (UNSURE[language], ""),
    )
    found = sorted(
        ((found.start(), found.end(), tense) for rule, tense in rules for found in rule.finditer(clause)),
        key=lambda item: (item[0], -item[1]),
    )
    end, ahead = 0, -1
    for start, stop, tense in found:
        if start < end:
            continue
        end = stop
        grouped = ahead >= 0 and start - ahead < GROUP and LINK.search(clause[ahead:start]) is None
        if not grouped:  # "will be voted", "was told to close": the group's first verb tells
            yield start, stop, tense
        ahead = stop if grouped or tense != "past" else -1


LINK = re.compile(r",|\b(?:that|which|who|what|que|qui|qu)\b")
GROUP = 16  # characters between the first verb of a group and its participle


def _date(match: re.Match[str], tense: Tense, language: str, published: dt.datetime) -> str:
    """Reckon a date; "" where it is not certain."""
    ends = {_day(match, tense, language, day) for day in _days(published)}
    (date,) = ends if len(ends) == 1 else (None,)
    if date is None:
        return ""
    words = _words(date, published, language)
    if match["week"]:
        return f"week of {words}" if language == "en" else f"semaine du {words}"
    return words


def _days(published: dt.datetime) -> tuple[dt.date, ...]:
    """Give the days on which it may have been written; midnight to the second is a date without a time."""
    if published.time() == dt.time():
        return (published.date(),)
    return (published + WEST).date(), (published + EAST).date()


def _day(match: re.Match[str], tense: Tense, language: str, today: dt.date) -> dt.date | None:
    word = folded(match["week"] or match["near"] or match["weekday"]).lower()
    if match["week"]:  # whether a week begins on Sunday is not certain
        monday = today - dt.timedelta(days=today.weekday())
        return None if today.weekday() == SUNDAY else monday + dt.timedelta(days=WEEKS[language][word])
    if match["near"]:
        step = NEARBY[language][word]
        sure = tense == ("future" if step > 0 else "past") or (word == "tonight" and tense != "")
        return today + dt.timedelta(days=step) if sure else None
    behind = (today.weekday() - DAYS[language].index(word)) % 7
    if tense == "past":
        return today - dt.timedelta(days=behind)
    if tense == "future" and behind:  # the same weekday: today, or in a week
        return today + dt.timedelta(days=7 - behind)
    return None


def _words(date: dt.date, published: dt.datetime, language: str) -> str:
    month = MONTHS[language][date.month - 1]
    year = "" if date.year == published.year else str(date.year)
    if language == "fr":
        return f"{'1er' if date.day == 1 else date.day} {month}{' ' + year if year else ''}"
    return f"{month.title()} {date.day}{', ' + year if year else ''}"
