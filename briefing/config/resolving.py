"""A valid feeds.yaml, resolved: every audience with all that it takes from others and from the top level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from briefing.config import places, values
from briefing.config.identifiers import feed_id
from briefing.config.secrets import secrets_of
from briefing.config.settings import Channel, Extractive, Fetch, ModelSummarizer, Settings, Weather
from briefing.model import Audience, Feed, Place

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.config.document import Document
    from briefing.config.forms import AudienceForm, ChannelForm, FeedForm, RootForm
    from briefing.config.settings import Summarizer

Base: TypeAlias = "tuple[Path, str]"  # the folder of feeds.yaml, and the user's home ("" if unknown)

DEFAULT = "morning"
ALONE = {"folder": "path", "notify": "url", "command": "argv"}  # the option that stands for itself
PLAIN = ("schedule", "catch_up", "quiet", "minimum", "stories", "paper", "pictures", "marking", "template")


def resolve(form: RootForm, document: Document, path: Path, *, home: str = "") -> Settings:
    """Make the settings of a form."""
    folder = path.absolute().parent
    base, feeds = (folder, home), _feeds(form)
    forms = form.audiences or {DEFAULT: _empty_audience()}
    chains = {name: _chain(name, forms) for name in forms}
    return Settings(
        path=path,
        folder=folder,
        title=form.title,
        archive=_archive(form.archive, base),
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
        channels={name: _channels(name, forms, document, base) for name in forms},
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
        model=_model(said("summarizer")),
        include=tuple(said("include")),
        exclude=tuple(said("exclude")),
        **{key: said(key) for key in PLAIN},
    )


def _feeds(form: RootForm) -> tuple[Feed, ...]:
    return tuple(_feed(said) for said in form.feeds)


def _feed(said: str | FeedForm) -> Feed:
    if isinstance(said, str):
        return Feed(id=feed_id(said), url=said)
    options = said.model_dump(exclude={"headers", "id"})
    return Feed(id=said.id or feed_id(said.url), **options)


def _place(said: Any) -> tuple[Place | None, str]:  # noqa: ANN401 - a name or a form
    if said is None:
        return None, ""
    if not isinstance(said, str):
        return Place(name=said.name, latitude=float(said.latitude), longitude=float(said.longitude)), ""
    city = places.find(said)
    assert city is not None
    return Place(name=places.printed(said), latitude=city.latitude, longitude=city.longitude), city.timezone


def _archive(url: str, base: Base) -> str:
    """Give the archive's address; a relative file lies in the folder of feeds.yaml."""
    name = url.removeprefix("sqlite:///")
    if name == url or name.startswith((":memory:", "file:")):
        return url
    return f"sqlite:///{_located(name, base)}"


def _located(path: str, base: Base) -> str:
    """Give a path: `~/` is the user's home, a relative one is in the folder of feeds.yaml, `${NAME}` is known later."""
    folder, home = base
    if path.startswith("~/") and home:
        return f"{home}{path[1:]}"
    return path if path.startswith("${") else str(folder / path)


def _summarizer(said: Any) -> Summarizer:  # noqa: ANN401 - a word or a form
    return Extractive() if isinstance(said, str) else ModelSummarizer(**said.model_dump())


def _model(said: Any) -> str:  # noqa: ANN401 - a word or a form
    return "" if isinstance(said, str) else str(said.model)


def _weather(said: Any) -> Weather | None:  # noqa: ANN401 - false or a form
    return None if said is False else Weather(**said.model_dump())


def _channels(name: str, forms: dict[str, AudienceForm], document: Document, base: Base) -> tuple[Channel, ...]:
    """Give an audience's channels, each with its line in the audience that wrote it."""
    owner = name
    while "deliver" not in forms[owner].model_fields_set and forms[owner].extends:
        owner = forms[owner].extends
    return tuple(
        _channel(form, document.line(("audiences", owner, "deliver", number)), base)
        for number, form in enumerate(forms[owner].deliver)
    )


def _channel(form: ChannelForm, line: int, base: Base) -> Channel:
    (kind,) = form.model_fields_set
    said: Any = getattr(form, kind)
    if kind not in ALONE and not hasattr(said, "model_dump"):  # a plug-in's own, as written
        return Channel(kind=kind, options=said if isinstance(said, dict) else {"value": said}, line=line)
    options = _options(said) if hasattr(said, "model_dump") else {ALONE[kind]: said}
    if kind == "folder":
        options = {"latest": False, **options, "path": _located(options["path"], base)}
    if kind == "email":
        options["to"] = _recipients(options["to"], base)
    return Channel(kind=kind, options={key: _frozen(option) for key, option in options.items()}, line=line)


def _options(form: Any) -> dict[str, Any]:  # noqa: ANN401 - the form of any channel
    """Give a form's values by the keys that are written (pydantic's own dump does not know our unions apart)."""
    return {field.alias or name: getattr(form, name) for name, field in type(form).model_fields.items()}


def _recipients(said: Any, base: Base) -> Any:  # noqa: ANN401 - an address, several, or the file that lists them
    if hasattr(said, "file"):
        return {"file": _located(said.file, base)}
    return (said,) if isinstance(said, str) else tuple(said)


def _frozen(option: Any) -> Any:  # noqa: ANN401 - each option has its own type
    return tuple(option) if isinstance(option, list) else option
