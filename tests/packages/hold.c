/* usage: hold FILE
   Has it open as Excel has: others may read it. Says so, and lets go of it when its input ends. */

#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **words)
{
    HANDLE file =
        count == 2 ? CreateFileW(words[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL)
                   : INVALID_HANDLE_VALUE;
    puts(file == INVALID_HANDLE_VALUE ? "refused" : "held");
    fflush(stdout);
    getchar();
    return file == INVALID_HANDLE_VALUE;
}
