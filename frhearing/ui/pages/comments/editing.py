"""The work of the editor: begins a comment, keeps its draft, puts it on the record."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count, takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from frhearing.desk import drafts, testimony
from frhearing.model.comment import Channel, Comment, NewComment
from frhearing.model.filter import NO_GROUP
from frhearing.model.theme import Group
from frhearing.model.times import now_utc
from frhearing.ui.pages.comments.draft_keeper import DraftKeeper
from frhearing.ui.pages.comments.when_words import write_when
from frhearing.ui.session import Session

if TYPE_CHECKING:
    from frhearing.model.people import KnownName
    from frhearing.ui.pages.comments.editor import CommentEditor

_EDITED = ("name", "organization", "district", "subject", "email")


class Editing(QObject):
    """Joins editor, draft and record.

    ``opened`` and ``closed`` say whether the editor is in use; ``recorded`` carries the id of a
    comment that was just put on the record or corrected.
    """

    opened = Signal()
    closed = Signal()
    recorded = Signal(int)

    def __init__(self, session: Session, place: "Callable[[CommentEditor], None]", parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._place = session, place
        self._keeper = DraftKeeper(session, lambda: self.editor.values(), self)
        self._groups: Sequence[Group] = ()
        self._comment: Comment | None = None
        self._last_channel = str(Channel.EMAIL)
        # What was put aside, by its key, empty where nothing is: the disk may be a moment behind.
        self._aside: dict[str, dict[str, object]] = {}
        self._typed = False
        self._made = False
        self.active = False
        self._keeper.told.connect(lambda words: self.editor.show_state(words))

    @cached_property
    def editor(self) -> "CommentEditor":
        """The editor, made and put into its place when something is written for the first time."""
        from frhearing.ui.pages.comments.editor import CommentEditor

        made = CommentEditor()
        made.edited.connect(self._edited)
        made.save_asked.connect(self.save)
        made.left.connect(self.leave)
        made.discarded.connect(self.discard)
        made.fields.names_asked.connect(self._find_names)
        self._place(made)
        self._made = True
        self._dress(made)
        return made

    def show_hearing(self, groups: Sequence[Group]) -> None:
        """Take the groups and the hearing's own time."""
        self._groups = groups
        if self._made:
            self._dress(self.editor)

    def _dress(self, editor: "CommentEditor") -> None:
        hearing = self._session.hearing
        if hearing is not None:
            editor.fields.show_hearing(hearing.zone, int(hearing.date[:4] or 0), self._groups)

    def new(self, guessed: Mapping[str, object] | None = None, words: str = "") -> None:
        """Begin a new comment, or go on with the one that was begun; ``guessed`` comes from a paste."""
        hearing = self._session.hearing
        if hearing is None or (self.active and self._comment is None and guessed is None):
            return
        self._put_aside()
        key = self._free_key(hearing.id) if guessed is not None else self._waiting() or f"new-{hearing.id}"
        values: dict[str, object] = {
            "channel": self._last_channel,
            "received": write_when(now_utc(), hearing.zone),
            **(guessed or {}),
        }
        kept = None if guessed is not None else self._kept(key)
        self._begin(key, "New comment", "Save comment", {**values, **(kept or {})})
        if kept:
            self.editor.bar.say("info", "What you had typed before is back.")
            self.editor.bar.show()
        elif words:
            self.editor.bar.say("info", words)
            self.editor.bar.show()
            self._typed = True
            self._keeper.typed()

    def edit(self, comment: Comment) -> None:
        """Begin to correct a comment, or go on with the correction that was begun."""
        hearing = self._session.hearing
        if hearing is None or (self.active and self._comment is not None and self._comment.id == comment.id):
            return
        self._put_aside()
        self._comment = comment
        key = f"edit-{comment.id}"
        kept = self._kept(key)
        values = {**_values(comment, hearing.zone), **(kept or {})}
        self._begin(key, f"Edit No. {comment.number}", "Save changes", values, comment)
        if kept:
            self.editor.bar.say("info", "The changes you had begun are back; they are not saved yet.")
            self.editor.bar.show()
        self._edited_text()

    def _begin(
        self, key: str, title: str, button: str, values: Mapping[str, object], comment: Comment | None = None
    ) -> None:
        self._comment = comment
        self._typed = False
        self._keeper.key = key
        self.editor.begin(title, button, values)
        self.active = True
        self.opened.emit()
        # Who corrects came for the words; a new comment begins with who speaks.
        self.editor.take_focus(text=comment is not None)

    @property
    def new_one(self) -> bool:
        """Whether what is being written is a new comment rather than a correction."""
        return self.active and self._comment is None

    def waiting_draft(self) -> bool:
        """Whether a new comment of this hearing, typed or pasted, was begun and is not on the record."""
        return not self.active and bool(self._waiting())

    def _waiting(self) -> str:
        """Return the key of a new comment of this hearing that was begun, or nothing."""
        hearing_id = self._session.hearing_id
        if hearing_id is None:
            return ""
        typed = f"new-{hearing_id}"
        if self._kept(typed) is not None:
            return typed
        pasted = list(takewhile(lambda key: self._kept(key) is not None, _paste_keys(hearing_id)))
        return pasted[-1] if pasted else ""

    def _free_key(self, hearing_id: int) -> str:
        """Return a key for a pasted comment under which nothing waits: each paste is kept for itself."""
        return next(key for key in _paste_keys(hearing_id) if self._kept(key) is None)

    def _kept(self, key: str) -> dict[str, object] | None:
        """Return what was typed under a key and is not on the record yet."""
        if key not in self._aside:  # read once: it may be megabytes
            self._aside[key] = drafts.load_draft(self._session.desk.folder, key) or {}
        return self._aside[key] or None

    def leave(self) -> None:
        """Close the editor and keep what was typed."""
        if self.active:
            self._put_aside()
            self.closed.emit()

    def discard(self) -> None:
        """Close the editor and give up what was typed."""
        self._end()
        self.closed.emit()

    def _end(self) -> None:
        """Let the draft go."""
        self._aside[self._keeper.key] = {}
        self._keeper.drop()
        self.active = False
        self._comment = None

    def _put_aside(self) -> None:
        """Keep the draft of what is in the editor now."""
        if self.active and self._typed:
            self._aside[self._keeper.key] = self.editor.values()
            self._keeper.flush()
        self._keeper.key = ""
        self.active = False
        self._comment = None

    def _edited(self) -> None:
        self._typed = True
        self._keeper.typed()
        self._edited_text()

    def _edited_text(self) -> None:
        """Ask for the reason as soon as a received text is another one."""
        comment = self._comment
        if comment is not None and comment.received_text and comment.text.strip():
            self.editor.reason_row.setVisible(self.editor.text.text() != comment.text)

    def save(self) -> None:
        """Put what was typed on the record; what is missing is said below its field."""
        if not self.active:
            return
        errors: dict[str, str] = {}
        values = self.editor.values()
        received_at: str | None = None
        try:
            received_at = self.editor.fields.received_at()
        except ValueError as fault:
            errors["received"] = str(fault)
        if self._comment is None and not str(values["text"]).strip() and not str(values["name"]).strip():
            errors["text"] = "There is neither a name nor a text yet."
        self.editor.show_errors(errors)
        if errors:
            return
        if self._comment is None:
            self._record(values, received_at)
        else:
            self._correct(self._comment, values, received_at)

    def _record(self, values: Mapping[str, object], received_at: str | None) -> None:
        hearing_id = self._session.hearing_id
        if hearing_id is None:
            return
        group = int(str(values["group_id"]))
        new = NewComment(
            text=str(values["text"]),
            group_id=None if group == NO_GROUP else group,
            channel=Channel(str(values["channel"])),
            received_at=received_at,
            name=str(values["name"]).strip(),
            organization=str(values["organization"]).strip(),
            district=str(values["district"]).strip(),
            subject=str(values["subject"]).strip(),
            email=str(values["email"]).strip(),
        )
        made = self._session.make(lambda: testimony.record_comment(self._session.desk, hearing_id, new))
        if made is not None:
            self._last_channel = str(values["channel"])
            self._done(made)

    def _correct(self, comment: Comment, values: Mapping[str, object], received_at: str | None) -> None:
        """Save the fields that are others, and the text as a new version."""
        hearing = self._session.hearing
        if hearing is None:
            return
        text, given = str(values["text"]), str(values["reason"]).strip()
        reason = given or ("" if comment.text.strip() else "typed from the page")
        if text != comment.text and comment.received_text and not reason:
            self.editor.reason_row.show()
            self.editor.show_errors({"reason": "A correction of a received text needs a reason."})
            return
        desk, fields = self._session.desk, _changed(comment, values, received_at, hearing.zone)
        if fields and self._session.write(lambda: testimony.update_comment(desk, comment.id, **fields)) is None:
            return
        if text == comment.text or self._session.write(lambda: testimony.edit_text(desk, comment.id, text, reason)):
            self._done(comment.id)

    def _done(self, comment_id: int) -> None:
        self._end()
        self.closed.emit()
        self.recorded.emit(comment_id)

    def _find_names(self, beginning: str) -> None:
        desk = self._session.desk

        def show(found: "list[KnownName]") -> None:
            self.editor.fields.hints.show_known(found)

        self._session.background.run(lambda _progress: testimony.known_names(desk, beginning), show, self._session.tell)


def _paste_keys(hearing_id: int) -> Iterator[str]:
    """Give the keys of drafts of pasted comments, in the order in which they are used."""
    return (f"paste-{hearing_id}" + (f"-{n}" if n > 1 else "") for n in count(1))


def _values(comment: Comment, zone: str) -> dict[str, object]:
    """Return a comment as the editor's fields show it."""
    return {
        **{name: getattr(comment, name) for name in _EDITED},
        "group_id": comment.group_id or NO_GROUP,
        "channel": str(comment.channel),
        "received": write_when(comment.received_at, zone),
        "text": comment.text,
    }


def _changed(
    comment: Comment, values: Mapping[str, object], received_at: str | None, zone: str
) -> dict[str, int | float | str | None]:
    """Return the fields that are others than before; a time that reads the same stays to the second."""
    before = _values(comment, zone)
    fields: dict[str, int | float | str | None] = {
        name: str(values[name]).strip() for name in _EDITED if str(values[name]).strip() != before[name]
    }
    if str(values["channel"]) != before["channel"]:
        fields["channel"] = str(values["channel"])
    if int(str(values["group_id"])) != before["group_id"]:
        fields["group_id"] = int(str(values["group_id"])) or None
    if str(values["received"]).strip() != before["received"]:
        fields["received_at"] = received_at
    return fields
