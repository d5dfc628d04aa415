"""Transcripts as testimony drafts: their turns parted anew in the preview of an import."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from frhearing.desk.import_looking import with_edits
from frhearing.desk.import_plan import Choices, ImportPlan
from frhearing.intake.draft import SourceKind
from frhearing.intake.hosts import hosts
from frhearing.intake.row_edit import RowEdit
from frhearing.intake.turns import Turn, joined, renamed, split, turns_of, with_turns
from frhearing.model.comment import Channel

__all__ = ["Turn", "choices_with", "hosts", "joined", "renamed", "split", "turns_in", "without_hosts"]


def turns_in(plan: ImportPlan, place: int) -> tuple[str, list[Turn], set[int], Channel]:
    """Return a transcript of a plan by the place of its reading: its file, turns, the rows left out and the channel."""
    table = next(source.table for source in plan.sources if source.reading == place)
    edits = {row: edit for (file, row), edit in plan.choices.edits.items() if file == table.file}
    left_out = {row for row, edit in edits.items() if edit.left_out}
    channel = next((edit.channel for edit in edits.values() if edit.channel is not None), Channel.IN_PERSON)
    return table.file, turns_of(table), left_out, channel


def choices_with(
    plan: ImportPlan, place: int, turns: Sequence[Turn], left_out: Collection[int], channel: Channel
) -> Choices:
    """Return the choices of a plan with the turns of a transcript as the clerk has parted them."""
    table = next(source.table for source in plan.sources if source.reading == place)
    edits = dict(plan.choices.edits)
    for turn in turns:
        key = (table.file, turn.row)
        spoken = channel if channel is not Channel.IN_PERSON else None
        edits[key] = replace(edits.get(key, RowEdit()), left_out=turn.row in left_out, channel=spoken)
    return replace(plan.choices, turns={**plan.choices.turns, place: with_turns(table, turns)}, edits=edits)


def without_hosts(plan: ImportPlan) -> ImportPlan:
    """Return a plan in which the turns of chair, clerk and staff are left out, each with the reason.

    A row for which something is set already stays as it is.
    """
    edits = dict(plan.choices.edits)
    for source in plan.sources:
        if source.kind is SourceKind.TRANSCRIPT:
            for row, why in hosts(turns_of(source.table)).items():
                edits.setdefault((source.table.file, row), RowEdit(left_out=True, why=why))
    return plan if len(edits) == len(plan.choices.edits) else with_edits(plan, edits)
