"""Sets charts and large numbers."""

from math import ceil

from frhearing.drawing.charts import Look, columns, stacked_bars
from frhearing.drawing.colours import PRINT
from frhearing.drawing.scene import Scene
from frhearing.report.document import COLUMNS, NOTE, Chart, KeyFigure, KeyFigures, Paragraph
from frhearing.report.pdf.flow import Flow
from frhearing.report.pdf.items import MarkItem, Picture, TextItem
from frhearing.report.pdf.lines import Line, break_text
from frhearing.report.pdf.set_text import set_continued, set_paragraph
from frhearing.report.pdf.structure import alternative
from frhearing.report.pdf.style import TextStyle

_TYPE = 9.5
_FEW = 8
_AIRY, _TIGHT, _DENSE = (15.0, 8.0), (12.5, 5.5), (10.8, 3.8)
"""Bar and gap of charts with few and with many bars, and of those that fit on a page so only, in points."""
_GROWN = 0.1
"""In large print words grow; bars, which are clear already, by this share of it."""
_MOST_OF_PAGE = 0.62
"""A chart that would take more of a page is parted."""
_COLUMNS_HEIGHT = 170.0
_MOST_FIGURES, _FIGURE_WIDTH, _FIGURE_GAP, _FIGURE_BELOW = 6, 78.0, 10.0, 8.0


def look(flow: Flow, chart: Chart, *, dense: bool = False) -> Look:
    """How charts look on paper at this scale; `dense` where room is short."""

    def _measure(text: str, size: float, weight: int) -> float:
        return flow.styles.in_chart(size, weight, PRINT["text"]).width(text)

    scale = flow.scale
    bar, gap = _DENSE if dense else _AIRY if len(chart.rows) <= _FEW else _TIGHT
    grown = 1 + (scale - 1) * _GROWN
    return Look(PRINT, _measure, chart.names, _TYPE * scale, bar * grown, gap * grown)


def set_chart(flow: Flow, chart: Chart) -> None:
    """A chart as one figure; bars that do not fit on a page become several figures on one scale.

    Where it does not fit on what is left of a page, but with thinner bars would, it has thinner bars.
    """
    scenes = _scenes(flow, chart)
    if len(scenes) == 1 and scenes[0].height + _caption_height(flow, chart) > flow.room >= chart_opening(flow, chart):
        scenes = _scenes(flow, chart, dense=True)
    for number, scene in enumerate(scenes, 1):
        flow.keep(scene.height + (_caption_height(flow, chart) if number == len(scenes) else 0.0))
        set_continued(flow)
        box = (flow.left, flow.y - scene.height, flow.left + scene.width, flow.y)
        node = flow.node("Figure", alternative(chart.alternative, box))
        flow.put(Picture(node, scene, flow.left, flow.y))
        flow.y -= scene.height
        flow.gap(8)
    if chart.caption:
        set_paragraph(flow, Paragraph(chart.caption, NOTE))


def chart_opening(flow: Flow, chart: Chart) -> float:
    """The least height of a chart with its caption, or of its first figure."""
    scenes = _scenes(flow, chart)
    if len(scenes) > 1:
        return scenes[0].height
    return min(_scenes(flow, chart, dense=True)[0].height, scenes[0].height) + _caption_height(flow, chart)


def _caption_height(flow: Flow, chart: Chart) -> float:
    """The height of what stands below a chart, with the room between them."""
    if not chart.caption:
        return 0.0
    style = flow.styles.label
    return 8 * flow.scale + len(break_text(chart.caption, style, flow.width).lines) * style.leading


def _scenes(flow: Flow, chart: Chart, *, dense: bool = False) -> list[Scene]:
    how = look(flow, chart, dense=dense)
    if chart.kind == COLUMNS:
        return [columns(chart.rows, flow.width, _COLUMNS_HEIGHT * flow.scale, how)]
    fit = max(1, int((flow.full_room * _MOST_OF_PAGE - 4 * how.size) / (how.bar + how.gap)))
    most = max((row.total for row in chart.rows), default=0)
    each = ceil(len(chart.rows) / max(ceil(len(chart.rows) / fit), 1))  # one after the other about alike
    parts = [chart.rows[start : start + each] for start in range(0, max(len(chart.rows), 1), max(each, 1))]
    return [stacked_bars(part, flow.width, how, most=most) for part in parts]


def set_key_figures(flow: Flow, block: KeyFigures) -> None:
    """Large numbers side by side, at most six in a line; all of them on one page, in columns below each other."""
    flow.keep(key_figures_opening(flow, block))
    for line in _figure_lines(flow, block):
        _set_figures(flow, line, _step(flow, block))
    flow.gap(6)


def key_figures_opening(flow: Flow, block: KeyFigures) -> float:
    """The height of all lines of large numbers, or of a page where they are taller."""
    lines = _figure_lines(flow, block)
    step = _step(flow, block)
    height = sum(_line_height(flow, line, step) for line in lines) + (len(lines) - 1) * _FIGURE_BELOW * flow.scale
    return min(height, flow.full_room)


def _step(flow: Flow, block: KeyFigures) -> float:
    """The points from one large number to the next."""
    return flow.width / max(1, min(_per_line(flow), len(block.figures)))


def _figure_lines(flow: Flow, block: KeyFigures) -> list[tuple[KeyFigure, ...]]:
    fit = _per_line(flow)
    return [block.figures[start : start + fit] for start in range(0, len(block.figures), fit)]


def _per_line(flow: Flow) -> int:
    return max(1, min(_MOST_FIGURES, int(flow.width / (_FIGURE_WIDTH * flow.scale))))


def _line_height(flow: Flow, figures: tuple[KeyFigure, ...], step: float) -> float:
    """The height of the tallest of some large numbers side by side, each `step` points from the next."""
    room = step - _FIGURE_GAP * flow.scale
    return max(
        sum(
            len(break_text(text, style, room - inset).lines) * style.leading
            for style, text, inset in _pieces(flow, figure)
        )
        for figure in figures
    )


def _pieces(flow: Flow, figure: KeyFigure) -> list[tuple[TextStyle, str, float]]:
    """Label, number and note of a figure, each with its style and how far it is set in."""
    styles = flow.styles
    indent = 12 * flow.scale if figure.mark else 0.0
    pieces = [(styles.strong, figure.label, indent), (styles.figure, figure.value, 0.0)]
    if figure.note:
        pieces.append((styles.label, figure.note, 0.0))
    return pieces


def _set_figures(flow: Flow, figures: tuple[KeyFigure, ...], step: float) -> None:
    flow.keep(_line_height(flow, figures, step))
    top, lowest = flow.y, flow.y
    for number, figure in enumerate(figures):
        flow.y = top
        _set_figure(flow, figure, flow.left + step * number, step - _FIGURE_GAP * flow.scale)
        lowest = min(lowest, flow.y)
    flow.y = lowest
    flow.gap(_FIGURE_BELOW)


def _set_figure(flow: Flow, figure: KeyFigure, x: float, width: float) -> None:
    node = flow.node("P")
    if figure.mark:
        middle = flow.y - flow.styles.strong.leading * 0.53
        flow.put(MarkItem(figure.mark, x + 4 * flow.scale, middle, 3.8 * flow.scale))
    pieces = _pieces(flow, figure)
    for number, (style, text, inset) in enumerate(pieces):
        lines = list(break_text(text, style, width - inset).lines)
        if number < len(pieces) - 1:
            lines[-1] = Line(lines[-1].glyphs + style.space, lines[-1].width)
        flow.put(TextItem(node, style, x + inset, flow.y, lines))
        flow.y -= len(lines) * style.leading
