"""Whom the pronoun of a grave sentence means, where the sentence before it, or the whole report so far, leaves one person.

"The chancellor, Mia Thal, met her party's leaders. She is stepping down." gives "[Mia Thal] is stepping down." What is
grave is worth a name where `naming` is content to leave a sentence out; it must be as certain.
"""

from __future__ import annotations

import re

from briefing.desk.compression import QUOTED
from briefing.desk.consequence import gravity
from briefing.desk.dangling import HUMAN, PLACED, SINGULAR
from briefing.desk.naming import CAPITAL, DAYS, NO_NAME, NOBODY, PARTS, TITLE, fits, in_full, kind_of
from briefing.desk.text import folded

SEARCHED = 12000  # characters: so far into a report its one person is looked for
LEAST = {"en": 1, "fr": 1}  # how grave a sentence is whose pronoun gets a name here
# The pronoun that opens a sentence, or stands behind a phrase that says when: "At noon he resigned".
SUBJECT = {
    "en": re.compile(
        r"(?:(?:On|In|At|By|After|Before|From|Since|Until|Last|Next|This|Late|Early|Hours|Minutes|Shortly|Yesterday|Today|Now)\b[^,“\"]{0,40}?,? )?(?P<pronoun>\b(?:He|he|She|she)\b)(?= [a-z])"
    ),
    "fr": re.compile(
        r"(?:(?:Le|En|À|Dans|Mardi|Lundi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Hier|Aujourd'hui|Dès|Après|Avant)\b[^,“«\"]{0,40}?,? )?(?P<pronoun>(?<!\w)(?:Il|il|Elle|elle)(?!\w))(?= [a-zà-ÿ])"
    ),
}
# The pronoun of whom a court, a party or a board disposes, and the one to whom somebody belongs who is named behind it.
OBJECT = {
    "en": re.compile(
        r"(?:The|An?|[A-Z][a-z]+) (?:[\w'-]+ ){0,6}?(?:acquitted|convicted|cleared|sentenced|jailed|fined|found|dismissed|sacked|fired|suspended|elected|re-elected|appointed|expelled|arrested|charged|released|freed|killed|extradited|gave|handed) "
        r"(?P<pronoun>him|her)(?= (?:on|in|to|of|for|guilty|not|not guilty|after|by|with|from|as|at|dead|(?:\w+ ){0,2}(?:years|months|life)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|[.,;]|$)"
    ),
}
OWNER = {
    "en": re.compile(
        r"(?P<pronoun>His|Her)(?= (?:[a-z-]+ ){1,3}?(?:[A-Z][\w'-]+|, [A-Z]))|(?P<named>His|Her)(?= (?:[a-z-]+ ){1,3}, ?[A-Z])|(?P<apart>His|Her)(?= (?:[a-z-]+ ?){1,3}, [A-Z])"
    ),
}
THINGS = re.compile(  # words behind which a name is a company's, a ship's, a paper's
    r"(?i)\b(?:company|firm|bank|group|party|newspaper|daily|weekly|magazine|ship|ferry|club|maker|builder|operator|broadcaster|agency|union|plant|pit|mine|station|"
    r"street|school|hospital|hut|hotel|airline|airport|team|in|of|from|at|near|to|on|over|off|for|against|with the|société|banque|groupe|parti|journal|navire|compagnie|syndicat|"
    r"entreprise|hôpital|à|de|du|des|en|au|aux|d'|l'|la|le|les|the) ?$"
)
POSSESSED = re.compile(r"(?i)\b(?:his|her|son|sa|ses) (?:\w+ ){0,2}?\w+")
# What stands before a person's name at a sentence's opening: their title, in small letters or none, and no preposition.
OPENING = {
    "en": re.compile(
        r"(?:(?:The|An?|Former|Ex-)[ ]?)?(?:(?!of\b|in\b|for\b|from\b|and\b|who\b|at\b|by\b|to\b|with\b)[\w'-]+,?(?: of the| of)? ){0,4}?"
    ),
    "fr": re.compile(
        r"(?:(?:Le|La|L'|L’|M\.|Mme|Ancien|Ancienne)[ ]?)?(?:(?!et\b|qui\b|dans\b|pour\b|avec\b)[\w'’-]+,? ){0,6}?"
    ),
}
HEAD = {
    "fr": re.compile(r"(?:L['’](?:ancienne? )?|L[ea] )(?P<head>[\wà-ÿ-]+)"),
}


def certainly(text: str, at: int, before: str, language: str, article: str, so_far: int) -> tuple[int, int, str] | None:
    """Give where the pronoun of a grave sentence stands, and the one person whom it can mean; None where there is none.

    `before` is the sentence before it as it reads with its own names, `so_far` where it begins in the report.
    """
    if language not in SUBJECT or not before or gravity(text[at:], language) < LEAST[language]:
        return None
    found = next(
        (
            match
            for rules in (SUBJECT, OBJECT, OWNER)
            if language in rules and (match := rules[language].match(folded(text), at))
        ),
        None,
    )
    if found is None:
        return None
    start, end = next(found.span(group) for group in found.groupdict() if found[group])
    pronoun = text[start:end]
    if pronoun in ("His", "Her") and start != at:
        return None
    name = _only(before, language, article) or _protagonist(
        before, language, article[:so_far] if so_far <= SEARCHED else ""
    )
    if not name or name.split()[-1] in text or not fits(name, kind_of(pronoun), before):
        return None
    return start, end, f"{name}’s" if pronoun in ("His", "Her") else name


def _only(before: str, language: str, article: str) -> str:
    """Name the one person of a sentence who is its subject, or whom it names in full beside no other human being."""
    own = folded(QUOTED.sub("“”", before))
    people = _people(own)
    if len(people) != 1:
        return ""
    person = people[0]
    at = own.index(person)
    bare = TITLE.sub("", person)
    opens = OPENING[language].fullmatch(own[:at]) is not None or not own[:at].strip()
    if language == "fr" and opens and at:
        head = HEAD["fr"].match(own)
        opens = head is None or HUMAN["fr"].fullmatch(head["head"]) is not None
    rest = own[at + len(person) :]
    if opens:
        rest = re.sub(r"^, [^,]{2,60},", "", rest)
        if _humans(rest, language):
            return ""
    elif language == "fr" or _humans(own[:at] + rest, language):
        return ""
    return in_full(bare, article) if not NOBODY.search(bare) else ""


def _people(own: str) -> list[str]:
    """Give the names of a sentence that may be people's: no place's, day's, company's or ship's."""
    found: list[str] = []
    for match in CAPITAL.finditer(own):
        name = match.group()
        if DAYS.match(name) or MONTH.match(name) or name in NO_NAME or NOBODY.search(name):
            continue
        lead = own[: match.start()]
        one_word = " " not in TITLE.sub("", name)
        if one_word and (not lead.strip() and not TITLE.match(name) and COMMON.match(name)):
            continue
        if one_word and (THINGS.search(lead) or PLACED.search(lead)):
            continue
        found.append(name)
    surnames = {TITLE.sub("", name).split()[-1]: name for name in reversed(found)}
    return [name for name in found if surnames[TITLE.sub("", name).split()[-1]] is name]


# One human being more, by what they are: the surest words only, for a whole report is searched.
PERSON = re.compile(
    r"(?i)\b(?:man|woman|boy|girl|son|daughter|wife|husband|brother|sister|father|mother|friend|child|baby|uncle|aunt|cousin|suspect|victim|officer|president|chief|"
    r"king|queen|prince|princess|pope|judge|pilot|guard|spokes\w+|coach|captain|actress|nurse|thief|champion|passenger|doctor|driver|worker|teacher|singer|player|leader|lawyer|"
    r"writer|painter|farmer|neighbou?r|visitor|mayor|governor|minister|reporter|killer|attacker|gunman|fireman|policeman|priest|bishop|senator|director|manager|owner|partner|student|"
    r"resident|customer|apprentice|dentist|artist|deputy|successor|boss|colleague|rival|prosecutor|widow|widower|mentor|pupil|stranger|tourist|witness|hostage|survivor|soldier|sailor|envoy|ambassador|deputy|aide|adviser|advisor|relative|lodger|guest)\b"
)
MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
COMMON = re.compile(
    r"(?:The|An?|In|On|At|By|For|From|With|After|Before|When|While|As|But|And|Since|Until|Under|Over|Despite|During|Last|Next|His|Her|Their|Its|Their|Former|Police|Voters|"
    r"Prosecutors|Judges|Officials|Critics|Unions?|Rain|Investigators|Le|La|Les|Une?|Des?|Du|Au|Aux|En|Dans|Pour|Par|Sur|Avec|Selon|Après|Avant|Ce|Cette|Son|Sa|Ses|Some|Many|Most|"
    r"Three|Two|Four|Five|Six|Seven|Eight|Nine|Ten|Earlier|Later|Court|Parliament|Rescuers|Doctors|Relatives|Neighbours|Witnesses)\b"
)


def _humans(text: str, language: str) -> bool:
    """Tell whether a text speaks of one human being more, by what they are."""
    left = POSSESSED.sub(" ", text) if language == "en" else text
    if language == "en" and PERSON.search(left):
        return True
    return any(not found.group().endswith("s") or found.group() in SINGULAR for found in HUMAN[language].finditer(left))


def _protagonist(before: str, language: str, so_far: str) -> str:
    """Name the one person of whom a report has spoken so far, where the sentence before brings in nobody else."""
    if language != "en":
        return ""
    own = folded(QUOTED.sub("“”", before))
    if not so_far or _people(own) or PERSON.search(own):
        return ""
    plain = folded(QUOTED.sub("“”", so_far))
    people = {name for line in re.split(r"(?<=[.!?])\s+|\n", plain) for name in _people(line)}
    people = {TITLE.sub("", name) for name in people if " " in TITLE.sub("", name)}
    pronouns = {kind_of(word) for word in re.findall(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b", plain)}
    if len(people) != 1 or len(pronouns) != 1 or PERSON.search(POSSESSED.sub(" ", plain)):
        return ""
    name = people.pop()
    return name if name.count(" ") <= PARTS else ""
