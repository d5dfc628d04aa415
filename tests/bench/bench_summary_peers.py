"""Seconds, pages and memory of the full tagged summary beside other engines that set the same comments.

Usage: python tests/bench/bench_summary_peers.py [--peers PYTHON] [COMMENTS …]     (10, 1,000 and 10,000 if none)

PYTHON is the interpreter of an environment that has the engines to compare with: typst, PyMuPDF, fpdf2,
WeasyPrint, reportlab. Those it does not have are skipped with a line. Each run is a process of its own; its
seconds include the imports. Ours is the whole summary with counts, charts, lists, contents, links and the
record attached; the others set a title and then every comment under its heading, tagged where they can.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_TITLE = "Public hearing summary"
_LIMIT_S = 1800
Comment = dict[str, Any]


def ours(comments: list[Comment], target: Path) -> None:
    """The whole summary, tagged, with the record attached."""
    from summary_facts import comments as made
    from summary_facts import facts

    given = facts(made(len(comments)))
    global started
    started = time.perf_counter()
    from frhearing.desk.exporting import csv_text
    from frhearing.report.pdf import Attachment, write_pdf
    from frhearing.report.summary import build_summary

    rows = [{key: str(value) for key, value in comment.items()} for comment in comments]
    along = (
        Attachment("comments.csv", "text/csv", "Every comment", csv_text(rows).encode()),
        Attachment("record.json", "application/json", "The record", json.dumps(rows, ensure_ascii=False).encode()),
    )
    target.write_bytes(write_pdf(build_summary(given), attachments=along).data)


def typst(comments: list[Comment], target: Path) -> None:
    """Typst, tagged for PDF/UA-1, with page x of y."""
    import typst as engine

    data = target.with_suffix(".json")
    data.write_text(json.dumps(comments, ensure_ascii=False), encoding="utf-8")
    source = target.with_suffix(".typ")
    source.write_text(
        f'#set document(title: "{_TITLE}", author: "Office of the City Clerk")\n'
        '#set text(lang: "en", size: 10pt)\n'
        '#set page(paper: "us-letter", margin: (left: 192pt, rest: 60pt), numbering: "1 of 1")\n'
        f"= {_TITLE}\n"
        f'#for c in json("{data.name}") [\n== #c.head\n#for p in c.paragraphs [#p #parbreak()]\n]\n',
        encoding="utf-8",
    )
    target.write_bytes(engine.compile(str(source), root=str(target.parent), format="pdf", pdf_standards=["ua-1"]))


def reportlab(comments: list[Comment], target: Path) -> None:
    """Stock reportlab: Paragraphs in a SimpleDocTemplate. It cannot tag."""
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    head, body = ParagraphStyle("head", fontSize=10, spaceBefore=12), ParagraphStyle("body", fontSize=10, leading=14)
    story = [Paragraph(_TITLE, head)]
    for comment in comments:
        story.append(Paragraph(escape(comment["head"]), head))
        story += [Paragraph(escape(part), body) for part in comment["paragraphs"]]
    SimpleDocTemplate(str(target), leftMargin=192, rightMargin=60).build(story)


def pymupdf(comments: list[Comment], target: Path) -> None:
    """PyMuPDF's Story. It cannot tag."""
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


def fpdf2(comments: list[Comment], target: Path) -> None:
    """fpdf2 with one of the fonts that ship here. It cannot tag."""
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


def weasyprint(comments: list[Comment], target: Path) -> None:
    """WeasyPrint, tagged for PDF/UA-1."""
    import weasyprint as engine

    engine.HTML(string=_html(comments)).write_pdf(str(target), pdf_variant="pdf/ua-1")


ENGINES: dict[str, Callable[[list[Comment], Path], None]] = {
    function.__name__: function for function in (ours, typst, reportlab, pymupdf, fpdf2, weasyprint)
}
_TAGS = {"ours", "typst", "weasyprint"}
started = 0.0


def _html(comments: list[Comment]) -> str:
    from html import escape

    parts = [
        f'<html lang="en"><head><title>{_TITLE}</title><style>@page {{size: letter; margin: 60pt 60pt 60pt 192pt}} '
        f"body {{font: 10pt serif}}</style></head><body><h1>{_TITLE}</h1>"
    ]
    for comment in comments:
        parts.append(f"<h2>{escape(comment['head'])}</h2>")
        parts += [f"<p>{escape(part)}</p>" for part in comment["paragraphs"]]
    return "".join(parts) + "</body></html>"


def _child(engine: str, data: Path, target: Path) -> None:
    """Set the comments with one engine and print what it took."""
    global started
    comments = json.loads(data.read_text(encoding="utf-8"))
    started = time.perf_counter()
    try:
        ENGINES[engine](comments, target)
    except ImportError as fault:
        print(json.dumps({"skipped": f"not installed ({fault.name})"}))
        return
    seconds = time.perf_counter() - started
    print(json.dumps({"s": seconds, "MB": _peak()}))


def _peak() -> float:
    """The peak memory of this process in MB; where the system says only the larger one of it and its parent, that."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _made(count: int, folder: Path) -> Path:
    """The comments as data, the same for every engine."""
    from summary_facts import comments

    data = folder / "comments.json"
    made = [
        {"head": f"No. {c.number} {c.name}, {c.group}", "paragraphs": c.text.split("\n\n")} for c in comments(count)
    ]
    data.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return data


def _run(engine: str, count: int, peers: str, folder: Path, data: Path) -> dict[str, Any]:
    target = folder / f"{engine}.pdf"
    command = [sys.executable if engine == "ours" else peers, __file__, "--child", engine, str(data), str(target)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=_LIMIT_S, check=False)
    except subprocess.TimeoutExpired:
        return {"skipped": f"not done after {_LIMIT_S} s"}
    if run.returncode:
        return {"skipped": (run.stderr.strip().splitlines() or ["failed"])[-1][:90]}
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    if "skipped" not in found:
        found |= _looked_at(target, engine, count)
    return found


def _looked_at(target: Path, engine: str, count: int) -> dict[str, Any]:
    """Pages and size of a file, and how many rules of PDF/UA-1 it breaks, if it is tagged."""
    import page
    import pypdfium2

    pdf = pypdfium2.PdfDocument(target)
    pages = len(pdf)
    pdf.close()
    broken = "untagged"
    if engine in _TAGS:
        result = page.validate_pdf(str(target), profile="ua1", limits=page.SafetyLimits.unlimited())
        broken = str(len({failure.rule_id for failure in result.failures}))
    return {"pages": pages, "file": target.stat().st_size / 1e6, "ua1": broken}


def main() -> None:
    """Run every size with every engine in turn and print a table, the best of a few runs each."""
    if sys.argv[1:2] == ["--child"]:
        _child(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("counts", nargs="*", type=int, default=[10, 1000, 10_000])
    wanted = parser.parse_args()
    print(f"{'comments':>8} {'engine':11} {'s':>7} {'pages':>6} {'pages/s':>8}", end=" ")
    print(f"{'MB peak':>8} {'MB file':>8}  UA-1 rules broken")
    for count in wanted.counts or [10, 1000, 10_000]:
        with tempfile.TemporaryDirectory() as folder:
            data = _made(count, Path(folder))
            best: dict[str, dict[str, Any]] = {}
            for _ in range(3 if count <= 1000 else 1):
                for engine in ENGINES:  # interleaved, so that a busy moment meets all
                    run = _run(engine, count, wanted.peers, Path(folder), data)
                    if "s" not in best.get(engine, {}) or run.get("s", 1e9) < best[engine]["s"]:
                        best[engine] = run
            for engine, run in best.items():
                print(_line(count, engine, run), flush=True)
    sys.stdout.flush()


def _line(count: int, engine: str, run: dict[str, Any]) -> str:
    if "skipped" in run:
        return f"{count:8} {engine:11} skipped: {run['skipped']}"
    speed = run["pages"] / run["s"]
    return (
        f"{count:8} {engine:11} {run['s']:7.2f} {run['pages']:6} {speed:8.0f} {run['MB']:8.0f} {run['file']:8.2f}"
        f"  {run['ua1']}"
    )


if __name__ == "__main__":
    sys.path[:0] = [str(_ROOT), str(_ROOT / "tests" / "report")]
    main()
