"""What a form can offer: who takes part in agreements, and which organisations have members."""

from parties.models import Membership


def organisations_with_members() -> list[str]:
    """The codes of organisations whose members are known. One query."""
    return list(Membership.objects.order_by("organisation__code").values_list("organisation__code", flat=True).distinct())
