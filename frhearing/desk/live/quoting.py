"""Words in quotation marks in a log note: they are what the speaker said, and so the text of the testimony."""

from collections.abc import Sequence

from frhearing.desk.live.room import Live, Step
from frhearing.desk.testimony import get_comment
from frhearing.model.live.notes import NOTED
from frhearing.model.passage import PassageKind
from frhearing.store.recording import add_text_version


def keep_quotes(live: Live, step: Step, comment_id: int, quotes: Sequence[str]) -> None:
    """Add quotes to the text of a testimony, each on a line of its own, and mark them as its key quotes.

    Only what stands in quotation marks enters the text: the rest of a note is the clerk's and stays in the log.
    """
    comment = get_comment(live.desk, comment_id)
    lines = comment.text.splitlines()
    fresh = [quote for quote in dict.fromkeys(quotes) if f"“{quote}”" not in lines]
    if not fresh:
        return
    text = "\n".join([*lines, *(f"“{quote}”" for quote in fresh)])
    version = add_text_version(step.act, comment, text, NOTED)
    place = len(text) - len("\n".join(f"“{quote}”" for quote in fresh))
    for quote in fresh:
        start = place + 1
        anchor = {"comment_id": comment_id, "version": version, "start": start, "end": start + len(quote)}
        step.act.insert("passage", {**anchor, "text": quote, "kind": str(PassageKind.VERBATIM), "key_quote": 1})
        place += len(quote) + len("“”\n")
    step.act.touched.add(("comment", comment_id))
