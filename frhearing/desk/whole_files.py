"""Puts a finished file onto the disk in one step: an older one stays whole until the new one is complete."""

import os
from pathlib import Path

from frhearing.model.errors import DiskFault


def put(path: Path, data: bytes, what: str = "The summary") -> None:
    """Write a file whole or not at all; raises DiskFault with a sentence that begins with ``what``."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except OSError as fault:
        raise DiskFault(
            f"{what} could not be written to {path} ({fault.strerror}). The record is untouched. "
            "Choose another place, or close the program that has the file open."
        ) from fault
