"""Mail through SES."""

from typing import Any, Final

from centremark.adapters.aws import client
from centremark.adapters.codec.notices import TO_TAG
from centremark.domain.notices.ports import Letter

FROM: Final = "Centremark"


class SesMailer:
    """Sends from one address; the events of its configuration set report bounces and complaints."""

    def __init__(self, sender: str, configuration: str) -> None:
        self.sender = sender
        self.configuration = configuration

    def send(self, subject: str, address: str, letter: Letter) -> None:
        """Mail a letter."""
        client("sesv2").send_email(
            FromEmailAddress=f"{FROM} <{self.sender}>",
            Destination={"ToAddresses": [address]},
            ConfigurationSetName=self.configuration,
            EmailTags=[{"Name": TO_TAG, "Value": subject}],
            Content={
                "Simple": {
                    "Subject": _part(letter.subject),
                    "Body": {"Text": _part(letter.text), "Html": _part(letter.html)},
                    # Out-of-office replies are not sent to what no person wrote (RFC 3834).
                    "Headers": [{"Name": "Auto-Submitted", "Value": "auto-generated"}],
                }
            },
        )


def _part(text: str) -> dict[str, Any]:
    return {"Data": text, "Charset": "UTF-8"}
