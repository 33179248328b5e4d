#!/usr/bin/env bats
# The archives and the Debian package.

setup() {
    cd "$BATS_TEST_TMPDIR"
    jamtland=$MEDFIN_SOURCE/scenarios/jamtland-2021-2023
}

@test "the sums are of all that is handed out" {
    cd "$PACKAGES"
    sha256sum --check --quiet SHA256SUMS
    diff <(sed 's/^[^ ]*  //' SHA256SUMS) <(printf '%s\n' * | grep -vx SHA256SUMS)
    head -n 3 "$MEDFIN_SOURCE/CHANGES.md" | grep -Eqx "## $VERSION, [0-9]{4}-[0-9]{2}-[0-9]{2}"
}

@test "the same program makes the same bytes at another time, in another zone, under another mask" {
    umask 077
    TZ=Asia/Tokyo "$MAKE" "$VERSION" "$BUILD" "$PWD/again" >/dev/null
    cmp "$PACKAGES/SHA256SUMS" again/SHA256SUMS
}

@test "the source alone, in another folder, makes the same program" {
    tar -xf "$PACKAGES/medfin-$VERSION.tar.xz"
    cd "medfin-$VERSION"
    cmake --preset build -DMEDFIN_PACKAGES=ON -DMEDFIN_LIBRARIES="$BUILD/libraries" >/dev/null
    cmake --build --preset release --target medfin-linux >/dev/null
    cmp build/Release/medfin-linux "$BUILD/Release/medfin-linux"
}

@test "the archive's program runs from wherever it lies, and writes workbooks as this machine's does" {
    tar -xf "$PACKAGES/medfin-$VERSION-linux-x86_64.tar.xz"
    mv "medfin-$VERSION-linux-x86_64" "någon annanstans"
    cd någon*
    "$MEDFIN_SOURCE/tests/packages/says" share/medfin/scenarios bin/medfin
    for program in bin/medfin "$MEDFIN"; do
        "$program" report "$jamtland/project.ini" "$jamtland/antaganden.ini" -o "$BATS_TEST_TMPDIR/${program//\//-}.xlsx"
    done
    cmp ../*.xlsx
    ! readelf --dynamic bin/medfin | grep NEEDED
    ! grep -aF "$MEDFIN_SOURCE" bin/medfin
    for name in gsl glibc libxlsxwriter codemirror; do
        grep -qi "$name" share/doc/medfin/licences.txt
    done
    # Of what asks for it, the source is there.
    tar -tf "$PACKAGES/medfin-$VERSION-libraries.tar" >../sources
    for name in glibc gsl libcsv; do
        grep -q "/${name}_.*\.orig\.tar" ../sources
    done
}

@test "lintian has nothing to say of the package" {
    lintian --allow-root --fail-on error,warning "$PACKAGES/medfin_${VERSION}_amd64.deb" >said
    [ ! -s said ]
}

@test "the package installs, runs and goes again where there is nothing but the essential" {
    mmdebstrap --quiet --variant=essential --format=null --customize-hook="$MEDFIN_SOURCE/tests/packages/installs" \
        bookworm - /etc/apt/sources.list.d/debian.sources
    [ -e installed ]
}
