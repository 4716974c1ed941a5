"""What a French sentence says is not known or yet to come, as a question.

The verb is inverted with its pronoun where the subject's gender is certain, else « est-ce que » asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.questions.french_clause import (
    FRONTED,
    LONGEST_SUBJECT,
    MARK,
    asked,
    cut,
    is_name,
    join,
    party,
    split,
    turned,
)
from briefing.desk.questions.french_pending import accuses, pending
from briefing.desk.questions.raised import Raised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.desk.questions.raised import Context
    from briefing.model import QuestionKind

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
TRIGGERS = frozenset(
    """ignore sait reste restent demeure demeurent n'a n'ont encore toujours n'est n'était sont n'étaient question cherche
    cherchent tente tentent tenter chercher doit doivent devra devront devrait pour sans demande demandent prévoit prévoient
    compte comptent entend entendent menace menacent promis engagé engagée engagés envisage envisagent va vont appelle
    appellent appelé exhorte exhortent exhorté presse somme pressent enquête instruction
    revendiqué revendiquée revendiqués visant vise négociations pourparlers discussions recherches fouilles bilan""".split()
)


def found(sentence: str, said: frozenset[str], context: Context) -> Iterator[Raised]:  # noqa: ARG001 - as in English
    """Give the questions that a sentence raises, each rule's in turn; `said` are its words in lower case."""
    if said.isdisjoint(TRIGGERS):
        return
    text = LEADING.sub("", sentence.replace("’", "'"), count=1)
    text = text[:1].upper() + text[1:]
    if text.count("«") != text.count("»") or "?" in text:
        return
    for rule in (_embedded, _unknown_noun, _plans, _demands, pending):
        for question, kind, family in rule(text):
            if question and not _BACK.search(question) and not accuses(question, text):
                yield Raised(question[:1].upper() + question[1:], kind, family, language="fr")


def _embedded(text: str) -> Iterator[tuple[str, QuestionKind, str]]:
    for number, cue in enumerate((UNKNOWN.search(text), ASKING.search(text))):
        clause = CLAUSE.match(text, cue.end()) if cue else None
        if cue is None or clause is None or text[: cue.start()].count("«") > text[: cue.start()].count("»"):
            continue
        yield (
            turned(clause["wh"].strip().lower(), cut(clause["clause"]), party(text[: cue.start()])),
            "unknown",
            ("unknown", "asking")[number],
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
    return join(
        [parts[0].lower() if parts[0] in ("Le", "La", "Les", "L'", "Un", "Une", "Des") else parts[0], *parts[1:]]
    )


def _infinitive(rest: str) -> str:
    """Give a verb in the infinitive and what follows it, where the verb is one that decides something."""
    phrase = cut(rest)
    parts = split(phrase)
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
    parts = split(said[: cue.start()]) if cue else []
    if cue is None or not is_name(parts):
        return
    ruling = RULING.match(cut(cue["vp"]))
    if ruling and cue["cue"] in ("doit", "doivent", "devra", "devront", "va", "vont"):
        verb = "vont" if cue["cue"] in ("doivent", "devront", "vont") else "va"
        yield f"Que {verb} décider {_lower(parts)} sur {ruling['of']}{MARK}", "announced", "outcome"
        return
    if cue["cue"] in ("va", "vont"):
        return  # what a party is going to do is told as settled
    yield _will(parts, _infinitive(cue["vp"])), "announced", "plan"


def _demands(text: str) -> Iterator[tuple[str, QuestionKind, str]]:
    cue = DEMAND.search(text)
    parts = split(cue["who"]) if cue else []
    if cue is not None and is_name(parts):
        yield _will(parts, _infinitive(cue["vp"])), "announced", "demand"


def _will(parts: list[str], phrase: str) -> str:
    if not phrase:
        return ""
    many = parts[0].lower() in ("les", "des")
    return asked("", [*split(_lower(parts)), "vont" if many else "va", *phrase.split()], len(split(_lower(parts))))
