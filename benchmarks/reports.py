"""Session reports over HTTP: how long each takes, and that whatever was acknowledged is stored, also after a kill -9.

    python -m benchmarks.reports [--clients 8] [--each 12]

Two gunicorn workers, and volunteers in the same machine who send the form as a browser does. A report counts as
acknowledged when the answer leads to the thank-you page of that very report. In the middle of a second crowd master and
workers are killed with SIGKILL. Then the reports that were acknowledged are looked for, with their minutes in the
ledger; and whoever had no answer sends the same form again, as a browser does, to a server that has been started anew.
Fills a database of its own anew.
"""

import argparse
import contextlib
import os
import signal
import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

os.environ.setdefault("TIMEGIVEN_VAR", str(Path(__file__).resolve().parents[1] / "var" / "benchmarks" / "reports"))

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone

from benchmarks import server, setting
from tests import builders as build
from timegiven.attendance.models import SessionReport
from timegiven.hours.models import Entry, Month, Total
from timegiven.joining.models import Clearance
from timegiven.kernel.models import Submission
from timegiven.library.models import RiskAssessment
from timegiven.people.models import Volunteer
from timegiven.placements.models import Placement
from timegiven.programme.models import Edition

TOKEN = "n" * 32
LATER = date(2040, 1, 1)


class Sheet(NamedTuple):
    """One report, ready to be sent."""

    address: str
    headers: dict[str, str]
    typed: str


class Answer(NamedTuple):
    """What came back: the reference of the report, or nothing; and the seconds."""

    reference: str
    took: float


def fill(people: int) -> None:
    """Volunteers at ten units, ready on every day of this year."""
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    if Volunteer.objects.exists():
        raise SystemExit(f"There are volunteers here already. They are in {setting.settings.VAR}.")
    with transaction.atomic():
        for number in range(10):
            unit = build.a_unit(f"Unit {number}")
            version = build.an_approved_version(unit=unit, title=f"Role {number}")
            build.a_ready_crowd(people // 10 - 1, like=build.a_ready_volunteer(unit=unit, version=version))
        build.an_mvpm()
        Clearance.objects.update(until_on=LATER)
        RiskAssessment.objects.update(review_on=LATER)
        Edition.objects.update(review_on=LATER)


def written(each: int, run: str, first: int) -> list[Sheet]:
    """So many reports of every volunteer: an hour on a day each, in the last weeks; no two volunteers in a row."""
    placements = list(Placement.objects.select_related("volunteer__person").order_by("pk"))
    signed_in = {place.pk: server.signed_in(place.volunteer.person) for place in placements}
    sheets = []
    for number in range(first, first + each):
        day = timezone.localdate() - timedelta(days=1 + number % 29)
        for place in placements:
            headers = dict(signed_in[place.pk])
            headers["Cookie"] += f"; {settings.CSRF_COOKIE_NAME}={TOKEN}"
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            typed = {
                "csrfmiddlewaretoken": TOKEN, "once": f"{run}-{place.pk}-{number}", "tasks": "1",
                "day": f"{day.day}/{day.month}/{day.year}", "starts": "10am", "ends": "11am",
            }  # fmt: skip
            address = reverse("attendance:report_other", args=[place.reference])
            sheets.append(Sheet(address, headers, urlencode(typed)))
    return sheets


def send(browser: HTTPConnection, sheet: Sheet) -> Answer:
    """Send the form; an answer that does not come is no acknowledgement."""
    start = time.perf_counter()
    reference = ""
    try:
        browser.request("POST", sheet.address, sheet.typed, sheet.headers)
        answer = browser.getresponse()
        answer.read()
        thanks = answer.headers["Location"] or ""
        if answer.status == 302 and thanks.startswith("/sessions/thanks/"):
            reference = thanks.strip("/").rpartition("/")[2]
    except (OSError, HTTPException):
        browser.close()
    return Answer(reference, time.perf_counter() - start)


def crowd(port: int, clients: int, sheets: list[Sheet], sent: list[Answer] | None = None) -> list[Answer]:
    """All of them, by so many at once; ``sent`` fills while they are on their way."""
    answers: list[Answer] = [] if sent is None else sent

    def one(who: int) -> None:
        browser = HTTPConnection("127.0.0.1", port, timeout=60)
        for sheet in sheets[who::clients]:
            answers.append(send(browser, sheet))  # noqa: PERF401 - others read it meanwhile
        browser.close()

    with ThreadPoolExecutor(clients) as all_of_them:
        list(all_of_them.map(one, range(clients)))
    return answers


def told(name: str, answers: list[Answer], took: float) -> str:
    times = sorted(answer.took * 1000 for answer in answers)
    p95, good = times[int(len(times) * 0.95)], sum(bool(answer.reference) for answer in answers)
    return (
        f"{name}: {good:,} of {len(answers):,} acknowledged, {good / took:.1f} a second; "
        f"p50 {statistics.median(times):.0f} ms, p95 {p95:.0f} ms"
    )


def empty(port: int, clients: int) -> str:
    """What the same server takes for an answer without words, by as many at once."""
    taken: list[float] = []

    def one(_: int) -> None:
        browser = HTTPConnection("127.0.0.1", port, timeout=60)
        for _ in range(100):
            start = time.perf_counter()
            server.ask(browser, "/empty/", {})
            taken.append((time.perf_counter() - start) * 1000)

    with ThreadPoolExecutor(clients) as all_of_them:
        list(all_of_them.map(one, range(clients)))
    p95 = sorted(taken)[-len(taken) // 20]
    return f"the empty view, {clients} at once: p50 {statistics.median(taken):.1f} ms, p95 {p95:.1f} ms"


def bare(many: int = 200) -> str:
    """Transactions of one row, one after the other."""
    start = time.perf_counter()
    for number in range(many):
        Submission.objects.create(key=f"bare-{start}-{number}", path="/")
    return f"a bare transaction of one row: {(time.perf_counter() - start) / many * 1000:.1f} ms"


def killed(workers: list[int]) -> None:
    """Master and workers, at once and without a word."""
    master = int(Path(f"/proc/{workers[0]}/stat").read_text().rpartition(")")[2].split()[1])
    for process in (master, *workers):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def stored(answers: list[Answer]) -> str:
    """Every acknowledged report is there with its minutes; the ledger adds up."""
    references = {answer.reference for answer in answers if answer.reference}
    there = set(SessionReport.objects.filter(reference__in=references).values_list("reference", flat=True))
    entered = set(Entry.objects.filter(source__in=references).values_list("source", flat=True))
    reports = SessionReport.objects.count()
    sums = [each.objects.aggregate(sum=Sum("minutes"))["sum"] for each in (Entry, Month, Total)]
    assert references == there == entered, "An acknowledged report is not stored."
    assert sums == [reports * 60] * 3, "The ledger does not say what the reports say."
    same = f"acknowledged {len(references):,} = stored {len(there):,} = in the ledger {len(entered):,}"
    return f"{same}; {reports:,} reports in all"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--each", type=int, default=12)
    parser.add_argument("--people", type=int, default=100)
    chosen = parser.parse_args()
    fill(chosen.people)
    print(setting.facts())
    first, second = written(chosen.each, "a", 0), written(chosen.each, "b", chosen.each)
    print(bare())
    with server.served() as (port, workers):
        print(empty(port, chosen.clients))
        crowd(port, chosen.clients, first[:40])  # a server that has just been started makes ready for the first
        start = time.perf_counter()
        answers = crowd(port, 1, first[40:140])
        print(told("one volunteer after the other", answers, time.perf_counter() - start))
        start = time.perf_counter()
        answers += crowd(port, chosen.clients, first[140:])
        print(told(f"{chosen.clients} at once", answers[100:], time.perf_counter() - start))
        print(stored(answers))
    again: list[Answer] = []
    with server.served() as (port, workers):
        sending = threading.Thread(target=crowd, args=(port, chosen.clients, second, again))
        sending.start()
        while len(again) < len(second) // 3:
            time.sleep(0.01)
        killed(workers)
        sending.join()
    good = sum(bool(answer.reference) for answer in again)
    print(f"killed in the middle of {len(second):,}: {good:,} had been acknowledged")
    print(stored(answers + again))
    with server.served() as (port, _):
        crowd(port, chosen.clients, second)
    count = SessionReport.objects.count()
    assert count == len(first) + len(second), count
    print(f"all sent again with the same keys: {stored(answers + again)}, each of them once")


if __name__ == "__main__":
    with contextlib.closing(connection):
        main()
