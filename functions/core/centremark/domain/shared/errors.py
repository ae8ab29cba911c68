"""What can be wrong, in the caller's words.

Every error has a stable `code`, which callers may rely on, and a sentence that names the place and the cure::

    CentremarkError
    ├── Invalid                 the request cannot mean anything
    │   ├── Malformed           a value is not of its form
    │   ├── OutcomeRefused      a mark or grade is not on the assessment's scale
    │   ├── DeclarationIncomplete
    │   ├── ReviewDatePassed
    │   ├── ExtensionNotLater
    │   ├── SameCentre
    │   ├── NotEarlier
    │   ├── CircumstanceRefused
    │   ├── AmendmentRefused    an amendment that names what it cannot change
    │   ├── ConsortiumRefused   a consortium that could not be one
    │   ├── EntriesRefused      entries that contradict each other
    │   └── KeyReused           an idempotency key came again with another request
    ├── NotFound                it does not exist, or not for this person
    ├── Forbidden               it exists, but this person may not
    ├── Conflict                the request is fine, the state is not
    │   ├── AlreadySubmitted
    │   ├── NotSubmitted
    │   ├── ExtensionOpen
    │   ├── AmendmentClosed
    │   ├── AmendmentOpen
    │   ├── CarriedForward
    │   ├── NumberTaken
    │   ├── AlreadyEntered
    │   ├── TooManyCandidates   more than a mark sheet has
    │   ├── NoRoom              more text than can be kept, or saved in one step
    │   ├── EntryChanged        decided for the entry that a number stood for before
    │   ├── NotConfirmed
    │   ├── InAnotherConsortium
    │   ├── ModerationBegun
    │   ├── ModerationNotStarted
    │   ├── ModerationFinished
    │   ├── SheetIncomplete
    │   ├── NothingToPrint
    │   ├── NothingSaved       all or nothing was wanted, and some rows cannot be saved
    │   ├── UploadNotReady     an upload is not in the state for this
    │   ├── QuestionUnanswered a file is doubtful and nobody has said to go on
    │   ├── FileHasFaults      all or nothing was wanted, and some lines cannot be used
    │   ├── ChangedSince       marks changed after the preview was made
    │   ├── SecondCheckerNeeded
    │   └── WindowClosed
    │       └── WindowNotOpen
    ├── Stale                   decided on marks that have changed since
    ├── TooManyRequests         a program asks faster than it may
    └── Busy                    others were quicker too many times; nothing was changed
"""

from typing import ClassVar, NamedTuple


class Point(NamedTuple):
    """One thing wrong: where (RFC 6901 pointer), its stable code, and a sentence."""

    pointer: str
    code: str
    detail: str


class CentremarkError(Exception):
    """Anything this service refuses to do."""

    code: ClassVar[str] = "error"

    def __init__(self, sentence: str, points: tuple[Point, ...] = ()) -> None:
        super().__init__(sentence)
        self.points = points


class Invalid(CentremarkError):
    """The request cannot mean anything."""

    code = "invalid"


class Malformed(Invalid):
    """A value is not of the form its kind has."""

    code = "malformed"


class OutcomeRefused(Invalid):
    """A mark or grade that the assessment's scale does not have."""

    code = "outcome-refused"


class DeclarationIncomplete(Invalid):
    """The person who submits has not agreed every statement of the declaration."""

    code = "declaration-incomplete"


class DeclaredForAnother(Invalid):
    """A person who signs in declares in their own name; only a machine client names someone under made_by."""

    code = "declared-for-another"


class DeclarantUnknown(Invalid):
    """The person named under made_by is nobody who may submit the centre's marks."""

    code = "declarant-unknown"


class ReviewDatePassed(Invalid):
    """Candidates cannot ask for a review by a day that is over."""

    code = "review-date-passed"


class DayPassed(Invalid):
    """A day on which something is to be released or sent was over before it was said."""

    code = "day-passed"


class ExtensionNotLater(Invalid):
    """An extension that ends before the deadline it extends, or with it."""

    code = "extension-not-later"


class SameCentre(Invalid):
    """A candidate cannot move to the centre they are at."""

    code = "same-centre"


class NotEarlier(Invalid):
    """A mark is carried forward from an earlier series."""

    code = "not-earlier-series"


class CircumstanceRefused(Invalid):
    """A circumstance the assessment does not know, or one without a reason."""

    code = "circumstance-refused"


class AmendmentRefused(Invalid):
    """An amendment that cannot be asked for as it stands; each place is pointed at."""

    code = "amendment-refused"

    def __init__(self, points: tuple[Point, ...]) -> None:
        super().__init__(f"Nothing was amended. {points[0].detail}", points)


class ConsortiumRefused(Invalid):
    """A consortium of too few centres or too many, or with one that does not exist; each is pointed at."""

    code = "consortium-refused"


class ColumnsUnclear(Invalid):
    """Two columns of a file cannot be the same thing; each place is pointed at."""

    code = "columns-unclear"


class EntriesRefused(Invalid):
    """Entries that name a candidate number or a UCI twice; each place is pointed at."""

    code = "entries-refused"

    def __init__(self, points: tuple[Point, ...]) -> None:
        super().__init__(f"Nobody was entered. {points[0].detail}", points)


class KeyReused(Invalid):
    """An idempotency key stands for one request and came again with another."""

    code = "idempotency-key-reused"


class NotFound(CentremarkError):
    """It does not exist; a stranger to the centre cannot tell the two apart."""

    code = "not-found"


class PreviewMissing(NotFound):
    """What a file would do is not known: it was not checked yet, or too long ago. Check it again."""

    code = "preview-missing"


class Forbidden(CentremarkError):
    """The centre is theirs, the role is not."""

    code = "forbidden"


class Conflict(CentremarkError):
    """The request is well formed, but not in the state things are in."""

    code = "conflict"


class AlreadySubmitted(Conflict):
    """Submitted marks are changed by amendment, never by entry."""

    code = "already-submitted"


class NotSubmitted(Conflict):
    """The marks are still the centre's own: there is nothing yet to amend or to moderate."""

    code = "not-submitted"


class AmendmentClosed(Conflict):
    """The request was applied, declined or withdrawn; it cannot change any more."""

    code = "amendment-closed"


class ExtensionOpen(Conflict):
    """The board has yet to decide on the extension the centre asked for."""

    code = "extension-open"


class AmendmentOpen(Conflict):
    """The board has yet to decide on an amendment of these marks."""

    code = "amendment-open"


class CarriedForward(Conflict):
    """The board carried the mark forward from an earlier series: the centre does not change it."""

    code = "carried-forward"

    def __init__(self, candidate: str, series: str) -> None:
        super().__init__(
            f"Candidate {candidate}'s mark is carried forward from {series}, so you cannot change it. "
            "If that is wrong, contact the board."
        )


class NumberTaken(Conflict):
    """The candidate number stands for another person."""

    code = "number-taken"


class AlreadyEntered(Conflict):
    """The candidate is entered at the centre already, under another number."""

    code = "already-entered"


class TooManyCandidates(Conflict):
    """A mark sheet has so many candidates at most, counting those withdrawn; nobody was entered."""

    code = "too-many-candidates"


class NoRoom(Conflict):
    """More text than can be kept beside a mark sheet, or more than can be saved in one step; nothing was changed."""

    code = "no-room"


class EntryChanged(Conflict):
    """What was decided for one entry was sent when the number had come to stand for another."""

    code = "entry-changed"


class NotConfirmed(Conflict):
    """Moderation needs every mark of the assessment at the centre, or at every centre of its consortium, confirmed."""

    code = "not-confirmed"


class InAnotherConsortium(Conflict):
    """A centre is in one consortium for an assessment and series; those that are in another are pointed at."""

    code = "in-another-consortium"


class ModerationBegun(Conflict):
    """Who is moderated together does not change once moderation has begun at one of the centres."""

    code = "moderation-begun"


class ModerationNotStarted(Conflict):
    """The board has not started moderating these marks, or has not requested this work."""

    code = "moderation-not-started"


class ModerationFinished(Conflict):
    """Moderation has ended; what is wrong now is for the board's enquiries after results."""

    code = "moderation-finished"


class SheetIncomplete(Conflict):
    """Candidates still lack an outcome or a tick.

    `missing` maps each of their numbers to what is missing: `"mark"` or `"check"`.
    """

    code = "sheet-incomplete"

    def __init__(self, missing: dict[str, str]) -> None:
        words = {
            "mark": ("mark-missing", "has no mark and is not recorded as absent"),
            "check": ("not-checked", "is not ticked as checked"),
        }
        super().__init__(
            f"{len(missing)} candidate{'' if len(missing) == 1 else 's'} still to complete. "
            "Enter a mark or absent for each and tick Checked, then submit again.",
            tuple(
                Point(f"/candidates/{candidate}", words[lack][0], f"Candidate {candidate} {words[lack][1]}.")
                for candidate, lack in missing.items()
            ),
        )
        self.missing = missing


class NothingToPrint(Conflict):
    """No candidate of those asked for has an outcome."""

    code = "nothing-to-print"


class NothingSaved(Conflict):
    """All or nothing was wanted, and some rows cannot be saved; each is pointed at."""

    code = "nothing-saved"


class UploadNotReady(Conflict):
    """An upload is not in the state that this needs."""

    code = "upload-not-ready"


class QuestionUnanswered(Conflict):
    """A file is doubtful, each doubt is told, and nobody has said to go on."""

    code = "question-unanswered"


class FileHasFaults(Conflict):
    """All or nothing was wanted, and some lines of the file cannot be used."""

    code = "file-has-faults"


class ChangedSince(Conflict):
    """Marks changed after the preview was made; each line is pointed at, and nothing was applied."""

    code = "changed-since-preview"

    def __init__(self, points: tuple[Point, ...]) -> None:
        count = f"{len(points)} line{'' if len(points) == 1 else 's'}"
        super().__init__(f"{count} changed since you saw the preview. Check the file again, then apply it.", points)


class SecondCheckerNeeded(Conflict):
    """The centre has another person check each mark, so who enters marks cannot tick them; `points` are the lines."""

    code = "second-checker-needed"


class WindowClosed(Conflict):
    """The board takes no marks for this assessment now."""

    code = "window-closed"


class WindowNotOpen(WindowClosed):
    """The board does not accept marks for this assessment yet."""

    code = "window-not-open"


class Stale(CentremarkError):
    """The caller decided on a version that is no longer the latest."""

    code = "stale"


class TooManyRequests(CentremarkError):
    """A machine client asks faster than it may; `wait` is in whole seconds. Nothing was changed."""

    code = "too-many-requests"

    def __init__(self, sentence: str, wait: int) -> None:
        super().__init__(sentence)
        self.wait = wait


class Busy(CentremarkError):
    """Others changed the same sheet each time we tried; nothing was changed, and trying again is safe."""

    code = "busy"
