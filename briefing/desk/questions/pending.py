"""What an English sentence says is under way and has no end yet: an inquiry, a bill, talks, a request, a search, a patient.

Each rule is one clause pattern: a party, a verb of a closed list, a noun of a closed list, and a noun phrase that stands alone
(the patterns follow Quirk et al. 1985, chapters 16 and 17; cut-off questions, "but it is unclear why", are Ross's sluices, 1969).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.questions import verbs
from briefing.desk.questions.clause import turned
from briefing.desk.questions.naming import FRONTED, is_name, lowered
from briefing.desk.questions.nouns import phrase
from briefing.desk.questions.plans import DECISIVE, verb_phrase
from briefing.desk.questions.small_words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.desk.questions.raised import Common, Seen

MOST = 14  # words of what a bill or a plan would do: more hold a clause
OVER = re.compile(
    r"(?i)\b(?:found|concluded|ended|closed|completed|finished|failed|rejected|defeated|dropped|dismissed|cleared|settled|withdrew|withdrawn|signed|enacted|ratified|approved|passed|adopted|repealed|overturned|abandoned|became|last (?:year|month)|"
    r"years? ago|in (?:19|20)\d\d|had|never|previous|earlier|result(?:s|ed)?|led to|after (?:an?|the)|denied|granted)\b"
)
SLUICE = re.compile(
    r"^(?P<clause>.{12,140}?),? (?:but|and|though|although) (?:it (?:is|was|remains?|remained)|it's) (?:still |also |not |immediately |yet |currently |so far )*(?P<not>unclear|clear|unknown|known|certain|uncertain)"
    r" (?:exactly |precisely )?(?P<wh>why|when|how|where)\.?$"
)
INVERTED = re.compile(
    r"(?i)^(?:(?:also|still) )?(?:unknown|unclear|uncertain|not (?:yet )?(?:known|clear))(?: (?:at this point|so far|for now|as yet))? (?:is|was|remains?) (?P<wh>whether|if|who|what|why|when|where|how|which) (?P<clause>.+)"
)
YET = re.compile(r"^(?P<who>.{3,70}?) (?:has|have) (?:yet|still) to (?P<vp>.+)")
INQUIRY = re.compile(
    r"(?i)\b(?:(?:launch|open|order|begin|began|start|announc|conduct|demand)\w* (?:an?|its own|their own|a full|the) |(?P<on>investigation|inquiry|probe|review)? ?)(?:[\w-]+ ){0,3}?(?P<what>investigation|inquiry|probe|review) (?P<link>into|of) (?P<of>.+)"
)
PROBING = re.compile(
    r"(?i)\b(?:is|are|was|were) (?:also |now |still |currently )?(?:investigating|reviewing|probing|looking into|examining) (?P<of>(?:the|an?|claims|reports|allegations) .+|claims .+|reports .+)"
)
GOING_ON = re.compile(
    r"(?i)\b(?:is|are|remains?|continu\w+|under way|underway|ongoing|launch\w*|open(?:s|ed)|order(?:s|ed)|announc\w+|began|begins?|start(?:s|ed)|will|has|have)\b"
)
LAW = re.compile(
    r"(?i)\b(?:an?|the|this|his|her|their|new|proposed) (?:[\w.'-]+ ){0,2}?(?P<what>bill|measure|legislation|amendment|constitutional amendment|resolution|referendum)(?: (?:that|which))? (?:(?:would|aims to|is aimed at|seeks to|proposes to) |to (?=[a-z]))(?P<vp>.+)"
)
SCHEME = re.compile(
    r"(?i)\b(?:an?|the|new|ambitious|controversial) (?P<what>plans?|proposals?|campaign|bid|petition|project|scheme) to (?P<vp>.+)"
)
MIDWAY = re.compile(r"^[^,.]{3,60}, (?:which|who|whose) [^,.]+,")  # cut there, it says something else
ADJUNCT = re.compile(
    r"(?i) (?:during .+|at a (?:news|press) conference.*|on \w+day\b.*|(?:this|last|next) (?:week|month|year)\b.*|but .+|(?:has|have|had|is|are|was|were|will|would|could) .+)$"
)
AFOOT = re.compile(
    r"(?i)\b(?:is|are|has|have|would|will|proposed|announced|unveiled|introduced|calls?|backs?|supports?|opposes?|considering|debating|includes?)\b"
)
IN_TALKS = re.compile(
    r"^(?P<who>.{3,60}?) (?:is|are|was|were|has been|have been) (?:still |also |now |currently |reportedly )?(?:in (?:\w+ )?(?:talks|negotiations|discussions)|negotiating|holding talks) (?:(?P<to>to (?P<vp>.+))|with (?P<with>.+))"
)
TALKS_ON = re.compile(
    r"(?i)\b(?P<what>(?:(?:peace|nuclear|trade|climate|budget|coalition|contract|wage|ceasefire|cease-fire|merger) )?(?:talks|negotiations)) (?:on|over|about|with|to end|to secure) (?P<of>.+)"
)
RESUMING = re.compile(
    r"(?i)\b(?:continu\w+|resum\w+|ongoing|under way|underway|stall\w+|deadlock\w*|deadline|round|critics|negotiators|(?:talks|negotiations) [\w ]{3,40} (?:will|are|is) )"
)
DONE_TALKING = re.compile(r"(?i)\b(?:after|following|possible|late for|any) (?:\w+ )?(?:talks|negotiations)\b")
REQUEST = re.compile(
    r"^(?P<who>.{3,60}?) (?:(?:has |have )?(?:applied for|requested|asked for|appealed for|petitioned for)|(?:is|are) (?:seeking|asking for|applying for|requesting)|seeks?|wants?) "
    r"(?P<what>(?:political )?asylum|clemency|a pardon|bail|parole|bankruptcy protection|a new trial|a retrial|refugee status|permission|an? (?:\w+ )?(?:loan|bailout|visa|licen[sc]e|extension|recount))\b"
)
SEARCH = re.compile(
    r"(?i)\b(?:the |a )?(?:massive |desperate |international |nationwide )?(?P<what>search|hunt|manhunt) for (?P<of>(?:the |any )?(?:[\w-]+ ){0,3}(?:survivors?|victims?|bodies|body|plane|jet|aircraft|airliner|wreckage|debris|black box\w*|recorders?|ship|ferry|boat|submarine|MH\d+|flight \w+|passengers?|crew|remains|gunm[ae]n|attackers?|killers?|hostages?|girls?|boys?|sailors?|climbers?|miners?)\b.*)"
)
SEARCHING = re.compile(
    r"(?i)\b(?:continu\w+|resum\w+|ongoing|under way|underway|suspended|expand\w+|intensif\w+|still|goes on|enters?|will)\b"
)
CRITICAL = re.compile(
    r"^(?P<who>.{3,60}?) (?:is|are|remains?|was|were|remained) (?:also |still |listed |now )?in (?:a )?(?:critical|grave|serious|extremely critical)(?: but stable)? condition\b"
)
CONDITION = re.compile(
    r"(?i)^(?P<of>the .{3,40}?(?:'s|s')) (?P<what>condition|conditions|name|names|identity|identities|whereabouts|age|ages|fate) (?:is|are|was|were|has|have) (?:still )?not (?:yet )?(?:immediately |been )*(?:known|clear|released|disclosed|made public)\b"
)
CAUGHT = re.compile(
    r"(?i)\b(?:no (?:arrests?|suspects?) (?:has|have) been (?:made|identified|named|announced)|no one has been (?:arrested|charged)|(?:gunmen|gunman|attackers?|killers?|robbers?|shooters?|thieves) (?:is|are|remains?) (?:still )?at large)"
    r"(?:[^,.]{0,20}? (?:in|over|for|in connection with) (?P<of>.+))?"
)
CRIME = re.compile(
    r"(?i)\b(?:attack|attacks|shooting|shootings|robbery|killing|killings|bombing|stabbing|theft|blast|heist|raid|arson|vandalism|kidnapping|abduction)\b"
)


# What is inquired into: what happened, or what somebody's doings were.
HAPPENED = re.compile(
    r"(?i)\b(?:deaths?|killings?|murders?|shootings?|attacks?|crash|crashes|collision|fires?|blaze|explosions?|blasts?|bombings?|collapse|claims?|reports?|use|handling|practices|records|finances|deal|sale|spending|"
    r"leaks?|breach|outbreak|accidents?|failures?|delays?|fraud|corruption|response|safety|emails|abuses?|violations|derailment|sinking|disaster|disappearance|theft|thefts|poisonings?|contamination|hacking|data|"
    r"interference|treatment|conditions|origins?|response|burglary|robbery|riots?|clashes|strike|bribery|doping|match-fixing|pollution|spill|outage|stampede|recall|policing|purchase|contracts?|payments?|funding)\b"
)
VERBAL = re.compile(
    r"(?i)\b(?:continues?|enters?|resumes?|goes|begins?|remains?|around|from the beginning|announced|says?|suspect|candidate|incident|matter|case|allegations|complaint)\b"
)
# Where a phrase ends: the verb of its own clause, which may look like a noun.
ENDS = re.compile(
    r"(?i) (?:continu\w+|enter\w*|resum\w*|goes|go|begins?|began|start\w*|remain\w*|expand\w*|intensif\w+|suspended|around [A-Z]\w+ \d).*$"
)


SAID = re.compile(r", [^,]{2,60} (?:said|says|reported|told [\w ]+)(?: \w+day)?$")


def _noun(rest: str, most: int) -> str:
    """Give a noun phrase that says of what: cut before its clause's verb, none that only points at something."""
    of = phrase(ENDS.sub("", rest), most)
    return (
        ""
        if VERBAL.search(of)
        or re.match(r"\w+day\b", of)
        or '"' in of
        or of.lower().startswith(("the man", "the woman"))
        else of
    )


PROPOSED = re.compile(
    r"(?i)\b(?:the|a|its|their|his|her|[A-Z][\w.]+'s) (?:\$?[\d.,]+ (?:billion|million) )?(?:proposed|planned) (?P<what>purchase|merger|acquisition|takeover|sale|ban|tax|cut|cuts|increase|law|reform|pipeline|dam|highway|expansion|closure|"
    r"privatization|privatisation|deployment|withdrawal|settlement|rule|rules|trade deal|referendum) (?P<link>of|with|on|in|for|by|from|to|at|between) (?P<of>.+)"
)
INSISTS = re.compile(
    r"(?i)\b(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|propos(?:es|ed|ing)|recommend(?:s|ed|ing)?|request(?:s|ed|ing)?) that (?P<who>(?:the |[A-Z]).{2,50}?) (?=[a-z]+ )(?P<vp>.+)"
)


def sluices(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - every rule is given the same
    """Ask what a cut-off question asks: "two men were held, but it was not clear why"."""
    cue = SLUICE.match(FRONTED.sub("", text))
    if cue is not None and (cue["not"].lower().startswith("un") or " not " in text[cue.end("clause") :].lower()):
        parts = SAID.sub("", cue["clause"]).split()
        yield turned(cue["wh"], " ".join(lowered(parts, common))), "unknown", "unknown"
    inverted = INVERTED.match(text)
    if inverted is not None:
        yield turned(inverted["wh"], inverted["clause"]), "unknown", "unknown"


def unfinished(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether what somebody has yet to do will be done."""
    cue = YET.match(FRONTED.sub("", text))
    who, rest = (cue["who"].split(), verb_phrase(cue["vp"])) if cue else ([], [])
    if rest and is_name(who) and rest[0] not in ("be", "see", "find", "come", "meet", "happen"):
        yield f"When will {' '.join(lowered(who, common))} {' '.join(rest)}?", "unknown", "yet"


def inquiries(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask what an inquiry that is under way will find."""
    if OVER.search(text):
        return
    cue = INQUIRY.search(text)
    if cue is not None and GOING_ON.search(text):
        of = _noun(cue["of"], 7)
        if HAPPENED.search(of) and len(of.split()) > 1:
            yield f"What will the {cue['what'].lower()} {cue['link'].lower()} {of} find?", "unknown", "inquiry"
            return
    probing = PROBING.search(text)
    bare = probing is not None and probing["of"].split()[0].lower() in ("claims", "reports", "allegations")
    of = (
        _noun(f"the {probing['of']}" if bare else probing["of"], 8).removeprefix("the " if bare else "")
        if probing
        else ""
    )
    if HAPPENED.search(of) and len(of.split()) > 2:  # noqa: PLR2004 - "the fire" says nothing
        yield f"What will the investigation into {of} find?", "unknown", "inquiry"


def laws(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether a bill will pass, a plan go ahead."""
    if '"' in text:
        return
    for rule in (LAW, SCHEME):
        cue = rule.search(text)
        rest = verb_phrase(ADJUNCT.sub("", cue["vp"])) if cue and not MIDWAY.search(cue["vp"]) else []
        if cue is None or not 2 < len(rest) <= MOST or OVER.search(text.replace(" ".join(rest), "")):  # noqa: PLR2004 - a verb, and of what
            continue
        what, does = cue["what"].lower(), " ".join(rest)
        if rule is LAW:
            yield f"Will the {what} to {does} pass?", "announced", "law"
            return
        if AFOOT.search(text):
            goes = "succeed" if what in ("campaign", "bid", "petition") else "go ahead"
            yield f"Will the {what} to {does} {goes}?", "announced", "scheme"


def proposals(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether what is proposed will go ahead, and whether who is told to do something will."""
    cue = PROPOSED.search(text)
    of = _noun(cue["of"], 6) if cue and '"' not in text and not OVER.search(text) else ""
    if cue is not None and of:
        yield f"Will the proposed {cue['what'].lower()} {cue['link'].lower()} {of} go ahead?", "announced", "scheme"
    told = INSISTS.search(text)
    if told is not None and text[: told.start()].count('"') % 2 == 0:
        words = f"{told['who']} {told['vp']}".split()
        for place in range(1, min(len(words), 7)):
            who, rest = words[:place], verb_phrase(" ".join(words[place:]))
            if who[-1] in verbs.BASES - verbs.NOUNS:
                return
            if rest and rest[0] in DECISIVE and is_name(who) and not words[place - 1].endswith("'s"):
                yield f"Will {' '.join(who)} {' '.join(rest)}?", "announced", "demand"
                return


def negotiations(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether those who negotiate will agree."""
    plain = FRONTED.sub("", text)
    cue = IN_TALKS.match(plain)
    who = cue["who"].split() if cue else []
    if cue is not None and is_name(who):
        named = " ".join(lowered(who, common))
        rest = verb_phrase(cue["vp"]) if cue["to"] else []
        of = _noun(cue["with"], 7) if cue["with"] else ""
        if rest:
            yield f"Will {named} {' '.join(rest)}?", "announced", "talks"
        elif of:
            yield f"Will {named} reach an agreement with {of}?", "announced", "talks"
        return
    on = TALKS_ON.search(text)
    of = _noun(on["of"], 6) if on else ""
    if on is not None and of and RESUMING.search(text) and not OVER.search(text) and not DONE_TALKING.search(text):
        link = text[on.end("what") : on.start("of")].strip()
        yield f"Will the {on['what'].lower()} {link} {of} succeed?", "announced", "talks"


def requests(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether what somebody has asked for will be granted."""
    cue = REQUEST.match(FRONTED.sub("", text))
    who = cue["who"].split() if cue else []
    if cue is not None and is_name(who) and not OVER.search(text):
        yield f"Will {' '.join(lowered(who, common))} be granted {cue['what'].lower()}?", "announced", "request"


def searches(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask whether what is being searched for will be found, and whether the hurt will live."""
    cue = SEARCH.search(text)
    if cue is not None and SEARCHING.search(text):
        of = _noun(cue["of"], 7)
        if of and not of.startswith("the missing") and len(of.split()) > 1:
            yield f"Will the {cue['what'].lower()} for {of} succeed?", "unknown", "search"
    hurt = CRITICAL.match(FRONTED.sub("", text))
    who = hurt["who"].split() if hurt else []
    if hurt is not None and len(who) > 1 and is_name(who) and number(who):
        yield f"Will {' '.join(lowered(who, common))} survive?", "unknown", "hurt"
    known = CONDITION.match(text)
    if known is not None:
        be = "are" if known["what"].lower().endswith("s") and known["what"].lower() != "whereabouts" else "is"
        yield f"What {be} {known['of'][:1].lower() + known['of'][1:]} {known['what'].lower()}?", "unknown", "detail"


def unsolved(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - likewise
    """Ask who did what nobody has been caught for; of the deed, never of a person."""
    cue = CAUGHT.search(text)
    of = _noun(cue["of"], 7) if cue and cue["of"] else ""
    if of and CRIME.search(of):
        yield f"Who was behind {of}?", "unknown", "unsolved"
