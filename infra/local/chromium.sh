#!/usr/bin/env bash
# Print the path of a Chromium for the browser tests, installing one where the system's package manager can.
set -euo pipefail

PATIENCE=600 # seconds that another apt may hold a lock

find_chromium() {
    command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable
}

# apt waits for dpkg's lock when asked to, and never for those of its lists and archives.
patient_apt() {
    local answer deadline=$((SECONDS + PATIENCE)) waiting=
    until answer=$(LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=$PATIENCE "$@" 2>&1); do
        if [[ $answer != *"Could not get lock"* ]] || ((SECONDS >= deadline)); then
            echo "$answer"
            return 1
        fi
        [ "$waiting" ] || echo "Waiting for another apt to finish: ${answer%%$'\n'*}"
        waiting=yes
        sleep 2
    done
}

if ! find_chromium; then
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        echo "Installing Chromium with apt, for the browser tests" >&2
        { patient_apt update && patient_apt install --yes --no-install-recommends chromium; } >&2
        find_chromium
    else
        echo "The browser tests need Chromium. Install it with: sudo apt-get install chromium" >&2
        exit 1
    fi
fi
