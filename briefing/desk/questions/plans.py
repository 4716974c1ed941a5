"""What an English sentence says is planned, possible, demanded, denied or still being counted, as a question."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from briefing.desk.questions import verbs
from briefing.desk.questions.clause import trimmed, turned
from briefing.desk.questions.naming import ALWAYS_SMALL, FRONTED, INSTITUTION, PLACES, is_name, lowered, party
from briefing.desk.questions.nouns import phrase
from briefing.desk.questions.referring import meant
from briefing.desk.questions.small_words import IN_THE_WAY, PREPOSITIONS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.desk.questions.raised import Common, Seen

_ADVERB = r"(?:(?:also|now|still|probably|likely|soon|finally|eventually|even|then|certainly|\w+ly) )?"
PLAN = re.compile(
    rf" (?P<cue>(?:is|are) {_ADVERB}(?:expected|scheduled|due|set|slated|poised|preparing|planning|threatening|seeking|hoping|considering|likely|unlikely|supposed|refusing) to|"
    r"(?:is|are) to|(?:is|are) under (?:\w+ )?pressure to|faces? (?:\w+ )?pressure to|(?:plans?|intends?|aims?|hopes?|wants?|vows?|pledges?|promises?|threatens?|seeks?) to|"
    r"(?:has|have) (?:vowed|pledged|promised|threatened|agreed|offered|proposed) to|(?:vowed|pledged|promised|threatened|proposed) to|"
    rf"(?:will|may|might|could|would) {_ADVERB}(?=\w)) ?"
)
SAID = re.compile(
    r"(?:fears?(?: are growing)?|concerns?|worr(?:y|ies|ied)|hopes?|chance|possibility|risk) that |(?:said|says|warned|warns|announced|announces|believes?|argues|argued|insisted|predicted|fears?|told (?:CNN|reporters|lawmakers)|added|estimates?|think|expects?) "
    r"(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day |in a statement )?(?:that )?"
)
DEMAND = re.compile(
    r"(?i)\b(?<!for )(?<!of )(?<!by )(?<!publicly )(?<!had )(?:call(?:s|ed|ing)? (?:on|upon|for)|urg(?:es?|ed|ing)|press(?:es|ed|ing|ure on)|appeal(?:s|ed|ing)? to|"
    r"want(?:s)?|petition(?:s|ed|ing)?|lobby(?:ing)?|lobbied|asked) (?P<who>(?:the |[A-Z]).{2,60}?) to (?P<vp>.+)"
)
CALLED_FOR = re.compile(
    r"(?i)\b(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?) (?P<what>(?:an? |new )(?:\w+ ){0,2}?(?:investigation|inquiry|probe|review|boycott|ban|ceasefire|cease-fire|truce|vote|referendum|"
    r"election|trial|debate|overhaul|reform|end|halt|moratorium|audit)) (?P<link>into|of|on|over|to|in|against|for) (?P<of>.+)"
)
EXPECTED = re.compile(
    r"(?i)^(?:an?|the|its|their) (?:\w+ ){0,2}?(?P<what>ruling|decision|verdict|judge?ment|vote|announcement) (?:on|in|over|about) (?P<of>.+?) (?:is|are) (?:\w+ )?"
    r"(?:expected|due|scheduled|likely|set)\b"
)
WEIGHED = re.compile(
    r" (?:(?:is|are|was|were) (?:also |now |still |reportedly )?(?:considering|weighing|mulling|contemplating)|(?:has|have|did|does|do|would) not ruled? out|refused to rule out|"
    r"(?:hasn't|haven't|didn't|won't|wouldn't) ruled? out) (?P<verb>\w+ing) (?P<rest>.+)"
)
TALKS = re.compile(
    r"(?i)\b(?:talks|negotiations) (?:between|among) (?P<who>(?:the |[A-Z])[\w .'-]{2,50}? and (?:the |its |[A-Z])?[\w.'-]+(?: [A-Z][\w.'-]+){0,3})(?P<rest>.*)"
)
GOING_ON = re.compile(
    r"(?i)\b(?:continu|resum|ongoing|under way|underway|stall|deadlock|impasse|deadline|next round|broke down|no (?:deal|agreement)|nearing|progress|scheduled|expected|are)\b|(?:continu|resum|stall)\w+"
)
DENIED = re.compile(
    r"(?P<who>(?:The |[A-Z])[\w .'-]{2,50}?) (?:denies|denied|has denied|have denied|rejects|rejected|has rejected|disputes|disputed) "
    r"(?:that |allegations that |claims that |reports that |accusations that |suggestions that )(?P<clause>.+)"
)
TOLL = re.compile(
    r"(?i)\b(?:[\d,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds) (?:of )?(?P<who>people|civilians|soldiers|passengers|"
    r"workers|miners|children|students|troops|police officers|residents|migrants)(?: were| have been| had been| was)? (?P<what>killed|dead|died|injured|wounded|missing) "
    r"(?:in|by|after|when) (?P<of>(?:the|an?) .+)"
)
PRELIMINARY = re.compile(
    r"(?i)\b(?:preliminary|provisional|expected to rise|likely to rise|could rise|may rise|is feared to|unconfirmed|conflicting (?:reports|figures|accounts)|"
    r"could not be (?:independently )?(?:verified|confirmed))\b"
)
LONGEST_PAIR = 10  # words of two who negotiate: more hold a clause
NEGATED = re.compile(r"(?i)(?:\bnot\b|n't|\bnever\b)(?:\W+\w+){0,3}\W*$")
THEM = frozenset("him them themselves".split())
THEIRS = frozenset(
    "his her their him them himself herself themselves our".split()
)  # theirs who demand, as likely as not
# Verbs of what a party decides, and of what changes much: theirs are the questions that are worth asking.
DECISIVE = frozenset(
    """abandon abolish accept acquire adopt allow amend appeal attend approve arrest attack back ban block boycott build buy call
    cancel challenge change charge close compensate compete concede contest cooperate cut declare defend deploy deport destroy
    disband dismantle end endorse expand expel extend extradite fight fire free grant halt impeach implement impose
    increase intervene introduce invade investigate join launch leave legalise legalize lift limit merge move negotiate
    nationalise oppose overhaul overturn pardon pay postpone pull punish prosecute pursue push quit raise spread
    ratify rebuild recognise recognize reduce reform refuse regulate reinstate reject release remove reopen repeal replace resign
    restart restore resume retaliate retire return reveal review revoke run sack scrap seek sell send settle shut sign
    stop strike sue supply support surrender suspend tackle testify tighten transfer try vacate veto survive derail undermine
    withdraw ensure protect compel create disclose disarm restrict drop apologise apologize publish prevent share worsen
    escalate collapse recover slow trigger cost hurt lead force threaten affect help face rise fall""".split()
)
# Verbs of states and of everyday life: asked about, they ask nothing.
IDLE = frozenset(
    """have know like want need feel see look seem mean think believe find get say tell talk love enjoy understand remember
    learn try wait sound hear matter include require depend remain continue keep note describe call come go do use appear play
    make take give show begin start happen let watch read live miss sing write focus speak deliver feature serve
    perform celebrate visit travel work add wear eat drink turn sit stand host hold open score win lose beat contain consist
    represent reflect recognize realize suggest explain add argue mention cover""".split()
)
# What comes of itself: that it will is a forecast, whoever makes it, and with a number it is one however hedged.
OF_ITSELF = frozenset("rise fall cost slow recover lead affect help hurt boost worsen".split())  # hedged or not
FORECAST = frozenset(
    "cost hurt lead affect help rise fall worsen recover slow trigger face collapse escalate threaten survive ensure prevent share fund boost".split()
)
AMOUNTS = frozenset("cut raise reduce increase create carry double triple pay bring produce earn add save".split())
AMOUNT = re.compile(
    r"(?i)\d|\b(?:half|third|quarter|tenth|fifth|percent|per cent|double|million|billion|thousands?|hundreds)\b"
)
ADVICE = re.compile(
    r"(?i)(?:for (?:example|instance)|ideally|perhaps|maybe|instead|consider)\b"
)  # what a writer would have, nobody plans
ABOUT = frozenset(
    "plan idea goal aim task job point purpose challenge key hope theme question problem trick answer hearing mission objective strategy way".split()
)
OUTCOME = {
    "vote": ("How will {} vote on {}?", "on"),
    "rule": ("How will {} rule on {}?", "on"),
    "decide": ("What will {} decide on {}?", "on"),
}


def plans(text: str, common: Common, about: str) -> Iterator[Seen]:
    """Ask whether what is planned, promised or possible will come."""
    if ADVICE.match(text):
        return
    stripped = FRONTED.sub("", text)
    stripped = stripped[:1].upper() + stripped[1:]
    said = SAID.search(stripped)
    teller = party(stripped[: said.start()].rstrip()) if said else ""
    clauses = [(stripped, about)] if said is None else [(stripped[said.end() :], teller)]
    for clause, named in clauses:
        cue = PLAN.search(f" {clause}")
        if cue is None:
            continue
        subject = clause[: max(0, cue.start() - 1)].split()
        if len(subject) == 1 and subject[0].lower() in PRONOUNS:
            subject = meant(subject[0], named, ["will", *clause[max(0, cue.end() - 1) :].split()]).split()
        if not subject or (cue["cue"].startswith("would") and said is None):
            continue
        if _unsure(subject, common):
            continue
        if subject[0].lower() in ("a", "an", "next", "last", "new") or re.search(
            r"could (?:only|be (?:seen|heard|found|regarded|used|described))", clause
        ):
            continue
        if is_name([subject[0][:1].upper() + subject[0][1:], *subject[1:]]) and subject[-1].lower() not in ABOUT:
            yield from _planned(lowered(subject, common), cue["cue"].split()[0:2], clause[max(0, cue.end() - 1) :])


def _unsure(subject: list[str], common: Common) -> bool:
    """Tell whether a sentence's first word may be no name though it is written large: "Summertime alerts"."""
    first = subject[0].lower()
    known = first in PLACES | INSTITUTION | ALWAYS_SMALL | {"the"} or first in common()
    return len(subject) > 1 and subject[1].islower() and not known


def _planned(subject: list[str], cue: list[str], following: str) -> Iterator[Seen]:
    rest, who = verb_phrase(following), " ".join(subject)
    if not rest or THEM.intersection(rest):
        return
    base = rest[0].lower()
    if base in OUTCOME:
        shape, link = OUTCOME[base]
        if len(rest) > 2 and rest[1] == link:  # noqa: PLR2004 - "vote on it"
            yield shape.format(who, " ".join(rest[2:])), "announced", "outcome"
        return
    if (
        base in IDLE
        or base in OF_ITSELF
        or (base in AMOUNTS and AMOUNT.search(" ".join(rest)))
        or (base in FORECAST and (cue[0] not in ("may", "might", "could") or AMOUNT.search(" ".join(rest))))
    ):
        return
    decisive = (verbs.PAST.get(rest[1].lower(), "") if base == "be" else base) in DECISIVE
    family = {"may": "may", "might": "may", "could": "may", "will": "will", "would": "will"}.get(cue[0], "plan")
    if cue[-1] in ("likely", "unlikely"):
        family = "may"
    if family == "will" and not decisive:
        return  # what will be, will be
    yield (
        f"Will {who} {' '.join(rest)}?",
        "unknown" if family == "may" else "announced",
        family if decisive else f"{family}, mild",
    )


def verb_phrase(rest: str) -> list[str]:
    """Give the words from a bare verb on, where they stand alone; none where they do not."""
    parts = trimmed(rest)
    if not parts or any('"' in part for part in parts):
        return []
    base = parts[0].lower()
    if _second_verb(parts):
        return []
    if base == "be" and len(parts) > 2 and parts[1].lower() in verbs.PARTICIPLES:  # noqa: PLR2004 - "be lifted in March"
        return parts
    joined = [after.lower() for word, after in itertools.pairwise(parts) if word in ("and", "or")]
    if any(
        after in verbs.AUXILIARIES
        or after in verbs.GERUNDS
        or (after in verbs.THIRD and verbs.THIRD[after] not in verbs.NOUNS)
        or (after in verbs.PAST and base != "be")
        for after in joined
    ):
        return []
    return parts if base in verbs.BASES and len(parts) > 1 else []


def _second_verb(parts: list[str]) -> bool:
    """Tell whether another clause's verb follows with nothing to join it: "step down was backed by many"."""
    for word in parts[1:]:
        low = word.lower()
        if low in IN_THE_WAY or low in ("after", "before", "until", "once", "since"):
            return False
        if low in verbs.AUXILIARIES or low in verbs.CERTAIN_PAST:
            return True
    return False


def demands(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - every rule is given the same
    """Ask whether what somebody demands will come."""
    cue = DEMAND.search(text)
    if cue is not None and text[: cue.start()].count('"') % 2 == 0 and not NEGATED.search(text[: cue.start()]):
        who, rest = re.sub(r" \w+day$", "", cue["who"]).split(), verb_phrase(cue["vp"])
        if (
            is_name(who)
            and who[0] not in ("a", "an")
            and rest
            and not THEIRS.intersection(rest)
            and (rest[0].lower() in DECISIVE or rest[0].lower() not in IDLE)
        ):
            yield f"Will {' '.join(who)} {' '.join(rest)}?", "announced", "demand"
    called = CALLED_FOR.search(text)
    of = phrase(called["of"]) if called else ""
    if called is not None and of and not NEGATED.search(text[: called.start()]):
        yield f"Will there be {called['what']} {called['link']} {of}?", "announced", "demand"


def weighed(text: str, common: Common, about: str) -> Iterator[Seen]:
    """Ask whether somebody will do what they are considering."""
    cue = WEIGHED.search(text)
    who = party(text[: cue.start()]).split() if cue else []
    base = verbs.GERUNDS.get(cue["verb"].lower(), "") if cue else ""
    rest = verb_phrase(f"{base} {cue['rest']}") if cue and base else []
    if who[:1] and who[0].lower() in PRONOUNS:
        who = meant(who[0], about, ["will", *rest]).split()
    if who and rest:
        yield f"Will {' '.join(lowered(who, common))} {' '.join(rest)}?", "announced", "plan"


def talks(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether those who negotiate will agree."""
    cue = TALKS.search(text)
    if cue is None or not GOING_ON.search(cue["rest"]) or '"' in cue["who"]:
        return
    parts = cue["who"].split()
    if len(parts) <= LONGEST_PAIR and not any(
        word.lower() in verbs.AUXILIARIES or word.lower() in PREPOSITIONS - {"of"} for word in parts
    ):
        yield f"Will {cue['who']} reach an agreement?", "announced", "talks"


def rulings(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask how a decision that is expected will go."""
    cue = EXPECTED.search(text)
    of = phrase(cue["of"]) if cue else ""
    if cue is not None and of:
        yield f"What will the {cue['what'].lower()} on {of} be?", "announced", "outcome"


def denials(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether what a state or an institution denies is so; never of a person."""
    cue = DENIED.match(text)
    who = cue["who"].split() if cue else []
    if cue is not None and {word.lower() for word in who} & (INSTITUTION | PLACES) and is_name(who):
        yield turned("whether", cue["clause"], party=" ".join(lowered(who, common))), "disputed", "denied"


def tolls(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask for a number that is called preliminary."""
    cue = TOLL.search(text)
    of = phrase(cue["of"]) if cue and PRELIMINARY.search(text) else ""
    if cue is not None and of:
        what = {"dead": "killed", "died": "killed"}.get(cue["what"].lower(), cue["what"].lower())
        verb = "are missing" if what == "missing" else f"were {what}"
        yield f"How many {cue['who'].lower()} {verb} in {of}?", "disputed", "toll"
