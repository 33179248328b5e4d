#include "unit.h"

#include <string.h>

#include <medfin/versions/canonical.h>
#include <medfin/versions/differences.h>
#include <medfin/versions/digest.h>
#include <medfin/versions/folder.h>
#include <medfin/versions/manifest_read.h>

/* The examples of FIPS 180-4, as NIST publishes them, and the empty text. */
static void digests_are_sha_256(void **state)
{
    static const struct {
        const char *text, *digest;
    } known[] = {
        { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_string_equal(digest_of(*state, known[i].text, strlen(known[i].text)), known[i].digest);
}

static void a_text_is_the_same_with_any_line_ends(void **state)
{
    static const struct {
        const char *text, *canonical;
    } known[] = {
        { "a\r\nb\r\n", "a\nb\n" },
        { "\xef\xbb\xbf"
          "a\n",
          "a\n" },
        { "a\rb\n", "a\rb\n" },
        { "\r\n\r\n", "\n\n" },
        { "a\r", "a\r" },
        { "", "" },
        { "\xef\xbb\xbf\xef\xbb\xbf", "\xef\xbb\xbf" },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t size = strlen(known[i].text);
        assert_string_equal(text_canonical(*state, known[i].text, &size), known[i].canonical);
        assert_int_equal(size, strlen(known[i].canonical));
    }
}

static void paths_are_seen_from_a_folder(void **state)
{
    static const struct {
        const char *folder, *path, *seen;
        bool leaves;
    } known[] = {
        { "", "project.ini", "project.ini", false },
        { "a/", "a/project.ini", "project.ini", false },
        { "a/", "./a//b/../project.ini", "project.ini", false },
        { "a/b/", "a/project.ini", "../project.ini", true },
        { "a/", "b/project.ini", "../b/project.ini", true },
        { "", "../project.ini", "../project.ini", true },
        { "../", "../project.ini", "project.ini", false },
        { "../x/", "project.ini", NULL, true },
        { "/a/", "project.ini", NULL, true },
        { "/a/", "/a/b/x.csv", "b/x.csv", false },
        { "/a/", "/x.csv", "../x.csv", true },
        { "", "/a/x.csv", "/a/x.csv", true },
        { "", "..x", "..x", false },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const char *seen = folder_sees(*state, known[i].folder, known[i].path);
        if (known[i].seen)
            assert_string_equal(seen, known[i].seen);
        else
            assert_null(seen);
        assert_int_equal(path_leaves(seen), known[i].leaves);
    }
    assert_string_equal(folder_of(*state, "a/b/c.manifest"), "a/b/");
    assert_string_equal(folder_of(*state, "c.manifest"), "");
    assert_string_equal(folder_of(*state, NULL), "");
}

static void add_stated(entry_list *entries, const char *file, const char *key, const char *value, struct arena *arena)
{
    entry_add(entries, PART_STATED, key, value, arena);
    entries->items[entries->count - 1].file = file;
}

static entry_list example(struct arena *arena)
{
    entry_list entries = { 0 };
    add_stated(&entries, "b [1] = x.ini", "cost.a.amount", "4 000 kr/month", arena);
    add_stated(&entries, "b [1] = x.ini", "note", "a = b \\ c\nd ] e", arena);
    add_stated(&entries, "a.ini", "odd = key\\]", "", arena);
    add_stated(&entries, "a.ini", "twice", "1", arena);
    add_stated(&entries, "a.ini", "twice", "2", arena);
    entry_add(&entries, PART_FIGURES, "total.cost.total", "-1.50", arena);
    entry_add(&entries, PART_NAMED, "0001", "a.ini", arena);
    entry_add(&entries, PART_FILES, "a.ini", "00 1", arena);
    entry_add(&entries, PART_FILES, "b [1] = x.ini", "01 1", arena);
    entry_add(&entries, PART_HEAD, "medfin", "1.2.3", arena);
    entry_add(&entries, PART_HEAD, "form", "1", arena);
    entries_sort(&entries, arena);
    return entries;
}

/* What is written is read as it was, whatever stands in it. */
static void a_manifest_is_read_as_it_was_written(void **state)
{
    struct diags *diags = diags_new(*state);
    const entry_list entries = example(*state);
    const char *text = manifest_text(&entries, "; about\n", *state);
    entry_list read = { 0 };
    assert_true(manifest_read(source_new(*state, "x", text, strlen(text), 0), &read, *state, diags));
    assert_int_equal(read.count, entries.count);
    for (int i = 0; i < read.count; i++) {
        assert_int_equal(entry_compare(&read.items[i], &entries.items[i]), 0);
        assert_string_equal(read.items[i].value, entries.items[i].value);
    }
    assert_string_equal(manifest_head(&read, "medfin"), "1.2.3");
    assert_null(manifest_head(&read, "seed"));
    const struct differences none = differences_find(&read, &entries, *state);
    for (int part = 0; part < PARTS; part++)
        assert_int_equal(none.of[part].count, 0);
    assert_int_equal(none.counts[PART_STATED], 5);
}

/* Any byte that is another one breaks the seal, or what stands behind it; line ends as a program saves them do not. */
static void no_byte_can_be_changed(void **state)
{
    const entry_list entries = example(*state);
    const char *text = manifest_text(&entries, "; about\n", *state);
    const size_t size = strlen(text);
    for (size_t i = 0; i < size; i++) {
        char *changed = arena_copy(*state, text, size);
        changed[i] = changed[i] == 'z' ? 'y' : 'z';
        entry_list read = { 0 };
        assert_false(manifest_read(source_new(*state, "x", changed, size, 0), &read, *state, diags_new(*state)));
    }
}

static void differences_are_told_part_by_part(void **state)
{
    const entry_list then = example(*state);
    entry_list now = { 0 };
    for (int i = 0; i < then.count; i++)
        *list_add(&now, *state) = then.items[i];
    for (int i = 0; i < now.count; i++) {
        struct manifest_entry *entry = &now.items[i];
        if (entry->part == PART_FIGURES || (entry->part == PART_STATED && strcmp(entry->key, "cost.a.amount") == 0))
            entry->value = "another";
        if (entry->part == PART_FILES && strcmp(entry->key, "a.ini") == 0)
            entry->key = "0.ini";
    }
    entry_add(&now, PART_FIGURES, "total.new", "1.00", *state);
    entries_sort(&now, *state);
    const struct differences found = differences_find(&then, &now, *state);
    /* One file went and one came; what was stated in the one that went is not told besides; a figure that only the new
       version has is none. */
    assert_int_equal(found.of[PART_FILES].count, 2);
    assert_int_equal(found.of[PART_FIGURES].count, 1);
    assert_int_equal(found.of[PART_STATED].count, 1);
    assert_string_equal(found.of[PART_STATED].items[0].decided->value, "4 000 kr/month");
    assert_string_equal(found.of[PART_STATED].items[0].now->value, "another");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(digests_are_sha_256),          ARENA_TEST(a_text_is_the_same_with_any_line_ends),
        ARENA_TEST(paths_are_seen_from_a_folder), ARENA_TEST(a_manifest_is_read_as_it_was_written),
        ARENA_TEST(no_byte_can_be_changed),       ARENA_TEST(differences_are_told_part_by_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
