"""`sam deploy` of what `sam build` made, and what comes after it, on a cloud of their own."""

import json
import sys
from collections.abc import Generator
from typing import Any

import httpx
import pytest

from infra.local.cloud import ROOT, LocalCloud
from infra.local.service import LocalService
from infra.smoke import faults
from tests.support.operating import SAM, STACK, deploy, run
from tests.support.receiving import receiver
from tests.support.waiting import A_BUSY_MACHINE


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalCloud]:
    with LocalCloud(tmp_path_factory.mktemp("cloud") / "state") as running:
        yield running


@pytest.fixture(scope="module")
def deployed(cloud: LocalCloud) -> dict[str, str]:
    """The outputs of the example stage, deployed by SAM as its settings say."""
    return deploy(cloud)


def client_of(cloud: LocalCloud, deployed: dict[str, str]) -> dict[str, Any]:
    pool, client = deployed["UserPoolId"], deployed["SpaClientId"]
    return cloud.client("cognito-idp").describe_user_pool_client(UserPoolId=pool, ClientId=client)["UserPoolClient"]


def test_the_first_deployment_is_whole(cloud: LocalCloud, deployed: dict[str, str]) -> None:
    client = client_of(cloud, deployed)

    assert deployed["SpaUrl"] == f"https://{deployed['DistributionDomain']}"
    assert client["CallbackURLs"] == [f"{deployed['SpaUrl']}/signed-in"]
    assert client["LogoutURLs"] == [f"{deployed['SpaUrl']}/signed-out"]
    assert client["AllowedOAuthFlows"] == ["code"]
    assert client["RefreshTokenValidity"] == 10


def test_a_sign_in_that_cannot_be_completed_is_answered_as_failed(cloud: LocalCloud, deployed: dict[str, str]) -> None:
    resources = cloud.client("cloudformation").describe_stack_resources(StackName=STACK)["StackResources"]
    [function] = [r["PhysicalResourceId"] for r in resources if r["LogicalResourceId"] == "SignInFunction"]
    with receiver() as (url, answers):
        asked = {
            "RequestType": "Create",
            "ResponseURL": url,
            "StackId": "stack",
            "RequestId": "request",
            "LogicalResourceId": "SignInAddress",
            "ResourceProperties": {"UserPoolId": deployed["UserPoolId"], "ClientId": "nobody", "Origin": "https://x"},
        }
        cloud.client("lambda").invoke(FunctionName=function, Payload=json.dumps(asked))

    [answer] = [json.loads(put["body"]) for put in answers]
    assert (answer["Status"], answer["StackId"]) == ("FAILED", "stack")
    assert answer["Reason"].startswith("ResourceNotFoundException")


def test_publishing_puts_the_page_there_and_says_what_is_missing(cloud: LocalCloud, deployed: dict[str, str]) -> None:
    done = run(cloud, sys.executable, "-m", "infra.publish", "dev")

    page = cloud.client("s3").get_object(Bucket=deployed["SpaBucket"], Key="index.html")
    assert page["CacheControl"] == "no-store"
    assert "Nobody can sign in yet." in done.stdout
    assert "MailFrom is not set" in done.stdout
    assert "AlarmTopic is not set" in done.stdout
    # No distribution of the cloud is reached by its name.
    assert f"{deployed['SpaUrl']}/ answers nothing" in done.stderr
    assert done.returncode == 1


@pytest.fixture
def declined(cloud: LocalCloud, deployed: dict[str, str]) -> Generator[None]:
    """A change set that nobody executes; the stack has none of them in the end."""
    cloud.client("s3").delete_object(Bucket=deployed["SpaBucket"], Key="index.html")
    longer = ("Stage=dev", "SignInPrefix=centremark-dev", "LogRetentionDays=30")
    done = run(cloud, SAM, "deploy", "--config-env", "dev", "--no-execute-changeset", "--parameter-overrides", *longer)
    assert done.returncode == 0, done.stderr
    yield
    formation = cloud.client("cloudformation")
    for change in formation.list_change_sets(StackName=STACK)["Summaries"]:
        formation.delete_change_set(StackName=STACK, ChangeSetName=change["ChangeSetName"])


@pytest.mark.usefixtures("declined")
def test_a_change_set_that_was_declined_publishes_nothing(cloud: LocalCloud, deployed: dict[str, str]) -> None:
    done = run(cloud, sys.executable, "-m", "infra.publish", "dev")

    assert "Nothing was published: centremark-dev has a change set that was not executed" in done.stderr
    assert done.returncode == 1
    assert "Contents" not in cloud.client("s3").list_objects_v2(Bucket=deployed["SpaBucket"], Prefix="index.html")


def test_a_sign_in_that_lost_the_pages_address_in_a_roll_back_has_it_again(
    cloud: LocalCloud, deployed: dict[str, str]
) -> None:
    client = client_of(cloud, deployed)
    lost = {"CallbackURLs": ["http://localhost"], "LogoutURLs": ["http://localhost"], "AllowedOAuthFlows": ["code"]}
    cloud.client("cognito-idp").update_user_pool_client(
        UserPoolId=deployed["UserPoolId"], ClientId=client["ClientId"], **lost
    )

    done = run(cloud, sys.executable, "-m", "infra.publish", "dev")

    assert "The sign-in had lost the page's address, and has it again." in done.stdout
    assert client_of(cloud, deployed)["CallbackURLs"] == [f"{deployed['SpaUrl']}/signed-in"]


@pytest.mark.parametrize(
    ("stage", "said"),
    [("test", "samconfig.toml has no stage test."), ("prod", "AWS refused"), ("", "no stage")],
)
def test_what_cannot_be_published_to_is_said_in_a_sentence(cloud: LocalCloud, stage: str, said: str) -> None:
    done = run(cloud, sys.executable, "-m", "infra.publish", stage)

    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_stage_that_samconfig_does_not_have_is_named_with_those_it_has(cloud: LocalCloud) -> None:
    done = run(cloud, sys.executable, "-m", "infra.publish", "test")

    assert "samconfig.toml has no stage test. It has: dev, prod." in done.stderr


def test_the_demonstration_with_its_known_password_is_for_one_machine_only(
    cloud: LocalCloud, deployed: dict[str, str]
) -> None:
    done = run(cloud, sys.executable, "-m", "infra.load", STACK, PYTHONPATH=f".:{ROOT / 'functions' / 'core'}")

    assert "is not on one machine" in done.stderr
    assert cloud.client("cognito-idp").list_users(UserPoolId=deployed["UserPoolId"])["Users"] == []


def test_an_installation_that_answers_has_no_fault_of_its_own(service: LocalService) -> None:
    config = httpx.get(f"{service.url}/config.json", trust_env=False, timeout=A_BUSY_MACHINE).json()

    [fault] = faults(service.url, config)

    # The one that no machine can mend: the sign-in has its own address in AWS.
    assert fault.startswith(f"The sign-in at {service.stack.outputs['Issuer']} answers")


def test_an_installation_that_does_not_answer_is_told_in_a_sentence_for_each_part(service: LocalService) -> None:
    config = {"issuer": f"{service.url}/none", "signIn": "", "clientId": "another"}

    assert list(faults(f"{service.url}/api", config)) == [
        f"{service.url}/api/ answers 404 and not with the page.",
        f"{service.url}/api/config.json does not say where this stage signs in.",
        f"{service.url}/api/api/v1/me answers 404 to someone who has not signed in, and not 401.",
    ]
