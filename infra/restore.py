"""Put marks back as they were, from a Marks table that was restored to a moment.

`python -m infra.restore SHEET … --from-table TABLE --stage STAGE --by 'NAME <ADDRESS>' --reason WHY` saves them as a
new version of each sheet, which its history shows; without a sheet, of every sheet of the table that differs. Nobody
has to stop working.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence

from centremark.adapters.dynamodb.items import FactItem, MarksItem, SheetItem, bind
from centremark.bootstrap import Services
from centremark.domain.catalogue.catalogue import Roster
from centremark.domain.shared.actor import Actor
from centremark.domain.shared.errors import CentremarkError, Malformed
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId, SheetId
from centremark.domain.sheet.mark_sheet import MarkSheet
from infra.aws import in_a_sentence
from infra.catalogue import named_operator
from infra.load import loader_for
from infra.stage import ask_for_stage


class Kept:
    """A restored Marks table."""

    def __init__(self, table: str, services: Services) -> None:
        self._tables = table, FactItem.Meta.table_name
        self._present = MarksItem.Meta.table_name, FactItem.Meta.table_name
        self._ports = services.ports

    def sheets(self) -> Sequence[SheetId]:
        """Every sheet in it."""
        bind(*self._tables)
        found = [
            (item.pk.split("#"), item.sk.partition("#")[2]) for item in SheetItem.scan(attributes_to_get=["pk", "sk"])
        ]
        bind(*self._present)
        return [SheetId(SeriesId(s), CentreNumber(c), AssessmentCode(code)) for (_, s, c), code in sorted(found)]

    def sheet(self, sheet: SheetId) -> tuple[MarkSheet, Roster]:
        """A sheet and its names as they were."""
        bind(*self._tables)
        try:
            return self._ports.sheets.get(sheet), self._ports.rosters.get(sheet)
        finally:
            bind(*self._present)


def restore(
    kept: Kept, sheets: Sequence[SheetId], services: Services, reason: str, by: Actor
) -> Iterator[tuple[str, bool]]:
    """Restore each sheet; gives a sentence for each, and whether the sheet is now as it was."""
    for sheet in sheets or kept.sheets():
        try:
            then, names = kept.sheet(sheet)
            if not then.version:
                yield f"{sheet}: the table does not have it. Nothing was changed.", False
                continue
            restored = services.restore_sheet(then, names, reason, by)
        except CentremarkError as error:
            yield f"{sheet}: nothing was changed. {error}", False
        else:
            yield f"{sheet}: has the marks of version {then.version}, as version {restored.version}.", True


def run(argv: Sequence[str]) -> None:
    """Restore sheets and print a line for each; ends the program with 1 when one could not be restored."""
    arguments = argparse.ArgumentParser(prog="python -m infra.restore", description=__doc__)
    arguments.add_argument("sheets", nargs="*", type=_sheet, metavar="SHEET", help="as 2027-06.64235.H446-03")
    arguments.add_argument("--from-table", required=True, help="the Marks table, restored to the moment")
    ask_for_stage(arguments)
    arguments.add_argument(
        "--by", required=True, type=named_operator, help="who you are, as 'Name <name@board.example>'"
    )
    arguments.add_argument("--reason", required=True, help="why; the centre reads it in the sheet's history")
    asked = arguments.parse_args(argv)
    asked.stage.use_region()
    services = loader_for(asked.stage.stack, asked.by).services
    done = True
    for sentence, is_restored in restore(
        Kept(asked.from_table, services), asked.sheets, services, asked.reason, asked.by
    ):
        print(sentence)
        done = done and is_restored
    if not done:
        raise SystemExit(1)


def _sheet(text: str) -> SheetId:
    try:
        return SheetId.parse(text)
    except Malformed as error:
        raise argparse.ArgumentTypeError(str(error)) from error


if __name__ == "__main__":
    with in_a_sentence():
        run(sys.argv[1:])
