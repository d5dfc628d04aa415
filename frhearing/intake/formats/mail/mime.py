"""A message as it was sent (RFC 5322, MIME) into a letter; broken ones too, and nothing of them without a word.

The standard library takes the message apart (its older policy, which raises nowhere on a broken one); values and
charsets are decoded by lettering.py, because that library raises on charsets it does not know.
"""

import contextlib
import email
import mimetypes
import re
from dataclasses import dataclass, field
from email.message import Message
from typing import Any, Final

from frhearing.intake.draft import Unreadable
from frhearing.intake.formats.mail import heads
from frhearing.intake.formats.mail.bodies import Body, text_of, unflowed
from frhearing.intake.formats.mail.letter import Attached, Letter, MailKind
from frhearing.intake.formats.mail.lettering import decoded, plain, words_of
from frhearing.intake.formats.mail.mending import charsets_of, lenient, mended
from frhearing.intake.formats.mail.sealed import SIGNATURES, opened
from frhearing.intake.formats.mail.tnef import is_winmail, unpacked

_TRANSFERS: Final = {"quoted": "quoted-printable", "quotedprintable": "quoted-printable", "base-64": "base64"}
_DAMAGE: Final = re.compile(r"Boundary|InvalidBase64(?:Length|Characters)|Separator|Multipart")
_PREAMBLE: Final = re.compile(r"\bmime\b|multi-?part", re.IGNORECASE)
_DEEPEST_WITHIN: Final = 3
_READ_AS_TEXT: Final = frozenset(("text/plain", "text/html", "text/enriched", "text/richtext", "text/x-amp-html"))


def read_message(data: bytes, hint: str = "", depth: int = 0) -> Letter:
    """Read one message. ``hint`` is the charset the clerk named, for messages that name none.

    Raises Unreadable for one whose parts lie in one another without end.
    """
    try:
        message = email.message_from_bytes(mended(data), policy=lenient([hint]))
        return _Reader(hint, depth).letter(message)
    except RecursionError as fault:
        raise Unreadable("its parts lie in one another deeper than any mail program makes them") from fault


@dataclass(slots=True)
class _Reader:
    """Takes one message apart."""

    hint: str
    depth: int
    into: Letter = field(default_factory=Letter)
    seen: int = 0

    def letter(self, message: "Message[Any, Any]") -> Letter:
        """Return what a message says."""
        letter = self.into
        charset = next((found for one in message.walk() if (found := _parameter(one, "charset"))), "")
        charsets_of(message)[:] = [self.hint or charset]
        heads.read_header(message.items(), letter)
        body = self.walk(message)
        letter.text = text_of(body)
        for phrase in body.left:
            letter.leave(phrase)
        if _is_damaged(message):
            letter.remark(
                "it is damaged (its parts are not marked off as they should be); compare it with the original"
            )
        return letter

    def walk(self, part: "Message[Any, Any]") -> Body:
        """Read a part of a message and all within it; returns its text."""
        kind = part.get_content_type()
        if kind.startswith("message/") and part.is_multipart():
            self.message(part, kind)
            return Body()
        if not part.is_multipart():
            # Several parts of which none is marked off: what stands there is read as it stands.
            return self.leaf(part, "text/plain" if kind.startswith("multipart/") else kind)
        body = Body()
        for words, where in ((part.preamble, "before the first part"), (part.epilogue, "after the last part")):
            if words and words.strip() and not (_PREAMBLE.search(words) and len(words) < 300):
                body.left.append(f"text {where} of it (“{' '.join(plain(words, self.hint).split())[:80]}”)")
        inner = [self.walk(one) for one in _inside(part)]
        if kind == "multipart/alternative":
            body.add(_chosen(inner))
        else:
            for one in inner:
                body.add(one)
        if kind == "multipart/encrypted":
            self.into.kind = MailKind.ENCRYPTED
        return body

    def leaf(self, part: "Message[Any, Any]", kind: str) -> Body:
        """Read a part that has no parts of its own: text, or a file."""
        self.seen += 1
        name = _name_of(part)
        data = _data_of(part)
        # The first text of all is what the mail says, even where a program gave it the name of a file.
        shown = _disposition(part) != "attachment" and (not name or self.seen == 1)
        if shown and kind in _READ_AS_TEXT:
            if name:
                self.into.remark(f"its text was sent as if it were a file (“{name}”)")
            return self.text(part, kind, data)
        if kind in SIGNATURES:
            return Body(left=["its digital signature, which was not checked"])
        if is_winmail(kind, name, data):
            return self.winmail(name, data)
        sealed = opened(kind, data)
        if sealed:
            inner = read_message(sealed, self.hint, self.depth + 1) if self.depth < _DEEPEST_WITHIN else None
            if inner:
                self.into.attached += inner.attached
                self.into.within += inner.within
                return Body(plain=inner.text, left=[*inner.left, "its digital signature, which was not checked"])
        if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"):
            self.into.kind = MailKind.ENCRYPTED
        if kind == "text/calendar" and self.into.kind is MailKind.LETTER and _parameter(part, "method"):
            self.into.kind = MailKind.INVITATION
        if data.strip() or name:
            self.into.attached.append(
                Attached(name or self.unnamed(part, kind), data, charset=_parameter(part, "charset"))
            )
        return Body()

    def text(self, part: "Message[Any, Any]", kind: str, data: bytes) -> Body:
        """Decode a part that is text, and undo what mail programs do to its lines."""
        said, remark = decoded(data, _parameter(part, "charset"), self.hint)
        if remark:
            self.into.remark(remark)
        said = said.replace("\r\n", "\n").replace("\r", "\n")
        if kind in ("text/html", "text/enriched", "text/richtext", "text/x-amp-html"):
            return (
                Body(page=said)
                if kind == "text/html"
                else Body(left=[f"its version as {kind}"] if said.strip() else [])
            )
        if _parameter(part, "format").lower() == "flowed":
            said = unflowed(said, drop_space=_parameter(part, "delsp").lower() == "yes")
        if "-----BEGIN PGP MESSAGE-----" in said:
            self.into.kind = MailKind.ENCRYPTED
        if "-----BEGIN PGP SIGNED MESSAGE-----" in said:
            self.into.remark("it is signed (PGP); the signature was not checked")
        return Body(plain=said)

    def winmail(self, name: str, data: bytes) -> Body:
        """Read what Outlook packed into a winmail.dat; one that cannot be read is kept as a file."""
        try:
            packed = unpacked(data)
        except Unreadable as fault:
            self.into.attached.append(Attached(name or "winmail.dat", data))
            return Body(left=[str(fault)])
        self.into.attached += packed.attached
        return Body(plain=packed.text, left=packed.left)

    def message(self, part: "Message[Any, Any]", kind: str) -> None:
        """Keep a message that came inside this one, whole, and read it; reports of mail servers are kept as text."""
        inner = _inside(part)
        name = _name_of(part)
        if kind != "message/rfc822" and kind != "message/global":
            if kind == "message/delivery-status":
                self.into.kind = MailKind.FAILURE
            text = "\n".join(_written(one).decode("utf-8", "replace") for one in inner)
            self.into.attached.append(
                Attached(name or f"{kind.partition('/')[2]}.txt", text.encode("utf-8", "replace"))
            )
            return
        for one in inner:
            data = _inner_bytes(part, one)
            letter = read_message(data, self.hint, self.depth + 1) if self.depth < _DEEPEST_WITHIN else None
            attached = Attached(name or f"{(letter and letter.subject) or 'message'}.eml", data)
            self.into.attached.append(attached)
            if letter:
                self.into.within.append((attached, letter))

    def unnamed(self, part: "Message[Any, Any]", kind: str) -> str:
        """Name a file that came without a name, by its place and its kind."""
        location = words_of(part.get("content-location", "")).rstrip("/").rpartition("/")[2]
        if location and "." in location:
            return location
        ending = mimetypes.guess_extension(kind) or (".txt" if kind.startswith("text/") else "")
        return f"part {self.seen}{ending}"


def _inside(part: "Message[Any, Any]") -> "list[Message[Any, Any]]":
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _chosen(versions: list[Body]) -> Body:
    """Put the versions of one text into one body: its plain text and its page."""
    chosen = Body()
    for one in versions:
        chosen.plain = chosen.plain if chosen.plain.strip() else one.plain
        if one.page.strip():
            if chosen.page.strip():
                chosen.left.append("one more version of its text as HTML")
            chosen.page = one.page
        chosen.left += one.left
    return chosen


def _parameter(part: "Message[Any, Any]", name: str) -> str:
    """Return a parameter of Content-Type as text; broken ones are empty."""
    with contextlib.suppress(Exception):  # the standard library raises anything on a broken parameter
        found = part.get_param(name, "")
        return str(email.utils.collapse_rfc2231_value(found)) if found else ""
    return ""


def _name_of(part: "Message[Any, Any]") -> str:
    """Return the name of a file as the sender gave it (RFC 2231, or encoded words as many programs write)."""
    for name, header in (("filename", "content-disposition"), ("name", "content-type")):
        with contextlib.suppress(Exception):  # the standard library raises anything on a broken parameter
            found = part.get_param(name, "", header)
            if isinstance(found, tuple):
                return decoded(found[2].encode("latin-1", "replace"), found[0] or "us-ascii").text
            if found:
                return words_of(plain(email.utils.unquote(str(found))))
    return ""


def _disposition(part: "Message[Any, Any]") -> str:
    return (part.get("content-disposition", "") or "").partition(";")[0].strip(" \t'\"").lower()


def _data_of(part: "Message[Any, Any]") -> bytes:
    """Return the bytes of a part, its transfer encoding undone however it is spelled."""
    written = (part.get("content-transfer-encoding", "") or "").strip().lower()
    transfer = re.split(r"[;\s(,]", written)[0]
    transfer = _TRANSFERS.get(transfer, transfer)
    if transfer != written and transfer:
        del part["content-transfer-encoding"]
        part["Content-Transfer-Encoding"] = transfer
    with contextlib.suppress(Exception):  # the standard library raises anything on broken uuencode
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            return data
    payload = part.get_payload()
    return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""


def _inner_bytes(part: "Message[Any, Any]", inner: "Message[Any, Any]") -> bytes:
    """Return a message that came inside another as it was; one that was wrapped in base64 is unwrapped."""
    data = _written(inner)
    if "base64" in part.get("content-transfer-encoding", "").lower() and not inner.items():
        carrier: Message[Any, Any] = Message()
        carrier["Content-Transfer-Encoding"] = "base64"
        carrier.set_payload(data.decode("ascii", "ignore"))
        return _data_of(carrier)
    return data


def _written(message: "Message[Any, Any]") -> bytes:
    """Write a message out again, headers and all."""
    with contextlib.suppress(Exception):  # the standard library raises anything on a broken header
        return message.as_bytes()
    lines = [f"{name}: {value}" for name, value in message.items()]
    return "\n".join([*lines, "", str(message.get_payload())]).encode("utf-8", "surrogateescape")


def _is_damaged(message: "Message[Any, Any]") -> bool:
    """Tell whether the standard library found a part that is not marked off or packed as it should be."""
    return any(_DAMAGE.search(type(defect).__name__) for part in message.walk() for defect in part.defects)
