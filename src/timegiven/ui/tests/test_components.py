from datetime import date

import html5lib
import pytest
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from timegiven.kernel.refusals import NotAllowed
from timegiven.ui import forms, specimens
from timegiven.ui.components import charts, finding

NASTY = '<b onclick="x">Tom & "Jo"</b>'


def parsed(markup):
    """The markup as a tree; a single error in it fails the test."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(markup)


def drawn(source, **context):
    markup = Template("{% load ui %}" + source).render(Context(context))
    return markup, parsed(markup)


def words_of(tree):
    return " ".join("".join(tree.itertext()).split())


ROWS = {
    "tag": ('{% tag text "green" %}', {}),
    "timeline": ("{% timeline things %}", {"things": [{"title": NASTY, "by_name": NASTY, "why": NASTY}]}),
    "summary list": ("{% summary_list things %}", {"things": [{"key": NASTY, "value": NASTY, "change_url": "/a"}]}),
    "summary card": ("{% summary_list things text %}", {"things": [{"key": NASTY, "value": NASTY}]}),
    "task list": (
        "{% task_list things %}",
        {"things": [{"title": NASTY, "status": NASTY, "hint": NASTY, "url": "/a"}]},
    ),
    "identity bar": ("{% identity_bar name=text reference=text status=text %}", {}),
    "tabs": ("{% tabs things %}", {"things": [{"text": NASTY, "url": "/a", "count": 120}]}),
    "stat tile": ('{% stat_tile text text "/a" %}', {}),
    "needs you": ("{% needs_you things %}", {"things": [{"text": NASTY, "url": "/a", "hint": NASTY, "tag": NASTY}]}),
    "chart": ("{% bar_chart things %}", {"things": {"title": NASTY, "unit": NASTY, "rows": [(NASTY, 1), ("b", 2)]}}),
    "chart across": ("{% bar_chart things %}", {"things": {"title": NASTY, "rows": [(NASTY, 0)], "horizontal": True}}),
    "refusal": ("{% refusal things %}", {"things": NotAllowed(NASTY, next_step=NASTY, ask=NASTY)}),
    "progress": ("{% progress_tracker things %}", {"things": [{"title": NASTY, "state": "now", "text": NASTY}]}),
    "breadcrumbs": ("{% breadcrumbs things %}", {"things": [{"text": NASTY, "url": "/a"}, {"text": NASTY}]}),
    "warning": ("{% warning %}{{ text }}{% endwarning %}", {}),
    "inset": ("{% inset %}<p>{{ text }}</p>{% endinset %}", {}),
    "details": ("{% details text %}{{ text }}{% enddetails %}", {}),
    "notice": ("{% notice text %}{{ text }}{% endnotice %}", {}),
    "table": ('{% table text "One|#Two" label=text %}<tr><td>{{ text }}</td></tr>{% endtable %}', {}),
    "submit": ('{% submit text cancel_url="/a" %}', {}),
    "back link": ('{% back_link "/a" text %}', {}),
    "sortable header": ('<table><tr>{% sortable_header text "name" %}</tr></table>', {}),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_component_is_valid_and_shows_words_as_words(name):
    source, context = ROWS[name]

    _, tree = drawn(source, text=NASTY, **context)

    assert NASTY in words_of(tree)
    assert tree.findall(".//b") == []


def test_every_field_is_valid_in_a_fresh_form_and_in_a_wrong_one():
    for form in (specimens.Questions(), specimens.Questions({})):
        _, tree = drawn("<form>{% error_summary form %}{% form_fields form %}</form>", form=form)

        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert sorted(set(ids)) == sorted(ids)


def test_every_line_of_the_error_summary_leads_to_something_on_the_page():
    _, tree = drawn("{% error_summary form %}{% form_fields form %}", form=specimens.Questions({"born_on_day": "3"}))

    ids = {element.get("id") for element in tree.iter()}
    targets = [link.get("href")[1:] for link in tree.iter("a")]
    assert len(targets) == 16
    assert set(targets) - ids == set()
    assert "id_born_on_month" in targets


def test_every_hint_and_error_is_tied_to_its_field():
    _, tree = drawn("{% form_fields form %}", form=specimens.Questions({}))

    told = {target for element in tree.iter() for target in (element.get("aria-describedby") or "").split()}
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    spoken = {name for name in ids if name.endswith(("-hint", "-error", "-info"))}
    assert told == spoken


def test_what_was_typed_is_kept_after_an_error():
    typed = {
        "name": NASTY,
        "about": "First\nSecond",
        "born_on_day": "31",
        "born_on_month": "Feb",
        "born_on_year": "1987",
        "starts_on": "soon",
        "starts_at": "ten",
        "is_driver": "no",
        "days": ["sun"],
        "station": "harbour",
        "fare_pence": "lots",
        "given_minutes_hours": "3",
        "given_minutes_minutes": "99",
        "once": "abc",
    }

    _, tree = drawn("{% form_fields form %}", form=specimens.Questions(typed))

    kept = {box.get("name"): box.get("value") for box in tree.iter("input") if box.get("type") in ("text", "hidden")}
    chosen = [box.get("value") for box in tree.iter("input") if box.get("checked") is not None]
    picked = [option.get("value") for option in tree.iter("option") if option.get("selected") is not None]
    assert {name: typed[name] for name in kept if name in typed} == {name: kept[name] for name in kept if name in typed}
    assert len([name for name in kept if name in typed]) == 10
    assert [chosen, picked, [area.text.strip() for area in tree.iter("textarea")]] == [
        ["no", "sun"],
        ["harbour"],
        ["First\nSecond"],
    ]


def test_a_password_is_never_sent_back():
    markup, _ = drawn("{% form_fields form %}", form=specimens.Questions({"secret": "correct horse"}))

    assert "correct horse" not in markup


def test_a_refusal_is_text_in_the_error_summary():
    form = specimens.Questions({})
    form.add_error(None, specimens.REFUSAL)

    _, tree = drawn("{% error_summary form %}", form=form)

    first = next(tree.iter("li"))
    assert words_of(first) == str(specimens.REFUSAL)
    assert list(first.iter("a")) == []


def test_nothing_wrong_shows_no_summary():
    assert drawn("{% error_summary form %}", form=specimens.Questions())[0].strip() == ""


def test_an_optional_question_says_so():
    _, tree = drawn("{% field form.phone %}{% field form.name %}", form=specimens.Questions())

    assert [label.text for label in tree.iter("label")] == ["Telephone number (optional)", "Full name"]


def test_a_question_whose_answers_hold_nobody_need_not_say_that_it_is_optional():
    class WhoCame(forms.Form):
        chair = forms.Pick("Chair", choices=[("", "Nobody"), ("A", "Ada Okafor")], required=False, empty="Nobody")

    _, tree = drawn("{% field form.chair %}", form=WhoCame())

    assert [label.text for label in tree.iter("label")] == ["Chair"]


def test_the_only_question_of_a_page_is_its_heading():
    for name in ("name", "role"):
        _, tree = drawn("{% field bound heading=True %}", bound=specimens.Questions()[name])

        assert [words_of(heading) for heading in tree.iter("h1")] == [str(specimens.Questions()[name].label)]


def test_an_empty_list_of_work_says_that_nothing_waits():
    assert words_of(drawn("{% needs_you things %}", things=[])[1]) == "Nothing is waiting for you."


def test_an_empty_chart_says_so():
    assert "There is nothing to count yet." in words_of(drawn("{% bar_chart c %}", c={"title": "T", "rows": []})[1])


def test_a_month_of_the_rota_is_valid():
    month = specimens.shown_month(date(2027, 3, 3))

    _, tree = drawn("{% calendar_month month %}", month=month)

    assert len([item for item in tree.iter("li") if "tg-calendar__day" in item.get("class").split()]) == 35


@pytest.mark.parametrize(("most", "top"), [(0, 4), (3, 4), (5, 8), (9, 12), (95, 100), (1748, 2000), (17121, 20000)])
def test_a_scale_ends_at_a_round_number_that_holds_every_bar(most, top):
    assert charts.round_top(most) == top


def test_pages_keep_the_filters():
    request = RequestFactory().get("/list", {"status": ["a", "b"], "sort": "-name", "page": "2"})

    shown = finding.pagination(request.GET, Paginator(range(50), 10).get_page(2))

    assert shown["next"] == "?status=a&status=b&sort=-name&page=3"
    assert [item["current"] for item in shown["items"]] == [False, True, False, False, False]


def test_a_chosen_filter_can_be_taken_off_alone():
    query = {"status": ["vetting", "active"], "words": "Jo", "page": "2"}
    request = RequestFactory().get("/list", query)

    chosen = finding.filter_panel(request.GET, specimens.Filters(request.GET))["chosen"]

    assert chosen == [
        {"text": "Name or reference: Jo", "url": "?status=vetting&status=active"},
        {"text": "In vetting", "url": "?status=active&words=Jo"},
        {"text": "Active", "url": "?status=vetting&words=Jo"},
    ]


def test_the_chosen_filters_stand_outside_what_folds_away():
    request = RequestFactory().get("/list", {"words": "Jo"})
    context = Context({"request": request, "filters": specimens.Filters(request.GET)})

    page = Template("{% load ui %}{% filter_panel filters %}").render(context)

    before, fold = page.split("<details", 1)
    for words in ("Name or reference: Jo", "Clear filters"):
        assert words in before, words
        assert words not in fold, words


def test_a_column_turns_round_when_it_is_chosen_twice():
    request = RequestFactory().get("/list", {"sort": "name", "page": "2"})

    name, hours = (finding.sortable_header(request.GET, "x", key) for key in ("name", "hours"))

    assert [name["url"], name["order"], hours["url"], hours["order"]] == ["?sort=-name", "ascending", "?sort=hours", ""]


def test_a_block_tag_left_open_is_an_error():
    with pytest.raises(TemplateSyntaxError):
        Template("{% load ui %}{% warning %}never closed")
