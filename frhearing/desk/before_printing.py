"""What to look at before a summary is printed; each line says where to put it right."""

from collections.abc import Iterator

from frhearing.desk import figures
from frhearing.desk.desk import Desk
from frhearing.desk.hearings import get_hearing
from frhearing.desk.testimony import facets
from frhearing.model.check import Check
from frhearing.model.comment import Comment
from frhearing.model.counted import counted
from frhearing.model.hearing import Hearing
from frhearing.model.passage import PassageKind, matches
from frhearing.store import comments as stored


def summary_checks(desk: Desk, hearing_id: int, comments: list[Comment] | None = None) -> list[Check]:
    """Return what to look at before printing; nothing here stops the printing, and it is listed in the method.

    ``comments`` are all of the record, if read already.
    """
    hearing = get_hearing(desk, hearing_id)
    if comments is None:
        comments = stored.all_comments(desk.store, hearing_id)
    checks = [*_tagging(hearing, comments), *_meanings(hearing)]
    for comment in comments:
        if any(passage.lost for passage in comment.passages):
            text = f"A quote of No. {comment.number} is not in its text any more"
            jump = f"comment:{comment.number}"
            checks.append(Check(False, text, "It is not printed.", jump, "quote_lost", comment.number))
    checks.append(_quotes_check(comments))
    checks.append(_counts_check(desk, hearing_id))
    return checks


def _tagging(hearing: Hearing, comments: list[Comment]) -> Iterator[Check]:
    """Comments that are not tagged yet, and those that somebody must look at again."""
    for question in hearing.questions[:1]:
        open_ones = sum(c.tallied and question.number not in c.stances for c in comments)
        if open_ones:
            text = f"{open_ones} comments are not tagged" if open_ones > 1 else "1 comment is not tagged"
            counted = "They are counted as “Not tagged yet”."
            yield Check(False, text, counted, "comments.to_tag", "untagged", open_ones)
    flagged = sum(c.flagged for c in comments)
    if flagged:
        text = f"{flagged} comments need review" if flagged > 1 else "1 comment needs review"
        yield Check(False, text, "They carry a flag.", "comments.flagged", "flagged", flagged)


def _meanings(hearing: Hearing) -> Iterator[Check]:
    """Questions without the meaning of support and oppose."""
    unclear = "A reader cannot know what the counts say."
    if not hearing.questions:
        yield Check(False, "There is no question yet", unclear, "setup.question", "no_question")
    elif any(not (q.support_means and q.oppose_means) for q in hearing.questions):
        yield Check(False, "Say what support and oppose mean", unclear, "setup.question", "no_meaning")


def _quotes_check(comments: list[Comment]) -> Check:
    """Compare every verbatim quote with the text it is taken from, letter for letter."""
    verbatim = [(c, p) for c in comments for p in c.passages if p.kind is PassageKind.VERBATIM and not p.lost]
    wrong = [c.number for c, p in verbatim if not matches(c.text, p.start or 0, p.end or 0, p.text)]
    if wrong:
        text, jump = f"A quote of No. {wrong[0]} differs from its text", f"comment:{wrong[0]}"
        return Check(False, text, "", jump, "quote_differs", wrong[0])
    return Check(True, "Every quote matches its source", f"{counted(len(verbatim), 'quote')} checked letter for letter")


def _counts_check(desk: Desk, hearing_id: int) -> Check:
    """Compare the counters the window shows with the definitions the summary is counted by."""
    counts = figures.tally(desk, hearing_id)
    for question in counts.questions:
        shown = facets(desk, hearing_id, question.question.number).stances
        if any(shown.get(str(stance), 0) != n for stance, n in question.stances.by_stance.items()):
            mend = "Run “frhearing check” on the store."
            return Check(False, "The window's counters differ from the tally", mend, "", "counters")
    return Check(True, "Counts agree", "Window, tables and charts show the same numbers")
