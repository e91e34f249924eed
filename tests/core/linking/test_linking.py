"""Linking: the evidence it needs, what it refuses, and that no order of documents matters."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.linking import Decided, Facts, Node, compare, merged, settle

LIST = {
    "title": "防衛相電話会談", "kind": "meeting", "level": "minister", "mode": "phone",
    "partners": ["CHL"], "start": "2018-06",
}  # fmt: skip
PROSE = LIST | {"title": "日チリ防衛相電話会談", "counterpart": "エスピノサ国防大臣"}
VISIT = {
    "title": "海幕長チリ訪問", "kind": "visit", "level": "chief_maritime", "mode": "in_person",
    "direction": "outbound", "partners": ["CHL"], "start": "2018-06",
}  # fmt: skip
CONSULTATION = {
    "title": "第3回日チリ防衛当局間協議", "kind": "consultation", "level": "working",
    "mode": "in_person", "partners": ["CHL"], "start": "2018-06", "ordinal": 3,
}  # fmt: skip
BODY = {
    "title": "対テロEWG", "kind": "forum", "framework": "ADMM-Plus/EWG-CT", "start": "2018-06",
}  # fmt: skip


def facts(payload: dict[str, Any], **other: Any) -> Facts:
    return Facts.of(payload | other)


def nodes(**documents: list[dict[str, Any]]) -> list[Node[tuple[str, int]]]:
    """The records of documents named a, b …, keyed by document and place."""
    return [
        Node((name, place), name, Facts.of(payload))
        for name, payloads in documents.items()
        for place, payload in enumerate(payloads)
    ]


def groups(**documents: list[dict[str, Any]]) -> set[frozenset[tuple[str, int]]]:
    return set(settle(nodes(**documents)).groups)


ONE = {frozenset({("a", 0), ("b", 0)})}


def test_a_talk_of_a_list_and_of_running_text_is_one() -> None:
    link = compare(facts(LIST), facts(PROSE))
    assert link is not None
    assert link.strength == "strong"
    assert {"partners", "kind", "level", "mode", "start", "title"} <= set(link.matched)
    assert link.differed == ()


@pytest.mark.parametrize(
    "other",
    [
        {"start": "2018-08"},
        {"partners": ["ARG"]},
        {"partners": ["CHL", "USA"]},
        {"level": "chief_air"},
        {"kind": "exercise"},
        {"kind": "signing"},
    ],
)
def test_what_rules_a_link_out(other: dict[str, Any]) -> None:
    assert compare(facts(LIST), facts(PROSE, **other)) is None


@pytest.mark.parametrize(
    ("payload", "one", "other"),
    [
        (CONSULTATION, {}, {"title": "第4回日チリ防衛当局間協議", "ordinal": 4}),
        (CONSULTATION, {"ordinal": None}, {"title": "第3回日チリ外務・防衛当局間協議"}),
        (VISIT, {}, {"direction": "inbound"}),
        (BODY, {}, {"framework": "ADMM-Plus/EWG-MM", "title": "防衛医学EWG"}),
        (
            {"title": "覚書の署名", "kind": "signing", "partners": ["CHL"], "start": "2018-06"},
            {"agreement": "覚書"},
            {"agreement": "ACSA"},
        ),
    ],
)
def test_series_bodies_and_directions_are_told_apart(
    payload: dict[str, Any], one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert compare(facts(payload, **one), facts(payload, **other)) is None


def test_telephone_here_and_video_there_is_one_talk_in_conflict() -> None:
    link = compare(facts(LIST), facts(PROSE, mode="video"))
    assert link is not None
    assert link.strength == "strong"
    assert link.differed == ("mode",)


def test_either_of_two_modes_agrees_with_both() -> None:
    for mode in ("phone", "video"):
        link = compare(facts(PROSE, mode="phone_or_video"), facts(LIST, mode=mode))
        assert link is not None
        assert "mode" in link.matched


def test_in_person_and_by_telephone_is_a_question_for_a_person() -> None:
    link = compare(facts(LIST), facts(PROSE, mode="in_person"))
    assert link is not None
    assert link.strength == "weak"


def test_the_same_ordinal_in_another_month_is_one_in_conflict() -> None:
    link = compare(facts(CONSULTATION), facts(CONSULTATION, start="2018-08"))
    assert link is not None
    assert link.strength == "strong"
    assert link.differed == ("start",)


def test_a_year_agrees_with_a_month_but_proves_nothing() -> None:
    link = compare(facts(LIST), facts(PROSE, start="2018"))
    assert link is not None
    assert link.strength == "weak"


def test_a_cancelled_talk_was_not_held() -> None:
    link = compare(facts(LIST, status="cancelled"), facts(PROSE))
    assert link is None or link.strength == "weak"


def test_a_courtesy_call_is_not_the_talks_of_that_month() -> None:
    talks = facts(LIST, title="防衛相会談", mode="in_person")
    call = facts(
        PROSE, title="ロハス海軍司令官防衛大臣表敬", counterpart="ロハス海軍司令官", mode=""
    )
    link = compare(talks, call)
    assert link is None or link.strength == "weak"


def test_a_visit_and_the_talks_it_was_made_for() -> None:
    talks = {
        "title": "海幕長・ロハス海軍司令官会談", "kind": "meeting", "level": "chief_maritime",
        "mode": "in_person", "counterpart": "ロハス海軍司令官", "partners": ["CHL"],
        "start": "2018-06",
    }  # fmt: skip
    assert groups(a=[VISIT], b=[talks]) == ONE
    assert groups(a=[VISIT], b=[talks | {"mode": "video"}]) == set()
    assert groups(a=[VISIT], b=[talks | {"level": "chief_air"}]) == set()
    assert groups(a=[VISIT], b=[talks | {"framework": "Manama Dialogue"}]) == set()
    inbound = {
        "title": "海軍司令官訪日", "kind": "visit", "direction": "inbound", "mode": "in_person",
        "counterpart": "海軍司令官", "partners": ["CHL"], "start": "2018-06",
    }  # fmt: skip
    assert groups(a=[inbound], b=[talks]) == ONE
    assert groups(a=[inbound | {"counterpart": "陸軍司令官"}], b=[talks]) == set()


def test_a_body_of_a_framework_meets_its_name() -> None:
    assert groups(a=[BODY], b=[BODY | {"title": "専門家会合(対テロEWG)"}]) == ONE


def test_one_document_never_links_with_itself() -> None:
    assert groups(a=[LIST, PROSE]) == set()


def test_two_talks_and_one_cannot_be_told_apart() -> None:
    told = settle(nodes(a=[LIST, LIST], b=[PROSE]))
    assert told.groups == []
    assert len(told.proposals) == 2


def test_two_talks_in_both_are_two() -> None:
    assert groups(a=[LIST, LIST], b=[PROSE, PROSE]) == {
        frozenset({("a", 0), ("b", 0)}),
        frozenset({("a", 1), ("b", 1)}),
    }


def test_the_mode_tells_two_talks_of_one_month_apart() -> None:
    video = {"mode": "video", "title": "防衛相テレビ会談"}
    assert groups(a=[LIST, LIST | video], b=[PROSE | video]) == {frozenset({("a", 1), ("b", 0)})}


def test_a_record_whose_match_is_taken_takes_no_other() -> None:
    person = {"title": "防衛相会談", "mode": "in_person"}
    found = settle(nodes(a=[LIST, LIST | person], b=[PROSE | person]))
    assert found.groups == [frozenset({("a", 1), ("b", 0)})]
    assert found.proposals == []


def test_talks_a_month_apart_are_one_only_if_they_are_the_only_ones_of_the_year() -> None:
    chiefs = LIST | {
        "title": "空幕長と空軍司令官との電話会談", "level": "chief_air", "counterpart": "空軍司令官",
    }  # fmt: skip
    later = chiefs | {"start": "2018-07"}
    assert groups(a=[chiefs], b=[later]) == ONE
    assert groups(a=[chiefs, chiefs | {"start": "2018-11"}], b=[later]) == set()


def test_what_people_decide_goes_before_the_rules() -> None:
    pair = frozenset({("a", 0), ("b", 0)})
    told = nodes(a=[LIST], b=[PROSE])
    assert settle(told, Decided(apart=frozenset({pair}))).groups == []
    strange = nodes(a=[LIST], b=[CONSULTATION])
    assert settle(strange).groups == []
    assert settle(strange, Decided(same=frozenset({pair}))).groups == [pair]


def test_three_documents_make_one_event_of_three_sources() -> None:
    three = settle(nodes(a=[LIST], b=[PROSE], c=[PROSE | {"mode": "video"}]))
    assert three.groups == [frozenset({("a", 0), ("b", 0), ("c", 0)})]


PAYLOADS = st.lists(
    st.builds(
        lambda base, month, mode: base | {"start": f"2018-{month:02d}"} | mode,
        st.sampled_from([LIST, PROSE, VISIT, CONSULTATION, BODY]),
        st.integers(5, 7),
        st.sampled_from([{}, {"mode": "phone"}, {"mode": "video"}, {"mode": "in_person"}]),
    ),
    max_size=5,
)


@given(PAYLOADS, PAYLOADS, PAYLOADS)
def test_no_order_of_documents_changes_the_result(
    a: list[dict[str, Any]], b: list[dict[str, Any]], c: list[dict[str, Any]]
) -> None:
    documents = {"a": a, "b": b, "c": c}
    results = []
    for order in permutations(documents):
        found = settle(nodes(**{name: documents[name] for name in order}))
        results.append((found.groups, found.links, found.proposals))
        for group in found.groups:
            assert len({key[0] for key in group}) == len(group)
    assert all(result == results[0] for result in results)


@given(PAYLOADS, PAYLOADS)
def test_comparing_is_symmetrical(a: list[dict[str, Any]], b: list[dict[str, Any]]) -> None:
    for one in map(Facts.of, a):
        for other in map(Facts.of, b):
            there, back = compare(one, other), compare(other, one)
            assert (there is None) == (back is None)
            if there and back:
                assert (there.strength, set(there.matched), set(there.differed)) == (
                    back.strength, set(back.matched), set(back.differed),
                )  # fmt: skip
                assert there.weight == pytest.approx(back.weight)


def test_merging_completes_and_takes_the_finest() -> None:
    fields = ("title", "kind", "mode", "start", "counterpart", "place")
    vague = PROSE | {"mode": "phone_or_video", "start": "2018-06"}
    exact = LIST | {"start": "2018-06-12", "place": "東京"}
    for order in permutations([vague, exact]):
        one = merged(order, fields)
        assert one["mode"] == "phone"
        assert one["start"] == "2018-06-12"
        assert one["place"] == "東京"
        assert one["counterpart"] == PROSE["counterpart"]


def test_a_printed_mode_goes_before_an_inferred_one() -> None:
    """Also where the record that infers tells more fields."""
    fields = ("title", "mode", "place", "start")
    guessed = LIST | {"mode": "in_person", "place": "東京", "notes": ["mode_inferred"]}
    printed = {"title": PROSE["title"], "mode": "phone", "notes": ["year_inferred"]}
    for order in permutations([guessed, printed]):
        assert merged(order, fields)["mode"] == "phone"
    assert merged([guessed], fields)["mode"] == "in_person"


def test_a_gathering_of_one_name_is_one_whatever_its_form() -> None:
    forum = {
        "title": "日ASEAN防衛担当大臣会合", "kind": "forum", "level": "minister", "partners": ["ASEAN"],
        "start": "2018-06", "mode": "in_person",
    }  # fmt: skip
    link = compare(facts(forum), facts(forum, mode="video", title="第9回日ASEAN防衛担当大臣会合"))
    assert link is not None
    assert (link.strength, link.differed) == ("strong", ("mode",))


def test_a_programme_of_the_same_months_is_one() -> None:
    course = {
        "title": "災害対処能力の強化支援", "kind": "capacity_building", "partners": ["KEN"],
        "start": "2018-06", "end": "2018-08",
    }  # fmt: skip
    assert groups(a=[course], b=[course | {"title": "工兵への重機操作教育"}]) == ONE
    assert groups(a=[course], b=[course | {"title": "重機操作教育", "end": "2018-09"}]) == set()


def test_blanks_in_a_title_hide_no_body() -> None:
    spaced = facts(BODY, title="PKO EWG", framework="ADMM-Plus/EWG")
    link = compare(spaced, facts(BODY, title="平和維持活動EWG", framework="ADMM-Plus/EWG-PKO"))
    assert link is not None
    assert link.strength == "strong"


def test_officials_of_three_countries_called_together_are_one_where_names_differ() -> None:
    called = {
        "title": "日米伯防衛実務者協議", "kind": "consultation", "level": "working",
        "mode": "video", "partners": ["USA", "BRA"], "start": "2018-06",
    }  # fmt: skip
    told = called | {"title": "局長級の会合", "partners": ["BRA", "USA"]}
    assert groups(a=[called], b=[told]) == ONE
    for other in ({"mode": "in_person"}, {"partners": ["BRA"]}, {"level": ""}):
        assert groups(a=[called], b=[told | other]) == set()
    assert groups(a=[called, called], b=[told]) == set()


def test_a_talk_a_month_apart_without_the_same_counterpart_is_only_asked_about() -> None:
    settled = settle(nodes(a=[LIST], b=[PROSE | {"start": "2018-07"}]))
    assert settled.groups == []
    (pair,) = settled.proposals
    assert pair.link.differed == ("start",)
    other = LIST | {"counterpart": "陸軍総司令官"}
    assert settle(nodes(a=[other], b=[PROSE | {"start": "2018-07"}])).proposals == []
