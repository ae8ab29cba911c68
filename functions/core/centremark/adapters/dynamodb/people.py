"""People, their memberships and their centres' settings in the Marks table."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import batched
from typing import Final

from pynamodb.transactions import TransactWrite

from centremark.adapters.dynamodb.facts import keep_facts
from centremark.adapters.dynamodb.items import (
    CentreItem,
    ColleagueItem,
    MemberItem,
    SettingsItem,
)
from centremark.adapters.dynamodb.stores import as_it_was, in_one_transaction
from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.people.centre_settings import CentreSettings
from centremark.domain.people.ports import Member
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import WriteConflict

COPIES_AT_ONCE: Final = 33
"""A transaction has 100 items, the member's and, of each centre, a copy and two facts: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html."""


class DynamoCentreSettings:
    """Centres' settings, stored beside the centre."""

    def get(self, centre: CentreNumber) -> CentreSettings:
        """Read a centre's settings, consistently, so that a change is effective at once."""
        item = SettingsItem.find(SettingsItem.key(centre), consistent=True)
        return item.to_domain() if item else CentreSettings()

    def put(self, centre: CentreNumber, settings: CentreSettings, *facts: CentreFact, over: CentreSettings) -> None:
        """Save a centre's settings, with the facts."""
        before = SettingsItem.of(centre, over) if over != CentreSettings() else None
        with in_one_transaction() as transaction:
            transaction.save(SettingsItem.of(centre, settings), condition=as_it_was(before))
            keep_facts(transaction, facts)


class DynamoMembers:
    """People, machine clients and their memberships; each centre has copies of its own."""

    def get(self, subject: str) -> Member:
        """Find who signed in, consistently, so that a membership that was removed is gone at once."""
        item = MemberItem.find(MemberItem.key(subject), consistent=True)
        return item.to_domain() if item else Member(subject, "", {})

    def put(self, member: Member, *facts: CentreFact, over: Member | None = None) -> None:
        """Save a member, with a copy at each of their centres and none at those they left.

        All or none, up to what one transaction takes. Beyond that some centres follow after others, beginning with
        those they lose. Each step writes the roles, the copies and the facts of its centres in one transaction, so that
        these always agree; a new name, address or kind is written with the last. If it breaks off, saving the member
        again completes it.
        """
        held = MemberItem.find(MemberItem.key(member.subject), consistent=True)
        there = held.to_domain() if held else Member(member.subject, "", {})
        if over is not None and over != there:
            raise WriteConflict
        left = sorted(there.memberships.keys() - member.memberships.keys())
        version = int(held.version or 0) if held else 0
        roles, limits = dict(there.memberships), dict(there.limits)
        parts = list(batched([*left, *sorted(member.memberships)], COPIES_AT_ONCE, strict=False)) or [()]
        for place, centres in enumerate(parts, start=1):
            who = there if held and place < len(parts) else member
            kept = {centre: held_there for centre, held_there in roles.items() if centre not in centres}
            roles = kept | {centre: member.memberships[centre] for centre in centres if centre in member.memberships}
            limits = {centre: held_there for centre, held_there in limits.items() if centre not in centres}
            limits |= {centre: member.limits[centre] for centre in centres if centre in member.limits}
            with in_one_transaction() as transaction:
                saved = replace(who, memberships=roles, limits=limits)
                transaction.save(MemberItem.of(saved, version + 1), MemberItem.at(version))
                _copy(transaction, member, centres)
                keep_facts(transaction, (fact for fact in facts if fact.office in centres))
            version += 1

    def of_centre(self, centre: CentreNumber) -> Sequence[Member]:
        """Everyone with a membership at a centre, in one consistent query, so that whoever has left is gone."""
        copies = ColleagueItem.sk.startswith("MEMBER#")
        items = ColleagueItem.query(CentreItem.partition(centre), copies, consistent_read=True)
        return [item.to_domain() for item in items]


def _copy(transaction: TransactWrite, member: Member, centres: Iterable[CentreNumber]) -> None:
    """Write a member's copies at these centres, or delete them where they have left."""
    for centre in centres:
        if centre in member.memberships:
            transaction.save(ColleagueItem.of(member, centre))
        else:
            transaction.delete(ColleagueItem(*ColleagueItem.key(centre, member.subject)))
