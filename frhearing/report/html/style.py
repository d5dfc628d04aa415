"""The style sheet of the page: the look of the printed summary, in the fonts that a reader has."""

from frhearing.drawing.colours import PRINT
from frhearing.drawing.stances import ALL_KEYS

_MARKS = "\n".join(f".mark.{key} {{ color: {PRINT[key]}; }}" for key in ALL_KEYS)

STYLE = f"""
:root {{ color-scheme: light; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 52rem; background: #fff; color: {PRINT["text"]};
  font: 1.0625rem/1.5 "Source Serif 4", "Source Serif Pro", Georgia, "Times New Roman", serif; }}
h1, h2, h3, h4, table, dt, figcaption, .side, .label, .strong, .note, .figures, nav, footer, .draft, svg text {{
  font-family: "Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }}
h1, h2, h3 {{ color: {PRINT["heading"]}; line-height: 1.2; overflow-wrap: anywhere; }}
h1 {{ font-size: 2.25rem; margin: 0.5rem 0 1rem; }}
h2 {{ font-size: 1.6rem; margin: 3rem 0 0.75rem; }}
h3 {{ font-size: 1.125rem; margin: 1.75rem 0 0.4rem; }}
h4 {{ font-size: 1rem; margin: 1.25rem 0 0.25rem; }}
p {{ margin: 0 0 0.6rem; overflow-wrap: anywhere; }}
a {{ color: {PRINT["heading"]}; text-underline-offset: 0.15em; }}
a:focus-visible, .scroll:focus-visible {{ outline: 3px solid {PRINT["heading"]}; outline-offset: 2px; }}
.lead {{ font-size: 1.2rem; }}
.label, .note, figcaption {{ font-size: 0.9rem; color: {PRINT["text3"]}; }}
.strong {{ font-size: 0.95rem; font-weight: 600; color: {PRINT["text"]}; }}
.draft {{ font-weight: 700; letter-spacing: 0.2em; border: 2px solid {PRINT["text3"]}; color: {PRINT["text3"]};
  display: inline-block; padding: 0.1rem 0.75rem; }}
#cover {{ border-left: 0.75rem solid {PRINT["heading"]}; padding-left: 1.5rem; }}
.box {{ background: {PRINT["surface3"]}; border-left: 4px solid {PRINT["heading"]};
  padding: 0.75rem 1rem; margin: 1rem 0; }}
.scroll {{ overflow-x: auto; margin: 0.75rem 0 1.5rem; }}
table {{ border-collapse: collapse; width: 100%; font-size: 0.95rem; line-height: 1.35;
  font-variant-numeric: tabular-nums; }}
caption {{ text-align: left; font-size: 0.9rem; color: {PRINT["text3"]}; padding-bottom: 0.35rem; }}
th, td {{ text-align: left; vertical-align: top; padding: 0.3rem 0.75rem 0.3rem 0; font-weight: 400;
  border-bottom: 1px solid {PRINT["border"]}; overflow-wrap: anywhere; }}
thead th {{ font-weight: 600; color: {PRINT["text3"]}; border-bottom: 2px solid {PRINT["text"]}; vertical-align: bottom;
  overflow-wrap: normal; }}
.n {{ text-align: right; padding-right: 0.5rem; overflow-wrap: normal; }}
.whole {{ white-space: nowrap; }}
.quiet {{ color: {PRINT["text3"]}; }}
.total th, .total td {{ font-weight: 600; border-top: 1.5px solid {PRINT["text"]}; }}
.figures {{ display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 1rem 0; }}
.figures dt {{ font-size: 0.9rem; font-weight: 600; }}
.figures dd {{ margin: 0; font-size: 0.85rem; color: {PRINT["text3"]}; }}
.figures strong {{ display: block; font-size: 2rem; line-height: 1.15; color: {PRINT["heading"]}; }}
.figures span {{ color: inherit; }}
.chart {{ margin: 1rem 0 1.25rem; }}
.chart svg {{ display: block; width: 100%; height: auto; }}
.quote {{ margin: 1rem 0 1.25rem 1.5rem; }}
blockquote {{ margin: 0; font-style: italic; font-size: 1.125rem; }}
blockquote p {{ margin-bottom: 0.15rem; }}
.mark {{ display: inline-block; width: 1.1em; }}
{_MARKS}
.entries > div, .entry {{ display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1.5rem;
  border-top: 1px solid {PRINT["border"]}; padding: 0.6rem 0; }}
.entries dt {{ font-weight: 600; font-size: 0.95rem; overflow-wrap: anywhere; }}
.entries dd {{ margin: 0; }}
.entry h3, .entry h4 {{ margin: 0; font-size: 0.95rem; color: {PRINT["text"]}; }}
.side {{ list-style: none; margin: 0 0 0.5rem; padding: 0; font-size: 0.875rem; line-height: 1.4; }}
.contents, .index {{ list-style: none; padding: 0; }}
.contents ul {{ list-style: none; padding-left: 1.5rem; }}
.index {{ columns: 2 18rem; column-gap: 2rem; font-size: 0.95rem; }}
.signature {{ display: grid; grid-template-columns: 3fr 1fr; gap: 2rem; margin-top: 3rem; }}
.signature .line {{ border-top: 1px solid {PRINT["text"]}; padding-top: 0.2rem; font-size: 0.9rem; }}
footer {{ margin-top: 3rem; border-top: 1px solid {PRINT["border"]}; padding-top: 0.5rem; font-size: 0.9rem;
  color: {PRINT["text3"]}; }}
@media (max-width: 40rem) {{
  h1 {{ font-size: 1.85rem; }}
  .entries > div, .entry {{ grid-template-columns: 1fr; }}
  th, td {{ overflow-wrap: break-word; }}
  tbody td:not(.n):not(.whole) {{ min-width: 9rem; }}
  .chart {{ overflow-x: auto; }}
  .chart svg {{ min-width: 34rem; }}
}}
@media print {{
  @page {{ margin: 0.75in; }}
  body {{ max-width: none; padding: 0; font-size: 10.5pt; }}
  a {{ color: inherit; text-decoration: none; }}
  h2, h3, h4 {{ break-after: avoid; }}
  tr, .quote, .box, .chart, .figures {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }}
  .scroll, .chart {{ overflow: visible; }}
  .chart svg {{ min-width: 0; }}
  th, td {{ overflow-wrap: anywhere; }}
  tbody td:not(.n):not(.whole) {{ min-width: 0; }}
  p {{ orphans: 2; widows: 2; }}
}}
"""
"""The rules, in the order in which they are read."""
