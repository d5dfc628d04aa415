"""Turns the transcript of a real, long hearing into a table of testimonies; the data lie beside the repository."""

import bisect
import csv
import json
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

BEGIN = datetime.fromisoformat("2024-10-22T09:30:00-04:00")


def table_of(folder: Path, target: Path) -> int:
    """Write one row for each testimony: who spoke for whom, when, and the words of that speaker; returns how many."""
    turns = sorted(_read(folder, "testimonies"), key=lambda turn: turn["start_time_in_seconds"])
    people = {person["label"]: person for person in _read(folder, "speakers")}
    said = sorted(_read(folder, "transcript"), key=lambda line: line["start_time"])
    starts = [line["start_time"] for line in said]
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["id", "name", "organization", "capacity", "received", "channel", "comment"])
        for number, turn in enumerate(turns, 1):
            first = bisect.bisect_left(starts, turn["start_time_in_seconds"] - 0.01)
            last = bisect.bisect_left(starts, turn["end_time_in_seconds"])
            lines = said[first:last]
            speaker = _speaker(turn["name"], lines, people)
            person = people.get(speaker, {})
            text = " ".join(line["text"] for line in lines if line["speaker"] == speaker)
            at = BEGIN + timedelta(seconds=round(turn["start_time_in_seconds"]))
            organization, role = (_known(person.get(key)) for key in ("organization", "role"))
            writer.writerow([number, turn["name"], organization, role, at.isoformat(), "in person", text])
    return len(turns)


def _read(folder: Path, name: str):
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def _speaker(name: str, lines: list[dict], people: dict[str, dict]) -> str:
    """The label of who testifies: the person of that name, else whoever says most in that time."""
    words = Counter()
    for line in lines:
        words[line["speaker"]] += len(line["text"])
    named = next((label for label in words if people.get(label, {}).get("name") == name), None)
    return named if named is not None else max(words, key=words.__getitem__, default="")


def _known(words: str | None) -> str:
    return "" if words in (None, "UNKNOWN") else words
