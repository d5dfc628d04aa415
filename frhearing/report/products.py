"""The three products made from the same facts: the full summary, the minutes paragraph, the tally sheet."""

from collections.abc import Callable
from enum import StrEnum

from frhearing.report.document import Document
from frhearing.report.facts import EVERYTHING, SummaryFacts, SummaryOptions
from frhearing.report.minutes import build_minutes
from frhearing.report.summary import build_summary
from frhearing.report.tally_sheet import build_tally_sheet


class Product(StrEnum):
    """What can be made of a hearing."""

    FULL = "full"
    MINUTES = "minutes"
    TALLY = "tally"


_BUILDERS: dict[Product, Callable[[SummaryFacts, SummaryOptions], Document]] = {
    Product.FULL: build_summary,
    Product.MINUTES: build_minutes,
    Product.TALLY: build_tally_sheet,
}


def build(product: Product, facts: SummaryFacts, options: SummaryOptions = EVERYTHING) -> Document:
    """One product as a document; raises KeyError for a section or a language that does not exist."""
    return _BUILDERS[product](facts, options)
