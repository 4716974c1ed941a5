"""Workspaces that tests write for themselves: feeds.yaml over feeds of the test's own, templates that are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RSS = """<rss version="2.0"><channel><title>The Test Post</title><item><title>Rain in Halden</title><guid>1</guid>
<description>It rained in Halden for the third day, and the mayor closed the lower bridge until Monday.</description>
</item></channel></rss>"""


def workspace_of(tmp_path: Path, *feeds: str, more: str = "") -> Path:
    path = tmp_path / "feeds.yaml"
    listed = "".join(f"  - {url}\n" for url in feeds)
    path.write_text(f"fetch: {{allow_private: true, timeout: 2}}\nweather: false\nfeeds:\n{listed}{more}")
    return path


def broken(folder: Path, text: str | bytes, name: str = "edition.html") -> Path:
    """Write a template into a folder of templates."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
