"""What leans on a sentence before: a pronoun that nobody in the sentence answers to, and phrases that point back.

"The mayor said that she will resign" answers its own "she"; "The council demanded that he publish it" answers neither.
English and French; elsewhere only the opening is looked at (`alone`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.text import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The opening of a sentence that points back: "this plan", "By that measure", « ce nombre ».
POINTING = {
    "en": r"\b(?:this|these|those) (?!(?:morning|afternoon|evening|week|weekend|month|year|summer|autumn|fall|winter|spring|"
    r"season|decade|century|newspaper|country|time)\b)\w|^(?:by|in|at|on|after|before|under|with|for|from|since|until|"
    r"despite|given|to) (?:that|such)\b|\bthat (?:number|figure|amount|sum|total|share|rate|measure|standard|decision|"
    r"move|plan|proposal|step|idea|case|day|night|moment|point|vote|ruling|report|deal)\b(?! (?:said|would|will)\b)|"
    r"^(?:(?:an?|one|two|three|four|five|six|ten|some|several|many|just|only|about|\d+|the) )*(?:next |following |previous )?"
    r"(?:minute|hour|day|night|morning|evening|afternoon|week|weekend|month|year|decade)s? (?:later|earlier|after(?:wards)?\b(?! \w+ing)|before)\b|"
    r"^the (?:next|following|previous) (?:day|night|morning|evening|week|month|year)\b|"
    r"\bthe (?:same|latter|former) (?:\w+ )?(?:number|figure|amount|sum|day|night|time|reason|man|woman|group)\b",
    "fr": r"\b(?:ce|cet|cette|ces) (?!(?:qui|que|qu|dont|matin|soir|midi|week-end|mois|semaine|année|été|automne|hiver|printemps|"
    r"nuit|après-midi|jeudi|lundi|mardi|mercredi|vendredi|samedi|dimanche)\b)\w|\b(?:ce|cet|cette|ces) [\w-]+-là\b|"
    r"^(?:(?:une?|deux|trois|quatre|cinq|dix|quelques|plusieurs|\d+) )(?:minutes?|heures?|jours?|nuits?|semaines?|mois|ans?|années?) "
    r"(?:plus tard|plus tôt|après|avant)\b|^(?:le lendemain|la veille|l'avant-veille|le surlendemain|le même jour|le soir même)\b|"
    r"(?<!\bil )\by (?:est|sont|a|ont|était|étaient)\b|\bc(?:e dernier|ette dernière|es derniers|es dernières)\b",
}
# Wherever it stands, this leans on a source or a day that was named before.
SAME = {
    "en": r"\bthe same (?:report|statement|source|official|figures?|interview|survey|study|document|press conference|day|evening)\b(?! as\b)",
    "fr": r"\b(?:le|la|les|du|de la|des|au|aux|ce) mêmes? (?:rapport|bilan|sources?|communiqué|chiffres?|entretien|étude|document|jour|soir)\b(?! que\b)",
}
# It adds to something that was said before; "not only …, but also" adds to its own sentence.
ADDING = {
    "en": r"(?<!\bbut )(?<!\band )(?<!\bwho )(?<!\bwhich )\b(?:also|likewise|similarly)\b(?! known as| called)",
    "fr": r"(?<!\bmais )(?<!\bet )(?<!\bqui )\b(?:également|aussi)\b(?! (?:bien|que|appelé|connu))",
}

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
# People by what they are; an ending that makes one, but for the things that have it too.
_ENDINGS = (
    r"(?!(?:water|weather|winter|summer|number|river|power|order|matter|paper|other|floor|door|sector|border|harbour|harbor|tower|later|after|"
    r"over|under|further|latter|whether|quarter|centre|center|corner|restaurant|plant|for|or|per|either|never|ever|error|factor|motor|her|"
    r"letter|offer|shelter|disaster|dinner|fever|cancer|quarter|chapter|paper|poster|tender|december|november|october|september|together|"
    r"however|rather|former|bigger|larger|smaller|higher|lower|older|younger|longer|shorter|greater|better|earlier|cover|layer|gender|"
    r"computer|printer|helicopter|trailer|container|reactor|tractor|monitor|mirror|terror|horror|labor|color|favor|flavor|major|minor|prior|"
    r"want|grant|important|significant|distant|recent|constant|tree|free|three|fee|see|degree|agree|committee|coffee|knee|list|exist|"
    r"twist|assist|mist|fist|artist-run|indian|russian|canadian|asian|italian|iranian|syrian|australian|christian|ukrainian)\b)"
    r"\w{2,}(?:er|or|ist|ian|ant|ee)s?"
)
HUMAN = {
    "en": re.compile(
        r"(?i)\b(?:m[ae]n|wom[ae]n|boys?|girls?|son|daughter|wife|husband|brother|sister|father|mother|mum|dad|friend|child|baby|infant|uncle|aunt|cousin|"
        r"suspect|victim|officer|president|chief|head|king|queen|prince|princess|pope|judge|pilot|guard|spokes\w+|chairm[ae]n|chairwoman|"
        r"chair|guest|patient|student|resident|boss|coach|captain|star|actress|duke|duchess|nurse|midwife|thief|host|champion|"
        r"anyone|anybody|someone|somebody|everyone|everybody|no one|nobody|who|whose|person|passenger|teen|parent|toddler|youth|adult|"
        rf"\w+-year-old|\w+man|\w+woman|hero|heroine|icon|veteran|native|bishop|priest|rapper|{_ENDINGS})\b"
    ),
    "fr": re.compile(
        r"(?i)(?<!\w)(?:hommes?|femmes?|fils|filles?|mari|épou(?:x|se)|frère|sœur|père|mère|amie?|enfant|suspecte?|victime|agente?|présidente?|"
        r"ministre|maire|roi|reine|pape|chef|cheffe|juge|avocate?|préf[eè]te?|députée?|sénat\w+|élève|joueu\w+|capitaine|garde|pilote|"
        r"porte-parole|évêque|prêtre|patronn?e?|témoin|qui|celui|celle|personne|quiconque|\w{2,}(?:eur|euse|trice|iste|ien|ienne|ier|ière))(?!\w)"
    ),
}
# A name, which may be a person's: no day, no month, no word that merely begins a sentence.
NAME = re.compile(
    r"\b(?!(?:The|An?|In|On|At|By|For|From|With|After|Before|When|While|As|But|And|Since|Until|Under|Over|Despite|According|Within|During|Last|Next|"
    r"This|That|These|Those|It|He|She|They|We|His|Her|Their|Its|If|Because|Although|Though|Once|Now|Then|There|Here|Not|No|What|Who|How|Why|"
    r"Court|Council|Police|Parliament|Congress|Senate|Ministry|Government|Officials?|Some|Many|Most|Each|Every|All|Both|One|Two|Three|"
    r"Le|La|Les|Une?|Des?|Du|Au|Aux|En|Dans|Pour|Par|Sur|Avec|Selon|Après|Avant|Ce|Cette|Ces|Il|Elle|Ils|Elles|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-ZÀ-Ý][\w’'-]*[a-zà-ÿ]"
)
ONE = {
    "en": re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is|[Hh]imself|[Hh]erself|hers)\b"),
    "fr": re.compile(
        r"(?:\b|(?<=qu'))(?:[Ii]l|[Ee]lle)\b(?! (?:est|était|a été|n'est) (?:\w+ment )?(?:\w+ )?(?:que|qu'|de|d'|clair|possible|temps)|"
        r" (?:y a|y avait|faut|fallait|s'agit|pleut|neige|reste|a fallu))"
    ),
}
MANY = {"en": re.compile(r"\b(?:[Tt]hey|[Tt]hem|[Tt]heirs?|[Tt]hemselves)\b")}
# Whoever "they" may be: a plural, a group, or two.
PLURAL = re.compile(
    r"(?i)\b(?:\w{2,}[^s\Wui]s|\w{2,}ies|people|men|women|children|police|families|family|couple|pair|team|crew|group|company|government|council|"
    r"party|club|band|staff|army|committee|commission|ministry|board|bank|firm|union|agency|public|and|who|everyone|anyone|someone|each|"
    r"\w+men|\w+women|teen|student|person|user|customer|child|none|no one|nobody|half|most|many|some|few|hundreds)\b"
)
SINGULAR = frozenset("fils boss actress duchess princess hostess waitress witness heiress goddess".split())
# Where a clause ends: "Orrin invited him" speaks of two, "Orrin said they invited him" may speak of one.
CLAUSE = re.compile(
    r"[,;:–—-] |\b(?:that|who|which|when|where|while|as|after|before|if|because|since|and|but|or|said|says|told|of|to|for|with)\b"
)
ELSE = re.compile(r"(?:Like|Unlike|Along with|Besides|Apart from|Comme|Outre) ")  # somebody else is named here
# Before a name of a place or a paper, and names of nobody.
PLACED = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Oo]n|[Oo]f|[Tt]he|[Aa]cross|[Oo]utside|[Ii]nto|[Vv]ia|à|en|de|du|la|le|les|aux?)|[dDlL]') ?(?:[A-ZÀ-Ý][\w’'-]+ )*$"
)
NOBODY = re.compile(
    r"(?:[A-ZÀ-Ý][\w’'-]+ ){0,3}(?:House|Office|Court|Council|Ministry|Department|Police|Party|Union|Bank|Group|Times|Post|News|Press|Agency|University|"
    r"Institute|Committee|Commission|Authority|Service|Street|Kremlin|Daily|Herald|Guardian|Journal|Today|Facebook|Twitter|YouTube|Reuters)\b|"
    r"(?:Russia|China|France|Germany|Britain|India|Iran|Israel|Ukraine|Canada|America|Europe|London|Paris|Washington|Moscow|Beijing|Kyiv|English|French|German|"
    r"British|American|Russian|Chinese|Indian|European|Canadian|Islamic|Video|Doctors|Authorities|Investigators|Prosecutors|Lawmakers|Residents|Relatives|Witnesses|Sources|Officers|Officials|Neighbours|Neighbors|Experts|Analysts|Critics|Parents|Reporters|Friends|Fans)\b"
)
# An "it" that something is done to.
OBJECT = re.compile(
    r"(?i)(?P<verb>\b\w+) it(?=[.,;]|$| (?:all|on|in|at|by|with|from|into|before|after|until|within|next|last|this|today|tomorrow|immediately|again|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
# An "it" behind a preposition, at a sentence's end or before a day: "is to vote on it", "will decide about it on Friday".
ABOUT_IT = re.compile(
    r"(?i)\b(?P<verb>on|about|against|for|of|over|to) it(?=[.,;]|$| (?:on|in|at|by|before|after|until|next|last|this|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
NO_OBJECT = frozenset(
    "that if whether because as when and but or is was has had will would said says than make made makes making so".split()
)
WHERE = re.compile(r"\b(?:of|from|in|at|near|on) (?:the |an? )?\w+")
_A_THING = re.compile(
    r"(?i)\b(?:the|an?|its|their|his|her|this|each|every|any|some|no|new|\d[\d,.]*|[\w-]+'s) (?:[\w'-]+ ){0,2}?"
    r"(?!(?:council|court|government|ministry|minister|president|mayor|parliament|senate|congress|committee|commission|board|party|union|police|"
    r"deputies|lawmakers|members?|voters?|residents?|opposition|cabinet|assembly|chamber|house|judges?|leaders?|he|she|they|it|on|at|by|to|and|or|will|would|has|have|had|vote|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|"
    r"\w+(?:er|or|ist)s?)\b)[a-z][\w'-]*[a-z]"
)
_NOUNS = (
    r"(?:men|women|brothers|sisters|sides|countries|nations|states|leaders|companies|firms|teams|parties|clubs|cities|officers|boys|girls|"
    r"students|victims|suspects|rivals|neighbours|neighbors|allies|presidents|ministers|candidates|groups|agencies|players|men and women)"
)
# What points at something said before, wherever it stands, unless its own sentence has said it.
BACK_TO = {
    "en": re.compile(
        r"(?i)\b(?:on|at|in|by|since|from|until|after|before|during|for|to|of|about) that (?P<noun>day|date|night|occasion|meeting|evening|morning|week|month|year|"
        r"moment|point|time|stage|hour|vote|summit|visit|attack|ruling|decision|plan|deal|report|move|proposal)\b(?! (?:when|that|which|where|of)\b)|"
        r"\bthat (?P<thing>date|occasion|meeting|summit|vote|plan|deal|proposal|ruling|decision|law|bill|offer)\b(?=[.,;]| (?:is|was|has|had|may|will|would|could|with|in|on|by|and)\b)|"
        r"\bthe (?:following|previous|next) (?P<when>day|night|morning|evening|week|month|year)\b|\bthe (?P<day>day|night|year|week|month) (?:before|after)(?=[.,;]|$)|"
        rf"\b(?:the (?P<two>two|three|four)|both) (?P<many>{_NOUNS})\b(?! (?:who|of|that|which|from|killed|accused|charged|named|in)\b)|"
        r"\bthe (?P<last>former|latter|pair|duo|trio|others)(?=[.,;]| (?:is|was|were|are|has|have|had|said|will|would|also|met|agreed|of whom|did|could|may)\b)|"
        r"\bboth(?=[.,;]| (?:said|were|are|have|had|will|would|denied|agreed|deny|pleaded|died|of them|of whom)\b)|"
        r"(?<!\bare )(?<!\bis )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\bthere(?=[.,;]|$| (?:on|in|since|for|by|and|were under|last|this)\b)"
    ),
    "fr": re.compile(
        r"(?i)\b(?:ce|cet|cette|ces) [\w-]+-l[àa]\b|\b(?:à|de|lors de|pour|depuis|avant|après|pendant) (?:cette|ce|cet) (?P<noun>date|occasion|jour|moment|réunion|vote|décision|projet|texte|plan|accord|visite|rencontre|époque)\b|"
        r"\b(?:les|des|aux) deux (?P<many>hommes|femmes|frères|sœurs|camps|pays|parties|dirigeants|entreprises|sociétés|villes|présidents|ministres|candidats|équipes|"
        r"clubs|voisins|alliés|rivaux|groupes|victimes|suspects)\b(?! (?:qui|que|dont|de|du|des)\b)|\btous (?:les )?deux\b|\btoutes (?:les )?deux\b|"
        r"\b(?:ce dernier|cette dernière|ces derniers|ces dernières)\b|\bce(?:lui|lle|ux|lles)-(?:ci|là)\b|\b(?:le lendemain|la veille)(?=[.,;]|$)"
    ),
}
# Without one of these no phrase can point away: looked for first, because it is faster.
HINTS = {
    "en": (
        "that ",
        "Both ",
        "there",
        "both ",
        " two ",
        " three ",
        " four ",
        "former",
        "latter",
        " pair",
        " duo",
        " trio",
        "others",
        "following",
        "previous",
        "the next",
        " before",
        " after",
        "both.",
    ),
}
TWO = re.compile(
    r"[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)*,? (?:and|et|with|avec|against|contre) (?:the |le |la |les |l'|of |de )?(?:[a-z]+ ){0,3}[A-ZÀ-Ý]|\b(?:two|deux) \w+.{0,60}\b(?:the two|les deux)|, (?:an?|the) [^,]+ and (?:an?|the) "
)
DATE = re.compile(
    r"(?i)\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:yesterday|today|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|the day|when)\b"
)
# Roles in a contest or a case: whom they name was said before, where they open a sentence bare.
SUCH = re.compile(
    r"^(?:\W*\w+\W+){0,6}?(?:such (?:an? )?(?!as\b|a thing|people)\w)|"
    r"^[^,;]*\b(?:said|says|warned|argued|told \w+|added|believes?|insisted) (?:that )?such (?!as\b)"
)
# "Critics say that's far too little", "he denied that": what "that" is was said before.
SAYS_SO = re.compile(
    r"\b(?:[Ss]ay|[Ss]aid|[Ss]ays|[Bb]elieves?|[Tt]hinks?|[Kk]nows?|[Dd]eny|[Dd]enies|[Dd]enied|[Dd]oubts?|[Dd]isputes?|[Cc]all(?:s|ed)?) (?:that|this|so)(?=[.,;]|$|'s\b)"
)
BARE = re.compile(
    r"(?:Both|Neither|The (?:favourites|favorites|hosts|visitors|home side|visiting side|champions|holders|newcomers|youngsters?|underdogs|pair|duo|trio|former|latter|others|"
    r"deceased|accused|culprits?|incidents?|plan|proposal|scheme|move|measure|measures|changes|findings|announcement|remarks?|comments?|"
    r"allegations|claims|decision|ruling|deal|agreement|bill|text|draft|list|figures?|study|survey|inquiry|probe|fund|project|scheme|system|law)"
    r"(?= (?:was|were|is|are|has|have|had|will|would|could|came|drew|won|lost|led|took|follow\w*|comes?|did|went|made|gave|beat|also|\w+ed)\b))"
)


@lru_cache(maxsize=1024)  # a sentence is asked for its name, and then whether it stands alone
def unanswered(text: str, language: str) -> re.Match[str] | None:
    """Find the first pronoun of a sentence, outside its quotations, that no person, group or thing before it answers to."""
    own = _plain(text)
    for rule, answer in _pronouns(language):
        for found in rule.finditer(own):
            before = own[: found.start()]
            if not answer(before) or (found.group() in ("him", "them") and not CLAUSE.search(before)):
                return found
    if language == "en":
        for found in (*OBJECT.finditer(own), *ABOUT_IT.finditer(own)):
            if found["verb"].lower() not in NO_OBJECT and not _A_THING.search(
                WHERE.sub("", own[: found.start("verb")])
            ):
                return found
    return None


def _pronouns(language: str) -> Iterator[tuple[re.Pattern[str], Callable[[str], bool]]]:
    if language in ONE:
        yield ONE[language], lambda before: _somebody(before, language)
    if language in MANY:
        yield MANY[language], lambda before: PLURAL.search(before) is not None


def _somebody(before: str, language: str) -> bool:
    """Tell whether one person is spoken of: by what they are, in the singular, or by a name that is no place's or office's."""
    if ELSE.match(before):
        return False
    if any(not found.group().endswith("s") or found.group() in SINGULAR for found in HUMAN[language].finditer(before)):
        return True
    return any(
        PLACED.search(before[: found.start()]) is None and NOBODY.match(before[found.start() :]) is None
        for found in NAME.finditer(before)
    )


def points_away(text: str, language: str) -> bool:
    """Tell whether a phrase anywhere in a sentence points at a day, a pair or a plan that another sentence names."""
    rule, own = BACK_TO.get(language), _plain(text)
    if rule is None:
        return False
    if language == "en" and (BARE.match(own) or SUCH.search(own) or SAYS_SO.search(own)):
        return True
    if language in HINTS and not any(hint in own for hint in HINTS[language]):
        return False
    return any(not _said_before(found, own) for found in rule.finditer(own))


def _said_before(found: re.Match[str], own: str) -> bool:
    """Tell whether a sentence itself has said what a phrase of it points at."""
    named, before = found.groupdict(), own[: found.start()]
    if named.get("many") or found.group().lower().startswith(
        ("both", "the former", "the latter", "the pair", "the duo", "the trio", "tous", "toutes")
    ):
        return TWO.search(own) is not None
    noun = named.get("noun") or named.get("thing") or named.get("when") or named.get("day")
    if noun and noun in before.lower():
        return True
    if found.group().lower() == "there":
        return NAME.search(before) is not None or re.search(r"\b(?:in|at|to|from) (?:the|an?) ", before) is not None
    if (
        found.group()
        .lower()
        .startswith(("celui", "celle", "ceux", "ce dernier", "cette dernière", "ces derni", "the others"))
    ):
        return re.search(r"[,;]|\b(?:et|mais|que|and|but)\b", before) is not None  # a clause that may have named it
    return DATE.search(before) is not None


def _plain(text: str) -> str:
    """Blank a text's quotations, as long as they were."""
    return QUOTED.sub(lambda found: "“" + " " * (len(found.group()) - 2) + "”", folded(text))
