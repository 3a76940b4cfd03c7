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
TYPED = "title=zyxwv+treaty&party=JPN,USA&signed=1951-09-08&in_force=1952"
A_PROVISION = {
    "agreement": "{foreign}", "kind": "logistics", "shown_kind": "logistics", "state": "present", "seen_version": "",
    "evidence-TOTAL_FORMS": "0", "evidence-INITIAL_FORMS": "0",
}  # fmt: skip
WORK = ("returned", "waiting", "drafts", "findings", "publications", "expired", "unratified", "unverified", "conflicts")


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
    "save a copy": Attempt(AGREEMENTS + "{own}/change/", {"_saveasnew": "1"}, AGREEMENTS + "{own}/change/"),
    "save a copy of somebody else's": Attempt(AGREEMENTS + "{foreign}/change/", {"_saveasnew": "1", "title": "x"}),
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
    "take in evidence of another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"evidence-0-id": "{foreign_evidence}", "evidence-0-quote": "x"}, AGREEMENTS + "{own}/change/"
    ),
    "take in a listed source of another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"listed_sources-0-id": "{foreign_listed}"}, AGREEMENTS + "{own}/change/"
    ),
    "take in a text of another agreement": Attempt(
        AGREEMENTS + "{own}/change/", {"texts-0-id": "{foreign_text}", "texts-0-title": "x"}, AGREEMENTS + "{own}/change/"
    ),
    "begin an agreement with an event of another": Attempt(
        AGREEMENTS + "add/",
        {"title": "x", "events-INITIAL_FORMS": "1", "events-0-id": "{foreign_event}", "events-0-kind": "signature"},
        AGREEMENTS + "add/",
    ),
    "vouch for a fact of another agreement": Attempt(
        AGREEMENTS + "{own}/change/",
        {"evidence-TOTAL_FORMS": "4", "evidence-3-about": "event-{foreign_event}", "evidence-3-source": "x [S{source}]"},
        AGREEMENTS + "{own}/change/",
    ),
    "cite a source that the library does not hold": Attempt(
        AGREEMENTS + "{own}/change/", {"events-0-cite_source": "x [S987654]"}, AGREEMENTS + "{own}/change/"
    ),
    "cite a source from another agreement's list": Attempt(
        AGREEMENTS + "{own}/evidence/record/add/", {"listed": "{foreign_listed}", "article": "1", "seen": ""}
    ),
    "cite a source from another agreement's list for a provision": Attempt(
        PROVISIONS + "{own_provision}/change/",
        {"evidence-0-listed": "{foreign_listed}", "evidence-0-article": "1"},
        PROVISIONS + "{own_provision}/change/",
    ),
    "cite for a fact of another agreement": Attempt(AGREEMENTS + "{own}/evidence/event-{foreign_event}/add/", {"listed": "{own_listed}"}),
    "change evidence of another agreement under one's own": Attempt(
        AGREEMENTS + "{own}/evidence/event-{own_event}/{foreign_evidence}/", {"listed": "{own_listed}", "quote": "x"}
    ),
    "strike evidence of another agreement under one's own": Attempt(
        AGREEMENTS + "{own}/evidence/event-{foreign_event}/{foreign_evidence}/remove/", {}
    ),
    "verify evidence of another agreement under one's own": Attempt(
        AGREEMENTS + "{own}/evidence/event-{own_event}/{foreign_evidence}/verify/", {"verified": "yes"}
    ),
    "verify what was not seen": Attempt(
        AGREEMENTS + "{own}/evidence/event-{own_event}/{own_evidence}/verify/", {"verified": "yes", "seen": "0"}
    ),
    "prefer an event of another agreement under one's own": Attempt(
        AGREEMENTS + "{own}/evidence/prefer/", {"event": "{foreign_event}", "reason": "x"}
    ),
    "upload over a text of another agreement": Attempt(AGREEMENTS + "{own}/texts/?text={foreign_text}", {"title": "x"}),
    "cite a text for a fact of another agreement": Attempt(
        "texts/{own_text}/", {"quote": "shall provide", "fact": "event-{foreign_event}", "source": "kind:authentic_text"}
    ),
    "cite a text as a source of another agreement": Attempt(
        "texts/{own_text}/", {"quote": "shall provide", "fact": "event-{own_event}", "source": "listed:{foreign_listed}"}
    ),
    "note the place of a quotation of another agreement": Attempt("texts/{own_text}/settle/", {"row": "evidence-{foreign_evidence}"}),
    "merge a record with itself": Attempt(AGREEMENTS + "{own}/merge/{own}/", {"reason": "x"}),
    "take back a merger that never was": Attempt(AGREEMENTS + "{own}/merge/back/", {}),
    "retract what is public, by its address": Attempt(AGREEMENTS + "{public}/retract/", {"reason": "x"}),
    "publish, by its address": Attempt(SUBMISSIONS + "{foreign_submission}/publish/", {"as_read": "x", "against": ""}),
    "publish one's own, by its address": Attempt(SUBMISSIONS + "{own_submission}/publish/", {"as_read": "x", "against": ""}),
    "return, by its address": Attempt(SUBMISSIONS + "{foreign_submission}/return/", {"comment": "x"}),
    "withdraw what is not one's own": Attempt(AGREEMENTS + "{foreign}/withdraw/", {}),
    "submit what waits already": Attempt(AGREEMENTS + "{own}/submit/", {"another": "yes"}),
    "decide from the review page": Attempt(SUBMISSIONS + "{own_submission}/change/", {"_publish": "1"}),
    "open a work list that is none": Attempt("work/people/"),
    "open an agreement by a key beyond all keys": Attempt(AGREEMENTS + "99999999999999999999999/history.json"),
    "change an agreement by a key beyond all keys": Attempt(AGREEMENTS + "99999999999999999999999/change/", {"title": "x"}),
    "name a fact that is none": Attempt(AGREEMENTS + "{own}/evidence/agreement-{own}/add/", {"listed": "{own_listed}"}),
    "find people through suggestions": Attempt(AGREEMENTS + "suggest/parties/?q=Quux"),
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
    "add a provision to a draft": Attempt(PROVISIONS + "add/", A_PROVISION),
    "add a provision to a draft, asked for in the address": Attempt(PROVISIONS + "add/?agreement={foreign}", A_PROVISION),
    "add a provision to a draft under one's own": Attempt(
        PROVISIONS + "add/?agreement={own}", A_PROVISION, PROVISIONS + "add/?agreement={own}"
    ),
    "be shown the attributes of a provision of a draft": Attempt(PROVISIONS + "add/", {**A_PROVISION, "_show": "1"}),
    "cite a draft's source for a provision of it": Attempt(
        PROVISIONS + "add/", {**A_PROVISION, "evidence-TOTAL_FORMS": "1", "evidence-0-listed": "{foreign_listed}"}
    ),
    "move a provision to a draft": Attempt(
        PROVISIONS + "{own_provision}/change/", {"agreement": "{foreign}"}, PROVISIONS + "{own_provision}/change/"
    ),
    "begin a provision at a draft": Attempt(PROVISIONS + "add/?agreement={foreign}"),
    "list submissions": Attempt(SUBMISSIONS),
    "find submissions by a word": Attempt(SUBMISSIONS + "?q=Zyx"),
    "open a submission": Attempt(SUBMISSIONS + "{foreign_submission}/change/"),
    "read the history of a submission": Attempt(SUBMISSIONS + "{foreign_submission}/history/"),
    "change a source that others cite": Attempt("agreements/source/{source}/change/", {"title": "x", "kind": "press", "seen_version": "1"}),
    "have a draft judged": Attempt(AGREEMENTS + "{foreign}/beside/", {"title": "x"}),
    "look beside a draft": Attempt(AGREEMENTS + "{foreign}/beside/"),
    "check a draft": Attempt(AGREEMENTS + "{foreign}/change/", {"_check": "1", "title": "x"}),
    "read the evidence of a draft": Attempt(AGREEMENTS + "{foreign}/evidence/"),
    "read what a draft leaves unverified": Attempt(AGREEMENTS + "{foreign}/evidence/?show=unverified"),
    "open a citation of a draft": Attempt(AGREEMENTS + "{foreign}/evidence/event-{foreign_event}/{foreign_evidence}/"),
    "cite in a draft": Attempt(AGREEMENTS + "{foreign}/evidence/record/add/", {"listed": "{foreign_listed}"}),
    "strike evidence of a draft": Attempt(AGREEMENTS + "{foreign}/evidence/event-{foreign_event}/{foreign_evidence}/remove/", {}),
    "verify evidence of a draft": Attempt(
        AGREEMENTS + "{foreign}/evidence/event-{foreign_event}/{foreign_evidence}/verify/", {"verified": "yes"}
    ),
    "prefer an event of a draft": Attempt(AGREEMENTS + "{foreign}/evidence/prefer/", {"event": "{foreign_event}", "how": "rank"}),
    "list the texts of a draft": Attempt(AGREEMENTS + "{foreign}/texts/"),
    "upload a text to a draft": Attempt(AGREEMENTS + "{foreign}/texts/", {"title": "x"}),
    "upload over a text of a draft": Attempt(AGREEMENTS + "{foreign}/texts/?text={foreign_text}", {"title": "x"}),
    "read a text of a draft": Attempt("texts/{foreign_text}/"),
    "search a text of a draft": Attempt("texts/{foreign_text}/?q=Zyx"),
    "cite a text of a draft": Attempt("texts/{foreign_text}/", {"quote": "shall provide", "fact": "event-{foreign_event}"}),
    "take the file of a draft": Attempt("texts/{foreign_text}/file/"),
    "have a text of a draft read again": Attempt("texts/{foreign_text}/again/", {}),
    "note the place of a quotation of a draft": Attempt("texts/{foreign_text}/settle/", {"row": "x"}),
    "find a draft by typing it": Attempt(AGREEMENTS + "duplicates/?" + TYPED),
    "find a draft by typing it, but for one's own": Attempt(AGREEMENTS + "duplicates/?but={own}&" + TYPED),
    "find a draft by leaving it out": Attempt(AGREEMENTS + "duplicates/?but={foreign}&" + TYPED),
    "send a draft's title and be told of it": Attempt(
        AGREEMENTS + "duplicates/", {"title": "Zyxwv treaty", "but": "{foreign}"}, headers={"hx-request": "true"}
    ),
    "see what a draft is like": Attempt(AGREEMENTS + "{foreign}/duplicates/"),
    "see drafts among what is like one's own": Attempt(AGREEMENTS + "{own}/duplicates/"),
    "dismiss a draft beside one's own": Attempt(AGREEMENTS + "{own}/duplicates/{foreign}/dismiss/", {"reason": "x"}),
    "dismiss one's own beside a draft": Attempt(AGREEMENTS + "{foreign}/duplicates/{own}/dismiss/", {"reason": "x"}),
    "look at a merger with a draft": Attempt(AGREEMENTS + "{own}/merge/{foreign}/"),
    "merge a draft into one's own": Attempt(AGREEMENTS + "{own}/merge/{foreign}/", {"reason": "x"}),
    "merge one's own into a draft": Attempt(AGREEMENTS + "{foreign}/merge/{own}/", {"reason": "x"}),
    "take back a merger of a draft": Attempt(AGREEMENTS + "{foreign}/merge/back/", {}),
    "submit a draft, by its address": Attempt(AGREEMENTS + "{foreign}/submit/", {"another": "yes"}),
    "retract a draft": Attempt(AGREEMENTS + "{foreign}/retract/", {"reason": "x"}),
    "take the history of a draft as a table": Attempt(AGREEMENTS + "{foreign}/history.csv"),
    "take the history of a draft as data": Attempt(AGREEMENTS + "{foreign}/history.json"),
    "find drafts through suggested sources": Attempt(AGREEMENTS + "suggest/sources/?q=Zyx"),
    "find drafts through suggested parties": Attempt(AGREEMENTS + "suggest/parties/?q=Zyx"),
    **{f"see drafts in the list “{which}”": Attempt(f"work/{which}/") for which in WORK},
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
