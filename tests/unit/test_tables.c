/* Every row of every table: found by its own name, told in a sentence, and within its bounds. */

#include "unit.h"

#include <string.h>

#include <medfin/model/key_names.h>
#include <medfin/model/project.h>
#include <medfin/read/files.h>
#include <medfin/rules/rules.h>
#include <medfin/write/writer.h>

/* A key's name as a user would write it, with a date where it takes one. */
static const char *written(struct arena *arena, const struct key *key, enum language language)
{
    static const char *const dates[] = { [DATE_NONE] = "",
                                         [DATE_YEAR] = "2021",
                                         [DATE_MONTH] = "2021-03",
                                         [DATE_SUFFIX_YEAR] = ".2021",
                                         [DATE_SUFFIX_MONTH] = ".2021-03",
                                         [DATE_PATHS] = "index.a.2021-03, index.b.2021-03",
                                         [DATE_KEY] = ".share.2022-09" };
    return arena_text(arena, "%s%s", key_word(key, language), dates[key->date]);
}

static void every_key_is_found_by_its_name(void **state)
{
    for (struct section_key each = { SECTION_COUNT, NULL }; section_key_next(&each);) {
        const struct key *key = each.key;
        month at;
        enum section_id section = each.section == SECTION_COUNT ? SECTION_STAFF : each.section;
        for (int language = LANGUAGE_SV; language <= LANGUAGE_EN; language++) {
            assert_ptr_equal(key_find(section, written(*state, key, (enum language)language), &at), key);
            assert_int_equal(at >= 0, key->date != DATE_NONE && key->date < DATE_PATHS);
        }
    }
}

/* What a path has of ids and dates stays, and so does what names nothing. */
static void paths_are_told_in_either_language(void **state)
{
    static const struct {
        const char *english, *swedish;
    } rows[] = {
        { "project.opening_cash", "projekt.ingående_kassa" },
        { "staff.share", "personal.share" }, /* an id */
        { "staff.share.share.2022-09", "personal.share.tjänstgöringsgrad.2022-09" },
        { "funder.region.2021", "finansiär.region.2021" },
        { "cost.a.source.amount", "kostnad.a.källa.belopp" },
        { "frame.f.source.committed.2022", "ram.f.källa.ianspråktaget.2022" },
        { "correlation.index.a.2022-04, staff.b.share",
          "korrelation.uppräkning.a.2022-04, personal.b.tjänstgöringsgrad" },
        { "scenario", "scenario" },
        { "total.cost", "total.cost" },
        { "cost.a.nothing", "kostnad.a.nothing" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(path_translated(*state, rows[i].english, LANGUAGE_SV), rows[i].swedish);
        assert_string_equal(path_translated(*state, rows[i].swedish, LANGUAGE_EN), rows[i].english);
    }
}

static void every_key_has_a_meaning_and_a_place(void **state)
{
    (void)state;
    for (struct section_key each = { SECTION_COUNT, NULL }; section_key_next(&each);) {
        const struct key *key = each.key;
        assert_true(*key->meaning);
        assert_int_equal(key->label != NULL, *key->name != 0);
        assert_true(key->low <= key->high);
        if (key->flags & KEY_HAS_DEFAULT && (key->low || key->high))
            assert_true(key->fallback >= key->low && key->fallback <= key->high);
        assert_true(!key->default_category || section_rows[each.section].category);
        if (each.section == SECTION_COUNT)
            continue;
        size_t size = key->date == DATE_NONE ? sizeof(const struct fact *) : sizeof(struct series);
        assert_true(key->offset >= sizeof(struct section));
        assert_true(key->offset + size <= section_rows[each.section].size);
    }
}

/* No two keys of a section land in the same field. */
static void no_two_keys_share_a_field(void **state)
{
    (void)state;
    for (struct section_key a = { SECTION_COUNT, NULL }; section_key_next(&a);)
        for (struct section_key b = { SECTION_COUNT, NULL }; section_key_next(&b);)
            if (a.section == b.section && a.key != b.key)
                assert_true(a.key->offset != b.key->offset);
}

/* A row that no section has could never be said, and one that has a section twice would be two. */
static void every_row_is_of_different_sections(void **state)
{
    (void)state;
    for (int i = 0; i < key_count; i++) {
        const enum section_id *sections = key_rows[i].sections;
        for (int at = 0; sections && sections[at] != SECTION_COUNT; at++)
            assert_false(sections_hold(&sections[at + 1], sections[at]));
        assert_true(!sections || *sections != SECTION_COUNT);
        assert_true(!key_rows[i].targets || *key_rows[i].targets != SECTION_COUNT);
    }
}

static void every_section_is_found_by_its_name(void **state)
{
    (void)state;
    for (int i = 0; i < SECTION_COUNT; i++) {
        assert_int_equal(section_find(section_rows[i].name), i);
        assert_int_equal(section_find(section_rows[i].swedish), i);
        assert_true(*section_rows[i].meaning);
        assert_true(section_rows[i].size > 0);
    }
    assert_int_equal(section_find("sektion"), SECTION_COUNT);
}

static void every_word_is_read_in_both_languages(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct word *const tables[] = {
        words_yes_no,        words_status,       words_language, words_vat,       words_sector, words_basis,
        words_paid,          words_mode,         words_form,     words_first_year, words_rounding,
        words_reserve_basis, words_reserve_test, words_balance,  words_threshold, words_cash
    };
    /* clang-format on */
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (const struct word *word = tables[t]; word->english; word++) {
            assert_ptr_equal(word_of_text(tables[t], word->english), word);
            assert_ptr_equal(word_of_text(tables[t], word->swedish), word);
            assert_ptr_equal(word_of_code(tables[t], word->code), word);
        }
}

static void every_kind_and_distribution_has_a_name(void **state)
{
    (void)state;
    for (int i = 0; i < VALUE_KIND_COUNT; i++)
        assert_true(*value_kinds[i].name && *value_kinds[i].accepted);
    for (int i = 0; i < DISTRIBUTION_COUNT; i++)
        assert_true(*distributions[i].name && *distributions[i].meaning && distributions[i].arguments > 0);
    for (int i = PERIOD_NONE + 1; i < PERIOD_COUNT; i++)
        assert_true(*periods[i].suffix && *periods[i].swedish);
}

static void every_rule_says_something_of_any_project(void **state)
{
    static const char text[] = "[project]\nstart = 2021-01\nend = 2021-12\n";
    statement_list statements = { 0 };
    struct diags *diags = diags_new(*state);
    assert_true(read_bytes("t", text, strlen(text), 0, &statements, *state, diags));
    const struct project *project = project_build(statements.items, statements.count, *state, diags);
    assert_non_null(project);
    const struct plan *plan = plan_build(project, *state);
    for (int i = 0; i < rule_count; i++) {
        finding_list findings = { 0 };
        rule_run(plan, &rule_rows[i], &findings, *state);
        assert_true(findings.count > 0);
        assert_ptr_equal(findings.items[0].rule, &rule_rows[i]);
        assert_true(*rule_rows[i].title && *rule_rows[i].text && *rule_rows[i].origin);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(rule_rows[i].id, rule_rows[j].id);
    }
}

static void every_writer_is_found_by_name_and_ending(void **state)
{
    (void)state;
    for (const struct writer *writer = writers; writer->format; writer++) {
        assert_ptr_equal(writer_find(writer->format), writer);
        char path[32] = "report";
        strcat(path, writer->ending);
        assert_ptr_equal(writer_of_file(path), writer);
    }
    assert_null(writer_find("xyz"));
}

static void every_diagnostic_has_a_sentence(void **state)
{
    (void)state;
    for (int i = 0; i < DIAG_COUNT; i++) {
        assert_true(*diag_rows[i].name && *diag_rows[i].sentence);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(diag_rows[i].name, diag_rows[j].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_key_is_found_by_its_name),
        ARENA_TEST(paths_are_told_in_either_language),
        cmocka_unit_test(every_key_has_a_meaning_and_a_place),
        cmocka_unit_test(no_two_keys_share_a_field),
        cmocka_unit_test(every_row_is_of_different_sections),
        cmocka_unit_test(every_section_is_found_by_its_name),
        cmocka_unit_test(every_word_is_read_in_both_languages),
        cmocka_unit_test(every_kind_and_distribution_has_a_name),
        ARENA_TEST(every_rule_says_something_of_any_project),
        cmocka_unit_test(every_writer_is_found_by_name_and_ending),
        cmocka_unit_test(every_diagnostic_has_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
