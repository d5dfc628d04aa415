"""The words behind a number in English, where a list gives several: such that they fit any number."""

from types import MappingProxyType

COUNTED = MappingProxyType(
    {
        "mixed.n": "{n} mixed",
        "neutral.n": "{n} neutral",
        "not_stated.n": "{n} not stated",
        "status.withdrawn.n": "{n} withdrawn",
        "status.disputed.n": "{n} with disputed attribution",
        "status.returned.n": "{n} returned, meant for another body",
        "status.duplicate.n": "{n} sent twice",
        "late.late_not_considered.n": "{n} too late to be considered",
        "place.heard.n": "{n} heard",
        "place.registered_only.n": "{n} registered only",
        "place.declined.n": "{n} declined",
        "place.ceded.n": "{n} ceded",
        "place.no_show.n": "{n} no-show",
        "place.withdrawn.n": "{n} withdrawn",
        "place.not_reached.n": "{n} not reached",
        "place.carried_over.n": "{n} carried over",
        "place.refused.n": "{n} refused",
        "place.duplicate.n": "{n} duplicate",
        "place.voided.n": "{n} voided",
        "slip.no_show.n": "{n} called without an answer",
        "slip.withdrawn.n": "{n} withdrawn",
        "slip.declined.n": "{n} declined to speak when called",
        "slip.ceded.n": "{n} with the time ceded",
        "slip.not_reached.n": "{n} not reached",
        "slip.carried_over.n": "{n} carried over",
        "slip.late_refused.n": "{n} refused as late",
        "slip.duplicate.n": "{n} in duplicate",
        "slip.voided.n": "{n} voided by the clerk",
        "slip.checked_in.n": "{n} checked in and waiting",
        "slip.called.n": "{n} called",
    }
)
