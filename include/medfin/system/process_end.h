#ifndef MEDFIN_SYSTEM_PROCESS_END_H
#define MEDFIN_SYSTEM_PROCESS_END_H

/* How the program ends when it cannot go on. */

/* At once, with nothing flushed or freed, after the message on standard error: for when there is no memory left.
   The status is `unheard` if not even the message could be written. */
_Noreturn void process_end_now(const char *message, int status, int unheard);

/* From now on a failed assertion ends the program with that status, and a file that may not grow larger is refused to
   whoever writes it. Called once, at the start. */
void process_begin(int abort_status);

#endif
