"""A person's notices, and how they want to be told."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from renkei.apps.notices import selectors, services
from renkei.apps.notices.models import Delivery, Notice
from renkei.apps.notices.sentences import sentence
from renkei.core.errors import RenkeiError
from renkei.web.forms import explain, required_messages
from renkei.web.labels import choices, language
from renkei.web.paging import Pager, page_number
from renkei.web.requests import person

PER_PAGE = 50


class WishForm(forms.Form):
    """How to be told."""

    delivery = forms.ChoiceField(
        label=gettext_lazy("Mail"), choices=lambda: choices(map(str, Delivery), "delivery")
    )
    hour = forms.IntegerField(label=gettext_lazy("Hour of the digest"), min_value=0, max_value=23)
    email = forms.CharField(label=gettext_lazy("Mail address"), required=False, max_length=254)


def notices(request: HttpRequest) -> HttpResponse:
    """The list, and the form of wishes."""
    user = person(request)
    now = selectors.preference(user)
    start = {"delivery": now.delivery, "hour": now.hour, "email": user.email}
    form = WishForm(request.POST or None, initial=start, use_required_attribute=False)
    required_messages(form)
    if request.method == "POST" and form.is_valid():
        try:
            services.wish(by=user, **form.cleaned_data)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("notices")
    rows = selectors.notices(user)
    total = rows.count()
    pages = max(1, -(-total // PER_PAGE))
    number = min(page_number(request.GET.get("page", "")), pages)
    shown = rows[(number - 1) * PER_PAGE : number * PER_PAGE]
    context = {
        "form": form,
        "rows": [(row, sentence(row.code, row.params, language())) for row in shown],
        "pager": Pager(number, pages, total, PER_PAGE),
        "unread": selectors.unread(user),
    }
    return render(request, "notices/list.html", context, status=400 if form.errors else 200)


@require_POST
def open_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to what a notice tells of; it counts as read."""
    try:
        notice = selectors.notices(request.user).get(pk=pk)
    except Notice.DoesNotExist as error:
        raise Http404 from error
    services.read(by=person(request), notice=notice)
    return redirect(notice.address)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Everything was read."""
    services.read(by=person(request))
    return redirect("notices")
