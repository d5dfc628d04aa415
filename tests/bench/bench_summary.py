"""Seconds, pages and memory of the full tagged summary, and its ratio to stock reportlab on the same texts.

Usage: python tests/bench/bench_summary.py [COMMENTS …]     (200, 1,000 and 10,000 if none are given)

Each run is a process of its own; its seconds include the imports. Stock reportlab sets the same comments as
plain Paragraphs: no tags, no counts, no charts, no contents, standard fonts.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(_ROOT), str(_ROOT / "tests" / "report")]


def ours(count: int) -> dict[str, float]:
    """Build and write the full summary of so many comments."""
    from summary_facts import comments, facts

    given = facts(comments(count, mixed="mixed" in sys.argv))
    start = (time.perf_counter(), time.process_time())
    from frhearing.report.pdf import write_pdf
    from frhearing.report.summary import build_summary

    result = write_pdf(build_summary(given))
    return _measured(start, result.pages, len(result.data))


def stock(count: int) -> dict[str, float]:
    """Set the same comments with reportlab's own Paragraph."""
    from summary_facts import comments

    given = comments(count, mixed="mixed" in sys.argv)
    start = (time.perf_counter(), time.process_time())
    import io
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    head, body = ParagraphStyle("head", fontSize=10, spaceBefore=12), ParagraphStyle("body", fontSize=10, leading=14)
    story: list[Paragraph] = []
    for comment in given:
        story.append(Paragraph(escape(f"No. {comment.number} {comment.name}, {comment.group}"), head))
        story += [Paragraph(escape(part), body) for part in comment.text.split("\n\n")]
    target = io.BytesIO()
    document = SimpleDocTemplate(target, leftMargin=192, rightMargin=60)
    document.build(story)
    return _measured(start, document.page, len(target.getvalue()))


def _measured(start: tuple[float, float], pages: int, size: int) -> dict[str, float]:
    seconds, cpu = time.perf_counter() - start[0], time.process_time() - start[1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "s": seconds,
        "cpu s": cpu,
        "pages": pages,
        "pages/s": pages / seconds,
        "MB file": size / 1e6,
        "MB peak": peak,
    }


def main() -> None:
    """Run every size with both in turn, each run in a fresh process, and print the best of each."""
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps({"ours": ours, "stock": stock}[sys.argv[2]](int(sys.argv[3]))))
        return
    sizes = [int(text) for text in sys.argv[1:] if text.isdigit()] or [200, 1000, 10_000]
    extra = [text for text in sys.argv[1:] if not text.isdigit()]
    for count in sizes:
        runs: dict[str, list[dict[str, float]]] = {"ours": [], "stock": []}
        for _ in range(3 if count <= 1000 else 2):
            for engine in runs:  # interleaved, so that a busy moment meets both
                runs[engine].append(_child(engine, count, extra))
        best = {engine: min(some, key=lambda run: run["cpu s"]) for engine, some in runs.items()}
        for engine, found in best.items():
            print(f"{count:6} {engine:6}", "  ".join(f"{key} {value:.2f}" for key, value in found.items()))
        ratio = best["ours"]["cpu s"] / best["stock"]["cpu s"]
        print(f"{count:6} ratio  {ratio:.2f} x the processor time of stock Paragraphs")


def _child(engine: str, count: int, extra: list[str]) -> dict[str, float]:
    command = [sys.executable, __file__, "--child", engine, str(count), *extra]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main()
