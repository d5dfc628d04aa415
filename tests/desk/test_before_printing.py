"""What is found before printing is said to the clerk in English, and in the summary in the summary's own language."""

from clerk import open_hearing, record

from frhearing.desk import coding, hearings, summaries, testimony
from frhearing.desk.before_printing import summary_checks
from frhearing.desk.desk import open_desk
from frhearing.model.hearing import NewHearing
from frhearing.model.position import Stance
from frhearing.report.labels import LANGUAGES, Words
from frhearing.report.plain import write_text
from frhearing.report.products import Product, build


def found(desk, hearing):
    return {check.code: check for check in summary_checks(desk, hearing) if not check.ok}


def test_what_is_open_is_told_until_it_is_done(tmp_path):
    desk, hearing = open_hearing(tmp_path)
    with desk:
        first, second = record(desk, hearing), record(desk, hearing, "A second one. It is short.")
        coding.add_quote(desk, first, 0, 12)
        testimony.set_flag(desk, [first, second], True)
        assert found(desk, hearing).keys() == {"untagged", "flagged", "no_meaning"}
        assert found(desk, hearing)["untagged"].text == "2 comments are not tagged"
        assert found(desk, hearing)["flagged"].text == "2 comments need review"
        coding.set_stance(desk, [first, second], 1, Stance.SUPPORT)
        testimony.set_flag(desk, [second], False)
        assert found(desk, hearing)["flagged"].text == "1 comment needs review"
        asked = hearings.get_hearing(desk, hearing).questions
        hearings.update_question(desk, asked[1].id, support_means="Adopt it.", oppose_means="Do not.")
        assert found(desk, hearing).keys() == {"flagged"}
        testimony.edit_text(desk, first, "Something else altogether.", reason="misheard")
        assert found(desk, hearing)["quote_lost"].jump == f"comment:{found(desk, hearing)['quote_lost'].number}"


def test_a_summary_in_spanish_says_what_was_found_in_spanish(tmp_path):
    desk, hearing = open_hearing(tmp_path)
    with desk:
        testimony.set_flag(desk, [record(desk, hearing)], True)
        options = summaries.chosen(summaries.PrintOptions(language="es"))
        text = write_text(build(Product.FULL, summaries.facts(desk, hearing), options))
        assert "1 comentario está sin clasificar" in text
        assert "1 comentario necesita revisión" in text
        assert not any(check.text in text for check in summary_checks(desk, hearing))


def test_every_finding_has_words_in_every_language(tmp_path):
    with open_desk(tmp_path) as desk:
        hearing, _ = hearings.create_hearing(desk, NewHearing("Bare", "Council", "2026-02-20", ""))
        codes = {"no_question"} | found(desk, hearing).keys()
    for language in LANGUAGES:
        words = Words(language)
        assert all(words.has(f"check.{code}") or words.has(f"check.{code}.one") for code in codes)
