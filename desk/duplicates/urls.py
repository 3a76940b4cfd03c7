"""The addresses of duplicates and mergers. They stand before the admin's own, which would take some of them for keys."""

from django.urls import path

from desk.duplicates import views
from desk.site import desk

app_name = "duplicates"
urlpatterns = [
    path("duplicates/", desk.admin_view(views.typed), name="typed"),
    path("<int:pk>/duplicates/", desk.admin_view(views.likely), name="likely"),
    path("<int:pk>/duplicates/<int:other>/dismiss/", desk.admin_view(views.not_one), name="dismiss"),
    path("<int:pk>/merge/<int:other>/", desk.admin_view(views.merge_two), name="merge"),
    path("<int:pk>/merge/back/", desk.admin_view(views.part), name="part"),
]
