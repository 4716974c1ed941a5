"""Who speaks in a sentence: a source, or its writer, who judges, forecasts, or says how things are in general.

A sentence that names who says it is a report of that. Without one, words that weigh ("painfully", "a farce"), forecasts
("will likely"), norms ("should") and maxims ("Wars end when …") are the writer's own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk import lexicon
from briefing.desk.compression import QUOTED
from briefing.desk.news import WHEN
from briefing.desk.text import folded, names, prose
from briefing.desk.voices import ADJECTIVE, BY_RULE, CHARACTER, DEMANDS, MIRRORED, WRITER

if TYPE_CHECKING:
    from collections.abc import Sequence

# Whatever verb of saying stands in these, nobody is named for what is said.
MAXIM = {
    "en": re.compile(
        r"\b(?:(?:like|likes|love|tend|is fond|are fond)(?: of)? (?:to say|to think|to believe|saying|thinking)|as (?:the|an old) "
        r"(?:saying|proverb|adage) (?:goes|has it)|as they say|it is (?:often |sometimes |said |widely )+(?:said|that)|needless to say|"
        r"that said|to say the least|(?:one|you|we) (?:might|may|could|can|must|have to|should) (?:say|ask|think|wonder|argue)|"
        r"history (?:shows|teaches|suggests|tells|reminds)|the (?:lesson|irony|trouble|truth|real (?:question|problem|test|issue)|moral) "
        r"(?:is|of|here)|it must be said|what matters(?: is)?|make no mistake|it takes two)\b"
    ),
    "fr": re.compile(
        r"\b(?:(?:aime|aiment|aiment à|aime à) (?:à )?(?:dire|penser|croire|répéter)|comme (?:dit|le dit|on dit|le veut)(?: le| un| l')? ?"
        r"(?:proverbe|adage|dicton)?|cela dit|c'est peu dire|il faut (?:dire|bien dire|reconnaître|avouer)|l'histoire (?:montre|enseigne|"
        r"rappelle|apprend)|la (?:leçon|vérité|vraie question|morale) (?:est|de)|l'ironie|on (?:peut|pourrait|doit) (?:dire|penser|se demander|"
        r"croire)|ne nous y trompons pas|force est de)\b"
    ),
}
# Beside `lexicon.JUDGEMENT`: what weighs, forecasts or demands.
WEIGHING = {
    "en": re.compile(
        r"\b(?:painfully|extraordinarily|remarkably|woefully|sadly|thankfully|fortunately|unfortunately|regrettably|hopelessly|"
        r"surprisingly|ironically|astonishingly|inevitably|rightly|wrongly|disastrously|shamefully|cynically|frankly|admittedly|"
        r"(?:is|are|was|were|be|been|becomes?|became|as|to|'s) (?:a|an|the|no|utter|sheer|complete|total|little more than a) (?:\w+ )?(?:mistake|disaster|disgrace|farce|sham|scandal|triumph|"
        r"travesty|folly|masterstroke|tragedy|mockery|gamble|fantasy|illusion|embarrassment|miracle)\b(?! (?:area|zone|relief|response|"
        r"worker|management|fund))|(?:is|are|was|were|looks?|feels?|sounds?|remains?|seems?) (?:\w+ly )?(?:absurd|cynical|reckless|"
        r"shameful|naive|foolish|admirable|deplorable|scandalous|farcical|hollow|grotesque|laughable|cowardly|wise|unwise|overdue|brilliant|"
        r"terrible|wonderful|ridiculous|outrageous|disastrous|hopeless|inevitable|ominous|alarming|remarkable)|"
        r"(?:less|more) about [^,;]{1,50} than about|not so much|(?:is|was) (?:really |always |never |all )about (?:who|what|how|power|money)|"
        r"the (?:\w+ )?question(?: in \w+| for \w+| now| here)* (?:is|was|remains|remained) (?:whether|who|what|how|why|if)|"
        r"it(?:'s| is| was) (?!not\b)(?:\w+ )?(?:possible|impossible|likely|unlikely|true|certain|doubtful|wrong|right|no (?:surprise|secret|coincidence|"
        r"wonder|accident)) (?:\w+ )?(?:that|to|how|why)|should|"
        r"must (?:not|never|learn|stop|start|act|understand)|deserves? (?:better|more|to)|(?<!to )(?<!must )(?<!can )(?<!not )shows? (?:how|that|why|just)|"
        r"(?:reveals?|demonstrates?|proves?|illustrates?|exposes?|signals?|reminds us|speaks? volumes)(?: how| that| just| why| a|,)|"
        r"raises? (?:a|the|deeper|serious|troubling|hard|new) ?(?:\w+ )?questions?|at the (?:core|heart|root) of|"
        r"(?:far|much|even) (?:too|worse|better|more (?:complex|important|serious|dangerous)))\b"
    ),
    "fr": re.compile(
        r"\b(?:hélas|malheureusement|heureusement|étonnamment|ironiquement|inévitablement|à tort|à juste titre|honteusement|"
        r"cruellement|terriblement|extraordinairement|péniblement|incontestablement|assurément|franchement|"
        r"(?:est|sont|était|sera|devient|comme|d'|c'est) ?(?:un|une|le|la|véritable|pur|pure|simple) (?:\w+ )?(?:erreur|désastre|honte|farce|mascarade|scandale|triomphe|folie|leurre|gâchis|"
        r"fiasco|illusion|imposture|miracle)|(?:est|sont|était|étaient|reste|restent|demeure) (?:\w+ment )?(?:absurdes?|cyniques?|irresponsables?|"
        r"honteux|honteuse|naïfs?|naïve|admirables?|déplorables?|scandaleux|scandaleuse|grotesques?|ridicules?|inévitables?|inquiétante?s?|"
        r"frappante?s?|remarquables?|désastreux|désastreuse)|"
        r"il s'agit (?:moins|plutôt|surtout)|la (?:\w+ )?question (?:est|était|reste|demeure) (?:de|qui|si|comment)|"
        r"il est (?:\w+ )?(?:évident|probable|possible|impossible|vrai|certain|difficile|facile|temps|tentant|juste) (?:\w+ )?(?:que|qu'|de|d')|"
        r"(?:devrait|devraient) (?:cesser|comprendre|apprendre|avoir honte|se souvenir)|montre (?:combien|à quel point|"
        r"que|bien)|(?:révèle|prouve|illustre|démontre) (?:combien|à quel point|que|bien)|au (?:cœur|fond) de|mérite (?:mieux|que)|"
        r"pose une (?:vraie |grave )?question|bien (?:plus|trop) (?:complexe|grave|tard))"
    ),
}
# What the writer expects: no judgement of a sentence that also tells what happened, and when or how much.
FORECAST = {
    "en": re.compile(
        r"\b(?:"
        r"(?:will|would|can|could|may|might) (?:most |very |almost |quite )?(?:likely|probably|surely|certainly|inevitably|undoubtedly|"
        r"never|hardly)|(?:is|are|was|were|seems?|looks?|appears?) (?:very |most |more |highly |less )?(?:likely|unlikely|"
        r"bound|destined|doomed|poised) to|(?:could|may|might) (?:well|yet|easily|still|also|soon|even)|(?:could|might) (?:mean|lead|spell|"
        r"become|prove|trigger|deepen|hurt|undermine|help|bring|turn|mark|reshape|backfire|unravel|end)|"
        r"may (?:be|become|prove|mean|lead|turn|have|need|end|not be|never)|risks? (?:becoming|losing|making|turning))\b"
    ),
    "fr": re.compile(
        r"\b(?:(?:risque|risquent) (?:fort )?(?:de|d')|(?:pourrait|pourraient) (?:bien|encore|même|signifier|conduire|devenir|marquer|changer)|"
        r"(?:sera|seront|restera|finira|finiront) (?:sans doute|probablement|certainement|toujours|jamais|bientôt))"
    ),
}
DATED = re.compile(
    r"(?i)\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)
# A party is named for a view: what it expects, fears or is for. Beside `lexicon.ATTRIBUTION`.
HOLDS = {
    "en": re.compile(
        r"\b(?:expects?|expected (?=.{0,60}\bto\b)|forecasts?|predicts?|predicted|projects|projected|believes?|fears?|feared|hopes?|"
        r"thinks?|plans?|pledged|urged|demanded|blamed|accused|criticised|criticized|praised|asked|considers?|rejects?|rejected|ruled|"
        r"found that|concluded|noted|quoted|tweeted|posted|vows|sees|wants?|calls for|"
        r"suggested|suspects?|acknowledged|admitted|admits|conceded|maintains|maintained|contends?|contended|cautioned|observes|recalled|telling|"
        r"in the (?:view|words|opinion) of|"
        r"(?:report|study|data|figures|survey|poll|document|documents|images|footage|results|census|video|photographs|records|research|"
        r"estimates|index|audit|test|tests) (?:\w+ ){0,8}?(?:shows?|showed|suggests?|suggested|reveals?|revealed|proves?))\b"
    ),
    "fr": re.compile(
        r"\b(?:s'attend à|table sur|prévoit|prévoient|prédit|craint|craignent|espère|espèrent|croit|pense|pensent|souhaite|souhaitent|"
        r"exige|réclame|accuse|dénonce|a (?:exigé|réclamé|accusé|dénoncé|jugé|conclu|demandé|rejeté|écrit|répondu|fait savoir|prévenu|averti)|"
        r"juge|écrit|aux yeux de|de l'avis de|d'après|(?:rapport|étude|données|chiffres|enquête|sondage|images|documents?) "
        r"(?:\w+ ){0,8}?(?:montre|montrent|révèle|révèlent))\b"
    ),
}
# "What Putin said" says what was said, and not who says this.
NOT_SAYING = re.compile(
    r"(?i)\b(?:what|whatever|which|everything|all) (?:[\w’'-]+ ){1,4}(?:said|says|told|promised)\b|\bso-called\b|called (?:off|on|up)\b|"
    r"\b(?:told|tells?) (?:the truth|a lie|lies|the story|its)\b|\bsees? through\b|\bfound (?:itself|himself|herself|themselves)\b|"
    r"\b(?:reason|right|let us|let's|cause|like|likes|seems?|appears?) (?:to )?(?:fear|hope|believe|think|want|say|blame|expect|suspect|ask)s?\b|"
    r"\b(?:should|must|ought to|needs? to|cannot|can't|let us|let's) (?:not |now |never |at last )?\w+|"
    r"\b(?:can|could|would) (?:\w+ )?(?:believe|say|think|deny|claim|expect|hope|want|suggest|argue|accept)\b|"
    r"\b(?:as|than) (?:expected|feared|hoped|promised|planned|announced)\b"
)
# "How citizens should vote" is a question that somebody else decides.
ASKED = re.compile(r"(?i)\b(?:how|whether|what|who|when|which|where|if)\b[^,.;]{0,50}\bshould\b")
REPORTED = {  # a state that news reports in the present tense
    "en": re.compile(
        r"(?i)\b(?:say|fear|hope|want|expect|demand|believe|blame|accuse|warn|remain|stay|continue|face|await|plan|oppose|support|"
        r"(?:is|are) (?:\w+ )?\w+(?:ing|ed|en|shut|set|due))\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:disent|craignent|espèrent|veulent|attendent|exigent|restent|demeurent|continuent|dénoncent|sont \w+(?:é|i|u)e?s)\b"
    ),
}
GENERAL = {
    "en": re.compile(
        r"(?:An?|Every|No|Nobody|Everyone|Everybody|Anyone|Any|Each|All|[A-Z][a-z]+(?:[^s\W]s|ies|men|people)) [a-z]"
    ),
    "fr": re.compile(r"(?:Une?|Chaque|Tout|Toute|Nul|Nulle|Personne|Aucune?|Les [a-zà-ÿ-]+s|On) [a-zà-ÿ]"),
}
PAST = {
    "en": re.compile(
        r"\b(?:was|were|had|did|has|have|been|said|told|began|came|became|took|went|made|gave|got|held|kept|left|lost|met|paid|ran|"
        r"rose|fell|saw|sent|shot|sold|spoke|stood|struck|won|wrote|brought|built|bought|broke|caught|chose|cut|drew|drove|fled|flew|"
        r"fought|found|grew|heard|hit|knew|laid|led|lay|put|quit|read|sank|sat|set|shut|sought|spent|split|spread|stole|swept|thought|"
        r"threw|understood|withdrew|\w{2,}ed)\b"
    ),
    "fr": re.compile(r"\b(?:a|ont|est|sont|s'est|se sont|avait|avaient|fut|furent) (?:\w+ )?(?:\w+(?:é|i|u|is|it|ert|aint|ait)e?s?|mort\w*|né\w*)\b|\w{3,}(?:èrent|irent|aient)\b|\b\w{3,}ait\b"),
}  # fmt: skip
AHEAD = re.compile(
    r"(?i)\b(?:will (?!likely|probably|never|surely)|(?:is|are) (?:now )?(?:set|due|scheduled|expected|to) |(?:doit|doivent|sera|seront|aura|auront|va|vont) )"
)
CONDITION = {
    "en": re.compile(r"(?:No )?[A-Z]?\w+ \w+ (?:only |best |always )?(?:when|whenever|if|unless|where|because)\b"),
    "fr": re.compile(r"(?:Les|Une?|Nulle?) [\w'-]+ (?:ne )?\w+ (?:que )?(?:quand|lorsque|si|dès que|parce que)\b"),
}
GOING_ON = re.compile(r"\b(?:is|are) (?:\w+ )?\w+ing\b|\best en train de\b|\bsont en train de\b")
STATE = re.compile(r"\b(?:is|are|be|being|isn't|aren't) (?:\w+ )?\w+ed\b")
# In a maxim nothing is counted; a share or a number of things makes a sentence one of fact.
COUNTED = re.compile(
    r"(?i)\d|\b(?:ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|a third|quarter|percent|per cent|under the (?:bill|law|plan|deal))\b|"
    r"\b(?:dix|douze|cent|mille|millions?|moitié|tiers|quart)\b"
)
ARRANGED = re.compile(r"\b(?:set|due|scheduled|expected) to\b|\b(?:doit|doivent) (?:se |être )")
# Verbs in the past that tell of a state, and no deed.
NO_DEED = {
    "en": re.compile(
        r"\b(?:was|were|had|did|has|have|been|meant|knew|thought|felt|seemed|appeared|remained|needed|wanted|mattered|belonged|"
        r"depended|deserved|lacked|proved|used to|supposed|needn't|it took|lay|sat|stood|(?:a|the|an) (?:\w+ )?(?:cut|set|split|spread|read|hit)|"
        r"well-\w+|so-called|(?:that|which|who) (?:is|are) \w+|limited|mixed|divided|united|armed|advanced|alleged|"
        r"(?:the|an?|its|their|his|her|of|most|more) (?:\w+ly )?\w+ed)\b"
    ),
    "fr": re.compile(
        r"\b(?:était|étaient|avait|avaient|semblait|paraissait|restait|fallait|pouvait|devait|savait|voulait|valait|existait|"
        r"(?:est|sont) (?:\w+ment |plus |si |très |aussi |déjà )?(?:\w+(?:i|u|is|it|ert|aint|ait)e?s?)|(?:est|sont) (?:un|une|le|la|les|l'\w+))(?! (?:été|\w+(?:é|i|u|is|it|ert)e?s?)\b)\b"
    ),
}
MOULD = 3, 11  # words of a clause that answers another
FEW, SHARE = 5, 0.15  # sentences in which a writer judges: as many, and such a part, make a piece an analysis


@lru_cache(maxsize=4096)  # asked of a whole report, and again of what may be told of it
def judged(text: str, language: str, *, view: bool = False) -> bool:
    """Tell whether the writer speaks here, and nobody else is named for it; in a `view` also by plain assertion."""
    rules = lexicon.JUDGEMENT.get(language), lexicon.ATTRIBUTION.get(language)
    if rules[0] is None or rules[1] is None:
        return False
    own = folded(QUOTED.sub("", prose(text)))
    plain = own.replace("May ", "mai ").lower()  # the rules are in small letters, and the month is no verb
    if MAXIM[language].search(plain):
        return True
    spoken = NOT_SAYING.sub("", ADJECTIVE[language].sub("", plain))
    if re.search(rules[1], spoken) or HOLDS[language].search(spoken):
        return False
    plain = ASKED.sub("", plain)
    if re.search(rules[0], plain) or WEIGHING[language].search(plain) or _voiced(plain, language):
        return True
    if FORECAST[language].search(plain) and not (_told_as_over(own, language) and DATED.search(own)):
        return True
    return _general(own, language) or (view and _asserts(own, language)) or _pictures(own, plain, language)


def _pictures(own: str, plain: str, language: str) -> bool:
    """Tell whether a sentence only says what something is like: "The opera house is a monument to vanity"."""
    return CHARACTER[language].search(plain) is not None and _asserts(own, language) and not DATED.search(own)


def _voiced(plain: str, language: str) -> bool:
    """Tell whether a sentence praises, blames, demands, is sure, or turns a phrase; what a rule asks for is no demand."""
    if WRITER[language].search(plain) or MIRRORED[language].search(plain) or _moulded(plain):
        return True
    return DEMANDS[language].search(plain) is not None and BY_RULE[language].search(plain) is None


def _moulded(plain: str) -> bool:
    """Tell whether two short clauses are cast in one mould: "the summer belonged to one, the autumn belonged to the other"."""
    first, mark, second = plain.partition(";")
    left, right = first.split(), second.split()
    if not mark or not MOULD[0] <= len(right) <= MOULD[1] or len(left) > MOULD[1] or re.search(r"\d", plain):
        return False
    same = {word for word in left if word in right} - {"the", "a", "le", "la", "les", "de"}
    return any(len(word) > MOULD[0] for word in same)


def is_view(verdicts: Sequence[bool]) -> bool:
    """Tell whether a piece is an analysis by how many of its sentences judge."""
    return sum(verdicts) >= FEW and sum(verdicts) >= SHARE * len(verdicts)


def _general(own: str, language: str) -> bool:
    """Tell a maxim: nobody is named, nothing counted, nothing over, and the subject is any of its kind."""
    if _told_as_over(own, language) or AHEAD.search(own) or COUNTED.search(own):
        return False
    if CONDITION[language].match(own):  # "Wars end when Halden is tired"
        return True
    return GENERAL[language].match(own) is not None and not names(own) and REPORTED[language].search(own) is None


def _asserts(own: str, language: str) -> bool:
    """Tell whether a sentence says how things are: no deed in it is done or under way, no figure given, no day announced.

    Of a deed a verb tells; that something "was" or "had" something tells of none, and a year or a month is no figure.
    """
    if re.search(r"\d", WHEN.sub(" ", own)) or GOING_ON.search(own):
        return False
    done = PAST[language].search(NO_DEED[language].sub(" ", STATE.sub(" ", own)))
    return done is None and not (AHEAD.search(own) and (DATED.search(own) or ARRANGED.search(own)))


def _told_as_over(own: str, language: str) -> bool:
    """Tell whether a verb is in the past; "is tired" is not."""
    return PAST[language].search(STATE.sub("", own)) is not None
