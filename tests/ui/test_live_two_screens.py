"""Two displays, in a process of its own: Qt learns of its screens when it starts."""

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCREEN = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
SCREENS = [
    {"name": "desk", "x": 0, "width": 1366, "height": 768, **SCREEN},
    {"name": "wall", "x": 1366, "width": 1920, "height": 1080, **SCREEN},
]
EVENING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from frhearing.ui import theme
theme.install(app, "light", 1.0)
from live_window import LiveWindow, Qt
from frhearing.ui.live.hall_of import hall_of
room = LiveWindow(Path(sys.argv[1]))
room.press(Qt.Key.Key_F11)
hall = hall_of(room.room)
wall = hall.window.screen().name(), hall.window.isFullScreen(), hall.screen_name
size = hall.window.width(), hall.window.height()
room.press(Qt.Key.Key_F8)
room.press(Qt.Key.Key_F8)
print(wall, size, room.view.state, hall.shown.view.speaker)
room.close()
"""


def test_the_second_display_is_taken_whole_and_the_clerk_keeps_the_keys(tmp_path):
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": SCREENS}), encoding="utf-8")
    paths = os.pathsep.join((str(HERE.parents[1]), str(HERE)))
    done = subprocess.run(
        [sys.executable, "-c", EVENING, str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "('wall', True, 'Screen 2') (1920, 1080) running Hannah Reuter"
