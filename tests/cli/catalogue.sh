#!/bin/bash
# The Swedish catalogue is whole: every marked sentence is there, translated and not
# fuzzy, and keeps its format marks, printf's and {1}..{4}.
set -euo pipefail
cd "$MEDFIN_SOURCE"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

find src include -name '*.[ch]' | sort |
    xgettext --files-from=- --language=C --from-code=UTF-8 --keyword --keyword=tr --keyword=N_ \
        --flag=text_addf:2:c-format --flag=arena_text:2:c-format --output="$scratch/fresh.pot"
msgmerge --quiet --no-fuzzy-matching --no-wrap --output-file="$scratch/merged.po" po/sv.po "$scratch/fresh.pot"
for lacking in --untranslated --only-fuzzy; do
    sentences=$(msgattrib "$lacking" --no-obsolete --no-wrap "$scratch/merged.po" | grep '^[^#]' || true)
    if [ -n "$sentences" ]; then
        printf 'po/sv.po, %s:\n%s\n' "${lacking#--}" "$sentences"
        exit 1
    fi
done
msgfmt --check --output-file=/dev/null po/sv.po

msgattrib --no-obsolete --no-wrap po/sv.po | awk '
    function marks(text,  found) {
        for (found = ""; match(text, /\{[1-9]\}/); text = substr(text, RSTART + 3))
            if (!index(found, substr(text, RSTART, 3)))
                found = found substr(text, RSTART, 3)
        return found
    }
    function has_all(text, wanted,  i) {
        for (i = 1; i <= length(wanted); i += 3)
            if (!index(text, substr(wanted, i, 3)))
                return 0
        return 1
    }
    function compare() {
        if (!has_all(swedish, marks(english)) || !has_all(english, marks(swedish))) {
            print "marks differ: " english " | " swedish
            differ = 1
        }
        english = swedish = ""
    }
    /^msgid /  { compare(); into = "english" }
    /^msgstr/  { into = "swedish" }
    /^(msg|")/ { text = $0; sub(/^[^"]*"/, "", text); sub(/"$/, "", text)
                 if (into == "english") english = english text; else swedish = swedish text }
    END        { compare(); exit differ }'

# One word a concept: those that mislead, or name a thing that has another word, stand in no translation.
stems='[Dd]irektfinansi|[Åå]t sidan|[Ll]ikvida medel|[Ff]örskotter|stödber\.|[Rr]egelbrott|[Aa]vgiftstax|[Tt]jänsteskrivelse'
words='[Ee]j|[Bb]okförd?a?|[Bb]ryts|[Mm]atchande|[Åå]terstod(en)?|[Ss]lag(et)?|[Vv]alet|[Hh]åll(er|en)'
if msgattrib --no-obsolete --no-wrap po/sv.po | sed -n 's/^msgstr\(\[.\]\)\? "/ /p' |
    LC_ALL=C.UTF-8 grep -E "$stems|[ (]($words)[ ,.;:)\"]"; then
    echo 'po/sv.po: words that are not used, see src/manual/working.md'
    exit 1
fi
