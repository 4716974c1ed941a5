"""The words that templates print, in the edition's language. The key is the English phrase.

A language that is not here prints English. `{name}` stands for a value; the second of a pair is the plural.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "Skip to the stories": "Aller aux articles",
    "In this edition": "Au sommaire",
    "Key developments": "Faits saillants",
    "Open questions": "Questions ouvertes",
    "Since yesterday": "Depuis hier",
    "Since {date}": "Depuis le {date}",
    "Where the sources differ": "Là où les sources divergent",
    "Analysis": "Analyse",
    "Not known": "Ce que l’on ignore",
    "Watch for": "À surveiller",
    "Sources": "Sources",
    "Source": "Source",
    "Why it is here": "Pourquoi cet article est ici",
    "One outlet reports it": "Un seul média en parle",
    "{n} outlets report it": "{n} médias en parlent",
    "Its newest report came {n} h before this edition closed": "Son dernier article est arrivé {n} h avant le bouclage",
    "Its newest report came just before this edition closed": "Son dernier article est arrivé juste avant le bouclage",
    "Its fullest report has {n} words": "Son article le plus complet compte {n} mots",
    "It has words that you asked for: {value}": "On y trouve des mots que vous suivez\u202f: {value}",
    "Its page could be read": "Sa page a pu être lue",
    "Place {n} in its feed": "Rang {n} dans son fil",
    "Placed lower after {n} others that its outlet alone reports": "Placé plus bas après {n} autres que son média est seul à publier",
    "Placed lower after another on its subject: {value}": "Placé plus bas après un autre sur le même sujet\u202f: {value}",
    "The first of its section": "Le premier de sa rubrique",
    "Placed lower for its kind: {value}": "Placé plus bas pour son genre\u202f: {value}",
    "Evidence": "Preuve",
    "Headline: {name}": "Titre\u202f: {name}",
    "Summary: {name}": "Résumé\u202f: {name}",
    "Source {number}: {name}": "Source {number}\u202f: {name}",
    "{name} writes:": "{name} écrit\u202f:",
    "asked by the source": "posée par la source",
    "from what the source says is not known": "tirée de ce que la source dit ignorer",
    "from what is disputed": "tirée d’un fait contesté",
    "from what is announced": "tirée d’une annonce",
    "analysis": "analyse",
    "opinion": "opinion",
    "press release": "communiqué",
    "from the feed’s own words": "d’après le seul fil de la source",
    "{n} minute to read": "{n} minute de lecture",
    "{n} minutes to read": "{n} minutes de lecture",
    "{n} min at the source": "{n} min à la source",
    "{n} min at source {number}": "{n} min à la source {number}",
    "{n} story": "{n} sujet",
    "{n} stories": "{n} sujets",
    "+ {n} more": "et {n} de plus",
    "+ {n} more, {copies} of them the same wire copy": "et {n} de plus, dont {copies} reprennent la même dépêche",
    "+ {n} more, one of them a wire copy": "et {n} de plus, dont une reprend une dépêche",
    "Standing questions": "Questions en suspens",
    "asked {date}": "posée le {date}",
    "new": "nouvelle",
    "standing": "en suspens",
    "answered": "résolue",
    "faded": "oubliée",
    "Corrections": "Corrections",
    "We printed:": "Nous avions imprimé\u202f:",
    "On {date} we printed:": "Le {date}, nous avions imprimé\u202f:",
    "Now:": "Désormais\u202f:",
    "The words are no longer there.": "Ces mots n’y figurent plus.",
    "Its source has withdrawn it.": "Sa source l’a retiré.",
    "Its page is no longer there.": "Sa page n’existe plus.",
    "What we printed of it still stands there.": "Ce que nous en avions imprimé y figure toujours.",
    "Not heard today": "Sources muettes aujourd’hui",
    "silent since {moment}": "muette depuis le {moment}",
    "nothing is found at its address any more": "plus rien ne se trouve à son adresse",
    "its address is gone for good": "son adresse a disparu pour de bon",
    "the address is gone": "son adresse a disparu",
    "it refuses to answer us": "elle refuse de nous répondre",
    "it asks for a login": "elle demande de s’identifier",
    "it is for subscribers only": "elle est réservée aux abonnés",
    "it asks us to come less often": "elle demande que l’on vienne moins souvent",
    "it is withheld for legal reasons": "elle est retenue pour des raisons juridiques",
    "it answered with an error of its own": "elle a répondu par une erreur de son côté",
    "it could not be reached": "elle n’a pu être jointe",
    "took longer than {n} seconds": "elle a mis plus de {n} secondes à répondre",
    "gave no sign for {n} seconds": "elle n’a pas donné signe de vie pendant {n} secondes",
    "its address is unknown": "son adresse est inconnue",
    "its address is no web address": "son adresse n’en est pas une",
    "its certificate is not valid": "son certificat n’est pas valide",
    "no secure connection could be made": "aucune connexion sûre n’a pu être établie",
    "the answer broke off": "sa réponse s’est interrompue",
    "the answer could not be read": "sa réponse n’a pu être lue",
    "the answer could not be read in time": "sa réponse n’a pu être lue à temps",
    "the answer could not be understood": "sa réponse n’a pu être comprise",
    "redirected too often": "elle renvoie sans cesse ailleurs",
    "redirected without saying where": "elle renvoie ailleurs sans dire où",
    "Left out": "Laissés de côté",
    "Nobody was listening": "Personne n’écoutait",
    "from {start} to {end}": "du {start} au {end}",
    "About this edition": "À propos de ce numéro",
    "Proof, made before its hour": "Épreuve, tirée avant l’heure",
    "No story today.": "Aucun sujet aujourd’hui.",
    "Nothing that was heard since {moment} made a story for this edition.": (
        "Rien de ce qui a été entendu depuis le {moment} n’a fait un sujet pour ce numéro."
    ),
    "What to do": "Que faire",
    "See whether the sources named below can be reached, and whether the feeds still exist.": (
        "Vérifiez que les sources nommées plus bas répondent et que leurs fils existent encore."
    ),
    "Every source answered; a longer window or wider filters would let more in.": (
        "Toutes les sources ont répondu\u202f; une période plus longue ou des filtres plus larges en laisseraient passer davantage."
    ),
    "Covers what arrived from {opened} to {closed}, as known on {as_of}.": (
        "Couvre ce qui est arrivé du {opened} au {closed}, tel que connu le {as_of}."
    ),
    "{n} feed": "{n} fil",
    "{n} feeds": "{n} fils",
    "{n} entry": "{n} entrée",
    "{n} entries": "{n} entrées",
    "{n} article": "{n} article",
    "{n} articles": "{n} articles",
    "Times: {zone}.": "Fuseau horaire\u202f: {zone}.",
    "Made from {parts}; {printed} of {stories} printed.": "Tiré de {parts}\u202f; {printed} sur {stories} imprimés.",
    "Every statement is in the words of its source; a raised number says which.": (
        "Chaque énoncé est dans les mots de sa source\u202f; un chiffre en exposant dit laquelle."
    ),
    "written by {name}, held to its sources": "rédigé par {name}, tenu à ses sources",
    "Every statement is in the words of its source, but for those marked as written by {name}, which their sources bear out; a raised number says which.": (
        "Chaque énoncé est dans les mots de sa source, sauf ceux qui sont signalés comme rédigés par {name} et que leurs "
        "sources confirment\u202f; un chiffre en exposant dit laquelle."
    ),
    "{name} answered for {answered} of {stories}; its sources bear out {held} of its {proposed} statements.": (
        "{name} a répondu pour {answered} de {stories}\u202f; les sources confirment {held} de ses {proposed} énoncés."
    ),
    "Method {method} · edition {digest} · briefing {version}": "Méthode {method} · numéro {digest} · briefing {version}",
}


SLOT = re.compile(r"\{(\w+)\}(\.?)")

CATALOGUES: Mapping[str, Mapping[str, str]] = {"en": {}, "fr": FRENCH}


class Words:
    """The words of one language: `words(phrase, name=value)`, `words.count(one, many, n)`."""

    def __init__(self, catalogue: Mapping[str, str]) -> None:
        self._catalogue = catalogue

    def __call__(self, phrase: str, /, **values: object) -> str:
        """Give the phrase in this language, its names filled in."""
        text = self._catalogue.get(phrase, phrase)
        return SLOT.sub(lambda slot: _fill(slot, values), text) if values else text

    def count(self, one: str, many: str, n: int) -> str:
        """Give the phrase that fits the number: French counts nought as one."""
        single = n == 1 or (n == 0 and self._catalogue is FRENCH)
        return self(one if single else many, n=n)


def _fill(slot: re.Match[str], values: Mapping[str, object]) -> str:
    """Put a value where its name stands; a value that ends in a point ("6:00 a.m.") needs no second one."""
    if slot[1] not in values:
        return slot[0]
    value = str(values[slot[1]])
    return value if value.endswith(".") else value + slot[2]


@lru_cache(maxsize=16)
def words_for(locale: str) -> Words:
    """Give the words for a locale: its language's, else English."""
    return Words(CATALOGUES.get(locale.replace("-", "_").split("_")[0].lower(), CATALOGUES["en"]))
