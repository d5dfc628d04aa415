"""Seconds, pages and memory of the full tagged summary beside other engines that set the same comments.

Usage: python tests/bench/bench_summary_peers.py [--peers PYTHON] [--engines A,B] [COMMENTS …]

Without numbers of comments it runs 10, 1,000 and 10,000.

PYTHON is the interpreter of an environment that has the engines to compare with: typst, PyMuPDF, fpdf2,
WeasyPrint, reportlab. Those it does not have are skipped with a line. Each run is a process of its own; its
seconds include the imports. There are two kinds of content:

* the comments alone: a title, then every comment under its heading, on pages numbered "x of y";
* the whole summary: counts, charts, lists of who spoke and wrote, contents and index with page numbers and
  links, every comment in full. Ours has the record as CSV and JSON attached besides. Typst is given the same
  document tree (typst_summary.py) with an empty frame for each chart and nothing attached; the engines
  that cannot tag are not asked.

The last lines give the ratios to typst: like beside like, and our whole summary beside typst's comments alone.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from peer_engines import ENGINES, TAGS, Clock

_ROOT = Path(__file__).resolve().parents[2]
_LIMIT_S = 1800

_QUICK = {"ours_whole", "ours", "typst"}
_COMPARED = (("ours", "typst"), ("ours_whole", "typst_whole"), ("ours_whole", "typst"))


def _child(engine: str, data: Path, target: Path) -> None:
    """Set the comments with one engine and print what it took."""
    comments = json.loads(data.read_text(encoding="utf-8"))
    try:
        started = ENGINES[engine](comments, target)
    except ImportError as fault:
        print(json.dumps({"skipped": f"not installed ({fault.name})"}))
        return
    ended = Clock.now()
    print(json.dumps({"s": ended.wall - started.wall, "cpu": ended.worked - started.worked, "MB": _peak()}))


def _peak() -> float:
    """The peak memory of this process in MB; where the system says only the larger one of it and its parent, that."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _made(count: int, folder: Path) -> Path:
    """The comments as data, the same for every engine, and the whole summary as typst reads it."""
    from summary_facts import comments, facts
    from typst_summary import write

    from frhearing.report.summary import build_summary

    write(build_summary(facts(comments(count))), folder)
    data = folder / "comments.json"
    made = [
        {"head": f"No. {c.number} {c.name}, {c.group}", "paragraphs": c.text.split("\n\n")} for c in comments(count)
    ]
    data.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return data


def _run(engine: str, count: int, peers: str, folder: Path, data: Path) -> dict[str, Any]:
    target = folder / f"{engine}.pdf"
    command = [
        sys.executable if engine.startswith("ours") else peers,
        __file__,
        "--child",
        engine,
        str(data),
        str(target),
    ]
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
    if engine in TAGS:
        result = page.validate_pdf(str(target), profile="ua1", limits=page.SafetyLimits.unlimited())
        broken = str(len({failure.rule_id for failure in result.failures}))
    return {"pages": pages, "file": target.stat().st_size / 1e6, "ua1": broken}


def main() -> None:
    """Run every size with every engine in turn and print a table, the best of a few runs each, then the ratios."""
    if sys.argv[1:2] == ["--child"]:
        _child(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("counts", nargs="*", type=int, default=[10, 1000, 10_000])
    wanted = parser.parse_args()
    print(f"{'comments':>8} {'engine':11} {'s':>7} {'cpu s':>7} {'pages':>6} {'pages/s':>8}", end=" ")
    print(f"{'MB peak':>8} {'MB file':>8}  UA-1 rules broken")
    found: dict[int, dict[str, dict[str, Any]]] = {}
    for count in wanted.counts:
        found[count] = _best_of(count, wanted.engines.split(","), wanted.peers)
        for engine, run in found[count].items():
            print(_line(count, engine, run), flush=True)
    for count, runs in found.items():
        for one, other in _COMPARED:
            if "s" in runs.get(one, {}) and "s" in runs.get(other, {}):
                wall, worked, memory = (runs[one][what] / runs[other][what] for what in ("s", "cpu", "MB"))
                print(f"{count:8} {one} to {other}: {wall:.2f} of the time,", end=" ")
                print(f"{worked:.2f} of the processors' time, {memory:.2f} of the memory")


def _best_of(count: int, engines: list[str], peers: str) -> dict[str, dict[str, Any]]:
    """The quickest of a few runs of each engine."""
    best: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        data = _made(count, Path(folder))
        for number in range(3):
            for engine in engines:  # interleaved, so that a busy moment meets all
                if number and count > 1000 and engine not in _QUICK:
                    continue
                run = _run(engine, count, peers, Path(folder), data)
                if "s" not in best.get(engine, {}) or run.get("s", 1e9) < best[engine]["s"]:
                    best[engine] = run
    return best


def _line(count: int, engine: str, run: dict[str, Any]) -> str:
    if "skipped" in run:
        return f"{count:8} {engine:11} skipped: {run['skipped']}"
    speed = run["pages"] / run["s"]
    return (
        f"{count:8} {engine:11} {run['s']:7.2f} {run['cpu']:7.2f} {run['pages']:6} {speed:8.0f} {run['MB']:8.0f} "
        f"{run['file']:8.2f}"
        f"  {run['ua1']}"
    )


if __name__ == "__main__":
    sys.path[:0] = [str(_ROOT), str(_ROOT / "tests" / "report")]
    main()
