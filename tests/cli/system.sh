#!/bin/sh
# Only the room `system` speaks with the operating system: nobody else includes its headers, and its own headers
# show none of them.
set -eu
cd "$MEDFIN_SOURCE"

headers='arpa/|dirent|dlfcn|errno|fcntl|fnmatch|ftw|glob|grp|langinfo|libgen|locale|net/|netdb|netinet/|poll|pthread'
headers="$headers|pwd|regex|sched|semaphore|signal|spawn|sys/|syslog|termios|threads|time|unistd|utime|wordexp|windows"
calls='environ|setenv|putenv|tmpfile|strerror|realpath|fileno|popen|system|_exit'

# Whether any source outside the room has the pattern; says where.
found=0
refuse() {
    if grep -rnE "$1" src include --include='*.[ch]' | grep -vE '^src/system/'; then
        echo "$2"
        found=1
    fi
}

refuse "^[[:space:]]*#[[:space:]]*include[[:space:]]*<($headers)" "an operating system's header outside src/system"
refuse "(^|[^_[:alnum:].>\"])($calls)\\(" "an operating system's function outside src/system"
# The catalogue's look-up is a library's, and stands in one place.
refuse_catalogue=$(grep -rlE 'include[[:space:]]*<libintl' src include | grep -vE '^src/(system/|base/language\.c$)' || true)
if [ -n "$refuse_catalogue" ]; then
    echo "$refuse_catalogue: gettext outside base/language.c"
    found=1
fi
exit $found
