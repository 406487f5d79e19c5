"""What helps and what to do, in two layers; the diagnosis is nowhere."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from tests import builders as a
from tests.builders import NOW, TODAY
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.people.models import Volunteer
from timegiven.placements import access, rules, selectors, services
from timegiven.placements.models import HealthCard

HELPS, TO_DO = "A chair with arms", "Help me to sit down and stay with me"


@pytest.mark.clause(106, 107)
@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        ("I have epilepsy", True),
        ("Type 2 Diabetic", True),
        ("diagnosed in 2001", True),
        ("insulin at noon", True),
        ("bad ASTHMA", True),
        (TO_DO, False),
        ("If I seem confused, give me something sweet", False),
        ("Large print, and a break each hour", False),
        ("My inhaler is in the left pocket", False),
        ("", False),
    ],
)
def test_words_that_name_an_illness_are_refused(words, is_named):
    said = ""
    try:
        rules.check_no_diagnosis("", words)
    except NotAllowed as refusal:
        said = refusal.reason

    assert bool(said) == is_named
    assert not words or words.split()[-1] not in said  # the word itself is not repeated


def test_days_of_occupational_health_follow_each_other():
    day = timedelta(days=1)

    def kept(asked, answered, again):
        try:
            rules.check_occupational_health(asked_on=asked, answered_on=answered, look_again_on=again)
        except NotAllowed:
            return False
        return True

    assert [
        kept(None, None, None),
        kept(TODAY, TODAY, TODAY + day),
        kept(TODAY, None, None),
        kept(None, TODAY, None),
        kept(TODAY, TODAY - day, None),
        kept(TODAY, TODAY + day, TODAY + day),
    ] == [True, True, True, False, False, False]


def _someone():
    return a.a_ready_volunteer(unit=a.a_unit(), name="Rose Okafor")


def _write(placement, *, by=None, **changed):
    facts = {"helps": HELPS, "what_to_do": TO_DO, "for_first_aiders": True}
    by = by or placement.volunteer.person
    return services.write_health_card(placement.volunteer, by=by, at=NOW, **facts | changed)


@pytest.mark.django_db
@pytest.mark.clause(106, 107)
def test_each_reader_has_a_layer():
    placement = _someone()
    volunteer = placement.volunteer
    aider = a.someone_appointed("FIRST_AIDER", placement.unit)
    readers = {
        "themselves": volunteer.person,
        "mvpm": a.an_mvpm(),
        "unit manager": a.a_unit_manager(placement.unit),
        "first aider": aider,
        "first aider elsewhere": a.someone_appointed("FIRST_AIDER", a.a_unit("Archive")),
        "manager elsewhere": a.a_unit_manager(a.a_unit("Store")),
        "mvpm of Barnet": a.an_mvpm(a.a_borough("Barnet")),
        "central team": a.the_central_team(),
        "control room": a.someone_appointed("CONTROL_ROOM", a.the_force()),
        "auditor": a.someone_appointed("AUDITOR", a.the_force()),
    }

    def who(permission):
        return {name for name, person in readers.items() if permission(person, volunteer, TODAY)}

    _write(placement, for_first_aiders=False)
    not_agreed = who(access.see_what_to_do)
    _write(placement)

    assert who(access.write_health) == {"themselves", "mvpm"}
    assert who(access.see_what_helps) == {"themselves", "mvpm", "unit manager"}
    assert not_agreed == {"themselves", "mvpm", "unit manager"}
    assert who(access.see_what_to_do) == {"themselves", "mvpm", "unit manager", "first aider"}
    assert who(access.note_occupational_health) == {"mvpm"}


@pytest.mark.django_db
@pytest.mark.clause(107)
def test_first_aiders_are_told_that_there_is_a_card_and_nothing_of_it():
    placement = _someone()
    aider = a.someone_appointed("FIRST_AIDER", placement.unit)

    _write(placement)
    _write(placement, helps="Large print")

    (letter,) = Letter.objects.all()
    assert letter.recipient == aider.reference
    assert [word for word in (HELPS, TO_DO, "Rose") if word in letter.text + letter.subject] == []


@pytest.mark.django_db
def test_it_lies_sealed_and_a_look_is_written_down():
    placement = _someone()
    _write(placement)

    with connection.cursor() as cursor:
        cursor.execute("SELECT helps, what_to_do FROM placements_healthcard")
        (kept,) = cursor.fetchall()
    services.read_health_card(placement.volunteer, by=placement.volunteer.person, at=NOW)
    services.read_health_card(placement.volunteer, by=a.an_mvpm(), at=NOW)

    assert [words for words in kept if HELPS in words or TO_DO in words] == []
    assert [event.act for event in Event.objects.order_by("number")] == ["wrote health card", "saw health card"]


@pytest.mark.django_db
def test_a_card_for_first_aiders_says_what_to_do():
    with pytest.raises(NotAllowed, match="nothing yet for first aiders to read"):
        _write(_someone(), what_to_do=" ")

    assert HealthCard.objects.count() == 0


@pytest.mark.django_db
def test_only_the_volunteer_and_their_manager_write_it():
    placement = _someone()
    a.an_mvpm()

    for person in (a.a_unit_manager(placement.unit), a.the_central_team(), a.an_mvpm(a.a_borough("Barnet"))):
        with pytest.raises(NotPermitted):
            _write(placement, by=person)


@pytest.mark.django_db
@pytest.mark.clause(106)
def test_what_helps_is_first_what_the_application_said_and_then_the_card():
    placement = _someone()
    placement.volunteer.person.applications.update(what_would_help="A ramp")

    before = selectors.adjustments_of(placement.volunteer.person)
    _write(placement)

    assert (before, selectors.adjustments_of(placement.volunteer.person)) == ("A ramp", HELPS)


@pytest.mark.django_db
@pytest.mark.clause(107)
def test_the_day_of_occupational_health_is_kept_and_comes_back_to_the_desk():
    placement, mvpm = _someone(), a.an_mvpm()
    days = {"asked_on": TODAY, "answered_on": None, "look_again_on": TODAY + timedelta(days=30)}

    services.note_occupational_health(placement.volunteer, by=mvpm, at=NOW, **days)

    def waits(day):
        return [need.text for need in selectors.needs(mvpm, day) if need.url_name == "placements:health"]

    assert waits(TODAY) == []
    assert waits(TODAY + timedelta(days=30)) == ["Ask Occupational Health again about Rose Okafor"]
    with pytest.raises(NotPermitted):
        services.note_occupational_health(placement.volunteer, by=placement.volunteer.person, at=NOW, **days)


@pytest.mark.django_db
def test_months_after_leaving_the_card_is_forgotten():
    placement = _someone()
    _write(placement)

    kept = services.forget_health_cards(at=NOW + timedelta(days=400))
    Volunteer.objects.update(status="LEFT", left_on=TODAY)
    soon = services.forget_health_cards(at=NOW + timedelta(days=80))
    later = services.forget_health_cards(at=NOW + timedelta(days=100))

    assert (kept, soon, later, HealthCard.objects.count()) == (0, 0, 1, 0)


@pytest.mark.django_db
@pytest.mark.clause(106, 107)
def test_the_pages_show_each_reader_their_layer(client, the_day):
    placement = _someone()
    reference = placement.volunteer.reference
    card, write = (reverse(f"placements:{name}", args=[reference]) for name in ("health", "write_health"))
    typed = {"helps": HELPS, "what_to_do": TO_DO, "for_first_aiders": "on"}

    client.force_login(placement.volunteer.person)
    refused = client.post(write, typed | {"what_to_do": "I have epilepsy"}).content.decode()
    client.post(write, typed)
    own = client.get(card)
    client.force_login(a.someone_appointed("FIRST_AIDER", placement.unit))
    listed = client.get(reverse("placements:first_aid")).content.decode()
    aider = client.get(card).content.decode()
    client.force_login(a.a_unit_manager(placement.unit))
    manager = client.get(card).content.decode()

    assert ["seems to name an illness" in refused, HELPS in refused] == [True, True]
    assert "no-store" in own["Cache-Control"]
    assert card in listed
    shown = [(HELPS in page, TO_DO in page) for page in (own.content.decode(), aider, manager)]
    assert shown == [(True, True), (False, True), (True, True)]


@pytest.mark.django_db
def test_who_opens_the_pages(client, the_day):
    placement = _someone()
    _write(placement, for_first_aiders=False)
    reference = placement.volunteer.reference
    names = ("health", "write_health", "note_occupational_health")
    card = reverse("placements:health", args=[reference])

    for person, statuses, list_of_cards in (
        (placement.volunteer.person, [200, 200, 403], (403, False)),
        (a.an_mvpm(), [200, 200, 200], (200, True)),
        (a.a_unit_manager(placement.unit), [200, 403, 403], (200, True)),
        (a.someone_appointed("FIRST_AIDER", placement.unit), [404, 404, 404], (200, False)),
        (a.the_central_team(), [404, 404, 404], (403, False)),
        (a.an_mvpm(a.a_borough("Barnet")), [404, 404, 404], (200, False)),
    ):
        client.force_login(person)
        listed = client.get(reverse("placements:first_aid"))
        assert [client.get(reverse(f"placements:{name}", args=[reference])).status_code for name in names] == statuses
        assert (listed.status_code, card in listed.content.decode()) == list_of_cards
