"""Clients for the operators' tools."""

from typing import Any

import botocore.session


def client(service: str) -> Any:  # noqa: ANN401  # botocore makes its clients' methods at run time
    """A client with the operator's own credentials and region."""
    return botocore.session.get_session().create_client(service)
