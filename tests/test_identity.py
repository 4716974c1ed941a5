from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from briefing import identity
from briefing.model import Audience, Block, Entry, Feed, KeyDevelopment, Length, Place, Story

ENTRY = Entry(
    feed="f", identity="1", title="Häuser", published=dt.datetime(2025, 12, 7, tzinfo=dt.UTC),
    blocks=(Block(kind="paragraph", text="It rained."),),
)  # fmt: skip


def test_a_name_is_the_same_in_another_process_with_another_hash_seed() -> None:
    program = (
        "import datetime as dt; from briefing import identity; from briefing.model import *; "
        "print(identity.digest(Entry(feed='f', identity='1', title='Häuser', published=dt.datetime(2025, 12, 7, "
        "tzinfo=dt.UTC), blocks=(Block(kind='paragraph', text='It rained.'),))))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONHASHSEED": "77"}, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == identity.digest(ENTRY)


def test_an_empty_field_does_not_count() -> None:
    assert b"link" not in identity.canonical(ENTRY)
    assert identity.digest(ENTRY) != identity.digest(Entry(feed="f", identity="2"))


def test_what_differs_from_its_default_comes_back() -> None:
    feed = Feed(id="a", url="u", full_text=False)
    audience = Audience(
        name="m", title="t", place=Place(name="O", latitude=0.0, longitude=1.5), length=Length(amount=2, unit="pages"),
        include=("x",), pictures=False,
    )  # fmt: skip
    assert identity.restore(Feed, identity.plain(feed)) == feed
    assert identity.restore(Audience, identity.plain(audience)) == audience
    assert identity.restore(Entry, identity.plain(ENTRY)) == ENTRY


def test_a_statement_without_evidence_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="evidence"):
        KeyDevelopment(text="It rained.", verbatim=True, evidence=())
    with pytest.raises(ValueError, match="report"):
        Story(reports=())
