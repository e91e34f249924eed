"""Addresses of the pages. The first word of a name is the area of the navigation."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from renkei.web import converters
from renkei.web.account.views import language
from renkei.web.activities import editing, linking
from renkei.web.activities import findings as findings_of_register
from renkei.web.activities import views as activities
from renkei.web.audit import views as audit
from renkei.web.calendar import feeds as calendar_feeds
from renkei.web.calendar import views as calendar
from renkei.web.cases import following, meetings
from renkei.web.cases import one as case
from renkei.web.cases import views as cases
from renkei.web.committee import views as committee
from renkei.web.documents import findings, review
from renkei.web.documents import views as documents
from renkei.web.home.views import home
from renkei.web.notices import views as notices
from renkei.web.partners import views as partners
from renkei.web.planning.urls import PAGES as PLANNING
from renkei.web.policies import (
    counting,
    entering,
    facts,
    money,
    picture_files,
    points,
    rating,
    returning,
    year,
)
from renkei.web.policies import views as policies
from renkei.web.projects import views as projects
from renkei.web.questions import answering
from renkei.web.questions import views as questions

converters.register()


def page(address: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
    """A page for those who are signed in."""
    return path(address, login_required(view), name=name)


urlpatterns = [
    *(page(*one) for one in PLANNING),
    path("language", language, name="language"),
    page("", home, "home"),
    page("activities/", activities.activities, "activities"),
    page("activities/new", editing.enter, "activities_new"),
    page("activities/all.<download_form:form>", activities.download, "activities_download"),
    page("activities/findings", findings_of_register.findings, "activities_findings"),
    page("activities/<int:pk>/", activities.one, "activities_one"),
    page("activities/<int:pk>/correct", editing.correct, "activities_correct"),
    page("activities/<int:pk>/undo", editing.undo, "activities_undo"),
    page("activities/<int:pk>/conflicts/<slug:field>", linking.decide, "activities_decide"),
    page("activities/<int:pk>/sources/<int:record_pk>/part", linking.part, "activities_part"),
    page("activities/<int:pk>/links/<int:link_pk>", linking.link, "activities_link"),
    page("audit/", audit.events, "audit"),
    page("cases/", cases.cases, "cases"),
    page("cases/new", cases.new, "cases_new"),
    page("cases/meetings/", meetings.meetings, "cases_meetings"),
    page("cases/meetings/<int:pk>/", meetings.one, "cases_meetings_one"),
    page("cases/meetings/<int:pk>/close", meetings.close, "cases_meetings_close"),
    page("cases/following/", following.following, "cases_following"),
    page("cases/following/lessons/<int:pk>", following.answer, "cases_lessons_answer"),
    page("cases/<int:pk>/", case.one, "cases_one"),
    page("cases/<int:pk>/files/<int:file_pk>", case.file, "cases_file"),
    page("cases/<int:pk>/change", cases.change, "cases_change"),
    page("cases/<int:pk>/<slug:action>", case.act, "cases_act"),
    page("calendar/", calendar.calendar, "calendar"),
    page("calendar/feeds/", calendar_feeds.feeds, "calendar_feeds"),
    page("calendar/feeds/<int:pk>/rename", calendar_feeds.rename, "calendar_feeds_rename"),
    page("calendar/feeds/<int:pk>/revoke", calendar_feeds.revoke, "calendar_feeds_revoke"),
    # no page: the secret in the address stands for signing in
    path("calendar/feeds/<str:token>.ics", calendar_feeds.feed, name="calendar_feed"),
    page("calendar/list/", calendar.listed, "calendar_list"),
    page("notices/", notices.notices, "notices"),
    page("notices/read", notices.read_all, "notices_read"),
    page("notices/<int:pk>", notices.open_one, "notices_open"),
    page("partners/", partners.partners, "partners"),
    page("partners/<str:code>/", partners.one, "partners_one"),
    page("documents/", documents.documents, "documents"),
    page("documents/new", documents.add, "documents_new"),
    page("documents/<int:pk>/", documents.one, "documents_one"),
    page("documents/<int:pk>/records", documents.records, "documents_records"),
    page("documents/<int:pk>/leftovers", documents.leftovers, "documents_leftovers"),
    page("documents/<int:pk>/findings/", findings.findings, "documents_findings"),
    page("documents/<int:pk>/findings/decide", findings.decide, "documents_findings_decide"),
    page("documents/<int:pk>/findings/back", findings.take_back, "documents_findings_take_back"),
    page("documents/<int:pk>/findings/clear", findings.clear, "documents_findings_clear"),
    page("documents/<int:pk>/corrections", findings.corrections, "documents_corrections"),
    page("documents/<int:pk>/corrected.txt", findings.corrected, "documents_corrected"),
    page("documents/<int:pk>/review/", review.review, "documents_review"),
    page("documents/<int:pk>/review/decide", review.decide, "documents_review_decide"),
    page("documents/<int:pk>/review/undo", review.undo, "documents_review_undo"),
    page("documents/<int:pk>/review/bulk", review.bulk, "documents_review_bulk"),
    page("documents/<int:pk>/review/sample", review.sample, "documents_review_sample"),
    page("documents/<int:pk>/original", documents.original, "documents_original"),
    page("questions/", questions.overview, "questions"),
    page("questions/<slug:kind>/<int:pk>", answering.answer, "questions_answer"),
    page("planning/committee/", committee.committee, "planning_committee"),
    page("planning/committee/sessions/<int:pk>/", committee.session, "planning_committee_session"),
    page("planning/committee/sessions/<int:pk>/close", committee.close, "planning_committee_close"),
    page(
        "planning/committee/follow-up/<int:pk>/done", committee.finish, "planning_committee_finish"
    ),
    page("policies/", policies.policies, "policies"),
    page("policies/marks/", rating.overview, "policies_marks"),
    page("policies/money/", money.money, "policies_money"),
    page("policies/money/figures.csv", money.download, "policies_money_csv"),
    page("policies/projects/", projects.projects, "policies_projects"),
    page("policies/projects/new", projects.take, "policies_projects_new"),
    page("policies/projects/<int:pk>/", projects.one, "policies_projects_one"),
    page("policies/projects/<int:pk>/links", projects.link, "policies_projects_link"),
    page(
        "policies/projects/<int:pk>/links/<int:link_pk>",
        projects.unlink,
        "policies_projects_unlink",
    ),
    page("policies/<int:pk>/review-data/<str:layout>.csv", projects.download, "policies_csv"),
    page("policies/<int:pk>/", policies.one, "policies_one"),
    page(
        "policies/<int:pk>/pictures/<slug:key>.<picture_form:form>",
        picture_files.file,
        "policies_picture",
    ),
    page("policies/<int:pk>/year/", year.one, "policies_year"),
    page("policies/<int:pk>/year/begin", year.begin, "policies_year_begin"),
    page("policies/<int:pk>/year/points", points.tick, "policies_year_tick"),
    page("policies/<int:pk>/year/<slug:action>", year.act, "policies_year_act"),
    page(
        "policies/<int:pk>/year/indicators/<int:indicator_pk>",
        entering.indicator,
        "policies_year_indicator",
    ),
    page(
        "policies/<int:pk>/indicators/<int:indicator_pk>/count/",
        counting.question,
        "policies_count",
    ),
    page(
        "policies/<int:pk>/indicators/<int:indicator_pk>/cite/<int:target_pk>",
        counting.cite,
        "policies_cite",
    ),
    page(
        "policies/<int:pk>/indicators/<int:indicator_pk>/facts/<int:target_pk>/<int:item>/",
        facts.facts,
        "policies_facts",
    ),
    page("policies/<int:pk>/rating/", rating.proposal, "policies_rating"),
    page("policies/<int:pk>/sheet.<sheet_form:form>", policies.sheet, "policies_sheet"),
    page("policies/<int:pk>/returned/", returning.returned, "policies_returned"),
    page("policies/<int:pk>/returned/<int:returned_pk>/", returning.one, "policies_returned_one"),
    page(
        "policies/<int:pk>/returned/<int:returned_pk>/decide",
        returning.decide,
        "policies_returned_decide",
    ),
    page("policies/<int:pk>/sheet.html", policies.page, "policies_sheet_page"),
]
