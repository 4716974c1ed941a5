"""What the gate's evidence is worth, as `benchmarks/learn_vet.py` learnt it; see docs/vet.md for what from.

The logarithm of the odds that a sentence is faithful, moved so that 0 is where it passes.
"""

from __future__ import annotations

BIAS = -6.3330
WEIGHTS = {
    "first": 3.3393,
    "density": 3.2061,
    "threes": 1.6590,
    "pairs": 0.9963,
}
