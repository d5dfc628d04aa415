"""Spreadsheets (XLSX, XLSM, XLS, ODS): every cell as a clerk sees it, and all that was not read by its name."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from frhearing.intake.containers import Container, open_zip
from frhearing.intake.draft import Reading, SourceKind, Unreadable
from frhearing.intake.formats.workbook.cells import text_of
from frhearing.intake.formats.workbook.marks import BookMarks, Marks, Sheet
from frhearing.intake.formats.workbook.ods import sheets_of_ods
from frhearing.intake.formats.workbook.sheets import Workbook
from frhearing.intake.formats.workbook.xls import sheets_of_xls
from frhearing.intake.formats.workbook.xlsx import marks_of_xlsx
from frhearing.intake.source import Source

_KEPT: Final = "nothing was imported, and the file is as it was."
_STEP: Final = 2048
_LITTLE: Final = 64 << 20
"""Bytes: a workbook that unpacks to more is not read in two ways at once, which would need the memory for both."""
_OTHER_SHEETS: Final = (
    (SheetTypeEnum.ChartSheet, "chart sheet"),
    (SheetTypeEnum.DialogSheet, "dialog sheet"),
    (SheetTypeEnum.MacroSheet, "macro sheet"),
    (SheetTypeEnum.Vba, "macro sheet"),
)


def read(source: Source) -> Reading:
    """Read a workbook. Raises Unreadable for one that is damaged, locked, or holds no rows."""
    sheets, marks = _sheets(source)
    book = Workbook(source.file, sheets, marks)
    return replace(
        source.reading(SourceKind.TABLE),
        tables=book.tables,
        chosen=book.chosen,
        notes=tuple(book.notes),
        not_read=tuple(book.not_read),
    )


def _sheets(source: Source) -> tuple[list[Sheet], BookMarks]:
    done = [0]

    def step() -> None:
        done[0] += 1
        source.progress(done[0], 0)

    if not source.data.startswith(b"PK"):
        return sheets_of_xls(source.data, source.file, step)
    container = open_zip(source.data, source.file)
    if "mimetype" in container and b"spreadsheet" in container.read("mimetype", 1 << 20):
        return sheets_of_ods(container, step), BookMarks()
    _refuse_binary(container)
    # Calamine works without Python's lock: what stands beside the values is looked for meanwhile.
    with ThreadPoolExecutor(1) as beside:
        looking = beside.submit(marks_of_xlsx, container, step)
        if sum(entry.size for entry in container.entries) > _LITTLE:
            looking.result()
        try:
            found, others = _by_calamine(source, step)
        except Unreadable:
            looking.result()  # it may tell more of what is wrong
            raise
        marks = looking.result()
    marks.aside += others
    return [_sheet(about, rows, marks.sheets.get(about.name, Marks())) for about, rows in found], marks


def _refuse_binary(container: Container) -> None:
    if "xl/workbook.bin" in container:
        raise Unreadable(
            f"“{container.file}” is a binary Excel workbook (XLSB), whose formulas and hidden parts cannot be told; "
            f"{_KEPT} Open it and save it as an Excel workbook (XLSX)."
        )


def _by_calamine(
    source: Source, step: Callable[[], None]
) -> tuple[list[tuple[SheetMetadata, list[list[str]]]], list[str]]:
    """Return the sheets with their rows, and phrases for those that are of another kind."""
    sheets: list[tuple[SheetMetadata, list[list[str]]]] = []
    others: list[str] = []
    try:
        with load_workbook(io.BytesIO(source.data)) as book:
            for number, about in enumerate(book.sheets_metadata):
                other = next((words for kind, words in _OTHER_SHEETS if kind == about.typ), "")
                if other:
                    others.append(f"the {other} “{about.name}”")
                else:
                    sheets.append((about, _rows(book, number, step)))
            return sheets, others
    except PasswordError as locked:
        raise Unreadable(
            f"“{source.file}” is locked with a password; {_KEPT} "
            "Open it, save it without the password and import it again."
        ) from locked
    except (CalamineError, OSError, ValueError) as fault:
        raise Unreadable(
            f"“{source.file}” is damaged or no whole workbook; {_KEPT} Ask the sender for it again, or open it and "
            "save the sheet as CSV (UTF-8)."
        ) from fault


def _sheet(about: SheetMetadata, rows: list[list[str]], marks: Marks) -> Sheet:
    marks.put_right(rows)
    return Sheet(about.name, about.visible == SheetVisibleEnum.Visible, rows, marks)


def _rows(book: CalamineWorkbook, number: int, step: Callable[[], None]) -> list[list[str]]:
    """Return the rows of a sheet as text, from its first row and column on, all of one width."""
    rows = []
    for cells in book.get_sheet_by_index(number).to_python(skip_empty_area=False):
        rows.append([cell if cell.__class__ is str else text_of(cell) for cell in cells])
        if not len(rows) % _STEP:
            step()
    return rows
