"""All benchmarks, at once and at ten times the size of the real programme, on SQLite and on PostgreSQL.

    python -m benchmarks              fill the four databases anew, measure, keep what was printed in benchmarks/raw/
    python -m benchmarks --filled     measure with the databases as they are

PostgreSQL is the server that DATABASE_URL names (its user may create databases) or a private one, as for the tests.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts")]

import postgres

VAR, RAW = ROOT / "var" / "benchmarks", ROOT / "benchmarks" / "raw"
SCALES = (1, 10)
EVERYWHERE = ("pages", "cap", "memory", "planner")
OWN = {"library": 2_000, "readiness": 70_000}  # with a database of their own: of so many profiles, so many people
AT_SIZE = (
    "lists",
    "slowest",
    "desks",
    "joining",
    "joining_find",
    "joining_pipeline",
    "joining_registrations",
)  # promised with 7,000 volunteers on PostgreSQL


def run(name: str, vendor: str, scale: int, environment: dict[str, str], *more: str) -> None:
    """Run one benchmark by itself and keep what it prints, whether its promise is kept or not."""
    print(f"\n== {name}, {vendor}, {scale} times", flush=True)
    command = [sys.executable, "-m", f"benchmarks.{name}", *more]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    print(done.stdout, end="", flush=True)
    (RAW / f"{name}-{vendor}-{scale}.txt").write_text(done.stdout, encoding="utf-8")


def of(vendor: str, scale: int, address: str) -> dict[str, str]:
    """The environment of one database."""
    mine = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    mine["TIMEGIVEN_VAR"] = str(VAR / f"{vendor}-{scale}")
    if vendor == "postgresql":
        mine["DATABASE_URL"] = f"{address.rpartition('/')[0]}/benchmarks_{scale}"
    return mine


def fill(vendor: str, scale: int, address: str) -> None:
    """Make the database anew."""
    print(f"\n== filling {vendor}, {scale} times", flush=True)
    empty(vendor, scale, address)
    command = [sys.executable, "-m", "benchmarks.setting", "--scale", str(scale)]
    subprocess.run(command, cwd=ROOT, env=of(vendor, scale, address), check=True)


def empty(vendor: str, scale: int, address: str) -> None:
    """Throw the database away."""
    if vendor == "sqlite":
        shutil.rmtree(VAR / f"{vendor}-{scale}", ignore_errors=True)
    else:
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(f"DROP DATABASE IF EXISTS benchmarks_{scale}")
            server.execute(f"CREATE DATABASE benchmarks_{scale}")


def own(name: str, vendor: str, address: str, *, filled: bool) -> None:
    """One that has a database of its own, which it fills itself."""
    if not filled:
        empty(vendor, OWN[name], address)
    run(name, vendor, OWN[name], of(vendor, OWN[name], address), *(["--filled"] if filled else []))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what is promised about speed.")
    parser.add_argument("--filled", action="store_true", help="use the databases as they are")
    filled = parser.parse_args().filled
    RAW.mkdir(exist_ok=True)
    with postgres.server() as address:
        for vendor in ("sqlite", "postgresql"):
            for scale in SCALES:
                if not filled:
                    fill(vendor, scale, address)
                for name in (*EVERYWHERE, *(AT_SIZE if (vendor, scale) == ("postgresql", 10) else ())):
                    run(name, vendor, scale, of(vendor, scale, address))
            for name in OWN:
                own(name, vendor, address, filled=filled)


if __name__ == "__main__":
    main()
