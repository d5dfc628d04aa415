"""The words that other people's tables use: for their columns, for stances and for the ways a comment came in.

The codes are those of 2-domain.md (§2.2, vocabulary map); the words are those of city and state portals,
in English and Spanish.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from frhearing.model.comment import Channel, CommentStatus, Timeliness
from frhearing.model.position import Stance

TEXT: Final = "text"
STANCE: Final = "stance"
FIELDS: Final = (
    TEXT,
    "name",
    "organization",
    "group",
    STANCE,
    "received",
    "channel",
    "district",
    "email",
    "external_id",
    "subject",
    "language",
    "attachments",
    "attached_text",
    "status",
    "status_reason",
    "timeliness",
)
"""The fields of a draft that a column can go to; ``stance:2`` is the stance on question 2."""

_COLUMN_LISTS: Final[dict[str, str]] = {
    TEXT: "comment|comments|text|comment text|text comment|body|message|testimony|statement|"
    "public comment|your comment|written comment|feedback|remarks|content|letter|comentario|"
    "comentarios|mensaje|texto|cuerpo|ecomment|e comment|contribution|your statement|your thoughts|what they said|"
    "what was said|said|message left|transcription|voicemail transcript|call notes|lo que dijo",
    "name": "name|full name|your name|submitter|submitter name|commenter|commenter name|author|from|"
    "from name|speaker|speaker name|sender|author name|user name|respondent name|"
    "sender name|remitente|nombre|nombre completo|first and last name|name first and last|name first last|caller|"
    "caller name|who called|commentor|commentator|writer|sent by|signed by|signed|submitted by|comment by|"
    "comment from|posted by|contributor|contributor details|participant|respondent|testifier|witness|attendee|"
    "resident|citizen|constituent|neighbor|person|who|contact|screen name|login|name of speaker|name of caller|"
    "name of commenter|name of person commenting|name of person speaking|name of person testifying|"
    "nombre y apellido|nombre y apellidos|nombres y apellidos",
    "organization": "organization|organisation|organization name|org|company|affiliation|representing|"
    "on behalf of|employer|agency|organizacion",
    "group": "group|stakeholder|stakeholder group|commenter type|submitter type|type of commenter|"
    "who are you|i am a|i am|i am a an|respondent type|participant type|grupo",
    STANCE: "position|stance|support or oppose|support oppose|for or against|for against|pro con|"
    "in favor or against|opinion|vote|posicion|postura|your position|support oppose neutral|"
    "support oppose or neutral|support or opposition",
    "received": "received|received date|date received|received at|submitted|submitted at|date submitted|"
    "submission date|timestamp|date|sent|date sent|created at|created|fecha|fecha de envio|"
    "posted date|date posted|receive date|date received by agency|created date|date created|submitted date|"
    "completion time|posted|posted on|posted at|submitted on|received on|time submitted|end date|start date|"
    "sent on|sent time|received time|date time|date time received|date time submitted|date rec d|date recd|rec d|"
    "recd|response date|comment date|date of comment|contribution date|date of contribution|date posted at|"
    "date of call|call date|date called|called|came in|day|when|marca temporal|fecha de recepcion|dia",
    "channel": "channel|submitted via|received via|how received|method|method submitted|method received|medium|canal|"
    "how|how it came|submitted how|how submitted|came by",
    "district": "district|council district|ward|aldermanic district|distrito|neighborhood|barrio",
    "email": "email|e mail|email address|e mail address|from e mail|from email|from address|"
    "sender email|sender e mail|sender address|correo|correo electronico",
    "external_id": "id|document id|comment id|submission id|tracking number|tracking id|record id|reference|"
    "reference number|external id|case number|uuid|number|tracking nbr|respondent id|response id|entry id|guid|"
    "message id",
    "subject": "subject|subject line|topic|asunto|comment title|title|headline",
    "language": "language|lang|idioma",
    "attachments": "attachments|attachment|attachment count|attached files|attachment files",
    "attached_text": "text of the attachments|attachment text|attached text|attachment content",
    "status": "status|comment status|estado",
    "status_reason": "status reason|reason for the status",
    "timeliness": "timeliness",
}
COLUMN_WORDS: Final = {name: tuple(words.split("|")) for name, words in _COLUMN_LISTS.items()}
"""The names that columns go by, plain (see ``plain``), the usual ones first."""

FIRST_NAME: Final = ("first name", "submitter first name", "given name", "first", "name first", "nombres")
LAST_NAME: Final = (
    "last name", "submitter last name", "surname", "family name", "last", "name last", "apellido", "apellidos",
)  # fmt: skip

BLANKS: Final = frozenset(("", "n/a", "na", "none", "null", "nil", "-", "--", "—", "–", "not provided", "(blank)"))
"""What fills a cell that says nothing; never looked for in the text of a comment."""
_BLANK_BEGINS: Final = frozenset(word[0] for word in BLANKS if word) | {"N"}

_STANCE_LISTS: Final[dict[Stance, str]] = {
    Stance.SUPPORT: "support|supports|supporting|supportive|in support|i support|strongly support|"
    "somewhat support|for|in favor|in favour|favor|favour|pro|yes|agree|strongly agree|somewhat agree|approve|"
    "positive|aye|proponent|a favor|si|apoyo|apoya|de acuerdo",
    Stance.OPPOSE: "oppose|opposes|opposed|opposing|opposition|in opposition|i oppose|strongly oppose|"
    "somewhat oppose|against|con|no|disagree|strongly disagree|somewhat disagree|disapprove|negative|nay|object|"
    "opponent|en contra|contra|me opongo|se opone|en desacuerdo",
    Stance.MIXED: "mixed|conditional|conditional support|support with conditions|support with amendments|"
    "support if amended|oppose unless amended|partial|partly|both|depends",
    Stance.NEUTRAL: "neutral|information|information only|for information only|for information|on|other|"
    "no position|comment only|neither|neither support nor oppose|informational|ninguna",
    Stance.NOT_STATED: "not stated|unstated|unknown|unspecified|no answer|prefer not to say|no indicado",
}
_CHANNEL_LISTS: Final[dict[Channel, str]] = {
    Channel.IN_PERSON: "in person|in-person|oral|spoken|speaker|testimony|podium",
    Channel.REMOTE: "remote|zoom|virtual|teams|webex|video",
    Channel.EMAIL: "email|e-mail|e mail|correo|correo electronico",
    Channel.WEB_FORM: "web|web form|webform|online|website|form|online form|portal|ecomment|internet|web_form",
    Channel.POST: "post|mail|letter|us mail|u.s. mail|regular mail|usps|postal mail|carta",
    Channel.HAND_DELIVERED: "hand delivered|hand-delivered|hand delivery|dropped off|in office|hand_delivered",
    Channel.FAX: "fax",
    Channel.PHONE: "phone|telephone|call|phone call|telefono",
    Channel.VOICEMAIL: "voicemail|voice mail|voice message",
    Channel.SOCIAL: "social|social media|facebook|twitter|x|instagram|nextdoor",
    Channel.OTHER: "other|otro",
}
_STATUS_LISTS: Final[dict[CommentStatus, str]] = {
    CommentStatus.ACCEPTED: "accepted|posted|published|counted|aceptado",
    CommentStatus.RESTRICTED: "restricted",
    CommentStatus.WITHDRAWN: "withdrawn|retracted|taken back|retirado",
    CommentStatus.DISPUTED: "disputed",
    CommentStatus.RETURNED: "returned|returned to sender|devuelto",
    CommentStatus.DUPLICATE: "duplicate|duplicado",
}
_TIMELINESS_LISTS: Final[dict[Timeliness, str]] = {
    Timeliness.TIMELY: "timely|in time|on time",
    Timeliness.LATE_ACCEPTED: "late, accepted|late accepted",
    Timeliness.LATE_NOT_CONSIDERED: "late, not considered|late not considered|not considered",
    Timeliness.UNDATED: "undated",
}


def _spread(lists: Mapping[Any, str]) -> dict[str, str]:
    spread = {word: str(code) for code, words in lists.items() for word in words.split("|")}
    return spread | {str(code): str(code) for code in lists}


STANCE_WORDS: Final[dict[str, str]] = _spread(_STANCE_LISTS)
"""From the words of a source, as ``key`` writes them, to the codes of stances."""

CHANNEL_WORDS: Final[dict[str, str]] = _spread(_CHANNEL_LISTS)
"""From the words of a source, as ``key`` writes them, to the codes of channels."""

STATUS_WORDS: Final[dict[str, str]] = _spread(_STATUS_LISTS)
"""From the words of a source, as ``key`` writes them, to whether a comment stands."""

TIMELINESS_WORDS: Final[dict[str, str]] = _spread(_TIMELINESS_LISTS)
"""From the words of a source, as ``key`` writes them, to whether a comment came in time."""

_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a word begins inside a name as programs write it: ``postedDate``."""
_ACCENTS: Final = str.maketrans("áéíóúñü", "aeiounu")


def plain(header: str) -> str:
    """Return a column's name for comparing: lower case, no accents, words parted by one space (``firstName`` too)."""
    return " ".join(re.findall(r"[^\W_]+", _HUMP.sub(" ", header).casefold().translate(_ACCENTS)))


def key(value: str) -> str:
    """Return a value's form for looking it up: lower case, no accents, no space or full stop at its ends."""
    return " ".join(value.casefold().translate(_ACCENTS).split()).strip(" .!")


def is_blank(value: str) -> bool:
    """Tell whether a cell says nothing: empty, or a filler such as ``N/A``."""
    if not value:
        return True
    # Few words begin like a filler: the first letter spares most cells the rest.
    begins = value[0] in _BLANK_BEGINS or value[0].isspace()
    return begins and len(value) < 16 and value.strip().casefold() in BLANKS


_ALSO_VALUES: Final = (
    "resident|citizen|neighbor|constituent|participant|respondent|witness|attendee|person|contributor|contact|caller|"
    "who|when|day|how|said|called|signed|login|status|estado|timeliness"
)
"""Names of columns that stand in cells too: whoever is a “resident” in one row names no column by that."""
KNOWN_COLUMNS: Final = frozenset(
    word for words in (*COLUMN_WORDS.values(), FIRST_NAME, LAST_NAME) for word in words
) - frozenset(_ALSO_VALUES.split("|"))
"""Every name that marks a row as the one that names the columns."""
