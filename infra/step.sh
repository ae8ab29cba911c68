#!/usr/bin/env bash
# Run one step of the work and say when it begins, how it ended and after how long. What it printed comes in one piece,
# for steps run side by side; with -q only when it failed.
#   infra/step.sh [-q] "Checking the page" npm run check
# While it runs its words are in .local/steps. A step that failed leaves its name in .local/steps/failed.
set -uo pipefail
quiet=
[ "$1" != -q ] || { quiet=yes && shift; }
name=$1
shift
mkdir -p .local/steps
said=.local/steps/${name// /-}.log
echo "· $name"
began=$SECONDS mark=✓
"$@" >"$said" 2>&1 </dev/null
code=$?
[ $code = 0 ] || { mark=✗ quiet= && echo "$name" >>.local/steps/failed; }
[ ! "$quiet" ] || : >"$said"
printf '%s\n' "$(cat "$said" && echo "$mark $name ($((SECONDS - began)) s)")" # one write: lines of two steps do not mix
exit $code
