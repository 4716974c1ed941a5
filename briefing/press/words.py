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
    "Where the sources differ": "Là où les sources divergent",
    "Analysis": "Analyse",
    "Not known": "Ce que l’on ignore",
    "Watch for": "À surveiller",
    "Sources": "Sources",
    "Source": "Source",
    "Why it is here": "Pourquoi cet article est ici",
    "Evidence": "Preuve",
    "Headline: {name}": "Titre\u202f: {name}",
    "Summary: {name}": "Résumé\u202f: {name}",
    "Source {number}": "Source {number}",
    "{name} writes:": "{name} écrit\u202f:",
    "asked by the source": "posée par la source",
    "derived: not known": "déduite\u202f: on l’ignore",
    "derived: disputed": "déduite\u202f: fait contesté",
    "derived: announced": "déduite\u202f: fait annoncé",
    "analysis": "analyse",
    "opinion": "opinion",
    "press release": "communiqué",
    "from the feed’s own words": "d’après le seul fil de la source",
    "{n} minute": "{n} minute",
    "{n} minutes": "{n} minutes",
    "{n} minute read": "{n} min de lecture",
    "{n} story": "{n} sujet",
    "{n} stories": "{n} sujets",
    "+ {n} more": "et {n} de plus",
    "Standing questions": "Questions en suspens",
    "asked {date}": "posée le {date}",
    "new": "nouvelle",
    "standing": "en suspens",
    "answered": "résolue",
    "faded": "oubliée",
    "Corrections": "Corrections",
    "We printed:": "Nous avions imprimé\u202f:",
    "Not heard today": "Sources muettes aujourd’hui",
    "silent since {moment}": "muette depuis le {moment}",
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
    "Made from {parts}; {printed} of {stories} printed.": "Tiré de {parts}\u202f; {printed} sur {stories} imprimés.",
    "Every statement is in the words of its source; a raised number says which.": (
        "Chaque énoncé est dans les mots de sa source\u202f; un chiffre en exposant dit laquelle."
    ),
    "Method {method} · edition {digest} · briefing {version}": "Méthode {method} · numéro {digest} · briefing {version}",
}

SLOT = re.compile(r"\{(\w+)\}")

CATALOGUES: Mapping[str, Mapping[str, str]] = {"en": {}, "fr": FRENCH}


class Words:
    """The words of one language: `words(phrase, name=value)`, `words.count(one, many, n)`."""

    def __init__(self, catalogue: Mapping[str, str]) -> None:
        self._catalogue = catalogue

    def __call__(self, phrase: str, /, **values: object) -> str:
        """Give the phrase in this language, its names filled in."""
        text = self._catalogue.get(phrase, phrase)
        return SLOT.sub(lambda slot: str(values.get(slot[1], slot[0])), text) if values else text

    def count(self, one: str, many: str, n: int) -> str:
        """Give the phrase that fits the number: French counts nought as one."""
        single = n == 1 or (n == 0 and self._catalogue is FRENCH)
        return self(one if single else many, n=n)


@lru_cache(maxsize=16)
def words_for(locale: str) -> Words:
    """Give the words for a locale: its language's, else English."""
    return Words(CATALOGUES.get(locale.replace("-", "_").split("_")[0].lower(), CATALOGUES["en"]))
