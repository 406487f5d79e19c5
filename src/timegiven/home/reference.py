"""The reference pages, written from the code itself: lifecycles, access, policies, clauses."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import autodiscover_modules

from timegiven.kernel.lifecycle import Lifecycle, every_lifecycle
from timegiven.kernel.permission import every_permission
from timegiven.kernel.words import duration, pounds
from timegiven.programme.content.glossary import TERMS
from timegiven.programme.policy import Policy, every_policy

HEAD = "<!-- Written by `manage.py reference` from the code. Do not edit. -->\n\n"


def pages() -> dict[str, str]:
    """(file name below docs, content) of every page."""
    autodiscover_modules("access", "policies", "models")
    written = {
        "reference/lifecycles.md": lifecycles(),
        "reference/access.md": access(),
        "reference/policies.md": policies(),
        "reference/clauses.md": clauses(),
        "glossary.md": glossary(),
    }
    return {name: HEAD + "\n".join(lines) + "\n" for name, lines in written.items()}


def lifecycles() -> list[str]:
    """Each life as a diagram, and whose turn each status is."""
    lines = ["# Lifecycles", "", "What may become what, and whose turn it is. `Lifecycle.move` is the only writer.", ""]
    for life in every_lifecycle():
        lines += [f"## {life.thing.capitalize()}", "", *_diagram(life), "", "| Status | Whose turn |", "| --- | --- |"]
        lines += [f"| {status} | {desk or '–'} |" for status, desk in life.desks.items()] + [""]
    return lines


def _diagram(life: Lifecycle) -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield f"    [*] --> {next(iter(life.moves))}"
    for here, onward in life.moves.items():
        for there in onward or ("[*]",):
            yield f"    {here} --> {there}"
    yield "```"


def access() -> list[str]:
    """Every permission, whose docstring is the policy."""
    stands_in = "What an MVP Manager may do, the Central Team may where nobody is one."
    lines = ["# Who may do what", "", f"Each sentence is shown to whoever is refused. {stands_in}", ""]
    by_chapter = defaultdict(list)
    for each in every_permission():
        by_chapter[each.chapter].append(each)
    for chapter in settings.INSTALLED_APPS:
        name = chapter.removeprefix("timegiven.")
        if name in by_chapter:
            lines += [f"## {name.capitalize()}", "", "| Permission | Policy |", "| --- | --- |"]
            lines += [f"| `{each.name}` | {each.policy} |" for each in by_chapter[name]] + [""]
    return lines


def policies() -> list[str]:
    """Every number of the handbook with its source; the values in force are on the site's own page."""
    lines = [
        "# Policies",
        "",
        "| Name | What it means | Default | Source | Clauses |",
        "| --- | --- | --- | --- | --- |",
    ]
    for each in sorted(every_policy(), key=lambda policy: policy.name):
        named = ", ".join(str(number) for number in each.clauses) or "–"
        lines.append(f"| `{each.name}` | {each.means} | {_value(each)} | {each.source} | {named} |")
    return lines


def _value(policy: Policy) -> str:
    shown = {"minutes": duration, "pence": pounds, "days": lambda days: f"{days} days"}.get(policy.unit, str)
    strands = [f"{strand}: {shown(value)}" for strand, value in policy.values.items()]
    return "; ".join([shown(policy.default), *strands])


def glossary() -> list[str]:
    """Every word and set of initials: the authority on what things are called."""
    lines = ["# Glossary", "", "The words of the programme. Code, pages and letters use them and no others.", ""]
    lines += ["| Word | Stands for | Meaning |", "| --- | --- | --- |"]
    terms = sorted(TERMS, key=lambda term: term.term.lower())
    return lines + [f"| {each.term} | {each.expansion or '–'} | {each.meaning} |" for each in terms]


def clauses() -> list[str]:
    """Every clause of the mission with the tests that prove it."""
    root = settings.ROOT
    proofs = proving_tests(root)
    rows = [line.split("\t") for line in (root / "docs" / "clauses.tsv").read_text().splitlines()[1:]]
    met = sum(1 for number, *_ in rows if proofs[int(number)])
    lines = ["# Clauses and the tests that prove them", "", f"{met} of {len(rows)} clauses have a test so far.", ""]
    lines += ["S1: MVP Guide for Supervision of Volunteers and Statement of Expectation, 2007, by line.  "]
    lines += ["S2: report 9 to the Metropolitan Police Authority, 26 April 2007, by line.", ""]
    lines += ["| Clause | What is asked | Tests |", "| --- | --- | --- |"]
    for number, _, source, asked in rows:
        tests = "<br>".join(f"`{test}`" for test in proofs[int(number)]) or "–"
        lines.append(f"| {number} ({source}) | {asked} | {tests} |")
    return lines


def proving_tests(root: Path) -> dict[int, list[str]]:
    """Clause number: tests marked with it."""
    found: dict[int, list[str]] = defaultdict(list)
    paths = sorted([*root.glob("src/**/test_*.py"), *root.glob("tests/**/test_*.py")])
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                for number in _marked(node):
                    found[number].append(node.name)
    return found


def _marked(function: ast.FunctionDef) -> list[int]:
    marks = [each for each in function.decorator_list if isinstance(each, ast.Call)]
    clause = [each for each in marks if isinstance(each.func, ast.Attribute) and each.func.attr == "clause"]
    return [number for mark in clause for written in mark.args for number in _numbers(written)]


def _numbers(written: ast.expr) -> list[int]:
    """The clause numbers of one argument: a number, or a starred range of them."""
    if isinstance(written, ast.Constant) and isinstance(written.value, int):
        return [written.value]
    if isinstance(written, ast.Starred) and isinstance(written.value, ast.Call):
        return list(range(*(ast.literal_eval(bound) for bound in written.value.args)))
    return []
