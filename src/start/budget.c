#include <medfin/start/budget.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/category.h>
#include <medfin/model/key_names.h>
#include <medfin/read/ids.h>
#include <medfin/values/scale.h>

#include "lines.h"
#include "sheet.h"
#include "words.h"

struct writing {
    struct sheet *sheet;
    const struct lines *lines;
    const char *name;
    enum language language;
    struct names ids;
    LIST(const char *) groups; /* that have a category of their own … */
    LIST(const char *) own;    /* … and its id */
    struct arena *arena;
};

static const char *row_source(const struct writing *writing, const struct budget_row *row)
{
    return sheet_words(writing->sheet, arena_text(writing->arena, tr(N_("%s row %d")), writing->name, row->number));
}

/* What the row says beside its title and its amounts: "Antal: 3; Kommentar: …". */
static const char *row_note(const struct writing *writing, const struct budget_row *row)
{
    const struct columns *columns = writing->lines->columns;
    struct text note = text_new(writing->arena);
    for (int i = 0; i < columns->count; i++) {
        const struct csv_cell cell = column_cell(writing->lines->grid, row->row, i);
        if (columns->items[i].use != COLUMN_NOTE || !*cell.text || cell.text == row->title)
            continue;
        text_addf(&note, "%s%s%s%s", note.size ? ", " : "", columns->items[i].heading,
                  *columns->items[i].heading ? ": " : "", cell.text);
    }
    return note.bytes;
}

static const char *amount_value(const struct writing *writing, const struct amount *amount, const char *period)
{
    const char *number = amount->kind == AMOUNT_UNKNOWN ? "?" : sheet_money(writing->sheet, amount->ore);
    return arena_text(writing->arena, "%s%s", number, period);
}

/* The years that have an amount; where none has, that of all years together. */
static void add_amounts(const struct writing *writing, const struct budget_row *row)
{
    const struct columns *columns = writing->lines->columns;
    const char *total = writing->language == LANGUAGE_SV ? " totalt" : " total";
    int years = 0, all = -1;
    for (int i = 0; i < columns->count; i++) {
        const struct amount *amount = &row->amounts[i];
        if (amount->kind != AMOUNT_MONEY && amount->kind != AMOUNT_UNKNOWN)
            continue;
        if (columns->items[i].use == COLUMN_TOTAL) {
            all = i;
            continue;
        }
        years++;
        sheet_key(writing->sheet, arena_text(writing->arena, "%d", columns->items[i].year),
                  amount_value(writing, amount, ""), NULL);
    }
    if (!years && all >= 0)
        sheet_key(writing->sheet, "amount", amount_value(writing, &row->amounts[all], total), NULL);
}

static const char *built_in_name(const struct writing *writing, const char *id)
{
    for (int i = 0; i < built_in_category_count && writing->language == LANGUAGE_SV; i++)
        if (strcmp(built_in_categories[i].id, id) == 0)
            return built_in_categories[i].swedish;
    return id;
}

/* The id of the category of a line: of its group if that is a known one or else the table's own, or of its title. */
static const char *category_of(const struct writing *writing, const struct budget_row *row)
{
    const char *found = label_category(*row->group ? row->group : row->title, writing->arena);
    if (found)
        return built_in_name(writing, found);
    for (int i = 0; i < writing->groups.count; i++)
        if (strcmp(writing->groups.items[i], row->group) == 0)
            return writing->own.items[i];
    return built_in_name(writing, "other");
}

/* A group that no built-in category is meant by has one of its own. */
static void add_categories(struct writing *writing)
{
    for (int i = 0; i < writing->lines->count; i++) {
        const struct budget_row *row = &writing->lines->items[i];
        bool is_known =
            row->use != ROW_LINE || row->is_funding || !*row->group || label_category(row->group, writing->arena);
        for (int k = 0; k < writing->groups.count; k++)
            is_known = is_known || strcmp(writing->groups.items[k], row->group) == 0;
        if (is_known)
            continue;
        const char *id = id_make(&writing->ids, row->group, writing->arena);
        *list_add(&writing->groups, writing->arena) = row->group;
        *list_add(&writing->own, writing->arena) = id;
        sheet_section(writing->sheet, SECTION_CATEGORY, id, false);
        sheet_key(writing->sheet, "title", sheet_words(writing->sheet, row->group), NULL);
    }
}

static void begin_line(struct writing *writing, const struct budget_row *row, enum section_id section)
{
    struct sheet *sheet = writing->sheet;
    const char *note = row_note(writing, row);
    sheet_section(sheet, section, id_make(&writing->ids, row->title, writing->arena), false);
    sheet_key(sheet, "title", sheet_words(sheet, row->title), NULL);
    sheet_key(sheet, "source", row_source(writing, row), NULL);
    if (*note)
        sheet_key(sheet, "note", sheet_words(sheet, note), NULL);
}

static void add_cost(struct writing *writing, const struct budget_row *row)
{
    begin_line(writing, row, SECTION_COST);
    sheet_key(writing->sheet, "category", category_of(writing, row), NULL);
    add_amounts(writing, row);
}

/* The status that the row says, in a column of it. */
static const struct word *row_status(const struct writing *writing, const struct budget_row *row)
{
    for (int i = 0; i < writing->lines->columns->count; i++) {
        const struct csv_cell cell = column_cell(writing->lines->grid, row->row, i);
        if (writing->lines->columns->items[i].use == COLUMN_STATUS && word_of_text(words_status, cell.text))
            return word_of_text(words_status, cell.text);
    }
    return NULL;
}

static void add_funder(struct writing *writing, const struct budget_row *row)
{
    const struct word *status = row_status(writing, row);
    begin_line(writing, row, SECTION_FUNDER);
    add_amounts(writing, row);
    sheet_key(writing->sheet, "status",
              sheet_word(writing->sheet, words_status, status ? status->code : STATUS_PROPOSED),
              status ? NULL : tr(N_("the table does not say; granted, decided, estimated, applied?")));
}

/* Without a part for them: who pays the cost is the next question. */
static void offer_funder(struct writing *writing)
{
    struct sheet *sheet = writing->sheet;
    sheet_comment(sheet, tr(N_("The table says nothing of who pays. Take the semicolons away and fill in.")));
    sheet_section(sheet, SECTION_FUNDER, tr(N_("own-money")), true);
    sheet_key(sheet, "title", tr(N_("The organisation's own money")), NULL);
    sheet_key(sheet, "remainder", sheet_word(sheet, words_yes_no, 1), tr(N_("it pays what the others leave")));
    sheet_key(sheet, "own", sheet_word(sheet, words_yes_no, 1), NULL);
    sheet_key(sheet, "status", sheet_word(sheet, words_status, STATUS_PROPOSED), NULL);
}

static const char *project_title(const struct writing *writing)
{
    for (int i = 0; i < writing->lines->columns->heading_row; i++) {
        const char *title = writing->lines->items[i].title;
        if (*title && scale_said(title, writing->arena) < 0)
            return title;
    }
    const char *dot = strrchr(writing->name, '.');
    return dot && dot > writing->name ? arena_copy(writing->arena, writing->name, (size_t)(dot - writing->name))
                                      : writing->name;
}

static void add_project(struct writing *writing)
{
    struct sheet *sheet = writing->sheet;
    const struct columns *columns = writing->lines->columns;
    const char *check = columns->is_year_assumed ? tr(N_("the table names no year; change it here and below")) : NULL;
    sheet_section(sheet, SECTION_PROJECT, "", false);
    sheet_key(sheet, "title", sheet_words(sheet, project_title(writing)), NULL);
    sheet_key(sheet, "source", sheet_words(sheet, writing->name), NULL);
    if (writing->language == LANGUAGE_EN)
        sheet_key(sheet, "language", "en", NULL);
    sheet_key(sheet, "start", month_text(writing->arena, month_of(columns->first_year, 1)), check);
    sheet_key(sheet, "end", month_text(writing->arena, month_of(columns->last_year, 12)), NULL);
}

/* How the rows were used: all of them add up to the rows read. */
static const struct {
    enum row_use use;
    bool is_funding;
    const char *meaning;
} counts[] = {
    { ROW_ABOVE, false, N_("headings, and what stands above them") },
    { ROW_HEADINGS, false, N_("headings once more") },
    { ROW_PART, false, N_("headings of parts") },
    { ROW_GROUP, false, N_("headings of the rows below them") },
    { ROW_LINE, false, N_("costs") },
    { ROW_LINE, true, N_("funders") },
    { ROW_SUM, false, N_("sums") },
    { ROW_RESULT, false, N_("what is left or lacks") },
    { ROW_EMPTY, false, N_("left aside: no amount in any year") },
    { ROW_REMARK, false, N_("left aside: remarks without amounts") },
};

static const char *rows_listed(const struct writing *writing, enum row_use use, bool is_funding)
{
    struct text list = text_new(writing->arena);
    for (int i = 0; i < writing->lines->count; i++) {
        const struct budget_row *row = &writing->lines->items[i];
        if (row->use == use && (use != ROW_LINE || row->is_funding == is_funding))
            text_addf(&list, "%s%d", list.size ? ", " : "", row->number);
    }
    return list.bytes;
}

static void add_sums(const struct writing *writing)
{
    static const char *const said[] = { [SUM_AGREES] = N_("agrees with its rows"),
                                        [SUM_ROUNDED] = N_("agrees with its rows but for their rounding"),
                                        [SUM_DIFFERS] = N_("is not the sum of its rows") };
    for (int i = 0; i < writing->lines->count; i++) {
        const struct budget_row *row = &writing->lines->items[i];
        if (row->use == ROW_SUM)
            sheet_comment(writing->sheet, arena_text(writing->arena, tr(N_("Row %d, %s: %s.")), row->number,
                                                     *row->title ? row->title : "–", tr(said[row->sum])));
    }
}

static void add_account(const struct writing *writing)
{
    struct sheet *sheet = writing->sheet;
    sheet_comment(sheet, arena_text(writing->arena, tr(N_("A project made of %s.")), writing->name));
    sheet_comment(sheet, "");
    sheet_comment(sheet, arena_text(writing->arena, tr(N_("%d rows were read:")), writing->lines->count));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        int count = lines_count(writing->lines, counts[i].use, counts[i].is_funding);
        if (count)
            sheet_comment(sheet, arena_text(writing->arena, tr(N_("  %s: %d (row %s)")), tr(counts[i].meaning), count,
                                            rows_listed(writing, counts[i].use, counts[i].is_funding)));
    }
    if (lines_count(writing->lines, ROW_SUM, false)) {
        sheet_comment(sheet, "");
        add_sums(writing);
    }
    sheet_comment(sheet, "");
    sheet_comment(sheet, tr(N_("Each section names its row. Amounts by year are spread over the months of the year.")));
    sheet_gap(sheet);
}

static void add_part(struct writing *writing, const char *title, bool is_funding)
{
    sheet_comment(writing->sheet, title);
    sheet_gap(writing->sheet);
    if (!is_funding)
        add_categories(writing);
    for (int i = 0; i < writing->lines->count; i++) {
        const struct budget_row *row = &writing->lines->items[i];
        if (row->use != ROW_LINE || row->is_funding != is_funding)
            continue;
        if (is_funding)
            add_funder(writing, row);
        else
            add_cost(writing, row);
    }
}

const char *budget_text(const struct grid *grid, const char *name, enum language language, struct arena *arena,
                        struct diags *diags)
{
    struct columns columns;
    int errors = diags_errors(diags);
    if (!columns_find(grid, &columns, arena, diags))
        return NULL;
    const struct lines lines = lines_read(grid, &columns, arena, diags);
    if (diags_errors(diags) > errors)
        return NULL;
    struct writing writing = {
        .sheet = sheet_new(arena, language), .lines = &lines, .name = name, .language = language, .arena = arena
    };
    add_account(&writing);
    add_project(&writing);
    add_part(&writing, tr(N_("COST")), false);
    add_part(&writing, tr(N_("FINANCING")), true);
    if (!lines_count(&lines, ROW_LINE, true))
        offer_funder(&writing);
    return sheet_text(writing.sheet);
}
