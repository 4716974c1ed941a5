"""Whom a question is about: noun phrases that name somebody, and named persons whom nobody may accuse by asking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.questions import verbs
from briefing.desk.questions.small_words import CONTRACTED, DETERMINERS, IN_THE_WAY, OTHER_STARTS, PREPOSITIONS
from briefing.desk.text import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefing.desk.questions.raised import Common

LONGEST_NAME = 8
FRONTED = re.compile(
    r"(?i)^(?!at (?:least|most|about) )(?:(?:(?:in|on|at|after|before|during|under|with|for|by|as|following|despite|amid|since|until|from) [^,]{1,60}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"today|tomorrow|yesterday|eventually|separately|overall|instead|meanwhile|also|now|this (?:week|month|year)|next (?:week|month|year)|earlier|later|still|however), )"
)
VAGUE = frozenset(
    """he she it they we you i him his her its their our my your one others some many few more much that this that's these those there
    who which what nobody everyone anyone somebody someone everybody people all both none most each such another either neither no things
    something anything nothing others here now then today""".split()
)
TITLES = frozenset(
    """president minister king queen prince princess pope senator secretary chief mayor judge coach captain star actor actress singer
    chairman director general prosecutor lawyer attorney leader founder governor author director envoy ambassador spokesman
    spokeswoman officer journalist candidate republican democrat premier chancellor giant carrier airline company club group""".split()
)
SAYING = frozenset("says say said thinks hopes believes wants tells told adds argues seems appears needs".split())
ALWAYS_SMALL = frozenset(
    """authorities officials investigators police scientists researchers lawmakers critics residents voters doctors experts students workers
    prosecutors lawyers families protesters activists analysts former divers rescuers firefighters engineers inspectors negotiators mediators
    diplomats ministers soldiers troops rebels shareholders creditors teachers nurses pilots drivers farmers miners dockworkers crews surgeons
    climbers sailors fishermen parents pupils patients tenants unions hospitals schools councillors councilors judges jurors archaeologists historians
    paramedics searchers trainers employers employees commuters neighbours neighbors witnesses""".split()
)
HONORIFICS = frozenset(
    "Mr Mrs Ms Miss Dr Prof Sen Gov Rep Gen Col Capt Lt Sgt Maj Rev Sir Lord Lady President Prime Minister Judge Mayor Chancellor Sheriff Chief King Queen Pope".split()
)
# What bears a place's or a firm's name before it: "the Halden mill".
SITES = frozenset(
    "mill mine plant factory quarry dam tunnel pier harbour harbor port road line mosque market prison refinery reactor pipeline shipyard terminal".split()
)
REACH = 3  # sentences: what is further back a pronoun does not mean
ACCUSING = re.compile(
    r"(?i)\b(?:accus|alleg|suspect|charged\b|guilt|murder|rap(?:e|ed|ist|es)\b|assault|fraud|brib|corrupt|convict|crime|criminal|kill(?:ed|er|ing|s)?\b|shot\b|shoot|"
    r"stab|abus|molest|launder|embezzl|plead|indict|theft|stole|steal|doping|misconduct|plagiar|motive|wrongdoing|blame|terroris|assassin|arrest|"
    r"deliberate|crash|jail|prison|trial\b|illegal|attack|scandal|racis|lied\b)"
)
# What speaks of somebody's guilt, in whichever words: nobody whom such a sentence, or one beside it, names is asked about.
ACCUSED = re.compile(
    r"(?i)\b(?:accused|alleged|allegedly|suspect|suspects|suspected|convicted|indicted|arrested|pleaded|guilty|deliberately|murder\w*|homicide|suicid\w+|prosecutors?|cheat\w*|misled|unfaithful|charged with|charges against|allegations?|"
    r"custody|jailed|sentenced|misconduct|wrongdoing|extradit\w+|embezzl\w+|brib\w+|fraud\w*|falsif\w+|fabricat\w+|plagiar\w+|doping|tested positive|abus(?:ed|er|es|ing)|sexual\w*|rap(?:e|ed|ist)|molest\w+|harass\w+|"
    r"assault\w*|stole|stolen|stealing|theft|launder\w+|corruption|bullied|bullying|complaints?(?: (?:against|about)|$|[.,])|after a complaint|(?:question|questioned|questions|interviewed|investigated|suspended|detained|sued|dismissed|fired) (?:[^.;]{0,60} )?(?:over|for|after|by police|on suspicion)|tak(?:e|es|en|ing) (?:a )?bribes?|match-fixing|betting on|"
    r"under investigation|raped|beat his|hit his|manslaughter|smuggl\w+|espionage|spying|treason|perjury|lied)\b|accusations? |"
    # French
    r"\b(?:accusée?s?|soupçonnée?s?|mise? en (?:examen|cause)|inculpée?s?|coupables?|meurtres?|viols?|violée?s?|agressions?|agressée?|frappée?|frappé|plaintes?|corruption|détournée?s?|détournements?|pots-de-vin|fraudes?|"
    r"escroquerie|garde à vue|condamnée?s?|harcèlement|dopage|contrôlée? positive?|plagi\w+|blanchiment|favoritisme|avoir favorisé|emploi fictif|démenti avoir|nie avoir|nient avoir|détention)(?!\w)"
)
INSTITUTION = frozenset(
    """council court government parliament senate congress house committee commission ministry company union board bank police authorities
    party team club city state county department agency administration regulator nations league officials lawmakers
    senators airline airlines firm group university school army military jury republicans democrats coalition ministers federation
    association assembly cabinet opposition navy country countries states regime organisation organization forces rebels
    alliance bloc flight agreement treaty act street river island sea ocean mount lake city valley park church hospital college
    institute center centre museum stadium airport station bridge""".split()
)
PLACES = frozenset(
    """russia ukraine china iran iraq israel syria north south korea korean japan france germany britain uk america
    american americans pakistan india afghanistan egypt libya yemen turkey greece spain italy canada mexico brazil cuba
    venezuela nigeria kenya somalia europe european eu nato gaza hamas hezbollah taliban isis palestinian palestinians
    israeli israelis iranian chinese russian ukrainian british french german japanese indian saudi arabia kremlin moscow
    kyiv kiev beijing washington london paris tehran tokyo berlin brussels pentagon congress fbi cia texas california
    florida york boston chicago united us u.s u.s. un u.n. white supreme islamic state january february march april may june
    july august september october november december monday tuesday wednesday thursday friday saturday sunday ebola
    alabama alaska arizona arkansas colorado connecticut delaware georgia hawaii idaho illinois indiana iowa kansas kentucky
    louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon
    pennsylvania tennessee utah vermont virginia wisconsin wyoming carolina dakota hampshire jersey ontario quebec alberta canadian
    poland polish hungary austria sweden norway denmark finland netherlands belgium switzerland portugal ireland scotland wales
    england spanish italian greek mexican australian indonesia malaysia thailand vietnam philippines taiwan singapore ethiopia
    sudan congo chad niger mali ghana uganda rwanda tanzania zimbabwe tunisia algeria morocco jordan lebanon qatar kuwait bahrain
    oman aden sanaa baghdad damascus aleppo tikrit mosul kabul cairo tripoli geneva vienna madrid rome sydney ottawa toronto
    montreal houston dallas miami seattle denver detroit philadelphia sunni shiite shia houthi houthis catholic muslim christian
    internet facebook google twitter apple olympics argentina australia egyptian nigerian turkish baghdad""".split()
)


def party(prefix: str) -> str:
    """Give who a sentence speaks of, from the words before its verb: "Acme Steel has not" is about "Acme Steel"."""
    parts = FRONTED.sub("", prefix).replace("’", "'").split()
    idle = verbs.AUXILIARIES | {"not", "also", "still", "yet", "now", "so", "far", "been", "repeatedly", "recently"}
    while parts and (parts[-1].lower() in idle or parts[-1].lower() in CONTRACTED):
        parts.pop()
    return " ".join(lowered(parts, frozenset)) if is_name(parts) else ""


def lowered(parts: Sequence[str], common: Common) -> list[str]:
    """Give a sentence's first words as they stand inside one: `common` gives words that the article writes small."""
    low = parts[0].lower()
    small = (
        low in DETERMINERS
        or low in ALWAYS_SMALL
        or (low in PREPOSITIONS and parts[1:2] in (["least"], ["to"]))
        or low.endswith(("ators", "itors", "eyors", "makers", "ologists"))
        or (parts[0] != low and not (len(parts) > 1 and parts[1][0].isupper()) and low in common())
    )
    return [low if small and parts[0] != "I" else parts[0], *parts[1:]]


def is_name(parts: Sequence[str]) -> bool:
    """Tell whether words are one noun phrase that names somebody: an article or a capital first, no verb, no clause."""
    if not 1 <= len(parts) <= LONGEST_NAME:
        return False
    low = [word.lower() for word in parts]
    if (
        low[0] in VAGUE
        or low[-1] in DETERMINERS | PREPOSITIONS | {"and"}
        or low[0] in PREPOSITIONS
        or low[0].endswith("ly")
    ):
        return False
    if any(word.endswith((",", ":", ";", ")")) or '"' in word or word[0] in "(-'" for word in parts):
        return False
    if any(_verbal(low, parts, place) for place in range(len(low))) or _clause_inside(parts):
        return False
    if low[0] in ("if", "when", "however", "meanwhile", "not", "to", "just", "only", "even") or (
        low[0] in ("the", "a", "an") and len(parts) == 1
    ):
        return False
    return low[0] in ("the", "a", "an") or parts[0][0].isupper() or parts[0][0].isdigit()


def _verbal(low: Sequence[str], parts: Sequence[str], place: int) -> bool:
    word, before = low[place], low[place - 1] if place else ""
    if (
        word in verbs.AUXILIARIES
        or word in IN_THE_WAY
        or word in OTHER_STARTS
        or word in CONTRACTED
        or word in ("by", "to", "not")
    ):
        return True
    if (
        word in SAYING
        or word in verbs.CERTAIN_PAST
        or (word in verbs.THIRD and verbs.THIRD[word] not in verbs.NOUNS and parts[place].islower())
    ):
        return True
    if word in verbs.GERUNDS and word not in (
        "building",
        "meeting",
        "hearing",
        "king",
        "ruling",
        "being",
        "opening",
        "training",
        "spending",
    ):
        return True
    return word in verbs.PAST and before not in DETERMINERS and parts[place].islower()


def _clause_inside(parts: Sequence[str]) -> bool:
    """Tell whether a small word is followed by a name: "the statements Durst" begins another clause, "president Putin" none."""
    return any(
        place and word[0].isupper() and parts[place - 1].islower() and parts[place - 1] not in DETERMINERS | PREPOSITIONS | TITLES | {"and"}
        and parts[place - 1].isalpha() and not (place == 1 and parts[0][0].isupper())
        and not _adjectival(parts, place)
        for place, word in enumerate(parts)
    )  # fmt: skip


def _adjectival(parts: Sequence[str], place: int) -> bool:
    """Tell "the new Ukrainian parliament" from "the words Durst": behind an article, and not before the verb."""
    return place + 1 < len(parts) and parts[place - 2].lower() in DETERMINERS


def accuses(asked: str, sentence: str, accused: frozenset[str]) -> bool:
    """Tell whether a question touches a named person of whom guilt is spoken, there or elsewhere in the article."""
    people = persons(asked.rstrip("?"))
    if any(person in accused for person in people):
        return True
    return bool(people) and ACCUSING.search(f"{asked} {sentence}") is not None


def names_any(question: str, accused: Callable[[], frozenset[str]]) -> bool:
    """Tell whether a question names one of the accused, be it by "Orm's lawyer"."""
    words = frozenset(re.findall(r"[\w-]+", question.replace("'", " ").replace("’", " ")))
    return any(word[0].isupper() for word in words) and not words.isdisjoint(accused())


def accused(sentences: Iterable[str]) -> frozenset[str]:
    """Give the names of the persons whom a text names where it speaks of somebody's guilt, and right beside.

    Whose guilt it is, a sentence alone seldom says: "his wife", "the teacher". So nobody who is named there is asked about.
    """
    every = [folded(text) for text in sentences]
    guilty = [place for place, text in enumerate(every) if ACCUSED.search(text)]
    near = sorted({n for place in guilty for n in range(place - BESIDE, place + BESIDE + 1) if 0 <= n < len(every)})
    return frozenset(name for n in near for name in _full_names(every[n]))


# A first and a last name, or a title and a name: by one of them an article makes a person known.
FULL_NAME = re.compile(
    r"(?P<title>\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Gov|Rep|Gen|Col|Capt|Lt|Sgt|Judge|Mayor|President|Minister|Chancellor|King|Queen|Bishop|Father|M|Mme|Me)\.? )?"
    r"(?P<name>[A-ZÀ-Ý][\w'-]+(?: (?:[A-Z]\.|[A-ZÀ-Ý][\w'-]+|de|da|von|van|bin|el|al)){0,3})"
)


def _full_names(text: str) -> Iterator[str]:
    """Give the last names of those whom a text names in full, or with a title; and in lower-case company, « le comédien X »."""
    for found in FULL_NAME.finditer(text):
        run = [word.removesuffix("'s") for word in found["name"].split()]
        if len(run) > 1 and _small_word(run[0]):
            run = run[1:]
        while run and run[-1] in ("de", "da", "von", "van", "bin", "el", "al"):
            run.pop()
        if run and (found["title"] or len(run) > 1 or _described(text[: found.start()])):
            yield from _person(run)


def _described(before: str) -> bool:
    """Tell whether what a person does stands before a name: "the teacher Carr", « le comédien Delmas »."""
    word = before.rstrip().rsplit(" ", 1)[-1].lower().strip(",")
    return word in TITLES


BESIDE = 1  # sentences before and behind one that speaks of guilt
LOCAL = frozenset("near outside off".split())  # before a place, and hardly ever before a person


def persons(text: str) -> list[str]:
    """Give the last names of what may be persons in a text: capitals that belong to no institution, place or day."""
    found: list[str] = []
    run: list[str] = []
    before = ""
    for place, raw in enumerate([*text.replace("’", "'").split(), ""]):
        word = raw.strip("\"'“”().,;:?").removesuffix("'s")
        if word in HONORIFICS:
            continue
        if word and word[0].isupper() and (place or not _small_word(word)):
            if run or before not in LOCAL or raw.endswith("'s"):
                run.append(word)
            else:
                run, before = [], ""
                continue
        else:
            found.extend([] if word in INSTITUTION | SITES else _person(run))
            run = []
        if raw.endswith((",", ".", ";", "'s")) and run and not re.fullmatch(r"(?:[A-Z]\.|[A-Z][a-z]{1,3}\.)", raw):
            found.extend(_person(run))
            run = []
        before = raw.lower()
    return found


def _small_word(word: str) -> bool:
    low = word.lower()
    return (
        low in DETERMINERS
        or low in VAGUE
        or low in PREPOSITIONS
        or low in verbs.AUXILIARIES
        or low in IN_THE_WAY
        or low in ("and", "but")
    )


def _person(run: Sequence[str]) -> list[str]:
    low = [word.lower() for word in run]
    if (
        not run
        or any(word in INSTITUTION or word in PLACES for word in low)
        or any(len(word) > 1 and word.isupper() and "." not in word for word in run)
    ):
        return []
    return [] if _small_word(run[-1]) else [run[-1]]


def _inside(text: str) -> str:
    """Give a text without a first word that may be no name: "Life", but not "Angela Merkel"."""
    first, _, rest = text.partition(" ")
    return text if rest[:1].isupper() or first.endswith("'s") else f"the {rest}"


def antecedent(earlier: Sequence[str]) -> str:
    """Give the one person whom the last sentence before a pronoun that names anybody names; "" where it names several."""
    for text in reversed(earlier[-REACH:]):
        found = list(dict.fromkeys(persons(_inside(text))))
        if found:
            return found[0] if len(found) == 1 else ""
    return ""
