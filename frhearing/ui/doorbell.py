"""A second start on the same folder rings here, and the window that is open already comes to the front."""

import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT: Final = 500
"""Milliseconds within which an open window answers; one that is busy for longer is not waited for."""
_RING: Final = b"show\n"


class Doorbell(QObject):
    """Listens, in the window that writes in a folder, for later starts on the same folder."""

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Begin to listen. Only the holder of the store's lock may do so: whoever listened before is gone."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(folder)
        QLocalServer.removeServer(name)  # a killed process leaves its socket behind
        self._server.listen(name)

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.write(_RING)
            caller.flush()
            caller.disconnectFromServer()
            self.rung.emit()


def ring(folder: Path) -> bool:
    """Ask the window that is open on a folder to come to the front; False where none answers within a second."""
    caller = QLocalSocket()
    caller.connectToServer(_name(folder))
    answered = caller.waitForConnected(_WAIT) and (caller.bytesAvailable() > 0 or caller.waitForReadyRead(_WAIT))
    caller.abort()
    return bool(answered)


def _name(folder: Path) -> str:
    """Return the name under which the window of a folder is found: the same for every way of writing its path."""
    return "frhearing-" + hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:24]
