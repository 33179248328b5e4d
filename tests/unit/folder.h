#ifndef MEDFIN_TESTS_UNIT_FOLDER_H
#define MEDFIN_TESTS_UNIT_FOLDER_H

/* A test that runs in a folder of its own, which it leaves empty: nothing half stands beside what was written. */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <medfin/system/file_read.h>

#include "unit.h"

static inline int folder_setup(void **state)
{
    static char names[] = "/tmp/medfin-system-XXXXXX";
    char *folder = malloc(sizeof names);
    memcpy(folder, names, sizeof names);
    *state = mkdtemp(folder);
    return *state && chdir(folder) == 0 ? 0 : -1;
}

/* The folder must be empty but for these. */
static inline int folder_teardown(void **state)
{
    static const char *const names[] = { "file", "link", "other", "pipe" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove(names[i]);
    bool removed = chdir("/") == 0 && rmdir(*state) == 0;
    free(*state);
    return removed ? 0 : -1;
}

#define FOLDER_TEST(function) cmocka_unit_test_setup_teardown(function, folder_setup, folder_teardown)

static inline void assert_content(const char *path, const char *content)
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

#endif
