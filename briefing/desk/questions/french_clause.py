"""Turning « si le barrage tiendra » into « Le barrage tiendra-t-il ? ».

The verb is inverted with its pronoun where the subject's gender is certain, else « est-ce que » asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.lexicon import VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK = "\u202f?"
END = re.compile(
    r"(?i)(?:,? (?:et|ou|ni|mais) (?:si|qui|quand|où|comment|pourquoi|que)\b|, (?:et|mais|ou|qui|selon|a|ont|dit|alors|tandis|car|bien|même|dont|après|avant|"
    r"avec|soit|ce|puis)\b|[;:] | [–—-] |—| \(|, [^,]{2,60} (?:a dit|a déclaré|a indiqué|a précisé)\b| (?:alors que|tandis que|parce que|afin de)\b)"
)
MASCULINE = frozenset(
    "incendie accord avion exploitant accident institut hôpital état élu accusé avocat aéroport opérateur orage ouvrage arrêté avenir éditeur".split()
)
FEMININE = frozenset(
    "enquête armée union attaque usine entreprise opposition explosion assemblée école université église agence eau évacuation exploitante association autorité équipe île".split()
)
_CLITIC = re.compile(r"(?i)^(?:ne|n'|se|s'|y|en|l'|le|la|les|lui|leur)$")
_FINITE = re.compile(r"(?i)\w{2,}(?:era|ira|dra|tra|vra|rra|ront|rait|raient|ait|aient|èrent|irent)$")
_NOT_FINITE = frozenset(
    "fait lait trait retrait portrait extrait souhait bienfait attrait sera-t-il opéra caméra contrat front".split()
)
_PRONOUN = re.compile(r"(?i)^(?:il|ils|elle|elles|on|ce|c'|cela|ça|ceux|celui|celle|j'|je|nous|vous|tu)$")
FRONTED = re.compile(
    r"(?i)^(?:(?:à|au|en|dans|lors|après|avant|depuis|selon|pour|sur|dès|malgré|face|le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b[^,]{1,50}, )"
)
LONGEST_SUBJECT = 9


def cut(clause: str) -> str:
    """Give a clause up to where another begins; "" where a list would be cut."""
    text = END.split(clause.strip().rstrip(" .!…"), maxsplit=1)[0]
    head, comma, tail = text.partition(", ")
    return "" if comma and re.match(r"[^,]{1,40}(?:,| et | ou )", tail) else head.strip(" ,")


def turned(wh: str, clause: str, party: str) -> str:
    """Make a question of an interrogative and the clause behind it; "" where none is certain."""
    if not clause:
        return ""
    if wh in ("qui", "ce qui"):
        return (
            ("Qui " if wh == "qui" else "Qu'est-ce qui ") + clause + MARK
            if _is_finite(clause.split(maxsplit=1)[0].rsplit("'", maxsplit=1)[-1]) or clause[:2] in ("s'", "l'", "a ")
            else ""
        )
    parts = split(clause)
    if parts and parts[0].lower() in ("il", "ils", "elle", "elles") and party:
        whose = split(party)
        place = len(whose) + sum(1 for part in parts[1:3] if part.lower() in ("ne", "n'", "se", "s'"))
        parts = [*whose, *parts[1:]]
        place = place if place < len(parts) else 0
    else:
        place = _verb(parts)
    if not place:
        return ""
    front = {"si": "", "s'": "", "ce que": "que", "ce qu'": "que"}.get(wh, wh)
    if front.startswith(("quel", "combien d")):
        return ""
    parts = [*parts[:place], _certain(parts[place]), *parts[place + 1 :]] if " si " not in f" {clause} " else parts
    return asked(front, parts, place)


def split(clause: str) -> list[str]:
    """Give the words, an elided one ("l'") for itself."""
    return re.sub(r"(?<=\w')(?=\w)", " ", clause).split()


def join(parts: Sequence[str]) -> str:
    """Put words together again, elided ones to the next."""
    return re.sub(r"(?<=\w') ", "", " ".join(parts))


def _verb(parts: Sequence[str]) -> int:
    """Give the place of the clause's finite verb; 0 where none is sure, or where another clause comes before it."""
    if not parts or _PRONOUN.match(parts[0]) or not _begins_subject(parts[0]):
        return 0
    for place in range(1, min(len(parts), LONGEST_SUBJECT)):
        word = parts[place].lower()
        if word in ("qui", "que", "qu'", "dont", "où", "si") or parts[place - 1].endswith(","):
            return 0
        if _CLITIC.match(word) and place + 1 < len(parts) and word in ("ne", "n'", "se", "s'"):
            continue
        if _is_finite(word) and parts[place - 1].lower() not in (
            "le",
            "la",
            "les",
            "l'",
            "un",
            "une",
            "des",
            "du",
            "de",
            "d'",
            "au",
            "son",
            "sa",
        ):
            return place
    return 0


def _begins_subject(word: str) -> bool:
    return word.lower() in ("le", "la", "les", "l'", "un", "une", "des") or word[0].isupper()


def _is_finite(word: str) -> bool:
    low = word.lower()
    return low not in _NOT_FINITE and (low in VERBS["fr"] or _FINITE.search(low) is not None)


def _certain(verb: str) -> str:
    """Give a future for a conditional that only reports: « s'il démissionnerait » asks whether he will."""
    for ending, instead in (("raient", "ront"), ("rait", "ra")):
        if verb.endswith(ending) and len(verb) > len(ending) + 1:
            return verb.removesuffix(ending) + instead
    return verb


def asked(front: str, parts: list[str], place: int) -> str:
    """Ask with the verb at a place: inverted where the subject's gender is sure, else by « est-ce que »."""
    start = place
    while start > 1 and _CLITIC.match(parts[start - 1]) and parts[start - 1].lower() in ("ne", "n'", "se", "s'"):
        start -= 1
    subject, clitics, verb, rest = parts[:start], parts[start:place], parts[place], parts[place + 1 :]
    if front == "que":
        return (
            f"Qu'est-ce que {join(parts)}{MARK}".replace("que il", "qu'il")
            if rest == [] or rest[0] not in ("le", "la", "les")
            else ""
        )
    pronoun = _pronoun(subject)
    if pronoun:
        link = "-t-" if verb[-1] in "ae" else "-"
        inverted = join([*subject, *clitics, f"{verb}{link}{pronoun}", *rest])
        return f"{front} {inverted}{MARK}".strip()
    que = "est-ce qu'" if subject[0][0].lower() in "aeiouéèêhyœ" and subject[0].lower() != "l'" else "est-ce que "
    return f"{front} {que}{join(parts)}{MARK}".strip()


def _pronoun(subject: Sequence[str]) -> str:
    """Give the pronoun that takes a subject up, where its article or its noun tells the gender."""
    first = subject[0].lower()
    noun = subject[1].lower() if len(subject) > 1 else ""
    if " et " in f" {' '.join(subject)} ":
        return ""
    if first in ("le", "un") or (first == "l'" and noun in MASCULINE):
        return "il"
    if first in ("la", "une") or (first == "l'" and noun in FEMININE):
        return "elle"
    if first in ("les", "des") and noun.endswith(("eurs", "iers", "ants", "iens", "ards", "ements", "ages")):
        return "ils"
    if first in ("les", "des") and noun.endswith(
        ("ions", "ités", "ses", "ines", "ères", "elles", "ettes", "autorités", "ines")
    ):
        return "elles"
    return ""


def party(prefix: str) -> str:
    """Give who a sentence speaks of, from the words before its verb; "" where they name nobody."""
    said = FRONTED.sub("", prefix).strip()
    parts = split(said)
    return said if is_name(parts) else ""


def is_name(parts: Sequence[str]) -> bool:
    """Tell whether words are one noun phrase that names somebody: no verb, no clause."""
    if not 1 <= len(parts) <= 9 or not _begins_subject(parts[0]) or _PRONOUN.match(parts[0]):  # noqa: PLR2004 - a longer one holds a clause
        return False
    if any(
        part.lower() in ("qui", "que", "dont", "où", "si", "par", "ne", "n'") or part.endswith((",", ":", "»"))
        for part in parts
    ):
        return False
    inner = [
        part
        for place, part in enumerate(parts)
        if place and parts[place - 1].lower() not in ("le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'")
    ]
    return not any(_is_finite(part) and part.islower() for part in inner) and len(parts) > (
        1 if parts[0].lower() in ("le", "la", "les", "l'", "un", "une", "des") else 0
    )
