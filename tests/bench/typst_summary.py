"""The whole summary for typst: the same document tree, block by block, as typst would be told it by hand."""

import dataclasses
import json
from pathlib import Path
from typing import Any

_TEMPLATE = """
#let tree = json("@")
#set document(title: tree.title, author: tree.author)
#set text(lang: tree.language, size: 10pt)
#set page(paper: "us-letter", margin: 60pt, numbering: "1 of 1", header: [#tree.running_title])
#set par(justify: false)
#let to(anchor, body) = if anchor == "" { body } else { link(label(anchor), body) }
#let named(body, anchor) = if anchor == "" { body } else [#body #label(anchor)]
#let words(p) = text(lang: if p.language == "" { tree.language } else { p.language }, to(p.link, p.text))
#let show-table(b) = table(
  columns: b.columns.map(c => c.share * 1fr), stroke: none,
  table.header(..b.columns.map(c => strong(c.title))), table.hline(),
  ..b.rows.map(r => r.cells.map(c => to(c.link, c.text))).flatten(),
)
#let show-entry(b) = grid(
  columns: (112pt, 1fr), column-gutter: 20pt,
  {
    named(if b.heading > 0 { heading(level: b.heading, outlined: false, b.title) } else { strong(b.title) }, b.anchor)
    text(size: 8.5pt, { b.subtitle; for s in b.side { linebreak(); s.text } })
  },
  { for p in b.paragraphs { for part in p.text.split("\\n\\n") { par(words(p + (text: part))) } } },
)
#let show-index(b) = columns(2, for e in b.entries {
  par({
    e.name
    for (_, anchor) in e.places { [ ]; context link(label(anchor), str(counter(page).at(label(anchor)).first())) }
  })
})
#let show-cover(b) = { title(b.title); for line in (b.above, ..b.below, b.lead, ..b.closing) { par(line) } }
#let shown = (
  Heading: b => named(heading(level: b.level, outlined: b.listed, b.text), b.anchor),
  Paragraph: b => for part in b.text.split("\\n\\n") { par(words(b + (text: part))) },
  BulletList: b => list(..b.items),
  Table: show-table,
  KeyFigures: b => for f in b.figures { par([#f.value #f.label #f.note]) },
  Chart: b => figure(alt: b.alternative, rect(width: 100%, height: 120pt)),
  Quote: b => quote(block: true, attribution: to(b.link, b.attribution), b.text),
  Box: b => block(fill: luma(240), inset: 12pt, { strong(b.title); for p in b.paragraphs { par(words(p)) } }),
  Entry: show-entry,
  Signature: b => par([#line(length: 60%) #b.below #b.date]),
  Contents: b => outline(title: none),
  Index: show-index,
  Cover: show-cover,
)
#for s in tree.sections {
  if s.new_page { pagebreak(weak: true) }
  if s.titled { named(heading(level: 1, s.title), "section-" + s.key) }
  for b in s.blocks { (shown.at(b.type))(b) }
}
"""


def write(document: Any, folder: Path) -> Path:
    """Write a document's tree and what sets it into a folder; returns the file to compile."""
    tree = {field: getattr(document, field) for field in ("title", "author", "language", "running_title")}
    tree["language"] = document.language.partition("-")[0]
    tree["sections"] = [
        {
            "key": s.key,
            "title": s.title,
            "titled": s.titled,
            "new_page": s.new_page,
            "blocks": list(map(_block, s.blocks)),
        }
        for s in document.sections
    ]
    data = folder / "tree.json"
    data.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    source = folder / "summary.typ"
    source.write_text(_TEMPLATE.replace("@", data.name), encoding="utf-8")
    return source


def _block(block: Any) -> dict[str, Any]:
    """One block with its type; what only a drawing needs is left out."""
    kept = {f.name: getattr(block, f.name) for f in dataclasses.fields(block) if f.name not in ("rows", "names")}
    if type(block).__name__ == "Table":
        kept["rows"] = block.rows
    plain: dict[str, Any] = json.loads(json.dumps(kept, default=dataclasses.asdict))
    return {"type": type(block).__name__, **plain}
