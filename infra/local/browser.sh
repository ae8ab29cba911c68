#!/usr/bin/env bash
# Print the path of a browser for the browser tests, installing it where the system's package manager can.
#   infra/local/browser.sh chromium|firefox|webkit
# WebKit's is that of its driver, which starts the browser; it needs a screen, and Xvfb is one that nobody sees.
set -euo pipefail

PATIENCE=600 # seconds that another apt may hold a lock

find_chromium() {
    command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable
}
find_firefox() { command -v firefox-esr || command -v firefox; }
find_webkit() { command -v Xvfb >/dev/null && command -v WebKitWebDriver; }

case $1 in
chromium) name=Chromium packages=(chromium) ;;
firefox) name=Firefox packages=(firefox-esr) ;;
webkit) name=WebKit packages=(webkit2gtk-driver xvfb) ;;
*) echo "Which browser? chromium, firefox or webkit" >&2 && exit 2 ;;
esac

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

if ! "find_$1"; then
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        echo "Installing $name with apt, for the browser tests" >&2
        { patient_apt update && patient_apt install --yes --no-install-recommends "${packages[@]}"; } >&2
        "find_$1"
    else
        echo "The browser tests need $name. Install it with: sudo apt-get install ${packages[*]}" >&2
        exit 1
    fi
fi
