"""The words behind a number in Spanish, where a list gives several: such that they fit any number."""

from types import MappingProxyType

COUNTED = MappingProxyType(
    {
        "mixed.n": "{n} de posición mixta",
        "neutral.n": "{n} de posición neutral",
        "not_stated.n": "{n} sin posición expresada",
        "status.withdrawn.n": "{n} por retiro",
        "status.disputed.n": "{n} por autoría en disputa",
        "status.returned.n": "{n} por devolución, al ser para otro órgano",
        "status.duplicate.n": "{n} por duplicación",
        "late.late_not_considered.n": "{n} por llegar demasiado tarde",
        "place.heard.n": "{n} con testimonio",
        "place.registered_only.n": "{n} de solo registro",
        "place.declined.n": "{n} con renuncia a hablar",
        "place.ceded.n": "{n} con tiempo cedido",
        "place.no_show.n": "{n} sin respuesta",
        "place.withdrawn.n": "{n} con retiro",
        "place.not_reached.n": "{n} sin turno",
        "place.carried_over.n": "{n} para otra sesión",
        "place.refused.n": "{n} fuera de plazo",
        "place.duplicate.n": "{n} de repetición",
        "place.voided.n": "{n} sin validez",
        "slip.no_show.n": "{n} con llamada sin respuesta",
        "slip.withdrawn.n": "{n} con retiro",
        "slip.declined.n": "{n} con renuncia a hablar",
        "slip.ceded.n": "{n} con tiempo cedido",
        "slip.not_reached.n": "{n} sin turno",
        "slip.carried_over.n": "{n} para otra sesión",
        "slip.late_refused.n": "{n} fuera de plazo",
        "slip.duplicate.n": "{n} de repetición",
        "slip.voided.n": "{n} sin validez",
        "slip.checked_in.n": "{n} en la sala y en espera",
        "slip.called.n": "{n} con llamada en curso",
    }
)
