"""The building blocks of every screen; all of them plain text, named, and sized with the text."""

from frhearing.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton, QuietButton
from frhearing.ui.widgets.chips import FilterChip, FlowRow
from frhearing.ui.widgets.fields import FieldRow, SearchField
from frhearing.ui.widgets.labels import KeyCap, Pill, StanceChip, label, picture
from frhearing.ui.widgets.layouts import Card, clear, column, fill, frame, row, rule, scroll
from frhearing.ui.widgets.marks import (
    StanceMark,
    measure,
    paint_mark,
    paint_pattern,
    paint_shapes,
    scene_font,
)
from frhearing.ui.widgets.states import EmptyState, InlineBar, LoadingState, announce

__all__ = [
    "Card",
    "EmptyState",
    "FieldRow",
    "FilterChip",
    "FlowRow",
    "IconButton",
    "InlineBar",
    "KeyCap",
    "LoadingState",
    "Pill",
    "PlainButton",
    "PrimaryButton",
    "QuietButton",
    "SearchField",
    "StanceChip",
    "StanceMark",
    "announce",
    "clear",
    "column",
    "fill",
    "frame",
    "label",
    "measure",
    "paint_mark",
    "paint_pattern",
    "paint_shapes",
    "picture",
    "row",
    "rule",
    "scene_font",
    "scroll",
]
