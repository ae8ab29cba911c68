"""Each centre's people as their administrators manage them, and when people signed in, in the Marks table."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from pynamodb.attributes import NumberAttribute
from pynamodb.transactions import TransactWrite

from centremark.adapters.codec.codec import decode, encode
from centremark.adapters.dynamodb.facts import keep_facts
from centremark.adapters.dynamodb.items import CentreItem, ColleagueItem, CompactAttribute, MarksItem, MemberItem
from centremark.adapters.dynamodb.preferences import PreferencesItem
from centremark.adapters.dynamodb.stores import in_one_transaction, keep_key
from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.people.centre_people import CentrePeople, Invitation, RoleRequest
from centremark.domain.people.ports import Member, PersonDetails
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import IdempotencyRecord, WriteConflict

SEEN: Final = "SEEN"


class PeopleItem(MarksItem, discriminator="people"):
    """A centre's invitations and requests for roles; its version orders the changes to the centre's people."""

    version = NumberAttribute(attr_name="v")
    invitations = CompactAttribute(attr_name="i")
    requests = CompactAttribute(attr_name="r")

    @staticmethod
    def key(centre: CentreNumber) -> tuple[str, str]:
        """For example ``("CENTRE#64235", "PEOPLE")``."""
        return CentreItem.partition(centre), "PEOPLE"

    @classmethod
    def of(cls, people: CentrePeople) -> "PeopleItem":
        return cls(
            *cls.key(people.centre),
            version=people.version,
            invitations={subject: encode(invitation) for subject, invitation in people.invitations.items()},
            requests=[encode(request) for request in people.requests],
        )


class SeenItem(MarksItem, discriminator="seen"):
    """When a person last signed in, for each of their centres; under ``("MEMBER#1c9f…", "SEEN")``."""

    centres = CompactAttribute(attr_name="c")

    @staticmethod
    def key(subject: str) -> tuple[str, str]:
        return f"MEMBER#{subject}", SEEN


class DynamoPeopleOfCentres:
    """A centre's people: a copy of each membership, and one item beside them."""

    def get(self, centre: CentreNumber) -> CentrePeople:
        """Read them consistently; the item first, so that whoever saves over what they read later than it notices."""
        item = PeopleItem.find(PeopleItem.key(centre), consistent=True)
        copies = ColleagueItem.query(
            CentreItem.partition(centre), ColleagueItem.sk.startswith("MEMBER#"), consistent_read=True
        )
        invitations: Mapping[str, Any] = item.invitations if item else {}
        return CentrePeople(
            centre,
            {member.subject: member for member in (copy.to_domain() for copy in copies)},
            {subject: decode(Invitation, said) for subject, said in invitations.items()},
            tuple(decode(RoleRequest, said) for said in item.requests) if item else (),
            int(item.version) if item else 0,
        )

    def details(self, people: CentrePeople, subjects: Collection[str]) -> Mapping[str, PersonDetails]:
        """Read what is known of some of them, a hundred items at a time."""
        keys = [(f"MEMBER#{subject}", sort) for subject in subjects for sort in ("MEMBER", SEEN, "NOTICES")]
        found = {(item.pk.partition("#")[2], type(item)): item for item in MarksItem.batch_get(keys)}
        return {subject: _details(people, subject, found) for subject in subjects}

    def save(
        self, before: CentrePeople, after: CentrePeople, *facts: CentreFact, claim: IdempotencyRecord, at: datetime
    ) -> None:
        """Save a decision, the person it changes, its facts and the caller's key, or nothing."""
        centre = after.centre
        touched = before.members.keys() | after.members.keys()
        changed = [one for one in touched if before.members.get(one) != after.members.get(one)]
        unchanged = PeopleItem.version == before.version if before.version else PeopleItem.pk.does_not_exist()
        with in_one_transaction() as transaction:
            transaction.save(PeopleItem.of(after), condition=unchanged)
            for subject in changed:
                _change(transaction, centre, before.members.get(subject), after.members.get(subject), subject)
            keep_facts(transaction, facts)
            keep_key(transaction, claim, at)


class DynamoSightings:
    """Days on which people signed in."""

    def note(self, subject: str, centres: Collection[CentreNumber], at: datetime) -> None:
        """Write the day, unless it is there for each of these centres."""
        item = SeenItem.find(SeenItem.key(subject))
        held: Mapping[str, str] = item.centres if item else {}
        if any(held.get(centre, "")[:10] != at.date().isoformat() for centre in centres):
            now = at.isoformat()
            SeenItem(*SeenItem.key(subject), centres=dict.fromkeys(sorted(centres), now)).save()


def _details(people: CentrePeople, subject: str, found: Mapping[tuple[str, type[MarksItem]], Any]) -> PersonDetails:
    """What a centre may know: nothing from before it gave access shows whether others knew the person."""
    member, seen, mail = (found.get((subject, kind)) for kind in (MemberItem, SeenItem, PreferencesItem))
    invitation = people.invitations.get(subject)
    email = member.email.lower() if member else ""
    seen_at = seen.centres.get(people.centre) if seen else None
    trouble = mail.body["trouble"] if mail else None
    failed_at = trouble[2] if trouble and trouble[1].casefold() == email.casefold() else None

    def here(at: str | None) -> datetime | None:
        when = datetime.fromisoformat(at) if at else None
        return when if when and (invitation is None or when >= invitation.given_at) else None

    return PersonDetails(email, here(seen_at), here(failed_at))


def _change(
    transaction: TransactWrite, centre: CentreNumber, before: Member | None, after: Member | None, subject: str
) -> None:
    """Change one person's membership of a centre, and nothing of theirs elsewhere."""
    held = MemberItem.find(MemberItem.key(subject), consistent=True)
    version = int(held.version or 0) if held else 0
    given = after or before
    there = held.to_domain() if held else Member(subject, given.name if given else "", {})
    if there.memberships.get(centre) != (before and before.memberships[centre]):
        raise WriteConflict
    if there.limits.get(centre) != (before and before.limits.get(centre)):
        raise WriteConflict
    memberships = {one: roles for one, roles in there.memberships.items() if one != centre}
    names = {one: name for one, name in there.names.items() if one != centre}
    limits = {one: held for one, held in there.limits.items() if one != centre}
    copy = ColleagueItem(*ColleagueItem.key(centre, subject))
    if after is None:
        changed = replace(there, memberships=memberships, names=names, limits=limits)
        transaction.delete(copy)
    else:
        named = {centre: after.name} if after.name != there.name else {}
        changed = replace(
            there,
            memberships={**memberships, centre: after.memberships[centre]},
            names={**names, **named},
            limits={**limits, **after.limits},
            email=there.email or after.email,
        )
        transaction.save(ColleagueItem.of(changed, centre))
    transaction.save(MemberItem.of(changed, version + 1), condition=MemberItem.at(version))
