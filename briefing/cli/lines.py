"""What the desk answers to one line of JSON: `brief`, `stories`, `vet` without archive or configuration.

Module-level functions of one frozen value, so that any worker can do them. Whatever a line says, it is answered.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from briefing import desk, identity
from briefing.cli.pipe import Told, failed
from briefing.desk.cluster import cluster
from briefing.desk.order import in_order
from briefing.desk.roundup import is_roundup
from briefing.desk.vet import vet
from briefing.model import Article, Audience, Block, Entry, Feed, Heard, Report, Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.cli.pipe import Line
    from briefing.model import Brief

NO_MOMENT = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)  # a lone article arrives at no time
NOBODY = Audience(name="pipe", title="")
MOST = 200  # articles of one story
PARTS = ("key_developments", "analysis", "open_questions", "unknowns", "watch_for", "disagreements")
EVIDENCE = ("start", "end", "quote")


class LineError(ValueError):
    """A line that cannot be answered, and why."""


def brief(line: Line) -> Told:
    """Answer a line with a brief: `{"id", "title"?, "text", …}`, or `{"id", "articles": […]}`."""
    said: dict[str, Any] = {}
    try:
        said = parsed(line.body)
        story, places = story_of(articles_of(said))
        told = desk.brief(story, line.developments, line.words)
        return Told(text=written({"id": said["id"], **parts(told, places)}))
    except LineError as error:
        return failed(str(error), _id(said))


def vetted(line: Line) -> Told:
    """Answer a line with whether its text supports its claim: `{"id", "text", "claim", "quote"?}`."""
    said: dict[str, Any] = {}
    try:
        said = parsed(line.body)
        _named(said)
        text, claim = _string(said, "text", ""), _string(said, "claim", "")
        quote = None if said.get("quote") is None else _string(said, "quote", "")
        verdict = vet(text, claim, quote)
    except LineError as error:
        return failed(str(error), _id(said))
    evidence = [{"article": 0, "start": start, "end": end, "quote": text[start:end]} for start, end in verdict.evidence]
    answer = {"supported": verdict.supported, "score": verdict.score, "evidence": evidence, "why": verdict.why}
    return Told(text=written({"id": said["id"], **answer}))


def stories(bodies: Sequence[bytes]) -> list[Told]:
    """Answer lines with the story that each belongs to: equal `story` means the same happening."""
    found: list[Told | dict[str, Any]] = []
    reports: list[Report] = []
    for body in bodies:
        said: dict[str, Any] = {}
        try:
            said = parsed(body)
            reports.append(_report(len(reports), _merged(articles_of(said))))
            found.append(said)
        except LineError as error:
            found.append(failed(str(error), _id(said)))
    named = _grouped(_timed(reports))
    answers = iter(named[report.heard.digest] for report in reports)
    return [
        one if isinstance(one, Told) else Told(text=written({"id": one["id"], "story": f"s{next(answers)}"}))
        for one in found
    ]


def _grouped(reports: Sequence[Report]) -> dict[str, int]:
    """Number the stories of reports, by each report's digest; a digest of several stories is none's report."""
    alone = {report.heard.digest for report in reports if is_roundup(report.title, report.article)}
    told = cluster([report for report in reports if report.heard.digest not in alone], NOBODY)
    groups = [[report.heard.digest for report in story.reports] for story in told] + [[name] for name in sorted(alone)]
    place = {report.heard.digest: n for n, report in enumerate(reports)}
    groups.sort(key=lambda group: min(place[name] for name in group))
    return {name: number for number, group in enumerate(groups, start=1) for name in group}


def parsed(body: bytes) -> dict[str, Any]:
    """Give what a line says. Raises LineError."""
    try:
        said = json.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LineError(f"is not UTF-8: {error.reason} at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise LineError(f"is no JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise LineError("is no JSON that can be read: too deeply nested") from None
    if not isinstance(said, dict):
        raise LineError('is no JSON object: write {"id": …, "text": …}')
    return said


def articles_of(said: dict[str, Any]) -> list[Article]:
    """Give the articles of a line. Raises LineError."""
    _named(said)
    if "articles" not in said:
        return [_article(said, "")]
    given = said["articles"]
    if not isinstance(given, list) or not given:
        raise LineError("`articles` is no list of articles")
    if len(given) > MOST:
        raise LineError(f"`articles` holds {len(given)} articles: more than {MOST} are no story")
    return [_article(one, f"articles[{number}]: ") for number, one in enumerate(given)]


def story_of(articles: Sequence[Article]) -> tuple[Story, tuple[int, ...]]:
    """Make a story of articles, in the desk's order; of each of its reports, which of the articles it is."""
    reports = _timed([_report(number, article) for number, article in enumerate(articles)])
    story = Story(reports=in_order(reports, NOBODY))
    places = tuple(reports.index(report) for report in story.reports)
    return story, places


def parts(told: Brief, places: Sequence[int]) -> dict[str, object]:
    """Give a brief as the contract says it: evidence counts in the articles as they were given."""
    return {name: [_plain(item, places) for item in getattr(told, name) if _in_texts(item)] for name in PARTS}


def written(value: object) -> str:
    """Write an answer on one line."""
    return json.dumps(value, ensure_ascii=False)


def _id(said: dict[str, Any]) -> object:
    """Give the id of a bad line, if JSON can hold it: NaN and Infinity are none of its numbers."""
    given = said.get("id")
    return given if isinstance(given, str | int) else None


def _named(said: dict[str, Any]) -> None:
    if "id" not in said:
        raise LineError("has no `id`")
    if not isinstance(said["id"], str | int) or isinstance(said["id"], bool):
        raise LineError("`id` is neither a text nor a number")


def _article(said: Any, where: str) -> Article:  # noqa: ANN401 - whatever stands in the line
    if not isinstance(said, dict):
        raise LineError(f"{where}is no JSON object")
    text, title = _string(said, "text", where), _string(said, "title", where, default="")
    language = _string(said, "language", where, default="")
    blocks = tuple(Block(kind="paragraph", text=line) for line in text.split("\n"))
    return Article(
        url="",
        title=title,
        blocks=blocks,
        published=_moment(said, where),
        language=language.split("-")[0].lower(),
        site=_string(said, "source", where, default=""),
    )


def _string(said: dict[str, Any], name: str, where: str, *, default: str | None = None) -> str:
    value = said.get(name, default)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise LineError(f"{where}has no `{name}`" if name not in said else f"{where}`{name}` is no text")
    return value


def _moment(said: dict[str, Any], where: str) -> dt.datetime | None:
    text = _string(said, "published", where, default="")
    if not text:
        return None
    try:
        found = dt.datetime.fromisoformat(text)
        return found.replace(tzinfo=found.tzinfo or dt.UTC).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise LineError(f"{where}`published` is no moment of ISO 8601: {text[:60]!r}") from None


def _report(number: int, article: Article) -> Report:
    entry = Entry(feed=article.site or f"source {number}", identity=str(number), title=article.title)
    heard = Heard(digest=f"{number:08}", commit=0, seen=NO_MOMENT, arrived=NO_MOMENT, entry=entry)
    feed = Feed(id=entry.feed, url="", name=article.site)
    return Report(feed=feed, heard=heard, article=article, digest=str(number))


def _merged(articles: Sequence[Article]) -> Article:
    """Make one article of a story's, to compare it with others."""
    first, *others = articles
    if not others:
        return first
    blocks = tuple(block for article in articles for block in article.blocks)
    return Article(
        url="", title=first.title, blocks=blocks, published=first.published, language=first.language, site=first.site
    )


def _timed(reports: list[Report]) -> list[Report]:
    """Let reports arrive when they were published, where all of them say when: else time tells nothing."""
    if not all(report.article.published for report in reports):
        return reports
    return [
        replace(report, heard=replace(report.heard, arrived=report.article.published or NO_MOMENT))
        for report in reports
    ]


def _in_texts(item: Any) -> bool:  # noqa: ANN401 - any of a brief's parts
    """Tell whether all evidence stands in texts: a title is none of the strings in which offsets count."""
    return all(evidence.field == "text" for evidence in _evidence(item))


def _evidence(item: Any) -> list[Any]:  # noqa: ANN401 - as above
    if hasattr(item, "positions"):
        return [evidence for position in item.positions for evidence in position.evidence]
    return list(item.evidence)


def _plain(item: Any, places: Sequence[int]) -> dict[str, Any]:  # noqa: ANN401 - as above
    data = cast("dict[str, Any]", identity.plain(item, keep_empty=True))
    for holder in data.get("positions", [data]):
        holder["evidence"] = [
            {"article": places[one["source"]], **{name: one[name] for name in EVIDENCE}} for one in holder["evidence"]
        ]
    return data
