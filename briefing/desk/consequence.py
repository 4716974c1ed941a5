"""How grave what a sentence tells is: who died, who was convicted, who resigned, who won, who was hurt, what it costs.

The gravest fact of a report is often its shortest sentence ("Ten people died."), which neither its length nor its few
words would have told. Rules of form, English and French: a finite verb of one of the kinds below in a main clause, and
nothing supposed, feared, denied or long past.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.desk.text import folded

_SOME = (
    r"(?i:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"dozens|scores|hundreds|thousands|at least|more than|nearly|about|around|up to|all|both|a)"
)
_PEOPLE = r"(?i:people|persons|men|women|children|passengers|workers|soldiers|civilians|others?)"
_WAS = r"(?:was|were|is|are|has been|have been|had been|been)(?: also| now| later| \w+ly)?"
_SCORE = r"\d{1,3}\s?[-–—]\s?\d{1,3}"
_MONEY = r"(?:(?:[$€£¥]|US\$|C\$|CHF |EUR )\s?\d[\d,.]*|\d[\d,.]*\s?(?:m|bn|million|billion|trillion)\b)"
_SHARE = r"\d[\d,.]*\s?(?:%|per ?cent)"
_IS = r"(?:est|sont|était|étaient|a été|ont été|avait été|avaient été)(?: \w+ment)?"
_HAS = r"(?:a|ont|avait|avaient)(?: \w+ment)?"
# By language, the gravest first: deaths, verdicts, offices, results and votes, harm and arrests, sums, deals and damage.
KINDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        (
            (
                r"died|dies|perished|drowned|(?:is|are|was|were|been|found|shot|declared|pronounced) (?:\w+ )?dead|stabbed to death|"
                r"put (?:the|its) death toll|death toll (?:[\w-]+ ){0,4}?(?:is|was|rose|rises|risen|stands|stood|reached|climbed|passed|to)|"
                r"were no survivors"
            ),
            rf"{_WAS} (?:killed|murdered|assassinated|executed|shot dead|beheaded)",
            rf"kill(?:s|ed|ing) (?:the |his |her |its )?(?:{_SOME}|[A-Z]\w+)",
            rf"(?:lost|took|claimed) (?:his|her|their|{_SOME}) (?:\w+ )?li(?:fe|ves)|lives were lost",
            rf"{_SOME} (?:[\w-]+ ){{0,5}}survived|left {_SOME} (?:{_PEOPLE} )?dead|(?i:bodies) (?:\w+ )?(?:found|recovered)",
        ),
        (
            rf"{_WAS} (?:found )?(?:not )?guilty|found (?:\w+ ){{1,4}}(?:not )?guilty|pleaded (?:not )?guilty",
            rf"{_WAS} (?:convicted|acquitted|cleared|sentenced|jailed|imprisoned|extradited|fined|ordered to pay|disqualified|banned)",
            r"(?:convicted|acquitted|sentenced|jailed|fined) (?:the|him|her|them|a|[A-Z]\w+)",
            r"(?:got|was given|were given|received|was handed|were handed) (?:[\w-]+ ){0,4}(?:years|months|life|sentences?|fines?)",
            r"(?i:court|judges?|jury|tribunal) (?:\w+ ){0,2}(?:gave|ruled|overturned|upheld|struck down|dismissed|rejected|awarded|quashed)",
        ),
        (
            r"resign(?:s|ed)|(?:tendered|announced|handed in|submitted) (?:his|her|their) resignations?|(?:has |have )quit|quits?$",
            r"(?:stepped|steps|stood|stands|stepping|step) (?:down|aside)(?= |$)|abdicated|left office",
            (
                rf"{_WAS} (?:sacked|dismissed|fired|ousted|removed from office|suspended|impeached|re-?elected|elected|sworn in|"
                r"appointed|toppled|overthrown)"
            ),
            r"(?:sacked|dismissed|ousted|fired|appointed) (?:the|its|his|her|[A-Z]\w+)",
        ),
        (
            rf"(?:won|wins|win|beat|beats|defeated|defeats|lost|drew|thrashed|edged|finished|ended|tied)\b.*{_SCORE}",
            (
                r"(?:won|lost|secured|took|takes|wins|retained)\b.*(?:%|per ?cent|votes?|seats|election|referendum|title|final|"
                r"championship|cup|medal|gold|silver|bronze|prize|presidency|majority|race|match|game|series)"
            ),
            r"[A-Z][\w'-]+ (?:have |has )?(?:won|lost)$|conceded(?: defeat)?|declared (?:victory|the winner)",
            r"(?:passed|approved|rejected|failed|adopted|defeated|voted|carried|backed)\b.*\d+ (?:votes )?(?:to|against) \d+",
            (
                r"(?i:parliament|senate|council|congress|deputies|lawmakers|voters|members|assembly|bill|motion|law) (?:\w+ )?"
                r"(?:backed|passed|approved|rejected|failed|adopted|repealed)"
            ),
        ),
        (
            (
                rf"{_WAS} (?:injured|wounded|hurt|hospitali[sz]ed|arrested|detained|charged|kidnapped|trapped|rescued|"
                r"freed|shot(?! on| at)|stabbed|taken to (?:the )?hospital)"
            ),
            rf"{_SOME} (?:{_PEOPLE} )?(?:injured|wounded|homeless)|(?:injur|wound)(?:ed|ing|es|s) {_SOME}",
            rf"(?:arrest|charg|detain)(?:ed) (?:{_SOME}|[A-Z]\w+)|(?:is|are|remain|remained|was|were) (?:still )?missing",
        ),
        (
            r"(?:will|to|must|agreed to|has|have) pay\b.*\d|(?:paid|costs?|(?:is|are|was|were) worth|fetched|sold for|bought for|acquired for|raised|owes?)\b.*"
            + _MONEY,
            rf"(?:cut|cuts|lowered|raised|increased|accepted|settled|kept|left|fell|rose|dropped|jumped|plunged|climbed|grew|shrank)\b.*{_SHARE}",
            r"(?:cut|cuts|axes?|shed|slash\w*|lose|lost|create)\b.*(?:jobs|posts)|(?i:jobs|posts)\b.*(?:go|lost|cut|axed|shed)",
            (
                r"(?:agreed|declared|announced|accepted|broke)\b.*(?:ceasefire|truce)|(?i:ceasefire|truce) (?:\w+ ){0,2}(?:began|begins|"
                r"holds?|held|took effect|came into force|ended|collapsed)|signed|(?:went|is|declared) bankrupt|"
                r"(?:filed for|declared) bankruptcy|declared (?:war|independence|a state of emergency)"
            ),
            rf"{_WAS} (?:evacuated|displaced|flooded|destroyed|shut down|burnt|burned down)",
        ),
    ),
    "fr": (
        (
            rf"{_IS} (?:mort|morte|morts|mortes|décédée?s?|tuée?s?|assassinée?s?|abattue?s?|exécutée?s?)",
            rf"{_HAS} (?:péri|succombé|tué|survécu|perdu la vie|trouvé la mort|fait (?:[\w-]+ ){{1,4}}(?:morts?|victimes?))",
            r"s'est noyée?|se sont noyée?s|tuant|faisant (?:[\w-]+ ){1,3}morts?|bilan (?:\w+ )?(?:est|s'élève|atteint|passe|s'établit)",
        ),
        (
            rf"{_IS} (?:condamnée?s?|acquittée?s?|relaxée?s?|reconnue?s? (?:non )?coupables?|incarcérée?s?|écrouée?s?|extradée?s?)",
            rf"{_HAS} (?:condamné|acquitté|relaxé|écopé|plaidé)|condamne|acquitte|relaxe|écope",
        ),
        (
            rf"{_HAS} (?:démissionné|quitté (?:ses|leurs|son) (?:fonctions|poste)|abdiqué|(?:remis|présenté|annoncé) sa démission)|démissionne",
            rf"{_IS} (?:limogée?s?|destituée?s?|révoquée?s?|suspendue?s?|élue?s?|réélue?s?|nommée?s?|investie?s?|renversée?s?)",
        ),
        (
            rf"{_HAS} (?:battu|remporté|gagné|perdu|dominé|fait match nul|adopté|rejeté|approuvé|voté)|bat|remporte",
            r"s'est imposée?|se sont imposée?s|l'a emporté|l'ont emporté|l'emporte|s'incline|s'imposent?",
            rf"{_IS} (?:adoptée?s?|rejetée?s?|approuvée?s?)",
        ),
        (
            (
                rf"{_IS} (?:blessée?s?|hospitalisée?s?|arrêtée?s?|interpellée?s?|disparue?s?|portée?s? disparue?s?|"
                r"inculpée?s?|mise?s? en examen|libérée?s?)"
            ),
            rf"{_HAS} (?:blessé|arrêté|interpellé)",
        ),
        (
            (
                r"(?:supprim|coût|vers|pay|débours|rachèt|rachet|baiss|relèv|relev|abaiss|augment|recul|progress)\w*\b.*"
                r"(?:\d.*(?:euros|dollars|francs|millions?|milliards?|emplois|postes|%|pour cent)|[€$])"
            ),
            (
                r"(?:a|ont) (?:conclu|accepté|annoncé|rompu) (?:[\w-]+ ){1,3}?(?:cessez-le-feu|trêve)|(?:cessez-le-feu|trêve) (?:\w+ )?(?:est|a)|"
                r"(?:a|ont) (?:fait faillite|signé)"
            ),
        ),
    ),
}
# What is supposed, feared, denied or old is no fact of today's.
SUPPOSED = {
    "en": re.compile(
        r"(?i)\b(?:if|unless|could|would|might|may have|fear(?:s|ed)?|accused of|suspected of|risk\w*|threat\w*|"
        r"in (?:1\d|20)\d\d|(?:last|previous) year|(?:years|decades|months) (?:ago|earlier|before)|since (?:1\d|20)\d\d|"
        r"nobody|no one|was not|were not|did not|never)\b|n't\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:si|pourrai\w+|serai\w+|aurai\w+|crain\w+|accusée?s? d|soupçonnée?s? d|risqu\w+|mena\w+|en (?:1\d|20)\d\d|"
        r"l'an dernier|l'année dernière|il y a \w+ (?:ans|mois)|depuis (?:1\d|20)\d\d|personne n|n'a pas|n'ont pas|n'est pas)\b"
    ),
}
ASIDE = {
    "en": re.compile(r",? \b(?:who|whose|which|where)\b[^,.;]*"),
    "fr": re.compile(r",? \b(?:qui|dont|où|lequel|laquelle)\b[^,.;]*"),
}
_RULES = {
    language: tuple(re.compile(rf"\b(?:{'|'.join(forms)})(?!\w)") for forms in kinds)
    for language, kinds in KINDS.items()
}


@lru_cache(maxsize=512)  # a sentence is asked whether it may stand, and again when it is weighed
def gravity(text: str, language: str) -> int:
    """Say how grave what a sentence tells is: from 6, a death, to 1, a sum or a deal; 0 where it tells nothing of the kind."""
    rules = _RULES.get(language, ())
    plain = folded(text).rstrip(".!\"'”’ ")
    main = ASIDE[language].sub("", plain) if rules else ""
    grade = next((len(rules) - n for n, rule in enumerate(rules) if rule.search(main)), 0)
    return 0 if grade and SUPPOSED[language].search(plain) else grade
