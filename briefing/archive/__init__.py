"""The archive: the only room that speaks SQL. What was heard and what was made is only ever added.

`store` opens it and holds the writer's lock, `hearing` takes in what was heard, `snapshots` gives out what an
edition may be made from, `making` keeps what was made, `tracing` finds again what was heard, `answers` keeps what
language models said, `plates` the pictures that pages print, `closings` what persons decided of questions.
"""

from briefing.archive.answers import answers_to, keep_answers
from briefing.archive.asking import cited_pages
from briefing.archive.closings import close_question, closings_since
from briefing.archive.feeds import FeedState, appeared, feed_states, keep_rules, known_rules
from briefing.archive.hearing import (
    PageWanted,
    close_round,
    hear,
    nearest_arrival,
    observe,
    read,
    summary_of,
    wanted_pages,
)
from briefing.archive.making import (
    Print,
    editions,
    keep_edition,
    keep_prints,
    keep_templates,
    latest,
    predecessor,
    predecessor_named,
    prints,
    sealed,
    templates,
)
from briefing.archive.plates import keep_looked, looked_at, plates
from briefing.archive.snapshots import known_at, observation, snapshot
from briefing.archive.store import Archive
from briefing.archive.tracing import Trace, traced_by_link, traced_by_words

__all__ = [
    "Archive",
    "FeedState",
    "PageWanted",
    "Print",
    "Trace",
    "answers_to",
    "appeared",
    "cited_pages",
    "close_question",
    "close_round",
    "closings_since",
    "editions",
    "feed_states",
    "hear",
    "keep_answers",
    "keep_edition",
    "keep_looked",
    "keep_prints",
    "keep_rules",
    "keep_templates",
    "known_at",
    "known_rules",
    "latest",
    "looked_at",
    "nearest_arrival",
    "observation",
    "observe",
    "plates",
    "predecessor",
    "predecessor_named",
    "prints",
    "read",
    "sealed",
    "snapshot",
    "summary_of",
    "templates",
    "traced_by_link",
    "traced_by_words",
    "wanted_pages",
]
