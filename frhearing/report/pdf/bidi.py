"""Which way text runs: the Unicode bidirectional algorithm for plain text (UAX #9, implicit levels).

The gate replaces the controls that embed, override or isolate, so rules X1 to X8 have nothing to do.
"""

from collections.abc import Sequence
from itertools import groupby
from unicodedata import bidirectional

_STRONG_RIGHT = ("R", "AL")
_LEFTISH, _NUMBERS = "L", ("EN", "AN")
_NEUTRAL = frozenset(("ON", "WS", "S", "B", "BN"))
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "〈": "〉", "「": "」", "『": "』", "（": "）"}
_MOST_OPEN_BRACKETS = 63


def base_level(text: str) -> int:
    """0 for left to right, 1 for right to left: the first strong character decides (rule P2)."""
    for char in text:
        kind = bidirectional(char)
        if kind == _LEFTISH:
            return 0
        if kind in _STRONG_RIGHT:
            return 1
    return 0


def levels(text: str, base: int) -> list[int]:
    """The level of each character; odd levels run from right to left."""
    kinds = [bidirectional(char) or _LEFTISH for char in text]
    outer = "R" if base else _LEFTISH
    _resolve_weak(kinds, outer)
    _resolve_brackets(text, kinds, outer)
    _resolve_neutral(kinds, outer)
    if base:
        return [2 if kind in ("L", "EN", "AN") else 1 for kind in kinds]
    return [1 if kind == "R" else 2 if kind in _NUMBERS else 0 for kind in kinds]


def visual_runs(line_levels: Sequence[int]) -> list[tuple[int, int, int]]:
    """Start, end and level of the runs of one line, in the order in which they are drawn (L2)."""
    runs: list[tuple[int, int, int]] = []
    at = 0
    for level, group in groupby(line_levels):
        length = sum(1 for _ in group)
        runs.append((at, at + length, level))
        at += length
    odd = [level for _, _, level in runs if level % 2]
    for turn in range(max((level for _, _, level in runs), default=0), min(odd, default=1) - 1, -1):
        runs = _turned(runs, turn)
    return runs


def _turned(runs: list[tuple[int, int, int]], least: int) -> list[tuple[int, int, int]]:
    """The runs with every stretch of this level or higher reversed."""
    result: list[tuple[int, int, int]] = []
    for high, group in groupby(runs, key=lambda run: run[2] >= least):
        stretch = list(group)
        result += reversed(stretch) if high else stretch
    return result


def _resolve_weak(kinds: list[str], outer: str) -> None:
    """Rules W1 to W7: marks, numbers and their separators."""
    before, strong = outer, outer
    for i, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kinds[i] = before
        before = kinds[i]
    for i, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kinds[i] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for i in range(1, len(kinds) - 1):  # W4
        sides = kinds[i - 1] if kinds[i - 1] == kinds[i + 1] else ""
        if (kinds[i] == "ES" and sides == "EN") or (kinds[i] == "CS" and sides in _NUMBERS):
            kinds[i] = sides
    _resolve_terminators(kinds)
    strong = outer
    for i, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):  # W6
            kinds[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[i] = "L"


def _resolve_terminators(kinds: list[str]) -> None:
    """Rule W5: signs such as $ and % beside a number belong to it."""
    at = 0
    while at < len(kinds):
        if kinds[at] not in ("ET", "BN"):
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] in ("ET", "BN"):
            end += 1
        beside = (at and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
        if beside and "ET" in kinds[at:end]:
            kinds[at:end] = ["EN" if kind == "ET" else kind for kind in kinds[at:end]]
        at = end


def _resolve_brackets(text: str, kinds: list[str], outer: str) -> None:
    """Rule N0: both brackets of a pair take one direction."""
    inner = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
    for start, end in _pairs(text, kinds):
        inside = {inner[kind] for kind in kinds[start + 1 : end] if kind in inner}
        if outer in inside:
            kinds[start] = kinds[end] = outer
        elif inside:
            before = next((inner[kind] for kind in reversed(kinds[:start]) if kind in inner), outer)
            kinds[start] = kinds[end] = before


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    closers = frozenset(_BRACKETS.values())
    for i, char in enumerate(text):
        if kinds[i] not in _NEUTRAL:
            continue
        if char in _BRACKETS:
            if len(waiting) == _MOST_OPEN_BRACKETS:
                return []
            waiting.append((_BRACKETS[char], i))
        elif char in closers:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == char:
                    found.append((waiting[depth][1], i))
                    del waiting[depth:]
                    break
    return sorted(found)


def _resolve_neutral(kinds: list[str], outer: str) -> None:
    """Rules N1 and N2: what has no direction follows its neighbours if they agree, else the paragraph."""

    def _side(index: int) -> str:
        if not 0 <= index < len(kinds):
            return outer
        return "R" if kinds[index] in ("R", "EN", "AN") else "L"

    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            before, after = _side(at - 1), _side(end)
            kinds[at:end] = [before if before == after else outer] * (end - at)
        at = end + 1 if end == at else end
