"""What the documents say of settings and files is so."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TABLE = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
NEEDED = re.findall(r"^\| `(\w+)` \* \|", TABLE, re.MULTILINE)


def start(**given: str) -> "subprocess.CompletedProcess[str]":
    others = {name: value for name, value in os.environ.items() if not name.startswith("TIMEGIVEN_")}
    command = [sys.executable, "-c", "import timegiven.site.settings"]
    env = {**others, "PYTHONPATH": str(ROOT / "src"), **given}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("lacking", NEEDED)
def test_production_refuses_to_start_without_it(lacking: str) -> None:
    done = start(**{name: "given" for name in NEEDED if name != lacking})

    assert done.returncode != 0
    assert f"{lacking} is not set" in done.stderr


def test_production_starts_with_all_of_them() -> None:
    assert len(NEEDED) == 6
    assert start(**dict.fromkeys(NEEDED, "given")).returncode == 0


def test_every_file_that_the_story_names_is_there() -> None:
    named = re.findall(r"`(\w+/[\w/.]+)`", (ROOT / "docs" / "story.md").read_text(encoding="utf-8"))
    chapters = {each.name for each in (ROOT / "src" / "timegiven").iterdir() if each.is_dir()}
    places = [(ROOT / "src" / "timegiven" / name).exists() for name in named if name.split("/")[0] in chapters]

    assert len(places) > 50
    assert all(places)
