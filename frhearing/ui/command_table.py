"""Every command of the window, once: its words, its menu, its keys, where it works (6-interface.md (a))."""

from functools import partial
from typing import Final, NamedTuple


class Command(NamedTuple):
    """One command. ``keys`` are Qt's portable names, the first one is shown.

    ``context`` is ``everywhere``, ``live`` (everywhere while a hearing is live) or the page it belongs to.
    ``focus`` commands act only while a list or read-only text has the focus. ``hint`` is for the key line;
    ``apart`` draws a line above it in the menu.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    context: str = "everywhere"
    icon: str = ""
    hint: str = ""
    focus: bool = False
    checkable: bool = False
    apart: bool = False


MENUS: Final = ("&File", "&Edit", "&View", "&Hearing", "&Live", "&Comments", "&Report", "&Help")

_letter = partial(Command, menu="Comments", context="comments", focus=True)
_list = partial(Command, menu="Hearing", context="setup", focus=True)
_section = partial(Command, menu="Report", context="report", focus=True)
_place = partial(Command, menu="Live", context="live_page", focus=True)
_act = partial(Command, menu="Live", context="live")
_chart = partial(Command, menu="Report", context="analysis", focus=True)


_FILE: Final = (
    Command("new_here", "&New here", "File", ("Ctrl+N",), icon="plus", hint="new"),
    Command("new_hearing", "New &hearing…", "File", ("Ctrl+Shift+N",), icon="file-plus", hint="new hearing"),
    Command("open", "&Open a hearing…", "File", ("Ctrl+O",), icon="folder-open", hint="open"),
    Command("import", "&Import comments…", "File", ("Ctrl+I",), icon="file-up", hint="import", apart=True),
    Command("import_folder", "Import a &folder…", "File", icon="folder-open"),
    Command("export", "&Export…", "File", ("Ctrl+E",), icon="file-down", hint="export"),
    Command("print", "&Print…", "File", ("Ctrl+P",), icon="printer", hint="print"),
    Command(
        "backup",
        "&Back up now",
        "File",
        ("Ctrl+Shift+B", "Ctrl+S"),
        icon="database-backup",
        hint="back up now",
        apart=True,
    ),
    Command("restore", "&Restore a backup…", "File", icon="history"),
    Command("example", "Look around in the e&xample", "File", icon="star", apart=True),
    Command("example_anew", "Begin the exa&mple anew", "File", icon="rotate-ccw"),
    Command("quit", "&Quit", "File", ("Ctrl+Q",), icon="log-out", apart=True),
)
_EDIT: Final = (
    Command("undo", "&Undo", "Edit", ("Ctrl+Z",), icon="undo-2", hint="undo"),
    Command("redo", "&Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo-2", hint="redo"),
    Command("find", "&Find here", "Edit", ("Ctrl+F",), icon="search", hint="find", apart=True),
    Command("palette", "Search or run a &command…", "Edit", ("Ctrl+K",), icon="search", hint="search or command"),
    Command("primary", "Press the &green button", "Edit", ("Ctrl+Return",), icon="check", hint="green button"),
)
_VIEW: Final = (
    Command("go_home", "&Home", "View", ("Ctrl+Shift+H",), icon="house", hint="Home"),
    Command("go_setup", "&Set up", "View", ("Ctrl+1",), icon="clipboard-list", hint="Set up"),
    Command("go_live", "&Live", "View", ("Ctrl+2",), icon="mic", hint="Live"),
    Command("go_comments", "&Comments", "View", ("Ctrl+3",), icon="messages-square", hint="Comments"),
    Command("go_analysis", "&Analysis", "View", ("Ctrl+4",), icon="chart-column", hint="Analysis"),
    Command("go_report", "&Report", "View", ("Ctrl+5",), icon="file-text", hint="Report"),
    Command("go_record", "R&ecord", "View", ("Ctrl+6",), icon="shield-check", hint="Record"),
    Command("next_pane", "&Next pane", "View", ("F6",), icon="panel-right", hint="next pane", apart=True),
    Command("previous_pane", "&Previous pane", "View", ("Shift+F6",), icon="panel-right", hint="pane before"),
    Command("zoom_in", "Text lar&ger", "View", ("Ctrl++", "Ctrl+="), icon="zoom-in", hint="larger", apart=True),
    Command("zoom_out", "Text s&maller", "View", ("Ctrl+-",), icon="zoom-out", hint="smaller"),
    Command("zoom_reset", "Text at &100 %", "View", ("Ctrl+0",), icon="text-cursor", hint="100 %"),
    Command("settings", "&Display and keys…", "View", ("Ctrl+,",), icon="contrast", hint="settings", apart=True),
    Command("letters", "Single-letter &keys", "View", icon="keyboard", checkable=True),
)
_HEARING: Final = tuple(
    Command(f"question_{n}", f"Question &{n}", "Hearing", (f"Alt+{n}",), icon="circle-help", hint=f"question {n}")
    for n in range(1, 10)
)
_LIVE: Final = (
    Command("live_next", "&Next step", "Live", ("F8",), "live", "play", "next step"),
    Command("live_back", "Step &back", "Live", ("Shift+F8",), "live", "undo-2", "step back"),
    Command("live_pause", "&Pause, go on", "Live", ("F7", "Ctrl+."), "live", "pause", "pause"),
    Command("live_more", "&30 seconds more", "Live", ("F9",), "live", "timer", "+30 s"),
    Command("live_absent", "No-s&how", "Live", ("Ctrl+F8",), "live", "user-x", "no-show"),
    Command("live_mark", "&Time mark", "Live", ("F4", "Ctrl+T"), "live", "flag", "time mark"),
    Command("live_add", "&Add a speaker", "Live", ("F2",), "live", "user-plus", "add a speaker"),
    Command("live_desk", "&Sign-in desk", "Live", ("F3",), "live", "log-in", "sign-in desk"),
    Command("live_screen", "Public s&creen on, off", "Live", ("F11",), "live", "monitor", "public screen"),
    Command("live_blank", "Blan&k the public screen", "Live", ("Ctrl+F11",), "live", "eye-off", "blank"),
    Command("live_say", "Say the time &left", "Live", ("Ctrl+Shift+T",), "live", "clock", "say the time"),
    _place("live_up", "Move the chosen slip up", keys=("Alt+Up",), icon="arrow-up", hint="move", apart=True),
    _place("live_down", "Move the chosen slip down", keys=("Alt+Down",), icon="arrow-down", hint="move down"),
    _act("live_message", "Message to the room…", icon="projector", apart=True),
    _act("live_choose_screen", "Choose the public screen…", icon="monitor"),
    _act("live_recess", "Recess, reconvene…", icon="pause"),
    _act("live_time_certain", "Pause for a time-certain item…", icon="clock"),
    _act("live_close", "Close public testimony", icon="square"),
    _act("live_reopen", "Open testimony again…", icon="lock-open"),
    _act("live_continue", "Continue to another day…", icon="calendar-days"),
    _act("live_adjourn", "Adjourn", icon="gavel"),
    _act("live_roll", "Roll and quorum…", icon="list-checks", apart=True),
    _act("live_order", "Point of order, ruling, warning…", icon="scale"),
    _act("live_motion", "Motion…", icon="stamp"),
    _act("live_vote", "Vote…", icon="check-check"),
    _act("live_exhibit", "Exhibit…", icon="paperclip"),
    _act("live_oath", "Oath or affirmation…", icon="scroll-text"),
    _act("live_clock", "Check against the hall clock…", icon="timer"),
    _act("live_recording", "Recording started, stopped…", icon="circle-dot"),
    _act("live_grant", "Grant or take off time…", icon="plus", apart=True),
    _act("live_interpreter", "Interpreter joins…", icon="languages"),
    _act("live_cede", "Cede time…", icon="arrow-right"),
    _act("live_reclaim", "Reclaim ceded time…", icon="undo-2"),
    _act("live_panel", "Panel: start together…", icon="users"),
    _act("live_question", "Question to the speaker, answered", icon="circle-help"),
    _act("live_end", "End the turn with a reason…", icon="circle-slash"),
    _act("live_again", "Give the floor back…", icon="rotate-ccw"),
    _act("live_rule", "Change a rule…", icon="sliders-horizontal"),
    _act("live_signups", "Import sign-ups…", icon="file-up", apart=True),
    _act("live_sheets", "Slips and sheets to print…", icon="printer"),
    _act("live_cards", "Enter cards by number…", icon="clipboard-paste"),
)


_COMMENTS: Final = (
    _letter("support", "&Support", keys=("S",), icon="tag", hint="support"),
    _letter("oppose", "&Oppose", keys=("O",), icon="tag", hint="oppose"),
    _letter("mixed", "&Mixed", keys=("M",), icon="tag", hint="mixed"),
    _letter("neutral", "&Neutral", keys=("N",), icon="tag", hint="neutral"),
    _letter("not_stated", "Not s&tated", keys=("X",), icon="tag", hint="not stated"),
    _letter("clear_stance", "Not tagged &yet", keys=("Backspace",), icon="rotate-ccw", hint="clear position"),
    *(_letter(f"theme_{n}", f"Theme &{n}", keys=(str(n),), icon="tags", hint=f"theme {n}") for n in range(1, 10)),
    _letter("theme_any", "Any t&heme…", keys=("T",), icon="tags", hint="any theme"),
    _letter("group", "&Group…", keys=("G",), icon="users", hint="group", apart=True),
    _letter("quote", "Key &quote", keys=("Q",), icon="quote", hint="quote"),
    _letter("quote_before", "Sentence before", keys=("[",), icon="quote", hint="sentence before"),
    _letter("quote_after", "Sentence after", keys=("]",), icon="quote", hint="sentence after"),
    _letter("edit", "&Edit the text…", keys=("E",), icon="pencil", hint="edit", apart=True),
    _letter("flag", "&Flag for review", keys=("F",), icon="flag", hint="flag"),
    _letter("redact", "&Redact…", keys=("R",), icon="eye-off", hint="redact"),
    _letter("void", "&Void with a reason…", keys=("Delete",), icon="ban", hint="void"),
    _letter("more", "More a&bout this comment…", keys=("Alt+Return",), icon="ellipsis", hint="more"),
    _letter("paste", "&Paste a comment", keys=("Ctrl+V",), icon="clipboard-paste", hint="paste a comment"),
    _letter("next", "Next comment", keys=("J",), icon="arrow-down", hint="next", apart=True),
    _letter("previous", "Previous comment", keys=("K",), icon="arrow-up", hint="previous"),
    _letter("save_next", "Save, next to tag", keys=("Return", "Enter"), icon="corner-down-left", hint="save, next"),
    _letter(
        "same_copies",
        "Same answer for all copies…",
        keys=("Shift+Return",),
        icon="copy",
        hint="same for all copies",
    ),
    _letter("find_list", "Find in the list", keys=("/",), icon="search", hint="find"),
    Command("form_letters", "Form letters and new cop&ies…", "Comments", ("Ctrl+Shift+F",), icon="layers", apart=True),
    Command("petition", "&A petition…", "Comments", ("Ctrl+Shift+P",), icon="scroll-text"),
    Command("layout", "&List or table", "Comments", ("Ctrl+Shift+L",), "comments", "table-2", "list or table"),
)
_PAGES: Final = (
    _list("setup_up", "Move &up", keys=("Alt+Up",), icon="arrow-up", hint="move up", apart=True),
    _list("setup_down", "Move &down", keys=("Alt+Down",), icon="arrow-down", hint="move down"),
    _section("section_up", "Move section &up", keys=("Alt+Up",), icon="arrow-up", hint="move section"),
    _section("section_down", "Move section &down", keys=("Alt+Down",), icon="arrow-down", hint="move down"),
    _chart("chart_table", "Show as &table", keys=("T",), icon="table-2", hint="show as table"),
    _chart("chart_copy", "&Copy the chart", keys=("Ctrl+C",), icon="copy", hint="copy"),
    _chart("chart_report", "Put &in the report", keys=("I",), icon="file-check", hint="put in report"),
)
_HELP: Final = (
    Command("help", "&Help pages", "Help", ("Shift+F1",), icon="circle-help", hint="help pages"),
    Command("keys", "&Keys", "Help", ("F1",), icon="keyboard", hint="all keys"),
    Command("tour", "Two-minute &tour", "Help", icon="play", hint="tour"),
    Command("about", "&About frhearing", "Help", icon="info", apart=True),
)

COMMANDS: Final[tuple[Command, ...]] = (
    *_FILE,
    *_EDIT,
    *_VIEW,
    *_HEARING,
    *_LIVE,
    *_COMMENTS,
    *_PAGES,
    *_HELP,
)
