"""Which section of the summary holds which chart, and how a chart is put there."""

from typing import Final

from frhearing.ui.session import Session

SECTION_OF: Final = {"groups": "groups", "themes": "themes", "days": "times"}
"""The section of the summary for each chart of the Analysis page."""
_EVERY_COPY: Final = " There every copy of a form letter is counted; the count with each once stands with the counts."


def put_in_report(session: Session, chart: str, *, once_each: bool = False) -> None:
    """Switch on the section of the summary that holds a chart, and say so.

    ``once_each`` says that the chart on the screen counts each form letter once; the summary counts every copy.
    """
    # With the summary comes the writer of PDF files; Analysis is open sooner without it.
    from frhearing.desk import summaries

    hearing, key = session.hearing, SECTION_OF[chart]
    if hearing is None:
        return
    title = summaries.section_titles()[key]
    options = summaries.load_options(session.desk, hearing.id)
    if any(section.key == key and section.on for section in options.sections):
        words = f"“{title}” is in the report already.{_EVERY_COPY if once_each else ''}"
        session.notice("info", words, "Open the report", lambda: _open(session))
        return
    wanted = summaries.with_section(options, key, True)
    if session.write(lambda: summaries.save_options(session.desk, hearing.id, wanted)) is not None:
        words = f"“{title}” is in the report now.{_EVERY_COPY if once_each else ''}"
        session.notice("ok", words, "Open the report", lambda: _open(session))


def _open(session: Session) -> None:
    session.asked.emit("report", 0)
