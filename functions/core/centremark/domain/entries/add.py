"""What entries do to a mark sheet: new rows, late ones after a submission, and marks carried forward to them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from centremark.domain.catalogue.catalogue import EntryPart
from centremark.domain.shared.actor import BOARD_ACTOR
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import AlreadySubmitted, ModerationFinished, NotEarlier
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.sheet.facts import EntriesChanged
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import Carried, Row, RowChange

NOTHING_CORRECTED: Final[Mapping[CandidateNumber, tuple[EntryPart, ...]]] = MappingProxyType({})
NOTHING_CARRIED: Final[Mapping[CandidateNumber, Carried]] = MappingProxyType({})


def add_entries(
    sheet: MarkSheet,
    candidates: Iterable[CandidateNumber],
    attribution: Attribution,
    *,
    corrected: Mapping[CandidateNumber, tuple[EntryPart, ...]] = NOTHING_CORRECTED,
    carried: Mapping[CandidateNumber, Carried] = NOTHING_CARRIED,
) -> tuple[MarkSheet, EntriesChanged | None]:
    """Put candidates on the sheet, for the reason in `attribution`; those already there keep their rows.

    When nothing changes there is no fact.

    A new row's revision is above any that a withdrawn row ever had, so that a change decided on the withdrawn row
    is a conflict.

    After a submission the candidates are late: their marks go to the board in a supplementary submission of their
    own. `corrected` are candidates of the sheet and what changed in their entry; that changes no mark and is
    allowed at any time. `carried` are outcomes carried forward: they replace the centre's, and end when the
    candidate is entered again without. Raises `ModerationFinished`, `AlreadySubmitted` (of a row that would be or
    was carried forward), `OutcomeRefused`, `NotEarlier`.
    """
    wanted, changed = set(candidates), tuple(sorted(corrected))
    new = tuple(sorted(wanted - sheet.rows.keys()))
    settled = tuple(_settled(sheet, sorted(wanted), carried))
    if not new and not changed and not settled:
        return sheet, None
    if (new or settled) and sheet.moderation and sheet.moderation.outcome:
        raise ModerationFinished("Moderation of these marks has ended, so you can no longer enter candidates.")
    rows = {
        **sheet.rows,
        **dict.fromkeys(new, _new_row(sheet)),
        **{change.candidate: change.after for change in settled},
    }
    late = sheet.late.union(new) if sheet.submission else sheet.late
    people = sheet.people_of(rows, BOARD_ACTOR)
    version = sheet.version + 1
    after = replace(sheet, rows=rows, late=late, people=people, version=version, named_at=version)
    fact = EntriesChanged(
        sheet=sheet.id,
        version=after.version,
        at=attribution.at,
        by=attribution.by,
        entered=new,
        corrected=changed,
        parts={candidate: corrected[candidate] for candidate in changed},
        carried=settled,
        reason=attribution.note,
    )
    return after, fact


def _settled(
    sheet: MarkSheet, candidates: Iterable[CandidateNumber], carried: Mapping[CandidateNumber, Carried]
) -> Iterator[RowChange]:
    """The rows whose mark is carried forward from now on, and those whose mark no longer is."""
    for candidate in candidates:
        row, given = sheet.rows.get(candidate, _new_row(sheet)), carried.get(candidate)
        if (row.carried, row.carried and row.outcome) == (given and given.series, given and given.outcome):
            continue
        if sheet.submission and candidate in sheet.sent:
            raise AlreadySubmitted(
                f"Candidate {candidate}'s mark was submitted. Withdraw the candidate, then enter them again."
            )
        if given is None:
            yield RowChange(candidate, row, Row(revision=row.revision + 1))
            continue
        sheet.assessment.scale.must_have(given.outcome)
        if given.series >= sheet.id.series:
            raise NotEarlier(f"A mark is carried forward from an earlier series, which {given.series} is not.")
        after = Row(given.outcome, checked=True, revision=row.revision + 1, entered_by=BOARD_ACTOR.id)
        yield RowChange(candidate, row, replace(after, carried=given.series))


def _new_row(sheet: MarkSheet) -> Row:
    return Row(revision=sheet.withdrawn_at)
