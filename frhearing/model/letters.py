"""Form letters: campaigns of letters that many sent alike, what each sender added, and petitions."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from frhearing.model.comment import CommentStatus


class LetterType(StrEnum):
    """What a written comment is beside the others (2-domain.md §2.4); an empty code means not looked at."""

    UNIQUE = "unique"
    FORM_MASTER = "form_master"
    FORM_COPY = "form_copy"
    FORM_PLUS = "form_plus"
    EXACT_DUPLICATE_SAME_PERSON = "exact_duplicate_same_person"
    PETITION = "petition"
    NOT_RELEVANT = "not_relevant"


class PieceKind(StrEnum):
    """What a stretch of a letter is beside the master: the same, the sender's own, left out, or set apart."""

    SHARED = "shared"
    OWN = "own"
    LEFT_OUT = "left_out"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a text; the stretches of a letter put together are its text, character by character."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A letter beside the master of its campaign; ``similarity`` is the share of words in common, 0 to 1.

    Greeting, farewell, name and address are set apart: they differ in every copy and are nobody's argument.
    """

    similarity: float
    letter: tuple[Piece, ...]
    master: tuple[Piece, ...]

    @property
    def own_words(self) -> str:
        """What the sender added or put in other words, stretch by stretch."""
        return own_words(self.letter)


def own_words(letter: Sequence[Piece]) -> str:
    """Return what stands in the own pieces of a letter, stretch by stretch."""
    return " … ".join(piece.text.strip() for piece in letter if piece.kind is PieceKind.OWN)


@dataclass(frozen=True, slots=True)
class Copy:
    """One letter of a campaign, or one that looks like it; ``confirmed`` says whether the clerk has put it there.

    A letter that was withdrawn or is disputed stays among the others; its ``status`` keeps it out of the tally.
    """

    comment_id: int
    number: int
    external_id: str
    name: str
    similarity: float
    own_words: str
    confirmed: bool
    letter_type: LetterType
    status: CommentStatus = CommentStatus.ACCEPTED


@dataclass(frozen=True, slots=True)
class FormLetter:
    """A campaign, or a suggestion of one (``campaign_id`` None), with all its letters in order of number."""

    campaign_id: int | None
    name: str
    master: str
    master_number: int
    method: str
    copies: tuple[Copy, ...]

    @property
    def size(self) -> int:
        """The number of its letters, those not yet confirmed among them."""
        return len(self.copies)

    @property
    def suggested(self) -> tuple[Copy, ...]:
        """Its letters that the clerk has not confirmed."""
        return tuple(copy for copy in self.copies if not copy.confirmed)

    @property
    def with_own_words(self) -> tuple[Copy, ...]:
        """Its letters in which the sender wrote something; these are to be read one by one."""
        return tuple(copy for copy in self.copies if copy.own_words)


@dataclass(frozen=True, slots=True)
class Answer:
    """What giving all copies of a form letter one answer would do, told before it is done.

    ``to_read`` are the copies among ``copies`` whose senders added words of their own; ``kept`` are those that
    have another answer already.
    """

    campaign: str
    copies: tuple[int, ...]
    to_read: tuple[int, ...]
    kept: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signatures under one petition; they are numbers of their own and never comments.

    ``claimed`` is what the sponsor says, ``counted`` all that ``counted_by`` counted on the sheets. Of those counted
    some may be ``duplicates``, ``unreadable`` or from ``outside`` the jurisdiction. None: nobody said or counted.
    """

    claimed: int | None = None
    counted: int | None = None
    duplicates: int | None = None
    unreadable: int | None = None
    outside: int | None = None
    counted_by: str = ""

    @property
    def doubtful(self) -> int:
        """The number of those counted that are double, unreadable or from outside the jurisdiction."""
        return (self.duplicates or 0) + (self.unreadable or 0) + (self.outside or 0)

    @property
    def remaining(self) -> int | None:
        """What is left of those counted without the doubtful ones; None where nobody counted."""
        return None if self.counted is None else self.counted - self.doubtful


@dataclass(frozen=True, slots=True)
class Petition:
    """A petition: its sponsor's letter is one comment, No. ``number``; its signatures are never comments."""

    id: int
    comment_id: int
    number: int
    sponsor: str
    text: str
    signatures: Signatures = Signatures()
