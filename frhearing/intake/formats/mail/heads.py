"""The header of a message: who sent it and when, what kind of message it is, and the lines that people read."""

import re
from collections.abc import Sequence
from email.headerregistry import Address, HeaderRegistry
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

from frhearing.intake.formats.mail.letter import Letter, MailKind
from frhearing.intake.formats.mail.lettering import ENCODED, words_of

Header = Sequence[tuple[str, str]]
"""The lines of a header in order, by name and value, already on one line each and free of raw bytes."""

_PEOPLE: Final = ("from", "sender", "reply-to", "x-original-sender", "x-sender", "return-path")
_TECHNICAL: Final = re.compile(
    r"received|return-path|delivered-to|dkim-.*|domainkey-.*|arc-.*|authentication-results|received-spf|"
    r"x-(?:ms|microsoft|google|gm|forefront|exchange|mailer|mimeole|mimetrack|originalarrivaltime|spam|virus|"
    r"proofpoint|barracuda|mimecast|ironport|amavis|scanned|received|yahoo|ymail|sg|ses|mailgun|feedback|"
    r"authentication|pm|iinet|antivirus|ham|spf|amp|clx|vs|proxy|eopattributed|env|auto-response|tm|mozilla|"
    r"evolution|apple|universally|uniform|me|sasl|pobox)\b.*|thread-(?:topic|index)|references|in-reply-to|"
    r"user-agent|accept-language|list-(?:help|post|archive|owner|subscribe)|feedback-id|status|x-status|x-keywords|"
    r"x-uid[l]?|x-imap.*|errors-to|precedence|lines|msip_labels|require-recipient-valid-since|"
    r"autocrypt|openpgp",
    re.IGNORECASE,
)
_USED: Final = re.compile(r"mime-version|content-.*|message-id", re.IGNORECASE)
"""What tells how the message is put together, and was followed; the name it has is in a column of its own."""

_RFC_DATE: Final = re.compile(
    r"(?:[A-Za-z]{2,9},?\s*)?\d{1,2}\s+[A-Za-z]{3,9}\.?\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+"
    r"(?:[+-]\d{4}|UTC?|GMT|Z|[ECMP][SD]T)(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"[^\s<>,;:\"()\[\]]+@[^\s<>,;:\"()\[\]]+")
_NOBODY: Final = re.compile(r"(?:no|do[._-]?not)[._-]?reply|web-?form|forms?@|notif|mailer|donotrespond", re.IGNORECASE)
_LONGEST_PARSED: Final = 2000
_NAMED: Final = 5
_HELD: Final = "\ue000"  # a letter of the private use area, which stands for nothing in a header
_AUTOMATIC_SUBJECT: Final = re.compile(
    r"\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|antwort)|out of (?:the )?office|away from (?:the|my) "
    r"(?:office|mail)|respuesta autom[aá]tica|fuera de (?:la )?oficina)\b",
    re.IGNORECASE,
)
_FAILED_SUBJECT: Final = re.compile(
    r"undeliver(?:able|ed)|delivery (?:status|failure|has failed)|returned mail|failure notice|mail delivery fail|"
    r"delivery (?:incomplete|delayed)|no se pudo entregar|could not be delivered",
    re.IGNORECASE,
)
_DAEMON: Final = re.compile(r"mailer-daemon|postmaster|mail delivery (?:system|subsystem)", re.IGNORECASE)
_REPORTS: Final = {
    "delivery-status": MailKind.FAILURE,
    "disposition-notification": MailKind.RECEIPT,
    "feedback-report": MailKind.BY_PROGRAM,
}


class Person(NamedTuple):
    """A name and an address of electronic mail, either of them empty where it is not given."""

    name: str
    address: str


def first(header: Header, name: str) -> str:
    """Return the value of the first line of that name, as written; empty where there is none."""
    return next((value for found, value in header if found.lower() == name), "")


def read_header(header: Header, letter: Letter) -> None:
    """Put into a letter what its header says."""
    letter.subject = words_of(first(header, "subject"))
    letter.message_id = first(header, "message-id").strip("<> \t")
    _read_sender(header, letter)
    _read_date(header, letter)
    letter.kind = _kind(header, letter)
    shown = [(name, value) for name, value in header if not (_TECHNICAL.fullmatch(name) or _USED.fullmatch(name))]
    letter.head = "\n".join(f"{name}: {words_of(value)}" for name, value in shown)
    technical = dict.fromkeys(name for name, _ in header if _TECHNICAL.fullmatch(name))
    if technical:
        letter.leave("technical lines of the header (" + ", ".join(technical) + ")")


def people(value: str) -> list[Person]:
    """Read the people of a header such as From; groups are taken apart. What cannot be read gives what looks right."""
    if len(value) <= _LONGEST_PARSED:
        # What is encoded may hold commas and quotation marks: it is put back when all is taken apart.
        runs = ENCODED.findall(value)
        bare = ENCODED.sub(lambda run: f"{_HELD}{runs.index(run[0])}{_HELD} ", value)
        try:
            # HeaderRegistry gives From this attribute, which its types do not know.
            addresses: tuple[Address, ...] = getattr(_REGISTRY("from", bare), "addresses", ())
        except Exception:  # the standard library's parser raises anything on a broken header
            addresses = ()
        found = [Person(_shown(one.display_name, runs), f"{one.username}@{one.domain}".strip("@")) for one in addresses]
        if found and all(_ADDRESS.fullmatch(one.address) for one in found):
            noted = re.search(r"\(([^()]+)\)\s*$", value)  # jane@example.org (Jane Roe), as it was once written
            if noted and len(found) == 1 and not found[0].name:
                return [Person(words_of(noted[1]), found[0].address)]
            return found
    return _likely_people(value)


_REGISTRY: Final = HeaderRegistry(use_default_map=True)


def _shown(name: str, runs: Sequence[str]) -> str:
    """Return a display name with its encoded words put back."""
    return re.sub(rf"{_HELD}(\d+){_HELD} ?", lambda held: words_of(runs[int(held[1])]), name).strip()


def _likely_people(value: str) -> list[Person]:
    """Find the addresses in a header that no parser reads, each with the words before it for its name."""
    found = []
    end = 0
    for match in _ADDRESS.finditer(value):
        name = words_of(value[end : match.start()].strip(" \t,;<\"'("))
        found.append(Person(name.rstrip(" \"'<("), match[0]))
        end = match.end() + (value[match.end() : match.end() + 1] in (">", '"'))
    return found or ([Person(words_of(value.strip(' <>"')), "")] if value.strip(' <>"') else [])


def _read_sender(header: Header, letter: Letter) -> None:
    """Find the sender, by From or what stands in for it."""
    for name in _PEOPLE:
        found = people(first(header, name))
        if not found:
            continue
        letter.address = found[0].address
        letter.name = found[0].name
        if len(found) > 1:
            known = [one.name or one.address for one in found]
            further = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
            letter.name = "; ".join(known[:_NAMED]) + further
            letter.remark(f"it comes from several senders, and the address is that of the first: {letter.name}")
        if name != "from":
            letter.remark(f"it does not say who it is from; its line “{name.title()}” stands in for that")
        writers = [one.address for one in people(first(header, "reply-to")) if one.address]
        if _NOBODY.match(letter.address) and writers and letter.address not in writers:
            letter.remark(
                f"it comes from a form or a machine; answers go to {', '.join(writers)}, who may have written it"
            )
        return
    letter.remark("it does not say who it is from")


def _read_date(header: Header, letter: Letter) -> None:
    """Find the date; where there is none, the moment the last mail server took it in stands for it."""
    written = first(header, "date")
    letter.date = iso(written)
    if written:
        return
    for name, value in header:
        if name.lower() == "received" and _RFC_DATE.fullmatch(value.rpartition(";")[2].strip()):
            letter.date = iso(value.rpartition(";")[2].strip())
            letter.remark("it has no date; the moment a mail server received it stands for it")
            return
    letter.remark("it has no date")


def iso(written: str) -> str:
    """Return a date of a mail with its zone in ISO form; one that is not surely a date stays as written."""
    if not _RFC_DATE.fullmatch(written.strip()):
        return written
    try:
        moment = parsedate_to_datetime(written.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return written
    zone = "" if moment.tzinfo else "+00:00"  # the zone -0000: told in UTC from an unknown place (RFC 5322, 3.3)
    return moment.isoformat(" ") + zone


def _kind(header: Header, letter: Letter) -> MailKind:
    """Tell what kind of message it is from its header alone."""
    content = first(header, "content-type").lower()
    if content.startswith("multipart/report"):
        report = re.search(r"report-type\s*=\s*\"?([a-z-]+)", content)
        return _REPORTS.get(report[1], MailKind.FAILURE) if report else MailKind.FAILURE
    if _FAILED_SUBJECT.search(letter.subject) and _DAEMON.search(f"{letter.name} {letter.address}"):
        return MailKind.FAILURE
    automatic = first(header, "auto-submitted").lower()
    replied = automatic.startswith("auto-replied") or first(header, "precedence").lower() == "auto_reply"
    if replied or first(header, "x-autoreply") or first(header, "x-autorespond"):
        return MailKind.AUTOMATIC_REPLY
    if _AUTOMATIC_SUBJECT.match(letter.subject):
        return MailKind.AUTOMATIC_REPLY
    if automatic and not automatic.startswith("no"):
        return MailKind.BY_PROGRAM
    return MailKind.LETTER
