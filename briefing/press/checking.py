"""Try templates on an invented edition, in every state an edition can be in, before a morning depends on them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing.errors import PressError
from briefing.press.book import book_texts
from briefing.press.data import as_data
from briefing.press.fixture import fixture_edition
from briefing.press.lookup import BUILTIN
from briefing.press.mail import mail_html, mail_text, markdown
from briefing.press.pages import describe
from briefing.press.setting import Tongue, environment_for, explain, set_html, suggest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import Edition
    from briefing.press.lookup import Templates

PAGES = (("edition.html", "screen"), ("print.html", "print"))
OTHERS = ((mail_html, "mail"), (mail_text, "mail"), (markdown, "mail"), (book_texts, "book"))
KINDS = (".html", ".txt", ".xml")
PLACE = re.compile(r"(.*?\.(?:html|txt|xml|css)):(\d+):")
GIVEN = frozenset({"edition", "page"})


def check_templates(templates: Templates, locale: str) -> tuple[str, ...]:
    """Give every mistake as `templates/morning/edition.html:12: 'storys' is undefined (did you mean 'story'?)`."""
    if templates.mistakes:
        return templates.mistakes
    mistakes = [*_parsed(templates, locale), *_rendered(templates, locale)]
    return tuple(sorted(dict.fromkeys(mistakes), key=_by_place))


def _rendered(templates: Templates, locale: str) -> Iterator[str]:
    for edition in _states(fixture_edition(locale)):
        data = as_data(edition)
        for name, medium in PAGES:
            try:
                set_html(name, data, templates, describe(edition, data, medium, _pictures(edition)))
            except PressError as error:
                yield from str(error).splitlines()
        for make, medium in OTHERS:
            try:
                make(data, templates, describe(edition, data, medium))
            except PressError as error:
                yield from str(error).splitlines()


def _pictures(edition: Edition) -> list[str]:
    """Name an edition's pictures: that a template prints them is tried without their bytes."""
    return [image.digest for section in edition.sections for story in section.stories for image in story.images]


def _states(edition: Edition) -> Iterator[Edition]:
    """Give the edition whole, as a marked proof on small paper, with one story, and with none."""
    yield edition
    yield replace(edition, status="proof", marking="PROTECTED A", paper="a5")
    yield replace(edition, sections=(replace(edition.sections[0], name="", stories=edition.sections[0].stories[:1]),))
    cold = replace(edition.dateline, temperature=None, place="")
    yield replace(edition, sections=(), dateline=cold, standing_questions=(), watch_for=(), corrections=(), gaps=())


def _parsed(templates: Templates, locale: str) -> Iterator[str]:
    """Read every file that is not shipped, also those parts that no rendering reaches."""
    from jinja2 import TemplateSyntaxError, nodes  # noqa: PLC0415 - Jinja2 is slow to import

    environment = environment_for(templates, Tongue(locale=locale, timezone="UTC"))
    trees: dict[str, Any] = {}
    for name, text, where in templates.files:
        if name.endswith(KINDS) and where not in trees:
            try:
                trees[where] = environment.parse(text, name, where)
            except TemplateSyntaxError as error:
                yield explain(error, templates, {})
    known = GIVEN | set(environment.globals)
    known = known.union(*(_bound(tree, nodes) for tree in trees.values()))
    for where, tree in trees.items():
        if not where.startswith(BUILTIN):
            loose = (name for name in tree.find_all(nodes.Name) if name.ctx == "load" and name.name not in known)
            yield from (
                f"{where}:{name.lineno}: '{name.name}' is undefined{suggest(name.name, known)}" for name in loose
            )


def _bound(tree: Any, nodes: Any) -> set[str]:  # noqa: ANN401 - Jinja2's nodes, imported late
    """Give the names that a template binds: by set, for, import or macro."""
    names = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    names |= {part.target for part in tree.find_all(nodes.Import)} | {part.name for part in tree.find_all(nodes.Macro)}
    for part in tree.find_all(nodes.FromImport):
        names |= {name if isinstance(name, str) else name[1] for name in part.names}
    return names | {"loop", "super", "caller", "varargs", "kwargs", "self"}


def _by_place(mistake: str) -> tuple[str, int, str]:
    found = PLACE.match(mistake)
    return (found[1], int(found[2]), mistake) if found else (mistake, 0, mistake)
