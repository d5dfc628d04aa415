"""What can go wrong, said in sentences for a clerk."""


class ClerkError(Exception):
    """A fault told in one sentence: what happened, what was not lost, what to do."""


class NotFound(ClerkError):
    """Something asked for by number or name is not in this store."""


class Refused(ClerkError):
    """A rule of the hearing or of the record forbids what was asked; nothing was changed."""


class StoreLocked(ClerkError):
    """Another window or command is the one writer of this store just now."""


class StoreNewer(ClerkError):
    """The store was written by a newer program and is left untouched."""


class StoreOlder(ClerkError):
    """The store was written by an older program and must be brought up to date before it is read."""


class StoreDamaged(ClerkError):
    """The file is not a readable store; it is left as it stands."""


class DiskFault(ClerkError):
    """The disk is full, gone or read-only; what was saved before is still there."""


class WriteProtected(DiskFault):
    """The place of the store can be read from and not written to: a window may still open it for reading."""


class Cancelled(Exception):
    """The clerk pressed Cancel; whatever was under way left nothing behind."""
