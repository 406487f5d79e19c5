"""Prepared questions: the SQL is put together once, the answer is always today's."""

from datetime import date, timedelta

import pytest
from django.core.paginator import Paginator
from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from tests import builders as a
from tests.races import together
from timegiven.kernel import prepared
from timegiven.kernel.among import AmongGiven
from timegiven.kernel.prepared import PlannedEachTime, Prepared

Appointment = a.Appointment
pytestmark = pytest.mark.django_db


def _held_on(**more):
    return Appointment.objects.create(person=a.a_person(), unit=a.a_borough(), from_on=a.TODAY, **more)


def _question():
    asked = Appointment.objects.on(prepared.day("day")).filter(role=prepared.text("role")).order_by("pk")
    return Prepared(lambda: asked.select_related("person"))


def test_it_finds_what_the_same_queryset_finds():
    held, other = _held_on(role="MVPM"), _held_on(role="AUDITOR")

    ask = _question()

    assert (ask(role="MVPM", day=a.TODAY), ask(role="AUDITOR", day=a.TODAY)) == ([held], [other])
    assert ask(role="MVPM", day=a.TODAY - timedelta(days=1)) == []


def test_nothing_of_an_answer_is_kept():
    held, ask = _held_on(role="MVPM"), _question()
    before = ask(role="MVPM", day=a.TODAY)

    Appointment.objects.filter(pk=held.pk).update(until_on=a.TODAY)

    assert (before, ask(role="MVPM", day=a.TODAY)) == ([held], [])


def test_related_rows_come_with_it():
    held, ask = _held_on(role="MVPM"), _question()

    with CaptureQueriesContext(connection) as seen:
        names = [each.person.name for each in ask(role="MVPM", day=a.TODAY)]

    assert (names, len(seen)) == ([held.person.name], 1)


def test_the_builder_is_asked_once_for_each_shape():
    built = []

    @Prepared
    def ask(number):
        built.append(number)
        return (
            Appointment.objects.filter(pk__in=prepared.keys("rows", number)).order_by("pk").values_list("pk", "from_on")
        )

    one, two = _held_on(role="MVPM"), _held_on(role="AUDITOR")
    answers = [ask(1, rows=[one.pk]), ask(2, rows=[one.pk, two.pk]), ask(1, rows=[two.pk])]

    assert answers == [[(one.pk, a.TODAY)], [(one.pk, a.TODAY), (two.pk, a.TODAY)], [(two.pk, a.TODAY)]]
    assert built == [1, 2]


def test_the_first_row_or_none():
    ask = _question()

    nobody, held = ask.first(role="MVPM", day=a.TODAY), _held_on(role="MVPM")

    assert (nobody, ask.first(role="MVPM", day=a.TODAY)) == (None, held)


def test_a_missing_value_is_an_error_and_never_a_guess():
    with pytest.raises(KeyError):
        _question()(role="MVPM")


def test_a_value_is_never_read_as_sql():
    _held_on(role="MVPM")

    assert _question()(role="x' OR '1'='1", day=a.TODAY) == []


@pytest.mark.parametrize(("values", "padded"), [([], []), ([7], [7]), ([1, 2, 3], [1, 2, 3, 3]), ([1, 2], [1, 2])])
def test_lists_are_padded_to_few_lengths(values, padded):
    assert prepared.padded(values) == padded


def test_a_list_of_any_length_has_one_wording():
    held, built = [_held_on(role="MVPM") for _ in range(3)], []

    @Prepared
    def ask():
        built.append("once")
        return Appointment.objects.filter(pk__in=AmongGiven("rows")).order_by("pk").values_list("pk", flat=True)

    pks = [each.pk for each in held]
    assert [ask(rows=pks[:number]) for number in (0, 1, 3)] == [[], pks[:1], pks]
    assert built == ["once"]


def test_what_is_told_beside_a_row_comes_with_it():
    held = _held_on(role="MVPM")
    ask = Prepared(lambda: Appointment.objects.filter(pk=prepared.key("row")).annotate(where=F("unit__name")))

    assert [each.where for each in ask(row=held.pk)] == [held.unit.name]


def _all_of(one):
    """What a model holds, what it does not, and the same of its person and seat."""
    own = {name: value for name, value in vars(one).items() if name != "_state"}
    state = one._state.adding, one._state.db, sorted(one._state.fields_cache)
    related = [_all_of(each) for each in one._state.fields_cache.values() if each]
    return own, state, one.get_deferred_fields(), related


def test_what_it_makes_is_what_django_makes():
    held = _held_on(role="MVPM")  # which has no seat
    appointments = Appointment.objects.select_related("person", "seat", "unit__borough").only(
        "role", "from_on", "person__name", "seat__name", "unit__name", "unit__borough__name"
    )
    (made,) = Prepared(lambda: appointments.filter(pk=prepared.key("row")))(row=held.pk)

    assert _all_of(made) == _all_of(appointments.get(pk=held.pk))
    assert made.seat is None


def test_what_it_makes_can_be_changed_and_kept():
    held = _held_on(role="MVPM")
    (made,) = Prepared(lambda: Appointment.objects.filter(pk=prepared.key("row")))(row=held.pk)

    made.title = "Acting"
    made.save()

    assert Appointment.objects.get().title == "Acting"


def test_a_model_that_does_something_when_it_is_made_is_not_taken(monkeypatch):
    monkeypatch.setattr(Appointment, "from_db", classmethod(lambda *_: None), raising=False)

    with pytest.raises(TypeError, match="Appointment does something when it is made"):
        Prepared(Appointment.objects.all)()


@pytest.mark.django_db(transaction=True)
def test_threads_ask_with_their_own_connection_and_values():
    ask = _question()
    held = {role: _held_on(role=role).pk for role in ("MVPM", "AUDITOR", "HR")}
    ask(role="MVPM", day=a.TODAY)

    def visit(role):
        return {each.pk for _ in range(20) for each in ask(role=role, day=a.TODAY)}

    found = together(*(lambda role=role: visit(role) for role in held))

    assert found == [{pk} for pk in held.values()]


def test_dates_come_back_as_dates():
    _held_on(role="MVPM", until_on=date(2008, 1, 1))

    assert _question()(role="MVPM", day=a.TODAY)[0].until_on == date(2008, 1, 1)


def test_a_long_list_is_counted_and_read_a_page_at_a_time():
    held = [_held_on(role="MVPM") for _ in range(5)]
    _held_on(role="AUDITOR")

    listed = _question().paged(role="MVPM", day=a.TODAY)
    with CaptureQueriesContext(connection) as seen:
        pages = [Paginator(listed, 2).get_page(number).object_list for number in (1, 3)]

    assert pages == [held[:2], held[4:]]
    assert len(seen) == 4  # each of the two counts, and reads its own rows alone


def _planned():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%people_appointment%'")
        return cursor.fetchone()[0]


@pytest.mark.postgres
def test_the_server_plans_it_once_however_often_it_is_asked():
    held, ask, before = _held_on(role="MVPM"), _question(), _planned()

    answers = [ask(role=role, day=a.TODAY + timedelta(days=day)) for day in range(10) for role in ("MVPM", "AUDITOR")]

    assert answers == [[held], []] * 10
    assert _planned() == before + 1


@pytest.mark.postgres
def test_the_server_plans_it_each_time_where_its_values_decide_the_way():
    asked = Appointment.objects.filter(role=prepared.text("role")).order_by("pk")
    held, ask, before = _held_on(role="MVPM"), PlannedEachTime(lambda: asked), _planned()

    answers = [ask(role=role) for role in ("MVPM", "AUDITOR") * 10]

    assert answers == [[held], []] * 10
    assert _planned() == before


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_new_connection_plans_it_anew():
    held, ask = _held_on(role="MVPM"), _question()
    before = ask(role="MVPM", day=a.TODAY)

    connection.close()

    assert (before, ask(role="MVPM", day=a.TODAY), _planned()) == ([held], [held], 1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_what_was_taken_back_leaves_no_plan_behind_that_is_asked_in_vain():
    held, ask = _held_on(role="MVPM"), _question()

    with transaction.atomic():
        ask(role="MVPM", day=a.TODAY)
        transaction.set_rollback(True)

    assert ask(role="MVPM", day=a.TODAY) == [held]
