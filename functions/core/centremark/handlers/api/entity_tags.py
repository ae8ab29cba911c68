"""The entity tags of sheets, as RFC 9110 has them: what an ETag says, and what an If-Match asks for."""

import re
from typing import Final

from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from centremark.domain.shared.errors import Malformed, Point
from centremark.handlers.api.http import UnusableTag
from centremark.usecases.marks.put_marks import ANY_VERSION, AnyVersion

VERSION: Final = re.compile("0|[1-9][0-9]{0,8}")
TAG: Final = re.compile(r'(?P<weak>W/)?"(?P<opaque>[\x21\x23-\x7e\x80-\xff]*)"')
BETWEEN: Final = re.compile(r"[ \t]*(?:,[ \t]*)+|[ \t]*$")


def tag_of(version: int) -> str:
    """The ETag of a sheet at a version: a strong one."""
    return f'"{version}"'


def versions_asked_for(event: APIGatewayProxyEventV2) -> frozenset[int] | AnyVersion | None:
    """What a request's If-Match names, as `versions_in`; None without one.

    It is read from the event, for the router takes the first of a list for the whole of it.
    """
    if_match = event.headers.get("if-match")
    return None if if_match is None else versions_in(if_match)


def versions_in(if_match: str) -> frozenset[int] | AnyVersion:
    """The versions that an If-Match names, one tag or a list of them, or whatever is there for ``*``.

    The comparison is strong, so a weak tag names none. Raises `UnusableTag` when no tag of them names a version, and
    `Malformed` when it is neither ``*`` nor tags.
    """
    text = if_match.strip(" \t,")
    if text == "*":
        return ANY_VERSION
    tags = _tags(text)
    strong = [opaque for weak, opaque in tags if not weak]
    if found := frozenset(int(opaque) for opaque in strong if VERSION.fullmatch(opaque)):
        return found
    if strong:
        raise UnusableTag("If-Match names no version of a mark sheet. Send the ETag that you got with the sheet.")
    opaque = tags[0][1]
    raise UnusableTag(
        f'W/"{opaque}" is a weak tag, and If-Match compares only strong ones. '
        f'Send the ETag as you got it with the sheet, without W/: "{opaque}".'
    )


def _tags(text: str) -> list[tuple[bool, str]]:
    """Every tag of a list: whether it is weak, and what stands between its quotation marks."""
    tags: list[tuple[bool, str]] = []
    place = 0
    while place < len(text):
        tag = TAG.match(text, place)
        after = tag and BETWEEN.match(text, tag.end())
        if not tag or not after:
            raise _malformed()
        tags.append((tag["weak"] is not None, tag["opaque"]))
        place = after.end()
    if not tags:
        raise _malformed()
    return tags


def _malformed() -> Malformed:
    detail = 'If-Match is not an entity tag. Send the ETag of the sheet with its quotation marks, as "10".'
    return Malformed(detail, (Point("/header/If-Match", Malformed.code, detail),))
