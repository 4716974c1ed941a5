from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import config
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

FEED = "feeds: [{url: https://example.org/feed, section: World}]\n"  # one line: what follows begins in line 2


@pytest.fixture
def mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str | bytes], tuple[str, ...]]:
    monkeypatch.chdir(tmp_path)

    def found(text: str | bytes) -> tuple[str, ...]:
        (tmp_path / "feeds.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
        return _refused(Path("feeds.yaml"))

    return found


def _refused(path: Path) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        config.load(path, {})
    assert caught.value.exit_code == 2
    return caught.value.mistakes


Find = "Callable[[str | bytes], tuple[str, ...]]"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a:\n\tb: 1\n", "feeds.yaml:2: not YAML: column 1: a tab: YAML is indented with spaces"),
        ("title: a: b\n", "feeds.yaml:1: not YAML: column 9: a ':' where none can stand"),
        ("feeds\ntitle: x\n", "feeds.yaml:2: not YAML: column 6: a ':' where none can stand"),
        ("feeds: [a, b\ntitle: x\n", "feeds.yaml:2: not YAML: column 6: a '[' that is not closed"),
        ("title: 'x\n", "a quotation mark that is not closed"),
        ("audiences:\n  - b\n c: 1\n", "feeds.yaml:3: not YAML: column 2: the indentation does not line up"),
        ("schedule: * * * * *\n", "feeds.yaml:1: not YAML: column 12: a text that begins with '*' or '&' needs quotes"),
        ("title: @home\n", "a text that begins with a sign such as @, % or ` needs quotes"),
        ("a: 1\n---\nb: 1\n", "feeds.yaml:2: not YAML: column 1: a second document"),
        ("title: a\x00b\n", "feeds.yaml:1: not YAML: a character (#x0000) that no text may hold"),
        ("title: !!python/object:os.system x\n", "feeds.yaml:1: `title`: a YAML tag ('!…') has no meaning here"),
        (b"title: \xe9t\xe9\n", "feeds.yaml:1: is not UTF-8: save it as UTF-8"),
        ("", "feeds.yaml:1: is empty; `briefing init DIR` writes one"),
        ("# nothing yet\n", "feeds.yaml:1: is empty"),
        ("- https://example.org/feed\n", "feeds.yaml:1: must be a mapping: lines such as `feeds:`"),
        ("hello\n", "feeds.yaml:1: must be a mapping"),
        ("a:\n" + "".join(f"{' ' * n}b:\n" for n in range(1, 300)), "levels deep: not a list of feeds"),
        ("[" * 300_000, "levels deep: not a list of feeds"),
        ("x" * 4_000_001, "longer than 4,000,000 characters"),
    ],
)
def test_what_is_no_feeds_yaml_is_said_in_plain_words(mistakes: Find, text: str | bytes, said: str) -> None:
    assert said in mistakes(text)[0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("titel: x", "unknown key 'titel' (did you mean 'title'?)"),
        ("schedule: x", "`schedule` belongs to an audience: write it under `audiences:`, in one such as `morning:`"),
        ("title: 5", "`title` must be text, such as `title: The Morning Briefing`, not 5"),
        ("title: ''", "`title` must not be empty"),
        ("title: ${NAME}", "`title` cannot hold ${NAME}: it is printed"),
        (
            "place: Otawa",
            "unknown city 'Otawa' (did you mean 'Ottawa'?); a place that the table does not know: `place: {",
        ),
        ("place: [Ottawa]", "`place` must be written otherwise, such as `place: Ottawa` or `place: {name:"),
        ("place: {name: X, latitude: 95, longitude: 0}", "place: `latitude` must be at most 90, "),
        ("place: {name: X, latitude: 9}", "place: `longitude` is missing, such as `longitude: -75.7`"),
        ("timezone: America/Ottowa", "unknown zone 'America/Ottowa'"),
        ("timezone: Amercia/Toronto", "(did you mean 'America/Toronto'?)"),
        ("timezone: Toronto", "(did you mean 'America/Toronto'?)"),
        ("locale: en_XQ_1", "unknown locale 'en_XQ_1'"),
        ("locale: eng_CA_", "unknown locale 'eng_CA_' (did you mean 'en_CA'?)"),
        ("units: metrik", "`units` must be metric or imperial, not 'metrik' (did you mean 'metric'?)"),
        ("archive: postgres://u:hunter2@db/x", "`archive` must begin with sqlite:/// or postgresql+psycopg://"),
        ("archive: sqlite://x.db", "(did you mean 'sqlite:///…', with three strokes?)"),
        ("workers: core", "`workers` must be here, cores or dask://HOST:8786, not 'core' (did you mean 'cores'?)"),
        ("weather: true", "`weather` must be false or a mapping, such as `weather: {url: https://api.open-meteo.com}`"),
        ("weather: {url: ftp://x}", "weather: `url` must be an address that begins with http:// or https://"),
        (
            "summarizer: abstractive",
            "`summarizer` must be extractive or a mapping, such as `summarizer: {model: llama3.1, ",
        ),
        ("fetch: {timeout: 0}", "fetch: `timeout` must be more than 0, such as `timeout: 20`, not 0"),
        ("summarizer: {model: x}", "summarizer: `base_url` is missing, such as `base_url: http://localhost:11434/v1`"),
        ("fetch: {timeout: soon}", "fetch: `timeout` must be a number, such as `timeout: 20`, not 'soon'"),
        ("fetch: {timeout: .nan}", "fetch: `timeout` must be a number"),
        ("fetch: {per_host: 0}", "fetch: `per_host` must be at least 1"),
        ("fetch: {per_host: 1.5}", "fetch: `per_host` must be a whole number"),
        ("fetch: {timout: 1}", "fetch: unknown key 'timout' (did you mean 'timeout'?)"),
        ("fetch: 5", "`fetch` must be a mapping (keys and values)"),
        ("sample: yes", "`sample` must be true or false, such as `sample: true`, not 'yes'"),
        ("audiences: [morning]", "`audiences` must be a mapping"),
        ("audiences: {a: 5}", "audience 'a': an audience must be a mapping of options"),
        ("audiences: {Board Room: {}}", "must be named with small letters, digits, - and _"),
        ("audiences: {Board Room: {}}", "(did you mean 'board-room'?)"),
        ("title: a\ntitle: b", "`title` is written twice: here and in line 2"),
        ("title:", "`title` must be text, such as `title: The Morning Briefing`, not nothing"),
        ("? [a]\n: b", "a key must be a name"),
        ('title: "\\ud800"', "half a character"),
    ],
)
def test_a_mistake_at_the_top_is_named_with_its_line(mistakes: Find, line: str, said: str) -> None:
    (found,) = mistakes(FEED + line + "\n")
    assert said in found
    assert found.startswith("feeds.yaml:3: " if "twice" in said else "feeds.yaml:2: ")


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("storys: 3", "unknown key 'storys' (did you mean 'stories'?)"),
        ("fetch: {}", "`fetch` is for all audiences: write it at the top level"),
        ("stories: many", "`stories` must be a whole number, such as `stories: 12`, not 'many'"),
        ("stories: 0", "`stories` must be at least 1, such as `stories: 12`, not 0"),
        ("stories: true", "`stories` must be a whole number"),
        ("schedule: 0 6 * *", "schedule '0 6 * *' has 4 fields, not five"),
        ("schedule: 0 6,18 * * *", "closes 2 times a day"),
        ("schedule: 0 6 31 2 *", "never comes"),
        ("sections: [Wrold]", "unknown section 'Wrold' (did you mean 'World'?)"),
        ("sections: [Sport]", "unknown section 'Sport'; the feeds have World"),
        ("sections: World", "`sections` must be a list, such as `sections: [World, Canada]`, not 'World'"),
        ("sections: [World, 5]", "item 2 of `sections` must be text, not 5"),
        ("languages: [english]", "unknown language 'english' (did you mean 'en'?)"),
        ("languages: [en_CA]", "unknown language 'en_CA' (did you mean 'en'?)"),
        ("max_age: 3", "`max_age` must be text, such as `max_age: 3 days`, not 3"),
        ("max_age: 3 dais", "`max_age` has the unknown unit 'dais' (did you mean 'days'?)"),
        ("max_age: three days", "`max_age` must be a number and its unit, such as '3 days'"),
        ("max_age: 1 second", "`max_age` must be from 1 hour to 3650 days"),
        ("deadline: 2 weeks", "`deadline` must be 12 hours at most"),
        ("length: two pages", "`length` must be a number of pages or minutes"),
        ("paper: A4", "`paper` must be letter, a4, a5 or ereader, not 'A4' (did you mean 'a4'?)"),
        ("formats: [pfd]", "item 1 of `formats` must be html, pdf, epub or md, not 'pfd' (did you mean 'pdf'?)"),
        ("quiet: maybe", "`quiet` must be send, skip or hold, not 'maybe'"),
        ("template: ../x", "`template` must be the name of a folder in templates/"),
        ('marking: "a\\nb"', "`marking` must be one line of text"),
        ("alert: ops", "`alert` must be an address with its scheme"),
        ("heartbeat: ntfy://x", "`heartbeat` must be an address that begins with http:// or https://"),
        ("extends: evning", "extends the unknown audience 'evning' (did you mean 'evening'?)"),
        ("extends: board", "extends itself: 'board' → 'board'"),
        ("timezone: Mars", "unknown zone 'Mars'"),
    ],
)
def test_a_mistake_of_an_audience_says_whose_it_is(mistakes: Find, option: str, said: str) -> None:
    (found,) = mistakes(f"{FEED}audiences:\n  evening: {{}}\n  board:\n    {option}\n")
    assert found.startswith("feeds.yaml:5: audience 'board'")
    assert said in found


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ("folder", "a channel must be a mapping, such as `- folder: /srv/briefings`"),
        ("foldr: /x", "unknown channel 'foldr' (did you mean 'folder'?): folder, email, notify, webhook, command"),
        ("{folder: /x, notify: 'ntfy://x/y'}", "must be one channel: begin a new '-' for each"),
        ("{folder: }", "`folder` says nothing: where to?"),
        ("folder: 5", "`folder` must be text, such as `folder: /srv/briefings` or"),
        ("folder: {path: /x, lates: true}", "unknown key 'lates' (did you mean 'latest'?)"),
        ("email: {to: nobody, from: a@b.example, smtp: smtp://x}", "`to` must be a mail address"),
        ("email: {to: [a@b.example, x], from: a@b.example, smtp: smtp://x}", "item 2 of `to` must be a mail address"),
        ("email: {to: {fil: x}, from: a@b.example, smtp: smtp://x}", "unknown key 'fil' (did you mean 'file'?)"),
        ("email: {to: a@b.example, smtp: smtp://x}", "`from` is missing, such as `from: briefing@example.org`"),
        ("email: {to: a@b.example, from: a@b.example, smtp: mail}", "`smtp` must begin with smtp:// or smtps://"),
        (
            "email: {to: a@b.example, from: a@b.example, smtp: smtp://x, attach: [epub]}",
            "attaches 'epub', which `formats`",
        ),
        ("email: {to: a@b.example, from: a@b.example, smtp: smtp://x, body: rtf}", "`body` must be html or text"),
        ("notify: desk", "`notify` must be an address with its scheme"),
        ("webhook: https://x.example", "`webhook` must be a mapping (keys and values), such as `webhook: {url:"),
        ("command: rclone copy", "`command` must be a list, such as `command: [rclone"),
        ("command: []", "`command` must not be empty"),
        ("command: [head, 5]", "item 2 of `command` must be text"),
    ],
)
def test_a_mistake_of_a_channel_says_which(mistakes: Find, channel: str, said: str) -> None:
    text = f"{FEED}audiences:\n  board:\n    deliver:\n      - notify: ntfy://example.org/x\n      - {channel}\n"
    found = mistakes(text)
    assert any(one.startswith("feeds.yaml:6: audience 'board', deliver 2: ") and said in one for one in found), found


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        ("5", "a feed must be an address, such as `- https://feeds.example.org/world.xml`, or a mapping with `url:`"),
        ("ftp://example.org/x", "must be an address that begins with http:// or https://"),
        ("https:///x", "is no whole address: a host is missing"),
        ("https://exa mple.org/x", "is no whole address"),
        ("https://example.org:99999/", "look at its host and port"),
        ("'https://example.org/${my-var}'", "a '${' that names no variable"),
        ("{name: X}", "`url` is missing, such as `url: https://news.example.org/atom`"),
        ("{url: https://b.example/x, kind: reprot}", "not 'reprot' (did you mean 'report'?)"),
        ("{url: https://b.example/x, id: a/b}", "`id` must be letters, digits"),
        ("{url: https://b.example/x, max_entries: 0}", "`max_entries` must be at least 1"),
        ("{url: https://b.example/x, headers: {'X Y': z}}", "must have the name of an HTTP header"),
        ("{url: https://b.example/x, headers: [a]}", "`headers` must be a mapping"),
        ("{url: https://b.example/x, secton: World}", "unknown key 'secton' (did you mean 'section'?)"),
        ("http://www.example.org/feed/", "the same address as feed 1 in line 2: remove one"),
        ("{url: https://b.example/x, id: example.org-feed}", "the same id 'example.org-feed' as feed 1 in line 2"),
    ],
)
def test_a_mistake_of_a_feed_says_which(mistakes: Find, feed: str, said: str) -> None:
    (found,) = mistakes(f"feeds:\n  - https://example.org/feed\n  - {feed}\n")
    assert found.startswith("feeds.yaml:3: feed 2")
    assert said in found


@pytest.mark.parametrize("text", ["title: x\n", "feeds:\n", "feeds: []\n"])
def test_without_feeds_the_two_lines_to_write_are_shown(mistakes: Find, text: str) -> None:
    assert mistakes(text) == (
        "feeds.yaml:1: no feeds: write `feeds:` and below it a line `  - https://feeds.example.org/world.xml`",
    )


def test_every_mistake_is_told_at_once_in_the_order_of_lines(mistakes: Find) -> None:
    found = mistakes(
        "titel: x\nplace: Otawa\nplace: Ottawa\nfeeds:\n  - {url: ftp://x, section: World}\n  - https://a.example/x\n"
        "  - https://a.example/x\naudiences:\n  b: {sections: [Wrold], stories: x, extends: c}\n  c: {extends: b}\n"
    )
    assert [int(one.split(":")[1]) for one in found] == [1, 2, 3, 5, 7, 9, 9, 9, 10]
    assert all(one.startswith("feeds.yaml:") for one in found)


def test_a_circle_of_audiences_is_shown_whole(mistakes: Find) -> None:
    found = mistakes(FEED + "audiences: {a: {extends: b}, b: {extends: c}, c: {extends: a}, d: {extends: a}}\n")
    assert len(found) == 3
    assert "audience 'a': extends itself: 'a' → 'b' → 'c' → 'a'" in found[0]


def test_no_secret_is_in_any_message(mistakes: Find) -> None:
    found = mistakes(
        "archive: mysql://u:hunter2@db/x\nsummarizer: {model: m, base_url: hunter2, api_key: [hunter2]}\nfeeds:\n"
        "  - ftp://u:hunter2@a.example/x\n  - {url: 'https://u:hunter2@b.example/x?key=hunter2', kind: x, id: 'hunter2@'}\n"
        "  - {url: https://c.example/x, headers: {Authorization: [hunter2]}}\n"
        "audiences:\n  a:\n    alert: hunter2\n    heartbeat: hunter2\n    deliver:\n      - ntfy://hunter2@x\n"
        "      - email: {to: hunter2, from: hunter2, smtp: 'pop://u:hunter2@x', subject: [hunter2]}\n"
        "      - webhook: {url: hunter2, secret: [hunter2], https://hunter2@x: y}\n      - notify: [hunter2]\n"
    )
    assert len(found) >= 15
    assert "hunter2" not in "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "summarizer: {model: m, base_url: http://x, api_key: 8675309}\n",
        "audiences: {a: {deliver: [{webhook: {url: https://x.example, secret: 8675309}}, {notify: 8675309}]}}\n",
        "audiences: {a: {alert: 8675309, heartbeat: 8675309}}\n",
        "units: https://x.example/?key=8675309\n",
        "timezone: u:8675309@host\n",
        "workers: 8675309\n",
        "? [https://u:8675309@x.example]\n: y\n",
        "https://u:8675309@x.example: y\n",
    ],
)
def test_a_secret_of_the_wrong_type_or_in_the_wrong_place_is_not_shown_either(mistakes: Find, text: str) -> None:
    assert "8675309" not in "\n".join(mistakes(FEED + text))


def test_a_mail_attaches_only_what_its_audience_makes_or_takes_from_another(mistakes: Find) -> None:
    mail = "deliver: [email: {to: a@b.example, from: a@b.example, smtp: smtp://x, attach: [pdf, json]}]"
    (found,) = mistakes(FEED + f"audiences:\n  a: {{formats: [html]}}\n  b: {{extends: a, {mail}}}\n  c: {{{mail}}}\n")
    assert found.startswith("feeds.yaml:4: audience 'b', deliver 1: attaches 'pdf', which `formats` does not have")


def test_a_message_never_speaks_the_validators_jargon(mistakes: Find) -> None:
    found = mistakes(
        "feeds: 5\ntitle: []\nfetch: []\naudiences: {a: {stories: [], deliver: {}, place: 5}}\nsample: 1\n"
    )
    assert not re.search(r"[Ii]nput should|valid |dictionary|instance|NoneType|Literal|‹", "\n".join(found))


def test_aliases_that_multiply_are_refused_before_they_do(mistakes: Find) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert "more than 200,000 values" in mistakes("\n".join(rows))[-1]
    assert "deep" in mistakes("feeds: &a [*a]\n")[-1]
    assert mistakes("feeds: &a {<<: [*a, *a]}\n")
