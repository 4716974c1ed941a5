"""The gate that a statement must pass before it is printed beside a source: `vet`.

A statement passes where its words stand in the source in an order that says the same: numbers, names, denials, hedges
and who says it are held one by one. What the gate cannot see is told in docs/vet.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.desk.boundaries import split
from briefing.desk.vet import quotation
from briefing.desk.vet.align import lay
from briefing.desk.vet.judge import Held, held
from briefing.desk.vet.lexicon import ATTRIBUTES
from briefing.desk.vet.operators import turned_outside
from briefing.desk.vet.source import Source, source_of
from briefing.desk.vet.tokens import Token, tokens

THRESHOLD = 0.5  # a statement with this score or a higher one is supported
SIGNED = re.compile(r"(?<![\w.,:/−–-])([-−–]?)(\d+(?:[.,]\d+)*)")  # a figure, and the minus that touches it
FAULTY = 0.45  # what a fault leaves of a score
ALMOST = 0.49  # what a lighter one leaves at most: the words are the source's, and something about them is missing
LIGHTER = frozenset({"attribution dropped", "word changed"})
PIECE = 60  # words of a claim that are held at once
WHYS = (
    "verbatim",
    "covered",
    "empty",
    "quote not in the text",
    "quotation not in the source",
    "question",
    "number not in the source",
    "name not in the source",
    "names change places",
    "opposite word",
    "negation differs",
    "hedge dropped",
    "condition dropped",
    "governing word dropped",
    "mood differs",
    "head noun dropped",
    "subject differs",
    "relation differs",
    "attribution dropped",
    "word changed",
    "too little of it in the source",
)
# What a quotation's own sentence can take from it.
TURNING = frozenset(
    {"negation differs", "hedge dropped", "condition dropped", "governing word dropped", "attribution dropped"}
)
GLUED = re.compile(r"\b([A-Z]?[a-zà-ÿ]{2,40})([A-Z][a-zà-ÿ]{0,40})\b")
QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«\s?([^«»]+?)\s?»")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate says of a statement.

    `score` is between 0 and 1; `supported` is a score of THRESHOLD or more. `evidence` holds the spans of the source's
    sentences that the statement was held against, in their order. `why` is one of WHYS.
    """

    supported: bool
    score: float
    evidence: tuple[Span, ...]
    why: str


def vet(text: str, claim: str, quote: str | None = None) -> Verdict:
    """Tell whether a text says what a claim says; with a quotation from it, whether that quotation does.

    Spans count characters of `text`. A claim of several sentences is worth what its weakest is. English and French.
    """
    if not claim.strip():
        return _verdict(0.0, (), "empty")
    if quote is None:
        return _against(text, claim)
    span = quotation.find(text, quote)
    if span is None:
        return _verdict(0.0, (), "quote not in the text")
    inner = _against(text[span[0] : span[1]], claim)
    moved = tuple((start + span[0], end + span[0]) for start, end in inner.evidence)
    turned = _turned(text, span, claim) if inner.supported else ""
    if turned:
        return _verdict(_rounded(inner.score * FAULTY), moved, turned)
    return Verdict(supported=inner.supported, score=inner.score, evidence=moved, why=inner.why)


def _against(text: str, claim: str) -> Verdict:
    source = source_of(text)
    same = _verbatim(text, claim.strip(), source)
    if same is not None:
        return _verdict(1.0, (same,), "verbatim")
    found = [held(piece, source, asks=asks) for piece, asks in _pieces(_unglued(claim, source))]
    if not found:
        return _verdict(0.0, (), "empty")
    score, why = min(((_score(one), _why(one)) for one in found), key=lambda pair: pair[0])
    where = " ".join(text[laid.passage.start : laid.passage.end] for one in found for laid in one.laid)
    if _sign_differs(claim, where):
        score, why = score * FAULTY, "number not in the source"
    if not _quotations(claim, text):
        score, why = score * FAULTY, "quotation not in the source"
    spans = sorted({(laid.passage.start, laid.passage.end) for one in found for laid in one.laid})
    return _verdict(_rounded(score), tuple(spans), why)


def _sign_differs(claim: str, where: str) -> bool:
    """Tell whether a figure has lost its minus, or has got one: "-12" is another number than "12"."""
    ours, theirs = ({(sign != "", figure) for sign, figure in SIGNED.findall(said)} for said in (claim, where))
    figures = {figure for _, figure in theirs}
    return any((negative, figure) not in theirs for negative, figure in ours if negative or figure in figures)


def _verdict(score: float, evidence: tuple[Span, ...], why: str) -> Verdict:
    return Verdict(supported=score >= THRESHOLD, score=score, evidence=evidence, why=why)


def _rounded(score: float) -> float:
    return round(score, 9)


def _verbatim(text: str, claim: str, source: Source) -> Span | None:
    """Find a claim that is a sentence of the text, with or without its full stop, or several that stand together."""
    plain = claim.removesuffix(".")
    alike = [span for span in source.spans if text[span[0] : span[1]].removesuffix(".") == plain]
    exact = [span for span in alike if text[span[0] : span[1]] == claim]
    if alike:
        return (exact or alike)[0]
    span = quotation.find(text, claim)
    starts, ends = {start for start, _ in source.spans}, {end for _, end in source.spans}
    return span if span and span[0] in starts and span[1] in ends else None


def _unglued(claim: str, source: Source) -> str:
    """Part words that the source does not have and that were glued where a bracket was cut out: "TokyoPolice"."""

    def parted(match: re.Match[str]) -> str:
        return match.group() if tokens(match.group())[0].key in source.places else f"{match[1]} {match[2]}"

    return GLUED.sub(parted, claim)


def _pieces(claim: str) -> list[tuple[tuple[Token, ...], bool]]:
    """Give a claim's sentences in tokens, overlong ones in pieces, and whether each asks."""
    found: list[tuple[tuple[Token, ...], bool]] = []
    for line in claim.split("\n"):
        for start, end in split(line):
            sentence = line[start:end]
            asks = sentence.rstrip("\"'”’») ").endswith("?")
            words = tokens(sentence)
            found.extend((words[at : at + PIECE], asks) for at in range(0, len(words), PIECE))
    return found


def _score(one: Held) -> float:
    if one.fault in LIGHTER:
        return min(one.likely, ALMOST)
    return one.likely * FAULTY if one.fault else one.likely


def _why(one: Held) -> str:
    if one.fault:
        return one.fault
    return "covered" if one.likely >= THRESHOLD else "too little of it in the source"


def _quotations(claim: str, text: str) -> bool:
    """Tell whether each passage that a claim sets in quotation marks stands in the text."""
    for match in QUOTED.finditer(claim):
        said = next(part for part in match.groups() if part).strip(" ,.!?…")
        if tokens(said) and not quotation.stands(text, said):
            return False
    return True


def _turned(text: str, quoted: Span, claim: str) -> str:
    """Say which word that turns a quotation round was left outside it, in its own sentences; "" where none was."""
    source = source_of(text)
    around = [passage for passage in source.passages if passage.start < quoted[1] and quoted[0] < passage.end]
    if not around or (around[0].start >= quoted[0] and around[-1].end <= quoted[1] + 1):
        return _spoken_by(text, quoted, claim)
    if any(passage.asks for passage in around) and not claim.rstrip("\"'”’») ").endswith("?"):
        return "question"
    whole = _against(text[around[0].start : around[-1].end], claim)
    if whole.why in TURNING:
        return whole.why
    for passage in around:
        inside = [at for at, token in enumerate(passage.tokens) if quoted[0] <= token.start < quoted[1]]
        for piece, _ in _pieces(claim):
            laid = lay(piece, passage, range(len(piece)))
            why = turned_outside(laid, range(inside[0], inside[-1] + 1)) if inside else ""
            if why:
                return why
    return _spoken_by(text, quoted, claim)


def _spoken_by(text: str, quoted: Span, claim: str) -> str:
    """Tell whether a quotation stands in the mouth of somebody whom a claim does not mention."""
    named = any(token.norm in ATTRIBUTES for token in tokens(claim))
    return "" if named or not quotation.in_speech(text, quoted) else "attribution dropped"
