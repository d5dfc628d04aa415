"""Facts with some fields changed: named tuples and dataclasses alike, as ``copy.replace`` does from Python 3.13."""

import dataclasses


def replace(fact, **changes):
    """Give the fact with these fields changed."""
    if isinstance(fact, tuple):
        return fact._replace(**changes)
    return dataclasses.replace(fact, **changes)
