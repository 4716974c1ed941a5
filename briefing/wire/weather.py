"""The temperature, from Open-Meteo's interfaces: the forecast's for the last days, the archive's for earlier ones."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from briefing.model import Observation

if TYPE_CHECKING:
    from briefing.model import Place

RECENT = dt.timedelta(days=5)  # the archive interface lags behind by about so much
COLDEST, HOTTEST = -95.0, 62.0  # degrees Celsius: beyond what was ever measured near the ground


class NoTemperature(Exception):  # noqa: N818 - it carries a cause to the round's report, and is no error of anybody's
    """The answer holds no temperature for this hour; `str()` says why."""


def address(place: Place, at: dt.datetime, *, forecast: str, archive: str, now: dt.datetime) -> str:
    """Give the address that knows the temperature at a moment."""
    day = at.astimezone(dt.UTC).date().isoformat()
    where = {"latitude": f"{place.latitude:.4f}", "longitude": f"{place.longitude:.4f}"}
    query = urlencode(where | {"hourly": "temperature_2m", "start_date": day, "end_date": day, "timezone": "GMT"})
    base, path = (archive, "archive") if now - at > RECENT else (forecast, "forecast")
    return f"{base.rstrip('/')}/v1/{path}?{query}"


def observation(body: bytes, place: Place, at: dt.datetime, source: str) -> Observation:
    """Read the hourly value at the whole hour at or before a moment. Raises NoTemperature."""
    hour = at.astimezone(dt.UTC).replace(minute=0, second=0, microsecond=0)
    try:
        hourly = json.loads(body)["hourly"]
        celsius = dict(zip(hourly["time"], hourly["temperature_2m"], strict=True)).get(f"{hour:%Y-%m-%dT%H:%M}")
    except (ValueError, KeyError, TypeError) as error:
        raise NoTemperature("the answer could not be understood") from error
    if isinstance(celsius, bool) or not isinstance(celsius, int | float) or not COLDEST <= celsius <= HOTTEST:
        raise NoTemperature(f"nothing is known of {hour:%Y-%m-%d %H:%M} UTC")
    return Observation(
        latitude=place.latitude, longitude=place.longitude, at=hour, celsius=float(celsius), source=source
    )
