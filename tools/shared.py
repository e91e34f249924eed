"""Where the corpus is: `../shared`, beside the repository and never in it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def shared(root: Path = ROOT) -> Path:
    """`../shared`; a further work tree of git uses what lies beside the first."""
    beside = root.parent / "shared"
    mark = root / ".git"
    if beside.exists() or not mark.is_file():
        return beside
    # "gitdir: /house/.git/worktrees/name"
    first = Path(mark.read_text("utf-8").removeprefix("gitdir:").strip()).parents[2]
    return first.parent / "shared"
