"""How the stage of a hearing looks: its words, its tone, its icon."""

from frhearing.model.hearing import STATUS_WORDS, HearingStatus

_STAGES = {
    HearingStatus.DRAFT: ("plain", "pencil"),
    HearingStatus.SCHEDULED: ("plain", "calendar"),
    HearingStatus.OPEN: ("danger", "circle-dot"),
    HearingStatus.RECESSED: ("warn", "pause"),
    HearingStatus.CERTIFIED: ("ok", "lock"),
}


def stage_look(status: HearingStatus) -> tuple[str, str, str]:
    """Give the words, the tone and the icon of a hearing's stage."""
    tone, icon = _STAGES.get(status, ("plain", "file-check"))
    return STATUS_WORDS[status], tone, icon
