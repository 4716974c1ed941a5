"""A sentence retold with a question's own verb, where it tells the same deed, or its contrary, under another.

"The Halden dam gave way" is read as "The Halden dam held": for whether a question is answered, a yes and a no count alike.
So also what the party itself says that it will do or not do: its decision. The lexicon is narrower than `desk/outcomes.py`,
which closes questions silently: what is told here is printed as an answer.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.questions import verbs
from briefing.desk.standing.content import content, days_told
from briefing.desk.standing.cues import NEVER_SAID
from briefing.desk.text import folded

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from briefing.desk.standing.asked import Asked

_TO_END = r"(?P<of>[^,;.]+?)(?= (?:on|after|over|by|at|for|as|from|in) |[,;.]|$)"
_VOTED = "rejected|approved|passed|ratified|adopted|endorsed|cleared|blocked|vetoed|voted down|turned down|threw out|scrapped|shelved|voted for|voted against|stopped|prohibited|banned"
# What a question asks, and what tells that it was done or not. `of` is what the verb takes; `whom` becomes its subject.
_RULES = {
    "en": (
        ("hold stand survive withstand resist last", r"(?:has |have )?(?:burst|collapsed|gave way|given way|failed|broke(?: up| apart)?|was breached|was swept away|crumbled|caved in|gave in|withstood(?: the \w+)?|fell apart)(?= on| in| at| early| late| under| after| overnight| and|[,.;]|$| yesterday| today)"),
        ("resign quit go step leave retire", r"(?:has |have )?(?:stepped down|resigned|quit|left office|stood down|(?:was|were|has been) (?:dismissed|sacked|fired|ousted|removed from office))"),
        ("resign quit go step leave retire", rf"(?:dismissed|sacked|fired|ousted) (?P<whom>{_TO_END[7:]}"),
        ("approve pass ratify adopt endorse clear accept back block reject sign allow", rf"(?:has |have )?(?:{_VOTED})(?! by)"),
        ("cut raise lower change increase", r"(?:has |have )?(?:left|kept|held) (?P<of>[^,;.]{3,50}?) (?:unchanged|steady|on hold|where it (?:is|was))"),
        ("close shut", r"(?:has |have )?(?:kept|keeps) (?P<of>[^,;.]{3,50}?) open"),
        ("strike", r"(?:has |have )?(?:went on strike|gone on strike|walked out|walked off the job|downed tools|(?:called|call) off (?:the|their|its|a) (?:planned )?(?:strike|walkout)|began (?:a|their) strike)"),
        ("win", r"(?:has |have )?lost"),
        ("release free", r"(?:has |have )?(?:freed|released|let go|executed)"),
        ("lift", r"(?:has |have )?(?:lifted|extended|prolonged|scrapped|dropped|maintained|upheld)"),
        ("attend", r"(?:has |have )?(?:attended|stayed away from|skipped|boycotted)"),
        ("run", r"(?:has |have )?(?:declared (?:his|her) candidacy|entered the race)"),
        ("end", r"(?:has |have )?(?:ended|(?:was|is) over)"),
        ("close shut", r"(?:has |have )?(?:closed|shut(?: down)?)"),
        ("buy acquire", r"(?:has |have )?(?:bought|acquired|purchased|taken over|took over)"),
        ("convict acquit", r"(?:has |have )?(?:convicted|acquitted|cleared)"),
        ("keep", r"(?:has |have )?(?:kept|closed|gave up|dropped)"),
        ("sell", r"(?:has |have )?sold"),
    ),
    "fr": (
        ("tenir", r"(?:a|ont) (?:cédé|rompu|lâché|résisté)|s'est (?:effondrée?|rompue?|écroulée?)"),
        ("adopter ratifier approuver voter accepter signer", r"(?:a|ont) (?:repoussé|rejeté|adopté|approuvé|ratifié|voté|accepté|refusé)(?= )"),
        ("démissionner partir quitter", r"(?:a été|est) (?:limogée?|démise?)|(?:a|ont) (?:quitté (?:le gouvernement|ses fonctions)|démissionné)"),
    ),
}  # fmt: skip
_PARTIES = (
    r"operator|company|owners?|boards?|ministry|government|office|authority|agency|airline|airport|firm|club|court|council|trustees?|institute|management|bank|university|parliament|senate|church|party|union|"
    r"spokes(?:man|woman|person)|cabinet|commission|federation|league|hospital|museum|group|carmaker|car maker|port|railway|city|town|state"
)
_SAID = r"(?:announced|said|decided|confirmed|told [a-z ]{3,25}?|ruled|declared|resolved)"
# Who acts for a body is told for the body.
MEMBERS = (
    ("(?:The )?[Ss]enators", "senate"),
    ("(?:The )?[Cc]ouncill?ors", "council"),
    ("(?:The )?(?:[Ll]awmakers|[Dd]eputies|MPs)", "parliament"),
    ("(?:The )?[Jj]udges", "court"),
    ("(?:The )?[Dd]irectors", "board"),
)
OFFICE = re.compile(  # "Jan Kroll resigned as finance minister"
    r"(?P<whom>[A-Z][\w-]+(?: [A-Z][\w-]+){1,2}) (?P<verb>resigned|quit|retired|stepped down|stood down) as (?:the )?(?P<office>[a-z]+(?: [a-z]+)?)(?: of [A-Z]\w+)?(?= on| after|[,.;]|$)"
)
# Behind the clause, who says so: the party itself by a pronoun, or by what it is.
BY_ITSELF = re.compile(
    rf", (?:(?:he|she|it|they)|(?:the|its|their) (?:[\w']+ ){{0,2}}(?:{_PARTIES})) (?:has |have )?{_SAID}(?= on| in| at| after| late| early| to|[,.;]|$| \w+day| yesterday| today)[^,;]*\.?$"
)
BY_ITSELF_FIRST = re.compile(
    rf"(?P<party>^.{{3,90}}?),? {_SAID}(?: (?:on|in|late|early|yesterday|today)\b[^,;]{{0,30}}?)?,? that (?:it|he|she|they) (?P<how>would not|will not|would|will|had|has|have) "
)
TO_COME = re.compile(r"\b(?:will not|won't|would not|will|is to|are to) (?P<verb>[a-z]+)\b")
FAR = re.compile(
    r"(?i)\b(?:if|unless|once|when|until|only|could|(?-i:may)|might|hopes?|likely|probably|at the earliest|at the latest|analysts?|experts?|joked|mayor|rival|union leader|lawyer|aides?|source|sources|"
    r"provided|should|not know|expects?|forecast|predict\w*|or)\b"
)
A_COME = re.compile(
    r"(?P<subject>^.{3,80}?) (?P<ne>ne |n')?(?P<verb>[^\W\d_]+(?:ra|ront))(?P<pas> pas)?\b(?P<rest>[^;]*?), (?:a-t-(?:il|elle)|ont-(?:ils|elles)|a|ont) (?:annoncé|décidé|confirmé|déclaré)(?P<who>[^,;]*)\.?$"
)
CETTE = re.compile(
    r"(?i)\b(?:l'entreprise|la compagnie|le groupe|la direction|la société|le ministère|le gouvernement|la préfecture|le constructeur|l'exploitant|la banque|le club|son conseil|le conseil|la mairie)\b"
)
CONDITION_FR = re.compile(r"(?i)\b(?:si|s'il|peut-être|sans doute|au plus tôt|pourrai\w*|quand|à condition)(?!\w)")


def retold(question: Asked, text: str) -> Iterator[str]:
    """Give a sentence as it is, then with the question's own verb where it tells of the deed under another."""
    yield text
    plain = folded(text)
    office = OFFICE.match(plain)
    if office and office["office"].lower() in question.text.lower():
        yield f"{_capital(office['office'])} {office['whom']} {office['verb']}{plain[office.end() :]}"
    past = past_of(question)
    if not past:
        return
    for members, body in MEMBERS:
        if re.search(rf"\b{body}\b", question.text) and re.match(members, plain):
            plain = re.sub(rf"^{members}", f"The {body}", plain)
            yield plain
    for rule in _rules(question.language, _verb(question)):
        found = rule.search(plain)
        if found is None:
            continue
        groups = found.groupdict()
        if groups.get("whom"):
            yield f"{_capital(groups['whom'])} {past}{plain[found.end() :]}"
            continue
        yield f"{plain[: found.start()]}{past}{' ' + groups['of'] if groups.get('of') else ''}{plain[found.end() :]}"


def resolved(question: Asked, text: str, published: dt.date | None) -> str:
    """Give what a party says that it will do, as if it were done; "" where nobody decides in a sentence."""
    plain = folded(text)
    if question.language == "fr":
        return _french_resolved(plain)
    if question.language != "en" or FAR.search(_beside(plain, question)) or NEVER_SAID.search(plain):
        return ""
    first = BY_ITSELF_FIRST.search(plain)
    if first and first["how"] in ("had", "has", "have"):
        return f"{first['party']} {plain[first.end() :]}"
    clause = f"{first['party']} {first['how']} {plain[first.end() :]}" if first else _own_clause(question, plain)
    found = TO_COME.search(clause)
    if found is None or found["verb"] not in question.verbs:
        return ""
    denies = "not" in found.group() or "won't" in found.group()
    dated = days_told(clause, published, "en") - {published}
    if (denies and question.way != "whether") or (question.way == "when" and not dated):
        return ""
    return f"{clause[: found.start()]}{past_form(found['verb'])}{clause[found.end() :]}"


def _own_clause(question: Asked, plain: str) -> str:
    """Give what stands before ", it said", where who says so is the party itself; else ""."""
    behind = BY_ITSELF.search(plain)
    if behind is None:
        return ""
    named = behind.group().split()[1] in ("the", "its", "their")
    return (
        ""
        if question.way == "whether" and named and not _of(question, behind.group())
        else f"{plain[: behind.start()]}."
    )


def _of(question: Asked, said: str) -> bool:
    """Tell whether who says so may be whom a question asks of: not "the board" beside a minister of whom it asks."""
    speaks = content(f"Of {said}", "en").concepts
    return bool(question.subject & speaks) or not re.search(
        r"\b(?:minister|president|bishop|king|queen|mayor|senator|judge|premier|chancellor)\b", question.text.lower()
    )


def _french_resolved(plain: str) -> str:
    found = A_COME.search(plain)
    if found is None or CONDITION_FR.search(plain) or (bool(found["ne"]) != bool(found["pas"])):
        return ""
    who = found["who"].rstrip(".")
    if (
        who.strip()
        and not CETTE.search(who)
        and not re.fullmatch(r"(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier))?", who)
    ):
        return ""
    if found["verb"] in ("sera", "seront"):
        return f"{found['subject']} a été{found['rest']}."
    return f"{found['subject']} a {_participle(found['verb'])}{found['rest']}."


def _participle(future: str) -> str:
    return re.sub(r"e(?:ra|ront)$", "é", re.sub(r"i(?:ra|ront)$", "i", future))


def _beside(plain: str, question: Asked) -> str:
    own = frozenset(re.findall(r"\w+", question.text.lower()))
    return " ".join(word for word in re.findall(r"[\w'-]+", plain) if word.lower() not in own)


def past_of(question: Asked) -> str:
    """Give the past of a question's verb; "" where it has none that is sure."""
    verb = _verb(question)
    if not verb:
        return ""
    return (
        f"a {re.sub('er$', 'é', re.sub('ir$', 'u' if verb == 'tenir' else 'i', verb))}"
        if question.language == "fr"
        else past_form(verb) + _particle(question, verb)
    )


def _particle(question: Asked, verb: str) -> str:
    found = re.search(rf"\b{verb} (down|out|off|up|back|in)\b", question.text)
    return f" {found[1]}" if found else ""


def _verb(question: Asked) -> str:
    if question.language == "fr":
        return {"tiendre": "tenir", "tiendrer": "tenir"}.get(question.inverted, question.inverted)
    return question.verbs[0] if question.verbs else ""


@lru_cache(maxsize=1024)
def past_form(verb: str) -> str:
    """Give the past of an English verb's base."""
    return next((form for form, base in verbs.PAST.items() if base == verb), verb)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=1024)
def _rules(language: str, verb: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{tells})") for asks, tells in _RULES.get(language, ()) if verb in asks.split())
