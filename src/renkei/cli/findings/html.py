"""Findings as one HTML file that can be mailed and printed: no script, nothing from elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from renkei.cli.language import say
from renkei.core.errors.messages import Language
from renkei.core.source import Evidence

if TYPE_CHECKING:
    from renkei.core.checks import Finding, Subject

_AROUND = 40
_SHOWN_PLACES = 8
# The Digital Agency Design System's neutral and semantic colours, written out since the file
# stands alone.
_STYLE = """
:root{color-scheme:light}
body{margin:0 auto;max-width:60rem;padding:2rem 1.25rem;color:#1a1a1a;line-height:1.7;
font-family:"Noto Sans JP","Hiragino Sans","Noto Sans CJK JP",sans-serif;letter-spacing:.02em}
h1{font-size:1.75rem;line-height:1.4}h2{font-size:1.25rem;margin:2.5rem 0 .5rem;overflow-wrap:anywhere}
h3{font-size:1rem;margin:0}p{margin:.25rem 0}
article{border:1px solid #ccc;border-left:.5rem solid #0017c1;border-radius:.5rem;padding:1rem;margin:1rem 0}
article.error{border-left-color:#ec0000}article.warning{border-left-color:#c16800}
.weight{font-weight:700}.error .weight{color:#ec0000}.warning .weight{color:#c16800}.info .weight{color:#0017c1}
code{font-size:.875rem;color:#595959}ol{list-style:none;margin:.5rem 0;padding:0}
li{display:flex;gap:.75rem;padding:.25rem 0;overflow-wrap:anywhere}
li span{min-width:4rem;text-align:right;color:#595959;font-variant-numeric:tabular-nums}
mark{background:#fff3bf;color:inherit;padding:.1em 0}
@media print{article{break-inside:avoid}}
"""


def write_html(reports: Sequence[tuple[Subject, Sequence[Finding]]], language: Language) -> None:
    """One page with a part for each document."""
    title = escape(say("check.page", language))
    parts = [
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{title}</title><style>{_STYLE}</style><body><h1>{title}</h1>",
    ]
    for subject, found in reports:
        parts.append(f"<h2>{escape(subject.document.ref.name)}</h2>")
        failures = [each for each in found if each.outcome in ("fail", "crashed")]
        if not failures:
            parts.append(f"<p>{escape(say('check.nothing', language))}</p>")
        parts += [_article(subject, each, language) for each in failures]
    parts.append("</body></html>\n")
    sys.stdout.buffer.write("".join(parts).encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def _article(subject: Subject, finding: Finding, language: Language) -> str:
    words = escape(finding.message.text(language) if finding.message else "")
    weight = escape(say(f"severity.{finding.severity}", language))
    title = escape(finding.rule.title.text(language))
    places = "".join(_places(subject, finding))
    expected = (
        f"<p>{escape(say('check.expected', language, words=finding.expected))}</p>"
        if finding.expected
        else ""
    )
    return (
        f'<article class="{finding.severity}"><h3><span class="weight">{weight}</span> {title} '
        f"<code>{escape(finding.rule.id)}</code></h3><p>{words}</p><ol>{places}</ol>{expected}</article>"
    )


def _places(subject: Subject, finding: Finding) -> Iterator[str]:
    for place in finding.places[:_SHOWN_PLACES]:
        text = _source(subject, place)
        before = text[max(0, place.start - _AROUND) : place.start]
        after = text[place.end : place.end + _AROUND]
        marked = f"{escape(before)}<mark>{escape(place.text)}</mark>{escape(after)}"
        yield f"<li><span>{place.line}</span><div>{marked}</div></li>"
    if len(finding.places) > _SHOWN_PLACES:
        yield f"<li><span></span><div>… +{len(finding.places) - _SHOWN_PLACES}</div></li>"


def _source(subject: Subject, place: Evidence) -> str:
    """The text ``place`` stands in: of the document, or of one it was compared with."""
    for each in (subject, *subject.others):
        if each.document.ref == place.document:
            return each.document.text
    return ""
