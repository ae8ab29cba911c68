"""The sign-in pages look like the page, in AWS and on one machine."""

import re
from collections.abc import Iterator
from typing import Any, Final, cast

import botocore.session
from botocore.validate import validate_parameters

from infra.local.template import Json
from infra.package.build import ROOT

COLOUR: Final = re.compile(r"#([0-9a-f]{6})\b")
READABLE: Final = 4.5
"""The least contrast of text: https://www.w3.org/TR/WCAG22/#contrast-minimum."""


def look(template: Json) -> Json:
    return template["Resources"]["SignInLook"]["Properties"]


def colours(value: Any) -> Iterator[str]:
    match value:
        case str() if re.fullmatch(r"[0-9a-f]{8}", value):
            yield value[:6]
        case dict():
            for inner in cast("Json", value).values():
                yield from colours(inner)
        case _:
            pass


def test_cognito_takes_the_look(template: Json) -> None:
    """Its own description of the request says so; that it knows each setting only a real pool shows."""
    assets = [asset | {"Bytes": asset["Bytes"]["Fn::Base64"].encode()} for asset in look(template)["Assets"]]
    request = {"UserPoolId": "eu-west-2_a", "ClientId": "a", "Settings": look(template)["Settings"], "Assets": assets}
    model: Any = botocore.session.get_session().get_service_model("cognito-idp")
    operation = model.operation_model("CreateManagedLoginBranding").input_shape
    known = {name: set(model.shape_for(name).enum) for name in ("AssetCategoryType", "AssetExtensionType")}

    validate_parameters(request, operation)
    assert {asset["Category"] for asset in assets} <= known["AssetCategoryType"]
    assert {asset["Extension"] for asset in assets} <= known["AssetExtensionType"]


def test_whoever_signs_in_on_pages_gets_the_look(template: Json) -> None:
    """Cognito shows no page at all to a client without one where the domain's pages are of version 2."""
    resources = template["Resources"]
    clients = {n: r["Properties"] for n, r in resources.items() if r["Type"] == "AWS::Cognito::UserPoolClient"}
    signing_in = [name for name, client in clients.items() if "code" in client["AllowedOAuthFlows"]]

    assert resources["SignInDomain"]["Properties"]["ManagedLoginVersion"] == 2
    assert resources["UserPool"]["Properties"]["UserPoolTier"] == "ESSENTIALS"
    assert [look(template)["ClientId"]] == [{"Ref": name} for name in signing_in]


def test_the_sign_in_page_of_one_machine_has_the_colours_of_the_one_in_aws(template: Json) -> None:
    local = (ROOT / "infra" / "local" / "sign_in.html").read_text()

    assert set(COLOUR.findall(local)) == set(colours(look(template)["Settings"]))


def test_the_colours_are_those_of_the_page(template: Json) -> None:
    styles = (ROOT / "frontend" / "src" / "styles" / "_colours.scss").read_text().partition("@mixin by-night")[0]
    [ink] = re.findall(r"--ink: #(\w+);", styles)
    [quiet] = re.findall(r"--quiet: #(\w+);", styles)
    [blue] = re.findall(r"--blue: #(\w+);", styles)
    [bad] = re.findall(r"--bad: #(\w+);", styles)
    components = look(template)["Settings"]["components"]

    assert components["pageHeader"]["lightMode"]["background"]["color"] == f"{blue}ff"
    assert components["pageText"]["lightMode"]["headingColor"] == f"{ink}ff"
    assert components["pageText"]["lightMode"]["descriptionColor"] == f"{quiet}ff"
    assert components["alert"]["lightMode"]["error"]["borderColor"] == f"{bad}ff"


def test_the_icon_is_the_pages(template: Json) -> None:
    [icon] = [asset for asset in look(template)["Assets"] if asset["Category"] == "FAVICON_SVG"]

    assert icon["Bytes"]["Fn::Base64"] == (ROOT / "frontend" / "public" / "favicon.svg").read_text().strip()


def test_every_word_on_the_sign_in_page_can_be_read(template: Json) -> None:
    texts = [colour for colour in colours(look(template)["Settings"]) if colour != "ffffff"]

    assert min(contrast_with_white(colour) for colour in texts) >= READABLE


def contrast_with_white(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
