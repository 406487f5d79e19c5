"""The site served by gunicorn, as docs/deploy.md has it, and visitors who ask over HTTP."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings
from django.test import Client

from benchmarks import setting
from timegiven.people.models import Person

WORKERS, THREADS = 2, 4


@contextlib.contextmanager
def served() -> Iterator[tuple[int, list[int]]]:
    """(port, process ids of the workers) of the site, answering."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "benchmarks.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(WORKERS), "--worker-class", "gthread", "--threads", str(THREADS)]
    command += ["--no-control-socket", "--log-level", "error"]
    with subprocess.Popen(command, cwd=setting.ROOT, env=os.environ) as master:
        try:
            _wait(port)
            yield port, _children(master.pid)
        finally:
            master.terminate()
            master.wait(timeout=20)


def _wait(port: int) -> None:
    until = time.monotonic() + 180  # a busy machine takes its time to begin
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            ask(HTTPConnection("127.0.0.1", port, timeout=20), "/empty/", {})
            return
        time.sleep(0.2)
    raise SystemExit("The server did not answer.")


def _children(master: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(status.read_text().rpartition(")")[2].split()[1]) == master:
                found.append(int(status.parent.name))
    return found


def own_seconds(processes: list[int]) -> float:
    """CPU that the web workers have taken."""
    fields = (Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in processes)
    return sum(int(each[11]) + int(each[12]) for each in fields) / 100


def signed_in(person: Person) -> dict[str, str]:
    """The header of somebody who has signed in."""
    client = Client()
    client.force_login(person)
    return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"}


def ask(connection: HTTPConnection, address: str, headers: dict[str, str]) -> bytes:
    """The answer, which must be a page."""
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{address} answered {answer.status}")
    return body
