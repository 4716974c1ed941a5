"""How grave what a sentence tells is: who died, who was found guilty, who resigned, who won, who was hurt, what it costs.

The gravest fact of a report is often its shortest sentence ("Ten people died."), which neither its length nor its few
words would have told. Rules of form, English and French: a finite verb of one of the kinds below in a main clause, and
nothing supposed, denied, feared or long past.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.desk.text import folded

NONE = 0
_PERSONS = r"(?:people|persons|men|women|children|passengers|workers|soldiers|civilians|others?)"
_SOME = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|dozens|"
    r"scores|hundreds|thousands|at least|more than|nearly|about|around|up to|all|both|a)"
)
_WAS = r"(?:was|were|is|are|has been|have been|had been|be|being|been|got)(?: also| now| later)?"
_SCORE = r"\b\d{1,3}\s?[-–—]\s?\d{1,3}\b"
_MONEY = r"(?:(?:[$€£¥]|US\$|C\$|CHF |EUR )\s?\d|\b\d[\d,.]*\s?(?:m|bn|million|billion|trillion)\b)"
# The gravest first.
KINDS = {
    "en": (
        rf"\b(?:died|dies|dead\b(?! heat| end| line)|perished|drowned|(?:was|were|been|are) (?:\w+ )?(?:killed|murdered|assassinated|executed)|"
        rf"kill(?:s|ed|ing) (?:the |his |her |its )?(?:{_SOME}|[A-Z]\w+)\b|death toll|(?:lost|took|claimed) (?:his|her|their|{_SOME}) (?:\w+ )?li(?:fe|ves)|"
        rf"survived (?=\.|$)|{_SOME} (?:[\w-]+ ){{0,5}}survived|left {_SOME} (?:{_PERSONS} )?dead)\b",
        rf"\b(?:{_WAS} (?:found )?(?:not )?guilty|found (?:\w+ ){{1,4}}(?:not )?guilty|{_WAS} (?:\w+ly )?(?:convicted|acquitted|cleared|sentenced|jailed|imprisoned|"
        r"extradited|fined|ordered to pay|disqualified|banned)|(?:convicted|acquitted|sentenced|jailed|fined) (?:the |him|her|them|[A-Z]|a )|pleaded (?:not )?guilty|"
        r"got (?:\w+ ){1,2}years|(?:court|judges?|jury|tribunal) (?:\w+ ){0,2}(?:ruled|overturned|upheld|struck down|dismissed|rejected|awarded|convicted|acquitted))\b",
        rf"\b(?:resign(?:s|ed)|(?:has |have )?quits?(?=[\s.])|(?:stepped|steps|stood|stands) (?:down|aside)|abdicated|{_WAS} (?:\w+ly )?(?:sacked|dismissed|fired|ousted|"
        r"removed from office|suspended|impeached|re-?elected|elected|sworn in|appointed|toppled|overthrown)|(?:sacked|dismissed|ousted|fired|appointed) (?:the |its |his |her |[A-Z]))\b",
        rf"(?:\b(?:won|wins|beat|beats|defeated|defeats|lost to|lost|drew|thrashed|edged|finished|ended)\b.*{_SCORE}|\b(?:won|lost|secured|took|takes|wins)\b.*"
        r"(?:\bper ?cent\b|%|\b(?:votes?|seats|election|referendum|title|final|championship|cup|medal|gold|prize|presidency|majority)\b)|"
        r"[A-Z][\w'-]+ (?:have |has )?(?:won|lost)(?=[\s.])|conceded defeat|"
        r"\b(?:passed|approved|rejected|failed|adopted|defeated|voted|carried)\b.*\b\d+ (?:votes )?(?:to|against) \d+|\b(?:parliament|senate|council|congress|deputies|"
        r"voters|members|assembly|bill|motion|law) (?:\w+ )?(?:passed|approved|rejected|failed|adopted|repealed)\b)",
        rf"\b(?:{_WAS} (?:\w+ly )?(?:injured|wounded|hurt|hospitali[sz]ed|arrested|detained|charged|kidnapped|trapped|evacuated|rescued|displaced|flooded|destroyed|"
        rf"shut down|closed|burnt|burned down|taken to (?:the )?hospital)|{_SOME} (?:{_PERSONS} )?(?:injured|wounded|missing|homeless)|"
        rf"(?:injur|wound)(?:ed|ing) {_SOME}|(?:is|are|remain|remained|was|were) (?:still )?missing)\b",
        rf"\b(?:(?:will|to|must|agreed to|has|have) pay|paid|cost|costs|is worth|(?:sold|bought|acquired) for|raised|cut|cuts|lowered|increased|accepted|settled)\b.*"
        rf"(?:{_MONEY}|%|\bper ?cent\b)|\b(?:cut|cuts|axes?|shed|slash\w*|lose|lost|create|go|goes)\b.*\b(?:jobs|posts)\b|\b(?:jobs|posts)\b.*\b(?:go|lost|cut|axed|shed)\b|"
        r"\b(?:signed|ceasefire|truce|bankrupt|bankruptcy|declared)\b",
    ),
    "fr": (
        r"\b(?:(?:est|sont|était|étaient) (?:\w+ )?(?:morte?s?|décédée?s?)|(?:a|ont|avait|avaient) (?:\w+ )?(?:péri|succombé|perdu la vie|trouvé la mort|fait \w+ (?:\w+ )?morts?)|"
        r"s(?:'est|e sont) noyée?s?|(?:a|ont) été (?:tuée?s?|assassinée?s?|abattue?s?|exécutée?s?)|(?:a|ont) tué|tuant|faisant (?:\w+ ){1,3}morts?|"
        r"fait (?:[\w-]+ ){1,4}(?:morts?|victimes?)|bilan (?:est|s'élève|atteint|passe|s'établit)|(?:a|ont) survécu|\d+ morts?)\b",
        r"\b(?:(?:a|ont|est|sont) (?:été )?(?:condamnée?s?|acquittée?s?|relaxée?s?|reconnue?s? (?:non )?coupables?|incarcérée?s?|écrouée?s?|extradée?s?)|(?:a|ont) (?:condamné|acquitté|relaxé|"
        r"écopé|plaidé)|(?:condamne|acquitte|relaxe)(?: |nt )|écope)\b",
        r"\b(?:(?:a|ont) (?:\w+ )?(?:démissionné|quitté (?:ses|leurs) fonctions|abdiqué)|démissionne|(?:a|ont) été (?:\w+ )?(?:limogée?s?|destituée?s?|révoquée?s?|suspendue?s?|élue?s?|réélue?s?|"
        r"nommée?s?|investie?s?|renversée?s?)|(?:est|sont) (?:réélue?s?|élue?s?)|remet(?:tra)? sa démission|a (?:remis|présenté) sa démission)\b",
        rf"(?:\b(?:(?:a|ont) (?:\w+ )?(?:battu|remporté|gagné|perdu|dominé|fait match nul)|s'est imposée?|se sont imposée?s|l'a emporté|l'emporte|bat|remporte)\b|{_SCORE}|"
        r"\b(?:(?:a|ont) (?:adopté|rejeté|approuvé|voté)|(?:a|ont) été (?:adoptée?s?|rejetée?s?|approuvée?s?))\b)",
        r"\b(?:(?:a|ont|est|sont) (?:été )?(?:\w+ment )?(?:blessée?s?|hospitalisée?s?|arrêtée?s?|interpellée?s?|évacuée?s?|disparue?s?|portée?s? disparue?s?|détruite?s?|inculpée?s?|mise?s? en examen)|"
        r"\w+ blessée?s?|a blessé)\b",
        r"\b(?:supprim\w+|coût\w+|vers\w+|pay\w+|débours\w+|rachèt\w+|rachat\w*|baiss\w+|relèv\w+|relev\w+|abaiss\w+|augment\w+)\b.*(?:\d.*(?:euros|dollars|francs|millions?|milliards?|emplois|postes|%|pour cent)|[€$])|"
        r"\b(?:cessez-le-feu|trêve|faillite)\b",
    ),
}
# What is supposed, feared, denied or old is no fact of today's.
SUPPOSED = {
    "en": re.compile(
        r"(?i)\b(?:if|unless|could|would|might|may have|fear(?:s|ed)?|accused of|suspected of|risk\w*|threat\w*|"
        r"in (?:1\d|20)\d\d|(?:last|previous) year|(?:years|decades|months) (?:ago|earlier|before)|since (?:1\d|20)\d\d|nobody|no one|was not|were not)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:si|pourrai\w+|serai\w+|aurai\w+|crain\w+|accusée?s? d|soupçonnée?s? d|risqu\w+|mena\w+|en (?:1\d|20)\d\d|l'an dernier|"
        r"l'année dernière|il y a \w+ (?:ans|mois)|depuis (?:1\d|20)\d\d|personne n|n'a pas|n'ont pas)\b"
    ),
}
ASIDE = {
    "en": re.compile(r",? \b(?:who|whose|which|where|in which)\b[^,.;]*"),
    "fr": re.compile(r",? \b(?:qui|dont|où|lequel|laquelle)\b[^,.;]*"),
}
_RULES = {language: tuple(re.compile(rule) for rule in rules) for language, rules in KINDS.items()}
GRAVEST = max(len(rules) for rules in KINDS.values())


@lru_cache(maxsize=512)  # a sentence is asked whether it may stand, and again when it is weighed
def gravity(text: str, language: str) -> int:
    """Say how grave what a sentence tells is: from 6, a death, to 1, a sum; 0 where it tells nothing of the kind."""
    rules = _RULES.get(language)
    if rules is None:
        return NONE
    plain = folded(text)
    if SUPPOSED[language].search(plain):
        return NONE
    main = ASIDE[language].sub("", plain)
    return next((GRAVEST - n for n, rule in enumerate(rules) if rule.search(main)), NONE)
