"""Columns as web forms and portals name them go where they belong, without the clerk having to say so."""

import pytest

from frhearing.intake.draft import SourceRow, Table
from frhearing.intake.suggest import suggest

LONG = "I have lived here for thirty years and I think that the park should stay open after dark, for the children. "
VALUES = {
    "day": [f"2026-02-2{n} 10:00:00" for n in range(5)],
    "mail": [f"jane{n}@example.org" for n in range(5)],
    "name": [f"Jane Roe {n}" for n in "abcde"],
    "text": [LONG + str(n) for n in range(5)],
    "side": ["For", "Against", "For", "For", "Against"],
    "id": [f"C-100{n}" for n in range(5)],
    "fraction": [f"{n}.25" for n in range(5)],
    "zip": [f"5320{n}" for n in range(5)],
}


def suggested(columns: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Propose fields for columns, each filled with one kind of values."""
    rows = [SourceRow(at + 2, [VALUES[kind][at] for kind in columns.values()]) for at in range(5)]
    return suggest(Table("a.csv", tuple(columns), 1, rows)).mapping.columns


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (
            {"Timestamp": "day", "Email Address": "mail", "Your full name": "name",
             "What would you like to say?": "text", "Do you support the plan?": "side"},
            {"received": ("Timestamp",), "email": ("Email Address",), "name": ("Your full name",),
             "text": ("What would you like to say?",), "stance": ("Do you support the plan?",)},
        ),
        (
            {"Id": "id", "Completion time": "day", "Email": "mail", "Name": "name", "Comments (optional)": "text"},
            {"external_id": ("Id",), "received": ("Completion time",), "email": ("Email",), "name": ("Name",),
             "text": ("Comments (optional)",)},
        ),
        (
            {"trackingNbr": "id", "firstName": "name", "lastName": "name", "receiveDate": "day", "comment": "text"},
            {"external_id": ("trackingNbr",), "name": ("firstName", "lastName"), "received": ("receiveDate",),
             "text": ("comment",)},
        ),
        (
            {"author.name": "name", "author.email": "mail", "body.text": "text", "position.x": "fraction"},
            {"name": ("author.name",), "email": ("author.email",), "text": ("body.text",)},
        ),
        ({"start_time": "fraction", "Zip": "zip", "Comment": "text"}, {"text": ("Comment",)}),
    ],
)  # fmt: skip
def test_columns_of_forms_and_portals(columns: dict[str, str], fields: dict[str, tuple[str, ...]]) -> None:
    assert suggested(columns) == fields
