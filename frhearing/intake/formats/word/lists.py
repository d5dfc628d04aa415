"""The labels that Word sets before the items of its lists (``1.``, ``b)``, ``•``) and does not keep in the text."""

import re
from typing import Any, Final

from frhearing.intake.formats.word.parts import attribute, child, is_on, name_of, whole_number

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
SYMBOLS: Final = {
    0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xA8: "□", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x6C: "●", 0x6E: "■",
    0xFE: "☒", 0xFD: "☒", 0xE0: "→", 0x4A: "☺",
}  # fmt: skip
"""Signs of the fonts Symbol and Wingdings by their places in those fonts."""
_HIGHEST: Final = 10_000


class Styles:
    """What the styles of a document say that matters here: which hide their text, and which number paragraphs."""

    def __init__(self, root: Any | None) -> None:
        self._based: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._numbered: dict[str, tuple[str, int]] = {}
        for style in root if root is not None else ():
            if name_of(style) == "w:style":
                self._read(style)

    def hides(self, style: str) -> bool:
        """Tell whether text of that style is hidden."""
        return any(name in self._hidden for name in self._line(style))

    def numbering(self, style: str) -> tuple[str, int]:
        """Return the list and the level (from 0) of paragraphs of that style; an empty list for none."""
        return next((self._numbered[name] for name in self._line(style) if name in self._numbered), ("", 0))

    def _read(self, style: Any) -> None:
        name = attribute(style, "w:styleId")
        based = child(style, "w:basedOn")
        if based is not None:
            self._based[name] = attribute(based, "w:val")
        if is_on(child(style, "w:rPr", "w:vanish")):
            self._hidden.add(name)
        numbered = child(style, "w:pPr", "w:numPr")
        if numbered is not None and child(numbered, "w:numId") is not None:
            self._numbered[name] = numbering_of(numbered)

    def _line(self, style: str) -> list[str]:
        """Return a style and those it is based on."""
        line: list[str] = []
        while style and style not in line:
            line.append(style)
            style = self._based.get(style, "")
        return line


class Lists:
    """The lists of a document; counts their items as they come."""

    def __init__(self, root: Any | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._shared: dict[str, str] = {}
        found = [one for one in root if isinstance(one.tag, str)] if root is not None else []
        plans = {attribute(one, "w:abstractNumId"): one for one in found if name_of(one) == "w:abstractNum"}
        for one in found:
            plan = child(one, "w:abstractNumId") if name_of(one) == "w:num" else None
            if plan is not None:
                self._read(attribute(one, "w:numId"), one, attribute(plan, "w:val"), plans)

    def label(self, number: str, level: int) -> str:
        """Return the label of the next item of that list and level; empty for none."""
        levels = self._levels.get(number)
        if not levels or level not in levels:
            return ""
        counts = self._counts.setdefault(self._shared[number], {})
        form, written, start = levels[level]
        counts[level] = min(counts.get(level, start - 1) + 1, _HIGHEST)
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if form == "bullet":
            return _bullet(written)
        return re.sub(r"%([1-9])", lambda match: self._counted(levels, counts, int(match[1]) - 1), written).strip()

    def _counted(self, levels: dict[int, tuple[str, str, int]], counts: dict[int, int], level: int) -> str:
        form, _, start = levels.get(level, ("decimal", "", 1))
        return _numeral(counts.get(level, start), form)

    def _read(self, number: str, one: Any, plan: str, plans: dict[str, Any]) -> None:
        levels = {}
        changed = [child(over, "w:lvl") for over in one if name_of(over) == "w:lvlOverride"]
        own = [level for level in plans.get(plan, ()) if name_of(level) == "w:lvl"]
        for level in [*own, *(level for level in changed if level is not None)]:
            form, text, start = child(level, "w:numFmt"), child(level, "w:lvlText"), child(level, "w:start")
            levels[whole_number(attribute(level, "w:ilvl"))] = (
                attribute(form, "w:val") if form is not None else "decimal",
                attribute(text, "w:val") if text is not None else "",
                whole_number(attribute(start, "w:val")) if start is not None else 1,
            )
        self._levels[number] = levels
        restarted = any(child(over, "w:startOverride") is not None for over in one if name_of(over) == "w:lvlOverride")
        self._shared[number] = number if restarted else f"plan {plan}"


def numbering_of(element: Any) -> tuple[str, int]:
    """Return the list and the level (from 0) that a ``w:numPr`` names."""
    number, level = child(element, "w:numId"), child(element, "w:ilvl")
    return (
        attribute(number, "w:val") if number is not None else "",
        whole_number(attribute(level, "w:val")) if level is not None else 0,
    )


def symbol(code: int) -> str:
    """Return the sign that stands at a place of a symbol font; the letter itself where it is none of those."""
    known = SYMBOLS.get(code - 0xF000 if 0xF000 <= code <= 0xF0FF else -1)
    return known or ("\N{REPLACEMENT CHARACTER}" if code < 32 or 0xD800 <= code < 0xE000 else chr(code))


def _bullet(written: str) -> str:
    return "".join(symbol(ord(letter)) for letter in written).strip() or "•"


def _numeral(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and number > 0:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form == "none" else str(number)
