"""What a French sentence says is not known or yet to come, as a question.

The verb is inverted with its pronoun where the subject's gender is certain, else « est-ce que » asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.lexicon import VERBS
from briefing.desk.questions.raised import Raised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.questions.raised import Context
    from briefing.model import QuestionKind

MARK = "\u202f?"
# What says, in the source's own words, that something is not known.
UNKNOWN = re.compile(
    r"(?i)(?:\bon ignore\b|\bon ne sait (?:toujours )?(?:pas|rien)\b|\b(?:nul|personne) ne sait\b|"
    r"\breste(?:nt)? (?:encore )?à (?:savoir|déterminer|voir|établir|préciser)\b|"
    r"\bn'(?:a|ont) (?:toujours )?pas (?:encore |immédiatement )?(?:dit|précisé|indiqué|expliqué|annoncé|confirmé|révélé|décidé|voulu dire|souhaité dire|fait savoir)\b|"
    r"\b(?:reste|restent|demeure|demeurent|est encore|est toujours|sont encore|sont toujours) "
    r"(?:encore |toujours )?(?:inconnu|incertain|floue?|indéterminé)e?s?\b|"
    r"\bil n'est (?:toujours )?pas (?:encore )?(?:clair|établi|certain|sûr)\b|"
    r"\b(?:n'est|n'était|ne sont|n'étaient) (?:toujours )?pas (?:encore )?(?:connu|établi|déterminé)e?s?\b)"
)
ASKING = re.compile(
    r"(?i)(?:\b(?:la|une) question (?:est|reste|demeure)(?: désormais)? de savoir|\b(?:cherche|cherchent|tente|tentent|tenter|chercher) (?:à|de) (?:savoir|comprendre|déterminer|établir)|"
    r"\b(?:doit|doivent|devra|devront|devrait|devraient|pour) (?:décider|déterminer|dire|établir|trancher|savoir)|\bsans (?:préciser|dire|indiquer)|\bse demande(?:nt)?)"
)
CLAUSE = re.compile(
    r"(?i)(?: (?:d'ici )?(?:au |le |à )?(?:\d{1,2}(?:er)? [a-zéû]+|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain)(?: prochain)?)?(?:,? (?:encore|exactement|précisément|toutefois|pour l'instant))?,? +(?P<wh>si|s'(?=ils?\b)|qui|quand|où|comment|pourquoi|combien(?: de [\w-]+)?|ce qui|ce qu(?:e |')|quel(?:le)?s? )(?P<clause>.+)"
)
END = re.compile(
    r"(?i)(?:,? (?:et|ou|ni|mais) (?:si|qui|quand|où|comment|pourquoi|que)\b|, (?:et|mais|ou|qui|selon|a|ont|dit|alors|tandis|car|bien|même|dont|après|avant|"
    r"avec|soit|ce|puis)\b|[;:] | [–—-] |—| \(|, [^,]{2,60} (?:a dit|a déclaré|a indiqué|a précisé)\b| (?:alors que|tandis que|parce que|afin de)\b)"
)
_LINK = r"(?:de la |de l'|du |des |de |d')"
_NOUNS = {
    "cause": "la", "origine": "l'", "identité": "l'", "ampleur": "l'", "motif": "le", "mobile": "le", "sort": "le", "montant": "le",
    "coût": "le", "bilan": "le", "calendrier": "le", "raison": "la", "date": "la", "avenir": "l'", "causes": "les", "motifs": "les",
    "raisons": "les", "circonstances": "les", "auteurs": "les",
}  # fmt: skip
NOUN = re.compile(
    rf"(?i)\b(?:la |le |l'|les )(?P<adj>)(?P<noun>{'|'.join(_NOUNS)}) (?P<of>{_LINK}.+?) (?:(?:n'est|n'était|n'a|ne sont|n'étaient|n'ont|reste|restent|demeure|demeurent) "
    r"(?:toujours |encore )?(?:pas )?(?:encore |toujours )?(?:été )?(?:connu|établi|déterminé|inconnu|incertain|indéterminé|précisé|à déterminer|à établir|floue?|communiqué|révélé)e?s?)"
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
_BACK = re.compile(
    r"(?i)(?:^|[\s'])(?:ce dernier|cette dernière|ceux-ci|celui-ci|celle-ci|ces derniers|eux|elle-même|lui-même|cela|ça|leur|leurs|ce|cet|cette|ces)\b"
)
PLAN = re.compile(
    r" (?P<cue>doit|doivent|devra|devront|prévoit de|prévoient de|compte|comptent|entend|entendent|menace de|menacent de|a promis de|ont promis de|s'est engagée? à|se sont engagé(?:e)?s à|"
    r"envisage de|envisagent de|va|vont) (?P<vp>.+)"
)
DEMAND = re.compile(
    r"\b(?:appelle|appellent|a appelé|ont appelé|exhorte|exhortent|a exhorté|ont exhorté|presse|somme|pressent) (?P<who>(?:le |la |les |l').{3,50}?) (?:à|de) (?P<vp>.+)"
)
DECISIVE = frozenset(
    """abandonner accepter adopter annuler appliquer approuver augmenter autoriser baisser bloquer céder cesser changer construire créer
    démissionner déployer dissoudre durcir entrer envoyer expulser fermer financer fournir geler imposer interdire intervenir investir juger lancer lever
    libérer limiter livrer maintenir mettre modifier négocier nommer ouvrir participer payer porter présenter prendre publier quitter ratifier
    rebâtir reconnaître reconstruire reculer réduire réformer refuser rejoindre relever relancer rembourser remplacer renoncer renouveler répondre reporter
    reprendre rétablir retirer réviser rouvrir saisir signer soutenir supprimer suspendre tenir transférer vendre verser restituer désigner achever""".split()
)
RULING = re.compile(
    r"(?i)^(?:se prononcer|statuer|trancher|voter|décider)(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))? sur (?P<of>.+)"
)
LEADING = re.compile(
    r"(?i)^(?:mais|et|or|donc|cependant|toutefois|pourtant|ainsi|enfin|par ailleurs|en outre|de plus),? "
)
FRONTED = re.compile(
    r"(?i)^(?:(?:à|au|en|dans|lors|après|avant|depuis|selon|pour|sur|dès|malgré|face|le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b[^,]{1,50}, )"
)
LONGEST_SUBJECT = 9
TRIGGERS = frozenset(
    """ignore sait reste restent demeure demeurent n'a n'ont encore toujours n'est n'était sont n'étaient question cherche
    cherchent tente tentent tenter chercher doit doivent devra devront devrait pour sans demande demandent prévoit prévoient
    compte comptent entend entendent menace menacent promis engagé engagée engagés envisage envisagent va vont appelle
    appellent appelé exhorte exhortent exhorté presse somme pressent""".split()
)


def found(sentence: str, said: frozenset[str], context: Context) -> Iterator[Raised]:  # noqa: ARG001 - as in English
    """Give the questions that a sentence raises, each rule's in turn; `said` are its words in lower case."""
    if said.isdisjoint(TRIGGERS):
        return
    text = LEADING.sub("", sentence.replace("’", "'"), count=1)
    text = text[:1].upper() + text[1:]
    if text.count("«") != text.count("»") or "?" in text:
        return
    for rule in (_embedded, _unknown_noun, _plans, _demands):
        for asked, kind, family in rule(text):
            if asked and not _BACK.search(asked):
                yield Raised(asked[:1].upper() + asked[1:], kind, family, language="fr")


def _cut(clause: str) -> str:
    text = END.split(clause.strip().rstrip(" .!…"), maxsplit=1)[0]
    head, comma, tail = text.partition(", ")
    return "" if comma and re.match(r"[^,]{1,40}(?:,| et | ou )", tail) else head.strip(" ,")


def _embedded(text: str) -> Iterator[tuple[str, QuestionKind, str]]:
    for number, cue in enumerate((UNKNOWN.search(text), ASKING.search(text))):
        clause = CLAUSE.match(text, cue.end()) if cue else None
        if cue is None or clause is None or text[: cue.start()].count("«") > text[: cue.start()].count("»"):
            continue
        yield (
            _turned(clause["wh"].strip().lower(), _cut(clause["clause"]), _party(text[: cue.start()])),
            "unknown",
            ("unknown", "asking")[number],
        )


def _turned(wh: str, clause: str, party: str) -> str:
    if not clause:
        return ""
    if wh in ("qui", "ce qui"):
        return (
            ("Qui " if wh == "qui" else "Qu'est-ce qui ") + clause + MARK
            if _is_finite(clause.split(maxsplit=1)[0].rsplit("'", maxsplit=1)[-1]) or clause[:2] in ("s'", "l'", "a ")
            else ""
        )
    parts = _split(clause)
    if parts and parts[0].lower() in ("il", "ils", "elle", "elles") and party:
        whose = _split(party)
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
    return _asked(front, parts, place)


def _split(clause: str) -> list[str]:
    return re.sub(r"(?<=\w')(?=\w)", " ", clause).split()


def _join(parts: Sequence[str]) -> str:
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


def _asked(front: str, parts: list[str], place: int) -> str:
    start = place
    while start > 1 and _CLITIC.match(parts[start - 1]) and parts[start - 1].lower() in ("ne", "n'", "se", "s'"):
        start -= 1
    subject, clitics, verb, rest = parts[:start], parts[start:place], parts[place], parts[place + 1 :]
    if front == "que":
        return (
            f"Qu'est-ce que {_join(parts)}{MARK}".replace("que il", "qu'il")
            if rest == [] or rest[0] not in ("le", "la", "les")
            else ""
        )
    pronoun = _pronoun(subject)
    if pronoun:
        link = "-t-" if verb[-1] in "ae" else "-"
        asked = _join([*subject, *clitics, f"{verb}{link}{pronoun}", *rest])
        return f"{front} {asked}{MARK}".strip()
    que = "est-ce qu'" if subject[0][0].lower() in "aeiouéèêhyœ" and subject[0].lower() != "l'" else "est-ce que "
    return f"{front} {que}{_join(parts)}{MARK}".strip()


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


def _party(prefix: str) -> str:
    said = FRONTED.sub("", prefix).strip()
    parts = _split(said)
    return said if _is_name(parts) else ""


def _is_name(parts: Sequence[str]) -> bool:
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


def _unknown_noun(text: str) -> Iterator[tuple[str, QuestionKind, str]]:
    cue = NOUN.search(text)
    if (
        cue is None
        or len(cue["of"].split()) > LONGEST_SUBJECT
        or re.search(r"(?i)\b(?:qui|que|dont|où|son|sa|ses|leurs?)\b|,", cue["of"])
    ):
        return
    noun = cue["noun"].lower()
    article = _NOUNS[noun]
    plural, feminine = (
        article == "les",
        noun in ("cause", "origine", "identité", "ampleur", "raison", "date", "causes", "raisons", "circonstances"),
    )
    which = "Quel" + ("le" if feminine else "") + ("s" if plural else "")
    if noun == "auteurs":
        which = "Qui"
    yield (
        f"{which} {'sont' if plural else 'est'} {article}{'' if article == chr(108) + chr(39) else ' '}{noun} {cue['of']}{MARK}",
        "unknown",
        "noun",
    )


def _lower(parts: Sequence[str]) -> str:
    return _join(
        [parts[0].lower() if parts[0] in ("Le", "La", "Les", "L'", "Un", "Une", "Des") else parts[0], *parts[1:]]
    )


def _infinitive(rest: str) -> str:
    """Give a verb in the infinitive and what follows it, where the verb is one that decides something."""
    phrase = _cut(rest)
    parts = _split(phrase)
    place = 1 if parts and parts[0].lower() in ("s'", "se", "y") else 0
    return (
        phrase
        if len(parts) > place + 1
        and parts[place].lower() in DECISIVE
        and not re.search(r"(?i)\b(?:elle|lui|eux|y)\b", phrase)
        else ""
    )


def _plans(text: str) -> Iterator[tuple[str, QuestionKind, str]]:
    said = FRONTED.sub("", text)
    said = said[:1].upper() + said[1:]
    cue = PLAN.search(said)
    parts = _split(said[: cue.start()]) if cue else []
    if cue is None or not _is_name(parts):
        return
    ruling = RULING.match(_cut(cue["vp"]))
    if ruling and cue["cue"] in ("doit", "doivent", "devra", "devront", "va", "vont"):
        verb = "vont" if cue["cue"] in ("doivent", "devront", "vont") else "va"
        yield f"Que {verb} décider {_lower(parts)} sur {ruling['of']}{MARK}", "announced", "outcome"
        return
    yield _will(parts, _infinitive(cue["vp"])), "announced", "plan"


def _demands(text: str) -> Iterator[tuple[str, QuestionKind, str]]:
    cue = DEMAND.search(text)
    parts = _split(cue["who"]) if cue else []
    if cue is not None and _is_name(parts):
        yield _will(parts, _infinitive(cue["vp"])), "announced", "demand"


def _will(parts: list[str], phrase: str) -> str:
    if not phrase:
        return ""
    many = parts[0].lower() in ("les", "des")
    return _asked("", [*_split(_lower(parts)), "vont" if many else "va", *phrase.split()], len(_split(_lower(parts))))
