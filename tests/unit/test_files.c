/* What the room of the operating system promises of files. */

#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <medfin/system/file_identity.h>
#include <medfin/system/file_kind.h>
#include <medfin/system/file_write.h>
#include <medfin/system/reason.h>

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

/* The group is another than ours where we may give a file away: as root. A file that others run with the rights of its
   owner loses that by being written. */
static void a_file_keeps_its_permissions_and_a_link_its_place(void **state)
{
    (void)state;
    struct stat status;
    gid_t group = geteuid() == 0 ? getegid() + 1 : getegid();
    assert_int_equal(file_write("file", "old", 3), 0);
    assert_int_equal(chown("file", (uid_t)-1, group), 0);
    assert_int_equal(chmod("file", 06751), 0);
    assert_int_equal(symlink("file", "link"), 0);
    assert_int_equal(file_write("link", "new", 3), 0);
    assert_content("file", "new");
    assert_int_equal(lstat("link", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat("file", &status), 0);
    assert_int_equal(status.st_mode & 07777, 0751);
    assert_int_equal(status.st_gid, group);
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
    assert_link_refused("none", ENOLINK);
    assert_link_refused("none/file", ENOLINK);
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

/* What stands beside a file for a moment has to have a name too. */
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

/* As a shell opens what stands behind > and >>. */
static int open_standing(int flags)
{
    int descriptor = open("file", O_WRONLY | O_CREAT | flags, 0666);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, "log ", 4), 4);
    return descriptor;
}

static void assert_appended(const char *name, const char *answer, const char *content)
{
    struct file_identity before, after;
    assert_int_equal(file_identify("file", &before), 0);
    assert_int_equal(file_write_refusal(name), 0);
    assert_int_equal(file_write(name, answer, strlen(answer)), 0);
    assert_int_equal(file_identify("file", &after), 0);
    assert_true(file_identity_same(&before, &after));
    assert_content("file", content);
}

static void what_is_open_goes_on_where_it_stands(void **state)
{
    (void)state;
    char name[40], own[40], own_process[40];
    int descriptor = open_standing(O_TRUNC);
    snprintf(name, sizeof name, "/dev/fd/%d", descriptor);
    snprintf(own, sizeof own, "/proc/self/fd/%d", descriptor);
    snprintf(own_process, sizeof own_process, "/proc/%d/fd/%d", (int)getpid(), descriptor);
    assert_appended(name, "one ", "log one ");
    assert_appended(own, "two ", "log one two ");
    assert_appended(own_process, "three ", "log one two three ");
    assert_int_equal(symlink(name, "link"), 0);
    assert_appended("link", "four ", "log one two three four ");
    assert_int_equal(file_create(name, "five", 4), 0);
    assert_content("file", "log one two three four five");
    close(descriptor);
    assert_int_equal(file_write(name, "x", 1), ENOENT);
}

/* What another process has open, a child here, is at least not replaced. */
static void what_another_has_open_is_appended_to(void **state)
{
    (void)state;
    char name[60];
    int descriptor = open_standing(O_TRUNC);
    pid_t child = fork();
    if (child == 0) {
        pause();
        _exit(0);
    }
    snprintf(name, sizeof name, "/proc/%d/fd/%d", (int)child, descriptor);
    close(descriptor);
    assert_appended(name, "more", "log more");
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

static void what_is_open_for_reading_is_not_written(void **state)
{
    (void)state;
    char name[40];
    assert_int_equal(file_write("file", "old", 3), 0);
    int descriptor = open("file", O_RDONLY);
    snprintf(name, sizeof name, "/dev/fd/%d", descriptor);
    assert_int_equal(file_write_refusal(name), EBADF);
    assert_int_equal(file_write(name, "x", 1), EBADF);
    assert_content("file", "old");
    close(descriptor);
}

static bool is_one_target(const char *one, const char *other)
{
    struct file_identity first, second;
    assert_int_equal(file_identify_target(one, &first), 0);
    assert_int_equal(file_identify_target(other, &second), 0);
    return file_identity_same(&first, &second);
}

static void two_targets_are_one_file(void **state)
{
    (void)state;
    struct file_identity identity;
    char open_name[40];
    assert_int_equal(symlink(".", "link"), 0);
    assert_true(is_one_target("file", "./file"));
    assert_true(is_one_target("file", "link/./link/file"));
    assert_false(is_one_target("file", "other"));
    assert_int_equal(file_write("file", "x", 1), 0);
    assert_true(is_one_target("file", "link/file"));
    assert_false(is_one_target("file", "other"));
    assert_int_equal(link("file", "other"), 0);
    assert_true(is_one_target("file", "other"));
    int descriptor = open("other", O_WRONLY);
    snprintf(open_name, sizeof open_name, "/dev/fd/%d", descriptor);
    assert_true(is_one_target("file", open_name));
    close(descriptor);
    assert_int_equal(file_identify_target("none/file", &identity), ENOENT);
    assert_int_equal(file_identify_target("link/", &identity), EISDIR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(a_file_is_written_whole_or_left),
        FOLDER_TEST(a_file_keeps_its_permissions_and_a_link_its_place),
        FOLDER_TEST(a_link_that_leads_nowhere_is_not_replaced),
        FOLDER_TEST(a_file_is_made_once),
        FOLDER_TEST(a_file_is_made_where_nothing_stands),
        FOLDER_TEST(a_file_that_is_made_has_the_usual_permissions),
        FOLDER_TEST(a_name_may_be_as_long_as_the_system_allows),
        FOLDER_TEST(only_regular_files_are_read),
        FOLDER_TEST(a_file_that_shrinks_is_read_to_its_end),
        FOLDER_TEST(two_names_are_one_file),
        FOLDER_TEST(what_is_open_goes_on_where_it_stands),
        FOLDER_TEST(what_another_has_open_is_appended_to),
        FOLDER_TEST(what_is_open_for_reading_is_not_written),
        FOLDER_TEST(two_targets_are_one_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
