from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from press_editions import briefs, headlined, told

from briefing import press
from briefing.press import printer

if TYPE_CHECKING:
    from briefing.model import Edition

TEMPLATES = press.gather([])


def blocks(edition: Edition) -> list[list[Any]]:
    """The blocks of each page with an element of their own, from the top, as they are laid out."""
    html = press.page_html(edition, TEMPLATES, medium="print")
    with printer.quiet():
        source = printer.engine().HTML(string=html, base_url=printer.BASE, url_fetcher=printer.fetcher())
        document = source.render(font_config=printer.font_configuration())
    return [
        [box for box in page._page_box.descendants() if box.element is not None and "::" not in box.element_tag]
        for page in document.pages
    ]


def turned(by: int, paper: str) -> Edition:
    """The invented stories under one name, begun with another: so that pages end in other places."""
    stories = briefs()
    return replace(told(*stories[by:], *stories[:by]), paper=paper)


ORDERS = [(by, paper) for by in range(0, 8, 2) for paper in ("letter", "a4", "a5", "ereader")]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("lead", [0, 2, 3])
def test_the_second_story_follows_the_first_whatever_the_contents_hold(lead: int, paper: str) -> None:
    stories = briefs()
    many = [headlined(stories[(lead + n) % 8], f"{'A long headline of the day ' * 3}{n}", f"s{n}") for n in range(12)]
    stands = [box for box in blocks(replace(told(*many), paper=paper))[0] if box.element_tag == "article"]
    below = [
        after.position_y + after.margin_top - box.position_y - box.margin_height()
        for box, after in itertools.pairwise(stands)
    ]
    assert stands
    assert all(gap < 45 for gap in below)


@pytest.mark.parametrize(("by", "paper"), ORDERS)
def test_no_single_statement_stands_at_the_top_of_a_page_without_its_story(by: int, paper: str) -> None:
    seen: set[Any] = set()
    for page in blocks(turned(by, paper)):
        for box in page:
            if box.element_tag == "ul" and box.element in seen:
                assert sum(child.element_tag == "li" for child in box.children) > 1
        seen |= {box.element for box in page if box.element_tag == "ul"}


@pytest.mark.parametrize(("by", "paper"), ORDERS)
def test_sources_never_stand_at_the_top_of_a_page_without_their_story(by: int, paper: str) -> None:
    for page in blocks(turned(by, paper)):
        for box in page:
            if box.element.get("class", "").startswith("sources"):
                inside = {id(part) for part in box.descendants()}
                story = next(each for each in page if each.element_tag == "article" and box in each.descendants())
                assert any(
                    part.element_tag == "li" and id(part) not in inside for part in page if part in story.descendants()
                ) or any(part.element.get("class") == "headline" for part in page)


def test_the_end_of_an_edition_is_never_alone_on_its_page() -> None:
    for by, paper in ORDERS:
        bare = replace(turned(by, paper), standing_questions=(), watch_for=(), corrections=(), silences=(), gaps=())
        assert any(box.element_tag == "article" for box in blocks(bare)[-1])
