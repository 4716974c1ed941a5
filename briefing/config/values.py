"""The kinds of text that feeds.yaml holds, each checked on its own: addresses, durations, zones, locales, cities.

A check takes the text as written and gives it back, or raises `Unfit` with what is wrong in plain words.
"""

from __future__ import annotations

import re
import zoneinfo
from functools import cache
from importlib.metadata import entry_points
from urllib.parse import urlsplit

from briefing.config import places
from briefing.config.mistakes import did_you_mean, shown
from briefing.model import Length
from briefing.schedule import ScheduleError
from briefing.schedule import parse as parse_schedule

VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
FEED_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
MAILBOX = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+")
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 7 * 86400}
LONGEST_NAME = 100
LONGEST_TEXT = 4000


class Unfit(ValueError):  # noqa: N818 - read as a sentence: "raise Unfit(…)"
    """A value that cannot be used; the message says why and how to write it."""


def line_of_text(text: str) -> str:
    """Accept a text of one line, as it may stand in a heading or a mail's subject."""
    if CONTROL.search(text):
        raise Unfit("must be one line of text, without control characters")
    if len(text) > LONGEST_TEXT:
        raise Unfit(f"must be shorter than {LONGEST_TEXT} characters")
    return text


def printed_text(text: str) -> str:
    """Accept a line that may be printed: a `${NAME}` there would print a secret."""
    if VARIABLE.search(text):
        raise Unfit("cannot hold ${NAME}: it is printed, and secrets are not; write the text itself")
    return line_of_text(text)


def secret_text(text: str) -> str:
    """Accept a line that may hold `${NAME}`, well written."""
    if "${" in VARIABLE.sub("", text):
        raise Unfit("holds a '${' that names no variable: write ${NAME}, of letters, digits and _")
    return line_of_text(text)


def filled_text(text: str) -> str:
    """Accept a line that may hold `${NAME}` and is not empty."""
    if not text.strip():
        raise Unfit("must not be empty")
    return secret_text(text)


def name(text: str) -> str:
    """Accept an audience's name: it names files, a folder and an address."""
    if not NAME.fullmatch(text) or len(text) > LONGEST_NAME:
        slug = re.sub(r"[^a-z0-9_-]+", "-", text.casefold()).strip("-_")[:LONGEST_NAME]
        hint = f" (did you mean '{slug}'?)" if NAME.fullmatch(slug) and slug != text else ""
        raise Unfit(f"must be named with small letters, digits, - and _, because it names files{hint}")
    return text


def feed_id(text: str) -> str:
    """Accept a feed's id."""
    if not FEED_ID.fullmatch(text) or len(text) > LONGEST_NAME:
        raise Unfit("must be letters, digits, '.', '-' and '_', at most 100")
    return text


def template(text: str) -> str:
    """Accept the name of a folder of templates, which is no path."""
    if text and (not FEED_ID.fullmatch(text) or len(text) > LONGEST_NAME):
        raise Unfit("must be the name of a folder in templates/, without '/'")
    return text


def http_url(text: str) -> str:
    """Accept an http or https address; `${NAME}` may stand for any part after the scheme."""
    secret_text(text)
    plain = VARIABLE.sub("x", text)
    try:
        parts = urlsplit(plain)
        host, port = parts.hostname, parts.port if not VARIABLE.search(parts.netloc) else None
    except ValueError:
        raise Unfit("is no address that can be asked: look at its host and port") from None
    if parts.scheme not in {"http", "https"} or "://" not in text:
        raise Unfit("must be an address that begins with http:// or https://")
    if not host or port == 0 or re.search(r"[\s<>\"\\^`{|}]", plain):
        raise Unfit("is no whole address: a host is missing, or it holds a blank or a sign that must be written %XX")
    return text


def any_url(text: str) -> str:
    """Accept an address of any kind (Apprise knows many), or one that is a `${NAME}`."""
    secret_text(text)
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*://?.", text) and not VARIABLE.match(text):
        raise Unfit("must be an address with its scheme, such as ntfy://ntfy.example.org/desk")
    return text


def smtp_url(text: str) -> str:
    """Accept a mail server's address."""
    secret_text(text)
    if not re.match(r"smtps?://.", text) and not VARIABLE.match(text):
        raise Unfit("must begin with smtp:// or smtps://, such as smtps://user:${SMTP_PASSWORD}@mail.example.org")
    return text


def mailbox(text: str) -> str:
    """Accept `desk@example.org` or `The Desk <desk@example.org>`."""
    secret_text(text)
    bare = re.fullmatch(r"[^<>]*<([^<>]*)>", text)
    address = (bare[1] if bare else text).strip()
    if not MAILBOX.fullmatch(address) and not VARIABLE.fullmatch(address):
        raise Unfit('must be a mail address, such as desk@example.org or "The Desk <desk@example.org>"')
    return text


def header_name(text: str) -> str:
    """Accept the name of an HTTP header."""
    if not TOKEN.fullmatch(text):
        raise Unfit("must have the name of an HTTP header, such as Authorization")
    return text


def archive(text: str) -> str:
    """Accept where the archive lives."""
    secret_text(text)
    if VARIABLE.match(text) or re.match(r"sqlite:///.|postgresql\+psycopg://.", text):
        return text
    hint = " (did you mean 'postgresql+psycopg://…'?)" if re.match(r"(postgres|pg|psql)", text, re.IGNORECASE) else ""
    hint = hint or (" (did you mean 'sqlite:///…', with three strokes?)" if text.lower().startswith("sqlite") else "")
    raise Unfit(f"must begin with sqlite:/// or postgresql+psycopg://{hint}")


def workers(text: str) -> str:
    """Accept where work runs."""
    secret_text(text)
    if text in {"here", "cores"} or re.fullmatch(r"dask://\S+", text) or VARIABLE.match(text):
        return text
    near = did_you_mean(text, ("here", "cores"))
    raise Unfit(f"must be here, cores or dask://HOST:8786, not {shown(text)}{near}")


def summarizer(text: str) -> str:
    """Accept the name of a plug-in that asks a language model."""
    known = sorted({entry.name for entry in entry_points(group="briefing.summarizers")} | {"openai"})
    if text not in known:
        raise Unfit(f"unknown summarizer {shown(text)}{did_you_mean(text, known)}: {', '.join(known)}")
    return text


def seconds(text: str) -> int:
    """Read `3 days`, `90 seconds`, `1 week` as seconds."""
    match = re.fullmatch(r"\s*(\d{1,6})\s*([A-Za-z]+)\s*", text, re.ASCII)
    if not match:
        raise Unfit(f"must be a number and its unit, such as '3 days' or '90 seconds', not {shown(text)}")
    unit = match[2].lower().removesuffix("s")
    if unit not in SECONDS:
        near = did_you_mean(match[2], (f"{word}s" for word in SECONDS))
        raise Unfit(f"has the unknown unit {shown(match[2])}{near}: seconds, minutes, hours, days or weeks")
    return int(match[1]) * SECONDS[unit]


def deadline(text: str) -> str:
    """Accept how long before the hour collecting ends."""
    if seconds(text) > 12 * 3600:
        raise Unfit("must be 12 hours at most")
    return text


def max_age(text: str) -> str:
    """Accept the age after which something is no news."""
    if not 3600 <= seconds(text) <= 3650 * 86400:
        raise Unfit("must be from 1 hour to 3650 days")
    return text


def length(text: str) -> Length:
    """Read `2 pages` or `5 minutes`."""
    match = re.fullmatch(r"\s*(\d{1,4})\s*(page|minute)s?\s*", text, re.ASCII | re.IGNORECASE)
    if not match or not 1 <= int(match[1]) <= 500:
        raise Unfit(
            f"must be a number of pages or minutes up to 500, such as '2 pages' or '5 minutes', not {shown(text)}"
        )
    return Length(amount=int(match[1]), unit="pages" if match[2].lower() == "page" else "minutes")


def length_text(text: str) -> str:
    """Accept a length."""
    length(text)
    return text


def city(text: str) -> str:
    """Accept the name of a city that the table knows."""
    if places.find(text) is None:
        raise Unfit(places.unknown(text))
    return text


def schedule(text: str) -> str:
    """Accept a cron line."""
    if len(text) > LONGEST_NAME:
        raise Unfit("must be five fields (minute hour day month weekday), such as '0 6 * * *'")
    try:
        parse_schedule(text)
    except ScheduleError as error:
        raise Unfit(f"schedule {error}") from None
    return text


@cache
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones() - {"Factory", "localtime"})


def timezone(text: str) -> str:
    """Accept an IANA zone."""
    if text not in _zones():
        last = {zone.rpartition("/")[2]: zone for zone in sorted(_zones())}
        near = did_you_mean(text, _zones(), cutoff=0.75)
        known = last.get(text.replace(" ", "_")) if not near else None
        near = f" (did you mean '{known}'?)" if known else near
        raise Unfit(f"unknown zone {shown(text)}{near}: a name of the IANA table, such as America/Toronto or UTC")
    return text


def locale(text: str) -> str:
    """Accept a locale, with `_` or `-`; give it as Babel writes it."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - imported where a file is read: --help stays fast
    from babel.localedata import locale_identifiers  # noqa: PLC0415 - likewise

    try:
        return str(Locale.parse(text.strip().replace("-", "_")))
    except (UnknownLocaleError, ValueError, TypeError):
        near = did_you_mean(text.replace("-", "_"), locale_identifiers())
        raise Unfit(f"unknown locale {shown(text)}{near}: a language and a country, such as en_CA") from None


def language(text: str) -> str:
    """Accept a language's code."""
    from babel import Locale  # noqa: PLC0415 - imported where a file is read: --help stays fast

    known = dict(Locale("en").languages.items())
    if re.fullmatch(r"[a-z]{2,3}", text) and text in known:
        return text
    codes = {spoken.casefold(): code for code, spoken in known.items() if code.isalpha()}
    code = codes.get(text.casefold()) or (text[:2].lower() if re.fullmatch(r"[A-Za-z]{2}([_-]\w+)?", text) else "")
    near = f" (did you mean '{code}'?)" if code in known else ""
    raise Unfit(f"unknown language {shown(text)}{near}: two or three small letters, such as en or fr")
