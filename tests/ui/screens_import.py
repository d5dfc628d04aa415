"""States of the import, for tests/screens.py: a mailbox, many letters, a scan to type, a transcript, problems."""

import tempfile
from email.message import EmailMessage
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frhearing.ui.dialogs.import_dialog import open_import
from frhearing.ui.dialogs.import_rows import RowsForm

FOLDER = Path(tempfile.mkdtemp(prefix="frhearing-screens-import-"))
NAMES = ("Dolores Example", "Alex Sample", "Marcus Maker", "Hannah Made-Up", "Pa Houa Invented", "Ilse Fiction")
LETTER = "The camera sees my block every day. I ask the committee to keep the pause until there is a written rule.\n"


def _mail(n: int) -> bytes:
    name = NAMES[n % len(NAMES)]
    made = EmailMessage()
    made["From"] = f"{name} <voice{n}@example.org>"
    made["Subject"] = ("A pause is a start", "My grandson and the wrong photo", "Please lift it")[n % 3]
    made["Message-ID"] = f"<{n}@example.org>"
    if n % 7:
        made["Date"] = f"Tue, {n % 27 + 1} Feb 2026 10:{n % 60:02}:00 -0600"
    made.set_content(LETTER if n % 5 else "Please see the attached letter.\n")
    if not n % 5:
        made.add_attachment(LETTER.encode(), maintype="text", subtype="plain", filename="letter.txt")
    if not n % 9:
        made.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(60), maintype="image", subtype="png", filename="corner.png")
    return bytes(made)


def _scan(words: str) -> bytes:
    """A PDF that is only a picture, as a scanner makes it."""
    from io import BytesIO

    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QFont, QImage, QPainter
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen import canvas

    image = QImage(850, 1100, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.setFont(QFont("Inter", 22))
    painter.drawText(image.rect().adjusted(90, 110, -90, -90), int(Qt.TextFlag.TextWordWrap), words)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    out = BytesIO()
    page = canvas.Canvas(out, pagesize=(612, 792), invariant=1)
    page.drawImage(ImageReader(BytesIO(bytes(data.data()))), 0, 0, 612, 792)
    page.save()
    return out.getvalue()


def _opened(window, *paths):
    page = window.navigator.go("comments")
    dialog = open_import(page.session, paths, window)
    while dialog.plan is None or dialog.work.busy:
        QApplication.processEvents()
    return dialog


def mailbox(window):
    path = FOLDER / "inbox-export.mbox"
    path.write_bytes(
        b"".join(b"From x@example.org Tue Feb 24 10:00:00 2026\n" + _mail(n) + b"\n\n" for n in range(118))
    )
    return _opened(window, path)


def letters(window):
    folder = FOLDER / "letters"
    folder.mkdir(exist_ok=True)
    for n in range(105):
        (folder / f"letter {n + 1:03}.txt").write_text(f"Dear council,\n\n{LETTER}\n{NAMES[n % 6]}\n", encoding="utf-8")
    return _opened(window, folder)


def many_kinds(window):
    mailbox(window).reject()
    letters(window).reject()
    table = FOLDER / "web form.csv"
    table.write_text("Name,Comment,Position\nAlex Sample,Keep it.,in favor\nMarcus Maker,Lift it.,unclear\n", "utf-8")
    figures = FOLDER / "figures.csv"
    figures.write_text("a,b\n1,2\n", "utf-8")
    return _opened(window, FOLDER / "letters", FOLDER / "inbox-export.mbox", table, figures)


def files(window):
    many_kinds(window).found.files.click()


def _problems(window):
    path = FOLDER / "web export.csv"
    rows = ["Name,Received,Position,Comment"]
    rows += [f"{name},2/{n + 20}/2026,{'unclear' if n % 2 else 'yes'},{LETTER.strip()}" for n, name in enumerate(NAMES)]
    rows += ["Rosa Pretend,2/30/2026,no,Take it down.", "Sam Madeup,5 months ago,yes,", ",,,", "one,cell"]
    path.write_text("\n".join(rows), encoding="utf-8")
    scan = FOLDER / "scanned letter.pdf"
    scan.write_bytes(_scan(f"Dear members of the committee,\n\n{LETTER}\nYours,\n{NAMES[0]}"))
    return _opened(window, path, scan)


def _rows(window):
    dialog = _problems(window)
    dialog.found.look.click()
    while not (forms := window.findChildren(RowsForm)):
        QApplication.processEvents()
    return forms[0]


def scan(window):
    form = _rows(window)
    at = next(n for n, one in enumerate(form.model.rows) if one.page is not None)
    form.list.setCurrentIndex(form.model.index(at))
    form.editor.text.setPlainText("Dear members of the committee, the camera sees my block")
    form.editor.text.setFocus()
    QTest.qWait(1500)  # the page is drawn late


def transcript(window):
    path = FOLDER / "hearing.vtt"
    cues = ["WEBVTT", ""]
    for n in range(14):
        name = "Chair" if not n % 2 else NAMES[n // 2 % 6]
        said = "Thank you. The next speaker, please." if name == "Chair" else LETTER.strip()
        cues += [f"00:{n:02}:00.000 --> 00:{n:02}:50.000", f"<v {name}>{said}", ""]
    path.write_text("\n".join(cues), encoding="utf-8")
    return _opened(window, path)


def turns(window):
    dialog = transcript(window)
    dialog.kinds.boxes[0].turns.click()


def encodings(window):
    for n in range(7):
        (FOLDER / f"carta {n}.txt").write_bytes(f"¡No! El señor Núñez {n} pide más luz.".encode("cp1252"))
    _opened(window, *(FOLDER / f"carta {n}.txt" for n in range(7)))


STATES = {
    "import-mailbox": mailbox,
    "import-letters": letters,
    "import-kinds": many_kinds,
    "import-files": files,
    "import-problems": _problems,
    "import-rows": _rows,
    "import-scan": scan,
    "import-transcript": transcript,
    "import-turns": turns,
    "import-encodings": encodings,
}
