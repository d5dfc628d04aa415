"""What comments are about, and who speaks: themes as a tree, stakeholder groups as a list."""

from typing import NamedTuple


class Theme(NamedTuple):
    """What a comment is about; ``key`` is 1–9 for those on the number keys, in the order of the list."""

    id: int
    name: str
    definition: str
    parent_id: int | None
    order: int
    key: int | None
    comments: int = 0


class Group(NamedTuple):
    """A stakeholder group for whom people speak."""

    id: int
    name: str
    hint: str
    order: int


NO_GROUP_NAME = "No group"
"""Where a comment has no stakeholder group."""

STARTER_GROUPS: tuple[tuple[str, str], ...] = (
    ("Resident", "Speaks for themselves as someone who lives here"),
    ("Advocacy group", "Civil-rights, activist or advocacy group"),
    ("Police union", "Speaks for the officers' union"),
    ("Police department", "Chief or command staff, speaking for the department"),
    ("City agency", "Another department or commission"),
    ("Elected official", "Holds an elected office"),
    ("Neighborhood group", "Block club or neighborhood association"),
    ("Business", "Owner, chamber or improvement district"),
    ("Labor, other", "A union other than the police union"),
    ("Faith", "Congregation or interfaith council"),
    ("Academic or expert", "Research, law or technology"),
)
"""Stakeholder groups a new store begins with (2-domain.md §2.5)."""
