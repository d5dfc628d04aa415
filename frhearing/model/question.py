"""A question before the body: a proposition on which a stance may be taken."""

from typing import NamedTuple


class Question(NamedTuple):
    """One question with the printed meaning of "support" and of "oppose"."""

    id: int
    number: int
    text: str
    support_means: str
    oppose_means: str


class NewQuestion(NamedTuple):
    """A question as it is asked for, before it has a number."""

    text: str
    support_means: str = ""
    oppose_means: str = ""
