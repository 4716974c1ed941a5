"""What a figure is said to have been: the bracket is our own word, and stands only where nothing speaks against it."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.desk.updates import updates
from briefing.model import Article, Before, Block, Entry, Feed, Heard, Report, Story

TODAY = dt.datetime(2026, 3, 12, 9, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def report(outlet: str, at: dt.datetime, *paragraphs: str) -> Report:
    entry = Entry(feed=outlet, identity=f"{outlet}{at}", title="What is known", published=at)
    heard = Heard(digest=f"{outlet}{at}", commit=1, seen=at, arrived=at, entry=entry)
    blocks = tuple(Block(kind="paragraph", text=one) for one in paragraphs)
    text = Article(url="u", title="What is known", blocks=blocks, language="en")
    return Report(feed=Feed(id=outlet, url=outlet, name=outlet), heard=heard, article=text, digest=f"d{outlet}{at}")


def notes(new: str, *editions: tuple[str, ...]) -> list[str]:
    """Give the brackets that a report's figures get after what editions printed, the last one first."""
    printed = tuple(text for texts in editions for text in texts)
    before = Before(
        story="s",
        date=(TODAY - DAY).date(),
        printed=printed,
        known=printed,
        latest=TODAY - DAY,
        language="en",
        by_day=editions,
    )
    return [one.note for one in updates(Story(reports=(report("Courier", TODAY, new),), before=before)) if one.note]


@pytest.mark.parametrize(
    ("new", "told", "note"),
    [
        (
            "The slide killed nine people in Verlin, rescuers said.",
            "The slide killed six people in Verlin, rescuers said.",
            "[was six]",
        ),
        (
            "The number of stranded passengers in Rell reached 2,900.",
            "Some 1,700 stranded passengers waited in Rell on Monday.",
            "[was some 1,700]",
        ),
        (
            "The storm has cut off 31 villages in the valley.",
            "The storm has cut off 22 villages in the valley.",
            "[was 22]",
        ),
        ("Rescuers have found 14 bodies in the mud.", "Rescuers have found 9 bodies in the mud.", "[was 9]"),
        ("The death toll is 14.", "The slide killed nine people in the valley, rescuers said.", "[was nine]"),
        ("Doctors treated 41 injured miners.", "At least 30 miners were injured.", "[was at least 30]"),
    ],
)
def test_a_figure_that_an_edition_printed_of_the_same_is_given_beside_the_new(new: str, told: str, note: str) -> None:
    assert notes(new, (told,)) == [note]


@pytest.mark.parametrize(
    ("new", "told"),
    [
        # another ship, town, person
        (
            "Norrline lost 8 passengers on the Sea Queen, it said.",
            "Norrline lost 15 passengers on the Marit, the company said.",
        ),
        (
            "Tessen will build 30 bridges in Halden, the ministry said.",
            "Tessen will build 12 bridges in Ostria, the ministry said.",
        ),
        ("Police held 25 people at a rally in Corvan.", "Police held 11 people at a rally in Brestal."),
        ("In the fire in Lanvor 4 people were hurt.", "In the fire in Kelm 9 people were hurt."),
        # an age
        ("A boy of 8 was hurt at the crossing, police said.", "A girl of 14 was hurt at the crossing, police said."),
        ("A pensioner of 81 was killed by the tram.", "A cyclist of 33 was killed by the tram."),
        ("A man of fifty-one died in the lift.", "A woman of twenty died in the lift."),
        # another happening, deed or group of people
        (
            "The fire destroyed 12 houses in the village, the mayor said.",
            "The flood destroyed 30 houses in the village, the mayor said.",
        ),
        ("Nine people were hurt in the rush to the exits.", "Six people were hurt when the stand fell."),
        ("The company will hire 400 workers next year.", "The company will dismiss 900 workers next year."),
        ("Eleven soldiers were killed, the ministry said.", "Four children were killed, the ministry said."),
        ("Drones hit 3 ships in the port.", "Drones hit 2 ships off the coast."),
        # another time
        ("The minister visited 6 schools on Tuesday.", "The minister visited 4 schools on Monday."),
        ("The government sold 14 islands this year.", "The government sold 9 islands last year."),
        ("A second blast killed 8 people.", "A blast killed 3 people."),
        ("The line lost 900 passengers in February.", "The line lost 400 passengers in January."),
        ("Floods drowned 40 cows in the valley in 2019.", "Floods drowned 70 cows in the valley."),
        # another authority
        ("The port counted 900 stranded passengers, it said.", "The union counted 700 stranded passengers."),
        # what the last edition printed is not understood, or is two
        ("The death toll is 14.", "The death toll rose to nine after three bodies were found."),
    ],
)
def test_a_figure_that_may_be_of_something_else_gets_no_bracket(new: str, told: str) -> None:
    assert notes(new, (told,)) == []


def test_what_it_was_is_what_was_printed_last() -> None:
    first, second = "The slide killed three people, rescuers said.", "The slide killed six people, rescuers said."
    assert notes("The slide killed nine people, rescuers said.", (second,), (first,)) == ["[was six]"]
    unclear = "The toll of the slide rose to six after three bodies were found."
    assert notes("The slide killed nine people, rescuers said.", (unclear,), (first,)) == []
    assert notes("The slide killed nine people, rescuers said.", (first, second)) == []


def test_one_days_reports_alone_say_nothing_of_what_was() -> None:
    old = report("Courier", TODAY - DAY / 4, "The slide killed three people in Verlin, rescuers said.")
    new = report("Courier", TODAY, "The slide killed six people in Verlin, rescuers said.")
    found = updates(Story(reports=(new, old)))
    assert [(one.now.number, one.note) for one in found] == [(6, "")]
