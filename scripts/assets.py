"""Bring in the design system's style sheets, scripts and typeface, without the marks reserved to GOV.UK."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "var" / "vendor"

# A service outside GOV.UK uses the design system but not its typeface, crown, crest or favicons.
RESERVED_FONT_FACE = re.compile(r"@font-face\{[^{}]*GDS Transport[^{}]*\}")
RESERVED_STACK = re.compile(r"GDS Transport,\s*arial,\s*sans-serif", re.IGNORECASE)
RESERVED_RULE = re.compile(r"(?<=[{};])[^{};]*(?:crest|crown|logotype|copyright-logo)[^{};]*\{[^{}]*\}")
EMPTY_BLOCK = re.compile(r"@(?:media|supports)[^{};]*\{\s*\}")
# The hashing storage would look for a source map that is not there.
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=\S*")
RESERVED_WORDS = re.compile(r"GDS Transport|crest|crown|logotype|copyright-logo|/assets/", re.IGNORECASE)

OUR_STACK = '"Inter Variable",Arial,sans-serif'

GOVUK = "govuk-frontend/dist/govuk"
MOJ = "@ministryofjustice/frontend/moj"
INTER = "@fontsource-variable/inter"
AUTOCOMPLETE = "accessible-autocomplete/dist"


def without_reserved_marks(css: str) -> str:
    """The same style sheet in our own typeface, with no rule that draws a government mark."""
    css = RESERVED_FONT_FACE.sub("", css)
    css = RESERVED_STACK.sub(OUR_STACK, css)
    css = RESERVED_RULE.sub("", css)
    css = EMPTY_BLOCK.sub("", css)
    css = css.replace("/assets/images/", "images/")
    return SOURCE_MAP.sub("", css).strip() + "\n"


def build(modules: Path, vendor: Path = VENDOR) -> list[str]:
    """Fill `vendor` from npm's folder and answer the names of the files there."""
    fresh = vendor.with_name(vendor.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    (fresh / "images").mkdir(parents=True)

    _style(modules / GOVUK / "govuk-frontend.min.css", fresh / "govuk.css")
    _style(modules / MOJ / "moj-frontend.min.css", fresh / "moj.css")
    _style(modules / AUTOCOMPLETE / "accessible-autocomplete.min.css", fresh / "autocomplete.css")
    _script(modules / GOVUK / "govuk-frontend.min.js", fresh / "govuk.js")
    _script(modules / MOJ / "moj-frontend.min.js", fresh / "moj.js")
    _script(modules / AUTOCOMPLETE / "accessible-autocomplete.min.js", fresh / "autocomplete.js")
    for icon in sorted((modules / MOJ / "assets" / "images").glob("icon-*.svg")):
        shutil.copyfile(icon, fresh / "images" / icon.name)
    _typeface(modules / INTER, fresh)

    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)
    return sorted(str(each.relative_to(vendor)) for each in vendor.rglob("*") if each.is_file())


def _style(source: Path, target: Path) -> None:
    css = without_reserved_marks(source.read_text(encoding="utf-8"))
    left = RESERVED_WORDS.search(css)
    if left:
        raise SystemExit(f"{source.name} still holds a reserved mark ({left.group()!r}): look at scripts/assets.py.")
    for image in re.findall(r"url\((images/[^)]+)\)", css):
        if not Path(image).name.startswith("icon-"):
            raise SystemExit(f"{source.name} asks for {image}, which scripts/assets.py does not copy.")
    target.write_text(css, encoding="utf-8")


def _script(source: Path, target: Path) -> None:
    text = SOURCE_MAP.sub("", source.read_text(encoding="utf-8"))
    target.write_text(text.strip() + "\n", encoding="utf-8")


def _typeface(inter: Path, fresh: Path) -> None:
    """Upright Inter only: the design system never uses italics."""
    (fresh / "fonts").mkdir()
    css = (inter / "wght.css").read_text(encoding="utf-8").replace("url(./files/", "url(fonts/")
    for name in re.findall(r"url\(fonts/([^)]+)\)", css):
        shutil.copyfile(inter / "files" / name, fresh / "fonts" / name)
    (fresh / "inter.css").write_text(css.strip() + "\n", encoding="utf-8")
    shutil.copyfile(inter / "LICENSE", fresh / "fonts" / "LICENCE.txt")


if __name__ == "__main__":
    print("\n".join(build(ROOT / "assets" / "node_modules")))
