"""Dates in words and in the forms that feedparser misreads: month names of eight languages, zones by name, epochs."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

_MONTHS = {  # by their first three letters, accents gone: English, French, German, Spanish, Italian, Portuguese, Dutch, Nordic
    **dict.fromkeys(("jan", "gen", "ene"), 1),
    **dict.fromkeys(("feb", "fev"), 2),
    **dict.fromkeys(("mar", "maa", "mrz"), 3),
    **dict.fromkeys(("apr", "avr", "abr"), 4),
    **dict.fromkeys(("may", "mai", "mag", "mei", "maj"), 5),
    **dict.fromkeys(("jun", "giu"), 6),
    **dict.fromkeys(("jul", "lug"), 7),
    **dict.fromkeys(("aug", "aou", "ago"), 8),
    **dict.fromkeys(("sep", "set"), 9),
    **dict.fromkeys(("oct", "okt", "ott", "out"), 10),
    "nov": 11,
    **dict.fromkeys(("dec", "dez", "dic", "des"), 12),
}
_FRENCH = {"juin": 6, "juil": 7}
_ZONES = {  # hours from UTC
    **dict.fromkeys(("gmt", "utc", "ut", "z", "wet"), 0.0),
    **dict.fromkeys(("bst", "cet", "mez", "wat", "west"), 1.0),
    **dict.fromkeys(("cest", "mesz", "eet", "cat", "sast"), 2.0),
    **dict.fromkeys(("eest", "msk", "eat", "trt"), 3.0),
    "gst": 4.0,
    "pkt": 5.0,
    "ist": 5.5,
    "npt": 5.75,
    "wib": 7.0,
    "ict": 7.0,
    "sgt": 8.0,
    "hkt": 8.0,
    "awst": 8.0,
    "jst": 9.0,
    "kst": 9.0,
    "acst": 9.5,
    "aest": 10.0,
    "acdt": 10.5,
    "aedt": 11.0,
    "nzst": 12.0,
    "nzdt": 13.0,
    "brt": -3.0,
    "art": -3.0,
    "adt": -3.0,
    "nst": -3.5,
    "ndt": -2.5,
    "ast": -4.0,
    "edt": -4.0,
    "est": -5.0,
    "cdt": -5.0,
    "cst": -6.0,
    "mdt": -6.0,
    "mst": -7.0,
    "pdt": -7.0,
    "pst": -8.0,
    "akst": -9.0,
    "hst": -10.0,
}
_TIME = (
    r"(?:(?:,?\s+|T)(?:at\s+|um\s+|à\s+)?(?P<hour>\d{1,2})[:h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"(?:\s?(?P<half>[ap])\.?m\.?)?(?:\s?(?P<zone>[a-z]{1,4}))?(?:\s?(?P<sign>[+-])(?P<away>\d\d:?\d\d))?(?:\s\([^()]{0,20}\))?)?"
)
_NAME = r"(?P<month>[^\W\d_]{3,12})\.?"
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:\.|er|st|nd|rd|th)?[\s-](?:de\s+)?{_NAME},?[\s-](?:de\s+)?(?P<year>\d{{4}})",
        rf"{_WEEKDAY}{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        r"(?P<year>\d{4})(?P<dash>[/.-]?)(?P<number>\d\d)(?P=dash)(?P<day>\d\d)",
    )
)
_COMPACT = re.compile(r"(\d{8}T)(\d\d)(\d\d)(\d\d)(?=Z|[+-]|$)", re.IGNORECASE)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_BEFORE_CHRIST = re.compile(r"-\d|.{0,30}(?<!:\d\d)\s-\d{4}\s")
_NO_DATE = re.compile(r"\d{4}-?[^\d\s:.-]")  # feedparser takes such a year for a whole date
_DAY = 24


def worded(text: str) -> dt.datetime | None:
    """The moment that a date in one of these forms means, in UTC."""
    if _EPOCH.fullmatch(text):
        return dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
    text = _COMPACT.sub(r"\1\2:\3:\4", text)
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _made(found.groupdict())
    return None


def misread(text: str) -> bool:
    """Whether feedparser would find a date where none stands."""
    return bool(_BEFORE_CHRIST.match(text) or _NO_DATE.match(text))


def _made(said: dict[str, str | None]) -> dt.datetime | None:
    month = int(said.get("number") or 0) or _month(said.get("month") or "")
    zone = _ZONES.get((said["zone"] or "z").lower())
    hour, minute, second = (int(said[name] or 0) for name in ("hour", "minute", "second"))
    if zone is None or hour > _DAY or (hour == _DAY and (minute or second)):
        return None
    if said["half"]:
        hour = hour % 12 + (12 if said["half"].lower() == "p" else 0)
    away = (said["away"] or "0000").replace(":", "")
    ahead = dt.timedelta(hours=zone) + (-1 if said["sign"] == "-" else 1) * dt.timedelta(
        hours=int(away[:2]), minutes=int(away[2:])
    )
    try:
        day = dt.datetime(int(said["year"] or 0), month, int(said["day"] or 0), tzinfo=dt.UTC)
        return day + dt.timedelta(hours=hour, minutes=minute, seconds=second) - ahead
    except (ValueError, OverflowError):
        return None


def _month(name: str) -> int:
    """The month's number, 0 for what is none's name."""
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(sign))
    return _FRENCH.get(letters[:4]) or _MONTHS.get(letters[:3], 0)
