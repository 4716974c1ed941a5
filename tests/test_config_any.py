from __future__ import annotations

import copy
import json
import re
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from briefing import config
from briefing.errors import ConfigError
from briefing.identity import plain

WHOLE: dict[str, Any] = {
    "title": "T",
    "place": {"name": "Here", "latitude": 1.5, "longitude": 2.5},
    "timezone": "Europe/Paris",
    "locale": "fr_CA",
    "units": "metric",
    "archive": "sqlite:///x.db",
    "workers": "here",
    "summarizer": {"model": "m", "base_url": "http://localhost/v1", "api_key": "${K}"},
    "weather": {"url": "https://w.example", "archive_url": "https://a.example"},
    "fetch": {"timeout": 5, "per_host": 2, "total": 8, "contact": "c@example.org", "allow_private": True},
    "feeds": [
        "https://a.example/x",
        {"url": "https://b.example/y", "id": "b", "section": "World", "headers": {"A": "b"}},
    ],
    "audiences": {
        "a": {
            "schedule": "0 6 * * *",
            "sections": ["World"],
            "languages": ["en"],
            "length": "2 pages",
            "formats": ["html", "pdf"],
            "include": ["x"],
            "deliver": [
                {"folder": {"path": "x", "latest": True}},
                {"email": {"to": ["a@b.example"], "from": "a@b.example", "smtp": "smtp://x", "attach": ["pdf"]}},
                {"email": {"to": {"file": "r.txt"}, "from": "a@b.example", "smtp": "smtp://x"}},
                {"notify": "ntfy://x/y"},
                {"webhook": {"url": "https://h.example", "secret": "s"}},
                {"command": ["true"]},
            ],
        },
        "b": {"extends": "a", "max_age": "3 days", "deadline": "5 minutes"},
    },
}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for step, item in steps for each in places(item, (*path, step)))]


WRITTEN = sorted({str(step) for path in places(WHOLE) for step in path})
KEYS = [*WRITTEN, "morning", "url", "id", "‹mapping›", "[key]", "<<"]
TEXTS = st.text(max_size=12) | st.sampled_from(
    [*KEYS, "${A}", "${", "https://", "http://[", "sqlite:///", "9 days", "a,b"]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def put(path: tuple[Any, ...], value: Any, *, under: str | None = None) -> Any:
    whole = copy.deepcopy(WHOLE)
    if not path and under is None:
        return value
    target = whole
    for step in path if under is not None else path[:-1]:
        target = target[step]
    if under is None:
        target[path[-1]] = value
    elif isinstance(target, dict):
        target[under] = value
    return whole


def tried(path: Path) -> config.Settings | tuple[str, ...]:
    try:
        return config.load(path, {})
    except ConfigError as error:
        return error.mistakes


def holds(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "feeds.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        came = tried(path)
    if isinstance(came, tuple):
        assert came
        lines = [re.fullmatch(re.escape(str(path)) + r":(\d+): [^\n]+", mistake) for mistake in came]
        assert all(line and 1 <= int(line[1]) <= text.count("\n") + 1 for line in lines), came
    else:
        assert plain(came.audiences)
        assert len({feed.id for feed in came.feeds}) == len(came.feeds)
        assert all(len(said.splitlines()) == 1 for said in config.missing_secrets(came, {}))


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(places(WHOLE)), VALUES)
@example(("audiences", "b", "extends"), ["a"])
@example(("audiences",), {"feeds": {"stories": "x"}, "fetch": 5, "place": {"name": 3}})
@example(("feeds",), ["https://a.example/x", {"url": ["x"]}, None, [], {"id": {}}])
@example(("place", "latitude"), float("nan"))
@example(("fetch", "per_host"), 10**400)
def test_any_value_at_any_place_gives_settings_or_mistakes_with_lines(path: tuple[Any, ...], value: Any) -> None:
    holds(json.dumps(put(path, value), indent=1, ensure_ascii=True))


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(places(WHOLE)), TEXTS, VALUES)
def test_any_further_key_gives_settings_or_mistakes_with_lines(path: tuple[Any, ...], key: str, value: Any) -> None:
    holds(json.dumps(put(path, value, under=key), indent=1, ensure_ascii=True))


@settings(deadline=None, max_examples=250)
@given(st.text(max_size=80) | st.text(alphabet="a:-[]{}#&*!|>'\"%@`? \n\t,<\\.0", max_size=60))
def test_any_text_gives_settings_or_mistakes_with_lines(text: str) -> None:
    holds(text)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 3000), st.text(alphabet="a:-[]{}#&*!|>'\"%@`? \n\t,<\\.", min_size=1, max_size=3))
def test_the_starter_with_anything_put_into_it_gives_settings_or_mistakes(at: int, slip: str) -> None:
    text = config.starter()
    holds(text[: at % len(text)] + slip + text[at % len(text) :])


def test_the_whole_example_is_valid_so_that_each_change_tests_one_place() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "feeds.yaml"
        with path.open("w", encoding="utf-8") as file:
            YAML().dump(WHOLE, file)
        assert len(config.load(path, {}).audiences) == 2
