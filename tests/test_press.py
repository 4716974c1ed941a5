from __future__ import annotations

import itertools
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import html as parser
from press_editions import LETTERS, WHOLE, briefs, empty, headlined, hostile, sixty, told

from briefing import press
from briefing.errors import PressError
from briefing.press.filters import safe_link, tie
from briefing.press.fixture import fixture_edition
from briefing.press.words import words_for

if TYPE_CHECKING:
    from briefing.model import Edition

TEMPLATES = press.gather([])
ALL_STATES = [WHOLE, fixture_edition("fr_CA"), empty(), sixty(), hostile(), told(briefs()[3], section="")]


def page(edition: Edition) -> str:
    return press.set_type(edition, TEMPLATES, ["html"])["html"].decode()


def test_the_json_holds_what_the_contract_names() -> None:
    data = json.loads(press.as_json(WHOLE))
    assert data["dateline"]["text"] == ["\u22129.2\u202f°C", "Ottawa", "Sunday, December 7, 2025"]
    assert data["dateline"]["temperature"] == {"value": -9.2, "unit": "°C", "at": "2025-12-07T11:00:00Z"}
    story = data["sections"][0]["stories"][0]
    assert story["headline"] == "Nine hours in Varna, and the border stays shut"
    assert story["headline_evidence"][0]["field"] == "title"
    assert story["summary_evidence"][0]["quote"] in story["summary"]
    assert set(story["unknowns"][0]) == {"text", "evidence", "language"}
    assert data["sections"][1]["stories"][2]["summary"] == ""
    assert data["colophon"]["closed"] == "2025-12-07T11:00:00Z"
    assert set(data["silences"][0]) == {"name", "url", "since", "cause"}


def test_the_json_is_sorted_indented_by_one_and_ends_with_a_newline() -> None:
    body = press.as_json(WHOLE).decode()
    assert body.startswith('{\n "audience": "morning",\n "colophon"')
    assert body.endswith("}\n")


@pytest.mark.parametrize(
    ("locale", "lines"),
    [
        ("en_CA", ["\u22129.2\u202f°C", "Ottawa", "Sunday, December 7, 2025"]),
        ("fr_CA", ["\u22129,2\u202f°C", "Ottawa", "dimanche 7 décembre 2025"]),
        ("en-GB", ["\u22129.2\u202f°C", "Ottawa", "Sunday, 7 December 2025"]),
        ("xx_YY", ["\u22129.2\u202f°C", "Ottawa", "Sunday, December 7, 2025"]),
    ],
)
def test_the_dateline_is_written_as_its_locale_writes_it(locale: str, lines: list[str]) -> None:
    printed = press.as_data(fixture_edition(locale))["dateline"]["text"]  # type: ignore[index] # plain data
    assert [line.replace("Sunday, 7", "Sunday 7") for line in printed] == [
        line.replace("Sunday, 7", "Sunday 7") for line in lines
    ]


def test_a_temperature_that_rounds_to_nought_has_no_sign() -> None:
    warm = replace(WHOLE.dateline.temperature, value=-0.04)  # type: ignore[type-var] # the fixture has one
    edition = replace(WHOLE, dateline=replace(WHOLE.dateline, temperature=warm))
    assert press.as_data(edition)["dateline"]["text"][0] == "0.0\u202f°C"  # type: ignore[index] # plain data


def test_without_a_thermometer_the_line_is_left_out() -> None:
    edition = replace(WHOLE, dateline=replace(WHOLE.dateline, temperature=None))
    assert press.as_data(edition)["dateline"]["text"] == ["Ottawa", "Sunday, December 7, 2025"]  # type: ignore[index] # plain data
    assert "°C" not in page(edition)


@pytest.mark.parametrize("edition", ALL_STATES, ids=["whole", "french", "empty", "sixty", "hostile", "nameless"])
def test_a_page_asks_for_nothing_and_runs_nothing(edition: Edition) -> None:
    text = page(edition)
    tree = parser.document_fromstring(text)
    assert not tree.xpath("//script|//link|//img|//iframe|//object|//form|//svg|//base")
    assert not list(tree.xpath("//@*[starts-with(name(), 'on')]"))
    assert {address.partition(":")[0] for address in tree.xpath("//@href") if not address.startswith("#")} <= {
        "http",
        "https",
    }
    styles = "".join(tree.xpath("//style/text()"))
    assert set(re.findall(r"url\((.{9})", styles)) == {"data:font"}
    assert "@import" not in styles
    policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert "default-src 'none'" in policy
    assert "script-src 'none'" in policy


@pytest.mark.parametrize("edition", ALL_STATES, ids=["whole", "french", "empty", "sixty", "hostile", "nameless"])
def test_headings_begin_with_one_h1_and_never_jump(edition: Edition) -> None:
    levels = [int(tag.tag[1]) for tag in parser.document_fromstring(page(edition)).xpath("//h1|//h2|//h3|//h4|//h5")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_name_on_a_page_is_there_once_and_every_link_inside_arrives() -> None:
    tree = parser.document_fromstring(page(sixty()))
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    assert {address[1:] for address in tree.xpath("//@href") if address.startswith("#")} <= set(names)
    assert set(tree.xpath("//@aria-labelledby")) <= set(names)


def test_evidence_stands_under_each_statement_in_the_words_of_its_source() -> None:
    tree = parser.document_fromstring(page(WHOLE))
    details = tree.xpath("//article[@id='talks']//div[@class='developments']//li/details")
    assert len(details) == 5
    quote = details[1].xpath("string(.//blockquote/p)")
    assert quote == "Both delegations agreed to keep the humanitarian corridor at Silistra open until January 15"
    assert "Continental Wire" in details[1].text_content()


def test_headline_and_summary_are_credited() -> None:
    credit = parser.document_fromstring(page(WHOLE)).xpath("//article[@id='talks']//div[@class='credit']")[0]
    assert credit.text.startswith("Headline: The Harbour Gazette")
    assert len(credit.xpath(".//blockquote")) == 2
    assert "Headline: The Harbour Gazette" in press.page_html(WHOLE, TEMPLATES, medium="print")


def test_hostile_texts_are_printed_as_text() -> None:
    text = page(hostile())
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "javascript:" not in text
    assert "<b>Evil" not in text
    assert "\x07" not in text
    assert "\uffff" not in text
    assert LETTERS in text


def test_a_story_in_another_language_says_so() -> None:
    tree = parser.document_fromstring(page(WHOLE))
    assert tree.xpath("string(//article[@id='figs']/@lang)") == "fr"
    assert tree.xpath("count(//article[@id='talks']/@lang)") == 0
    assert tree.xpath("string(//nav//li[a/@href='#figs']/@lang)") == "fr"
    assert tree.xpath("count(//nav//li/@lang)") == 1
    french = parser.document_fromstring(page(fixture_edition("fr_CA")))
    assert french.xpath("string(//article[@id='talks']/@lang)") == "en"
    assert french.xpath("string(/html/@lang)") == "fr-CA"
    titled = "//article[@id='talks']//li[@id='talks-source-2']//a/@lang"
    assert french.xpath(titled) == ["en"]


def test_a_french_edition_prints_french_words_only() -> None:
    words = parser.document_fromstring(page(fixture_edition("fr_CA"))).text_content()
    assert "Questions ouvertes" in words
    assert not re.search(r"Open questions|Key developments|silent since|min at|to read|from what|About this", words)


def test_a_value_that_looks_like_a_slot_is_not_filled() -> None:
    assert words_for("en")("{a} and {b}", a="{b}", b="x") == "{b} and x"


def test_a_proof_says_so_and_a_marking_stands_at_top_and_bottom() -> None:
    text = page(replace(WHOLE, status="proof", marking="PROTECTED <A>"))
    assert "Proof, made before its hour" in text
    assert text.count('<p class="marking">PROTECTED &lt;A&gt;</p>') == 2
    assert "Proof" not in page(WHOLE)


def test_an_edition_without_a_story_says_what_was_not_heard_and_what_to_do() -> None:
    words = parser.document_fromstring(page(empty())).text_content()
    assert "No story today." in words
    assert "The Coast & County" in words
    assert "took longer than 20 seconds" in words
    assert "What to do" in words


def test_marks_stand_only_where_there_is_more_than_one_source() -> None:
    html = press.page_html(WHOLE, TEMPLATES, medium="print")
    tree = parser.document_fromstring(html)
    assert tree.xpath("//article[@id='talks']//a[@class='mark']")
    assert not tree.xpath("//article[@id='reservoirs']//a[@class='mark']")


def test_more_than_five_sources_are_counted_and_still_named() -> None:
    lead = briefs()[0]
    many = tuple(replace(lead.sources[0], name=f"Paper {n}", url=f"https://p{n}.example/") for n in range(9))
    words = parser.document_fromstring(page(told(replace(lead, sources=many)))).text_content()
    assert "+ 4 more" in words
    assert "Paper 8" in words


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//x.example",
        "https://",
        "http://[",
        "https://a b",
        "",
    ],
)
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    assert safe_link(address) == ""


def test_a_last_short_word_is_tied_to_the_one_before() -> None:
    assert tie("The border stays shut") == "The border stays\u00a0shut"
    assert tie("Two words") == "Two words"
    assert tie("") == ""


def test_the_answer_is_the_same_wherever_it_is_mapped() -> None:
    with ThreadPoolExecutor(2) as pool:
        assert press.set_type(WHOLE, TEMPLATES, ["html", "json"], map=pool.map) == press.set_type(
            WHOLE, TEMPLATES, ["html", "json"]
        )


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(PressError, match="format 'docx': unknown"):
        press.set_type(WHOLE, TEMPLATES, ["docx"])


def test_characters_that_no_face_can_draw_are_told() -> None:
    assert press.missing_glyphs(WHOLE) == ()
    assert set(press.missing_glyphs(told(headlined(briefs()[0], "A 𓀀 and an \U000131aa", "x")))) == {"𓀀", "\U000131aa"}


def test_the_schema_names_every_field_that_the_data_has() -> None:
    schema = press.schema()
    definitions = schema["$defs"]

    def hold(value: object, rule: dict[str, object]) -> None:
        if "$ref" in rule:
            rule = definitions[str(rule["$ref"]).rpartition("/")[2]]
        if "anyOf" in rule and value is not None:
            rule = rule["anyOf"][0]  # type: ignore[index] # JSON Schema
            return hold(value, rule)
        if isinstance(value, dict):
            assert set(value) == set(rule["required"])  # type: ignore[call-overload] # JSON Schema
            for key, item in value.items():
                hold(item, rule["properties"][key])  # type: ignore[index] # JSON Schema
        if isinstance(value, list):
            for item in value:
                hold(item, rule["items"])  # type: ignore[arg-type] # JSON Schema
        if isinstance(value, str) and "enum" in rule:
            assert value in rule["enum"]  # type: ignore[operator] # JSON Schema
        return None

    hold(json.loads(press.as_json(WHOLE)), schema)
    assert definitions["Edition"]["additionalProperties"] is False
