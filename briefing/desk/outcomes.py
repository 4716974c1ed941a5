"""How a thing that was open came out, told under another verb: what was to hold burst, what was to be agreed was refused.

A question and the report that settles it seldom share their verb. The lexicon pairs the verbs of questions with those that
fulfil them or tell the contrary: antonyms and entailments as WordNet relates verbs (Fellbaum 1998, "A semantic network
of English verbs"), for what news asks. Only a report that is newer than the asking one is held against it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.desk.lexicon import ATTRIBUTION, JUDGEMENT
from briefing.desk.questions import verbs
from briefing.desk.text import folded, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

Need = Literal[
    "subject", "both", "either", "patient", "effect"
]  # what of a question the telling sentence must name beside its verb; an effect behind it
NAMED = 0.5  # share of the subject's, and of the object's, stems; the first of the subject always


class Outcome(NamedTuple):
    """Verbs by which a question asks, and the words that tell how it came out."""

    asks: str
    tells: str
    need: Need


_VOTED = (
    r"reject(?:s|ed)|refus(?:es|ed)|votes? down|voted down|votes? against|voted against|veto(?:es|ed)|turn(?:s|ed) down|throws? out|threw out|"
    r"block(?:s|ed)|sign(?:s|ed)|approv(?:es|ed)|pass(?:es|ed)|ratif(?:ies|ied)|adopt(?:s|ed)|accept(?:s|ed)|agre(?:es|ed)|"
    r"back(?:s|ed)|endors(?:es|ed)|scrap(?:s|ped)|scuttl(?:es|ed)"
)
_RULED = r"rul(?:es|ed)|upheld|upholds|struck down|strikes down|overturn(?:s|ed)|quash(?:es|ed)|sided with|dismiss(?:es|ed)|decid(?:es|ed)|voted"
_FOUND = (
    r"(?:was|were|been) (?:\w+ )?(?:found|located|recovered|rescued|freed|saved|discovered|identified)|found (?:dead|alive|safe)|(?:rescuers|divers|police|searchers|crews) (?:\w+ )?(?:found|recovered|"
    r"located|rescued)|bod(?:y|ies)|(?:pulled|brought) (?:\w+ )?(?:out|ashore)|turned up|surfaced|dead|died"
)
OUTCOMES = {
    "en": (
        Outcome("hold survive live stand withstand resist endure last", r"bursts?|collaps(?:es|ed)|g[ai]ves? way|given way|breach(?:es|ed)|fail(?:s|ed)|br[eo]aks?|broke(?:n)?|"
                r"crumbl(?:es|ed)|toppl(?:es|ed)|fell|falls|sinks?|sank|sunk|died|dies|held|survived|withstood|ended|expired|broke down|unravel(?:s|led)|swept away|washed away|cav(?:es|ed) in|c[ao]mes? down|crash(?:es|ed) down", "subject"),
        Outcome("arrive land dock", r"arriv(?:es|ed)|landed|docked|delay(?:s|ed)|postponed|cancell?ed|turned (?:back|away)|diverted|stranded", "subject"),
        Outcome("agree accept approve back pass ratify adopt endorse support sign reject veto oppose block", _VOTED, "both"),
        Outcome("agree accept approve back sign", r"walk(?:s|ed) (?:out|away)|br(?:oke|eaks?) (?:off|down|up)|collaps(?:es|ed)|without (?:a deal|an? (?:agreement|accord|result))", "either"),
        Outcome("reach reached", r"collaps(?:es|ed)|broke (?:down|off|up)|breaks? (?:down|off)|walk(?:s|ed) out|without (?:a deal|an? (?:agreement|accord|result))|reach(?:es|ed)|agre(?:es|ed)|"
                r"sign(?:s|ed)|struck|clinch(?:es|ed)|sealed|suspended", "subject"),
        Outcome("find found locate located rescue rescued identified happened fate whereabouts where identity", _FOUND, "patient"),
        Outcome("sink capsize", r"sank|sunk|sinks|went down|capsized|refloated|towed (?:in|to)|salvaged", "subject"),
        Outcome("fail collapse", r"fail(?:s|ed)|collaps(?:es|ed)|(?:was|were) (?:rescued|bailed out|saved)|(?:rescu|sav)(?:es|ed) the|bail(?:s|ed) out", "either"),
        Outcome("die recover", r"died|dies|dead|surviv(?:es|ed)|recover(?:s|ed)|left hospital|was discharged", "subject"),
        Outcome("win beat defeat", r"w[io]ns?|loses?|lost|beat|beats|beaten|defeat(?:s|ed)|knocked out|eliminated|drew|edged|crushed|clinched", "both"),
        Outcome("resign quit leave", r"resign(?:s|ed)|quits?|stepp?(?:s|ed) down|ousted|sacked|dismissed|fired|removed|stay(?:s|ed) on|clings? to|remains in office|left office", "subject"),
        Outcome("close shut reopen open restart resume keep", r"clos(?:es|ed)|shut|re-?open(?:s|ed)|open(?:s|ed)|(?:stay|remain|kept|keep)(?:s|ed)? (?:\w+ )?(?:closed|shut|open)|restarted|resumed|"
                r"abandoned|demolished|scrapped", "patient"),
        Outcome("release free released freed", r"releas(?:es|ed)|frees?|freed|executed|killed|handed over|escaped|walked free", "patient"),
        Outcome("appeal", r"appeal(?:s|ed)|(?:lodged|filed) an appeal|accept(?:s|ed) the|will not appeal", "subject"),
        Outcome("strike", r"walk(?:s|ed) (?:out|off)|call(?:s|ed) off|went on strike|struck|downed tools|suspended", "subject"),
        Outcome("rule decide vote verdict ruling decision", f"{_RULED}|{_VOTED}|found guilty|acquitted|convicted|cleared", "both"),
        Outcome("caused led", r"caus(?:es|ed)(?! by)|start(?:s|ed)(?! by)|spark(?:s|ed)(?! by)|trigger(?:s|ed)(?! by)|ignited(?! by)|set off|led to", "effect"),
        Outcome("caused led", r"(?:caused|started|sparked|triggered|ignited) by|blamed on|due to|the work of|because of", "patient"),
        Outcome("behind", r"claim(?:s|ed) responsibility|claimed the|said (?:it|they) (?:had )?carried out", "patient"),
    ),
    "fr": (
        Outcome("tiendra tiendront tiendra-t-il tiendra-t-elle tiendront-ils résistera résistera-t-il résistera-t-elle survivra survivra-t-il survivra-t-elle",
                r"a (?:cédé|rompu|tenu|résisté|survécu|lâché)|s'est (?:effondrée?|rompue?|écroulée?)|cède|s'effondre|ont (?:cédé|tenu)|est mort(?:e)?|a été rompue?", "subject"),
        Outcome("arrivera arrivera-t-il arrivera-t-elle arriveront", r"est arrivée?|sont arrivée?s|retardée?s?|reportée?s?|annulée?s?|a du retard", "subject"),
        Outcome("acceptera acceptera-t-il acceptera-t-elle approuvera approuvera-t-il approuvera-t-elle adoptera adoptera-t-il adoptera-t-elle signera signera-t-il signera-t-elle votera ratifiera "
                "approuver accepter adopter signer ratifier soutenir rejeter", r"(?:a|ont) (?:rejeté|refusé|repoussé|approuvé|adopté|signé|accepté|ratifié|bloqué|claqué la porte|dit non|voté)|rejette|refuse|adopte|approuve", "both"),
        Outcome("parviendront parviendra trouveront conclu conclure", r"ont échoué|a échoué|rompu|ont conclu|a conclu|se sont (?:séparés|entendus)|ont signé", "subject"),
        Outcome("rouvrira rouvrira-t-il rouvrira-t-elle rouvriront fermera fermera-t-il fermera-t-elle fermer rouvrir", r"(?:a|ont) (?:rouvert|fermé)|reste(?:nt)? fermée?s?|restera fermée?|fermée? définitivement|rouvre|ferme", "patient"),
        Outcome("démissionnera démissionnera-t-il démissionnera-t-elle démissionner quittera", r"a démissionné|démissionne|a quitté|limogée?|reste en poste|s'est retirée?", "subject"),
        Outcome("trouvée trouvé retrouvé sort auteurs identité", r"(?:a|ont) été (?:retrouvée?s?|identifiée?s?|secourue?s?)|retrouvée?s?|corps|est morte?|sont morte?s|a péri", "patient"),
        Outcome("cause causes origine causé provoqué", r"a (?:provoqué|causé|déclenché)|est dû à|due? à|à l'origine|causée? par|provoquée? par", "patient"),
    ),
}  # fmt: skip
# "did not hold", "refused to sign": that it was not done is told as a fact; "has not signed" says only: not yet.
UNDONE = {
    "en": re.compile(r"(?i)\b(?:did not|didn't|failed to|refused to|declined to|refuses to|fails to)\s+(?P<verb>\w+)"),
    "fr": re.compile(r"(?i)\bn'(?:a|ont) (?:finalement )?pas (?!encore|toujours|exclu)(?P<verb>\w+)"),
}
# What a sentence tells as possible, wanted or to come, settles nothing.
HEDGED = {
    "en": re.compile(
        r"(?i)\b(?:(?<!in )(?<!of )may(?! \d)|might|could|would|will|should|can|must|ought|if|whether|unless|perhaps|possibly|probably|likely|unlikely|reportedly|allegedly|apparently|suspected|"
        r"alleged|believed|thought|expected|set to|due to (?:\w+ly )?(?:be|vote|meet|rule|decide|arrive|open|close|sign)|hopes?|hoped|fears?|feared|wants?|wanted|seeks?|vowed|pledged|promised|threatened|urged|called "
        r"(?:on|for)|demanded|unclear|unknown|investigating|rumou?rs?|almost|nearly|not yet|in (?:1[89]|20)\d\d|last (?:year|month|week|summer|winter|spring|autumn|fall)|"
        r"(?:years?|months?|weeks|decades?) (?:ago|earlier|before))\b|n't\b|\bnot\b|\bno one\b|\bno (?:cause|decision)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:pourrai(?:t|ent)|devrai(?:t|ent)|peut-être|probablement|si|serai(?:t|ent)|aurai(?:t|ent)|ignore|doit|doivent|va|vont|prévoit|envisage|espère|craint|souhaite|"
        r"veut|veulent|demande|appelle|présumée?s?|soupçonnée?s?|semble|risque|failli|presque|pas|il y a|en (?:1[89]|20)\d\d|l'an dernier|l'année dernière)\b"
    ),
}
# Who may tell a fact by word: those who have it at first hand.
AUTHORITY = {
    "en": re.compile(
        r"(?i)\b(?:police|officials?|authorit(?:y|ies)|ministry|minister|government|firefighters|rescuers|rescue (?:services|workers)|coast ?guard|army|military|court|mayor|governor|operator|company|airline|"
        r"council|hospital|engineers?|investigators|prosecutors|spokes(?:man|woman|person)|agency|office|sheriff|president|union|fire chief|board|commission|inspectors|utility)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:police|autorités|ministère|ministre|gouvernement|pompiers|secouristes|secours|préfecture|préfet|armée|tribunal|maire|mairie|exploitant|compagnie|conseil|hôpital|enquêteurs|"
        r"parquet|porte-parole|agence|gendarmerie|présidence)\b"
    ),
}
# Who acts for a body is told for the body (metonymy).
FOR = {
    "senator": ("senat",), "lawmaker": ("parliament", "senat", "congress", "hous"), "legislator": ("parliament", "senat", "congress"), "mp": ("parliament",), "deputi": ("parliament",),
    "councillor": ("council",), "councilor": ("council",), "judg": ("court",), "justic": ("court",), "director": ("board",), "minister": ("government", "cabinet"), "member": ("union", "party"),
    "député": ("parlement", "assemblé"), "sénateur": ("sénat", "parlement"), "jug": ("tribunal",),
}  # fmt: skip
TO_COME = re.compile(r"\b(?:will|would|to) (?P<verb>[a-z]+)\b")
# A named party's own decision, though its deed is to come: "the company will close the plant, it announced".
DECISION = re.compile(
    r"\b(?:it|he|she|they) (?:announced|confirmed|decided)\b|\b(?:announced|confirmed|decided) (?:\w+day )?(?:that )?(?:it|they|he|she) (?:will|would)\b|\b(?:decided|agreed|voted|chose) to\b"
)
JOINED = re.compile(r", (?:and|but|while|et|mais) (?=the |an? |le |la |les |l')|; | while | whereas | tandis que ")
BESIDES = re.compile(r"\b(?:near|outside|beside|opposite|close to|près de) (?:the |an? |la |le )?\w+")
BESIDE, LAST = 40, 5  # characters before a verb of saying that hold its subject, words behind it
ADJUNCT = re.compile(
    r"(?i) (?:in|by|before|until|after|at|this|next|through|during|again|en|avant|cet|cette|dans|au|à|d'ici|lundi|mardi) "
)  # when, and not what
RELATIVE = re.compile(r" (?:that|which|who|qui|que|dont) ")
# One happening under two nouns.
EVENTS = (("blast", "explosion"), ("blasts", "explosions"), ("blaze", "fire"), ("collision", "crash"))
COUNTED = 0.6  # of what a question for a number says, that the sentence with the number has
NUMBER = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|no (?:one|\w+s))\b"
)
QUOTED = re.compile(r"[\"“«]")
SAME = re.compile(
    r"(?i)^(?:will|did|does|do|is|are|was|were|has|have|can|could|may|how|what|who|where|when|why|que|qui|est-ce|qu')\b"
)


def came_out(question: str, text: str, language: str) -> bool:
    """Tell whether a sentence of a newer report tells how what a question asks came out, under whatever verb."""
    plain, asked = _one_noun(folded(text).lower()), _one_noun(folded(question).lower().rstrip("? \u202f"))
    if language not in OUTCOMES or plain.endswith("?") or QUOTED.search(plain):
        return False
    undone = UNDONE[language].search(plain)
    bare = UNDONE[language].sub(lambda match: match["verb"], plain)
    decided = language == "en" and DECISION.search(plain) is not None
    if decided:
        plain = TO_COME.sub(lambda match: FORMS.get(match["verb"], (match.group(),))[0], plain)
        bare = TO_COME.sub(lambda match: FORMS.get(match["verb"], (match.group(),))[0], bare)
    if HEDGED[language].search(bare) or re.search(JUDGEMENT[language], plain, re.IGNORECASE):
        return False
    told = _told(plain, language)
    said = re.search(ATTRIBUTION[language], plain, re.IGNORECASE)
    trusted = said is None or decided or _first_hand(plain, said, language) or _of_itself(asked, plain, said, language)
    for asks, tells, need in _rules(language):
        verb = asks.search(asked)
        if verb is None:
            continue
        how = tells.search(plain)
        if how is not None:
            sure = trusted or (said is not None and how.start() <= said.start() < how.end())
            there = (
                frozenset(stems(plain[how.end() :], language))
                if need == "effect"
                else _told(_clause(plain, how), language)
            )
            if sure and _named(asked, verb, need, there, language):
                return True
        if trusted and _same(undone, verb.group(), language) and _named(asked, verb, need, told, language):
            return True
    return trusted and (
        _not_done(asked, undone, told, language) or _done(asked, plain, language) or _counted(asked, plain, language)
    )


def _one_noun(text: str) -> str:
    for other, noun in EVENTS:
        text = re.sub(rf"\b{other}\b", noun, text)
    return text


def _counted(asked: str, plain: str, language: str) -> bool:
    """Tell whether a sentence has the number for which a question asks."""
    if not asked.startswith("how many "):
        return False
    content = stems(asked.removeprefix("how many "), language)
    return NUMBER.search(plain) is not None and _share(content, frozenset(stems(plain, language))) >= COUNTED


def _clause(plain: str, how: re.Match[str]) -> str:
    """Give the clause of a verb: in "the mayor saw the dam, and the market held its prices" no dam held."""
    start = max((found.end() for found in JOINED.finditer(plain, 0, how.start())), default=0)
    end = JOINED.search(plain, how.end())
    return BESIDES.sub(" ", plain[start : end.start() if end else len(plain)])


def _told(plain: str, language: str) -> frozenset[str]:
    """Give what a sentence names: not the governor in "the governor's aide", but the senate in "senators"."""
    named = frozenset(stems(re.sub(r"\b(?!it's)\w+'s\b", " ", plain), language))
    return named.union(*(FOR[stem] for stem in sorted(named) if stem in FOR))


def _done(asked: str, plain: str, language: str) -> bool:
    """Tell whether a sentence tells a question's own verb as done: "Will the volcano erupt?", "the volcano erupted"."""
    if language != "en" or not asked.startswith("will "):
        return False
    verb = next(
        (
            found
            for found in re.finditer(r"(?<= )[a-z]+(?![\w'])", asked)
            if found.start() > SUBJECT and found.group() in FORMS
        ),
        None,
    )
    if verb is None:
        return False
    forms = "|".join(FORMS[verb.group()])
    how = re.search(rf"\b(?:{forms}|(?:decided|agreed|voted|chose) to {verb.group()})\b", plain)
    return how is not None and _named(asked, verb, "both", _told(_clause(plain, how), language), language)


def _of_itself(asked: str, plain: str, said: re.Match[str], language: str) -> bool:
    """Tell whether who says it is whom the question asks of: "Telco said that an update had caused its outage"."""
    near = re.sub(r"\d\S*", " ", re.split(r"[,;]", plain[: said.start()][-BESIDE:])[-1])
    speaker = frozenset(stems(near, language))
    return bool(speaker) and len(speaker & frozenset(stems(asked, language))) == len(speaker)


def _first_hand(plain: str, said: re.Match[str], language: str) -> bool:
    """Tell whether who is named beside "said" has it at first hand: before the verb, or behind it at the sentence's end."""
    before, after = plain[: said.start()][-BESIDE:], plain[said.end() :]
    behind = after if len(after.split()) <= LAST else ""
    return AUTHORITY[language].search(re.split(r"[,;]", before)[-1] or before) is not None or (
        AUTHORITY[language].search(behind) is not None
    )


SUBJECT = 8  # characters of "will the" before which no verb stands
FORMS: dict[str, tuple[str, ...]] = {}
for _form, _base in verbs.PAST.items():
    FORMS[_base] = (*FORMS.get(_base, ()), _form)


@lru_cache(maxsize=2)
def _rules(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str], Need], ...]:
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(one.asks.split(), key=len, reverse=True)))})(?![\w-])"), re.compile(rf"\b(?:{one.tells})(?!\w)"), one.need)
        for one in OUTCOMES[language]
    )  # fmt: skip


def _same(undone: re.Match[str] | None, verb: str, language: str) -> bool:
    return undone is not None and stems(undone["verb"], language)[:1] == stems(verb, language)[:1]


def _not_done(asked: str, undone: re.Match[str] | None, told: frozenset[str], language: str) -> bool:
    """Tell whether a sentence denies a question's own verb: "did not lift the ban"."""
    if undone is None:
        return False
    verb = re.search(rf"(?<![\w-]){re.escape(undone['verb'])}(?![\w-])", asked)
    return verb is not None and _named(asked, verb, "both", told, language)


def _named(asked: str, verb: re.Match[str], need: Need, told: frozenset[str], language: str) -> bool:
    """Tell whether a sentence names of whom, and of what, a question asks."""
    subject = stems(SAME.sub("", asked[: verb.start()]), language)
    taken = RELATIVE.split(asked[verb.end() :])[0]
    object_ = () if ADJUNCT.match(taken) else stems(taken, language)
    if need in ("patient", "effect"):
        return _most(object_ or subject, told)
    if need == "either":
        return _most(subject, told) or _most(object_, told)
    if not subject:
        return _most(object_, told)
    return _most(subject, told) and (need == "subject" or not object_ or _share(object_, told) >= NAMED)


def _most(content: Sequence[str], told: frozenset[str]) -> bool:
    return bool(content) and _share(content, told) >= NAMED and (content[0] in told or content[-1] in told)


def _share(content: Sequence[str], told: frozenset[str]) -> float:
    return len(told.intersection(content)) / len(set(content))
