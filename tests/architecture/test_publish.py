"""Publishing the page: what is kept for how long, and in which order it appears."""

import json
from pathlib import Path
from typing import Any

import pytest
from moto import mock_aws
from moto.ses.models import ses_backends

from infra.aws import client
from infra.page_config import config
from infra.publish import may_send_from, must_be_whole, publish, uploads
from infra.stage import Stage

OUTPUTS = {
    "SignInUrl": "https://centremark-dev.auth.eu-west-2.amazoncognito.com",
    "Issuer": "https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_abc",
    "SpaClientId": "client",
    "SpaBucket": "page",
}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    for name in ("index.html", "favicon.ico", "favicon.svg", "assets/app-1a2b3c.js", "assets/app-4d5e6f.css"):
        (tmp_path / name).write_text(name)
    return tmp_path


def test_only_files_whose_name_changes_with_their_content_are_kept(dist: Path) -> None:
    kept = {upload.key: upload.cache for upload in uploads(dist, OUTPUTS)}

    assert kept == {
        "assets/app-1a2b3c.js": "public, max-age=31536000, immutable",
        "assets/app-4d5e6f.css": "public, max-age=31536000, immutable",
        "favicon.ico": "no-cache",
        "favicon.svg": "no-cache",
        "config.json": "no-cache",
        "index.html": "no-store",
    }


def test_the_page_is_told_whose_it_is_where_the_stage_says() -> None:
    named = {"BoardName": "Test Board", "BoardContact": "01632 960123"}

    assert config({**OUTPUTS, **named}) == {
        **config(OUTPUTS),
        "boardName": "Test Board",
        "boardContact": "01632 960123",
    }
    assert config(OUTPUTS).keys() == {"signIn", "issuer", "clientId"}


def test_the_page_appears_after_everything_it_asks_for(dist: Path) -> None:
    assert [upload.key for upload in uploads(dist, OUTPUTS)][-1] == "index.html"


def test_every_file_says_what_it_is(dist: Path) -> None:
    assert {upload.key: upload.kind for upload in uploads(dist, OUTPUTS)} == {
        "assets/app-1a2b3c.js": "text/javascript",
        "assets/app-4d5e6f.css": "text/css",
        "favicon.ico": "image/vnd.microsoft.icon",
        "favicon.svg": "image/svg+xml",
        "config.json": "application/json",
        "index.html": "text/html",
    }


def test_publishing_uploads_the_page_and_has_the_distribution_forget_the_old_one(
    dist: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "AWS_DEFAULT_REGION": "eu-west-2",
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
    }.items():
        monkeypatch.setenv(name, value)
    with mock_aws():
        client("s3").create_bucket(Bucket="page", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
        distribution = a_distribution()

        publish(dist, {**OUTPUTS, "DistributionId": distribution})

        page = client("s3").get_object(Bucket="page", Key="index.html")
        config = json.loads(client("s3").get_object(Bucket="page", Key="config.json")["Body"].read())
        [invalidation] = client("cloudfront").list_invalidations(DistributionId=distribution)["InvalidationList"][
            "Items"
        ]
        forgotten = client("cloudfront").get_invalidation(DistributionId=distribution, Id=invalidation["Id"])

    assert (page["ContentType"], page["CacheControl"]) == ("text/html", "no-store")
    assert config == {
        "signIn": "https://centremark-dev.auth.eu-west-2.amazoncognito.com",
        "issuer": "https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_abc",
        "clientId": "client",
    }
    assert set(forgotten["Invalidation"]["InvalidationBatch"]["Paths"]["Items"]) == {"/index.html", "/config.json"}


def a_distribution() -> str:
    origin = {
        "Id": "page",
        "DomainName": "page.s3.eu-west-2.amazonaws.com",
        "S3OriginConfig": {"OriginAccessIdentity": ""},
    }
    behaviour = {"TargetOriginId": "page", "ViewerProtocolPolicy": "redirect-to-https"}
    config = {
        "CallerReference": "once",
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": behaviour,
        "Comment": "",
        "Enabled": True,
    }
    return client("cloudfront").create_distribution(DistributionConfig=config)["Distribution"]["Id"]


@pytest.mark.parametrize(
    ("sender", "may"), [("marks@one.example", True), ("marks@whole.example", True), ("marks@unknown.example", False)]
)
def test_mail_may_come_from_an_address_that_is_verified_or_whose_domain_is(
    sender: str, may: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"ACCESS_KEY_ID": "t", "SECRET_ACCESS_KEY": "t", "DEFAULT_REGION": "eu-west-2"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    with mock_aws():
        for verified in ("marks@one.example", "whole.example"):
            client("sesv2").create_email_identity(EmailIdentity=verified)
            mail: Any = ses_backends["123456789012"]["eu-west-2"]
            mail.email_identities[verified].verified_for_sending_status = True  # as the DNS would have it

        assert may_send_from(sender) is may


@pytest.mark.parametrize("status", ["UPDATE_ROLLBACK_COMPLETE", "ROLLBACK_COMPLETE", "UPDATE_IN_PROGRESS"])
def test_no_page_is_published_onto_a_stack_that_was_rolled_back_or_is_not_done(status: str) -> None:
    with pytest.raises(SystemExit, match=f"Nothing was published: marks is {status}"):
        must_be_whole("marks", status)


@pytest.mark.parametrize("status", ["CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"])
def test_a_page_is_published_onto_a_stack_that_is_as_its_template_says(status: str) -> None:
    must_be_whole("marks", status)


def test_a_stage_works_in_its_own_region_whatever_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    config = tmp_path / "samconfig.toml"
    config.write_text(
        'version = 0.1\n[default.global.parameters]\nregion = "eu-west-2"\n'
        '[west.deploy.parameters]\nstack_name = "marks-west"\nregion = "eu-west-1"\n'
        '[home.deploy.parameters]\nstack_name = "marks-home"\n'
    )

    Stage.named("west", config).use_region()

    assert client("s3").meta.region_name == "eu-west-1"
    assert Stage.named("home", config) == Stage("marks-home", "eu-west-2")
