#include "unit.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults.h"
#include <medfin/base/diag_text.h>
#include <medfin/read/files.h>
#include <medfin/read/setting.h>

#define COUNT(of) ((int)(sizeof(of) / sizeof *(of)))

struct reading {
    statement_list list;
    struct diags *diags;
    bool is_read;
};

static struct reading read_text(struct arena *arena, int layer, const char *text, size_t size)
{
    struct reading reading = { .diags = diags_new(arena) };
    reading.is_read = read_bytes("t", text, size, layer, &reading.list, arena, reading.diags);
    assert_int_equal(reading.is_read, diags_errors(reading.diags) == 0);
    return reading;
}

static const char *report(struct arena *arena, const struct reading *reading)
{
    return diags_text(reading->diags, LANGUAGE_SV, true, arena);
}

/* The report begins with that row at line:column, and says as many errors. */
static void assert_report(struct arena *arena, const struct reading *got, const char *at, enum diag_id id)
{
    const char *said = report(arena, got);
    const char *head = arena_text(arena, "%s: error: ", at);
    const char *end = strchr(said, '\n');
    bool fits = end && strncmp(said, head, strlen(head)) == 0;
    if (fits) {
        const char *sentence = arena_copy(arena, said + strlen(head), (size_t)(end - said) - strlen(head));
        fits = is_sentence(diag_rows[id].sentence, sentence);
    }
    if (!fits || diags_errors(got->diags) != 1)
        fail_msg("expected %s %s alone, got\n%s", at, diag_rows[id].name, said);
}

#define LAYER_1 "[scenario]\n"
#define LAYER_0 "[project]\n"

static void faults_have_their_place(void **state)
{
    static const struct {
        const char *text, *at;
        enum diag_id id;
    } cases[] = {
        { "title = a\n[project]\n", "t:1:1", DIAG_KEY_OUTSIDE },
        { LAYER_0 "[cost a\nnote = b\n", "t:2:1", DIAG_BRACKET_MISSING },
        { LAYER_0 "[cost a ; b]\n", "t:2:1", DIAG_BRACKET_MISSING },
        { LAYER_0 "[cost a] note = b\n", "t:2:10", DIAG_AFTER_BRACKET },
        { LAYER_0 "[ ]\n", "t:2:1", DIAG_SECTION_EMPTY },
        { LAYER_0 "[costt a]\nanything = 3\n", "t:2:2", DIAG_UNKNOWN_KIND },
        { LAYER_0 "[cost]\n", "t:2:2", DIAG_ID_MISSING },
        { LAYER_0 "[rules a]\n", "t:2:8", DIAG_ID_UNWANTED },
        { LAYER_0 "[cost a.b]\n", "t:2:8", DIAG_ID_CHARACTER },
        { LAYER_0 "[cost a b]\n", "t:2:8", DIAG_ID_CHARACTER },
        { LAYER_0 "= 3\n", "t:2:1", DIAG_KEY_EMPTY },
        { LAYER_0 "titeln = 3\n", "t:2:1", DIAG_UNKNOWN_KEY },
        { LAYER_0 "Titel = 3\n", "t:2:1", DIAG_UNKNOWN_KEY },
        { LAYER_0 "andel.2022-09 = 3 %\n", "t:2:1", DIAG_UNKNOWN_KEY },
        { LAYER_0 "share.2022-09 = 3 %\n", "t:2:1", DIAG_UNKNOWN_KEY },
        { LAYER_0 "title\n", "t:2:1", DIAG_NO_EQUALS },
        { LAYER_0 "title: a\n", "t:2:6", DIAG_COLON },
        { LAYER_0 "title: a = b\n", "t:2:6", DIAG_COLON },
        { LAYER_0 "# note\n", "t:2:1", DIAG_HASH },
        { LAYER_0 "  title = a\n", "t:2:3", DIAG_INDENTED },
        { LAYER_0 "title = a\n  b\n", "t:3:3", DIAG_INDENTED_KEY },
        { LAYER_0 "title = a\n\u00a0b\n", "t:3:2", DIAG_INDENTED_KEY },
        { LAYER_0 "note = a\n  [cost b]\n", "t:3:3", DIAG_INDENTED_LOOKS },
        { LAYER_0 "note = a\n  owner = b\n", "t:3:3", DIAG_INDENTED_LOOKS },
        { LAYER_0 "title =\n", "t:2:7", DIAG_VALUE_EMPTY },
        { LAYER_0 "title = ; note\n", "t:2:7", DIAG_VALUE_EMPTY },
        { LAYER_0 "opening_cash += 3 kr\n", "t:2:14", DIAG_OPERATION_IN_PROJECT },
        { LAYER_0 "opening_cash = none\n", "t:2:16", DIAG_NONE_IN_PROJECT },
        { LAYER_0 "[scenario]\n", "t:2:1", DIAG_SCENARIO_IN_PROJECT },
        { "[cost a]\n", "t:1:1", DIAG_FILE_KIND },
        { "; nothing\n", "t:1:1", DIAG_FILE_EMPTY },
        { "", "t:1:1", DIAG_FILE_EMPTY },
        { LAYER_0 "title = a\rowner = b\r", "t:2:10", DIAG_LONE_CR },
        { LAYER_0 "title = \xe5r\n", "t:2:9", DIAG_FILE_CODE },
        { LAYER_0 "title = \xed\xa0\x80\n", "t:2:9", DIAG_NOT_UTF8 },
        { LAYER_0 "title = \033[31m\n", "t:2:9", DIAG_CONTROL_CHARACTER },
        { LAYER_0 "[tariff a]\nclasses = 0-5: 1 kr ; a\n   6-: 2 krr\n", "t:4:10", DIAG_UNIT_UNKNOWN },
        { LAYER_0 "[tariff a]\r\nclasses =\r\n ; b\r\n\r\n  0-5: 1 kr \r\n   6: 2 kr\r\n", "t:7:4", DIAG_CLASS_FORM },
    };
    for (int i = 0; i < COUNT(cases); i++) {
        struct reading got = read_text(*state, 0, cases[i].text, strlen(cases[i].text));
        assert_report(*state, &got, cases[i].at, cases[i].id);
    }
    static const char nul[] = LAYER_0 "title = a\0b\n";
    struct reading got = read_text(*state, 0, nul, sizeof nul - 1);
    assert_report(*state, &got, "t:2:10", DIAG_NUL_BYTE);
}

static void all_faults_are_collected(void **state)
{
    const char *text = "[project]\nstart = 2021-13\nstop = 2022-01\nend: 2\n[cst a]\nx = 1\n[cost b]\namount = 5\n";
    struct reading got = read_text(*state, 0, text, strlen(text));
    assert_int_equal(diags_errors(got.diags), 5);
}

static void unknown_names_offer_the_nearest(void **state)
{
    static const struct {
        const char *line, *hint;
    } cases[] = {
        { "[staff a]\nshar = 5 %\n", "did you mean 'share'?" },
        { "[staff a]\nshar.2022-09 = 5 %\n", "did you mean 'share.2022-09'?" },
        { "[staff a]\nshare.2022-13 = 5 %\n", "did you mean 'share.YYYY-MM'?" },
        { "[costt a]\n", "did you mean 'cost'?" },
        { "[cost a\n", "write [cost a]" },
        { "owner: b\n", "write owner = …" },
    };
    for (int i = 0; i < COUNT(cases); i++) {
        const char *text = arena_text(*state, LAYER_0 "%s", cases[i].line);
        struct reading got = read_text(*state, 0, text, strlen(text));
        const char *wanted = arena_text(*state, "\nhint: %s\n", cases[i].hint);
        if (!strstr(report(*state, &got), wanted))
            fail_msg("no%sin\n%s", wanted, report(*state, &got));
    }
}

static const struct statement *only(const struct reading *got, int number)
{
    assert_true(number < got->list.count);
    return &got->list.items[number];
}

static void text_of(struct arena *arena, const char *lines, const char *expected)
{
    const char *text = arena_text(arena, LAYER_0 "%s", lines);
    struct reading got = read_text(arena, 0, text, strlen(text));
    if (!got.is_read)
        fail_msg("%s", report(arena, &got));
    assert_int_equal(got.list.count, 2);
    assert_string_equal(only(&got, 1)->value.text, expected);
}

static void comments_and_blanks_are_left_out(void **state)
{
    text_of(*state, "title = a ; b\n", "a");
    text_of(*state, "title = a;b\n", "a;b");
    text_of(*state, "title = a \\; b\n", "a ; b");
    text_of(*state, "title = a\t;b", "a");
    text_of(*state, ";title = b\ntitle =\u00a0a\u202f\n", "a");
    text_of(*state, "  ; indented\n\ntitle=a=b\r\n", "a=b");
    text_of(*state, "title = [a]\n", "[a]");
    text_of(*state, "note = a ; x\n   b\\;\n\n ; y\n\tc\n", "a\nb;\nc");
    text_of(*state, "note =\n  a: b\n", "a: b");
    text_of(*state, "note = a\\\n", "a\\");
    text_of(*state, "title = # 5\n", "# 5");
}

static void long_lines_are_whole(void **state)
{
    enum { LETTERS = 32 * 1024 };
    struct text lines = text_new(*state), title = text_new(*state);
    for (int i = 0; i < LETTERS; i++)
        text_add(&title, i % 7 ? "å" : " ö");
    text_add(&lines, "title = ");
    text_add(&lines, title.bytes);
    text_add(&lines, "\n");
    text_of(*state, lines.bytes, title.bytes + 1);
    text_of(*state,
            "title = Energi- och klimatrådgivningens samordnade insatser för minskad klimatpåverkan i länets "
            "kommuner, med särskild hänsyn till förskolornas och äldreboendenas köksverksamheter samt "
            "upphandlingar\n",
            "Energi- och klimatrådgivningens samordnade insatser för minskad klimatpåverkan i länets "
            "kommuner, med särskild hänsyn till förskolornas och äldreboendenas köksverksamheter samt "
            "upphandlingar");
}

static void statements_carry_place_and_source(void **state)
{
    const char *text = "\xef\xbb\xbf[project];c\r\ntitle = a\r\n[staff åsa]  ; b\r\nshare.2022-09 = 75 %\r\n"
                       "source = assumption\r\nfrom = 2021-02\r\n[cost b]\r\n";
    struct reading got = read_text(*state, 0, text, strlen(text));
    assert_true(got.is_read);
    assert_int_equal(got.list.count, 7);
    assert_null(only(&got, 0)->key);
    assert_int_equal(only(&got, 0)->section, SECTION_PROJECT);
    assert_int_equal(only(&got, 0)->place.offset, 3);
    assert_int_equal(only(&got, 0)->place.size, strlen("[project]"));
    assert_null(only(&got, 1)->source);
    assert_string_equal(only(&got, 2)->id, "åsa");
    const struct statement *part = only(&got, 3);
    assert_int_equal(part->at, month_of(2022, 9));
    assert_string_equal(part->source, "assumption");
    assert_int_equal(place_line(part->place), 4);
    assert_int_equal(place_column(part->place), 17);
    assert_int_equal(part->place.size, strlen("75 %"));
    assert_int_equal(place_column(part->key_place), 1);
    assert_int_equal(part->key_place.size, strlen("share.2022-09"));
    assert_string_equal(only(&got, 5)->source, "assumption");
    assert_null(only(&got, 6)->source);
    assert_int_equal(only(&got, 6)->at, -1);
}

static void scenarios_change_values(void **state)
{
    const char *text = LAYER_1 "title = b\n[staff a]\nshare.2022-09 = none\nshare -= 10 %\n[cost c]\namount *= 1,2\n"
                               "amount+=5 kr\n";
    struct reading got = read_text(*state, 2, text, strlen(text));
    assert_true(got.is_read);
    assert_int_equal(got.list.count, 8);
    assert_int_equal(only(&got, 3)->operation, OPERATION_REMOVE);
    assert_int_equal(only(&got, 3)->layer, 2);
    assert_int_equal(only(&got, 4)->operation, OPERATION_SUBTRACT);
    assert_int_equal(only(&got, 6)->operation, OPERATION_MULTIPLY);
    assert_int_equal(only(&got, 6)->value.number, 1200000000);
    assert_int_equal(only(&got, 7)->operation, OPERATION_ADD);
    assert_int_equal(only(&got, 7)->value.number, 500);
}

static void settings_are_a_layer_each(void **state)
{
    struct reading got = { .diags = diags_new(*state) };
    assert_true(read_bytes("p", LAYER_0, strlen(LAYER_0), 0, &got.list, *state, got.diags));
    assert_true(read_setting("staff.a.share.2022-09=30%", &got.list, *state, got.diags));
    assert_true(read_setting("reserve.months += 2", &got.list, *state, got.diags));
    assert_true(read_setting("funder.region.status = avslagen", &got.list, *state, got.diags));
    assert_true(read_setting("cost.b.amount = none", &got.list, *state, got.diags));
    assert_int_equal(got.list.count, 5);
    const struct statement *part = only(&got, 1);
    assert_string_equal(part->id, "a");
    assert_int_equal(part->at, month_of(2022, 9));
    assert_true(part->is_setting);
    assert_int_equal(part->layer, 1);
    assert_int_equal(only(&got, 2)->layer, 2);
    assert_int_equal(only(&got, 2)->operation, OPERATION_ADD);
    assert_string_equal(only(&got, 2)->id, "");
    assert_int_equal(only(&got, 3)->value.number, STATUS_REJECTED);
    assert_int_equal(only(&got, 4)->operation, OPERATION_REMOVE);
    assert_string_equal(only(&got, 4)->place.source->name, "--set");
}

static void settings_have_faults_with_places(void **state)
{
    static const struct {
        const char *text, *at;
        enum diag_id id;
    } cases[] = {
        { "staff.a.share", "--set:1:1", DIAG_SET_SIGN },
        { "staff.a=3", "--set:1:1", DIAG_SET_PATH },
        { "staff=3", "--set:1:1", DIAG_ID_MISSING }, /* at the kind that needs one */
        { "stff.a.share=3", "--set:1:1", DIAG_UNKNOWN_KIND },
        { "staff.a.shre=3", "--set:1:9", DIAG_UNKNOWN_KEY },
        { "staff.a.title=b", "--set:1:9", DIAG_SET_KIND },
        { "staff.a.share=", "--set:1:14", DIAG_VALUE_EMPTY },
        { "=3", "--set:1:1", DIAG_KEY_EMPTY },
        { "staff.å.share = 30", "--set:1:17", DIAG_PERCENT_BARE },
        { "staff.a.share=\xe5", "--set:1:15", DIAG_NOT_UTF8 },
    };
    for (int i = 0; i < COUNT(cases); i++) {
        struct reading got = { .diags = diags_new(*state) };
        assert_false(read_setting(cases[i].text, &got.list, *state, got.diags));
        assert_int_equal(got.list.count, 0);
        assert_report(*state, &got, cases[i].at, cases[i].id);
    }
}

/* A folder of its own, with the files of a test in it. */
static char folder[] = "/tmp/medfin-test-XXXXXX";

static int folder_setup(void **state)
{
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    return mkdtemp(folder) ? arena_setup(state) : -1;
}

static const char *beside(struct arena *arena, const char *name)
{
    return arena_text(arena, "%s/%s", folder, name);
}

static int folder_teardown(void **state)
{
    static const char *const names[] = { "p.ini", "a.ini", "b.ini", "q.ini", "pipe" };
    for (int i = 0; i < COUNT(names); i++)
        unlink(beside(*state, names[i]));
    rmdir(folder);
    return arena_teardown(state);
}

static const char *write_file(struct arena *arena, const char *name, const char *text)
{
    const char *path = beside(arena, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    return path;
}

static struct reading read_paths(struct arena *arena, const char *first, const char *second, const char *third)
{
    const char *paths[] = { first, second, third };
    struct reading got = { .diags = diags_new(arena) };
    got.is_read = read_files(paths, third ? 3 : second ? 2 : 1, &got.list, &(read_file_list){ 0 }, arena, got.diags);
    return got;
}

static void the_project_is_layer_0_and_bases_come_first(void **state)
{
    const char *p = write_file(*state, "p.ini", "[project]\n"),
               *b = write_file(*state, "b.ini", "[scenario]\nbase = a.ini\n");
    const char *a = write_file(*state, "a.ini", "[scenario]\n");
    struct reading got = read_paths(*state, b, p, a);
    assert_true(got.is_read);
    assert_int_equal(got.list.count, 4);
    assert_int_equal(only(&got, 0)->section, SECTION_PROJECT);
    assert_int_equal(only(&got, 0)->layer, 0);
    assert_string_equal(only(&got, 1)->place.source->name, a);
    assert_int_equal(only(&got, 1)->layer, 1);
    assert_string_equal(only(&got, 3)->place.source->name, b);
    assert_int_equal(only(&got, 3)->layer, 2);
}

static void files_that_do_not_fit_are_refused(void **state)
{
    const char *p = write_file(*state, "p.ini", "[project]\n"), *q = write_file(*state, "q.ini", "[project]\n");
    const char *a = write_file(*state, "a.ini", "[scenario]\nbase = b.ini\n");
    struct reading got = read_paths(*state, p, a, NULL);
    assert_report(*state, &got, arena_text(*state, "%s:2:8", a), DIAG_FILE_UNREADABLE);
    write_file(*state, "b.ini", "[scenario]\nbase = a.ini\n");
    got = read_paths(*state, p, a, NULL);
    assert_report(*state, &got, arena_text(*state, "%s:2:8", beside(*state, "b.ini")), DIAG_BASE_CIRCLE);
    got = read_paths(*state, p, q, NULL);
    assert_report(*state, &got, arena_text(*state, "%s:1:1", q), DIAG_SECOND_PROJECT);
    write_file(*state, "b.ini", "[scenario]\n");
    got = read_paths(*state, a, NULL, NULL);
    assert_report(*state, &got, "medfin", DIAG_NO_PROJECT);
    got = read_paths(*state, p, folder, NULL);
    assert_report(*state, &got, "medfin", DIAG_FILE_FOLDER);
    assert_true(diags_any(got.diags, DIAG_SYSTEM));
    assert_int_equal(mkfifo(beside(*state, "pipe"), 0600), 0);
    got = read_paths(*state, p, beside(*state, "pipe"), NULL);
    assert_report(*state, &got, "medfin", DIAG_FILE_NOT_REGULAR);
    assert_int_equal(truncate(q, 64 * 1024 * 1024 + 1), 0);
    got = read_paths(*state, p, q, NULL);
    assert_report(*state, &got, "medfin", DIAG_FILE_LARGE);
    got = read_paths(*state, p, "/does/not/exist.ini", NULL);
    assert_report(*state, &got, "medfin", DIAG_FILE_UNREADABLE);
}

#define FOLDER_TEST(function) cmocka_unit_test_setup_teardown(function, folder_setup, folder_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(faults_have_their_place),
        ARENA_TEST(all_faults_are_collected),
        ARENA_TEST(unknown_names_offer_the_nearest),
        ARENA_TEST(comments_and_blanks_are_left_out),
        ARENA_TEST(long_lines_are_whole),
        ARENA_TEST(statements_carry_place_and_source),
        ARENA_TEST(scenarios_change_values),
        ARENA_TEST(settings_are_a_layer_each),
        ARENA_TEST(settings_have_faults_with_places),
        FOLDER_TEST(the_project_is_layer_0_and_bases_come_first),
        FOLDER_TEST(files_that_do_not_fit_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
