"""The house keeps its shape: what import-linter cannot see, each check beside a planted fault that it must find."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField

from timegiven.kernel.lifecycle import every_lifecycle
from timegiven.kernel.permission import every_permission

SOURCE = Path(__file__).resolve().parents[1] / "src" / "timegiven"
STORY = (
    ("kernel",),
    ("letters", "audit", "ui"),
    ("programme",),
    ("people",),
    ("library", "hours"),
    ("joining", "training"),
    ("placements",),
    ("rota",),
    ("attendance",),
    ("expenses",),
    ("concerns", "engagement"),
    ("insight",),
    ("home",),
    ("demonstration",),
    ("site",),
)
FLOOR = {chapter: floor for floor, chapters in enumerate(STORY) for chapter in chapters}
# What other chapters may use of a chapter; the lowest two floors are made to be used whole.
PUBLIC_ROOMS = {"models", "selectors", "services", "access", "policy", "content"}
OPEN_CHAPTERS = {"kernel", "ui"}
ROOMS_WITH_A_CLOCK = ("views", "tasks", "management", "templatetags", "context", "middleware", "sign_in")
LONGEST_FILE, LONGEST_FUNCTION = 400, 60

Check = Callable[[str, Path, ast.Module], Iterator[str]]


@cache
def sources() -> list[tuple[str, Path, ast.Module]]:
    """(chapter, path below the source, syntax tree) of everything but tests, migrations and content."""
    return list(_parsed())


def _parsed() -> Iterator[tuple[str, Path, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        inside = path.relative_to(SOURCE)
        if not {"tests", "migrations", "content"} & set(inside.parts) and len(inside.parts) > 1:
            yield inside.parts[0], inside, ast.parse(path.read_text())


def room_of(path: Path) -> str:
    return path.parts[1].removesuffix(".py")


def private_rooms(chapter: str, path: Path, tree: ast.Module) -> Iterator[str]:
    """A chapter reached by another than its public rooms."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("timegiven."):
            continue
        parts = [*node.module.split("."), *(alias.name for alias in node.names)]
        other, room = parts[1], parts[2]
        if other != chapter and other not in OPEN_CHAPTERS and room not in PUBLIC_ROOMS and chapter != "demonstration":
            yield f"{path}:{node.lineno} reaches into {other}.{room}"


def imports_inside_functions(chapter: str, path: Path, tree: ast.Module) -> Iterator[str]:
    """A thing that needs one is on the wrong floor."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield f"{path}:{node.lineno} imports inside {function.name}"


def statuses_moved_by_hand(chapter: str, path: Path, tree: ast.Module) -> Iterator[str]:
    """Only Lifecycle.move writes the status of a thing that has a life (letters have none, but a queue)."""
    if chapter in {"kernel", "letters", "demonstration"}:
        return
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        flat = [each for target in targets for each in (target.elts if isinstance(target, ast.Tuple) else [target])]
        if any(isinstance(target, ast.Attribute) and target.attr == "status" for target in flat):
            yield f"{path}:{node.lineno} assigns a status"
        updates = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "update"
        if updates and any(keyword.arg == "status" for keyword in node.keywords):
            yield f"{path}:{node.lineno} updates a status"


def clocks_below_the_views(chapter: str, path: Path, tree: ast.Module) -> Iterator[str]:
    """The clock is an argument: only a door reads it."""
    if chapter in {"ui", "demonstration", "site"} or room_of(path) in ROOMS_WITH_A_CLOCK:
        return
    for node in ast.walk(tree):
        reads = isinstance(node, ast.Attribute) and node.attr in {"now", "localdate", "today", "utcnow"}
        if reads and getattr(node.value, "id", "") in {"timezone", "datetime", "date"}:
            yield f"{path}:{node.lineno} reads the clock"


def things_we_do_not_do(chapter: str, path: Path, tree: ast.Module) -> Iterator[str]:
    """No signals, save overrides, Meta.ordering, generic foreign keys, model forms, class-based views or admin."""
    banned = {"GenericForeignKey", "ModelForm", "receiver", "post_save", "pre_save", "m2m_changed", "TemplateView"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (names := banned & {alias.name for alias in node.names}):
            yield f"{path}:{node.lineno} imports {', '.join(sorted(names))}"
        if isinstance(node, ast.ImportFrom) and node.module in {"django.contrib.admin", "django.views.generic"}:
            yield f"{path}:{node.lineno} imports {node.module}"
        if isinstance(node, ast.ClassDef) and room_of(path) == "models":
            for inside in node.body:
                if isinstance(inside, ast.FunctionDef) and inside.name in {"save", "delete"}:
                    yield f"{path}:{inside.lineno} overrides {inside.name}"
                if isinstance(inside, ast.Assign) and getattr(inside.targets[0], "id", "") == "ordering":
                    yield f"{path}:{inside.lineno} sets an ordering"


def services_without_words(chapter: str, path: Path, tree: ast.Module) -> Iterator[str]:
    """A service says what it means to the programme, and opens with one sentence."""
    if not ast.get_docstring(tree) and path.name not in {"__init__.py", "apps.py", "urls.py"}:
        yield f"{path} does not open with a sentence"
    if room_of(path) == "services":
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node):
                yield f"{path}:{node.lineno} {node.name} does not say what it means"


def papers_of_its_own(chapter: str, path: Path, tree: ast.Module) -> Iterator[str]:
    """Reports are the only thing that `insight` keeps: of other chapters it asks, and changes nothing (decision 51)."""
    if chapter != "insight":
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("timegiven."):
            parts = [*node.module.split("."), *(alias.name for alias in node.names)]
            if parts[1] not in {"insight", "audit"} and "services" in parts[2:]:
                yield f"{path}:{node.lineno} has something done by {parts[1]}"


def sizes(chapter: str, path: Path, tree: ast.Module) -> Iterator[str]:
    """No god file, no endless function."""
    if (lines := len((SOURCE / path).read_text().splitlines()) if (SOURCE / path).exists() else 0) > LONGEST_FILE:
        yield f"{path} has {lines} lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION:
            yield f"{path}:{node.lineno} {node.name} is too long"


PLANTED: dict[Check, tuple[str, str, str]] = {
    private_rooms: ("rota", "rota/services.py", "from timegiven.joining.rules import check_references"),
    imports_inside_functions: ("rota", "rota/services.py", "def f():\n    import os"),
    statuses_moved_by_hand: ("rota", "rota/services.py", "offer.status, offer.at = 'ACCEPTED', None"),
    clocks_below_the_views: ("rota", "rota/services.py", "at = timezone.now()"),
    things_we_do_not_do: ("rota", "rota/models.py", "class Duty:\n    def save(self):\n        pass"),
    services_without_words: ("rota", "rota/services.py", '"""Opens."""\ndef cancel(duty):\n    pass'),
    papers_of_its_own: ("insight", "insight/services.py", "from timegiven.hours import services as hours"),
    sizes: ("rota", "rota/services.py", "def f():\n" + "    x = 1\n" * 60),
}


@pytest.mark.parametrize("check", PLANTED, ids=lambda check: check.__name__)
def test_the_house_keeps_its_shape(check):
    assert [fault for source in sources() for fault in check(*source)] == []


@pytest.mark.parametrize("check", PLANTED, ids=lambda check: check.__name__)
def test_a_planted_fault_is_found(check):
    chapter, path, fault = PLANTED[check]

    assert len(list(check(chapter, Path(path), ast.parse(fault)))) == 1


def bare_counts(markup: str) -> list[str]:
    """How many there are, written without a comma after the thousands."""
    return re.findall(r"{{ [a-z_.]*paginator\.count }}", markup)


def test_what_a_list_counts_is_easy_to_read():
    assert [path.name for path in SOURCE.rglob("templates/**/*.html") if bare_counts(path.read_text())] == []


def test_a_planted_bare_count_is_found():
    assert bare_counts("{{ page.paginator.count|figure }}{{ page.paginator.count }}") == ["{{ page.paginator.count }}"]


def forward_keys(models: list) -> list[str]:
    """Foreign keys that point to a later chapter, or to the same floor: string keys that no linter sees."""
    return [
        f"{model._meta.label}.{field.name} points to {field.related_model._meta.app_label}"
        for model in models
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey | ManyToManyField)
        and (here := model._meta.app_label) in FLOOR
        and (there := field.related_model._meta.app_label) in FLOOR
        and here != there
        and FLOOR[there] >= FLOOR[here]
    ]


def test_no_foreign_key_points_forward():
    assert forward_keys(apps.get_models()) == []


def test_a_planted_forward_key_is_found(monkeypatch):
    monkeypatch.setitem(FLOOR, "people", 99)

    assert "hours.Month.person points to people" in forward_keys(apps.get_models())


def test_every_status_has_its_moves_and_its_desk():
    lives = {model: model.lifecycle for model in apps.get_models() if hasattr(model, "lifecycle")}

    assert set(lives.values()) == set(every_lifecycle())
    for model, life in lives.items():
        assert set(life.moves) == set(model.Status.values), model
        assert {status for onward in life.moves.values() for status in onward} <= set(model.Status.values), model
        assert hasattr(model, "steps"), model


def test_every_permission_is_a_sentence():
    assert [each for each in every_permission() if not re.fullmatch(r"[A-Z][^\n]{20,200}\.", each.policy)] == []


# Words that make an offer an order, a volunteer an employee, or a programme a contest.
ORDERS = re.compile(
    r"\b(must attend|shifts?|wages?|disciplin\w+|employees?|sacked|streaks?|league table|leaderboard|hours worked)\b",
    re.IGNORECASE,
)


def words_shown(text: str) -> str:
    """A template without its tags, comments and attribute names."""
    return re.sub(r"{%.*?%}|{#.*?#}|{{.*?}}|<[^>]*>", " ", text, flags=re.DOTALL)


def test_no_page_or_letter_gives_an_order():
    pages = [path for kind in ("html", "txt") for path in SOURCE.rglob(f"templates/**/*.{kind}")]

    found = {str(path.relative_to(SOURCE)): ORDERS.findall(words_shown(path.read_text())) for path in pages}

    assert len(pages) > 50
    assert {path: words for path, words in found.items() if words} == {}


def test_a_planted_order_is_found():
    assert ORDERS.findall(words_shown("<p class='shift'>You must attend your shift.</p>")) == ["must attend", "shift"]


_BLOCK = re.compile(r"{% block (\w+) %}")
_CALLED = re.compile(r"{% url [^%]* as (\w+) %}")


def _lost_addresses(text: str) -> set[str]:
    """Addresses that a template names in one block and uses in another, where they are nothing: no Cancel is shown."""
    blocks = _BLOCK.split(text)[2::2]
    named = {name for block in blocks for name in _CALLED.findall(block)}
    return {
        name
        for block in blocks
        for name in named - set(_CALLED.findall(block))
        if re.search(rf"cancel_url={name}\b", block)
    }


def test_no_cancel_is_lost_between_two_blocks():
    found = {str(path): _lost_addresses(path.read_text()) for path in SOURCE.glob("*/templates/**/*.html")}
    assert {path: names for path, names in found.items() if names} == {}


def test_a_planted_lost_cancel_is_found():
    lost = '{% block back %}{% url "a" as back %}{% endblock %}{% block content %}{% submit "Go" cancel_url=back %}'
    assert _lost_addresses(lost) == {"back"}
