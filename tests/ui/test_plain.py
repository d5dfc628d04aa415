"""Nothing that cannot be shown, or would deceive, comes into a line of the window."""

import re

from frhearing.ui.tables.plain import BROKEN, UNSHOWABLE, plain

PATTERN = re.compile(UNSHOWABLE)
BAD = [letter for letter in map(chr, range(0x110000)) if PATTERN.match(letter)]


def test_no_unshowable_letter_is_shown_wherever_it_stands():
    assert len(BAD) > 2_000
    for bad in BAD:
        for text in (f"{bad}ab", f"a{bad}b", f"ab{bad}"):
            assert bad not in plain(text), hex(ord(bad))


def test_all_other_letters_stay():
    for text in ("¡Sí, señor!", "– “quoted” – 12\u202f%", "مرحبا", "नमस्ते", "👩\u200d🌾", "e\u0301"):
        assert plain(text) == " ".join(text.split())


def test_what_is_broken_is_seen_and_lines_become_one():
    assert plain(" a\ufffcb \n c\u202ed\u200db ") == f"a{BROKEN}b c{BROKEN}d\u200db"
