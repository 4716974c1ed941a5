"""The commands about feeds: bringing them in and out as OPML, finding, listing and removing them."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import config
from briefing.cli.streams import say
from briefing.cli.terminal import clock_of, facts, settings_of
from briefing.config import feedlist, opml
from briefing.errors import UserError, WireError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from briefing.config import Settings
    from briefing.config.feedlist import Opened
    from briefing.model import Feed
    from briefing.newsroom.subscriptions import Brought
    from briefing.wire.discovery import Found

INCOMPLETE = 3
MOST_TOLD = 20
SECRET = re.compile(r"[?&]([\w.-]*(?:token|key|secret|pass|auth|sig|hash)[\w.-]*)=(?!\$\{)", re.IGNORECASE)


def import_(asked: argparse.Namespace) -> int:
    """Add the feeds that an OPML lists."""
    from briefing.newsroom import subscriptions  # noqa: PLC0415 - stands on the client, which a list does not need

    file = _opened(asked)
    name = "standard input" if asked.file == "-" else asked.file
    outlines = subscriptions.read_opml(_bytes(asked.file, subscriptions.MOST_BYTES + 1), name)
    brought = subscriptions.bring_in(file, outlines, name, with_secrets=asked.with_secrets)
    if asked.json:
        facts(_brought_facts(brought) | {"left_out": list(brought.left_out), "notes": list(brought.notes)})
    else:
        print(_import_line(brought))
    _tell(brought.left_out)
    _tell(brought.notes)
    _tell_unprinted(brought)
    return INCOMPLETE if brought.left_out else 0


def export(asked: argparse.Namespace) -> int:
    """Print the feeds as OPML."""
    settings = settings_of(asked, os.environ)
    text = opml.write(settings.feeds, title=settings.title, now=clock_of(settings)())
    if asked.json:
        facts({"opml": text, "feeds": len(settings.feeds)})
    elif "utf" in (sys.stdout.encoding or "").lower():
        print(text, end="")
    else:  # references say in ASCII what such an output could not
        print(text.encode("ascii", "xmlcharrefreplace").decode(), end="")
    for feed in settings.feeds:
        if settings.headers.get(feed.id) or opml.without_userinfo(feed.url) != feed.url:
            say(f"feed {feed.id}: its headers, user and password are not exported")
        if found := SECRET.search(feed.url):
            say(
                f"feed {feed.id}: its address holds `{found[1]}=…` as it stands: if that is a secret, write ${{NAME}} there"
            )
    return 0


def add(asked: argparse.Namespace) -> int:
    """Find the feed behind an address and add it."""
    from briefing.newsroom import subscriptions  # noqa: PLC0415 - as above

    file = _opened(asked)
    address, plainly = _address(asked.url)
    said = {"id": asked.id, "name": asked.name, "section": asked.section}
    found, there = None, subscriptions.there_already(file.settings, address)
    if there:
        brought = subscriptions.Brought(settings=file.settings, already=(there,))
    else:
        subscriptions.acceptable(file.settings, said | {"url": address})  # before the world is asked
        found = _found(file.settings, address, plainly)
        name = asked.name or opml.tidy(found.title.replace("${", "$ {"))
        brought = subscriptions.bring_one(file, said | {"url": found.url, "name": name})
    others = found.others if found else ()
    if asked.json:
        listed = [{"url": other.url, "title": other.title} for other in others]
        facts(_brought_facts(brought) | {"title": found.title if found else "", "others": listed})
        return 0
    for feed in brought.added:
        print(f"{file.path}: added {_line(feed)}")
    for feed in brought.already:
        print(f"{file.path}: has it already: {_line(feed)}")
    _tell([f"the page names another: {other.url}  {other.title}".rstrip() for other in others])
    _tell_unprinted(brought)
    return 0


def list_(asked: argparse.Namespace) -> int:
    """List the feeds."""
    settings = settings_of(asked, os.environ)
    if asked.json:
        facts([_facts(feed) for feed in settings.feeds])
        return 0
    rows = [(feed.id, feed.name or "(its own title)", feed.section or "–", _shown(feed)) for feed in settings.feeds]
    widths = [min(40, max(len(row[column]) for row in rows)) for column in range(3)]
    for row in rows:
        print("  ".join((*(text.ljust(width) for text, width in zip(row, widths, strict=False)), row[3])))
    return 0


def remove(asked: argparse.Namespace) -> int:
    """Remove feeds."""
    from briefing.newsroom import subscriptions  # noqa: PLC0415 - as above

    file = _opened(asked)
    gone = subscriptions.let_go(file, asked.names)
    if asked.json:
        facts({"config": asked.config, "removed": [_facts(feed) for feed in gone]})
        return 0
    for feed in gone:
        print(f"{file.path}: removed {_line(feed)}")
    return 0


def _opened(asked: argparse.Namespace) -> Opened:
    return feedlist.opened(Path(asked.config), os.environ)


def _bytes(name: str, most: int) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(most)
    try:
        with Path(name).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise UserError(f"{name}: cannot be read: {error.strerror}") from error


def _found(settings: Settings, address: str, plainly: str) -> Found:
    """Find the feed behind an address, or behind the same one without TLS where nobody had asked for that."""
    from briefing.newsroom import subscriptions  # noqa: PLC0415 - as above

    try:
        return subscriptions.find(settings, address, clock=clock_of(settings), environ=os.environ)
    except WireError:
        if not plainly:
            raise
        with suppress(WireError):  # what is told is why the safer one failed
            return subscriptions.find(settings, plainly, clock=clock_of(settings), environ=os.environ)
        raise


def _address(text: str) -> tuple[str, str]:
    """Take what people type for an address: without https://, or as `feed:`; then the same without TLS, to be tried next."""
    text = re.sub(r"^feed:(?://)?(?=https?://)", "", text.strip(), flags=re.IGNORECASE)
    text = re.sub(r"^feed://", "https://", text, flags=re.IGNORECASE)
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)", text):
        return f"https://{text}", f"http://{text}"
    if not text.lower().startswith(("http://", "https://")):
        raise UserError(f"{text}: is no address of the web: it must begin with http:// or https://")
    return text, ""


# ── telling ────────────────────────────────────────────────────────────────────────────────────────────────────


def _import_line(brought: Brought) -> str:
    sections = Counter(feed.section for feed in brought.added)
    where = ", ".join(f"{name or 'no section'} {count}" for name, count in sections.items())
    count, there = len(brought.added), len(brought.already)
    added = f"{count} feed{'' if count == 1 else 's'} added" + (f" ({where})" if where else "")
    left = f"; {len(brought.left_out)} left out" if brought.left_out else ""
    return f"{brought.settings.path}: {added}; {there} {'was' if there == 1 else 'were'} there already{left}"


def _brought_facts(brought: Brought) -> dict[str, object]:
    return {
        "config": str(brought.settings.path),
        "added": [_facts(feed) for feed in brought.added],
        "already": [_facts(feed) for feed in brought.already],
        "unprinted": list(_unprinted(brought)),
    }


def _facts(feed: Feed) -> dict[str, object]:
    own = ("label", "kind", "use", "full_text", "max_entries")
    told = {"id": feed.id, "name": feed.name, "section": feed.section, "url": _shown(feed)}
    return told | {name: getattr(feed, name) for name in own}


def _line(feed: Feed) -> str:
    section = f", in {feed.section}" if feed.section else ""
    return f"{feed.name or feed.id} ({feed.id}{section}): {_shown(feed)}"


def _shown(feed: Feed) -> str:
    return opml.without_userinfo(feed.url)


def _unprinted(brought: Brought) -> tuple[str, ...]:
    """Name the sections of what was added that no audience prints."""
    printed = {section for audience in brought.settings.audiences for section in audience.sections}
    return tuple(name for name in dict.fromkeys(feed.section for feed in brought.added) if name not in printed)


def _tell_unprinted(brought: Brought) -> None:
    """Say which new sections nobody will read, and where to add them."""
    for name in _unprinted(brought):
        what = f"section '{name}' is" if name else "feeds without a section are"
        hint = _near(name, brought.settings)
        add_it = f"add {name} to `sections` of an audience" if name else "write `section:` for them"
        say(f"{brought.settings.path}: {what} printed by no audience{hint}: {add_it}")


def _near(name: str, settings: Settings) -> str:
    return config.did_you_mean(name, {section for audience in settings.audiences for section in audience.sections})


def _tell(lines: Sequence[str]) -> None:
    """Say some lines, and how many more there are."""
    for line in lines[:MOST_TOLD]:
        say(line)
    if len(lines) > MOST_TOLD:
        say(f"… and {len(lines) - MOST_TOLD} more (--json gives all)")
