"""Prove that what is published works: ``make dist-check``.

Sdist and wheel are built twice and must come out the same, byte for byte; each is installed into an empty environment,
without the tools of developers, and must split a sample page. ``python tools/dist_check.py python3.12 python3.13`` does
so for other Pythons, too.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "two-sides.txt"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
# What tells newsseg where it is must not come from the work tree.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def main() -> None:
    """Build, compare, install and run."""
    pythons = sys.argv[1:] or [sys.executable]
    with tempfile.TemporaryDirectory() as folder:
        builder = environment(sys.executable, Path(folder, "builder"))
        run(builder, "-m", "pip", "install", "--quiet", "build")
        first, second = (build(builder, Path(folder, name)) for name in ("first", "second"))
        if digests(first) != digests(second):
            sys.exit(f"two builds differ: {digests(first)}, {digests(second)}")
        print("two builds are the same:", *digests(first).items(), sep="\n  ")
        for python in pythons:
            for package in first:
                place = Path(folder, f"{Path(python).name}-{package.suffix[1:]}-{pythons.index(python)}")
                check(environment(python, place), package)


def build(python: Path, target: Path) -> list[Path]:
    """Build sdist and, from it, wheel."""
    run(python, "-m", "build", "--outdir", str(target), str(ROOT))
    return sorted(target.iterdir())


def digests(files: list[Path]) -> dict[str, str]:
    """Return the hash of each file."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def environment(python: str, folder: Path) -> Path:
    """Make an empty environment and return its Python."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True, env=ENVIRONMENT)  # noqa: S603
    return folder / SCRIPTS / "python"


def check(python: Path, package: Path) -> None:
    """Install a package and let it work in a folder that holds nothing of the project."""
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(package))
    newsseg = python.parent / "newsseg"
    version = run(newsseg, "--version").strip()
    for arguments in (["split"], ["split", "--jobs", "2"], ["headlines"], ["unwrap"], ["verify"]):
        if not run(newsseg, *arguments, str(SAMPLE)):
            sys.exit(f"{package.name}: newsseg {' '.join(arguments)} wrote nothing")
    told = run(python, "-c", "import sys; print(sys.version.split()[0])").strip()
    print(f"{package.name} on Python {told}: {version} splits a sample page")


def run(program: Path, *arguments: str) -> str:
    """Run a program far from the work tree and return what it writes; it must not fail."""
    command = [str(program), *arguments]
    done = subprocess.run(command, cwd=tempfile.gettempdir(), stdout=subprocess.PIPE, check=True, env=ENVIRONMENT)  # noqa: S603
    return done.stdout.decode()


if __name__ == "__main__":
    main()
