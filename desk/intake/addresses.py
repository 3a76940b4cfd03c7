"""Where the pages of files are, beneath the desk. The longer ones come first where one could be taken for the other."""

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from desk.intake import downloads, mapping, plan, views


def addresses(site: AdminSite) -> list[URLPattern]:
    """For the desk's own list of addresses; each asks for a sign-in first."""
    pages = (
        ("", views.files, "intake"),
        ("bring/", views.bring, "intake_bring"),
        ("about/<slug:name>/", views.guide, "intake_guide"),
        ("<int:pk>/", plan.read_plan, "intake_file"),
        ("<int:pk>/columns/", mapping.map_columns, "intake_columns"),
        ("<int:pk>/reading/", mapping.read_otherwise, "intake_reading"),
        ("<int:pk>/plan/", plan.plan_anew, "intake_plan"),
        ("<int:pk>/plan.csv", downloads.plan_csv, "intake_plan_csv"),
        ("<int:pk>/plan.jsonl", downloads.plan_json_lines, "intake_plan_jsonl"),
        ("<int:pk>/decide/<int:record>/", plan.decide_on, "intake_decide"),
        ("<int:pk>/apply/", plan.bring_in, "intake_apply"),
        ("<int:pk>/set-aside/", plan.set_it_aside, "intake_set_aside"),
    )
    return [path(f"intake/{route}", site.admin_view(view), name=name) for route, view, name in pages]
