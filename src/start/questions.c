#include <medfin/start/questions.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>

#include "sheet.h"

/* clang-format off */
const struct question question_rows[] = {
    { SECTION_PROJECT, "title", N_("What is the project called?"), N_("Forest classrooms") },
    { SECTION_PROJECT, "owner", N_("Who runs it?"), N_("The municipality of Exempelstad") },
    { SECTION_PROJECT, "start", N_("Which is its first month?"), "2027-01" },
    { SECTION_PROJECT, "end", N_("Which is its last month?"), "2029-12" },
    { SECTION_STAFF, "title", N_("Which post does the project pay?"), N_("Coordinator") },
    { SECTION_STAFF, "monthly_salary", N_("What is its salary a month for full time, without on-cost?"), "42 000 kr" },
    { SECTION_STAFF, "share", N_("How much of full time is it?"), "50 %" },
    { SECTION_STAFF, "employer_rate", N_("What is the employer's on-cost, in percent of the salary?"), "44 %" },
    { SECTION_COST, "title", N_("What else costs?"), N_("Bus trips") },
    { SECTION_COST, "amount", N_("How much, and for how long: a month, a year, in all or once?"), N_("18 000 kr/year") },
    { SECTION_COST, "category", N_("Which category of cost is it?"), N_("travel") },
    { SECTION_FUNDER, "title", N_("Who pays?"), N_("The county board") },
    { SECTION_FUNDER, "amount", N_("How much does it pay, and for how long?"), N_("900 000 kr total") },
    { SECTION_FUNDER, "remainder", N_("Does it pay what the others leave, instead of an amount?"), N_("no") },
    { SECTION_FUNDER, "status", N_("How certain is it?"), N_("applied") },
    { SECTION_FUNDER, "own", N_("Is it the owner's own money?"), N_("no") },
    { 0 },
};
/* clang-format on */

const struct key *question_key(const struct question *question)
{
    month at;
    return key_find(question->section, question->key, &at);
}

const char *question_path(struct arena *arena, const struct question *question, enum language language)
{
    const char *number = section_rows[question->section].has_id ? ".N" : "";
    return arena_text(arena, "%s%s.%s", section_word(question->section, language), number,
                      key_word(question_key(question), language));
}

/* The path with its first number, as it stands in the form. */
static const char *first_path(struct arena *arena, const struct question *question, enum language language)
{
    const char *number = section_rows[question->section].has_id ? ".1" : "";
    return arena_text(arena, "%s%s.%s", section_word(question->section, language), number,
                      key_word(question_key(question), language));
}

const char *questions_form(enum language language, struct arena *arena)
{
    struct sheet *sheet = sheet_new(arena, language);
    sheet_comment(sheet, tr(N_("Answer to the right of the equals signs; what is left empty is left out, and ? is what "
                               "nobody knows yet. Posts, costs and funders may be many: copy their lines and count on, "
                               "1, 2, 3. Then: medfin init --answers THIS_FILE PROJECT.ini")));
    sheet_gap(sheet);
    for (const struct question *row = question_rows; row->key; row++) {
        if (row > question_rows && row->section != row[-1].section)
            sheet_gap(sheet);
        sheet_comment(sheet, tr(row->text));
        sheet_comment(sheet, arena_text(arena, tr(N_("For example: %s")), tr(row->example)));
        sheet_line(sheet, arena_text(arena, "%s =", first_path(arena, row, language)));
    }
    return sheet_text(sheet);
}
