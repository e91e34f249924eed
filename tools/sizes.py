"""`make sizes`: figures of the code, in the columns that style guides of other houses are read by.

L = lines per file, fn/file = functions per file, fn = lines per function (median/p90/max),
>60 = functions over 60 lines, doc = public functions with a docstring, ann = functions with a
return annotation, T/S = test lines per source line, broad = bare or `except Exception` handlers,
in brackets those that swallow. Migrations and files of two lines or fewer are left out.
A figure starts a conversation; it is not a goal.
"""

import ast
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "renkei"
TESTS = ROOT / "tests"
LONG_FUNCTION = 60
BROAD = {"Exception", "BaseException"}


@dataclass(frozen=True, slots=True)
class Function:
    """One function: where it is and what is counted of it. Lines include its decorators."""

    path: Path
    name: str
    lines: int
    has_docstring: bool
    has_annotation: bool

    @property
    def is_public(self) -> bool:
        """Whether its name says that others may call it."""
        return not self.name.startswith("_")


@dataclass(slots=True)
class Figures:
    """Counts over a set of files."""

    lines: dict[Path, int] = field(default_factory=dict)
    functions: list[Function] = field(default_factory=list)
    broad: list[tuple[Path, int]] = field(default_factory=list)
    swallowed: int = 0


def measure(files: Sequence[Path]) -> Figures:
    """Read the files; a file that does not parse raises SyntaxError."""
    figures = Figures()
    for path in files:
        text = path.read_text("utf-8")
        count = len(text.splitlines())
        if count <= 2:
            continue
        figures.lines[path] = count
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                figures.functions.append(_function(path, node))
            elif isinstance(node, ast.ExceptHandler) and _is_broad(node):
                figures.broad.append((path, node.lineno))
                figures.swallowed += _swallows(node)
    return figures


def python_files(folder: Path) -> list[Path]:
    """The Python files under a folder, without migrations."""
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


def _function(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Function:
    start = min([node.lineno, *(item.lineno for item in node.decorator_list)])
    return Function(
        path=path,
        name=node.name,
        lines=(node.end_lineno or node.lineno) - start + 1,
        has_docstring=ast.get_docstring(node) is not None,
        has_annotation=node.returns is not None,
    )


def _is_broad(node: ast.ExceptHandler) -> bool:
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return any(item is None or (isinstance(item, ast.Name) and item.id in BROAD) for item in caught)


def _swallows(node: ast.ExceptHandler) -> bool:
    return all(
        isinstance(item, ast.Pass | ast.Continue)
        or (isinstance(item, ast.Return) and item.value is None)
        for item in node.body
    )


def _at(values: Sequence[int], share: float) -> int:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"


def row(name: str, figures: Figures, test_lines: int | None) -> list[str]:
    """The cells of one line of the table; `test_lines` None where no ratio is meant."""
    files, functions = figures.lines, figures.functions
    per_file = [sum(item.path == path for item in functions) for path in files]
    sizes = [item.lines for item in functions]
    public = [item for item in functions if item.is_public]
    lengths = list(files.values())
    total = sum(lengths)
    return [
        name,
        f"{len(files)} / {total / 1000:.1f}",
        f"{_at(lengths, 0.5)}/{_at(lengths, 0.9)}/{max(lengths, default=0)}",
        f"{_at(per_file, 0.5)}/{_at(per_file, 0.9)}",
        f"{_at(sizes, 0.5)}/{_at(sizes, 0.9)}/{max(sizes, default=0)}",
        _share(sum(size > LONG_FUNCTION for size in sizes), len(sizes)),
        _share(sum(item.has_docstring for item in public), len(public)),
        _share(sum(item.has_annotation for item in functions), len(functions)),
        "-" if test_lines is None or not total else f"{test_lines / total:.2f}",
        f"{len(figures.broad)} ({figures.swallowed})",
    ]


def _line_count(folder: Path) -> int:
    return sum(len(path.read_text("utf-8").splitlines()) for path in folder.rglob("*.py"))


def main() -> int:
    """Print the table, and by name what is long."""
    head = ["part", "files / kLOC", "L", "fn/file", "fn", ">60", "doc", "ann", "T/S", "broad"]
    whole = measure(python_files(SOURCE))
    rows = [head, row("src", whole, _line_count(TESTS))]
    for folder in sorted(path for path in SOURCE.iterdir() if path.is_dir()):
        figures = measure(python_files(folder))
        if figures.lines:
            tests = TESTS / folder.name
            rows.append(row(folder.name, figures, _line_count(tests) if tests.is_dir() else None))
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(head))]
    for cells in rows:
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        print("  ".join(padded).rstrip())
    for path, lines in sorted(whole.lines.items(), key=lambda item: -item[1])[:5]:
        print(f"  {lines} lines: {path.relative_to(ROOT)}")
    for item in sorted(whole.functions, key=lambda item: -item.lines)[:5]:
        print(f"  {item.lines} lines: {item.name} in {item.path.relative_to(ROOT)}")
    for path, line in whole.broad:
        print(f"  broad except: {path.relative_to(ROOT)}:{line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
