"""Make the pictures of the docs from the sample edition: `python docs/make_pictures.py` (needs poppler's pdftoppm)."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from briefing import newsroom

PICTURES = Path(__file__).parent / "pictures"
RESOLUTION = 80  # dots per inch: a letter page is 680 pixels wide


def main() -> None:
    """Print the sample editions and take the first two pages of the later one."""
    with tempfile.TemporaryDirectory() as folder:
        newsroom.demo(Path(folder), environ={}, say=lambda *_: None)
        pdf = Path(folder) / "2025-12-07" / "morning.pdf"
        command = ["pdftoppm", "-r", str(RESOLUTION), "-l", "2", "-png", pdf, PICTURES / "edition"]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
