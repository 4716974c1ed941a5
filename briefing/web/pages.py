"""The pages of the preview: a frame for HTML and one for PDF, and a mistake shown in its place."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

AROUND = 3  # lines shown on either side of a mistake
PLACE = re.compile(r"(?:^|\s)([\w./ -]+\.(?:html|css|txt|yaml|xml)):(\d+):")

STYLE = """
:root { color-scheme: light dark; --ink: #15171c; --paper: #fff; --grey: #5a606b; --line: #c9ccd1; --accent: #8c1d18 }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e2dc; --paper: #14161a; --grey: #a0a5ae; --line: #3a3e46; --accent: #f0897d } }
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
body.frames { height: 100vh; display: flex; flex-direction: column }
header { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; padding: .5rem .8rem; border-bottom: 1px solid var(--line) }
header b { font-weight: 600 } header label { color: var(--grey) } select { font: inherit; max-width: 60vw }
#state { margin-left: auto; color: var(--grey) }
main { flex: 1; display: flex; min-height: 0 } iframe { flex: 1; border: 0; background: #fff; min-width: 0 }
iframe + iframe { border-left: 1px solid var(--line) }
@media (max-width: 60rem) { main { flex-direction: column } iframe + iframe { border-left: 0; border-top: 1px solid var(--line) } }
.mistake { max-width: 60rem; margin: 3rem auto; padding: 0 1.2rem } .mistake h1 { font-size: 1.15rem; color: var(--accent) }
.mistake p { overflow-wrap: anywhere } pre { overflow: auto; border: 1px solid var(--line); padding: .8rem; line-height: 1.45 }
pre mark { background: color-mix(in srgb, var(--accent) 22%, transparent); color: inherit; display: block }
"""

# Reloads both frames when something was saved, and keeps the place where the reader was.
SCRIPT = """
const frames = [...document.querySelectorAll("iframe")], state = document.getElementById("state");
let seen = null;
new EventSource("/changes").onmessage = (event) => {
  if (seen !== null && seen !== event.data) reload(event.data);
  seen = event.data;
};
function reload(version) {
  if (!frames.length) { location.reload(); return; }
  state.textContent = "setting…";
  let left = frames.length;
  for (const frame of frames) {
    let at = 0;
    try { at = frame.contentWindow.scrollY } catch { at = 0 }
    frame.onload = () => {
      try { frame.contentWindow.scrollTo(0, at) } catch { at = 0 }
      if (--left === 0) state.textContent = "as saved";
    };
    frame.src = frame.dataset.page + "?" + version;
  }
}
for (const select of document.querySelectorAll("select")) {
  select.onchange = () => { location.href = "/" + [...document.querySelectorAll("select")].map((one) => one.value).slice(0, select.name === "audience" ? 1 : 2).join("/") + "/" };
}
"""


def preview_page(choices: Sequence[tuple[str, str, Sequence[str]]], audience: str, date: str) -> str:
    """Give the page with both frames, and the choice of audience and day."""
    days = next(days for name, _, days in choices if name == audience)
    days = days if date in days else (date, *days)
    base = html.escape(f"/{audience}/{date}/edition", quote=True)
    return _page(
        f"Preview: {audience}, {date}",
        f"""<header><b>Preview</b>
<label>Audience {_select("audience", ((name, f"{name}: {title}") for name, title, _ in choices), audience)}</label>
<label>Day {_select("day", ((day, day) for day in days), date)}</label>
<span id="state" role="status">as saved</span></header>
<main><iframe title="HTML" data-page="{base}.html" src="{base}.html" sandbox="allow-same-origin"></iframe>
<iframe title="PDF" data-page="{base}.pdf" src="{base}.pdf"></iframe></main>
<script>{SCRIPT}</script>""",
        "frames",
    )


def mistake_page(message: str, folder: Path, *, live: bool) -> str:
    """Show a mistake: what it says, and the lines of the file around the one that it names."""
    lines = "".join(f"<p>{html.escape(line)}</p>{_excerpt(line, folder)}" for line in message.splitlines())
    script = f'<span id="state" hidden></span><script>{SCRIPT}</script>' if live else ""
    return _page(
        "A mistake",
        f'<div class="mistake"><h1>The page cannot be set</h1>{lines}</div>{script}',
        "" if live else "inner",
    )


def _excerpt(line: str, folder: Path) -> str:
    """Give the lines around a place, where it names a file of this workspace."""
    found = PLACE.search(line)
    path = (folder / found[1].strip()).resolve() if found else None
    if not found or not path or not path.is_relative_to(folder.resolve()) or not path.is_file():
        return ""
    number = int(found[2])
    written = path.read_text(encoding="utf-8", errors="replace").splitlines()
    first = max(0, number - 1 - AROUND)
    shown = written[first : number + AROUND]
    return "<pre>" + "".join(_numbered(text, at, number) for at, text in enumerate(shown, start=first + 1)) + "</pre>"


def _numbered(text: str, at: int, wanted: int) -> str:
    row = f"{at:>4}  {html.escape(text)}"
    return f"<mark>{row}</mark>" if at == wanted else f"{row}\n"


def _select(name: str, options: Iterable[tuple[str, str]], chosen: str) -> str:
    rows = "".join(
        f'<option value="{html.escape(value, quote=True)}"{" selected" if value == chosen else ""}>{html.escape(text)}</option>'
        for value, text in options
    )
    return f'<select name="{name}">{rows}</select>'


def _page(title: str, body: str, kind: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>'
        f'<body class="{kind}">{body}</body></html>'
    )
