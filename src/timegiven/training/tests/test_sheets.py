"""Take in a sheet of completions: read, shown, chosen, and carried out whole or not at all."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders import (
    NOW,
    TODAY,
    Role,
    a_borough,
    a_course,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    someone_appointed,
    the_central_team,
    time_given,
)
from timegiven.hours.models import Closing, Entry
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.training import selectors, services
from timegiven.training.models import Completion, CourseRequest, Sheet
from timegiven.training.rules.sheets import read_numbers

pytestmark = pytest.mark.django_db

HEADINGS = ["Volunteer reference", "Name", "Course", "Completed on", "Minutes", "Status"]


def _trainer():
    return someone_appointed(Role.TRAINING, a_borough())


def _row(volunteer, course="HS", on="2007-04-20", minutes="", status="Completed", name=None):
    return [volunteer.reference, volunteer.person.name if name is None else name, course, on, minutes, status]


def _sheet(*rows, by=None, version=None):
    facts = {"name": "june.csv", "unit": a_borough(), "version": version}
    return services.bring_in([HEADINGS, *rows], by=by or _trainer(), at=NOW, **facts)


def _states(sheet, by=None):
    return [(row.number, row.state) for row in selectors.rows_of(sheet, by or _trainer(), TODAY)]


def _take_in(sheet, *, leave_out=(), by=None):
    return services.take_in(sheet, leave_out=set(leave_out), by=by or _trainer(), at=NOW)


@pytest.mark.clause(35, 90)
def test_what_is_ready_is_recorded_with_its_time_and_evidence():
    course, first, second = a_course(minutes=60), a_volunteer(), a_volunteer()

    number = _take_in(_sheet(_row(first), _row(second, on="20/4/2007", minutes="45")))

    assert number == 2
    done = {each.person: each for each in Completion.objects.all()}
    assert (done[first.person].on, done[first.person].minutes) == (date(2007, 4, 20), course.minutes)
    assert done[second.person].minutes == 45
    assert done[first.person].evidence == "Row 2 of “june.csv”"
    assert (Entry.objects.count(), Letter.objects.count()) == (2, 2)


def test_every_row_says_what_is_wrong_with_it():
    a_course()
    a_course("CTV", needed_for="PROFILE")
    ann, far = a_volunteer("Ann Bee"), a_volunteer(borough=a_borough("Barnet"))
    sheet = _sheet(
        _row(ann, name="Bee, Ann"),
        _row(ann, name="Cal Dee"),
        _row(far),
        _row(ann, course="Flying"),
        _row(ann, on="31/2/2007"),
        _row(ann, on="25/4/2007"),
        _row(ann, minutes="long"),
        _row(ann, course="CTV"),
        _row(ann, status="In progress"),
        _row(ann),
        ["", "", "", "", "", ""],
        ["", "", "HS", "1/4/2007", "", ""],
    )

    rows = selectors.rows_of(sheet, _trainer(), TODAY)

    assert [(row.number, row.state, row.says) for row in rows] == [
        (2, "ready", ""),
        (3, "wrong", "It names Cal Dee, and that reference is Ann Bee’s."),
        (4, "wrong", f"No volunteer whom you train is known as “{far.reference}”."),
        (5, "wrong", "There is no course “Flying”."),
        (6, "wrong", "“31/2/2007” is not a day."),
        (7, "wrong", "That day has not come yet."),
        (8, "wrong", "The time it took is not a number of minutes that a course can take."),
        (
            9,
            "wrong",
            "The role does not ask for this course, and the Borough MVP Manager has not agreed to it beforehand.",
        ),
        (10, "skipped", "The sheet says “In progress”, so it is left out."),
        (11, "known", "On the record already. Nothing is done twice."),
        (13, "wrong", "It does not say who it was."),
    ]


def test_the_same_sheet_twice_records_once():
    volunteer = a_volunteer()
    a_course()
    _take_in(_sheet(_row(volunteer)))
    again = _sheet(_row(volunteer))

    states = _states(again)
    with pytest.raises(NotAllowed, match="no row is ready"):
        _take_in(again)

    assert states == [(2, "known")]
    assert (Completion.objects.count(), Entry.objects.count()) == (1, 1)


@pytest.mark.clause(34, 35)
def test_a_row_for_which_the_month_has_no_room_says_so_and_the_rows_before_it_count():
    full = a_volunteer("Cal Dee")
    a_course(minutes=60)
    time_given(full, minutes=2400 - 90)
    sheet = _sheet(_row(full), _row(full, on="2007-04-19"), _row(full, on="2007-03-19"), _row(a_volunteer()))

    rows = selectors.rows_of(sheet, _trainer(), TODAY)
    number = _take_in(sheet, leave_out=[2])

    assert [row.state for row in rows] == ["ready", "wrong", "ready", "ready"]
    assert rows[1].says == "It would take April 2007 to 40 hours 30 minutes; the limit is 40 hours."
    assert (number, Completion.objects.count(), Sheet.objects.get().number_taken_in) == (2, 2, 2)


def test_a_closed_month_is_changed_by_the_mvp_manager_alone_and_the_sheet_is_the_reason():
    volunteer, trainer, mvpm = a_volunteer(), _trainer(), an_mvpm()
    a_course()
    Closing.objects.create(starts_on=date(2007, 2, 1), closed_at=NOW, minutes=0, entries=0)
    sheet = _sheet(_row(volunteer, on="2007-02-06"), by=trainer)

    said = [row.says for row in selectors.rows_of(sheet, trainer, TODAY)]
    _take_in(sheet, by=mvpm)

    assert said == ["February 2007 is closed. The Borough MVP Manager can still take this row in."]
    assert Entry.objects.values_list("is_after_closing", "why").get() == (True, "From the sheet june.csv")


def test_many_courses_of_one_person_are_one_letter():
    volunteer = a_volunteer()
    a_course()
    _take_in(_sheet(_row(volunteer), _row(volunteer, on="2007-04-19")))

    letter = Letter.objects.get()
    assert letter.subject == "Thank you for completing your courses"
    assert letter.text.count("Thank you for taking part in Course HS on ") == 2


def test_a_long_sheet_is_judged_with_as_many_questions_as_a_short_one(django_assert_num_queries):
    trainer = _trainer()
    a_course()
    short, long = _sheet(_row(a_volunteer())), _sheet(*(_row(a_volunteer()) for _ in range(4)))

    selectors.rows_of(short, trainer, TODAY)  # what the trainer looks after is asked once
    for sheet in (short, long):
        with django_assert_num_queries(10):
            assert {row.state for row in selectors.rows_of(sheet, trainer, TODAY)} == {"ready"}


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("", set()), ("4", {4}), ("4, 17-20", {4, 17, 18, 19, 20}), ("4 6–7;9", {4, 6, 7, 9}), ("7-5", set()),
     ("1-999999", set(range(1, 10_002))), ("four", None), ("4-", None), ("-4", None)],
)  # fmt: skip
def test_the_rows_to_leave_out_are_read_as_people_write_them(typed, numbers):
    assert read_numbers(typed) == numbers


@pytest.mark.clause(87, 88)
def test_a_course_of_a_role_goes_with_the_role_or_with_what_was_agreed():
    volunteer, els = a_volunteer(), a_course("ELS", needed_for="PUBLIC")
    version = an_approved_version(unit=a_unit(), is_public_facing=True)
    with_role = _states(_sheet(_row(volunteer, course="ELS"), version=version))
    without = _states(_sheet(_row(volunteer, course="ELS")))
    CourseRequest.objects.create(
        volunteer=volunteer, course=els, status="AGREED", because="Fair", wish="x", asked_by=volunteer.person,
        asked_at=NOW,
    )  # fmt: skip
    _take_in(_sheet(_row(volunteer, course="ELS")))

    assert (with_role, without) == ([(2, "ready")], [(2, "wrong")])
    assert Completion.objects.get().agreed_because == "Fair"


def test_a_sheet_without_the_headings_is_refused_and_says_which():
    with pytest.raises(NotAllowed, match="no column “Course” and “Completed on”"):
        services.bring_in([["User ID", "When"]], name="x", unit=a_borough(), version=None, by=_trainer(), at=NOW)
    with pytest.raises(NotAllowed, match="nothing below its headings"):
        _sheet()


def test_who_takes_in_and_who_sees():
    sheet, mvpm = _sheet(_row(a_volunteer())), an_mvpm()

    for person in (an_mvpm(a_borough("Barnet")), a_unit_manager(a_unit()), the_central_team(), a_volunteer().person):
        with pytest.raises(NotPermitted):
            _sheet(_row(a_volunteer()), by=person)
        with pytest.raises(NotPermitted):
            _take_in(sheet, by=person)
        assert list(selectors.sheets_seen_by(person, TODAY)) == []
    services.drop(sheet, by=mvpm, at=NOW)
    assert Sheet.objects.get(pk=sheet.pk).status == "DROPPED"


def test_the_pages_read_show_and_take_in(client, time_stands):
    volunteer = a_volunteer("Ann Bee")
    a_course()
    client.force_login(_trainer())
    evil = '"=HYPERLINK(""http://evil.example"")"'
    text = f"Reference,Course,Completed on\n{volunteer.reference},HS,20/4/2007\n{evil},<b>x</b>,1/1/2007\n"
    sent = client.post("/training/sheets/", {"file": SimpleUploadedFile("june.csv", text.encode()), "version": ""})
    sheet = Sheet.objects.get()
    address = f"/training/sheets/{sheet.reference}/"

    shown = client.get(address).content.decode()
    bad = client.get(f"{address}?show=wrong").content.decode()
    to_fix = client.get(f"{address}wrong.csv").content.decode()
    odd = client.post(address, {"leave_out": "all of them"}).content.decode()
    none = client.post(address, {"leave_out": "2"}).content.decode()
    done = client.post(address, {"leave_out": "3"}, follow=True).content.decode()
    forged = client.post("/training/sheets/", {"file": SimpleUploadedFile("x.xlsx", b"PK\x03\x04 no"), "version": ""})

    assert sent.url == address
    assert ("Ann Bee" in shown, "<b>x</b>" in shown, "&lt;b&gt;x&lt;/b&gt;" in shown) == (True, False, True)
    assert ("Ann Bee" in bad, "&lt;b&gt;x&lt;/b&gt;" in bad) == (False, True)
    assert to_fix.startswith('\ufeff"Volunteer reference","Course","Completed on","What is wrong"\r\n"\'=HYPERLINK(')
    assert "Write the numbers of the rows, for example 4, 17-20" in odd
    assert "no row is ready, or you leave out all that are" in none
    assert "1 completion recorded." in done
    assert "We have not read this file" in forged.content.decode()
    assert client.get("/training/sheets/example.csv").content.decode().startswith('\ufeff"Volunteer reference"')
