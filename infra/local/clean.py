"""`make clean-local`: delete the local data."""

from infra.local.cloud import CloudError, LocalCloud
from infra.local.run import state

if __name__ == "__main__":
    try:
        LocalCloud(state()).forget()
    except CloudError as error:
        raise SystemExit(f"make clean-local: {error}") from error
