"""Whose name stands behind a "he": supplied in brackets only where nobody else can be meant.

"Marek Dvorak said the mine was safe. He said inspectors had come twice." gives "[Marek Dvorak] said inspectors had come
twice." It takes a speaker named in full in the sentence before, of the same paragraph, nobody else in that sentence,
by name or as "the driver", and a pronoun that goes on speaking.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.desk.compression import QUOTED
from briefing.desk.dangling import unanswered
from briefing.desk.lexicon import STOPWORDS
from briefing.desk.text import folded

_NAME = (
    r"[A-ZÀ-Ý][\w'’.-]*[a-zà-ÿ](?: (?:de|van|von|al|bin|ben|da|di|du|la|le|el) ?)?(?: ?[A-ZÀ-Ý][\w'’-]*[a-zà-ÿ]){0,2}"
)
_SAYS = {
    "en": r"said|says|told|added|announced|warned|argued|insisted|claimed|promised|vowed|wrote|stated|explained|testified|noted",
    "fr": r"a (?:dit|déclaré|ajouté|annoncé|affirmé|expliqué|précisé|indiqué|estimé|assuré|promis|averti|rappelé|souligné)|"
    r"assure|affirme|explique|précise|estime|souligne|déclare",
}
PRONOUN = {
    "en": re.compile(
        rf"(?:He|he|She|she)(?= (?:also |then |later |has )?(?:{_SAYS['en']}|called|urged|asked|denied|accused|described)\b)"
    ),
    "fr": re.compile(
        rf"(?:Il|il|Elle|elle)(?= (?:{_SAYS['fr']}|a (?:également |aussi )?(?:dit|déclaré|ajouté|annoncé|affirmé|précisé|indiqué|assuré|demandé|appelé|nié|accusé|reconnu|refusé))\b)"
    ),
}
SPEAKER = {
    "en": re.compile(
        rf"(?P<before>{_NAME})(?:, [^,]{{3,60}},)? (?:{_SAYS['en']})\b|\b(?:said|says) (?:[a-z-]+ ){{0,4}}(?P<after>{_NAME})"
    ),
    "fr": re.compile(
        rf"(?P<before>{_NAME})(?:, [^,]{{3,60}},)? (?:{_SAYS['fr']})\b|\b(?:{_SAYS['fr']}) (?:[a-zà-ÿ'-]+ ){{0,4}}(?P<after>{_NAME})"
    ),
}
# Titles that stand before a name and are part of no name.
TITLE = re.compile(
    r"^(?:(?:The|Mr|Mrs|Ms|Dr|Prof|Mayor|Minister|President|Prime|Premier|Governor|Senator|Chancellor|Chief|Judge|King|Queen|Prince|"
    r"Princess|Pope|Attorney|District|Justice|Sheriff|Sergeant|Officer|Detective|Commissioner|Coach|Champion|Super|Former|Ex|Lt|Sgt|Rep|Sen|Gov|Gen|Col|Sir|Rev|Captain|Colonel|General|Foreign|Interior|Finance|Defence|Defense|Vice|Deputy|Secretary|Spokesman|Spokeswoman|"
    r"Le|La|Les|M|Mme|Dr|Monsieur|Madame)\.? )+"
)
# Two capitals that are nobody: an office, a place, a company.
NOBODY = re.compile(
    r"(?i)\b(?:congress|senate|parliament|assembly|cabinet|champion|team|league|cup|company|church|mosque|house|office|court|council|ministry|department|police|party|union|bank|group|company|works|nations|kingdom|states|city|"
    r"times|post|news|press|agency|university|institute|association|committee|commission|authority|service|street|river|lake|island|"
    r"power|steel|nickel|energy|air|inc|ltd|corp|street|hall|kremlin|wire|courier|herald|gazette|north|south|east|west|new|saint|san|port|"
    r"ministère|conseil|cour|mairie|préfecture|banque|parti|société|agence|université)\b"
)
# Anybody else: a person by what they are, whom the pronoun may mean as well.
ANYBODY = {
    "en": re.compile(
        r"(?i)\b(?:(?:the|a|an|his|her|their|another|one|no|any|every|first|second|young|old) )(?:[\w'-]+ ){0,2}?(?:man|woman|boy|girl|son|daughter|wife|"
        r"husband|brother|sister|father|mother|friend|partner|child|baby|uncle|aunt|cousin|suspect|victim|officer|president|minister|mayor|"
        r"king|queen|pope|chief|head|judge|lawyer|spokes\w+|(?!(?:water|weather|winter|summer|number|river|power|order|matter|"
        r"paper|other|floor|door|sector|border|harbour|harbor|tower|later|after|over|under|further|latter|former|whether|quarter|"
        r"centre|center|corner|restaurant|plant|for|or|per|either|never|ever|error|factor|motor)\b)\w+(?:er|or|ist|ian|ant|ee))\b|"
        r"\b(?:who|whom|whose|he|she|him|her|his|hers)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:le|la|un|une|son|sa|l'|du|au|leur) ?(?:homme|femme|fils|fille|mari|épouse|époux|frère|sœur|père|mère|ami|amie|enfant|suspect|"
        r"victime|agent|président|présidente|ministre|maire|roi|reine|pape|chef|juge|avocat|avocate|\w+(?:eur|euse|iste|ien|ienne|ant|ante))\b|"
        r"\b(?:qui|lui|dont|il|elle|celui|celle)\b"
    ),
}
CAPITAL = re.compile(r"\b[A-ZÀ-Ý][\w'’-]*[a-zà-ÿ](?: [A-ZÀ-Ý][\w'’-]*[a-zà-ÿ])*")
PLACE = re.compile(
    r"\b(?:in|of|from|at|near|the|for|on|by the|à|en|de|du|des|au|aux|la|le|les|l'|d')[ ]?$", re.IGNORECASE
)
DAYS = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
CALL = re.compile(r"^(?:Meet|Watch|Read|See|Enter|Ask|Photo|Image)\b|-[a-z]")  # "Meet Ananiya", "One-year-old Viktoria"
PARTS = 2  # spaces of a person's name: more are a title's, or two names'
NO_NAME = frozenset("He She It They We Il Elle On Who The This That In But".split())
# A sentence that begins with a person's name, in full, and goes on with what they did.
SUBJECT = re.compile(
    rf"(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Sir|Mayor|Minister|President|Prime Minister|Governor|Senator|Judge|Captain|General|Professor)\.? )?{_NAME})"
    r"(?:, (?:\d\d|[a-z][^,]{3,60}),)? (?!and |or |but |of |in )(?:also |then |later |has |had |was |is |will |would |did |could )*[a-z]{2,}"
)
OWN = re.compile(
    r"(?i)\b(?:he|she|him|his|her|hers|himself|herself|who)\b(?! (?:\w+ ){0,2}(?:wife|husband|son|daughter|brother|sister|father|mother|partner))"
)
WHOLE = re.compile(r"[Hh]e|[Ss]he|His|Her|his")
HE = re.compile(r"\b(?:[Hh]e|[Hh]im|[Hh]is|himself)\b")
SHE = re.compile(r"\b(?:[Ss]he|[Hh]ers?|herself)\b")
OFTEN = 2  # pronouns of one kind that say of what kind an article's person is
# What may stand before the pronoun: nothing, or a phrase that says when or where. "The bombs went off as he" is of others.
LED = re.compile(r"(?:(?:[Bb]ut|[Aa]nd|[Yy]et|[Ss]o|[Nn]ow|[Tt]hen) )?(?:[^,“\"]{2,70}, (?:\d\d, )?)?")
MALE_ENDS = re.compile(r"(?i)^(?:luca|joshua|nikita|sasha|misha|ilya|mustafa|kota|noah|ezra|elisha)$")
TITLED = {
    "he": re.compile(
        r"\b(?:Mr|M\.|Sir|Lord|King|Prince|spokesman|chairman|businessman|père|frère|le (?:ministre|maire|président))\b"
    ),
    "she": re.compile(
        r"\b(?:Mrs|Ms|Mme|Miss|Lady|Queen|Princess|spokeswoman|chairwoman|businesswoman|la (?:ministre|maire|présidente))\b"
    ),
}


def named(
    text: str, at: int, before: str, language: str, article: str = "", *, apart: bool = False
) -> tuple[int, int, str] | None:
    """Give where a sentence's pronoun stands, and the name behind it; None where it has none or is not certain.

    `at` is where the told part of the sentence begins, `before` the sentence before it, `apart` where that closes the
    paragraph before; a person who is there by surname is named as the `article` names one person in full.
    """
    if not before or language not in PRONOUN:
        return None
    pronoun = PRONOUN[language].match(text, at)
    if pronoun is not None and not apart:
        kind = kind_of(pronoun.group())
        name = in_full(_only_speaker(before, language), article)
        if name and fits(name, kind, before):
            return pronoun.start(), pronoun.end(), name
    return _of_subject(text, at, before, article) if language == "en" else None


def _of_subject(text: str, at: int, before: str, article: str) -> tuple[int, int, str] | None:
    """Name the pronoun that nobody in its sentence answers to after the person of whom alone the sentence before speaks.

    Whether that is a man or a woman the article has to say, by calling people only "he", or only "she".
    """
    if not SUBJECT.match(before):
        return None
    found = unanswered(text[at:], "en")
    if found is None or not WHOLE.fullmatch(found.group()):
        return None
    start, end = at + found.start(), at + found.end()
    kind = kind_of(found.group())
    if text[end : end + 1] != " " or not LED.fullmatch(text[at:start]):
        return None
    if kind != _only_kind(article):
        return None
    name = in_full(_only_subject(before), article)
    if not name or not fits(name, kind, before) or "'" in name[-3:] or name.split()[-1] in text:
        return None
    return start, end, f"{name}’s" if found.group() in ("His", "Her", "his") else name


def _only_subject(before: str) -> str:
    """Name the person with whom a sentence begins, where it speaks of nobody else; "" where it does not."""
    own = folded(QUOTED.sub("“”", before))
    subject = SUBJECT.match(own)
    if subject is None or subject["name"].split()[0].lower() in STOPWORDS["en"]:
        return ""
    return TITLE.sub("", subject["name"]) if _alone_in(own, subject["name"], "en", itself=True) else ""


@lru_cache(maxsize=64)
def _only_kind(article: str) -> str:
    """Say whether all that an article calls by a pronoun are "he", or "she"; "" where both are, or hardly anybody is."""
    plain = QUOTED.sub(" ", article)
    men, women = len(HE.findall(plain)), len(SHE.findall(plain))
    if men and women:
        return ""
    return "he" if men >= OFTEN else "she" if women >= OFTEN else ""


def kind_of(pronoun: str) -> str:
    """Say of what kind a pronoun is: "she" or "he"."""
    return "she" if pronoun.lower() in ("she", "her", "hers", "elle") else "he"


def _only_speaker(before: str, language: str) -> str:
    """Name the one person of a sentence, who speaks in it; "" where there is none, or anybody else."""
    own = folded(QUOTED.sub("“”", before))
    speakers = [match["before"] or match["after"] for match in SPEAKER[language].finditer(own)]
    if len(speakers) != 1:
        return ""
    return TITLE.sub("", speakers[0]) if _alone_in(own, speakers[0], language) else ""


def _alone_in(own: str, person: str, language: str, *, itself: bool = False) -> bool:
    """Tell whether a sentence names a person, and beside them nobody, by name or by what they are.

    `itself` where its own pronouns stand for that person too.
    """
    name, rest = TITLE.sub("", person), _without_title(own, person)
    if ANYBODY[language].search(OWN.sub(" ", rest) if itself else rest):
        return False
    if NOBODY.search(name) or DAYS.match(name) or name in NO_NAME:
        return False
    for other in CAPITAL.finditer(own):
        if other.group() in person or person in other.group() or DAYS.match(other.group()):
            continue
        lead = own[: other.start()]
        placed = PLACE.search(lead) is not None and (
            " " not in other.group() or NOBODY.search(other.group()) is not None
        )
        if not placed and lead.strip():
            return False
    return True


@lru_cache(maxsize=64)
def in_full(name: str, article: str) -> str:
    """Give a person's full name: as it stands, or as an article gives the one person of that surname."""
    name = re.sub(r"['’]s$|^[\w-]+['’]s ", "", name)
    if " " in name or not name:
        return name if name.count(" ") <= PARTS else ""
    full = {
        TITLE.sub("", found.group())
        for found in re.finditer(rf"(?:\b(?:[A-ZÀ-Ý]\.|[A-ZÀ-Ý][\w’'-]*) ){{1,3}}{re.escape(name)}\b", article)
    }
    full = {TITLE.sub("", re.sub(r"^.*['’]s ", "", found)) for found in full}
    full = {" ".join(part for part in found.split() if part.lower() not in STOPWORDS["en"]) for found in full}
    full = {
        found for found in full if 0 < found.count(" ") <= PARTS and not NOBODY.search(found) and not CALL.search(found)
    }
    return full.pop() if len(full) == 1 else ""


def _without_title(own: str, name: str) -> str:
    """Take what a speaker is called by out of a sentence: "the mayor of Halden, Lida Korvath,"."""
    place = re.escape(name)
    return re.sub(
        rf"(?:\b(?:[Tt]he|[Aa]n?|[Ll]e|[Ll]a|[Ll]')? ?(?:[a-zà-ÿ'-]+ ){{0,4}})?{place}(?:, [^,]{{3,60}},)?", " ", own
    )


def fits(name: str, kind: str, before: str) -> bool:
    """Tell that nothing speaks against a pronoun's gender."""
    first = name.split(maxsplit=1)[0]
    other = "he" if kind == "she" else "she"
    if TITLED[other].search(before) and not TITLED[kind].search(before):
        return False
    return (
        kind == "she"
        or not first.endswith(("a", "e"))
        or MALE_ENDS.match(first) is not None
        or TITLED[kind].search(before) is not None
    )
