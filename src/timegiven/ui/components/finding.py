"""Finding one's way in long lists: pages, filters, the order of a table."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.paginator import Page
from django.http import QueryDict

from timegiven.kernel import words
from timegiven.ui.components.asking import shape_of


def query_of(context: Mapping[str, Any]) -> QueryDict:
    """What a list is narrowed by, for the links beside it: the address of the page, or what stands in its place.

    A page whose filters were sent, one of which is wrong, has no such address: it gives ``narrowed_by``.
    """
    request = context.get("request")
    asked: QueryDict = request.GET if request else QueryDict()
    return context.get("narrowed_by", asked)


def _address(query: QueryDict) -> str:
    return f"?{query.urlencode()}" if query else "?"


def pagination(query: QueryDict, page: Page) -> dict:
    """Links to the pages of a list; the filters and the order stay as they are."""
    query = query.copy()

    def to(number: int | str) -> str:
        query["page"] = str(number)
        return _address(query)

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "previous": to(page.previous_page_number()) if page.has_previous() else "",
        "next": to(page.next_page_number()) if page.has_next() else "",
        "items": [
            {"number": number, "url": to(number) if isinstance(number, int) else "", "current": number == page.number}
            for number in numbers
        ],
    }


def filter_panel(query: QueryDict, form: forms.BaseForm, title: str = "Filter", method: str = "get") -> dict:
    """The filters of a list, those in use as tags that can be taken off one at a time.

    Sent by ``post`` where something is typed that shall not stand in an address; the page answers with one that may.
    """
    sort = query.get("sort", "")
    return {
        "form": form,
        "title": title,
        "method": method,
        "chosen": [tag for bound in form.visible_fields() if not bound.errors for tag in _chosen(query, bound)],
        "sort": sort,
        "clear": f"?sort={sort}" if sort else "?",
    }


def left_out(form: forms.BaseForm | None) -> str:
    """What a list shows while a filter is wrong; empty words while none is."""
    if not form or not form.errors:
        return ""
    fields = form.visible_fields()
    wrong = words.several([f"“{bound.label}”" for bound in fields if bound.errors])
    others = any(form.cleaned_data.get(bound.name) for bound in fields)
    used = " Your other filters are used." if others else ""
    return f"What you see below is as if you had left {wrong} empty.{used}"


def _chosen(query: QueryDict, bound: forms.BoundField) -> list[dict]:
    labels = {str(value): text for value, text in getattr(bound.field, "choices", [])}
    return [
        {"text": _tag_text(bound, value, labels), "url": _without(query, bound.html_name, value)}
        for value in query.getlist(bound.html_name)
        if value.strip()
    ]


def _tag_text(bound: forms.BoundField, value: str, labels: dict[str, str]) -> str:
    if shape_of(bound) == "tick":
        return str(bound.label)
    return str(labels.get(value, f"{bound.label}: {value}"))


def _without(query: QueryDict, name: str, value: str) -> str:
    left = query.copy()
    left.setlist(name, [kept for kept in query.getlist(name) if kept != value])
    left.pop("page", None)
    return _address(left)


def sortable_header(query: QueryDict, text: str, key: str, *, default: str = "", numeric: bool = False) -> dict:
    """A column heading that orders the table by link: ``?sort=name``, then ``?sort=-name``."""
    query = query.copy()
    current = query.get("sort") or default
    query["sort"] = f"-{key}" if current == key else key
    query.pop("page", None)
    order = {key: "ascending", f"-{key}": "descending"}.get(current, "")
    return {"text": text, "url": _address(query), "order": order, "numeric": numeric}
