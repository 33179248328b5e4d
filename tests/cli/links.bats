#!/usr/bin/env bats
# The pages' links lead somewhere: links.py follows them.

bats_require_minimum_version 1.5.0

links() {
    python3 -B "$MEDFIN_SOURCE/tests/cli/links.py" "$@"
}

@test "every link of a page leads to a file, and to a heading of it" {
    cd "$MEDFIN_SOURCE"
    links README.md CHANGES.md src/README.md scenarios/*/README.md src/manual/*.md
}

@test "a link that leads nowhere is found" {
    cd "$BATS_TEST_TMPDIR"
    printf '%s\n' '# One: öre & `?`' '## Two' '## Two' '[a](#one-öre--) [b](page.md#two-1) [c](https://x.se/y)' >page.md
    links page.md
    for target in '#three' 'page.md#two-2' other.md; do
        printf '[d](%s)\n' "$target" >broken.md
        run ! links broken.md page.md
        grep -qF "$target" <<<"$output"
    done
}

@test "every page of the manual is linked from the README or the map" {
    cd "$MEDFIN_SOURCE"
    for page in src/manual/*.md; do
        grep -qF "](${page#src/})" src/README.md || grep -qF "]($page)" README.md
    done
}
