"""What a widget shows, as text: for comparing a state the way a clerk reads it."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget


def shown(widget: QWidget) -> list[str]:
    """Give the words on screen in the order of the widgets: labels, [buttons], |fields|."""
    words = []
    for part in widget.findChildren(QWidget):
        if not part.isVisibleTo(widget):
            continue
        if isinstance(part, QLabel) and part.text():
            words.append(part.text())
        elif isinstance(part, QAbstractButton) and part.text().strip():
            words.append(f"[{part.text().strip()}]")
        elif isinstance(part, QLineEdit) and not isinstance(part.parent(), QComboBox):
            words.append(f"|{part.text()}|")
        elif isinstance(part, QPlainTextEdit):
            words.append(f"|{part.toPlainText()}|")
    return words
