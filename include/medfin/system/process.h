#ifndef MEDFIN_SYSTEM_PROCESS_H
#define MEDFIN_SYSTEM_PROCESS_H

/* Another program, run to its end without a shell. What it reads and writes lies in files that have no name, so
   that nothing is left behind whatever ends us. */

#include <stddef.h>

struct process {
    const char *const *words; /* the program, found as a shell finds it, and its arguments; NULL behind them */
    const char *input;        /* what it reads, up to a NUL */
    const void *side;         /* what it finds besides, at process_side_path, … */
    size_t side_size;
    const char *variable; /* NAME=VALUE, which it gets beside our environment unless that has NAME */
};

/* What a program calls its side file, if an argument names it. */
extern const char process_side_path[];

enum process_end {
    PROCESS_DONE,
    PROCESS_FAILED, /* it says so in its exit status, or was ended */
    PROCESS_ABSENT, /* there is no such program */
    PROCESS_REFUSED /* by the system */
};

struct process_answer {
    enum process_end end;
    int reason;   /* the system's, of PROCESS_REFUSED */
    char *output; /* what it wrote, of PROCESS_DONE, with a NUL behind it … */
    size_t output_size;
    char *errors; /* … and to standard error, of PROCESS_FAILED too */
    size_t errors_size;
};

/* The answer's texts are the caller's until process_answer_free. */
struct process_answer process_run(const struct process *process);
void process_answer_free(struct process_answer *answer);

#endif
