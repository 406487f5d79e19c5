"""The programme's courses come from its content."""

import pytest

from timegiven.programme.content.courses import COURSES
from timegiven.training import services
from timegiven.training.models import Course


@pytest.mark.clause(90, 91, 92, 93)
@pytest.mark.django_db
def test_courses_are_loaded_once_and_what_was_changed_since_is_left_alone():
    services.load_courses()
    Course.objects.filter(code=COURSES[0].code).update(title="Old title")

    services.load_courses()

    assert Course.objects.count() == len(COURSES)
    assert Course.objects.get(code=COURSES[0].code).title == "Old title"
    assert Course.objects.get(code="IND").modules.count() == 3
    assert [each.first.code for each in Course.objects.get(code="MH").prerequisites.all()] == ["HS"]
    assert set(Course.objects.values_list("needed_for", flat=True)) >= {"ALL", "LIFTING", "PUBLIC"}
