"""Letters that only point to what came with them: "Please see my attached letter"."""

import re
from typing import Final

_ATTACHED: Final = re.compile(r"\b(?:attach(?:ed|ment|ments)|enclosed|adjunt[oa]s?)\b", re.IGNORECASE)
_SHORT_TEXT: Final = 400
"""Letters. A text no longer than this that speaks of an attachment is likely only the cover of one."""


def points_at_attachment(text: str) -> bool:
    """Tell whether a text is short and speaks of an attachment, so that the comment itself is likely there."""
    return len(text) <= _SHORT_TEXT and _ATTACHED.search(text) is not None
