"""What the user wrote: feeds.yaml becomes Settings; every mistake is told at once, with its line and what to do."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.config.loading import load
from briefing.config.mistakes import did_you_mean
from briefing.config.secrets import fill, missing_secrets
from briefing.config.settings import Channel, Extractive, Fetch, ModelSummarizer, Settings, Weather

if TYPE_CHECKING:
    from briefing.identity import Plain

__all__ = [
    "Channel",
    "Extractive",
    "Fetch",
    "ModelSummarizer",
    "Settings",
    "Weather",
    "did_you_mean",
    "fill",
    "load",
    "missing_secrets",
    "schema",
    "starter",
]


def schema() -> dict[str, Plain]:
    """Give the JSON Schema (draft 2020-12) of feeds.yaml."""
    from briefing.config.forms import RootForm  # noqa: PLC0415 - stands on pydantic

    made: dict[str, Plain] = RootForm.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def starter() -> str:
    """Give the commented feeds.yaml that `briefing init` writes."""
    return (files("briefing.config") / "starter.yaml").read_text(encoding="utf-8")
