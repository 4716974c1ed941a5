"""What a later sentence does to a question: it answers it, says something new on it, or nothing.

What answers is a fact that a source reports in its own voice, or the decision of the party whom the question asks of.
A hedge, a forecast, a plan, a condition, what somebody else says, denies or is accused of, a writer's own view answer
nothing, and neither does what happened before the question was asked. "Answered" is said only where all of this is
sure; else the sentence is new on the question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from briefing.desk.lexicon import ATTRIBUTION, JUDGEMENT
from briefing.desk.openness import HEDGED
from briefing.desk.questions import verbs
from briefing.desk.questions.clause import DETERMINERS, PREPOSITIONS
from briefing.desk.standing.asked import way_of
from briefing.desk.standing.content import base_of, content, days_told, infinitive, shares
from briefing.desk.text import folded, words
from briefing.desk.vet.opposites import opposite

if TYPE_CHECKING:
    import datetime as dt

    from briefing.desk.standing.asked import Asked
    from briefing.desk.standing.content import Content

Verdict = Literal["answered", "new", "nothing"]

SPEAKS = 0.6  # of a question's concepts, that a sentence which speaks of it has; of three or fewer, all but a name
SPEAKS_APART = 0.75  # where the sentence is of another story
MANY = 6  # concepts of a question of which an answer may leave one unsaid, but for its names, its verb and its subject
SUBJECT = 0.5  # of the subject's concepts, before the verb of the answer
LEAST = 2
FEW = 3  # concepts of a question of which a sentence must have all but the names
PLACE = r"\b(?:in|at|near|off|on|outside) (?:the )?[A-Z]"
UNCHANGED = frozenset("cut hit put set let shut split spread cost hurt quit bet cast beat burst".split())
# It settles nothing who is charged, suspected, or believed to have done it; nor what was nearly, partly or once so.
UNSURE = {
    "en": re.compile(
        r"(?i)\b(?:accus\w+|alleg\w+|suspect\w*|(?:first|second) reading|(?:sub)?committee|in part|charged with|blam\w+|den(?:y|ies|ied)|claim\w*|rumou?r\w*|preliminary|provisional\w*|tentative\w*|"
        r"in principle|almost|nearly|partly|partially|some of|in part|about to|on the brink|close to|once|formerly|years? ago|last (?:year|month|week)|previous\w*|"
        r"earlier this|in the past|traditionally|usually|normally|every (?:year|winter|summer)|remains? to|analysts?|experts?|observers?|economists?|"
        r"poll\w*|forecast\w*|predict\w*|sources?|anonymous\w*|had been|had \w+ed|draft\w*|scheduled|slated|tomorrow|next (?:week|month|year)|later this|"
        r"for now|so far|as yet|fail\w*|at least|more than|up to|around|roughly|approximately|estimat\w+|appear\w*|seem\w*|sister|another|similar|"
        r"discuss\w*|talks? (?:about|on|over)|aim\w*|prepar\w+|ready to|intend\w*|recommend\w*|hinted|signal(?:s|led|ed)|feels?|felt|believes?|thinks?)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:accus\w+|soupçonn\w+|présumée?s?|en (?:première|deuxième) lecture|en commission|dément\w*|prétend\w*|rumeurs?|provisoire\w*|de principe|presque|en partie|partiellement|"
        r"sur le point|autrefois|l'an dernier|l'année dernière|le mois dernier|la semaine dernière|précédent\w*|jadis|d'habitude|chaque (?:année|hiver|été)|"
        r"analystes?|experts?|observateurs?|économistes?|sondages?|prévisions?|pronosti\w+|projet de|demain|prochaine?s?|la semaine prochaine|"
        r"pour l'instant|pour le moment|jusqu'ici|à ce stade|faute de|au moins|plus de|environ|estim\w+|semble\w*|paraît|autre|"
        r"négoci\w+|discut\w+|prépar\w+|prêts?|recommand\w+|laisse entendre|croit|pense|juge que|avait|avaient|\w{3,}(?:era|eront|erait|eraient|ira|iront|ra|ront))\b"
    ),
}
# What was long before a question was asked is no news of it.
BEFORE_IT = re.compile(r"(?i)\b(?:years?|decades?|months?) (?:ago|before|earlier)\b|\blast year\b|\bil y a (?:un|deux|trois|\d+|quelques|des) (?:ans?|mois|années)\b|\bl'an dernier\b|\bl'année dernière\b")
FOUND = re.compile(r"(?i)\b(?:was|were) (?:found|located|rescued|discovered)\b")
# What a French participle says the opposite of, by how both begin.
CONTRAIRES = tuple(tuple(pair.split("/")) for pair in "approuv/rejet adopt/rejet autoris/interdi accept/rejet accept/refus augment/baiss relev/baiss ouvr/ferm retir/maint lev/mainten lev/prolong valid/annul confirm/annul".split())
# A party decides: what follows is what it will do, or not do.
DECIDES = {
    "en": re.compile(
        r"(?i)\b(?P<verb>decided|voted|chose|opted|agreed|ruled|refused|declined)\b(?:,? (?:on|by|late|early|unanimously|with|in a|after|\d+|to \d+|–|-)[^,.;]{0,30}?)?,? "
        r"(?P<not>not to|against|out|to)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:a|ont) (?P<verb>décidé|voté|choisi|accepté|refusé|renoncé|convenu)\b(?: [^,.;]{0,30}?)?,? (?P<not>de ne pas|de|d'|contre|à)(?: |(?<='))"
    ),
}
REFUSALS = frozenset("refused declined refusé renoncé".split())
NEVER_SAID = re.compile(r"(?i)\b(?:to (?:say|comment|answer|discuss|disclose|confirm|specify|reveal)|de (?:dire|préciser|commenter|répondre|confirmer)|d'indiquer)\b")
FINDERS = re.compile(
    r"(?i)\b(?:investigators?|inquiry|inquest|coroner|commission|court|judge|tribunal|enquêteurs?|enquête|juge)\b[^,.;]{0,40}?\b(?:found|concluded|determined|established|ruled|confirmed|"
    r"(?:a|ont) (?:conclu|établi|confirmé|constaté))\b"
)
OWN_WORDS = re.compile(r"(?i)\b(?:said|says|announced|confirmed|a (?:dit|annoncé|confirmé|indiqué)|ont (?:dit|annoncé|confirmé|indiqué)|annonce|confirme|indique)\b")
CAUSED = re.compile(r"(?i)\b(?:caused|triggered|set off|started|was traced to|led to|sparked|provoqué|causé|déclenché)\b")
COUNT = re.compile(r"(?i)\b\d[\d.,\u202f\u00a0]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|billion)\b")
PAST_NOT = re.compile(r"(?i)\b(?:did not|didn't|was not|wasn't|were not|weren't|has not|n'a pas|n'ont pas|n'est pas|ne s'est pas)\b")
PARTICIPLE = re.compile(r"(?i)\b(?:a|ont|est|sont|été|s'est|se sont) (?:\w+ment |également |bien |enfin |déjà )?(\w{3,})\b")
CONDITION = re.compile(r"(?i)\b(?:if|unless|provided|on condition|once|si|s'il|à condition|pourvu)\b")


def verdict(question: Asked, text: str, language: str, *, published: dt.date | None, since: dt.date, of_story: bool) -> Verdict:
    """Say what a sentence does to a question first asked on the day `since`; `of_story` where its report is of the same story."""
    said = content(text, language)
    if not speaks(question, said, of_story=of_story) or _asks(text, language):
        return "nothing"
    named = days_told(text, published, language)
    if named and max(named) < since and not question.days & named:
        return "nothing"
    if BEFORE_IT.search(folded(text)):
        return "nothing"
    if re.search(r"\b(?:19|20)\d\d\b", text) and not _names_year(text, since.year):
        return "nothing"  # of another year
    if question.days and named and not question.days & named:
        return "new"
    if question.language != language or not _covers(question, said):
        return "new"
    return "answered" if _answers(question, folded(text), said, named, published) else "new"


def speaks(question: Asked, said: Content, *, of_story: bool) -> bool:
    """Tell whether a sentence speaks of what a question asks."""
    about = question.about
    shared = about.concepts & said.concepts
    shared |= _turned(about, said)
    if not of_story and not (about.names & said.concepts):
        return False
    if about.names and of_story and not shared & (about.names | _keys(question)):
        return False
    if len(about.concepts) <= FEW and about.concepts - shared - about.names:
        return False
    return len(shared) >= LEAST and len(shared) >= (SPEAKS if of_story else SPEAKS_APART) * len(about.concepts)


def _keys(question: Asked) -> frozenset[str]:
    """Give the concepts of a question's verbs."""
    return frozenset().union(*(content(f"Of {verb}", "en").concepts for verb in question.verbs)) if question.verbs else question.about.concepts


def _covers(question: Asked, said: Content) -> bool:
    """Tell whether a sentence has nearly all of a question: each of its names, and its verb or the opposite of that."""
    about = question.about
    left = about.concepts - said.concepts
    missing = left - _turned(about, said)
    if question.way in ("count", "cause"):
        missing -= _keys(question) if question.verbs else frozenset()
    return not missing & (about.names | question.subject) and len(missing) <= len(about.concepts) // MANY


def _turned(about: Content, said: Content) -> frozenset[str]:
    """Give the concepts of a question of which a sentence says the opposite."""
    words = [said.base(other) for other in sorted(said.concepts - about.concepts)]
    lacking = ((one, about.base(one)) for one in about.concepts - said.concepts)
    return frozenset(
        one for one, base in lacking if any(opposite(base, word) or _contraire(base, word) for word in words)
    )


def _asks(text: str, language: str) -> bool:
    """Tell whether a sentence only asks, or says again that it is not known."""
    plain = folded(text)
    if plain.rstrip("\"'”’») ").endswith("?"):
        return True
    unknown = (
        r"(?i)\b(?:unclear|not clear|unknown|not known|no word|remains to be seen|remain(?:s|ed)? (?:uncertain|open|undecided)|(?:has|have|had|did|would|could) ?(?:not|n't)(?: yet| immediately)? (?:said?|say|disclosed?|decided?|know|explained?)|"
        r"(?:declined|refused) to (?:say|comment|discuss|answer)|whether|"
        r"on ignore|ignore encore|reste à savoir|ne sait pas|pas encore (?:dit|connu|précisé|décidé)|n'a pas (?:dit|précisé|indiqué)|refusé de (?:dire|préciser)|inconnue?s?)(?!\w)"
        if language in ("en", "fr")
        else r"(?!)"
    )
    return re.search(unknown, plain) is not None


def _names_year(text: str, year: int) -> bool:
    return any(int(found) >= year for found in re.findall(r"\b((?:19|20)\d\d)\b", text))


def _answers(question: Asked, plain: str, said: Content, named: frozenset[dt.date], published: dt.date | None) -> bool:
    """Tell whether a sentence that says all of a question's matter asserts the answer."""
    language = question.language
    if language not in HEDGED or any(mark in plain for mark in '"“«') or CONDITION.search(plain):
        return False
    decision = DECIDES[language].search(plain)
    if decision and NEVER_SAID.search(plain):
        return False
    bare = plain[: decision.start("not")] + plain[decision.end("not") :] if decision else plain
    negated = PAST_NOT.search(bare)
    if negated:  # what did not happen answers only where its day has come
        if not question.days or question.way != "whether":
            return False
        bare = PAST_NOT.sub("", bare)
    if HEDGED[language].search(bare) or UNSURE[language].search(_without(bare, question)):
        return False
    if re.search(JUDGEMENT[language], bare, re.IGNORECASE):
        return False
    if not _own_voice(question, bare, language):
        return False
    if language == "fr":
        return _réponse(question, plain, said, decision, named)
    return _answer(question, bare, said, decision, named=bool(named) or _dated(plain), negated=negated is not None)


def _without(text: str, question: Asked) -> str:
    """Leave out of a text what the question itself says: its own "about 40 patients" is no doubt of the sentence."""
    asked_ = frozenset(words(question.text))
    return " ".join(word for word in text.split() if word.lower().strip(",.;") not in asked_)


def _own_voice(question: Asked, text: str, language: str) -> bool:
    """Tell whether a source says it itself, or whoever decides it, or found it by inquiry."""
    if FINDERS.search(text):
        return True
    spoken = re.search(ATTRIBUTION[language], text, re.IGNORECASE)
    if spoken is None or base_of(spoken.group().lower()) in question.verbs:
        return True
    if not OWN_WORDS.search(text):
        return False
    # Who says it is whom the question asks of: "the council said that it had approved …".
    speaker = content(f"Of {text[: spoken.start()]}", language).concepts if spoken.start() > 0 else frozenset[str]()
    return bool(question.subject) and question.subject <= speaker and re.search(r"(?i)\b(?:it|they|il|elle|ils|elles) (?:had|has|have|a|ont|avait|avaient)\b", text[spoken.end() :]) is not None


def _dated(text: str) -> bool:
    return re.search(r"(?i)\b(?:on|since) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|this morning|at \d|\d{1,2} [ap]\.?m)\b", text) is not None


def _answer(question: Asked, text: str, said: Content, decision: re.Match[str] | None, *, named: bool, negated: bool) -> bool:
    """Tell whether an English sentence has the kind of answer that a question asks for."""
    new = said.names - question.about.names
    if question.way == "whether":
        if decision and _decides(question, text, decision):
            return True
        return _done(question, text, base=negated)
    if question.way == "when":
        return named and _done(question, text)
    if question.way == "who":
        return bool(new) and _done(question, text, named=True) and not re.search(r"(?i)\bbehind|responsib|guilty|kill|attack", question.text)
    if question.way == "where":
        if not question.verbs:
            return bool(new) and FOUND.search(text) is not None and re.search(PLACE, text) is not None
        return bool(new) and _done(question, text) and re.search(PLACE, text) is not None
    if question.way == "count":
        return COUNT.search(re.sub(r"\b(?:one|\d{4})\b", "", text)) is not None and bool(said.figures - question.about.figures) and (_done(question, text) or not question.verbs)
    if question.way == "cause":
        return _causes(question, text)
    return False


def _decides(question: Asked, text: str, decision: re.Match[str]) -> bool:
    """Tell whether the party whom a question asks of decides what is asked."""
    party = content(f"Of {text[: decision.start()]}", question.language).concepts
    if not question.subject or len(question.subject & party) < len(question.subject):
        return False
    verb, how = decision["verb"].lower(), decision["not"].lower()
    if verb in REFUSALS and how != "to":
        return False
    if verb == "ruled" and how not in ("out", "against"):
        return False
    after = content(f"Of {text[decision.end('verb') :]}", question.language).concepts
    return bool(_keys(question) & after)


def _done(question: Asked, text: str, *, base: bool = False, named: bool = False) -> bool:
    """Tell whether a sentence says in the past that a question's verb, or its opposite, was done by its subject."""
    parts = re.findall(r"[\w'’-]+|[,;:]", text)
    low = [part.lower() for part in parts]
    for place, word in enumerate(low):
        turned = any(opposite(verb, base_of(word)) for verb in question.verbs)
        if base_of(word) not in question.verbs and not turned:
            continue
        previous = low[place - 1] if place else ""
        past = word in verbs.PAST or word in UNCHANGED or (word in verbs.PARTICIPLES and previous in ("was", "were", "has", "have", "been")) or (base and word in verbs.BASES)
        if not past or previous in DETERMINERS | PREPOSITIONS | {",", "to", "be", "being", "had", "not", ""}:
            continue
        passive = previous in ("was", "were", "been") or (place > 1 and low[place - 2] in ("was", "were", "been") and previous.endswith("ly"))
        if _in_its_place(question, parts, place, passive=passive, named=named):
            return True
    return False


def _in_its_place(question: Asked, parts: list[str], place: int, *, passive: bool, named: bool) -> bool:
    """Tell whether a question's subject does in a sentence what it is asked to do, and has not only to do with it."""
    if not named and not _leads(question, parts[:place]) and question.passive == passive:
        return False
    before = content(f"Of {' '.join(parts[:place])}", question.language)
    after = content(f"Of {' '.join(parts[place + 1 :])}", question.language)
    if named:
        return not passive and bool(before.names - question.about.names)
    subject = question.subject
    if not subject:
        return True
    if not passive and not question.passive and not _upon(question, subject | _keys(question), parts[place + 1 :]):
        return False
    where = before if question.passive == passive else after
    if not question.passive and passive and "by" not in [part.lower() for part in parts[place + 1 :]]:
        where = before if len(question.about.concepts - subject) <= 1 else after
        return len(subject & where.concepts) >= len(subject) and len(question.about.concepts - subject) <= 1
    return len(subject & where.concepts) >= max(1, SUBJECT * len(subject)) and (subject & question.about.names) <= where.concepts


def _upon(question: Asked, done: frozenset[str], rest: list[str]) -> bool:
    """Tell whether what a verb takes is what the question says: "left the union", and not "left no doubt about the union"."""
    taken = question.about.concepts - done
    if not taken:
        return True
    for part in rest:
        found = content(f"Of {part}", question.language).concepts
        if found or part in (",", ";", ":"):
            return bool(found & question.about.concepts)
    return False


def _leads(question: Asked, parts: list[str]) -> bool:
    """Tell whether a question's subject stands before the verb itself, and not in "rivals of the bank" or "the bank's rivals"."""
    for place, part in enumerate(parts):
        if content(f"Of {part}", question.language).concepts & question.subject:
            earlier = [one.lower() for one in parts[:place] if one.lower() not in DETERMINERS]
            owned = [one for one in parts[place:] if one.endswith(("'s", "s'")) and one not in folded(question.text)]
            if any(one in ("who", "which", "that", "whose") for one in (other.lower() for other in parts[place:])):
                return False  # what a clause about it says, it does not
            return not owned and (not earlier or earlier[-1] not in PREPOSITIONS)
    return not question.subject


def _réponse(question: Asked, plain: str, said: Content, decision: re.Match[str] | None, named: frozenset[dt.date]) -> bool:
    """Tell whether a French sentence has the kind of answer that a question asks for."""
    done = any(_fait(question, plain, participle) for participle in PARTICIPLE.finditer(plain))
    if question.way == "whether":
        if decision and (decision["not"] in ("de ne pas", "contre") or decision["verb"].lower() in ("décidé", "choisi", "renoncé", "refusé", "accepté")):
            subject = _sujet(question)
            party = content(f"De {plain[: decision.start()]}", "fr").concepts
            return bool(subject) and subject <= party
        return done
    if question.way == "when":
        return done and (bool(named) or re.search(r"(?i)\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", plain) is not None)
    if question.way == "cause":
        return _causes(question, plain)
    if question.way == "count":
        return done and bool(said.figures - question.about.figures)
    if question.way == "who":
        return done and bool(said.names - question.about.names)
    return False


def _causes(question: Asked, text: str) -> bool:
    """Tell whether a sentence names what caused the thing that a question asks of, and not what that caused."""
    cause = CAUSED.search(text)
    if cause is None:
        return False
    event = question.about.concepts - _keys(question) if question.verbs else question.about.concepts
    event -= content(f"Of {cause.group()}", question.language).concepts
    by = re.match(r"(?: \w+ly)? (?:by|to|par)\b", text[cause.end() :])
    told = text[: cause.start()] if by or "traced" in cause.group() else text[cause.end() :]
    said = content(f"Of {told}", question.language).concepts
    return bool(event) and len(event & said) >= len(event) - (len(event) // FEW)


def _fait(question: Asked, plain: str, participle: re.Match[str]) -> bool:
    """Tell whether a French participle says that a question's verb, or its opposite, was done, by its subject and upon its object."""
    verb = participle[1]
    asked_ = [question.about.base(one) for one in sorted(question.about.concepts - question.about.names)]
    if not any(_one_verb(verb, word) or _contraire(verb, word) for word in asked_):
        return False
    subject = _sujet(question)
    if not subject <= content(f"De {plain[: participle.start()]}", "fr").concepts:
        return False
    own = frozenset(one for one in question.about.concepts if _one_verb(verb, question.about.base(one)) or _contraire(verb, question.about.base(one)))
    return not subject or _upon(question, subject | own, re.findall(r"[\w'’-]+|[,;:]", plain[participle.end() :]))


def _one_verb(participle: str, word: str) -> bool:
    return infinitive(participle.lower()) == word or shares(participle, word)


def _contraire(left: str, right: str) -> bool:
    """Tell whether two French verbs' forms say the opposite, as far as their beginnings tell."""
    return any(
        (left.startswith(one) and right.startswith(other)) or (left.startswith(other) and right.startswith(one))
        for one, other in CONTRAIRES
    )


def _sujet(question: Asked) -> frozenset[str]:
    """Give what stands before a French question's inverted verb, or behind « est-ce que »: whom it asks of."""
    plain = folded(question.text)
    front = re.split(r"(?i)-(?:t-)?(?:il|elle|ils|elles|on)\b", plain)[0].rsplit(" ", 1)[0] if re.search(r"(?i)-(?:t-)?(?:il|elle|ils|elles|on)\b", plain) else ""
    if not front:
        asked_ = re.sub(r"(?i)^est-ce qu(?:e |')", "", plain)
        front = " ".join(asked_.split()[:3]) if asked_ != plain else ""
    return content(f"De {front}", "fr").concepts if front and way_of(question.text, "fr") == "whether" else frozenset()
