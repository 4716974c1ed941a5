"""Whom the house listens to: feeds brought in from an OPML or found behind an address, and feeds let go."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing import config, sample, wire
from briefing.config import feedlist, opml
from briefing.config.fitting import fitting
from briefing.config.identifiers import address_key, feed_id
from briefing.config.secrets import VARIABLE
from briefing.errors import UserError, WireError
from briefing.wire import discovery
from briefing.wire.address import without_tracking
from briefing.wire.charset import decode
from briefing.workers import workers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.config import Settings
    from briefing.config.feedlist import Opened
    from briefing.config.opml import Outline
    from briefing.config.wording import Option
    from briefing.model import Feed
    from briefing.newsroom.house import Clock
    from briefing.wire.discovery import Found

MOST_BYTES = 20_000_000
LONGEST_ADDRESS = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came of bringing feeds in. `notes` is said of feeds that were taken otherwise than they were given."""

    settings: Settings
    added: tuple[Feed, ...] = ()
    already: tuple[Feed, ...] = ()
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def same_feed(url: str) -> str:
    """Give what two addresses of one feed have in common: all but scheme, `www.`, last stroke and tracking."""
    return address_key(without_tracking(url.strip()))


def read_opml(body: bytes, name: str) -> list[Outline]:
    """Give the feeds that an OPML lists. Raises UserError."""
    if len(body) > MOST_BYTES:
        raise UserError(f"{name}: is larger than {MOST_BYTES // 1_000_000} MB: no list of feeds is")
    text = decode(body)
    if not text.strip("\x00 \t\r\n"):
        raise UserError(f"{name}: is empty")
    found = opml.read(text, name)
    if not found:
        raise UserError(f"{name}: lists no feed: no <outline> in it has an xmlUrl")
    return found


def bring_in(file: Opened, outlines: Sequence[Outline], name: str, *, with_secrets: bool = False) -> Brought:
    """Add the feeds of an OPML that are not there yet. What cannot be taken is left out, and said."""
    known = {same_feed(feed.url): feed for feed in file.settings.feeds}
    taken = {feed.id for feed in file.settings.feeds}
    additions: dict[str, dict[str, Option]] = {}
    already: dict[str, Feed] = {}
    left_out, notes = [], []
    for outline in outlines:
        where, key = f"{name}:{outline.line}: {_called(outline)}", same_feed(outline.url)
        if key in known or key in additions:
            already |= {key: known[key]} if key in known else {}
            continue
        feed, refused = fitting(
            {"url": outline.url, "name": outline.name, "section": outline.section} | outline.options
        )
        if why := _unfit(outline.url, refused, with_secrets=with_secrets):
            left_out.append(f"{where}: {why}: left out")
            continue
        notes += [f"{where}: its {option} {why}: taken without it" for option, why in refused.items()]
        notes += [f"{where}: {said}" for said in _named(feed, taken)]
        additions[key] = feed
    settings = feedlist.add(file, list(additions.values()))
    added = tuple(feed for feed in settings.feeds if same_feed(feed.url) in additions)
    return Brought(
        settings=settings, added=added, already=tuple(already.values()), left_out=tuple(left_out), notes=tuple(notes)
    )


def there_already(settings: Settings, url: str) -> Feed | None:
    """Give the feed that lives at an address, if it is one of ours."""
    return next((feed for feed in settings.feeds if same_feed(feed.url) == same_feed(url)), None)


def bring_one(file: Opened, said: Mapping[str, str]) -> Brought:
    """Add one feed, unless it is there already. Raises UserError where anything said of it cannot be written."""
    if there := there_already(file.settings, said["url"]):
        return Brought(settings=file.settings, already=(there,))
    feed = acceptable(file.settings, said)
    taken = {other.id for other in file.settings.feeds}
    _named(feed, taken.copy())
    settings = feedlist.add(file, [feed])
    return Brought(settings=settings, added=tuple(one for one in settings.feeds if one.id not in taken))


def acceptable(settings: Settings, said: Mapping[str, str]) -> dict[str, Option]:
    """Give a feed as it can be written. Raises UserError."""
    feed, refused = fitting(said)
    if refused:
        raise UserError(
            "\n".join(f"{opml.without_userinfo(said[option])}: {option} {why}" for option, why in refused.items())
        )
    for other in settings.feeds:
        if other.id == feed.get("id"):
            raise UserError(f"--id {other.id}: is the id of {other.name or other.url} already: choose another")
    return feed


def find(settings: Settings, address: str, *, clock: Clock, environ: Mapping[str, str]) -> Found:
    """Find the feed behind an address. Raises WireError with what was tried."""
    manners = wire.Manners(**asdict(settings.fetch))
    with ExitStack() as doors:
        hosts = doors.enter_context(sample.on_air(clock)) if settings.sample else {}
        if settings.sample and urlsplit(address).hostname not in hosts:
            raise UserError(
                f"{address}: a workspace with `sample: true` hears the sample outlets only: "
                f"remove `sample: true` from {settings.path} to hear the world"
            )
        place = doors.enter_context(workers("here", prepare=wire.prepare))
        line = doors.enter_context(wire.Line(manners, clock=clock, workers=place, hosts=hosts))
        try:
            return discovery.find(line, address, config.fill(address, environ))
        except WireError as error:
            if "private network" not in str(error):
                raise
            raise WireError(f"{error}\n(`fetch: {{allow_private: true}}` in {settings.path} allows that)") from None


def let_go(file: Opened, names: Sequence[str]) -> tuple[Feed, ...]:
    """Remove feeds by id, address or name. Raises UserError, with nothing removed, where one cannot be told."""
    feeds = file.settings.feeds
    meant = {name: _meant(name, feeds) for name in names}
    wrong = [_unclear(name, found, file.settings) for name, found in meant.items() if len(found) != 1]
    if wrong:
        raise UserError("\n".join(wrong))
    gone = sorted({number for found in meant.values() for number in found})
    feedlist.remove(file, gone)
    return tuple(feeds[number] for number in gone)


def _called(outline: Outline) -> str:
    return f"'{outline.name or outline.section or 'an outline'}'"


def _unfit(url: str, refused: Mapping[str, str], *, with_secrets: bool) -> str:
    """Say why an address from elsewhere is not taken: one that asks for a `${NAME}` would carry a secret of ours away."""
    if not url:
        return "has no xmlUrl"
    scheme, colon, _ = url.partition(":")
    if colon and scheme.isascii() and scheme.isalnum() and scheme.lower() not in {"http", "https"}:
        return f"{scheme[:20]}: is no address of the web"
    if opml.tidy(url, most=LONGEST_ADDRESS) != url:
        return "its address holds signs that cannot be seen, or is too long"
    if VARIABLE.search(url) and not with_secrets:
        return "its address asks for a variable of your environment, which --with-secrets allows"
    return refused.get("url", "")


def _named(feed: dict[str, Option], taken: set[str]) -> list[str]:
    """Give a new feed an id that no other has, if its own is not; say so where it had asked for another."""
    asked, url = str(feed.pop("id", "")), str(feed["url"])
    name = asked if asked and asked not in taken else feedlist.fresh_id(url, taken)
    if name != feed_id(url):
        rest = {key: feed.pop(key) for key in list(feed)}
        feed.update({"url": url, "id": name, **rest})
    taken.add(name)
    return [f"the id '{asked}' is taken: it is '{name}' now"] if asked and asked != name else []


def _meant(name: str, feeds: Sequence[Feed]) -> list[int]:
    """Give the numbers of the feeds that have this id; else this address; else this name."""
    key = same_feed(name)
    ways = (lambda feed: feed.id == name, lambda feed: same_feed(feed.url) == key, lambda feed: feed.name == name)
    found = ([number for number, feed in enumerate(feeds) if is_meant(feed)] for is_meant in ways)
    return next(filter(None, found), [])


def _unclear(name: str, found: Sequence[int], settings: Settings) -> str:
    if found:
        ids = ", ".join(settings.feeds[number].id for number in found)
        return f"'{name}': {len(found)} feeds of {settings.path} have this name: say which by id: {ids}"
    words = [word for feed in settings.feeds for word in (feed.name, feed.id) if word]
    shown = [feed.name or feed.id for feed in settings.feeds]
    holding = [word for word in shown if name.casefold() in word.casefold()][:3]
    hint = config.did_you_mean(name, words) or (
        f" (did you mean {' or '.join(map(repr, holding))}?)" if holding else ""
    )
    return f"'{name}': no feed of {settings.path} has this id, address or name{hint}; `briefing feeds list` shows them"
