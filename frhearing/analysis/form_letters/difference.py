"""What a sender's letter says beside the master of its campaign, word by word."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from rapidfuzz.distance import Indel, Opcode

from frhearing.analysis.form_letters.parts import apart, body
from frhearing.analysis.form_letters.words import FIND_WORD, words
from frhearing.model.letters import Difference, Piece, PieceKind, own_words

MOVED = 5
"""So many words in a row that stand elsewhere in the master are the master's, moved, and not the sender's own."""

GAP = 2
"""Own words with no more words of the master between them than this are read as one stretch."""

_ENDED = re.compile(r"[.!?\u2026][\"')\]\u201d\u2019]*\s|\n[ \t\r]*\n").search
"""Finds the end of a sentence or of a paragraph between two words."""

MOST_CELLS = 200_000_000
"""Two letters of more than some 14,000 words each are compared by sentences: word by word takes gigabytes."""

LONGEST_FILLING = 8
"""At most so many words stand in the place of something like [YOUR NAME]."""


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a letter: in lower case, where it begins and ends, and whether it belongs to what is set apart."""

    word: str
    start: int
    end: int
    apart: bool


class Master:
    """The master of a campaign, read once, to lay letters beside it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = _words(text)
        self._body = [one for one in self._words if not one.apart]
        self._said = [one.word for one in self._body]
        self._runs = _runs(self._said)
        self._plain = words(body(text))

    def own_words(self, text: str, name: str = "") -> tuple[float, str]:
        """Return the similarity of a letter and its sender's own words; a copy word for word is known at once."""
        if words(body(text)) == self._plain:
            return 1.0, ""
        read = _words(text)
        kinds, opcodes = self._lay(text, read, name)
        return self._similarity(opcodes, len(kinds)), own_words(_pieces(text, read, kinds))

    def compare(self, text: str, name: str = "") -> Difference:
        """Lay a letter beside the master; ``name`` is its sender's, which is nobody's argument."""
        read = _words(text)
        kinds, opcodes = self._lay(text, read, name)
        left = [PieceKind.SHARED] * len(self._body)
        for step in opcodes:
            if step.tag == "delete":
                left[step.src_start : step.src_end] = [PieceKind.LEFT_OUT] * (step.src_end - step.src_start)
        _take_back_moved(self._said, left, _runs([one.word for one in read if not one.apart]))
        similarity = self._similarity(opcodes, len(kinds))
        return Difference(similarity, _pieces(text, read, kinds), _pieces(self.text, self._words, left))

    def _lay(self, text: str, read: Sequence[_Word], name: str) -> tuple[list[PieceKind], list[Opcode]]:
        """Return what each word of a letter's body is, and the steps from the master's body to it."""
        inner = [one for one in read if not one.apart]
        said = [one.word for one in inner]
        kinds = [PieceKind.SHARED] * len(inner)
        opcodes = self._steps(text, inner)
        for step in opcodes:
            if step.tag == "insert":
                kinds[step.dest_start : step.dest_end] = [PieceKind.OWN] * (step.dest_end - step.dest_start)
        _take_back_moved(said, kinds, self._runs)
        _set_names_apart(said, kinds, name)
        if "[" in self.text:
            self._set_fillings_apart(opcodes, kinds)
        _take_whole_sentences(text, inner, kinds)
        _close_gaps(kinds)
        return kinds, opcodes

    def _steps(self, text: str, inner: Sequence[_Word]) -> list[Opcode]:
        """Return the steps from the master's body to a letter's, word by word; of very long ones by whole sentences."""
        said = [one.word for one in inner]
        if len(said) * len(self._said) <= MOST_CELLS:
            return list(Indel.opcodes(self._said, said))
        ours, theirs = _sentences(self.text, self._body), _sentences(text, inner)
        steps = Indel.opcodes(
            [tuple(self._said[start:end]) for start, end in pairwise(ours)],
            [tuple(said[start:end]) for start, end in pairwise(theirs)],
        )
        return [
            Opcode(step.tag, ours[step.src_start], ours[step.src_end], theirs[step.dest_start], theirs[step.dest_end])
            for step in steps
        ]

    def _similarity(self, opcodes: Sequence[Opcode], length: int) -> float:
        """Return the share of words in common, of a letter's body of so many words and the master's."""
        common = length + len(self._body)
        return 2 * _equal(opcodes) / common if common else 1.0

    def _set_fillings_apart(self, opcodes: Sequence[Opcode], kinds: list[PieceKind]) -> None:
        """Set apart what a sender put in the place of something like [YOUR NAME]."""
        for pair in pairwise(opcodes):
            steps = {step.tag: step for step in pair}
            if steps.keys() != {"delete", "insert"}:
                continue
            gone, new = steps["delete"], steps["insert"]
            if new.dest_end - new.dest_start <= LONGEST_FILLING and self._in_brackets(gone.src_start, gone.src_end):
                kinds[new.dest_start : new.dest_end] = [PieceKind.APART] * (new.dest_end - new.dest_start)

    def _in_brackets(self, first: int, after: int) -> bool:
        """Say whether words of the master's body stand between brackets."""
        start = self._body[first].start
        end = self._body[after - 1].end
        return "[" in self.text[max(0, start - 2) : start] and "]" in self.text[end : end + 2]


def _words(text: str) -> list[_Word]:
    """Return the words of a letter with their places."""
    found = [_Word(one.group().lower(), *one.span(), False) for one in FIND_WORD(text)]
    for start, end in apart(text):
        first = bisect_left(found, start, key=_begin)
        last = bisect_left(found, end, key=_begin)
        found[first:last] = [replace(one, apart=True) for one in found[first:last]]
    return found


def _begin(word: _Word) -> int:
    """Return where a word begins."""
    return word.start


def _runs(said: Sequence[str]) -> set[tuple[str, ...]]:
    """Return every run of words long enough to be known again elsewhere."""
    return {tuple(said[at : at + MOVED]) for at in range(len(said) - MOVED + 1)}


def _take_back_moved(said: Sequence[str], kinds: list[PieceKind], elsewhere: set[tuple[str, ...]]) -> None:
    """Count as shared what stands elsewhere in the other letter."""
    for at in range(len(said) - MOVED + 1):
        stretch = slice(at, at + MOVED)
        if any(kind is not PieceKind.SHARED for kind in kinds[stretch]) and tuple(said[stretch]) in elsewhere:
            kinds[stretch] = [PieceKind.SHARED] * MOVED


def _equal(opcodes: Sequence[Opcode]) -> int:
    """Return how many words two letters have in common, in one order."""
    return sum(step.dest_end - step.dest_start for step in opcodes if step.tag == "equal")


def _set_names_apart(said: Sequence[str], kinds: list[PieceKind], name: str) -> None:
    """Set the sender's own name apart where it stands in the middle of the letter."""
    names = {found.group().lower() for found in FIND_WORD(name)}
    at = 0
    for kind, run in groupby(list(kinds)):
        length = len(list(run))
        if kind is PieceKind.OWN and names.issuperset(said[at : at + length]):
            kinds[at : at + length] = [PieceKind.APART] * length
        at += length


def _sentences(text: str, inner: Sequence[_Word]) -> list[int]:
    """Return at which word each sentence begins, and the number of words at the end."""
    ends = (at for at in range(1, len(inner)) if _ENDED(text, inner[at - 1].end, inner[at].start))
    return [0, *ends, len(inner)]


def _take_whole_sentences(text: str, inner: Sequence[_Word], kinds: list[PieceKind]) -> None:
    """Let a sentence that is mostly the sender's own be so from its first word to its last."""
    for first, after in pairwise(_sentences(text, inner)):
        said = kinds[first:after]
        if said.count(PieceKind.OWN) > said.count(PieceKind.SHARED) > 0:
            kinds[first:after] = [PieceKind.OWN if kind is PieceKind.SHARED else kind for kind in said]


def _close_gaps(kinds: list[PieceKind]) -> None:
    """Let own words with next to nothing of the master between them stand as one stretch."""
    last = None
    for at, kind in enumerate(kinds):
        if kind is PieceKind.OWN:
            if last is not None and at - last <= GAP + 1 and PieceKind.APART not in kinds[last:at]:
                kinds[last:at] = [PieceKind.OWN] * (at - last)
            last = at


def _pieces(text: str, words: Sequence[_Word], kinds: Sequence[PieceKind]) -> tuple[Piece, ...]:
    """Cut a text where the kind of its words changes; what stands between words goes with the word before."""
    of_body = iter(kinds)
    marks = [(one.start, PieceKind.APART if one.apart else next(of_body)) for one in words]
    cuts = [marks[i] for i in range(len(marks)) if not i or marks[i][1] is not marks[i - 1][1]]
    if not cuts:
        return (Piece(PieceKind.APART, text),) if text else ()
    ends = [*(start for start, _ in cuts[1:]), len(text)]
    starts = [0, *ends[:-1]]
    return tuple(Piece(kind, text[start:end]) for (_, kind), start, end in zip(cuts, starts, ends, strict=True))
