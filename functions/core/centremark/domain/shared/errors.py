"""The refusals of the service.

Every error has a stable `code`, which callers may rely on, and a sentence that names the place and how to put it right.
The first paragraph of each docstring is its meaning in docs/mis-guide.md (`make guide`); `errors` are the points::

    CentremarkError
    ├── Invalid                 the request contradicts itself or asks for what cannot be
    │   ├── Malformed           a value does not have the required form
    │   ├── OutcomeRefused      a mark or grade is not on the assessment's scale
    │   ├── DeclarationIncomplete
    │   ├── ReviewDatePassed
    │   ├── ExtensionNotLater
    │   ├── SameCentre
    │   ├── NotEarlier
    │   ├── CircumstanceRefused
    │   ├── AmendmentRefused    an amendment that names what it cannot change
    │   ├── ConsortiumRefused   too few centres, too many, or one that does not exist
    │   ├── EntriesRefused      entries that contradict each other
    │   ├── RolesRefused        roles that cannot be given so
    │   └── KeyReused           an idempotency key was used for a different request
    ├── NotFound                it does not exist, or the person has no role at its centre
    ├── Forbidden               the person's role does not permit it
    │   └── RoleLimited         the role permits it for other assessments only
    ├── Conflict                the request is well formed, but not possible in the present state
    │   ├── AlreadySubmitted
    │   ├── NotSubmitted
    │   ├── ExtensionOpen
    │   ├── AmendmentClosed
    │   ├── AmendmentOpen
    │   ├── CarriedForward
    │   ├── NumberTaken
    │   ├── AlreadyEntered
    │   ├── TooManyCandidates   more than a mark sheet can hold
    │   ├── NoRoom              more text than can be stored, or saved in one step
    │   ├── EntryChanged        the number now belongs to another person
    │   ├── NotConfirmed
    │   ├── InAnotherConsortium
    │   ├── ModerationBegun
    │   ├── ModerationNotStarted
    │   ├── ModerationFinished
    │   ├── SheetIncomplete
    │   ├── NothingToPrint
    │   ├── NothingSaved       all or nothing was requested, and some rows cannot be saved
    │   ├── UploadNotReady     the upload is in another state
    │   ├── QuestionUnanswered the file raises questions that nobody has answered
    │   ├── FileHasFaults      all or nothing was requested, and some lines cannot be used
    │   ├── ChangedSince       marks changed after the preview was made
    │   ├── SecondCheckerNeeded
    │   ├── AlreadyAtCentre    the person invited is at the centre already
    │   ├── AlreadySignedIn    who has signed in needs no invitation
    │   ├── AskedToday         the same role was asked for less than a day ago
    │   ├── CentreFull         a centre has as many people as can be kept
    │   ├── InvitationNotSent  the invitation could not be mailed now
    │   ├── LastAdministrator  a centre keeps one administrator
    │   ├── NobodyToAsk        the centre has no administrator
    │   ├── PersonChanged      someone else changed the person meanwhile
    │   ├── AlreadyAsked       the colleague is already asked for these marks
    │   ├── TooManyAsked       more than can be asked of one mark sheet at a time
    │   ├── MarksMissing       marks said to be ready are not all entered
    │   └── WindowClosed
    │       └── WindowNotOpen
    ├── Stale                   the version sent is no longer the latest
    ├── TooManyRequests         a program sends requests too fast
    └── Busy                    others changed the same sheet at every attempt
        └── SignInsBusy         the sign-in service does not answer in time
"""

from typing import ClassVar, NamedTuple


class Point(NamedTuple):
    """One thing wrong: where (RFC 6901 pointer), its stable code, and a sentence."""

    pointer: str
    code: str
    detail: str


class CentremarkError(Exception):
    """Any refusal by the service. `code` is stable; the sentence names the place and how to put it right."""

    code: ClassVar[str] = "error"

    def __init__(self, sentence: str, points: tuple[Point, ...] = ()) -> None:
        super().__init__(sentence)
        self.points = points


class Invalid(CentremarkError):
    """The request contradicts itself or asks for something that cannot be."""

    code = "invalid"


class Malformed(Invalid):
    """A value does not have the required form; the sentence names the form."""

    code = "malformed"


class OutcomeRefused(Invalid):
    """The assessment does not take this mark or grade."""

    code = "outcome-refused"


class DeclarationIncomplete(Invalid):
    """The person who submits has not agreed to every statement of the declaration."""

    code = "declaration-incomplete"


class DeclaredForAnother(Invalid):
    """People declare in their own name; only a machine client names someone in `made_by`."""

    code = "declared-for-another"


class DeclarantUnknown(Invalid):
    """The person named in `made_by` is not someone who may submit the centre's marks."""

    code = "declarant-unknown"


class ReviewDatePassed(Invalid):
    """The last day to ask for a review is in the past."""

    code = "review-date-passed"


class DayPassed(Invalid):
    """The day given for a release, for sending work or for a colleague's marks is in the past."""

    code = "day-passed"


class AfterDeadline(Invalid):
    """The day given for a colleague's marks is after the board's deadline for them."""

    code = "after-deadline"


class CannotBeAsked(Invalid):
    """The person has no role to enter marks at the centre."""

    code = "cannot-be-asked"


class NoSuchGroup(Invalid):
    """No candidate of the mark sheet is in this teaching group."""

    code = "no-such-group"


class ExtensionNotLater(Invalid):
    """The extension would not end after the present deadline."""

    code = "extension-not-later"


class SameCentre(Invalid):
    """The candidate is already at the centre they would move to."""

    code = "same-centre"


class NotEarlier(Invalid):
    """A mark can be carried forward only from an earlier series."""

    code = "not-earlier-series"


class CircumstanceRefused(Invalid):
    """The assessment does not have this circumstance, or it was sent without a reason."""

    code = "circumstance-refused"


class AmendmentRefused(Invalid):
    """The amendment asks for something that cannot be changed; `errors` point at each place."""

    code = "amendment-refused"

    def __init__(self, points: tuple[Point, ...]) -> None:
        super().__init__(f"Nothing was amended. {points[0].detail}", points)


class ConsortiumRefused(Invalid):
    """The consortium has too few or too many centres, or one that does not exist; `errors` point at each."""

    code = "consortium-refused"


class ColumnsUnclear(Invalid):
    """Two columns were given the same role, or one column two roles; `errors` point at each place."""

    code = "columns-unclear"


class RolesRefused(Invalid):
    """These roles cannot be given or asked for like this; the sentence says why."""

    code = "roles-refused"


class EntriesRefused(Invalid):
    """The entries name a candidate number or a UCI twice; `errors` point at each place."""

    code = "entries-refused"

    def __init__(self, points: tuple[Point, ...]) -> None:
        super().__init__(f"Nobody was entered. {points[0].detail}", points)


class KeyReused(Invalid):
    """The Idempotency-Key was already used for a different request. Use a new key."""

    code = "idempotency-key-reused"


class NotFound(CentremarkError):
    """It does not exist, or you have no role at the centre it belongs to: the answer is the same."""

    code = "not-found"


class PreviewMissing(NotFound):
    """The file has no preview: it was not checked yet, or too long ago. Check it again."""

    code = "preview-missing"


class Forbidden(CentremarkError):
    """Your role at the centre does not permit this."""

    code = "forbidden"


class RoleLimited(Forbidden):
    """Your role is for other assessments only. Someone else of your centre can do this, or give you the role for it."""

    code = "role-limited"


class Conflict(CentremarkError):
    """The request is well formed, but not possible in the present state."""

    code = "conflict"


class AlreadySubmitted(Conflict):
    """The marks are submitted, so they can change only by an amendment."""

    code = "already-submitted"


class NotSubmitted(Conflict):
    """The marks are not submitted yet, so there is nothing to amend or to moderate."""

    code = "not-submitted"


class AmendmentClosed(Conflict):
    """The amendment was applied, declined or withdrawn, and can no longer change."""

    code = "amendment-closed"


class ExtensionOpen(Conflict):
    """The board has yet to decide on an extension that the centre requested."""

    code = "extension-open"


class AmendmentOpen(Conflict):
    """The board has yet to decide on an amendment of these marks."""

    code = "amendment-open"


class CarriedForward(Conflict):
    """The board carried the mark forward from an earlier series, so the centre cannot change it."""

    code = "carried-forward"

    def __init__(self, candidate: str, series: str) -> None:
        super().__init__(
            f"Candidate {candidate}'s mark is carried forward from {series}, so you cannot change it. "
            "If that is wrong, contact the board."
        )


class NumberTaken(Conflict):
    """The candidate number belongs to another person."""

    code = "number-taken"


class AlreadyEntered(Conflict):
    """The candidate is already entered at the centre, under another number."""

    code = "already-entered"


class TooManyCandidates(Conflict):
    """The sheet would have more candidates than it can hold, counting those withdrawn. Nobody was entered."""

    code = "too-many-candidates"


class NoRoom(Conflict):
    """The text is longer than can be stored beside a mark sheet or saved in one step. Nothing was changed."""

    code = "no-room"


class EntryChanged(Conflict):
    """The candidate number now belongs to another person than the one the change was for. Read the sheet again."""

    code = "entry-changed"


class NotConfirmed(Conflict):
    """Moderation needs every mark confirmed, at the centre or at every centre of its consortium."""

    code = "not-confirmed"


class InAnotherConsortium(Conflict):
    """A centre is already in another consortium for the assessment and series; `errors` point at each."""

    code = "in-another-consortium"


class ModerationBegun(Conflict):
    """Moderation has begun at one of the centres, so the consortium can no longer change."""

    code = "moderation-begun"


class ModerationNotStarted(Conflict):
    """The board has not started to moderate these marks, or has not requested this work."""

    code = "moderation-not-started"


class ModerationFinished(Conflict):
    """Moderation has ended. Use the board's enquiries after results instead."""

    code = "moderation-finished"


class SheetIncomplete(Conflict):
    """Some candidates have no outcome, or are not ticked as checked.

    Each is named under `errors`, which point at the whole request: what lacks is on the sheet, not in the request.
    `missing` maps their numbers to what is missing: `"mark"` or `"check"`.
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
                Point("", words[lack][0], f"Candidate {candidate} {words[lack][1]}.")
                for candidate, lack in missing.items()
            ),
        )
        self.missing = missing


class NothingToPrint(Conflict):
    """None of the candidates requested has a mark, a grade or an absence."""

    code = "nothing-to-print"


class NothingSaved(Conflict):
    """Some rows cannot be saved, and the request asked for all or nothing; `errors` point at each."""

    code = "nothing-saved"


class UploadNotReady(Conflict):
    """The upload is not in the state that this request needs."""

    code = "upload-not-ready"


class QuestionUnanswered(Conflict):
    """The file raises questions, and the request does not answer them; `errors` name each."""

    code = "question-unanswered"


class FileHasFaults(Conflict):
    """Some lines of the file cannot be used, and the request asked for all or nothing."""

    code = "file-has-faults"


class ChangedSince(Conflict):
    """Marks changed after the preview was made; `errors` point at each line, and nothing was applied."""

    code = "changed-since-preview"

    def __init__(self, points: tuple[Point, ...]) -> None:
        count = f"{len(points)} line{'' if len(points) == 1 else 's'}"
        super().__init__(f"{count} changed since you saw the preview. Check the file again, then apply it.", points)


class SecondCheckerNeeded(Conflict):
    """At this centre another person ticks the marks you enter; `errors` point at the lines you ticked."""

    code = "second-checker-needed"


class AlreadyAtCentre(Conflict):
    """The person you invite is at your centre already. Change their roles instead."""

    code = "already-at-centre"


class AlreadySignedIn(Conflict):
    """Someone who has signed in needs no invitation; the sign-in page helps them if they forgot their password."""

    code = "already-signed-in"


class AskedToday(Conflict):
    """You asked for the same role less than a day ago. The centre's administrators have your request."""

    code = "asked-today"


class CentreFull(Conflict):
    """The centre has as many people and programs as a centre can have."""

    code = "centre-full"


class InvitationNotSent(Conflict):
    """The invitation could not be mailed: the address was refused, or the service mailed as much as it may today."""

    code = "invitation-not-sent"


class LastAdministrator(Conflict):
    """A centre keeps at least one administrator. Make someone else administrator first."""

    code = "last-administrator"


class NobodyToAsk(Conflict):
    """The centre has no administrator. The exam board names the first one."""

    code = "nobody-to-ask"


class PersonChanged(Conflict):
    """Someone else changed this person's roles since you read them. Read the list again, then decide."""

    code = "person-changed"


class AlreadyAsked(Conflict):
    """The colleague is already asked for these marks."""

    code = "already-asked"


class TooManyAsked(Conflict):
    """More is asked of this mark sheet than it can hold at a time, or more often of one colleague than a day allows."""

    code = "too-many-asked"


class MarksMissing(Conflict):
    """Marks cannot be ready while a candidate asked about has none and is not recorded as absent."""

    code = "marks-missing"


class WindowClosed(Conflict):
    """The board no longer accepts marks for this assessment."""

    code = "window-closed"


class WindowNotOpen(WindowClosed):
    """The board does not accept marks for this assessment yet."""

    code = "window-not-open"


class Stale(CentremarkError):
    """The version you sent is no longer the latest. Read it again, then decide again."""

    code = "stale"


class TooManyRequests(CentremarkError):
    """Too many requests in a minute. Nothing was changed; try again after the seconds in Retry-After.

    `wait` is those seconds, a whole number.
    """

    code = "too-many-requests"

    def __init__(self, sentence: str, wait: int) -> None:
        super().__init__(sentence)
        self.wait = wait


class Busy(CentremarkError):
    """Others changed the same sheet at every attempt to save. Nothing was changed; it is safe to try again."""

    code = "busy"


class SignInsBusy(Busy):
    """The sign-in service did not answer in time. Nothing was half done; it is safe to send the same request again."""

    code = "sign-ins-busy"
