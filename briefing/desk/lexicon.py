"""The desk's words, English and French: what is common, what connects, what attributes, what judges.

Lower case throughout; the apostrophe is the typewriter's, as `text.words` gives it.
"""

from __future__ import annotations

STOPWORDS = {
    "en": frozenset(
        """a about above after again against all also although am among an and any are around as at away back be became
        because been before being below between both but by came can cannot could did do does doing done down during each
        either even ever every few first for from further get go got had has have having he her here hers herself him
        himself his how however i if in into is it its itself just know last least less let like made make many may me
        might more most much must my myself near nearly new no nor not now of off often on once one only onto or other
        others our ours out over own per quite rather said same say says second see several she should since so some
        still such than that the their theirs them themselves then there these they this those though through to
        today together told too toward towards two under until up upon us very was way we well were what when where
        whether which while who whom whose why will with within without would yet you your yours yesterday monday
        tuesday wednesday thursday friday saturday sunday year years week weeks day days people according""".split()
    ),
    "fr": frozenset(
        """a afin ai ainsi alors après au aucun aura aussi autre autres aux avait avant avec avoir c ce ceci cela celle
        celles celui cependant ces cet cette ceux chaque chez comme comment d dans de depuis des dès deux devant dit doit
        donc dont du elle elles en encore enfin entre est et été être eu fait faire fois font fut hier hors ici il ils
        j je jour jours jusqu l la le les leur leurs lors lui là m ma mais me même mes moins mon n ne ni non nos notre
        nous on ont ou où par parce pas pendant peu peut plus pour pourquoi près puis qu quand que quel quelle quelles
        quels qui quoi s sa sans se selon sera ses si son sont sous sur t ta tandis te tes toi ton toujours tous tout
        toute toutes très trop tu un une vers vos votre vous y à lundi mardi mercredi jeudi vendredi samedi dimanche
        an ans année années semaine semaines""".split()
    ),
}

# The smallest words of other languages: enough to know one by, and to leave out of what a sentence is about.
SMALL_WORDS = {
    "de": frozenset(
        """der die das und ist nicht ein eine einen dem den des im in mit von zu auf für sich auch es am um aus bei nach wie
        oder aber hat haben wird werden war sind sei er sie dass als noch über vor zum zur""".split()
    ),
    "es": frozenset(
        """el la los las de del y en que un una es por con para se su al lo como más pero sus le ha este esta fue son está
        han no sobre entre desde""".split()
    ),
    "it": frozenset(
        """il lo la i gli le di del della dei che e un una in per con non è si da al alla nel nella sono ha come più anche
        ma dal dalla su delle degli""".split()
    ),
    "pt": frozenset(
        """o a os as de do da dos das e em que um uma é por com para se no na nos nas ao à mais mas não foi são seu sua
        como pelo pela""".split()
    ),
    "nl": frozenset(
        """de het een en van in is dat op te voor met zijn niet aan er die om ook als maar bij door naar heeft uit over nog
        werd wordt""".split()
    ),
    "sv": frozenset(
        "och att det i en på som är av för den med till inte har ett om från men var vid under efter".split()
    ),
    "no": frozenset("og det i en på som er av for den med til ikke har et om fra men var ved etter at".split()),
    "da": frozenset("og det i en på som er af for den med til ikke har et om fra men var ved efter at".split()),
    "fi": frozenset("ja on ei se että oli hän mutta myös kun joka ovat kuin sen".split()),
    "pl": frozenset("i w z na się nie do że o jest to po od za jak przez oraz dla ale był".split()),
    "cs": frozenset("a v na se je že s z do o i k za pro ale jako po byl".split()),
    "tr": frozenset("ve bir bu için de da ile olarak olan çok daha ise gibi".split()),
    "ro": frozenset("și în de la a cu pe o că un nu din este pentru au sunt mai care".split()),
    "hu": frozenset("a az és hogy nem is egy van meg csak már volt de el".split()),
}

# A point behind one of these is an abbreviation's: a sentence ends there only where a word follows that begins one.
ABBREVIATIONS = frozenset(
    """etc approx dept depts eds assn assoc univ ave blvd rd sq hwy jr sr incl excl janv févr avr juil déc al cf e.g i.e
    eg ie a.m p.m u.s u.k u.n e.u d.c b.c ph.d av bd bld tél env hab coll moy ont alta sask n.s n.b p.e.i n.h n.j n.m
    n.y n.c n.d r.i s.c s.d w.va cie sté bzw ggf inkl usw evtl ee uu pág""".split()
)
# These are other words where they are not capitalised.
CAPITALISED = frozenset(
    """inc ltd co cos corp bros mt ft adm ets jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur
    thurs fri sat sun man que nfld ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo
    mont neb nev okla ore pa tenn tex vt va wash wis wyo""".split()
)
# A name follows these, capitalised or in small letters: no sentence ends there.
TITLES = frozenset("mr mrs dr drs prof lt sgt cpl messrs vs mme mmes mlle mlles mgr mm sra dña dott".split())
CAPITALISED_TITLES = frozenset(
    """ms mx st ste gen col maj capt cmdr pvt brig rear rev revd sen sens rep reps gov govs pres supt det insp me m hr
    herr dra sig fr hon coun cllr ald amb atty comdr cpt spc const cst sub br mtro ing dip""".split()
)
# A number follows these; where none does, "No." is an answer.
NUMBERED = frozenset("no nos fig figs vol vols p pp art arts ch chap sec para ver nr núm n° rs ca".split())
# Capitalised behind an abbreviation's point, these begin a sentence.
STARTERS = frozenset(
    """the a an in on at it he she they but and this that these those his her its their there we for when while after
    before if as by with from to since until although though however meanwhile according so not no one two three some
    many most all both each every what who how why where i you my our your also then now yet still even such under over
    during between among despite because once about more only other others police officials
    le la les l un une des il elle ils elles on ce cet cette ces c d en dans à au aux pour par sur sous avec sans mais et
    or donc car son sa ses leur leurs nous vous je j quand si selon après avant depuis pendant lors cela plus
    der die das ein eine und aber er sie es im am el los las""".split()
)
# Some of them begin names too: "J. Le Clézio", "T. A. Edison".
INITIALS_MAY_MEET = frozenset("le la les l un une des d a an i so der die das el los las no son car or even".split())

CONNECTIVES = {
    "en": (
        "but", "and", "so", "yet", "still", "also", "meanwhile", "however", "moreover", "furthermore", "nevertheless",
        "nonetheless", "therefore", "thus", "besides", "likewise", "similarly", "additionally", "accordingly",
        "consequently", "then", "in addition", "at the same time", "by contrast", "on the other hand", "as a result",
        "for now",
    ),
    "fr": (
        "mais", "et", "or", "donc", "cependant", "toutefois", "pourtant", "néanmoins", "ainsi", "aussi", "enfin",
        "par ailleurs", "en effet", "en outre", "de plus", "de son côté", "en revanche", "dès lors",
    ),
}  # fmt: skip

# A sentence that begins so leans on the one before it.
DANGLING = {
    "en": frozenset(
        """he she it they his her its their him them this that these those such there here both neither either another
        others one some the former latter same instead otherwise so""".split()
    )
    - {"the"},
    "fr": frozenset(
        """c'est c'était il elle ils elles ce cela ça ceci celui celle ceux celles cet cette ces son sa ses leur leurs lui y en tel telle
        l'un l'une les deux""".split()
    )
    - {"les", "deux"},
    "de": frozenset("er sie es dies diese dieser dieses diesen diesem das dort dabei dafür dagegen damit danach darauf deshalb daher so".split()),
    "es": frozenset("él ella ellos ellas esto este esta estos estas ese esa esos esas allí así también eso su sus".split()),
    "it": frozenset("egli lui lei loro esso essa essi questo questa questi queste quello quella lì così anche ciò".split()),
    "pt": frozenset("ele ela eles elas isto isso este esta estes estas esse essa ali assim também seu sua".split()),
    "nl": frozenset("hij zij ze het dit dat deze die daar zo ook hun haar zijn".split()),
    "ru": frozenset("он она оно они это этот эта эти этого там так также его её ее их поэтому".split()),
    "ar": frozenset("هو هي هم هذا هذه ذلك تلك هناك كما وهو وهي وهذا".split()),
}  # fmt: skip

ATTRIBUTION = {
    "en": r"\b(?:said|says|say|told|according to|announced|stated|reported|warned|added|argued|claimed|denied|confirmed|"
    r"insisted|replied|wrote|described|testified|promised|vowed|called|estimates?d?)\b",
    "fr": r"\b(?:a dit|dit|selon|d'après|a déclaré|a annoncé|a indiqué|a affirmé|a expliqué|a précisé|a estimé|assure|"
    r"affirme|explique|indique|précise|estime|a confirmé|a ajouté|a assuré|a promis|déclare|annonce|souligne)\b",
}

# The writer speaks: a judgement or a forecast that nobody is named for.
JUDGEMENT = {
    "en": r"(?:\b(?:it(?:'s| is| was) (?:clear|obvious|evident|hard|difficult|easy|no surprise|worth|tempting|fair|striking)|"
    r"clearly|obviously|evidently|tellingly|predictably|unsurprisingly|surely|arguably|undoubtedly|certainly|of course|"
    r"in fact|in truth|in reality|in other words|the point is|the truth is|the reality is|suggests? that|looks? (?:more )?like|"
    r"appears? to|seems? to|betrays?|highlights?|underlines?|as we know|hence|perhaps|at best|at worst|far more complex|"
    r"this could mean|we (?:know|should|must|can|are|have)|one might|should be|ought to|must now)\b)",
    "fr": r"(?:\b(?:il est clair|de toute évidence|évidemment|bien sûr|certes|sans doute|à l'évidence|force est de|"
    r"on peut penser|il faut|il faudrait|en réalité|en vérité|autrement dit|semble|paraît|sans surprise|peut-être|"
    r"nous devons|on le sait)\b)",
}

# Whoever wrote it asks for something else than to be believed.
FURNITURE = (
    r"(?i)^(?:share (?:this|post)|read (?:more|also|next)|related|more like this|popular|advertisement|sign up|subscribe|"
    r"follow us|continue reading|click here|photo:|image:|reporting by|editing by|à lire|lire aussi|abonnez|partager|"
    r"publicité|newsletter|\(reporting by|with files from|the following is|below is|here is|voici|ci-dessous|this (?:story|article) (?:was|is) )|"
    r"(?-i:\b(?:Image|Photo|Photograph|Picture|Credit|Crédit photo|Foto) ?: ?[A-Z])|\((?:left|right|centre|center|pictured|l|r|file photo|à gauche|à droite)\)"
)

# Near the beginning of a sentence these stand for somebody who is named elsewhere.
PRONOUNS = {
    "en": frozenset("he she they them him his her their theirs hers himself herself themselves".split()),
    "fr": frozenset("il elle ils elles lui leur leurs eux celui-ci celle-ci ceux-ci celles-ci".split()),
    "de": frozenset("er sie ihn ihm ihr ihnen ihre ihren sein seine seinen".split()),
    "es": frozenset("él ella ellos ellas su sus suyo les".split()),
    "it": frozenset("lui lei loro suo sua suoi sue gli".split()),
    "pt": frozenset("ele ela eles elas seu sua seus suas lhe".split()),
    "nl": frozenset("hij zij ze hem haar hun hen".split()),
    "ru": frozenset("он она они его её ее их ему ей им".split()),
    "ar": frozenset("هو هي هم".split()),
}

FIRST_PERSON = {
    "en": r"\b(?:I|I'm|I've|I'd|I'll|[Mm]y|[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our)\b",
    "fr": r"(?i)\b(?:[jm]'|(?:je|nous|notre|nos|vous|votre|vos|mon|ma|mes)\b)",
}

# Scripts without spaces: no word can be looked up, so an opening is compared.
BACK = {
    "zh": r"^(?:他|她|它|这|那|此|该|其|并|但|而|因此|同时|另外|此外|不过)",
    "ja": r"^(?:彼|これ|それ|この|その|あの|ここ|そこ|また|しかし|だが|一方|さらに|同)",
    "ko": r"^(?:그는|그녀|이는|이것|그것|이에|또|하지만|그러나|한편)",
    "th": r"^(?:เขา|เธอ|มัน|นี้|นั้น)",
}

# Words of the calendar and the clock: they say when, and join nothing. English abbreviations that are other words stay.
CALENDAR = {
    "en": frozenset(
        """january february march april may june july august september october november december jan feb mar apr jun jul
        aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat a.m p.m gmt utc est edt cet""".split()
    ),
    "fr": frozenset(
        """janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr juil sept oct
        nov déc lun mer jeu ven sam dim gmt utc heure heures""".split()
    ),
}

# Agencies, as texts name them: who carried a report says nothing about what it reports.
AGENCIES = (
    "The Associated Press", "Associated Press", "The Canadian Press", "Canadian Press", "La Presse canadienne",
    "Presse canadienne", "Agence France-Presse", "Press Association", "PA Media", "Press Trust of India",
    "Deutsche Presse-Agentur", "United Press International", "Thomson Reuters", "Reuters", "Bloomberg News", "Bloomberg",
    "Interfax", "Xinhua", "Kyodo News", "Kyodo", "Yonhap", "Anadolu", "TASS", "ANSA", "EFE", "AFP", "AP", "UPI", "dpa",
    "Belga", "PTI", "AAP",
)  # fmt: skip

# Words that stand in the news of any day, in two steps: those of every third story, and those of every eighth. English
# after the document frequencies of half of the development stories (benchmarks/stories.py), without people's names.
COMMONPLACE = {
    "en": (
        """call government leader month official president report state three time minister authorities statement
        public country united national new police""",
        """able agree allow america american another appear area arrest attack attempt bank become begin build case cause
        center central chance change charge child children city claim come company concern confirm consider continue
        control council court crisis critic deal death decide decision democrat democratic department director early
        economic effort election end evening event expect family find firm five follow force foreign former found four
        friend general give going group half hand head help high home hope hospital hour house include increase
        information interior international investigate issue kill large late later law lead leave left level local long
        main major mayor measure media meet meeting member military million minute morning move nation need night north
        number office officer open operation order part party percent photo place plan point political policy post power
        press prevent price prime problem program project protect province provincial question raise receive record
        region release remain republican rescue result return right rise rule saying second secretary security senate
        senior serious service share show side sign site six social south speak spokesman spokesperson spokeswoman spend
        staff stand start stop support system take talk team term think thousand town try turn u.s vote want war
        washington west white witness woman women work worker world""",
    ),
    "fr": (
        """gouvernement président ministre pays france état autorités nouveau nouvelle premier première mois""",
        """accord affaire aide annonce annoncer appel assemblée attaque attente avenir besoin blessé cas cause centre chef
        cour crise décision demande démocratie département dernier dernière directeur direction dossier droit eau effet
        élection élu enfant enquête entreprise europe européen européenne face famille femme fin force français française
        grand grande grandes grands groupe guerre habitant heure homme hôpital international intérieur jeune jugement
        justice lieu ligne local loi main maire maison majorité marché matin membre mesure mètre million ministère monde
        mort moyen national nationale nombre nuit opération ordre part parti partie personne place plan point police
        politique population porte-parole pouvoir presse prix problème procès projet public publique question rapport
        région régional républicain réponse réseau responsable résultat retour réunion risque route saison secours
        secteur sécurité sénat service site situation social société soir soutien système temps terme texte travail
        tribunal trois vie ville village voix vote zone""",
    ),
}

# Words that are or may be a sentence's verb, and endings that make one; without any, a line is a caption or a sigh.
VERBS = {
    "en": frozenset(
        """is are was were be been am isn wasn aren weren has have had will would can could shall should may might must
        arose bore bent bit blew burst clung crept dealt dug forbade forgot hid hung overcame oversaw overthrew overtook
        rebuilt repaid retook rode shrank slept slid stuck swam swung tore underwent undertook upheld withheld withstood
        do does did didn doesn don won ate beat became began bet bought brought broke built came caught chose cut drew
        drove fell felt fled flew fought found froze gave got grew heard held hit hurt kept knew laid lay led left
        lent let lies lost made meant met paid put quit ran rang read rose said sank sat saw sent set shook shot shut
        sold sought spent split spoke spread stands stole stood struck sued swept swore taught told took thought threw
        understood went withdrew woke wore wrote add adds agree allow allows appear appears argue argues ask asks
        believe believes begin begins come comes consider contain contains depend depends expect expects follow
        follows get gets give gives go goes grow grows help helps hold holds include includes keep keeps know knows
        lack lacks lead leads leave leaves live lives make makes mean means meet meets need needs open opens own owns
        pay pays remain remains require requires say says see sees seek seeks seem seems speak speaks stand take takes
        tell exists tells think thinks try tries wait waits want wants warn warns win wins write writes""".split()
    ),
    "fr": frozenset(
        """est sont a ont ai as était étaient fut furent sera seront serait avait avaient aura auront aurait va vont allait peut
        peuvent pourra pourrait doit doivent devra devrait fait font faisait dit disent disait veut veulent sait savent prend
        prennent met mettent vient viennent tient tiennent devient deviennent reçoit voit voient croit croient vit vivent suit
        suivent sert servent sort sortent part partent perd perdent rend rendent attend attendent répond répondent vend vendent
        descend connaît paraît naît meurt court ouvre offre compte comptent coûte coûtent reste restent demande demandent donne
        donnent passe passent porte portent pose posent trouve trouvent arrive arrivent commence commencent continue continuent
        accuse affirme annonce assure appelle ajoute cherche concerne demeure dénonce dépend entre espère estime étudie évoque
        existe explique exige expose ferme figure fixe gagne garde grimpe ignore impose indique installe invite juge laisse lance
        livre manque marque menace mène monte montre note occupe oppose organise parle partage pense permet permettent place
        prévoit prévoient produit propose prévient quitte raconte rappelle recule refuse regarde rejette relance remporte
        rencontre rentre représente réclame résume retrouve réunit révèle risque signe souhaite souligne soutient subit tombe
        touche tourne travaille traverse vise vote""".split()
    ),
}
VERBAL = {
    "en": r"\w{2,}ed\b|\w{2,}n't\b|(?i:\b(?:it|that|he|she|there|what|who|here)'s\b)|'(?:re|ve|ll)\b|"
    r"\b(?:aim|cause|demand|face|fear|hope|mark|offer|plan|record|report|run|show|start|threaten|use|vote|work) "
    r"(?:the|an?|to|that|its|their|no)\b|\b[a-zà-ý]\w*[^s\W]s (?:the|an?|to|that|its|his|her|their|no|not)\b",
    "fr": r"\w{2,}(?:aient|ait|eront|era|ront|èrent|irent|ît)\b|\b(?:s'est|n'est|c'est|n'a|l'a|l'ont|y a)\b|\bs'\w+e(?:nt)?\b|"
    r"\b(?:se|ne|n') ?\w+(?:e|ent|t)\b",
}
