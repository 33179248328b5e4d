#include "wide.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

wchar_t *wide_bytes(const char *bytes, size_t size, size_t *length)
{
    int room = size ? MultiByteToWideChar(CP_UTF8, 0, bytes, (int)size, NULL, 0) : 0;
    wchar_t *wide = calloc((size_t)room + 1, sizeof *wide);
    if (wide && room)
        MultiByteToWideChar(CP_UTF8, 0, bytes, (int)size, wide, room);
    *length = (size_t)room;
    return wide;
}

wchar_t *wide_text(const char *text)
{
    size_t length;
    return wide_bytes(text, strlen(text), &length);
}

char *narrow_text(const wchar_t *wide)
{
    int size = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = calloc((size_t)size + 1, 1);
    if (text)
        WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, size, NULL, NULL);
    return text;
}

/* Beyond this a path is taken only whole and with a prefix; what is made in a folder needs room for a short name. */
enum { MOST_UNMARKED = MAX_PATH - 13 };

/* "\\?\C:\mapp\fil.ini" of "C:\mapp\fil.ini", and "\\?\UNC\server\share\fil.ini" of "\\server\share\fil.ini". */
static wchar_t *marked(const wchar_t *wide)
{
    static const wchar_t mark[] = L"\\\\?\\", remote[] = L"\\\\?\\UNC\\";
    DWORD size = GetFullPathNameW(wide, 0, NULL, NULL);
    wchar_t *whole = calloc(size + sizeof remote / sizeof *remote + 1, sizeof *whole);
    if (!whole || !GetFullPathNameW(wide, size, whole, NULL))
        return whole;
    if (wcsncmp(whole, mark, 4) == 0 || wcsncmp(whole, L"\\\\.\\", 4) == 0)
        return whole;
    bool is_remote = wcsncmp(whole, L"\\\\", 2) == 0;
    size_t skipped = is_remote ? 2 : 0, added = wcslen(is_remote ? remote : mark);
    wmemmove(whole + added, whole + skipped, wcslen(whole + skipped) + 1);
    wmemcpy(whole, is_remote ? remote : mark, added);
    return whole;
}

wchar_t *wide_path(const char *path)
{
    wchar_t *wide = wide_text(path), *whole = wide;
    if (wide && wcslen(wide) > MOST_UNMARKED) {
        whole = marked(wide);
        free(wide);
    }
    return whole;
}
