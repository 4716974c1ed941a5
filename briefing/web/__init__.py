"""The web: pages served on loopback. `preview` shows an edition as its templates are being changed."""

from __future__ import annotations
