"""The desk from a pipe: lines in, lines out, in order, whatever stands in them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

TEXT = (
    "HALDEN, Dec 7 (Beta Wire) - The lower bridge in Halden was closed on Sunday after the river Orm rose two metres, the "
    "mayor said.\nIt is unclear whether the dam was inspected.\n\n  The council of Halden will vote on a new dyke in May."
)
BUS = "Two people were hurt when a bus left the road near Orm on Monday morning, the police of the valley said."


def piped(*arguments: str, given: str | bytes) -> tuple[int, list[Any]]:
    raw = given if isinstance(given, bytes) else given.encode()
    command = [sys.executable, "-m", "briefing", *arguments]
    done = subprocess.run(command, input=raw, capture_output=True, timeout=120, check=False)
    assert done.stderr == b""
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def asked(*said: object) -> str:
    return "".join(json.dumps(one) + "\n" for one in said)


def evidence_of(told: dict[str, Any]) -> list[dict[str, Any]]:
    parts = ("key_developments", "analysis", "open_questions", "unknowns", "watch_for")
    return [evidence for part in parts for item in told[part] for evidence in item["evidence"]]


def test_a_brief_cites_the_text_that_was_given_unnormalised() -> None:
    text = "\u00e9\u0301 \U0001f600 \u00a0x\r\n" + TEXT
    code, (told,) = piped("brief", "--jsonl", given=asked({"id": 7, "text": text}))
    assert (code, told["id"]) == (0, 7)
    found = evidence_of(told)
    assert found
    assert all(text[one["start"] : one["end"]] == one["quote"] and one["article"] == 0 for one in found)


def test_a_storys_evidence_names_the_article_as_it_was_given() -> None:
    articles = [
        {"title": "Bus", "text": BUS, "source": "Post", "published": "2025-12-01"},
        {"title": "Bus", "text": BUS.replace("Two", "Three"), "published": "2025-12-01T12:00:00Z"},
    ]
    code, (told,) = piped("brief", "--jsonl", given=asked({"id": "s", "articles": articles}))
    assert code == 0
    for one in evidence_of(told):
        assert articles[one["article"]]["text"][one["start"] : one["end"]] == one["quote"]


@pytest.mark.parametrize("place", ["here", "cores"])
def test_answers_come_in_the_order_of_the_lines_and_a_bad_one_costs_only_itself(place: str) -> None:
    given = (
        asked(*({"id": n, "text": TEXT} for n in range(60))).encode()
        + b"nonsense\n\xff\xfe\n[1]\n\n"
        + b"[" * 100_000
        + b"\n"
        + asked({"text": "x"}, {"id": 1}, {"id": 2, "text": 3}, {"id": 3, "articles": []}).encode()
        + asked({"id": 4, "articles": [{"text": "x"}, 5]}, {"id": 5, "text": "x", "published": "soon"}).encode()
        + asked({"id": "last", "text": ""}).encode().rstrip()
    )
    code, told = piped("brief", "--jsonl", "--workers", place, given=given)
    assert code == 3
    assert [one["id"] for one in told[:60]] == list(range(60))
    bad = told[60:-1]
    assert [one["id"] for one in bad] == [None, None, None, None, None, 1, 2, 3, 4, 5]
    assert all(set(one) == {"id", "error"} for one in bad)
    assert "articles[1]: " in bad[-2]["error"]
    assert (told[-1]["id"], told[-1]["key_developments"]) == ("last", [])


def test_an_id_that_is_no_name_is_not_given_back() -> None:
    code, told = piped(
        "brief", "--jsonl", given='{"id":1e999,"text":"x"}\n{"id":NaN,"text":"x"}\n{"id":true,"text":"x"}\n'
    )
    assert (code, [set(one) for one in told]) == (3, [{"id", "error"}] * 3)
    assert [one["id"] for one in told[:2]] == [None, None]


def test_an_answer_is_told_as_soon_as_it_is_known() -> None:
    command = [sys.executable, "-m", "briefing", "brief", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(asked({"id": number, "text": TEXT}).encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(60) == 0


def test_stories_put_reports_of_one_happening_together() -> None:
    flood = TEXT.partition(" - ")[2]
    given = asked(
        {"id": "a", "title": "River Orm rises, lower bridge closed", "text": flood},
        {"id": "b", "title": "Two hurt in bus accident", "text": BUS},
        {"id": "c", "title": "Lower bridge of Halden closed as river Orm rises", "text": flood},
    )
    code, told = piped("stories", "--jsonl", given=given + "nonsense\n")
    assert code == 3
    names = [one.get("story") for one in told]
    assert (names[0] == names[2], names[0] == names[1], names[3]) == (True, False, None)


def test_a_claim_is_held_to_its_text() -> None:
    text = "The council of Halden voted 41 to 3 for a new dyke. The mayor did not say when it would be built."
    code, told = piped(
        "vet",
        "--jsonl",
        given=asked(
            {"id": 1, "text": text, "claim": "The council of Halden voted 41 to 3 for a new dyke."},
            {"id": 2, "text": text, "claim": "The council of Halden voted 44 to 3 for a new dyke."},
            {
                "id": 3,
                "text": text,
                "claim": "The mayor said when it would be built.",
                "quote": "The mayor did not say when",
            },
            {"id": 4, "text": text, "claim": "The council voted.", "quote": "The council of Orm voted"},
            {"id": 5, "text": text},
        ),
    )
    assert code == 3
    assert [one.get("supported") for one in told] == [True, False, False, False, None]
    assert all(0 <= one["score"] <= 1 and one["why"] for one in told[:4])
    (evidence,) = told[0]["evidence"]
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
