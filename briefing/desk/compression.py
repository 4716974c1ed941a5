"""What is left out of a sentence: a dateline, a clock's time, a desk's label, a connective, an aside in brackets. Never what it says.

What is left are spans of the sentence that read as one when a space joins them. An attribution, a hedge, a negation,
a number, a quotation, an abbreviation and a day stay where they are.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.desk import lexicon
from briefing.desk.text import dateline, folded, words

Span = tuple[int, int]

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’(?!\w)")
# A live blog's post opens with its time, and says what happened behind it.
CLOCK = re.compile(
    r"(?:\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?)?|\d{1,2}(?:\.\d{2})?\s?[ap]\.?m\b\.?|\d{1,2}\s?h\s?\d{2})"
    r"(?:\s?\(?(?:GMT|UTC|BST|CET|CEST|ET|EST|EDT|PT|AEDT)\b\)?)?(?:\s*[-–—:|•]\s*|\s+)(?=[\"'“‘«]?[^\W\d_a-zà-ÿ])"
)
# What a desk sets before a sentence and is no word of it: "BREAKING:", "UPDATE 2:", the number of a list, a bullet.
LABEL = re.compile(
    r"(?:(?i:breaking(?: news)?|updated?(?: \d{1,2})?|just in|developing|alert|exclusive|live|urgent|flash|latest|new|mise à jour|dernière heure|"
    r"en direct|alerte(?: info)?|exclusif|info)\s?(?:\([^()]{1,20}\)\s?)?[:|–—]\s*|(?i:update|breaking|urgent) - |\d{1,3}[.)]\s+(?=[\"'“‘«]?[^\W\d_a-zà-ÿ])|"
    r"[^\w\s\"'“”‘’«»()\[\]{}$€£¥#@+.,;:!?%&§°<>/\\–—-]+\s*)"
)
_DASH = re.compile(r"(?:\s|[–—-](?![\d.,]))+")  # before a figure it is no dash but a sign
BARE = frozenset("but and so yet meanwhile mais et or".split())  # connectives that need no comma
ASIDE = re.compile(r" \(([^()]{3,90})\)(?= |[.!…]?$)")
# What an aside must not hold to be left out: it would change what is said.
WEIGHTY = {
    "en": re.compile(
        r"(?i)[\d$€£%]|\b(?:[A-Z]\.|no|not|never|none|nor|without|except|unless|only|but|alleged|allegedly|reportedly|about|"
        r"around|excluding|apart|save|minus|mostly|partly|largely|mainly|most|all|both|half|part|when|while|until|till|since|before|"
        r"after|pending|provisional|preliminary|estimated|claimed|disputed|unconfirmed|apparently|presumably|supposedly|likely|probably|"
        r"maybe|may|might|could|would|will|should|former|acting|interim|then|some|nearly|almost|at least|possibly|perhaps|or|also known|formerly|said|says|according|who|which|if|"
        r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|"
        r"january|february|march|april|may|june|july|august|september|october|november|december)\b|n't\b"
    ),
    "fr": re.compile(
        r"(?i)[\d$€£%]|\b(?:ne|ni|non|pas|jamais|sans|sauf|seulement|hormis|excepté|surtout|plupart|partie|tous|toutes|quand|jusqu'\w+|depuis|avant|après|provisoire|estimée?s?|contestée?s?|"
        r"probablement|sans doute|pourrait|serait|aurait|ancien|ancienne|intérim|mais|environ|près|presque|selon|dit|présumé|peut-être|ou|"
        r"qui|que|dont|si|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd'hui|"
        r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|\bn'"
    ),
}
NAME = re.compile(r"\b[A-ZÀ-Ý]")
LINK = {
    "en": re.compile(
        r"(?<=\w),? also(?= [a-zà-ÿ])|"
        r", (?:however|meanwhile|moreover|nevertheless|nonetheless|therefore|too|though|in turn|for (?:his|her|its|their) part),(?= )"
    ),
    "fr": re.compile(
        r"(?<=\w) également(?= [a-zà-ÿ])|(?:(?<=\ba)|(?<=nt)|(?<=st)) aussi(?= \w+(?:é|i|u|is|it)e?s?\b)|"
        r", (?:cependant|toutefois|pourtant|néanmoins|quant à (?:lui|elle|eux|elles)|de son côté|par ailleurs|en revanche),(?= )"
    ),
}
MARK = re.compile(r"(?:\s+|^)<[a-zA-Z][^<>]*>|</[a-zA-Z][^<>]*>(?=\s|$)")
NOT_ALONE = re.compile(r"(?i)\b(?:not only|but|and|who|which|non seulement|mais|et|qui)$")
OPENING = 60  # characters in which a link points back; further on it joins two parts of its own sentence


def kept(text: str, language: str) -> tuple[Span, ...]:
    """Give the spans of a sentence that are told."""
    start = lead(text, language)
    quoted = [match.span() for match in QUOTED.finditer(text)]
    cuts = sorted(_links(text, start, language) + _asides(text, start, language) + _marks(text, start))
    spans, place = list[Span](), start
    for cut in cuts:
        if cut[0] > place and not any(left < cut[1] and cut[0] < right for left, right in quoted):
            spans.append((place, cut[0]))
            place = cut[1] + len(text[cut[1] :]) - len(text[cut[1] :].lstrip())
    spans.append((place, len(text)))
    if len(spans) > 1 and not words(text[spans[-1][0] :]):
        spans.pop()  # nothing but the point behind an aside: the statement gets one
    return tuple(span for span in spans if span[0] < span[1]) or ((0, len(text)),)


def lead(text: str, language: str) -> int:
    """Say where what leads a sentence and belongs to none ends: a clock's time, an agency's dateline, a connective."""
    clock = CLOCK.match(text)
    start = _labels(text, clock.end() if clock else 0)
    start = _labels(text, start + len(dateline(text[start:])))
    dash = _DASH.match(text, start)
    start = dash.end() if dash else start
    return start + _connective(text[start:], language)


def _labels(text: str, start: int) -> int:
    """Say where the labels that stand at a place end, and a clock's time behind one."""
    while (found := LABEL.match(text, start) or (CLOCK.match(text, start) if start else None)) and found.end() < len(
        text
    ):
        start = found.end()
    return start


def _connective(text: str, language: str) -> int:
    rule = _connectives(language)
    match = rule.match(text) if rule else None
    if match and (match.group().rstrip().endswith(",") or match.group(1).lower() in BARE):
        return match.end()
    return 0


@cache
def _connectives(language: str) -> re.Pattern[str] | None:
    phrases = sorted(lexicon.CONNECTIVES.get(language, ()), key=lambda phrase: (-len(phrase), phrase))
    rule = rf"({'|'.join(phrases)})(?:, (?:predictably|tellingly|however|too),)?,?\s+(?=\S)"
    return re.compile(rule, re.IGNORECASE) if phrases else None


def _links(text: str, start: int, language: str) -> list[Span]:
    """Find the words that join a sentence to the one before, near its opening."""
    rule = LINK.get(language)
    found = rule.finditer(folded(text), start, min(len(text), start + OPENING)) if rule else ()
    return [match.span() for match in found if not NOT_ALONE.search(text[: match.start()].rstrip(","))]


def _marks(text: str, start: int) -> list[Span]:
    """Find a page's marks around whole words: "<b>", "</b>"."""
    return [match.span() for match in MARK.finditer(text, start)] if "<" in text else []


def _asides(text: str, start: int, language: str) -> list[Span]:
    """Find the asides in brackets that hold nothing which changes what is said."""
    rule = WEIGHTY.get(language)
    if rule is None:
        return []
    return [
        match.span()
        for match in ASIDE.finditer(text, start)
        if len(words(match.group(1))) > 1
        and not rule.search(folded(match.group(1)))
        and not NAME.search(match.group(1))
        and not QUOTED.search(match.group(1))
    ]
