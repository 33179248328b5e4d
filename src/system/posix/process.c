#include <medfin/system/process.h>

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "descriptor.h"

extern char **environ;

/* The files of one run, open and nameless. */
enum { INPUT, OUTPUT, ERRORS, SIDE, FILE_COUNT };

/* Where the program finds each of them. */
static const int placed[FILE_COUNT] = { STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO, 3 };
const char process_side_path[] = "/dev/fd/3";

/* Opens one beyond the descriptors that the program gets: 0, or the system's reason. */
static int open_nameless(int *opened)
{
    FILE *file = tmpfile();
    if (!file)
        return errno;
    *opened = fcntl(fileno(file), F_DUPFD_CLOEXEC, FILE_COUNT);
    int reason = *opened < 0 ? errno : 0;
    fclose(file);
    return reason;
}

static bool fill(int file, const char *text)
{
    return !text || (descriptor_write(file, text, strlen(text)) && lseek(file, 0, SEEK_SET) == 0);
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
    if (!reason && !(fill(files[INPUT], process->input) && fill(files[SIDE], process->side)))
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

/* Starts the program with its files in their places, or not at all: 0, or the system's reason. */
static int spawn(pid_t *child, const struct process *process, const char **variables, const int *files)
{
    posix_spawn_file_actions_t actions;
    int reason = posix_spawn_file_actions_init(&actions);
    if (reason)
        return reason;
    for (int i = 0; i < FILE_COUNT && !reason; i++)
        reason = posix_spawn_file_actions_adddup2(&actions, files[i], placed[i]);
    /* Neither is written to; only the type does not say so. */
    if (!reason)
        reason = posix_spawnp(child, process->words[0], &actions, NULL, (char *const *)process->words,
                              (char *const *)variables);
    posix_spawn_file_actions_destroy(&actions);
    return reason;
}

/* The program's wait status; −1 with the system's reason if there is none. */
static int spawn_and_wait(const struct process *process, const char **variables, const int *files, int *reason)
{
    pid_t child;
    int status = -1;
    *reason = spawn(&child, process, variables, files);
    if (*reason)
        return -1;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) {
            *reason = errno;
            return -1;
        }
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
