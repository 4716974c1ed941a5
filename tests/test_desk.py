from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import desk
from briefing.desk.alone import stands_alone
from briefing.desk.boundaries import split
from briefing.desk.cluster import cluster
from briefing.desk.counts import counts
from briefing.desk.judging import judged
from briefing.desk.order import in_order
from briefing.desk.questions import well_formed
from briefing.desk.roundup import is_roundup
from briefing.desk.text import dateline
from briefing.model import (
    Article,
    Audience,
    Block,
    Edition,
    Entry,
    Feed,
    Heard,
    Observation,
    Report,
    Silence,
    Snapshot,
    Story,
    Window,
)

if TYPE_CHECKING:
    from briefing.model import Brief, Evidence

NOW = dt.datetime(2025, 12, 7, 11, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
BRIDGE = (
    "The council of Halden voted 7-2 on Friday to rebuild the Orm bridge, which the flood of April destroyed.",
    "Mayor Lida Korvath said that work would begin in March and take 18 months.",
    "It remains unclear whether the province will pay its share of the cost.",
    "Engineers put the price at 40 million crowns, twice what was reserved for it in the budget.",
    "But the builder Tessen Works warned that steel had risen by a fifth since the summer.",
)
ARCHIVE = Audience(name="morning", title="The Morning Briefing", sections=("World", "Canada"), languages=("en", "fr"))


def article(*paragraphs: str, title: str = "Halden votes for its bridge", headings: tuple[str, ...] = ()) -> Article:
    blocks = tuple(Block(kind="paragraph", text=text) for text in paragraphs)
    heads = tuple(Block(kind="heading", text=text) for text in headings)
    return Article(url="http://x.example/a", title=title, blocks=blocks + heads, language="en")


def report(text: Article, name: str = "a", feed: Feed | None = None, at: dt.datetime = NOW - DAY / 2) -> Report:
    feed = feed or Feed(id="f", url="u", name="The Post", section="World")
    entry = Entry(feed=feed.id, identity=name, title=text.title, published=at, link=f"http://{feed.id}.example/{name}")
    heard = Heard(digest=f"{name:0>40}", commit=1, seen=at, arrived=at, entry=entry)
    return Report(feed=feed, heard=heard, article=text, digest=f"{name + 'e':0>40}")


def brief(*paragraphs: str, headings: tuple[str, ...] = (), title: str = "Halden votes for its bridge") -> Brief:
    return desk.brief(Story(reports=(report(article(*paragraphs, headings=headings, title=title)),)))


def snapshot(*reports: Report, audience: Audience = ARCHIVE, **more: object) -> Snapshot:
    feeds = {one.feed.id: one.feed for one in reports}
    return Snapshot(
        audience=audience, date=NOW.date(), status="edition", window=Window(opened=NOW - DAY, closed=NOW), as_of=NOW,
        known=1, feeds=tuple(feeds.values()), heard=tuple(one.heard for one in reports),
        articles=tuple((one.heard.digest, one.digest, one.article) for one in reports), **more,
    )  # fmt: skip


def undated(text: str) -> str:
    return re.sub(r" \[[^]]*\]", "", text)


def evidence(told: Brief) -> list[Evidence]:
    parts = (*told.key_developments, *told.analysis, *told.open_questions, *told.unknowns, told.headline)
    return [item for part in parts for item in part.evidence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Smith met J. K. Rowling at 5 p.m. on Tuesday. He left.", 2),
        ("The U.S. Senate voted. It was late.", 2),
        ("“We won!” Smith said. “Why?” she asked.", 2),
        ("He said: “I can’t tell you. It takes two.”", 2),
        ("M. Dupont a dit « non ». Il est parti à 3.5 km.", 2),
        ("No. 5 is alive… Then it died.", 2),
        ("Prices rose 3.5 per cent, Acme Inc. said.", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: int) -> None:
    assert len(split(text)) == expected


@given(st.text(max_size=300))
def test_spans_stand_in_order_and_lose_nothing_but_space(text: str) -> None:
    spans = split(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


def test_every_statement_is_a_quotation() -> None:
    told = brief(*BRIDGE, headings=("Will the province pay for the bridge?",))
    text = article(*BRIDGE, headings=("Will the province pay for the bridge?",))
    assert told.key_developments
    for item in evidence(told):
        assert (text.title if item.field == "title" else text.text)[item.start : item.end] == item.quote
    for development in told.key_developments:
        said = " ".join(item.quote for item in development.evidence)
        assert undated(development.text).lower().rstrip(".") == said.lower().rstrip(".")


def test_a_leading_connective_is_dropped_and_a_leaning_sentence_left_out() -> None:
    told = brief(*BRIDGE, "He also praised this plan in the long debate of the council.")
    texts = [development.text for development in told.key_developments]
    assert not any(text.startswith(("But", "He")) for text in texts)


@pytest.mark.parametrize(("sign", "kept"), [("-9.2", "-9.2"), ("–9.2", "–9.2"), ("- 9.2", "9.2"), ("— The", "The")])
def test_a_sign_before_a_figure_is_no_dash(sign: str, kept: str) -> None:
    told = brief(
        f"{sign} degrees were measured in Ottawa on Sunday, the weather office said, the lowest value since 1955."
    )
    (development,) = told.key_developments
    assert development.text.startswith(f"{kept} degrees were measured")


def test_an_unknown_becomes_a_question_where_one_verb_moves() -> None:
    assert [(question.kind, question.text) for question in brief(*BRIDGE).open_questions] == [
        ("unknown", "Will the province pay its share of the cost?")
    ]


def test_a_subheads_question_is_asked_and_an_explainers_is_not() -> None:
    asked = brief(*BRIDGE[:2], headings=("Does Halden want a bridge right now?", "What is the Orm?"))
    assert [question.text for question in asked.open_questions] == ["Does Halden want a bridge right now?"]


def test_what_cannot_be_turned_stays_in_its_sources_words() -> None:
    said = "The builder of the bridge has not said how quickly, and by whom, the steel was ordered abroad."
    told = brief(*BRIDGE[:2], said)
    assert told.open_questions == ()
    assert [unknown.text for unknown in told.unknowns] == [said]


def test_what_two_reports_call_unknown_is_told_once() -> None:
    said = "The builder of the bridge has not said how much of the steel was ordered abroad."
    edited = "How much of the steel was ordered abroad the builder of the new bridge has not said."
    other = "The cause of the delay in April is still unknown."
    reports = (report(article(*BRIDGE[:2], said), "a"), report(article(*BRIDGE[:2], edited, other), "b"))
    told = desk.brief(Story(reports=reports))
    asked = ["How much of the steel was ordered abroad?", "What caused the delay in April?"]
    assert ([question.text for question in told.open_questions], told.unknowns) == (asked, ())


def test_what_a_question_asks_is_no_unknown_as_well() -> None:
    asked = "It is unclear who ordered the steel for the bridge of Halden."
    said = "Who ordered the steel for the bridge of Halden in April is still unknown."
    reports = (report(article(*BRIDGE[:2], asked), "a"), report(article(*BRIDGE[:2], said), "b"))
    told = desk.brief(Story(reports=reports))
    (question,) = told.open_questions
    assert question.text.startswith("Who ordered the steel for the bridge of Halden")
    assert told.unknowns == ()


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("It is unclear why the sirens stayed silent.", "Why did the sirens stay silent?"),
        ("It was not clear when the bridge would reopen.", "When will the bridge reopen?"),
        ("It remains unclear how the fire started.", "How did the fire start?"),
        ("It is also unknown whether the pilot survived.", "Did the pilot survive?"),
        ("It’s not clear who ordered the evacuation of the town.", "Who ordered the evacuation of the town?"),
        ("It was not immediately known what caused the blast in the port.", "What caused the blast in the port?"),
        ("It is unclear if the bank has enough capital, analysts said.", "Does the bank have enough capital?"),
        ("The company didn’t say whether the mine has reopened.", "Has the mine reopened?"),
        ("It isn’t known whether the law applies to ferries.", "Does the law apply to ferries?"),
        ("It is unclear what the minister will do in March.", "What will the minister do in March?"),
        ("It is unclear how badly the Orm bridge was damaged.", "How badly was the Orm bridge damaged?"),
        ("The cause of the fire in the mill is still unknown.", "What caused the fire in the mill?"),
    ],
)
def test_an_unknown_is_asked_where_the_verb_is_certain(said: str, asked: str) -> None:
    assert [one.text for one in brief(said).open_questions] == [asked]


@pytest.mark.parametrize(
    "said",
    [
        "It is not known whether the guarantee covers fatigue cracks.",
        "It is unclear whether the bed covers caught fire first.",
        "It is not clear how many would return if the law fell.",
        "It is unclear why the wall opened in March killed nobody.",
        "The number of the missing was not immediately known.",
    ],
)
def test_what_no_certain_verb_turns_stays_an_unknown(said: str) -> None:
    told = brief(said)
    assert ([one.text for one in told.open_questions], [one.text for one in told.unknowns]) == ([], [said])


@pytest.mark.parametrize(
    "said",
    [
        "It is unclear whether he will stay in office after the vote.",
        "It is not yet known whether they will return to the valley.",
        "It is not known whether people suffered from it.",
        "It could not say how many would return if the law fell.",
        "The singer is unknown in France, where her records were never sold.",
        "The minister had full confidence in the board and declined to say more.",
    ],
)
def test_an_unknown_that_points_back_or_is_none_is_left_out(said: str) -> None:
    told = brief(said)
    assert (told.open_questions, told.unknowns) == ((), ())


@pytest.mark.parametrize("mark", ["'", "’"])
@pytest.mark.parametrize(
    "said",
    [
        "L'exploitant n'a pas précisé combien de vannes, sur douze, étaient ouvertes.",
        "Il n'est pas établi que les sirènes aient sonné.",
        "On ne sait pas encore de qui l'ordre d'ouvrir les vannes est venu.",
    ],
)
def test_french_unknowns_are_found_with_either_apostrophe(said: str, mark: str) -> None:
    text = replace(article(said.replace("'", mark)), language="fr")
    told = desk.brief(Story(reports=(report(text),)))
    assert [one.text for one in told.unknowns] == [said.replace("'", mark)]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_an_explainers_subhead_is_known_by_either_apostrophe(mark: str) -> None:
    text = article("La ville de Brannik a voté vendredi.", headings=(f"Qu{mark}est-ce que la loi sur les barrages ?",))
    assert desk.brief(Story(reports=(report(replace(text, language="fr")),))).open_questions == ()


def test_prompts_of_an_interview_are_no_open_questions() -> None:
    prompts = ("Is the bridge too expensive for Halden?", "Will the steel come in time?", "Has Halden lost its river?")
    assert brief(*BRIDGE[:2], headings=prompts).open_questions == ()


@pytest.mark.parametrize(
    "text", ["Why did he do it?", "Would you like to know more?", "And now?", "Is it? Was it ever so?"]
)
def test_a_question_that_does_not_stand_alone_is_none(text: str) -> None:
    assert not well_formed(text, "en")


def test_a_writers_judgement_is_no_development() -> None:
    assert judged("It’s clear that Halden is not interested in moving away from its aims.", "en")
    assert not judged("It is clear that the aims stand, the mayor of Halden said on Friday.", "en")
    view = "It is clear that the council of Halden never wanted any other bridge than this one."
    told = brief(*BRIDGE, view)
    assert view not in [development.text for development in told.key_developments]


def test_furniture_and_halves_of_quotations_do_not_stand_alone() -> None:
    assert not stands_alone("Read more about the flood in the valley of the Orm here", "en")
    assert not stands_alone("“We will build it in the same place as before, said the mayor of Halden.", "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The conflict is also helping the exporters of Sorvia to sell grain.", "en"),
        ("By that measure the evening in the palace was a success for the envoys.", "en"),
        ("Officials in Halden said this number would rise by the weekend.", "en"),
        ("The council said that figure had come from the builder.", "en"),
        ("A long night of fear for the families on the shore of the Orm.", "en"),
        ("À l’origine du débat, la campagne de comptage menée en octobre par l’Institut.", "fr"),
        ("On ignore si ce nombre sera atteint avant la fin du mois.", "fr"),
        ("Selon un document que Le Rivage a lu, elle réduirait les captures de 28 %.", "fr"),
        ("La préfète a également annoncé la fermeture de deux ponts.", "fr"),
        ("Il n’est pas certain qu’il puisse revenir avant lundi.", "fr"),
    ],
)
def test_what_points_back_or_has_no_verb_does_not_stand_alone(text: str, language: str) -> None:
    assert not stands_alone(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council of Halden decided this week to close the bridge.", "en"),
        ("The mayor praised not only the crew but also the neighbours.", "en"),
        ("The mayor of Halden said that work would begin in March.", "en"),
        ("Nine metres of sediment from a Sorvian lake record a dry spell of long ago.", "en"),
        ("L’instrument, construit en 1868, compte 2 340 tuyaux et trente jeux.", "fr"),
        ("Le conseil a voté ce matin la fermeture de deux ponts.", "fr"),
    ],
)
def test_what_names_its_subject_and_has_a_verb_stands_alone(text: str, language: str) -> None:
    assert stands_alone(text, language)


def test_reports_of_one_happening_become_one_story_and_others_do_not() -> None:
    first = report(article(*BRIDGE), "a")
    second = report(
        article(
            "A new Orm bridge will stand in Halden by the end of 2027 after a vote of the council on Friday night.",
            "Tessen Works and mayor Lida Korvath differ about the price of steel and of the flood.",
            title="Steel, water and a vote",
        ),
        "b",
        Feed(id="g", url="v", name="The Wire", section="World"),
    )
    other = report(
        article(
            "The national bank of Sorvia left its main interest rate at 3.75 per cent on Thursday.",
            "Inflation fell to 2.2 per cent in November, the statistics office said.",
            title="Sorvia holds its rate",
        ),
        "c",
    )
    edition = desk.edit(snapshot(first, second, other))
    stories = [story for section in edition.sections for story in section.stories]
    assert sorted(len(story.sources) for story in stories) == [1, 2]


DATELINES = [
    "PORT ALDEN, Nov 24 (Beta Wire) - ",
    "PORT ALDEN, Lower Osmund — ",
    "PORT ALDEN (Beta Wire) — ",
    "Port Alden (AFP) - ",
    "Port Alden, 24 novembre (La Presse canadienne) – ",
    "Nov 24 (Beta Wire) - ",
    "(Beta Wire) — ",
    "PORT ALDEN—",
    "NEW SKAREN, D.C., Nov. 24, 2025 (AP) -- ",
]


@pytest.mark.parametrize("opening", DATELINES)
def test_an_agencys_dateline_is_no_part_of_what_it_reports(opening: str) -> None:
    assert dateline(f"{opening}The council voted.") == opening
    first, second = (f"{opening}{text}" for text in (BRIDGE[0], "The Skaren ferries will sail again, the owner said."))
    story = desk.brief(Story(reports=(report(article(first, second)),)))
    assert [undated(one.text) for one in story.key_developments][:1] == [BRIDGE[0]]


@pytest.mark.parametrize(
    "text",
    [
        "NATO – the alliance of 32 states – will meet in Halden.",
        "Halden (population 6,200) votes.",
        "COVID-19 is back.",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert dateline(text) == ""


@pytest.mark.parametrize("opening", [*DATELINES, ""])
def test_one_agency_town_and_day_join_no_two_stories(opening: str) -> None:
    wire = Feed(id="w", url="w", name="Beta Wire", section="World")
    wall = (
        f"{opening}The council of Port Alden voted on Monday to raise the harbour wall by two metres.",
        "Engineers told Beta Wire on Monday that the work would take 14 months and cost 30 million crowns.",
        "Mayor Ana Reyes said on Nov 24 that ships could dock in the meantime.",
    )
    club = (
        f"{opening}The football club of Port Alden dismissed coach Marco Silveri on Monday after nine defeats.",
        "The club told Beta Wire on Monday that his assistant Jan Olsen would lead the team until March.",
        "The next match is on Nov 29 against Lindholm.",
    )
    again = (
        "Port Alden’s harbour wall will be raised by two metres, the city council decided late on Monday.",
        "The work, priced at 30 million crowns, begins after the winter; engineers expect it to take 14 months.",
    )
    told = (
        report(article(*wall, title="Port Alden raises its harbour wall"), "1", wire),
        report(article(*club, title="Port Alden club dismisses its coach"), "2", wire),
        report(article(*again, title="Harbour wall to rise by two metres"), "3"),
    )
    stories = cluster(told, ARCHIVE)
    assert sorted(sorted(one.heard.entry.identity for one in story.reports) for story in stories) == [["1", "3"], ["2"]]


def at(hour: int, text: Article, name: str, **feed: object) -> Report:
    outlet = Feed(id=name, url=name, name=name, section="World", **feed)  # type: ignore[arg-type]
    return report(text, name, outlet, NOW.replace(hour=hour))


LONG = (
    "The council of Halden met in the evening and heard the owner of the mine for two hours.",
    "Rescue teams from three provinces had worked in shifts since the rockfall on Friday.",
    "The mine has belonged to Orrin Nickel since 2011 and employs four hundred workers.",
)
NINE = article("Nine workers reached the surface of the Pellett mine at 9 p.m.", *LONG, title="Nine reach the surface")
TENTH = article("The tenth worker left the Pellett mine at 4:05 a.m.", *LONG[1:], title="Tenth worker is freed")


def led(*reports: Report) -> Brief:
    return desk.brief(Story(reports=in_order(reports, ARCHIVE)))


def test_the_newest_report_leads_and_is_told_first() -> None:
    told = led(at(2, NINE, "a"), at(9, TENTH, "b"))
    assert told.headline.text == "Tenth worker is freed"
    assert told.key_developments[0].text.startswith("The tenth worker")


def test_a_short_note_leads_nothing_but_is_told_first() -> None:
    note = article("The tenth worker left the Pellett mine at 4:05 a.m. on Sunday.", title="Tenth worker is freed")
    told = led(at(2, replace(NINE, blocks=NINE.blocks * 3), "a"), at(9, note, "b"))
    assert told.headline.text == "Nine reach the surface"
    assert told.key_developments[0].text.startswith("The tenth worker")


@pytest.mark.parametrize(
    ("later", "feed"),
    [
        (replace(TENTH, title="What engineers think brought down the Pellett mine"), {}),
        (replace(TENTH, title="After the rockfall: how the Pellett mine was dug"), {}),
        (replace(TENTH, title="The mine must close"), {"kind": "opinion"}),
        (replace(TENTH, origin="feed"), {}),
        (replace(TENTH, language="sv"), {}),
    ],
)
def test_a_later_explainer_view_or_notice_does_not_lead(later: Article, feed: dict[str, object]) -> None:
    assert led(at(2, NINE, "a"), at(9, later, "b", **feed)).headline.text == "Nine reach the surface"


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("At least twelve people were killed in the flood at Brannik.", "The death toll of the flood rose to 19."),
        ("Some 31 people were missing in the valley on Saturday.", "In the valley 27 people remain missing on Sunday."),
        (
            "The blast injured 140 workers in the port of Halden.",
            "Doctors said 96 workers had been injured in the blast.",
        ),
    ],
)
def test_two_counts_of_the_same_do_not_stand_beside_each_other(earlier: str, later: str) -> None:
    first, second = article(earlier, *LONG[:2], title="Flood"), article(later, *LONG[2:], title="Flood and after")
    texts = [one.text for one in led(at(2, first, "a"), at(9, second, "b")).key_developments]
    assert later in texts
    assert earlier not in texts


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("At least twelve people were killed and 31 were missing.", {"dead": {12}, "missing": {31}}),
        ("The number of people known to have died in Saturday's flood rose to 19.", {"dead": {19}}),
        ("Two of the 19 dead were children.", {"dead": {19}}),
        ("A bomb killed at least 1,200 people.", {"dead": {1200}}),
        ("Le bilan passe à dix-sept morts et 27 disparus.", {"dead": {17}, "missing": {27}}),
        ("Three more people were killed.", {}),
        ("No one was killed.", {}),
        ("The flood of 1987 killed 40 people.", {}),
        ("Jon Rudd, 71, was killed on Dec 6 at 2:40 a.m.", {}),
        ("Nine workers reached the surface.", {}),
    ],
)
def test_casualties_are_counted_and_hours_ages_and_days_are_not(text: str, counted: dict[str, set[int]]) -> None:
    assert counts(text) == counted


def test_what_merely_repeats_the_headline_is_no_development() -> None:
    told = brief("Halden votes for its new bridge on the Orm.", *BRIDGE, title="Halden votes for new Orm bridge")
    assert "Halden votes for its new bridge on the Orm." not in [one.text for one in told.key_developments]


DIGEST = (
    "TREVANNE, Dec 6 (Atlas Wire) - Inspectors cleared 14 of 16 harbour ferries to sail after a check of lifeboats.",
    "OSMUND - Lawmakers elected former judge Tovah Brandt as speaker by 31 votes to 28 after nine weeks.",
    "LEMBURG - A cargo train carrying sugar left the rails outside the city without causing injuries.",
    "SKAREN - Aksel Rudd, 71, kept the light on the island for the 15,000th night, his employer said.",
)


@pytest.mark.parametrize(
    "title",
    [
        "World in brief, 0800 GMT",
        "Morning roundup",
        "L’essentiel de l’actualité",
        "En bref",
        "What we are reading",
        "Morning edition",
        "Saturday, from north to south",  # promises nothing: its making says it
    ],
)
@pytest.mark.parametrize("kind", ["paragraph", "item", "heading"])
def test_a_digest_is_not_told_as_one_story(title: str, kind: str) -> None:
    parts = (Block(kind="heading" if kind == "heading" else "item", text="Elsewhere") for _ in DIGEST)
    texts = (Block(kind="item" if kind == "item" else "paragraph", text=text) for text in DIGEST)
    pairs = [block for pair in zip(parts, texts, strict=True) for block in (pair if kind == "heading" else pair[1:])]
    edition = desk.edit(snapshot(report(replace(article(title=title), blocks=tuple(pairs)))))
    assert edition.sections == ()
    assert [left.why for left in edition.left_out] == ["a digest of several stories"]


PLAIN_DIGESTS = [
    (
        "What you may have missed on Sunday",
        "Bus fares go up by a tenth from April.",
        "A pair of storks has come back to the chimney of the old brewery after nine years.",
        "Bakers won the tug of war against butchers for the third time.",
        "Snow is forecast above 800 metres.",
        "Voters in two valleys turned down a merger of their councils.",
    ),
    (
        "News in brief",
        "Tarn - The council votes on a skating rink.",
        "Lisk - A barn burned down.",
        "Orrin - Divers have found a lost bell.",
        "Holm - Two lorries collided.",
    ),
    (
        "Evening briefing",
        "Velmont will rebuild its theatre for 12 million crowns. The contract went to Orvik.",
        "Harriers won the shield in Tarn.",
        "The queen visited Lanvor and met 300 pupils.",
        "Shares of Tessen fell.",
    ),
    (
        "Ce que vous avez manqué",
        "Un loup a été vu près de Lanvor pour la première fois en un siècle.",
        "Brestal remporte la finale de handball aux tirs au but.",
        "Trois députés ont quitté leur groupe après un vote sur les retraites.",
        "Des pluies abondantes sont attendues jeudi.",
    ),
]


@pytest.mark.parametrize("told", PLAIN_DIGESTS, ids=lambda told: told[0])
def test_plain_paragraphs_about_unrelated_things_under_a_promising_title_are_a_digest(told: tuple[str, ...]) -> None:
    assert is_roundup(told[0], replace(article(*told[1:], title=told[0]), language=""))


ONE_STORY = [
    (
        "Morning briefing: the bridge",
        "The bridge over the Orm opens on Monday after two years of work.",
        "Cyclists get a lane of their own. The old span will be torn down in May.",
        "It cost 12 million crowns, a third more than planned.",
        "The mayor expects 9,000 cars a day.",
    ),
    (
        "What you may have missed: a strike",
        "Ferry crews walked out at noon over pay.",
        "Their union wants 6 per cent more. Norrline offers 2.",
        "No boats will leave before Thursday, Norrline said.",
        "The islands have food for a week.",
    ),
]


@pytest.mark.parametrize("told", ONE_STORY, ids=lambda told: told[0])
def test_one_story_in_plain_paragraphs_is_no_digest(told: tuple[str, ...]) -> None:
    assert not is_roundup(told[0], article(*told[1:], title=told[0]))


def test_one_story_under_a_digests_title_is_told_and_unlike_parts_under_a_storys_title_too() -> None:
    one = report(article(*BRIDGE, "The Orm bridge is 60 metres long.", title="Halden bridge: the day in brief"), "a")
    other = report(article(*DIGEST, title="Ferries, a speaker, sugar and a light"), "b")
    assert desk.edit(snapshot(one, other)).left_out == ()


def test_the_story_of_most_outlets_leads_its_section() -> None:
    full = report(article(*BRIDGE * 30, title="Halden votes for its bridge"), "a", at=NOW - DAY / 24)
    rate = (
        "The national bank of Sorvia left its main interest rate at 3.75 per cent on Thursday, governor Maud Pell said."
    )
    other = (
        "Sorvia's central bank kept its key rate at 3.75 per cent, as governor Maud Pell announced on Thursday in Tarn."
    )
    wires = [
        at(1, replace(article(said, title="Sorvia holds its rate"), origin="feed"), name)
        for name, said in (("x", rate), ("y", other))
    ]
    edition = desk.edit(snapshot(full, *(replace(one, heard=replace(one.heard, arrived=NOW - DAY)) for one in wires)))
    assert edition.sections[0].stories[0].headline.text == "Sorvia holds its rate"


def test_filters_say_why() -> None:
    audience = replace(ARCHIVE, exclude=("horoscope*",), include=("bridge", "rate"))
    kept = report(article(*BRIDGE), "a")
    horoscopes = report(article("Your horoscopes for a rainy Sunday on the bridge.", title="Stars"), "b")
    silent = report(article("Something else entirely happened in the hills.", title="Hills"), "c")
    old = report(article(*BRIDGE, title="Old bridge"), "d")
    entry = replace(old.heard.entry, published=NOW - 9 * DAY)
    aged = replace(old, heard=replace(old.heard, entry=entry))
    foreign = report(article(*BRIDGE), "e", Feed(id="h", url="w", section="Sport"))
    edition = desk.edit(snapshot(kept, horoscopes, silent, aged, foreign, audience=audience))
    why = {left.title: left.why for left in edition.left_out}
    assert why["Stars"] == "exclude: 'horoscope*'"
    assert why["Hills"] == "none of the words in include"
    assert why["Old bridge"] == "older than max_age when it arrived"
    assert "section 'Sport'" in why["Halden votes for its bridge"]


def test_the_order_of_what_was_heard_does_not_show() -> None:
    reports = [report(article(*BRIDGE[n:], title=f"Bridge {n}"), str(n)) for n in range(4)]
    forwards, backwards = snapshot(*reports), snapshot(*reversed(reports))
    assert desk.edit(forwards) == desk.edit(replace(backwards, feeds=forwards.feeds))


def test_an_edition_owns_up_to_what_was_not_heard() -> None:
    silence = Silence(feed="f", url="http://x.example/feed", since=NOW - DAY, cause="could not be reached")
    made = snapshot(report(article(*BRIDGE)), silences=(silence,), rounds=(NOW - 2 * DAY,))
    edition: Edition = desk.edit(made)
    assert [(one.name, one.cause) for one in edition.silences] == [("The Post", "could not be reached")]
    assert [(gap.start, gap.end) for gap in edition.gaps] == [(NOW - 2 * DAY, NOW)]


@pytest.mark.parametrize(("units", "value", "unit"), [("metric", -9.2, "°C"), ("imperial", 15.4, "°F")])
def test_the_temperature_is_in_the_audiences_units(units: str, value: float, unit: str) -> None:
    seen = Observation(latitude=0, longitude=0, at=NOW, celsius=-9.2, source="x")
    edition = desk.edit(snapshot(audience=replace(ARCHIVE, units=units), observation=seen))
    assert edition.dateline.temperature is not None
    assert (edition.dateline.temperature.value, edition.dateline.temperature.unit) == (value, unit)


@pytest.mark.parametrize(
    "paragraphs",
    [(), ("Rain.",), ("“No.”",) * 50, ("A, b, c " * 4000,), ("雨が降った。" * 50,), ("WAR " * 300,), ("?!" * 200,)],
)
def test_odd_texts_give_an_honest_brief(paragraphs: tuple[str, ...]) -> None:
    told = brief(*paragraphs, title="Odd")
    assert told.headline.text == "Odd"
    text = article(*paragraphs, title="Odd").text
    assert all(text[item.start : item.end] == item.quote for item in evidence(told) if item.field == "text")


def test_the_outlets_name_is_no_part_of_a_headline() -> None:
    assert brief(*BRIDGE, title="Halden votes for its bridge - The Post").headline.text == "Halden votes for its bridge"
