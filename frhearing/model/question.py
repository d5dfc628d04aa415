"""A question before the body: a proposition on which a stance may be taken."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the printed meaning of "support" and of "oppose"."""

    id: int
    number: int
    text: str
    support_means: str
    oppose_means: str


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question as it is asked for, before it has a number."""

    text: str
    support_means: str = ""
    oppose_means: str = ""
