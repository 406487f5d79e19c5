"""Make the typefaces that documents are set in: still weights, one file for each script."""

from __future__ import annotations

import shutil
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path

from fontTools import ttLib
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "assets" / "node_modules" / "@fontsource-variable"
TARGET = ROOT / "var" / "typefaces"
WEIGHTS = {"Regular": 400, "Bold": 700}
# For names that Inter does not draw. Chinese, Japanese and Korean come in 225 pieces: half a minute at set-up.
OTHERS = ("arabic", "bengali", "devanagari", "gujarati", "gurmukhi", "tamil")
FAMILY, STYLE, FULL, POSTSCRIPT = 1, 2, 4, 6
VARIABLE_FAMILY = 16, 17, 25  # names that would say otherwise


def build(source: Path = SOURCE, target: Path = TARGET) -> list[str]:
    """Fill `target` with a regular and a bold of every script: documents cannot be set in a variable typeface."""
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    inter = sorted((source / "inter" / "files").glob("inter-*-wght-normal.woff2"))
    others = [source / f"noto-sans-{each}" / "files" / f"noto-sans-{each}-{each}-wght-normal.woff2" for each in OTHERS]
    wanted = [*product(inter, WEIGHTS, [fresh]), *product(others, ["Regular"], [fresh])]
    with ProcessPoolExecutor() as hands:
        covered = list(hands.map(_still, *zip(*wanted, strict=True)))
    letters = sorted(set().union(*covered))
    (fresh / "letters.txt").write_text("".join(letters), encoding="utf-8")
    for package in ("inter", *(f"noto-sans-{script}" for script in OTHERS)):
        shutil.copyfile(source / package / "LICENSE", fresh / f"LICENCE-{package}.txt")
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return sorted(path.name for path in target.iterdir())


def _still(source: Path, style: str, target: Path) -> set[str]:
    """One weight of one script, and its letters. Each script is a family: of two faces of one name one is used."""
    stem = source.name.removesuffix("-wght-normal.woff2")
    family = f"Inter {stem.removeprefix('inter-')}" if stem.startswith("inter-") else stem
    font = instancer.instantiateVariableFont(ttLib.TTFont(source), {"wght": WEIGHTS[style]})
    names = font["name"]
    for number in VARIABLE_FAMILY:
        names.removeNames(nameID=number)
    postscript = f"{family}-{style}".replace(" ", "")
    for number, text in ((FAMILY, family), (STYLE, style), (FULL, f"{family} {style}"), (POSTSCRIPT, postscript)):
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHTS[style]
    font["OS/2"].fsSelection = 0x20 if style == "Bold" else 0x40
    font["head"].macStyle = int(style == "Bold")
    font.flavor = None
    font.save(target / f"{stem}-{style.lower()}.ttf")
    return {chr(each) for each in font.getBestCmap() if chr(each).isprintable()}


if __name__ == "__main__":
    print("\n".join(build()))
