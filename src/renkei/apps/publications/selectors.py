"""A policy of the register as a sheet, for one viewer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.documents.selectors import records
from renkei.apps.evaluation.models import Policy
from renkei.apps.evaluation.selectors import visible_policies
from renkei.apps.publications import budgets, indicators, words
from renkei.apps.publications.sheet import Field, Form, Rating, Sheet
from renkei.core import vocabulary
from renkei.core.errors import UsageError


def find_policy(viewer: Viewer, wanted: str, year: int | None = None) -> Policy:
    """The one policy that ``wanted`` names: its id, its number, or its name or a part of it.

    With ``year`` that of this fiscal year. Raises UsageError when there is none or more than one;
    the message lists what to choose from.
    """
    policies = visible_policies(viewer)
    if year is not None:
        policies = policies.filter(fiscal_year=year)
    if not policies.exists():
        raise UsageError("RK415")
    ways = [Q(number=wanted), Q(name=wanted), Q(name__contains=wanted)]
    if wanted.isascii() and wanted.isdigit():
        ways.insert(0, Q(pk=int(wanted)))
    for way in ways:
        found = list(policies.filter(way))
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError("RK416", found=wanted, listed=_listed(found))
    raise UsageError("RK414", found=wanted, listed=_listed(policies))


def get_sheet(viewer: Viewer, policy_id: int) -> Sheet:
    """The sheet of a policy. Raises Policy.DoesNotExist where the viewer may not see it."""
    policy = visible_policies(viewer).get(pk=policy_id)
    front = words.Front(policy.sheet_fields.all())
    rating = _rating(policy)
    form = Form.EVALUATION if rating else Form.MONITORING
    lines = list(policy.budget_lines.all())
    accounts = budgets.account_table(lines)
    return Sheet(
        form=form,
        title=front.take(words.TITLE) or words.default_title(form, policy.fiscal_year),
        form_number=front.take(words.FORM_NUMBER).strip("（）()"),
        policy=front.take_first(words.NAME) or policy.name,
        marking=_marking(policy),
        key_policies=front.take(words.KEY_POLICIES),
        bureau=front.take(words.BUREAU),
        **_period(front),
        sources=front.take_all(words.SOURCES),
        opinions=_opinions(policy, front),
        results=front.take_entries(words.ANALYSIS + words.DIRECTION),
        notes=front.take_all(words.NOTES),
        accounts=accounts and replace(accounts, head=front.take_entries(words.ACCOUNT_HEAD)),
        budgets=budgets.budget_tables(lines),
        measured=front.take(words.MEASURED),
        fields=tuple(_fields(viewer, policy, words.printed_years(lines), front)),
        rating=rating,
        header=front.rest(),
    )


def in_form(sheet: Sheet, form: Form) -> Sheet:
    """The sheet in another of its forms. Raises UsageError RK419 where it cannot be.

    An evaluation needs a rating; 政策評価調書 needs a table by account. The monitoring form of an
    evaluated policy leaves rating, results, remarks and marks out.
    """
    if form is Form.BUDGET:
        if sheet.accounts is None:
            raise UsageError("RK419", policy=sheet.policy, form=form.value)
        return replace(sheet, form=form)
    if form is Form.EVALUATION:
        if sheet.rating is None:
            raise UsageError("RK419", policy=sheet.policy, form=form.value)
        return replace(sheet, form=form)
    fields = tuple(
        replace(
            field,
            results=(),
            closing=(),
            indicators=tuple(replace(each, mark="") for each in field.indicators),
        )
        for field in sheet.fields
    )
    title = sheet.title
    if sheet.rating is not None:
        title = title.replace("政策評価書", "事前分析表（モニタリング）")
    return replace(
        sheet, form=form, title=title, rating=None, results=(), opinions=(), fields=fields
    )


def places_of(viewer: Viewer, policy: Policy) -> dict[int, tuple[int, int, int]]:
    """Document, line and first character of every record that a policy was read from, by key."""
    if policy.document is None:
        return {}
    rows = records(viewer, policy.document).values_list("pk", "document_id", "line", "start")
    return {pk: (document, line, start) for pk, document, line, start in rows}


def _period(front: words.Front) -> dict[str, str]:
    """When it is evaluated, or will be: the label says which."""
    for entry in front.take_entries(words.PERIOD):
        return {"period": entry.text, "period_label": entry.label}
    return {}


def _marking(policy: Policy) -> str:
    """The handling marking that is stamped on the sheet; a public one bears none."""
    marking = Marking(policy.marking)
    if marking is Marking.PUBLIC:
        return ""
    return vocabulary.load().label(marking.label, "ja", group="marking")


def _listed(policies: Iterable[Policy]) -> str:
    return "、".join(f"{policy.pk} {policy.name}" for policy in list(policies)[:10])


def _opinions(policy: Policy, front: words.Front) -> tuple[str, ...]:
    """The remarks one by one; the field as a whole where they were not told apart."""
    whole = front.take_all(words.OPINIONS)
    return tuple(opinion.text for opinion in policy.opinions.all()) or whole


def _rating(policy: Policy) -> Rating | None:
    """The rating of the policy as a whole, not that of one of its parts."""
    row = policy.ratings.order_by("subject", "id").first()
    if row is None:
        return None
    return Rating(
        scale_value=row.scale_value, label=row.label, letter=row.letter, reason=row.reason
    )


def _fields(
    viewer: Viewer, policy: Policy, years: words.YearNames, front: words.Front
) -> Iterable[Field]:
    """The fields in order, the indicators that belong to none last."""
    rows = indicators.Rows(viewer, policy, years, front)
    for field in policy.fields.all():
        yield rows.field(field)
    without = rows.field(None)
    if without.indicators or without.references or without.means:
        yield without
