"""Matches one new letter with the campaigns that are known: as many look-ups as it has shingles, some 80."""

from collections.abc import Mapping, Sequence

import numpy as np

from frhearing.analysis.form_letters.grouping import WORDS_OF_A_LETTER, WORDS_TO_COMPARE, key_of
from frhearing.analysis.form_letters.parts import body
from frhearing.analysis.form_letters.templates import Corpus, Template, Templates
from frhearing.analysis.form_letters.words import Vocabulary, shingled, words


class Arrivals:
    """The campaigns of a hearing by the letters they have, ready to say which one a new letter belongs to."""

    def __init__(self, campaigns: Mapping[int, Sequence[str]]) -> None:
        """Take the texts of each campaign, by its id; a few hundred of each are enough."""
        self._ids = list(campaigns)
        self._vocabulary = Vocabulary()
        self._same: dict[int, int] = {}
        templates = []
        for campaign_id in self._ids:
            different: dict[int, list[str]] = {}
            copies: dict[int, int] = {}
            for text in campaigns[campaign_id]:
                found = words(body(text))
                key = key_of(found)
                different.setdefault(key, found)
                copies[key] = copies.get(key, 0) + 1
            self._same |= dict.fromkeys(different, campaign_id)
            corpus = self._corpus(list(different.values()), list(copies.values()))
            long = [n for n, found in enumerate(different.values()) if len(found) >= WORDS_TO_COMPARE]
            templates.append(Template.of(corpus, np.array(long)).shingles if long else np.empty(0, np.uint32))
        self._templates = Templates.of(templates)

    def match(self, text: str) -> int | None:
        """Return the id of the campaign a new letter belongs to, None if it is like none of them."""
        found = words(body(text))
        if len(found) < WORDS_OF_A_LETTER:
            return None
        same = self._same.get(key_of(found))
        if same is not None or len(found) < WORDS_TO_COMPARE:
            return same
        place = self._templates.attach(self._corpus([found], [1]), np.zeros(1, np.int64)).get(0)
        return self._ids[place] if place is not None else None

    def _corpus(self, texts: list[list[str]], copies: list[int]) -> Corpus:
        """Return the shingles of a few texts."""
        return Corpus([shingled(texts, self._vocabulary)], np.array(copies, np.int64))
