#include <medfin/start/answers.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/read/ids.h>
#include <medfin/read/setting.h>

#include "sheet.h"

struct writing {
    const struct source *source;
    struct sheet *sheet;
    statement_list answers;
    struct names ids;
    enum language language;
    struct arena *arena;
    struct diags *diags;
};

static const char *words_at(const struct writing *writing, struct place place)
{
    return arena_copy(writing->arena, place.source->bytes + place.offset, place.size);
}

/* Nothing but blanks, a comment, or a question that was not answered. */
static bool says_nothing(const char *from, size_t size)
{
    while (size && strchr(" \t\r", from[size - 1]))
        size--;
    return !size || from[0] == ';' || from[size - 1] == '=';
}

static bool is_same(const struct statement *one, const struct statement *other)
{
    return one->section == other->section && one->key == other->key && one->at == other->at &&
           strcmp(one->id, other->id) == 0;
}

static void take_answer(struct writing *writing, struct place line)
{
    struct statement answer;
    if (!read_answer(line, &answer, writing->arena, writing->diags))
        return;
    for (int i = 0; i < writing->answers.count; i++)
        if (is_same(&writing->answers.items[i], &answer)) {
            diag_add(writing->diags, DIAG_DUPLICATE_KEY, answer.key_place,
                     ARGS(arg_path(writing->arena, &answer), arg_place(writing->answers.items[i].key_place)));
            return;
        }
    *list_add(&writing->answers, writing->arena) = answer;
}

static void take_answers(struct writing *writing)
{
    const char *bytes = writing->source->bytes, *end = bytes + writing->source->size;
    for (const char *line = bytes; line < end;) {
        const char *newline = memchr(line, '\n', (size_t)(end - line)), *stop = newline ? newline : end;
        size_t indent = strspn(line, " \t");
        if (line + indent < stop && !says_nothing(line + indent, (size_t)(stop - line) - indent))
            take_answer(writing, place_at(writing->source, (size_t)(line - bytes), (size_t)(stop - line)));
        line = stop + 1;
    }
}

static const struct statement *answer_of(const struct writing *writing, const struct statement *of, const char *key)
{
    for (int i = 0; i < writing->answers.count; i++) {
        const struct statement *answer = &writing->answers.items[i];
        if (answer->section == of->section && strcmp(answer->id, of->id) == 0 && strcmp(answer->key->name, key) == 0)
            return answer;
    }
    return NULL;
}

/* What stands in the section without being asked, unless it was answered: every figure is somebody's assumption until
   its source is named. */
static void add_given(struct writing *writing, const struct statement *of)
{
    if (of->section != SECTION_PROJECT && !answer_of(writing, of, "source"))
        sheet_key(writing->sheet, "source", writing->language == LANGUAGE_SV ? "antagande" : "assumption", NULL);
    if (of->section == SECTION_PROJECT && writing->language == LANGUAGE_EN && !answer_of(writing, of, "language"))
        sheet_key(writing->sheet, "language", "en", NULL);
}

static void add_missing_key(struct writing *writing, const struct statement *of, const struct key *key)
{
    if (key->flags & KEY_MAY_BE_UNKNOWN)
        sheet_key(writing->sheet, key->name, "?", tr(N_("not answered")));
    else if (key->kind == VALUE_STATUS)
        sheet_key(writing->sheet, key->name, sheet_word(writing->sheet, words_status, STATUS_PROPOSED),
                  tr(N_("not answered")));
    else
        diag_add(writing->diags, DIAG_ANSWER_MISSING,
                 of->place.source ? of->key_place : place_at(writing->source, 0, 0),
                 ARGS(arg_section(of->section), arg_key(key)));
}

/* What a post is reckoned with where nobody says otherwise would go unseen: no on-cost is never meant. */
static void add_post(struct writing *writing, const struct statement *of)
{
    if (!answer_of(writing, of, "share"))
        sheet_key(writing->sheet, "share", "100 %", tr(N_("not answered")));
    if (!answer_of(writing, of, "employer_rate"))
        sheet_key(writing->sheet, "employer_rate", "?", tr(N_("not answered")));
}

/* What it cannot be without; and an amount, where nothing says what one is. */
static void add_missing(struct writing *writing, const struct statement *of)
{
    static const char *const amounts[] = { "amount", "", "share", "remainder", "matches", "in_kind" };
    bool has_amount = of->section != SECTION_COST && of->section != SECTION_FUNDER;
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        const struct statement *answer = answer_of(writing, of, amounts[i]);
        bool is_no = answer && answer->key->kind == VALUE_WORD && !answer->value.number;
        has_amount = has_amount || (answer && !is_no);
    }
    if (of->section == SECTION_STAFF)
        add_post(writing, of);
    for (int i = 0; i < key_count; i++) {
        const struct key *key = &key_rows[i];
        bool is_needed = key->flags & KEY_REQUIRED || (!has_amount && strcmp(key->name, "amount") == 0);
        if (is_needed && key_is_of(key, of->section) && !answer_of(writing, of, key->name))
            add_missing_key(writing, of, key);
    }
}

static const char *title_of(const struct writing *writing, const struct statement *of)
{
    const struct statement *title = answer_of(writing, of, "title");
    return title ? words_at(writing, title->place)
                 : arena_text(writing->arena, "%s %s", section_word(of->section, writing->language), of->id);
}

/* All that is answered of what the statement is about. */
static void add_section(struct writing *writing, const struct statement *of)
{
    bool has_id = section_rows[of->section].has_id;
    sheet_section(writing->sheet, of->section,
                  has_id ? id_make(&writing->ids, writing->arena, title_of(writing, of), writing->arena) : "", false);
    for (int i = 0; i < writing->answers.count; i++) {
        const struct statement *answer = &writing->answers.items[i];
        if (answer->section == of->section && strcmp(answer->id, of->id) == 0)
            sheet_key(writing->sheet, words_at(writing, answer->key_place), words_at(writing, answer->place), NULL);
    }
    add_given(writing, of);
    add_missing(writing, of);
}

/* Whether no answer above is about the same. */
static bool is_first(const struct writing *writing, int at)
{
    const struct statement *items = writing->answers.items;
    for (int i = 0; i < at; i++)
        if (items[i].section == items[at].section && strcmp(items[i].id, items[at].id) == 0)
            return false;
    return true;
}

/* Sections of costs, those that pay, or the others. */
static void add_part(struct writing *writing, const char *title, bool costs, bool pays)
{
    bool is_begun = false;
    for (int i = 0; i < writing->answers.count; i++) {
        const struct statement *answer = &writing->answers.items[i];
        const struct section_row *row = &section_rows[answer->section];
        if (row->costs != costs || row->pays != pays || answer->section == SECTION_PROJECT || !is_first(writing, i))
            continue;
        if (!is_begun) {
            sheet_comment(writing->sheet, title);
            sheet_gap(writing->sheet);
        }
        is_begun = true;
        add_section(writing, answer);
    }
}

static void add_head(const struct writing *writing)
{
    static const char *const lines[] = {
        N_("A project made of answers: source says where each figure comes from, and ? is not known yet."),
        "",
        N_("  medfin budget FILE.ini    cost and financing by year"),
        N_("  medfin check FILE.ini     does it add up, and what is missing?"),
        N_("  medfin help keys          all that a project file may say"),
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        sheet_comment(writing->sheet, tr(lines[i]));
    sheet_gap(writing->sheet);
}

const char *answers_text(const struct source *answers, enum language language, struct arena *arena, struct diags *diags)
{
    struct writing writing = {
        .source = answers, .sheet = sheet_new(arena, language), .language = language, .arena = arena, .diags = diags
    };
    int errors = diags_errors(diags);
    take_answers(&writing);
    add_head(&writing);
    add_section(&writing, &(struct statement){ .section = SECTION_PROJECT, .id = "", .at = -1 });
    add_part(&writing, tr(N_("COST")), true, false);
    add_part(&writing, tr(N_("FINANCING")), false, true);
    add_part(&writing, tr(N_("OTHER")), false, false);
    return diags_errors(diags) > errors ? NULL : sheet_text(writing.sheet);
}
