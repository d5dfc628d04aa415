"""States of the frame, Home and Set up, for tests/screens.py."""

from frhearing.ui.dialogs.new_hearing import NewHearingDialog
from frhearing.ui.shell.palette import Palette


def palette(window):
    window.go("comments")
    window.commands.run("palette")
    window.findChild(Palette).field.setText("priv")


def new_hearing(window):
    window.go("home")
    window.commands.run("new_hearing")


def new_hearing_missing(window):
    new_hearing(window)
    window.findChild(NewHearingDialog).accept()


def keys(window):
    window.go("setup")
    window.commands.run("keys")


def theme_form(window):
    page = window.navigator.go("setup")
    page.themes.list.opened.emit(page.themes.list.ids()[0])


def dossier_form(window):
    page = window.navigator.go("setup")
    page.dossier.list.opened.emit(page.dossier.list.ids()[-4])


def reason(window):
    page = window.navigator.go("setup")
    page.questions[0].support.field.setText("Keep the pause for good")


def tour(window):
    window.start_tour()


def error_bar(window):
    window.go("setup")
    words = "The disk is full, so the last step was not saved. What was saved before is safe. Free some space."
    window.session.notice("danger", words, "Try again", lambda: None)


def restore(window):
    window.go("home")
    window.commands.run("restore")


def help_pages(window):
    """The pages of help, at the one on tagging."""
    window.go("comments")
    window.commands.run("help")


STATES = {
    "palette": palette,
    "new-hearing": new_hearing,
    "new-hearing-missing": new_hearing_missing,
    "keys": keys,
    "help": help_pages,
    "theme-form": theme_form,
    "dossier-form": dossier_form,
    "question-reason": reason,
    "tour": tour,
    "error-bar": error_bar,
    "restore": restore,
}
