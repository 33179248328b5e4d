/* What the room of the operating system promises of processes, threads and itself. */

#include "unit.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <medfin/system/clock.h>
#include <medfin/system/file_kind.h>
#include <medfin/system/process.h>
#include <medfin/system/process_end.h>
#include <medfin/system/reason.h>
#include <medfin/system/thread.h>

/* What files and processes meet is told in words of our own, each in others, not in the system's. */
static void a_reason_is_told_in_own_words(void **state)
{
    (void)state;
    static const int met[] = { ENOENT, EACCES,       EPERM,     EISDIR,  ENOTDIR, ENOSPC, EDQUOT, EROFS,
                               ELOOP,  ENAMETOOLONG, EIO,       EBUSY,   ETXTBSY, EFBIG,  EMFILE, ENFILE,
                               ENOMEM, EPIPE,        EEXIST,    EINVAL,  ENXIO,   ENODEV, ESTALE, EAGAIN,
                               EBADF,  EINTR,        ETIMEDOUT, ENOEXEC, E2BIG };
    for (size_t i = 0; i < sizeof met / sizeof *met; i++) {
        assert_string_not_equal(reason_text(met[i]), strerror(met[i]));
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(reason_text(met[i]), reason_text(met[k]));
    }
    assert_string_equal(reason_text(EDOM), strerror(EDOM));
}

static struct process_answer run_shell(const char *script, const char *input, const char *side)
{
    const char *const words[] = { "sh", "-c", script, NULL };
    const struct process process = { words, input, side, side ? strlen(side) : 0, "MEDFIN_TEST_VARIABLE=usual" };
    return process_run(&process);
}

static void a_process_gets_and_gives_what_is_said(void **state)
{
    (void)state;
    struct process_answer answer =
        run_shell("cat; cat /dev/fd/3; echo $MEDFIN_TEST_VARIABLE; echo heard >&2", "input ", "side ");
    assert_int_equal(answer.end, PROCESS_DONE);
    assert_string_equal(answer.output, "input side usual\n");
    assert_int_equal(answer.output_size, strlen(answer.output));
    assert_string_equal(answer.errors, "heard\n");
    process_answer_free(&answer);
    assert_null(answer.output);
    assert_string_equal(process_side_path, "/dev/fd/3");
}

static void our_own_variable_stands(void **state)
{
    (void)state;
    assert_int_equal(setenv("MEDFIN_TEST_VARIABLE", "ours", 1), 0);
    struct process_answer answer = run_shell("echo $MEDFIN_TEST_VARIABLE", "", NULL);
    assert_string_equal(answer.output, "ours\n");
    process_answer_free(&answer);
    assert_int_equal(unsetenv("MEDFIN_TEST_VARIABLE"), 0);
}

static void a_process_fails_or_is_absent(void **state)
{
    (void)state;
    static const char *const absent[] = { "medfin-no-such-program", NULL };
    struct process_answer answer = run_shell("echo some; echo why >&2; exit 3", "", NULL);
    assert_int_equal(answer.end, PROCESS_FAILED);
    assert_string_equal(answer.errors, "why\n");
    process_answer_free(&answer);
    answer = run_shell("kill -9 $$", "", NULL);
    assert_int_equal(answer.end, PROCESS_FAILED);
    assert_int_equal(answer.errors_size, 0);
    process_answer_free(&answer);
    answer = process_run(&(struct process){ .words = absent, .input = "" });
    assert_int_equal(answer.end, PROCESS_ABSENT);
    process_answer_free(&answer);
}

/* The first reason is told, what had been opened is closed, and the next try is as good as the first. */
static void a_process_is_refused_for_want_of_files(void **state)
{
    (void)state;
    struct rlimit usual;
    int lowest = dup(STDIN_FILENO);
    assert_int_equal(close(lowest), 0);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &usual), 0);
    const struct rlimit few = { (rlim_t)lowest + 3, usual.rlim_max };
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
    struct process_answer answer = run_shell("echo", "", NULL);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &usual), 0);
    assert_int_equal(answer.end, PROCESS_REFUSED);
    assert_int_equal(answer.reason, EMFILE);
    int after = dup(STDIN_FILENO);
    assert_int_equal(close(after), 0);
    assert_int_equal(after, lowest);
}

/* More than a pipe holds, read only after all is written. */
static void a_process_answers_at_any_length(void **state)
{
    (void)state;
    enum { SIZE = 1000000 };
    char *input = malloc(SIZE + 1);
    memset(input, 'x', SIZE);
    input[SIZE] = '\0';
    struct process_answer answer = run_shell("cat", input, NULL);
    assert_int_equal(answer.output_size, SIZE);
    assert_string_equal(answer.output, input);
    process_answer_free(&answer);
    free(input);
}

struct count {
    struct lock *lock;
    long number;
};

static void count_up(void *context)
{
    struct count *count = context;
    for (int i = 0; i < 10000; i++) {
        lock_take(count->lock);
        count->number++;
        lock_leave(count->lock);
    }
}

static void a_lock_is_held_by_one_thread(void **state)
{
    (void)state;
    struct count count = { .lock = lock_new() };
    struct thread *threads[4];
    assert_non_null(count.lock);
    for (int i = 0; i < 4; i++)
        assert_non_null(threads[i] = thread_start(count_up, &count));
    for (int i = 0; i < 4; i++)
        thread_join(threads[i]);
    lock_free(count.lock);
    assert_int_equal(count.number, 40000);
    assert_true(processor_count() >= 1);
}

static void the_clock_goes_on(void **state)
{
    (void)state;
    double began = clock_seconds();
    assert_true(clock_seconds() >= began);
}

/* The exit status of a child that ends with a message, on a pipe or on an end of one that cannot be written to. */
static int status_of_end(bool is_heard, char *heard, size_t room)
{
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[is_heard], STDERR_FILENO);
        process_end_now("no memory\n", 3, 4);
    }
    close(ends[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    ssize_t got = read(ends[0], heard, room - 1);
    close(ends[0]);
    heard[got] = '\0';
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void the_end_says_whether_it_was_heard(void **state)
{
    (void)state;
    char heard[20];
    assert_int_equal(status_of_end(true, heard, sizeof heard), 3);
    assert_string_equal(heard, "no memory\n");
    assert_int_equal(status_of_end(false, heard, sizeof heard), 4);
    assert_string_equal(heard, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reason_is_told_in_own_words),
        cmocka_unit_test(a_process_gets_and_gives_what_is_said),
        cmocka_unit_test(our_own_variable_stands),
        cmocka_unit_test(a_process_fails_or_is_absent),
        cmocka_unit_test(a_process_is_refused_for_want_of_files),
        cmocka_unit_test(a_process_answers_at_any_length),
        cmocka_unit_test(a_lock_is_held_by_one_thread),
        cmocka_unit_test(the_clock_goes_on),
        cmocka_unit_test(the_end_says_whether_it_was_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
