from hypothesis import given
from hypothesis import strategies as st

from frhearing.report.pdf.faces import has_glyph
from frhearing.report.text import REPLACEMENT, Gate, Replaced


def through(text, place="No. 1"):
    return Gate(has_glyph).through(text, place)


def test_line_ends_are_kept_and_alike():
    assert through("a\r\nb\rc\nd\x85e\u2028f\u2029g\x0bh\x0ci") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_tab_and_no_break_space_become_spaces_and_no_space_is_lost():
    assert through("  a\tb\xa0c   d ") == "  a b c   d "


def test_what_cannot_be_printed_is_replaced_and_listed_with_its_place():
    gate = Gate(has_glyph)
    assert gate.through("a\x00b\x07c\x00", "No. 3") == "a�b�c�"
    assert gate.through("\ud83d lone", "No. 4") == "� lone"
    assert gate.through("abc\u202etxt.exe\u202c", "No. 5") == "abc�txt.exe�"
    assert gate.through("\x00", "No. 5") == "�"
    assert gate.replaced == (
        Replaced(0, 3, ("No. 3", "No. 5")),
        Replaced(7, 1, ("No. 3",)),
        Replaced(0x202C, 1, ("No. 5",)),
        Replaced(0x202E, 1, ("No. 5",)),
        Replaced(0xD83D, 1, ("No. 4",)),
    )


def test_the_same_words_in_two_sections_are_listed_once():
    gate = Gate(has_glyph)
    gate.through("a\x00", "No. 3")
    gate.through("a\x00", "No. 3")
    assert gate.replaced == (Replaced(0, 1, ("No. 3",)),)


def test_a_character_that_no_font_has_is_replaced():
    assert through("\U00012000 cuneiform") == "� cuneiform"


def test_scripts_that_ship_fonts_pass_unchanged():
    for text in (
        "¿Qué pasó, señora?",
        "Tôi phản đối kế hoạch này",
        "我支持这项提案",
        "我支持這項提案，葛\U000e0100城",
        "저는 이 제안을 지지합니다",
        "この提案に賛成します",
        "أنا أعارض هذا المشروع",
        "אני תומך בהצעה",
        "जनता की सुनवाई",
        "การฟัง",
        "Я против. Υποστηρίζω.",
        "👍🏽 👨‍👩‍👧‍👦 ❤️ 🇺🇸",
        "𝐁𝐨𝐥𝐝 ⓒ ½ → ✓",
        "soft\u00adhyphen zero\u200bwidth",
        "<b>&amp; {x} %s \\",
    ):
        assert through(text) == text


@given(st.text())
def test_only_what_the_rule_names_is_changed(text):
    after = through(text)
    before = text.replace("\r\n", "\n")
    assert len(after) == len(before)
    for old, new in zip(before, after, strict=True):
        if old in "\r\x0b\x0c\x85\u2028\u2029":
            assert new == "\n"
        elif old in "\t\xa0":
            assert new == " "
        else:
            assert new in (old, REPLACEMENT)


@given(st.text())
def test_a_second_pass_changes_nothing(text):
    assert through(through(text)) == through(text)
