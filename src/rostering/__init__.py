"""Plans who might be offered which duty, proves how good the plan is, and says why: dataclasses in, dataclasses out.

``problem`` (what is asked), ``check`` (the referee) and ``explain`` are plain Python. ``solve`` and what it stands on
load NumPy, Numba and HiGHS, and belong in a worker process.
"""
