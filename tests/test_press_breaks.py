from __future__ import annotations

import itertools
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest
from press_editions import WHOLE, briefs, headlined, laden, told

from briefing import press
from briefing.model import Section
from briefing.press import printer

if TYPE_CHECKING:
    from collections.abc import Iterator

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


LOADED = [
    (look, paper, edition)
    for look in ("", *press.looks())
    for paper in ("letter", "a4", "a5", "ereader")
    for edition in (WHOLE, laden())
]
HEADINGS = {"h1", "h2", "h3", "h4", "h5"}
HANGS = {"rail", "marking"}  # what stands beside the text, or on every page


def lines(box: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Each line of text of a page with the elements that it stands in; not what stands in the margins."""
    for child in getattr(box, "children", ()):
        inside = child if child.element is not None and child.element_tag != "html" else None
        if type(child).__name__ == "TextBox":
            yield child, above
        elif type(child).__name__ != "MarginBox":
            yield from lines(child, (*above, inside) if inside is not None else above)


@lru_cache(maxsize=len(LOADED))
def laid_out(look: str, paper: str, edition: Edition) -> tuple[Any, ...]:
    html = press.page_html(replace(edition, paper=paper), press.gather([], look), medium="print")
    with printer.quiet():
        return tuple(page._page_box for page in printer._laid_out(html, {}).pages)


def names(above: tuple[Any, ...]) -> set[str]:
    return {word for box in above for word in box.element.get("class", "").split()}


@pytest.mark.parametrize(("look", "paper", "edition"), LOADED)
def test_no_heading_is_the_last_line_of_a_page(look: str, paper: str, edition: Edition) -> None:
    for page in laid_out(look, paper, edition):
        told = [(line, above) for line, above in lines(page) if not names(above) & HANGS and line.text.strip()]
        _, above = max(told, key=lambda each: (each[0].position_y, each[0].position_x))
        assert not {box.element_tag for box in above} & HEADINGS
        assert not names(above) & {"about", "corrected"}


@pytest.mark.parametrize(("look", "paper", "edition"), LOADED)
def test_nothing_is_cut_off_or_stands_over_the_edge_of_its_column(look: str, paper: str, edition: Edition) -> None:
    for page in laid_out(look, paper, edition):
        right = page.content_box_x() + page.width + 1
        foot = page.content_box_y() + page.height + 1
        for line, _ in lines(page):
            assert line.position_x + line.width <= right, line.text
            assert line.position_y + line.height <= foot, line.text


@pytest.mark.parametrize(("look", "paper", "edition"), LOADED)
def test_no_mark_is_too_small_to_read(look: str, paper: str, edition: Edition) -> None:
    for page in laid_out(look, paper, edition):
        for line, above in lines(page):
            points = line.style["font_size"] * 0.75
            assert points >= 6.49, line.text
            if look == "minister" and above[-1].element_tag in {"li", "p"} and not names(above) & SMALL_PRINT:
                assert points >= 11, (line.text, names(above))


@pytest.mark.parametrize(("look", "paper", "edition"), LOADED)
def test_a_page_has_six_rules_at_most(look: str, paper: str, edition: Edition) -> None:
    for page in laid_out(look, paper, edition):
        ruled = [
            box.element_tag
            for box in page.descendants()
            if box.element is not None and box.element_tag.partition("::")[0] != "li"  # whose marks are no rules
            for side in ("top", "bottom")
            if getattr(box, f"border_{side}_width", 0)
        ]
        assert len(ruled) <= 6, ruled
    first = laid_out(look, paper, edition)[0]
    assert any(
        getattr(box, "border_bottom_width", 0) or box.style["background_color"].alpha for box in first.descendants()
    )


# Credits, numbers and the edition's own account of itself: no text that a minister has to read.
SMALL_PRINT = {"rail", "credit", "extent", "dateline", "colophon", "end-name", "corrected", "which", "date",
               "outlet", "origin", "mark", "kicker", "digest", "day", "place", "temperature", "proof", "contents"}  # fmt: skip


def test_of_many_sources_five_are_named_and_the_copies_of_the_rest_counted() -> None:
    page = press.page_html(laden(), TEMPLATES, medium="print")
    first = page.partition("</article>")[0]
    assert "+ 21 more, 14 of them the same wire copy" in first
    assert first.count('<li id="many-source-') == 5
    screen = press.page_html(laden(), TEMPLATES, medium="screen").partition("</article>")[0]
    assert screen.count('<li id="many-source-') == 26


def test_a_source_that_a_statement_rests_on_is_named_however_late_it_comes() -> None:
    story = laden().sections[0].stories[0]
    evidence = replace(story.key_developments[0].evidence[0], source=18)
    resting = replace(story, key_developments=(replace(story.key_developments[0], evidence=(evidence,)),))
    page = press.page_html(told(resting), TEMPLATES, medium="print")
    assert 'id="many-source-19"' in page
    assert "+ 20 more, 13 of them the same wire copy" in page


@pytest.mark.parametrize("look", ["", *press.looks()])
def test_a_marking_stands_at_top_and_bottom_of_every_page(look: str) -> None:
    marked = laid_out(look, "a5", replace(WHOLE, marking="PROTECTED A", status="proof"))
    for page in marked:
        places = [box.position_y for box in page.descendants() if getattr(box, "text", "") == "PROTECTED A"]
        assert len(places) == 2
        assert places[0] < page.content_box_y()
        assert places[1] > page.content_box_y() + page.height


@pytest.mark.parametrize("paper", ["letter", "a4", "a5", "ereader"])
@pytest.mark.parametrize("by", range(8))
def test_no_brief_story_waits_for_the_next_page_where_it_had_room(by: int, paper: str) -> None:
    stories = [*briefs()[by:], *briefs()[:by]]
    parts = tuple(
        Section(name=name, stories=tuple(stories[at::3])) for at, name in enumerate(("World", "Home", "Arts"))
    )
    pages = laid_out("", paper, replace(WHOLE, sections=parts))
    for page, following in itertools.pairwise(pages):
        foot = max(line.position_y + line.height for line, _ in lines(page))
        room = page.content_box_y() + page.height - foot
        first = next((box for box in following.descendants() if box.element_tag == "article"), None)
        begins = first is not None and first.element not in {box.element for box in page.descendants()}
        if begins and "brief" in first.element.get("class").split():
            assert room < first.margin_height() + 40
