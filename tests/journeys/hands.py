"""What a person does and reads on a page, found by role and label as a screen reader finds it."""

from playwright.sync_api import Page


def open_page(page: Page, path: str) -> int:
    """Go to an address, and say with which status the site answers."""
    answer = page.goto(path)
    return answer.status if answer else 0


def press(page: Page, button: str) -> None:
    """Press a button of the page itself."""
    page.get_by_role("main").get_by_role("button", name=button, exact=True).click()


def choose(page: Page, question: str, *answers: str) -> None:
    """Tick these answers to a question."""
    group = page.get_by_role("group", name=question)
    for answer in answers:
        group.get_by_label(answer, exact=True).check()


def fill(page: Page, **typed: str) -> None:
    """Fill boxes named by the words of their label: ``fill(page, full_name="Grace Adeyemi")``."""
    for label, words in typed.items():
        page.get_by_label(label.replace("_", " ")).fill(words)


def type_day(page: Page, question: str, day: int, month: int, year: int) -> None:
    """Type a day into its three boxes."""
    group = page.get_by_role("group", name=question)
    for box, number in (("Day", day), ("Month", month), ("Year", year)):
        group.get_by_label(box, exact=True).fill(str(number))


def heading(page: Page) -> str:
    """What the page is about."""
    return page.get_by_role("heading", level=1).inner_text()


def errors(page: Page) -> list[str]:
    """What the summary above the form says is wrong."""
    alert = page.get_by_role("alert")
    alert.get_by_role("heading", name="There is a problem").wait_for()
    return [" ".join(text.split()) for text in alert.get_by_role("listitem").all_inner_texts()]


def error(page: Page) -> str:
    """The one thing that is wrong."""
    (only,) = errors(page)
    return only


def refused(page: Page, path: str) -> str:
    """The policy that is shown to somebody who may not open this page."""
    assert open_page(page, path) == 403
    assert heading(page) == "You cannot do this"
    return page.get_by_role("main").get_by_role("paragraph").first.inner_text()


def told(page: Page) -> str:
    """What the page says was just done."""
    return page.get_by_role("status").first.inner_text().strip()


def reads(page: Page) -> str:
    """All the words of the page itself, as they are shown."""
    return " ".join(page.get_by_role("main").inner_text().split())
