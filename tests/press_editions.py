"""Editions in every state, made from the shipped invented one."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Brief, Edition, KeyDevelopment, Section, Statement
from briefing.press.fixture import fixture_edition

WHOLE = fixture_edition()
LETTERS = "W" * 3000
HEBREW = "שלום עולם"


def briefs(edition: Edition = WHOLE) -> tuple[Brief, ...]:
    return tuple(story for section in edition.sections for story in section.stories)


def told(*stories: Brief, section: str = "World") -> Edition:
    return replace(WHOLE, sections=(Section(name=section, stories=stories),))


def headlined(story: Brief, text: str, name: str) -> Brief:
    return replace(story, id=name, headline=Statement(text=text, evidence=story.headline.evidence))


def empty() -> Edition:
    return replace(WHOLE, sections=(), standing_questions=(), watch_for=(), corrections=())


def sixty() -> Edition:
    stories = briefs()
    names = ("World", "Canada", "Science")
    return replace(
        WHOLE,
        sections=tuple(
            Section(name=name, stories=tuple(replace(stories[(3 * i + at) % 8], id=f"{name}{i}") for i in range(20)))
            for at, name in enumerate(names)
        ),
    )


def hostile() -> Edition:
    lead, second, _, fourth, *_ = briefs()
    evidence = lead.key_developments[0].evidence
    says = tuple(
        KeyDevelopment(text=text, verbatim=True, evidence=evidence)
        for text in (LETTERS, "\u202eevil <img src=x onerror=alert(1)>", "bell \x07 and non-character \uffff")
    )
    source = replace(
        lead.sources[0], name="</style><b>Evil</b>", url="javascript:alert(1)", title="https://x.example/" + "a/" * 300
    )
    bad = replace(
        headlined(lead, "<script>alert(1)</script> & “quotes” \"'", "bad"),
        key_developments=says,
        sources=(source, *lead.sources[1:]),
    )
    return told(bad, headlined(second, HEBREW, "rtl"), headlined(fourth, "A headline that goes on. " * 8, "long"))
