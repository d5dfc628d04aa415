"""The figures of a hearing as rows that charts and tables show alike."""

from dataclasses import dataclass
from datetime import date

from frhearing.drawing.charts import Row


@dataclass(frozen=True, slots=True)
class Series:
    """The rows on one question: by group and by theme, largest first, and by time of receipt.

    `unit` says what one row of `times` stands for: `day`, `week` or `month`; `spans` are the first and the last day
    of each row.
    """

    question: int
    overall: Row
    groups: tuple[Row, ...]
    themes: tuple[Row, ...]
    times: tuple[Row, ...]
    unit: str = "day"
    spans: tuple[tuple[date, date], ...] = ()
