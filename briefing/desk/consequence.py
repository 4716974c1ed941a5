"""How grave what a sentence tells is: who died, who was convicted, who resigned, who won, who was hurt, what it costs.

The gravest fact of a report is often its shortest sentence ("Ten people died."), which neither its length nor its few
words would have told. Rules of form, English and French: a finite verb of one of the kinds below in a main clause, and
nothing supposed, feared, denied or long past.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.desk.text import folded, prose

_SOME = (
    r"(?i:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"dozens|scores|hundreds|thousands|at least|more than|nearly|about|around|up to|all|both|a)"
)
_PEOPLE = r"(?i:people|persons|men|women|children|passengers|workers|soldiers|civilians|others?)"
_MORE = rf"(?!a\b){_SOME}"  # a number of them: "three dead", not "a dead whale"
_WAS = r"(?:was|were|is|are|has been|have been|had been|been)(?: also| now| later| \w+ly)?"
_SCORE = r"\d{1,3}\s?[-–—]\s?\d{1,3}"
_MONEY = r"(?:(?:[$€£¥]|US\$|C\$|CHF |EUR )\s?\d[\d,.]*|\d[\d,.]*\s?(?:m|bn|million|billion|trillion|crowns|kroner|kronor|euros|dollars|pounds|francs|yen|rupees|rand|pesos|roubles)\b)"
_SHARE = r"\d[\d,.]*\s?(?:%|per ?cent)"
_IS = r"(?:est|sont|était|étaient|a été|ont été|avait été|avaient été)(?: \w+ment)?"
_HAS = r"(?:a|ont|avait|avaient)(?: \w+ment)?"
# What broke, sank, left the rails or blew up, and what struck: grave before anybody has counted.
_WORDS = r"(?:[\w'-]+,? ){0,8}?"
_EVENTS_EN = (
    (
        rf"(?i:dam|dyke|dike|levee|bridge|roof|building|tower|tunnel|mine|pit|wall|crane|balcony|embankment|scaffold\w*|ceiling|hall|hotel|school|pier|stadium) {_WORDS}"
        r"(?:broke(?! ground| even)|burst|bursts|breaks|collaps(?:ed|es)|caved in|caves in|gave way|gives way|toppled|came down|crumbled)"
    ),
    (
        rf"(?i:ship|ferry|ferries|boat|trawler|tanker|vessel|barge|submarine|yacht|freighter|dinghy|liner) {_WORDS}"
        r"(?:sank|sinks|capsize[sd]|ran aground|runs aground|went down|goes down|overturn(?:s|ed)|foundered|caught fire|collide[sd]|exploded)"
    ),
    (
        rf"(?i:trains?|tram|bus|coach|plane|airliner|jet|helicopter|aircraft|lorry|truck|van|cable car) {_WORDS}"
        r"(?:derail(?:s|ed)|crash(?:es|ed)|plunge[sd]|overturn(?:s|ed)|came off|left (?:the|a) (?:\w+ )?(?:rails|tracks|road)|collide[sd]|caught fire|exploded|jumped the (?:rails|tracks))"
    ),
    rf"(?i:bomb|bombs|car bomb|tanker|factory|plant|depot|pipeline|reactor|volcano|mine|shell|grenade|rocket|gas) {_WORDS}(?:explode[sd]|detonated|went off|blew up|erupt(?:s|ed))",
    (
        rf"(?i:explosions?|blast|fire|blaze|earthquake|quake|tsunami|tornado|hurricane|avalanche|landslide|mudslide|floods?|cyclone|typhoon|wildfire|shooting) {_WORDS}"
        r"(?:struck|strikes|hit|hits|shook|shakes|rocked|rocks|tore|tears|swept|sweeps|destroy(?:s|ed)|ripped|rips|broke out|buried|buries|erupted|levelled|devastate[sd]|ravage[sd]|engulf(?:s|ed)|gutted)"
    ),
)
_EVENTS_FR = (
    rf"(?i:barrage|digue|pont|toit|immeuble|bâtiment|mur|tunnel|mine|tribune|grue|balcon|plafond|tour) {_WORDS}(?:a (?:cédé|rompu)|cède|s'est (?:effondr|romp|écroul)\w+|s'effondre|s'écroule)",
    rf"(?i:navire|ferry|bateau|chalutier|pétrolier|cargo|voilier|paquebot) {_WORDS}(?:a (?:coulé|chaviré|sombré)|coule|chavire|sombre|s'est (?:échou|renvers)\w+|s'échoue)",
    rf"(?i:train|car|bus|autocar|avion|hélicoptère|tramway|camion|téléphérique) {_WORDS}(?:a (?:déraillé|percuté|plongé|chuté|quitté la (?:voie|route|chaussée))|déraille|s'est (?:écras|renvers|encastr)\w+|s'écrase)",
    rf"(?i:bombe|usine|dépôt|réacteur|volcan|voiture|citerne) {_WORDS}(?:a (?:explosé|sauté)|explose|est entrée? en éruption)",
    (
        rf"(?i:explosion|séisme|tempête|avalanche|incendie|ouragan|cyclone|tremblement de terre|glissement de terrain|inondations?|tornade|feu) {_WORDS}"
        r"(?:(?:a|ont) (?:frappé|secoué|touché|ravagé|détruit|emporté|dévasté)|s'est (?:produit|déclar)\w+|frappe|secoue|ravage)"
    ),
)
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
            rf"(?:drown|bury|claim|murder|massacr|execut)(?:s|ed|ing|ying) (?:the lives of |the life of )?{_MORE}|claim(?:s|ed|ing) the li(?:fe|ves) of",
            rf"cost(?:s|ing)? (?:[\w-]+ ){{0,4}}li(?:fe|ves)|{_MORE} (?:{_PEOPLE} )?(?:\w+ )?dead\b(?! (?:end|heat|line|lock))",
            (
                r"passed away|passes away|succumb(?:s|ed)(?: to)?|gunned down|(?:took|takes) (?:his|her) own life|killed (?:him|her)self|"
                r"(?:burned|burnt|froze|frozen|starved|beaten|trampled|crushed|bled|choked|hacked|mauled|gored|shot|beat) (?:[\w'-]+ ){0,4}to death|(?:suffocated|drowns?|perish)(?: in\b|$)|"
                r"fatal(?:ly)? (?:\w+ )?(?:injur|wound|stab|shot)\w*|(?i:nobody|no one|none)(?: of)? (?:[\w-]+ ){0,4}survived|lost at sea"
            ),
            rf"{_SOME} (?:[\w-]+ ){{0,5}}survived|left {_SOME} (?:{_PEOPLE} )?dead|(?i:bodies) (?:\w+ )?(?:found|recovered)",
        ),
        (
            rf"{_WAS} (?:found )?(?:not )?guilty|found (?:\w+ ){{1,4}}(?:not )?guilty|pleaded (?:not )?guilty",
            rf"{_WAS} (?:convicted|acquitted|cleared|sentenced|jailed|imprisoned|extradited|fined|ordered to pay|disqualified|banned)",
            r"(?:goes|go|went|sent|returned) to (?:prison|jail)\b|must (?:serve|spend) |walk(?:s|ed) free|charges (?:\w+ ){0,3}(?:were|have been) dropped",
            r"(?:convict|acquit|sentence|jail|fine|clear)(?:s|d|ed|ts|ted) (?:the (?!way|air|path|deck)|him|her|them|[A-Z]\w+)",
            r"(?:got|was given|were given|received|was handed|were handed) (?:[\w-]+ ){0,4}(?:years|months|life|sentences?|fines?)",
            r"(?i:court|judges?|jury|tribunal) (?:\w+ ){0,2}(?:ruled(?! on)|overturn(?:s|ed)|upheld|upholds|struck down|strikes down|annul(?:s|led)|dismissed|rejected|awarded|quashe[sd])",
            r"(?:gave|handed|gives|hands) (?:the|him|her|them|[A-Z]\w+) (?:[\w-]+ ){0,3}(?:years|months|life|sentences?|fines?)",
        ),
        (
            r"resign(?:s|ed)|(?:tendered|announced|handed in|submitted) (?:his|her|their) resignations?|(?:has |have )quit|quits?$|(?:[A-Z][\w'-]+|he|she|who) quits?\b(?! smoking)",
            (
                r"(?:gave|gives|giving) up (?:his|her|the) (?:post|office|seat|job|leadership|presidency)|(?:left|leaves|lost|loses|losing) (?:his|her|the) "
                r"(?:post|office|job)\b|bow(?:s|ed)? out|throws? in the towel|relinquishe[sd]|(?:is|are) (?:leaving|out of) office|[A-Z]\w+ (?:is|are) (?:out|gone)$|"
                r"(?:becomes|became|takes over as|took over as|named as) (?:the )?(?:new |next )?(?:\w+ )?(?:minister|president|chancellor|governor|mayor|pope|king|queen|chief)\b"
            ),
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
            r"[A-Z][\w'-]+ (?:have |has )?(?:won|lost)(?:$| (?:by|on|with|again|outright|after|for)\b)|triumphed|prevailed|conceded(?: defeat)?|declared (?:victory|the winner)",
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
            (
                rf"(?:rescue[sd]?|freed|frees|saved|saves|evacuated) (?:the |all )?(?:{_SOME} )?(?:\w+ )?(?:{_PEOPLE}|miners|hikers|climbers|sailors|crew|hostages|pupils|migrants|survivors)|"
                r"(?:found|pulled|brought|dug|taken|came|walked|got|are|is|were|was|been) (?:[\w-]+ ){0,4}(?:alive(?! and kicking)|unharmed|unhurt|to safety|to the surface)|"
                r"pulled (?:\w+ )?(?:from|out of) (?:the |a )?(?:rubble|wreck\w*|water|sea|debris|ruins)|(?:were|was|been|are|is) (?:saved|released|abducted|hijacked)|"
                r"(?:abduct|kidnap|hijack)(?:s|ed|ped) |opened fire|(?:has|have) (?:disappeared|vanished)"
            ),
            *_EVENTS_EN,
            r"number of (?:the )?(?:injured|wounded|hurt|missing|victims|casualties) (?:\w+ )?(?:rose|risen|rises|climbed|climbs|reached|stands|grew|is|was)\b",
            rf"(?:arrest|charg|detain)(?:ed) (?:{_SOME}|[A-Z]\w+)|(?:is|are|remain|remained|was|were) (?:still )?missing",
        ),
        (
            r"(?:will|to|must|agreed to|has|have) pay\b.*\d|(?:paid|costs?|(?:is|are|was|were) worth|fetched|sold for|bought for|acquired for|raised|owes?)\b.*"
            + _MONEY,
            rf"(?:cut|cuts|lowered|raised|increased|accepted|settled|kept|left|fell|rose|dropped|jumped|plunged|climbed|grew|shrank)\b.*{_SHARE}",
            rf"(?:fire[sd]|sack(?:s|ed)|dismiss(?:es|ed)|lay(?:s|ing)? off|laid off|let go(?: of)?) (?:the |its )?(?!a\b){_SOME}",
            r"(?:cut|cuts|axes?|shed|slash\w*|lose|lost|create)\b.*(?:jobs|posts)|(?i:jobs|posts)\b.*(?:go|lost|cut|axed|shed)",
            (
                r"(?:agreed|declared|announced|accepted|broke)\b.*(?:ceasefire|truce)|(?i:ceasefire|truce) (?:\w+ ){0,2}(?:began|begins|"
                r"holds?|held|took effect|came into force|ended|collapsed)|signed|(?:went|is|declared) bankrupt|"
                r"(?:filed for|declared) bankruptcy|declared (?:war|independence|a state of emergency)"
            ),
            rf"{_WAS} (?:evacuated|displaced|flooded|destroyed|shut down|burnt|burned down)",
            r"(?:close|closes|closed|closing|shut|shuts) (?:for good|for ever|forever|permanently|its doors|down)\b",
        ),
    ),
    "fr": (
        (
            rf"{_IS} (?:mort|morte|morts|mortes|décédée?s?|tuée?s?|assassinée?s?|abattue?s?|exécutée?s?)",
            rf"{_HAS} (?:péri|succombé|tué|survécu|perdu la vie|trouvé la mort|fait (?:[\w-]+ ){{1,4}}(?:morts?|victimes?))",
            (
                r"(?:a|ont|avait) (?:coûté la vie|emporté (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+))|meurt|meurent|périt|périssent|décède|aucun survivant|"
                r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|\d+) morts\b|noyant|s'est (?:donné la mort|suicidée?)"
            ),
            r"s'est noyée?|se sont noyée?s|tuant|faisant (?:[\w-]+ ){1,3}morts?|bilan (?:\w+ )?(?:est|s'élève|atteint|passe|s'établit)",
        ),
        (
            rf"{_IS} (?:condamnée?s?|acquittée?s?|relaxée?s?|reconnue?s? (?:non )?coupables?|incarcérée?s?|écrouée?s?|extradée?s?)",
            rf"{_HAS} (?:condamné|acquitté|relaxé|écopé|plaidé|annulé|censuré|invalidé)|condamne|acquitte|relaxe|écope|(?:est|sont) (?:relaxée?s?|libre)",
        ),
        (
            rf"{_HAS} (?:démissionné|quitté (?:ses|leurs|son) (?:fonctions|poste)|abdiqué|(?:remis|présenté|annoncé) sa démission)|démissionne|jette l'éponge|(?:quitte|quittent) (?:son|ses|leur|leurs) (?:poste|fonctions?)|rend son tablier|abdique|cède sa place",
            rf"{_IS} (?:limogée?s?|destituée?s?|révoquée?s?|suspendue?s?|élue?s?|réélue?s?|nommée?s?|investie?s?|renversée?s?)",
        ),
        (
            rf"{_HAS} (?:battu|remporté|gagné|perdu|dominé|fait match nul|adopté|rejeté|approuvé|voté)|bat|remporte",
            r"s'est imposée?|se sont imposée?s|l'a emporté|l'ont emporté|l'emporte(?:nt)?|s'incline|s'imposent?|remportent|gagne(?:nt)?$",
            rf"{_IS} (?:adoptée?s?|rejetée?s?|approuvée?s?)",
        ),
        (
            (
                rf"{_IS} (?:blessée?s?|hospitalisée?s?|arrêtée?s?|interpellée?s?|disparue?s?|portée?s? disparue?s?|"
                r"inculpée?s?|mise?s? en examen|libérée?s?|secourue?s?|sauvée?s?|enlevée?s?|retrouvée?s? (?:vivant|sain)\w*|dégagée?s?|remontée?s? à la surface)"
            ),
            rf"{_HAS} (?:blessé|arrêté|interpellé|sauvé|secouru)|saine?s? et sau(?:fs?|ves?)|(?:a|ont) ouvert le feu",
            *_EVENTS_FR,
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
        r"in (?:1\d|20)\d\d|in (?:an?|the) (?:exercise|drill|simulation|film|novel|play|game)\b|(?:last|previous) year|(?:years|decades|months) (?:ago|earlier|before)|since (?:1\d|20)\d\d|"
        r"(?:nobody|no one)(?! (?:[\w-]+ ){0,4}survived)|was not|were not|did not|never)\b|n't\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:si|pourrai\w+|serai\w+|aurai\w+|crain\w+|accusée?s? d|soupçonnée?s? d|risqu\w+|mena\w+|en (?:1\d|20)\d\d|"
        r"l'an dernier|l'année dernière|il y a \w+ (?:ans|mois)|depuis (?:1\d|20)\d\d|personne n|n'a pas|n'ont pas|n'est pas)\b"
    ),
}
ASIDE = {
    "en": re.compile(r",? \b(?:who|whose|which|where|since (?!\w+day\b))\b[^,.;]*"),
    "fr": re.compile(r",? \b(?:qui|dont|où|lequel|laquelle|depuis qu[e'])\b[^,.;]*"),
}
_RULES = {
    language: tuple(re.compile(rf"\b(?:{'|'.join(forms)})(?!\w)") for forms in kinds)
    for language, kinds in KINDS.items()
}


@lru_cache(maxsize=512)  # a sentence is asked whether it may stand, and again when it is weighed
def gravity(text: str, language: str) -> int:
    """Say how grave what a sentence tells is: from 6, a death, to 1, a sum or a deal; 0 where it tells nothing of the kind."""
    rules = _RULES.get(language, ())
    plain = " ".join(folded(prose(text)).split()).rstrip(".!\"'”’ ")
    main = ASIDE[language].sub("", plain) if rules else ""
    grade = next((len(rules) - n for n, rule in enumerate(rules) if rule.search(main)), 0)
    return 0 if grade and SUPPOSED[language].search(plain) else grade


# Of two facts of one kind this one is told: who won before who lost, the sentence before the hearing.
_SETTLES = {
    "en": re.compile(
        r"\b(?:won|wins?|beat|beats|victory|guilty|acquit\w*|convict\w*|sentence[sd]?|jail(?:s|ed)|prison|resign(?:s|ed)|quits?|down|injured|wounded|hurt|rescued|arrested|missing|trapped|alive|safe)\b"
    ),
    "fr": re.compile(
        r"\b(?:remport\w+|gagn\w+|emport\w+|battu|victoire|coupables?|acquitt\w+|relax\w+|condamn\w+|écop\w+|prison|démission\w*|blessée?s?|secourue?s?|arrêtée?s?|disparue?s?|vivante?s?)\b"
    ),
}


@lru_cache(maxsize=512)
def settles(text: str, language: str) -> bool:
    """Tell whether a sentence says how something ended: who won, what the verdict is, who goes."""
    rule = _SETTLES.get(language)
    return rule is not None and rule.search(folded(prose(text))) is not None


# A court ruled: nobody learns how.
_HOLLOW = re.compile(
    r"\b(?:gave|delivered|announced|handed down|issued|returned|reached|pronounced) (?:its|their|his|her|an?|the) (?:\w+ )?(?:ruling|verdict|judge?ment|decision|sentence)\b(?! (?:of|that)\b)|"
    r"\b(?:a|ont) (?:\w+ )?(?:rendu|prononcé|annoncé) (?:\w+ )?(?:son|sa|leur|le|un) (?:jugement|verdict|décision|arrêt)\b"
)


def is_hollow(text: str) -> bool:
    """Tell whether a sentence says that a court ruled, and not how."""
    return _HOLLOW.search(folded(prose(text))) is not None
