"""A chart with its title and legend, shown on a page or sent as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString

from renkei.apps.publications import raster
from renkei.web.charts.legend import Sample
from renkei.web.charts.standalone import standalone

SVG, PNG = "svg", "png"
MEDIA_TYPES = {SVG: "image/svg+xml", PNG: "image/png"}
NAME_LENGTH = 40
_UNFIT = str.maketrans(dict.fromkeys('/\\:*?"<>|', " "))


@dataclass(frozen=True, slots=True)
class Picture:
    """``key`` is its part of the address of its files."""

    key: str
    title: str
    chart: SafeString
    samples: tuple[Sample, ...] = ()


def send(picture: Picture, form: str, *, name: str, foot: Sequence[str]) -> HttpResponse:
    """The picture as a file. Raises InputError when it cannot be set as PNG."""
    drawing = standalone(picture.chart, title=picture.title, samples=picture.samples, foot=foot)
    data = raster.png(drawing) if form == PNG else drawing.encode()
    response = HttpResponse(data, content_type=MEDIA_TYPES[form])
    response.headers["Content-Disposition"] = (
        content_disposition_header(True, f"{name}.{form}") or "attachment"
    )
    return response


def file_name(*parts: str) -> str:
    """What the file tells: policy, picture, year; each cut to a length that systems take."""
    clean = [" ".join(part.translate(_UNFIT).split()) for part in parts]
    return "_".join(part[:NAME_LENGTH].strip(". ") for part in clean if part)
