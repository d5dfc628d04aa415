"""Marks key quotes and keeps notes on one comment; each call is one write and one step to undo."""

from frhearing.desk import coding, testimony
from frhearing.model.comment import Comment
from frhearing.ui.pages.comments.writer import Writer


class Quoter:
    """Key quotes word for word or in other words, and the notes of staff."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def quote(self, comment: Comment, start: int, end: int) -> int | None:
        """Mark a passage as a key quote, under the comment's theme if it has just one; gives its id."""
        theme = comment.theme_ids[0] if len(comment.theme_ids) == 1 else None
        made = self._writer.make(
            lambda: coding.add_quote(self._writer.session.desk, comment.id, start, end, theme_id=theme, key=True)
        )
        if made is not None:
            self._writer.said.emit("Key quote marked")
        return made

    def move_quote(self, comment_id: int, passage_id: int, start: int, end: int) -> None:
        """Give a quote other bounds."""
        desk = self._writer.session.desk
        self._writer.write([comment_id], "Quote", lambda: coding.move_passage(desk, comment_id, passage_id, start, end))

    def paraphrase(self, comment_id: int, text: str) -> None:
        """Note a key point in other words."""
        if self._writer.make(lambda: coding.add_paraphrase(self._writer.session.desk, comment_id, text)) is not None:
            self._writer.said.emit("Noted in other words")

    def remove_quote(self, comment_id: int, passage_id: int) -> None:
        """Take the mark off a passage."""
        desk = self._writer.session.desk
        self._writer.write([comment_id], "Quote removed", lambda: coding.remove_passage(desk, comment_id, passage_id))

    def quote_theme(self, comment_id: int, passage_id: int, theme_id: int) -> None:
        """Note which theme a quote is about; 0 for none."""
        desk, chosen = self._writer.session.desk, theme_id or None
        self._writer.write(
            [comment_id],
            "Theme of the quote",
            lambda: coding.set_passage_theme(desk, comment_id, passage_id, chosen),
        )

    def memo(self, comment_id: int, text: str) -> None:
        """Keep a note of staff beside a comment."""
        desk = self._writer.session.desk
        self._writer.write([comment_id], "Note kept", lambda: testimony.add_memo(desk, comment_id, text))
