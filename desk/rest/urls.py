"""The addresses at which programs write, under /api/v1/desk/. What stands nowhere here is answered by a problem, too."""

from django.urls import path, re_path

from desk.rest.views.drafts import DraftCheck, DraftDetail, DraftList, DraftStateView, DraftSubmission, NewDraftCheck
from desk.rest.views.nowhere import Nowhere
from desk.rest.views.steps import PublishStep, RetractStep, ReturnStep, SubmitStep, WithdrawStep
from desk.rest.views.texts import DraftTexts

app_name = "desk-rest"
urlpatterns = [
    path("agreements/", DraftList.as_view(), name="drafts"),
    path("agreements/validate/", NewDraftCheck.as_view(), name="validate-new"),
    path("agreements/<str:key>/", DraftDetail.as_view(), name="draft"),
    path("agreements/<str:key>/state/", DraftStateView.as_view(), name="state"),
    path("agreements/<str:key>/submission/", DraftSubmission.as_view(), name="submission"),
    path("agreements/<str:key>/validate/", DraftCheck.as_view(), name="validate"),
    path("agreements/<str:key>/texts/", DraftTexts.as_view(), name="texts"),
    path("agreements/<str:key>/submit/", SubmitStep.as_view(), name="submit"),
    path("agreements/<str:key>/withdraw/", WithdrawStep.as_view(), name="withdraw"),
    path("agreements/<str:key>/return/", ReturnStep.as_view(), name="return"),
    path("agreements/<str:key>/publish/", PublishStep.as_view(), name="publish"),
    path("agreements/<str:key>/retract/", RetractStep.as_view(), name="retract"),
    re_path(r"^", Nowhere.as_view(), name="nowhere"),
]
