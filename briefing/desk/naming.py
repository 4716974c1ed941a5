"""Whose name stands behind a "he": supplied in brackets only where nobody else can be meant.

"Marek Dvorak said the mine was safe. He said inspectors had come twice." gives "[Marek Dvorak] said inspectors had come
twice." It takes a speaker named in full in the sentence before, of the same paragraph, nobody else in that sentence,
by name or as "the driver", and a pronoun that goes on speaking.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.desk.compression import QUOTED
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
    r"Princess|Pope|Captain|Colonel|General|Foreign|Interior|Finance|Defence|Defense|Vice|Deputy|Secretary|Spokesman|Spokeswoman|"
    r"Le|La|Les|M|Mme|Dr|Monsieur|Madame)\.? )+"
)
# Two capitals that are nobody: an office, a place, a company.
NOBODY = re.compile(
    r"(?i)\b(?:house|office|court|council|ministry|department|police|party|union|bank|group|company|works|nations|kingdom|states|city|"
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
MALE_ENDS = re.compile(r"(?i)^(?:luca|joshua|nikita|sasha|misha|ilya|mustafa|kota|noah|ezra|elisha)$")
TITLED = {
    "he": re.compile(
        r"\b(?:Mr|M\.|Sir|Lord|King|Prince|spokesman|chairman|businessman|père|frère|le (?:ministre|maire|président))\b"
    ),
    "she": re.compile(
        r"\b(?:Mrs|Ms|Mme|Miss|Lady|Queen|Princess|spokeswoman|chairwoman|businesswoman|la (?:ministre|maire|présidente))\b"
    ),
}


def named(text: str, at: int, before: str, language: str, article: str = "") -> tuple[int, int, str] | None:
    """Give where a sentence's pronoun stands, and the name behind it; None where it has none or is not certain.

    `at` is where the told part of the sentence begins, `before` the sentence before it in its paragraph; a
    speaker who is there by surname is named as the `article` names one person in full.
    """
    rule = PRONOUN.get(language)
    pronoun = rule.match(text, at) if rule else None
    if pronoun is None or not before:
        return None
    name = _in_full(_only_speaker(before, language), article)
    kind = "she" if pronoun.group().lower() in ("she", "elle") else "he"
    return (pronoun.start(), pronoun.end(), name) if name and _fits(name, kind, before) else None


def _only_speaker(before: str, language: str) -> str:
    """Name the one person of a sentence, who speaks in it; "" where there is none, or anybody else."""
    own = folded(QUOTED.sub("“”", before))
    speakers = [match["before"] or match["after"] for match in SPEAKER[language].finditer(own)]
    if len(speakers) != 1 or ANYBODY[language].search(_without_title(own, speakers[0])):
        return ""
    name = TITLE.sub("", speakers[0])
    if NOBODY.search(name) or DAYS.match(name) or name in ("He", "She", "It", "They", "We", "Il", "Elle", "On", "Who"):
        return ""
    for other in CAPITAL.finditer(own):
        if other.group() in speakers[0] or speakers[0] in other.group() or DAYS.match(other.group()):
            continue
        lead = own[: other.start()]
        placed = PLACE.search(lead) is not None and (
            " " not in other.group() or NOBODY.search(other.group()) is not None
        )
        if not placed and lead.strip():
            return ""
    return name


@lru_cache(maxsize=64)
def _in_full(name: str, article: str) -> str:
    """Give a person's full name: as it stands, or as an article gives the one person of that surname."""
    if " " in name or not name:
        return name
    full = {
        TITLE.sub("", found.group())
        for found in re.finditer(rf"(?:\b(?:[A-ZÀ-Ý]\.|[A-ZÀ-Ý][\w’'-]*) ){{1,3}}{re.escape(name)}\b", article)
    }
    full = {found for found in full if " " in found and not NOBODY.search(found)}
    return full.pop() if len(full) == 1 else ""


def _without_title(own: str, name: str) -> str:
    """Take what a speaker is called by out of a sentence: "the mayor of Halden, Lida Korvath,"."""
    place = re.escape(name)
    return re.sub(
        rf"(?:\b(?:[Tt]he|[Aa]n?|[Ll]e|[Ll]a|[Ll]')? ?(?:[a-zà-ÿ'-]+ ){{0,4}})?{place}(?:, [^,]{{3,60}},)?", " ", own
    )


def _fits(name: str, kind: str, before: str) -> bool:
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
