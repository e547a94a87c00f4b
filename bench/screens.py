"""Pictures of the chat for the documentation: telephone and desktop, light and dark."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("TANYA_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking"]
SIZES = {"phone": (390, 844), "desktop": (1200, 800)}
QUESTION = {
    "phone": "nk tanya, umur 54 blh masuk x perkeso suri rumah? kali pertama",
    "desktop": "How much is Plan 2 for a Grab driver, for a year?",
}


def main() -> None:
    """Ask a running assistant and keep what it looks like."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--url", default="http://127.0.0.1:8080")
    arguments.add_argument("--to", type=Path, default=Path("docs/screens"))
    given = arguments.parse_args()
    given.to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name in SIZES:
            for scheme in ("light", "dark"):
                _picture(browser, given.url, given.to / f"{name}-{scheme}.png", scheme)
        browser.close()


def _picture(browser: Any, url: str, path: Path, scheme: str) -> None:
    name = path.stem.partition("-")[0]
    width, height = SIZES[name]
    size = {"width": width, "height": height}
    language = "ms-MY" if name == "phone" else "en-MY"
    context = browser.new_context(viewport=size, color_scheme=scheme, locale=language)
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector("tanya-chat[ready]")
    page.get_by_role("textbox").fill(QUESTION[name])
    page.get_by_role("textbox").press("Enter")
    page.locator(".message .bot").first.wait_for(timeout=60_000)
    page.locator(".typing").wait_for(state="hidden", timeout=60_000)
    page.screenshot(path=path)
    print(path)
    context.close()


if __name__ == "__main__":
    main()
