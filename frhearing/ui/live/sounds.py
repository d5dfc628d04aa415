"""The sound when time is up: a soft chime or a plain buzz, played by what the system has; never more than a sound."""

import sys
from typing import Final

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication

from frhearing.model.rules import RuleSet
from frhearing.paths import resource

PLAYERS: Final = ("afplay", "pw-play", "paplay", "aplay")
"""Players of macOS and Linux, the first that is there is taken; Qt's own would bring a hundred megabytes."""


def sound_of(rules: RuleSet) -> str:
    """Return the sound that the rules ask for at zero: chime, buzz or none."""
    if rules.sound != "none":
        return rules.sound
    return "chime" if rules.sound_at_zero else "none"


def play(kind: str) -> None:
    """Play a sound and go on at once; without a player the system's own beep must do."""
    if kind == "none":
        return
    try:
        file = str(resource("sounds", f"{kind}.wav"))
    except FileNotFoundError:
        QApplication.beep()
        return
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(file, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        return
    player = next((path for name in PLAYERS if (path := QStandardPaths.findExecutable(name))), "")
    if not player or not QProcess.startDetached(player, [file])[0]:
        QApplication.beep()
