#include <medfin/system/process_end.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "handle.h"

_Noreturn void process_end_now(const char *message, int status, int unheard)
{
    _Exit(handle_write(GetStdHandle(STD_ERROR_HANDLE), message, strlen(message)) == 0 ? status : unheard);
}

/* A handler is told nothing but its signal, so that what it says must lie here. Set once, at the start. */
static volatile sig_atomic_t abort_status;

static void on_abort(int signal)
{
    (void)signal;
    _Exit(abort_status);
}

/* Nor does a window ask what to do about a drive without a disk. */
void process_begin(int status)
{
    abort_status = status;
    signal(SIGABRT, on_abort);
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX);
}
