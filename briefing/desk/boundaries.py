"""Where sentences end: spans in one line of text, exact to the character.

One pattern finds every place where a sentence may end; a few tables tell a full stop from the point of an abbreviation,
an initial or a list's number. The cost grows with the text's length and with nothing else.
"""

from __future__ import annotations

import re

from briefing.desk.lexicon import (
    ABBREVIATIONS,
    CALENDAR,
    CAPITALISED,
    CAPITALISED_TITLES,
    INITIALS_MAY_MEET,
    NUMBERED,
    STARTERS,
    TITLES,
)

_CLOSING = "\"'”’»)\\]」』）"
_MARKS = ".!?…؟۔।。！？"
CANDIDATE = re.compile(
    rf"[{_MARKS}:;](?:(?<![:;])[{_MARKS}]*(?:[{_CLOSING}]|[\u00a0\u202f ]»)*(?:\s?[:;]-?[)(DP](?=\s|$))?"
    r"(?:\s+|(?<=[a-zà-ÿ]{2}[.!?])(?=[A-ZÀ-Ý][a-zà-ÿ]*[\s,])|$|"
    r"(?<=[。！？][」』）”’])(?=\S)|(?<=[。！？])(?=[^\s」』）”’]))|(?<=\w [:;])-?[)D]\s+(?=[A-ZÀ-Ý]))"
)
NEXT = re.compile(r"[\s\"'“‘„«‹(\[¿¡—–•*-]*([^\W_]*)")
OPENING = "\"'“‘„«‹([¿¡—–-•*"
LAST = re.compile(r"[^\s“‘„«‹(\[\"/—–]*$")
LOOK_BACK = 24  # characters: a longer word is no abbreviation
# What a speaker's name and verb behind a quotation's mark: they belong to the sentence that is quoted.
SAID = re.compile(
    r"(?:[A-ZÀ-Ý][\w’'.-]*\s+){1,4}(?:said|says|asked|told|replied|added|wrote|shouted|warned|cried)\b"
    r"|(?:said|asked|says|replied|added|wrote|a dit|dit|demande|lance|assure|explique)\b"
)
TAG = re.compile(r"(?:[A-ZÀ-Ý][\w’'.-]*\s+){1,3}(?:said|says|added|wrote)[.,]")
DOTTED = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
NATIVE = 4  # letters of a word in small letters that a full stop ends, whatever follows
ROMAN = re.compile(r"[IVXL]+")
MONTHS = frozenset("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember".split())


def split(line: str) -> tuple[tuple[int, int], ...]:
    """Give the spans of the sentences in a text, without the spaces around them; a newline always ends one."""
    if "\n" not in line:
        return tuple(_of_line(line, 0))
    spans, offset = list[tuple[int, int]](), 0
    for part in line.split("\n"):
        spans.extend(_of_line(part, offset))
        offset += len(part) + 1
    return tuple(spans)


def _of_line(line: str, offset: int) -> list[tuple[int, int]]:
    spans = []
    start = len(line) - len(line.lstrip())
    for match in CANDIDATE.finditer(line, start):
        if match.end() < len(line) and _ends(line, start, match):
            spans.append((offset + start, offset + match.start() + len(match.group().rstrip())))
            start = match.end()
    end = len(line.rstrip())
    if start < end:
        spans.append((offset + start, offset + end))
    return spans


def _ends(line: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a mark ends the sentence that began at `start`."""
    mark = match.group().rstrip()
    if mark[0] in "。！？؟۔।:;":
        return line[match.end()] not in "とはがのをにで、，"  # a Japanese quotation goes on so
    after = match.end()
    following = NEXT.match(line, after)
    word = following.group(1) if following else ""
    if not mark.rstrip(".…"):  # points alone
        before = _last_word(line, match.start())
        if len(mark) > 1 or mark == "…":
            return not word[:1].islower()
        if word[:1].islower() and line[after] not in OPENING:
            return _native(before) and not line[after : after + 8].startswith(("http", "www"))
        behind = line[following.end() : following.end() + 1] if following else ""
        if behind == ":" and word[:1].isupper() and DOTTED.fullmatch(before):
            return True  # "in Washington D.C. Photo: Ana Reyes"
        at_start = match.start() - len(before) <= start
        return _full_stop(before, word, at_start=at_start, dotted=behind == ".", bracketed=line[after] == "(")
    return _marked(line, match, mark, word)


def _marked(line: str, match: re.Match[str], mark: str, word: str) -> bool:
    """Tell it of a mark that asks, exclaims, or stands before the end of a quotation or a bracket."""
    after = match.end()
    if word[:1].islower() and line[after] not in OPENING:
        spaced = line[match.start() - 1 : match.start()].isspace()  # French: « Quoi ! dit-il. »
        return mark in ("!", "?", "!!", "??", "?!", "!!!") and not spaced and _native(_last_word(line, match.start()))
    if mark[-1] not in "\"'”’»":
        if mark == "!" and word in ("Inc", "Corp", "Ltd", "Co"):
            return False
        if mark[0] == "." and mark[-1] in ")]" and len(mark) == 2:  # noqa: PLR2004 - "(Quebec Inc.) Smith": one point, one bracket
            return _full_stop(_last_word(line, match.start()), word, at_start=False, dotted=False)
        return True
    return not (TAG if mark[0] == "." else SAID).match(line, after)


def _last_word(line: str, end: int) -> str:
    found = LAST.search(line[max(0, end - LOOK_BACK) : end])
    return found.group() if found else ""


def _native(word: str) -> bool:
    """Tell whether a word is one that a full stop ends even where a small letter follows: no abbreviation."""
    return len(word) >= NATIVE and word.isalpha() and word.islower() and word not in ABBREVIATIONS


def _full_stop(before: str, word: str, *, at_start: bool, dotted: bool, bracketed: bool = False) -> bool:
    """Tell a full stop from the point of an abbreviation, an initial or a list's number.

    `before` and `word` are the words around it, `at_start` tells that nothing stands before in its sentence, `dotted`
    that a point stands behind the next word, `bracketed` that a bracket opens before it.
    """
    plain = before.lower().replace("’", "'").rpartition("'")[2]
    starts = word.lower() in STARTERS and word[:1].isupper() and not dotted
    if at_start and (len(plain) <= 1 or plain.isdigit()):
        return False  # "1. The council", "b. The mayor"
    if plain.isdigit():
        return not (len(plain) <= 2 and word in MONTHS)  # noqa: PLR2004 - a day of the month: "am 3. Oktober"
    if len(plain) == 1 and plain.isalpha() and plain not in NUMBERED:
        return before == "I" or (starts and before != "M" and word.lower() not in INITIALS_MAY_MEET)
    if plain in TITLES or (plain in CAPITALISED_TITLES and before[0].isupper()):
        return plain == "st" and starts  # "on Main St. The shop"
    known = _abbreviated(before, plain) or plain in ("am", "pm")
    return _behind_abbreviation(before, plain, word, starts=starts, bracketed=known and bracketed)


def _behind_abbreviation(before: str, plain: str, word: str, *, starts: bool, bracketed: bool) -> bool:
    """Tell whether a sentence begins behind an abbreviation, if it is one."""
    if plain in NUMBERED:
        return not word[:1].isdigit() and ROMAN.fullmatch(word) is None
    if bracketed:
        return False  # "at 3:30 a.m. (0830 GMT)"
    if plain in ("a.m", "p.m", "am", "pm"):
        return word.lower() not in CALENDAR["en"] and word.lower() not in _CLOCK
    if _abbreviated(before, plain):
        return starts or (plain == "etc" and word[:1].isupper())
    return True


def _abbreviated(before: str, plain: str) -> bool:
    if plain in ABBREVIATIONS or (plain in CAPITALISED and before[0].isupper()):
        return True
    return len(plain) < 10 and DOTTED.fullmatch(plain) is not None  # noqa: PLR2004 - "u.s.s.r": no site's name


_CLOCK = frozenset(
    """eastern pacific central mountain et pt ct mt cst mst pst bst local universal monday tuesday wednesday thursday friday
    saturday sunday""".split()
)
