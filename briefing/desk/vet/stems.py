"""What the forms of a word share, and which words a reporter may set for one another."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from briefing.desk.vet.lexicon import ENDINGS, FORMS, SYNONYMS

STEM = 3  # letters that a word keeps, whatever it ends in
# English words that end like a French participle.
IN_EE = frozenset(
    """employee committee subcommittee referee refugee trustee degree guarantee nominee coffee detainee evacuee payee trainee
    appointee absentee devotee attendee retiree interviewee jubilee agree disagree decree pedigree settee toffee returnee
    amputee internee licensee mortgagee abductee escapee parolee inductee deportee divorcee fiancee franchisee""".split()
)
LENGTH = 64  # letters of a word that count: a longer one is no word


def folded_word(word: str) -> str:
    """Give a word in lower case, without accents."""
    if word.isascii():
        return word.lower()[:LENGTH]
    plain = unicodedata.normalize("NFKD", word[:LENGTH].lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)) or word[:LENGTH]


@lru_cache(maxsize=65536)
def key_of(norm: str) -> str:
    """Give what all forms of a word share."""
    base = FORMS.get(norm, norm)
    stem = _stem(base)
    return SAME.get(stem, stem)


def kin(left: str, right: str) -> bool:
    """Tell whether two words are forms of one: "announce" and "announcement", but not "legal" and "illegal"."""
    if left == right:
        return True
    shared = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        shared += 1
    return shared > STEM and left[shared:] in ENDINGS and right[shared:] in ENDINGS


def _stem(word: str) -> str:
    if word.endswith(("ee", "ees")) and word.removesuffix("s") not in IN_EE and len(word) > STEM + 2:
        word = word.removesuffix("s")[:-1]  # a French participle, of her or of them
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ements", "e"), ("ement", "e"), ("ments", ""), ("ment", "")):
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)] + instead
    for ending in ("ing", "ed", "es", "s"):
        cut = len(word) - len(ending)
        if word.endswith(ending) and cut >= STEM and not word.endswith("ss"):
            word = word[:cut]
            if ending in ("ing", "ed") and len(word) > STEM and word[-1] == word[-2] and word[-1] not in "lse":
                word = word[:-1]
            break
    return word.removesuffix("e") if len(word) > STEM + 1 else word


def _same() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in SYNONYMS:
        stems = [_stem(FORMS.get(word, word)) for word in group]
        head = next((found[stem] for stem in stems if stem in found), stems[0])
        found.update({stem: found.get(stem, head) for stem in stems})
    return found


SAME = _same()
