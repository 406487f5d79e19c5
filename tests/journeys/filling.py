"""The questions of an application as somebody answers them, one page after the other."""

from playwright.sync_api import Page

from tests.journeys.hands import choose, heading, press

NEXT = "Save and carry on"


def _address(page: Page) -> None:
    page.get_by_label("Address and postcode").fill("4 Agar Grove\nLondon NW1 9SL")


def _time(page: Page) -> None:
    choose(page, "On which days could you give some time?", "Saturday")
    choose(page, "At what time of day?", "Mornings")


def _travel(page: Page) -> None:
    choose(page, "How would you usually come?", "By bus")


def _emergency(page: Page) -> None:
    page.get_by_label("Their full name").fill("Tunde Adeyemi")
    page.get_by_label("Who are they to you?").fill("Brother")
    page.get_by_label("Their telephone number").fill("020 7946 0123")
    page.get_by_label("Somebody else to ring, if you like").fill("Joy Bell")
    page.get_by_label("The second person’s telephone number").fill("020 7946 0124")


def _guardian(page: Page) -> None:
    page.get_by_label("Their full name").fill("Ruth Mills")
    page.get_by_label("Who are they to you?").fill("Mother")
    page.get_by_label("Their email address").fill("ruth@example.org")


def name_referee(page: Page, name: str, **reach: str) -> None:
    page.get_by_label("Their full name").fill(name)
    page.get_by_label("How do they know you?").select_option("Colleague")
    page.get_by_label("Their email address").fill(reach.get("email", ""))
    page.get_by_label("Their telephone number").fill(reach.get("phone", ""))
    page.get_by_label("This person is not a relative of mine, or my partner").check()


ANSWERS = {
    "Your address": _address,
    "When you could give time": _time,
    "How you would come to us": _travel,
    "Whom to ring in an emergency": _emergency,
    "Your parent or guardian": _guardian,
    "A person who knows you": lambda page: name_referee(page, "Martin Osei", email="martin@example.org"),
    "Another person who knows you": lambda page: name_referee(page, "Hilary Brandt", phone="020 7946 0777"),
}


def fill_in_everything(page: Page) -> list[str]:
    """Answer what has to be answered until all is there to be checked; return the questions that were asked."""
    asked: list[str] = []
    while (title := heading(page)) != "Check your answers":
        assert title not in asked, f"{title} was asked twice"
        asked.append(title)
        ANSWERS.get(title, lambda _: None)(page)
        press(page, NEXT)
    return asked
