#include <medfin/start/budget.h>

#include <string.h>

#include <medfin/base/text.h>

#include "gifts.h"
#include "sections.h"
#include "words.h"

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
        const char *title = label_plain(writing->lines->items[i].title, writing->arena);
        if (*title)
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
    { ROW_OF, false, N_("left aside: parts of the row above, which holds them") },
    { ROW_COUNT, false, N_("left aside: counts, and no money") },
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

static const char *row_name(const struct budget_row *row, struct arena *arena)
{
    const char *name = text_tidy(arena, row->title);
    size_t size = strlen(name);
    return !size ? "–" : name[size - 1] == ':' ? arena_copy(arena, name, size - 1) : name;
}

static void add_sums(const struct writing *writing)
{
    static const char *const said[] = {
        [SUM_AGREES] = N_("agrees with its rows"),
        [SUM_ROUNDED] = N_("agrees with its rows but for their rounding"),
        [SUM_PARTLY] = N_("has rows that are not known, and cannot be told to agree"),
        [SUM_DIFFERS] = N_("is not the sum of its rows"),
        [SUM_OFF] = N_("is the sum of its rows, and a row among them is not what its columns make")
    };
    for (int i = 0; i < writing->lines->count; i++) {
        const struct budget_row *row = &writing->lines->items[i];
        if (row->use == ROW_SUM)
            sheet_comment(writing->sheet, arena_text(writing->arena, tr(N_("Row %d, %s: %s.")), row->number,
                                                     row_name(row, writing->arena), tr(said[row->sum])));
    }
}

/* What rows say that become no sections: nothing of it is lost. */
static void add_asides(const struct writing *writing)
{
    bool is_headed = false;
    for (int i = 0; i < writing->lines->count; i++) {
        const struct budget_row *row = &writing->lines->items[i];
        if (row->use == ROW_ABOVE || row->use == ROW_HEADINGS || row->use == ROW_LINE)
            continue;
        const char *note = sections_note(writing, row);
        bool is_told = row->use == ROW_EMPTY || row->use == ROW_REMARK || row->use == ROW_OF;
        if (!*note && (!is_told || !*row->title))
            continue;
        if (!is_headed) {
            sheet_comment(writing->sheet, "");
            sheet_comment(writing->sheet, tr(N_("What rows say that are no sections:")));
        }
        is_headed = true;
        sheet_comment(writing->sheet,
                      arena_text(writing->arena, tr(N_("Row %d, %s%s%s")), row->number, row_name(row, writing->arena),
                                 *note ? ": " : "", text_tidy(writing->arena, note)));
    }
}

/* How the columns were used, those that hold anything. */
static const struct {
    enum column_use use;
    bool is_number;
    const char *meaning;
} uses[] = {
    { COLUMN_CATEGORY, false, N_("category") },
    { COLUMN_STATUS, false, N_("status") },
    { COLUMN_YEAR, false, N_("amounts by year") },
    { COLUMN_TOTAL, false, N_("amounts of all years") },
    { COLUMN_FUNDING, false, N_("amounts of funders") },
    { COLUMN_FUNDER, false, N_("what one funder pays") },
    { COLUMN_PAYER, false, N_("who pays the row") },
    { COLUMN_NOTE, false, N_("titles and notes") },
    { COLUMN_NOTE, true, N_("notes: numbers that are no amounts") },
    { COLUMN_BESIDE, false, N_("notes: amounts beside the budget") },
    { COLUMN_NONE, false, N_("left aside, as said") },
};

static const char *columns_listed(const struct writing *writing, enum column_use use, bool is_number)
{
    const struct columns *columns = writing->lines->columns;
    struct text list = text_new(writing->arena);
    for (int i = 0; i < columns->count; i++) {
        const struct budget_column *column = &columns->items[i];
        if (column->use == use && column->is_number == is_number && *column->heading)
            text_addf(&list, "%s%s", list.size ? ", " : "", text_tidy(writing->arena, column->heading));
    }
    return list.bytes;
}

static void add_columns(const struct writing *writing)
{
    if (writing->lines->columns->heading_row < 0)
        return;
    sheet_comment(writing->sheet, "");
    sheet_comment(writing->sheet, tr(N_("The columns:")));
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        const char *listed = columns_listed(writing, uses[i].use, uses[i].is_number);
        if (*listed)
            sheet_comment(writing->sheet, arena_text(writing->arena, "  %s: %s", tr(uses[i].meaning), listed));
    }
}

static bool has_funder_columns(const struct lines *lines)
{
    for (int i = 0; i < lines->columns->count; i++)
        if (lines->funder_ids[i] || lines->columns->items[i].use == COLUMN_PAYER)
            return true;
    return false;
}

static void add_account(const struct writing *writing)
{
    struct sheet *sheet = writing->sheet;
    const char *page = writing->lines->grid->source->sheet;
    const char *name = page ? arena_text(writing->arena, tr(N_("%s, sheet %s")), writing->name, page) : writing->name;
    sheet_comment(sheet, arena_text(writing->arena, tr(N_("A project made of %s.")), name));
    if (writing->lines->grid->source->others)
        sheet_comment(sheet, arena_text(writing->arena, tr(N_("Not read, other sheets: %s.")),
                                        writing->lines->grid->source->others));
    sheet_comment(sheet, "");
    sheet_comment(sheet, arena_text(writing->arena, tr(N_("%d rows were read:")), writing->lines->count));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        int count = lines_count(writing->lines, counts[i].use, counts[i].is_funding);
        if (count)
            sheet_comment(sheet, arena_text(writing->arena, tr(N_("  %s: %d (row %s)")), tr(counts[i].meaning), count,
                                            rows_listed(writing, counts[i].use, counts[i].is_funding)));
    }
    add_columns(writing);
    if (lines_count(writing->lines, ROW_SUM, false)) {
        sheet_comment(sheet, "");
        add_sums(writing);
    }
    add_asides(writing);
    sheet_comment(sheet, "");
    sheet_comment(sheet, tr(N_("Each section names its row. Amounts by year are spread over the months of the year.")));
    sheet_gap(sheet);
}

const char *budget_text(const struct budget_table *table, enum language language, struct arena *arena,
                        struct diags *diags)
{
    struct columns columns;
    int errors = diags_errors(diags);
    if (!columns_find(table->grid, table->columns, &columns, arena, diags))
        return NULL;
    struct lines lines = lines_read(table->grid, &columns, arena, diags);
    if (diags_errors(diags) > errors)
        return NULL;
    struct writing writing = { .sheet = sheet_new(arena, language),
                               .lines = &lines,
                               .name = table->name,
                               .language = language,
                               .arena = arena,
                               .diags = diags };
    sections_name(&writing);
    gifts_find(&lines, arena, diags);
    add_account(&writing);
    add_project(&writing);
    sections_write(&writing, tr(N_("COST")), false);
    sections_write(&writing, tr(N_("FINANCING")), true);
    if (!lines_count(&lines, ROW_LINE, true) && !has_funder_columns(&lines))
        offer_funder(&writing);
    return sheet_text(writing.sheet);
}
