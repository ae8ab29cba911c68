"""What the page reads before all else, `/config.json`."""

from collections.abc import Mapping


def config(outputs: Mapping[str, str]) -> dict[str, str]:
    """Where to sign in and as which client; whose service it is and whom to ask for help, where the stage says so."""
    said = {"boardName": outputs.get("BoardName"), "boardContact": outputs.get("BoardContact")}
    return {
        "signIn": outputs["SignInUrl"],
        "issuer": outputs["Issuer"],
        "clientId": outputs["SpaClientId"],
        **{name: words for name, words in said.items() if words},
    }
