"""What stands in a Word document and is no running text: pictures, charts, objects, ticks; each in a few words."""

from collections.abc import Iterator
from typing import Any, Final

from frhearing.intake.formats.word.parts import attribute, child, is_on, name_of, whole_number

DRAWN: Final = frozenset(("w:drawing", "w:pict", "w:object"))
"""The elements that hold what is drawn."""


def shown(one: Any, name: str) -> str:
    """Name a picture, a chart or an object with the words that describe it; nothing for what is none of these."""
    if name in ("pic:pic", "v:imagedata"):
        return f"a picture{_described(one)}"
    if name == "c:chart":
        return f"a chart{_described(one)}"
    if name == "dgm:relIds":
        return f"a diagram{_described(one)}"
    if name == "o:OLEObject":
        kind = attribute(one, "o:ProgID")
        return f"an embedded object{f' ({kind})' if kind else ''}"
    return ""


def chosen(element: Any) -> list[Any]:
    """Return what lies in the first of several forms of the same content: the newest, or the only one."""
    forms = [one for one in element if name_of(one) in ("mc:Choice", "mc:Fallback")]
    return list(forms[0]) if forms else []


def form_field(mark: Any) -> Iterator[str]:
    """Give what an old form field holds that is no text: a tick, or the entry chosen from a list."""
    box = child(mark, "w:ffData", "w:checkBox")
    if box is not None:
        ticked = child(box, "w:checked")
        yield "☒" if is_on(ticked if ticked is not None else child(box, "w:default")) else "☐"
    entries = child(mark, "w:ffData", "w:ddList")
    if entries is not None:
        result = child(entries, "w:result")
        listed = [attribute(one, "w:val") for one in entries if name_of(one) == "w:listEntry"]
        at = whole_number(attribute(result, "w:val")) if result is not None else 0
        yield listed[at] if at < len(listed) else ""


def _described(drawn: Any) -> str:
    """Return the words that describe a picture: its alternative text, kept by what surrounds it."""
    for around in (drawn, *drawn.iterancestors()):
        for one in (around, *around):
            name = name_of(one)
            said = attribute(one, "wp:descr") if name in ("wp:docPr", "pic:cNvPr") else ""
            said = said or (attribute(one, "v:alt") if name.startswith("v:") else "")
            if said.strip():
                return f" (described as “{said.strip()}”)"
        if name_of(around) in DRAWN:
            break
    return ""
