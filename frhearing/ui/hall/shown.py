"""Everything the hall screen is given: the engine's view for the hall, and what the clerk says to the room."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from frhearing.model.live.floor import minutes
from frhearing.model.live.states import Phase
from frhearing.model.live.view import HallView


@dataclass(frozen=True, slots=True)
class HallShown:
    """One picture of the hall screen. ``clock`` is the time of day in words; a message stands over all else."""

    view: HallView
    clock: str = ""
    message: str = ""
    blank: bool = False


class Look(NamedTuple):
    """A state of the hall screen: ground, ink, hint, sign, and its words in English and Spanish."""

    ground: str
    ink: str
    hint: str
    sign: str
    english: str
    spanish: str


_DARK = ("#0d1116", "#ffffff", "#aeb9c6")
LOOKS: Final = {
    "running": Look(*_DARK, "mic", "Speaking time left", "Tiempo restante"),
    "warning": Look(
        "#ffd24d", "#201800", "#4b3900", "triangle-alert", "Please finish soon", "Por favor, termine pronto"
    ),
    "over": Look("#b3261e", "#ffffff", "#ffe3e0", "circle-alert", "Time is up. Please finish.", "Se acabó el tiempo."),
    "paused": Look(*_DARK, "pause", "Clock paused", "Reloj en pausa"),
    "question": Look(*_DARK, "circle-help", "Answering a question", "Respondiendo a una pregunta"),
    "called": Look(*_DARK, "user", "Please come to the microphone", "Por favor, pase al micrófono"),
    "idle": Look(*_DARK, "users", "Public testimony", "Testimonio público"),
    "recess": Look(*_DARK, "pause", "Recess", "Receso"),
    "time_certain": Look(*_DARK, "clock", "Testimony is paused", "Testimonio en pausa"),
    "not_opened": Look(*_DARK, "hourglass", "The hearing begins soon", "La audiencia comienza pronto"),
    "testimony_closed": Look(*_DARK, "square", "Testimony is closed", "El testimonio ha concluido"),
    "adjourned": Look(*_DARK, "square", "The hearing is adjourned", "Se levantó la sesión"),
}
"""White on dark 18.9 : 1, the warning 12.2 : 1, over time 6.5 : 1 (6-interface.md (c)); nothing flashes."""


def look_of(view: HallView) -> Look:
    """Give the look of a view: of the sitting's phase where nobody can speak, else of the podium."""
    return LOOKS[view.state if view.phase is Phase.OPEN else str(view.phase)]


def digits(view: HallView) -> str:
    """Write the time left; over time it is ``0:00``, or counts up where the rules say so."""
    if view.phase is not Phase.OPEN or not view.speaker:
        return ""
    left = view.remaining_seconds
    if left >= 0:
        return minutes(left)
    return f"+{minutes(-left)}" if view.counts_over else "0:00"


def all_words(shown: HallShown) -> tuple[str, ...]:
    """Give every word that stands on the screen, from top to bottom."""
    if shown.blank:
        return ()
    view, look = shown.view, look_of(shown.view)
    if shown.message:
        return (view.title, shown.clock, shown.message)
    words = [view.title, shown.clock]
    if view.phase is Phase.OPEN and view.speaker:
        words += [view.speaker, place_words(view), digits(view)]
    elif view.message:
        words.append(view.message)
    words += [look.english, look.spanish]
    if view.phase is Phase.OPEN and view.next_speaker:
        words.append(next_words(view))
    return tuple(word for word in words if word)


def place_words(view: HallView) -> str:
    """Say where the speaker stands: "Speaker 5 of 14"."""
    return f"Speaker {view.place} of {view.places}" if view.place else ""


def next_words(view: HallView) -> str:
    """Say who comes next, and who after that."""
    then = f" — then · luego: {view.then_speaker}" if view.then_speaker else ""
    return f"Next · Sigue: {view.next_speaker}{then}"
