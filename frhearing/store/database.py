"""An open store: one writer connection, a reading connection per thread, every write one action."""

import contextlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from frhearing.model.change import Change
from frhearing.model.errors import DiskFault, NotFound, StoreDamaged
from frhearing.store.changes import Action
from frhearing.store.connection import Connection, DatabaseError, IntegrityError, Row, connect, damaged, in_words
from frhearing.store.lock import StoreLock, surely_free
from frhearing.store.settling import Settling
from frhearing.store.version import VERSION, older, refuse_newer


class Store:
    """One ``frhearing.db``; reads from any thread, writes one after the other, saved when they return."""

    def __init__(
        self,
        path: Path,
        *,
        who: str,
        writing: bool,
        at_once: bool = True,
        older_too: bool = False,
        migrates: bool = True,
    ) -> None:
        """Open the store; when writing it is made or migrated first. Raises ClerkErrors.

        To read, tables of an older program are refused unless ``older_too``: then only what every version has may
        be asked for. To write, they are refused unless the opening ``migrates`` them, which can take seconds.

        Unless it is to write ``at_once``, a store that needs neither, and that nobody else writes, becomes the
        writer when ``begin_writing`` is called or something is first written.
        """
        self.path = path
        self.who = who
        self.saved_at: str | None = None
        self._local = threading.local()
        self._readers: list[Connection] = []
        self._gate = threading.RLock()
        self._lock: StoreLock | None = None
        self._writer: Connection | None = None
        self._settling = Settling(path)
        self._writes_later = writing and not at_once and surely_free(self._lock_path) and self._up_to_date()
        if writing and not self._writes_later:
            self._take_up_writing(migrates)
        elif not path.exists():
            raise NotFound(f"There is no store in {path.parent} yet. Nothing was changed. Check the folder's name.")
        try:
            if not writing:
                self._refuse_unknown(older_too)
            self.device = str(self.value("SELECT value FROM desk WHERE name='device'"))
        except BaseException:
            self.close()
            raise

    @property
    def _lock_path(self) -> Path:
        return self.path.with_name("frhearing.lock")

    def _up_to_date(self) -> bool:
        """Whether the store is there with the tables of this program, so that it can be read as it stands."""
        # In an empty file there is nothing to read, and SQLite would take away what waits beside one.
        if not self.path.exists() or not self.path.stat().st_size:
            return False
        try:
            return refuse_newer(self.reader(), self.path) == VERSION
        except BaseException:
            self.close()
            raise

    def begin_writing(self) -> None:
        """Become the writer, if that was put off; raises ClerkErrors, and the store stays open to read."""
        with self._gate:
            if self._writes_later:
                self._writes_later = False
                self._take_up_writing()

    def _take_up_writing(self, migrates: bool = True) -> None:
        # Loaded when somebody writes, as the lock is: the window does without until it is painted.
        from frhearing.store.opening import open_writer

        lock = StoreLock(self._lock_path)
        lock.acquire()
        try:
            self._writer = open_writer(self.path, migrates=migrates)
        except BaseException:
            lock.release()
            raise
        self._lock = lock

    def _refuse_unknown(self, older_too: bool) -> None:
        """Refuse to read tables this program does not know, newer or, unless ``older_too``, older."""
        # SQLite would take away what waits beside an empty file.
        version = refuse_newer(self.reader(), self.path) if self.path.stat().st_size else 0
        if not version:
            raise StoreDamaged(
                f"{self.path} is not a store of frhearing, or one that was never finished. It was left as it stands. "
                "Check the folder's name."
            )
        if version < VERSION and not older_too:
            raise older(self.path, version)

    @property
    def read_only(self) -> bool:
        """Whether this opening of the store cannot write."""
        return self._writer is None and not self._writes_later

    def reader(self) -> Connection:
        """Return this thread's own reading connection."""
        held: Connection | None = getattr(self._local, "connection", None)
        if held is None:
            held = connect(self.path, readonly=True)
            self._local.connection = held
            with self._gate:
                self._readers.append(held)
        return held

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query."""
        with self._words():
            return self.reader().execute(sql, tuple(values)).fetchall()

    def named(self, sql: str, values: Mapping[str, object]) -> list[Row]:
        """Return all rows of a query with named values."""
        with self._words():
            return self.reader().execute(sql, dict(values)).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with self._words():
            found: Row | None = self.reader().execute(sql, tuple(values)).fetchone()
            return found

    def value(self, sql: str, values: Sequence[object] = ()) -> object:
        """Return the first value of the first row of a query, or None."""
        found = self.row(sql, values)
        return found[0] if found is not None else None

    @contextlib.contextmanager
    def action(
        self,
        kind: str,
        subject: str = "",
        hearing_id: int | None = None,
        undoes: int | None = None,
        *,
        dated: bool = True,
    ) -> Iterator["Writing"]:
        """Run one action of the clerk as one transaction; on return it is on the disk or did not happen.

        Unless it is ``dated`` it is no change of the hearing, such as noting that something was printed.
        """
        self.begin_writing()
        if self._writer is None:
            raise DiskFault(
                "This store is open for reading only, because another window is its writer. "
                "Nothing was changed. Close the other window, then open this one again."
            )
        with self._gate, self._words():
            writer = self._writer
            writer.execute("BEGIN IMMEDIATE")
            try:
                act = Action(writer, kind, subject, hearing_id, self.who, self.device, undoes, dated)
                writing = Writing(act)
                yield writing
                writing.change = act.finish()
                writer.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(DatabaseError):
                    writer.execute("ROLLBACK")
                raise
            if not writing.change.nothing:
                self.saved_at = writing.change.at

    @contextlib.contextmanager
    def settled_later(self) -> Iterator[None]:
        """Tell a large action as saved as soon as it is; its pages move into the store's file afterwards."""
        self.begin_writing()
        with self._settling.later(self._writer):
            yield

    @contextlib.contextmanager
    def _words(self) -> Iterator[None]:
        """Turn SQLite's faults into sentences."""
        try:
            yield
        except IntegrityError:
            # A guard of the schema stopped a wrong write of ours: no fault of the disk, so not put in its words.
            raise
        except DatabaseError as fault:
            raise in_words(fault, self.path) from fault
        except UnicodeDecodeError as fault:
            raise damaged(self.path, fault) from fault
        except (UnicodeEncodeError, OverflowError) as fault:
            # Half a character, or a number beyond all numbers: the store holds neither.
            raise NotFound("There is nothing of that name in this store. Nothing was changed.") from fault

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Let all reads of this thread see one and the same state, whatever is written meanwhile.

        They go through a fresh connection: the search index of one that has been open for a while still
        remembers what it was, and an examination through it would give false alarms.
        """
        held = getattr(self._local, "connection", None)
        fresh = connect(self.path, readonly=True)
        try:
            with self._words():
                fresh.execute("BEGIN")
            self._local.connection = fresh
            yield fresh
        finally:
            self._local.connection = held
            fresh.close()

    def data_version(self) -> int:
        """Return a number that moves when another connection has written, the writer of this store too."""
        return int(str(self.value("PRAGMA data_version")))

    def close(self) -> None:
        """Close every connection and give up the lock."""
        self._settling.wait()
        with self._gate:
            for held in self._readers:
                held.close()
            self._readers.clear()
            self._local = threading.local()
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None


class Writing:
    """What an action gives its caller: the rows to make, and afterwards the Change."""

    def __init__(self, action: Action) -> None:
        self.act = action
        self.change = Change(0, action.kind, action.subject, action.at, action.hearing_id)
