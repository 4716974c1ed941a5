"""A start for templates of one's own: every token with its value, every block with its name, all of it commented out."""

from __future__ import annotations

from briefing.press.comparing import blocks, tokens
from briefing.press.lookup import BUILTIN, shipped


def start(look: str = "") -> dict[str, str]:
    """Give the files that a new folder of templates begins with: a sheet of tokens and a page that extends the shipped one."""
    ours = dict(shipped())
    base = f"{look}/edition.html" if f"{look}/edition.html" in ours else "edition.html"
    set_by_look = tokens(ours.get(f"{look}/look.css", ""))
    values = tokens(ours["tokens.css"]) | set_by_look
    listed = "\n".join(f"  {name}: {value};" for name, value in values.items())
    return {"style.css": STYLE.format(listed=listed), "edition.html": _page(base, ours["edition.html"])}


def _page(base: str, shipped_page: str) -> str:
    names = [name for name in blocks(shipped_page) if name not in ("page", "head", "styles", "meta")]
    rows = "\n".join(f"    {', '.join(names[at : at + 6])}," for at in range(0, len(names), 6))
    return PAGE.replace("BASE", f"{BUILTIN}{base}").replace("ROWS", rows.rstrip(","))


STYLE = """\
/*
  The look of this audience: appended last, to the screen, the print, the book and the mail.
  Take a token out of the comment and change it; save, and look: `briefing preview`.

:root {{
{listed}
}}
*/
"""

PAGE = """\
{#
  This page is the shipped one until a block is replaced. The blocks, from the top:

ROWS

  {{ super() }} stands for what the shipped block prints; `edition` is the data of the JSON file.
  To change one, write it outside this comment, as in:

      {% block colophon %}{{ super() }}<p>Printed for the board.</p>{% endblock %}
#}
{% extends "BASE" %}
"""
