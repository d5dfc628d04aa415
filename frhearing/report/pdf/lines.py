"""Breaks a paragraph into lines. Every character and every space of it stays, wherever a line ends."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from frhearing.report.pdf import bidi
from frhearing.report.pdf.clusters import clusters
from frhearing.report.pdf.style import TextStyle


class Line(NamedTuple):
    """One line: its glyphs, to stand between `[(` and `)]TJ`, and its width in points."""

    glyphs: str
    width: float


class Lines(NamedTuple):
    """A broken paragraph; `spoken` is set where the glyphs do not stand in reading order."""

    lines: Sequence[Line]
    right_to_left: bool = False
    spoken: str | None = None


_IDEOGRAPHS = (
    "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00016fe0-\U00018aff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
_SYLLABLE = "[\u1100-\u115f\ua960-\ua97f]+[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*"
"""A Korean syllable spelled in its letters: they are drawn as one."""
_ON_TOP = "[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
"""What changes the ideograph or the kana before it."""
_TOKEN = re.compile(f" +|{_SYLLABLE}|[{_IDEOGRAPHS}]{_ON_TOP}|[^{_IDEOGRAPHS} ]+")
_SIMPLE = re.compile(
    "[\x20-\u058f\u10a0-\u10ff\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u218f\u2190-\u23ff\ufb00-\ufb06\ufffd]*"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_NEVER_FIRST = frozenset("、。，．・：；？！）］｝〉》」』】〕％”’ー々,.!?;:)]}")
_NEVER_LAST = frozenset("（［｛〈《「『【〔“‘([{")
_HANGS = "·"
"""Stands at the end of a line rather than at the start of the next, if need be in the margin."""
_JOINT = " · "
_CUT_AFTER = frozenset("/-_.?&=,;")
_SLACK = 1e-6
_REMEMBERED, _MOST_RECENT = 2000, 64
"""Texts of up to so many characters, and how many of them, are remembered in each style as they were broken."""
_LONG = 400
"""A word of more characters is never set whole."""


def break_text(text: str, style: TextStyle, width: float) -> Lines:
    """The text in lines of at most `width` points; a line feed always ends a line.

    What was broken lately is known again: a text is measured before it is set.
    """
    if len(text) > _REMEMBERED:
        return _broken(text, style, width)
    recent = style.recent
    lines = recent.get((text, width))
    if lines is None:
        if len(recent) >= _MOST_RECENT:
            recent.clear()
        lines = recent[text, width] = _broken(text, style, width)
    return lines


def _broken(text: str, style: TextStyle, width: float) -> Lines:
    if "\n" not in text:
        return _break_line(text, style, width)
    lines: list[Line] = []
    turned = False
    spoken = False
    stored = text.split("\n")
    for number, part in enumerate(stored):
        broken = _break_line(part, style, width)
        lines += broken.lines
        turned |= broken.right_to_left
        spoken |= broken.spoken is not None
        if number < len(stored) - 1:
            last = lines[-1]
            lines[-1] = Line(last.glyphs + style.space, last.width)
    return Lines(lines, turned, text.replace("\n", " ") if spoken else None)


def _break_line(text: str, style: TextStyle, width: float) -> Lines:
    if not text:
        return Lines([Line("", 0.0)])
    if _SIMPLE.fullmatch(text) and "  " not in text and text[0] != " " and text[-1] != " ":
        lines = _break_simple(text, style, width)
        if lines is not None:
            return Lines(lines)
    if _RIGHT_TO_LEFT.search(text):
        return _break_bidi(text, style, width)
    return Lines(_break_units(text, style, width))


def _break_simple(text: str, style: TextStyle, width: float) -> list[Line] | None:
    """Words with single spaces between them; None when one of them is wider than the line."""
    words = text.split(" ")
    if len(text) > _LONG and max(map(len, words)) > _LONG:
        return None
    space, space_width = style.space, style.space_width
    widths, glyphs = zip(*map(style.__getitem__, words), strict=True)
    ends = list(accumulate(map(space_width.__add__, widths)))  # every word with the space behind it
    limit = width + space_width + _SLACK
    lines: list[Line] = []
    start, before = 0, 0.0
    while True:
        stop = bisect_right(ends, before + limit, start)
        if stop == start:
            return None
        if stop < len(words) and words[stop] == _HANGS:
            stop += 1
        part = space.join(glyphs[start:stop])
        wide = ends[stop - 1] - before - space_width
        if stop == len(words):
            lines.append(Line(part, wide))
            return lines
        lines.append(Line(part + space, wide))
        start, before = stop, ends[stop - 1]


def _break_units(text: str, style: TextStyle, width: float) -> list[Line]:
    """Lines of units between which a line may end, for long words, ideographs and runs of spaces."""
    lines: list[Line] = []
    current: list[str] = []
    at = 0.0
    for piece, wide in _units(text, style, width):
        if piece[0] == " ":
            current.append(style.space * len(piece))
            at += wide
            continue
        if current and at + wide > width + _SLACK:
            lines.append(Line("".join(current), at))
            current, at = [], 0.0
        current.append(style[piece][1])
        at += wide
    lines.append(Line("".join(current), at))
    return lines


def _units(text: str, style: TextStyle, width: float) -> Iterator[tuple[str, float]]:
    """Pieces of text that stay on one line, with their widths: spaces, words, ideographs."""
    waiting = ""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token[0] == " ":
            if waiting:
                yield from _cut(waiting, style, width)
            waiting = ""
            yield token, style.space_width * len(token)
        elif waiting and (token[0] in _NEVER_FIRST or waiting[-1] in _NEVER_LAST) and len(waiting) < 40:
            waiting += token
        else:
            if waiting:
                yield from _cut(waiting, style, width)
            waiting = token
    if waiting:
        yield from _cut(waiting, style, width)


def _cut(word: str, style: TextStyle, width: float) -> Iterator[tuple[str, float]]:
    """The word whole if it fits into the line, else in parts that do, if possible after a sign such as /."""
    if len(word) <= _LONG:
        wide = style[word][0]
        if wide <= width + _SLACK:
            yield word, wide
            return
    part: list[str] = []
    at = 0.0
    for cluster in clusters(word):
        wide = style[cluster][0] if len(cluster) <= _LONG else style[cluster[:1]][0]
        if part and at + wide > width * 0.98:
            stop = _good_end(part)
            rest = part[stop:]
            yield _measured("".join(part[:stop]), style)
            part, at = rest, sum(style[piece][0] for piece in rest)
        part.append(cluster)
        at += wide
    if part:
        yield _measured("".join(part), style)


def _measured(text: str, style: TextStyle) -> tuple[str, float]:
    return text, style[text][0]


def _good_end(part: list[str]) -> int:
    """Where to cut a line of an overlong word: after a sign in its last third, else at its end."""
    for stop in range(len(part), len(part) * 2 // 3, -1):
        if part[stop - 1] in _CUT_AFTER:
            return stop
    return len(part)


def _break_bidi(text: str, style: TextStyle, width: float) -> Lines:
    """Lines broken in reading order, then each put into the order in which it is drawn."""
    base, level = _directions(text)
    lines: list[Line] = []
    for start, end in _spans(text, style, width):
        bare = start + len(text[start:end].rstrip(" "))
        drawn = [*level[start:bare], *[base] * (end - bare)]  # L1: spaces at the end follow the paragraph
        pieces: list[str] = []
        wide = 0.0
        for first, last, depth in bidi.visual_runs(drawn):
            run = text[start + first : start + last]
            across, glyphs = style.backward(run) if depth % 2 else style.line(run)
            pieces.append(glyphs)
            wide += across
        lines.append(Line("".join(pieces), wide - style.space_width * (end - bare)))
    return Lines(lines, bool(base), text)


def _directions(text: str) -> tuple[int, list[int]]:
    """The base level of a text and the level of each character.

    Parts that the desk joined, such as a name and `No. 12`, keep their own direction and follow each other from
    left to right, as everything around them does.
    """
    parts = text.split(_JOINT)
    if len(parts) == 1 or all(map(_RIGHT_TO_LEFT.search, parts)):
        base = bidi.base_level(text)
        return base, bidi.levels(text, base)
    level: list[int] = []
    for part in parts:
        level += bidi.levels(part, bidi.base_level(part))
        level += [0] * len(_JOINT)
    return 0, level[: len(text)]


def _spans(text: str, style: TextStyle, width: float) -> Iterator[tuple[int, int]]:
    """Start and end of each line in the text."""
    start = at = 0
    long = 0.0
    filled = False
    for piece, wide in _units(text, style, width):
        if piece[0] != " ":
            if filled and long + wide > width + _SLACK:
                yield start, at
                start, long = at, 0.0
            filled = True
        long += wide
        at += len(piece)
    yield start, at
