"""Where a check leads: turns the places that checks name into what the window is asked for."""

from frhearing.desk import testimony
from frhearing.model.errors import ClerkError
from frhearing.model.filter import NOT_TAGGED, CommentFilter
from frhearing.ui.session import Session


def jump(session: Session, place: str) -> None:
    """Go to a place such as ``setup.question``, ``comments.to_tag`` or ``comment:142`` (No. 142).

    ``comments.to_tag:2`` leads to what is not tagged on question 2.
    """
    page, _, detail = place.partition(".")
    detail, _, question = detail.partition(":")
    if question.isdecimal():
        session.choose_question(int(question))
    if place.startswith("comment:") and place[8:].isdecimal():
        _to_number(session, int(place[8:]))
    elif page == "comments" and detail in ("to_tag", "flagged", "to_type"):
        session.comments_asked.emit(_shown(detail, session.question))
    elif page:
        session.asked.emit(page, 0)


def _to_number(session: Session, number: int) -> None:
    """Go to the comment of that number on the record."""
    if session.hearing_id is None:
        return
    try:
        found = testimony.comment_by_number(session.desk, session.hearing_id, number)
    except ClerkError as error:
        session.tell(error)
        return
    session.asked.emit("comments", found.id)


def _shown(detail: str, question: int) -> CommentFilter:
    """Give the comments that a named part of the Comments page holds."""
    if detail == "flagged":
        return CommentFilter(question=question, flagged=True)
    if detail == "to_type":
        return CommentFilter(question=question, to_type=True)
    return CommentFilter(question=question, stances=(NOT_TAGGED,))
