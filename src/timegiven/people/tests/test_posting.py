"""Letters to post are put together, printed as one document, and marked as posted with one press."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.urls import reverse

from tests import builders as a
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters import services as letters
from timegiven.letters.models import Bundle, Letter
from timegiven.people import rules, selectors, services
from timegiven.people.tests.test_trail_and_letters import a_letter, text_of
from timegiven.ui.tests.reading import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return a.an_mvpm()


def some_letters(number, **person):
    people = [a.a_volunteer(f"Harold Simms {each}", email=None, **person) for each in range(number)]
    return [a_letter(each) for each in people]


def put_together(found, manager):
    return services.bundle([each.reference for each in found], by=manager, at=a.NOW)


def statuses(*found):
    return [Letter.objects.get(pk=each.pk).status for each in found]


def test_those_ticked_go_into_one_document_and_the_others_stay_on_the_list(client, manager):
    first, second, third = some_letters(3)
    client.force_login(manager)

    answer = client.post(reverse("people:letters_to_print"), {"letter": [first.reference, third.reference]})

    made = Bundle.objects.get()
    assert answer.url == reverse("people:bundle", args=[made.reference])
    assert set(made.letters.all()) == {first, third}
    assert list(selectors.letters_to_choose(manager, a.TODAY)) == [second]
    assert Event.objects.get(act="put letters together").actor == manager.reference


def test_all_at_once_are_those_of_every_page(client, manager, monkeypatch):
    monkeypatch.setattr("timegiven.people.views.letters.ON_A_PAGE", 1)
    some_letters(3)
    client.force_login(manager)

    client.post(reverse("people:letters_to_print"), {"all": "yes"})

    assert Bundle.objects.get().letters.count() == 3


def test_all_are_no_more_than_one_document_holds_the_longest_waiting_first(client, manager, monkeypatch):
    monkeypatch.setattr(rules, "MOST_TOGETHER", 2)
    found = some_letters(3)
    Letter.objects.filter(pk=found[2].pk).update(owed_at=a.NOW - timedelta(days=3))
    client.force_login(manager)

    assert "The 2 that have waited longest" in text_of(client.get(reverse("people:letters_to_print")))
    client.post(reverse("people:letters_to_print"), {"all": "yes"})

    assert set(Bundle.objects.get().letters.all()) == {found[2], found[0]}


def test_too_many_ticked_are_refused_and_nothing_is_lost(manager, monkeypatch):
    monkeypatch.setattr(rules, "MOST_TOGETHER", 2)
    found = some_letters(3)

    with pytest.raises(NotAllowed, match="3 are too many"):
        put_together(found, manager)

    assert selectors.letters_to_choose(manager, a.TODAY).count() == 3


def test_none_ticked_is_told_on_the_page(client, manager):
    some_letters(1)
    client.force_login(manager)

    assert "Tick at least one letter" in text_of(client.post(reverse("people:letters_to_print"), {"once": "k"}))


def test_what_somebody_else_has_posted_meanwhile_is_told_of(client, manager):
    mine, gone, taken = some_letters(3)
    letters.posted([gone.pk], at=a.NOW)
    put_together([taken], a.an_mvpm())
    client.force_login(manager)

    chosen = [each.reference for each in (mine, gone, taken)]
    page = client.post(reverse("people:letters_to_print"), {"letter": chosen}, follow=True)

    assert "1 letter put together. 2 others had been posted or put together meanwhile" in text_of(page)
    assert Bundle.objects.count() == 2
    assert statuses(mine, gone, taken) == ["TO_PRINT", "PRINTED", "TO_PRINT"]


def test_where_all_have_gone_meanwhile_nothing_is_put_together(manager):
    (gone,) = some_letters(1)
    letters.posted([gone.pk], at=a.NOW)

    with pytest.raises(NotAllowed, match="no letter of it is waiting"):
        put_together([gone], manager)

    assert [Bundle.objects.count(), Event.objects.count()] == [0, 0]


def test_letters_of_another_borough_do_not_come_with_it(manager):
    (mine,) = some_letters(1)
    (elsewhere,) = some_letters(1, borough=a.a_borough("Barnet"))

    made, number = put_together([mine, elsewhere], manager)

    assert (number, list(made.letters.all())) == (1, [mine])


@pytest.mark.parametrize("role", ["UNIT_MANAGER", "HR", "CONTROL_ROOM", "AUDITOR"])
def test_others_put_nothing_together(role):
    with pytest.raises(NotPermitted):
        put_together(some_letters(1), a.someone_appointed(role, a.the_force()))


def test_all_of_them_are_posted_with_one_press_each_on_record(client, manager):
    found = some_letters(3)
    made, _ = put_together(found, manager)
    client.force_login(manager)

    page = client.post(reverse("people:post_bundle", args=[made.reference]), follow=True)

    assert "3 letters marked as posted" in text_of(page)
    assert statuses(*found) == ["PRINTED"] * 3
    assert Letter.objects.filter(sent_at=None).count() == 0
    posted = Event.objects.filter(act="printed letter")
    assert {each.about for each in posted} == {each.recipient for each in found}
    assert {each.subject for each in posted} == {each.reference for each in found}


def test_not_posted_after_all_they_wait_as_they_did(client, manager):
    (paper,) = some_letters(1)
    failed = a_letter(a.a_volunteer(), status="FAILED")
    made, _ = put_together([paper, failed], manager)
    services.post_bundle(made, by=manager, at=a.NOW)
    client.force_login(manager)

    page = client.post(reverse("people:not_posted", args=[made.reference]), follow=True)

    assert "2 letters waiting again" in text_of(page)
    assert statuses(paper, failed) == ["TO_PRINT", "FAILED"]
    assert Event.objects.filter(act="did not post letter").count() == 2


def test_a_bundle_is_posted_once_and_taken_back_once(manager):
    made, _ = put_together(some_letters(1), manager)

    with pytest.raises(NotAllowed, match="was posted lately"):
        services.not_posted(made, by=manager, at=a.NOW)
    services.post_bundle(made, by=manager, at=a.NOW)
    with pytest.raises(NotAllowed, match="no letter of it is waiting"):
        services.post_bundle(made, by=manager, at=a.NOW)

    assert Event.objects.filter(act="printed letter").count() == 1


def test_a_letter_whose_words_are_forgotten_cannot_wait_again(manager):
    made, _ = put_together(some_letters(1), manager)
    services.post_bundle(made, by=manager, at=a.NOW)
    services.forget_letters(at=a.NOW + timedelta(days=8))

    with pytest.raises(NotAllowed, match="was posted lately"):
        services.not_posted(made, by=manager, at=a.NOW + timedelta(days=8))


def test_what_was_not_printed_goes_back_on_the_list(client, manager):
    found = some_letters(2)
    made, _ = put_together(found, manager)
    client.force_login(manager)

    answer = client.post(reverse("people:unbundle", args=[made.reference]))

    assert answer.url == reverse("people:letters_to_print")
    assert set(selectors.letters_to_choose(manager, a.TODAY)) == set(found)


def test_one_letter_that_was_not_posted_after_all_is_on_the_list_again(client, manager):
    found = some_letters(2)
    made, _ = put_together(found, manager)
    services.post_bundle(made, by=manager, at=a.NOW)
    client.force_login(manager)

    client.post(reverse("people:letter_not_posted", args=[found[0].reference]))

    assert statuses(*found) == ["TO_PRINT", "PRINTED"]
    assert list(selectors.letters_to_choose(manager, a.TODAY)) == [found[0]]


def test_a_letter_that_is_not_needed_any_more_is_to_be_kept_back(client, manager):
    stays, off = some_letters(2)
    made, _ = put_together([stays, off], manager)
    Letter.objects.filter(pk=off.pk).update(status="OVERTAKEN", overtaken_at=a.NOW, why_overtaken="Called off: paint")
    client.force_login(manager)

    page = text_of(client.get(reverse("people:bundle", args=[made.reference])))
    services.post_bundle(made, by=manager, at=a.NOW)

    assert ["Keep back" in page, f"{off.to_name}, {off.subject}. Called off: paint" in page] == [True, True]
    assert statuses(stays, off) == ["PRINTED", "OVERTAKEN"]


def test_the_list_says_what_was_taken_off_it_and_what_is_in_a_bundle(client, manager, monkeypatch):
    stays, off, taken = some_letters(3)
    put_together([taken], manager)
    Letter.objects.filter(pk=off.pk).update(status="OVERTAKEN", overtaken_at=a.NOW, why_overtaken="Called off: paint")
    monkeypatch.setattr("timegiven.people.views.letters.timezone.now", lambda: a.NOW)
    monkeypatch.setattr("timegiven.people.views.letters.timezone.localdate", lambda *_: a.TODAY)
    client.force_login(manager)

    page = text_of(client.get(reverse("people:letters_to_print")))

    assert f"by {manager.name}" in page
    assert "Called off: paint" in page
    assert [f'value="{each.reference}"' in page for each in (stays, off, taken)] == [True, False, False]


# The document


def document(client, made):
    answer = client.get(reverse("people:bundle_document", args=[made.reference]))
    return answer, pikepdf.open(io.BytesIO(answer.content))


def test_the_document_holds_every_letter_each_on_a_page_of_its_own(client, manager):
    found = some_letters(3, address="12 Holmes Road\nLondon NW5 3AB")
    made, _ = put_together(found, manager)
    client.force_login(manager)

    answer, pdf = document(client, made)

    assert (len(pdf.pages), answer.headers["Content-Type"]) == (3, "application/pdf")
    words = said(pdf)
    assert all(each.to_name in words for each in found)
    assert words.count("12 Holmes Road") == 3
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.Lang == "en-GB"


def test_its_name_names_nobody(client, manager):
    made, _ = put_together(some_letters(1), manager)
    client.force_login(manager)

    answer, _ = document(client, made)

    assert answer.headers["Content-Disposition"] == f'attachment; filename="letters-{made.reference.lower()}.pdf"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_address_stands_where_a_dl_envelope_has_its_window(client, manager):
    """At least 20 mm from the left and 57 from the top, and no lower than 85: wherever the sheet lies in it."""
    made, _ = put_together(some_letters(1, address="Flat 2, Oak House\n1 High Street\nCamden\nNW1 1AA"), manager)
    client.force_login(manager)

    _, pdf = document(client, made)

    height = float(pdf.pages[0].MediaBox[3])
    tops = [(height - y) * 25.4 / 72 for x, y in places(pdf.pages[0]) if x * 25.4 / 72 == pytest.approx(25, abs=0.5)]
    assert len(tops) >= 5
    assert min(tops) > 57
    assert sorted(tops)[4] < 82


def places(page):
    """Where each piece of text is begun, in points from the left and from the bottom."""
    matrix, stack = pikepdf.Matrix(), []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "q":
            stack.append(matrix)
        elif name == "Q":
            matrix = stack.pop()
        elif name == "cm":
            matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
        elif name == "Tm":
            yield (pikepdf.Matrix(*map(float, operands)) @ matrix).transform((0, 0))


def test_one_person_s_letters_stand_together(manager):
    first = a.a_volunteer("Zoe Adams", email=None)
    second = a.a_volunteer("Abel Brown", email=None)
    found = [a_letter(each) for each in (first, second, first)]
    made, _ = put_together(found, manager)

    assert [each.to_name for each in selectors.letters_in(made, manager, a.TODAY)] == [
        "Abel Brown",
        "Zoe Adams",
        "Zoe Adams",
    ]


def test_the_manager_of_another_borough_does_not_find_the_bundle(client, manager):
    made, _ = put_together(some_letters(1), manager)
    client.force_login(a.an_mvpm(a.a_borough("Barnet")))

    found = [client.get(reverse(f"people:{page}", args=[made.reference])) for page in ("bundle", "bundle_document")]
    found += [
        client.post(reverse(f"people:{page}", args=[made.reference]))
        for page in ("post_bundle", "not_posted", "unbundle")
    ]

    assert [each.status_code for each in found] == [404] * 5


def test_a_bundle_of_the_central_team_shows_a_manager_her_own_letters_alone(manager):
    (mine,) = some_letters(1)
    (elsewhere,) = some_letters(1, borough=a.a_borough("Barnet"))
    made, _ = put_together([mine, elsewhere], a.the_central_team())

    services.post_bundle(made, by=manager, at=a.NOW)

    assert list(selectors.letters_in(made, manager, a.TODAY)) == [mine]
    assert statuses(mine, elsewhere) == ["PRINTED", "TO_PRINT"]


def test_the_page_of_a_bundle_asks_as_often_for_many(client, manager, django_assert_max_num_queries):
    client.force_login(manager)

    def questions(number):
        made, _ = put_together(some_letters(number), manager)
        with django_assert_max_num_queries(40) as asked:
            client.get(reverse("people:bundle", args=[made.reference]))
        return len(asked)

    questions(1)
    assert questions(1) == questions(6)
