/* What becomes of a file where the system refuses, interrupts or ends the writing of it: it is the old one or the new
   one, and nothing stands beside it. The calls that refuse are in the place of the system's. */

#define _GNU_SOURCE /* O_TMPFILE, syscall */

#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <medfin/system/file_kind.h>
#include <medfin/system/file_write.h>
#include <medfin/system/process.h>
#include <medfin/system/reason.h>

/* What is refused, with which reason; 0: nothing. */
static struct {
    int nameless; /* files without a name */
    int linking_nameless;
    int naming_free; /* giving a name only if it is free */
    int owning;
    int child;
    int syncing_file;
    int syncing_folder;
} refusal;

static bool is_interrupted; /* every other call is */
static int signal_at_sync;  /* sent to us */
static int signal_at_rename;
static int signal_at_wait;
static int synced_files, synced_folders; /* how many were */
static char at_sync[20];                 /* what stood in "file" when the new one was synced */

static bool interrupt(void)
{
    static bool now;
    now = is_interrupted && !now;
    errno = now ? EINTR : errno;
    return now;
}

static int refuse(int reason)
{
    errno = reason;
    return -1;
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(more, mode_t) : 0;
    va_end(more);
    if (interrupt())
        return -1;
    if (refusal.nameless && (flags & O_TMPFILE) == O_TMPFILE)
        return refuse(refusal.nameless);
    return (int)syscall(SYS_openat, folder, path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t size)
{
    return interrupt() ? -1 : syscall(SYS_write, file, bytes, size > 3 ? 3 : size);
}

int linkat(int from, const char *path, int to, const char *name, int flags)
{
    if (refusal.linking_nameless)
        return refuse(refusal.linking_nameless);
    return (int)syscall(SYS_linkat, from, path, to, name, flags);
}

int renameat2(int from, const char *path, int to, const char *name, unsigned flags)
{
    if (flags && refusal.naming_free)
        return refuse(refusal.naming_free);
    return (int)syscall(SYS_renameat2, from, path, to, name, flags);
}

int renameat(int from, const char *path, int to, const char *name)
{
    if (signal_at_rename)
        raise(signal_at_rename);
    return (int)syscall(SYS_renameat2, from, path, to, name, 0);
}

int fchown(int file, uid_t owner, gid_t group)
{
    return refusal.owning ? refuse(refusal.owning) : (int)syscall(SYS_fchown, file, owner, group);
}

pid_t fork(void)
{
    return refusal.child ? refuse(refusal.child) : (pid_t)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
}

pid_t waitpid(pid_t child, int *status, int options)
{
    if (signal_at_wait)
        raise(signal_at_wait);
    return interrupt() ? -1 : (pid_t)syscall(SYS_wait4, child, status, options, NULL);
}

int fsync(int file)
{
    struct stat status;
    if (interrupt())
        return -1;
    assert_int_equal(fstat(file, &status), 0);
    bool is_folder = S_ISDIR(status.st_mode);
    int reason = is_folder ? refusal.syncing_folder : refusal.syncing_file;
    *(is_folder ? &synced_folders : &synced_files) += 1;
    FILE *standing = is_folder ? NULL : fopen("file", "r");
    if (standing) {
        at_sync[fread(at_sync, 1, sizeof at_sync - 1, standing)] = '\0';
        fclose(standing);
    }
    if (signal_at_sync)
        raise(signal_at_sync);
    return reason ? refuse(reason) : (int)syscall(SYS_fsync, file);
}

static int faults_setup(void **state)
{
    memset(&refusal, 0, sizeof refusal);
    memset(at_sync, 0, sizeof at_sync);
    is_interrupted = false;
    signal_at_sync = signal_at_rename = signal_at_wait = synced_files = synced_folders = 0;
    return folder_setup(state);
}

#define FAULT_TEST(function) cmocka_unit_test_setup_teardown(function, faults_setup, folder_teardown)

static void write_both(void)
{
    assert_int_equal(file_write("file", "first", 5), 0);
    assert_content("file", "first");
    assert_int_equal(file_write("file", "second", 6), 0);
    assert_content("file", "second");
}

static void make_once(void)
{
    assert_int_equal(file_create("file", "first", 5), 0);
    assert_true(reason_is_presence(file_create("file", "second", 6)));
    assert_content("file", "first");
}

/* A file is synced before it gets its name, and the folder when it has it. */
static void what_is_written_survives_a_crash(void **state)
{
    (void)state;
    assert_int_equal(file_write("file", "first", 5), 0);
    assert_string_equal(at_sync, "");
    assert_int_equal(synced_files, 1);
    assert_int_equal(synced_folders, 1);
    assert_int_equal(file_write("file", "second", 6), 0);
    assert_string_equal(at_sync, "first");
    assert_int_equal(synced_files, 2);
    assert_int_equal(synced_folders, 2);
    assert_int_equal(file_create("other", "x", 1), 0);
    assert_int_equal(synced_files, 3);
    assert_int_equal(synced_folders, 3);
}

static void what_could_not_be_synced_is_not_taken(void **state)
{
    (void)state;
    assert_int_equal(file_write("file", "old", 3), 0);
    refusal.syncing_file = EIO;
    assert_int_equal(file_write("file", "new", 3), EIO);
    assert_int_equal(file_write("other", "new", 3), EIO);
    assert_int_equal(file_create("other", "new", 3), EIO);
    assert_content("file", "old");
    assert_int_equal(file_kind("other"), FILE_NONE);
}

/* The file stands whole, and cannot be taken back. */
static void a_folder_that_could_not_be_synced_has_the_file(void **state)
{
    (void)state;
    refusal.syncing_folder = EIO;
    write_both();
}

static void a_file_is_written_where_none_is_nameless(void **state)
{
    (void)state;
    refusal.nameless = EOPNOTSUPP;
    write_both();
    remove("file");
    make_once();
}

static void a_file_is_written_where_no_nameless_one_is_linked(void **state)
{
    (void)state;
    refusal.linking_nameless = ENOENT;
    write_both();
    remove("file");
    make_once();
}

static void a_file_is_made_once_where_no_name_is_given_if_free(void **state)
{
    (void)state;
    refusal.nameless = EOPNOTSUPP;
    refusal.naming_free = EINVAL;
    make_once();
    remove("file");
    refusal.naming_free = EACCES;
    assert_int_equal(file_create("file", "x", 1), EACCES);
}

static void a_file_is_written_where_no_child_can_be_had(void **state)
{
    (void)state;
    refusal.child = EAGAIN;
    write_both();
}

/* 0674 of a group that we cannot give: ours may do what everybody may. */
static void a_group_that_cannot_be_kept_lends_nobody_its_rights(void **state)
{
    (void)state;
    struct stat status;
    assert_int_equal(file_write("file", "old", 3), 0);
    assert_int_equal(chmod("file", 0674), 0);
    refusal.owning = EPERM;
    assert_int_equal(file_write("file", "new", 3), 0);
    assert_int_equal(stat("file", &status), 0);
    assert_int_equal(status.st_mode & 07777, 0644);
}

static void interruptions_are_no_errors(void **state)
{
    (void)state;
    static const char *const words[] = { "sh", "-c", "cat", NULL };
    is_interrupted = true;
    write_both();
    assert_int_equal(file_create("other", "made", 4), 0);
    assert_content("other", "made");
    struct process_answer answer = process_run(&(struct process){ .words = words, .input = "heard" });
    assert_int_equal(answer.end, PROCESS_DONE);
    assert_string_equal(answer.output, "heard");
    process_answer_free(&answer);
}

/* How a child of ours ends that writes; all of its own children have ended then too. */
static int status_of_writer(int (*write_it)(void))
{
    int ends[2], status;
    char nothing;
    assert_int_equal(pipe(ends), 0);
    pid_t child = (pid_t)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    if (child == 0)
        _exit(write_it());
    close(ends[1]);
    assert_int_equal(syscall(SYS_wait4, child, &status, 0, NULL), child);
    assert_int_equal(read(ends[0], &nothing, 1), 0);
    close(ends[0]);
    return status;
}

static int write_new(void)
{
    return file_write("file", "new", 3);
}

/* Signals wait until it is written; the writer then ends of them. */
static void a_signal_finds_the_file_whole(void **state)
{
    (void)state;
    static const int ending[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        for (int named = 0; named < 2; named++) {
            refusal.nameless = named ? EOPNOTSUPP : 0;
            signal_at_sync = 0;
            assert_int_equal(file_write("file", "old", 3), 0);
            signal_at_sync = ending[i];
            int status = status_of_writer(write_new);
            assert_true(WIFSIGNALED(status));
            assert_int_equal(WTERMSIG(status), ending[i]);
            assert_content("file", "new");
        }
}

/* Killed before it has a name, a file leaves nothing. */
static void a_kill_before_the_name_leaves_the_old_file(void **state)
{
    (void)state;
    assert_int_equal(file_write("file", "old", 3), 0);
    signal_at_sync = SIGKILL;
    assert_true(WIFSIGNALED(status_of_writer(write_new)));
    assert_content("file", "old");
}

/* Between its two names the child is killed, and we tidy up … */
static void a_child_that_is_killed_leaves_it_to_us(void **state)
{
    (void)state;
    assert_int_equal(file_write("file", "old", 3), 0);
    signal_at_rename = SIGKILL;
    assert_int_equal(file_write("file", "new", 3), ECANCELED);
    assert_content("file", "old");
}

/* … or we are, and the child does. */
static void a_writer_that_is_killed_leaves_it_to_the_child(void **state)
{
    (void)state;
    assert_int_equal(file_write("file", "old", 3), 0);
    signal_at_wait = SIGKILL;
    assert_true(WIFSIGNALED(status_of_writer(write_new)));
    assert_content("file", "new");
}

/* The system ends whoever writes more than is allowed, in the middle of it. */
static int write_too_much(void)
{
    const struct rlimit four_bytes = { 4, 4 };
    setrlimit(RLIMIT_FSIZE, &four_bytes);
    signal(SIGXFSZ, SIG_DFL);
    return file_create("other", "longer than that", 16) + file_write("file", "longer than that", 16);
}

static void a_file_is_never_made_half(void **state)
{
    (void)state;
    assert_int_equal(file_write("file", "old", 3), 0);
    assert_true(WIFSIGNALED(status_of_writer(write_too_much)));
    assert_content("file", "old");
    assert_int_equal(file_kind("other"), FILE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FAULT_TEST(what_is_written_survives_a_crash),
        FAULT_TEST(what_could_not_be_synced_is_not_taken),
        FAULT_TEST(a_folder_that_could_not_be_synced_has_the_file),
        FAULT_TEST(a_file_is_written_where_none_is_nameless),
        FAULT_TEST(a_file_is_written_where_no_nameless_one_is_linked),
        FAULT_TEST(a_file_is_made_once_where_no_name_is_given_if_free),
        FAULT_TEST(a_file_is_written_where_no_child_can_be_had),
        FAULT_TEST(a_group_that_cannot_be_kept_lends_nobody_its_rights),
        FAULT_TEST(interruptions_are_no_errors),
        FAULT_TEST(a_signal_finds_the_file_whole),
        FAULT_TEST(a_kill_before_the_name_leaves_the_old_file),
        FAULT_TEST(a_child_that_is_killed_leaves_it_to_us),
        FAULT_TEST(a_writer_that_is_killed_leaves_it_to_the_child),
        FAULT_TEST(a_file_is_never_made_half),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
