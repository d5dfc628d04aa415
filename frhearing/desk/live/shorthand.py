"""The office's abbreviations: written out while the clerk types a note, for every hearing of the office."""

import json
from collections.abc import Mapping

from frhearing.desk.desk import Desk
from frhearing.model.change import Change
from frhearing.model.live.notes import read_abbreviations, written_abbreviations
from frhearing.store.settings import setting, write_setting

_NAME = "abbreviations"


def abbreviations(desk: Desk) -> Mapping[str, str]:
    """Return the office's abbreviations with what each stands for."""
    found: dict[str, str] = json.loads(setting(desk.store, _NAME) or "{}")
    return found


def listed(desk: Desk) -> str:
    """Return the abbreviations as the clerk edits them: one a line, as ``FPC = Fire and Police Commission``."""
    return written_abbreviations(abbreviations(desk))


def set_abbreviations(desk: Desk, lines: str) -> Change:
    """Keep the abbreviations written one a line; raises Refused in words for a line that is none."""
    read = read_abbreviations(lines)
    with desk.store.action("abbreviations") as writing:
        write_setting(writing.act, _NAME, json.dumps(read, ensure_ascii=False))
    return writing.change
