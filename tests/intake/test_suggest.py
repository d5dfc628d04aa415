"""Columns as web forms and portals name them go where they belong, without the clerk having to say so."""

import pytest

from frhearing.intake.draft import SourceRow, Table
from frhearing.intake.layout import known_names
from frhearing.intake.suggest import suggest

LONG = "I have lived here for thirty years and I think that the park should stay open after dark, for the children. "
VALUES = {
    "day": [f"2026-02-2{n} 10:00:00" for n in range(5)],
    "mail": [f"jane{n}@example.org" for n in range(5)],
    "name": [f"Jane Roe {n}" for n in "abcde"],
    "counted": ["Speaker17", "Resident_2", "Name3", "Person-4", "Anonymous 5"],
    "text": [LONG + str(n) for n in range(5)],
    "side": ["For", "Against", "For", "For", "Against"],
    "id": [f"C-100{n}" for n in range(5)],
    "fraction": [f"{n}.25" for n in range(5)],
    "zip": [f"5320{n}" for n in range(5)],
    "phone": [f"(414) 555-010{n}" for n in range(5)],
    "short": [f"Lift it now {n}" for n in "abcde"],
    "how": ["Voicemail", "Phone", "Phone", "Voicemail", "Phone"],
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
        # The clerk's own log of calls, in plain words; a telephone is no number of a comment.
        (
            {"Caller": "name", "Number": "phone", "Date of call": "day", "What they said": "short", "How": "how"},
            {"name": ("Caller",), "received": ("Date of call",), "text": ("What they said",), "channel": ("How",)},
        ),
        (
            {"Meeting Date": "day", "Name": "name", "Position": "side", "eComment": "text", "Submitted At": "day"},
            {"name": ("Name",), "stance": ("Position",), "text": ("eComment",), "received": ("Submitted At",)},
        ),
        (
            {"Contribution ID": "id", "Date of contribution": "day", "Screen Name": "name", "Description": "text"},
            {"external_id": ("Contribution ID",), "received": ("Date of contribution",), "name": ("Screen Name",),
             "text": ("Description",)},
        ),
        (
            {"Respondent ID": "id", "Start Date": "day", "End Date": "day",
             "Please share your comments with the Council": "text"},
            {"external_id": ("Respondent ID",), "received": ("End Date",),
             "text": ("Please share your comments with the Council",)},
        ),
        (
            {"Marca temporal": "day", "Nombre y apellido": "name", "¿Qué le gustaría decir al Concejo?": "text"},
            {"received": ("Marca temporal",), "name": ("Nombre y apellido",),
             "text": ("¿Qué le gustaría decir al Concejo?",)},
        ),
        # What the office answered is no comment, and the meeting's own day is not when one came.
        ({"Meeting Date": "day", "Person": "name", "Staff response": "text"}, {"name": ("Person",)}),
        # Names given by counting look like a docket's numbers; taken for those, a second file would add nobody.
        ({"Name": "counted", "Comment": "text"}, {"name": ("Name",), "text": ("Comment",)}),
        ({"Speaker": "counted", "Ref": "id", "Comment": "text"},
         {"name": ("Speaker",), "external_id": ("Ref",), "text": ("Comment",)}),
        ({"Ref": "id", "Comment": "text"}, {"external_id": ("Ref",), "text": ("Comment",)}),
    ],
)  # fmt: skip
def test_columns_of_forms_and_portals(columns: dict[str, str], fields: dict[str, tuple[str, ...]]) -> None:
    assert suggested(columns) == fields


def test_a_resident_in_a_row_names_no_column() -> None:
    assert known_names(["Jane Roe", "Resident", "Neighbor", "When"]) == 0
    assert known_names(["Caller", "What they said", "Date of call"]) == 2
