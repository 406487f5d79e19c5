"""The pages of the handbook."""

import re
from datetime import date, timedelta

import pytest
from django.template import Context, Template
from django.urls import reverse
from django.utils import timezone

from tests import builders as a
from timegiven.programme import selectors, services
from timegiven.programme.models import Document, Edition, PolicyValue, Term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_glossary():
    selectors.forget()
    yield
    selectors.forget()


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def central(client):
    person = a.the_central_team()
    client.force_login(person)
    return person


def a_document(code="breaks", *, marking="Not Protectively Marked"):
    return Document.objects.create(code=code, title=code.capitalize(), owner="MVP Lead", marking=marking)


def an_edition(document, number=1, *, issued=0, review=365, body="## Tea\n\nThere is **tea**."):
    today = timezone.localdate()
    return Edition.objects.create(
        document=document,
        number=number,
        issued_on=today - timedelta(days=issued),
        review_on=today + timedelta(days=review),
        body=body,
    )


def test_anyone_may_read_the_numbers(client):
    answer = client.get(reverse("programme:policies"))

    assert answer.status_code == 200
    said = text_of(answer)
    assert ["40 hours" in said, "Statement of Expectation, MP 505/06" in said, "/change" in said] == [True, True, False]


def test_the_numbers_stand_in_chapters_that_open_and_can_be_named_in_an_address(client):
    page = client.get(reverse("programme:policies")).text
    opened = client.get(reverse("programme:policies"), {"everything": "on"}).text

    for key in ("hours", "expenses", "people"):
        assert re.search(rf'<details class="[^"]+">\s*<summary.*?</summary>\s*<dl class="[^"]+" id="{key}">', page)
    assert (page.count('<details class="govuk-details tg-chapter" open>'), "open all of them" in page) == (0, True)
    assert opened.count('<details class="govuk-details tg-chapter" open>') == page.count("tg-chapter")


@pytest.mark.parametrize(
    ("words", "kept", "left_out"),
    [
        ("calendar MONTH", "40 hours", "Whether the way counts"),
        ("expenses", "mile", "40 hours"),
        ("statement of expectation", "40 hours", "meal"),
    ],
)
def test_a_number_is_found_by_its_words_in_an_open_chapter(client, words, kept, left_out):
    page = client.get(reverse("programme:policies"), {"words": words}).text

    assert (kept in page, left_out in page, 'tg-chapter" open' in page) == (True, False, True)


def test_words_that_no_number_has_lead_back_to_the_chapters(client):
    page = client.get(reverse("programme:policies"), {"words": "zebra"}).text

    assert "No number has these words" in page


def test_the_central_team_is_offered_to_change_them(client, central):
    assert reverse("programme:decide", args=["hours.monthly_cap_minutes"]) in text_of(
        client.get(reverse("programme:policies"))
    )


def test_the_documents_and_the_organisation_are_a_link_away(client):
    handbook = text_of(client.get(reverse("programme:policies")))

    assert [reverse(f"programme:{name}") in handbook for name in ("documents", "organisation")] == [True, True]


DECISION = {"from_on": "", "strand": "", "decided_by": "Steering Group", "source": "Minutes, item 3"}


def _tomorrow():
    day = timezone.localdate() + timedelta(days=1)
    return f"{day.day}/{day.month}/{day.year}"


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("hours.monthly_cap_minutes", {"value_0": "30", "value_1": "30"}, 1830),
        ("expenses.meal_most_pence", {"value": "3.50"}, 350),
        ("joining.reference_link_days", {"value": "21"}, 21),
        ("joining.reference_reminder_days", {"value": "5, 10 and 20"}, [5, 10, 20]),
        ("joining.passes_collected_from", {"value": "Empress State Building"}, "Empress State Building"),
        ("placements.young_night_from", {"value": "9pm"}, "21:00"),
        ("hours.counts_travel", {"value": "yes"}, True),
        ("joining.office_looks_levels", {"value": ["NPPV2F", "NPPV3"]}, ["NPPV2F", "NPPV3"]),
    ],
)
def test_a_number_is_typed_in_its_own_unit(client, central, name, typed, kept):
    page = reverse("programme:decide", args=[name])
    shown = client.get(page)
    names = [widget["name"] for widget in _asked(shown.context["form"])]

    answer = client.post(page, DECISION | {"from_on": _tomorrow()} | dict(zip(names, typed.values(), strict=True)))

    assert answer.status_code == 302, answer.context["form"].errors
    assert PolicyValue.objects.get().value == kept


def _asked(form):
    field = form["value"]
    return field.field.widget.get_context(field.html_name, None, {})["widget"].get("subwidgets") or [
        {"name": field.html_name}
    ]


def test_a_table_of_numbers_is_typed_one_by_one(client, central):
    page = reverse("programme:decide", args=["joining.clearance_years"])
    typed = {"value_NPPV1": "2", "value_NPPV2A": "3", "value_NPPV2F": "3", "value_NPPV3": "5"}

    client.post(page, DECISION | {"from_on": _tomorrow()} | typed)

    assert PolicyValue.objects.get().value == {"NPPV1": 2, "NPPV2A": 3, "NPPV2F": 3, "NPPV3": 5}


def test_a_table_of_words_is_typed_as_words_and_begins_with_those_of_today(client, central):
    page = reverse("programme:decide", args=["joining.levels_for"])
    shown = text_of(client.get(page))
    typed = {"value_NPPV1": "Premises only", "value_NPPV2A": "Some", "value_NPPV2F": "AWARE", "value_NPPV3": "Secrets"}

    client.post(page, DECISION | {"from_on": _tomorrow()} | typed)

    assert "Premises only, no police information" in shown
    assert PolicyValue.objects.get().value["NPPV1"] == "Premises only"


def test_what_may_be_none_at_all_can_be_none_again(client, central):
    games = a.the_strand("GAMES")
    page = reverse("programme:decide", args=["hours.most_signed_for_minutes"])

    client.post(page, DECISION | {"from_on": _tomorrow(), "strand": games.code, "value_hours": "0"})

    assert PolicyValue.objects.get().value == 0


def test_the_parts_of_a_number_have_names_and_no_codes(client, central):
    handbook = text_of(client.get(reverse("programme:policies")))

    assert "From the application to the interview: 3" in handbook
    assert ["INTERVIEWED" in handbook, "NPPV2A" in handbook] == [False, False]


def test_what_was_typed_is_kept_when_the_day_is_past(client, central):
    page = reverse("programme:decide", args=["joining.reference_link_days"])

    answer = client.post(page, DECISION | {"from_on": "1/1/2007", "value": "21"})

    assert answer.status_code == 200
    assert "past days keep the value they had" in text_of(answer)
    assert 'value="Minutes, item 3"' in text_of(answer)


def test_an_mvp_manager_may_not_open_the_page(client):
    client.force_login(a.an_mvpm())

    answer = client.get(reverse("programme:decide", args=["hours.monthly_cap_minutes"]))

    assert answer.status_code == 403
    assert "Only the Central Team changes a number of the handbook." in text_of(answer)


def test_a_number_that_does_not_exist_is_not_found(client, central):
    assert client.get(reverse("programme:decide", args=["hours.nothing"])).status_code == 404


# Words


@pytest.mark.clause(30)
def test_the_glossary_explains_every_word_to_anyone_and_can_be_searched(client):
    Term.objects.create(term="CAD", expansion="Computer Aided Despatch", meaning="Calls for help.", source="x")
    Term.objects.create(term="OH", expansion="Occupational Health", meaning="Doctors and nurses.", source="x")

    everything, found = (
        client.get(reverse("programme:glossary")),
        client.get(reverse("programme:glossary"), {"words": "nurses"}),
    )

    assert ["CAD" in text_of(everything), "Occupational Health" in text_of(everything)] == [True, True]
    assert ["CAD" in text_of(found), "Occupational Health" in text_of(found)] == [False, True]


def test_a_word_that_is_not_there_says_what_to_do(client):
    assert "Ask the person who used it" in text_of(client.get(reverse("programme:glossary"), {"words": "zzz"}))


@pytest.mark.clause(30)
def test_a_word_is_explained_where_it_stands():
    Term.objects.create(term="CAD", expansion="Computer Aided Despatch", meaning="Calls <come> in.", source="x")

    shown = Template("{% load terms %}{% term 'cad' %}|{% term word %}").render(Context({"word": "X<Y"}))

    button, unknown = shown.split("|")
    assert 'popovertarget="' in button
    assert "Computer Aided Despatch</span> Calls &lt;come&gt; in.</span>" in button
    assert unknown == "X&lt;Y"


def test_two_words_of_a_page_open_two_meanings():
    Term.objects.create(term="CAD", meaning="Calls.", source="x")

    first, second = (Template("{% load terms %}{% term 'CAD' %}").render(Context()) for _ in range(2))

    assert first != second


def test_a_page_asks_for_the_glossary_once(django_assert_num_queries):
    Term.objects.create(term="CAD", meaning="Calls.", source="x")

    with django_assert_num_queries(1):
        Template("{% load terms %}{% term 'CAD' %}{% term 'OH' %}{% term 'CAD' %}").render(Context())


# Documents


def test_anyone_reads_a_document_in_its_present_edition(client):
    document = a_document()
    an_edition(document, 1, issued=400, review=-35, body="Old words")
    an_edition(document, 2)

    answer = client.get(reverse("programme:document", args=["breaks"]))

    said = text_of(answer)
    assert ['<h2 class="govuk-heading-m">Tea</h2>' in said, "Old words" in said, "Edition 2" in said] == [
        True,
        False,
        True,
    ]


def test_an_edition_that_was_replaced_can_be_read_and_says_so(client):
    document = a_document()
    an_edition(document, 1, issued=400, review=-35, body="Old words")
    an_edition(document, 2)

    said = text_of(client.get(reverse("programme:document", args=["breaks"]), {"edition": "1"}))

    assert ["Old words" in said, "This edition has been replaced" in said] == [True, True]


def test_an_edition_of_tomorrow_is_not_shown_today(client):
    an_edition(a_document(), issued=-1)

    assert client.get(reverse("programme:document", args=["breaks"])).status_code == 404


@pytest.mark.parametrize(("signed_in", "status"), [(False, 404), (True, 200)])
def test_a_marked_document_is_for_those_who_are_signed_in(client, signed_in, status):
    an_edition(a_document("plans", marking="Restricted"))
    if signed_in:
        client.force_login(a.a_person())

    assert client.get(reverse("programme:document", args=["plans"])).status_code == status


@pytest.mark.parametrize(("staff", "shown"), [(True, True), (False, False)])
def test_staff_see_that_a_review_is_overdue(client, staff, shown):
    an_edition(a_document(), issued=400, review=-35)
    client.force_login(a.an_mvpm() if staff else a.a_person())

    assert ("Overdue" in text_of(client.get(reverse("programme:documents")))) == shown


def test_the_list_of_documents_asks_as_often_for_many(client, django_assert_num_queries):
    an_edition(a_document())

    with django_assert_num_queries(2):
        client.get(reverse("programme:documents"))
    for number in range(5):
        an_edition(a_document(f"paper{number}"))
    with django_assert_num_queries(2):
        client.get(reverse("programme:documents"))


# The organisation


@pytest.mark.clause(157)
def test_the_organisation_is_shown_as_it_stood_on_a_day(client):
    camden = a.a_borough()
    client.force_login(a.a_person())
    branch = services.found(
        code="FLP", name="Frontline Policing", kind="GROUP", from_on=date(2018, 4, 1), reports_to=a.the_force()
    )
    services.report_to(camden, reports_to=branch, from_on=date(2018, 4, 1))

    before = client.get(reverse("programme:organisation"), {"day": "26/4/2007"}).context["roots"]
    after = client.get(reverse("programme:organisation"), {"day": "26/4/2019"}).context["roots"]

    assert [[child.unit.name for child in root.under] for root in before] == [["Camden"]]
    assert [[grand.unit.name for grand in child.under] for root in after for child in root.under] == [["Camden"]]


def test_the_tree_asks_as_often_for_many_units(django_assert_num_queries):
    a.a_unit()
    with django_assert_num_queries(2):
        selectors.tree_on(a.TODAY)
    for name in ("Barnet", "Brent", "Ealing"):
        a.a_unit(borough=a.a_borough(name))
    with django_assert_num_queries(2):
        (root,) = selectors.tree_on(a.TODAY)
    assert [(node.unit.name, node.teams) for node in root.under] == [
        ("Barnet", 1),
        ("Brent", 1),
        ("Camden", 1),
        ("Ealing", 1),
    ]


def test_a_unit_s_page_says_where_it_is_and_what_stands_under_it(client):
    unit = a.a_unit("Front counter")
    client.force_login(a.a_person())

    of_unit = text_of(client.get(reverse("programme:unit", args=[unit.reference])))
    of_borough = text_of(client.get(reverse("programme:unit", args=[unit.borough.reference])))

    assert ["12 Holmes Road, London" in of_unit, "Camden</a>, from Wednesday 1 August 2001" in of_unit] == [True, True]
    assert "Front counter</a>" in of_borough


def test_a_stranger_is_asked_to_sign_in_to_see_where_units_are(client):
    unit = a.a_unit()

    answer = client.get(reverse("programme:unit", args=[unit.reference]))

    assert (answer.status_code, answer["Location"].startswith("/account/login/")) == (302, True)


@pytest.mark.parametrize("typed", ["soon", " "])
@pytest.mark.parametrize("page", ["programme:organisation", "programme:unit"])
def test_a_day_that_is_none_shows_today(client, page, typed):
    client.force_login(a.a_person())

    answer = client.get(reverse(page, args=[a.a_borough().reference] if page.endswith("unit") else []), {"day": typed})

    assert (answer.status_code, answer.context["day"]) == (200, timezone.localdate())
