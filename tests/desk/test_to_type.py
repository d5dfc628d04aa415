"""Letters whose words wait to be typed: marked, found by a filter, named where the record is looked over."""

from frhearing.desk import completeness, testimony
from frhearing.desk.desk import open_desk
from frhearing.desk.hearings import create_hearing
from frhearing.model.comment import Channel, NewComment
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import NewHearing
from frhearing.model.question import NewQuestion


def test_what_has_no_text_yet_is_found_until_it_is_typed(data_folder):
    with open_desk(data_folder, who="Test Clerk") as desk:
        new = NewHearing("Lights", "Common Council", "2026-02-26", questions=(NewQuestion("Keep them?"),))
        hearing = create_hearing(desk, new)[0]
        for text, channel in (("A letter.", Channel.POST), (" \n", Channel.POST), ("", Channel.IN_PERSON)):
            testimony.record_comment(desk, hearing, NewComment(text, "Jane Roe", channel=channel))
        wanted = CommentFilter(to_type=True)
        (found,) = testimony.list_ids(desk, hearing, wanted)
        assert testimony.get_comment(desk, found).number == 2
        assert CommentFilter.from_json(wanted.to_json()) == wanted

        def told() -> list[tuple[str, str]]:
            return [(one.text, one.jump) for one in completeness.completeness(desk, hearing) if "text yet" in one.text]

        assert told() == [("1 comment has no text yet: type it in", "comments.to_type")]
        testimony.edit_text(desk, found, "What the page says.", "typed from the scan")
        assert list(testimony.list_ids(desk, hearing, wanted)) == []
        assert told() == []
