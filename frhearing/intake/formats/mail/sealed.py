"""Messages in an envelope of cryptography: a signed one is read, an encrypted one is told as such."""

from typing import Final

from asn1crypto import cms

SIGNATURES: Final = frozenset(
    ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
)
_SEALED: Final = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))


def opened(kind: str, data: bytes) -> bytes:
    """Return the message inside a signed S/MIME envelope (RFC 8551); empty where there is none to be read."""
    if kind not in _SEALED:
        return b""
    try:
        envelope = cms.ContentInfo.load(data)
        if envelope["content_type"].native != "signed_data":
            return b""
        content = envelope["content"]["encap_content_info"]["content"].native
    except (ValueError, TypeError, KeyError, RecursionError):
        return b""
    return content if isinstance(content, bytes) else b""
