"""The engines that bench_summary_peers compares: each sets the comments, or the whole summary, in its own way.

Each function takes the comments and the file to write, and gives the clocks as the work proper began.
"""

import csv
import io
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

_ROOT = Path(__file__).resolve().parents[2]
TITLE = "Public hearing summary"
Comment = dict[str, Any]


class Clock(NamedTuple):
    """Seconds on the wall, and seconds that processors worked for this process."""

    wall: float
    worked: float

    @classmethod
    def now(cls) -> "Clock":
        """Both clocks now."""
        return cls(time.perf_counter(), time.process_time())


def ours(comments: list[Comment], target: Path) -> Clock:
    """The comments alone, tagged, archival."""
    given = [(comment["head"], comment["paragraphs"]) for comment in comments]
    started = Clock.now()
    from frhearing.report.document import Document, Heading, Paragraph, Section
    from frhearing.report.pdf import write_pdf

    blocks: list[Heading | Paragraph] = []
    for head, paragraphs in given:
        blocks.append(Heading(head))
        blocks += [Paragraph(part) for part in paragraphs]
    dated = "2026-02-27T15:42:00Z"
    section = Section("comments", TITLE, tuple(blocks))
    document = Document(TITLE, "", "", "en-US", dated, TITLE, "", "", "Page {page} of {pages}", "", (section,))
    target.write_bytes(write_pdf(document).data)
    return started


def ours_whole(comments: list[Comment], target: Path) -> Clock:
    """The whole summary, tagged, archival, with the record attached."""
    from summary_facts import comments as made
    from summary_facts import facts

    given = facts(made(len(comments)))
    rows = [{key: str(value) for key, value in comment.items()} for comment in comments]
    table, record = csv_text(rows).encode(), json.dumps(rows, ensure_ascii=False).encode()
    started = Clock.now()
    from frhearing.report.pdf import Attachment, write_pdf
    from frhearing.report.summary import build_summary

    along = (
        Attachment("comments.csv", "text/csv", "Every comment", table),
        Attachment("record.json", "application/json", "The record", record),
    )
    target.write_bytes(write_pdf(build_summary(given), attachments=along).data)
    return started


def csv_text(rows: list[dict[str, str]]) -> str:
    """The rows as CSV."""
    text = io.StringIO()
    table = csv.DictWriter(text, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def typst_whole(comments: list[Comment], target: Path) -> Clock:
    """Typst with the document tree of the whole summary, tagged for PDF/UA-1."""
    started = Clock.now()
    import typst as engine

    source = target.parent / "summary.typ"
    target.write_bytes(engine.compile(str(source), root=str(source.parent), format="pdf", pdf_standards=["ua-1"]))
    return started


def typst(comments: list[Comment], target: Path) -> Clock:
    """Typst with the comments alone, tagged for PDF/UA-1, with page x of y."""
    started = Clock.now()
    import typst as engine

    data = target.parent / "comments.json"
    source = target.with_suffix(".typ")
    source.write_text(
        f'#set document(title: "{TITLE}", author: "Office of the City Clerk")\n'
        '#set text(lang: "en", size: 10pt)\n'
        '#set page(paper: "us-letter", margin: (left: 192pt, rest: 60pt), numbering: "1 of 1")\n'
        f"= {TITLE}\n"
        f'#for c in json("{data.name}") [\n== #c.head\n#for p in c.paragraphs [#p #parbreak()]\n]\n',
        encoding="utf-8",
    )
    target.write_bytes(engine.compile(str(source), root=str(target.parent), format="pdf", pdf_standards=["ua-1"]))
    return started


def reportlab(comments: list[Comment], target: Path) -> Clock:
    """Stock reportlab: Paragraphs in a SimpleDocTemplate. It cannot tag."""
    started = Clock.now()
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    head, body = ParagraphStyle("head", fontSize=10, spaceBefore=12), ParagraphStyle("body", fontSize=10, leading=14)
    story = [Paragraph(TITLE, head)]
    for comment in comments:
        story.append(Paragraph(escape(comment["head"]), head))
        story += [Paragraph(escape(part), body) for part in comment["paragraphs"]]
    SimpleDocTemplate(str(target), leftMargin=192, rightMargin=60).build(story)
    return started


def pymupdf(comments: list[Comment], target: Path) -> Clock:
    """PyMuPDF's Story. It cannot tag."""
    started = Clock.now()
    import pymupdf as engine

    story = engine.Story(html=_html(comments))
    writer = engine.DocumentWriter(str(target))
    sheet = engine.paper_rect("letter")
    inside = engine.Rect(sheet.x0 + 192, sheet.y0 + 60, sheet.x1 - 60, sheet.y1 - 60)
    more = 1
    while more:
        device = writer.begin_page(sheet)
        more, _ = story.place(inside)
        story.draw(device)
        writer.end_page()
    writer.close()
    return started


def fpdf2(comments: list[Comment], target: Path) -> Clock:
    """fpdf2 with one of the fonts that ship here. It cannot tag."""
    started = Clock.now()
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format="letter")
    pdf.add_font("body", "", str(_ROOT / "resources" / "fonts" / "SourceSerif4-Regular.ttf"))
    pdf.set_left_margin(192)
    pdf.add_page()
    pdf.set_font("body", size=10)
    for comment in comments:
        for part in (comment["head"], *comment["paragraphs"]):
            pdf.multi_cell(0, 14, part, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(target))
    return started


def weasyprint(comments: list[Comment], target: Path) -> Clock:
    """WeasyPrint, tagged for PDF/UA-1."""
    started = Clock.now()
    import weasyprint as engine

    engine.HTML(string=_html(comments)).write_pdf(str(target), pdf_variant="pdf/ua-1")
    return started


def _html(comments: list[Comment]) -> str:
    from html import escape

    parts = [
        f'<html lang="en"><head><title>{TITLE}</title><style>@page {{size: letter; margin: 60pt 60pt 60pt 192pt}} '
        f"body {{font: 10pt serif}}</style></head><body><h1>{TITLE}</h1>"
    ]
    for comment in comments:
        parts.append(f"<h2>{escape(comment['head'])}</h2>")
        parts += [f"<p>{escape(part)}</p>" for part in comment["paragraphs"]]
    return "".join(parts) + "</body></html>"


ENGINES: dict[str, Callable[[list[Comment], Path], None]] = {
    function.__name__: function
    for function in (ours_whole, ours, typst_whole, typst, reportlab, pymupdf, fpdf2, weasyprint)
}
TAGS = {"ours_whole", "ours", "typst_whole", "typst", "weasyprint"}
"""Those that say of themselves that they tag for PDF/UA-1."""
