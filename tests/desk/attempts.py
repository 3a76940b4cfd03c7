"""The attempts of `test_escalations`: who tries what.

`{foreign…}` is a row of somebody else's draft, `{own…}` of the person's own.
"""

from dataclasses import dataclass, field
from typing import Any

OF_DRAFTS = "Zyxwv"  # stands in every text of somebody else's draft: hidden from a contributor
OF_PEOPLE = "Quuxly"  # stands in the names and addresses of people: hidden from all but administrators
AGREEMENTS, PROVISIONS, SUBMISSIONS = "agreements/agreement/", "provisions/provision/", "editorial/submission/"
PEOPLE = "accounts/person/"
PERSON = {"username": "x", "is_superuser": "on", "is_staff": "on", "is_active": "on", "role": "reviewer", "groups": "{group}"}


@dataclass(frozen=True)
class Attempt:
    """A request: where, with what; `form` is the address of a form of one's own whose fields are sent along."""

    path: str
    sent: dict[str, Any] | None = None
    form: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    method: str = ""


def act(action: str, row: str, **more: str) -> dict[str, Any]:
    return {"action": action, "_selected_action": row, **more}


BY_ALL = {
    "make oneself superuser": Attempt(PEOPLE + "{me}/change/", {**PERSON}),
    "make oneself superuser through the add form": Attempt(PEOPLE + "{superuser}/change/?_popup=1", PERSON),
    "give oneself the group of reviewers": Attempt(PEOPLE + "{me}/change/", {"username": "x", "groups": "{group}"}),
    "give oneself single permissions": Attempt(PEOPLE + "{me}/change/", {"username": "x", "user_permissions": ["1", "2", "3"]}),
    "take a superuser's rights": Attempt(PEOPLE + "{superuser}/change/", {"username": "x"}),
    "set a superuser's password": Attempt(PEOPLE + "{superuser}/password/", {"password1": "long enough 1", "password2": "long enough 1"}),
    "delete a superuser": Attempt(PEOPLE + "{superuser}/delete/", {"post": "yes"}),
    "delete people in bulk": Attempt(PEOPLE, act("delete_selected", "{superuser}", post="yes")),
    "widen a group": Attempt("auth/group/{group}/change/", {"name": "reviewer", "permissions": ["1", "2", "3"]}),
    "make a group": Attempt("auth/group/add/", {"name": "all", "permissions": ["1", "2", "3"]}),
    "delete an agreement": Attempt(AGREEMENTS + "{foreign}/delete/", {"post": "yes"}),
    "delete agreements in bulk": Attempt(AGREEMENTS, act("delete_selected", "{foreign}", post="yes", select_across="1")),
    "retract what is public": Attempt(AGREEMENTS, act("retract_from_public", "{public}", comment="x")),
    "publish by an action": Attempt(SUBMISSIONS, act("publish_them", "{foreign_submission}")),
    "publish all by an action": Attempt(SUBMISSIONS, act("publish_them", "{own_submission}", select_across="1")),
    "return by an action": Attempt(SUBMISSIONS, act("return_them", "{foreign_submission}", comment="x")),
    "call a method that is no action": Attempt(SUBMISSIONS, act("_decide", "{foreign_submission}")),
    "delete submissions in bulk": Attempt(SUBMISSIONS, act("delete_selected", "{foreign_submission}", post="yes")),
    "say that a submission is published": Attempt(SUBMISSIONS + "{own_submission}/change/", {"state": "published", "decided_by": "{me}"}),
    "add a submission": Attempt(SUBMISSIONS + "add/", {"agreement": "{foreign}", "document": "{{}}", "submitted_by": "{superuser}"}),
    "change a revision": Attempt("records/revision/{revision}/change/", {"document": "{{}}", "note": "x"}),
    "delete revisions in bulk": Attempt("records/revision/", act("delete_selected", "{revision}", post="yes")),
    "change a party": Attempt("parties/party/{party}/change/", {"code": "XXX", "name": "x", "type": "state"}),
    "delete a party": Attempt("parties/party/{party}/delete/", {"post": "yes"}),
    "delete a source that others cite": Attempt("agreements/source/{source}/delete/", {"post": "yes"}),
    "narrow agreements by the beginning of a password": Attempt(AGREEMENTS + "?created_by__password__startswith=pbkdf2"),
    "narrow agreements by somebody's address": Attempt(AGREEMENTS + "?changed_by__email__contains=Quux"),
    "narrow submissions by a password": Attempt(SUBMISSIONS + "?submitted_by__password__startswith=md5"),
    "narrow revisions by a password": Attempt("records/revision/?published_by__password__startswith=md5"),
    "narrow provisions across two relations": Attempt(PROVISIONS + "?agreement__created_by__email__contains=Quux"),
    "narrow by a column that is not shown": Attempt(AGREEMENTS + "?note__contains=x"),
    "narrow by a broken expression": Attempt(AGREEMENTS + "?title__regex=("),
    "narrow by a column that is not there": Attempt(AGREEMENTS + "?nothing__here=1"),
    "order by what is not a column": Attempt(AGREEMENTS + "?o=99.-77.x"),
    "ask for a page that is not there": Attempt(AGREEMENTS + "?p=99999&all="),
    "choose by a password in a popup": Attempt(AGREEMENTS + "?_popup=1&_to_field=password"),
    "choose by the author in a popup": Attempt(AGREEMENTS + "?_popup=1&_to_field=created_by"),
    "add in a popup by a column that is not there": Attempt(AGREEMENTS + "add/?_popup=1&_to_field=created_by__password"),
    "list people through autocomplete": Attempt("autocomplete/?app_label=agreements&model_name=agreement&field_name=created_by&term="),
    "list groups through autocomplete": Attempt("autocomplete/?app_label=accounts&model_name=person&field_name=groups&term="),
    "autocomplete a column that is no relation": Attempt("autocomplete/?app_label=accounts&model_name=person&field_name=password"),
    "autocomplete a table that is not there": Attempt("autocomplete/?app_label=no&model_name=such&field_name=table"),
    "follow any row of any table": Attempt("r/{agreement_type}/{foreign}/"),
    "follow a person": Attempt("r/{person_type}/{superuser}/"),
    "leave the site after signing in": Attempt("login/?next=//evil.example/"),
    "leave the site after a code": Attempt("account/code/?next=https://evil.example/"),
    "come under another host's name": Attempt("", headers={"host": "evil.example"}),
    "delete by another method": Attempt(AGREEMENTS + "{own}/change/", {}, method="delete"),
    "delete by a method in a header": Attempt(AGREEMENTS + "{own}/delete/", headers={"x-http-method-override": "DELETE"}),
    "delete by a method in a field": Attempt(AGREEMENTS + "{own}/delete/", {"_method": "DELETE", "post": "yes"}),
    "save over a version that was not seen": Attempt(AGREEMENTS + "{own}/change/", {"seen_version": "99"}, AGREEMENTS + "{own}/change/"),
    "take in an event of another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"events-0-id": "{foreign_event}", "events-0-date": "1900"}, AGREEMENTS + "{own}/change/"
    ),
    "take in a party of another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"participations-0-id": "{foreign_participation}"}, AGREEMENTS + "{own}/change/"
    ),
    "delete an event of another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"events-0-id": "{foreign_event}", "events-0-DELETE": "on"}, AGREEMENTS + "{own}/change/"
    ),
    "move a row to another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"events-0-agreement": "{foreign}"}, AGREEMENTS + "{own}/change/"
    ),
    "cite a source from another agreement's list": Attempt(
        AGREEMENTS + "{own}/change/", {"evidence-0-listed": "{foreign_listed}"}, AGREEMENTS + "{own}/change/"
    ),
    "send a form without its token": Attempt(AGREEMENTS + "{own}/change/", {"title": "x"}, method="without a token"),
    "make a token that publishes": Attempt("account/tokens/", {"name": "x", "scopes": ["read", "publish"], "days": "30"}),
    "make a token for two years": Attempt("account/tokens/", {"name": "x", "scopes": ["read"], "days": "730"}),
    "revoke somebody's token": Attempt("account/tokens/{foreign_token}/revoke/", {}),
    "reset a superuser's second factor": Attempt(PEOPLE, act("reset_the_second_factor", "{superuser}")),
    "read the words of the desk's scripts": Attempt("jsi18n/"),
    "watch the jobs": Attempt("records/job/"),
}
BY_A_CONTRIBUTOR = {
    "open a draft": Attempt(AGREEMENTS + "{foreign}/change/"),
    "open a draft by its old address": Attempt(AGREEMENTS + "{foreign}/"),
    "open a draft in a popup": Attempt(AGREEMENTS + "{foreign}/change/?_popup=1&_to_field=id"),
    "change a draft": Attempt(AGREEMENTS + "{foreign}/change/", {"title": "x", "seen_version": "1"}, AGREEMENTS + "{own}/change/"),
    "copy a draft": Attempt(AGREEMENTS + "{foreign}/change/", {"_saveasnew": "1", "title": "x"}),
    "read the history of a draft": Attempt(AGREEMENTS + "{foreign}/history/"),
    "find drafts by a word": Attempt(AGREEMENTS + "?q=Zyx"),
    "find drafts by a party": Attempt(AGREEMENTS + "?q=JPN"),
    "list drafts by their author": Attempt(AGREEMENTS + "?created_by__id__exact={editor}"),
    "list drafts by their keys": Attempt(AGREEMENTS + "?id__in={foreign}"),
    "guess at the words of a submission": Attempt(AGREEMENTS + "?submissions__document__contains=Zyx"),
    "guess at the words of a provision": Attempt(AGREEMENTS + "?provisions__quote__contains=Zyx"),
    "list drafts": Attempt(AGREEMENTS),
    "choose drafts in a popup": Attempt(AGREEMENTS + "?_popup=1&_to_field=id"),
    "find drafts through autocomplete": Attempt("autocomplete/?app_label=provisions&model_name=provision&field_name=agreement&term=Zyx"),
    "submit a draft": Attempt(AGREEMENTS, act("submit_for_review", "{foreign}")),
    "submit all drafts": Attempt(AGREEMENTS, act("submit_for_review", "{foreign}", select_across="1")),
    "list provisions": Attempt(PROVISIONS),
    "find provisions by a word": Attempt(PROVISIONS + "?q=Zyx"),
    "guess at the title above a provision": Attempt(PROVISIONS + "?agreement__title__startswith=Zyx"),
    "open a provision": Attempt(PROVISIONS + "{foreign_provision}/change/"),
    "delete a provision": Attempt(PROVISIONS + "{foreign_provision}/delete/", {"post": "yes"}),
    "delete provisions in bulk": Attempt(PROVISIONS, act("delete_selected", "{foreign_provision}", post="yes")),
    "read the history of a provision": Attempt(PROVISIONS + "{foreign_provision}/history/"),
    "add a provision to a draft": Attempt(PROVISIONS + "add/", {"agreement": "{foreign}", "kind": "logistics"}, PROVISIONS + "add/"),
    "move a provision to a draft": Attempt(
        PROVISIONS + "{own_provision}/change/", {"agreement": "{foreign}"}, PROVISIONS + "{own_provision}/change/"
    ),
    "begin a provision at a draft": Attempt(PROVISIONS + "add/?agreement={foreign}"),
    "list submissions": Attempt(SUBMISSIONS),
    "find submissions by a word": Attempt(SUBMISSIONS + "?q=Zyx"),
    "open a submission": Attempt(SUBMISSIONS + "{foreign_submission}/change/"),
    "read the history of a submission": Attempt(SUBMISSIONS + "{foreign_submission}/history/"),
    "change a source that others cite": Attempt("agreements/source/{source}/change/", {"title": "x", "kind": "press", "seen_version": "1"}),
    "see drafts on the first page": Attempt(""),
    "see drafts on the page of a floor": Attempt("agreements/"),
}
BY_A_REVIEWER = {
    "publish one's own submission": Attempt(SUBMISSIONS, act("publish_them", "{own_submission}")),
    "become a superuser": Attempt(PEOPLE + "{me}/change/", PERSON),
    "give oneself another role": Attempt(PEOPLE + "{me}/change/", {"username": "reviewer", "role": "administrator"}),
    "delete what is published": Attempt("records/revision/{revision}/delete/", {"post": "yes"}),
}
BY_AN_ADMINISTRATOR = {
    "change a superuser": Attempt(PEOPLE + "{superuser}/change/", {**PERSON, "username": "superuser"}),
    "set a superuser's password": BY_ALL["set a superuser's password"],
    "reset a superuser's second factor": BY_ALL["reset a superuser's second factor"],
    "delete a person": Attempt(PEOPLE + "{editor}/delete/", {"post": "yes"}),
    "delete people in bulk": BY_ALL["delete people in bulk"],
    "widen a group": BY_ALL["widen a group"],
    "give oneself another role": Attempt(PEOPLE + "{me}/change/", {"role": "reviewer"}, PEOPLE + "{me}/change/"),
    "give a role that is none": Attempt(PEOPLE + "{editor}/change/", {"role": "superuser"}, PEOPLE + "{editor}/change/"),
    "find people by their password": Attempt(PEOPLE + "?password__startswith=md5"),
    "find superusers by a column that is not shown": Attempt(PEOPLE + "?is_superuser__exact=1"),
    "open a draft": Attempt(AGREEMENTS + "{foreign}/change/"),
    "publish": BY_ALL["publish by an action"],
    "watch the jobs": BY_ALL["watch the jobs"],
}
TABLE = [
    *(("editor", what) for what in BY_ALL),
    *(("contributor", what) for what in {**BY_ALL, **BY_A_CONTRIBUTOR}),
    *(("reviewer", what) for what in BY_A_REVIEWER),
    *(("administrator", what) for what in BY_AN_ADMINISTRATOR),
]
TRIED = {
    "editor": BY_ALL,
    "contributor": {**BY_ALL, **BY_A_CONTRIBUTOR},
    "reviewer": BY_A_REVIEWER,
    "administrator": BY_AN_ADMINISTRATOR,
}
