"""Lists of commenters without their texts: a column to type the texts into."""

from dataclasses import replace

from frhearing.intake.draft import SourceRow, Table
from frhearing.intake.letters import TEXT
from frhearing.intake.suggest import suggest
from frhearing.intake.words import COLUMN_WORDS, plain
from frhearing.intake.words import TEXT as FIELD


def with_text_column(table: Table) -> tuple[Table, str]:
    """Add an empty column for the texts to a table of people that has none; returns it with the note, if added."""
    fields = suggest(table).mapping
    said = any(_called_text(name) and any(table.column(name)) for name in table.header)
    if fields.text_column or said or "name" not in fields.columns or TEXT in table.header:
        return table, ""
    rows = [SourceRow(row.number, [*row.cells, ""]) for row in table.rows]
    note = (
        f"“{table.file}” lists who commented but not what they said; the texts are left empty, to be typed in or "
        "taken from another file."
    )
    return replace(table, header=(*table.header, TEXT), rows=rows), note


def _called_text(name: str) -> bool:
    return plain(name).rpartition(" ")[2] in COLUMN_WORDS[FIELD]
