"""Key quotes and notes of the comment that is shown: ``Q`` marks, ``[`` and ``]`` grow by a sentence."""

from frhearing.model.comment import Comment
from frhearing.model.passage import Passage, PassageKind
from frhearing.ui.pages.comments.quoter import Quoter
from frhearing.ui.pages.comments.selection import Selection
from frhearing.ui.pages.comments.text_map import grown
from frhearing.ui.pages.comments.workspace import Workspace
from frhearing.ui.pages.comments.writer import Writer


class QuoteKeys:
    """Knows which quote the growing keys mean: the one that is selected in the text."""

    def __init__(self, space: Workspace, selection: Selection, writer: Writer) -> None:
        self._space, self._selection, self._writer = space, selection, writer
        self._text = space.reading.text
        self._quoter = Quoter(writer)
        tags = space.tagging.quotes
        tags.shown_in_text.connect(self.show)
        tags.removed.connect(self._remove)
        tags.theme_chosen.connect(self._choose_theme)
        tags.paraphrased.connect(self._paraphrase)
        tags.noted.connect(self._note)

    def mark(self) -> None:
        """Mark the selected words, or the sentence at the caret."""
        comment = self._readable()
        if comment is None:
            return
        span = self._text.selection() or self._text.sentence()
        if span[0] >= span[1]:
            self._space.list.say("There is no text to quote.")
        elif any((p.start, p.end) == span for p in _verbatim(comment)):
            self._space.list.say("This is a key quote already.")
        elif self._quoter.quote(comment, *span) is not None:
            self._text.select(span)

    def grow(self, direction: int) -> None:
        """Take the sentence before (-1) or after (+1) into the quote, or into what is selected."""
        comment = self._readable()
        if comment is None:
            return
        span = self._text.selection() or self._text.sentence()
        wider = grown(comment.text, span, direction)
        meant = next((p for p in _verbatim(comment) if (p.start, p.end) == span), None)
        if wider == span:
            self._space.list.say("There is no sentence on that side.")
            return
        if meant is not None:
            self._quoter.move_quote(comment.id, meant.id, *wider)
        self._text.select(wider)

    def show(self, passage_id: int) -> None:
        """Show a quote in the text; the growing keys mean it from now on."""
        comment = self._selection.comment
        found = next((p for p in _verbatim(comment) if p.id == passage_id), None) if comment else None
        if found is not None and found.start is not None and found.end is not None:
            self._space.show_text()
            self._text.select((found.start, found.end))

    def _readable(self) -> Comment | None:
        """Return the comment if its current text is seen and may be marked."""
        if self._space.reading.version_shown:
            self._space.list.say("Show the corrected text first: quotes stand in the current text.")
            return None
        return self._selection.comment if self._writer.may_write() else None

    def _remove(self, passage_id: int) -> None:
        if self._selection.comment is not None:
            self._quoter.remove_quote(self._selection.comment.id, passage_id)

    def _choose_theme(self, passage_id: int, theme_id: int) -> None:
        if self._selection.comment is not None:
            self._quoter.quote_theme(self._selection.comment.id, passage_id, theme_id)

    def _paraphrase(self, words: str) -> None:
        if self._selection.comment is not None:
            self._quoter.paraphrase(self._selection.comment.id, words)

    def _note(self, words: str) -> None:
        if self._selection.comment is not None:
            self._quoter.memo(self._selection.comment.id, words)


def _verbatim(comment: Comment) -> list[Passage]:
    return [p for p in comment.passages if p.kind is PassageKind.VERBATIM and not p.lost]
