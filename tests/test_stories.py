from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import desk
from briefing.desk.cluster import cluster, related, voices
from briefing.desk.cluster.joining import join
from briefing.desk.cluster.tongues import bare, concept
from briefing.model import Article, Audience, Block, Entry, Feed, Heard, Report, Story

DAY = dt.datetime(2025, 12, 7, tzinfo=dt.UTC)
LATER = DAY + dt.timedelta(hours=5)
READER = Audience(name="morning", title="The Morning", languages=("en", "fr"))
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "stories" / "languages.tsv").read_text(encoding="utf-8").splitlines()
]
PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parent / "stories" / "apart.tsv").read_text(encoding="utf-8").splitlines()
]
SYLLABLES = [
    "ba",
    "ke",
    "lo",
    "mi",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
    "pra",
    "tel",
    "gor",
    "min",
    "sal",
    "dan",
    "fer",
    "hul",
    "jen",
    "kor",
]
WIRE = (
    (
        "The roof of the swimming hall in Ostervale gave way under the snow on Saturday evening, and forty bathers left "
        "through the emergency doors with minor cuts, the fire chief said."
    ),
    "Engineers had warned the town in March that two beams were rotten, according to a letter that the council released.",
    "The hall will stay closed until spring, and swimming lessons move to the school in Lind.",
)


def report(outlet: str, *paragraphs: str, language: str = "en", title: str = "", name: str = "") -> Report:
    title = title or paragraphs[0].split(". ")[0]
    name = name or f"{outlet} {title}"
    entry = Entry(feed=outlet, identity=name, title=title, published=DAY)
    heard = Heard(digest=name, commit=1, seen=DAY, arrived=DAY, entry=entry)
    blocks = tuple(Block(kind="paragraph", text=text) for text in paragraphs)
    text = Article(url="u", title=title, blocks=blocks, language=language)
    return Report(feed=Feed(id=outlet, url=outlet, name=outlet), heard=heard, article=text, digest=name)


def in_two_languages() -> list[Report]:
    english = [report("Courier", row[1], name=f"{n}") for n, row in enumerate(ROWS) if row[0] == "="]
    french = [report("Rivage", row[2], name=f"{n}", language="fr") for n, row in enumerate(ROWS)]
    return english + french


def test_reports_of_one_happening_meet_across_languages_and_those_of_another_seldom_do() -> None:
    stories = cluster(in_two_languages(), READER)
    together = [
        (one.heard.digest, other.heard.digest)
        for story in stories
        for one, other in itertools.combinations(story.reports, 2)
    ]
    right = sum(one == other for one, other in together)
    strangers = {story.reports[0].heard.digest for story in stories if len(story.reports) > 2}
    assert right == sum(row[0] == "=" for row in ROWS)
    assert (
        len(strangers) <= 3
    )  # of twelve hard ones, which share town and subject with another: it may fall, never rise


def joined(case: list[str], others: list[Report]) -> bool:
    told = [report(outlet, text, language="", title=title, name=outlet)
            for outlet, title, text in (("Echo", *case[1:3]), ("Ledger", *case[3:5]))]  # fmt: skip
    ours = {one.heard.digest for one in told}
    return any(ours <= {one.heard.digest for one in story.reports} for story in cluster([*told, *others], READER))


@pytest.mark.parametrize("others", [[], in_two_languages()], ids=["alone", "among others"])
def test_happenings_of_one_kind_in_two_places_or_of_two_actors_stay_apart(others: list[Report]) -> None:
    different = [joined(case, others) for case in PAIRS if case[0] == "!"]
    same = [joined(case, others) for case in PAIRS if case[0] == "="]
    assert (len(different), len(same)) == (39, 34)
    assert sum(different) <= 1  # it may fall, and never rise
    assert sum(same) >= 31  # it may rise


@pytest.mark.parametrize(("first", "leads"), [(("en", "fr"), "en"), (("fr", "en"), "fr")])
def test_a_report_in_the_readers_first_language_leads(first: tuple[str, ...], leads: str) -> None:
    reader = Audience(name="a", title="A", languages=first)
    mixed = [story for story in cluster(in_two_languages(), reader) if len(story.reports) == 2]
    assert mixed
    assert {story.reports[0].article.language for story in mixed} == {leads}


@pytest.mark.parametrize(
    ("french", "english"),
    [("l’incendie", "fire"), ("inondations", "flood"), ("sécurité", "security"), ("Londres", "London"), ("évacués", "evacuate")],
)  # fmt: skip
def test_a_french_word_stands_for_the_english_one(french: str, english: str) -> None:
    assert concept(bare(french, "fr"), "fr") == concept(bare(english, "en"), "en")


def invented(stories: int, outlets: int, alone: int) -> list[Report]:
    """Make reports in invented words: each story has its own names and words among those that all use."""
    chance = random.Random(7)
    weights = [1 / (rank + 5) for rank in range(600)]  # as in any language: few words are most of what is said
    known = sorted({"".join(chance.choices(SYLLABLES, k=3)) for _ in range(5000)})
    chance.shuffle(known)

    def told(topic: list[str], outlet: int, name: str) -> Report:
        said = [
            chance.choice(topic) if chance.random() < 0.3 else common
            for common in chance.choices(known[:600], weights, k=90)
        ]
        return report(f"outlet {outlet}", " ".join(said), title=" ".join(said[:7]), name=f"{name} {outlet}")

    topics = [chance.sample(known[600:], 20) for _ in range(stories + alone)]
    return [
        told(topic, outlet, f"{n}")
        for n, topic in enumerate(topics)
        for outlet in chance.sample(range(20), outlets if n < stories else 1)
    ]


def test_twenty_stories_of_four_outlets_are_found_among_two_hundred_entries() -> None:
    found = cluster(invented(20, 4, 120), READER)
    pairs = [pair for story in found for pair in itertools.combinations(story.reports, 2)]
    right = sum(one.heard.digest.split()[0] == other.heard.digest.split()[0] for one, other in pairs)
    assert right >= 0.95 * len(pairs)
    assert right >= 0.90 * 20 * 6


def test_what_is_joined_does_not_hang_on_the_order_of_pairs() -> None:
    near = {(0, 1): 0.5, (1, 2): 0.4, (0, 2): 0.45, (3, 4): 0.3, (2, 3): 0.01}
    assert join(5, near) == ((0, 1, 2), (3, 4))
    assert join(5, dict(reversed(near.items()))) == ((0, 1, 2), (3, 4))


def test_a_chain_of_likenesses_does_not_bridge_two_stories() -> None:
    near = {(0, 1): 0.5, (2, 3): 0.5, (1, 4): 0.08, (3, 4): 0.08}
    assert (0, 1, 2, 3, 4) not in join(5, near)


def test_copies_of_one_text_are_one_voice() -> None:
    edited = WIRE[0].replace("forty", "some forty").replace("minor", "light")
    own = "Snow brought down the hall's roof in Ostervale; nobody was badly hurt, and parents ask who read the warning."
    story = Story(
        reports=(
            report("Courier", *WIRE, title="a"),
            report("Ledger", own, own.replace("Snow", "Ice"), title="b"),
            report("Echo", f"OSTERVALE (Beta Wire) — {edited}", WIRE[1], title="c"),
            report("Gazette", WIRE[0], title="d"),
        )
    )
    assert voices(story) == ((0, 2, 3), (1,))


def test_two_reports_of_one_outlet_are_one_voice() -> None:
    story = Story(reports=(report("Courier", WIRE[0]), report("Courier", WIRE[1]), report("Echo", WIRE[2])))
    assert voices(story) == ((0, 1), (2,))


def test_a_quotation_in_both_makes_no_copy() -> None:
    said = "“We will read every letter that was sent to us,” the mayor said."
    story = Story(reports=(report("Courier", WIRE[0], said), report("Echo", WIRE[1], WIRE[2], said)))
    assert len(voices(story)) == 2


def test_kindred_stories_know_each_other_and_strangers_do_not() -> None:
    stories = tuple(
        Story(reports=(report(outlet, text),))
        for outlet, text in (
            ("a", "The Orlava dam broke and flooded Brannik; the operator Tessen Works had left a spillway gate broken."),
            ("b", "A court will hear in May whether Tessen Works may keep the toll of the Orlava dam and its spillway."),
            ("c", "Petr Zelinka saved three shots and Brnovik won the Danube Cup."),
        )
    )  # fmt: skip
    assert related(stories) == ((1,), (0,), ())


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (
            "A fire destroyed the carpet market of Velmont on Tuesday night and nobody was hurt, firefighters said.",
            "Un incendie a détruit mardi soir une scierie à Lanvor ; les pompiers ont lutté et personne n'a été blessé.",
        ),
        (
            "Bus drivers in Corvan walked out on Monday over night shifts, and the city's depots stayed closed.",
            "À Brestal, les conducteurs de bus de la ville de Morzel sont en grève contre les horaires de nuit.",
        ),
    ],
)
def test_two_happenings_of_one_kind_in_two_towns_are_two_stories(english: str, french: str) -> None:
    told = [report("Courier", english, name="a"), report("Rivage", french, language="fr", name="b")]
    others = [one for one in in_two_languages() if one.feed.id == "Courier"]
    assert not any(len(story.reports) > 1 for story in cluster([*told, *others], READER))


def test_an_agencys_own_report_leads_its_reprint_and_else_the_reprint_credits_it() -> None:
    own = report("Beta Wire", *WIRE, title="Roof of swimming hall gives way")
    reprint = report("Lind Post", *WIRE, "Two teachers of the town helped.", title="Snow brings hall down")
    reprint = replace(reprint, article=replace(reprint.article, byline="Beta Wire"))
    reprint = replace(reprint, heard=replace(reprint.heard, entry=replace(reprint.heard.entry, published=LATER)))
    (story,) = cluster([reprint, own], READER)
    assert [one.feed.name for one in story.reports] == ["Beta Wire", "Lind Post"]
    assert [one.label for one in desk.brief(story).sources] == ["", "Beta Wire"]
    (alone,) = cluster([reprint], READER)
    assert [(one.name, one.label) for one in desk.brief(alone).sources] == [("Lind Post", "Beta Wire")]
