#include <medfin/system/process_end.h>

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "../unix/descriptor.h"

_Noreturn void process_end_now(const char *message, int status, int unheard)
{
    _exit(descriptor_write(STDERR_FILENO, message, strlen(message)) ? status : unheard);
}

/* A handler is told nothing but its signal, so that what it says must lie here. Set once, at the start. */
static volatile sig_atomic_t abort_status;

static void on_abort(int signal)
{
    (void)signal;
    _exit(abort_status);
}

/* Who started us may have had no wish to hear of its children; we wait for ours. */
void process_begin(int status)
{
    abort_status = status;
    signal(SIGABRT, on_abort);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGCHLD, SIG_DFL);
}
