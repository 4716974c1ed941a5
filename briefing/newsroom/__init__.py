"""The newsroom: the day's work, put together from the rooms below. It is told the time, and it prints nothing itself.

`collecting` hears, `asking` asks a language model where one is wanted, `picturing` looks at the pictures that would be
printed, `editing` makes an edition or brings back its record, `fitting` keeps it to its length, `printing` writes its
files, `presses` those of several side by side, `previewing` shows what it would write, `verifying` makes it again, `explaining` says why something stands where it does,
`demo` does all of it over the sample outlets.
"""

from __future__ import annotations

from briefing.newsroom.asking import missing_summarizers, unusable
from briefing.newsroom.collecting import Round, collect
from briefing.newsroom.demo import demo, set_aside
from briefing.newsroom.editing import Ask, Made, NothingHeard, make
from briefing.newsroom.explaining import Explained, explain
from briefing.newsroom.house import Newsroom, house, not_acted_on, today
from briefing.newsroom.picturing import plates
from briefing.newsroom.presses import print_editions
from briefing.newsroom.previewing import days_made, previewed
from briefing.newsroom.printing import Printed, Work, print_edition, templates_of
from briefing.newsroom.turnstile import alone
from briefing.newsroom.verifying import Verdict, verify

__all__ = [
    "Ask",
    "Explained",
    "Made",
    "Newsroom",
    "NothingHeard",
    "Printed",
    "Round",
    "Verdict",
    "Work",
    "alone",
    "collect",
    "days_made",
    "demo",
    "explain",
    "house",
    "make",
    "missing_summarizers",
    "not_acted_on",
    "plates",
    "previewed",
    "print_edition",
    "print_editions",
    "set_aside",
    "templates_of",
    "today",
    "unusable",
    "verify",
]
