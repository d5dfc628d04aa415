"""Loads Qt without what PySide loads for its own documentation, which a start has no use for.

``import PySide6`` compiles, at every start and from source, the modules that spell out the signatures of its
functions: a third of the time of a bare window. They are named in ``LATE``; each is loaded here when somebody
first asks it for something, such as the words of a TypeError. Nothing is left out: they come later, or never.
"""

import builtins
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from types import ModuleType
from typing import Any, Final, SupportsIndex

from frhearing.ui.start.enums import make_enums_short

LATE: Final = frozenset(
    {
        "shibokensupport.feature",
        "shibokensupport.signature.errorhandler",
        "shibokensupport.signature.importhandler",
        "shibokensupport.signature.layout",
        "shibokensupport.signature.lib.enum_sig",
        "shibokensupport.signature.lib.pyi_generator",
        "shibokensupport.signature.lib.tool",
        "shibokensupport.signature.mapping",
        "shibokensupport.signature.parser",
    }
)
"""What PySide loads at once and needs only to describe a function, or to write its other names (``__feature__``)."""

LIBRARIES: Final = frozenset({"bz2", "lzma", "shutil", "tempfile", "textwrap", "traceback"})
"""What of Python's own library PySide loads beside them: for the same purposes, or for a kind of archive that its
own modules do not lie in."""

_TAKEN_OUT: Final = {"shibokensupport.signature.mapping": "update_mapping", "textwrap": "dedent"}
"""A function that PySide takes out of its module at once: it is handed out, and the module loaded when it is called."""

_Load = Callable[[ModuleType], None]
_loading: Final = threading.RLock()


def load_qt() -> None:
    """Load QtWidgets, PySide's descriptions at their first use only.

    PySide's hooks in every later import are taken out again: one reads the source of each module in search of
    PySide's other spelling of its own names, the other looks for ``import *``; neither is used here.
    """
    make_enums_short()
    plain_import = builtins.__import__
    if "shiboken6" not in sys.modules:
        finders = sys.meta_path
        late = _LateLibraries(finders)
        sys.meta_path = watched = _Finders([late, *finders])
        try:
            import shiboken6.Shiboken  # noqa: F401 - loaded for what it brings
        finally:
            watched.remove(late)
            finders[:] = watched
            sys.meta_path = finders
    import PySide6.QtWidgets  # noqa: F401 - the rest of Qt follows

    builtins.__import__ = plain_import


class _Finders(list[Any]):
    """The finders of modules, while Shiboken puts its own in front for the modules that it carries inside."""

    def insert(self, index: SupportsIndex, finder: Any) -> None:
        """Take a finder in; its rarer modules come at their first use from then on."""
        load = getattr(finder, "exec_module", None)
        if load is not None and hasattr(finder, "__dict__"):
            vars(finder)["exec_module"] = partial(_load_late, load)
        super().insert(index, finder)


class _LateLibraries:
    """The finder of the libraries that come at their first use."""

    def __init__(self, others: Sequence[Any]) -> None:
        self._others = tuple(others)

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> Any:
        """Find one of ``LIBRARIES`` where it always is; what else is wanted is for the other finders."""
        asked = self._others if name in LIBRARIES else ()
        spec = next((found for finder in asked if (found := finder.find_spec(name, path, target))), None)
        if spec is not None and isinstance(getattr(spec.loader, "__dict__", None), dict):
            vars(spec.loader)["exec_module"] = partial(_load_late, spec.loader.exec_module)
        return spec


def _load_late(load: _Load, module: ModuleType) -> None:
    """Load a module now, or at the first question after one of its names."""
    if module.__name__ not in LATE | LIBRARIES:
        load(module)
        return

    asked: list[str] = []

    def first_asked(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        with _loading:
            if not asked:
                asked.append(name)
                load(module)
                vars(module).pop("__getattr__", None)
        if name not in vars(module):  # while it loads, modules that it loads may ask it in their turn
            raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")
        return vars(module)[name]

    vars(module)["__getattr__"] = first_asked
    taken = _TAKEN_OUT.get(module.__name__)
    if taken is not None:
        vars(module)[taken] = lambda *given, **named: first_asked(taken)(*given, **named)
