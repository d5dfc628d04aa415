"""A small hearing on a real store, made through the desk as a clerk would make it."""

from pathlib import Path

from frhearing.desk import codebook, coding, hearings, testimony
from frhearing.desk.desk import Desk, open_desk
from frhearing.model.comment import Channel, CommentStatus, NewComment
from frhearing.model.hearing import NewHearing
from frhearing.model.position import Stance
from frhearing.model.question import NewQuestion

# name, group, channel, day of February 2026 at noon UTC (0: undated), stance on question 1, theme
VOICES = (
    ("Ana Bell", "Resident", "email", 16, "support", "Privacy"),
    ("Ben Cole", "Resident", "email", 16, "support", "Privacy"),
    ("Cy Dorn", "Resident", "web_form", 17, "support", ""),
    ("Di Egan", "Resident", "web_form", 17, "support", "Safety"),
    ("Ed Fox", "Resident", "email", 19, "oppose", "Safety"),
    ("Flo Gray", "Police union", "email", 19, "oppose", "Safety"),
    ("Gus Hart", "Police union", "post", 19, "oppose", ""),
    ("Hal Ives", "Faith", "email", 19, "mixed", "Privacy"),
    ("Ivy Jung", "", "email", 19, "neutral", ""),
    ("Jo King", "", "in_person", 20, "not_stated", ""),
    ("Kit Lowe", "Faith", "in_person", 20, "support", "Privacy"),
    ("Lu Moss", "Resident", "email", 20, "", ""),
    ("Mo Nash", "Resident", "post", 0, "", ""),
    ("Nan Orr", "Resident", "email", 20, "support", "Privacy"),
)
COPIES, WITHDRAWN = ("Ana Bell", "Ben Cole", "Cy Dorn"), "Nan Orr"


def open_small(folder: Path, *, voices: bool = True) -> tuple[Desk, int]:
    """Make the hearing; without voices it has its questions and nothing else."""
    desk = open_desk(folder, who="M. Oleson")
    hearing, _ = hearings.create_hearing(
        desk,
        NewHearing(
            "The pause",
            "Public Safety Committee",
            "2026-02-20",
            "Room 301-B",
            (
                NewQuestion("Should the pause stay?", "Keep the pause.", "Lift the pause."),
                NewQuestion("Should a policy be adopted first?"),
            ),
        ),
    )
    if voices:
        _record(desk, hearing)
    return desk, hearing


def _record(desk: Desk, hearing: int) -> None:
    groups = {group.name: group.id for group in codebook.list_groups(desk)}
    themes = {name: codebook.add_theme(desk, hearing, name)[0] for name in ("Privacy", "Safety")}
    for name, group, channel, day, stance, theme in VOICES:
        made, _ = testimony.record_comment(
            desk,
            hearing,
            NewComment(
                text=f"{name} says what there is to say. It is said once.",
                name=name,
                group_id=groups.get(group),
                channel=Channel(channel),
                received_at=f"2026-02-{day}T18:00:00Z" if day else None,
                stances={1: Stance(stance)} if stance else {},
            ),
        )
        if theme:
            coding.toggle_theme(desk, [made], themes[theme], True)
        if name in COPIES:
            testimony.update_comment(desk, made, campaign="Form A")
        if name == WITHDRAWN:
            testimony.set_status(desk, [made], CommentStatus.WITHDRAWN, "asked by the writer")
