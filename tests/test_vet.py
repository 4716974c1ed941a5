from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.desk.held import PRINTED
from briefing.desk.text import split
from briefing.desk.vet import THRESHOLD, WHYS, vet
from briefing.desk.vet.numbers import rounded_from
from briefing.desk.vet.opposites import opposite
from briefing.desk.vet.quotation import find
from briefing.desk.vet.tokens import tokens

HERE = Path(__file__).parent
OURS = [json.loads(line) for line in (HERE / "quality" / "vet.jsonl").read_text(encoding="utf-8").splitlines()]
RELATIONS = [
    json.loads(line) for line in (HERE / "quality" / "relations.jsonl").read_text(encoding="utf-8").splitlines()
]
# What is still judged wrongly among 164 lost verbs and relations and as many true statements: it may only grow shorter.
MISJUDGED = {"kin-for-the-person-unseen-3-false"}
STOPPED_THOUGH_TRUE = {"bridge-9", "usine-69"}  # another wording; a pronoun's name from another sentence

MILL = (
    "ORSA (Gamma Wire) - The owners of the Orsa mill, which burnt down in 2021, will rebuild it with 300 jobs. "
    "Foreman Elin Marsk told the Vale Post that the fire began in the boiler room. "
    "However, the insurer Nordic Shield has not paid the 12 million crowns that it owes. "
    "The mill may reopen in June, and up to 40 apprentices could be hired. "
    "Police suspect arson; no one has been arrested. "
    "The Orsa men tried to sink the barge. The Orsa men will move the old crane on Sunday. "
    "A cousin of the owner of the quarry resigned in April. Rolf Tamm, whose partner was jailed for theft, left the board. "
    "The crane was hauled to the quay at noon. "
    "If the bank agrees, the work starts on Monday. "
    "Dana Holt's lawyer rejected the offer on Tuesday. “We will see them in court,” she said. "
    "Will the insurer pay before winter? Sales rose by a third, from 9 to 12 million crowns."
)

FALSE = [
    ("The owners of the Orsa mill will rebuild it with 350 jobs.", "number not in the source"),
    ("Dana Holt's lawyer rejected the offer on Friday.", "number not in the source"),
    ("Foreman Piet Noord told the Vale Post that the fire began in the boiler room.", "name not in the source"),
    ("Foreman Dana Holt told the Vale Post that the fire began in the boiler room.", "names change places"),
    ("The owners of the Nordic Shield mill will rebuild it with 300 jobs.", "names change places"),
    ("Dana Holt rejected the offer on Tuesday.", "names change places"),
    ("Dana Holt's lawyer accepted the offer on Tuesday.", "opposite word"),
    ("Sales fell by a third, from 9 to 12 million crowns.", "opposite word"),
    ("The insurer Nordic Shield has paid the 12 million crowns that it owes.", "negation differs"),
    ("The owners of the Orsa mill will not rebuild it with 300 jobs.", "negation differs"),
    ("Police suspect arson; one has been arrested.", "negation differs"),
    ("The mill will reopen in June.", "hedge dropped"),
    ("40 apprentices could be hired.", "hedge dropped"),
    ("The work starts on Monday.", "condition dropped"),
    ("The fire began in the boiler room.", "attribution dropped"),
    ("The Orsa men sank the barge.", "governing word dropped"),
    ("The Orsa men moved the old crane on Sunday.", "mood differs"),
    ("The owner of the quarry resigned in April.", "head noun dropped"),
    ("Rolf Tamm was jailed for theft.", "subject differs"),
    ("The crane was hauled from the quay at noon.", "relation differs"),
    ("Foreman Elin Marsk told the Vale Post that the fire began in the sauna room.", "word changed"),
    ("“We will settle out of court,” she said.", "quotation not in the source"),
    ("The insurer will pay before winter.", "question"),
    ("A committee of engineers visited several harbours abroad.", "too little of it in the source"),
    ("   ", "empty"),
    ("…!", "empty"),
]

TRUE = [
    "The owners of the Orsa mill, which burnt down in 2021, will rebuild it with 300 jobs.",
    "The owners of the Orsa mill will rebuild it with three hundred jobs.",
    "The insurer Nordic Shield has not paid the 12 million crowns that it owes.",
    "The insurer Nordic Shield hasn't paid the 12m crowns that it owes.",
    "The mill may reopen in June.",
    "The mill might reopen in June.",
    "Up to 40 apprentices could be hired.",
    "Elin Marsk said that the fire began in the boiler room.",
    "No one has been arrested.",
    "Dana Holt's lawyer rejected the offer.",
    "The work starts on Monday if the bank agrees.",
]


@pytest.mark.parametrize(("claim", "why"), FALSE)
def test_a_false_statement_is_stopped_and_told_why(claim: str, why: str) -> None:
    verdict = vet(MILL, claim)
    assert (verdict.supported, verdict.why) == (False, why)
    assert verdict.score < THRESHOLD


@pytest.mark.parametrize("claim", TRUE)
def test_a_shortened_or_reworded_true_statement_passes(claim: str) -> None:
    verdict = vet(MILL, claim)
    assert (verdict.supported, verdict.why) == (True, "covered")
    assert verdict.evidence


def test_every_why_is_reached_and_each_is_in_the_docs() -> None:
    reached = {vet(MILL, claim).why for claim, _ in FALSE} | {vet(MILL, claim).why for claim in TRUE}
    reached |= {vet(MILL, "The mill may reopen in June", "no such words").why, vet(MILL, MILL).why}
    assert reached == set(WHYS)
    docs = (HERE.parent / "docs" / "vet.md").read_text(encoding="utf-8")
    assert [why for why in WHYS if f"`{why}`" not in docs] == []
    assert f"{THRESHOLD}" in docs


def test_our_own_set_is_judged_as_pinned() -> None:
    wrong = {o["id"] for o in OURS if vet(o["text"], o["claim"], o.get("quote")).supported != o["supported"]}
    assert wrong == STOPPED_THOUGH_TRUE
    assert len(OURS) >= 60


def test_of_lost_verbs_and_relations_no_more_pass_than_are_known_and_no_true_one_is_lost() -> None:
    wrong = {o["id"] for o in RELATIONS if vet(o["text"], o["claim"]).supported != o["supported"]}
    assert wrong <= MISJUDGED
    assert not any(vet(o["text"], o["claim"]).score >= PRINTED for o in RELATIONS if not o["supported"])
    true = [vet(o["text"], o["claim"]).score >= PRINTED for o in RELATIONS if o["supported"]]
    assert sum(true) >= 148
    assert len(RELATIONS) == 2 * len(true)


def test_a_sentence_word_for_word_is_its_own_evidence() -> None:
    sentence = "Police suspect arson; no one has been arrested."
    start = MILL.index(sentence)
    for claim in (sentence, sentence.removesuffix("."), f"  {sentence}\n"):
        assert vet(MILL, claim).evidence == ((start, start + len(sentence)),)
        assert vet(MILL, claim).why == "verbatim"


def test_sentences_that_stand_together_are_word_for_word_too() -> None:
    claim = '"We will see them in court," she said. Will the insurer pay before winter?'
    verdict = vet(MILL, claim)
    assert (verdict.why, verdict.score) == ("verbatim", 1.0)
    assert MILL[slice(*verdict.evidence[0])].startswith("“We will")


def test_a_claim_of_two_sentences_is_worth_its_weaker_one() -> None:
    good, bad = "No one has been arrested.", "The mill will reopen in June."
    assert vet(MILL, f"{good} {bad}").why == "hedge dropped"
    assert vet(MILL, f"{good} {bad}").score == min(vet(MILL, good).score, vet(MILL, bad).score)


def test_a_quotation_must_stand_in_the_text_but_for_spaces_and_marks() -> None:
    said = '"We will  see them\nin court," she said.'
    verdict = vet(MILL, "She said: “We will see them in court”.", said)
    assert verdict.supported
    assert MILL[slice(*verdict.evidence[0])] == "“We will see them in court,” she said."
    assert vet(MILL, "She said so.", "We will see you in court").why == "quote not in the text"
    assert vet(MILL, "She said so.", "we will see them in court").why == "quote not in the text"


def test_a_claim_with_a_quotation_is_held_against_it_alone() -> None:
    claim = "Police suspect arson."
    assert vet(MILL, claim).supported
    assert vet(MILL, claim, "Police suspect arson; no one has been arrested.").supported
    assert not vet(MILL, claim, "The mill may reopen in June").supported


@pytest.mark.parametrize(
    ("quote", "claim", "why"),
    [
        ("reopen in June, and up to 40 apprentices", "The mill reopens in June.", None),
        ("the fire began in the boiler room.", "The fire began in the boiler room.", "attribution dropped"),
        ("the work starts on Monday.", "The work starts on Monday.", "condition dropped"),
        ("paid the 12 million crowns that it owes.", "Paid the 12 million crowns that it owes.", "negation differs"),
    ],
)
def test_a_quotation_cut_from_what_turns_it_proves_nothing(quote: str, claim: str, why: str | None) -> None:
    verdict = vet(MILL, claim, quote)
    assert not verdict.supported
    assert why in (None, verdict.why)


@pytest.mark.parametrize(
    ("text", "claim", "supported"),
    [
        ("Les secours n'ont retrouvé aucun survivant.", "Les secours ont retrouvé un survivant.", False),
        ("Le maire n'a jamais signé le contrat de vente.", "Le maire a signé le contrat de vente.", False),
        ("Trois ouvriers auraient été blessés lundi.", "Trois ouvriers ont été blessés lundi.", False),
        ("Selon la police, deux voitures ont brûlé.", "Deux voitures ont brûlé.", False),
        ("Le prix a baissé de 12 % en un an.", "Le prix a augmenté de 12 % en un an.", False),
        ("Le prix a baissé de 12 % en un an.", "Le prix a baissé de 12 pour cent en un an.", True),
        ("Environ quatre-vingt-dix maisons sont privées d'eau.", "Environ 90 maisons sont privées d'eau.", True),
        ("Toutefois, la gare de Lorme rouvrira jeudi.", "La gare de Lorme rouvrira jeudi.", True),
    ],
)
def test_french_is_held_to_the_same(text: str, claim: str, supported: bool) -> None:
    assert vet(text, claim).supported is supported


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12", "twelve"),
        ("1,200,000", "1.2 million"),
        ("35%", "35 per cent"),
        ("35 percent", "thirty-five pour cent"),
        ("$23m", "$23 million"),
        ("205", "two hundred and five"),
        ("12th", "twelfth"),
        ("97", "quatre-vingt-dix-sept"),
        ("1\u202f200", "1 200"),
        ("a dozen", "12"),
    ],
)
def test_a_number_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert [token.key for token in tokens(one) if token.number] == [
        token.key for token in tokens(other) if token.number
    ]


def test_a_rounded_number_is_rounder_and_near() -> None:
    assert rounded_from("#12000", "#11983")
    assert not rounded_from("#12001", "#11983")
    assert not rounded_from("#13000", "#11983")
    assert not rounded_from("#12000%", "#11983")


def test_opposites_are_known_by_word_and_by_prefix() -> None:
    for left, right in (("rose", "fell"), ("accepted", "rejected"), ("safe", "unsafe"), ("hausse", "baisse")):
        assert opposite(left, right)
        assert opposite(right, left)
    assert not opposite("rose", "rising")
    assert not opposite("said", "told")


def test_a_token_points_at_its_own_letters() -> None:
    text = "Putin's aide didn't pay l’impôt; it cannot (ever) be 1,200 euros."
    found = tokens(text)
    assert all(text[token.start : token.end] for token in found)
    assert [text[t.start : t.end] for t in found if t.norm == "not"] == ["n't", "not"]
    assert [t.norm for t in found if t.aside] == ["ever"]
    assert [t.norm for t in found if t.owner] == ["putin"]


words = st.sampled_from(
    "The|mill|Orsa|rose|not|12|may|said|“|”|.|?|!|fell|,|(|)|Dana's|n'a|pas|l'eau|€|3.5|\n|A.||if|million|²|`|can't|[".split(  # noqa: SIM905 - words in a line
        "|"
    )
)
texts = st.lists(words, max_size=40).map(" ".join) | st.text(max_size=120)


@given(texts)
def test_any_sentence_of_a_text_is_supported_word_for_word(text: str) -> None:
    offset = 0
    for line in text.split("\n"):
        for start, end in split(line):
            verdict = vet(text, line[start:end])
            assert (verdict.supported, verdict.why) == (True, "verbatim")
            (span,) = verdict.evidence
            assert text[slice(*span)] == line[start:end]
            assert span[0] <= offset + start
        offset += len(line) + 1


@given(texts, texts, st.none() | texts)
def test_nothing_that_is_asked_makes_it_fail(text: str, claim: str, quote: str | None) -> None:
    verdict = vet(text, claim, quote)
    assert verdict == vet(text, claim, quote)
    assert 0 <= verdict.score <= 1
    assert verdict.supported == (verdict.score >= THRESHOLD)
    assert verdict.why in WHYS
    assert all(0 <= start < end <= len(text) for start, end in verdict.evidence)


@given(st.text(min_size=1, max_size=60), st.integers(0, 30), st.integers(1, 30))
@settings(max_examples=60)
def test_a_quotation_is_found_where_it_stands(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    span = find(text, quote)
    if quote.strip():
        assert span is not None
        assert " ".join(text[slice(*span)].split()) == " ".join(
            text[slice(*find(text, text[slice(*span)]) or (0, 0))].split()
        )
    else:
        assert span is None


@pytest.mark.parametrize(
    ("piece", "other"),
    [
        ("The council of Halden voted on Friday to rebuild the bridge. ", "The council of Halden voted to close it. "),
        ("the council of halden voted on friday to rebuild ", "the council may rebuild the bridge of halden "),
        ("a. ", "a. "),
        ("Ab c\n", "Ab d\n"),
        ("1 million million ", "2 million "),
        ("(a ", "b) "),
    ],
)
def test_a_long_text_and_a_long_claim_take_their_second_at_most(piece: str, other: str) -> None:
    text, claim = (piece * 100_000)[:100_000], (other * 10_000)[:10_000]
    start = time.process_time()
    vet(text, claim)
    assert time.process_time() - start < 2  # of a shared, loaded machine


@pytest.mark.parametrize(
    ("said", "claimed", "held"),
    [
        ("The temperature fell to -12 degrees in Ottawa.", "The temperature fell to 12 degrees in Ottawa.", False),
        (
            "The temperature fell to −12 degrees in Ottawa.",
            "The temperature fell to −12 degrees in Ottawa today.",
            None,
        ),
        (
            "The bank raised its rate by 0.25 points on Friday.",
            "The bank raised its rate by -0.25 points on Friday.",
            False,
        ),
        (
            "The council of Halden voted 5-2 for the dyke on Friday.",
            "The council of Halden voted 5-2 for the dyke.",
            True,
        ),
    ],
)
def test_a_minus_belongs_to_its_number(said: str, claimed: str, held: bool | None) -> None:
    verdict = vet(said, claimed)
    assert held is None or verdict.supported == held
    assert held is None or held or verdict.why == "number not in the source"


REWORDED = [
    json.loads(line) for line in (HERE / "quality" / "rewordings.jsonl").read_text(encoding="utf-8").splitlines()
]
TRUE_REWORDINGS = 188  # of them at least so many pass: it may only grow


def test_of_ruled_and_reworded_statements_no_false_one_passes_and_no_more_true_ones_are_lost() -> None:
    judged = [(o["supported"], vet(o["text"], o["claim"], o.get("quote"))) for o in REWORDED]
    assert [
        o["id"] for o, (true, verdict) in zip(REWORDED, judged, strict=True) if verdict.supported and not true
    ] == []
    assert sum(verdict.supported for true, verdict in judged if true) >= TRUE_REWORDINGS
    assert len(judged) >= 450


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The owners denied, in a letter to the town on Friday, that the mill leaks oil.", "negation differs"),
        ("It is not true that the mill leaks oil.", "negation differs"),
        ("There is no proof the mill leaks oil.", "negation differs"),
        ("Neighbours fear that the mill leaks oil.", "hedge dropped"),
        ("Police asked on Monday whether the mill leaks oil.", "hedge dropped"),
        ("The Vale Post reported on Monday that the mill leaks oil.", "attribution dropped"),
        ("“The mill leaks oil,” a neighbour said.", "attribution dropped"),
        ("In the novel, the mill leaks oil.", "governing word dropped"),
        ("Unless somebody mends the tank, the mill leaks oil.", "condition dropped"),
        ("L'exploitant a démenti mardi que the mill leaks oil.", "negation differs"),
    ],
)
def test_a_quotation_is_not_taken_out_of_what_rules_it(text: str, why: str) -> None:
    claim = "The mill leaks oil."
    start = text.lower().index("the mill leaks oil")
    assert vet(text, claim, text[start : start + 18]).why == why
    assert not vet(text, claim).supported
    assert vet(text, text).supported


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("At dawn the barge left Orsa for the sea.", "The barge left Orsa for the sea at dawn."),
        ("The head of the mill, Elin Marsk, sold it in May.", "Elin Marsk, the head of the mill, sold it in May."),
        ("The flood wrecked nine barges in Orsa.", "Nine barges were wrecked by the flood in Orsa."),
        ("Nine barges were wrecked by the flood in Orsa.", "The flood wrecked nine barges in Orsa."),
        ("Elin Marsk lost her job. She will sue the mill.", "Elin Marsk will sue the mill."),
        ("If the bank pays, the mill will reopen.", "The mill will reopen if the bank pays."),
        ("Lundi, une crue a emporté le pont.", "Le pont a été emporté lundi par une crue."),
    ],
)
def test_another_order_of_the_same_parts_passes_and_is_worth_less_than_a_copy(text: str, claim: str) -> None:
    assert THRESHOLD <= vet(text, claim).score < PRINTED


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The flood wrecked nine barges in Orsa.", "The flood was wrecked by nine barges in Orsa."),
        ("Nine barges were wrecked by the flood in Orsa.", "Nine barges wrecked the flood in Orsa."),
        ("Elin Marsk wrote to Dana Holt. She will sue the mill.", "Dana Holt will sue the mill."),
        ("In Orsa, the foreman met the guard from Rell.", "In Rell, the foreman met the guard from Orsa."),
    ],
)
def test_another_order_that_changes_who_did_it_does_not_pass(text: str, claim: str) -> None:
    assert not vet(text, claim).supported
