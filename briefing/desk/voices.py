"""How a writer's own voice sounds where nobody is named for what is said: praise and blame, demands, certainty, images.

Beside the rules of `judging`. Patterns are for text in small letters with typewriter apostrophes and no quotations.
"""

from __future__ import annotations

import re


def _any(*phrases: str) -> str:
    return f"(?:{'|'.join(phrases)})"


_BE = r"(?:is|are|was|were|be|been|isn't|aren't|wasn't|becomes?|became|looks?|looked|feels?|felt|sounds?|sounded|remains?|remained|rings?|rang|seems?|proves?)"
_HOW = r"(?:(?:\w+ly|so|very|more|most|just|both|quite|rather|no|not|far|all|little|nothing|short|always|still|as|and|a) ){0,3}"
_WORTH = _any(
    *"""wrong wrongheaded right absurd brilliant foolish unjust unfair indefensible inexcusable unforgivable shameful
    disgraceful despicable dishonest cowardly dull timid feeble weak-kneed pathetic ludicrous preposterous laughable
    farcical senseless pointless useless worthless meaningless unworkable short-sighted misguided ill-conceived
    ill-judged naive cynical reckless irresponsible immoral hypocritical obscene appalling dreadful awful terrible
    horrible atrocious superb magnificent marvellous wonderful splendid unforgettable breathtaking admirable
    exemplary courageous noble wise unwise sensible overdue understandable welcome unacceptable intolerable tragic
    sad depressing(?=[.,;]|$) heartening(?=[.,;]|$) encouraging(?=[.,;]|$) worrying(?=[.,;]|$) troubling(?=[.,;]|$) alarming(?=[.,;]|$) ominous astonishing remarkable striking(?=[.,;]|$)
    inevitable hopeless hollow empty self-defeating counterproductive out-of-touch clueless toothless spineless
    simple-minded nonsense rubbish madness insanity lunacy folly bad good great excellent fine poor simple obvious
    undeniable beautiful ugly boring tedious charming delicious grotesque cruel inhumane barbaric mediocre""".split()
)
_THING = _any(
    *"""mistake blunder disaster catastrophe disgrace farce sham charade scandal triumph travesty folly masterpiece
    masterstroke tragedy mockery gamble fantasy illusion embarrassment miracle indictment betrayal insult outrage
    shame pity nonsense joke gift dream nightmare delight pleasure success failure symptom trap mirage lie myth
    cop-out whitewash fig-leaf""".split()
)
_FACT = _any(
    *"""flood floods drought storm fire fires blaze crisis attack attacks disaster accident outbreak crash earthquake
    winter summer violence fighting harvest result results loss losses defeat recession epidemic year month day
    hurricane cyclone rain rains snowfall heatwave shooting bombing famine shortage performance quarter air""".split()
)
_PRIZE = r"(?!(?:actor|actress|film|picture|director|player|song|album|supporting|practice|friend|man|known|paid|selling|placed|possible|off|case|before|hit|affected|interests?|efforts?)\b)"

WRITER = {
    "en": re.compile(
        r"\b"
        + _any(
            # praise and blame
            rf"{_BE} {_HOW}{_WORTH}\b(?! (?:for|by|with|to (?:see|have|be)) )(?! (?:side|wing|hand|enough|faith|condition|health|time|friday|news for))",
            rf"(?:is|are|was|were|be|as|becomes?|became|remains?) (?:\w+ ){{0,2}}(?:a|an|the|no) (?:\w+ ){{0,2}}{_THING}\b(?! (?:area|zone|relief|response|worker|management|fund|recovery))",
            rf"(?:^(?:in \w+ )?the|(?:is|are|was|were) (?:(?!voted|named|chosen|judged|ranked|rated|elected|crowned|among|now)\w+ )?the|without doubt the) (?:very )?(?:best|worst|finest|greatest|most (?:beautiful|important|shameful|brilliant|dangerous|absurd|foolish|remarkable|exciting)) {_PRIZE}(?!(?:\w+ )?{_FACT}\b)\w+",
            r"(?:best|worst) (?:of all )?is yet to come",
            r"(?:bad|good|terrible|great|welcome|grim) news for",
            r"(?:an?|the|its|his|her|their) (?:\w+ )?(?:absurd|shameful|disgraceful|ludicrous|preposterous|farcical|brilliant|magnificent|damning|pitiful|spineless|cynical|reckless|shabby|grotesque|foolish|wretched|senseless|superb|wonderful) \w+",
            r"(?:makes?|made) (?:no|little|perfect|a mockery|a nonsense|good) (?:sense|of)\b",
            r"(?:has|have|is|are|makes?) (?:only|every|no) (?:\w+ )?(?:reason|excuse|right|business|place) (?:to|for|in|not)\b",
            r"(?:there is|there can be|there was) (?:no|little|every) (?:\w+ )?(?:excuse|reason|doubt|point|justification|shame|hope|room for|honour|mystery|alternative|escaping|denying|substitute)",
            r"only (?:itself|himself|herself|themselves) to blame",
            r"(?:is|are|was|were) (?:far |much |simply |just )?too (?:important|precious|valuable|little|late|timid|slow|soft|weak|big|good|clever|proud|often)\b",
            r"(?:out of touch|out of (?:its|his|her|their) depth|not fit for purpose|beyond (?:belief|doubt|parody)|a far cry from|as good as it gets)",
            r"worth (?:less|more) than the paper",
            r"(?:nobody|no one|none) (?:in \w+ |in the \w+ |of \w+ )?(?:has the (?:faintest|slightest)|seriously|really|can (?:seriously|really)|should|wants to)",
            r"the most (?!(?:populous|expensive|common|recent|senior|visited|powerful|popular|deadly|wanted|valuable|widely|active|seats|votes|goals|points|likely|people|money)\b)\w+ [\w-]+ (?:in|on|of) (?:the|its|all|any|living)\b",
            r"the (?:finest|greatest|worst) (?!(?:\w+ )?(?:flood|drought|storm|fire|crisis|attack|disaster|accident|outbreak|crash|winter|summer|violence|harvest|result)s?\b)\w+ (?:in|on|of) (?:the|its|all|any|living)\b",
            r"(?:squander(?:s|ed|ing)?|betray(?:s|ed|ing)?|botch(?:es|ed)|bungl(?:es|ed)|dither(?:s|ed|ing)|pander(?:s|ed|ing)|insults? the|doomed|mocks?|a textbook case|monument to)\b",
            r"every (?:incentive|reason|right|interest|excuse) to|(?:convinces?|impress(?:es)?|fools?|persuades?|satisf(?:y|ies)|comforts?) (?:no one|nobody|nobody)",
            r"(?:is|was|are|were|'s) (?:\w+ ){0,2}?(?:vandalism|theft|robbery|sabotage|cowardice|greed|barbarism|hypocrisy|arrogance|stupidity|blackmail|extortion|bullying|"
            r"surrender|appeasement|common sense|censorship|tyranny|incompetence|window dressing|wishful thinking|daylight robbery)\b(?! (?:charges?|case|trial))",
            r"(?:pure|plain) and simple|nothing (?:less|short) (?:than|of)|(?:in|out of) (?:his|her|its|their|your) (?:right )?minds?\b|with (?:eyes in|half a brain|any sense|a shred of|an ounce of)|"
            r"lost (?:his|her|its|their) (?:mind|marbles|senses)|beggars belief|(?:only|nobody but) (?:itself|himself|herself|themselves) to blame|a slap in the face|smacks? of|reeks? of|stinks\b|"
            r"a day too (?:soon|late)|(?:the )?end of an era|hard to imagine a|couldn't make it up|(?:has|have) no shame|takes? the (?:biscuit|cake)|for fools\b",
            # demands
            r"(?:cannot|can't|can not|can ill) (?:afford|go on|be allowed|be left|stand by|ignore|pretend)",
            r"(?:it is|it's) (?:high |about |long past )?time\b",
            r"(?:the|now is the) (?:time|moment|hour) (?:has come|is ripe|to (?:act|stop|end)|for)",
            r"would do well to|would be better off|had better|ought to|(?:has|have) a duty to|owes? (?:it|us|them)|deserves? ",
            r"needs? to (?:wake|learn|understand|act|stop|start|grow|face|do|decide|show|think|listen|be|take|get|stand|change|tell|rethink|go)\b",
            r"let us\b|let's\b|enough is enough|shame on",
            # certainty
            r"(?:clearly|obviously|evidently|undoubtedly|unquestionably|inevitably|plainly|surely|undeniably|manifestly|make no mistake|"
            r"no doubt|without (?:a )?doubt|beyond doubt|of course|needless to say|sooner or later|in the end, |at the end of the day|"
            r"(?:one|this|that|two) things? (?:is|are|remains?) (?:certain|clear|sure)|whatever happens|come what may|after all, )",
            r"(?:the )?(?:answer|truth|point|fact|lesson|trouble|problem|irony|tragedy|reality|danger|risk|scandal|pity|paradox|beauty|moral) is (?:simple|plain|clear|obvious|that|this|not)\b",
            r"(?:'s|s') real (?:aim|goal|purpose|problem|enemy|target|interest|audience|test)\b|the real (?:aim|goal|purpose|problem|enemy|loser|winner|losers|winners|scandal|reason|story)\b",
            r"will (?:never|soon|only|simply|surely|one day|always) |nothing (?:good )?will (?:come|change)|will come of|will pay (?:the price|off)",
            # images
            r"(?:play|plays|playing|played) (?:right |straight )?(?:into the hands|with fire|for time|to the gallery)",
            r"rings? (?:hollow|true|false)|speaks? (?:louder|volumes)|says? it all|tells? its own story|says? (?:\w+ )?(?:more|much|less|little|a lot) about",
            r"(?:lost|losing|loses|missed|missing|misses) (?:the|its|his|their) (?:plot|way|nerve|head|grip|point)",
            r"sleepwalk\w*|wake up\b|(?:burying|bury|buries) (?:its|his|her|their) heads?|turn(?:s|ed|ing)? a blind eye|pay(?:s|ing)? lip service|"
            r"sees? through the|in free ?fall|a house of cards|kick(?:s|ed|ing)? the can|writing (?:is )?on the wall|a slippery slope|"
            r"dressed up as|smoke and mirrors|the tip of the iceberg|too little,? (?:and )?(?:far )?too late|for nothing\b(?! less)|nothing to show for|nothing in return",
            r"(?:has|have|had) (?:\w+ )?(?:learned|learnt|understood|achieved|gained|solved|changed) (?:absolutely |almost )?nothing",
            r"surpris(?:e|es|ed) (?:no ?body|no one)|should surprise|(?:no|little|any) surprise that",
            r"(?:distant|pipe|broken|impossible) dreams?|deeper malaise|(?:a|the) symptom of|lost decade|wasted (?:a|the|its|another) (?:decade|chance|opportunity|year|generation)",
            # forces that the writer sees at work
            r"(?:is|are) (?:\w+ )?(?:helping|hurting|undermining|reshaping|fuelling|fueling|eroding|poisoning|destroying|strengthening|weakening|emboldening|winning|losing|failing|coping|changing|transforming|becoming|driving|pushing|testing|betraying|squandering|wasting|betting|gambling|dragging) (?!(?:[a-z]+ )?\d|(?:police|with inquiries))",
        )
        + r"|^(?:nobody|no one|anyone|anybody|everyone|everybody)\b[^,.;]{0,60}\b(?:can|could|would|knows?|sees?|must|should)\b(?!.*(?:\d|day\b))"
        + r"|\b(?:more|worse|better) than (?:it|they|he|she) (?:\w+ )?(?:helps?|hurts?|them|it|him|her|solves?|deserves?)\b"
        r"|^(?:no|nothing|nobody|no one|such|so|never|only|whatever|whoever|that) [^,;.]{3,60} (?:can|will|could|would|has no|is) (?:defend|justify|excuse|explain|good|ever|bring|replace|no|never|save)"
        r"|^(?:only an? \w+ would|what .{3,50} (?:needs?|lacks?|wants?|deserves?) (?:is|are)|history will|better \w+ than|there can be no|"
        r"an? \w+ (?:that|who|which) [^,]{3,60} (?:has|have|is|will|cannot|can|deserves?)\b(?! (?:\w+ly )?(?:been|be|gone|won|lost|left|shut|quit|put|found|made|born|\w+(?:ed|en))\b)|the question (?:that )?(?:no|few|every)\w*)\b(?!.{0,80}\d)"
        r"|^(?:let|imagine|consider|remember|forget|think|look|ask|beware|spare|stop|build|end|give) (?:us|that|the|of|it|yourself|a)\b"
        r"|^if [^.]{3,80}, [^.]{0,40}\b(?:will|would|is|are|cannot)\b(?!.{0,80}\d)"
        r"|^a (?:\w+er|\w+) \w+ would (?:serve|be|help|have)\b"
    ),
    "fr": re.compile(
        r"(?<!\w)"
        + _any(
            r"(?:est|sont|était|étaient|serait|seraient|reste|restent|semble|demeure|devient|n'est|paraît) (?:\w+ment |si |bien |trop |plus |pas |à la fois |aussi |tout ){0,2}"
            r"(?:(?:in)?justes?|absurdes?|idiotes?|stupides?|honteu(?:x|se|ses)|scandaleu(?:x|se|ses)|indignes?|lamentables?|pitoyables?|"
            r"ridicules?|inacceptables?|insupportables?|intolérables?|indéfendables?|irresponsables?|inexcusables?|injustifiables?|"
            r"accablante?s?|brillante?s?|géniale?s?|géniaux|magnifiques?|admirables?|formidables?|superbes?|remarquables?|courageu(?:x|se|ses)|"
            r"ternes?|timides?|creu(?:x|se|ses)|vaine?s?|inutiles?|inapplicables?|intenables?|cyniques?|hypocrites?|cruel(?:le)?s?|"
            r"inhumaine?s?|tragiques?|tristes?|navrante?s?|affligeante?s?|consternante?s?|inquiétante?s?|dangereu(?:x|se|ses)|"
            r"mauvaise?s?|excellente?s?|évidente?s?|indéniables?|inévitables?|simple|ennuyeu(?:x|se|ses)|médiocres?|maladroite?s?|"
            r"malhonnêtes?|lâches?|aveugles?|sourde?s? à|dupes?|urgent|important|essentiel|temps)(?!\w)",
            r"(?:est|sont|était|serait|reste|demeure|comme|devient|sera|c'est) (?:un|une|le|la|l'|d'une?|du) ?(?:\w+ ){0,2}?(?:erreur|faute|désastre|catastrophe|honte|farce|mascarade|"
            r"scandale|triomphe|folie|leurre|gâchis|fiasco|illusion|imposture|miracle|chef-d'œuvre|cadeau|trahison|insulte|symptôme|rêve|"
            r"cauchemar|drame|tragédie|mensonge|mythe|piège|mirage|échec|réussite|pari|plaisir|merveille|aveu|simplicité|pire|meilleure?)(?!\w)",
            r"(?:une? )?(?:mauvaise|bonne|excellente|triste) nouvelle pour|contes? de fées|relève (?:du|de la|de l')",
            r"(?:le|la|les) (?:plus belles?|plus beaux?|pires?|meilleure?s?|plus (?:grande?s? (?:honte|faute|erreur))) (?!(?:film|scénario|acteur|actrice|buteur|joueur|score|temps|résultat|performance|bilan|inondations?|sécheresse|tempête|crise|incendies?)\b)\w+(?= [^.]{0,60}\b(?:est|sont|vient|viennent|reste)\b)",
            r"(?:c'est|est|sont|était) (?:sans (?:doute|conteste) )?(?:le|la|les) (?:pires?|meilleure?s?|plus belles?) (?!(?:film|scénario|acteur|buteur|score|temps|résultat|inondations?|sécheresse|tempête|crise|incendies?)\b)\w+",
            r"(?:n'a|n'ont|n'avait|sans) (?:aucun|pas le moindre|guère de|pas de) sens|n'a(?:urait)? pas (?:sa|leur) place|(?:n'a|n'ont) pas la moindre idée|n'a qu'à|n'ont qu'à",
            r"(?:rien|personne|nul|aucun\w*)(?: \w+){0,3} (?:n'excuse|ne justifie|ne peut|ne saurait|ne sortira|n'y|ne croit|n'a la moindre|n'ignore|ne changera|n'empêchera)",
            r"(?:n'a|n'ont) (?:rien|jamais rien) (?:appris|compris|changé|fait|obtenu|gagné|retenu)|n'a(?:ura)? surpris personne|n'(?:étonne|étonnera) personne",
            r"(?:c'est|est|sont|était) (?:du|de la|le|un|une|d'un|d'une) (?:\w+ )?(?:vandalisme|vol|sabotage|mépris|chantage|lâcheté|cynisme|hypocrisie|brigandage|racket|aveuglement|bêtise|barbarie|arrogance)(?!\w)",
            r"pure?s? et simples?(?!\w)|(?:faut|faudrait) être (?:aveugle|fou|naïf|bien)|quelle honte|on croit rêver|comble d|(?:a|ont) perdu la (?:raison|tête)|il n'y a pas de quoi|une gifle (?:à|pour)",
            r"(?:personne|nul)(?: \w+){0,6} (?:ne (?:peut|pourra|saurait|devrait)|n'y) (?:croi\w+|penser|nier|accepter|défendre)",
            # demands
            r"(?:doit|doivent) (?:enfin|cesser|comprendre|apprendre|avoir|se |s'|la (?:rejeter|refuser|retirer)|le (?:rejeter|refuser|retirer)|rejeter|refuser|tenir|écouter|agir|prendre|choisir|faire|dire|ouvrir les yeux|regarder|changer|renoncer|revoir)(?!.{0,60}(?:\d|avant le|d'ici|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|prochaine?))",
            r"il (?:est|serait) (?:grand |plus que |bien |enfin )?(?:temps|urgent|indispensable|essentiel|nécessaire|impératif)|il (?:faut|faudra|faudrait|importe|convient)(?!\w)",
            r"ne (?:peut|peuvent|saurait|sauraient) (?:pas |plus )?(?:se permettre|continuer|ignorer|être abandonnée?s?|accepter|tolérer|rester)",
            r"(?:mérite|méritent|mériterait|méritaient) (?:mieux|plus|une?|d'|que|le|la)|(?:ferait|feraient) (?:mieux|bien) de|(?:aurait|auraient|a|ont) (?:tout |grand |)intérêt à|serait bien (?:inspiré|avisé)e?",
            r"espérons|souhaitons|cessons|arrêtons|assez de|qu'on se le dise|n'oublions",
            # certainty
            r"(?:clairement|évidemment|manifestement|inévitablement|indiscutablement|indéniablement|assurément|heureusement|malheureusement|hélas)(?!\w)|bien entendu|à coup sûr|tôt ou tard|sans (?:conteste|aucun doute|nul doute|l'ombre d'un doute)|"
            r"nul doute|à n'en pas douter|quoi qu'il (?:arrive|advienne)|une chose est (?:sûre|certaine)|au fond,|en fin de compte|après tout,",
            r"(?:la|le|l') ?(?:réponse|vérité|problème|drame|tragédie|ironie|danger|leçon|paradoxe|scandale|question)(?:, c'est|,? est (?:simple|claire?|connue?|que|là|ailleurs)| n'est pas)",
            r"l'ironie|(?:le|la) (?:vrai|vraie|véritable|seul vrai) (?:but|enjeu|raison|problème|objectif|question|ennemi|perdant|gagnant|scandale)",
            r"(?:a|ont|avait) (?:bien )?peu de chances|toutes les raisons de|(?:est|reste) à venir pour",
            # images
            r"(?:fait|font|faire|faisant) le jeu (?:de|du|des)|sonne(?:nt)? (?:creux|faux)|en (?:dit|dira|disent) long|joue(?:nt)? avec le feu|"
            r"(?:perdu|perd|perdent) (?:la tête|le nord|la raison|pied)|les yeux (?:fermés|bandés)|vit hors du monde|hors[- ]sol|"
            r"ne va(?:ut|lent) pas (?:le papier|mieux|l'encre)|pour rien(?!\w)|poudre aux yeux|château de cartes|fuite en avant|"
            r"(?:politique de l')?autruche|serpent de mer|rêve lointain|mal plus profond|occasion manquée|décennie perdue|s'en prendre (?:qu'à|à) (?:lui|elle|eux)-mêmes?|"
            r"bien trop (?:tard|peu|tôt)|trop (?:peu|tard)(?=[.,;]|$)|trop (?:précieu(?:x|se)|important|sérieu(?:x|se)|grave) pour",
            r"plus qu(?:e |')(?:il|elle|ils|elles|on) ne (?:\w+')?\w+|(?:servirait|serviraient) (?:mieux|plutôt)",
            r"(?:redessine|transforme|empoisonne|fragilise|mine|sape|nourrit|alimente) (?:en silence |peu à peu |lentement |déjà )?(?:la|le|les|l'|un|une)(?! \d)",
            r"(?:perdu|gâché|gaspillé|raté) (?:dix ans|une décennie|une chance|une occasion|son temps)",
            r"préféré (?:l'argent|le profit|le silence|le confort)",
        )
        + r"|^(?:seuls? une? \w+ \w+rai(?:en)?t|ce dont .{3,50}besoin|l'histoire (?:sera|jugera|retiendra)|il n'y aura pas de|mieux vaut|"
        r"une? \w+ qui [^,]{3,60} (?:a|ont|est|ne|n'))(?!\w)"
        r"|(?<!\w)(?:dilapid|gaspill|trah|sacrifi|bafou|brad|ruin)(?:é|ée|és|ées|i|e|ent|ant)(?!\w)|(?<!\w)insulte(?:nt)? (?:l'|le |la |les )|(?<!\w)le (?:vote|choix|texte|discours) le plus \w+ de"
        r"|(?<!\w)condamnée?s? d'avance|(?<!\w)(?:doit|doivent) retrouver"
        r"|^(?:(?:aucune?|nul(?:le)?) \w+(?: \w+)? (?:ne|n')|une telle|un tel|de telles|de tels)"
        r"|^(?:si|s'il) [^.]{3,80}, [^.]{0,60}(?:era|ront|ra)\b(?!.{0,60}\d)"
    ),
}
# What is said to be something, in the present and of nothing counted: a picture or a mark that the writer gives it.
_STATE = (
    r"(?:open|dead|alive|missing|available|free|due|ready|ill|sick|pregnant|married|single|legal|illegal|eligible|responsible|able|unable|aware|unaware|"
    r"present|absent|full|empty|home|part|still|also|now|not|being|going|in|on|at|under|over|about|from|among|between|off|out|up|down|back|away|near|"
    r"here|there|one|two|what|who|where|when|how|why|that|to|for|with|without|by|all|both|each|set|shut|cut|split|made|known|held|kept|left|lost|put|"
    r"built|found|led|paid|sent|sold|told|thought|worth|safe|critical|stable|\w+ed|\w+ing|\w+en|\w+wn)"
)
CHARACTER = {
    "en": re.compile(
        r"^[^,;:]{2,80}?\b(?:is|are|looks?|sounds?|seems?|amounts? to|remains?) (?:not |still |little more than |nothing but |just |but )?"
        rf"(?:(?:an?|no) (?!(?:member|part|branch|form|type|kind|way|\w+-year-old|former|native|resident|graduate|spokes\w+|suburb|town|city|village|"
        rf"citizen|subsidiary|unit|partner|holiday|crime|candidate|student)\b)(?:\w+ ){{1,3}}?(?:of|to|for|in|on|that|without)\b|(?:\w+ly )(?!{_STATE}\b)\w+|(?!{_STATE}\b|an?\b|the\b|no\b|its?\b|\w+ly\b)\w+(?= and \w+\.?$|\.?$))"
    ),
    "fr": re.compile(
        r"^[^,;:]{2,80}?\b(?:est|sont|reste|demeure|n'est que|paraît|semble) (?:de plus en plus \w+|(?:un|une|de la|du) (?!membre|filiale|ville|village|ancien|jour)\w+ (?:\w+ )?(?:de|du|à|aux?|pour|sans|qui)(?!\w)|"
        r"(?:un|une) \w+ (?!\w+ée?s?\b)\w+\.?$|\w+ment (?!\w*(?:é|és|ée|ées|i|u|is|it)\b)\w+\.?$)"
    ),
}
# What ought to be, unless a law, a date or a number asks for it.
DEMANDS = {
    "en": re.compile(r"\b(?:must|has to|have to|need to|needs to)\b(?! have been)"),
    "fr": re.compile(r"\b(?:devra|devront|aura à|auront à)\b"),
}
BY_RULE = {
    "en": re.compile(
        r"\d|\b(?:go to (?:prison|jail)|serve (?:\w+ ){0,3}(?:years|months|sentence)|stand trial|pay (?:\w+ ){0,3}(?:fine|damages|compensation))\b|\b(?:under|law|laws|rules?|ruling|order|ordered|agreement|contract|treaty|licen[cs]e|applicants?|candidates?|drivers?|"
        r"passengers|visitors|travellers|residents|tenants|owners|users|voters|employers|companies|shops|by (?:\w+day|the end|next)|"
        r"within|before (?:january|february|march|april|june|july|august|september|october|november|december)|still|first|constitution|court|judge)\b"
    ),
    "fr": re.compile(
        r"\d|\b(?:loi|règlement|accord|contrat|traité|candidats?|conducteurs?|voyageurs|habitants|avant|d'ici|au plus tard|tribunal|juge)\b"
    ),
}
# Two clauses in the same mould, one answering the other: "In May it was X; in June it was Y".
MIRRORED = {
    "en": re.compile(
        r"^[^;]{8,90}\b(?P<verb>is|are|was|were|has|can|cannot|will)\b[^;]{1,60}; (?:(?:and|but) )?[^;]{2,60}\b(?:(?P=verb)|it was|it is|does|did|has not|is not|cannot|can)\b[^;]{0,60}$"
    ),
    "fr": re.compile(
        r"^[^;]{8,90}\b(?P<verb>est|sont|était|étaient|s'appelait|a|ont|peut)\b[^;]{1,60} ?; (?:et |mais )?[^;]{2,60}(?:\b(?P=verb)\b|c'était|c'est|n'est)[^;]{0,60}$"
    ),
}
# Words of saying that name nobody: "the promised reform", "the tax, announced on Monday,".
ADJECTIVE = {
    "en": re.compile(
        r"\b(?:the|an?|its|his|her|their|[\w-]+'s) (?:\w+ly |long-|much-)?(?:promised|announced|reported|estimated|claimed|stated|described|"
        r"demanded|expected|feared|planned|projected|so-called|accused|plans?|hopes?|fears?|forecasts?|estimates?|projects?)\b|"
        r", (?:\w+ly )?(?:announced|reported|described|promised|confirmed|demanded|announced) (?:on|in|last|this|at|only|with|two|three|a|after)\b"
    ),
    "fr": re.compile(r"\b(?:le|la|les|un|une|son|sa|ses) \w+ (?:annoncée?s?|promise?s?|réclamée?s?)(?! par)\b"),
}
