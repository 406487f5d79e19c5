"""Check everything: style, types, the house's shape, migrations, tests on both databases, journeys in a browser."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

sys.path.insert(0, str(Path(__file__).resolve().parent))
import bootstrap
import browser
import postgres
from bootstrap import PYTHON, ROOT, say

CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
BIN = bootstrap.VENV / "bin"
JOURNEYS = "tests/journeys"
AT_THE_TABLE = "--ignore", JOURNEYS  # all that needs no browser
# What holds the whole together, and the planner of the rota: long enough to run beside the chapters.
WHOLE = "tests", "src/rostering", "--ignore", JOURNEYS
# What does not hang on the database is asked once: who may open what, where links lead, and the planner.
WAYS = "src/timegiven/demonstration/tests/made_once/test_ways.py"
ONCE = "--ignore", "tests/test_doors.py", "--ignore", WAYS, "--ignore", "src/rostering"
LONGEST = 2_400  # seconds that tests beside others may take; they took 900 on two busy cores


def main() -> None:
    options, named = _options()
    bootstrap.prepare("test")
    bootstrap.typeface()
    os.environ["TIMEGIVEN_TESTING"] = "1"
    os.environ.pop("TIMEGIVEN_DEMONSTRATION", None)
    if named:
        raise SystemExit(_pytest("SQLite", *named, url=None))
    if CI:
        _install_what_is_missing()

    began = time.monotonic()
    failed = [name for name, passed in _steps(options) if not passed]
    say(f"\n{time.monotonic() - began:.0f} seconds. " + (f"FAILED: {', '.join(failed)}" if failed else "All passed."))
    raise SystemExit(bool(failed))


def _options() -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        prog="./test",
        description="Check everything. Anything else goes to pytest, on SQLite: ./test src/timegiven/hours -k cap",
    )
    parser.add_argument("--quick", action="store_true", help="leave out PostgreSQL and the browser")
    parser.add_argument("--lint", action="store_true", help="leave out every test")
    return parser.parse_known_args()


def _steps(options: argparse.Namespace) -> Iterator[tuple[str, bool]]:
    if options.lint:
        yield from _linted()
    elif options.quick:
        yield from _linted()
        yield "tests on SQLite", _pytest("SQLite", *AT_THE_TABLE, url=None) == 0
    else:
        yield from _everything()


def _everything() -> Iterator[tuple[str, bool]]:
    """Side by side: a browser waits for the site and the site for it, so two alone leave the machine idle."""
    with (
        _journeys() as journeys,
        _on_postgres() as on_postgres,
        _beside("SQLite, the whole", *WHOLE, url=None) as whole,
    ):
        yield from _linted()
        yield "tests of the chapters on SQLite", _pytest("SQLite, the chapters", "src/timegiven", url=None) == 0
        yield "tests of the whole on SQLite", whole.told() == 0
        yield "tests on PostgreSQL", on_postgres.told() == 0
        if journeys is not None:
            yield "journeys", journeys.told() == 0


@dataclass
class Beside:
    """Tests that run beside others, and tell what they found when those have ended."""

    where: str
    process: subprocess.Popen[str]
    output: IO[str]
    began: float = field(default_factory=time.monotonic)

    def told(self) -> int:
        try:
            code = self.process.wait(timeout=max(LONGEST - (time.monotonic() - self.began), 0))
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)  # as it dies it says where it stood
            code = self.process.wait()
        self.output.seek(0)
        say(f"\npytest on {self.where}\n{self.output.read()}")
        return code


def _lints() -> dict[str, tuple[str | Path, ...]]:
    templates = sorted(str(each) for each in (ROOT / "src").glob("timegiven/*/templates/**/*.html"))
    manage = (PYTHON, ROOT / "manage.py")
    return {
        "ruff": (BIN / "ruff", "check", "--quiet", "--output-format", "concise"),
        "ruff format": (BIN / "ruff", "format", "--check", "--quiet", "--output-format", "concise"),
        "djade": (BIN / "djade", "--check", "--target-version", "5.2", *templates),
        "import-linter": (
            PYTHON,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-cache",
        ),
        "migrations": (*manage, "makemigrations", "--check", "--dry-run"),
        "system checks": (*manage, "check", "--fail-level", "WARNING"),
        "mypy": (PYTHON, "-m", "mypy"),
    }


def _linted() -> Iterator[tuple[str, bool]]:
    for name, command in _lints().items():
        yield name, _lint(name, *command)


def _lint(name: str, *command: str | Path) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        [str(each) for each in command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    said = "passed" if done.returncode == 0 else "FAILED"
    say(f"{name:16}{said} in {time.monotonic() - began:.1f} s")
    if done.returncode:
        say(done.stdout)
    return done.returncode == 0


@contextmanager
def _journeys() -> Iterator[Beside | None]:
    """The journeys; None where there is no browser and none is insisted on."""
    if not browser.chromium() and not CI:
        say(f"\nJourneys left out. {browser.HOW_TO_INSTALL}")
        yield None
        return
    with _beside("SQLite, in Chromium", JOURNEYS, url=None) as started:
        yield started


@contextmanager
def _on_postgres() -> Iterator[Beside]:
    with postgres.server() as url, _beside("PostgreSQL", *AT_THE_TABLE, *ONCE, url=url) as started:
        yield started


@contextmanager
def _beside(where: str, *arguments: str, url: str | None) -> Iterator[Beside]:
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            _command(*arguments), cwd=ROOT, env=_surroundings(url), stdout=output, stderr=output, text=True
        )
        try:
            yield Beside(where, process, output)
        finally:
            process.kill()
            process.wait()


def _pytest(where: str, *arguments: str, url: str | None) -> int:
    say(f"\npytest on {where}")
    return subprocess.run(_command(*arguments), cwd=ROOT, env=_surroundings(url), check=False).returncode


def _command(*arguments: str) -> list[str]:
    return [str(PYTHON), "-m", "pytest", "--quiet", "--durations=5", "--durations-min=1", *arguments]


def _surroundings(url: str | None) -> dict[str, str]:
    """The environment, with the database that the tests are to run on."""
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    return environment | {"PYTHONUNBUFFERED": "1"} | ({"DATABASE_URL": url} if url else {})


def _install_what_is_missing() -> None:
    """Continuous integration may skip nothing, so it brings its own browser and database server."""
    packages = []
    if not browser.chromium():
        packages.append("chromium")
    if not (os.environ.get("DATABASE_URL") or os.environ.get("PGHOST") or postgres.found()):
        packages.append("postgresql")
    if not packages:
        return
    become_root = () if os.geteuid() == 0 else ("sudo", "--non-interactive")
    if not shutil.which("apt-get") or (become_root and not shutil.which("sudo")):
        raise SystemExit(f"This needs to be installed by hand: {', '.join(packages)}.")
    say(f"Installing {' and '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    trouble = f"apt-get could not install {' and '.join(packages)}."
    apt = (*become_root, "apt-get", "--quiet", "--yes")
    bootstrap.call(*apt, "update", env=quiet, trouble=trouble)
    packages = [f"{each}-headless-shell" if _apt_knows(f"{each}-headless-shell") else each for each in packages]
    bootstrap.call(*apt, "install", "--no-install-recommends", *packages, env=quiet, trouble=trouble)


def _apt_knows(package: str) -> bool:
    return subprocess.run(["apt-cache", "show", package], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    main()
