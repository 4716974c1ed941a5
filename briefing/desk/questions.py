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
from briefing.desk.cite import plain, point
from briefing.desk.developments import stands_alone
from briefing.desk.text import closed, first_prompt, language_of, sentences, stems, words
from briefing.model import OpenQuestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.desk.text import Sentence
    from briefing.model import QuestionKind, Report, Statement, Story

SHORTEST, LONGEST = 4, 26  # words of a question that stands alone
PER_STORY = 2
ALIKE = 0.6
SOURCES_HEARD = 6

AUXILIARIES = {
    "en": frozenset(
        "will would can could should shall may might must is are was were has have had does do did won't can't".split()
    ),
    "fr": frozenset("est sont a ont sera seront va vont peut peuvent doit doivent".split()),
}
# A subhead that opens so promises the article's own explanation.
EXPLAINER = re.compile(
    r"(?i)^(?:what (?:is|are|was|were|happened|does|do|did|we|you|to)|who (?:is|are|was|were)|why |how (?:did|does|do|is|"
    r"are|was|were|to|can)|where (?:is|are)|when (?:is|was|did)|qu'est|c'est quoi|pourquoi |comment |qui (?:est|sont) |"
    r"que (?:dit|sait|s'est)|quoi )"
)
UNKNOWN = {
    "en": re.compile(
        r"(?i)\b(?:it (?:is|was|remains?|remained) (?:still |as yet |not yet )?(?:unclear|unknown|uncertain|not clear|not known|"
        r"to be seen)|(?:has|have|had) (?:still |so far |yet )?not (?:yet |so far )?(?:said|disclosed|announced|explained|"
        r"decided|confirmed|determined|named|revealed)|(?:did|does|do|would|will|could|can)(?: not|n't) (?:say|know|explain|"
        r"disclose|confirm|reveal|tell)|declined to say|remains? (?:unclear|unknown|to be seen)|nobody knows|no one knows|"
        r"(?:much|it all|everything) (?:may |will |could )?(?:hang|hangs|depend|depends) on|is not (?:yet )?(?:clear|known))\b"
    ),
    "fr": re.compile(
        r"(?i)(?:\bon ignore\b|\bnul ne sait\b|\bpersonne ne sait\b|\breste à (?:savoir|déterminer|voir)\b|n'(?:a|ont) pas "
        r"(?:encore )?(?:dit|précisé|indiqué|expliqué|voulu dire)|\brest(?:e|ent) (?:inconnu|incertain|flou)e?s?\b|"
        r"\bil n'est pas (?:encore )?(?:clair|établi|certain)\b|\bn'est pas (?:encore )?connue?\b)"
    ),
}
CLAUSE = re.compile(r"(?i)\b(whether|if|who)\s+")


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
        if sentence.kind == "heading" or language not in UNKNOWN or not UNKNOWN[language].search(sentence.text):
            continue
        turned = _turned(source, sentence, language)
        if turned:
            found.append(turned)
        elif stands_alone(sentence.text, language):
            unknown.append(sentence)
    return found, unknown


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
    if not well_formed(asked, language) or (heading and EXPLAINER.match(asked)):
        return
    if first_prompt(report.article) is not None:
        return
    rank = 2.0 if heading else 1.0
    yield Raised(asked[0].upper() + asked[1:], "asked", source, start, sentence.end, rank, language)


def _turned(source: int, sentence: Sentence, language: str) -> Raised | None:
    """Turn "whether the dam was inspected" into "Was the dam inspected?", where one verb has to move and is known."""
    cue = UNKNOWN[language].search(sentence.text)
    clause = CLAUSE.search(sentence.text, cue.end()) if cue and language == "en" else None
    if clause is None or cue is None or clause.start() - cue.end() > 3:  # noqa: PLR2004 - the clause follows its cue
        return None
    rest = sentence.text[clause.end() :].rstrip(".")
    rest = re.split(r"(?:, (?:and|but|or|which|who|said|according|although|while|the|he|she|they)\b|; | – | — )", rest)[
        0
    ]
    asked = f"Who {rest}" if clause.group(1).lower() == "who" else _inverted(rest)
    if not asked or not well_formed(f"{asked}?", language):
        return None
    start = sentence.start
    return Raised(f"{asked}?", "unknown", source, start, sentence.end, 1.5, language)


def _inverted(clause: str) -> str:
    """Move the verb before its subject; "" where the subject is not surely known."""
    parts = clause.split()
    place = next((n for n, word in enumerate(parts) if word.lower() in AUXILIARIES["en"]), None)
    if place is None or not 1 <= place <= 6:  # noqa: PLR2004 - a longer subject may hold a clause of its own
        return ""
    subject = parts[:place]
    if any(
        word.lower().strip(",") in ("that", "which", "who", "whom", "where", "when", "and", "or") or word.endswith(",")
        for word in subject
    ):
        return ""
    return " ".join([parts[place].capitalize(), *subject, *parts[place + 1 :]])


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
