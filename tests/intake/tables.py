"""Tables of pacts as somebody would bring them, and the profile that reads them."""

from intake.table.profile import Profile, profile_of

PROFILE: Profile = profile_of(
    {
        "name": "ministry",
        "fields": {
            "No": "key",
            "Treaty": "title",
            "One": "party",
            "Other": "party",
            "Signed": "signed",
            "In force": "in_force",
            "Type": "kind",
        },
        "source_title": "List of the ministry",
        "source_kind": "ministry",
    }
)
PAIRS = (("France", "Japan"), ("Italy", "Spain"), ("Poland", "Norway"), ("Chile", "Peru"), ("Kenya", "Ghana"), ("India", "Egypt"))


def table(rows: int, *, faults: int = 0, in_force: str = "", begin: int = 1) -> bytes:
    """So many pacts as CSV, each of other parties or of another year; the last ones with a day that no calendar has."""
    lines = ["No,Treaty,One,Other,Signed,In force,Type"]
    for number in range(begin, begin + rows):
        one, other = PAIRS[(number + number // 60) % len(PAIRS)]
        day = "1990-02-31" if number >= begin + rows - faults else f"{1960 + number % 60}-05-{1 + number % 28:02d}"
        lines.append(f"P{number},Pact number {number},{one},{other},{day},{in_force},mutual_defence")
    return "\n".join(lines).encode()
