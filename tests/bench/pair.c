/* Runs commands in turn, many times, and prints each one's median time from start to exit
   and how it compares with the first:  pair RUNS NAME COMMAND [NAME COMMAND …]
   A command is one word list, split at blanks; its output is thrown away. One that does not exit
   with 0 did not do its work: its time says nothing, and the whole fails and names it. */

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_COMMANDS = 8, MOST_WORDS = 32, MOST_RUNS = 1000 };

extern char **environ;

struct command {
    const char *name, *line;
    char *words[MOST_WORDS + 1];
    double seconds[MOST_RUNS];
};

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

static void fail(const struct command *command, const char *how, int number)
{
    fprintf(stderr, "%s %s %d: %s\n", command->name, how, number, command->line);
    exit(1);
}

static double run_once(const struct command *command)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    double start = now();
    pid_t child;
    int status, refused = posix_spawnp(&child, command->words[0], &actions, NULL, command->words, environ);
    if (refused)
        fail(command, "could not be started, error", refused);
    while (waitpid(child, &status, 0) < 0)
        assert(errno == EINTR);
    double seconds = now() - start;
    posix_spawn_file_actions_destroy(&actions);
    if (WIFSIGNALED(status))
        fail(command, "was ended by signal", WTERMSIG(status));
    if (WEXITSTATUS(status))
        fail(command, "exited with", WEXITSTATUS(status));
    return seconds;
}

static int by_size(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return a < b ? -1 : a > b;
}

int main(int argc, char **argv)
{
    static struct command commands[MOST_COMMANDS];
    int runs = argc > 1 ? atoi(argv[1]) : 0, count = (argc - 2) / 2;
    assert(runs > 0 && runs <= MOST_RUNS && count > 0 && count <= MOST_COMMANDS && argc % 2 == 0);
    for (int i = 0; i < count; i++) {
        commands[i].name = argv[2 + 2 * i];
        commands[i].line = strdup(argv[3 + 2 * i]);
        int words = 0;
        for (char *word = strtok(argv[3 + 2 * i], " "); word; word = strtok(NULL, " ")) {
            assert(words < MOST_WORDS);
            commands[i].words[words++] = word;
        }
    }
    for (int run = -1; run < runs; run++)
        for (int i = 0; i < count; i++) {
            double seconds = run_once(&commands[i]);
            commands[i].seconds[run < 0 ? 0 : run] = seconds;
        }
    double first = 0;
    for (int i = 0; i < count; i++) {
        qsort(commands[i].seconds, (size_t)runs, sizeof(double), by_size);
        double median = commands[i].seconds[runs / 2];
        first = i ? first : median;
        printf("%-28s %8.3f ms   %6.2f x %s\n", commands[i].name, median * 1e3, median / first, commands[0].name);
    }
    return 0;
}
