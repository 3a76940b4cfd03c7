"""The addresses of the API. Whatever else stands under /api/ is answered by a problem document."""

from django.urls import path, re_path

from api.views.agreements import (
    AgreementDeadlines,
    AgreementDetail,
    AgreementList,
    AgreementRevision,
    AgreementRevisions,
    AgreementStanding,
)
from api.views.contents import DeadlineList, EventList, ProvisionList
from api.views.figures import ChangeList, FacetTable, FigureTable
from api.views.index import Index, ServiceStatus, UnknownAddress
from api.views.pages import Documentation, Shapes, TryingOut
from api.views.parties import BetweenDetail, PairList, PartnerList, PartyDetail, PartyList
from api.views.schemas import DocumentSchema, OpenApiDocument, Vocabulary

app_name = "api"
urlpatterns = [
    path("v1/", Index.as_view(), name="index"),
    path("v1/agreements/", AgreementList.as_view(), name="agreements"),
    path("v1/agreements/<str:reference>/", AgreementDetail.as_view(), name="agreement"),
    path("v1/agreements/<str:reference>/revisions/", AgreementRevisions.as_view(), name="revisions"),
    path("v1/agreements/<str:reference>/revisions/<str:number>/", AgreementRevision.as_view(), name="revision"),
    path("v1/agreements/<str:reference>/standing/", AgreementStanding.as_view(), name="standing"),
    path("v1/agreements/<str:reference>/deadlines/", AgreementDeadlines.as_view(), name="agreement-deadlines"),
    path("v1/parties/", PartyList.as_view(), name="parties"),
    path("v1/parties/<str:code>/", PartyDetail.as_view(), name="party"),
    path("v1/parties/<str:code>/partners/", PartnerList.as_view(), name="partners"),
    path("v1/between/<str:one>/<str:two>/", BetweenDetail.as_view(), name="between"),
    path("v1/provisions/", ProvisionList.as_view(), name="provisions"),
    path("v1/events/", EventList.as_view(), name="events"),
    path("v1/deadlines/", DeadlineList.as_view(), name="deadlines"),
    path("v1/pairs/", PairList.as_view(), name="pairs"),
    path("v1/facets/", FacetTable.as_view(), name="facets"),
    path("v1/figures/", FigureTable.as_view(), name="figures"),
    path("v1/changes/", ChangeList.as_view(), name="changes"),
    path("v1/vocabulary/", Vocabulary.as_view(), name="vocabulary"),
    path("v1/status/", ServiceStatus.as_view(), name="status"),
    path("v1/docs/", Documentation.as_view(), name="docs"),
    path("v1/docs/shapes/", Shapes.as_view(), name="shapes"),
    path("v1/docs/try/", TryingOut.as_view(), name="try"),
    path("v1/schema/", OpenApiDocument.as_view(), name="openapi"),
    path("v1/schema/agreement.json", DocumentSchema.as_view(), name="document-schema"),
    re_path(r"^", UnknownAddress.as_view(), name="unknown"),
]
