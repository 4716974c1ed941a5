"""weights"""

from __future__ import annotations

BIAS = -4.0
WEIGHTS = {
    "covered": 3.0, "first": 1.0, "pairs": 2.0, "threes": 1.0, "density": 1.0, "longest": 0.0, "pieces": 0.0, "rough": 0.0,
    "passages": 0.0, "strangers": -1.0, "unseen": -1.0, "length": 0.0, "short": 0.0, "opens": 0.0, "early": 0.0, "fault": 0.0,
}
