"""The worker reminds by day."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests import builders as b
from timegiven.joining import tasks
from timegiven.joining.tests.scene import asked, letters_to

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("hour", "letters"), [(3, []), (10, ["joining/reference_reminder"]), (22, [])])
def test_referees_are_reminded_by_day(hour: int, letters: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    reference = asked(b.an_application())
    later = datetime(2007, 5, 1, hour, tzinfo=UTC) + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: later)

    tasks.remind_referees.func()

    assert letters_to(reference) == letters
