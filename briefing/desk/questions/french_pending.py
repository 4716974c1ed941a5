"""What a French sentence says is under way and has no end yet: an inquiry, a bill, talks, a search, a deed nobody owns up to.

The patterns are those of `pending`, for the verbs and nouns of French news (Riegel, Pellat and Rioul 2018, chapters XIV and XVII).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.questions.french_clause import MARK, cut
from briefing.desk.questions.naming import persons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import QuestionKind

    Seen = tuple[str, QuestionKind, str]

LONGEST = 12  # words of what is inquired into or planned: more hold a clause
INQUIRY = re.compile(
    r"(?i)\b(?:(?:a|ont) (?:ouvert|lancé|ordonné|annoncé) une (?P<new>enquête|instruction)(?: \w+)?|une (?P<open>enquête|instruction)(?: \w+)? (?:a été|est) ouverte|"
    r"l'(?P<on>enquête) (?:se poursuit|est en cours|continue)) (?:\w+ )?(?:sur|pour (?:établir|déterminer)) (?P<of>(?:la |le |les |l'|un |une |des ).+)"
)
CLAIM = re.compile(
    r"(?i)^(?P<what>(?:l'|la |le |les )[^,]{4,60}?) (?:n'a|n'ont) (?:toujours |pour l'instant )?(?:pas|jamais) (?:encore |toujours |immédiatement )?été revendiquée?s?\b"
)
UNCLAIMED = re.compile(
    r"(?i)\b(?:aucun (?:groupe|mouvement)|personne) n'a (?:encore |pour l'instant )?revendiqué (?P<what>(?:l'|la |le |les ).+)"
)
LAW = re.compile(
    r"(?i)\b(?:un|le|ce|du) (?P<what>projet de loi|texte|amendement|projet) (?:visant à|qui vise à|destiné à|prévoyant de|qui prévoit de) (?P<vp>.+)"
)
TALKS = re.compile(
    r"(?i)\b(?:les|des) (?P<what>négociations|pourparlers|discussions) entre (?P<who>.{4,70}?) (?:se poursuivent|ont repris|reprennent|reprendront|doivent reprendre|sont (?:toujours |encore )?(?:en cours|dans l'impasse|au point mort))"
)
SEARCH = re.compile(
    r"(?i)\b(?:les|des) (?:recherches|fouilles) (?:se poursuivent|continuent|ont repris|se poursuivaient)(?: \w+)? pour retrouver (?P<of>(?:la |le |les |l'|un |une |des |deux |trois |quatre |cinq |six |\d+ ).+)"
)
TOLL = re.compile(
    r"(?i)\b(?:le )?bilan (?:est |reste |demeure )?(?:encore |toujours |très )?provisoire\b.*?\b(?:dans |après |de )(?P<of>(?:la |le |l')(?:\w+ ){0,2}?(?:inondation|crue|séisme|incendie|attentat|explosion|naufrage|collision|tempête|accident|effondrement)\b[^,.]*)"
)
OVER = re.compile(
    r"(?i)\b(?:a été (?:adopté|rejeté|classée?|close)|ont (?:échoué|abouti)|s'est achevée?|l'an dernier|en (?:19|20)\d\d|aurai(?:t|ent)|si )\b"
)
ACCUSING = re.compile(
    r"(?i)\b(?:accus|soupçonn|mise? en examen|coupable|meurtr|viol(?:er|é|eur|ence|s)?\b|assassin|fraud|corrup|détourn|poursuivi|inculp|condamn|arrêt(?:é|ation)|garde à vue|tué|agress|complice|escroqu|blanchi|prison|procès)"
)


def accuses(asked: str, sentence: str) -> bool:
    """Tell whether a question names what may be a person, where guilt is spoken of."""
    bare = re.sub(r"(?i)\b[ldjnmtsc]'(?=\w)|\bqu'(?=\w)", " ", asked.rstrip("? \u202f"))
    return ACCUSING.search(f"{asked} {sentence}") is not None and bool(persons(f"il {bare[:1].lower()}{bare[1:]}"))


def pending(text: str) -> Iterator[Seen]:
    """Give the questions of what is under way."""
    if OVER.search(text):
        return
    for rule in (_inquiries, _unclaimed, _laws, _negotiations, _searches, _tolls):
        yield from rule(text)


def _noun(rest: str) -> str:
    of = cut(rest)
    of = re.split(
        r" (?:après|depuis|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|a|ont|est|sont|qui|que|dont)\b",
        of,
        maxsplit=1,
    )[0]
    return of if 2 <= len(of.replace("'", " ").split()) <= LONGEST else ""  # noqa: PLR2004 - an article and its noun


def _of(noun: str) -> str:
    """Put "de" before a noun phrase."""
    for article, joined in (("le ", "du "), ("les ", "des "), ("un ", "d'un "), ("une ", "d'une "), ("des ", "de ")):
        if noun.lower().startswith(article):
            return joined + noun[len(article) :]
    return f"de {noun}"


def _inquiries(text: str) -> Iterator[Seen]:
    cue = INQUIRY.search(text)
    of = _noun(cue["of"]) if cue else ""
    if cue is not None and of:
        what = cue["new"] or cue["open"] or cue["on"]
        yield f"Que révélera l'{what.lower()} sur {of}{MARK}", "unknown", "inquiry"


def _unclaimed(text: str) -> Iterator[Seen]:
    cue = CLAIM.match(text) or UNCLAIMED.search(text)
    of = _noun(cue["what"]) if cue else ""
    if of:
        yield f"Qui est à l'origine {_of(of[:1].lower() + of[1:])}{MARK}", "unknown", "unsolved"


def _laws(text: str) -> Iterator[Seen]:
    cue = LAW.search(text)
    rest = _noun(cue["vp"]) if cue else ""
    if cue is not None and rest and re.match(r"(?i)[\w']+(?:er|ir|re)\b", rest):
        goes = "verra-t-il le jour" if cue["what"].lower() == "projet" else "sera-t-il adopté"
        yield f"Le {cue['what'].lower()} visant à {rest} {goes}{MARK}", "announced", "law"


def _negotiations(text: str) -> Iterator[Seen]:
    cue = TALKS.search(text)
    if cue is not None and " et " in cue["who"] and "," not in cue["who"]:
        they = "ils" if cue["what"].lower() == "pourparlers" else "elles"
        yield f"Les {cue['what'].lower()} entre {cue['who']} aboutiront-{they}{MARK}", "announced", "talks"


def _searches(text: str) -> Iterator[Seen]:
    cue = SEARCH.search(text)
    of = _noun(cue["of"]) if cue else ""
    if of:
        yield f"Les recherches pour retrouver {of} aboutiront-elles{MARK}", "unknown", "search"


def _tolls(text: str) -> Iterator[Seen]:
    cue = TOLL.search(text)
    of = _noun(cue["of"]) if cue else ""
    if of:
        yield f"Quel est le bilan {_of(of)}{MARK}", "disputed", "toll"
