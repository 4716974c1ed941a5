"""What an English sentence says is not known, disputed or yet to come, as a question.

Each rule is a cue and the clause, the noun or the verb behind it. A rule that finds its cue and is not sure of the
words gives nothing: the sentence then stands among the unknowns, if it says that something is not known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.questions.attempts import bids, deadlines, suits
from briefing.desk.questions.clause import turned
from briefing.desk.questions.definite import completed
from briefing.desk.questions.naming import accuses, antecedent, party
from briefing.desk.questions.nouns import located, phrase, unknown_nouns
from briefing.desk.questions.pending import (
    inquiries,
    laws,
    negotiations,
    proposals,
    requests,
    searches,
    sluices,
    unfinished,
    unsolved,
)
from briefing.desk.questions.plans import demands, denials, plans, rulings, talks, tolls, weighed
from briefing.desk.questions.prospects import (
    awaited,
    bills,
    conditions,
    deals,
    due,
    elections,
    lost,
    matches,
    probes,
    verdicts,
)
from briefing.desk.questions.raised import Raised
from briefing.desk.questions.small_words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.desk.questions.raised import Common, Context, Seen

WH = r"(?P<wh>whether|if|who|what|why|when|where|how|which)\s+(?P<clause>.+)"
_SOON = r"(?:(?:still|also|as yet|yet|not yet|so far|currently|immediately|entirely|fully|at once|largely) ){0,2}"
_OPEN = rf"(?:unclear|unknown|uncertain|undecided|undetermined|to be seen|not {_SOON}(?:clear|known|established|determined|certain))"
_TELL = "say|know|explain|disclose|confirm|reveal|specify|elaborate on"
_VERIFY = "investigat|prob|examin|review|assess|consider|weigh|debat|discuss|study"
# What says, in the source's own words, that something is not known.
UNKNOWN = re.compile(
    rf"(?i)(?:(?:\b(?:is|was|are|were|remains?|remained)|\b(?:it|what)'s) {_SOON}{_OPEN}(?! (?:to|in|for|outside|as|among)\b)|"
    rf"\bit (?:is|was) {_SOON}not {_SOON}certain|\b(?:is|was|are|were)n't {_SOON}(?:clear|known)|"
    r"\b(?:has|have|had)(?: (?:still|so far|yet))?(?: not|n't) (?:yet |so far )?(?:said|disclosed|announced|explained|decided|confirmed|"
    r"determined|named|revealed|specified|established)|"
    rf"\b(?:did|does|do|would|will|could|can)(?: not|n't) (?:yet |immediately )?(?:{_TELL}|tell)|\bdeclined to (?:{_TELL})|"
    r"\b(?:nobody|no one) (?:yet )?knows|\bremain(?:s|ed)? (?:an open question|a mystery|an unanswered question)|"
    r"\b(?:much|a lot|a great deal|it all|everything|success|the outcome)(?: now)?(?: may| will| could| would)? ?(?:hangs?|depends?|hinges?|rests?) on)"
    r"\b(?! (?:more|much|anything|so|that|it|further)\b)"
)
# What says that somebody asks, and stands right before what is asked.
ASKING = re.compile(
    r"(?i)(?:(?<!\bsettles the )(?<!\bsettled the )(?<!\banswers the )(?<!\banswered )(?<!\banswer )\bquestions? (?:\w+ ){0,4}?(?:about|over|as to|on|of|around) |\b(?:the|a|one) (?:\w+ ){0,2}question (?:now )?(?:is|remains|becomes) |"
    r"\b(?<!\bno )(?:debate|dispute|doubts?|uncertainty|confusion|disagreement|speculation|mystery|no (?:immediate |official )?(?:word|indication|"
    r"information|details?)) (?:\w+ )?(?:over|about|as to|on|of|around|surrounding) |"
    rf"\b(?:is|are|was|were|be|been|still|began|started) (?:now |still |also )?(?:(?:{_VERIFY})(?:y?ing)|trying to (?:\w+ )?(?:determine|establish|"
    r"learn|find out|figure out|ascertain|understand)|determining|looking (?:into|at)|deciding|wondering|asking) |"
    r"\b(?:will|would|must|should|to|could|may) (?:determine|establish|find out|figure out|ascertain|decide|consider|investigate|examine|"
    r"look into|rule|rule on|vote|vote on|say|announce|learn|assess|discuss|debate) (?:(?:on|by|in) (?:\w+day|[A-Z]\w+(?: \d{1,2})?|the coming \w+) |(?:next|this) \w+ |\w+day |tomorrow |later |soon )?|"
    r"\b(?:has|have) (?:yet|still) to (?:say|decide|announce|determine|reveal|disclose|confirm|explain) |\b(?:undecided|unsure|not sure|not certain) "
    r"(?:about |of |on )?|\b(?:declined|refused) to comment on |\b(?:did|would|will) not comment on |\btoo (?:early|soon) to (?:say|tell|know|determine) |\b(?:hard|difficult|impossible) to (?:say|know|tell|predict|determine) |"
    r"\b(?:wait(?:ing)?(?: and)?|remains|have|has|want|eager|curious) to see |\bwait and see )(?=(?:whether|if|who|what|why|when|where|how|which) )"
)
# What says that something may or may not be so; what it may be follows "that".
CLAIMED = re.compile(
    r"(?i)\b(?:speculation|rumou?rs|(?:the |a )?possibility|suspicions?|unconfirmed reports|no (?:evidence|proof|indication|confirmation)|"
    r"(?:could|can) ?not (?:independently |immediately )?(?:verify|confirm)|(?:(?:not|n't|cannot|without) (?:yet |be )?(?:rule|ruled|ruling) out|refused to rule out)(?: the possibility)?) that (?P<clause>.+)"
)
FRONTED = re.compile(
    r"(?i)^(?P<wh>whether|who|what|why|when|where|how|which) (?P<clause>[^,]{8,110}?)(?: --|,)? (?:is|was|remains?|remained) (?:still |as yet |also |another |an? )*"
    r"(?:unclear|unknown|uncertain|to be seen|mystery|open question|undetermined|question|not (?:yet )?(?:clear|known)|anyone's guess)\b"
)
LED = re.compile(
    r"(?i)(?:is|are|was|were|has|have|will|would|must|should|could|may|undecided|unsure|not) "
)  # the cue is the verb of its party
AUTHENTIC = re.compile(r"(?i)\b(?:verify|verified|confirm|confirmed) the (?:authenticity|veracity) of (?P<of>.+)")
NOT = re.compile(r"(?i)\b(?:not|n't|cannot|unable to|yet to)\b|n't\b")
DEPENDS = re.compile(r"(?i)\b(?:hang|depend|hinge|rest)s? on$")
SETTLING = re.compile(r"(?i)^(?:will|would|must|could|may) (?:determine|decide)\b")
CLAUSE = re.compile(
    rf"(?i)(?:,? (?:yet|still|exactly|precisely|however|at this stage|immediately),?| (?:on|late on|by) \w+day(?: (?:morning|afternoon|evening|night))?)?\s+{WH}"
)
AFTER_WORD = re.compile(rf"(?i){WH}")
CONNECTIVE = re.compile(
    r"(?i)^(?:but|and|yet|so|still|however|meanwhile|also|then|now|for now|in addition|at the same time),? "
)
DATELINE = re.compile(r"^(?:[A-Z][\w ,.'’/-]{0,40})?\(CNN\)\s*(?:--?|—|–)?\s*|^[A-Z][A-Z ,.'’a-z/-]{2,50} (?:--|—|–) ")


def opened(sentence: str) -> str:
    """Give a sentence without dateline and leading connective, with typewriter apostrophes."""
    text = DATELINE.sub("", sentence.replace("’", "'").replace("“", '"').replace("”", '"'), count=1)
    text = CONNECTIVE.sub("", text, count=1)
    return text[:1].upper() + text[1:]


def embedded(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - every rule is given the same
    """Ask what a clause says is not known, or is being asked."""
    for cue, rule in ((UNKNOWN.search(text), CLAUSE), (ASKING.search(text), AFTER_WORD)):
        clause = rule.match(text, cue.end()) if cue else None
        if cue is None or clause is None or text[: cue.start()].count('"') % 2:
            continue
        future = DEPENDS.search(cue.group().strip()) is not None or SETTLING.search(cue.group()) is not None
        who = (party(text[: cue.start()].rstrip()) if rule is CLAUSE or LED.match(cue.group()) else "") or about
        family = "unknown" if rule is CLAUSE else "asking"
        yield turned(clause["wh"], clause["clause"], party=who, future=future), "unknown", family


def claims(text: str, common: Common, about: str) -> Iterator[Seen]:  # noqa: ARG001 - every rule is given the same
    """Ask whether what is only claimed, or cannot be verified, is so."""
    cue = CLAIMED.search(text)
    if cue is not None and text[: cue.start()].count('"') % 2 == 0:
        yield turned("whether", cue["clause"], party=about), "unknown", "claim"
    fronted = FRONTED.match(text)
    if fronted is not None:
        yield turned(fronted["wh"], fronted["clause"], party=about), "unknown", "unknown"
    verified = AUTHENTIC.search(text)
    of = phrase(verified["of"]) if verified and NOT.search(text[: verified.start()]) else ""
    if of:
        yield f"{'Are' if number(of.split()) == 'plural' else 'Is'} {of} authentic?", "unknown", "noun"


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


ASKS = _words("""unclear unknown uncertain undecided undetermined seen clear known established determined certain said disclosed announced
    explained decided confirmed named revealed specified say know explain disclose confirm reveal specify elaborate comment tell
    knows mystery question questions hangs hang depends depend hinges hinge rests rest debate dispute doubt doubts uncertainty
    confusion disagreement speculation word indication information details determine establish learn ascertain understand
    determining looking deciding wondering asking decide consider investigate examine unsure investigating probing examining
    reviewing assessing considering weighing debating discussing studying rule vote figure find look sure say announce early soon hard difficult impossible wait waiting see predict assess discuss yet""")
# Which rule is tried: only where one of its words stands in the sentence.
RULES = (
    (embedded, ASKS, frozenset("whether if who what why when where how which".split())),
    (unknown_nouns, _words("cause causes motive motives motivation reason reasons fate whereabouts identity identities origin origins source extent scope "
                           "cost future location claimed claim claims investigating search searching investigation investigated"), frozenset[str]()),
    (plans, _words("will may might could would is are plans plan pressure intends intend aims aim hopes hope wants want vows pledges promises threatens seeks "
                   "vowed pledged promised threatened agreed proposed offered decided"), frozenset[str]()),
    (demands, _words("call calls called calling urge urges urged urging press presses pressed pressing pressure appeal appeals appealed wants want petition "
                     "petitioned lobbied lobbying asked asking demand demands demanded demanding"), frozenset[str]()),
    (suits, _words("lawsuit suit complaint challenge petition action appeal appealing appealed challenging"), frozenset[str]()),
    (bids, _words("bid attempt effort efforts campaign push drive plan plans proposal"), frozenset(("to",))),
    (deadlines, frozenset(("until",)), frozenset(("to",))),
    (weighed, _words("considering weighing mulling contemplating ruled rule"), frozenset[str]()),
    (talks, _words("talks negotiations"), frozenset("between among".split())),
    (claims, _words("speculation rumors rumours possibility suspicion suspicions unconfirmed evidence proof indication confirmation verify confirm verified "
                    "confirmed rule ruled ruling unclear unknown uncertain seen mystery question clear known guess"), frozenset[str]()),
    (deals, _words("hammer hammering work working broker brokering agree agreeing conclude concluding get getting reach reaching strike striking secure securing finalize finalise clinch negotiate negotiating finalizing forge forging"),
     _words("pact deal agreement accord treaty truce ceasefire cease-fire settlement compromise")),
    (verdicts, _words("jury jurors judge court"), _words("decide deliberate deliberating deliberations rule consider weigh")),
    (elections, _words("election elections primary primaries race vote runoff nomination"), _words("presidential parliamentary general mayoral gubernatorial runoff legislative senate")),
    (matches, _words("face faces play meet take takes host hosts visit"), _words("final finals semifinal semifinals semi-final semi-finals quarterfinal quarterfinals quarter-final quarter-finals "
     "round fight championship playoff playoffs saturday sunday monday tuesday wednesday thursday friday")),
    (bills, _words("goes go heads moves headed sent approved ratified passed needs need awaits approval requires"), _words("bill measure legislation proposal resolution budget amendment deal agreement merger plan")),
    (conditions, _words("if unless"), frozenset[str]()),
    (awaited, _words("await awaits awaited awaiting waiting wait pending"), frozenset[str]()),
    (due, _words("findings results result report review verdict"), _words("due expected released published presented announced public")),
    (lost, _words("missing unaccounted"), frozenset[str]()),
    (probes, _words("investigating investigate investigation probe inquiry looking"), frozenset[str]()),
    (rulings, _words("ruling decision verdict judgment judgement vote announcement"), frozenset[str]()),
    (denials, _words("denies denied rejects rejected disputes disputed"), frozenset[str]()),
    (sluices, _words("unclear clear unknown known uncertain certain"), _words("why when how where whether if who what which")),
    (unfinished, frozenset(("yet",)), frozenset(("to",))),
    (inquiries, _words("investigation inquiry probe review investigating reviewing probing looking examining"), frozenset[str]()),
    (laws, _words("bill measure legislation amendment resolution referendum plan plans proposal proposals campaign bid petition project scheme"), frozenset[str]()),
    (proposals, _words("proposed planned demand demands demanded demanding insist insists insisted insisting proposes proposing recommend recommends recommended request requests requested requesting"), frozenset[str]()),
    (negotiations, _words("talks negotiations discussions negotiating"), frozenset[str]()),
    (requests, _words("asylum clemency pardon bail parole bankruptcy trial retrial refugee permission loan bailout visa licence license extension recount"), frozenset[str]()),
    (searches, _words("search hunt manhunt condition conditions name names identity identities whereabouts age ages fate"), frozenset[str]()),
    (unsolved, _words("arrests arrest suspects suspect arrested charged large"), frozenset[str]()),
    (tolls, _words("killed dead died injured wounded missing"), frozenset[str]()),
)  # fmt: skip
PERSONAL = frozenset(("he", "she"))
# What did not come, and what would have followed (Quirk et al. 1985, 15.36: hypothetical conditions).
COUNTERFACTUAL = re.compile(
    r"(?i)\b(?:if|unless|as if|as though) (?:[^,;.]{1,60}? )?(?:had|hadn't|were to|were not|weren't) |\bif only\b|^(?:had|were) (?:the|an?|[A-Z]\w+|it|he|she|they)\b|"
    r"\b(?:would|could|might|should)(?:n't| not)? (?:\w+ly |then |also |still )?have \w+|\bbut for\b|\bwould \w+(?: [^,;.]{1,60})? if\b|\bif [^,;.]{1,80}, [^,;.]{1,60} would\b"
)
PROSPECTIVE = frozenset(
    (plans, weighed, conditions, demands, bids, deals, elections, matches, bills, laws, negotiations)
)
_ALL = frozenset(word for _, triggers, _ in RULES for word in triggers)


def found(sentence: str, said: frozenset[str], context: Context) -> Iterator[Raised]:
    """Give the questions that a sentence raises, each rule's in turn; `said` are its words in lower case."""
    if said.isdisjoint(_ALL):
        return
    text = opened(sentence)
    if text.count('"') % 2 or "?" in text:
        return
    about = antecedent(context.earlier) if said & PERSONAL else ""
    for rule, triggers, also in RULES:
        if said.isdisjoint(triggers) or (also and said.isdisjoint(also)):
            continue
        for asked, kind, family in rule(text, context.common, about):
            if asked and rule in PROSPECTIVE and COUNTERFACTUAL.search(text):
                break
            placed = completed(located(asked, context.earlier), context.earlier) if asked else ""
            if placed and not accuses(placed, text, context.accused()):
                yield Raised(placed, kind, family)
