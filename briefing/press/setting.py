"""Templates and an edition's data become HTML; a template's mistake becomes a message with file and line.

Templates run in Jinja's immutable sandbox, escape everything, and are given nothing that reaches outside.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from briefing.errors import PressError, TemplateError
from briefing.press.causes import cause_told
from briefing.press.faces import SHEET_MARK
from briefing.press.filters import (
    bind,
    clean,
    css_string,
    lang,
    safe_link,
    site,
    source_numbers,
    stylesheet,
    tie,
    unbroken,
)
from briefing.press.loading import refuse_loading
from briefing.press.locales import decimal_text, direction, long_date, moment_text, short_date, zone_text
from briefing.press.lookup import BUILTIN, Templates
from briefing.press.plaintext import markdown_link, markdown_value, plain_value, raised, ruled
from briefing.press.reasons import reasons_told
from briefing.press.since import since_told
from briefing.press.standing import open_for
from briefing.press.words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import FrameType

    from jinja2.sandbox import ImmutableSandboxedEnvironment

UNDEFINED = re.compile(r"^'(\w+)' is undefined$")
NAMES_TOLD = 12
NEAREST = 5  # keys to name where there are more than one would read
LARGEST_PAGE = 50_000_000  # characters of a page: a hundred times the largest edition
MOST_STEPS = 1_000_000  # that a template may take through ranges in one page: far more than it could print


Hand: TypeAlias = Literal["html", "text", "markdown"]
FINISHED: Mapping[Hand, Callable[[Any], Any]] = {"html": clean, "text": plain_value, "markdown": markdown_value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """What a page's words, dates and numbers depend on, and how a value is written so that it is nothing but text."""

    locale: str
    timezone: str
    hand: Hand = "html"


def set_html(name: str, data: dict[str, Any], templates: Templates, page: Mapping[str, object]) -> str:
    """Fill a template of HTML with the edition. Raises TemplateError naming template and line."""
    html = set_text(name, data, templates, page)
    outside = () if templates.shipped else refuse_loading(html, name, templates)  # ours are held to it by tests
    if outside:
        raise TemplateError("\n".join(outside))
    return html


def set_text(name: str, data: dict[str, Any], templates: Templates, page: Mapping[str, object]) -> str:
    """Fill a template of any kind with the edition. Raises TemplateError naming template and line."""
    if templates.mistakes:
        raise TemplateError("\n".join(templates.mistakes))
    broken = PressError if templates.shipped else TemplateError
    tongue = Tongue(locale=data["dateline"]["locale"], timezone=data["dateline"]["timezone"], hand=hand_of(name))
    environment = environment_for(templates, tongue)
    try:
        template = environment.get_template(name)
        return _bounded(template.generate(edition=data, page=page, range=_counted_range()), str(template.filename))
    except Exception as error:
        raise broken(explain(error, templates, environment.globals)) from error


def hand_of(name: str) -> Hand:
    """Say how a template's values are written: `markdown.txt` as Markdown, other `.txt` as plain text, else as HTML."""
    if not name.endswith(".txt"):
        return "html"
    return "markdown" if name.removeprefix(BUILTIN) == "markdown.txt" else "text"


def _bounded(chunks: Iterable[str], where: str) -> str:
    """Join what a template writes, and stop one that does not stop by itself."""
    kept: list[str] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > LARGEST_PAGE:
            raise PressError(f"{where}: writes more than {LARGEST_PAGE} characters: look at its loops")
        kept.append(chunk)
    return "".join(kept)


def _counted_range() -> Callable[..., range]:
    """Give the sandbox's `range`, which counts the steps of all its loops together: nested, short ones are long."""
    from jinja2.sandbox import safe_range  # noqa: PLC0415 - Jinja2 is slow to import

    left = MOST_STEPS

    def counted(*bounds: int) -> range:
        nonlocal left
        steps = safe_range(*bounds)
        left -= len(steps)
        if left < 0:
            raise OverflowError(f"its loops over `range` take more than {MOST_STEPS} steps")
        return steps

    return counted


@lru_cache(maxsize=16)
def environment_for(templates: Templates, tongue: Tongue) -> ImmutableSandboxedEnvironment:
    """Make the sandbox in which these templates run for this locale and zone."""
    from jinja2 import FunctionLoader  # noqa: PLC0415 - Jinja2 is slow to import
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - likewise

    texts = {name: (text, where, None) for name, text, where in templates.files}
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(texts.get),
        undefined=_undefined(),
        autoescape=True,
        finalize=FINISHED[tongue.hand],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals = _globals(templates, tongue)
    environment.filters |= _filters(tongue)
    return environment


def _globals(templates: Templates, tongue: Tongue) -> dict[str, Any]:
    """Name all that a template may use beside `edition` and `page`."""
    from jinja2.sandbox import safe_range  # noqa: PLC0415 - Jinja2 is slow to import
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2

    texts = {name: (text, where) for name, text, where in templates.files}
    words = words_for(tongue.locale)
    return {
        "_": words,
        "count": words.count,
        "sheet": partial(stylesheet, texts),
        "faces": Markup(SHEET_MARK),  # noqa: S704 - our own comment, replaced by the faces
        "direction": direction(tongue.locale),
        "range": safe_range,
        "dict": dict,
    }


def _filters(tongue: Tongue) -> dict[str, Any]:
    """Name the filters: dates, numbers and links as this locale and zone write them."""
    return {
        "moment": partial(moment_text, locale=tongue.locale, zone=tongue.timezone),
        "zone": partial(zone_text, locale=tongue.locale, zone=tongue.timezone),
        "long_date": lambda day: long_date(_day(day), tongue.locale),
        "short_date": lambda day: short_date(_day(day), tongue.locale),
        "number": partial(decimal_text, locale=tongue.locale),
        "since": partial(since_told, locale=tongue.locale),
        "open_for": partial(open_for, locale=tongue.locale),
        "cause": partial(cause_told, locale=tongue.locale),
        "reasons": partial(reasons_told, locale=tongue.locale),
        "safe_link": safe_link,
        "site": site,
        "lang": lang,
        "bind": bind,
        "source_numbers": source_numbers,
        "tie": tie,
        "unbroken": unbroken,
        "css_string": css_string,
        "linked": markdown_link,
        "raised": raised,
        "ruled": ruled,
    }


def _day(text: str) -> Any:  # noqa: ANN401 - datetime is needed here alone
    from datetime import date  # noqa: PLC0415 - templates hand dates in as text

    return date.fromisoformat(text)


def _undefined() -> Any:  # noqa: ANN401 - a class made when Jinja2 is first needed
    from jinja2 import StrictUndefined  # noqa: PLC0415 - Jinja2 is slow to import

    class Nameless(StrictUndefined):
        """A name that is not there; says which of the names that are there looks most like it."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            owner = self._undefined_obj
            if isinstance(owner, dict) and not self._undefined_hint:
                return f"'{self._undefined_name}' is undefined{_among(str(self._undefined_name), owner)}"
            return str(super()._undefined_message)

    return Nameless


def explain(error: BaseException, templates: Templates, given: Mapping[str, object]) -> str:
    """Say a template's mistake as `templates/morning/edition.html:12: 'storys' is undefined (did you mean …?)`."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError  # noqa: PLC0415 - Jinja2 is slow to import

    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: {error.message}"
    frame, line = _last_template_frame(error, {where for _, _, where in templates.files})
    place = f"{frame.f_code.co_filename}:{line}: " if frame else ""
    if isinstance(error, TemplateNotFound):
        names = [name for name, _, _ in templates.files]
        return f"{place}no template '{error.name}'{suggest(str(error.name), names)}"
    if isinstance(error, RecursionError):
        return f"{place}a template extends or includes itself: name the shipped one, as in '{BUILTIN}edition.html'"
    message = str(error) or type(error).__name__
    if frame and (match := UNDEFINED.match(message)):
        names = [key for key in frame.f_locals if not key.startswith("_")]
        return f"{place}{message}{suggest(match[1], [*names, *given, 'edition', 'page'])}"
    return f"{place}{message}"


def _among(name: str, keys: Iterable[str]) -> str:
    """Say what a mapping has instead: the nearest of many keys, however far."""
    there = sorted(map(str, keys))
    near = difflib.get_close_matches(name, there, NEAREST, cutoff=0)
    return suggest(name, there) or (f" (nearest are: {', '.join(near)})" if near else " (nothing is in it)")


def suggest(name: str, names: Iterable[str]) -> str:
    """Give ` (did you mean 'story'?)`, or the names that there are."""
    there = sorted(set(names))
    near = difflib.get_close_matches(name, there, 1)
    if near:
        return f" (did you mean '{near[0]}'?)"
    return f" (there are: {', '.join(there)})" if 0 < len(there) <= NAMES_TOLD else ""


def _last_template_frame(error: BaseException, places: set[str]) -> tuple[FrameType | None, int]:
    """Find where in the templates an error arose: the innermost frame that is one of theirs."""
    frame, line, step = None, 0, error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename in places:
            frame, line = step.tb_frame, step.tb_lineno
        step = step.tb_next
    return frame, line
