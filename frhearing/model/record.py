"""Digests: what was received is fixed by one, and a hearing's whole record by another."""

import json
from collections.abc import Iterable, Mapping

_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def well_formed(text: str) -> str:
    """Return a text in which halves of characters that cannot be stored stand as U+FFFD, visibly."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def canonical(value: object) -> bytes:
    """Write a value of plain types the one way in which it is hashed: JSON, keys sorted, no spaces, UTF-8.

    A lone surrogate is written as its escape, so that no text whatever is refused.
    """
    return _CANONICAL.encode(value).encode("utf-8", "backslashreplace")


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    import hashlib  # brings OpenSSL along: loaded with the first digest, not at the start

    return hashlib.sha256(data).hexdigest()


def digest(value: object) -> str:
    """Return the SHA-256 of a value's canonical form, in hexadecimal."""
    return sha256(canonical(value))


def received_digest(received: Mapping[str, object]) -> str:
    """Return the digest over what was received of one comment; it never changes afterwards."""
    return digest({key: value for key, value in received.items() if value not in (None, "", {})})


def chain_digest(digests: Iterable[str]) -> str:
    """Return one digest over many in their order."""
    return sha256(b"".join(part.encode() + b"\n" for part in digests))
