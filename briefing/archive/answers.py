"""What language models answered, or that they did not: only ever added, and read ever after instead of asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from briefing import identity
from briefing.archive.feeds import CHUNK
from briefing.archive.tables import answers as table
from briefing.model import Answer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefing.archive.store import Archive


def keep_answers(archive: Archive, answers: Sequence[Answer], at: dt.datetime) -> None:
    """Take in what came of asking, in one commit."""
    if not answers:
        return
    with archive.writing(at) as writer:
        rows = [
            {
                "wanted": answer.wanted,
                "digest": identity.digest(answer),
                "commit": writer.commit,
                "at": answer.at,
                "cause": answer.cause,
                "body": identity.pack(answer.text.encode()),
            }
            for answer in answers
        ]
        writer.execute(sa.insert(table), rows)


def answers_to(archive: Archive, wanted: Sequence[str]) -> tuple[Answer, ...]:
    """Give every answer that was ever had to these, by the digest of what was asked, oldest first."""
    found: list[tuple[int, Answer]] = []
    with archive.reading() as connection:
        for start in range(0, len(wanted), CHUNK):
            query = sa.select(table).where(table.c.wanted.in_(wanted[start : start + CHUNK]))
            found += [(row.number, _answer(row)) for row in connection.execute(query)]
    return tuple(answer for _, answer in sorted(found, key=lambda pair: pair[0]))


def _answer(row: sa.Row[tuple[object, ...]]) -> Answer:
    return Answer(wanted=row.wanted, at=row.at, cause=row.cause, text=identity.unpack(row.body).decode())
