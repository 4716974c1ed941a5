"""A corpus of hostile answers: what is served, and what must come of it, written down as data."""
