"""Whether a sentence can be read without the one before it: it is whole, names whom it speaks of, and says something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk import lexicon
from briefing.desk.consequence import gravity
from briefing.desk.dangling import ADDING, NAME, POINTING, SAME, points_away, unanswered
from briefing.desk.selling import sells
from briefing.desk.text import WORD, closed, folded, names, prose, words

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST, LONGEST = 6, 60  # words of a sentence that can stand alone
OFFICE = 4  # how grave a sentence of a name and a verb is that is told: "Thal quit."
TAGGED = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-z]{2,8}|#\d{2,5});")  # a page's marks are no text
GRAVE = 3  # and of one that tells who died, was convicted, resigned or won
NEAR_THE_START = 6  # words: a pronoun among them has its name in another sentence
OPENING = 8  # words in which a sentence says what it speaks of
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
LOOSE, MARKS = (
    re.compile(r"\s[.,)](?=\s)|\(\s|[—–] [—–]"),
    3,
)  # marks among spaces, and how many of them make a text garbled
MIXED = re.compile(r"[^\W\d_]+\d{2,}[\w'.-]*|\d+[^\W\d_]+\d[\w'.-]*")
TRAILING, BRIEF = frozenset("it this that them him her so too".split()), 8  # "Everybody in the chamber knew it."
ANSWERED = frozenset({"en"})  # languages in which a pronoun may be answered to within its sentence
CHARACTERS = 2  # of a script without spaces make a word
# An "it" that stands for nothing: "It rained for nine hours", "It was announced on Friday that", « Il a plu ».
NOTHING = {
    "en": re.compile(
        r"It(?:'s| is| was) (?!not\b)(?:\w+ )?(?:clear|obvious|evident|likely|unlikely|possible|impossible|true|certain|doubtful|hard|difficult|"
        r"easy|tempting|worth|striking|fair|wrong|right|no (?:surprise|secret|coincidence|wonder|accident)) (?:[\w-]+ )?(?:that|to|how|why)\b|"
        r"There (?:is|are|was|were|has been|have been|had been|will be) (?!also\b|then\b|too\b)|"
        r"It (?:(?:has |had |will |also )*(?:rain|snow|hail|freez|thunder|pour|drizzl)(?:ed|s|ing|es)?\b|(?:was|is|has been|had been) (?:still )?"
        r"(?:raining|snowing|hailing|freezing|pouring|dark|foggy)\b|froze\b|(?:was|is|has been|had been) (?:\w+ly )?(?:announced|reported|confirmed|"
        r"revealed|agreed|decided|alleged|believed|feared|understood|expected|estimated|hoped|thought) (?:[\w-]+ ){0,4}that\b|emerged (?:[\w-]+ ){0,4}"
        r"that\b|took (?!place|part|effect|off|over|up|in\b|on\b|out\b|it\b|them\b|him\b|her\b)(?:[\w-]+ ){1,6}(?:seconds|minutes|hours|days|weeks|months|"
        r"years) to\b|(?:is|was) the (?:first|second|third|fourth|fifth|last|only) time (?:that )?(?!it\b|he\b|she\b|they\b))"
    ),
    "fr": re.compile(
        r"Il est (?:\w+ )?(?:clair|évident|probable|possible|impossible|vrai|certain|difficile|facile|temps|tentant|juste) (?:[\w-]+ )?(?:qu|de\b|d')|"
        r"Il (?:a (?:plu|neigé|gelé|grêlé|venté)\b|pleut\b|pleuvait\b|neige\b|neigeait\b|a fallu\b(?! (?:l|le|la|les|lui|leur|y|en)\b)|y a\b|y a eu\b|y avait\b|"
        r"(?:a été|est) (?:annoncé|décidé|confirmé|prévu|convenu|établi) (?:[\w-]+ ){0,4}qu|est apparu (?:[\w-]+ ){0,4}qu)"
    ),
}
# Words behind a quotation, or before it, that name who said it.
SPEAKS = {
    "en": re.compile(
        r"\b(?:said|says|told|wrote|added|replied|warned|asked|tweeted|announced|argued|insisted|declared|according to)\b"
    ),
    "fr": re.compile(
        r"\b(?:a (?:dit|déclaré|ajouté|affirmé|expliqué|précisé|lancé|écrit|assuré|estimé|prévenu|répondu)|dit|explique|assure|affirme|lance|"
        r"résume|selon|raconte|écrit|prévient|estime)\b"
    ),
}


def stands_alone(text: str, language: str, *, spoken: bool = False) -> bool:
    """Tell whether a sentence can be read without the one before it; `spoken` where a transcript names who speaks."""
    text = prose(text)
    if not _of_length(text, language) or not closed(text) or text.rstrip("\"'”’») ").endswith(("?", "？", "؟")):
        return False
    if re.search(lexicon.FURNITURE, text) or text.endswith((":", "...", "：")) or not _whole(text, language):
        return False
    said = words(text)
    if (
        TAGGED.search(text)
        or sells(text, language)
        or garbled(text, said)
        or (len(said) <= BRIEF and said[-1] in TRAILING)
    ):
        return False
    if _leans(text, said, language) and not stands_for_nothing(text, language):
        return False
    if (
        led_in(text, language)
        or points_back(text, language)
        or points_away(text, language)
        or (verbless(text, language) and not gravity(text, language))
    ):
        return False
    first = lexicon.FIRST_PERSON.get(language, lexicon.FIRST_PERSON["en"])
    return spoken or re.search(first, folded(QUOTED.sub("", text))) is None


def _of_length(text: str, language: str) -> bool:
    """Tell whether a sentence is of a length that says something: "Ten people died." does, in three words."""
    size = length(text, language)
    if SHORTEST <= size <= LONGEST:
        return True
    if size == 2:  # noqa: PLR2004 - "Thal quit."
        return gravity(text, language) >= OFFICE and NAME.match(text) is not None
    return GRAVE <= size < SHORTEST and gravity(text, language) > 0


def garbled(text: str, said: Sequence[str]) -> bool:
    """Tell what no writer wrote: marks among spaces, words with figures inside, the same words again and again."""
    mixed = sum(MIXED.fullmatch(word) is not None for word in said)
    if text[0] in "?!.,;:)]}”»*/|=~":
        return True
    return len(LOOSE.findall(text)) >= MARKS or mixed * 4 > len(said) or len(set(said)) * 2 < len(said)


def length(text: str, language: str) -> int:
    """Count a sentence's words; in a script without spaces, what its characters come to."""
    return len(text) // CHARACTERS if language in lexicon.BACK else len(words(text))


def stands_for_nothing(text: str, language: str) -> bool:
    """Tell whether a sentence's "it" points at nothing, and no other word of its opening points back."""
    rule = NOTHING.get(language)
    opening = rule.match(folded(text)) if rule else None
    return opening is not None and not leans(["_", *words(text[opening.end() :])], language)


def leans(said: Sequence[str], language: str) -> bool:
    """Tell whether the first words of a sentence point back at one before it."""
    dangling = lexicon.DANGLING.get(language, lexicon.DANGLING["en"])
    pronouns = lexicon.PRONOUNS.get(language, lexicon.PRONOUNS["en"])
    near = (part for word in said[:NEAR_THE_START] for part in word.split("'"))
    return said[0] in dangling or said[0].split("'")[0] in dangling or any(part in pronouns for part in near)


def _leans(text: str, said: Sequence[str], language: str) -> bool:
    """Tell whether a sentence's first word points back, or a pronoun in it is answered to by nobody in it."""
    if language not in ANSWERED:
        return leans(said, language)
    dangling = lexicon.DANGLING[language]
    return said[0] in dangling or said[0].split("'")[0] in dangling or unanswered(text, language) is not None


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
    if language in lexicon.BACK:
        return re.match(lexicon.BACK[language], text) is not None
    same = SAME.get(language)
    if same and re.search(same, folded(text)):
        return True
    back, adding = POINTING.get(language), ADDING.get(language)
    return any(rule is not None and re.search(rule, opening, re.IGNORECASE) is not None for rule in (back, adding))


def verbless(text: str, language: str) -> bool:
    """Tell whether no word of a sentence can be its verb: "A long night for the families of Brannik."."""
    rules = lexicon.VERBS.get(language), lexicon.VERBAL.get(language)
    if rules[0] is None or rules[1] is None:
        return False
    plain = folded(text).lower() if text.isupper() else folded(text)
    said = [part for match in WORD.finditer(plain) for part in match.group().lower().split("'")]
    return not any(word in rules[0] for word in said) and re.search(rules[1], plain) is None


def _whole(text: str, language: str) -> bool:
    """Tell that a sentence is no mere quotation: one that opens with it must name, in full view, who said it."""
    if text[0] not in '“"«‘„「『':
        return True
    quoted, rule = QUOTED.match(text), SPEAKS.get(language)
    if quoted is None or rule is None:
        return False
    rest = text[quoted.end() :]
    telling = rule.search(folded(rest))
    return telling is not None and bool(names(f"x {rest}")) and not leans(["_", *words(rest)], language)
