"""Names that rows keep on every machine: UUID version 7, sortable by time (RFC 9562)."""

import os
import struct
import threading
import time

_lock = threading.Lock()
_last_tick = 0
_pack = struct.Struct(">QQ").pack
_TAIL = 2**62 - 1
_VARIANT = 0b10 << 62


def new_uid() -> bytes:
    """Return 16 bytes of a fresh UUIDv7; two calls on one machine sort in order of the calls."""
    global _last_tick
    with _lock:
        # 48 bits of milliseconds, then 12 bits counting calls within the millisecond.
        tick = max((time.time_ns() // 1_000_000) << 12, _last_tick + 1)
        _last_tick = tick
    head = ((tick >> 12) << 16) | 0x7000 | (tick & 0xFFF)
    tail = (int.from_bytes(os.urandom(8), "big") & _TAIL) | _VARIANT
    return ((head << 64) | tail).to_bytes(16, "big")


def new_uids(count: int) -> list[bytes]:
    """Return so many fresh UUIDv7 of 16 bytes, in order, as ``new_uid`` makes them one by one but quicker."""
    global _last_tick
    with _lock:
        first = max((time.time_ns() // 1_000_000) << 12, _last_tick + 1)
        _last_tick = first + count
    made = []
    for tick, chance in enumerate(struct.unpack(f">{count}Q", os.urandom(8 * count)), first):
        made.append(_pack((tick >> 12) << 16 | 0x7000 | (tick & 0xFFF), chance & _TAIL | _VARIANT))
    return made


def uid_text(uid: bytes) -> str:
    """Write a uid the way people exchange it, with dashes."""
    import uuid  # looks at the platform when it is loaded: not needed to start

    return str(uuid.UUID(bytes=uid))
