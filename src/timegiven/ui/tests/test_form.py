import html5lib
import pytest
from django.forms import formset_factory
from django.forms.renderers import DjangoTemplates
from django.template import Context, Template
from django.template.loader import render_to_string

from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.ui import forms, specimens


class Greeting(forms.Form):
    name = forms.Text("Name")


def test_each_fresh_form_has_a_key_of_its_own():
    keys = {Greeting()["once"].value() for _ in range(3)}

    assert [len(keys), {len(key) for key in keys}] == [3, {41}]


def test_a_form_shown_again_keeps_its_key_and_a_service_never_sees_it():
    form = Greeting({"name": "Jo", "once": "abc"})

    assert form.is_valid()
    assert [form["once"].value(), form.cleaned_data] == ["abc", {"name": "Jo"}]


@pytest.mark.parametrize("key", ["", "x" * 1000, "\x00"])
def test_a_strange_key_never_stops_a_form(key):
    assert Greeting({"name": "Jo", "once": key}).is_valid()


def test_an_empty_form_of_several_stays_empty():
    several = formset_factory(Greeting, extra=1)
    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "", "form-0-once": "abc"}

    assert several(data).is_valid()


def test_a_list_to_pick_from_is_written_as_django_writes_it():
    kinds = [("Units", [(1, "Front counter"), (2, "Bed & <board>")]), ("", "None of these")]
    pick = forms.Pick("Unit", choices=kinds).widget

    ours = pick.render("unit", 2, attrs={"id": "id_unit", "required": True})
    theirs = pick.render("unit", 2, attrs={"id": "id_unit", "required": True}, renderer=DjangoTemplates())

    assert "".join(ours.split()) == "".join(theirs.split())


def test_a_refusal_can_be_added_to_a_form():
    form = Greeting({"name": "Jo"})
    form.add_error(None, NotAllowed("We have not done it.", next_step="Try tomorrow."))

    assert form.non_field_errors() == ["We have not done it. Try tomorrow."]


def test_a_form_and_a_field_look_the_same_without_the_tags():
    form = Greeting({})
    tags = Template("{% load ui %}{% form_fields form %}").render(Context({"form": form}))

    assert str(form).strip() == tags.strip()
    assert form["name"].as_field_group().strip() in tags


def test_several_forms_together_are_valid():
    markup = str(formset_factory(Greeting, extra=2)())

    html5lib.HTMLParser(strict=True).parseFragment(markup)
    assert markup.count("Name") == 2


PAGES = ["ui/form_page.html", "ui/refused.html", "403.html", "404.html", "500.html", "503.html", "ui/csrf.html"]


@pytest.mark.parametrize("page", [*PAGES, "ui/print.html", "ui/narrow.html", "ui/page.html"])
def test_every_skeleton_is_a_valid_page(page):
    frame = {"site_name": "Time Given", "title": "Your report", "refusal": specimens.REFUSAL, "form": Greeting({})}

    markup = render_to_string(page, frame | {"demonstration": True, "navigation": [{"text": "Today", "url": "/"}]})

    html5lib.HTMLParser(strict=True).parse(markup)
    assert [" style=" in markup, "<style" in markup, "onclick" in markup] == [False, False, False]


@pytest.mark.parametrize("page", ["500.html", "503.html"])
def test_the_pages_of_a_broken_service_need_nothing(page):
    markup = render_to_string(page)

    assert markup.count("<h1") == 1


def test_the_title_of_a_page_says_that_there_is_an_error():
    wrong, right = (
        render_to_string("ui/form_page.html", {"form": form, "title": "Report", "site_name": "Time Given"})
        for form in (Greeting({}), Greeting())
    )

    assert "<title>Error: Report " in wrong
    assert "<title>Report " in right
    assert wrong.index("govuk-error-summary") < wrong.index("<h1")


def test_a_form_carries_out_what_was_typed_and_keeps_what_came_of_it():
    form = Greeting({"name": "Jo"})

    assert [form.carries_out(lambda typed: f"Hello {typed['name']}"), form.outcome] == [True, "Hello Jo"]


def test_a_form_not_sent_or_not_right_carries_nothing_out():
    done = []

    assert [form.carries_out(done.append) for form in (Greeting(), Greeting({"name": ""}))] == [False, False]
    assert done == []


def test_a_refused_deed_stands_above_the_form_with_what_was_typed():
    def refuse(typed):
        raise NotAllowed("It was not sent", next_step="Try tomorrow", ask="the MVPM")

    form = Greeting({"name": "Jo"})

    assert [form.carries_out(refuse), form["name"].value()] == [False, "Jo"]
    assert form.non_field_errors() == [str(NotAllowed("It was not sent", next_step="Try tomorrow", ask="the MVPM"))]


def test_whoever_may_not_do_it_at_all_gets_no_form_back_but_a_page_that_says_so():
    def refuse(typed):
        raise NotPermitted("Only the chair declares.")

    with pytest.raises(NotPermitted, match="Only the chair declares"):
        Greeting({"name": "Jo"}).carries_out(refuse)
