"""The rule book: what a document must hold to be published, and what an editor should look at again."""

from treaty.document.document import Document
from treaty.document.rules import dates, evidence, identity, parties
from treaty.document.rules.rule import Circumstances, Finding, Level, Rule

RULES: tuple[Rule, ...] = (
    parties.TwoPartiesAtLeast(),
    parties.PartiesAreCoded(),
    parties.NoPartyTwiceInARole(),
    parties.PartiesAreKnown(),
    parties.PartiesActOnlyWhereTheyTakePart(),
    parties.PartiesExistedOnTheDay(),
    parties.BilateralHasTwoParties(),
    dates.NotInForceBeforeSignature(),
    dates.InForceBeforeSignatureIsChecked(),
    dates.EndsAfterItBegins(),
    dates.WhatHappenedIsNotInTheFuture(),
    dates.RolesEndAfterTheyBegin(),
    dates.NoEventTwice(),
    identity.IdentifiersAreWellFormed(),
    identity.KindIsCoded(),
    identity.NoRelationToItself(),
    identity.SupersededNamesItsSuccessor(),
    evidence.RecordRestsOnASource(),
    evidence.EventsHaveEvidence(),
    evidence.AbsentProvisionsHaveNoTerms(),
    evidence.VerifiedEvidenceSaysWhere(),
)


def findings(document: Document, given: Circumstances) -> list[Finding]:
    """Everything the rule book has to say about a document, errors first."""
    found = [finding for rule in RULES for finding in rule.check(document, given)]
    return sorted(found, key=lambda finding: finding.level is not Level.ERROR)


def errors(document: Document, given: Circumstances) -> list[Finding]:
    """What keeps it from being published."""
    return [finding for finding in findings(document, given) if finding.level is Level.ERROR]


__all__ = ["RULES", "Circumstances", "Finding", "Level", "Rule", "errors", "findings"]
