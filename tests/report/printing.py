"""Prints texts as comments of an invented hearing and takes them back out of the file."""

import re
from dataclasses import replace

from reading import structure

from frhearing.report.document import Document, Entry, Paragraph, Section, SideLine
from frhearing.report.pdf import write_pdf
from frhearing.report.pdf.faces import has_glyph
from frhearing.report.text import Gate

BLANK = re.compile("\n(?: *\n)+")

PLAIN = Document(
    title="A hearing",
    author="Office of the City Clerk",
    subject="Comments",
    language="en-US",
    dated="2026-02-27T15:42:00Z",
    running_title="A hearing",
    office="Office of the City Clerk",
    edition="Draft 1",
    page_words="Page {page} of {pages}",
    continued_words="{title}, continued",
    draft="DRAFT",
    sections=(),
)


def document(*blocks, title="Section", **changes):
    """A document of one section."""
    return replace(PLAIN, sections=(Section("part", title, blocks),), **changes)


def gated(texts):
    """The texts after the gate, which is what must come back."""
    gate = Gate(has_glyph)
    return [gate.through(text, "") for text in texts]


def printed(texts):
    """The bytes of a document with these texts, each beside its number."""
    entries = [
        Entry(
            f"No. {number}",
            (SideLine("Resident"),),
            (Paragraph(text),),
            heading=2,
            continued=f"No. {number}, continued",
        )
        for number, text in enumerate(gated(texts), 1)
    ]
    return write_pdf(document(*entries)).data


def paragraphs(text):
    """The paragraphs of a gated text as they must come back: a line end is a space within one."""
    return [part.replace("\n", " ") for part in BLANK.split(text) if part]


def read_back(data):
    """For each entry of a printed document the paragraphs beside it, read along the structure tree."""
    section = structure(data).kids[0]
    entries = [kid for kid in section.kids if kid.tag == "Sect"]
    return [[kid.whole for kid in entry.kids if kid.tag == "P"][1:] for entry in entries]
