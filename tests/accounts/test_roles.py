"""Who may do what."""

import pytest
from django.contrib.auth.models import Group, Permission

from accounts.models import Person
from accounts.operations import UnknownPermission, assign_role, make_demo_people, make_groups
from accounts.roles import PERMISSIONS, Role

pytestmark = pytest.mark.django_db


def test_an_editor_may_write_but_not_publish():
    assert "agreements.change_agreement" in PERMISSIONS[Role.EDITOR]
    assert "editorial.submit_agreement" in PERMISSIONS[Role.EDITOR]
    assert "editorial.publish_agreement" not in PERMISSIONS[Role.EDITOR]


def test_a_reviewer_may_all_that_an_editor_may_and_publish():
    assert PERMISSIONS[Role.REVIEWER] - PERMISSIONS[Role.EDITOR] == {"editorial.publish_agreement", "editorial.retract_agreement"}


def test_an_analyst_only_views():
    assert all(".view_" in permission for permission in PERMISSIONS[Role.ANALYST])


def test_editors_strike_rows_of_a_draft_and_nobody_deletes_an_agreement_or_what_is_published():
    deletions = {role: {p.partition(".delete_")[2] for p in permissions if ".delete_" in p} for role, permissions in PERMISSIONS.items()}

    assert not deletions[Role.ANALYST]
    assert {"event", "participation", "evidence", "provision"} <= deletions[Role.EDITOR]
    for struck in deletions.values():
        assert not struck & {"agreement", "source", "submission", "revision", "record", "storedtext", "party", "person"}


def test_making_the_groups_twice_changes_nothing():
    make_groups()
    before = {group.name: set(group.permissions.values_list("pk", flat=True)) for group in Group.objects.all()}
    make_groups()

    assert {group.name: set(group.permissions.values_list("pk", flat=True)) for group in Group.objects.all()} == before
    assert set(before) == set(Role)


def test_a_permission_granted_by_hand_to_a_group_is_taken_back():
    make_groups()
    group = Group.objects.get(name=Role.ANALYST)
    mine = Permission.objects.get(codename="delete_person")
    group.permissions.add(mine)
    make_groups()

    assert not group.permissions.filter(pk=mine.pk).exists()


def test_a_misspelt_permission_of_an_installed_app_is_refused(monkeypatch):
    monkeypatch.setitem(PERMISSIONS, Role.ANALYST, frozenset({"accounts.view_persom"}))

    with pytest.raises(UnknownPermission, match=r"analyst names unknown permissions: accounts\.view_persom"):
        make_groups()


def test_a_permission_of_an_app_that_is_not_installed_is_reported(monkeypatch):
    monkeypatch.setitem(PERMISSIONS, Role.ANALYST, frozenset({"elsewhere.view_thing"}))

    assert "elsewhere.view_thing" in make_groups()


def test_a_person_has_one_role_at_a_time():
    make_groups()
    person = Person.objects.create_user("ada")
    assign_role(person, Role.EDITOR)
    assign_role(person, Role.REVIEWER)

    assert [group.name for group in person.groups.all()] == [Role.REVIEWER]
    assert person.is_staff


def test_demo_people_are_made_once_and_keep_a_changed_password():
    make_groups()
    assert make_demo_people() == [(role, f"{role}-demo") for role in Role]
    editor = Person.objects.get(username="editor")
    editor.set_password("another one")
    editor.save()
    make_demo_people()

    assert Person.objects.get(username="editor").check_password("another one")
    assert Person.objects.count() == len(Role)
