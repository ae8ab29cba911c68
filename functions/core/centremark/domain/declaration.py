"""What the person who submits declares.

Source: the board's page "Submitting marks": marking, internal standardisation and any internal reviews must be
complete before the marks are submitted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from centremark.domain.errors import DeclarationIncomplete


@dataclass(frozen=True, slots=True)
class Agreement:
    """Which wording was shown, and the keys of the statements the person agreed to."""

    version: str
    agreed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Declaration:
    """A numbered wording: statement key to text."""

    version: str
    statements: Mapping[str, str]

    def must_be_agreed(self, agreement: Agreement) -> None:
        """Raise `DeclarationIncomplete` unless this very wording was agreed in full."""
        if agreement.version != self.version:
            raise DeclarationIncomplete(f"The declaration has changed: read wording {self.version} and agree to it.")
        if lacking := [text for key, text in self.statements.items() if key not in agreement.agreed]:
            raise DeclarationIncomplete(f"Agree to every statement before you submit. Still to agree: {lacking[0]}")


DECLARATION: Final = Declaration(
    version="2026-1",
    statements={
        "marking": "All the work has been marked to the board's marking criteria.",
        "standardisation": "Internal standardisation is complete.",
        "reviews": "Candidates were told their marks and any internal reviews of marking are complete.",
    },
)
