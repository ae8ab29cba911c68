"""The declaration that the person who submits makes.

Source: the board's page "Submitting marks": marking, internal standardisation and any internal reviews must be complete
before the marks are submitted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from centremark.domain.shared.actor import Actor, Channel
from centremark.domain.shared.errors import DeclarantUnknown, DeclarationIncomplete, DeclaredForAnother, Point

AGREED: Final = "/declaration/agreed"
MADE_BY: Final = "/declaration/made_by"


@dataclass(frozen=True, slots=True)
class Agreement:
    """The version of the wording that was shown, and the keys of the statements the person agreed to.

    `made_by` names the person for whom a machine client sends the agreement, and is empty when people agree for
    themselves.
    """

    version: str
    agreed: frozenset[str]
    made_by: str = ""

    def must_be_a_persons(self, actor: Actor) -> None:
        """Check that a person made the declaration: the sender, or someone whom a machine client names.

        Raises `DeclarationIncomplete` when a machine names nobody, as it cannot declare anything, and
        `DeclaredForAnother` when a person names anybody.
        """
        if actor.channel is Channel.API and not self.made_by:
            detail = "Name the person who made the declaration, under made_by."
            raise DeclarationIncomplete(detail, (Point(MADE_BY, DeclarationIncomplete.code, detail),))
        if actor.channel is not Channel.API and self.made_by:
            detail = "You declare in your own name. Leave made_by out."
            raise DeclaredForAnother(detail, (Point(MADE_BY, DeclaredForAnother.code, detail),))

    def names(self, person: str) -> bool:
        """Whether this person made the declaration."""
        return person.casefold() == self.made_by.casefold()

    def made_by_one_of(self, submitters: Iterable[str]) -> "Agreement":
        """The agreement with the name as the members' list has it; raises `DeclarantUnknown` when it is nobody's."""
        if not self.made_by:
            return self
        for name in submitters:
            if self.names(name):
                return replace(self, made_by=name)
        detail = (
            "The person named in made_by cannot submit this centre's marks. Name someone who can, spelled as in "
            "their role."
        )
        raise DeclarantUnknown(detail, (Point(MADE_BY, DeclarantUnknown.code, detail),))

    def signed(self, sender: str) -> str:
        """Who declared, as receipts and the document name them."""
        return f"{self.made_by} (through {sender})" if self.made_by else sender


@dataclass(frozen=True, slots=True)
class Declaration:
    """A version of the wording: statement key to text."""

    version: str
    statements: Mapping[str, str]

    def must_be_agreed(self, agreement: Agreement) -> None:
        """Raise `DeclarationIncomplete` unless every statement of this version was agreed."""
        if agreement.version != self.version:
            raise DeclarationIncomplete(f"The declaration has changed. Read wording {self.version} and agree to it.")
        if lacking := {key: text for key, text in self.statements.items() if key not in agreement.agreed}:
            points = [
                Point(AGREED, DeclarationIncomplete.code, f"Not agreed yet: {text} Add {key}.")
                for key, text in lacking.items()
            ]
            raise DeclarationIncomplete("Agree to every statement before you submit.", tuple(points))


DECLARATION: Final = Declaration(
    version="2026-1",
    statements={
        "marking": "All the work has been marked to the board's marking criteria.",
        "standardisation": "Internal standardisation is complete.",
        "reviews": "Candidates were told their marks and any internal reviews of marking are complete.",
    },
)
