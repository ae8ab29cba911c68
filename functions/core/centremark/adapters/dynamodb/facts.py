"""Facts as items of the ledger's table, added in the transaction that does what they tell."""

import json
from collections.abc import Iterable
from hashlib import sha256

from pynamodb.transactions import TransactWrite

from centremark.adapters.codec.codec import body_of
from centremark.adapters.dynamodb.items import CentreItem, FactItem
from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.sheet.facts import Fact


def fact_item(fact: Fact) -> FactItem:
    """Make the item of a fact."""
    return FactItem(
        FactItem.partition(fact.sheet),
        FactItem.place(fact.version, fact.beside),
        name=fact.NAME,
        version=fact.version,
        at=fact.at,
        by_id=fact.by.id,
        by_name=fact.by.name,
        channel=fact.by.channel,
        body=body_of(fact),
    )


def office_fact_item(fact: CentreFact) -> FactItem:
    """Make the item of an office's fact; facts of the same instant get different keys."""
    body = body_of(fact)
    what = sha256(json.dumps([fact.NAME, fact.by.id, body], sort_keys=True).encode()).hexdigest()[:16]
    return FactItem(
        CentreItem.partition(fact.office),
        f"{fact.at.isoformat(timespec='microseconds')}#{what}",
        name=fact.NAME,
        at=fact.at,
        by_id=fact.by.id,
        by_name=fact.by.name,
        channel=fact.by.channel,
        body=body,
    )


def keep_facts(transaction: TransactWrite, facts: Iterable[CentreFact]) -> None:
    """Add facts to the transaction that does what they tell."""
    for fact in facts:
        transaction.save(office_fact_item(fact), condition=FactItem.pk.does_not_exist())
