"""The shape of feeds.yaml, key by key: what may be written, its default, and an example for who wrote something else.

Values stay as written; `resolve` makes the nouns of them. From these forms comes the JSON Schema.
"""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 - pydantic reads the hints at run time
from functools import cache
from importlib.metadata import entry_points
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from briefing.config import values
from briefing.config.mistakes import unknown_key
from briefing.model import Kind, Use  # noqa: TC001 - pydantic reads the hints at run time

SHORT, LONG, MANY = "‹text›", "‹mapping›", "‹list›"  # steps in an error's location that are no part of the file
UNFIT = "unfit"
CHANNELS = ("folder", "email", "notify", "webhook", "command")
Format = Literal["html", "pdf", "epub", "md"]


def _fit(check: Callable[[str], str]) -> AfterValidator:
    """Make a check of `values` one of pydantic's, its words unchanged."""

    def checked(text: str) -> str:
        try:
            return check(text)
        except values.Unfit as error:
            raise PydanticCustomError(UNFIT, "{why}", {"why": str(error)}) from None

    return AfterValidator(checked)


def _shape(value: object) -> str:
    """Tell which of the ways to write a value was meant."""
    return LONG if isinstance(value, dict) else MANY if isinstance(value, list) else SHORT


def _mapping(value: object) -> object:
    """Take a name with nothing after it for one with no options."""
    return {} if value is None else value


Line = Annotated[str, _fit(values.printed_text)]
SecretLine = Annotated[str, _fit(values.secret_text)]
FilledLine = Annotated[str, _fit(values.filled_text)]
HttpUrl = Annotated[str, _fit(values.http_url)]
AnyUrl = Annotated[str, _fit(values.any_url)]
Mailbox = Annotated[str, _fit(values.mailbox)]
City = Annotated[str, _fit(values.city)]
Zone = Annotated[str, _fit(values.timezone)]
LocaleName = Annotated[str, _fit(values.locale)]
Language = Annotated[str, _fit(values.language)]
Name = Annotated[str, _fit(values.name)]
HeaderName = Annotated[str, _fit(values.header_name)]


class Form(BaseModel):
    """A mapping in feeds.yaml: no other keys, and no value of another type taken for one."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False, hide_input_in_errors=True)


class PlaceForm(Form):
    """A place that the table does not know."""

    name: Line = Field(examples=["Ottawa"], min_length=1)
    latitude: float = Field(ge=-90, le=90, examples=[45.42], description="degrees north")
    longitude: float = Field(ge=-180, le=180, examples=[-75.7], description="degrees east")


class WeatherForm(Form):
    """Where the temperature is asked for."""

    url: HttpUrl = Field("https://api.open-meteo.com", examples=["https://api.open-meteo.com"])
    archive_url: HttpUrl = Field("https://archive-api.open-meteo.com", examples=["https://archive-api.open-meteo.com"])


class SummarizerForm(Form):
    """A language model behind an OpenAI-compatible address."""

    model: Line = Field(min_length=1, max_length=200, examples=["llama3.1"], description="printed in the edition")
    base_url: HttpUrl = Field(examples=["http://localhost:11434/v1"])
    api_key: SecretLine = Field("", examples=["${LLM_KEY}"])
    timeout: float = Field(30, gt=0, le=600, examples=[30], description="seconds that one story may take")
    time_limit: float = Field(120, gt=0, le=3600, examples=[120], description="seconds that an edition may wait for it")
    max_stories: int = Field(
        20, ge=1, le=500, examples=[20], description="stories of an edition that it is asked about"
    )
    max_tokens: int = Field(1200, ge=100, le=32000, examples=[1200], description="of one answer")
    through: Annotated[str, _fit(values.summarizer)] = Field(
        "openai", examples=["openai"], description="the plug-in that asks"
    )


class FetchForm(Form):
    """How politely the wire asks."""

    timeout: float = Field(20, gt=0, le=600, examples=[20], description="seconds")
    per_host: int = Field(2, ge=1, le=64, examples=[2], description="connections to one host:port at a time")
    total: int = Field(64, ge=1, le=1024, examples=[64], description="connections in all")
    contact: SecretLine = Field("", examples=["desk@example.org"], description="said in the User-Agent")
    allow_private: bool = Field(default=False, examples=[True], description="feeds may live on private addresses")


class FeedForm(Form):
    """A feed in the long form."""

    url: HttpUrl = Field(examples=["https://news.example.org/atom"])
    id: Annotated[str, _fit(values.feed_id)] = Field("", examples=["example"], description="default: from the address")
    name: Line = Field("", examples=["Example News"], description="default: the feed's own title")
    section: Line = Field("", examples=["World"])
    label: Line = Field("", examples=["state media"], description="printed beside the name")
    kind: Kind = Field("report", examples=["report"])
    use: Use = Field("full", examples=["quote"])
    full_text: bool = Field(default=True, examples=[False], description="fetch the article behind each entry")
    max_entries: int = Field(50, ge=1, le=1000, examples=[30])
    headers: dict[HeaderName, SecretLine] = Field({}, examples=['{Authorization: "Bearer ${EXAMPLE_TOKEN}"}'])


class FolderForm(Form):
    """A folder to copy editions to."""

    path: FilledLine = Field(examples=["/srv/briefings"])
    latest: bool = Field(default=False, examples=[True], description="keep a copy under a lasting name, too")


class FileForm(Form):
    """A file of addresses, one a line, re-read for each edition."""

    file: FilledLine = Field(examples=["readers.txt"])


ToField: TypeAlias = Annotated[
    Annotated[Mailbox, Tag(SHORT)]
    | Annotated[list[Mailbox], Field(min_length=1), Tag(MANY)]
    | Annotated[FileForm, Tag(LONG)],
    Discriminator(_shape),
]


class EmailForm(Form):
    """A mail to each reader."""

    to: ToField = Field(examples=["[desk@example.org]", "{file: readers.txt}"])
    from_: Mailbox = Field(alias="from", examples=["briefing@example.org"])
    smtp: Annotated[str, _fit(values.smtp_url)] = Field(examples=['"smtps://user:${SMTP_PASSWORD}@mail.example.org"'])
    body: Literal["html", "text"] = Field("html", examples=["html"])
    attach: list[Literal["html", "pdf", "epub", "md", "json", "ics"]] = Field([], examples=["[pdf]"])
    subject: Line = Field("", min_length=1, examples=['"{title}, {date}"'])
    reply_to: Mailbox = Field("", examples=["desk@example.org"])
    unsubscribe: FilledLine = Field("", examples=["mailto:desk@example.org"])
    bcc: bool | Mailbox | list[Mailbox] = Field(default=False, examples=["archive@example.org"])


class WebhookForm(Form):
    """An address that is told of each edition."""

    url: HttpUrl = Field(examples=["https://example.org/hook"])
    secret: SecretLine = Field("", examples=['"${HOOK_SECRET}"'])


class ChannelForm(Form):
    """One way out, under one key; the keys of plug-ins stand beside these."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"minProperties": 1, "maxProperties": 1})

    folder: Annotated[Annotated[FilledLine, Tag(SHORT)] | Annotated[FolderForm, Tag(LONG)], Discriminator(_shape)] = (
        Field("", examples=["/srv/briefings", "{path: /srv/briefings, latest: true}"])
    )
    email: EmailForm | None = Field(
        None, examples=['{to: [desk@example.org], from: briefing@example.org, smtp: "smtps://mail.example.org"}']
    )
    notify: AnyUrl = Field("", examples=["ntfy://ntfy.example.org/desk"])
    webhook: WebhookForm | None = Field(None, examples=["{url: https://example.org/hook}"])
    command: list[FilledLine] = Field([], min_length=1, examples=['[rclone, copyto, "{pdf}", "remote:{date}.pdf"]'])

    @model_validator(mode="before")
    @classmethod
    def one_known_channel(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over what was written
        """Refuse none, several, an unknown one, and one without anything after it."""
        if not isinstance(value, dict):
            return value
        if len(value) != 1:
            why = "must be one channel: begin a new '-' for each of folder, email, notify, webhook, command"
            raise PydanticCustomError(UNFIT, "{why}", {"why": why})
        (kind, options), *_ = value.items()
        if kind not in CHANNELS and kind not in plugged():
            known = (*CHANNELS, *plugged())
            why = unknown_key(kind, known).replace("key", "channel", 1)
            raise PydanticCustomError(UNFIT, "{why}", {"why": f"{why}: {', '.join(known)}"})
        if options is None:
            raise PydanticCustomError(UNFIT, "{why}", {"why": f"`{kind}` says nothing: where to?"})
        return value


@cache
def plugged() -> tuple[str, ...]:
    """Name the channels that plug-ins bring."""
    return tuple(sorted({entry.name for entry in entry_points(group="briefing.channels")} - set(CHANNELS)))


PlaceField: TypeAlias = Annotated[
    Annotated[City | None, Tag(SHORT)] | Annotated[PlaceForm, Tag(LONG)], Discriminator(_shape)
]
WeatherField: TypeAlias = Annotated[
    Annotated[Literal[False], Tag(SHORT)] | Annotated[WeatherForm, Tag(LONG)], Discriminator(_shape)
]
SummarizerField: TypeAlias = Annotated[
    Annotated[Literal["extractive"], Tag(SHORT)] | Annotated[SummarizerForm, Tag(LONG)], Discriminator(_shape)
]
FeedField: TypeAlias = Annotated[Annotated[HttpUrl, Tag(SHORT)] | Annotated[FeedForm, Tag(LONG)], Discriminator(_shape)]


class Shared(Form):
    """What stands at the top level for all audiences, or in an audience for itself."""

    title: Line = Field("The Morning Briefing", min_length=1, max_length=200, examples=["The Morning Briefing"])
    place: PlaceField = Field(
        None, examples=["Ottawa", "{name: Ottawa, latitude: 45.42, longitude: -75.70}"], description="of the dateline"
    )
    timezone: Zone = Field("UTC", examples=["America/Toronto"], description="default: the place's, else UTC")
    locale: LocaleName = Field("en", examples=["en_CA"])
    units: Literal["metric", "imperial"] = Field("metric", examples=["metric"])
    weather: WeatherField = Field(
        WeatherForm(), examples=["false", "{url: https://api.open-meteo.com}"], validate_default=False
    )
    summarizer: SummarizerField = Field(
        "extractive", examples=["extractive", "{model: llama3.1, base_url: http://localhost:11434/v1}"]
    )


class AudienceForm(Shared):
    """Whom an edition is for."""

    extends: Line = Field("", examples=["morning"], description="takes every option of that audience not set here")
    schedule: Annotated[str, _fit(values.schedule)] = Field("0 6 * * *", examples=['"0 6 * * *"'])
    deadline: Annotated[str, _fit(values.deadline)] = Field("5 minutes", examples=["5 minutes"])
    catch_up: Literal["latest", "all", "none"] = Field("latest", examples=["latest"])
    quiet: Literal["send", "skip", "hold"] = Field("send", examples=["send"])
    minimum: int = Field(1, ge=0, le=500, examples=[1])
    sections: list[Line] = Field([], examples=["[World, Canada]"], description="default: all, as the feeds have them")
    languages: list[Language] = Field([], examples=["[en, fr]"])
    stories: int = Field(12, ge=1, le=500, examples=[12])
    length: Annotated[str, _fit(values.length_text)] = Field("", examples=["2 pages", "5 minutes"])
    max_age: Annotated[str, _fit(values.max_age)] = Field("3 days", examples=["3 days"])
    paper: Literal["letter", "a4", "a5", "ereader"] = Field("letter", examples=["a4"])
    formats: list[Format] = Field(["html", "pdf"], examples=["[html, pdf]"])
    pictures: bool = Field(default=True, examples=[False])
    marking: Line = Field("", max_length=120, examples=['"PROTECTED A"'])
    include: list[Annotated[Line, Field(min_length=1)]] = Field([], examples=['[ukraine, "climate*"]'])
    exclude: list[Annotated[Line, Field(min_length=1)]] = Field([], examples=["[horoscope]"])
    template: Annotated[str, _fit(values.template)] = Field("", examples=["cabinet"])
    alert: AnyUrl = Field("", examples=['"ntfy://ntfy.example.org/ops"'])
    heartbeat: HttpUrl = Field("", examples=["https://example.org/ping"])
    deliver: list[ChannelForm] = Field([], examples=["[{folder: /srv/briefings}]"])


class RootForm(Shared):
    """The whole of feeds.yaml."""

    archive: Annotated[str, _fit(values.archive)] = Field(
        "sqlite:///briefing.db", examples=["sqlite:///briefing.db", "postgresql+psycopg://user@host/name"]
    )
    workers: Annotated[str, _fit(values.workers)] = Field("cores", examples=["cores"])
    fetch: FetchForm = Field(FetchForm(), examples=["{timeout: 20, contact: desk@example.org}"])
    feeds: list[FeedField] = Field(examples=["[https://feeds.example.org/world.xml]"], min_length=1)
    audiences: dict[Name, Annotated[AudienceForm, BeforeValidator(_mapping)]] = Field(
        {}, examples=['{morning: {schedule: "0 6 * * *"}}']
    )
    sample: bool = Field(default=False, examples=[True], description="the feeds are the shipped sample")
