"""Where a check leads: turns the places that checks name into what the window is asked for."""

from frhearing.model.filter import NOT_TAGGED, CommentFilter
from frhearing.ui.session import Session


def jump(session: Session, place: str) -> None:
    """Go to a place such as ``setup.question``, ``comments.to_tag`` or ``comment:142`` (a comment's id)."""
    page, _, detail = place.partition(".")
    if place.startswith("comment:") and place[8:].isdecimal():
        session.asked.emit("comments", int(place[8:]))
    elif page == "comments" and detail in ("to_tag", "flagged"):
        session.comments_asked.emit(_shown(detail, session.question))
    elif page:
        session.asked.emit(page, 0)


def _shown(detail: str, question: int) -> CommentFilter:
    """Give the comments that a named part of the Comments page holds."""
    if detail == "flagged":
        return CommentFilter(question=question, flagged=True)
    return CommentFilter(question=question, stances=(NOT_TAGGED,))
