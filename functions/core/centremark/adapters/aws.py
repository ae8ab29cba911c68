"""One botocore session for each process, and from it one client for each service."""

from functools import cache
from typing import Any

import botocore.session
from botocore.config import Config


@cache
def session() -> botocore.session.Session:
    """The process's session: making one reads files and takes tens of milliseconds."""
    return botocore.session.get_session()


@cache
def client(service: str) -> Any:  # noqa: ANN401  # botocore makes its clients' methods at run time
    """The process's client of a service, made when first used.

    Links to S3 name the bucket's region. For a new bucket the global address redirects, which a signed link does not
    survive: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html.
    """
    return session().create_client(
        service,
        config=Config(
            retries={"mode": "standard", "total_max_attempts": 4},
            connect_timeout=3,
            read_timeout=10,
            signature_version="s3v4" if service == "s3" else None,
            s3={
                "addressing_style": "path" if session().get_config_variable("endpoint_url") else "virtual",
                "us_east_1_regional_endpoint": "regional",
            },
        ),
    )
