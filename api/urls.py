"""The addresses of the API. Whatever else stands under /api/ is answered by a problem document."""

from django.urls import path, re_path

from api.views.agreements import AgreementDetail, AgreementList, AgreementStanding
from api.views.index import Index, UnknownAddress
from api.views.parties import PartyDetail, PartyList
from api.views.schemas import DocumentSchema, OpenApiDocument

app_name = "api"
urlpatterns = [
    path("v1/", Index.as_view(), name="index"),
    path("v1/agreements/", AgreementList.as_view(), name="agreements"),
    path("v1/agreements/<str:reference>/", AgreementDetail.as_view(), name="agreement"),
    path("v1/agreements/<str:reference>/standing/", AgreementStanding.as_view(), name="standing"),
    path("v1/parties/", PartyList.as_view(), name="parties"),
    path("v1/parties/<str:code>/", PartyDetail.as_view(), name="party"),
    path("v1/schema/", OpenApiDocument.as_view(), name="openapi"),
    path("v1/schema/agreement.json", DocumentSchema.as_view(), name="document-schema"),
    re_path(r"^", UnknownAddress.as_view(), name="unknown"),
]
