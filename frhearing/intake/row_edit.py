"""What the clerk sets for one row of an import before it is added; what the source says stays beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frhearing.intake.coding import Incoming, Problem, ProblemKind
from frhearing.intake.timing import Timing
from frhearing.model.comment import Channel, Timeliness
from frhearing.model.position import Stance

RowKey = tuple[str, int]
"""A row of an import: the name of its file and its number there."""


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What the clerk has set for a row; None leaves what was read. ``stances`` may take a stance away (None).

    ``received_at`` is UTC text and ``received`` the date as the clerk typed it; a row that is ``left_out`` is
    refused with that reason, or with ``why``: what the program has proposed to leave out and for what.
    """

    name: str | None = None
    text: str | None = None
    received: str | None = None
    received_at: str | None = None
    channel: Channel | None = None
    timeliness: Timeliness | None = None
    stances: Mapping[int, Stance | None] = field(default_factory=dict)
    left_out: bool = False
    why: str = ""

    def applied(self, one: Incoming, timing: Timing) -> Incoming:
        """Return the comment as the clerk has set it."""
        comment = one.comment
        channel = self.channel or comment.channel
        received_at = self.received_at if self.received is not None else comment.received_at
        moved = self.received is not None or self.channel is not None
        by_rule = timing.timeliness(received_at, channel) if moved else comment.timeliness
        stances = {**comment.stances, **self.stances}
        return one._replace(
            comment=comment._replace(
                name=comment.name if self.name is None else self.name,
                text=comment.text if self.text is None else self.text,
                received_at=received_at,
                channel=channel,
                timeliness=self.timeliness or by_rule,
                stances={number: stance for number, stance in stances.items() if stance is not None},
            ),
        )

    def settles(self, problem: Problem) -> bool:
        """Tell whether a thing to look at is settled by this."""
        kind = problem.kind
        if self.left_out:
            return True
        if kind in (ProblemKind.UNDATED, ProblemKind.DATE):
            return self.received_at is not None
        if kind in (ProblemKind.NO_TEXT, ProblemKind.ATTACHMENT):
            return bool(self.text and self.text.strip())
        if kind is ProblemKind.LATE:
            return self.timeliness is not None or self.received_at is not None
        return kind is ProblemKind.NO_CODE and bool(self.stances)

    @property
    def said(self) -> dict[str, object]:
        """What is kept of it with the comment: which of its parts are the clerk's and not the source's."""
        own: dict[str, object] = {
            "name": self.name,
            "received": self.received,
            "text": self.text,
            "timeliness": self.timeliness,
        }
        own |= {"channel": self.channel, "stance": self.stances or None}
        named = [name for name, value in own.items() if value is not None]
        return {"set_by_clerk": named} if named else {}
