"""The words for positions on a body's own forms (2-domain.md, glossary); Wisconsin's where nothing is known."""

from frhearing.model.position import Stance

_FORMS = {
    "wisconsin": "wi",
    "wi": "wi",
    "texas": "tx",
    "tx": "tx",
    "washington": "wa",
    "wa": "wa",
    "arizona": "az",
    "az": "az",
}
OWN_WORDS = frozenset({Stance.SUPPORT.value, Stance.OPPOSE.value, Stance.NEUTRAL.value})
"""The stances that forms have a word of their own for; the others go by the usual words."""


def form_of(state: str) -> str:
    """The code of the form that a state's bodies use."""
    return _FORMS.get(state.strip().casefold(), "wi")


def label(state: str, stance: str) -> str:
    """The key of the word for a stance on the form of a state's bodies."""
    return f"form.{form_of(state)}.{stance}" if stance in OWN_WORDS else stance
