"""What an English sentence says is being tried: a lawsuit, an appeal, a bid, an effort, a deadline to meet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.questions.naming import FRONTED, is_name, lowered
from briefing.desk.questions.nouns import phrase
from briefing.desk.questions.plans import DECISIVE, verb_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.desk.questions.raised import Common, Seen

MOST = 12  # words of what is tried: more hold a clause
SUIT = re.compile(
    r"(?i)\b(?:has filed|have filed|filed|filing|files|is pursuing|brought) (?:an? |the )(?:[\w-]+ ){0,3}?(?P<what>lawsuit|suit|complaint|challenge|petition|class action) "
    r"(?:\w+day )?(?:in [\w ]{3,30} )?against (?P<of>.+)"
)
APPEAL = re.compile(
    r"(?i)\b(?:while the \w+|will|plans? to|is|are|has|have|vowed to|intends? to|going to|would|said it would) (?:be )?(?:appeals?|appealing|appealed|challenge|challenging) "
    r"(?P<of>(?:the|that|an?|[A-Z][\w.]+(?: [A-Z][\w.]+)*'s) (?:[\w'-]+ ){0,3}?(?:ruling|verdict|decision|conviction|sentence|order|judgment|suspension|ban|fine))\b"
)
BID = re.compile(
    r"(?P<own>(?:(?:the|The) )?(?:[A-Z][\w.-]+ ){0,3}[A-Z]?[\w.-]+'s?) (?:\w+ )?(?P<what>bid|attempt|effort|efforts|campaign|push|drive|plan|plans|proposal) to (?P<vp>.+)"
)
EFFORT = re.compile(
    r"(?i)\b(?P<what>(?:international |diplomatic |rescue |peace |renewed |new |growing )?efforts) to (?P<vp>.+)"
)
COUNTED = re.compile(r"(?i)\b(?:two|three|four|several|many|all|such|other|these|those|consider) $")
UNTIL = re.compile(
    r"^(?P<who>.{3,70}?) (?:has|have) until (?P<date>(?:\w+day|[A-Z]\w+ \d{1,2}|the end of [\w ]{3,12}?|next \w+|midnight|noon)) to (?P<vp>.+)"
)
ENDED = re.compile(
    r"(?i)\b(?:failed|fell through|succeeded|collapsed|abandoned|dropped|last year|years? ago|rejected|dismissed|thrown out|was|were|had|undermined|successfully|repeatedly|during (?:his|her))\b"
)


def suits(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - every rule is given the same
    """Ask whether a suit or an appeal will succeed."""
    if ENDED.search(text):
        return
    cue = SUIT.search(text)
    of = phrase(cue["of"]) if cue else ""
    if cue is not None and of:
        yield f"Will the {cue['what'].lower()} against {of} succeed?", "announced", "suit"
    appeal = APPEAL.search(text)
    if appeal is not None and len(appeal["of"].split()) > 2:  # noqa: PLR2004 - "the decision" may be any
        yield f"Will the appeal against {appeal['of']} succeed?", "announced", "suit"


def bids(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether what somebody tries to do will succeed."""
    if ENDED.search(text) or '"' in text:
        return
    cue = BID.search(text)
    rest = verb_phrase(cue["vp"]) if cue else []
    if cue is not None and rest and len(rest) <= MOST and rest[0].lower() in DECISIVE:
        own = re.sub(r"^The ", "the ", cue["own"])
        what = cue["what"].lower()
        goes = "go ahead" if what in ("plan", "plans", "proposal") else "succeed"
        if own.startswith("the ") or own[0].isupper():
            yield f"Will {own} {what} to {' '.join(rest)} {goes}?", "announced", "bid"
    effort = EFFORT.search(text) if cue is None else None
    if effort is not None and COUNTED.search(text[: effort.start()]):
        effort = None
    rest = verb_phrase(effort["vp"]) if effort else []
    if effort is not None and len(rest) > 2 and len(rest) <= MOST and rest[0].lower() in DECISIVE | {"find", "bring"}:  # noqa: PLR2004 - "end it"
        yield f"Will {effort['what'].lower()} to {' '.join(rest)} succeed?", "announced", "bid"


def deadlines(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether somebody will do in time what they have to do by a date."""
    cue = UNTIL.match(FRONTED.sub("", text))
    who, rest = (cue["who"].split(), verb_phrase(cue["vp"])) if cue else ([], [])
    who = who[who.index("the") :] if "the" in who and who[0].lower() == "if" else who
    if cue is not None and rest and is_name(who):
        yield f"Will {' '.join(lowered(who, common))} {' '.join(rest)} by {cue['date']}?", "announced", "plan"
