"""What was told is not told again, what moved is told as that, and what a source takes back is owned up to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from briefing import archive as ar
from briefing import config, newsroom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Site

    from briefing.archive import Archive
    from briefing.model import Brief, Edition
    from briefing.newsroom import Newsroom

FIRST = dt.date(2025, 12, 5)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
MINE = (
    "Eleven workers were trapped on Friday by a rockfall in the Sorrel copper mine near Dunmore, its owner said.",
    "The owner, Hask Metals, said that all of them had reached a refuge chamber 620 metres below the ground.",
    "Crews began to drill a shaft towards the chamber in the evening and expected to need two days for it.",
    "The mine was inspected in March, when two faults in the roof supports were found, according to the province.",
)
FREED = (
    "Nine of the workers trapped in the Sorrel copper mine near Dunmore walked out on Saturday night, Hask Metals said.",
    "Rescuers cleared a blocked ramp by hand after the drilling was given up because of water in the shaft.",
    "The mine was inspected in March, when two faults in the roof supports were found, according to the province.",
)
FERRY = (
    "The Gull Point ferry will cost 84 crowns a crossing from January, the harbour board of Tarn decided on Friday.",
    "The board expects to take in 4.2 million crowns a year, which is to pay for a second ship.",
    "Commuters from the northern islands protested in front of the town hall during the vote.",
    "The last rise was in 2019, when the price of a crossing went up by a tenth.",
)
TAX = (
    "The senate of Karsova passed a tax on empty houses on Friday by 31 votes to 12 after a debate of nine hours.",
    "Owners will pay two per cent of a house's value for each year in which nobody lives in it.",
    "The finance ministry counts 48,000 empty houses in the country, most of them in the capital.",
    "Farmers are spared, and so is whoever inherited a house less than three years ago.",
)
RAIN = (
    "Heavy rain closed the coast road between Marrow and Teel on Sunday, the traffic police of the district said.",
    "Buses took the inland road, which added forty minutes to the trip, and two schools stayed shut.",
    "The weather office expects the rain to end on Monday and the river to fall by the middle of the week.",
)


@dataclass
class Paper:
    """An outlet on loopback: a feed, pages behind its entries, and what it says today."""

    site: Site
    name: str = "post"
    items: dict[str, str] = field(default_factory=dict)

    def prints(self, guid: str, title: str, *paragraphs: str, at: dt.datetime, page: str = "") -> None:
        """Print an article, or a new version of one, under a guid; the page behind it is another one for each `page`."""
        path = f"/{self.name}/{page or guid}"
        self.page(path, title, *paragraphs)
        self.items[guid] = (
            f"<item><title>{title}</title><guid>{guid}</guid><link>{self.site.url(path)}</link>"
            f"<pubDate>{at:%a, %d %b %Y %H:%M:%S} GMT</pubDate><description>{paragraphs[0]}</description></item>"
        )
        self.feed()

    def page(self, path: str, title: str, *paragraphs: str) -> None:
        body = "".join(f"<p>{text}</p>" for text in paragraphs)
        html = f'<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body>'
        self.site.says(path, html, Content_Type="text/html; charset=utf-8")

    def loses(self, guid: str, status: int = 410) -> None:
        self.site.says(f"/{self.name}/{guid}", "gone", status=status)

    def feed(self) -> str:
        items = "".join(self.items.values())
        text = f'<rss version="2.0"><channel><title>The {self.name}</title><language>en</language>{items}</channel></rss>'
        return self.site.says(f"/{self.name}.xml", text, Content_Type="application/rss+xml")


class House:
    """A newsroom over one or two papers, and its clock."""

    def __init__(self, room: Newsroom, moment: list[dt.datetime]) -> None:
        self.room = room
        self.moment = moment

    def day(self, number: int) -> Edition:
        """Collect before the closing of a day (0 is the first), and make its edition."""
        date = FIRST + number * DAY
        self.moment[0] = closing(number) - HOUR / 4
        newsroom.collect(self.room)
        self.moment[0] = closing(number)
        made = newsroom.make(self.room, newsroom.Ask(audience=self.room.settings.audiences[0], date=date, by_hand=False))
        assert isinstance(made, newsroom.Made)
        return made.edition

    def verified(self, number: int) -> str:
        verdict = newsroom.verify(self.room, self.room.settings.audiences[0].name, FIRST + number * DAY)
        return verdict.outcome + "".join(verdict.why)


def closing(number: int) -> dt.datetime:
    return dt.datetime.combine(FIRST + number * DAY, dt.time(6), dt.UTC)


@pytest.fixture
def paper(site: Site) -> Paper:
    return Paper(site)


@pytest.fixture
def house(tmp_path: Path, site: Site, archive: Archive) -> Iterator[House]:
    path = tmp_path / "feeds.yaml"
    Paper(site, "post").feed(), Paper(site, "echo").feed()
    path.write_text(
        "fetch: {allow_private: true, timeout: 5}\nweather: false\ntimezone: UTC\nworkers: here\n"
        f"archive: {archive.engine.url.render_as_string(hide_password=False)}\n"
        f"feeds:\n  - {{url: {site.url('/post.xml')}, name: The Post}}\n  - {{url: {site.url('/echo.xml')}, name: The Echo}}\n"
        'audiences: {morning: {title: Early, schedule: "0 6 * * *"}}\n'
    )
    moment = [closing(0)]
    with newsroom.house(config.load(path, {}), clock=lambda: moment[0], environ={}, say=lambda *_: None) as room:
        yield House(room, moment)


def stories(edition: Edition) -> dict[str, Brief]:
    return {story.headline.text: story for section in edition.sections for story in section.stories}


def texts(parts: object) -> list[str]:
    return [part.text for part in parts]  # type: ignore[attr-defined] # any statements


def before(number: int, hours: int = 3) -> dt.datetime:
    return closing(number) - hours * HOUR


def test_a_story_that_moves_keeps_its_name_and_is_told_by_what_moved(house: House, paper: Paper) -> None:
    paper.prints("a", "Eleven trapped in the Sorrel mine", *MINE, at=before(0))
    first = stories(house.day(0))["Eleven trapped in the Sorrel mine"]
    assert first.key_developments
    paper.prints("b", "Nine walk out of the Sorrel mine", *FREED, at=before(1))
    second = stories(house.day(1))["Nine walk out of the Sorrel mine"]
    assert second.id == first.id
    assert second.told == FIRST
    assert texts(second.since_yesterday)[0].startswith("Nine of the workers")
    assert not set(texts(first.key_developments)) & {*texts(second.since_yesterday), *texts(second.key_developments)}
    assert house.verified(1) == "same"
