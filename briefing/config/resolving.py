"""A valid feeds.yaml, resolved: every audience with all that it takes from others and from the top level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from briefing.config import places, values
from briefing.config.secrets import VARIABLE, secrets_of
from briefing.config.settings import Channel, Extractive, Fetch, ModelSummarizer, Settings, Weather
from briefing.model import Audience, Feed, Place

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.config.document import Document
    from briefing.config.forms import AudienceForm, FeedForm, RootForm
    from briefing.config.settings import Summarizer

DEFAULT = "morning"
SHARED = ("title", "place", "timezone", "locale", "units", "weather", "summarizer")
PLAIN = ("schedule", "catch_up", "quiet", "minimum", "stories", "paper", "pictures", "marking", "template")


def resolve(form: RootForm, document: Document, path: Path) -> Settings:
    """Make the settings of a form."""
    folder = path.absolute().parent
    feeds = _feeds(form)
    forms = form.audiences or {DEFAULT: _empty_audience()}
    chains = {name: _chain(name, forms) for name in forms}
    return Settings(
        path=path,
        folder=folder,
        title=form.title,
        archive=_archive(form.archive, folder),
        workers=form.workers,
        summarizer=_summarizer(form.summarizer),
        weather=_weather(form.weather),
        fetch=Fetch(**form.fetch.model_dump()),
        feeds=feeds,
        headers={
            feed.id: tuple(said.headers.items())
            for feed, said in zip(feeds, form.feeds, strict=True)
            if not isinstance(said, str) and said.headers
        },
        audiences=tuple(_audience(name, chains[name], form, feeds) for name in forms),
        channels={name: _channels(_value("deliver", chains[name], form), document, name) for name in forms},
        alerts={name: alert for name in forms if (alert := _value("alert", chains[name], form))},
        heartbeats={name: address for name in forms if (address := _value("heartbeat", chains[name], form))},
        summarizers={name: _summarizer(_value("summarizer", chains[name], form)) for name in forms},
        weathers={name: _weather(_value("weather", chains[name], form)) for name in forms},
        secrets=secrets_of(document),
        sample=form.sample,
    )


def _empty_audience() -> AudienceForm:
    from briefing.config.forms import AudienceForm  # noqa: PLC0415 - stands on pydantic

    return AudienceForm()


def _chain(name: str, forms: dict[str, AudienceForm]) -> list[AudienceForm]:
    """Give an audience and those that it extends, nearest first."""
    chain = [forms[name]]
    while chain[-1].extends:
        chain.append(forms[chain[-1].extends])
    return chain


def _value(key: str, chain: list[AudienceForm], root: RootForm) -> Any:  # noqa: ANN401 - each key has its own type
    """Find where a key is said: in the audience, in one that it extends, at the top level; else its default."""
    said: list[Any] = [form for form in (*chain, root) if key in form.model_fields_set]
    return getattr(said[0] if said else chain[0], key)


def _audience(name: str, chain: list[AudienceForm], root: RootForm, feeds: tuple[Feed, ...]) -> Audience:
    def said(key: str) -> Any:  # noqa: ANN401 - each key has its own type
        return _value(key, chain, root)

    place, zone = _place(said("place"))
    timed = any("timezone" in form.model_fields_set for form in (*chain, root))
    sections = dict.fromkeys(feed.section for feed in feeds)
    return Audience(
        name=name,
        title=said("title"),
        place=place,
        timezone=said("timezone") if timed or not zone else zone,
        locale=said("locale").replace("-", "_"),
        units=said("units"),
        weather=said("weather") is not False,
        deadline=values.seconds(said("deadline")),
        sections=tuple(said("sections") or sections),
        languages=tuple(said("languages")),
        length=values.length(said("length")) if said("length") else None,
        max_age=values.seconds(said("max_age")),
        formats=tuple(said("formats")),
        include=tuple(said("include")),
        exclude=tuple(said("exclude")),
        **{key: said(key) for key in PLAIN},
    )


def _feeds(form: RootForm) -> tuple[Feed, ...]:
    taken: dict[str, int] = {}
    return tuple(_feed(said, taken) for said in form.feeds)


def _feed(said: str | FeedForm, taken: dict[str, int]) -> Feed:
    if isinstance(said, str):
        return Feed(id=_free(_slug(said), taken), url=said)
    options = said.model_dump(exclude={"headers", "id"})
    return Feed(id=said.id or _free(_slug(said.url), taken), **options)


def _slug(url: str) -> str:
    """Name a feed by its address, without scheme, www and whatever may be secret."""
    parts = urlsplit(VARIABLE.sub("", url))
    bare = f"{(parts.hostname or '').removeprefix('www.')}{parts.path}"
    return re.sub(r"[^a-z0-9.]+", "-", bare.lower()).strip("-.")[:80]


def _free(slug: str, taken: dict[str, int]) -> str:
    taken[slug] = taken.get(slug, 0) + 1
    return slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"


def _place(said: Any) -> tuple[Place | None, str]:  # noqa: ANN401 - a name or a form
    if said is None:
        return None, ""
    if not isinstance(said, str):
        return Place(name=said.name, latitude=float(said.latitude), longitude=float(said.longitude)), ""
    city = places.find(said)
    assert city is not None
    return Place(name=places.printed(said), latitude=city.latitude, longitude=city.longitude), city.timezone


def _archive(url: str, folder: Path) -> str:
    name = url.removeprefix("sqlite:///")
    if name == url or name.startswith(("/", ":memory:", "${")):
        return url
    return f"sqlite:///{folder / name}"


def _summarizer(said: Any) -> Summarizer:  # noqa: ANN401 - a word or a form
    return Extractive() if isinstance(said, str) else ModelSummarizer(**said.model_dump())


def _weather(said: Any) -> Weather | None:  # noqa: ANN401 - false or a form
    return None if said is False else Weather(**said.model_dump())


def _channels(said: list[Any], document: Document, name: str) -> tuple[Channel, ...]:
    line = document.line(("audiences", name, "deliver"))
    found = []
    for form in said:
        written = form.model_dump(by_alias=True, exclude_unset=True)
        (kind, options), *_ = written.items()
        key = {"folder": "path", "notify": "url", "command": "argv"}.get(kind, "value")
        found.append(Channel(kind=kind, options=options if isinstance(options, dict) else {key: options}, line=line))
    return tuple(found)
