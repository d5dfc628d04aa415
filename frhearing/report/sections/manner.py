"""In which manner a voice was heard: read by somebody else, through an interpreter, from afar."""

from frhearing.model.comment import Channel
from frhearing.model.live.states import Wish
from frhearing.report.facts import Names, PrintedComment
from frhearing.report.sections.making import Making
from frhearing.report.sections.masking import initials


def reader(making: Making, comment: PrintedComment) -> str:
    """Who read the statement of somebody who did not speak; empty where nobody did or access is limited."""
    slip, words = comment.appearance, making.words
    if slip is None or comment.restricted or not comment.heard:
        return ""
    name = making.line(slip.read_by, making.number(comment))
    if name and making.options.names is Names.FULL:
        return words("voices.read_by", name=name)
    if name and making.options.names is Names.INITIALS:
        return words("voices.read_by", name=initials(name))
    if name or slip.wish == Wish.READ_BY_PROXY:
        return words("voices.read_by_another")
    return words("voices.read_by_clerk") if slip.wish == Wish.READ_BY_CLERK else ""


def interpreter(making: Making, comment: PrintedComment) -> str:
    """Into or out of which language an interpreter spoke; empty where none did."""
    slip = comment.appearance
    if slip is None or not slip.interpreter.strip():
        return ""
    return making.words("voices.interpreter", language=making.line(slip.interpreter, making.number(comment)))


def called_as_heard(making: Making, comment: PrintedComment) -> str:
    """The name, and what a list of appearances says beside it: who read for them, and who was not in the room."""
    remote = making.words("voices.remote") if comment.heard and comment.channel is Channel.REMOTE else ""
    return ", ".join(part for part in (making.called(comment), reader(making, comment), remote) if part)
