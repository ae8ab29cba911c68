#!/usr/bin/env bash
# Print the path of a Chromium for the browser tests, installing one where the system's package manager can.
set -euo pipefail

find_chromium() {
    command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable
}

if ! find_chromium; then
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        echo "Installing Chromium" >&2
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >&2
        find_chromium
    else
        echo "The browser tests need Chromium. Install it with: sudo apt-get install chromium" >&2
        exit 1
    fi
fi
