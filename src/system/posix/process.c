#define _GNU_SOURCE /* MAP_ANONYMOUS */

#include <medfin/system/process.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unix/descriptor.h"
#include "again.h"

extern char **environ;

/* The files of one run, open and nameless. */
enum { INPUT, OUTPUT, ERRORS, SIDE, FILE_COUNT };

/* Where the program finds each of them. */
static const int placed[FILE_COUNT] = { STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO, 3 };
const char process_side_path[] = "/dev/fd/3";

/* Opens one beyond the descriptors that the program gets: 0, or the system's reason. */
static int open_nameless(int *opened)
{
    FILE *file;
    while (!(file = tmpfile()))
        if (errno != EINTR)
            return errno;
    *opened = fcntl(fileno(file), F_DUPFD_CLOEXEC, FILE_COUNT);
    int reason = *opened < 0 ? errno : 0;
    fclose(file);
    return reason;
}

static bool fill(int file, const void *bytes, size_t size)
{
    return !size || (descriptor_write(file, bytes, size) && lseek(file, 0, SEEK_SET) == 0);
}

static void close_files(const int *files)
{
    for (int i = 0; i < FILE_COUNT; i++)
        if (files[i] >= 0)
            close(files[i]);
}

/* 0, or the system's reason. */
static int open_files(int *files, const struct process *process)
{
    int reason = 0;
    for (int i = 0; i < FILE_COUNT; i++)
        files[i] = -1;
    for (int i = 0; i < FILE_COUNT && !reason; i++)
        reason = open_nameless(&files[i]);
    size_t input_size = process->input ? strlen(process->input) : 0;
    bool is_filled = !reason && fill(files[INPUT], process->input, input_size) &&
                     fill(files[SIDE], process->side, process->side_size);
    if (!reason && !is_filled)
        reason = errno;
    if (reason)
        close_files(files);
    return reason;
}

/* All of it from its beginning, a NUL behind it; 0, or the system's reason. */
static int read_whole(int file, char **bytes, size_t *size)
{
    struct stat status;
    if (fstat(file, &status) != 0 || lseek(file, 0, SEEK_SET) != 0)
        return errno;
    *bytes = malloc((size_t)status.st_size + 1);
    if (!*bytes)
        return ENOMEM;
    long got = descriptor_read(file, *bytes, (size_t)status.st_size);
    if (got < 0)
        return errno;
    *size = (size_t)got;
    (*bytes)[got] = '\0';
    return 0;
}

/* Ours, and the variable unless ours has its name. An array for the caller to free; NULL without memory. */
static const char **environment(const char *variable)
{
    int count = 0;
    while (environ[count])
        count++;
    const char **all = calloc((size_t)count + 2, sizeof *all);
    if (!all)
        return NULL;
    const size_t name_size = variable ? strcspn(variable, "=") + 1 : 0;
    bool is_missing = variable != NULL;
    for (int i = 0; i < count; i++) {
        all[i] = environ[i];
        is_missing = is_missing && strncmp(environ[i], variable, name_size) != 0;
    }
    if (is_missing)
        all[count] = variable;
    return all;
}

/* Each file of that name in the folders of PATH in turn, with errno set if none runs. Not execvp: what is no program it
   would give to a shell. */
static void run_found(const char *name, const struct process *process, const char **variables)
{
    char path[PATH_MAX];
    const char *folder = getenv("PATH");
    int reason = ENOENT;
    while (folder && reason != ENOEXEC) {
        int size = (int)strcspn(folder, ":");
        int needed = snprintf(path, sizeof path, "%.*s%s%s", size, folder, size ? "/" : "", name);
        /* Neither is written to; only the type does not say so. */
        if (needed < (int)sizeof path)
            execve(path, (char *const *)process->words, (char *const *)variables);
        reason = errno == ENOENT || errno == ENOTDIR ? reason : errno;
        folder = folder[size] ? folder + size + 1 : NULL;
    }
    errno = reason;
}

/* In the child: becomes the program, which ends when we do, whatever ends us; else says why not. */
static _Noreturn void become(const struct process *process, const char **variables, const int *files, pid_t parent,
                             int *reason)
{
    bool is_placed = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
    for (int i = 0; i < FILE_COUNT && is_placed; i++)
        is_placed = dup2(files[i], placed[i]) >= 0;
    if (is_placed)
        run_found(process->words[0], process, variables);
    *reason = errno;
    _exit(EXIT_FAILURE);
}

/* The program's wait status; −1 with the system's reason if there is none. `shared` is the child's and ours. */
static int start_and_wait(const struct process *process, const char **variables, const int *files, int *shared)
{
    pid_t parent = getpid(), child = fork();
    if (child == 0)
        become(process, variables, files, parent, shared);
    int status = child < 0 ? -1 : child_wait(child);
    if (status < 0)
        *shared = errno;
    return *shared ? -1 : status;
}

static int spawn_and_wait(const struct process *process, const char **variables, const int *files, int *reason)
{
    int *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) {
        *reason = errno;
        return -1;
    }
    int status = start_and_wait(process, variables, files, shared);
    *reason = *shared;
    munmap(shared, sizeof *shared);
    return status;
}

static struct process_answer refused(int reason)
{
    return (struct process_answer){ .end = PROCESS_REFUSED, .reason = reason };
}

/* What it complained of explains a failure, and is missed by nobody who cannot have it. */
static struct process_answer answer_of(int status, const int *files)
{
    struct process_answer answer = { .end = status == 0 ? PROCESS_DONE : PROCESS_FAILED };
    if (status == 0)
        answer.reason = read_whole(files[OUTPUT], &answer.output, &answer.output_size);
    if (answer.reason)
        answer.end = PROCESS_REFUSED;
    read_whole(files[ERRORS], &answer.errors, &answer.errors_size);
    return answer;
}

static struct process_answer run(const struct process *process, const int *files)
{
    const char **variables = environment(process->variable);
    if (!variables)
        return refused(ENOMEM);
    int reason, status = spawn_and_wait(process, variables, files, &reason);
    free(variables);
    if (status == -1)
        return reason == ENOENT ? (struct process_answer){ .end = PROCESS_ABSENT } : refused(reason);
    return answer_of(status, files);
}

struct process_answer process_run(const struct process *process)
{
    int files[FILE_COUNT], reason = open_files(files, process);
    if (reason)
        return refused(reason);
    struct process_answer answer = run(process, files);
    close_files(files);
    return answer;
}

void process_answer_free(struct process_answer *answer)
{
    free(answer->output);
    free(answer->errors);
    *answer = (struct process_answer){ 0 };
}
