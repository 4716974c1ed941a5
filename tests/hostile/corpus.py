"""The whole corpus."""

from __future__ import annotations

from hostile import feed_cases, json_cases, page_cases, redirect_cases, text_cases, wire_cases
from hostile.case import Plain

CASES = [
    case for part in (wire_cases, redirect_cases, feed_cases, text_cases, json_cases, page_cases) for case in part.CASES
]
FEEDS = [case for case in CASES if case.kind == "feed"]
PAGES = [case for case in CASES if case.kind == "page"]
MORE = {"/robots.txt": Plain("User-agent: *\nDisallow: /*a*a*a*a*a*a*a*a*a*b$\n" * 2_000)}
HOSTS = ("hostile.example", "other.example", "third.example")
