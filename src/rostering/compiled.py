"""Turns a Python function into machine code that lets other threads run, and keeps the code for the next process."""

from collections.abc import Callable
from typing import TypeVar, cast

import numba

Function = TypeVar("Function", bound=Callable[..., object])


def kernel(function: Function) -> Function:
    """Compile at first use. The code is kept beside the source, or in the account's cache where that is read-only.

    An account that may write to neither compiles anew in each process: some ten seconds, and the same plans.
    """
    try:
        return cast(Function, numba.njit(nogil=True, cache=True)(function))
    except RuntimeError:  # Numba's word for "nowhere to keep it"
        return cast(Function, numba.njit(nogil=True)(function))
