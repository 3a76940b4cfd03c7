"""Where the pages of batches are, and the page of long work on a batch or on a file, beneath the desk."""

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from desk.batches import auditing, reading, views, work


def addresses(site: AdminSite) -> list[URLPattern]:
    """For the desk's own list of addresses; each asks for a sign-in first."""
    pages = (
        ("batches/", views.batches, "batches"),
        ("batches/<int:pk>/", views.batch, "batch"),
        ("batches/<int:pk>/audit/", auditing.audit, "batch_audit"),
        ("batches/<int:pk>/submit/", views.submit_it, "batch_submit"),
        ("batches/<int:pk>/read/<int:line>/", reading.read, "batch_read"),
        ("batches/<int:pk>/publish/", views.publish_it, "batch_publish"),
        ("batches/<int:pk>/return/", views.return_it, "batch_return"),
        ("batches/<int:pk>/undo/", views.undo_it, "batch_undo"),
        ("intake/work/<int:pk>/", work.errand, "errand"),
        ("intake/work/<int:pk>/stop/", work.stop, "errand_stop"),
    )
    return [path(route, site.admin_view(view), name=name) for route, view, name in pages]
