"""What nobody knows yet: the questions that an article asks, and what it says is unknown.

A question is printed only in a form that stands alone: from the text or a subhead as it is asked, or turned from
"it remains unclear whether the dam was inspected" by moving one verb. Whatever cannot be turned surely stays among
the unknowns, in its source's own sentence: a clumsy question is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk import lexicon
from briefing.desk.alone import leans, stands_alone
from briefing.desk.cite import plain, point
from briefing.desk.text import closed, first_prompt, folded, language_of, sentences, stems, words
from briefing.desk.turn import turned
from briefing.model import OpenQuestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.desk.text import Sentence
    from briefing.model import QuestionKind, Report, Statement, Story

SHORTEST, LONGEST = 4, 26  # words of a question that stands alone
PER_STORY = 2
ALIKE = 0.6
SOURCES_HEARD = 6

# A subhead that opens so promises the article's own explanation.
EXPLAINER = re.compile(
    r"(?i)^(?:what (?:is|are|was|were|happened|does|do|did|we|you|to)|who (?:is|are|was|were)|why |how (?:did|does|do|is|"
    r"are|was|were|to|can)|where (?:is|are)|when (?:is|was|did)|qu'est|c'est quoi|pourquoi |comment |qui (?:est|sont) |"
    r"que (?:dit|sait|s'est)|quoi )"
)
_SOON = r"(?:(?:still|also|as yet|yet|not yet|so far|currently|immediately|entirely|fully|at once|largely) ){0,2}"
_OPEN = rf"(?:unclear|unknown|uncertain|to be seen|not {_SOON}(?:clear|known|established|determined))"
_TELL = "say|know|explain|disclose|confirm|reveal|specify|elaborate on"
UNKNOWN = {
    "en": re.compile(
        rf"(?i)(?:(?:\b(?:is|was|are|were|remains?|remained)|\b(?:it|what)'s) {_SOON}{_OPEN}(?! (?:to|in|for|outside|as|among)\b)|"
        rf"\bit (?:is|was) {_SOON}not {_SOON}certain|\b(?:is|was|are|were)n't {_SOON}(?:clear|known)|"
        r"\b(?:has|have|had)(?: (?:still|so far|yet))?(?: not|n't) (?:yet |so far )?(?:said|disclosed|announced|explained|decided|confirmed|"
        r"determined|named|revealed|specified|established)|"
        rf"\b(?:did|does|do|would|will|could|can)(?: not|n't) (?:yet |immediately )?(?:{_TELL}|tell)|\bdeclined to (?:{_TELL})|"
        r"\b(?:nobody|no one) (?:yet )?knows|\b(?:much|it all|everything) (?:may |will |could )?(?:hangs?|depends?) on)"
        r"\b(?! (?:more|much|anything|so|that|it|further)\b)"
    ),
    "fr": re.compile(
        r"(?i)(?:\bon ignore\b|\bon ne sait (?:toujours )?(?:pas|rien)\b|\b(?:nul|personne) ne sait\b|"
        r"\breste à (?:savoir|déterminer|voir|établir)\b|"
        r"\bn'(?:a|ont) (?:toujours )?pas (?:encore |immédiatement )?(?:dit|précisé|indiqué|expliqué|annoncé|confirmé|révélé|voulu dire|souhaité dire)\b|"
        r"\b(?:reste|restent|demeure|demeurent|est encore|est toujours|sont encore|sont toujours) "
        r"(?:encore |toujours )?(?:inconnu|incertain|floue?|indéterminé)e?s?\b|"
        r"\bil n'est (?:toujours )?pas (?:encore )?(?:clair|établi|certain|sûr)\b|"
        r"\b(?:n'est|n'était|ne sont|n'étaient) (?:toujours )?pas (?:encore )?(?:connu|établi|déterminé)e?s?\b)"
    ),
}
CLAUSE = re.compile(
    r"(?i)(?:,? (?:yet|still|exactly|precisely|however|at this stage|immediately),?)?\s+(whether|if|who|what|why|when|where|how)\s+"
)
# "It is unclear …" and « Il n'est pas établi … » point at what follows, not back.
IMPERSONAL = re.compile(r"(?i)(?:'s| is| was| isn't| wasn't| remain(?:s|ed)?| n'est| reste à)\b")
EXPLETIVE = re.compile(r"(?i)(?:(?:but|and|yet|still|mais|et|or|for now|so far),? )?(?:it|il)(?='s | )")


@dataclass(frozen=True, slots=True)
class Raised:
    """A question found: its words, where they stand, and whether the source asks it."""

    text: str
    kind: QuestionKind
    source: int
    start: int
    end: int
    rank: float
    language: str


def questions(story: Story) -> tuple[tuple[OpenQuestion, ...], tuple[Statement, ...]]:
    """Give a story's open questions, and the unknowns that make no good question."""
    found: list[Raised] = []
    unknown: list[tuple[int, Sentence]] = []
    for source, report in enumerate(story.reports[:SOURCES_HEARD]):
        if report.feed.use == "headline":
            continue
        asked, said = _of_report(source, report)
        found.extend(asked)
        unknown.extend((source, sentence) for sentence in said)
    chosen = _unlike(sorted(found, key=lambda item: (-item.rank, item.source, item.start)))[:PER_STORY]
    raised = tuple(
        OpenQuestion(text=item.text, kind=item.kind, evidence=(point(story, item.source, item.start, item.end),))
        for item in chosen
    )
    rest = [
        (source, sentence)
        for source, sentence in unknown
        if not any(_covers(item, source, sentence) for item in chosen)
    ]
    return raised, tuple(plain(story, source, sentence.start, sentence.end) for source, sentence in rest[:PER_STORY])


def _of_report(source: int, report: Report) -> tuple[list[Raised], list[Sentence]]:
    language = language_of(report.article)
    if language not in UNKNOWN:
        language = "en" if language == "" else language
    split = sentences(report.article)
    found = [item for sentence in split for item in _asked(source, report, sentence, language)]
    unknown: list[Sentence] = []
    for sentence in split:
        if sentence.kind == "heading" or language not in UNKNOWN or not UNKNOWN[language].search(folded(sentence.text)):
            continue
        raised = _turned(source, sentence, language)
        if raised:
            found.append(raised)
        elif _stands_alone(sentence.text, language):
            unknown.append(sentence)
    return found, unknown


def _stands_alone(text: str, language: str) -> bool:
    """Tell whether an unknown can be read alone; the "it" of "it is unclear" names nobody, what follows it may."""
    plain_text = folded(text)
    cue, expletive = UNKNOWN[language].search(plain_text), EXPLETIVE.match(plain_text)
    if cue is None or expletive is None or not IMPERSONAL.match(plain_text, expletive.end()):
        return stands_alone(text, language)
    rest = words(text[cue.end() :])
    if rest[-1:] and rest[-1] in ("it", "them", "him", "her"):
        return False
    named = f"Nothing{plain_text[expletive.end() :]}".replace(" also ", " ", 1)
    return stands_alone(named, language) and bool(rest) and not leans(rest[1:] or rest, language)


def _asked(source: int, report: Report, sentence: Sentence, language: str) -> Iterable[Raised]:
    """Take a question that the source itself asks, in a subhead or in its text, outside any quotation."""
    text = sentence.text
    if not text.endswith("?") or not closed(text) or text[0] in "“\"«‘'":
        return
    start = sentence.start
    colon = max(text.rfind(": "), text.rfind("\u00a0: "))
    if colon >= 0:
        start += colon + len(text[colon:]) - len(text[colon:].lstrip("\u00a0: "))
    asked = report.text[start : sentence.end]
    heading = sentence.kind == "heading"
    if not well_formed(asked, language) or (heading and EXPLAINER.match(folded(asked))):
        return
    if first_prompt(report.article) is not None:
        return
    rank = 2.0 if heading else 1.0
    yield Raised(asked[0].upper() + asked[1:], "asked", source, start, sentence.end, rank, language)


def _turned(source: int, sentence: Sentence, language: str) -> Raised | None:
    """Turn "whether the dam was inspected" into "Was the dam inspected?", where one verb has to move and is known."""
    text = folded(sentence.text)  # as long as the sentence: offsets count in both
    cue = UNKNOWN[language].search(text) if language == "en" else None
    clause = CLAUSE.match(text, cue.end()) if cue else None
    if clause is None:
        return None
    asked = turned(clause.group(1), sentence.text[clause.end() :])
    if not asked or not well_formed(asked, language):
        return None
    return Raised(asked, "unknown", source, sentence.start, sentence.end, 1.5, language)


def well_formed(question: str, language: str) -> bool:
    """Tell whether a question stands alone: length, one mark, no pronoun in its first words, nobody addressed."""
    said = words(question)
    if not SHORTEST <= len(said) <= LONGEST or question.count("?") != 1:
        return False
    dangling = lexicon.DANGLING.get(language, lexicon.DANGLING["en"]) - {"there", "some", "another", "one", "en", "y"}
    if any(word in dangling for word in said[:3]):
        return False
    first = lexicon.FIRST_PERSON.get(language, lexicon.FIRST_PERSON["en"])
    return re.search(first, question) is None and len(stems(question, language)) >= 2  # noqa: PLR2004 - somebody, and something


def _unlike(found: Sequence[Raised]) -> list[Raised]:
    kept: list[Raised] = []
    for item in found:
        if not any(alike(item.text, other.text, item.language) for other in kept):
            kept.append(item)
    return kept


def alike(left: str, right: str, language: str) -> bool:
    """Tell whether two questions ask the same: about the same with the same verb, or in mostly the same words."""
    ours, theirs = ([stem for stem in stems(text, language) if not stem.endswith("ly")] for text in (left, right))
    if ours[:2] == theirs[:2]:
        return True
    common = set(ours) & set(theirs)
    return len(common) / max(1, min(len(set(ours)), len(set(theirs)))) >= ALIKE


def _covers(item: Raised, source: int, sentence: Sentence) -> bool:
    return item.source == source and item.start < sentence.end and sentence.start < item.end
