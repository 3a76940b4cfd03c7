"""What ATOP codes of an alliance's content, as provisions. A code of 0 is not brought in as "absent"; see docs/intake/atop.md."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from intake.adapters.atop.members import Member
from treaty.document.evidence import Evidence
from treaty.document.provision import OF_KIND, AnyProvision
from treaty.vocabulary.provisions.kinds import ProvisionKind as Kind
from treaty.vocabulary.reciprocity import Reciprocity

Codes = Mapping[str, int]
Terms = dict[str, Any]


@dataclass(frozen=True)
class Coding:
    """One kind of provision: the variables that show it, those of them that single members promise, and the terms they tell."""

    kind: Kind
    variables: tuple[str, ...]
    terms: Callable[[Codes], Terms] = lambda codes: {}
    promises: tuple[str, ...] = ()


def _one_of(variable: str, attribute: str, words: Mapping[int, str]) -> Callable[[Codes], Terms]:
    return lambda codes: {attribute: words[codes[variable]]} if codes.get(variable) in words else {}


def _several(attribute: str, words: Mapping[str, str]) -> Callable[[Codes], Terms]:
    return lambda codes: {attribute: tuple(word for variable, word in words.items() if codes.get(variable) == 1)}


def _consultation(codes: Codes) -> Terms:
    contact = {1: "in_hostilities", 2: "in_peacetime", 3: "common_policy"}.get(codes.get("milcon", 0))
    return {"triggers": ("crisis",) if codes.get("consul") == 1 else None, "military_contact": contact}


def _command(codes: Codes) -> Terms:
    return {
        "integrated_command": True if codes.get("intcom") == 1 else None,
        "subordination": {1: "fixed", 2: "conditional"}.get(codes.get("subord", 0)),
    }


def _institution(codes: Codes) -> Terms:
    purposes = {1: "military", 2: "economic", 3: "political", 4: "general", 5: "disputes"}
    purpose = purposes.get(codes.get("orgpurp1", 0))
    form = {1: "regular_meetings", 2: "named_body", 3: "permanent_bureaucracy"}.get(codes["organ1"])
    return {"form": form, "purposes": (purpose,) if purpose else None}


def _final(codes: Codes) -> Terms:
    return {
        "ratification_required": {0: False, 1: True}.get(codes.get("estmode", -9)),
        "secrecy": {0: "public", 1: "secret_articles", 2: "secret"}.get(codes.get("pubsecr", -9)),
        "renunciation": {1: "on_notice", 2: "on_aggression", 3: "after_period", 4: "prohibited"}.get(codes.get("renounce", 0)),
    }


CODINGS = (
    Coding(
        Kind.MUTUAL_DEFENCE,
        ("defense", "offense"),
        _several("support", {"defense": "defence", "offense": "offence"}),
        ("defense", "offense"),
    ),
    Coding(
        Kind.NON_AGGRESSION_NEUTRALITY,
        ("nonagg", "neutral"),
        _several("restraints", {"nonagg": "non_aggression", "neutral": "neutrality"}),
        ("nonagg", "neutral"),
    ),
    Coding(Kind.CONSULTATION, ("consul", "milcon"), _consultation, ("consul",)),
    Coding(
        Kind.MILITARY_AID,
        ("milaid",),
        _one_of("milaid", "kind", {1: "general", 2: "grants_or_loans", 3: "training_or_technology", 4: "both"}),
    ),
    Coding(Kind.COMMAND, ("intcom", "subord"), _command),
    Coding(Kind.INSTITUTION, ("organ1",), _institution),
    Coding(Kind.ACCESS_BASING, ("base",), _one_of("base", "pattern", {1: "neutral_ground", 2: "reciprocal", 3: "one_sided"})),
    Coding(Kind.COST_SHARING, ("contrib",)),
    Coding(Kind.ARMS_LIMITATION, ("armred",), _one_of("armred", "direction", {1: "limit", 2: "increase"})),
    Coding(
        Kind.TRADE_INVESTMENT, ("ecaid",), _one_of("ecaid", "economic_aid", {1: "general", 2: "postwar_recovery", 3: "trade_concessions"})
    ),
    Coding(Kind.DISPUTE_SETTLEMENT, ("medarb",)),
    Coding(Kind.FINAL_CLAUSES, ("estmode", "pubsecr", "renounce"), _final),
)
VARIABLES = tuple(dict.fromkeys([*(name for coding in CODINGS for name in coding.variables), "orgpurp1", "asymm"]))


def provisions_of(codes: Codes, members: Sequence[Member], told: Evidence) -> Iterator[AnyProvision]:
    """A provision for each kind that one of its variables shows."""
    for coding in CODINGS:
        shown = [name for name in coding.variables if codes.get(name, 0) > 0]
        if not shown:
            continue
        raw = ", ".join(f"{name.upper()} {codes[name]}" for name in coding.variables if name in codes)
        yield OF_KIND[coding.kind].model_validate(
            {
                "id": "p",
                "kind": coding.kind,
                "terms": coding.terms(codes),
                "note": f"As coded by ATOP: {raw}.",
                "evidence": (told,),
                **_who(coding, codes, members),
            }
        )


def _who(coding: Coding, codes: Codes, members: Sequence[Member]) -> dict[str, Any]:
    """Who owes it, where members promise different things; that all owe the same is said once."""
    promised = [name for name in coding.promises if codes.get(name) == 1]
    if not promised:
        return {}
    owing = [member.code for member in members if set(promised) & member.promised]
    if codes.get("asymm") == 1 and 0 < len(owing) < len(members):
        return {"reciprocity": Reciprocity.ASYMMETRIC, "obligors": tuple(owing)}
    return {"reciprocity": Reciprocity.MUTUAL} if codes.get("asymm") == 0 else {}
