"""The sample editions over and over in one process: the same bytes each time, and no growth of memory.

python benchmarks/soak.py [TIMES]
"""

from __future__ import annotations

import hashlib
import resource
import sys
import tempfile
from pathlib import Path

from briefing import newsroom


def once(folder: Path) -> str:
    """Make the sample editions; give the digest of all their files."""
    newsroom.demo(folder, environ={}, say=lambda *_: None)
    bodies = [path.read_bytes() for path in sorted(folder.glob("2025-*/*")) if path.is_file()]
    return hashlib.sha256(b"".join(bodies)).hexdigest()


def main() -> int:
    """Run it; 1 where the bytes differ or memory grew by more than a tenth after the first runs."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    digests, peaks = set(), []
    for number in range(times):
        with tempfile.TemporaryDirectory() as folder:
            digests.add(once(Path(folder)))
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        print(f"{number + 1:>3}  peak {peaks[-1]:6.0f} MiB")
    grown = peaks[-1] / peaks[min(3, times - 1)]
    print(f"{len(digests)} different results; memory grew to {grown:.2f} of what it was after the first runs")
    return int(len(digests) > 1 or grown > 1.1)


if __name__ == "__main__":
    sys.exit(main())
