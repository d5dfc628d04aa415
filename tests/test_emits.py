"""The Qt in use survives its own signals.

PySide6 6.12 on Python 3.11 loses a reference to ``True`` with every emit, connect, disconnect and void call,
and after some 580 of them the whole process dies. This test keeps such a pair of versions from being shipped.
"""

import subprocess
import sys

CHILD = """
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

class Bell(QObject):
    rung = Signal(int)
    hung = Signal()

heard = []
def hear(number):
    heard.append(number)

application = QCoreApplication([])
bell, timer = Bell(), QTimer()
for number in range(5000):
    bell.rung.connect(hear)
    bell.rung.emit(number)
    bell.hung.emit()
    bell.rung.disconnect(hear)
    timer.setInterval(number)
    bell.setObjectName("bell")
    bell.blockSignals(False)
    application.processEvents()
assert heard == list(range(5000)) and True is not None
print("alive")
"""


def test_thousands_of_emits_connects_and_void_calls_leave_the_process_alive() -> None:
    child = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=False)
    assert (child.stdout.strip(), child.stderr, child.returncode) == ("alive", "", 0)
