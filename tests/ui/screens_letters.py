"""States of form letters and petitions, for tests/screens.py."""

from frhearing.desk import campaigns, petitions, testimony
from frhearing.model.comment import NewComment
from frhearing.model.letters import Signatures


def find(window):
    window.go("analysis")
    window.navigator.page.letters.find_button.click()


def _copies(window, own=""):
    """Put two more copies of the example's form letter on the record."""
    desk, hearing = window.session.desk, window.session.hearing_id
    known = next(one for one in campaigns.suggest(desk, hearing) if one.campaign_id is not None)
    text = testimony.comment_by_number(desk, hearing, known.master_number).text
    for name, said in (("Thea Example", f"{own} {text}"), ("Ugo Muster", text)):
        window.session.make(
            lambda said=said, name=name: testimony.record_comment(desk, hearing, NewComment(said, name))
        )


OWN = "My nephew was stopped at the lake in June and nobody could tell us why his picture was in the system."


def arrivals(window):
    window.go("comments")
    _copies(window, OWN)


def review(window):
    from screens import settle

    arrivals(window)
    settle(window.session)
    window.arrivals.open()


def petition(window):
    window.go("comments")
    window.commands.action("petition").trigger()
    from frhearing.ui.dialogs.petition_dialog import PetitionDialog

    dialog = window.findChild(PetitionDialog)
    for name, typed in (("claimed", "1,240"), ("counted", "1,197"), ("duplicates", "23"), ("unreadable", "8")):
        dialog.numbers[name].field.setText(typed)


def petitions_listed(window):
    from screens import settle

    desk, hearing = window.session.desk, window.session.hearing_id
    new = NewComment("We ask the Council to keep the pause.", organization="Sherman Park Block Club")
    window.session.make(
        lambda: petitions.record_petition(desk, hearing, new, Signatures(1240, 1197, 23, 8, 41, "M. Oleson"))
    )
    page = window.navigator.go("analysis")
    settle(window.session)
    page._scroll.ensureWidgetVisible(page.letters)


STATES = {
    "letters-find": find,
    "letters-arrivals": arrivals,
    "letters-review": review,
    "letters-petition": petition,
    "letters-petitions-listed": petitions_listed,
}
