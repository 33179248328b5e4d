#include <medfin/system/terminal.h>

#include <stdlib.h>
#include <wchar.h>

#include "error.h"
#include "handle.h"
#include "wide.h"

static HANDLE output(void)
{
    return GetStdHandle(STD_OUTPUT_HANDLE);
}

static HANDLE errors(void)
{
    return GetStdHandle(STD_ERROR_HANDLE);
}

static bool is_console(HANDLE handle)
{
    DWORD mode;
    return GetConsoleMode(handle, &mode);
}

bool output_is_terminal(void)
{
    return is_console(output());
}

bool errors_are_terminal(void)
{
    return is_console(errors());
}

/* Consoles before Windows 10 show the signs of colours as they stand. */
bool output_shows_colors(void)
{
    DWORD mode;
    return GetConsoleMode(output(), &mode) && SetConsoleMode(output(), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

bool output_columns(int *columns)
{
    CONSOLE_SCREEN_BUFFER_INFO screen;
    if (!GetConsoleScreenBufferInfo(output(), &screen))
        return false;
    *columns = screen.srWindow.Right - screen.srWindow.Left + 1;
    return true;
}

/* As characters, whichever code page the console has, which stays the user's. */
static int console_write(HANDLE console, const char *bytes, size_t size)
{
    enum { MOST_AT_ONCE = 8192 }; /* an older console takes 64 KiB */
    size_t left;
    wchar_t *wide = wide_bytes(bytes, size, &left);
    int reason = wide ? 0 : reason_of(ERROR_OUTOFMEMORY);
    for (const wchar_t *at = wide; left && !reason;) {
        DWORD written, most = left < MOST_AT_ONCE ? (DWORD)left : MOST_AT_ONCE;
        if (most < left && IS_HIGH_SURROGATE(at[most - 1]))
            most--;
        if (!WriteConsoleW(console, at, most, &written, NULL) || !written)
            reason = reason_last();
        at += written;
        left -= written;
    }
    free(wide);
    return reason;
}

static int write_to(HANDLE handle, const char *bytes, size_t size)
{
    return is_console(handle) ? console_write(handle, bytes, size) : handle_write(handle, bytes, size);
}

int output_write(const char *bytes, size_t size)
{
    return write_to(output(), bytes, size);
}

void errors_write(const char *bytes, size_t size)
{
    write_to(errors(), bytes, size);
}
