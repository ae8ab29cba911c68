"""Enter one mark into a stack and print what its ledger says: `python -m tests.support.marking STACK MARK`."""

import sys

from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from infra.load import loader_for
from tests.support.builders import SHEET, a_candidate, a_change, a_key, an_actor


def main(stack: str, mark: str) -> None:
    """Enter the candidate unless that was done, then the mark; prints the facts' names and people, latest last."""
    operator = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
    services = loader_for(stack, operator).services
    services.change_entries.enter(SHEET, [a_candidate(1001)], "Entered for the series", operator)
    revision = services.ports.sheets.get(SHEET).rows[CandidateNumber("1001")].revision
    change = a_change(1001, Mark(int(mark)), revision=revision)
    services.enter_marks(EnterMarksCommand(SHEET, (change,), a_key(f"key-mark-{mark}")), an_actor(Role.ENTER))
    entries = reversed(services.ports.ledger.history(SHEET, None, 50))
    sys.stdout.writelines(f"{one.fact.version} {one.fact.NAME} {one.fact.by.name}\n" for one in entries)


if __name__ == "__main__":
    main(*sys.argv[1:])
