"""Key quotes by keyboard: ``Q`` marks, ``[`` and ``]`` grow by a sentence."""

from frhearing.model.comment import Comment
from frhearing.model.passage import Passage
from frhearing.ui.pages.comments.quoter import Quoter
from frhearing.ui.pages.comments.reading_text import ReadingText, Span
from frhearing.ui.pages.comments.text_map import grown


class QuoteKeys:
    """Knows which quote the keys mean: the one marked last, the one at the caret, or the one chosen."""

    def __init__(self, text: ReadingText, quoter: Quoter) -> None:
        self._text, self._quoter = text, quoter
        self._passage = 0

    def mark(self, comment: Comment) -> str:
        """Mark the selected words, or the sentence at the caret; returns what stood against it, or nothing."""
        span = self._text.selection() or self._text.sentence()
        if span[0] >= span[1]:
            return "There is no text to quote."
        same = next((p for p in _verbatim(comment) if (p.start, p.end) == span), None)
        if same is not None:
            self._passage = same.id
            return "This is a key quote already."
        made = self._quoter.quote(comment, *span)
        if made is not None:
            self._passage = made
            self._text.select(span)
        return ""

    def grow(self, comment: Comment, direction: int) -> str:
        """Take the sentence before (-1) or after (+1) into the quote, or into what is selected."""
        passage = self._meant(comment)
        if passage is None or passage.start is None or passage.end is None:
            span = self._text.selection() or self._text.sentence()
            self._text.select(grown(comment.text, span, direction))
            return ""
        span = (passage.start, passage.end)
        wider = grown(comment.text, span, direction)
        if wider == span:
            return "There is no sentence on that side."
        self._quoter.move_quote(comment.id, passage.id, *wider)
        self._text.select(wider)
        return ""

    def show(self, comment: Comment, passage_id: int) -> None:
        """Show a quote in the text; the growing keys mean it from now on."""
        found = next((p for p in _verbatim(comment) if p.id == passage_id), None)
        if found is not None and found.start is not None and found.end is not None:
            self._passage = passage_id
            self._text.select((found.start, found.end))

    def forget(self) -> None:
        """Mean no quote any more: another comment is shown."""
        self._passage = 0

    def _meant(self, comment: Comment) -> Passage | None:
        """Return the quote that the selection stands on."""
        chosen: Span | None = self._text.selection()
        for passage in _verbatim(comment):
            if passage.id == self._passage and chosen == (passage.start, passage.end):
                return passage
        return None


def _verbatim(comment: Comment) -> list[Passage]:
    return [p for p in comment.passages if p.start is not None and not p.lost]
