"""Take the pictures of the README from a running demonstration: ./run, then scripts/screenshots.py [address]."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import browser

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
PICTURES = (("desk", "camden-mvpm", "/", 1280, 900), ("phone", "camden-volunteer", "/", 390, 844))


def main(address: str) -> None:
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=browser.chromium(), args=["--no-sandbox"])
        for name, person, path, width, height in PICTURES:
            page = chromium.new_page(viewport={"width": width, "height": height})
            page.goto(f"{address}/demonstration/")
            page.locator(f"form:has(input[value='{person}']) button, button[value='{person}']").first.click()
            page.goto(address + path)
            page.screenshot(path=IMAGES / f"{name}.png")
            print(f"docs/images/{name}.png")
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
