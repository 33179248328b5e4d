#!/bin/sh
# From start to exit of `check` on the Jämtland project, against a process that does
# nothing, an interpreter that does nothing, and the same budget in hledger.
set -eu
here=$(dirname "$0")
. "$here/python"
project=$here/../../scenarios/jamtland-2021-2023
"$PAIR" 60 \
    empty "$EMPTY" \
    "medfin check" "$MEDFIN check $project/project.ini $project/antaganden.ini" \
    "python3 -c pass" "$python -c pass" \
    "hledger balance --budget" "hledger -f $here/jamtland.journal balance --budget --forecast -M"
