"""Letters in natural English for benches: campaigns edited at five levels among texts of their own.

The words are those of the King James Bible where the program ``bible`` is installed (Debian: bible-kjv), else those
of Python's own documentation. Both are full of formulas, so that letters are easily taken for copies that are none.
"""

import ast
import pydoc_data.topics
import random
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

SHARES = (0.35, 0.30, 0.15, 0.12, 0.08)
"""How many letters of a campaign are: copies, signed, with an own sentence, changed, rewritten and shuffled."""

GREETINGS = ("Dear Council members", "To whom it may concern", "Dear Mayor and City Council", "Hello")
Letter = tuple[str, int, int]
"""A text, its campaign (-1 for none) and the level of its editing."""


def words() -> tuple[str, list[str]]:
    """Where the words come from, and the words in their order."""
    if shutil.which("bible"):
        read = subprocess.run(["bible", "-f", "Gen1:1-Rev22:21"], capture_output=True, text=True, check=True).stdout
        verses = [re.sub(r"^\S+?\d+:\d+\s*", "", line).strip() for line in read.splitlines()]
        return "the King James Bible", " ".join(verses).split()
    found = [text for _, text in sorted(pydoc_data.topics.topics.items())]
    found += sorted(set(_docstrings()))
    return "Python's documentation", " ".join(found).split()


def _docstrings() -> Iterator[str]:
    for path in sorted(Path(sysconfig.get_path("stdlib")).rglob("*.py")):
        if "site-packages" not in path.parts and "test" not in path.parts:
            try:
                tree = ast.parse(path.read_text(encoding="utf-8"))
            except (SyntaxError, ValueError):
                continue
            for node in ast.walk(tree):
                if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and (said := ast.get_docstring(node)):
                    yield " ".join(said.split())


class Docket:
    """Makes letters: 40 campaigns, every tenth a rival that takes over the first clauses of the one before."""

    def __init__(self, seed: int = 3, campaigns: int = 40) -> None:
        self.random = random.Random(seed)
        self.source, everything = words()
        self.vocabulary = sorted(set(everything))
        self.everything = everything
        self.texts: list[str] = []
        at = 0
        while at < len(everything):
            length = self.random.randint(50, 120)
            self.texts.append(" ".join(everything[at : at + length]))
            at += length
        self.random.shuffle(self.texts)
        self.masters = [f"{self.texts.pop()} {self.texts.pop()}" for _ in range(campaigns)]
        for rival in range(9, campaigns, 10):
            clauses = re.split(r"[.:;]", self.masters[rival - 1])
            taken: list[str] = []
            for clause in clauses:
                if len(" ".join(taken).split()) < 0.4 * len(self.masters[rival - 1].split()):
                    taken.append(clause)
            self.masters[rival] = ". ".join(taken) + ". " + self.masters[rival]
        self.openings = [self.texts.pop()[:130] for _ in range(min(1500, len(self.texts) // 4))]
        self._weights = [1 / (n + 1) ** 0.9 for n in range(campaigns)]

    def letters(self, count: int, share: float = 0.7) -> list[Letter]:
        """So many letters, mixed; where the source has too few texts of their own, words are drawn at random."""
        own = count - int(count * share)
        made = [(self.own(n), -1, -1) for n in range(own)]
        picked = self.random.choices(range(len(self.masters)), self._weights, k=count - own)
        levels = self.random.choices(range(5), SHARES, k=count - own)
        made += [(self.edited(k, level), k, level) for k, level in zip(picked, levels, strict=True)]
        self.random.shuffle(made)
        return made

    def own(self, number: int) -> str:
        """A text of nobody else."""
        if number < len(self.texts):
            return self.texts[number]
        return " ".join(self.random.choices(self.everything, k=self.random.randint(50, 120)))

    def edited(self, campaign: int, level: int) -> str:
        """A letter of a campaign as 4-store.md has it edited."""
        rng, text = self.random, self.masters[campaign]
        if level == 0:
            return text
        name = f"{rng.choice(self.vocabulary).capitalize()} {rng.choice(self.vocabulary).capitalize()}"
        place = f"{rng.randint(1, 9999)} {rng.choice(self.vocabulary).capitalize()} Street"
        greeting = rng.choice(GREETINGS) + ",\n"
        if level == 2:
            opening = rng.choice(self.openings)
            text = f"{opening} {text}" if rng.random() < 0.5 else f"{text} {opening}"
        text = f"{greeting}{text}\n\nSincerely,\n{name}\n{place}"
        return self._changed(text, level) if level >= 3 else text

    def _changed(self, text: str, level: int) -> str:
        """The text with 6 or 22 % of its words replaced; at the fourth level shuffled, and with an opening."""
        rng, part = self.random, 0.06 if level == 3 else 0.22
        kept = (word for word in text.split(" ") if rng.random() > part / 4)
        sentences = re.split(r"(?<=[.:;]) ", " ".join(self._other(word, part) for word in kept))
        if len(sentences) > 4 and rng.random() < 0.5:
            del sentences[rng.randint(1, len(sentences) - 2)]
        if level == 4 and len(sentences) > 3:
            rng.shuffle(sentences)
        text = " ".join(sentences)
        return f"{rng.choice(self.openings)} {text}" if level == 4 else text

    def _other(self, word: str, part: float) -> str:
        return self.random.choice(self.vocabulary) if self.random.random() < part else word
