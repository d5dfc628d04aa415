"""A clerk for tests: opens a small hearing on a real store and does, at random, what clerks do."""

import random
from collections.abc import Callable
from pathlib import Path

from frhearing.desk import codebook, coding, dossiers, hearings, importing, people, testimony, views
from frhearing.desk.desk import Desk, open_desk
from frhearing.model.change import Change
from frhearing.model.comment import Channel, Comment, CommentStatus, NewComment
from frhearing.model.dossier import DossierEntry, DossierKind
from frhearing.model.errors import ClerkError, Refused
from frhearing.model.filter import CommentFilter
from frhearing.model.hearing import HearingStatus, NewHearing
from frhearing.model.position import STANCES, Stance
from frhearing.model.question import NewQuestion

WORDS = [
    "park", "street", "noise", "police", "budget", "children", "library", "camera", "safety", "neighbors",
    "meeting", "vote", "plan", "tax", "river", "bus", "school", "light", "privacy", "data", "officer",
    "crime", "trust", "council", "letter", "evening", "corner", "house", "permit", "bridge",
]  # fmt: skip
HEARING = NewHearing(
    "The pause",
    "Public Safety Committee",
    "2026-02-20",
    "Room 301-B",
    (NewQuestion("Should the pause stay?", "Keep it.", "Lift it."), NewQuestion("Adopt a policy first?")),
)


def open_hearing(folder: Path, who: str = "M. Oleson") -> tuple[Desk, int]:
    """An open desk with one hearing of two questions and two themes."""
    desk = open_desk(folder, who=who)
    hearing, _ = hearings.create_hearing(desk, HEARING)
    for name in ("Privacy", "Safety"):
        codebook.add_theme(desk, hearing, name)
    return desk, hearing


def record(desk: Desk, hearing: int, text: str = "I was there. I saw it.", **fields: object) -> int:
    """Put one comment on the record and give its id."""
    return testimony.record_comment(desk, hearing, NewComment(text=text, **fields))[0]


def sentences(rng: random.Random, count: int) -> str:
    """So many made-up sentences."""
    made = (" ".join(rng.choices(WORDS, k=rng.randint(4, 12))).capitalize() for _ in range(count))
    return ". ".join(made) + "."


class Clerk:
    """Does one thing after the other, chosen at random; every one goes through the desk."""

    def __init__(self, desk: Desk, hearing: int, rng: random.Random) -> None:
        self.desk, self.hearing, self.rng = desk, hearing, rng

    def comments(self) -> list[int]:
        return list(testimony.list_ids(self.desk, self.hearing, CommentFilter()))

    def act(self) -> str:
        """Do one thing and say what; what the desk refuses changes nothing."""
        ids = self.comments()
        choices: list[Callable[[], object]] = [self.write, self.hold, self.group, self.entry, self.view, self.paste]
        if ids:
            choices += [self.write, self.stance, self.stance, self.theme, self.quote, self.edit, self.fields]
            choices += [self.flag, self.status, self.clear, self.infer, self.memo, self.passage, self.person, self.void]
        chosen = self.rng.choice(choices)
        try:
            chosen()
        except ClerkError:
            return f"refused {chosen.__name__}"
        return chosen.__name__

    def some(self) -> list[int]:
        ids = self.comments()
        return self.rng.sample(ids, self.rng.randint(1, min(4, len(ids))))

    def one(self) -> Comment:
        return testimony.get_comment(self.desk, self.rng.choice(self.comments()))

    def write(self) -> None:
        stances = {n: self.rng.choice(STANCES) for n in (1, 2) if self.rng.random() < 0.5}
        group = self.rng.choice([None, *(g.id for g in codebook.list_groups(self.desk))])
        record(
            self.desk,
            self.hearing,
            sentences(self.rng, self.rng.randint(1, 5)),
            name=self.rng.choice(["Ann Bo", "Cy Dee", "Eve Fox"]),
            channel=self.rng.choice(list(Channel)),
            stances=stances,
            group_id=group,
            received_at=self.rng.choice([None, "2026-02-19T18:00:00Z", "2026-02-20T04:30:00Z"]),
        )

    def stance(self) -> Change:
        inferred = self.rng.random() < 0.3
        return coding.set_stance(self.desk, self.some(), 1, self.rng.choice(STANCES), inferred=inferred)

    def clear(self) -> Change:
        return coding.clear_stance(self.desk, self.some(), self.rng.choice([1, 2]))

    def infer(self) -> Change:
        one = self.one().id
        if self.rng.random() < 0.5:
            return coding.set_inferred(self.desk, one, 1, self.rng.random() < 0.5)
        return coding.set_condition(self.desk, one, 1, sentences(self.rng, 1))

    def theme(self) -> Change:
        themes = codebook.list_themes(self.desk, self.hearing)
        return coding.toggle_theme(self.desk, self.some(), self.rng.choice(themes).id)

    def quote(self) -> object:
        comment = self.one()
        start = self.rng.randrange(len(comment.text))
        if self.rng.random() < 0.2:
            return coding.add_paraphrase(self.desk, comment.id, sentences(self.rng, 1))
        return coding.add_quote(self.desk, comment.id, start, min(len(comment.text), start + 20))

    def passage(self) -> Change:
        comment = self.one()
        if not comment.passages:
            raise Refused("no passage")
        passage = self.rng.choice(comment.passages)
        if self.rng.random() < 0.5:
            return coding.remove_passage(self.desk, comment.id, passage.id)
        return coding.move_passage(self.desk, comment.id, passage.id, 0, min(9, len(comment.text)))

    def edit(self) -> Change:
        comment = self.one()
        text = self.rng.choice([comment.text + " And more.", "First. " + comment.text, sentences(self.rng, 2)])
        return testimony.edit_text(self.desk, comment.id, text, "misheard")

    def fields(self) -> Change:
        changes = self.rng.choice(
            [
                {"name": "Gil Hope"},
                {"organization": "Block club"},
                {"channel": "phone"},
                {"received_at": "2026-02-20T06:30:00Z"},
                {"campaign": self.rng.choice(["Form A", "Form B", ""])},
            ]
        )
        return testimony.update_comment(self.desk, self.one().id, **changes)

    def flag(self) -> Change:
        return testimony.set_flag(self.desk, self.some(), self.rng.random() < 0.6)

    def status(self) -> Change:
        return testimony.set_status(self.desk, self.some(), self.rng.choice(list(CommentStatus)), "asked for")

    def void(self) -> Change:
        return testimony.void_comment(self.desk, self.one().id, "entered twice")

    def memo(self) -> Change:
        return testimony.add_memo(self.desk, self.one().id, "call back")

    def person(self) -> Change:
        if self.rng.random() < 0.5:
            return people.same_person(self.desk, self.some())
        return people.someone_else(self.desk, self.some())

    def group(self) -> object:
        groups = codebook.list_groups(self.desk)
        pick = self.rng.choice(groups).id
        return self.rng.choice(
            [
                lambda: codebook.add_group(self.desk, sentences(self.rng, 1)[:12]),
                lambda: codebook.rename_group(self.desk, pick, sentences(self.rng, 1)[:12]),
                lambda: codebook.move_group(self.desk, pick, self.rng.randint(1, len(groups))),
                lambda: codebook.retire_group(self.desk, pick),
                lambda: codebook.add_theme(self.desk, self.hearing, sentences(self.rng, 1)[:12]),
                lambda: coding.set_group(self.desk, self.some(), pick) if self.comments() else None,
            ]
        )()

    def hold(self) -> object:
        asked = hearings.get_hearing(self.desk, self.hearing).questions
        return self.rng.choice(
            [
                lambda: hearings.add_question(self.desk, self.hearing, NewQuestion("And then?")),
                lambda: (
                    asked and hearings.update_question(self.desk, asked[0].id, support_means="Yes.", reason="clearer")
                ),
                lambda: asked and hearings.remove_question(self.desk, asked[-1].id),
                lambda: hearings.update_hearing(self.desk, self.hearing, place="Room 12", body="Plan Commission"),
                lambda: hearings.update_hearing(self.desk, self.hearing, zone=self.rng.choice(["UTC", "Asia/Tokyo"])),
                lambda: hearings.set_status(self.desk, self.hearing, HearingStatus.OPEN),
                lambda: hearings.create_hearing(self.desk, HEARING),
            ]
        )()

    def entry(self) -> object:
        entries = dossiers.list_dossier(self.desk, self.hearing)
        if entries and self.rng.random() < 0.5:
            pick = self.rng.choice(entries).id
            if self.rng.random() < 0.5:
                return dossiers.remove_entry(self.desk, pick)
            return dossiers.move_entry(self.desk, pick, self.rng.randint(1, len(entries)))
        fresh = DossierEntry(0, self.rng.choice(list(DossierKind)), 0, heading="Who", text=sentences(self.rng, 1))
        return dossiers.save_entry(self.desk, self.hearing, fresh)

    def view(self) -> object:
        wanted = CommentFilter(stances=(self.rng.choice(STANCES),))
        return views.save_view(self.desk, self.hearing, self.rng.choice(["Mine", "Yours"]), wanted)

    def paste(self) -> object:
        lines = [f"{self.rng.choice(WORDS)}@example.org\t{sentences(self.rng, 2)}\tnegative" for _ in range(3)]
        plan = importing.paste(self.desk, self.hearing, "Email\tComment\tPosition\n" + "\n".join(lines))
        return importing.add(self.desk, plan)


def stance_of(desk: Desk, comment_id: int, question: int = 1) -> Stance | None:
    """What counts of a comment on a question."""
    return testimony.get_comment(desk, comment_id).stances.get(question)
