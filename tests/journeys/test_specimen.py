"""Every component in a real browser: nothing that axe would change, nothing that runs off a narrow screen."""

import pytest

WIDTHS = {"desktop": 1280, "phone": 360, "narrow phone": 320}


@pytest.fixture
def specimen(page, live_server, settings):
    """The page on which every component stands, ready in a browser of any width."""
    settings.DEMONSTRATION = True

    def open_at(width):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{live_server.url}/specimen/")
        page.wait_for_load_state("networkidle")
        return page

    return open_at


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_every_component_can_be_used_by_everyone(specimen, axe, width):
    page = specimen(width)

    axe(page)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_every_error_can_be_read_by_everyone(specimen, axe, width):
    page = specimen(width)

    page.get_by_role("button", name="Send, and be refused").click()

    page.get_by_role("heading", name="There is a problem").wait_for()
    axe(page)


def test_the_error_summary_takes_the_focus_and_leads_to_the_field(specimen):
    page = specimen(1280)

    page.get_by_role("button", name="Send your answers").click()
    page.wait_for_function("document.activeElement.classList.contains('govuk-error-summary')")
    page.get_by_role("link", name="Choose what you would like to do").click()

    assert page.evaluate("document.activeElement.id") == "id_role_0"


@pytest.mark.parametrize("width", [360, 320])
def test_a_day_can_be_picked_from_a_calendar(specimen, axe, width):
    page = specimen(width)

    page.get_by_role("button", name="Choose date").click()
    page.get_by_role("dialog").wait_for()
    axe(page)
    page.get_by_role("button", name="Select", exact=True).click()

    assert page.get_by_label("First day").input_value() != ""


def test_the_menu_of_a_phone_opens_and_closes(specimen):
    page = specimen(360)
    rota = page.get_by_role("navigation", name="Main").get_by_role("link", name="Rota")

    seen = [rota.is_visible()]
    for _ in range(2):
        page.get_by_role("button", name="Menu").click()
        seen.append(rota.is_visible())

    assert seen == [False, True, False]


def test_a_page_without_scripts_shows_its_menu_and_keeps_the_answers(new_context, live_server, settings):
    settings.DEMONSTRATION = True
    page = new_context(java_script_enabled=False, viewport={"width": 320, "height": 700}).new_page()
    page.goto(f"{live_server.url}/specimen/")

    page.get_by_label("Full name").fill("Niamh Clarke")
    page.get_by_role("button", name="Send your answers").click()

    assert page.get_by_role("navigation", name="Main").get_by_role("link", name="Rota").is_visible()
    assert page.get_by_label("Full name").input_value() == "Niamh Clarke"


@pytest.mark.django_db
def test_the_specimen_is_shown_in_a_demonstration_only(client, settings):
    answers = []
    for settings.DEMONSTRATION in (False, True):
        answers.append(client.get("/specimen/").status_code)

    assert answers == [404, 200]
