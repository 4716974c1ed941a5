"""What came of asking for pictures. A picture is known by its address, a plate by the digest of its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from briefing import identity
from briefing.archive.reviving import rows_of
from briefing.archive.tables import lookings
from briefing.archive.tables import plates as table
from briefing.model import Looking, Plate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefing.archive.store import Archive


def keep_looked(archive: Archive, looked: Sequence[Looking], at: dt.datetime) -> None:
    """Take in what came of asking for pictures, in one commit; a plate that is held is not kept twice."""
    if not looked:
        return
    with archive.writing(at) as writer:
        bodies = {
            plate.digest: (plate, body) for one in looked for plate, body in zip(one.plates, one.bodies, strict=True)
        }
        held = {row.digest for row in rows_of(writer.connection, sa.select(table.c.digest), table.c.digest, bodies)}
        fresh = [
            {"digest": name, "width": plate.width, "height": plate.height, "body": body}
            for name, (plate, body) in sorted(bodies.items())
            if name not in held
        ]
        if fresh:
            writer.execute(sa.insert(table), fresh)
        rows = [
            {
                "picture": _name(one.url),
                "commit": writer.commit,
                "at": one.at,
                "plates": bytes.fromhex("".join(plate.digest for plate in one.plates)),
                "cause": one.cause,
            }
            for one in looked
        ]
        writer.execute(sa.insert(lookings), rows)


def looked_at(archive: Archive, urls: Sequence[str]) -> tuple[Looking, ...]:
    """Give all that ever came of asking for these pictures, oldest first, without the plates' bodies."""
    names = {_name(url): url for url in urls}
    with archive.reading() as connection:
        rows = sorted(
            rows_of(connection, sa.select(lookings), lookings.c.picture, names), key=lambda row: int(row.number)
        )
        digests = sorted({name for row in rows for name in _plates_of(row.plates)})
        sizes = sa.select(table.c.digest, table.c.width, table.c.height)
        known = {
            row.digest: Plate(digest=row.digest, width=row.width, height=row.height)
            for row in rows_of(connection, sizes, table.c.digest, digests)
        }
    return tuple(
        Looking(
            url=names[row.picture],
            at=row.at,
            plates=tuple(known[name] for name in _plates_of(row.plates) if name in known),
            cause=row.cause,
        )
        for row in rows
    )


def plates(archive: Archive, digests: Sequence[str]) -> dict[str, bytes]:
    """Give the bytes of plates by their digests; what is no longer there is left out."""
    query = sa.select(table.c.digest, table.c.body)
    with archive.reading() as connection:
        return {row.digest: bytes(row.body) for row in rows_of(connection, query, table.c.digest, digests)}


def _name(url: str) -> str:
    """Name a picture by its address: an index of PostgreSQL's takes no text as long as an address may be."""
    return identity.digest_of_bytes(url.encode())


def _plates_of(body: bytes) -> list[str]:
    digits, text = 2 * identity.DIGEST_BYTES, bytes(body).hex()
    return [text[start : start + digits] for start in range(0, len(text), digits)]
