"""Makes the enums of Qt the short way: PySide has Python make more than a thousand members before a first window.

``enum`` checks and moves each member on its own, in ten steps, since a class may say anything about its members.
Those of PySide say a name and a whole number, no more. Here their classes are copied from an empty one that ``enum``
itself has made, and the members put in: the same classes in a third of the time. What is not as plain as that, and
every enum on a Python that this was not tried on, is left to ``enum``.
"""

import enum
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Final

TRIED: Final = ((3, 11), (3, 12), (3, 13))
"""Versions of Python on which both ways were compared, member by member."""

_KINDS: Final[frozenset[type[enum.Enum]]] = frozenset({enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag})

_Make = Callable[..., type[enum.Enum]]


def tried() -> bool:
    """Say whether this Python makes enums as those that were tried do: the first of 3.11 sum up flags otherwise."""
    return sys.version_info[:2] in TRIED and hasattr(enum.Flag, "_singles_mask_")


def make_enums_short() -> None:
    """Let the plain enums that are made from now on be made the short way."""
    if tried() and not hasattr(enum.EnumType, "frhearing_long_way"):
        long_way: Any = enum.EnumType._create_  # type: ignore[attr-defined] # not in the stubs of enum
        setattr(enum.EnumType, "frhearing_long_way", long_way)  # noqa: B010 - a new name on a class of others

        def create(cls: type[enum.Enum], class_name: str, names: Any, **how: Any) -> type[enum.Enum]:
            if is_plain(cls, names, how):
                return made(cls, class_name, names, how["boundary"])
            # Where nobody says the module it is that of the caller, as enum would see it without this step between.
            how["module"] = how.get("module") or sys._getframe(2).f_globals.get("__name__")
            whole: type[enum.Enum] = long_way(cls, class_name, names, **how)
            return whole

        setattr(enum.EnumType, "_create_", create)  # noqa: B010 - its type says that it is fixed


def is_plain(kind: type[enum.Enum], names: Any, how: dict[str, Any]) -> bool:
    """Tell whether an enum is as PySide makes them: a list of names with whole numbers, and nothing else said."""
    if kind not in _KINDS or type(names) is not list or how.get("boundary") is not enum.FlagBoundary.KEEP:
        return False
    if how.get("module") or how.get("qualname") or how.get("type"):
        return False
    flags = issubclass(kind, enum.Flag)
    for pair in names:
        if type(pair) is not tuple or len(pair) != 2:
            return False
        name, value = pair
        if type(name) is not str or type(value) is not int or name[:1] == "_" or (flags and value < 0):
            return False
    taken = _taken(kind)
    words = {name for name, _value in names}
    return bool(names) and len(words) == len(names) and taken.isdisjoint(words)


def made(
    kind: type[enum.Enum], name: str, names: Sequence[tuple[str, int]], boundary: enum.FlagBoundary
) -> type[enum.Enum]:
    """Make an enum class of names with whole numbers; only for what ``is_plain``."""
    pattern, own = _empty(kind, boundary)
    # What enum keeps of members is its own to each class: the lists and tables are made anew.
    cls: Any = type.__new__(enum.EnumType, name, (kind,), pattern | {key: value.copy() for key, value in own})
    put: Callable[[Any, str, Any], None] = type.__setattr__
    by_value, by_name, listed = cls._value2member_map_, cls._member_map_, cls._member_names_
    new, with_value = cls._new_member_, cls._use_args_
    flags = issubclass(kind, enum.Flag)
    for word, value in names:
        member = by_value.get(value)
        if member is None:
            member = new(cls, value) if with_value else new(cls)
            member._value_, member._name_, member.__objclass__ = value, word, cls
            member._sort_order_ = len(listed)
            by_value[value] = member
            if not flags or (value and not value & (value - 1)):
                listed.append(word)
        by_name[word] = member
    for word, member in by_name.items():  # only now: Python forgets what it knows of a class each time it changes
        put(cls, word, member)
    if hasattr(cls, "_hashable_values_"):  # since Python 3.13
        cls._hashable_values_.extend(value for _word, value in names)
    if flags:
        _sum_up(cls, [value for _word, value in names])
    return cls  # type: ignore[no-any-return] # its metaclass is called by its name above


def _sum_up(cls: Any, values: Iterable[int]) -> None:
    """Say of a class of flags which bits it knows, and in which order it goes through them."""
    known = single = 0
    for value in values:
        known |= value
        single |= value if not value & (value - 1) else 0
    cls._flag_mask_, cls._singles_mask_, cls._all_bits_ = known, single, 2 ** known.bit_length() - 1
    order = [cls._member_map_[word]._value_ for word in cls._member_names_]
    if order != sorted(order):
        cls._iter_member_ = cls._iter_member_by_def_


@cache
def _empty(kind: type[enum.Enum], boundary: enum.FlagBoundary) -> tuple[dict[str, Any], tuple[tuple[str, Any], ...]]:
    """Give what enum itself puts into a class without members, and apart what each class has for its own."""
    long_way: Any = getattr(enum.EnumType, "frhearing_long_way", None) or enum.EnumType._create_  # type: ignore[attr-defined] # as above
    pattern = vars(long_way(kind, "Empty", [], module=kind.__module__, boundary=boundary))
    body = {key: value for key, value in pattern.items() if key not in ("__dict__", "__weakref__")}
    return body, tuple((key, value) for key, value in body.items() if isinstance(value, list | dict))


@cache
def _taken(kind: type[enum.Enum]) -> frozenset[str]:
    """Give the names that mean something else in such a class: for a member they need enum's own care."""
    return frozenset(dir(kind)) | {"mro"} | {name for base in kind.__mro__ for name in vars(base)}
