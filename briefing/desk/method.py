"""The method: weights and the table of familiar stems, read once from the package's own data, and named by its digest.

The one module of the desk that reads a file: `data/developments.json`, written by benchmarks/learn_developments.py.
"""

from __future__ import annotations

import hashlib
import json
import pkgutil

from briefing.desk.trees import grown

_WRITTEN = pkgutil.get_data("briefing.desk", "data/developments.json") or b"{}"
_READ = json.loads(_WRITTEN)

FAMILIAR: dict[str, float] = {stem: float(rare) for rare, line in _READ["familiar"].items() for stem in line.split()}
SENTENCE_TREES = grown(_READ["sentence"])
SET_TREES = grown(_READ["set"])
DIGEST = hashlib.sha256(_WRITTEN).hexdigest()[:8]
