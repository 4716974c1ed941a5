"""What was decided: the answers to "What will the bank decide on its rate?" and "How will the court rule on the toll?".

Such a question names no verb of its answer. It is answered by what deciding bodies do to a thing on which they decide:
they leave, raise or cut a rate, adopt or reject a bill, uphold or strike down a rule. What is put off is not decided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.questions import verbs
from briefing.desk.standing.content import content
from briefing.desk.text import folded

if TYPE_CHECKING:
    import datetime as dt

    from briefing.desk.standing.content import Content

SHAPES = (
    re.compile(r"(?i)^what will (?P<who>.+?) decide (?:on|about) (?P<of>.+?) ?\?$"),
    re.compile(r"(?i)^how will (?P<who>.+?) (?:vote|rule|decide) on (?P<of>.+?) ?\?$"),
    re.compile(
        r"(?i)^what will the (?P<who>)(?:ruling|decision|vote|verdict|judge?ment|announcement) on (?P<of>.+?) be ?\?$"
    ),
)
WHEN = re.compile(
    r"(?i) (?:(?:on|by|in|next|this|before|later) )?(?:\w+day|tomorrow|(?:next |this )?(?:week|month|year)|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?)$"
)
_DONE = (
    "leave keep hold maintain raise increase lift cut lower reduce trim freeze double halve set fix approve adopt pass reject back endorse "
    "block veto uphold overturn quash allow ban order dismiss extend cancel authorise authorize clear accept refuse scrap abandon repeal "
    "ratify annul strike turn throw vote rule suspend sign"
).split()
_WITH = {
    "strike": r" down",
    "turn": r" down",
    "throw": r" out",
    "vote": r" (?:for|against|down|in favou?r|to|\d+)",
    "rule": r" (?:for|against|in favou?r|that|out)",
}
_PAST = {base: past for past, base in sorted(verbs.PAST.items())} | {"cut": "cut", "set": "set"}
PAST = "|".join(f"{_PAST.get(base, base + 'd')}{_WITH.get(base, '')}" for base in _DONE)
BARE = "|".join(f"{base}{_WITH.get(base, '')}" for base in _DONE)
ACTIVE = re.compile(
    rf"(?i)(?<!\bto )(?<!\bhad )(?<!\bthe )(?<!\ba )(?<!\bhas not )\b(?P<verb>{PAST}|(?:decided|voted|agreed|chose|opted)(?: [\w-]+){{0,6}}? (?:not )?(?:to )?(?:{BARE}))\b"
)
PASSIVE = re.compile(rf"(?i)\b(?:was|were|has been|have been) (?:\w+ly )?(?P<verb>{PAST})\b")
# Not now, or not for the first time, or not all: what such a sentence tells is no answer.
ASIDE = re.compile(
    r"(?i)\b(?:times|already|since|previous\w*|last (?:time|year|month|week)|put off|postpon\w+|delay\w+|deferr?\w*|adjourn\w*|vote on|debate\w*)\b"
)
MONTH = re.compile(r"\bin (January|February|March|April|May|June|July|August|September|October|November|December)\b")
MONTHS = tuple("January February March April May June July August September October November December".split())
DAY = re.compile(
    r" (?:on|late on|early on) \w+day\b|,? (?:it|he|she|they) (?:said|announced)(?: \w+day| in a statement)?\.?$"
)
CLAUSE = re.compile(r"[;:]|, (?:and|but|while|as|after) ")
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Decision:
    """Who is to decide, and on what; `of` holds the matter's words, `thing` its head."""

    who: Content
    of: Content
    head: frozenset[str]
    thing: frozenset[str]


@lru_cache(maxsize=2048)
def decision_of(question: str) -> Decision | None:
    """Take a question for a decision apart; None for another."""
    found = next((match for shape in SHAPES if (match := shape.match(folded(question)))), None)
    if found is None:
        return None
    who, matter = found["who"], WHEN.sub("", found["of"])
    return Decision(
        who=content(f"Of {who}", "en"), of=content(f"Of {matter}", "en"), head=_head(who), thing=_head(matter)
    )


def _head(text: str) -> frozenset[str]:
    """Give the concept of the word that a noun phrase turns on: of "the bill on pensions" the bill."""
    before = re.split(r" (?:of|on|for|in|against|over|to|with|from|about|at) ", text)[0]
    return next(
        (found for word in reversed(before.split()) if (found := content(f"Of {word}", "en").concepts)), frozenset()
    )


def speaks_of(decision: Decision, said: Content, *, of_story: bool) -> bool:
    """Tell whether a sentence speaks of a matter that is to be decided, and of who decides, or of most of both."""
    every, names = decision.who.concepts | decision.of.concepts, decision.who.names | decision.of.names
    if not of_story and (not names or names - said.concepts):
        return False
    return bool(decision.thing & said.concepts) and len(every & said.concepts) >= HALF * len(every)


def decided(decision: Decision, text: str, *, published: dt.date | None, of_story: bool) -> bool:
    """Tell whether a sentence says how it was decided, in the past, by those who were to decide."""
    month = MONTH.search(text)
    if ASIDE.search(text) or (month and (published is None or MONTHS[published.month - 1] != month[1])):
        return False
    plain = DAY.sub("", text)
    passive = PASSIVE.search(plain)
    if passive is not None:
        return _of_it(decision, plain[: passive.start()], of_story=of_story) and _by(
            decision, plain[passive.end() :], of_story=of_story
        )
    return any(
        _who(decision, plain[: active.start()], of_story=of_story)
        and _of_it(decision, CLAUSE.split(plain[active.end() :])[0], of_story=of_story)
        for active in ACTIVE.finditer(plain)
    )


def _of_it(decision: Decision, text: str, *, of_story: bool) -> bool:
    """Tell whether a text has the matter: all its words, or in its own story "its rate", "the bill", and nothing beside."""
    said = content(f"Of {text}", "en").concepts
    if decision.of.concepts <= said:
        return True
    return of_story and _pointed(decision.thing, decision.of.concepts, text)


def _pointed(head: frozenset[str], known: frozenset[str], text: str) -> bool:
    """Tell whether a text points at a thing that was named before: "the bill", and not "a bill", "the bill on fishing"."""
    for found in re.finditer(
        r"(?i)\b(?:the|its|their|his|her|that|this) (?P<noun>[\w-]+)(?: (?:on|of|for|to|against) (?P<of>[^,;]+))?", text
    ):
        of = content(f"Of {found['of']}", "en").concepts if found["of"] else frozenset[str]()
        if content(f"Of {found['noun']}", "en").concepts == head and of <= known:
            return True
    return False


def _who(decision: Decision, text: str, *, of_story: bool) -> bool:
    """Tell whether who is to decide stands before a verb: by all their words, or in their own story as "the bank"."""
    _, owned, rest = text.rpartition("'s ")
    if owned and decision.head and not decision.head & content(f"Of {rest}", "en").concepts:
        return False  # "the bank's rivals"
    said = content(f"Of {text}", "en")
    if decision.who.concepts and decision.who.concepts <= said.concepts:
        after = re.split(r"(?i)\b" + re.escape(_last(decision, text)), text)[-1]
        return not content(f"Of {after}", "en").names
    strange = said.names - decision.who.names - decision.of.names
    return of_story and not strange and (not decision.head or _pointed(decision.head, decision.who.concepts, text))


def _last(decision: Decision, text: str) -> str:
    """Give the last word of a text that names who decides."""
    found = [word for word in re.findall(r"[\w-]+", text) if content(f"Of {word}", "en").concepts & decision.head]
    return found[-1] if found else text.rsplit(maxsplit=1)[-1]


def _by(decision: Decision, rest: str, *, of_story: bool) -> bool:
    by = re.search(r"\bby (?P<who>(?:the |[A-Z]).+)", rest)
    return _who(decision, by["who"], of_story=of_story) if by else of_story
