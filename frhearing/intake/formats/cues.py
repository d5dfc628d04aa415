"""Captions and transcripts (VTT, SRT, text with times in brackets) into cues: when, and which lines were said.

Read here and not by a library: the one there is drops, without a word, cues with odd times and all that stands
after a blank line. What is no cue is kept in ``aside``, so that it can be named.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

_TIME: Final = r"\d[\d:]*(?:[.,]\d+)?"
_TIMING: Final = re.compile(rf"\s*({_TIME})\s*--?>\s*({_TIME})(?:\s.*)?")
_BRACKETED: Final = re.compile(r"\s*[\[(](\d{1,2}(?::\d\d){1,2}(?:[.,]\d+)?)[\])]\s*(.*)")
_APART: Final = re.compile(r"(NOTE|STYLE|REGION)(?:\s+(.*))?")
_MARKS: Final = re.compile(
    r"</?(?:c|i|b|u|lang|ruby|rt|font|span)(?:[.\s][^<>]*)?>|<\d[\d:.]*>|</v>|\{\\an?\d+\}", re.IGNORECASE
)
_ROLLS: Final = 0.3
"""The share of cues that begin with the line before them, from which on they are taken to roll."""


@dataclass(slots=True)
class Cue:
    """What was said from ``start`` to ``end``, both as the file writes them; its lines without marks of style."""

    start: str
    end: str
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Cues:
    """The cues of a file in order, what else stood in it, and how many lines were there twice because cues roll."""

    cues: list[Cue] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    rolled: int = 0


def read_cues(text: str) -> Cues:
    """Read the cues of a VTT or SRT file, however loosely it is written."""
    found = Cues()
    for block in _blocks(text):
        if found.cues or not block[0].startswith("WEBVTT"):
            _read_block(block, found)
        else:
            found.aside += [line for line in [block[0][6:].strip(" \t-"), *block[1:]] if _says_something(line)]
    for cue in found.cues:
        cue.lines = [line for line in map(_unmarked, cue.lines) if line]
    _unroll(found)
    found.cues = [cue for cue in found.cues if cue.lines]
    return found


def read_bracketed(text: str) -> Cues:
    """Read a text in which a time in brackets stands before what was said from then on."""
    found = Cues()
    for line in text.splitlines():
        match = _BRACKETED.fullmatch(line)
        if match:
            if found.cues:
                found.cues[-1].end = match[1]
            found.cues.append(Cue(match[1], "", [match[2]] if match[2] else []))
        elif line.strip():
            (found.cues[-1].lines if found.cues else found.aside).append(line.strip())
    return found


def seconds(time: str) -> float:
    """Return a time such as ``01:02:03.5`` in seconds."""
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part or 0)
    return total


def clock(time: str) -> str:
    """Write a time as hours, minutes and whole seconds: ``00:01:02``."""
    whole = int(seconds(time))
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _blocks(text: str) -> list[list[str]]:
    """Return the runs of lines between blank ones."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _read_block(block: list[str], found: Cues) -> None:
    """Add a block's cues; lines without a time belong to the cue before them, or stand aside."""
    timings = [_TIMING.fullmatch(line) for line in block]
    apart = _APART.fullmatch(block[0])
    if apart and not any(timings):
        if apart[1] == "NOTE":
            found.aside.append(" ".join(filter(None, [apart[2], *block[1:]])))
        return
    for at, (line, timing) in enumerate(zip(block, timings, strict=True)):
        coming = timings[at + 1] if at + 1 < len(block) else None
        if timing:
            found.cues.append(Cue(timing[1], timing[2]))
        elif coming and (at == 0 or line.strip().isdigit()):
            continue  # the number or name of the cue that follows
        elif found.cues:
            found.cues[-1].lines.append(line)
        else:
            found.aside.append(line.strip())


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not re.match(r"(Kind|Language|X-TIMESTAMP-MAP)\s*[:=]", line, re.IGNORECASE)


def _unmarked(line: str) -> str:
    return html.unescape(_MARKS.sub("", line)).strip()


def _unroll(found: Cues) -> None:
    """Leave out the lines that captions repeat because they roll up the screen; a plain repeat is kept."""
    repeats = [_overlap(before.lines, cue.lines) for before, cue in pairwise(found.cues)]
    if len(found.cues) < 4 or sum(map(bool, repeats)) < _ROLLS * len(repeats):
        return
    for cue, repeated in zip(found.cues[1:], repeats, strict=True):
        found.rolled += repeated
        cue.lines = cue.lines[repeated:]


def _overlap(before: Sequence[str], lines: Sequence[str]) -> int:
    """Return how many lines at the beginning are the last ones of the cue before."""
    for count in range(min(len(before), len(lines)), 0, -1):
        if list(before[-count:]) == list(lines[:count]):
            return count
    return 0
