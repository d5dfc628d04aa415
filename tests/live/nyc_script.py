"""Turns the speakers' times of a real, long hearing into a script; the data lie beside the repository, not in it."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

BEGIN = datetime(2024, 10, 22, 9, 30)


def script_of(folder: Path) -> dict[str, Any]:
    """Return the script: slips in order of speaking, no stances, each turn from its start to its end."""
    turns = sorted(json.loads((folder / "testimonies.json").read_text()), key=lambda t: t["start_time_in_seconds"])
    actions: list[dict[str, Any]] = []

    def do(second: float, do: str, **fields: Any) -> None:
        at = BEGIN + timedelta(milliseconds=round(1000 * second))
        actions.append({"at": at.isoformat(timespec="milliseconds"), "do": do, **fields})

    for slip, turn in enumerate(turns, 1):
        do(0, "register", slip=slip, names=[turn["name"]])
    do(0, "open")
    over = 0.0
    for slip, turn in enumerate(turns, 1):
        start = max(over, turn["start_time_in_seconds"])
        over = max(start, turn["end_time_in_seconds"])
        do(start, "call", slip=slip)
        do(start, "start")
        do(over, "end")
    do(over, "close")
    do(over, "adjourn")
    hearing = {
        "title": "City of Yes",
        "body": "A subcommittee",
        "date": "2024-10-22",
        "zone": "America/New_York",
        "questions": [],
        "rules": {"default_seconds": 120},
    }
    return {"hearing": hearing, "actions": actions}


def seconds_spoken(script: dict[str, Any]) -> list[float]:
    """Return how long each turn of a script is, from its start to its end."""
    times = {"start": [], "end": []}
    for action in script["actions"]:
        if action["do"] in times:
            times[action["do"]].append(datetime.fromisoformat(action["at"]))
    return [(end - start).total_seconds() for start, end in zip(times["start"], times["end"], strict=True)]
