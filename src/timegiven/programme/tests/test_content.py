"""The programme's words, documents, places and profiles hold together before anyone loads them."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from timegiven.programme.content import short_texts
from timegiven.programme.content.abilities import LANGUAGES, SKILLS
from timegiven.programme.content.courses import COURSES, REQUIRED_FOR
from timegiven.programme.content.glossary import TERMS
from timegiven.programme.content.leaving import LEAVING_REASONS
from timegiven.programme.content.motivations import MOTIVATIONS
from timegiven.programme.content.names import COMMUNITIES, NEVER_TOGETHER
from timegiven.programme.content.organisation import (
    BCUS,
    BOROUGHS,
    LINES,
    ORGANISATION,
    POPULATION,
    STATIONS,
    UNIT_TYPES,
)
from timegiven.programme.content.organisation.spec import KINDS
from timegiven.programme.content.profiles import (
    CATEGORIES,
    CONTRIBUTIONS,
    FAILED_PROPOSALS,
    PROFILES,
    VETTING_LEVELS,
)
from timegiven.programme.content.statement import DOCUMENTS, FIRST_DAY, STATEMENT_SECTIONS

UNIT_OF = {unit.code: unit for unit in ORGANISATION}
NUMBERS = re.compile(r"\b\d{3,}(?: \d{3,})*\b")
CAPITALS = re.compile(r"\b[A-Z][A-Z0-9&]+\b")
NOT_OUR_WORDS = re.compile(
    r"\b(must attend|worked|wages?|shifts?|disciplin\w+|employees?|scores?|streaks?|sacked|badge)\b", re.IGNORECASE
)


def profile_texts():
    for profile in PROFILES:
        yield (
            profile.code,
            " ".join(
                (
                    profile.title,
                    profile.purpose,
                    profile.kit,
                    *profile.tasks,
                    *profile.answers,
                    *(text for hazard in profile.hazards for text in (hazard.hazard, hazard.who, hazard.control)),
                )
            ),
        )
    for proposal in FAILED_PROPOSALS:
        yield proposal.code, " ".join((proposal.title, proposal.purpose, proposal.why, *proposal.tasks))


def volunteer_texts():
    yield from profile_texts()
    yield from ((term.term, f"{term.term} {term.expansion} {term.meaning}") for term in TERMS)
    yield from ((document.code, f"{document.title} {document.body}") for document in DOCUMENTS)
    yield from ((item.code, f"{item.text} {item.hint}") for item in FIRST_DAY)
    yield from ((course.code, course.title) for course in COURSES)
    yield from ((motivation.code, motivation.words) for motivation in MOTIVATIONS)
    yield from ((reason.code, reason.words) for reason in LEAVING_REASONS)


def repeated(values):
    return [value for value, times in Counter(values).items() if times > 1]


# The glossary


@pytest.mark.clause(30)
def test_at_least_110_terms_are_explained_each_once():
    assert len(TERMS) >= 110
    assert repeated(term.term.casefold() for term in TERMS) == []


@pytest.mark.clause(30)
def test_a_meaning_is_one_short_sentence_with_a_source():
    bad = [
        term.term
        for term in TERMS
        if not term.source or not term.meaning.endswith(".") or ". " in term.meaning or len(term.meaning.split()) > 25
    ]

    assert bad == []


def test_letters_that_nobody_can_expand_say_so():
    honest = {term.term: term.expansion for term in TERMS if term.term in ("AWARE", "BH")}

    assert honest["AWARE"].endswith("is not known")
    assert honest["BH"].startswith("Not known")


@pytest.mark.clause(30)
def test_every_set_of_letters_in_a_profile_or_document_is_in_the_glossary():
    known = {term.term for term in TERMS}
    texts = [*profile_texts(), *((term.term, term.meaning) for term in TERMS)]
    texts += ((item.code, f"{item.text} {item.hint}") for item in FIRST_DAY)
    # A postcode and a form's number are not words.
    texts += [(d.code, re.sub(r"SW6 1TR|MP 505/06", "", f"{d.title} {d.body}")) for d in DOCUMENTS]

    unexplained = {(code, word) for code, text in texts for word in CAPITALS.findall(text) if word not in known}

    assert unexplained == set()


@pytest.mark.clause(45, 116)
def test_no_text_uses_the_words_of_employment():
    found = {(code, word.group()) for code, text in volunteer_texts() for word in NOT_OUR_WORDS.finditer(text)}

    assert found == set()


# The organisation


@pytest.mark.clause(157)
def test_the_force_has_32_boroughs_12_bcus_and_34_stations():
    assert (len(BOROUGHS), len(BCUS), len(STATIONS)) == (32, 12, 34)
    assert {borough.bcu for borough in BOROUGHS} == {bcu.code for bcu in BCUS}
    assert {station.parent for station in STATIONS} == {borough.code for borough in BOROUGHS}


def test_every_unit_has_a_known_kind_and_a_parent_that_comes_before_it():
    seen = {""}
    for unit in ORGANISATION:
        assert unit.kind in KINDS, unit.code
        assert unit.parent in seen, unit.code
        assert unit.code not in seen, unit.code
        seen.add(unit.code)


def reports_to_on(code, day):
    above = [
        line.reports_to
        for line in LINES
        if line.unit == code and line.from_on <= day and (line.until_on is None or day < line.until_on)
    ]
    assert len(above) <= 1, (code, day, above)
    return above[0] if above else None


@pytest.mark.clause(157)
def test_every_borough_answers_to_territorial_policing_in_2007_and_to_its_bcu_today():
    for borough in BOROUGHS:
        assert reports_to_on(borough.code, date(2007, 4, 26)) == "TP"
        assert reports_to_on(borough.code, date(2026, 1, 1)) == borough.bcu


def test_on_any_day_a_unit_that_exists_answers_to_one_unit_that_exists():
    changes = {line.from_on for line in LINES} | {line.until_on for line in LINES if line.until_on}
    days = sorted(changes | {day - timedelta(days=1) for day in changes})
    by_unit = {code: [line for line in LINES if line.unit == code] for code in UNIT_OF}

    def exists(unit, day):
        return unit.from_on <= day and (unit.until_on is None or day < unit.until_on)

    for code, unit in UNIT_OF.items():
        for day in days:
            above = [
                line.reports_to
                for line in by_unit[code]
                if line.from_on <= day and (line.until_on is None or day < line.until_on)
            ]
            expected = 1 if exists(unit, day) and unit.kind != "force" else 0
            assert len(above) == expected, (code, day, above)
            assert all(exists(UNIT_OF[parent], day) for parent in above), (code, day, above)


def test_populations_add_up_for_every_borough():
    assert {row.borough for row in POPULATION} == {borough.code for borough in BOROUGHS}
    assert sum(row.everyone for row in POPULATION) == 8_791_152
    for row in POPULATION:
        assert row.white + row.mixed + row.asian + row.black + row.other == row.everyone, row.borough


# The library


def test_at_least_40_profiles_with_known_parts():
    assert len(PROFILES) == 42
    assert repeated(profile.code for profile in PROFILES) == []
    for profile in PROFILES:
        assert profile.category in CATEGORIES, profile.code
        assert profile.contribution in CONTRIBUTIONS, profile.code
        assert profile.vetting_level in VETTING_LEVELS, profile.code
        assert profile.unit_kind in {unit_type.key for unit_type in UNIT_TYPES}, profile.code
    assert {profile.category for profile in PROFILES} == set(CATEGORIES)
    assert {profile.contribution for profile in PROFILES} == set(CONTRIBUTIONS)


@pytest.mark.clause(10, 11, 13, 67)
def test_every_example_of_the_guide_has_a_profile_in_its_own_unit():
    unit_of = {profile.title: profile.unit_kind for profile in PROFILES}
    examples = {
        # The areas named in the guide.
        "Press office helper": "PRESS",
        "Witness care survey interviewer": "WCU",
        "Local research helper": "SN",
        "CCTV viewer": "CCTV",
        "Community Safety Unit support": "CSU",
        "Front counter triage": "FC",
        "Local counter host": "FC",
        # Its people with a profession.
        "Fraud Office accountant": "SCD6",
        "Finance and resources adviser": "FRU",
        "Management consultant to the SMT": "SMT",
        "Photographer for the media team": "PHOTO",
        "Customer service report writer": "WCU",
        # Its questions to a unit: data, a telephone, files.
        "Data input helper": "SN",
        "Telephone answering helper": "SN",
        "Archive files helper": "CJU",
    }

    assert {title: unit_of.get(title) for title in examples} == examples


def test_a_profile_has_a_few_short_tasks_each_a_sentence():
    for profile in PROFILES:
        assert 4 <= len(profile.tasks) <= 7, profile.code
        for task in profile.tasks:
            assert (task[0].isupper(), task[-1]) == (True, "."), task
            assert len(task.split()) <= 14, task


def test_no_task_needs_police_powers():
    powers = re.compile(r"\b(arrest|search|seize|detain|caution|interrogate|statement|drive)\w*", re.IGNORECASE)

    found = [(profile.code, task) for profile in PROFILES for task in profile.tasks if powers.search(task)]

    assert found == []


def test_every_danger_is_counted_from_1_to_25_and_its_control_makes_it_smaller():
    for profile in PROFILES:
        assert 2 <= len(profile.hazards) <= 4, profile.code
        for hazard in profile.hazards:
            numbers = (
                hazard.likelihood,
                hazard.severity,
                hazard.residual_likelihood,
                hazard.residual_severity,
            )
            assert all(1 <= number <= 5 for number in numbers), hazard.hazard
            assert 1 <= hazard.residual_risk < hazard.risk <= 25, hazard.hazard


@pytest.mark.clause(91, 92, 93)
def test_training_follows_from_what_the_role_is():
    assert {course.required_for for course in COURSES} == set(REQUIRED_FOR)
    codes = {course.code for course in COURSES}
    for profile in PROFILES:
        assert set(profile.training) <= codes, profile.code
        assert repeated(profile.training) == [], profile.code
        assert {"IND", "HS", "DPC"} <= set(profile.training), profile.code
        assert ("MH" in profile.training) == profile.lifting, profile.code
        assert ("ELS" in profile.training) == profile.public_facing, profile.code
        assert ("AWB" in profile.training) == profile.needs_aware, profile.code


def test_every_course_is_on_at_least_one_profile():
    assert {code for profile in PROFILES for code in profile.training} == {
        course.code for course in COURSES if course.required_for != "before"
    }


def test_every_profile_says_why_each_question_is_no_and_each_question_has_a_proposal_that_failed():
    for profile in PROFILES:
        assert len(profile.answers) == 3, profile.code
        assert all(answer.endswith(".") for answer in profile.answers), profile.code
    assert [proposal.question for proposal in FAILED_PROPOSALS] == [1, 2, 3]


# The papers


def test_the_statement_of_expectation_has_numbered_sections_that_cite_clauses():
    statement = next(document for document in DOCUMENTS if document.code == "SOE")

    assert [section.number for section in STATEMENT_SECTIONS] == [str(n) for n in range(1, len(STATEMENT_SECTIONS) + 1)]
    assert all(section.clauses for section in STATEMENT_SECTIONS)
    assert all(f"## {section.number}. {section.title}" in statement.body for section in STATEMENT_SECTIONS)
    # What the original promises or asks of the volunteer.
    promised = {
        34,
        35,
        36,
        37,
        38,
        42,
        47,
        48,
        56,
        73,
        74,
        75,
        77,
        79,
        80,
        81,
        82,
        83,
        95,
        100,
        102,
        110,
        111,
        112,
        113,
        114,
        115,
        119,
        120,
        121,
        122,
        123,
        124,
        125,
        126,
        127,
        128,
        129,
    }
    assert promised - set(statement.clauses) == set()


def test_every_paper_has_an_owner_a_marking_a_version_and_a_review_day():
    assert repeated(document.code for document in DOCUMENTS) == []
    for document in DOCUMENTS:
        assert all((document.owner, document.marking, document.version, document.clauses)), document.code
        assert document.review_on > document.issued_on, document.code


@pytest.mark.clause(*range(14, 33))
def test_the_first_day_list_has_one_item_for_each_of_its_clauses():
    assert [item.clause for item in FIRST_DAY] == list(range(14, 33))
    assert {item.when for item in FIRST_DAY} == {"all", "front_counter", "aware", "kit"}


# People of the demonstration


@pytest.mark.clause(146)
def test_forty_in_a_hundred_names_are_of_black_and_minority_ethnic_communities():
    assert len(COMMUNITIES) == 8
    assert sum(community.weight for community in COMMUNITIES) == 100
    assert sum(c.weight for c in COMMUNITIES if c.is_black_or_minority_ethnic) == 40


def test_each_community_has_at_least_sixty_of_each_name_and_none_twice():
    for community in COMMUNITIES:
        for names in (community.given, community.family):
            assert len(names) >= 60, community.code
            assert repeated(names) == [], community.code


def test_names_to_keep_apart_are_names_that_could_meet():
    could_meet = {
        pair
        for pair in NEVER_TOGETHER
        if any(pair[0] in community.given and pair[1] in community.family for community in COMMUNITIES)
    }

    assert could_meet == NEVER_TOGETHER


@pytest.mark.clause(8)
def test_motivations_languages_and_skills_are_listed_once():
    assert len(MOTIVATIONS) == 7
    assert repeated(LANGUAGES) == repeated(SKILLS) == []
    assert sum(reason.seen for reason in LEAVING_REASONS) == 28


# What is loaded fits where it is kept


def longest(texts):
    return max(len(text) for text in texts)


def test_every_text_fits_its_column():
    assert longest(term.term for term in TERMS) <= 60
    assert longest(term.expansion for term in TERMS) <= 200
    assert longest(term.source for term in TERMS) <= 200
    assert longest(term.era for term in TERMS) <= 40
    assert longest(unit.code for unit in ORGANISATION) <= 20
    assert longest(unit.name for unit in ORGANISATION) <= 120
    assert longest(task for profile in PROFILES for task in profile.tasks) <= 200
    assert longest(profile.kit for profile in PROFILES) <= 200
    assert longest(hazard.hazard for profile in PROFILES for hazard in profile.hazards) <= 160
    assert longest(hazard.control for profile in PROFILES for hazard in profile.hazards) <= 300
    assert all(document.version.isdigit() for document in DOCUMENTS)


def test_every_team_of_a_borough_is_housed_at_a_station_of_that_borough():
    for unit in ORGANISATION:
        if unit.kind == "unit":
            assert UNIT_OF[unit.station].parent == unit.parent, unit.code


@pytest.mark.clause(127)
def test_each_number_that_the_public_is_told_has_a_source_and_a_day_on_which_it_was_checked():
    (public,) = [document for document in short_texts.SHORT_DOCUMENTS if document.code == "PUBLIC"]
    told = public.body.partition("## Where to go")[0].replace("\n", " ")
    day = re.search(r"last checked on +(\d+ \w+ \d{4})", told)
    sources = short_texts.__doc__.partition(f"was read on {day[1]}")[2]
    known = {number for line in re.findall(r"^- (.*?):", sources, re.MULTILINE) for number in NUMBERS.findall(line)}

    assert set(NUMBERS.findall(told.replace(day[0], ""))) == known
    assert len(known) == 8


@pytest.mark.clause(75, 134)
def test_the_statement_does_not_say_how_many_references_for_that_is_the_handbook_s_and_each_application_s_own() -> None:
    (before_you_start,) = [section.text for section in STATEMENT_SECTIONS if 75 in section.clauses]

    assert "the references are satisfactory" in before_you_start
    assert not re.findall(r"\b(one|two|both|three|\d+)\b", before_you_start)
