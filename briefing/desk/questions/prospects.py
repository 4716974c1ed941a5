"""What an English sentence says is in the balance: a deal, a verdict, an election, a match, a bill, a condition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.questions.clause import trimmed, turned
from briefing.desk.questions.naming import INSTITUTION, PLACES, is_name
from briefing.desk.questions.nouns import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.desk.questions.raised import Common, Seen

PACT = r"(?:pact|deal|agreement|accord|treaty|truce|cease-?fire|settlement|compromise)"
DEAL = re.compile(
    rf"(?i)\b(?:to|on|of|for|could|can|will|may|toward|towards) (?:try to )?(?:reach(?:ing)?|strik(?:e|ing)|secur(?:e|ing)|finali[sz](?:e|ing)|clinch(?:ing)?|negotiat(?:e|ing)|forg(?:e|ing)|hammer(?:ing)? out|work(?:ing)? out|broker(?:ing)?|agree(?:ing)? on|conclud(?:e|ing)|get(?:ting)?) "
    rf"(?P<what>an? (?:[\w-]+ ){{0,3}}?{PACT})(?P<rest> (?:with|on|over|about|in|between|to (?:end|limit|curb)) .+)?"
)
SETTLED = re.compile(
    r"(?i)\b(?:reached|struck|signed|secured|helped|failed|succeeded|was able|were able|managed) (?:to )?"
)
JURY = re.compile(
    r"(?i)\b(?P<who>the jury|jurors|the judge|a judge|the court|the appeals court|the Supreme Court|a jury|the high court) (?:will |must |is to |are to |is expected to |are expected to |has yet to |have yet to |began |begins |is |are )"
    r"(?:also |now |then |still )?(?:decide|deliberat\w+|rule|consider|weigh)\b"
)
ELECTION = re.compile(
    r"(?i)\b(?:(?:in|for|of|before|ahead of|until|win|wins|winning|contest|hold|holds|holding) )(?P<what>(?:the |an? )?(?:\d{4} |next |upcoming |coming )?(?:\w+ ){0,2}?(?:presidential|parliamentary|general|mayoral|gubernatorial|"
    r"runoff|legislative|Senate) (?:election|elections|primary|primaries|race|vote|runoff|nomination))\b(?P<rest>.*)"
)
TO_COME = re.compile(
    r"(?i)\b(?:will|next|upcoming|coming|scheduled|set for|later this|ahead of|candidates?|potential|likely|run for|running|possible|campaign)\b"
)
PAST_VOTE = re.compile(
    r"(?i)\b(?:last|won|lost|defeated|elected|was|were|had|ago|disputed|since|after)\b|\b(?:19\d\d|200\d)\b"
)
MATCH = re.compile(
    r"(?P<a>[A-Z][\w.'-]+(?: (?:[A-Z][\w.'-]+|of|and)){0,4}) (?:will (?:now )?(?:face|play|meet|take on|host)|(?:now )?(?:faces?|takes? on|hosts?)|(?:is|are) (?:set|due) to (?:face|play|meet|take on)) "
    r"(?P<b>(?:[a-z-]+ ){0,2}(?:No\. \d+ )?[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3})(?P<rest>.*)"
)
# What is met in sport, and who does not play: without these, "meet", "face" and "play" are of politics and the stage.
SPORT = frozenset(
    """striker goalkeeper midfielder winger tournament semifinal semi-final semifinals quarterfinal quarter-final playoff playoffs kickoff kick-off
    derby innings wicket wickets scored unbeaten unseeded quarterback touchdown touchdowns halftime half-time shootout relegation standings
    boxer heavyweight bout featherweight middleweight welterweight tiebreak rugby football soccer basketball baseball hockey cricket
    tennis volleyball handball""".split()
)
HALF_SPORT = frozenset(
    "league cup match matches season goal goals set sets seed seeded coach defender points game games knockout fixture champions champion title".split()
)
SPORTING = 2  # of its words, two of the second kind for one, which an article on a match has
OF_SPORT = re.compile(
    r"\b(?:[A-Z]\w+ (?:League|Cup|Trophy|Open)|Wimbledon|Super Bowl|Grand Slam|Championships?|Euro \d{4})\b"
)
TALKED = re.compile(
    r"(?i)\b(?:talks|negotiations?|summit|parliament|lawmakers|senate|congress|treaty|agreement|deal|trade|minister|president|chancellor|premier|king|queen|pope|ambassador|envoy|voters|court|trial|hearing|prosecutors?|press|"
    r"visit|film|role|stage|concert|opera|orchestra|song)\b"
)
ROUND = re.compile(
    r"(?i)\b(?P<of>in (?:the|its|his|her|their) (?:[\w-]+ ){0,3}?(?:final|finals|semifinals?|semi-finals?|quarterfinals?|quarter-finals?|round(?: of \d+)?|title fight|championship game|playoffs?)|on (?:Satur|Sun|Mon|Tues|Wednes|Thurs|Fri)day)\b"
)
BILL = re.compile(
    r"(?i)\b(?:the |a |this )?(?P<what>bill|measure|legislation|proposal|resolution|budget|amendment|deal|agreement|merger|plan)\b[^.]{0,60}?\b(?:now )?(?:goes|go|heads|moves|headed|(?:will be |was |is being |being )?sent|"
    r"must (?:still )?be (?:approved|ratified|passed|signed) by|(?:still )?needs? (?:the )?(?:approval|support|backing)(?: of| from)?|needs? to be (?:approved|passed|ratified|signed) by|awaits? (?:approval|action) (?:by|from|in)|"
    r"subject to approval by|requires? (?:the )?approval (?:of|from|by)) (?:back )?(?:to |before |by |of |from )?(?P<who>(?:the )?(?:state |full |US |U\.S\. |upper |lower )?(?:Senate|House|Congress|governor|president|parliament|council|cabinet|voters|court|board|Gov\. [A-Z]\w+ [A-Z]\w+))\b"
)
CONDITION = re.compile(r"(?:^|, |\b(?:and|but|that|only|even) )(?P<wh>[Ii]f|[Uu]nless) (?P<clause>(?:the |[A-Z]).+)")
AWAITED = re.compile(
    r"(?i)\b(?:await(?:s|ed|ing)?|waiting for|wait for|pending) (?:the )?(?:official |final |full )?(?P<what>results?|outcome|findings|verdict|conclusions?) (?:of|from) (?P<of>.+)"
)
DUE = re.compile(
    r"(?i)^(?:the|its|their|an?) (?:[\w-]+ ){0,2}?(?P<what>findings|results?|report|review|verdict) (?P<link>of|from|into|on|in) (?P<of>.+?) (?:is|are|will be) (?:\w+ )?(?:due|expected|to be (?:released|published|presented|announced|made public)|"
    r"released|published|presented|announced|made public)\b"
)
LOST = re.compile(
    r"(?i)\b(?P<about>(?:more than|at least|about|some|nearly|up to|as many as|around) )?(?P<who>(?:[\d,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of) (?:other |more )?(?:people|passengers|sailors|soldiers|miners|climbers|hikers|workers|children|students|crew members|residents|fishermen)) "
    r"(?:are|remain|remained|were|still) (?:still )?(?P<how>missing|unaccounted for)"
)
SINCE = re.compile(r" (?P<link>after|since|from|in|off|near|at) (?P<of>(?:the |an? |[A-Z]).+)")
LONGEST_EVENT = 9  # words of what they are missing from: more hold another clause
PROBE = re.compile(
    r"(?i)\b(?:investigating|investigate|investigation (?:into|of)|probe into|inquiry into|looking into) (?P<of>(?:the |an? |last week's |Friday's |Monday's |Tuesday's |Wednesday's |Thursday's |Saturday's |Sunday's )(?:[\w-]+ ){0,3}?"
    r"(?P<event>crash|fire|blast|explosion|explosions|collapse|derailment|outbreak|sinking|blaze|accident|outage|leak|spill|shooting|shootings|stabbing|brawl|clash|clashes|standoff|riot|disappearance|deaths?|breach|stampede|wreck))\b(?P<rest>.*)"
)
CAUSED = frozenset(
    "crash fire blast explosion explosions collapse derailment outbreak sinking blaze accident outage leak spill death deaths breach stampede wreck".split()
)


def deals(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - every rule is given the same
    """Ask whether a deal that is sought will be reached."""
    cue = DEAL.search(text)
    if cue is None or SETTLED.search(text[: cue.start()]) or text[: cue.start()].count('"') % 2:
        return
    rest = ""
    if cue["rest"]:
        link, _, tail = cue["rest"].strip().partition(" ")
        of = phrase(tail) if link in ("with", "on", "over", "about", "in", "between") else ""
        rest = f" {link} {of}" if of and (link != "between" or " and " in of) else ""
    if rest or len(cue["what"].split()) > 2:  # noqa: PLR2004 - "a deal" alone is any
        yield f"Will {cue['what']}{rest} be reached?", "announced", "deal"


def verdicts(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask what those who judge will decide."""
    cue = JURY.search(text)
    if cue is not None and text[: cue.start()].count('"') % 2 == 0:
        who = {"jurors": "the jurors", "a judge": "the judge", "a jury": "the jury"}.get(
            cue["who"].lower(), cue["who"][:1].lower() + cue["who"][1:]
        )
        yield (f"What verdict will {who} reach?" if "jur" in who else f"How will {who} rule?"), "announced", "verdict"


def elections(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask who will win a vote that is to come."""
    cue = ELECTION.search(text)
    if cue is None or PAST_VOTE.search(text) or not TO_COME.search(text):
        return
    what = re.sub(r"^(?:the|an?|next) ", "", cue["what"])
    place = re.match(r" in ((?:the )?[A-Z]\w+(?: [A-Z]\w+)?)(?=[ ,.]|$)", cue["rest"])
    where = f" in {place[1]}" if place and place[1] not in MONTHS else ""
    yield f"Who will win the {what}{where}?", "announced", "election"


MONTHS = frozenset("January February March April May June July August September October November December".split())


def matches(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask who will win a match that is to be played."""
    cue = MATCH.search(text)
    stage = ROUND.search(cue["rest"]) if cue else None
    if (
        cue is None
        or stage is None
        or not is_name(cue["a"].split())
        or re.search(r"\b(?:or|either) $", text[: cue.start()])
        or not _sporting(text, stage["of"], common)
    ):
        return
    theirs = re.sub(r"in (?:its|his|her|their) ", "in the ", stage["of"])
    yield f"Will {cue['a']} beat {cue['b']} {theirs}?", "announced", "match"


def _sporting(text: str, stage: str, common: Common) -> bool:
    """Tell whether those who meet do so in sport: by the stage, or by what else their article speaks of."""
    if TALKED.search(text):
        return False
    if OF_SPORT.search(text) or re.search(r"(?i)final|playoff|title fight|championship game", stage):
        return True
    return len(SPORT & common()) + len(HALF_SPORT & common()) / 2 >= SPORTING


def bills(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether those who must approve something will."""
    cue = BILL.search(text)
    if cue is not None:
        who = cue["who"] if cue["who"].lower().startswith(("the ", "gov", "congress")) else f"the {cue['who']}"
        yield (
            f"Will {who[:1].lower() + who[1:] if who.startswith('The') else who} approve the {cue['what'].lower()}?",
            "announced",
            "bill",
        )


def conditions(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether a condition that is named will come true; only of a state, a court, a company, and only of what is to come."""
    cue = CONDITION.search(text)
    if cue is None or text[: cue.start()].count('"') % 2:
        return
    parts = trimmed(cue["clause"])
    if {part.lower().removesuffix("'s") for part in parts[:4]} & (INSTITUTION | PLACES) and parts[1:2] != ["state"]:
        asked = turned("whether", cue["clause"], future=True)
        if asked.startswith(("Will ", "Can ")):  # "if the council has voted": a condition asks for no fact
            yield asked, "unknown", "condition"


def awaited(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask for results that are awaited."""
    cue = AWAITED.search(text)
    of = phrase(cue["of"]) if cue else ""
    if cue is not None and of:
        noun = cue["what"].lower()
        yield (
            f"What will the {noun} of {of} {'be' if noun in ('outcome', 'verdict', 'result') else 'show'}?",
            "announced",
            "awaited",
        )


def due(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask what findings that are due will show."""
    cue = DUE.match(text)
    of = phrase(cue["of"]) if cue else ""
    if cue is not None and of:
        yield f"What will the {cue['what'].lower()} {cue['link']} {of} show?", "announced", "awaited"


def lost(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether the missing will be found; only where it is said of what they are missing."""
    cue = LOST.search(text)
    since = SINCE.match(text, cue.end()) if cue else None
    what = trimmed(since["of"]) if since else []
    if cue is not None and since is not None and 1 < len(what) <= LONGEST_EVENT and '"' not in since["of"]:
        who = cue["who"].split(maxsplit=1)[1].removeprefix("of ").removeprefix("other ") if cue["about"] else cue["who"]
        named = who.lower() if who.lower().startswith(("dozens", "hundreds")) else f"the {who.lower()}"
        yield f"Will {named} {cue['how']} {since['link']} {' '.join(what)} be found?", "unknown", "lost"


def probes(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask what caused, or led to, an event that is being investigated."""
    cue = PROBE.search(text)
    if cue is not None and re.search(r"(?i)\b(?:following|after) (?:an?|the) [\w ]{0,30}$", text[: cue.start()]):
        return
    if cue is None or (cue["event"] == "death" and not re.match(r" of (?:[A-Z]|the )", cue["rest"])):
        return
    tail = re.match(r" (?:of|in|on|at|near|outside) (?:the |[A-Z]).*", cue["rest"])
    of = phrase(tail.group().split(maxsplit=1)[1]) if tail else ""
    parts = cue["of"].split()
    event = " ".join(["the", *parts[1:]]) if parts[0] in ("a", "an", "the", "The") else cue["of"]
    where = f" {cue['rest'].split()[0]} {of}" if of and len(of.split()) <= 6 else ""  # noqa: PLR2004 - a longer one holds a clause
    yield f"What {'caused' if cue['event'].lower() in CAUSED else 'led to'} {event}{where}?", "unknown", "probe"
