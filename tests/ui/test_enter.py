"""Enter presses the button that has the focus, whatever the desktop's own rule is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from frhearing.ui.widgets.enter import EnterPushButton, EnterToolButton


@pytest.mark.parametrize("page", ["home", "setup", "live", "comments", "analysis", "report", "record"])
def test_every_button_of_ours_is_pressed_by_enter(frame, page):
    frame.go(page)

    buttons = frame.findChildren(QPushButton) + frame.findChildren(QToolButton)
    ours = [
        b
        for b in buttons
        if not b.objectName().startswith(("qt_", "Scroll")) and b.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    assert len(ours) > 5
    assert [b for b in ours if not isinstance(b, EnterPushButton | EnterToolButton)] == []


@pytest.mark.parametrize("kind", [EnterPushButton, EnterToolButton])
def test_enter_presses_once_and_leaves_ctrl_enter_to_the_page(qtbot, kind):
    button = kind()
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(button, key)
    assert len(pressed) == 2
