"""Entity tags of sheets, as RFC 9110 defines them: ETag in answers, If-Match and If-None-Match in requests."""

import re
from hashlib import sha256
from typing import Final

from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from centremark.domain.shared.errors import Malformed, Point
from centremark.handlers.api.http import UnusableTag
from centremark.usecases.marks.put_marks import ANY_VERSION, AnyVersion

VERSION: Final = re.compile("0|[1-9][0-9]{0,8}")
TAG: Final = re.compile(r'(?P<weak>W/)?"(?P<opaque>[\x21\x23-\x7e\x80-\xff]*)"')
BETWEEN: Final = re.compile(r"[ \t]*(?:,[ \t]*)+|[ \t]*$")


def tag_of(version: int) -> str:
    """The strong ETag of a sheet at a version."""
    return f'"{version}"'


def tag_of_text(text: str) -> str:
    """The strong ETag of an answer that says this."""
    return f'"{sha256(text.encode()).hexdigest()[:16]}"'


def versions_asked_for(event: APIGatewayProxyEventV2) -> frozenset[int] | AnyVersion | None:
    """The versions in a request's If-Match, as `versions_in` reads them; None without the header.

    It is read from the event, because the router takes only the first of several headers.
    """
    if_match = event.headers.get("if-match")
    return None if if_match is None else versions_in(if_match)


def versions_in(if_match: str) -> frozenset[int] | AnyVersion:
    """Read the versions of an If-Match: one tag, a list of tags, or any version for ``*``.

    The comparison is strong, so a weak tag names none. Raises `UnusableTag` when no tag names a version, and
    `Malformed` for anything but ``*`` and tags.
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


def names(if_none_match: str, tag: str) -> bool:
    """Whether an If-None-Match names this strong tag: alone, in a list, weakened on its way, or as ``*``.

    What is no list of tags names none, so that the answer comes in full.
    """
    text = if_none_match.strip(" \t,")
    if text == "*":
        return True
    try:
        return any(f'"{opaque}"' == tag for _, opaque in _tags(text))
    except Malformed:
        return False


def _tags(text: str) -> list[tuple[bool, str]]:
    """Each tag of a list: whether it is weak, and the text between its quotation marks."""
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
