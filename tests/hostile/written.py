"""Feeds and pages to be made hostile: each holds a good entry, or a good article, beside what is done to it."""

from __future__ import annotations

GOOD = "The ferry sails again"
GOOD_ITEM = f"<item><title>{GOOD}</title><link>https://news.example/ferry</link><guid>ferry</guid></item>"
GOOD_ENTRY = (
    f'<entry><title>{GOOD}</title><link href="https://news.example/ferry"/><id>ferry</id>'
    "<updated>2025-12-06T10:00:00Z</updated></entry>"
)
SENTENCES = (
    "The council of Halden voted on Friday to rebuild the lower bridge that the flood took away in spring.",
    "Work begins in March and will cost four million crowns, said the mayor, who had asked for it since May.",
    "Until then a ferry carries people and bicycles over the river every twenty minutes from six to midnight.",
    "Lorries go round by the upper bridge, which the county strengthened last year for the purpose.",
)
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


def rss(*items: str, head: str = "", prolog: str = DECLARATION, attributes: str = "") -> str:
    """An RSS 2.0 feed of these items and the good one."""
    said = "".join(items)
    return (
        f'{prolog}<rss version="2.0"{attributes}><channel><title>Hostile Post</title><link>https://news.example/</link>'
        f"{head}{said}{GOOD_ITEM}</channel></rss>"
    )


def item(title: str = "Odd", *, more: str = "", link: str = "https://news.example/odd") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def atom(*entries: str, attributes: str = "") -> str:
    said = "".join(entries)
    return (
        f'{DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom"{attributes}><title>Hostile Post</title>'
        f"{said}{GOOD_ENTRY}</feed>"
    )


def page(inside: str = "", *, head: str = "", before: str = "", after: str = "") -> str:
    """A page with a good article; `inside` stands in its midst."""
    first, *others = (f"<p>{sentence}</p>" for sentence in SENTENCES)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge vote</title>{head}</head><body>'
        f"{before}<article><h1>Bridge vote</h1>{first}{inside}{''.join(others)}</article>{after}</body></html>"
    )
