from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import config
from briefing.config.identifiers import feed_id
from briefing.errors import ConfigError
from briefing.model import Length, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.config import Settings
    from briefing.model import Audience

ROOT = Path(__file__).parent.parent

CONTRACT = """\
title: The Morning Briefing
place: Ottawa
timezone: America/Toronto
locale: en_CA
units: metric
archive: sqlite:///briefing.db
workers: cores
summarizer: extractive
weather: {url: https://api.open-meteo.com, archive_url: https://archive-api.open-meteo.com}

fetch:
  timeout: 20
  per_host: 2
  total: 64
  contact: desk@example.org
  allow_private: false

feeds:
  - https://feeds.example.org/world.xml
  - url: https://news.example.org/atom
    id: example
    name: Example News
    section: World
    label: state media
    kind: report
    use: quote
    full_text: true
    max_entries: 30
    headers: {Authorization: "Bearer ${EXAMPLE_TOKEN}"}
  - {url: https://canada.example.org/rss, section: Canada}

audiences:
  morning:
    title: The Morning Briefing
    schedule: "0 6 * * *"
    deadline: 5 minutes
    catch_up: latest
    quiet: send
    minimum: 1
    sections: [World, Canada]
    languages: [en, fr]
    stories: 12
    length: 2 pages
    max_age: 3 days
    paper: letter
    formats: [html, pdf]
    pictures: true
    marking: ""
    include: [ukraine, "climate*"]
    exclude: [horoscope]
    alert: "ntfy://ntfy.example.org/ops"
    heartbeat: https://example.org/ping
    deliver:
      - folder: /srv/briefings
      - email: {to: [desk@example.org], from: briefing@example.org, smtp: "smtps://user:${SMTP_PASSWORD}@mail.example.org",
                body: html, attach: [pdf]}
      - notify: "ntfy://ntfy.example.org/desk"
      - webhook: {url: https://example.org/hook, secret: "${HOOK_SECRET}"}
      - command: [rclone, copyto, "{pdf}", "remote:briefings/{date}.pdf"]
  cabinet:
    extends: morning
    place: Gatineau
    locale: fr_CA
    languages: [fr, en]
    template: cabinet
"""

Load = "Callable[[str], Settings]"


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str], Settings]:
    def loaded(text: str) -> Settings:
        path = tmp_path / "feeds.yaml"
        path.write_text(text, encoding="utf-8")
        return config.load(path, {"HOME": "/home/reader"})

    return loaded


def only(settings: Settings) -> Audience:
    (audience,) = settings.audiences
    return audience


FEED = "feeds:\n  - {url: https://example.org/feed, section: World}\n"


def test_the_whole_example_of_the_contract_loads(load: Load) -> None:
    settings = load(CONTRACT)
    morning, cabinet = settings.audiences
    assert [feed.id for feed in settings.feeds] == ["feeds.example.org-world.xml", "example", "canada.example.org-rss"]
    assert settings.feeds[1].use == "quote"
    assert settings.headers == {"example": (("Authorization", "Bearer ${EXAMPLE_TOKEN}"),)}
    assert (morning.length, morning.max_age, morning.deadline) == (Length(amount=2, unit="pages"), 259200, 300)
    assert (morning.include, morning.exclude) == (("ukraine", "climate*"), ("horoscope",))
    assert (cabinet.place, cabinet.locale) == (Place(name="Gatineau", latitude=45.48, longitude=-75.65), "fr_CA")
    assert (cabinet.timezone, cabinet.languages, cabinet.template) == ("America/Toronto", ("fr", "en"), "cabinet")


def test_an_audience_takes_what_it_does_not_say_from_the_one_it_extends(load: Load) -> None:
    settings = load(CONTRACT)
    morning, cabinet = settings.audiences
    assert (cabinet.sections, cabinet.stories, cabinet.exclude) == (morning.sections, 12, ("horoscope",))
    assert settings.channels["cabinet"] == settings.channels["morning"]
    assert settings.alerts == dict.fromkeys(("morning", "cabinet"), "ntfy://ntfy.example.org/ops")
    assert settings.heartbeats["cabinet"] == "https://example.org/ping"


def test_a_chain_of_extends_reaches_the_first_that_says_it(load: Load) -> None:
    text = FEED + "audiences:\n  c: {extends: b}\n  b: {extends: a, stories: 7}\n  a: {stories: 5, paper: a5}\n"
    assert [(one.name, one.stories, one.paper) for one in load(text).audiences] == [
        ("c", 7, "a5"),
        ("b", 7, "a5"),
        ("a", 5, "a5"),
    ]


def test_channels_keep_their_order_their_lines_and_their_secrets_unresolved(load: Load) -> None:
    settings = load(CONTRACT)
    channels = settings.channels["cabinet"]
    lines = CONTRACT.splitlines()
    assert [channel.kind for channel in channels] == ["folder", "email", "notify", "webhook", "command"]
    assert all(f"- {channel.kind}:" in lines[channel.line - 1] for channel in channels)
    assert channels[0].options == {"latest": False, "path": "/srv/briefings"}
    assert channels[1].options["to"] == ("desk@example.org",)
    assert channels[1].options["smtp"] == "smtps://user:${SMTP_PASSWORD}@mail.example.org"
    assert channels[2].options == {"url": "ntfy://ntfy.example.org/desk"}
    assert channels[3].options == {"url": "https://example.org/hook", "secret": "${HOOK_SECRET}"}
    assert channels[4].options["argv"] == ("rclone", "copyto", "{pdf}", "remote:briefings/{date}.pdf")


def test_relative_paths_belong_to_the_folder_of_the_file(load: Load, tmp_path: Path) -> None:
    mail = "email: {to: {file: readers.txt}, from: a@example.org, smtp: smtp://localhost}"
    settings = load(
        FEED + f"audiences: {{a: {{deliver: [folder: copies, folder: ~/b, folder: '${{X}}/c', {mail}]}}}}\n"
    )
    paths = [channel.options.get("path") for channel in settings.channels["a"]]
    assert paths == [str(tmp_path / "copies"), "/home/reader/b", "${X}/c", None]
    assert settings.channels["a"][3].options["to"] == {"file": str(tmp_path / "readers.txt")}
    assert (settings.archive, settings.folder) == (f"sqlite:///{tmp_path}/briefing.db", tmp_path)


@pytest.mark.parametrize(
    "address", ["sqlite:////var/lib/b.db", "sqlite:///:memory:", "postgresql+psycopg://u:${PW}@db/b", "${DATABASE}"]
)
def test_an_archive_elsewhere_stays_where_it_is(load: Load, address: str) -> None:
    assert load(FEED + f'archive: "{address}"\n').archive == address


def test_a_list_of_feeds_is_enough(load: Load) -> None:
    settings = load("feeds:\n  - https://example.org/feed\n")
    audience = only(settings)
    assert (audience.name, audience.title, audience.schedule) == ("morning", "The Morning Briefing", "0 6 * * *")
    assert (audience.timezone, audience.place, audience.sections) == ("UTC", None, ("",))
    assert settings.weathers == {"morning": config.Weather()}


def test_an_audience_may_be_only_a_name(load: Load) -> None:
    assert only(load(FEED + "audiences:\n  evening:\n")).name == "evening"


def test_an_empty_template_is_none(load: Load) -> None:
    assert only(load(FEED + 'audiences: {a: {template: ""}}\n')).template == ""


def test_sections_default_to_all_in_the_order_of_the_feeds(load: Load) -> None:
    feeds = [("b", "World"), ("a", "Arts"), ("c", "World")]
    lines = [f"  - {{url: https://{host}.example/feed, section: {section}}}\n" for host, section in feeds]
    assert only(load("feeds:\n" + "".join(lines))).sections == ("World", "Arts")


def test_the_zone_is_the_audiences_then_the_top_levels_then_the_citys(load: Load) -> None:
    audiences = "audiences: {a: {place: Tokyo}, b: {timezone: Europe/Paris}}\n"
    assert [one.timezone for one in load(FEED + audiences).audiences] == ["Asia/Tokyo", "Europe/Paris"]
    top = FEED + "timezone: America/Toronto\n" + audiences
    assert [one.timezone for one in load(top).audiences] == ["America/Toronto", "Europe/Paris"]


def test_place_weather_units_and_summarizer_may_be_an_audiences_own(load: Load) -> None:
    model = "{model: llama3.1, base_url: http://localhost:11434/v1, api_key: '${LLM_KEY}'}"
    settings = load(FEED + f"audiences: {{a: {{weather: false, units: imperial}}, b: {{summarizer: {model}}}}}\n")
    a, b = settings.audiences
    assert (a.weather, a.units, b.weather, b.units) == (False, "imperial", True, "metric")
    assert settings.weathers == {"a": None, "b": config.Weather()}
    assert settings.summarizers["a"] == config.Extractive()
    assert settings.summarizers["b"] == config.ModelSummarizer(
        model="llama3.1", base_url="http://localhost:11434/v1", api_key="${LLM_KEY}"
    )


def test_a_locale_may_have_a_hyphen(load: Load) -> None:
    assert only(load(FEED + "locale: fr-CA\n")).locale == "fr_CA"


def test_yaml_is_1_2_so_that_no_is_norwegian_and_not_false(load: Load) -> None:
    assert only(load(FEED + "audiences: {no: {languages: [no]}}\n")).languages == ("no",)


def test_anchors_and_merges_are_understood(load: Load) -> None:
    text = "feeds:\n  - &base {url: https://a.example/x, section: World}\n  - {<<: *base, url: https://b.example/x}\n"
    assert [feed.section for feed in load(text).feeds] == ["World", "World"]


def test_ids_do_not_depend_on_the_order_of_feeds_and_hold_no_secret(load: Load) -> None:
    urls = ["https://a.example/x?c=1", "https://a.example/x?c=2", "https://a.example/${KEY}/x?token=hunter2"]
    ids = {feed.url: feed.id for feed in load("feeds: " + json.dumps(urls)).feeds}
    assert ids == {feed.url: feed.id for feed in load("feeds: " + json.dumps(urls[::-1])).feeds}
    assert len(set(ids.values())) == 3
    assert ids[urls[2]] == "a.example-x"


def test_an_id_ignores_scheme_www_user_and_secret_parameters() -> None:
    bare = feed_id("https://example.org/feed")
    assert bare == "example.org-feed"
    assert {feed_id(f"{url}/feed") for url in ("http://www.example.org", "https://u:pw@example.org:443")} == {bare}
    assert feed_id("https://example.org/feed?api_key=1") == feed_id("https://example.org/feed?token=${T}") == bare


def test_missing_variables_are_named_with_their_lines_and_only_where_asked(load: Load) -> None:
    settings = load(CONTRACT)
    said = config.missing_secrets(settings, {"SMTP_PASSWORD": "x"})
    line = next(number for number, text in enumerate(CONTRACT.splitlines(), 1) if "EXAMPLE_TOKEN" in text)
    assert len(said) == 2
    assert said[0].startswith(
        f"{settings.path}:{line}: feed 2 (https://news.example.org/atom): ${{EXAMPLE_TOKEN}} is not set"
    )
    assert "audience 'morning', deliver 4: ${HOOK_SECRET} is not set in the environment" in said[1]
    everything = dict.fromkeys(("SMTP_PASSWORD", "HOOK_SECRET", "EXAMPLE_TOKEN"), "x")
    assert config.missing_secrets(settings, everything) == ()


def test_fill_puts_in_what_is_set_and_names_what_is_not() -> None:
    assert config.fill("Bearer ${A}-${B}", {"A": "1", "B": "${A}"}) == "Bearer 1-${A}"
    with pytest.raises(ConfigError, match=r"\$\{MISSING\} is not set"):
        config.fill("${A} ${MISSING}", {"A": "hunter2"})


def test_the_starter_is_the_projects_own_file_and_loads(tmp_path: Path) -> None:
    assert config.starter() == (ROOT / "feeds.yaml").read_text(encoding="utf-8")
    (tmp_path / "feeds.yaml").write_text(config.starter(), encoding="utf-8")
    settings = config.load(tmp_path / "feeds.yaml", {})
    assert len(settings.feeds) >= 14
    assert only(settings).sections == ("World", "Canada", "Science", "Economy")
    assert max(len(line) for line in config.starter().splitlines()) <= 100


def test_what_the_starter_shows_in_comments_can_be_uncommented(load: Load) -> None:
    shown = (
        "  # - url:",
        "  #   headers:",
        "# fetch:",
        "#   contact:",
        "    # include",
        "    # exclude",
        "  # cabinet:",
        "  #   ",
    )
    lines = [line.replace("# ", "", 1) if line.startswith(shown) else line for line in config.starter().splitlines()]
    settings = load("\n".join(lines))
    assert [audience.name for audience in settings.audiences] == ["morning", "cabinet"]
    assert settings.fetch.contact == "you@example.org"
    assert settings.headers


def test_the_schema_knows_every_key_of_the_contract() -> None:
    schema = json.loads(json.dumps(config.schema()))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    keys = {line.split(":")[0] for line in CONTRACT.splitlines() if line[:1].isalpha()}
    assert keys <= schema["properties"].keys()
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["feeds"]
    assert "from" in schema["$defs"]["EmailForm"]["properties"]
