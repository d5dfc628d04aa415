"""Files that came with a comment: kept byte for byte under their SHA-256, listed by the name they had."""

import hashlib
from pathlib import Path

from frhearing.desk.desk import Desk, require_one
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.desk.originals import keep_original
from frhearing.desk.testimony import get_comment
from frhearing.model.change import Change
from frhearing.model.errors import DiskFault
from frhearing.model.record import well_formed

MOST_BYTES = 200_000_000
"""Larger files stay where they are: they would burden every backup of the store."""


def attach_file(desk: Desk, comment_id: int, path: Path, note: str = "") -> tuple[int, Change]:
    """Keep a copy of a file with a comment; returns the attachment's id. The file itself is left as it is."""
    comment = get_comment(desk, comment_id)
    unlocked(get_hearing(desk, comment.hearing_id))
    try:
        size = path.stat().st_size
        require_one(
            size <= MOST_BYTES,
            f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB, so it was not attached. "
            "Keep it in a safe place and name that place in a note on the comment.",
        )
        data = path.read_bytes()
    except OSError as fault:
        raise DiskFault(
            f"{path} could not be read ({fault.strerror}). Nothing was attached; the comment is as it was."
        ) from fault
    sha256 = hashlib.sha256(data).hexdigest()
    keep_original(desk, data, sha256)
    with desk.store.action("attachment", f"No. {comment.number}", comment.hearing_id) as writing:
        act = writing.act
        file_id = act.find("source_file", sha256=sha256)
        if file_id is None:
            kind = path.suffix.lower().lstrip(".")
            file_id = act.insert(
                "source_file", {"sha256": sha256, "name": well_formed(path.name), "size": size, "kind": kind}
            )
        made = act.insert(
            "attachment",
            {"comment_id": comment_id, "file_id": file_id, "name": well_formed(path.name), "note": well_formed(note)},
        )
        act.touched.add(("comment", comment_id))
    return made, desk.did(writing.change)
