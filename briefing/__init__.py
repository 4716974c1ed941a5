"""briefing: a dated briefing from your feeds, every line held to its source."""

__version__ = "0.1.0"
