"""The page around the blocks: language, title, landmarks, the one style sheet inside it."""

from html import escape

from frhearing.report.document import Cover, Document, Entry, Heading, Section
from frhearing.report.html.blocks import Blocks
from frhearing.report.html.style import STYLE
from frhearing.report.html.tags import tag, text


def write_html(document: Document) -> str:
    """The whole document as one HTML page; the same document gives the same text."""
    blocks = Blocks(document, anchors(document))
    covered = any(isinstance(block, Cover) for _, block in document.blocks())
    parts = [] if covered else [tag("h1", text(document.title))]
    parts += [_section(blocks, section) for section in document.sections]
    head = (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{tag('title', text(document.title))}\n{_meta('author', document.author)}\n"
        f"{_meta('description', document.subject)}\n{_meta('date', document.dated)}\n<style>\n{STYLE}</style>"
    )
    draft = tag("p", text(document.draft), class_="draft") if document.draft else ""
    foot = tag("p", text(" · ".join((document.office, document.edition))))
    body = "\n".join((draft, tag("main", "\n\n".join(parts)), tag("footer", foot)))
    language = document.language
    return f"<!DOCTYPE html>\n{tag('html', f'<head>{head}</head>' + tag('body', body), lang=language)}\n"


def anchors(document: Document) -> frozenset[str]:
    """Every place of the document that a link can lead to."""
    found = {section.key for section in document.sections}
    for _, block in document.blocks():
        if isinstance(block, Heading | Entry) and block.anchor:
            found.add(block.anchor)
    return frozenset(found)


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(" ".join(content.split()))}">'


def _section(blocks: Blocks, section: Section) -> str:
    """A section with its title; the contents are a landmark for getting about."""
    inner = "\n".join(blocks.all(section.blocks))
    if not section.titled:
        return tag("section", f"\n{inner}\n", id=section.key)
    name = f"{section.key}-title"
    title = tag("h2", text(section.title), id=name)
    kind = "nav" if section.key == "contents" else "section"
    return tag(kind, f"\n{title}\n{inner}\n", id=section.key, aria_labelledby=name)
