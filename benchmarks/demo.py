"""What the sample editions cost: wall and CPU seconds, peak memory of the process tree, pages, sizes; and a second build.

python benchmarks/demo.py [RUNS]
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pikepdf


def run(*arguments: object) -> tuple[float, float]:
    """Run a command in a process of its own: wall seconds, CPU seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "briefing", *map(str, arguments)], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, spent


def main() -> None:
    """Measure, and print a table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        config = out / "demo" / "feeds.yaml"
        rows = {
            "demo, four editions": [run("demo", "--quiet", "--out", out) for _ in range(runs)],
            "build, first": [run("build", "--quiet", "--config", config)],
            "build, nothing new": [run("build", "--quiet", "--config", config) for _ in range(runs)],
            "verify one day": [run("verify", "2025-12-07", "--quiet", "--config", config) for _ in range(runs)],
            "--help": [run("--help") for _ in range(runs)],
        }
        for name, spent in rows.items():
            wall, cpu = (statistics.median(column) for column in zip(*spent, strict=True))
            print(f"{name:<22} {wall:6.2f} s wall {cpu:6.2f} s CPU")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        pdf = out / "2025-12-07" / "morning.pdf"
        with pikepdf.open(pdf) as printed:
            pages = len(printed.pages)
        print(
            f"peak memory of one process {peak:.0f} MiB; the PDF has {pages} pages, {pdf.stat().st_size / 1024:.0f} KB"
        )
        html = (out / "2025-12-07" / "morning.html").stat().st_size
        print(
            f"the HTML has {html / 1024:.0f} KB; the archive {(out / 'demo' / 'briefing.db').stat().st_size / 1024:.0f} KB"
        )


if __name__ == "__main__":
    main()
