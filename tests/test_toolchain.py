"""The tools keep their promises: pinned by hash, tied to no registry, nothing made here committed."""

import json
import re
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NODE_LOCK = ROOT / "assets" / "package-lock.json"
# Written in two halves, so that this file does not find itself.
REGISTRIES = [
    "pypi" + ".org",
    "files.python" + "hosted.org",
    "registry.npm" + "js.org",
    "registry.yarn" + "pkg.com",
    "proxy.golang" + ".org",
    "crates" + ".io",
]
PIN = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*==[^ ;\\]+", re.MULTILINE)


def kept() -> list[Path]:
    """Every file of the repository."""
    # The tree may belong to another account than the one that tests it.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this copy has no git history to look in")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_package_registry() -> None:
    naming = [
        (str(path.relative_to(ROOT)), host)
        for path in kept()
        for host in REGISTRIES
        if host.encode() in path.read_bytes()
    ]

    assert naming == []


def test_nothing_that_set_up_makes_is_kept() -> None:
    made = ("var/", ".venv/", "assets/node_modules/")

    assert [str(path) for path in kept() if str(path.relative_to(ROOT)).startswith(made)] == []


def test_no_reserved_typeface_or_mark_is_kept() -> None:
    names = [path.name for path in kept() if path.suffix in {".woff", ".woff2", ".ttf", ".otf"}]

    assert names == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_by_version_and_hash(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())

    loose = [each.splitlines()[0] for each in entries if not PIN.match(each) or "--hash=sha256:" not in each]

    assert (loose, len(entries) > 0) == ([], True)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_no_requirement_names_an_address(lock: Path) -> None:
    assert re.findall(r"\S*://\S*", lock.read_text(encoding="utf-8")) == []


def test_the_tests_run_on_the_versions_that_the_programme_runs_on() -> None:
    run, test = (set(PIN.findall((ROOT / "requirements" / f"{each}.txt").read_text())) for each in ("run", "test"))

    assert run - test == set()


def test_every_front_end_package_is_pinned_by_hash_and_tied_to_no_address() -> None:
    packages = json.loads(NODE_LOCK.read_text(encoding="utf-8"))["packages"]
    fetched = {name: each for name, each in packages.items() if name}

    assert [name for name, each in fetched.items() if not each.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, each in fetched.items() if "resolved" in each] == []


@pytest.mark.parametrize("name", ["run", "test", ".ci/run", "scripts/lock"])
def test_what_is_typed_can_be_run(name: str) -> None:
    assert (ROOT / name).stat().st_mode & stat.S_IXUSR


def test_the_fetched_style_sheets_hold_no_government_mark() -> None:
    reserved = re.compile(r"GDS Transport|crest|crown|logotype|sourceMappingURL|/assets/", re.IGNORECASE)
    vendor = ROOT / "var" / "vendor"
    sheets = sorted(vendor.glob("*.css"))

    found = {each.name: reserved.findall(each.read_text(encoding="utf-8")) for each in sheets}

    assert found == {"autocomplete.css": [], "govuk.css": [], "inter.css": [], "moj.css": []}


def test_every_file_that_a_fetched_style_sheet_asks_for_is_there() -> None:
    vendor = ROOT / "var" / "vendor"
    asked = {name for each in vendor.glob("*.css") for name in re.findall(r"url\(([^):]+)\)", each.read_text())}

    assert sorted(name for name in asked if not (vendor / name).is_file()) == []
    assert len(asked) > 10
