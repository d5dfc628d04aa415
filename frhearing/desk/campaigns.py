"""Form letters: suggested by the program, confirmed by the clerk. Every copy stays on the record, whatever is done.

What compares texts is imported when it is needed: it takes longer to load than the window.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Sequence

from frhearing.analysis.form_letters.parts import body
from frhearing.desk.desk import Desk, require_one
from frhearing.desk.hearings import get_hearing, unlocked
from frhearing.desk.letter_types import Reader, readings
from frhearing.desk.naming import numbers
from frhearing.model.change import Change
from frhearing.model.errors import NotFound, Refused
from frhearing.model.letters import Difference, FormLetter, LetterType
from frhearing.store import letters as stored
from frhearing.store.changes import Action
from frhearing.store.connection import Row

BY_HAND = "clerk"
"""The method of a campaign that the clerk put together."""


def suggest(desk: Desk, hearing_id: int, tick: Callable[[float], None] = lambda _: None) -> list[FormLetter]:
    """Return the campaigns of a hearing and what looks like one, the largest first; nothing is changed.

    A campaign lists its letters and those that look like them but are not confirmed. ``tick`` is told how far it
    is, 0 to 1, and may raise to stop.
    """
    from frhearing.analysis.form_letters import METHOD
    from frhearing.analysis.form_letters.grouping import group

    rows = stored.readable(desk.store, hearing_id)
    campaigns = {r["id"]: r for r in stored.campaigns(desk.store, hearing_id)}
    confirmed: dict[int, list[Row]] = {campaign_id: [] for campaign_id in campaigns}
    for row in rows:
        if row["campaign_id"] in campaigns:
            confirmed[row["campaign_id"]].append(row)
    fresh: list[tuple[Row, list[Row]]] = []
    for found in group((row["body"] for row in rows), lambda share: tick(0.8 * share), len(rows)):
        members = [rows[place] for place in found.members]
        known = Counter(row["campaign_id"] for row in members if row["campaign_id"] in campaigns)
        loose = [row for row in members if row["campaign_id"] is None]
        if known:
            confirmed[known.most_common(1)[0][0]] += loose
        elif loose:
            fresh.append((rows[found.master], loose))
    names = _free_names({str(r["name"]) for r in campaigns.values()})
    letters = [_known(desk, campaigns[key], members) for key, members in confirmed.items()]
    letters += [_read(desk, None, next(names), _said(master), METHOD, master["number"], all_) for master, all_ in fresh]
    tick(1.0)
    return sorted(letters, key=lambda letter: (-letter.size, letter.master_number))


def _known(desk: Desk, campaign: Row, members: Sequence[Row]) -> FormLetter:
    """Return a campaign that is confirmed, with the letters that look like it."""
    own = [row for row in members if row["campaign_id"] == campaign["id"]]
    master = next((row for row in own if row["letter_type"] == LetterType.FORM_MASTER), own[0] if own else None)
    text = campaign["master_text"] or (_said(master) if master is not None else "")
    number = master["number"] if master is not None else 0
    return _read(desk, campaign["id"], campaign["name"], text, campaign["method"], number, members)


def _read(
    desk: Desk, campaign_id: int | None, name: str, master: str, method: str, number: int, members: Sequence[Row]
) -> FormLetter:
    """Lay every letter beside the master."""
    reader = Reader(master, number, readings(desk.store))
    copies = tuple(reader.copy(row) for row in sorted(members, key=lambda row: int(row["number"])))
    return FormLetter(campaign_id, name, master, number, method, copies)


def confirm(
    desk: Desk, hearing_id: int, letter: FormLetter, name: str = "", *, without: Sequence[int] = ()
) -> tuple[int, Change]:
    """Make a suggestion a campaign, or add what looks like one to it; ``without`` are comments to leave out.

    Returns the campaign's id. Refused if none of its letters is free any more, or the name is taken.
    """
    unlocked(get_hearing(desk, hearing_id))
    wanted = [copy.comment_id for copy in letter.suggested if copy.comment_id not in set(without)]
    rows = [r for r in stored.letters(desk.store, wanted) if r["campaign_id"] is None and r["hearing_id"] == hearing_id]
    require_one(bool(rows), "None of these letters is left to confirm. Nothing was changed. Look for letters again.")
    title = name.strip() or letter.name
    with desk.store.action("form letter", "", hearing_id) as writing:
        act = writing.act
        campaign_id = letter.campaign_id
        if campaign_id is None:
            campaign_id = _new_campaign(act, hearing_id, title, letter.master, letter.method)
        there = stored.members(desk.store, campaign_id)
        _put(act, campaign_id, rows, Reader(letter.master, letter.master_number, readings(desk.store)), there)
        act.subject = f"{act.row('campaign', campaign_id)['name']}, {numbers([r['number'] for r in rows])}"
    return campaign_id, desk.did(writing.change)


def rename(desk: Desk, campaign_id: int, name: str) -> Change:
    """Give a campaign another name; Refused if another one has it."""
    campaign = _campaign(desk, campaign_id)
    with desk.store.action("form letter renamed", name.strip(), campaign["hearing_id"]) as writing:
        _free(writing.act, campaign["hearing_id"], name.strip(), but=campaign_id)
        writing.act.update("campaign", campaign_id, name=name.strip())
    return desk.did(writing.change)


def split(desk: Desk, campaign_id: int, comment_ids: Sequence[int], name: str) -> tuple[int, Change]:
    """Make a campaign of its own of some letters of another; returns its id."""
    campaign = _campaign(desk, campaign_id)
    rows = _of(desk, campaign_id, comment_ids)
    stay = [r for r in stored.members(desk.store, campaign_id) if r["id"] not in {row["id"] for row in rows}]
    require_one(bool(stay), "These are all its letters; give it another name instead. Nothing was changed.")
    with desk.store.action("form letter split", name.strip(), campaign["hearing_id"]) as writing:
        act = writing.act
        master = _typical(rows)
        made = _new_campaign(act, campaign["hearing_id"], name.strip(), _said(master), campaign["method"])
        _put(act, made, rows, Reader(_said(master), master["number"], readings(desk.store)))
        if any(row["letter_type"] == LetterType.FORM_MASTER for row in rows):
            master = _typical(stay)
            act.update("campaign", campaign_id, master_text=_said(master))
            _put(act, campaign_id, stay, Reader(_said(master), master["number"], readings(desk.store)))
    return made, desk.did(writing.change)


def merge(desk: Desk, campaign_id: int, others: Sequence[int]) -> Change:
    """Put the letters of other campaigns into one, whose name and master stay."""
    campaign = _campaign(desk, campaign_id)
    gone = [_campaign(desk, other) for other in dict.fromkeys(others) if other != campaign_id]
    require_one(bool(gone), "Choose another form letter to put into this one. Nothing was changed.")
    require_one(
        all(other["hearing_id"] == campaign["hearing_id"] for other in gone),
        "These form letters belong to different hearings. Nothing was changed.",
    )
    known = _known(desk, campaign, stored.members(desk.store, campaign_id))
    reader = Reader(known.master, known.master_number, readings(desk.store))
    coming = [row for other in gone for row in stored.members(desk.store, other["id"])]
    subject = ", ".join([campaign["name"], *(str(other["name"]) for other in gone)])
    with desk.store.action("form letters merged", subject, campaign["hearing_id"]) as writing:
        _put(writing.act, campaign_id, coming, reader, stored.members(desk.store, campaign_id))
        for other in gone:
            writing.act.void("campaign", other["id"], f"merged into {campaign['name']}")
    return desk.did(writing.change)


def remove(desk: Desk, comment_ids: Sequence[int]) -> Change:
    """Note that letters are no form letters: they leave their campaigns, and are not suggested again."""
    rows = [r for r in stored.letters(desk.store, comment_ids) if r["campaign_id"] is not None or not r["letter_type"]]
    require_one(bool(rows), "None of these letters is in a form letter or waits for one. Nothing was changed.")
    unlocked(get_hearing(desk, rows[0]["hearing_id"]))
    with desk.store.action("not a form letter", numbers([r["number"] for r in rows]), rows[0]["hearing_id"]) as writing:
        for row in rows:
            writing.act.update("comment", row["id"], campaign_id=None, letter_type=str(LetterType.UNIQUE))
        for campaign_id in sorted({int(row["campaign_id"]) for row in rows if row["campaign_id"] is not None}):
            if writing.act.find("comment", campaign_id=campaign_id) is None:
                writing.act.void("campaign", campaign_id, "no letters left")
    return desk.did(writing.change)


def dismiss(desk: Desk, letter: FormLetter) -> Change:
    """Note that what looked like a form letter is none; it is not suggested again."""
    return remove(desk, [copy.comment_id for copy in letter.suggested])


def free_name(taken: set[str]) -> str:
    """Return the next name for a form letter that none has yet, such as Form C."""
    return next(_free_names(taken))


def difference(desk: Desk, master: str, comment_id: int) -> Difference:
    """Lay one comment beside the master of a form letter, word by word."""
    from frhearing.analysis.form_letters.difference import Master

    rows = stored.letters(desk.store, [comment_id])
    if not rows:
        raise NotFound("This comment is not in the store. Nothing was changed.")
    return Master(master).compare(rows[0]["body"], rows[0]["name"])


def _campaign(desk: Desk, campaign_id: int) -> Row:
    """Return a campaign that may be changed; raises NotFound or Refused."""
    row = stored.campaign(desk.store, campaign_id)
    if row is None:
        raise NotFound("This form letter is not there any more. Nothing was changed.")
    unlocked(get_hearing(desk, row["hearing_id"]))
    return row


def _of(desk: Desk, campaign_id: int, comment_ids: Sequence[int]) -> list[Row]:
    """Return letters of a campaign; Refused if there are none among the comments."""
    rows = [r for r in stored.letters(desk.store, comment_ids) if r["campaign_id"] == campaign_id]
    if not rows:
        raise Refused("Choose letters of this form letter first. Nothing was changed.")
    return rows


def _new_campaign(act: Action, hearing_id: int, name: str, master: str, method: str) -> int:
    """Make a campaign under a name that is free."""
    _free(act, hearing_id, name)
    made = act.insert("campaign", {"hearing_id": hearing_id, "name": name, "master_text": master})
    # Written as a change of its own, so that the log itself says by which method and version it was found.
    act.update("campaign", made, method=method or BY_HAND)
    return made


def _free(act: Action, hearing_id: int, name: str, but: int | None = None) -> None:
    """Refuse an empty name and one that another campaign has."""
    require_one(bool(name), "A form letter needs a name. Nothing was changed.")
    require_one(
        act.find("campaign", hearing_id=hearing_id, name=name) in (None, but),
        f"Another form letter is called “{name}”. Nothing was changed. Choose another name, or merge the two.",
    )


def _put(act: Action, campaign_id: int, rows: Sequence[Row], reader: Reader, there: Sequence[Row] = ()) -> None:
    """Put letters into a campaign, each with what it is beside the master and beside the letters ``there``."""
    new = {row["id"] for row in rows}
    for row in sorted([*rows, *there], key=lambda r: int(r["number"])):
        copy = reader.copy(row)
        if row["id"] in new:
            act.update("comment", row["id"], campaign_id=campaign_id, letter_type=str(copy.letter_type))


def _said(master: Row) -> str:
    """Return the text of a master without greeting, farewell and the name of the one who happened to send it."""
    return body(master["body"]).strip()


def _typical(rows: Sequence[Row]) -> Row:
    """Return the letter that stands best for all."""
    from frhearing.analysis.form_letters.grouping import typical

    return rows[typical([row["body"] for row in rows])]


def _free_names(taken: set[str]) -> "itertools.filterfalse[str]":
    """Return names for campaigns that none has yet: Form A, Form B, ... Form AA."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    endless = ("".join(each) for length in itertools.count(1) for each in itertools.product(letters, repeat=length))
    return itertools.filterfalse(taken.__contains__, (f"Form {each}" for each in endless))
