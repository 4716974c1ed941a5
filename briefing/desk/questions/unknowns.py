"""Sentences that say that something is not known, and can be read alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.alone import leans, stands_alone
from briefing.desk.questions import english, french
from briefing.desk.questions.raised import LONGEST
from briefing.desk.text import closed, folded, words

if TYPE_CHECKING:
    from briefing.desk.text import Sentence

UNKNOWN = {"en": (english.UNKNOWN, english.ASKS), "fr": (french.UNKNOWN, french.TRIGGERS)}
# "It is unclear …" and « Il n'est pas établi … » point at what follows, not back.
IMPERSONAL = re.compile(r"(?i)(?:'s| is| was| isn't| wasn't| remain(?:s|ed)?| n'est| reste à)\b")
WHOLE = re.compile(r"(?<![.…])[.!][\"”»’')]*\s*$")
EXPLETIVE = re.compile(r"(?i)(?:(?:but|and|yet|still|mais|et|or|for now|so far),? )?(?:it|il)(?='s | )")


def says_unknown(sentence: Sentence, language: str) -> bool:
    """Tell whether a sentence says that something is not known, in words that need no other sentence."""
    if len(sentence.text) > LONGEST or sentence.kind == "heading" or language not in UNKNOWN:
        return False
    if WHOLE.search(sentence.text) is None or not closed(sentence.text):
        return False  # a fragment: "has not said whether the…"
    rule, triggers = UNKNOWN[language]
    text = folded(sentence.text)
    if triggers.isdisjoint(re.split(r"[\s,;.]+", text.lower())):
        return False
    return rule.search(text) is not None and _alone(sentence.text, language, rule)


def _alone(text: str, language: str, rule: re.Pattern[str]) -> bool:
    """Tell whether an unknown can be read alone; the "it" of "it is unclear" names nobody, what follows it may."""
    plain_text = folded(text)
    cue, expletive = rule.search(plain_text), EXPLETIVE.match(plain_text)
    if cue is None or expletive is None or not IMPERSONAL.match(plain_text, expletive.end()):
        return stands_alone(text, language)
    rest = words(text[cue.end() :])
    if rest[-1:] and rest[-1] in ("it", "them", "him", "her"):
        return False
    named = f"Nothing{plain_text[expletive.end() :]}".replace(" also ", " ", 1)
    return stands_alone(named, language) and bool(rest) and not leans(rest[1:] or rest, language)
