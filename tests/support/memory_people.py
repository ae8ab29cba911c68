"""The ports of a centre's people in memory; they pass the same suite as those on AWS."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.people.centre_people import CentrePeople
from centremark.domain.people.ports import Member, PersonDetails, SignIn
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import IdempotencyRecord, WriteConflict
from tests.support.memory import Memory, MemoryClaims, MemoryMembers


@dataclass
class MemoryPeople:
    memory: Memory

    def get(self, centre: CentreNumber) -> CentrePeople:
        members = {member.subject: member for member in MemoryMembers(self.memory).of_centre(centre)}
        return replace(self.memory.people.get(centre, CentrePeople(centre, {})), members=members)

    def details(self, people: CentrePeople, subjects: Collection[str]) -> Mapping[str, PersonDetails]:
        return {subject: self._details(people, subject) for subject in subjects}

    def _details(self, people: CentrePeople, subject: str) -> PersonDetails:
        invitation = people.invitations.get(subject)
        email = self.memory.members[subject].email.lower()
        trouble = self.memory.wishes[subject].trouble_at(email) if subject in self.memory.wishes else None

        def here(at: datetime | None) -> datetime | None:
            return at if at and (invitation is None or at >= invitation.given_at) else None

        seen = self.memory.seen.get(subject, {}).get(people.centre)
        return PersonDetails(email, here(seen), here(trouble and trouble.at))

    def save(
        self, before: CentrePeople, after: CentrePeople, *facts: CentreFact, claim: IdempotencyRecord, at: datetime
    ) -> None:
        if self.memory.people.get(after.centre, CentrePeople(after.centre, {})).version != before.version:
            raise WriteConflict
        if self.get(after.centre).members != before.members:
            raise WriteConflict
        MemoryClaims(self.memory).keep(claim, at)
        for subject in before.members.keys() | after.members.keys():
            if before.members.get(subject) != after.members.get(subject):
                self._change(after.centre, subject, after.members.get(subject))
        self.memory.people[after.centre] = replace(after, members={})
        self.memory.office_facts += facts

    def _change(self, centre: CentreNumber, subject: str, after: Member | None) -> None:
        known = self.memory.members.get(subject) or Member(subject, after.name if after else "", {})
        roles = {one: held for one, held in known.memberships.items() if one != centre}
        names = {one: name for one, name in known.names.items() if one != centre}
        limits = {one: held for one, held in known.limits.items() if one != centre}
        if after:
            roles |= after.memberships
            limits |= after.limits
            names |= {centre: after.name} if after.name != known.name else {}
        email = known.email or (after.email if after else "")
        self.memory.members[subject] = replace(known, memberships=roles, names=names, email=email, limits=limits)


@dataclass
class MemorySightings:
    memory: Memory
    written: int = 0

    def note(self, subject: str, centres: Collection[CentreNumber], at: datetime) -> None:
        held = self.memory.seen.get(subject, {})
        if any(centre not in held or held[centre].date() != at.date() for centre in centres):
            self.memory.seen[subject] = dict.fromkeys(centres, at)
            self.written += 1


@dataclass
class MemorySignIns:
    """Sign-ins by address, and the invitations that were mailed; what a test sets to fail, fails once."""

    known: dict[str, SignIn] = field(default_factory=dict[str, SignIn])
    mailed: list[str] = field(default_factory=list[str])
    fails: list[Exception] = field(default_factory=list[Exception])

    def ensure(self, email: str, name: str) -> SignIn:  # noqa: ARG002  # the name is for the sign-in alone
        return self.known.setdefault(email.lower(), SignIn(f"subject of {email.lower()}", has_password=False))

    def find(self, email: str) -> SignIn | None:
        return self.known.get(email.lower())

    def invite(self, email: str) -> None:
        if self.fails:
            raise self.fails.pop()
        self.mailed.append(email)
