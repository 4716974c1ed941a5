"""English verbs and their forms, and what else each form may be: which words can surely be a clause's verb.

The lists are our own. A form is *certain* where it is no noun's plural and no participle ("agrees", "took"), *likely*
where only its place tells ("votes", "ended").
"""

from __future__ import annotations

_PLAIN = """
accept accuse achieve acknowledge acquire adapt add address adjourn adjust administer admire adopt advance advise
affect afford agree align allege allocate allow alter amend amount analyse analyze announce annex answer anticipate
apologise apologize appeal appear apply appoint approach approve argue arise arrange arrest arrive ask assemble assert
assess assign assist assume assure attach attack attain attempt attend attract authorise authorize avoid await award back
balance base battle become behave believe belong benefit block board boost borrow bother bounce boycott breach
bring broadcast build burn cancel capture care carry cast cause cease celebrate change charge chase check claim clarify
clash clean clear climb close coincide collaborate collapse collect combat combine come comment commence compare
compensate compete complain complete comply comprise conceal concede conclude condemn conduct confess confirm confront
connect consider consist constitute construct consult consume contact contain contest continue contract contradict
contribute convene convert convict convince cooperate cope correspond cost counter cover crack crash create cross
damage dare deal decide declare decline decrease deduct deepen defeat defect defend defer define delay deliver demand
demolish demonstrate deny depart depend deploy deport derail describe deserve design destroy detain detect deteriorate
determine develop devote dictate die differ direct disagree disappear discharge discipline disclose discourage discover
discuss dismantle dismiss dispatch display dissolve distribute disturb divert divide divorce dominate donate double
doubt draft drift earn ease elect eliminate embark embrace emerge employ enable encounter encourage end endanger endorse
endure enforce engage enhance enjoy ensure enter entitle erase erupt escalate escape establish estimate evacuate evade
evaluate evolve exceed exchange exclude execute exercise exist expand expect expel experience expire explain explode
exploit explore export expose express extend extradite face facilitate fade fail fear feature file fill finance finish
fire fix float flow follow force form free function fund gain gather generate govern grant grow guarantee guard guide
halt hand handle happen harm hasten hate head heal help hesitate hijack hire honor honour hope host hurry identify
ignite ignore impact impeach implement imply import impose improve include increase incur indicate indict induce
influence inform inherit initiate injure inquire insist inspect inspire install instruct intend intensify interfere
interpret intervene interview introduce invade invent invest investigate invite involve issue join judge justify kidnap
kill kneel knock lack land last launch lean leak learn leave legalise legalize lessen level lift limit link list listen
live load lobby locate lock look loosen lower maintain manage march mark market marry match matter measure mention
merge migrate mind mislead miss mobilise mobilize modify monitor motivate mount mourn move murder name narrow need
negotiate nominate notice notify obey object oblige observe obtain occupy occur offend offer open operate oppose order
organise organize oust outline overcome oversee overturn owe own park part participate partner pass pause perceive
perform permit persist persuade pick place plant play plead please plunge point pollute pose position possess postpone
pour praise prepare present preserve preside press presume prevail prevent print proceed process proclaim produce
progress prohibit promise promote prompt propose prosecute protect protest prove provide provoke publish pull punish
purchase pursue push qualify question quote race raise rally reach react realise realize rebuild recall receive recognise
recognize recommend reconsider record recover recruit reduce refer reflect reform refrain refuse regain regard register
regret regulate reinforce reinstate reject rejoin relate relax release relieve relinquish relocate rely remain remember
remove render renew reopen repair repatriate repeal repeat replace reply report represent request require rescue research
resemble reserve reshape resign resist resolve resort respect respond rest restart restore restrict result resume
retain retaliate retire retreat return reveal reverse review revise revive revoke reward risk roll rule sack sail
sanction satisfy save scale scrap search secure select separate serve settle shape share shift shoot shop shorten
shoulder show sign signal slash slow solve sound spark speculate sponsor spur stabilise stabilize stage stall start
starve state stay stem stop strengthen stress stretch strike struggle study subject submit succeed suffer suggest suit
supply support suppose suppress surge surprise surrender surround survive suspect suspend sustain switch tackle talk
target tax tempt tend terminate test testify thank threaten tighten topple total touch tour trace track trade train
transfer transform transmit transport travel treat trigger triumph trouble trust try turn undermine unite unveil update
uphold urge use vacate vanish vary veto view violate visit vote wait walk want warn warrant waste watch weaken weigh
welcome widen withhold witness wonder work worry yield
aim apprehend cap chair charter compel concern control cooperate crack deem dent dip enlist enrol expand extract
fine flee flood grip hail handle harden hear hunt intercept jail jump kick label lag lapse last launch liquidate list
log long loot mediate pardon patrol peak pin plan plot probe profit program project quash quell quiz rank rate ratify
read rebound reckon redeem redraw refile refinance reimburse reignite relaunch remand repay rerun retake rig rock
scan schedule score screen seek seize sentence shed ship shrink shut sideline skip slip smuggle snap spare stabilise
steer step stir strand strip stun sue swap sweep tap tear threaten tip toll top trail trap treble triple trim twist
uncover unravel upset usher vaccinate vet vie vow wage warm wed whip wipe wreck
"""
# base, past, participle: where the last is not said it is the past.
_IRREGULAR = """
arise arose arisen, bear bore borne, beat beat beaten, become became become, begin began begun, bend bent, bet bet,
bid bid, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought,
broadcast broadcast, build built, burst burst, buy bought, cast cast, catch caught, choose chose chosen, cling clung,
come came come, cost cost, creep crept, cut cut, deal dealt, dig dug, do did done, draw drew drawn, drink drank drunk,
drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled,
fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen,
get got got, give gave given, go went gone, grind ground, grow grew grown, hang hung, have had, hear heard,
hide hid hidden, hit hit, hold held, hurt hurt, keep kept, know knew known, lay laid, lead led, leave left, lend lent,
let let, lie lay lain, lose lost, make made, mean meant, meet met, mislead misled, overcome overcame overcome,
oversee oversaw overseen, overthrow overthrew overthrown, overtake overtook overtaken, pay paid, put put, quit quit,
read read, rebuild rebuilt, repay repaid, retake retook retaken, ride rode ridden, ring rang rung, rise rose risen,
run ran run, say said, see saw seen, seek sought, sell sold, send sent, set set, shake shook shaken, shed shed,
shoot shot, shrink shrank shrunk, shut shut, sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid,
speak spoke spoken, spend spent, split split, spread spread, stand stood, steal stole stolen, stick stuck,
strike struck, swear swore sworn, sweep swept, swim swam swum, swing swung, take took taken, teach taught,
tear tore torn, tell told, think thought, throw threw thrown, undergo underwent undergone, understand understood,
undertake undertook undertaken, uphold upheld, wake woke woken, wear wore worn, win won, wind wound,
withdraw withdrew withdrawn, withhold withheld, withstand withstood, write wrote written
"""
# Their bare form, or the one with "s", is as often a noun's.
_NOUNS = """
accord address advance aim amount answer appeal approach arrest attack attempt award back balance base battle benefit bet
bid block board boost bounce boycott breach break broadcast build burn burst buy call cap capture care cast cause chair
challenge change charge charter chase check claim clash clean clear climb close collapse combat comment compromise
concern conduct conflict contact contest contract control cost counter cover crack crash cross crowd cut damage deal
defeat defect delay demand dent design dip direct discharge discipline dispatch display divide divorce double doubt
draft draw drift drink drive ease end escape estimate exchange exercise experience exploit export face fall fear feature
feed feel fight file fill finance fine fire fix float flood flow fly focus force form free freeze function fund gain
grant grip guarantee guard guide halt hand handle harm hate head help hit hold honor honour hope host hunt hurry hurt
impact import increase influence interview issue jail judge jump kick kill label lack lag land lapse lay lead leak
leave level lie lift limit link list live load lobby lock log long look loot lower make march mark market match matter
mean measure meet mention mind miss monitor mount move murder name narrow need notice object offer open order outline
own pardon park part partner pass patrol pause pay peak permit pick pin place plan plant play plot point position press
print probe process produce profit program progress project promise prompt protest purchase push question quiz quote
race raise rally rank rate reach read rebound recall record reform regard register regret release repair repeal repeat
reply report request rescue research reserve resort respect rest restart result retreat return reverse review reward ride
ring rise risk rock roll rule run sack sail sanction save say scale scan schedule score scrap screen search secure
sentence separate set shape share shed shift ship shoot shop shoulder show sign signal sink slash sleep slide slip slow
snap sound spare spark split sponsor spread spur stage stall stand start state stay steal stem step stick stir stop
strand stress stretch strike strip struggle study subject suit supply support surge surprise surrender suspect sweep
swing switch talk tap target tax tear test thank tip toll top total touch tour trace track trade trail train transfer
transport trap travel treat trigger trouble trust try turn twist update upset use veto view visit vote vow wage wait wake
walk want warrant waste watch wear welcome win wind wipe witness wonder work worry wreck yield
"""
_DOUBLED = """
admit ban beg cap chop clap commit compel control cut dip drag drop drum enrol equip expel grab grip hop incur jog
kidnap knit lag log nod occur omit outstrip pat permit pin plan plot pop prefer program quit quiz refer regret remit rig
rip rob rub scan scrap ship shop skip slam slap slip snap spot spur star stem step stir stop strip submit swap tap tip
top transfer transmit trap trim vet wed whip wrap
"""

AUXILIARIES = frozenset(
    "is are was were has have had will would can could should may might must shall do does did".split()
)
BE = frozenset("is are was were".split())
PERFECT = frozenset("has have had".split())

_VOWELS = "aeiou"


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in _VOWELS else f"{base}s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in _TWICE else f"{base}ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe")):
        return f"{base[:-1]}ing"
    return f"{base}{base[-1]}ing" if base in _TWICE or base in _TWICE_ING else f"{base}ing"


_TWICE = frozenset(_DOUBLED.split())
_TWICE_ING = frozenset("begin bet cut dig forget get hit let put quit rid run set shut sit spin split swim win".split())
_FORMS = [entry.split() for entry in _IRREGULAR.split(",")]
_STRONG = {forms[0] for forms in _FORMS}
_WEAK = [base for base in dict.fromkeys((*_PLAIN.split(), *_NOUNS.split(), *_DOUBLED.split())) if base not in _STRONG]

BASES = frozenset((*_WEAK, *_STRONG))
NOUNS = frozenset(_NOUNS.split())
THIRD = {_third(base): base for base in sorted(BASES)} | {"has": "have", "does": "do", "goes": "go"}
PAST = {_past(base): base for base in _WEAK} | {forms[1]: forms[0] for forms in _FORMS if forms[1] != forms[0]}
PARTICIPLES = frozenset([_past(base) for base in _WEAK] + [forms[-1] for forms in _FORMS]) | {"been"}
# The base and the simple past of a participle: "stolen" is of "steal", whose past is "stole".
OF_PARTICIPLE = {_past(base): base for base in _WEAK} | {forms[-1]: forms[0] for forms in _FORMS}
SIMPLE_PAST = {_past(base): _past(base) for base in _WEAK} | {
    forms[-1]: forms[min(1, len(forms) - 1)] for forms in _FORMS
}
GERUNDS = {_gerund(base): base for base in sorted(BASES)}
# A past that is no participle: it can be nothing but a clause's verb.
CERTAIN_PAST = frozenset(
    forms[1]
    for forms in _FORMS
    if len(forms) > 2 and forms[1] not in (forms[0], forms[2])  # noqa: PLR2004 - base, past, participle
) - {"bore", "lay", "wound", "ground", "saw", "rose"}  # nouns too
# Verbs that take no object: their past is no participle of what stands before ("the sirens stayed").
INTRANSITIVE = frozenset(
    """appear apologise apologize arise arrive behave belong cease collapse comply consist cooperate crash depart die
    differ disagree disappear emerge erupt exist expire explode fade fail fall go happen insist last listen occur persist
    prevail proceed react refuse remain reply resign respond rise sit stand stay succeed survive vanish vote wait
    decline agree want try know hope seem""".split()
)
