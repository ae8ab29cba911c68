"""A person's email: which notices they want, and whether mail reaches them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from centremark.domain.notices.notice import FOR, Language, MailFailure, Preferences, Topic, Trouble
from centremark.domain.notices.ports import NotificationPreferences
from centremark.domain.people.ports import Members
from centremark.domain.shared.actor import Actor
from centremark.usecases.shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class Mail:
    """A person's address, the topics their roles get, what they chose, and what is wrong with the address."""

    address: str
    topics: Sequence[Topic]
    preferences: Preferences

    @property
    def trouble(self) -> Trouble | None:
        """Why nothing is sent to the address, if so."""
        return self.preferences.trouble_at(self.address)


@dataclass(frozen=True, slots=True)
class ManageMail:
    """Let people choose which emails they get. Raises `Forbidden` (a machine client), `Busy`."""

    members: Members
    preferences: NotificationPreferences

    def read(self, actor: Actor) -> Mail:
        """Read the choices."""
        _must_be_a_person(actor)
        return self._mail(actor, self.preferences.get(actor.id))

    def choose(self, language: Language, muted: frozenset[Topic], actor: Actor) -> Mail:
        """Replace the choices."""
        _must_be_a_person(actor)

        def attempt() -> Preferences:
            chosen = self.preferences.get(actor.id).choose(language, muted)
            self.preferences.put(actor.id, chosen)
            return chosen

        return self._mail(actor, retry_on_conflict(attempt))

    def works_again(self, actor: Actor) -> Mail:
        """Send mail to the address again; while nothing is wrong this changes nothing."""
        _must_be_a_person(actor)

        def attempt() -> Preferences:
            held = self.preferences.get(actor.id)
            if held.trouble is None:
                return held
            cleared = held.with_trouble(None)
            self.preferences.put(actor.id, cleared)
            return cleared

        return self._mail(actor, retry_on_conflict(attempt))

    def _mail(self, actor: Actor, preferences: Preferences) -> Mail:
        topics = [
            t for t, permission in FOR.items() if any(actor.may_somewhere(permission, c) for c in actor.memberships)
        ]
        return Mail(self.members.get(actor.id).email, topics, preferences)


def _must_be_a_person(actor: Actor) -> None:
    actor.must_be_a_person("have email notices", "Use a webhook instead.")


@dataclass(frozen=True, slots=True)
class NoteTrouble:
    """Record that mail to a person bounced for good, or was reported as spam: none goes there any more.

    A bounce from a former address does not affect the present one. Raises `Busy`.
    """

    members: Members
    preferences: NotificationPreferences

    def __call__(self, subject: str, what: MailFailure, addresses: Sequence[str], at: datetime) -> bool:
        """Record it; gives whether it was the person's present address."""
        email = self.members.get(subject).email
        if not email or email.casefold() not in (address.casefold() for address in addresses):
            return False

        def attempt() -> None:
            held = self.preferences.get(subject)
            if held.trouble_at(email) is None:
                self.preferences.put(subject, held.with_trouble(Trouble(what, email, at)))

        retry_on_conflict(attempt)
        return True
