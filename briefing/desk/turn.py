"""Turning "it is unclear whether the dam was inspected" into "Was the dam inspected?".

English only, and only where the verb that moves, or its base form, is certain: whatever is not stays in its source's
own sentence. A word that may be a noun's plural or a participle ("the bed covers", "the fire started by vandals") is
no certain verb.
"""

from __future__ import annotations

import re

MODALS = frozenset("will would can could should shall may might must is are was were won't can't".split())
PERFECT = {"has": "does", "have": "do", "had": "did"}
IRREGULAR_PARTICIPLES = frozenset(
    """been had done gone made said paid put set left lost found held kept met sent sold spent told built bought brought
    caught cut led read run come become begun won shut hit hurt""".split()
)
# Verbs whose form here is no noun and no participle: the base form is certain.
PRESENT = frozenset(
    """accept affect agree allow apply belong believe comply consist contain continue contradict consider depend deserve
    differ enter exist expect explain extend follow include intend involve know lead occur owe own pay prevent protect
    provide qualify receive recommend reflect require retain satisfy seek suffice survive threaten understand want
    warrant""".split()
)
PAST = {
    "ate": "eat", "became": "become", "began": "begin", "broke": "break", "came": "come", "chose": "choose",
    "drew": "draw", "drove": "drive", "fell": "fall", "flew": "fly", "forgot": "forget", "froze": "freeze",
    "gave": "give", "grew": "grow", "knew": "know", "rang": "ring", "ran": "run", "sank": "sink", "saw": "see",
    "spoke": "speak", "stole": "steal", "swam": "swim", "threw": "throw", "took": "take", "went": "go",
    "withdrew": "withdraw", "wore": "wear", "wrote": "write",
    "appeared": "appear", "arrived": "arrive", "belonged": "belong", "died": "die", "disappeared": "disappear",
    "emerged": "emerge", "existed": "exist", "failed": "fail", "happened": "happen", "lasted": "last",
    "occurred": "occur", "remained": "remain", "resigned": "resign", "responded": "respond", "stayed": "stay",
    "survived": "survive", "vanished": "vanish", "waited": "wait",
}  # fmt: skip
# These may be participles: certain only where nothing follows but when or where.
LAST = {
    "changed": "change", "closed": "close", "collapsed": "collapse", "crashed": "crash", "ended": "end",
    "escaped": "escape", "exploded": "explode", "failed": "fail", "moved": "move", "opened": "open",
    "started": "start", "stopped": "stop",
}  # fmt: skip
LONGEST_SUBJECT = 7  # words: a longer one may hold a clause of its own
PLACES = frozenset("in on at near inside outside during after before".split())
SUBJECTS = frozenset(
    """the a an all every each people police officials authorities residents investigators voters
    workers prices talks""".split()
)
OF_WHO = frozenset("caused led triggered happened ordered prompted killed attacked owned paid signed".split())
IN_THE_WAY = frozenset("that which who whom where when why how what whether if and or because as than".split())
END = re.compile(
    r"(?i)(?:,? (?:and|or|nor|but) (?:whether|if|why|when|where|how|what|who)\b|, (?:and|but|or|which|who|said|according|"
    r"although|though|while|the|he|she|they|as|with|because|after)\b|; | [–—] |—|, [^,]{2,40} (?:said|says|told|added|wrote)\b)"
)


def turned(interrogative: str, clause: str) -> str:
    """Make a question of an interrogative ("whether", "why") and the clause behind it; "" where none is certain."""
    parts = [part.replace("’", "'") for part in END.split(clause.rstrip(" ."), maxsplit=1)[0].split()]
    kind = interrogative.lower()
    if len(parts) < 2:  # noqa: PLR2004 - somebody, and what of it
        return ""
    if kind in ("whether", "if"):
        return _capital(_moved(parts))
    if kind in ("who", "what") and _is_verb(parts[0]):
        return f"{kind.capitalize()} {' '.join(parts)}?"
    if parts[0].lower() not in SUBJECTS and not parts[0][0].isupper():
        return ""  # "how badly the bridge": what moves along with the interrogative is not certain
    moved = _moved(parts)
    return f"{kind.capitalize()} {moved}" if moved else ""


def _moved(parts: list[str]) -> str:
    """Move the verb of a clause before its subject, or "do" where it has no other; "" where either is not sure."""
    for place, word in enumerate(parts[:LONGEST_SUBJECT]):
        if word.lower() in IN_THE_WAY or word.endswith(","):
            return ""
        question = _around(word.lower(), parts[:place], parts[place + 1 :]) if place else None
        if question is not None:
            return question
    return ""


def _around(verb: str, subject: list[str], rest: list[str]) -> str | None:
    """Make a question around one word; "" where it is a verb that cannot surely move, None where it is no verb."""
    if verb in MODALS:
        return _question(verb, subject, rest)
    if verb in PERFECT:
        return _perfect(verb, subject, rest)
    if verb in ("do", "does", "did"):
        return _question(verb, subject, rest) if rest[:1] == ["not"] else ""
    if verb in PAST or (verb in LAST and (not rest or rest[0] in PLACES)):
        base = PAST.get(verb) or LAST[verb]
        return None if any(map(_may_be_verb, rest)) else _question("did", subject, [base, *rest])
    base = _base(verb)
    return _question("does", subject, [base, *rest]) if base else None


def _perfect(verb: str, subject: list[str], rest: list[str]) -> str:
    """Tell "has closed" from "has a plan" and "has to pay": the last two take "do"."""
    following = rest[0].lower() if rest else ""
    if following in ("not", "ever", "already", "yet", "since", "also") or _is_participle(following):
        return _question(verb, subject, rest)
    if following in ("a", "an", "the", "any", "enough", "to", "no"):
        return _question(PERFECT[verb], subject, ["have", *rest])
    return ""


def _is_participle(word: str) -> bool:
    return word in IRREGULAR_PARTICIPLES or (len(word) > 4 and word.endswith(("ed", "en", "wn")))  # noqa: PLR2004 - "need", "then"


def _base(verb: str) -> str:
    """Give the base of a verb in the third person, if it is one that is certain."""
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        base = verb.removesuffix(ending) + instead
        if verb.endswith(ending) and base in PRESENT:
            return base
    return ""


def _may_be_verb(word: str) -> bool:
    return word in MODALS or word in PERFECT or word in PAST or word.endswith("ed")


def _is_verb(word: str) -> bool:
    verb = word.lower()
    return verb in MODALS or verb in PERFECT or verb in PAST or verb in LAST or verb in OF_WHO or _base(verb) != ""


def _question(verb: str, subject: list[str], rest: list[str]) -> str:
    return " ".join([verb, *subject, *rest]) + "?"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
