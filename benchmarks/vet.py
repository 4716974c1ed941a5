"""How many false statements the gate stops, and how many true ones it lets through.

python benchmarks/vet.py [FOLDER] [--errors KIND]

FOLDER (by default ../shared/eval) holds articles, cnndm_*.jsonl.gz and gum_*.jsonl.gz with a `text` in each line, and
judged statements, faith_*.jsonl.gz: `{"doc", "claim", "label"}`. True sentences of the articles are spoilt in eight ways,
at random but the same at every run; controls are the same sentences word for word, and shortened. The articles are
divided: errors were looked at in the first half only (`--errors` shows them), the second is what counts. A small
labelled set of our own, tests/quality/vet.jsonl, is always there.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.desk.text import dateline, split, stems
from briefing.desk.vet import vet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

OURS = Path(__file__).parent.parent / "tests" / "quality" / "vet.jsonl"
ARTICLES = 240  # of a folder: more tell little more
EACH = 4  # sentences of an article that are spoilt
WORDS = range(8, 45)  # words of a sentence that is
NAME = re.compile(r"\b[A-Z][a-zà-ÿ'’-]+(?: [A-Z][a-zà-ÿ'’-]+){0,2}\b")
NUMBER = re.compile(
    r"(?<![\w.,$£€-])\d[\d,]*(?:\.\d+)?(?![\w-]|[.,]\d)|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b"
)
SPELT = "two three four five six seven eight nine ten twelve twenty".split()  # noqa: SIM905 - read by people: words in a line
NO_NAME = frozenset(
    """The A An In On At It He She They But And This That His Her We For If As When While After Before There Their Its You I
    My Our Your So What Who How Why Where Not No Yes Mr Mrs Ms Dr Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December One Two Three Since Although
    Despite During Now Then To From With By Of Or Also However Meanwhile Both All Some Many Most Even Only Just Still These
    Those Here Every Each According Police Scroll Video Read CNN""".split()  # noqa: SIM905 - likewise
)
# Set down without looking at the desk's own list of opposites.
ANTONYMS = [
    pair.split("/")
    for pair in """rose/fell increased/decreased increase/decrease won/lost win/lose accepted/rejected approved/rejected
    supported/opposed support/oppose allowed/banned opened/closed open/closed higher/lower more/fewer first/last best/worst
    largest/smallest before/after arrested/released guilty/innocent successful/unsuccessful began/ended start/end
    started/stopped early/late old/new older/younger strong/weak stronger/weaker good/bad better/worse high/low long/short
    safe/dangerous easy/difficult major/minor public/private male/female men/women man/woman son/daughter father/mother
    husband/wife brother/sister boy/girl alive/dead confirmed/denied admitted/denied praised/criticised bought/sold
    gained/lost added/removed included/excluded lifted/imposed hired/fired joined/left arrived/departed remembered/forgot
    positive/negative legal/illegal likely/unlikely possible/impossible able/unable happy/unhappy hot/cold north/south
    east/west left/right up/down inside/outside above/below with/without domestic/foreign rich/poor full/empty
    accelerated/slowed built/demolished saved/wasted hope/despair peace/war victory/defeat success/failure ally/enemy
    friends/enemies love/hate increased/reduced expand/shrink continued/ceased agreed/refused many/few always/never
    big/small young/old top/bottom light/heavy future/past next/previous true/false same/different""".split()  # noqa: SIM905 - likewise
]
HEDGED = (
    (re.compile(r"\b(?:may|might|could) have been\b"), "was"),
    (re.compile(r"\b(?:may|might|could) have\b"), "have"),
    (re.compile(r"\b(?:may|might|could)\b(?! not)(?=\s[a-z])"), "will"),
    (re.compile(r"\b(?:is|are) (?:expected|likely|believed|thought) to\b"), "will"),
    (re.compile(r"\b(?:was|were) (?:expected|likely|believed|thought) to have\b"), "had"),
    (re.compile(r"\b(?:appeared|appears|seemed|seems) to be\b"), "is"),
    (re.compile(r"\b(?:allegedly|reportedly|possibly|perhaps|probably|apparently|potentially) "), ""),
    (re.compile(r"\b(?:alleged|suspected) (?=[a-z])"), ""),
)


class Trial(NamedTuple):
    """A statement, what it is made of, and whether the gate ought to let it pass."""

    kind: str
    text: str
    claim: str
    true: bool


def number_changed(sentence: str, chance: random.Random, _text: str, _other: str) -> str | None:
    """Set another number for one of a sentence's."""
    found = list(NUMBER.finditer(sentence))
    if not found:
        return None
    match = chance.choice(found)
    old = match.group()
    if old in SPELT:
        new = chance.choice([word for word in SPELT if word != old])
    else:
        value = old.replace(",", "")
        new = f"{float(value) * 1.5:.1f}" if "." in value else str(int(value) + chance.choice([1, 2, 3, 7, 10, 100]))
        new = f"{int(new):,}" if "," in old else new
    return sentence[: match.start()] + new + sentence[match.end() :]


def names_of(text: str) -> list[str]:
    """Give the names of a text, as far as capitals tell: each once."""
    found = [match.group() for match in NAME.finditer(text)]
    clean = [re.sub(r"['’]s$", "", name) for name in found if not set(re.split(r"[ '’]", name)) & NO_NAME]
    small = set(re.findall(r"\b[a-z]+\b", text))
    return list(dict.fromkeys(name for name in clean if not {word.lower() for word in name.split()} & small))


def _one(text: str, old: str, new: str) -> str | None:
    pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
    return pattern.sub(lambda _: new, text, count=1) if pattern.search(text) else None


def name_foreign(sentence: str, chance: random.Random, text: str, other: str) -> str | None:
    """Set a name of another article for one of a sentence's."""
    ours = names_of(sentence)
    words = set(text.split())
    strangers = [name for name in names_of(other) if not set(name.split()) & words]
    return _one(sentence, chance.choice(ours), chance.choice(strangers)) if ours and strangers else None


def names_swapped(sentence: str, chance: random.Random, _text: str, _other: str) -> str | None:
    """Let two names of a sentence change places."""
    ours = names_of(sentence)
    pairs = [(a, b) for n, a in enumerate(ours) for b in ours[n + 1 :] if not set(a.split()) & set(b.split())]
    if not pairs:
        return None
    left, right = chance.choice(pairs)
    marked = _one(sentence, left, "\0")
    marked = _one(marked, right, left) if marked else None
    return marked.replace("\0", right) if marked else None


def name_of_same(sentence: str, chance: random.Random, text: str, _other: str) -> str | None:
    """Set another name of the same article for one of a sentence's."""
    ours = names_of(sentence)
    words = set(sentence.replace("'s", "").replace("’s", "").replace(",", "").replace(".", "").split())
    others = [name for name in names_of(text) if not set(name.split()) & words]
    return _one(sentence, chance.choice(ours), chance.choice(others)) if ours and others else None


def antonym(sentence: str, chance: random.Random, _text: str, _other: str) -> str | None:
    """Set the opposite for a word."""
    swaps = [(a, b) for one, two in ANTONYMS for a, b in ((one, two), (two, one))]
    fit = [(a, b) for a, b in swaps if re.search(rf"\b{a}\b", sentence)]
    return _one(sentence, *chance.choice(fit)) if fit else None


def negation_added(sentence: str, chance: random.Random, _text: str, _other: str) -> str | None:
    """Put a "not" behind an auxiliary."""
    found = list(re.finditer(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should)\b(?! not|n't)", sentence))
    if not found:
        return None
    end = chance.choice(found).end()
    return f"{sentence[:end]} not{sentence[end:]}"


def negation_dropped(sentence: str, chance: random.Random, _text: str, _other: str) -> str | None:
    """Take a "not", "n't", "never" or "no" away."""
    found = list(re.finditer(r" not\b(?! only)|n['’]t\b| never\b|(?<=\w )no (?=[a-z])|\bcannot\b", sentence))
    if not found:
        return None
    match = chance.choice(found)
    left = sentence[: match.start()]
    if match.group() == "cannot":
        left += "can"
    elif match.group() in ("n't", "n’t"):
        left = re.sub(r"\bca$", "can", re.sub(r"\bwo$", "will", left))
    return left + sentence[match.end() :]


def hedge_dropped(sentence: str, chance: random.Random, _text: str, _other: str) -> str | None:
    """State flatly what is possible, alleged or expected."""
    fit = [(pattern, flat) for pattern, flat in HEDGED if pattern.search(sentence)]
    if not fit:
        return None
    pattern, flat = chance.choice(fit)
    return pattern.sub(flat, sentence, count=1)


SPOILERS: dict[str, Callable[[str, random.Random, str, str], str | None]] = {
    "number changed": number_changed,
    "foreign name": name_foreign,
    "names swapped": names_swapped,
    "antonym": antonym,
    "negation added": negation_added,
    "negation dropped": negation_dropped,
    "hedge dropped": hedge_dropped,
    "name of the same article": name_of_same,
}


def shortened(sentence: str) -> str | None:
    """Leave out what a compression may: agency and place, a connective, what stands in brackets, an aside."""
    new = sentence.removeprefix(dateline(sentence))
    new = re.sub(r"\(CNN\)", " ", new).strip()
    new = re.sub(
        r"^(?:But|And|So|Yet|Meanwhile|However|Moreover|Also|Still|Then|In addition|As a result|Nevertheless),? ",
        "",
        new,
    )
    new = re.sub(r" ?\([^()]*\)", "", new)
    if re.search(r"[\"“”«]|\b(?:said|says|told|report|according)\b", new):
        return _capital(new, sentence)
    new = re.sub(r", (?:who|which) (?:is|was|has|had|were|are) [^,.;:'\"]{4,60},(?= [a-z])", "", new, count=1)
    new = re.sub(r"(?<=[a-z]), (?:a|an|the) [^,.;:'\"]{4,40},(?= [a-z])", "", new, count=1)
    return _capital(new, sentence)


def _capital(new: str, old: str) -> str | None:
    return new[:1].upper() + new[1:] if new != old and len(new.split()) > 4 else None


def trials(articles: Sequence[str], seed: int = 2025) -> Iterator[Trial]:
    """Spoil sentences of articles, and make the controls."""
    chance = random.Random(seed)
    for number, text in enumerate(articles):
        spans = [(s, e) for s, e in _spans(text) if len(text[s:e].split()) in WORDS]
        other = articles[(number + 7) % len(articles)]
        for start, end in chance.sample(spans, min(EACH, len(spans))):
            yield Trial("word for word", text, text[start:end], true=True)
        for start, end in spans:
            short = shortened(text[start:end])
            if short and chance.random() < 0.5:
                yield Trial("shortened", text, short, true=True)
        for kind, spoil in SPOILERS.items():
            order = chance.sample(spans, len(spans))
            made = ((text[s:e], spoil(text[s:e], chance, text, other)) for s, e in order)
            spoilt = [new for old, new in made if new and new != old and new not in text][:EACH]
            yield from (Trial(kind, text, new, true=False) for new in spoilt)


def _spans(text: str) -> list[tuple[int, int]]:
    found, offset = [], 0
    for line in text.split("\n"):
        found += [(offset + s, offset + e) for s, e in split(line)]
        offset += len(line) + 1
    return found


def auc(scored: Iterable[tuple[float, bool]]) -> float:
    """Give the chance that a true statement has a higher score than a false one."""
    scored = list(scored)
    good, bad = [s for s, true in scored if true], [s for s, true in scored if not true]
    won = sum((g > b) + (g == b) / 2 for g in good for b in bad)
    return won / max(1, len(good) * len(bad))


def bigrams(text: str) -> list[tuple[str, str]]:
    """Give the neighbours among a text's words of matter: what coverage is measured by elsewhere."""
    found = stems(text, "en")
    return list(pairwise(found))


def coverage(text: str, claim: str) -> float:
    """Give the share of a claim's content bigrams that the text has."""
    ours, theirs = bigrams(claim), set(bigrams(text))
    return sum(pair in theirs for pair in ours) / len(ours) if ours else 1.0


def lines_of(folder: Path, *patterns: str) -> list[dict[str, str]]:
    """Read all lines of a folder's files."""
    paths = [path for pattern in patterns for path in sorted(folder.glob(pattern))]
    return [json.loads(line) for path in paths for line in gzip.decompress(path.read_bytes()).decode().splitlines()]


def tell(title: str, made: Sequence[Trial], show: str) -> None:
    """Print how many of each kind are stopped, and with `show` what was judged wrongly."""
    print(f"\n{title}: {len(made)} statements")
    kinds: dict[str, list[bool]] = {}
    for trial in made:
        verdict = vet(trial.text, trial.claim)
        kinds.setdefault(trial.kind, []).append(not verdict.supported)
        if show == trial.kind and verdict.supported != trial.true:
            print(f"  {verdict.why} {verdict.score}: {trial.claim}")
            print("     ", *(trial.text[s:e] for s, e in verdict.evidence), sep=" ¦ ")
    caught = [sum(kinds[kind]) / len(kinds[kind]) for kind in SPOILERS if kind in kinds]
    for kind, stopped in kinds.items():
        print(f"  {kind:26s} stopped {sum(stopped) / len(stopped):6.1%} of {len(stopped)}")
    print(f"  eight kinds, mean          stopped {sum(caught) / max(1, len(caught)):6.1%}")


def judged(lines: Sequence[dict[str, str]], show: str) -> None:
    """Print what the gate makes of statements that people judged."""
    truth = [str(line["label"]) == "1" for line in lines]
    verdicts = [vet(line["doc"], line["claim"]) for line in lines]
    plain = auc((coverage(line["doc"], line["claim"]), true) for line, true in zip(lines, truth, strict=True))
    ours = auc((verdict.score, true) for verdict, true in zip(verdicts, truth, strict=True))
    passed = [sum(v.supported for v, t in zip(verdicts, truth, strict=True) if t == true) for true in (True, False)]
    print(f"\njudged by people: {len(lines)} statements, AUC {ours:.3f}; coverage of content bigrams {plain:.3f}")
    print(
        f"  faithful let through {passed[0] / sum(truth):.1%}, unfaithful {passed[1] / (len(truth) - sum(truth)):.1%}"
    )
    whys: dict[str, list[int]] = {}
    for line, verdict, true in zip(lines, verdicts, truth, strict=True):
        whys.setdefault(verdict.why, [0, 0])[not true] += 1
        if show == "judged" and true != verdict.supported and true:
            print(f"  {verdict.why} {verdict.score}: {line['claim']}")
            print("     ", *(line["doc"][s:e] for s, e in verdict.evidence), sep=" ¦ ")
    for why, (good, bad) in sorted(whys.items()):
        print(f"    {why:32s} faithful {good:4d} unfaithful {bad:4d}")


def main() -> None:
    """Measure, and print."""
    args = [arg for arg in sys.argv[1:] if not arg.startswith("--")]
    show = sys.argv[sys.argv.index("--errors") + 1] if "--errors" in sys.argv else ""
    args = [arg for arg in args if arg != show]
    folder = Path(args[0]) if args else Path("../shared/eval")
    if OURS.exists():
        own = [json.loads(line) for line in OURS.read_text(encoding="utf-8").splitlines()]
        right = sum(vet(o["text"], o["claim"], o.get("quote")).supported == o["supported"] for o in own)
        print(f"our own set: {right} of {len(own)} judged rightly")
    articles = [line["text"] for line in lines_of(folder, "cnndm_*.jsonl.gz", "gum_*.jsonl.gz")][: 2 * ARTICLES]
    if not articles:
        print(f"{folder} holds no articles: name the folder of cnndm_*.jsonl.gz and faith_*.jsonl.gz as argument")
        return
    halves = articles[::2], articles[1::2]
    start = time.perf_counter()
    made = list(trials(halves[0]))
    tell("first half of the articles, to look at", made, show)
    spent = time.perf_counter() - start
    if "--first" not in sys.argv:
        tell("second half, what counts", list(trials(halves[1])), "")
    lines = lines_of(folder, "faith_*.jsonl.gz")
    if lines:
        judged(lines, show)
    print(f"\n{len(made) / spent:.0f} statements/s")


if __name__ == "__main__":
    main()
