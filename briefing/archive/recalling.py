"""What has become of the texts that earlier editions told: as the predecessor knew them, and what was heard since.

The predecessor's memory names them; no other edition is looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from briefing.archive.asking import GONE
from briefing.archive.reviving import heard_of, rows_of, texts_of
from briefing.archive.tables import entries, readings
from briefing.model import Recalled

if TYPE_CHECKING:
    from briefing.model import Predecessor, ToldText

Rows = dict[str, list[sa.Row[Any]]]


def recall(
    connection: sa.Connection, predecessor: Predecessor | None, known: int
) -> tuple[tuple[Recalled, ...], list[int]]:
    """Give the texts of a predecessor's memory, by name, and the commits in which their changes were heard."""
    if predecessor is None or not predecessor.memory:
        return (), []
    told = {text.entry: text for story in predecessor.memory for text in story.texts}
    lasting = {row.digest: row.identity for row in rows_of(connection, _names(), entries.c.digest, told)}
    versions = _by_identity(connection, sa.select(entries), entries.c.identity, lasting, known)
    read = _by_identity(connection, sa.select(readings), readings.c.identity, lasting, known)
    changes = {name: _Change(versions[lasting[name]], read.get(lasting[name], []), predecessor) for name in lasting}
    wanted = {digest for change in changes.values() for digest in change.articles()}
    wanted |= {told[name].article for name in lasting}
    texts = texts_of(connection, sorted(wanted))
    recalled = (changes[name].recalled(told[name], texts) for name in sorted(lasting))
    return tuple(recalled), [commit for change in changes.values() for commit in change.commits()]


def _names() -> sa.Select[Any]:
    return sa.select(entries.c.digest, entries.c.identity)


def _by_identity(
    connection: sa.Connection, query: sa.Select[Any], column: sa.Column[Any], lasting: dict[str, str], known: int
) -> Rows:
    """Give what was said or read under each lasting name by a commit, oldest first."""
    table = query.get_final_froms()[0].c
    found: Rows = {}
    for row in rows_of(connection, query.where(table.commit <= known), column, lasting.values()):
        found.setdefault(row.identity, []).append(row)
    return {name: sorted(rows, key=lambda row: row.number) for name, rows in found.items()}


class _Change:
    """The versions of one entry and the readings of its page, before the predecessor was made and since."""

    def __init__(self, versions: list[sa.Row[Any]], read: list[sa.Row[Any]], predecessor: Predecessor) -> None:
        self.versions = versions
        then = predecessor.known
        self.was = [row for row in versions if row.commit <= then][-1:]
        self.now = [row for row in versions if row.commit > then][-1:]
        self.read = [row for row in read if row.commit <= then and row.article][-1:]
        later = [row for row in read if row.commit > then and (row.article or row.cause in GONE)][-1:]
        self.reread = [row for row in later if row.article and row.article != (self.read and self.read[0].article)]
        self.gone = [row for row in later if not row.article and self.read]

    def articles(self) -> list[str]:
        return [row.article for row in (*self.read, *self.reread)]

    def commits(self) -> list[int]:
        return [row.commit for row in (*self.now, *self.reread, *self.gone)]

    def recalled(self, told: ToldText, texts: dict[str, Any]) -> Recalled:
        as_told = texts.get(told.article)
        article = texts.get(self.read[0].article) if self.read else as_told
        return Recalled(
            told=told,
            heard=heard_of((self.was or self.versions)[0]),
            article=article,
            now=heard_of(self.now[0]) if self.now else None,
            after=(self.reread[0].article, texts[self.reread[0].article]) if self.reread else None,
            gone=self.gone[0].cause if self.gone else "",
        )
