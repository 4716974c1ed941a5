"""Whether a sentence can be read without the one before it: it is whole, names whom it speaks of, and says something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk import lexicon
from briefing.desk.text import WORD, closed, folded, names, words

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST, LONGEST = 6, 48  # words of a sentence that can stand alone
NEAR_THE_START = 6  # words: a pronoun among them has its name in another sentence
OPENING = 8  # words in which a sentence says what it speaks of


def stands_alone(text: str, language: str) -> bool:
    """Tell whether a sentence can be read without the one before it."""
    said = words(text)
    if not SHORTEST <= len(said) <= LONGEST or not closed(text) or text.rstrip("\"'”’») ").endswith("?"):
        return False
    if re.search(lexicon.FURNITURE, text) or text.endswith((":", "...")) or text[0] in '“"«‘':
        return False
    if leans(said, language) or led_in(text, language) or points_back(text, language) or verbless(text, language):
        return False
    unquoted = re.sub(r"“[^”]*”|\"[^\"]*\"|«[^»]*»", "", text)
    first = lexicon.FIRST_PERSON.get(language, lexicon.FIRST_PERSON["en"])
    return re.search(first, unquoted.replace("’", "'")) is None


def leans(said: Sequence[str], language: str) -> bool:
    """Tell whether the first words of a sentence point back at one before it."""
    dangling = lexicon.DANGLING.get(language, lexicon.DANGLING["en"])
    pronouns = lexicon.PRONOUNS.get(language, lexicon.PRONOUNS["en"])
    near = (part for word in said[:NEAR_THE_START] for part in word.split("'"))
    return said[0] in dangling or said[0].split("'")[0] in dangling or any(part in pronouns for part in near)


def led_in(text: str, language: str) -> bool:
    """Tell whether a phrase that names nobody leads in to a pronoun: "In the days before, he claimed …".

    Who is named after "according to" is who says it, and not of whom.
    """
    phrase, comma, rest = text.partition(", ")
    pronouns = lexicon.PRONOUNS.get(language, lexicon.PRONOUNS["en"]) | {"it"}
    if not comma or not words(rest) or words(rest)[0] not in pronouns:
        return False
    return not names(phrase) or re.match(r"(?:According to|Selon|D['’]après)\b", phrase) is not None


def points_back(text: str, language: str) -> bool:
    """Tell whether a sentence opens with "this plan" or adds with "also" to what was said before it."""
    opening = " ".join(folded(text).split()[:OPENING])
    back, adding = lexicon.POINTING.get(language), lexicon.ADDING.get(language)
    return any(rule is not None and re.search(rule, opening, re.IGNORECASE) is not None for rule in (back, adding))


def verbless(text: str, language: str) -> bool:
    """Tell whether no word of a sentence can be its verb: "A long night for the families of Brannik."."""
    rules = lexicon.VERBS.get(language), lexicon.VERBAL.get(language)
    if rules[0] is None or rules[1] is None:
        return False
    plain = folded(text)
    said = [part for match in WORD.finditer(plain) for part in match.group().lower().split("'")]
    return not any(word in rules[0] for word in said) and re.search(rules[1], plain) is None
