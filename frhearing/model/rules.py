"""The speaking rules of a body, copied into each hearing as its own snapshot (2-domain.md, rule_set)."""

import json
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules as data; times in seconds. Later edits of a body's rules never change a past hearing."""

    default_seconds: int = 180
    warn_at_seconds: tuple[int, ...] = (30,)
    interpreter_factor: float = 2.0
    order: str = "first_come"
    names_on_screen: str = "full"
    sound_at_zero: bool = False
    count_over_time: bool = False
    written_until: str = ""

    def to_json(self) -> str:
        """Write the rules as canonical JSON text."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "RuleSet":
        """Read rules from JSON text; names this version does not know are left to the version that does."""
        data = json.loads(text or "{}")
        known = {f.name: data[f.name] for f in fields(cls) if f.name in data}
        if "warn_at_seconds" in known:
            known["warn_at_seconds"] = tuple(known["warn_at_seconds"])
        return cls(**known)


ORDERS: tuple[str, ...] = ("first_come", "alternate_by_position", "remote_first", "in_person_first", "chair")
"""The orders of speaking that a clerk can choose from now."""
