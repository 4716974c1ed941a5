from __future__ import annotations

import datetime as dt

import pytest

from briefing.desk import bounded
from briefing.desk.outcomes import came_out
from briefing.desk.questions import alike, questions
from briefing.desk.questions.referring import meant
from briefing.model import (
    Article,
    Block,
    Brief,
    Entry,
    Evidence,
    Feed,
    Heard,
    OpenQuestion,
    Report,
    Statement,
    Story,
)

NOW = dt.datetime(2025, 12, 6, 12, tzinfo=dt.UTC)


def report(name: str, text: str, *, language: str = "en", hours: int = 0) -> Report:
    at = NOW + dt.timedelta(hours=hours)
    entry = Entry(feed=name, identity=name, title="", published=at, link=f"http://x.example/{name}")
    heard = Heard(digest=f"{name:0>40}", commit=1, seen=at, arrived=at, entry=entry)
    article = Article(url="u", title="", blocks=(Block(kind="paragraph", text=text),), language=language)
    return Report(feed=Feed(id=name, url=name), heard=heard, article=article, digest=name)


def asked(*reports: Report) -> list[str]:
    return [item.text for item in questions(Story(reports=reports))[0]]


@pytest.mark.parametrize(
    ("pronoun", "party", "clause", "whom"),
    [
        ("it", "the airline", "will cancel the route", "the airline"),
        ("it", "a spokesman for the airline", "will cancel the route", "the airline"),
        ("it", "the airline", "will hold", ""),
        ("it", "the airline", "will be cancelled", ""),
        ("it", "the mayor", "will reopen the bridge", ""),
        ("it", "the councils", "will reopen the bridge", ""),
        ("they", "the councils", "will reopen the bridge", "the councils"),
        ("they", "the navy", "may carry grain", ""),
        ("they", "the ministry of trade and the navy", "will suspend the permits", ""),
        ("she", "the mayor", "will sign the lease", "the mayor"),
        ("she", "the ministry", "will sign the lease", ""),
    ],
)
def test_a_pronoun_means_the_party_only_where_number_and_deed_leave_no_doubt(
    pronoun: str, party: str, clause: str, whom: str
) -> None:
    assert meant(pronoun, party, clause.split()) == whom


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Will the levee at Brin hold?", "The levee at Brin collapsed before dawn."),
        ("Will the levee at Brin hold?", "The Brin levee did not hold, officials said."),
        ("Will the truce hold until the vote?", "The truce broke down on Monday."),
        ("Will the convoy arrive before Sunday?", "The convoy has been delayed at the border."),
        ("Will the nurses accept the offer?", "The nurses turned down the offer by a wide margin."),
        ("Will the talks reach an accord?", "The talks ended without an agreement."),
        ("Where are the missing kayakers?", "The missing kayakers were found alive on Tuesday."),
        ("Will the general resign?", "The general stepped down on Friday."),
        ("Will the Fenwick bridge reopen in March?", "The Fenwick bridge stays shut."),
        ("Will Karsova release the pilots?", "Karsova freed the pilots overnight."),
        ("What caused the blast at the Brin depot?", "A faulty valve set off the blast at the Brin depot."),
        ("Who was behind the attack on the depot?", "The Iron Front claimed responsibility for the attack on the depot."),
        ("Will Karsova lift the embargo?", "Karsova refused to lift the embargo."),
        ("Will the volcano erupt?", "The volcano erupted on Friday."),
        ("Will the senate ratify the treaty?", "Senators threw out the treaty."),
        ("Will the firm keep the plant open?", "The firm will close the plant in May, it announced."),
    ],
)  # fmt: skip
def test_a_fact_told_under_another_verb_says_how_it_came_out(question: str, told: str) -> None:
    assert came_out(question, told, "en")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Will the levee at Brin hold?", "The levee at Brin could collapse at any hour."),
        ("Will the levee at Brin hold?", "The levee collapsed in 1962."),
        ("Will the levee at Brin hold?", "Residents say the levee gave way years ago."),
        ("Will the levee at Brin hold?", "“The levee burst,” a boy shouted."),
        ("Will the nurses accept the offer?", "The nurses rejected a ban on overtime."),
        ("Will the nurses accept the offer?", "The nurses have not accepted the offer."),
        ("Will the general resign?", "The general's driver resigned on Friday."),
        ("What caused the blast at the Brin depot?", "The blast at the Brin depot caused panic."),
        ("Where are the missing kayakers?", "Police are looking for the missing kayakers."),
        ("Will the levee at Brin hold?", "The mayor saw the levee at Brin, and the market held its prices."),
        ("Will the ministry close the mine?", "The ministry opened an office near the mine."),
        ("Will the senate ratify the treaty?", "Senators debated the treaty for nine hours."),
    ],
)
def test_what_may_be_what_is_long_past_and_what_others_did_settle_nothing(question: str, told: str) -> None:
    assert not came_out(question, told, "en")


def test_french_facts_close_questions_too() -> None:
    assert came_out("La digue de Brin tiendra-t-elle ?", "La digue de Brin a cédé dans la nuit.", "fr")
    assert came_out("Le syndicat acceptera-t-il l'offre ?", "Le syndicat a rejeté l'offre.", "fr")
    assert not came_out("La digue de Brin tiendra-t-elle ?", "La digue de Brin pourrait céder.", "fr")


def test_only_a_newer_report_closes_a_question_under_another_verb() -> None:
    open_ = report("a", "It is not known whether the levee at Brin will hold.")
    burst = "The levee at Brin burst on Saturday evening and flooded the fairground."
    assert asked(open_, report("b", burst, hours=5)) == []
    assert asked(open_, report("b", burst, hours=-5)) == ["Will the levee at Brin hold?"]


@pytest.mark.parametrize(
    "said",
    [
        "If the senate had passed the levy, the hospital would have stayed open.",
        "Had the senate passed the levy, the government would have kept the hospital.",
        "If the court were to lift the ban, the ministry would sell the grain.",
        "The government would have sold the port if the union had agreed.",
        "If the council has signed the lease, the port will open.",
        "It will cost 40 million crowns, the mayor said.",
        "The levee will cost the county 12 million crowns, the governor said.",
        "Output will fall by 3 percent, the central bank predicted.",
    ],
)
def test_neither_what_did_not_come_nor_a_forecast_is_a_question(said: str) -> None:
    assert asked(report("a", said)) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Will the mine reopen?", "Is the pit going to open again?"),
        ("Will the senate approve the bill?", "Will the senate pass the law?"),
        ("What caused the fire at the mill?", "Why did the blaze at the mill start?"),
        ("Will the two sides reach a deal on fishing?", "Will an agreement on fishing be reached?"),
        ("Le puits rouvrira-t-il ?", "Est-ce que la mine va ouvrir ?"),
    ],
)
def test_one_question_in_other_words_is_one(left: str, right: str) -> None:
    assert alike(left, right, "fr" if left.startswith("Le") else "en")


def test_two_questions_about_one_thing_are_two() -> None:
    assert not alike("Will the mine reopen?", "Who will pay for the mine?", "en")


def _brief(name: str, *texts: tuple[str, str]) -> Brief:
    evidence = (Evidence(source=0, article=name, start=0, end=1, quote="x"),)
    told = tuple(OpenQuestion(text=text, kind="unknown", evidence=evidence, language=tongue) for text, tongue in texts)
    return Brief(
        id=name,
        headline=Statement(text=name, evidence=evidence),
        summary=None,
        reading_minutes=1,
        language="en",
        sources=(),
        open_questions=told,
    )


def test_two_stories_of_an_edition_do_not_ask_the_same() -> None:
    first = _brief("a", ("Will the senate approve the port bill?", ""), ("Who pays for the levee?", ""))
    again = _brief("b", ("Will the senate pass the port law?", ""), ("Will Orm close the levee road?", ""))
    kept = [[item.text for item in brief.open_questions] for _, brief in bounded([("", first), ("", again)])]
    assert kept[0] == ["Will the senate approve the port bill?", "Who pays for the levee?"]
    assert kept[1] == ["Will Orm close the levee road?"]


def test_a_story_asks_in_its_own_language_and_says_so_where_it_cannot() -> None:
    french = report("f", "On ne sait pas si le barrage de Brin tiendra.", language="fr", hours=-1)
    english = report("e", "It is unclear whether the ministry will close the Brin road.")
    silent = report("s", "The levee at Brin was built of clay and stone by the county.")
    (own,) = questions(Story(reports=(english, french)))[0]
    (foreign,) = questions(Story(reports=(silent, french)))[0]
    assert (own.text, own.language) == ("Will the ministry close the Brin road?", "")
    assert (foreign.text, foreign.language) == ("Le barrage de Brin tiendra-t-il\u202f?", "fr")


def test_a_bare_event_is_told_by_its_place() -> None:
    text = "A fire broke out at the Brin paper mill on Friday night. The cause of the fire has not been determined."
    assert asked(report("a", text)) == ["What caused the fire at the Brin paper mill?"]


def test_french_asks_nothing_of_an_accusation_against_a_person() -> None:
    assert asked(report("a", "On ignore si Luc Marchand a détourné les subventions.", language="fr")) == []
    assert asked(report("a", "Le parquet a ouvert une enquête sur Luc Marchand pour fraude.", language="fr")) == []
