"""Start Time Given with demonstration data: web server and worker, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parent))
import bootstrap
from bootstrap import PYTHON, ROOT, VAR, digest, say, stamp_of

DATABASE = VAR / "timegiven.sqlite3"
MIGRATED, COLLECTED, SEEDED = VAR / "migrated.stamp", VAR / "collected.stamp", VAR / "seeded.stamp"
MANAGE = (PYTHON, ROOT / "manage.py")
EMPTY = "from django.contrib.auth import get_user_model as m; print(not m()._default_manager.exists())"


def main() -> None:
    options = _options()
    _free(options.host, options.port)
    bootstrap.prepare("run")
    os.environ["TIMEGIVEN_DEMONSTRATION"] = "1"
    os.environ.setdefault("TIMEGIVEN_ADDRESS", f"http://localhost:{options.port}")
    if options.host not in {"127.0.0.1", "localhost"}:
        os.environ.setdefault("TIMEGIVEN_HOSTS", f"{socket.gethostname()},{options.host}")

    size = "the full year" if options.full else "the sample"
    if options.scale != 1:
        size += f", {options.scale} times as large"
    with ThreadPoolExecutor() as hands:
        # With "nice": the demonstration takes longest, and is to have a processor of its own.
        beside = [hands.submit(_static_files), hands.submit(bootstrap.typeface)]
        new = _database(size, fresh=options.fresh, chosen=options.full or options.scale != 1)
        _seed(size, options, new=new)
        for each in beside:
            each.result()
    _serve(options.host, options.port)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run", description="Start Time Given with demonstration data.")
    parser.add_argument("--port", type=int, default=8000, help="where the site answers (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 lets other machines in (127.0.0.1)")
    parser.add_argument("--full", action="store_true", help="make the whole year of data, not the smaller sample")
    parser.add_argument("--scale", type=int, default=1, metavar="N", help="make N times as many volunteers")
    parser.add_argument("--fresh", action="store_true", help="throw the demonstration away and make it again")
    return parser.parse_args()


def _free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as trouble:
            raise SystemExit(
                f"Port {port} of {host} cannot be used ({trouble.strerror}). Choose another: ./run --port {port + 1}"
            ) from None


def _database(size: str, *, fresh: bool, chosen: bool) -> bool:
    """Bring the database up to date, and say whether it is yet to be made.

    The embedded one is stamped; any other is asked each time.
    """
    embedded = "DATABASE_URL" not in os.environ
    if fresh and not embedded:
        raise SystemExit("--fresh empties the embedded database only: empty the one DATABASE_URL names yourself.")
    half_made = SEEDED.exists() and not stamp_of(SEEDED)
    if embedded and (fresh or half_made or not DATABASE.exists()):
        for each in (*VAR.glob("timegiven.sqlite3*"), MIGRATED, SEEDED):
            each.unlink(missing_ok=True)
    if embedded and chosen and stamp_of(SEEDED) not in {"", size}:
        raise SystemExit(f"The demonstration here is {stamp_of(SEEDED)}. Add --fresh to make {size} in its place.")

    wanted = _as_migrated()
    new = embedded and not DATABASE.exists()
    gone = set(stamp_of(MIGRATED).splitlines()) - set(wanted.splitlines())
    if embedded and not new and any(each.startswith("timegiven/") for each in gone):
        raise SystemExit("The demonstration here has tables of an earlier kind. Add --fresh to make it again.")
    if embedded and (new or stamp_of(MIGRATED) == wanted):
        MIGRATED.write_text(wanted, encoding="utf-8")
        return new
    say("Preparing the database")
    trouble = "The database could not be prepared."
    bootstrap.call(*MANAGE, "migrate", "--no-input", trouble=trouble)
    bootstrap.call(*MANAGE, "createcachetable", trouble=trouble)
    if embedded:
        MIGRATED.write_text(wanted, encoding="utf-8")
    return False


def _as_migrated() -> str:
    """What the tables of today come from, a line each. One of ours that changes, or goes, means other tables."""
    migrations = sorted((ROOT / "src").glob("timegiven/*/migrations/[0-9]*.py"))
    ours = [f"{each.relative_to(ROOT / 'src')} {digest(each)}" for each in migrations]
    return "\n".join([f"packages {digest(ROOT / 'requirements' / 'run.txt')}", *ours])


def _static_files() -> None:
    ours = sorted(each for each in (ROOT / "src").glob("timegiven/*/static/**/*") if each.is_file())
    wanted = digest(*ours, VAR / "vendor.stamp", ROOT / "requirements" / "run.txt")
    if stamp_of(COLLECTED) == wanted:
        return
    say("Collecting style sheets and scripts")
    command = ("nice", *MANAGE, "collectstatic", "--no-input", "--clear")
    bootstrap.call(*command, trouble="The style sheets and scripts could not be collected.")
    COLLECTED.write_text(wanted, encoding="utf-8")


def _seed(size: str, options: argparse.Namespace, *, new: bool) -> None:
    """Make the demonstration's people, once, in a database that has nobody."""
    embedded = "DATABASE_URL" not in os.environ
    if embedded and SEEDED.exists():
        return
    if new or _nobody_is_there():
        say(f"Making the demonstration: {size}")
        if embedded:
            SEEDED.touch()  # empty until it is done: what was interrupted is begun again
        chosen = [*(["--begin"] if new else []), *(["--full"] if options.full else [])]
        if subprocess.run([*MANAGE, "demonstrate", *chosen, "--scale", str(options.scale)], check=False).returncode:
            raise SystemExit("The demonstration could not be made.")
    if embedded:
        SEEDED.write_text(size, encoding="utf-8")


def _nobody_is_there() -> bool:
    command = [*MANAGE, "shell", "--no-imports", "-c", EMPTY]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip() == "True"


def _serve(host: str, port: int) -> None:
    """Web and worker live and die together."""
    server = (PYTHON, "-m", "gunicorn", "timegiven.site.wsgi:application", "--bind", f"{host}:{port}")
    shape = ("--worker-class", "gthread", "--workers", "2", "--threads", "4", "--log-level", "warning")
    for number in (signal.SIGINT, signal.SIGTERM):  # a background job starts with Ctrl-C turned off
        signal.signal(number, _stop)
    started: list[subprocess.Popen[bytes]] = []
    try:
        started.append(_start(*server, *shape, "--no-control-socket"))
        started.append(_start(*MANAGE, "work"))
        _wait_until_healthy(f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}/health", started)
        say(f"\nTime Given is at http://{'localhost' if host in {'0.0.0.0', '127.0.0.1'} else host}:{port}/\n")
        subprocess.run([*MANAGE, "cast"], check=False)
        say("\nCtrl-C stops it.")
        while all(each.poll() is None for each in started):
            time.sleep(0.3)
        raise SystemExit("The web server or the worker has stopped: see above.")
    except KeyboardInterrupt:
        say("\nStopped.")
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _end(started)


def _start(*command: str | Path) -> subprocess.Popen[bytes]:
    """In a session of its own: Ctrl-C reaches this script alone, which stops both in order."""
    return subprocess.Popen([str(each) for each in command], cwd=ROOT, start_new_session=True)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _wait_until_healthy(address: str, started: list[subprocess.Popen[bytes]]) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + 60
    while time.monotonic() < until and all(each.poll() is None for each in started):
        try:
            with direct.open(address, timeout=5):
                return
        except urllib.error.HTTPError as answer:
            raise SystemExit(f"{address} answers {answer.code}: {answer.read(300).decode(errors='replace')}") from None
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The web server or the worker did not start: see above.")


def _end(started: list[subprocess.Popen[bytes]]) -> None:
    for each in started:
        each.terminate()
    for each in started:
        try:
            each.wait(timeout=10)
        except subprocess.TimeoutExpired:
            each.kill()


if __name__ == "__main__":
    main()
