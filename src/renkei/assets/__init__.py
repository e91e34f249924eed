"""Where the third-party files lie that `make setup` brings: print fonts and world geometry.

Web fonts and design tokens are not here: they are served, so they lie in
`renkei/web/static/vendor/`. Which package each file comes from: tools/README.md.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent

FONTS = ROOT / "fonts"
"""Directory of the fonts that PDFs are set with: Noto Sans JP and Noto Serif JP, 400 and 700."""

WORLD = ROOT / "world"
"""Directory of `countries-50m.json` and `countries-110m.json`: TopoJSON, ids ISO 3166-1 numeric."""
