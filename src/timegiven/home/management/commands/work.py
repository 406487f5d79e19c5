"""`manage.py work`: the worker. Runs what is enqueued and sets the periodic jobs going; start as many as wanted."""

import threading
import time
from typing import Any

from django.core.management import BaseCommand, call_command
from django.db import DatabaseError, InterfaceError, OperationalError, close_old_connections
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from timegiven.kernel import background

SECONDS_BETWEEN_TICKS = 10
SECONDS_BEFORE_ASKING_AGAIN = 5


class Command(BaseCommand):
    help = "Run background work until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        autodiscover_modules("tasks")
        stopped = threading.Event()
        clock = threading.Thread(target=self.keep_time, args=[stopped], daemon=True)
        clock.start()
        try:
            self.take_tasks()
        finally:
            stopped.set()
            clock.join(timeout=5)

    def take_tasks(self) -> None:
        """Run tasks until told to stop; a database that is busy or away is waited for."""
        while True:
            try:
                call_command("db_worker", verbosity=0, interval=1, reload=False, startup_delay=False)
            except (OperationalError, InterfaceError):
                self.wait()
                time.sleep(SECONDS_BEFORE_ASKING_AGAIN)
            else:
                return

    def keep_time(self, stopped: threading.Event) -> None:
        """Hand out the jobs that are due; a database that is away is asked again at the next tick."""
        while not stopped.wait(SECONDS_BETWEEN_TICKS):
            try:
                background.tick(timezone.now())
            except DatabaseError:
                self.wait()
            finally:
                close_old_connections()

    def wait(self) -> None:
        self.stderr.write("The database did not answer; trying again.")
        close_old_connections()
