"""Words of several languages that stand for one thing, so that reports of one happening meet across languages.

Three steps, each coarser: a lexicon of French news words, our own; endings that the languages share by rule
("sécurité", "security"); the word without its accents, for names and cognates. It serves to group reports, and never
to translate: what is printed are the source's words.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from briefing.desk.text import stem

LEAST = 3  # letters of a beginning in the lexicon

# French word = the English one that it stands for; a star stands for any ending.
FRENCH = """
    abandon*=abandon abattu*=shot accident*=accident accord*=agreement accus*=accuse achat*=purchase achet*=buy acier=steel
    acteur*=actor actrice*=actor administrat*=administration adopt*=adopt affrontement*=clash agricult*=farm agriculteur*=farmer
    aide*=aid ailes=wing aliment*=food allemagne=germany allemand*=german alli=ally allié*=ally ambassad*=ambassador américain*=american
    amende*=fine angleterre=england anglais*=english annonc*=announce annul*=cancel appel*=call arme*=weapon armée*=army
    arrestation*=arrest arrêt*=arrest assassin*=murder assemblée*=assembly assurance*=insurance attaqu*=attack attentat*=attack
    atterri*=land augment*=increase aéroport*=airport aérien*=air autoroute*=highway autorités=authorities avalanche*=avalanche avion*=plane
    avocat*=lawyer baiss*=fall banque*=bank barrage*=dam bataille*=battle bateau*=boat bateaux=boat belge*=belgian belgique=belgium
    blé=wheat bless*=injure bois=wood bombard*=bomb bombe*=bomb bouch*=butcher bourse=stock britannique*=british brul*=burn brûl*=burn
    bureau*=office bus=bus camion*=truck campagne*=campaign camp=camp cancer*=cancer candidat*=candidate capitaine*=captain capital*=capital
    carburant*=fuel catastroph*=disaster centrale=plant cessez-le-feu=ceasefire chaleur=heat chambre=chamber chanteu*=singer charbon=coal
    chass*=hunt chemin*=railway cher=expensive cheva*=horse chien*=dog chinois*=chinese chine=china chômage=unemployment chômeur*=unemployed
    chute*=fall circulation=traffic citoyen*=citizen client*=customer climat*=climate colline*=hill combat*=fight combattant*=fighter
    commerc*=trade commission*=commission condamn*=sentence conducteur*=driver conflit*=conflict congrès=congress conseil*=council
    constructeur*=builder construi*=build construction=construction contaminé*=contaminated contrat*=contract corps=body corée=korea
    coup=coup coupable*=guilty coupe*=cup cour=court cours=course course*=race coût*=cost crash=crash crime*=crime crise*=crisis croissance=growth
    culture*=crop décès=death décid*=decide décision*=decision décéd*=die défaite*=defeat défens*=defence dégât*=damage
    démission*=resign départ=departure déput*=lawmaker député*=lawmaker dérail*=derail désaccord*=disagreement destruct*=destruction détrui*=destroy
    dette*=debt détenu*=prisoner diplomat*=diplomat directeur*=director directrice*=director dirigeant*=leader disparu*=missing
    dissou*=dissolve données=data dollar*=dollar douane*=customs douanier*=customs drapeau*=flag drogue*=drug droit*=right eau=water eaux=water
    échec*=failure école*=school économi*=economy effondr*=collapse église*=church électeur*=voter élection*=election électoral*=election
    électri*=electric électricité=electricity élève*=student élèves=student élu*=elected embauch*=hire employ*=employee emprisonn*=jail enceinte=pregnant
    enlev*=kidnap enlèvement*=kidnap enfant*=child enquêt*=investigate enquête*=investigation enseignant*=teacher ensevel*=bury entraîneur*=coach
    entrepôt*=warehouse entrepri*=company environnement*=environment épidémi*=epidemic équipage*=crew équip*=team éruption*=eruption espagne=spain
    espagnol*=spanish espèce*=species essence=petrol étranger*=foreign étranglé*=strangled étudiant*=student étude*=study europé*=european
    évacu*=evacuate évad*=escape évasion=escape exploit*=operate explos*=explosion exportation*=export facture*=bill fabri*=manufacture famille*=family
    femme*=woman ferme=farm fermet*=close ferm*=close fermeture=closure ferroviaire*=rail feu=fire feux=fire feuille*=leaf fièvre=fever fille*=girl
    film*=film fille=girl financ*=finance fleuve*=river foot*=football football*=football footballeur*=footballer forêt*=forest forestier*=forest frapp*=strike frontière*=border
    français*=french france=france froid=cold fuit*=leak fuite*=leak fum*=smoke fusée*=rocket fusillade*=shooting fusion*=merger gagn*=win garçon*=boy
    garde=guard gaz=gas gel=frost gendarme*=police général*=general genou=knee glace=ice glissement*=landslide gouvern*=government gouverneur*=governor
    grand-mère=grandmother grec=greek grecque*=greek grèce=greece grève*=strike grippe=flu guerre*=war habitant*=resident hausse*=rise hectare*=hectare
    heure=hour homme*=man hôpital*=hospital hôpitaux=hospital hôtel*=hotel importation*=import impôt*=tax incendi*=fire inculp*=charge indemni*=compensation
    infirm*=nurse ingénieur*=engineer inond*=flood inquiét*=worry inspect*=inspector interdi*=ban interdiction*=ban investi*=invest italien*=italian
    italie=italy japon=japan japonais*=japanese joueu*=player journal=newspaper journalist*=journalist judiciaire*=court jug*=judge juge*=judge jugement*=ruling
    justice=justice lac=lake lait*=milk laitier*=dairy lanc*=launch lancement*=launch législati*=legislative libér*=release liberté*=freedom ligne*=line
    livre*=book logement*=housing loi=law londres=london lutte*=fight magasin*=shop maire*=mayor mairie=town maison*=house malad*=sick maladie*=disease
    manifest*=protest manifestant*=protester manifestation*=protest marché*=market mari=husband marin*=sailor marine=navy match*=match mèche=wick médecin*=doctor
    médicament*=drug menac*=threaten menace*=threat mer=sea météo*=weather meurtr*=murder meurtrier*=deadly mexique=mexico militaire*=military milliard*=billion mine*=mine mineur*=miner
    ministre*=minister ministère*=ministry missile*=missile monnaie*=currency montagne*=mountain mort*=dead morte*=dead moscou=moscow mosquée*=mosque
    motion=motion mourir=die moteur*=engine moteurs=engine moyen-orient=mideast mur=wall musée*=museum naufrag*=shipwreck navette*=ferry navire*=ship neig*=snow neige=snow noyé*=drown
    noyade*=drowning nucléaire*=nuclear nuit*=night œuvre*=work oeuvre*=work oiseau*=bird opposition=opposition or=gold orage*=storm ordinateur*=computer ordures=garbage otage*=hostage
    ouragan*=hurricane ouvri*=open ouverture=opening ouvrier*=worker paix=peace palais=palace pann*=outage panne=outage parc=park parlement*=parliament
    parquet=prosecutor parti=party passager*=passenger patient*=patient patron*=boss pêch*=fish pêcheur*=fisherman peine=sentence peinture*=painting perte*=loss
    perquisition*=raid péril=danger pétrol*=oil peupl*=people pharma*=pharmacy piéton*=pedestrian pilote*=pilot plage*=beach plainte*=complaint pluie*=rain poisson*=fish
    policier*=police police=police pollu*=pollution pomme*=apple pompier*=firefighter pont*=bridge port=port portugais*=portuguese porte-parole=spokesman poste=post pourparlers=talks pouvoir=power
    premier=prime présiden*=president présidentiel*=presidential prêt*=loan preuve*=evidence prison*=prison prisonnier*=prisoner prix=price procès=trial
    procureur*=prosecutor producteur*=producer professeur*=teacher projet*=project promess*=promise protest*=protest province*=province puits=well quartier*=neighbourhood québec=quebec
    rail=rail rappel*=recall rachat*=takeover rachet*=buy raffinerie=refinery récolte*=harvest record=record recherch*=search réforme*=reform réfugié*=refugee règle*=rule
    rejet*=reject remaniement=reshuffle rencontr*=meet renfor*=reinforce renvoy*=dismiss répar*=repair report*=postpone reproch*=blame réseau*=network
    responsable*=official retrait*=pension retraite*=pension réunion*=meeting riposte*=retaliation rivière*=river roi=king roumanie=romania route*=road royaume-uni=britain
    russe*=russian russie=russia salaire*=wage salari*=employee sanction*=sanction sang=blood santé=health sauvet*=rescue sauveteur*=rescuer sauv*=save scientifique*=scientist
    scrutin*=ballot sécheresse*=drought secour*=rescue secouriste*=rescuer séisme*=earthquake sénat=senate sénat*=senator sentier*=trail serbi=serbia siège*=seat sida=aids signature*=sign sign*=sign site=site
    socialiste*=socialist soldat*=soldier sondage*=poll sortie*=exit soud*=sudan soudan=sudan souffr*=suffer soupçon*=suspect sous-marin*=submarine soutien*=support stade*=stadium station=station
    stock=stock subvention*=subsidy sucr*=sugar sud=south suède=sweden suédois*=swedish suicid*=suicide suisse*=swiss supérieur=superior suspect*=suspect suspen*=suspend
    syndicat*=union syrie=syria syrien*=syrian tableau*=painting taux=rate taxe*=tax télé*=television tempêt*=storm température*=temperature témoin*=witness témoign*=testimony terrain*=land tempête=storm
    territoire*=territory terre=earth terroris*=terrorist tir=shot tirs=shooting tornade*=tornado touriste*=tourist tournoi*=tournament toit*=roof traité*=treaty train*=train trains=train
    transport*=transport tremblement*=earthquake tribunal*=court tribunaux=court troupe*=troop tsunami=tsunami tué*=kill tuer=kill turc=turkish turque=turkish turquie=turkey typhon*=typhoon
    tunnel*=tunnel usine*=factory université*=university usager*=user vaccin*=vaccine vache*=cow vainqueur*=winner vague*=wave vallée*=valley vapeur=steam véhicule*=vehicle vent*=sale vendre=sell vendu*=sell venezuela=venezuela victime*=victim victoire*=win
    vieill*=old village*=village ville*=town vin=wine viol*=rape violence*=violence virus=virus vitesse=speed voisin*=neighbour voiture*=car voix=vote vol=flight vols=flight volcan*=volcano
    voleur*=thief vot*=vote vote*=vote voyag*=travel voyageur*=traveller zoo=zoo pékin=beijing varsovie=warsaw bruxelles=brussels genève=geneva vienne=vienna rome=rome
    athènes=athens lisbonne=lisbon copenhague=copenhagen prague=prague bucarest=bucharest kiev=kyiv ukraine=ukraine ukrainien*=ukrainian israélien*=israeli
    palestinien*=palestinian iranien*=iranian irak=iraq irakien*=iraqi égypte=egypt égyptien*=egyptian maroc=morocco marocain*=moroccan algérie=algeria tunisie=tunisia
    brésil=brazil brésilien*=brazilian argentin*=argentina chili=chile colombi*=colombia pérou=peru inde=india indien*=indian pakistanais*=pakistani afghan*=afghan
    norvège=norway norvégien*=norwegian finlande=finland finlandais*=finnish danemark=denmark danois*=danish pologne=poland polonais*=polish hongrie=hungary hongrois*=hungarian
    pays-bas=netherlands néerlandais*=dutch irland*=ireland écoss*=scotland canadien*=canadian états-unis=u.s maison-blanche=white onu=u.n otan=nato ue=eu
    trois=three quatre=four cinq=five six=six sept=seven huit=eight neuf=nine dix=ten onze=eleven douze=twelve treize=thirteen quatorze=fourteen quinze=fifteen seize=sixteen vingt=twenty
    trente=thirty quarante=forty cinquante=fifty soixante=sixty cent=hundred mille=thousand million*=million premier=first première=first second*=second moitié=half tiers=third quart=quarter
    nord=north est=east ouest=west mois=month état*=state pays=country nouveau*=new nouvel*=new vieux=old jeune*=young grand*=big petit*=small rapport*=report plan=plan
    tombe*=grave tombé*=fall toxique*=toxic tonne*=tonne grue*=crane ascenseur*=elevator câble*=cable téléphérique*=cable funiculaire*=funicular traversier*=ferry ferry=ferry ferries=ferry quai*=dock digue*=dike
    crue*=flood boue=mud coulée*=mudslide éboulement*=rockslide rocher*=rock baleine*=whale ours=bear loup*=wolf requin*=shark abeille*=bee saumon*=salmon homard*=lobster
    bibliothèque*=library théâtre*=theatre concert*=concert orchestre*=orchestra festival*=festival prime*=bonus budget*=budget budgétaire*=budget déficit*=deficit bénéfice*=profit chiffre*=figure
    satellite*=satellite sonde*=probe lune=moon soleil=sun étoile*=star planète*=planet télescope*=telescope chercheu*=researcher laboratoire*=laboratory découv*=discover découverte*=discovery
    chaussée=road échangeur=interchange viaduc*=viaduct métro=subway tramway*=tram gare*=station aiguillage*=switch signalis*=signal clandestin*=clandestine migrant*=migrant passeur*=smuggler
    contreband*=smuggling saisi*=seize saisie*=seizure butin=loot braquage*=robbery bijou*=jewel bijouterie*=jewellery cambriol*=burglary cybera*=cyberattack pirat*=hacker piratage=hack rançon*=ransom
    eau-potable=water potable=drinking bouillir=boil ébullition=boil plomb=lead amiante=asbestos canicule*=heatwave verglas=ice déneig*=snow grêle=hail foudre=lightning
"""

# Endings of words that the languages share, and what they become in English; the first that fits.
ENDINGS = {
    "fr": (
        ("isation", "ization"), ("ité", "ity"), ("té", "ty"), ("ique", "ic"), ("iques", "ic"), ("aire", "ary"), ("aires", "ary"),
        ("iste", "ist"), ("istes", "ist"), ("isme", "ism"), ("eux", "ous"), ("euse", "ous"), ("eur", "or"), ("eurs", "or"), ("ien", "ian"), ("iens", "ian"),
        ("ienne", "ian"), ("iennes", "ian"), ("elle", "al"), ("elles", "al"), ("el", "al"), ("els", "al"), ("aux", "al"), ("ie", "y"), ("ies", "y"), ("oire", "ory"),
    ),
    "es": (
        ("ciones", "tion"), ("ción", "tion"), ("dades", "ty"), ("dad", "ty"), ("ico", "ic"), ("ica", "ic"), ("ista", "ist"), ("ismo", "ism"), ("cia", "cy"), ("ente", "ent"),
        ("ador", "ator"), ("o", ""), ("a", ""),
    ),
    "pt": (("ções", "tion"), ("ção", "tion"), ("dade", "ty"), ("ico", "ic"), ("ica", "ic"), ("ista", "ist"), ("ismo", "ism"), ("ente", "ent"), ("o", ""), ("a", "")),
    "it": (("zioni", "tion"), ("zione", "tion"), ("tà", "ty"), ("ico", "ic"), ("ica", "ic"), ("ista", "ist"), ("ismo", "ism"), ("ente", "ent"), ("o", ""), ("a", "")),
    "de": (("ität", "ity"), ("isch", "ic"), ("ische", "ic"), ("ismus", "ism"), ("ierung", "ation"), ("ie", "y")),
    "nl": (("iteit", "ity"), ("isch", "ic"), ("ische", "ic"), ("isme", "ism"), ("tie", "tion"), ("ties", "tion")),
}  # fmt: skip
LONG = 5  # letters from which a word has an ending that counts


def _read(listed: str) -> tuple[dict[str, str], dict[str, str]]:
    """Read a lexicon: whole words, and beginnings."""
    whole, beginnings = {}, {}
    for pair in listed.split():
        word, english = pair.split("=")
        if word.endswith("*"):
            beginnings[word[:-1]] = stem(english)
        else:
            whole[word] = stem(english)
    return whole, beginnings


WHOLE, BEGINNINGS = _read(FRENCH)
ELIDING = ("fr", "it")
ELIDED = ("dell'", "nell'", "all'", "un'", "l'", "d'", "qu'", "n'", "s'", "j'", "c'", "jusqu'", "lorsqu'", "puisqu'")


@lru_cache(maxsize=65536)
def concept(word: str, language: str) -> str:
    """Give what a word stands for: an English stem where one is known, else the word without accents, cut to its stem.

    `word` is as `bare` gives it. English words are only cut.
    """
    if language in ("en", ""):
        return stem(folded(word))
    if language == "fr":
        known = _known(word)
        if known:
            return known
    if len(word) > LONG:
        for ending, english in ENDINGS.get(language, ()):
            if word.endswith(ending):
                word = word.removesuffix(ending) + english
                break
    return stem(folded(word))


def bare(word: str, language: str) -> str:
    """Give a word in lower case with a typewriter apostrophe, without possessive or elided article."""
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("s'")
    if language in ELIDING and "'" in plain:
        return next((plain.removeprefix(elided) for elided in ELIDED if plain.startswith(elided)), plain)
    return plain


def folded(word: str) -> str:
    """Give a word without its accents."""
    if word.isascii():
        return word
    return "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))


def _known(word: str) -> str:
    """Look a French word up, whole and then by its longest beginning."""
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in WHOLE:
            return WHOLE[form]
    for end in range(len(word), LEAST - 1, -1):
        if word[:end] in BEGINNINGS:
            return BEGINNINGS[word[:end]]
    return ""
