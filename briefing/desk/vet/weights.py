"""What the gate's evidence is worth, as `benchmarks/learn_vet.py` learnt it; see docs/vet.md for what from.

The logarithm of the odds that a sentence is faithful, moved so that 0 is where it passes.
"""

from __future__ import annotations

BIAS = -6.0275
WEIGHTS = {
    "first": 3.1776,
    "density": 2.9275,
    "threes": 1.9218,
    "pairs": 0.7906,
}
