"""10,000 people register over HTTP: how many a second are acknowledged, and that each of them is stored.

    python -m benchmarks.joining_registrations [--many 10000] [--clients 8]

Two gunicorn workers, and visitors in the same machine who send the form as a browser does. An answer counts as
acknowledged when it leads to "we have sent you a letter". Beside it: the empty view of the same server, and bare
transactions of one row, to show what the machine takes today. Afterwards one worker sends all the letters, to nobody.
What was registered stays in the benchmark's database until it is filled anew.
"""

import argparse
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from benchmarks import people, server, setting
from timegiven.joining.models import Application
from timegiven.kernel.models import Submission
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.people.models import Person
from timegiven.programme import selectors as programme

TOKEN = "n" * 32
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Visitor:
    """Somebody's browser, which keeps its connection."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=120)
        self.headers = {**FORM, "Cookie": f"{settings.CSRF_COOKIE_NAME}={TOKEN}"}

    def register(self, number: int, who: people.Facts, run: str, borough: str) -> bool:
        """Send the form; say whether it was acknowledged."""
        born_on: Any = who["born_on"]
        typed = {
            "csrfmiddlewaretoken": TOKEN, "once": f"{run}-{number}", "borough": borough, "phone": "",
            "name": who["name"], "email": f"{run}-{number}@example.org",
            "born_on_day": born_on.day, "born_on_month": born_on.month, "born_on_year": born_on.year,
        }  # fmt: skip
        # Each from a network of their own, as the proxy says: from one, only so many are taken in an hour.
        told = {"X-Forwarded-For": ".".join(map(str, (10, *number.to_bytes(3, "big"))))}
        self.connection.request("POST", reverse("joining:register"), urlencode(typed), {**self.headers, **told})
        answer = self.connection.getresponse()
        answer.read()
        return answer.status == 302 and answer.headers["Location"] == reverse("joining:registered")


def crowd(clients: int, many: int, visit: Callable[[int, int], bool]) -> tuple[int, float]:
    """How many of the visits were answered as they should be, and how many seconds all of them took."""
    start = time.perf_counter()
    with ThreadPoolExecutor(clients) as all_of_them:
        done = all_of_them.map(lambda who: sum(visit(who, each) for each in range(who, many, clients)), range(clients))
        return sum(done), time.perf_counter() - start


def bare_transactions(many: int = 500) -> float:
    """How many transactions of one row a second this database keeps, one after the other."""
    start = time.perf_counter()
    for number in range(many):
        Submission.objects.create(key=f"bare-{start}-{number}", path="/")
    return many / (time.perf_counter() - start)


def registered(many: int, clients: int) -> None:
    run, borough = f"run{timezone.now():%H%M%S}", programme.boroughs()[0].reference
    crowd_of, _ = people.made(many, many // 20)  # names and birthdays as they are met in life
    print(f"bare transactions of one row: {bare_transactions():.0f} a second")
    os.environ["TIMEGIVEN_BEHIND_PROXY"] = "1"
    with server.served() as (port, workers):
        visitors = [Visitor(port) for _ in range(clients)]
        empty = [HTTPConnection("127.0.0.1", port, timeout=60) for _ in range(clients)]
        answers, took = crowd(clients, 2_000, lambda who, _: server.ask(empty[who], "/empty/", {}) == b"")
        print(f"empty views: {answers / took:.0f} a second")

        def visit(who: int, each: int) -> bool:
            return visitors[who].register(each, crowd_of[each], run, borough)

        before = server.own_seconds(workers)
        acknowledged, took = crowd(clients, many, visit)
        own = server.own_seconds(workers) - before
    met = Person.objects.filter(email__startswith=f"{run}-")
    stored = Application.objects.filter(person__in=met, status="REGISTERED").count()
    owed = Letter.objects.filter(to_email__startswith=f"{run}-").count()
    print(f"{many:,} registrations by {clients} visitors in {took:.0f} s: {acknowledged / took:.0f} a second")
    print(f"acknowledged {acknowledged:,} = people {met.count():,} = applications {stored:,} = letters {owed:,}")
    print(f"CPU of the two web workers: {own / many * 1000:.1f} ms each, so {many / own:.0f} a second for one core")


def sent() -> None:
    """One worker, and a mail server that takes everything at once."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    waiting, start, own = Letter.objects.filter(status="OWED").count(), time.perf_counter(), time.process_time()
    count = 0
    while some := letters.send_owed(at=timezone.now()):
        count += some
    wall, cpu = time.perf_counter() - start, time.process_time() - own
    print(f"one worker sent {count:,} of {waiting:,} letters in {wall:.0f} s: {count / wall:.0f} a second")
    print(f"of which {cpu:.0f} s in this process")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=8)
    chosen = parser.parse_args()
    print(setting.facts())
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('fsync'), current_setting('synchronous_commit')")
            print("# fsync {}, synchronous_commit {}".format(*cursor.fetchone()))
    registered(chosen.many, chosen.clients)
    sent()


if __name__ == "__main__":
    main()
