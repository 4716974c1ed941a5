"""What was told is not told again, what moved is told as that, and what a source takes back is owned up to."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from briefing import archive as ar
from briefing import config, newsroom
from briefing.desk.corrections import NOTICE, WITHDRAWN
from briefing.desk.news import Known
from briefing.press.since import since_told

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    language: str = "en"
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
        html = f'<html lang="{self.language}"><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body>'
        self.site.says(path, html, Content_Type="text/html; charset=utf-8")

    def loses(self, guid: str, status: int = 410) -> None:
        self.site.says(f"/{self.name}/{guid}", "gone", status=status)

    def feed(self) -> str:
        items = "".join(self.items.values())
        text = f'<rss version="2.0"><channel><title>The {self.name}</title><language>{self.language}</language>{items}</channel></rss>'
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
        made = newsroom.make(
            self.room, newsroom.Ask(audience=self.room.settings.audiences[0], date=date, by_hand=False)
        )
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
    return [re.sub(r" \[[^\]]*\]", "", part.text) for part in parts]  # type: ignore[attr-defined] # any statements


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


def test_the_same_text_under_another_guid_link_and_date_is_not_told_again(house: House, paper: Paper) -> None:
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    house.day(0)
    paper.prints("a2", "Ferry price to rise in January", *FERRY, at=before(1), page="new-address")
    Paper(paper.site, "echo").prints("e", "Gull Point ferry to cost more", *FERRY[:3], at=before(1))
    paper.prints("c", "Coast road closed by rain", *RAIN, at=before(1))
    second = house.day(1)
    assert list(stories(second)) == ["Coast road closed by rain"]
    assert {(left.title, left.why) for left in second.left_out} == {
        ("Ferry price to rise in January", "told on 2025-12-05, and nothing new since"),
        ("Gull Point ferry to cost more", "told on 2025-12-05, and nothing new since"),
    }
    paper.prints("a3", "Ferry: what you need to know", *reversed(FERRY), at=before(2), page="third-address")
    assert not stories(house.day(2))
    assert [house.verified(number) for number in range(3)] == ["same"] * 3


def test_a_new_paragraph_in_a_told_article_is_told_as_what_moved(house: House, paper: Paper) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    house.day(0)
    strike = "The union of estate agents in Karsova called a strike for Tuesday and said it would go to court."
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, strike, at=before(0))
    (story,) = stories(house.day(1)).values()
    assert texts(story.since_yesterday) == [strike]
    assert story.sources[0].article == story.since_yesterday[0].evidence[0].article


STRANDED = (
    "The port authority counted 5,200 stranded passengers in Gull Point on Friday evening, as a strike of the crews went on.",
    "The strike has idled 14 of the line's 22 ships, and the islands get their milk by helicopter, the mediator said.",
    "Talks between the crews and the Norr line broke off on Friday over a roster of three weeks at sea.",
)


def test_a_figure_that_was_told_is_told_first_as_it_is_now_with_what_it_was(house: House, paper: Paper) -> None:
    paper.prints("a", "Strike strands 5,200 in Gull Point", *STRANDED, at=before(0))
    house.day(0)
    song = "Pupils of the school on Tarn sang for the sailors on the quay and handed them a cake with candles."
    counted = "In its evening count the port authority put the number of stranded passengers at 6,800, its highest yet."
    ships = "Three more ships were tied up in Gull Point, so that the strike has idled 17 of the line's 22 ships."
    paper.prints("b", "Third day of the strike in Gull Point", song, counted, ships, STRANDED[2], at=before(1))
    (story,) = stories(house.day(1)).values()
    told = [one.text for one in story.since_yesterday]
    assert "at 6,800 [was 5,200], its" in told[0]
    assert "idled 17 [was 14] of the line" in told[1]
    assert not any("5,200" in text.replace("[was 5,200]", "") for text in (*told, *texts(story.key_developments)))
    assert story.since_yesterday[0].evidence[0].quote == counted


def test_another_authoritys_count_is_news_and_no_update(house: House, paper: Paper) -> None:
    paper.prints("a", "Strike strands thousands in Gull Point", *STRANDED, at=before(0))
    house.day(0)
    line = "The Norr line said that 4,100 stranded passengers had booked with it and would get their money back."
    paper.prints("b", "Norr line to pay back passengers", line, STRANDED[2], at=before(1))
    (story,) = stories(house.day(1)).values()
    assert texts(story.since_yesterday) == [line]


def test_a_figure_from_before_what_was_told_replaces_nothing(house: House, paper: Paper) -> None:
    paper.prints("a", "Strike strands 5,200 in Gull Point", *STRANDED, at=before(0))
    house.day(0)
    late = "The port authority counted 2,900 stranded passengers in Gull Point on Wednesday evening, its first count."
    Paper(paper.site, "echo").prints("e", "Passengers stranded in Gull Point", late, STRANDED[2], at=before(0) - DAY)
    told = [one.text for story in stories(house.day(1)).values() for one in story.since_yesterday]
    assert not any("[was" in text for text in told)


def test_the_newest_report_that_tells_what_moved_leads_however_short(house: House, paper: Paper) -> None:
    paper.prints("a", "Eleven trapped in the Sorrel mine", *MINE, at=before(0))
    house.day(0)
    paper.prints("b", "Nine walk out of the Sorrel mine", *FREED, *RAIN, at=before(1) - 6 * HOUR)
    last = (
        "The tenth worker was carried out of the Sorrel copper mine near Dunmore on Sunday at dawn, Hask Metals said."
    )
    state = "Doctors at the Sorrel mine called the state of the tenth worker stable after a first look at a hurt knee."
    Paper(paper.site, "echo").prints("e", "Tenth worker out of the Sorrel mine", last, state, at=before(1))
    assert "Tenth worker out of the Sorrel mine" in stories(house.day(1))


@pytest.mark.parametrize("notice", ["Correction: An earlier version of this article gave a wrong price for crossings."])
def test_a_notice_moves_no_story(house: House, paper: Paper, notice: str) -> None:
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    house.day(0)
    goes_on = "A crossing will cost 86 crowns, and not 84."
    new = FERRY[0].replace("84", "86")
    paper.prints("a", "Ferry to cost 84 crowns from January", new, *FERRY[1:], f"{notice} {goes_on}", at=before(0))
    edition = house.day(1)
    assert edition.sections == ()
    assert [one.notice for one in edition.corrections if one.notice] == [notice]


def test_a_count_that_changed_leads_what_is_new(house: House, paper: Paper) -> None:
    told = "Twelve people were killed when a dam broke above Brannik on Friday night, the police of Karsova said."
    more = "Two villages below the dam could not be reached by road, and soldiers brought water by helicopter."
    paper.prints("a", "Dam breaks above Brannik", told, more, at=before(0))
    house.day(0)
    later = "Nineteen people were killed when a dam broke above Brannik on Friday night, the police of Karsova said."
    crane = "A crane that was to lift the broken gate sank into the mud beside the river on Saturday afternoon."
    paper.prints("b", "Dead of Brannik are nineteen", crane, later, more, at=before(1))
    (story,) = stories(house.day(1)).values()
    assert texts(story.since_yesterday)[0] == later
    assert more not in texts(story.key_developments)


def test_words_that_were_printed_and_are_others_now_are_corrected(house: House, paper: Paper) -> None:
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    first = stories(house.day(0))["Ferry to cost 84 crowns from January"]
    assert FERRY[1] in texts(first.key_developments)
    mended = FERRY[1].replace("4.2", "2.4")
    notice = "Correction: an earlier version of this article gave the yearly income as 4.2 million crowns."
    paper.prints("a", "Ferry to cost 84 crowns from January", FERRY[0], mended, *FERRY[2:], notice, at=before(0))
    second = house.day(1)
    (correction,) = second.corrections
    assert (correction.before, correction.after, correction.kind) == (FERRY[1], mended, "changed")
    assert (correction.notice, correction.told, correction.story) == (notice, FIRST, first.id)
    for item, words in zip(correction.evidence, (mended, notice), strict=True):
        assert item.quote == words
        assert item.article == correction.sources[item.source].article
    assert not stories(second)
    assert not house.day(2).corrections
    again = FERRY[1].replace("4.2", "2.6")
    paper.prints("a", "Ferry to cost 84 crowns from January", FERRY[0], again, *FERRY[2:], notice, at=before(0))
    (correction,) = house.day(3).corrections
    assert (correction.before, correction.after) == (mended, again)
    assert [house.verified(number) for number in range(4)] == ["same"] * 4


def test_a_page_that_changes_without_a_word_in_the_feed_is_found_once_a_day(house: House, paper: Paper) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    house.day(0)
    paper.page("/post/a", "Senate passes a tax on empty houses", TAX[0].replace("31", "29"), *TAX[1:])
    asked = len(paper.site.asked)
    (correction,) = house.day(1).corrections
    assert (correction.before, correction.after) == (TAX[0], TAX[0].replace("31", "29"))
    assert [path for path, _ in paper.site.asked[asked:] if path == "/post/a"] == ["/post/a"]
    newsroom.collect(house.room)
    assert len([path for path, _ in paper.site.asked[asked:] if path == "/post/a"]) == 1


def test_a_cited_page_is_asked_for_again_on_conditions(house: House, paper: Paper) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    status, headers, body = paper.site.answers["/post/a"]
    paper.site.answers["/post/a"] = status, {**headers, "ETag": '"v1"'}, body
    house.day(0)
    known = ar.known_at(house.room.archive, None)
    house.day(1)
    assert [said.get("If-None-Match") for path, said in paper.site.asked if path == "/post/a"] == [None, '"v1"']
    assert ar.known_at(house.room.archive, None) == known
    for number in range(2, 10):
        house.day(number)
    assert sum(path == "/post/a" for path, _ in paper.site.asked) == 8  # a week after it was cited nobody asks


@pytest.mark.parametrize("status", [404, 410])
def test_an_article_that_is_taken_down_is_owned_up_to(house: House, paper: Paper, status: int) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    first = stories(house.day(0))["Senate passes a tax on empty houses"]
    paper.loses("a", status)
    second = house.day(1)
    (correction,) = second.corrections
    assert correction.kind == "withdrawn"
    assert correction.before == " ".join(texts(first.key_developments))
    assert (correction.after, correction.evidence) == ("", ())
    assert not house.day(2).corrections
    assert [house.verified(number) for number in range(3)] == ["same"] * 3


def test_a_page_that_cannot_be_had_for_a_day_withdraws_nothing(house: House, paper: Paper) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    house.day(0)
    paper.loses("a", 503)
    assert not house.day(1).corrections


def test_a_text_that_gives_way_to_a_retraction_is_withdrawn_in_its_words(house: House, paper: Paper) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    house.day(0)
    notice = "This article has been withdrawn because its author could not show that the vote had taken place at all."
    sorry = (
        "We apologise to the senate of Karsova and to our readers, and we are looking into how this could come about."
    )
    paper.prints("a", "Article withdrawn", notice, sorry, at=before(0))
    (correction,) = house.day(1).corrections
    assert (correction.kind, correction.notice) == ("withdrawn", notice)
    assert correction.evidence[0].quote == notice


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('the "second" ship\'s cost', "the “second” ship’s cost"),
        ("4.2 million - of crowns", "4.2 million – of crowns"),
        ("2 per cent, it said", "2 per cent,  it said"),
    ],
)
def test_typography_is_no_correction(house: House, paper: Paper, old: str, new: str) -> None:
    line = "The harbour board of Tarn put the price of the ferry, {}, into its plan for January on Friday."
    paper.prints("a", "Ferry to cost 84 crowns", line.format(old), *FERRY[1:], at=before(0))
    house.day(0)
    paper.prints("a", "Ferry to cost 84 crowns", line.format(new), *FERRY[1:], at=before(0))
    second = house.day(1)
    assert not second.corrections
    assert not stories(second)


def test_making_a_day_again_does_not_walk_the_chain_and_a_missing_day_changes_no_other(
    house: House, paper: Paper
) -> None:
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    house.day(0)
    paper.prints("t", "Senate passes a tax on empty houses", *TAX, at=before(1))
    paper.prints("b", "Coast road closed by rain", *RAIN, at=before(2))
    third = house.day(2)
    assert {told.headline for told in third.memory} == {
        "Ferry to cost 84 crowns from January",
        "Senate passes a tax on empty houses",
        "Coast road closed by rain",
    }
    audience = house.room.settings.audiences[0]
    made = newsroom.make(house.room, newsroom.Ask(audience=audience, date=FIRST + DAY, by_hand=True))
    assert isinstance(made, newsroom.Made)
    assert list(stories(made.edition)) == ["Senate passes a tax on empty houses"]
    assert [house.verified(number) for number in (0, 1, 2)] == ["same"] * 3


def test_what_was_told_eight_days_ago_is_forgotten(house: House, paper: Paper) -> None:
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    house.day(0)
    for number in range(1, 8):
        assert [told.date for told in house.day(number).memory] == ([FIRST] if number < 7 else [])


def test_memory_stands_in_no_file_of_the_edition(house: House, paper: Paper) -> None:
    from briefing.press.data import as_data  # noqa: PLC0415 - the press is slow to import, and wanted here alone

    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    edition = house.day(0)
    assert edition.memory
    assert "memory" not in as_data(edition)


@pytest.mark.parametrize(
    ("told", "said", "old"),
    [
        # the same in other words, or with other small words
        ("The council of Halden voted 7-2 on Friday to rebuild the Orm bridge.", "Halden's council voted 7-2 to rebuild the Orm bridge.", True),
        ("A fire destroyed the old theatre of Brannik on Sunday night.", "The old theatre of Brannik was destroyed by a fire late on Sunday.", True),
        ("Le conseil a voté vendredi la reconstruction du pont d'Orm.", "La reconstruction du pont d'Orm a été votée par le conseil.", True),
        # other figures, in digits or in words
        ("Twelve people died when the dam broke above Brannik.", "Nineteen people died when the dam broke above Brannik.", False),
        ("The bridge will cost 40 million crowns, the city says.", "The bridge will cost 46 million crowns, the city says.", False),
        ("Douze personnes sont mortes à Brannik.", "Dix-neuf personnes sont mortes à Brannik.", False),
        # a date is no figure
        ("The envoys met in Varna, a spokesman said on Dec. 5.", "The envoys met in Varna, a spokesman said on Dec. 6.", True),
        # what was expected has happened; what was said is denied
        ("The central bank of Sorvia will decide on Thursday whether to cut its main rate.", "The central bank of Sorvia cut its main rate on Thursday.", False),
        ("The minister knew of the fault in the gate, the operator said.", "The minister did not know of the fault in the gate, the operator said.", False),
        ("The senate is expected to pass the tax on empty houses.", "The senate passed the tax on empty houses.", False),
        # another matter with some of the words
        ("The mayor of Halden opened the Orm bridge.", "The mayor of Halden was taken to hospital with a broken leg after a fall from his horse.", False),
    ],
)  # fmt: skip
def test_what_is_news_against_what_was_told(told: str, said: str, old: bool) -> None:
    language = "fr" if "le" in told.lower().split() or "sont" in told else "en"
    assert Known([told], language).has(said) is old


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", "Correction: the price was given wrongly."),
        ("en", "Correction, Dec. 6: The minister's name is Solvai."),
        ("en", "This article was amended on 6 December to give the right price."),
        ("en", "An earlier version of this story misstated the number of ships."),
        ("en", "This story has been corrected to say that the vote is on Tuesday."),
        ("en", "Editor's note: a figure in this report was incorrect."),
        ("fr", "Correction : le prix était faux."),
        ("fr", "Rectificatif : le ministre s'appelle Solvai."),
        ("fr", "Cet article a été modifié le 6 décembre pour corriger le prix."),
        ("fr", "Une version précédente de cet article donnait un autre prix."),
        ("fr", "Contrairement à ce que nous avions écrit, le vote a lieu mardi."),
    ],
)
def test_a_notice_of_correction_is_known(language: str, notice: str) -> None:
    assert NOTICE[language].search(notice)


@pytest.mark.parametrize(
    "text",
    [
        "The market saw a correction of ten per cent in October.",
        "Correction officers walked out of the prison of Teel on Friday.",
        "The company corrected its forecast for the year.",
        "The minister said that the story had been read by many.",
    ],
)
def test_what_only_speaks_of_correcting_is_no_notice(text: str) -> None:
    assert not NOTICE["en"].search(text)
    assert not WITHDRAWN["en"].search(text)


def test_what_repeats_leads_no_story_that_moved(house: House, paper: Paper) -> None:
    paper.prints("a", "Eleven trapped in the Sorrel mine", *MINE, at=before(0))
    house.day(0)
    paper.prints("b", "Nine walk out of the Sorrel mine", *FREED, at=before(1, 8))
    Paper(paper.site, "echo").prints("e", "Eleven workers trapped in mine", *MINE[:3], at=before(1, 1))
    second = house.day(1)
    (story,) = stories(second).values()
    assert (story.headline.text, [source.name for source in story.sources]) == (
        "Nine walk out of the Sorrel mine",
        ["The Post"],
    )
    assert [left.title for left in second.left_out] == ["Eleven workers trapped in mine"]


def test_a_notice_beside_words_that_stand_is_told_as_that(house: House, paper: Paper) -> None:
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    house.day(0)
    notice = "Correction: an earlier version of the caption named another ship."
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, notice, at=before(0))
    (correction,) = house.day(1).corrections
    assert (correction.kind, correction.before, correction.notice) == ("notice", "", notice)


def test_every_audience_that_was_told_is_corrected_and_no_other(tmp_path: Path, site: Site, paper: Paper) -> None:
    other = Paper(site, "echo")
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    other.prints("b", "Coast road closed by rain", *RAIN, at=before(0))
    path = tmp_path / "feeds.yaml"
    path.write_text(
        "fetch: {allow_private: true, timeout: 5}\nweather: false\ntimezone: UTC\nworkers: here\n"
        f"feeds:\n  - {{url: {site.url('/post.xml')}, section: A}}\n  - {{url: {site.url('/echo.xml')}, section: B}}\n"
        "audiences:\n  one: {title: One, sections: [A]}\n  two: {title: Two, sections: [A, B]}\n  three: {title: Three, sections: [B]}\n"
    )
    moment = [closing(0)]
    with newsroom.house(config.load(path, {}), clock=lambda: moment[0], environ={}, say=lambda *_: None) as room:
        corrected = []
        for number in range(2):
            moment[0] = closing(number) - HOUR / 4
            newsroom.collect(room)
            moment[0] = closing(number)
            for audience in room.settings.audiences:
                asked = newsroom.Ask(audience=audience, date=FIRST + number * DAY, by_hand=False)
                made = newsroom.make(room, asked)
                assert isinstance(made, newsroom.Made)
                corrected += [audience.name for _ in made.edition.corrections]
            paper.page("/post/a", "Ferry to cost 84 crowns from January", FERRY[0].replace("84", "48"), *FERRY[1:])
        assert corrected == ["one", "two"]


def test_a_french_text_is_corrected_in_french(house: House, paper: Paper) -> None:
    told = (
        "Le conseil régional de Calvé a voté vendredi une aide de 12 millions d'euros aux pêcheurs de la baie.",
        "La mesure doit entrer en vigueur le 1er janvier et concerne 184 patrons, selon le comité des pêches.",
        "Les ports du sud s'y opposaient, estimant que les petits bateaux en profiteraient moins que les autres.",
    )
    paper.language = "fr"
    notice = "Rectificatif : le montant de l'aide était faux dans une première version de cet article."
    paper.prints("a", "Calvé : une aide pour les pêcheurs", *told, at=before(0))
    house.day(0)
    mended = told[0].replace("12 millions", "2 millions")
    paper.prints("a", "Calvé : une aide pour les pêcheurs", mended, *told[1:], notice, at=before(0))
    (correction,) = house.day(1).corrections
    assert (correction.before, correction.after, correction.notice) == (told[0], mended, notice)


def test_a_figure_that_changed_in_the_headline_is_corrected(house: House, paper: Paper) -> None:
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    house.day(0)
    notice = "Correction: an earlier version of this article and of its headline gave another price."
    body = (FERRY[0].replace("84", "48"), *FERRY[1:], notice)
    paper.prints("a", "Ferry to cost 48 crowns from January", *body, at=before(0))
    corrections = house.day(1).corrections
    assert [one.notice for one in corrections] == [notice, ""]
    found = {(one.before, one.after) for one in corrections}
    assert ("Ferry to cost 84 crowns from January", "Ferry to cost 48 crowns from January") in found
    assert (FERRY[0], FERRY[0].replace("84", "48")) in found


def test_words_that_are_taken_out_are_owned_up_to(house: House, paper: Paper) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    first = stories(house.day(0))["Senate passes a tax on empty houses"]
    told = next(text for text in texts(first.key_developments) if text in TAX[1:])
    paper.prints("a", "Senate passes a tax on empty houses", *(text for text in TAX if text != told), at=before(0))
    (correction,) = house.day(1).corrections
    assert (correction.kind, correction.before, correction.after) == ("removed", told, "")


def test_an_article_that_is_written_anew_is_told_as_what_moved(house: House, paper: Paper) -> None:
    paper.prints("a", "Eleven trapped in the Sorrel mine", *MINE, at=before(0))
    first = stories(house.day(0))["Eleven trapped in the Sorrel mine"]
    paper.prints("a", "Nine walk out of the Sorrel mine", *FREED[:2], MINE[3], at=before(0))
    second = house.day(1)
    (story,) = stories(second).values()
    assert story.id == first.id
    assert FREED[0] in texts(story.since_yesterday)
    assert not second.corrections


def test_a_count_that_rose_in_a_told_article_is_news_and_old_and_new_words_stand_side_by_side(
    house: House, paper: Paper
) -> None:
    told = "Twelve people were killed when a dam broke above Brannik on Friday night, the police of Karsova said."
    more = "Two villages below the dam could not be reached by road, and soldiers brought water by helicopter."
    paper.prints("a", "Dam breaks above Brannik", told, more, at=before(0))
    house.day(0)
    risen = told.replace("Twelve", "Nineteen")
    paper.prints("a", "Dam breaks above Brannik", risen, more, at=before(0))
    second = house.day(1)
    (story,) = stories(second).values()
    assert texts(story.since_yesterday) == [risen]
    assert [(one.before, one.after) for one in second.corrections] == [(told, risen)]


def test_a_notice_in_the_feed_alone_is_heard(house: House, paper: Paper) -> None:
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    house.day(0)
    notice = "Correction: an earlier version of this story named another harbour."
    paper.items["a"] = paper.items["a"].replace("<description>", f"<description>{notice} ")
    paper.feed()
    (correction,) = house.day(1).corrections
    assert (correction.kind, correction.notice) == ("notice", notice)
    assert correction.evidence[0].quote == notice
    assert house.verified(1) == "same"


def test_a_page_that_comes_late_is_told_as_what_moved(house: House, paper: Paper) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    page = paper.site.answers["/post/a"]
    paper.loses("a", 503)
    (story,) = stories(house.day(0)).values()
    assert story.sources[0].origin == "feed"
    paper.site.answers["/post/a"] = page
    second = house.day(1)
    (moved,) = stories(second).values()
    assert moved.id == story.id
    assert set(texts(moved.since_yesterday)) <= set(TAX[1:])
    assert not second.corrections
    assert house.verified(1) == "same"


def test_words_that_are_added_to_a_printed_sentence_are_told(house: House, paper: Paper) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    house.day(0)
    added = TAX[0].replace("nine hours.", "nine hours, but the vote was declared void on Saturday.")
    paper.page("/post/a", "Senate passes a tax on empty houses", added, *TAX[1:])
    (correction,) = house.day(1).corrections
    assert (correction.before, correction.after) == (TAX[0], added)


def test_a_front_page_where_an_article_was_is_no_news_of_its_story(house: House, paper: Paper) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    house.day(0)
    paper.page("/post/a", "The post: news from all over", *RAIN, *MINE)
    second = house.day(1)
    assert not stories(second)
    assert not second.corrections


def test_beside_what_moved_stands_only_what_was_never_printed(house: House, paper: Paper) -> None:
    more = (
        "Banks may not lend on a house that stands empty for three years, a second law of the same day says.",
        "The capital has built 2,100 flats since the spring, fewer than in any year since the war, its mayor said.",
        "A court in Teel had stopped an earlier tax of this kind in 2016 because it made no exception for heirs.",
        "Two deputies of the governing party stayed away from the vote, and one of them left the party on Saturday.",
    )
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, *more, at=before(0))
    first = stories(house.day(0))["Senate passes a tax on empty houses"]
    strike = "The union of estate agents in Karsova called a strike for Tuesday and said it would go to court."
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, *more, strike, at=before(0))
    (story,) = stories(house.day(1)).values()
    assert texts(story.since_yesterday) == [strike]
    assert 1 <= len(story.key_developments) <= 2
    assert set(texts(story.key_developments)) <= {*TAX, *more} - set(texts(first.key_developments))


def test_a_story_that_parts_in_two_leaves_its_name_to_one(house: House, paper: Paper) -> None:
    other = Paper(paper.site, "echo")
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    other.prints("b", "Senate of Karsova taxes empty houses", *TAX, at=before(0))
    (first,) = stories(house.day(0)).values()
    assert len(first.sources) == 2
    rent = (
        "Rents in the capital rose by nine per cent in a month, the statistics office of Karsova said on Saturday.",
        "Landlords put up furnished flats that had stood empty, a broker with forty houses told the newspaper.",
        "Owners will pay two per cent of a house's value for each year in which nobody lives in it.",
    )
    court = (
        "Three farmers from Teel asked the constitutional court on Saturday to stop the levy before it begins.",
        "Judge Ilka Marren will hear both sides behind closed doors and has promised a ruling before Christmas.",
        "The finance ministry counts 48,000 empty houses in the country, most of them in the capital.",
    )
    paper.prints("a", "Rents leap in the capital", *rent, at=before(0))
    other.prints("b", "Farmers go to court", *court, at=before(0))
    second = stories(house.day(1))
    assert len(second) == 2
    assert all(story.told == FIRST and story.since_yesterday for story in second.values())
    assert len({story.id for story in second.values()}) == 2
    assert first.id in {story.id for story in second.values()}


@pytest.mark.parametrize(
    ("told", "locale", "words"),
    [
        ("2025-12-06", "en_CA", "Since yesterday"),
        ("2025-12-06", "fr_CA", "Depuis hier"),
        (None, "en_CA", "Since yesterday"),
        ("2025-12-04", "en_CA", "Since Thu, Dec 4"),
        ("2025-12-04", "fr_CA", "Depuis le jeu. 4 déc."),
    ],
)
def test_since_when_a_story_moved_is_told_as_it_is(told: str | None, locale: str, words: str) -> None:
    assert since_told(told, "2025-12-07", locale=locale) == words


def test_old_and_new_words_stand_on_the_page(house: House, paper: Paper) -> None:
    from briefing import press  # noqa: PLC0415 - slow to import, and wanted here alone

    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    house.day(0)
    after = TAX[0].replace("31", "29")
    paper.prints("a", "Senate passes a tax on empty houses", after, *TAX[1:], at=before(0))
    page = press.set_type(house.day(1), press.gather([]), ["html"])["html"].decode()
    corrections = page.partition('class="end corrections"')[2].partition("</section>")[0]
    assert "On Fri, Dec 5 we printed:" in corrections
    assert corrections.index(TAX[0]) < corrections.index(after)


@pytest.mark.parametrize(
    ("title", "said", "right"),
    [
        (
            "Correction: Ferry to cost 84 crowns from January",
            "In its report of Friday the Post said that the board expected to take in 4.2 million crowns a year.",
            "The board expects to take in 2.4 million crowns a year.",
        ),
        (
            "Correction: ferry income",
            "",
            "We reported that the board expects to take in 4.2 million crowns a year for a second ship; it is 2.4 million.",
        ),
    ],
)
def test_a_correction_that_comes_as_an_item_of_its_own_is_printed_with_our_words(
    house: House, paper: Paper, title: str, said: str, right: str
) -> None:
    paper.prints("a", "Ferry to cost 84 crowns from January", *FERRY, at=before(0))
    first = stories(house.day(0))["Ferry to cost 84 crowns from January"]
    assert FERRY[1] in texts(first.key_developments)
    paper.prints("c", title, *filter(None, (said, right)), at=before(1))
    second = house.day(1)
    (correction,) = second.corrections
    assert (correction.before, correction.after, correction.notice) == (FERRY[1], right, said)
    assert (correction.told, correction.story) == (FIRST, first.id)
    assert [item.quote for item in correction.evidence] == [one for one in (right, said) if one]
    assert not stories(second)
    assert [(one.title, one.why) for one in second.left_out] == [(title, "printed as a correction")]
    assert not house.day(2).corrections
    assert [house.verified(number) for number in range(3)] == ["same"] * 3


def test_a_correction_of_what_nobody_was_told_is_a_report(house: House, paper: Paper) -> None:
    paper.prints("a", "Senate passes a tax on empty houses", *TAX, at=before(0))
    house.day(0)
    paper.prints("c", "Correction: ferry income", FERRY[1], FERRY[2], at=before(1))
    second = house.day(1)
    assert not second.corrections
    assert list(stories(second)) == ["Correction: ferry income"]
