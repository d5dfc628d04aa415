"""What is kept between two printings of the same hearing never says anything but what a fresh look would say."""

import random
from pathlib import Path

from clerk import open_hearing, record
from letters_made import signed, text

from frhearing.desk import campaigns, testimony
from frhearing.desk.desk import open_desk
from frhearing.desk.gathering import proceedings


def letters_afresh(folder: Path, hearing: int):
    with open_desk(folder, writing=False) as fresh:
        return proceedings(fresh, hearing).letters


def test_letters_kept_from_the_last_printing_follow_every_change_of_a_text(tmp_path):
    rng = random.Random(1)
    desk, hearing = open_hearing(tmp_path)
    with desk:
        body = text(rng)
        for n in range(6):
            record(desk, hearing, signed(rng, body), name=f"Sender {n}")
        [letter] = campaigns.suggest(desk, hearing)
        campaigns.confirm(desk, hearing, letter)
        before = proceedings(desk, hearing).letters
        assert before == proceedings(desk, hearing).letters == letters_afresh(tmp_path, hearing)
        fourth = testimony.comment_by_number(desk, hearing, 4)
        added = f"{fourth.text}\nMy grandson was stopped twice last year."
        testimony.edit_text(desk, fourth.id, added, reason="misread")
        after = proceedings(desk, hearing).letters
    assert after == letters_afresh(tmp_path, hearing)
    assert after != before
    assert "grandson" in str(after[0].copies[3].own_words)
