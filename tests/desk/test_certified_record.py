"""A certified record is locked in every place that a summary prints from."""

import pytest
from clerk import open_hearing, record

from frhearing.desk import codebook, coding, dossiers, hearings, summaries, testimony
from frhearing.model.comment import CommentStatus, NewComment
from frhearing.model.dossier import DossierEntry, DossierKind
from frhearing.model.errors import Refused
from frhearing.model.position import Stance
from frhearing.model.question import NewQuestion
from frhearing.model.rules import RuleSet


@pytest.fixture
def certified(data_folder):
    """A desk, a hearing whose record is certified, one comment, one theme and one entry of the dossier."""
    desk, hearing = open_hearing(data_folder)
    comment = record(desk, hearing)
    entry, _ = dossiers.save_entry(desk, hearing, DossierEntry(0, DossierKind.TAKEAWAY, 1, text="So it is."))
    # Certifying has its own issue; until then the status is written as that one will write it.
    with desk.store.action("certified", "", hearing) as writing:
        writing.act.update("hearing", hearing, status="certified")
    yield desk, hearing, comment, codebook.list_themes(desk, hearing)[0].id, entry
    desk.close()


WRITES = {
    "details": lambda d, h, c, t, e: hearings.update_hearing(d, h, title="Another"),
    "rules": lambda d, h, c, t, e: hearings.set_rules(d, h, RuleSet(default_seconds=60)),
    "question": lambda d, h, c, t, e: hearings.add_question(d, h, NewQuestion("And?")),
    "comment": lambda d, h, c, t, e: testimony.record_comment(d, h, NewComment("Late.")),
    "text": lambda d, h, c, t, e: testimony.edit_text(d, c, "Other words.", "a reason"),
    "fields": lambda d, h, c, t, e: testimony.update_comment(d, c, name="Somebody"),
    "flag": lambda d, h, c, t, e: testimony.set_flag(d, [c], True),
    "status": lambda d, h, c, t, e: testimony.set_status(d, [c], CommentStatus.WITHDRAWN, "asked for it"),
    "stance": lambda d, h, c, t, e: coding.set_stance(d, [c], 1, Stance.OPPOSE),
    "theme on": lambda d, h, c, t, e: coding.toggle_theme(d, [c], t),
    "quote": lambda d, h, c, t, e: coding.add_quote(d, c, 0, 4),
    "new theme": lambda d, h, c, t, e: codebook.add_theme(d, h, "New"),
    "theme": lambda d, h, c, t, e: codebook.update_theme(d, t, name="Renamed"),
    "theme order": lambda d, h, c, t, e: codebook.move_theme(d, t, 2),
    "theme gone": lambda d, h, c, t, e: codebook.retire_theme(d, t),
    "entry": lambda d, h, c, t, e: dossiers.save_entry(d, h, DossierEntry(e, DossierKind.TAKEAWAY, 1, text="No.")),
    "entry gone": lambda d, h, c, t, e: dossiers.remove_entry(d, e),
    "options": lambda d, h, c, t, e: summaries.save_options(d, h, summaries.PrintOptions(paper="a4")),
}


@pytest.mark.parametrize("name", WRITES)
def test_nothing_printed_changes(certified, name):
    desk = certified[0]
    entries = desk.store.value("SELECT count(*) FROM change")

    with pytest.raises(Refused, match="certified"):
        WRITES[name](*certified)

    assert desk.store.value("SELECT count(*) FROM change") == entries
