"""Rule sets of real places, as the table of rules in 2-domain.md tells them; each carries that line as its source.

Places whose line rules written comments only by the clock (New York, Oregon, Washington) have no preset here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from frhearing.model.errors import Refused
from frhearing.model.rules import RuleSet, with_rules


@dataclass(frozen=True, slots=True)
class Preset:
    """A place, the line of the table that is its source, and the rules that differ from the usual ones."""

    code: str
    place: str
    source: str
    rules: Mapping[str, object]


PRESETS: tuple[Preset, ...] = (
    Preset(
        "milwaukee_fpc",
        "Milwaukee FPC",
        "up to 5 min each (June 2026); remote must e-mail ≥ 24 h before; comment paused at 7:00 p.m. for a "
        "time-certain item, then resumed",
        {"default_seconds": 300},
    ),
    Preset(
        "milwaukee_county",
        "Milwaukee County",
        "one eComment per item, 2,000 characters, login needed",
        {"written_limit": {"chars": 2000}},
    ),
    Preset(
        "madison",
        "Madison WI",
        "3 min, 6 min with interpreter; register support/oppose without speaking; register only to answer questions",
        {"default_seconds": 180, "interpreter_factor": 2.0},
    ),
    Preset(
        "san_antonio",
        "San Antonio",
        "3 min, 9 min maximum per meeting; organisation 9 min if 3 people register for it; donor must be "
        "registered and present",
        {
            "default_seconds": 180,
            "per_person_cap": {"seconds": 540},
            "seconds_by_class": {"group_representative": 540},
            "group_min_members": 3,
            "ceding": {"donor_registered": True, "donor_present_when_called": True, "max_total_seconds": 540},
        },
    ),
    Preset(
        "lakewood",
        "Lakewood CO",
        "pooling to 10 min with ≥ 3 present donors; donor may reclaim until the speaker begins",
        {
            "ceding": {
                "min_donors": 3,
                "donor_present_when_called": True,
                "max_total_seconds": 600,
                "reclaim_until_start": True,
            }
        },
    ),
    Preset(
        "fort_worth",
        "Fort Worth",
        "speaking for ≥ 10 people: 6 min; all 10 names at registration, all must stand; others of the group may "
        "not speak",
        {
            "seconds_by_class": {"group_representative": 360},
            "group_min_members": 10,
            "members_may_not_speak": True,
        },
    ),
    Preset(
        "no_yielding",
        "East Cleveland OH; Pleasanton CA; one Common Council code (city not shown)",
        "no yielding of time at all",
        {"ceding": {"allowed": False}},
    ),
    Preset(
        "shorter_over_10",
        "Dublin CA; Camden SC; Riverside CA",
        "> 10 speakers: 3→2 min; ≤ 6 speakers 5 min, else 3; mayor may now cut alone",
        {"default_seconds": 180, "reduce_when": [{"registered": 11, "seconds": 120}], "reduce_by": "chair"},
    ),
    Preset(
        "shorter_over_6",
        "Dublin CA; Camden SC; Riverside CA",
        "> 10 speakers: 3→2 min; ≤ 6 speakers 5 min, else 3; mayor may now cut alone",
        {"default_seconds": 300, "reduce_when": [{"registered": 7, "seconds": 180}], "reduce_by": "chair"},
    ),
    Preset(
        "charleston",
        "Charleston WV",
        "10 minutes shared pro rata among ≤ 5 people",
        {"total_seconds_cap": 600, "cap_shared": True, "max_speakers": 5},
    ),
    Preset(
        "cleveland",
        "Cleveland OH",
        "first 10 registrants only; no roll-over list",
        {"max_speakers": 10, "unreached": "not_reached"},
    ),
    Preset("camden", "Camden SC", "not reached → speaks first next meeting", {"unreached": "carried_over"}),
    Preset(
        "santa_ana",
        "Santa Ana CA (SB 707)",
        "cap split equally in-person/remote; unused time moves to the other side",
        {"side_balance": "in_person_remote"},
    ),
    Preset(
        "california",
        "California",
        "twice the time when a translator is used, unless simultaneous; name/address cannot be demanded",
        {"interpreter_factor": 2.0, "interpreter_simultaneous_exempt": True, "address": "optional"},
    ),
    Preset(
        "san_diego_boards",
        "San Diego boards",
        "written ≤ 200 words; read aloud ≤ 16 per issue, ≤ 30 non-agenda",
        {
            "written_limit": {"words": 200},
            "read_aloud": {"mode": "cap", "per_issue": 16, "per_meeting": 30, "word_limit": 200},
        },
    ),
    Preset(
        "st_pete_beach",
        "St. Pete Beach FL",
        "numbered cards; called 18 at a time; online cards first, 5 names at a time; all sworn",
        {"call_ahead": 18, "order": "remote_first", "oath_required": True},
    ),
)
"""Every preset, in the order of the table."""


def preset(code: str) -> RuleSet:
    """Return the rules of a preset by its code; raises Refused in words."""
    found = next((p for p in PRESETS if p.code == code), None)
    if found is None:
        raise Refused(f"There is no preset “{code}”. There are: {', '.join(p.code for p in PRESETS)}.")
    return with_rules(RuleSet(preset=found.code), found.rules)
