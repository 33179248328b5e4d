#ifndef MEDFIN_SYSTEM_WIDE_H
#define MEDFIN_SYSTEM_WIDE_H

/* Windows's own texts are UTF-16, ours are UTF-8. */

#include <stdbool.h>
#include <stddef.h>
#include <windows.h>

/* For the caller to free; NULL without memory. */
wchar_t *wide_text(const char *text);
wchar_t *wide_bytes(const char *bytes, size_t size, size_t *length);
char *narrow_text(const wchar_t *wide);

/* A path as the system takes it however long it is: whole, and without its limit where it would be beyond it. For the
   caller to free; NULL without memory. */
wchar_t *wide_path(const char *path);

#endif
