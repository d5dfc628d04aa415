"""Rich text (RTF) as one row: its text, with headers and notes beside it; pictures and objects are named."""

import re
from collections.abc import Iterator
from typing import Any, Final

from striprtf import striprtf

from frhearing.intake.draft import Reading, Unreadable
from frhearing.intake.formats.one_row import Document, counted
from frhearing.intake.source import Source

_LIBRARY: Final[Any] = striprtf
"""The library, which has no types of its own."""
_BINARY: Final = re.compile(rb"\\bin(\d{1,9}) ?")
_PICTURE_DATA: Final = re.compile(rb"[0-9a-fA-F\r\n]{1000,}")
_LINK: Final = re.compile(r'HYPERLINK\s+"([^"{}]{1,2000})"')
_CELL: Final = re.compile(r"\\(?:nest)?cell(?![a-z0-9])\s?")
_LAST_CELL: Final = re.compile(r"\\(?:nest)?cell\s*(?=[{}]?\s*\\(?:nest)?row(?![a-z]))")
_TOKEN: Final = re.compile(r"\\[\\{}]|[{}]")
_PLACES: Final = {
    "edges": r"\{\s*\\(?:header|footer)[lrf]?(?![a-z])",
    "notes": r"\{\s*(?:\\\*)?\\footnote(?![a-z])",
    "boxes": r"\{\s*\\shptxt(?![a-z])",
    "margin": r"\{\s*\\\*\\annotation(?![a-z])",
    "deleted": r"\{[^{}]{0,300}\\deleted(?![a-z0])",
    "hidden": r"\{[^{}]{0,300}\\v(?![a-z0-9])",
}
_NAMED: Final = {r"\\pict(?![a-z])": "picture", r"\\object(?![a-z])": "embedded object"}
_MOST_GROUPS: Final = 20_000


def read(source: Source) -> Reading:
    """Read a rich text document. Raises Unreadable, in a sentence, for one that is none or damaged."""
    if not source.data.lstrip().startswith(b"{\\rtf"):
        raise Unreadable(
            f"“{source.file}” is called a rich text document and is none; nothing was imported, and the file is as it "
            "was. If it is a plain letter, give it a name that ends in .txt; else ask the sender for it again."
        )
    rich = _slim(source.data).decode("latin-1")
    document = Document()
    document.links = _LINK.findall(rich)
    for pattern, what in _NAMED.items():
        if times := len(re.findall(pattern, rich)):
            document.leave(counted(times, what, f"{what}s"))
    rich, apart = _set_apart(rich.replace("HYPERLINK", ""))
    head = rich[: rich.find("\\pard")] if "\\pard" in rich else rich[:2000]
    page = re.search(r"\\ansicpg\d+", head)
    opening = "{\\rtf1" + (page[0] if page else "") + _fonts(head)

    def plain(group: str) -> str:
        return _plain(opening + "\\pard " + group + "}", source.file).strip()

    document.author = plain(author[1]) if (author := re.search(r"\{\\author ([^{}]*)\}", rich)) else ""
    document.title = plain(title[1]) if (title := re.search(r"\{\\title ([^{}]*)\}", rich)) else ""
    text = _plain(rich, source.file).strip("\n")
    notes = [f"[note] {plain(one)}" for one in apart["notes"]]
    document.text = "\n".join(filter(None, [text, *map(plain, apart["boxes"]), *notes]))
    document.edges = [plain(one) for one in apart["edges"]]
    document.margin = [f"Comment: {plain(one)}" for one in apart["margin"]]
    if deleted := [plain(one) for one in apart["deleted"]]:
        letters = counted(sum(map(len, deleted)), "letter", "letters")
        document.leave(f"{counted(len(deleted), 'passage', 'passages')} struck out with tracked changes ({letters})")
    if hidden := "".join(plain(one) for one in apart["hidden"]).strip():
        document.leave(f"hidden text ({counted(len(hidden), 'letter', 'letters')})")
    if "\N{REPLACEMENT CHARACTER}" in document.text:
        document.notes.append(f"Some letters of “{source.file}” are not those of its own encoding; compare the text.")
    return document.reading(source)


def _slim(data: bytes) -> bytes:
    """Take out the data of pictures and objects, which is most of such a file and none of its text."""
    kept = []
    at = 0
    for binary in _BINARY.finditer(data):
        if binary.start() >= at:
            kept.append(data[at : binary.start()])
            at = min(binary.end() + int(binary[1]), len(data))
    kept.append(data[at:])
    return _PICTURE_DATA.sub(b"", b"".join(kept))


def _set_apart(rich: str) -> tuple[str, dict[str, list[str]]]:
    """Return the document without its headers, notes, boxes, deletions and hidden text, and those by their places."""
    apart: dict[str, list[str]] = {place: [] for place in _PLACES}
    for place, pattern in _PLACES.items():
        kept = []
        at = 0
        for start, end in _groups(rich, pattern):
            kept.append(rich[at:start])
            apart[place].append(
                re.sub(r"\\(?:header|footer)[lrf]?|\\\*|\\footnote|\\annotation|\\shptxt", "", rich[start:end])
            )
            at = end
        rich = "".join([*kept, rich[at:]])
    return rich, apart


def _groups(rich: str, pattern: str) -> Iterator[tuple[int, int]]:
    """Give where the groups that begin so start and end, those within others left out."""
    end = found = 0
    for opening in re.finditer(pattern, rich):
        if opening.start() < end or found >= _MOST_GROUPS:
            continue
        depth = 0
        for token in _TOKEN.finditer(rich, opening.start()):
            depth += {"{": 1, "}": -1}.get(token[0], 0)
            if depth == 0:
                found, end = found + 1, token.end()
                yield opening.start(), end
                break
        else:
            return  # it does not end, and so neither does what lies in it


def _fonts(head: str) -> str:
    return next((head[start:end] for start, end in _groups(head, r"\{\\fonttbl")), "")


def _plain(rich: str, file: str) -> str:
    """Return rich text as plain text. Raises Unreadable where the library cannot make it out."""
    rich = _CELL.sub(r"\\tab ", _LAST_CELL.sub("", rich))
    try:
        text = str(_LIBRARY.rtf_to_text(rich, errors="replace"))
    except (LookupError, ValueError, TypeError) as fault:
        raise Unreadable(
            f"“{file}” is a damaged rich text document; nothing was imported, and the file is as it was. "
            "Open it and paste its text, or ask the sender for it again."
        ) from fault
    # Letters beyond the first 65,536 come in two halves.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\N{SOFT HYPHEN}", "")
