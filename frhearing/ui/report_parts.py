"""Which section of the summary holds which chart, and how a chart is put there."""

from typing import Final

from frhearing.ui.session import Session

SECTION_OF: Final = {"groups": "groups", "themes": "themes", "days": "counts"}
"""The section of the summary for each chart of the Analysis page."""


def put_in_report(session: Session, chart: str) -> None:
    """Switch on the section of the summary that holds a chart, and say so."""
    session.notice("info", f"Not yet: {SECTION_OF[chart]}")
