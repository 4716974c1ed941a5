"""A source's own notice that it corrected or took back a text: it is told as a correction, and never as what happened."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.text import folded, language_of, sentences

if TYPE_CHECKING:
    from briefing.model import Article

FOLLOWING = 2  # sentences of a notice's paragraph that say what was wrong
NOTICE = {
    "en": re.compile(
        r"(?i)^\W*(?:correction|clarification|erratum|corrigendum)s?\b(?! (?:offic|facilit|depart|system))\W*(?::|\(|—|–|-|$|\w+\.? \d|of |to (?:this|our|an|the) )|"
        r"\b(?:this|the|our) (?:article|story|report|piece|post|page|item|headline|column) (?:has been|was|is being|had been) "
        r"(?:\w+ ){0,2}(?:corrected|amended|clarified|updated to (?:correct|clarify|remove|fix)|edited to correct)|"
        r"\b(?:an? )?(?:earlier|previous|prior|original) version of (?:this|the|our)\b|\bwe (?:regret|apologi[sz]e for) the (?:error|mistake)|"
        r"^\W*editor['’]?s'? note\b.*\b(?:correct|incorrect|wrong|mistak|error)"
    ),
    "fr": re.compile(
        r"(?i)^\W*(?:corrections?|rectificatifs?|rectification|erratum|errata|précision)\s*(?::|\(|—|–|-|$|du )|"
        r"\b(?:cet|l['’]|notre) ?(?:article|titre|reportage|texte|dépêche) a été (?:\w+ ){0,2}(?:corrigé|rectifié|modifié|amendé)|"
        r"\b(?:une|la|dans une) (?:version|première version)(?: précédente| antérieure| initiale)? (?:précédente |antérieure |initiale )?"
        r"de (?:cet|l['’]|notre) ?(?:article|dépêche|texte)|\bcontrairement à ce que nous (?:avons|avions) (?:écrit|indiqué|affirmé)|"
        r"\bnous (?:regrettons|nous excusons de) (?:cette|l['’]) ?erreur"
    ),
}
WITHDRAWN = {
    "en": re.compile(
        r"(?i)\b(?:article|story|report|piece|post|item|page|dispatch)s?\b.{0,60}\b(?:has been|have been|was|were|is|are) (?:\w+ ){0,2}"
        r"(?:withdrawn|retracted|removed|taken down|unpublished|deleted)\b|\b(?:we|has|have) (?:\w+ )?(?:withdrawn|retracted)\b|"
        r"^\W*retraction\b|^\W*retracted\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:article|texte|dépêche|reportage|page)\b.{0,60}\ba été (?:\w+ ){0,2}(?:retirée?|supprimée?|dépubliée?|annulée?)\b|"
        r"\bnous (?:avons (?:\w+ )?retiré|retirons)\b|^\W*rétractation\b"
    ),
}


def is_notice(text: str, language: str) -> bool:
    """Tell whether a sentence is a notice of correction or withdrawal; English ones are known in every language."""
    plain = folded(text)
    tongues = sorted({language, "en"} & NOTICE.keys())
    return any(NOTICE[tongue].search(plain) is not None for tongue in tongues)


@lru_cache(maxsize=64)
def notices(article: Article) -> frozenset[int]:
    """Give where an article's notices of correction start: the sentence that says so, and what it goes on to say.

    A heading that is one makes the paragraph below it one.
    """
    language = language_of(article)
    found, block, left = set[int](), -1, 0
    for sentence in sentences(article):
        if is_notice(sentence.text, language):
            found.add(sentence.start)
            block = sentence.block + (sentence.kind == "heading")
            left = FOLLOWING + (sentence.kind == "heading")
        elif sentence.block == block and left:
            found.add(sentence.start)
            left -= 1
    return frozenset(found)
