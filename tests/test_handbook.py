"""A number of the handbook that is changed is changed wherever people read it: no page says it by hand."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as build
from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed
from timegiven.placements import services as placements
from timegiven.programme.models import PolicyValue
from timegiven.programme.policy import Policy, every_policy

CHAPTERS = Path(__file__).resolve().parent.parent / "src" / "timegiven"
ROOMS = "access", "forms", "rules", "selectors", "services", "views", "templates"
# The page of specimens, a number of the sign-in's own, times to choose among, and how a length is written.
ELSEWHERE = (
    *("ui/templates/ui/specimen.html", "home/sign_in.py", "rota/forms/incidents.py"),
    *("joining/forms/meetings.py", "hours/templates/hours/totals.html"),
)
SPELT = {4: "four", 6: "six", 8: "eight", 11: "eleven", 12: "twelve", 40: "forty"}


def decide(name: str, value: object) -> None:
    PolicyValue.objects.create(
        name=name, value=value, from_on=build.LONG_AGO, decided_by="Steering Group", source="Minutes of 3 May, item 4"
    )


def read(client: Client, address: str) -> str:
    """The page, as plain words."""
    return " ".join(re.sub(r"<[^>]*>", " ", client.get(address).content.decode()).split())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("hours.fortnightly_hope_minutes", 360, "About 6 hours a fortnight"),
        ("joining.least_age", 18, "anybody from 18 on"),
        ("expenses.meal_from_minutes", 300, "when you give 5 hours or more at a time"),
        ("joining.usual_weeks", {"APPLIED": 2, "INTERVIEWED": 1, "VETTING": 9, "VETTED": 3}, "about 15 weeks"),
    ],
)
def test_whoever_thinks_of_volunteering_reads_what_holds_today(
    client: Client, name: str, value: object, said: str
) -> None:
    build.the_strand()
    assert said not in read(client, reverse("joining:start"))
    decide(name, value)
    assert said in read(client, reverse("joining:start"))


@pytest.mark.django_db
def test_the_age_stands_beside_the_question_for_it(client: Client) -> None:
    build.the_strand()
    assert "volunteers are 16 or older" in read(client, reverse("joining:register"))
    decide("joining.least_age", 18)
    assert "volunteers are 18 or older" in read(client, reverse("joining:register"))


@pytest.mark.django_db
@pytest.mark.clause(44, 51)
def test_an_offer_begins_with_the_usual_time_and_the_usual_day_to_answer(client: Client) -> None:
    decide("library.usual_weekly_minutes", 150)
    decide("placements.reply_days", 21)
    placement = build.a_ready_volunteer(unit=build.a_unit())
    volunteer, version, unit = placement.volunteer, placement.version, placement.unit
    placement.delete()
    client.force_login(build.an_mvpm())

    page = client.get(reverse("placements:offer", args=[volunteer.reference]))
    form = page.context["form"]

    assert form["weekly_minutes"].value() == 150
    assert form["reply_by"].value() == f"{timezone.localdate() + timedelta(days=21):%d/%m/%Y}"

    def offer(**facts: object) -> object:
        usual: dict = {"version": version, "unit": unit, "pattern": "", "by": build.an_mvpm(), "at": build.NOW}
        return placements.offer(volunteer, **{"weekly_minutes": 150, **usual, **facts})

    with pytest.raises(NotAllowed) as refusal:
        offer(weekly_minutes=11 * 60)
    assert "About 2 hours 30 minutes once a week is usual" in refusal.value.next_step
    usual_day = build.TODAY + timedelta(days=21)
    with pytest.raises(NotAllowed) as refusal:
        offer(reply_by=build.TODAY)
    assert refusal.value.next_step == f"Choose a later day, for example {words.day(usual_day)}."
    assert offer().reply_by == usual_day  # type: ignore[attr-defined]


def test_no_page_says_a_number_of_the_handbook_by_hand() -> None:
    texts = list(_texts())
    ways = {way for policy in every_policy() for value in _values(policy) for way in _ways_to_say(policy, value)}
    by_hand = re.compile(rf"(?<![\w.,])({'|'.join(sorted(ways))})\b", re.IGNORECASE)

    found = [f"{name}: {match.group()}" for name, text in texts for match in by_hand.finditer(text)]

    assert found == [], "Say it with {% handbook %}, so that it changes with the handbook."
    assert len(texts) > 500
    assert by_hand.findall("at least 4 hours, a meal for £3, forty hours at most, 34 hours") == [
        "4 hours",
        "£3",
        "forty hours",
    ]


def _values(policy: Policy) -> Iterator[int]:
    """Its numbers, where it has any."""
    for value in (policy.default, *policy.values.values()):
        several = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
        yield from (each for each in several if isinstance(each, int) and not isinstance(each, bool) and each)


def _ways_to_say(policy: Policy, value: int) -> Iterator[str]:
    said = policy.in_words(value)
    if policy.unit in {"minutes", "pence", "days", "years"} and not said.startswith("1 "):  # an hour is an hour
        yield re.escape(said)
    if policy.unit == "minutes" and value // 60 in SPELT:
        yield f"{SPELT[value // 60]} hours"
    if policy.unit == "years" and value in SPELT:
        yield f"{SPELT[value]} years"


def _texts() -> Iterator[tuple[str, str]]:
    """What stands on pages: templates whole, and of the code what is no comment and no docstring."""
    for room in ROOMS:
        for file in sorted([*CHAPTERS.glob(f"*/{room}/**/*.*"), *CHAPTERS.glob(f"*/{room}.py")]):
            name = str(file.relative_to(CHAPTERS))
            if file.suffix in {".html", ".txt", ".py"} and name not in ELSEWHERE and "demonstration" not in name:
                yield name, _without_remarks(file.read_text()) if file.suffix == ".py" else file.read_text()


def _without_remarks(code: str) -> str:
    return re.sub(r'^\s*""".*?"""|\s#.*?$', "", code, flags=re.DOTALL | re.MULTILINE)
