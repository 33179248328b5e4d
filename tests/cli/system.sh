#!/bin/sh
# Only the room `system` speaks with the operating system: nobody else includes its headers, and its own headers
# show none of them.
set -eu
cd "$MEDFIN_SOURCE"

headers='arpa/|dirent|dlfcn|errno|fcntl|fnmatch|ftw|getopt|glob|grp|langinfo|libgen|locale|net/|netdb|netinet/|poll'
headers="$headers|pthread|pwd|regex|sched|semaphore|signal|spawn|sys/|syslog|termios|threads|time|unistd|utime|wordexp"
headers="$headers|windows"
# What C's own headers declare as well, of C or of POSIX.
calls='fopen|freopen|fdopen|fileno|tmpfile|tmpnam|tempnam|mkstemp|mkdtemp|realpath|rename|remove|popen|system|_Exit'
calls="$calls|setenv|unsetenv|putenv|strerror|perror|strndup"
# What is declared by a header that is refused: a prototype of one's own does not help either.
calls="$calls|_exit|fork|isatty"
# How these order what is equal, and which of it they find, each platform's does its own way: base/sort.h.
calls="$calls|qsort|bsearch"

# Whether any source outside the room, but for the line $3, has the pattern; says where.
found=0
refuse() {
    if grep -rnE "$1" src include --include='*.[ch]' | grep -vE "^src/system/${3:+|^$3$}"; then
        echo "$2"
        found=1
    fi
}

# getopt.h reads the words that the program was given and asks the system nothing.
refuse "^[[:space:]]*#[[:space:]]*include[[:space:]]*<($headers)" "an operating system's header outside src/system" \
    'src/cli/options\.c:[0-9]+:#include <getopt\.h>'
refuse "(^|[^_[:alnum:].>\"])($calls)\\(" "an operating system's function outside src/system"
refuse '(^|[^_[:alnum:]])environ([^_[:alnum:]]|$)' "the environment outside src/system"
# Which platform it is, CMake chooses by folders. What stands in for a library is that library.
refuse '^[[:space:]]*#[[:space:]]*(el)?if.*(_WIN|__wasi|__wasm|__linux|__unix|__APPLE|_MSC_VER|__MINGW)' \
    "a platform asked for outside src/system"
# The catalogue's look-up is a library's, and stands in one place.
refuse_catalogue=$(grep -rlE 'include[[:space:]]*<libintl' src include | grep -vE '^src/(system/|base/language\.c$)' || true)
if [ -n "$refuse_catalogue" ]; then
    echo "$refuse_catalogue: gettext outside base/language.c"
    found=1
fi
exit $found
