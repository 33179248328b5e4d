/* What the room of the operating system promises, in a folder of the test's own. */

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <medfin/system/clock.h>
#include <medfin/system/file_identity.h>
#include <medfin/system/file_kind.h>
#include <medfin/system/file_read.h>
#include <medfin/system/file_write.h>
#include <medfin/system/process.h>
#include <medfin/system/process_end.h>
#include <medfin/system/program.h>
#include <medfin/system/reason.h>
#include <medfin/system/thread.h>

/* In the place of the system's, to be refused as by a file system that has no hard links. */
static int link_refusal;

int link(const char *from, const char *to)
{
    if (!link_refusal)
        return linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
    errno = link_refusal;
    return -1;
}

static int folder_setup(void **state)
{
    static char names[] = "/tmp/medfin-system-XXXXXX";
    char *folder = malloc(sizeof names);
    memcpy(folder, names, sizeof names);
    *state = mkdtemp(folder);
    return *state && chdir(folder) == 0 ? 0 : -1;
}

/* The folder must be empty but for these: nothing half is left beside what was written. */
static int folder_teardown(void **state)
{
    static const char *const names[] = { "file", "link", "other", "pipe" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove(names[i]);
    bool removed = chdir("/") == 0 && rmdir(*state) == 0;
    free(*state);
    return removed ? 0 : -1;
}

#define FOLDER_TEST(function) cmocka_unit_test_setup_teardown(function, folder_setup, folder_teardown)

static void assert_content(const char *path, const char *content)
{
    char bytes[100];
    struct open_file file;
    int reason = 0;
    assert_int_equal(file_open(path, sizeof bytes, &file, &reason), OPENED);
    assert_int_equal(file.size, strlen(content));
    assert_int_equal(file_read(&file, bytes), 0);
    assert_int_equal(file.size, strlen(content));
    assert_memory_equal(bytes, content, file.size);
}

static void a_file_is_written_whole_or_left(void **state)
{
    (void)state;
    assert_int_equal(file_write("file", "the first", 9), 0);
    assert_content("file", "the first");
    assert_int_equal(file_write("file", "", 0), 0);
    assert_content("file", "");
    assert_int_equal(file_write("none/file", "x", 1), ENOENT);
    assert_int_equal(file_write_refusal("none/file"), ENOENT);
    assert_int_not_equal(file_write(".", "x", 1), 0);
    assert_int_equal(file_write_refusal("."), file_write(".", "x", 1));
    assert_int_equal(file_write_refusal("file"), 0);
    assert_int_equal(file_write_refusal("other"), 0);
    assert_int_equal(file_kind("other"), FILE_NONE);
}

static void a_file_keeps_its_permissions_and_a_link_its_place(void **state)
{
    (void)state;
    struct stat status;
    assert_int_equal(file_write("file", "old", 3), 0);
    assert_int_equal(chmod("file", 0640), 0);
    assert_int_equal(symlink("file", "link"), 0);
    assert_int_equal(file_write("link", "new", 3), 0);
    assert_content("file", "new");
    assert_int_equal(lstat("link", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat("file", &status), 0);
    assert_int_equal(status.st_mode & 07777, 0640);
}

static void assert_link_refused(const char *target, int reason)
{
    char stays[100];
    assert_int_equal(symlink(target, "link"), 0);
    assert_int_equal(file_write_refusal("link"), reason);
    assert_int_equal(file_write("link", "x", 1), reason);
    assert_int_equal(readlink("link", stays, sizeof stays), strlen(target));
    assert_int_equal(remove("link"), 0);
}

static void a_link_that_leads_nowhere_is_not_replaced(void **state)
{
    (void)state;
    assert_link_refused("none", ENOENT);
    assert_link_refused("none/file", ENOENT);
    assert_link_refused("link", ELOOP);
    assert_int_equal(file_write("file", "x", 1), 0);
    assert_link_refused("file/below", ENOTDIR);
}

static void a_file_is_made_once(void **state)
{
    (void)state;
    assert_int_equal(file_create("file", "first", 5), 0);
    int reason = file_create("file", "second", 6);
    assert_true(reason_is_presence(reason));
    assert_true(strlen(reason_text(reason)) > 0);
    assert_content("file", "first");
}

/* For want of hard links too. */
static void a_file_is_made_once_without_links(void **state)
{
    link_refusal = EPERM;
    a_file_is_made_once(state);
    link_refusal = 0;
}

/* A link that leads nowhere is something. */
static void a_file_is_made_where_nothing_stands(void **state)
{
    (void)state;
    assert_int_equal(symlink("none", "link"), 0);
    assert_true(reason_is_presence(file_create("link", "x", 1)));
    assert_true(reason_is_presence(file_create(".", "x", 1)));
    assert_int_equal(file_create("none/file", "x", 1), ENOENT);
    assert_int_equal(file_create("", "x", 1), ENOENT);
}

static void a_file_that_is_made_has_the_usual_permissions(void **state)
{
    (void)state;
    struct stat status;
    mode_t mask = umask(027);
    assert_int_equal(file_create("file", "x", 1), 0);
    umask(mask);
    assert_int_equal(stat("file", &status), 0);
    assert_int_equal(status.st_mode & 07777, 0640);
    assert_int_equal(status.st_nlink, 1);
}

/* The system ends whoever writes more than is allowed, in the middle of it. */
static void a_file_is_never_made_half(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        const struct rlimit four_bytes = { 4, 4 };
        setrlimit(RLIMIT_FSIZE, &four_bytes);
        signal(SIGXFSZ, SIG_DFL);
        _exit(file_create("file", "longer than that", 16));
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(file_kind("file"), FILE_NONE);
    glob_t left;
    assert_int_equal(glob("file.*", 0, NULL, &left), 0);
    for (size_t i = 0; i < left.gl_pathc; i++)
        remove(left.gl_pathv[i]);
    globfree(&left);
}

/* What is filled beside a file has to have a name too. */
static void a_name_may_be_as_long_as_the_system_allows(void **state)
{
    (void)state;
    char name[NAME_MAX + 2];
    memset(name, 'x', sizeof name - 1);
    name[NAME_MAX + 1] = '\0';
    assert_int_equal(file_create(name, "made", 4), ENAMETOOLONG);
    assert_int_equal(file_write(name, "written", 7), ENAMETOOLONG);
    name[NAME_MAX] = '\0';
    assert_int_equal(file_create(name, "made", 4), 0);
    assert_content(name, "made");
    assert_int_equal(file_write(name, "written", 7), 0);
    assert_content(name, "written");
    assert_int_equal(remove(name), 0);
}

static void only_regular_files_are_read(void **state)
{
    (void)state;
    struct open_file file;
    int reason = 0;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_int_equal(file_write("file", "four", 4), 0);
    assert_int_equal(file_open("pipe", 100, &file, &reason), OPEN_NOT_REGULAR);
    assert_int_equal(file_open(".", 100, &file, &reason), OPEN_FOLDER);
    assert_int_equal(file_open("file", 3, &file, &reason), OPEN_LARGE);
    assert_int_equal(file_open("none", 100, &file, &reason), OPEN_REFUSED);
    assert_int_equal(reason, ENOENT);
    assert_int_equal(file_kind("pipe"), FILE_OTHER);
    assert_int_equal(file_kind("."), FILE_FOLDER);
    assert_int_equal(file_kind("file"), FILE_REGULAR);
}

static void a_file_that_shrinks_is_read_to_its_end(void **state)
{
    (void)state;
    struct open_file file;
    int reason;
    char bytes[4];
    assert_int_equal(file_write("file", "four", 4), 0);
    assert_int_equal(file_open("file", 4, &file, &reason), OPENED);
    assert_int_equal(truncate("file", 1), 0);
    assert_int_equal(file_read(&file, bytes), 0);
    assert_int_equal(file.size, 1);
}

static void two_names_are_one_file(void **state)
{
    (void)state;
    struct file_identity file, link, other;
    assert_int_equal(file_write("file", "same", 4), 0);
    assert_int_equal(file_write("other", "same", 4), 0);
    assert_int_equal(symlink("./file", "link"), 0);
    assert_int_equal(file_identify("file", &file), 0);
    assert_int_equal(file_identify("link", &link), 0);
    assert_int_equal(file_identify("other", &other), 0);
    assert_true(file_identity_same(&file, &link));
    assert_false(file_identity_same(&file, &other));
    assert_int_equal(file_identify("none", &file), ENOENT);
}

static struct process_answer run_shell(const char *script, const char *input, const char *side)
{
    const char *const words[] = { "sh", "-c", script, NULL };
    const struct process process = { words, input, side, "MEDFIN_TEST_VARIABLE=usual" };
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

static void the_program_and_the_clock_are_found(void **state)
{
    (void)state;
    char prefix[PROGRAM_PATH_ROOM];
    assert_true(program_prefix(prefix, sizeof prefix));
    assert_int_equal(file_kind(prefix), FILE_FOLDER);
    char program[PROGRAM_PATH_ROOM];
    size_t size = (size_t)readlink("/proc/self/exe", program, sizeof program);
    assert_true(program_prefix(prefix, size + 1));
    assert_false(program_prefix(prefix, size));
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
        FOLDER_TEST(a_file_is_written_whole_or_left),
        FOLDER_TEST(a_file_keeps_its_permissions_and_a_link_its_place),
        FOLDER_TEST(a_link_that_leads_nowhere_is_not_replaced),
        FOLDER_TEST(a_file_is_made_once),
        FOLDER_TEST(a_file_is_made_once_without_links),
        FOLDER_TEST(a_file_is_made_where_nothing_stands),
        FOLDER_TEST(a_file_that_is_made_has_the_usual_permissions),
        FOLDER_TEST(a_file_is_never_made_half),
        FOLDER_TEST(a_name_may_be_as_long_as_the_system_allows),
        FOLDER_TEST(only_regular_files_are_read),
        FOLDER_TEST(a_file_that_shrinks_is_read_to_its_end),
        FOLDER_TEST(two_names_are_one_file),
        cmocka_unit_test(a_process_gets_and_gives_what_is_said),
        cmocka_unit_test(our_own_variable_stands),
        cmocka_unit_test(a_process_fails_or_is_absent),
        cmocka_unit_test(a_process_is_refused_for_want_of_files),
        cmocka_unit_test(a_process_answers_at_any_length),
        cmocka_unit_test(a_lock_is_held_by_one_thread),
        cmocka_unit_test(the_program_and_the_clock_are_found),
        cmocka_unit_test(the_end_says_whether_it_was_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
