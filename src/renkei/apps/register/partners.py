"""Partners of the register, kept in step with the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction

from renkei.apps.register.models import Partner
from renkei.core import vocabulary

_COLUMNS = ["kind", "iso_numeric", "name_ja", "name_en", "region"]


@transaction.atomic
def sync() -> int:
    """Bring every partner of the vocabulary into the register; the number of partners there."""
    rows = [_partner(entry) for entry in vocabulary.load().partners.values()]
    Partner.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=_COLUMNS
    )
    return len(rows)


def ensure(codes: Iterable[str]) -> None:
    """Make partners of ``codes`` that the vocabulary did not bring; they bear their code as name.

    Nothing that was read is lost because a name is missing.
    """
    wanted = set(codes)
    there = set(Partner.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    if wanted <= there:
        return
    known = vocabulary.load().partners
    Partner.objects.bulk_create(
        [
            _partner(known[code])
            if code in known
            else Partner(code=code, kind="organisation", name_ja=code, name_en=code)
            for code in sorted(wanted - there)
        ],
        ignore_conflicts=True,
    )


def names_of(codes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Both names of each partner, one query."""
    rows = Partner.objects.filter(pk__in=set(codes)).values_list("code", "name_ja", "name_en")
    return {code: (name_ja, name_en) for code, name_ja, name_en in rows}


def searched(codes: Sequence[str], names: Mapping[str, tuple[str, str]]) -> list[str]:
    """What the partners ``codes`` add to the searched text of an activity."""
    return [name for code in codes for name in names.get(code, ())]


def _partner(entry: vocabulary.Partner) -> Partner:
    return Partner(
        code=entry.code,
        kind=entry.kind,
        iso_numeric=entry.numeric,
        name_ja=entry.ja,
        name_en=entry.en,
        region=entry.region,
    )
