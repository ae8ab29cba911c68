"""Reads of several items that are not of one save: some from before a transaction, others from after it."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import Any

from centremark.adapters.aws import client

Item = Mapping[str, Any]


def kept_at(key: tuple[str, str]) -> Item | None:
    """The item under a key, as the table has it."""
    return client("dynamodb").get_item(TableName="marks", Key=_key(key), ConsistentRead=True).get("Item")


def put(item: Item) -> None:
    """Write an item in place of the one there."""
    client("dynamodb").put_item(TableName="marks", Item=item)


@contextmanager
def torn(shown: Mapping[tuple[str, str], Item | None], times: int = 1) -> Generator[list[tuple[str, str]]]:
    """Answer reads of these keys with these items, or none, for `times` reads; gives what was answered so."""
    events, left, seen = client("dynamodb").meta.events, dict.fromkeys(shown, times), list[tuple[str, str]]()

    def show(parsed: dict[str, Any], model: Any, context: Any, **_: object) -> None:
        for key in [key for key in context.pop("asked", ()) if left.get(key)]:
            left[key] -= 1
            seen.append(key)
            there = shown[key]
            match model.name:
                case "GetItem":
                    parsed.pop("Item", None)
                    parsed |= {"Item": there} if there else {}
                case "BatchGetItem":
                    parsed["Responses"]["marks"] = _in_place(parsed["Responses"].get("marks", []), key, there)
                case _:
                    parsed["Items"] = _in_place(parsed["Items"], key, there)

    def note(params: dict[str, Any], model: Any, context: Any, **_: object) -> None:
        match model.name:
            case "GetItem":
                context["asked"] = [_read(params["Key"])]
            case "BatchGetItem":
                context["asked"] = [_read(key) for key in params["RequestItems"]["marks"]["Keys"]]
            case "Query":
                said = [value["S"] for value in params["ExpressionAttributeValues"].values()]
                context["asked"] = [key for key in shown if key[0] in said and key[1].startswith(tuple(said))]
            case _:
                pass

    events.register("before-parameter-build.dynamodb", note)
    events.register("after-call.dynamodb", show)
    try:
        yield seen
    finally:
        events.unregister("before-parameter-build.dynamodb", note)
        events.unregister("after-call.dynamodb", show)


def _in_place(items: Iterable[Item], key: tuple[str, str], there: Item | None) -> list[Item]:
    others = [item for item in items if _read(item) != key]
    return sorted([*others, *([there] if there else [])], key=_read)


def _key(key: tuple[str, str]) -> Item:
    return {"pk": {"S": key[0]}, "sk": {"S": key[1]}}


def _read(item: Item) -> tuple[str, str]:
    return item["pk"]["S"], item["sk"]["S"]
