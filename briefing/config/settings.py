"""What feeds.yaml says, resolved: frozen values for the newsroom. Secrets stay as `${NAME}` until they are used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing.model import Audience, Feed


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractive:
    """The built-in summarizer: sentences of the source, no model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSummarizer:
    """A language model behind an OpenAI-compatible address; address and key may hold `${NAME}`.

    `timeout` and `time_limit` are seconds: for one story, and for all of an edition. `max_stories` of an edition are
    told by the model at most, each in `max_tokens` at most. `through` names the plug-in that asks.
    """

    model: str
    base_url: str
    api_key: str = ""
    timeout: float = 30
    time_limit: float = 120
    max_stories: int = 20
    max_tokens: int = 1200
    through: str = "openai"


Summarizer: TypeAlias = Extractive | ModelSummarizer


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """Where the temperature is asked for: today's, and a past day's."""

    url: str = "https://api.open-meteo.com"
    archive_url: str = "https://archive-api.open-meteo.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """How politely the wire asks: seconds, connections to one host:port, connections in all, who asks."""

    timeout: float = 20
    per_host: int = 2
    total: int = 64
    contact: str = ""
    allow_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way by which an audience's editions leave, in the order written; `line` is its line in feeds.yaml.

    The options by kind: folder {path, latest}, email {to, from, smtp, body, attach, …; `to` a tuple of addresses, or
    {file}}, notify {url}, webhook {url, secret}, command {argv}; a plug-in's are as the user wrote them.
    """

    kind: str
    options: Mapping[str, object]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A place in feeds.yaml that names an environment variable."""

    name: str
    line: int
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of feeds.yaml. `folder` is its folder, absolute; relative paths in it are resolved to that.

    `summarizers` and `weathers` hold what each audience uses, `summarizer` and `weather` the top level's; `secrets` is
    every `${NAME}` with its line.
    """

    path: Path
    folder: Path
    title: str
    archive: str
    workers: str
    summarizer: Summarizer
    weather: Weather | None
    fetch: Fetch
    feeds: tuple[Feed, ...]
    headers: Mapping[str, tuple[tuple[str, str], ...]]
    audiences: tuple[Audience, ...]
    channels: Mapping[str, tuple[Channel, ...]]
    alerts: Mapping[str, str]
    heartbeats: Mapping[str, str]
    summarizers: Mapping[str, Summarizer]
    weathers: Mapping[str, Weather | None]
    secrets: tuple[Secret, ...] = ()
    sample: bool = False
