"""The gate's words, English and French: what says nothing by itself, what denies, what hedges, what attributes.

Lower case and without accents, as `tokens` gives them.
"""

from __future__ import annotations

# Words that carry grammar and no matter. Quantities, directions and times stay out: they can turn a statement round.
FUNCTION = frozenset(
    """a an the this that these those of to in on at by for from with into onto upon as and or but nor so yet than then it its
    he she they them him his her hers their theirs we us our ours you your i my me mine who whom whose which what there here
    is are was were be been being am has have had having do does did doing done will shall s t re ve ll d
    himself herself itself themselves about also just very too such not n no never when while where how why if though although
    because since until during through via per amid among between
    le la les un une des du de d l au aux et ou mais donc or ni ce cet cette ces c ca cela il elle ils elles on y en se s
    sa ses leur leurs lui je j nous vous tu me m te mon ma mes notre nos votre vos qui que qu quoi dont ou lequel laquelle
    est sont etait etaient etre ete fut furent sera seront a ont avait avaient avoir aura auront ai as pour par dans sur
    avec chez vers ne pas n plus comme si quand lorsque puisque aussi tres tout meme""".split()
)
NAMES_TOO = frozenset("us who".split())  # with a capital, a country and an organisation

# How irregular forms are brought to one.
_FORMS = """
say says said saying|rise rises rose risen rising|fall falls fell fallen|win wins won winning|lose loses lost losing|
buy buys bought|sell sells sold|go goes went gone|come comes came|give gives gave given|take takes took taken taking|
make makes made making|find finds found|leave leaves left leaving|keep keeps kept|hold holds held|begin begins began begun|
bring brings brought|think thinks thought|tell tells told|become becomes became|show shows showed shown|know knows knew known|
see sees saw seen|get gets got gotten|run runs ran running|write writes wrote written|speak speaks spoke spoken|
meet meets met|pay pays paid|send sends sent|build builds built|spend spends spent|lead leads led|feel feels felt|
stand stands stood|understand understands understood|hear hears heard|mean means meant|grow grows grew grown|
draw draws drew drawn|break breaks broke broken|choose chooses chose chosen|drive drives drove driven|fly flies flew flown|
fight fights fought|catch catches caught|teach teaches taught|seek seeks sought|strike strikes struck|steal steals stole stolen|
shoot shoots shot|die dies died dying|lie lies lay lain|throw throws threw thrown|withdraw withdraws withdrew withdrawn|
sink sinks sank sunk|swear swears swore sworn|wear wears wore worn|shake shakes shook shaken|freeze freezes froze frozen|
eat eats ate eaten|drink drinks drank drunk|sing sings sang sung|beat beats beaten|bear bears bore borne|sit sits sat|
forget forgets forgot forgotten|forgive forgave forgiven|hide hides hid hidden|arise arose arisen|flee flees fled|
employee employees|child children|man men|woman women|person people|life lives|wife wives|foot feet|tooth teeth|crisis crises|
is are was were be been being am|has have had having|does do did done doing|will would|may might could|
good better best|bad worse worst|
dire dit disent disait|faire fait font faisait|prendre prend prennent pris prise|mettre met mettent mis mise|
venir vient viennent venu venue|tenir tient tenu tenue|mourir meurt mort morte morts mortes|ouvrir ouvre ouvert ouverte|
perdre perd perdu perdue|vendre vend vendu vendue|recevoir recoit recu recue|
est sont etait etaient etre ete fut furent sera seront|avoir ont avait avaient aura auront
"""
FORMS = {form: forms.split()[0] for forms in _FORMS.replace("\n", "").split("|") for form in reversed(forms.split())}

# Words that a reporter may set for one another without saying anything else.
_SAME = """
say tell|big large huge|rise increase climb|fall drop decline decrease|raise lift hike boost|cut reduce lower slash|consecutive successive straight|
want seek|government administration|accord pact treaty deal agreement|demand insist|permit allow|forbid ban prohibit|begin start|end finish|buy purchase acquire|show reveal|help assist aid|try attempt|speak talk|
ask request|need require|choose select|build construct|near close_to|child kid|house home|film movie|picture photo photograph image|
car vehicle|policeman cop officer|cop officer|footballer player|doctor physician|lawyer attorney solicitor|shop store|
firm company business|worker employee staff|job post|leader head chief boss|mother mum mom|father dad|soccer football|
injure wound hurt|kill murder|kill dead die|hospital clinic|jail prison|imprison jailed|gun weapon|bomb explosive|
assault attack|storm cyclone|sick ill|autumn fall_season|ship vessel|plane aircraft jet airplane|flat apartment|
suppose presume|famous well-known|quick fast rapid|happen occur|collapse crumble|get obtain receive|give hand|
annual yearly|country nation|world globe|city town|street road|area region|money cash|pay cost|child youngster|
united-states america|tv television|phone telephone|net internet|euro eur|percent per_cent|
halt stop|dismiss sack|resign quit|arrest detain|demolish raze|blaze fire|gather assemble|postpone delay|approve adopt|
inhabitant resident|victory triumph|capture seize|rebel insurgent|troop soldier|poll survey|quake earthquake|lorry truck|
subway metro|lawmaker legislator parliamentarian|parliament legislature|court tribunal|inquiry investigation probe enquiry|
investigate probe|examine inspect|disease illness|vaccine jab|medicine medication|pupil student schoolchild|author writer|
statue sculpture|shut close|rebuild reconstruct|fix repair mend|rescue save|deadly fatal lethal|
enormous huge massive vast|tiny small|swift rapid|significant important|rich wealthy affluent|border frontier|
ceasefire truce|talk negotiation|share stock|debt liabilities|woodland forest|coast shore|hamlet village|currently now|
nuclear atomic|gasoline petrol|electricity power|outage blackout|rubbish garbage trash|match game|trophy cup|airline carrier|
harbour harbor port|shipyard dockyard|ocean sea|wildfire bushfire|migrant immigrant|expel deport|kilometre kilometer km|
labour labor|centre center|theatre theater|defence defense|programme program|colour color|neighbour neighbor|
honour honor|organise organize|recognise recognize|litre liter|metre meter|analyse analyze|licence license|
reopen reopening|merge merger|wage salary|verdict ruling judgment judgement|mayor mayoress|
dire declarer affirmer indiquer|employe salarie travailleur|incendie feu|licencier renvoyer congedier|
acheter acquerir racheter|hausse augmentation|diminution baisse|baisser diminuer reculer|augmenter monter|habitant resident|
election scrutin|accord pacte traite|tribunal cour|juge magistrat|navire bateau|usine fabrique|logement habitation|
blesse blessure|enfant gosse|tuer mort|debut commencer|fin terminer|maison domicile|voiture vehicule|entreprise societe
"""
SYNONYMS = tuple(tuple(group.split()) for group in _SAME.replace("\n", "").split("|"))

# What may be left of two words behind what they share, if they are forms of one.
ENDINGS = frozenset(
    """_ s es ed d e ing er ers or ors ment ments ement ation ations ion ions ition al ally ly y ity ies ied ive ist ists ism
    ance ence ent ant ian ians an ans ish ese ic ical ous able ible ful ness age ery ee ees en ens ened t ts
    ee es ees er ez ent ait aient era eront eur eurs rice ement ements ation if ive ifs ives al ale aux ales ien ienne iens
    iennes ais aise aises ois oise ant ants ante e""".split()
) | {""}

# Days and months, by one name in both languages: "@fri", "@nov".
_DATES = """
mon monday mondays lundi|tue tuesday tuesdays mardi|wed wednesday wednesdays mercredi|thu thursday thursdays jeudi|
fri friday fridays vendredi|sat saturday saturdays samedi|sun sunday sundays dimanche|jan january janvier|feb february fevrier|
mar march|mars mars|apr april avril|may may|mai mai|jun june juin|jul july juillet|aug august aout|sep september septembre sept|
oct october octobre|nov november novembre|dec december decembre
"""
DATES = {word: f"@{group.split()[0]}" for group in _DATES.replace("\n", "").split("|") for word in group.split()[1:]}
AMBIGUOUS = frozenset("may march sept mars sun sat".split())  # dates only with a capital, or beside a number

NEGATIONS = frozenset(
    """not no never none nobody nothing neither nor nowhere without hardly barely scarcely
    pas jamais aucun aucune sans guere nullement ni""".split()
)
WITH_NE = frozenset("plus rien personne".split())  # these deny only behind a "ne"
# They say no without a "no": "failed to win" tells what "did not win" tells.
DENYING = frozenset(
    """fail failed fails failing refuse refused refuses refusing decline declined declines declining deny denied denies denying
    unable unlikely lack lacked lacks lacking reject rejected rejects avoid avoided avoids prevent prevented stop stopped cannot
    rule ruled block blocked ban banned absent impossible miss missed misses false falsely untrue wrong wrongly
    echoue refuse refusent nie nient dement dementi incapable impossible empeche evite manque faux""".split()
)
HARMLESS = frozenset(
    "only just merely seulement uniquement doubt least".split()
)  # "not only", "no doubt": nothing is denied

HEDGES = frozenset(
    """may might could possibly perhaps maybe probably likely unlikely allegedly reportedly apparently supposedly purportedly
    presumably seemingly potentially conceivably arguably alleged suspected purported supposed apparent possible probable
    potential whether presumed rumored rumoured unconfirmed tentatively tentative provisional appear appears appeared seem seems seemed
    suggest suggests suggested expected believed thought understood feared rumour suspect hope hopes hoped hoping plan plans planned planning
    proposed intends intend intended threatens threaten threatened attempted claim claims
    about nearly almost around approximately roughly estimated some_number
    peut pourrait pourraient peut-etre probablement sans-doute presume presumee presumes presumees suppose supposee possible
    possiblement eventuel eventuelle eventuels eventuelles apparemment vraisemblablement potentiel potentielle semble semblent
    semblait parait paraissent aurait auraient serait seraient devrait devraient pretendu pretendue soupconne soupconnee
    environ quasi presque""".split()
) - {"some_number", "peut-etre", "sans-doute", "unlikely"}
# Before a number these are part of it; elsewhere "about" is a preposition.
BOUNDS = frozenset("about nearly almost around approximately roughly estimated environ quasi presque some pres".split())
LIMITS = ("at least", "at most", "up to", "as many as", "as much as", "more than", "less than", "fewer than", "close to",
          "over", "under", "no more than", "just under", "just over", "au moins", "au plus", "moins de", "plus de", "moins de", "jusqu a")  # fmt: skip
CONDITIONS = frozenset("if unless".split())
# These hedge the word right behind them; elsewhere ("as soon as possible") they do not.
BEFORE_ONE = frozenset(
    """alleged suspected purported supposed apparent possible probable potential presumed likely tentative provisional proposed
    planned attempted estimated""".split()
)
WONDERING = frozenset(
    "ask asks asked know knows knew wonder wondered see check decide say said sure clear unclear determine test doubt".split()
)

# Who says it is part of what is said.
SAYING = frozenset(
    """say says said saying tell tells told claim claims claimed claiming allege alleges alleged alleging argue argues argued
    insist insists insisted warn warns warned believe believes believed think thinks thought suggest suggests suggested
    estimate estimates estimated accuse accuses accused deny denies denied contend contends contended maintain maintains
    maintained assert asserts asserted suspect suspects suspected fear fears feared
    declare affirme affirment affirmait assure assurent estime estiment pretend pretendent accuse accusent soupconne indique
    indiquent explique expliquent soutient soutiennent juge jugent""".split()
)
# What else tells that a claim still names whom it has it from.
ATTRIBUTES = SAYING | frozenset(
    """according accordance announce announces announced add adds added state states stated report reports reported reportedly
    allegedly write writes wrote describe describes described call calls called confirm confirms confirmed reveal reveals revealed
    admit admits admitted explain explains explained note notes noted reply replies replied tweet tweeted quote quoted
    statement spokesman spokeswoman spokesperson selon apres dit disent declare annonce annoncent ajoute precise precisent
    raconte confirme rapporte""".split()
)
PRONOUNS = frozenset(
    "he she they it him her them his their we us our i my who this that il elle ils elles lui leur eux ce cela on son sa ses".split()
)
# Before a name: who bears it is the same without.
TITLES = frozenset(
    """mr mrs ms miss dr sir lord lady prof professor president minister senator judge mayor king queen prince princess pope
    gen general col colonel capt captain sgt sergeant m mme mlle docteur juge maire ministre monsieur madame the""".split()
)
SAME_PLACE = """
france french|britain british uk briton britons|germany german germans|us american americans america u.s|spain spanish|
netherlands dutch|switzerland swiss|greece greek greeks|turkey turkish|poland polish|sweden swedish|denmark danish|
ireland irish|wales welsh|england english|scotland scottish scots|china chinese|iraq iraqi|norway norwegian|
thailand thai|philippines filipino philippine|israel israeli|europe european eu|portugal portuguese|
francais francaise france|allemagne allemand allemande|espagne espagnol espagnole|angleterre anglais anglaise|
suisse helvetique|pays-bas neerlandais|kiev kyiv|russia russian russie russe
"""
PLACES: dict[str, str] = {
    word: group.split()[0] for group in SAME_PLACE.replace("\n", "").split("|") for word in group.split()
}
