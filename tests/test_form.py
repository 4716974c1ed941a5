"""The form of what is printed: names, days, asides, judgements, summaries, and that all of it is the source's words."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import desk
from briefing.desk.alone import stands_alone
from briefing.desk.candidates import candidates, speaks
from briefing.desk.cite import statement
from briefing.desk.compression import kept
from briefing.desk.days import dated
from briefing.desk.judging import judged
from briefing.desk.naming import named
from briefing.model import Article, Block, Brief, Entry, Feed, Heard, Kind, Report, Story

WEDNESDAY = dt.datetime(2025, 12, 3, 10, 0, tzinfo=dt.UTC)
PIECES = [
    "Marek Dvorak said the mine was safe. ", "He said that nine men were able to walk. ", "But the mayor of Halden also voted on Friday. ",
    "HALDEN, Dec 5 (Beta Wire) - The council (often late) met. ", "“We will go,” Lida Korvath said on Monday. ", "Le conseil a voté vendredi. ",
    "Il a ajouté que le pont était sûr. ", "The court will rule tomorrow on the toll.\n", "“One. Two,” said Ana Reyes. ", "[sic] ", "(", "”", "\n",
]  # fmt: skip


def report(
    text: str,
    *,
    kind: Kind | None = None,
    title: str = "",
    published: dt.datetime | None = WEDNESDAY,
    language: str = "",
) -> Report:
    blocks = tuple(Block(kind="paragraph", text=line) for line in text.split("\n") if line.strip())
    article = Article(
        url="http://x.example/a", title=title, blocks=blocks, kind=kind, byline="Clara Winter", language=language
    )
    entry = Entry(feed="f", identity="a", title=title, published=published)
    heard = Heard(digest="0" * 40, commit=1, seen=WEDNESDAY, arrived=WEDNESDAY, entry=entry)
    return Report(feed=Feed(id="f", url="u", name="The Post"), heard=heard, article=article, digest="1" * 40)


def told(text: str, **more: object) -> Brief:
    return desk.brief(Story(reports=(report(text, **more),)))  # type: ignore[arg-type]


def texts(text: str, **more: object) -> list[str]:
    return [one.text for one in told(text, **more).key_developments]


def with_days(text: str, language: str, published: dt.datetime = WEDNESDAY) -> str:
    for at, date in reversed(dated(text, language, published)):
        text = f"{text[:at]} {date}{text[at:]}"
    return text


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=25).map("".join))
def test_a_statement_without_what_is_inserted_is_its_quotations(text: str) -> None:
    source = report(text)
    brief = desk.brief(Story(reports=(source,)))
    for item in (*brief.key_developments, *brief.analysis, *([brief.summary] if brief.summary else [])):
        assert all(source.text[one.start : one.end] == one.quote for one in item.evidence)
        assert all(left.end < right.start for left, right in zip(item.evidence, item.evidence[1:], strict=False))
        quotes = " ".join(one.quote for one in item.evidence)
        assert folded(item.text) == folded(quotes)
    for item in brief.key_developments:
        assert not item.verbatim or (len(item.evidence) == 1 and item.text == item.evidence[0].quote)


def folded(text: str) -> str:
    bare = " ".join(re.sub(r"\s*\[[^\[\]]*\]", "", text).split()).rstrip(".,;")
    return bare[:1].lower() + bare[1:]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The council of Halden voted on Friday to rebuild the bridge.", "on Friday [November 28] to"),
        ("The council will vote on Friday on the bridge.", "on Friday [December 5] on"),
        ("The mayor said on Monday that work would begin on Friday.", "on Monday [December 1] that work would begin on Friday [December 5]."),
        ("The mayor said Tuesday the council would meet on Saturday.", "Tuesday [December 2] the council would meet on Saturday [December 6]."),
        ("The envoys are now set to meet with officials next week.", "next week [week of December 8]."),
        ("Trading was suspended last week, the exchange said.", "last week [week of November 24], the"),
        ("On Monday, the council voted.", "On Monday [December 1], the"),
        ("The council voted yesterday to close it.", "yesterday [December 2] to"),
        ("The court will rule tomorrow on the toll.", "tomorrow [December 4] on"),
        ("The bill will be voted on Thursday night.", "Thursday night [December 4]."),
        ("The dam broke on Wednesday.", "on Wednesday [December 3]."),
    ],
)  # fmt: skip
def test_a_relative_day_is_followed_by_its_date(text: str, printed: str) -> None:
    assert printed in with_days(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "“We met on Friday,” the mayor of Halden said.",
        "The shop opens on Friday.",
        "The court ruled on Friday, December 5, in Halden.",
        "The Good Friday agreement was signed.",
        "The dam broke on a Friday in 1987.",
        "The council agreed to meet on Friday.",
        "The president was expected in Halden on Friday.",
        "Shops were open on Sundays.",
        "The court will rule on Wednesday.",
        "Halden today is a town of 6,000.",
        "The lake is lower than it was then, and lower than it is today.",
        "A busy Sunday market was held.",
        "The driver was fined after Saturday night’s race.",
        "Readers told USA Today that the bridge was closed.",
        "Players had until noon on Friday to answer.",
        "The word on [every] door was Friday.",
    ],
)
def test_a_day_that_is_not_certain_has_no_date(text: str) -> None:
    assert with_days(text, "en") == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Le conseil a voté vendredi la fermeture du pont.", "vendredi [28 novembre] la"),
        ("Le tribunal doit se prononcer lundi.", "lundi [8 décembre]."),
        ("La préfète a annoncé mardi que le pont fermera samedi.", "mardi [2 décembre] que le pont fermera samedi [6 décembre]."),
        ("Les envoyés se retrouveront la semaine prochaine à Genève.", "la semaine prochaine [semaine du 8 décembre] à"),
        ("Lundi, le conseil a tranché.", "Lundi [1er décembre], le"),
        ("Le maire a démissionné hier soir.", "hier soir [2 décembre]."),
    ],
)  # fmt: skip
def test_a_french_day_is_followed_by_its_date(text: str, printed: str) -> None:
    assert printed in with_days(text, "fr")


@pytest.mark.parametrize(
    "text",
    ["Le pont est fermé le lundi.", "Vendredi 5 décembre, le maire a parlé.", "Le barrage a cédé dans la nuit de vendredi à samedi.",
     "Le maire a voté jusqu’à vendredi.", "« Nous avons voté vendredi », a dit le maire."],
)  # fmt: skip
def test_a_french_day_that_is_not_certain_has_no_date(text: str) -> None:
    assert with_days(text, "fr") == text


def test_a_moment_that_is_two_days_on_earth_dates_no_yesterday() -> None:
    late = dt.datetime(2025, 12, 3, 2, 30, tzinfo=dt.UTC)
    assert (
        with_days("The council voted yesterday to close it.", "en", late) == "The council voted yesterday to close it."
    )
    assert "[November 28]" in with_days("The council voted on Friday.", "en", late)


def test_a_date_of_another_year_names_it() -> None:
    january = dt.datetime(2026, 1, 2, 10, 0, tzinfo=dt.UTC)
    assert "on Monday [December 29, 2025]." in with_days("The council voted on Monday.", "en", january)
    assert with_days("The council voted on Monday.", "en", dt.datetime(2025, 12, 3, tzinfo=dt.UTC)).endswith(
        "[December 1]."
    )


def test_without_a_moment_no_day_is_dated() -> None:
    assert texts("The council of Halden voted on Friday to rebuild the bridge.", published=None) == [
        "The council of Halden voted on Friday to rebuild the bridge."
    ]


def test_a_dated_statement_is_one_quotation_and_not_verbatim() -> None:
    (one,) = told("The council of Halden voted on Friday to rebuild the bridge.").key_developments
    assert [item.quote for item in one.evidence] == ["The council of Halden voted on Friday to rebuild the bridge."]
    assert not one.verbatim


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        ("Marek Dvorak said the mine was safe.", "He said inspectors had come twice.", "Marek Dvorak"),
        ("Mayor Lida Korvath said that work would begin.", "She added that it would take a year.", "Lida Korvath"),
        ("The council voted, said Marek Dvorak.", "He warned that the bridge could fall.", "Marek Dvorak"),
        (
            "Marek Dvorak, the head of the mine, said the ramp was blocked.",
            "He said it would be cleared.",
            "Marek Dvorak",
        ),
        ("Mayor Lida Korvath said that work would begin.", "He added that it would take a year.", ""),
        ("Marek Dvorak said the driver had fled.", "He said police were looking for a van.", ""),
        ("Marek Dvorak told Jan Olsen that the mine was safe.", "He said inspectors had come.", ""),
        ("Marek Dvorak said his brother had left.", "He said the road was closed.", ""),
        ("The White House said the envoys had left.", "He said they would return.", ""),
        ("Orrin Nickel said the shaft was safe.", "He said more would follow.", ""),
        ("Marek Dvorak said the mine was safe.", "He walked to the hoist.", ""),
        ("Dvorak said the mine was safe.", "He said inspectors had come twice.", ""),
    ],
)
def test_a_pronouns_name_is_supplied_where_nobody_else_can_be_meant(before: str, text: str, name: str) -> None:
    found = named(text, 0, before, "en")
    assert (found[2] if found else "") == name


def test_a_surname_is_given_in_full_where_the_article_names_one_such_person() -> None:
    article = "Marek Dvorak runs the mine. Dvorak said it was safe. He said so twice."
    assert named("He said so twice.", 0, "Dvorak said it was safe.", "en", article) == (0, 2, "Marek Dvorak")
    assert named("He said so twice.", 0, "Dvorak said it was safe.", "en", f"{article} Jan Dvorak left.") is None


def test_a_supplied_name_stands_in_brackets_and_the_evidence_around_the_pronoun() -> None:
    text = "Marek Dvorak said the mine was safe. But he also said that forty metres of rock had to be cleared by hand."
    story = Story(reports=(report(text),))
    item = candidates(story)[-1]
    one = statement(story, 0, item.pieces, whole=item.whole)
    assert one.text == "[Marek Dvorak] said that forty metres of rock had to be cleared by hand."
    assert [item.quote for item in one.evidence] == ["said that forty metres of rock had to be cleared by hand."]
    assert not one.verbatim


def test_nobody_is_named_from_another_paragraph() -> None:
    text = "Marek Dvorak said on Monday that the mine was safe.\nHe said that forty metres of rock had to be cleared by hand."
    assert not any(one.startswith("[") for one in texts(text))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("But the builder also warned of the price.", "the builder warned of the price."),
        ("The mayor, however, refused to sign.", "The mayor refused to sign."),
        ("The mayor (long a friend of the builder) signed.", "The mayor signed."),
        ("The mayor signed (to loud applause).", "The mayor signed"),
        ("10:42 GMT – The mine was opened.", "The mine was opened."),
        (
            "The mayor said: “We (the people of Halden) also pay.”",
            "The mayor said: “We (the people of Halden) also pay.”",
        ),
        ("The bridge (not the ferry) is closed.", "The bridge (not the ferry) is closed."),
        ("The toll (2.40 crowns) stays.", "The toll (2.40 crowns) stays."),
        ("The council (NSC and others) met.", "The council (NSC and others) met."),
        ("All states (excluding the smallest) voted.", "All states (excluding the smallest) voted."),
        ("The leader (Ivo Lenz of Brannik) left.", "The leader (Ivo Lenz of Brannik) left."),
        ("The gate (inspected in May) broke.", "The gate (inspected in May) broke."),
        ("The fund (on Friday evening) was closed.", "The fund (on Friday evening) was closed."),
        ("The man (allegedly a friend) left.", "The man (allegedly a friend) left."),
        ("The crew was not only tired but also hungry.", "The crew was not only tired but also hungry."),
    ],
)
def test_links_and_light_asides_are_left_out_and_what_weighs_stays(text: str, printed: str) -> None:
    assert " ".join(text[start:end] for start, end in kept(text, "en")) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("La préfète a également annoncé une enquête.", "La préfète a annoncé une enquête."),
        ("Le maire, toutefois, a refusé.", "Le maire a refusé."),
        ("Les pêcheurs (souvent oubliés) bloquent la route.", "Les pêcheurs bloquent la route."),
        ("Le pont (sans le bac) est fermé.", "Le pont (sans le bac) est fermé."),
    ],
)
def test_french_links_are_left_out(text: str, printed: str) -> None:
    assert " ".join(text[start:end] for start, end in kept(text, "fr")) == printed


OWN = [
    ("Diplomats like to say that a long meeting is a good meeting.", "en"),
    ("Wars end when both sides are tired, and nobody in Halden is tired.", "en"),
    ("A promise of noon is worth little at night.", "en"),
    ("Sorvia will probably return to the table in the spring.", "en"),
    ("The Union could well lose patience before that.", "en"),
    ("The offer of the president is a farce.", "en"),
    ("The advance is painfully slow.", "en"),
    ("The impasse shows how far away the sides remain.", "en"),
    ("The council should have listened to the engineers.", "en"),
    ("The project is likely to cost more than planned.", "en"),
    ("It’s clear that Sorvia is not interested in moving away from its aims.", "en"),
    ("The vote was less about steel than about who governs the valley.", "en"),
    ("For months the question in Halden was whether the bridge would be built.", "en"),
    ("It is possible that the council will never agree on a price.", "en"),
    ("What Putin said in Moscow is clearly no answer.", "en"),
    ("Les diplomates aiment à dire qu’une longue réunion est une bonne réunion.", "fr"),
    ("Les guerres finissent quand les peuples sont las.", "fr"),
    ("La décision du maire est une honte.", "fr"),
    ("Le maire finira sans doute par céder.", "fr"),
    ("La réforme risque de coûter cher aux communes.", "fr"),
]
THEIRS = [
    ("The bank expects inflation to fall to 2 per cent by June.", "en"),
    ("The project is likely to cost more than planned, the auditor said.", "en"),
    ("Analysts say the Union could well lose patience.", "en"),
    ("The survey shows that 40 per cent of drivers avoid the bridge.", "en"),
    ("The council voted 7-2 on Friday, and skaters may have somewhere to go.", "en"),
    ("Residents fear that the wall will not hold.", "en"),
    ("Schools remain closed in the valley.", "en"),
    ("The tragedy in Brannik killed nineteen people.", "en"),
    ("The mayor called the plan “a farce”.", "en"),
    ("The court will rule on the toll on December 12.", "en"),
    ("La banque s’attend à une baisse de l’inflation à 2 % en juin.", "fr"),
    ("Le maire a démissionné dans la soirée.", "fr"),
    ("Le projet risque de coûter cher, selon la préfecture.", "fr"),
]


@pytest.mark.parametrize(("text", "language"), OWN)
def test_what_a_writer_judges_or_forecasts_is_the_writers(text: str, language: str) -> None:
    assert judged(text, language)


@pytest.mark.parametrize(("text", "language"), THEIRS)
def test_what_a_party_says_or_what_happened_is_a_report(text: str, language: str) -> None:
    assert not judged(text, language)


def test_in_a_view_plain_assertion_is_the_writers_and_events_are_not() -> None:
    assert judged("At the table there is again an impasse.", "en", view=True)
    assert not judged("At the table there is again an impasse.", "en")
    assert not judged("The envoys have failed to agree on the river.", "en", view=True)
    assert not judged("Iraqi warplanes are striking targets around the town.", "en", view=True)


def test_an_analysis_is_known_by_its_sentences_and_led_by_its_author() -> None:
    piece = (
        "\n".join(text for text, language in OWN[:9] if language == "en")
        + "\nThe envoys met the president of Sorvia for five hours."
    )
    assert speaks(report(piece))
    brief = told(piece)
    assert brief.key_developments
    assert {one.text for one in brief.key_developments} == {"The envoys met the president of Sorvia for five hours."}
    assert {one.by for one in brief.analysis} == {"Clara Winter"}
    assert not speaks(report("\n".join(text for text, language in THEIRS if language == "en")))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It rained for nine hours in Halden before the dam broke.", "en"),
        ("It took rescuers nine hours to reach the lower village of Brannik.", "en"),
        ("It was announced on Friday that the Orm bridge will close in March.", "en"),
        ("It’s clear that Sorvia is not interested in moving away from its aims.", "en"),
        ("There were no casualties, the fire service of Halden said on Sunday.", "en"),
        ("Il est clair que le conseil de Brannik ne changera pas d’avis.", "fr"),
        ("Il a neigé pendant neuf heures sur les hauteurs de Brannik.", "fr"),
        ("Il a été décidé vendredi que le pont de Brannik fermerait.", "fr"),
    ],
)
def test_an_it_that_stands_for_nothing_leans_on_nothing(text: str, language: str) -> None:
    assert stands_alone(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Everybody in the crowded chamber knew it.", "en"),
        ("There were their homes, and the council of Halden took them.", "en"),
        ("It took part in the vote of the council of Halden.", "en"),
        ("It was the third attack on the bridge since the summer.", "en"),
        ("It rained on his house for nine hours before the dam broke.", "en"),
        ("Il a annoncé que le pont de Brannik serait fermé.", "fr"),
        ("Two weeks later the council of Halden voted again on the bridge.", "en"),
        ("Nineteen people were killed and 27 are missing, according to the same report.", "en"),
        ("Dans la vallée, 27 habitants sont portés disparus, selon le même bilan.", "fr"),
        ("Le lendemain, le conseil de Brannik a voté une seconde fois.", "fr"),
        ("Die Brücke ist nicht sicher, sagte er am Freitag in Halden.", "zz"),
        ("Dieser Plan wurde am Freitag vom Rat der Stadt Halden verworfen.", "de"),
        ("Él dijo que las obras del puente empezarán en marzo de 2026.", "es"),
        ("Он также добавил, что паром будет ходить до открытия моста.", "ru"),
    ],
)
def test_what_leans_on_the_sentence_before_does_not_stand_alone(text: str, language: str) -> None:
    assert not stands_alone(text, language) or language == "zz"


def test_a_quotation_of_two_sentences_is_told_whole_or_not_at_all() -> None:
    text = "Commenting on the talks, mayor Lida Korvath said: “It takes two to dance. We have something worked out.”\nThe council of Halden voted 7-2 to rebuild the bridge over the Orm."
    found = [*texts(text.partition("\n")[0]), *texts(text)]
    assert any("It takes two to dance. We have something worked out.”" in one for one in found)
    assert all(one.count("“") == one.count("”") for one in found)


def test_a_story_has_its_opening_for_a_summary_where_no_development_says_it() -> None:
    vote = "The council of Halden voted 7-2 on Friday to rebuild the Orm bridge."
    price = "Steel for a new Halden bridge costs twice as much as last year, its builder said."
    brief = told(f"{vote}\n{price}", title="Halden bridge: council takes a vote on the price of steel")
    (development,), summary = brief.key_developments, brief.summary
    assert summary is not None
    assert {development.text, summary.text} == {vote.replace("Friday", "Friday [November 28]"), price}
    assert told(f"{vote}\n{price}").summary is None  # without a headline nobody can say what the story is about
    assert told(vote, title="Halden votes on its bridge").summary is None
