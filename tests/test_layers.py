"""Imports point one way, and what is heavy loads only in the command that needs it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newsseg"
MODULES = {
    ".".join(["newsseg", *path.relative_to(PACKAGE).with_suffix("").parts]).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}
OUTER = ("newsseg.cli", "newsseg.commands", "newsseg.__main__")
ORDER = ("commands", "runs", "show", "export", "reports", "evaluation", "inputs", "engine", "grammar")
"""The packages, each above those that follow."""
STAGES = sorted(name for name in MODULES if not name.startswith(OUTER))
HEAVY = {"dask", "jieba", "openpyxl", "pyarrow", "pypdfium2", "rich", "rjieba", "xlsxwriter"}
SLOW_TO_LOAD = {
    "asyncio",
    "email",
    "http",
    "importlib.metadata",
    "multiprocessing",
    "sqlite3",
    "tomllib",
    "unittest",
    "xml",
}


def imports(module: str, *, at_load: bool) -> Iterator[str]:
    """Yield what a module imports: all, or only what it imports when it is loaded."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    nodes = _run_at_load(tree) if at_load else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


def _run_at_load(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        if not for_types and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
            yield from _run_at_load(node)


def top(name: str) -> str:
    return name.partition(".")[0]


def is_leaf(module: str) -> bool:
    """Tell whether a module is the one place that needs something heavy; it is imported where it is used."""
    return module.endswith("terminal") or module in {"newsseg.export.parquet", "newsseg.export.xlsx"}


@pytest.mark.parametrize("module", STAGES)
def test_a_stage_knows_nothing_of_commands(module: str) -> None:
    found = set(imports(module, at_load=False))
    assert not any(name.startswith(OUTER) for name in found)
    assert "click" not in map(top, found)
    assert "rich" not in map(top, found) or is_leaf(module)


@pytest.mark.parametrize("module", sorted(name for name in MODULES if not is_leaf(name)))
def test_nothing_heavy_is_imported_at_the_top(module: str) -> None:
    found = set(imports(module, at_load=True))
    assert not HEAVY & set(map(top, found))
    assert not [name for name in found if is_leaf(name)]


def test_records_stand_below_everything() -> None:
    assert not [name for name in imports("newsseg.record", at_load=False) if top(name) == "newsseg"]


@pytest.mark.parametrize("package", ORDER)
def test_a_package_knows_only_what_stands_below_it(package: str) -> None:
    above = tuple(f"newsseg.{name}." for name in ORDER[: ORDER.index(package)])
    inside = [module for module in MODULES if module.startswith(f"newsseg.{package}.")]
    assert inside
    assert not [(one, name) for one in inside for name in imports(one, at_load=False) if name.startswith(above)]


def test_imports_go_round_nowhere() -> None:
    graph = {module: set(imports(module, at_load=True)) & MODULES.keys() for module in MODULES}
    assert set(TopologicalSorter(graph).static_order()) == MODULES.keys()


def loaded(code: str) -> set[str]:
    """Return the modules that are loaded when ``code`` has run, those of a bare Python left out."""
    script = f"import sys\nbefore = set(sys.modules)\n{code}\nprint(*sys.modules.keys() - before)"
    done = subprocess.run([sys.executable, "-c", script], input=b"", capture_output=True, check=True)
    return set(done.stdout.decode().split("\n")[-2].split())


@pytest.mark.parametrize("command", ["split", "unwrap", "verify -", "schema", "credits", "headlines"])
def test_start_up_is_light(command: str) -> None:
    found = loaded(f"""
from newsseg.cli import main
try:
    main({command.split()!r}, prog_name="newsseg")
except SystemExit as stop:
    assert not stop.code
""")
    assert not HEAVY & set(map(top, found))
    assert not SLOW_TO_LOAD & found


def test_the_library_needs_no_command_line() -> None:
    assert not {"click", "regex", "json", "newsseg.rules"} & loaded("import newsseg")
    assert "click" not in loaded("import newsseg; newsseg.split_page('没有署名的一页。')")
