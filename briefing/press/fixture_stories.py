"""The words of the invented edition: eight happenings that never happened, in three sections."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from briefing.model import Kind, QuestionKind  # noqa: TC001 - a dataclass's hints are read at run time

Words: TypeAlias = "tuple[str, int]"  # a text, and the number of the source that says it (from nought)
Credit: TypeAlias = "tuple[str, str, Kind, str, int]"  # name, label, kind, title, hour of publication or -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One happening, in brief."""

    id: str
    section: str
    headline: str
    summary: Words
    minutes: int
    sources: tuple[Credit, ...]
    language: str = "en"
    key_developments: tuple[Words, ...] = ()
    analysis: tuple[tuple[str, Words], ...] = ()
    open_questions: tuple[tuple[QuestionKind, str, Words], ...] = ()
    unknowns: tuple[Words, ...] = ()
    disagreements: tuple[tuple[str, tuple[Words, ...]], ...] = ()
    watch_for: tuple[tuple[dt.date, Words], ...] = ()
    since_yesterday: tuple[Words, ...] = ()
    related: tuple[str, ...] = ()
    pictures: tuple[tuple[str, str, str, str], ...] = ()


STORIES: tuple[Telling, ...] = (
    Telling(
        id="talks",
        section="World",
        headline="Nine hours in Varna, and the border stays shut",
        summary=(
            "The envoys left the Black Sea resort without a date for the next round, each side saying that the other must move first.",
            0,
        ),
        minutes=4,
        sources=(
            ("The Harbour Gazette", "", "report", "Nine hours in Varna, and the border stays shut", 21),
            ("Continental Wire", "wire", "report", "Border talks end without agreement", 19),
            ("Radio Dobrudja", "state media", "report", "Delegation returns with head held high", 18),
            ("Meridian Review", "", "analysis", "Why nobody in Varna could say yes", 8),
        ),
        since_yesterday=(
            ("The northern delegation, which had threatened to stay away, arrived on Friday evening.", 1),
        ),
        key_developments=(
            ("The talks on reopening the border ended late on Saturday after nine hours without a joint statement.", 0),
            ("Both delegations agreed to keep the humanitarian corridor at Silistra open until January 15.", 1),
            (
                "“We have moved as far as our parliament allows,” the northern envoy, Ilka Marren, said on leaving the hotel.",
                0,
            ),
            ("The southern side offered to withdraw its customs police from 11 of 14 crossings.", 2),
            ("Freight on the river has fallen by 38 per cent since the crossings closed in September.", 1),
        ),
        analysis=(
            (
                "Tomas Wendt, Meridian Review,",
                (
                    "Neither government can sell a compromise at home before the spring elections, and both know it of the other.",
                    3,
                ),
            ),
        ),
        open_questions=(
            (
                "asked",
                "Does either government want the border open before the elections?",
                ("Does either government want the border open before the elections?", 3),
            ),
            ("unknown", "When will the delegations meet again?", ("No date was set for another round.", 0)),
        ),
        unknowns=(("It is not known how many people are waiting at the closed crossings.", 1),),
        disagreements=(
            (
                "Crossings from which the customs police would withdraw",
                (("11 of 14 crossings", 2), ("“fewer than half” of them", 0)),
            ),
        ),
        watch_for=((dt.date(2026, 1, 15), ("The agreement on the humanitarian corridor expires.", 1)),),
        related=("reservoirs",),
        pictures=(
            (
                "varna-terrace.jpg",
                "The terrace of the hotel in Varna where the delegations met, on Saturday.",
                "Empty tables on a terrace above the sea",
                "Ilina Petrova",
            ),
        ),
    ),
    Telling(
        id="satellite",
        section="World",
        headline="Third weather satellite fails to answer after launch",
        summary=("Controllers lost the signal eleven minutes after separation.", 0),
        minutes=2,
        sources=(
            ("Orbit Daily", "", "report", "No signal from third satellite", 14),
            ("Continental Wire", "wire", "report", "Weather satellite silent after launch", 16),
        ),
        key_developments=(
            ("The satellite separated as planned at 04:12 and sent telemetry for eleven minutes.", 0),
            ("Two ground stations have called it every ninety minutes since, without an answer.", 1),
            ("The agency put the cost of the craft at €412 million.", 1),
        ),
        open_questions=(
            (
                "disputed",
                "Was the fault known before the launch?",
                ("An engineer said the fault was known; the agency denies it.", 0),
            ),
            (
                "announced",
                "Will the fourth launch, announced for March, still take place?",
                ("The fourth launch is announced for March.", 1),
            ),
        ),
        pictures=(("launch-pad.jpg", "", "", ""),),
    ),
    Telling(
        id="figs",
        section="World",
        headline="Le prix des figues double en une semaine",
        summary=("La récolte tardive et le blocus du détroit se sont ajoutés l’un à l’autre.", 0),
        minutes=1,
        language="fr",
        sources=(("Le Courrier du Port", "", "report", "Le prix des figues double en une semaine", 10),),
    ),
    Telling(
        id="harbour",
        section="Canada",
        headline="Harbour authority puts off the northern corridor again",
        summary=(
            "The decision on the province’s largest public work moves to the new year, and the price moves with it.",
            0,
        ),
        minutes=2,
        sources=(
            ("The Harbour Gazette", "", "report", "Corridor decision postponed", 17),
            ("Public Record Service", "", "report", "Minutes of the meeting of December 5", -1),
            ("Northern Builders’ Union", "", "press release", "Members cannot wait any longer", 12),
        ),
        key_developments=(
            ("The board deferred its decision to January 19, the third postponement since spring.", 0),
            ("The estimated cost has risen to $412 million, from $365 million in the March plan.", 1),
            ("Two of the five bidders have withdrawn.", 1),
            ("The union said that 640 of its members would be laid off by the end of the month.", 2),
        ),
        open_questions=(
            (
                "asked",
                "Will the authority accept an indexed contract, and on whose budget?",
                ("Will the authority accept an indexed contract, and on whose budget?", 0),
            ),
        ),
        watch_for=((dt.date(2026, 1, 19), ("The board decides on the northern corridor.", 0)),),
    ),
    Telling(
        id="reservoirs",
        section="Canada",
        headline="Reservoirs are fuller than in any December for a decade",
        summary=("Two wet months did most of the work.", 0),
        minutes=2,
        sources=(("Regional Water Board", "", "report", "Bulletin 49", 13),),
        key_developments=(
            ("Storage stood at 71 per cent of capacity on Friday, four points above the ten-year average.", 0),
            ("The water board lifted the last two local restrictions.", 0),
            ("Snowpack will not be measured until January.", 0),
        ),
        open_questions=(
            (
                "unknown",
                "Are the groundwater districts on course for spring?",
                ("Groundwater data for three of eight districts are missing.", 0),
            ),
        ),
    ),
    Telling(
        id="trains",
        section="Canada",
        headline="Night trains return, with a caveat about drivers",
        summary=("", 0),
        minutes=2,
        sources=(
            ("Northern Wire", "wire", "report", "Night trains to return", 15),
            ("The Timetable", "", "opinion", "A sleeper nobody can drive", 7),
        ),
        key_developments=(
            ("Four overnight services start on December 14, subject to staffing.", 0),
            ("The rail union has asked for a rest-time guarantee in writing.", 0),
        ),
        analysis=(("The Timetable", ("A timetable without drivers is a press release.", 1)),),
        unknowns=(("The operator did not say how many drivers it lacks.", 0),),
    ),
    Telling(
        id="sensor",
        section="Science",
        headline="A cheaper sensor finds leaks that inspectors miss",
        summary=("In a field trial on 40 kilometres of pipe the device located 17 of 19 known leaks.", 0),
        minutes=2,
        sources=(
            ("Polytechnic News", "", "report", "Listening for water", 9),
            ("Statistical Bulletin", "", "report", "Losses in water networks", 11),
        ),
        key_developments=(
            ("The device located 17 of 19 known leaks on 40 kilometres of pipe.", 0),
            ("It costs about a tenth of the instruments now in use.", 0),
            ("Utilities lose a fifth of their water before it reaches a tap.", 1),
        ),
        open_questions=(
            (
                "unknown",
                "Does its accuracy hold on older cast-iron mains?",
                ("The trial covered plastic pipe alone.", 0),
            ),
        ),
    ),
    Telling(
        id="beetle",
        section="Science",
        headline="Beetle thought extinct turns up in a railway cutting",
        summary=("A signalman photographed it on his lunch break.", 0),
        minutes=1,
        sources=(("Field Notes", "", "report", "Beetle thought extinct turns up in a railway cutting", 6),),
    ),
)
