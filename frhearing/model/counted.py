"""A number with its noun, as a sentence says it: "1 comment", "2,400 comments"."""


def counted(number: int, one: str, several: str = "") -> str:
    """Say a number with its word; ``several`` is for a plural that does not end in s."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
