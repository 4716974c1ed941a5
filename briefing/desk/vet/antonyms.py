"""Words of the news that say the opposite of one another, English and French.

Each line sets words against words: any on the left is the opposite of any on the right. Dictionary forms, as
`stems.key_of` brings them together; lower case, without accents.
"""

from __future__ import annotations

LINES = """
rise increase grow climb soar surge jump gain advance rally rebound upturn growth up higher : fall decrease decline drop plunge plummet sink shrink slump tumble slide dip crash downturn contraction down lower
raise lift boost hike : lower cut reduce slash trim
more most many majority : less fewer fewest few least minority
win victory triumph winner victor : lose defeat loss loser
beat : lose
success succeed successful successfully : fail failure unsuccessful unsuccessfully
accept approve agree endorse embrace welcome adopt pass back ratify : reject refuse decline deny oppose disapprove disagree rebuff veto dismiss condemn
support favour favor defend backing for proponent supporter : oppose resist criticise criticize attack against opponent critic opposition
allow permit legalise legalize authorise authorize let enable legal lawful : ban forbid prohibit bar outlaw block prevent illegal unlawful
confirm admit acknowledge affirm concede : deny dispute refute contradict
praise commend applaud laud hail : criticise criticize condemn blame denounce slam
arrest detain jail imprison capture seize hold : release free liberate acquit
convict guilty conviction : acquit clear innocent acquittal
accuse : clear exonerate
open reopen opening : close shut closing closure
begin start launch commence resume beginning onset : end stop finish halt cease conclude suspend finale ending
continue remain stay persist : stop end leave quit cease
first : last final
early earlier : late later
before prior : after following
new newest : old
young younger youngest : old older oldest elderly
high highest tall : low lowest short
big bigger biggest large larger largest huge : small smaller smallest tiny little
long longer longest : short shorter shortest brief
strong stronger strongest strength powerful : weak weaker weakest weakness feeble
good better best : bad worse worst poor
positive : negative
rich wealthy affluent : poor impoverished
safe safety secure security : dangerous danger unsafe risk insecurity threat risky
easy easier : hard harder difficult tough
fast quick quickly rapid rapidly : slow slowly
hot warm heat : cold cool chilly
dry drought : wet flood
buy purchase acquire acquisition buyer : sell sale seller
import : export
lend : borrow
hire recruit appoint employ : fire sack dismiss lay resign
join enter arrive enrol enroll : leave quit exit depart withdraw
arrival entry : departure exit
arrive come return : leave go
gain : lose
create build construct : destroy demolish dismantle
save rescue protect : kill endanger abandon
live alive survive survivor survival living : die dead dead death victim
born birth : die dead death
marry marriage wed wedding : divorce separate
ally friend friendly partner friendship : enemy foe hostile rival adversary
peace peaceful ceasefire truce calm : war conflict violent fighting violence unrest
attack invade assault offensive : defend retreat defence defense defensive
win gain : lose
success : failure
profit surplus : loss deficit
cheap cheaper : expensive dear costly
expand expansion widen broaden extend : contract contraction narrow shrink limit curtail
strengthen bolster tighten : weaken undermine loosen ease relax
tight : loose
improve improvement recover recovery better : worsen deteriorate decline worse
hope optimism optimistic hopeful confident : fear pessimism pessimistic despair worried
happy glad pleased delighted : sad unhappy angry disappointed upset
love like : hate dislike
left leftist liberal progressive : right rightist conservative
leftwing : rightwing
north northern : south southern
east eastern : west western
inside indoor internal domestic : outside outdoor external foreign
above over : below under beneath
male man boy husband father son brother king prince he his him gentleman : female woman girl wife mother daughter sister queen princess she her lady
public : private
major : minor
majority : minority
maximum : minimum
include : exclude
remember : forget
find discover : lose
push : pull
send : receive
give : take
teach : learn
ask question : answer reply
true truth : false lie untrue
real genuine authentic : fake false counterfeit bogus
right correct : wrong incorrect
full : empty
all every everyone everybody always everything : none nobody never nothing some
often frequently : rarely seldom
always : never sometimes
with : without
for : against
in into : out
on : off
ahead front : behind back
forward : backward back
present : absent
presence : absence
appear emerge : disappear vanish
healthy well : sick ill unwell
clean : dirty
day daytime : night nighttime
morning : evening night
today : yesterday tomorrow
tomorrow : yesterday
next coming future : last past previous
summer : winter
spring : autumn
temporary interim : permanent
voluntary : compulsory mandatory forced
mandatory compulsory obligatory : optional voluntary
likely probable : unlikely improbable
possible : impossible
able : unable
complete : partial incomplete
partly partially : fully wholly completely entirely
known : unknown
famous : obscure
common : rare
simple : complex complicated
same similar alike : different
unite unity merge united : divide division split divided
together : apart separately
agreement deal consensus : disagreement dispute
elect : oust
victory : defeat
attacker : defender
employer : employee
majority : minority
lift : impose
impose : lift
ban : lift
nationalise nationalize : privatise privatize
deploy : withdraw
withdraw retreat : advance enter
demand : supply
lead leader : trail follow follower
top : bottom
upper : lower
heavy : light
thick : thin
deep : shallow
wide : narrow
bright : dark
loud noisy : quiet silent
calm : tense violent
hero : villain
winner : loser
teacher : pupil student
parent : child
host : guest
landlord : tenant
doctor : patient
prosecution prosecutor : defence defense defendant
plaintiff : defendant
credit : debt
asset : liability
income earn earning : spending spend expense
boom : recession bust slump
inflation : deflation
upgrade : downgrade
overestimate : underestimate
encourage urge : discourage deter dissuade
persuade : dissuade
attract : repel
reveal disclose expose : conceal hide cover
publish : withhold
remove : add install
add : subtract remove
delay postpone : hasten accelerate
speed accelerate : slow
plus : minus
active : inactive idle
innocent : guilty
legal : illegal
moral : immoral
natural : artificial
modern : ancient
urban : rural
civilian : military soldier
amateur : professional
guilt : innocence
obey comply : defy violate
comply : breach
reward : punish punishment
pardon forgive : punish condemn
trust : distrust suspicion
friend : enemy
hope : fear
bless : curse
laugh : cry
wake : sleep
asleep : awake
sink : float
freeze : melt thaw
lock : unlock
connect : disconnect
mount : dismount
load : unload
increase : decrease
maintain keep : abandon scrap drop
retain : lose
honest : dishonest
loyal loyalty : disloyal treason
brave : cowardly
careful : careless reckless
generous : greedy mean
kind gentle : cruel harsh
lenient : harsh severe strict
mild : severe
minor : serious
serious : slight trivial
stable : unstable volatile
steady : erratic
near close nearby : far distant
local : national global
optimist : pessimist
augmenter monter grimper progresser croitre bondir hausse augmentation croissance : baisser diminuer chuter reculer tomber baisse diminution recul chute
gagner victoire gagnant remporter vainqueur : perdre defaite perdant
accepter approuver adopter valider : refuser rejeter repousser
soutenir appuyer soutien : combattre critiquer opposer
autoriser permettre : interdire empecher
confirmer reconnaitre : dementir nier
arreter interpeller emprisonner : liberer relacher
condamner coupable : acquitter innocenter innocent
ouvrir rouvrir ouverture ouvert : fermer fermeture ferme
commencer debuter debut lancer : finir terminer cesser fin
premier premiere : dernier derniere
avant : apres
plus : moins
acheter achat acheteur : vendre vente vendeur
entrer arriver arrivee : sortir partir depart quitter
paix : guerre
allie ami : ennemi adversaire
pour : contre
avec : sans
sur dessus : sous dessous
haut haute eleve : bas basse faible
grand grande : petit petite
fort forte : faible
bon bonne meilleur : mauvais mauvaise pire
nouveau nouvelle : ancien ancienne vieux
jeune : vieux age
riche : pauvre
vrai vraie : faux fausse
toujours : jamais
tous toutes : aucun aucune
homme mari pere fils frere garcon : femme epouse mere fille soeur
nord : sud
est : ouest
gauche : droite
public publique : prive privee
vivant survivre : mort mourir tue
construire : detruire demolir
accelerer : ralentir
renforcer : affaiblir
elargir : restreindre
reussir succes : echouer echec
hier : demain
jour : nuit
"""
