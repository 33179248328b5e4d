#include "sections.h"

#include <string.h>

#include <medfin/base/month.h>
#include <medfin/base/text.h>
#include <medfin/model/category.h>
#include <medfin/model/key_names.h>
#include <medfin/read/ids.h>

#include "words.h"

static const char *source_named(const struct writing *writing, const char *format, const char *name)
{
    return sheet_words(writing->sheet, arena_text(writing->arena, format, writing->name, name));
}

static const char *row_source(const struct writing *writing, const struct budget_row *row)
{
    return source_named(writing, tr(N_("%s row %s")), arena_text(writing->arena, "%d", row->number));
}

/* Whether the cell is an amount that a key of the row's section tells. */
static bool is_written(const struct writing *writing, const struct budget_row *row, int at)
{
    const struct budget_column *column = &writing->lines->columns->items[at];
    const enum amount_kind kind = row->amounts[at].kind;
    return (kind == AMOUNT_MONEY || kind == AMOUNT_UNKNOWN) && column->use != COLUMN_FUNDER &&
           column_is_of(column, row->is_funding);
}

/* The words that stand in the place of an amount that is not known; NULL: none. */
static const char *words_for(const struct writing *writing, const struct budget_row *row, int at)
{
    const struct csv_cell cell = column_cell(writing->lines->grid, row->row, at);
    bool is_words = row->amounts[at].kind == AMOUNT_NONE || row->amounts[at].kind == AMOUNT_UNKNOWN;
    return is_words && *cell.text && strcmp(cell.text, "?") != 0 ? sheet_words(writing->sheet, cell.text) : NULL;
}

/* What the row says in a column that its title and amounts are not taken from; "" where that is nothing. */
static const char *remark(const struct writing *writing, const struct budget_row *row, int at)
{
    const struct budget_column *column = &writing->lines->columns->items[at];
    const struct csv_cell cell = column_cell(writing->lines->grid, row->row, at);
    if (column->use == COLUMN_BESIDE) {
        struct amount amount = amount_read(&cell, column->power, writing->arena, diags_new(writing->arena));
        return amount.kind == AMOUNT_MONEY ? sheet_money(writing->sheet, amount.ore) : cell.text;
    }
    bool is_status =
        column->use == COLUMN_STATUS && (!row->is_funding || row->use != ROW_LINE || !label_status(cell.text));
    bool is_text = column->use == COLUMN_NOTE || column->use == COLUMN_PAYER || is_status ||
                   (column_has_amounts(column) && row->amounts && !is_written(writing, row, at) &&
                    row->amounts[at].kind != AMOUNT_MONEY && words_for(writing, row, at));
    return is_text && cell.text != row->title ? cell.text : "";
}

const char *sections_note(const struct writing *writing, const struct budget_row *row)
{
    struct text note = text_new(writing->arena);
    for (int i = 0; i < writing->lines->columns->count; i++) {
        const char *heading = writing->lines->columns->items[i].heading, *said = remark(writing, row, i);
        if (*said)
            text_addf(&note, "%s%s%s%s", note.size ? ", " : "", heading, *heading ? ": " : "", said);
    }
    return note.bytes;
}

/* " totalt", "/år". */
static const char *period_said(const struct writing *writing, enum period period)
{
    const struct period_row *row = &periods[period];
    const char *suffix = writing->language == LANGUAGE_SV ? row->swedish : row->suffix;
    return arena_text(writing->arena, "%s%s", *suffix == '/' ? "" : " ", suffix);
}

static const char *amount_value(const struct writing *writing, const struct amount *amount, const char *period)
{
    const char *number = amount->kind == AMOUNT_UNKNOWN ? "?" : sheet_money(writing->sheet, amount->ore);
    return arena_text(writing->arena, "%s%s", number, period);
}

/* All that the row says: what its funders pay together, where no other column says what it costs. */
static struct amount all_of(const struct writing *writing, const struct budget_row *row)
{
    bool is_unknown = row_is_unknown(writing->lines, row);
    return (struct amount){ is_unknown ? AMOUNT_UNKNOWN : AMOUNT_MONEY, row_total(writing->lines, row) };
}

/* Whether no column before it has an amount of its year. */
static bool begins_year(const struct writing *writing, const struct budget_row *row, int at)
{
    const struct budget_column *columns = writing->lines->columns->items;
    for (int i = 0; i < at; i++)
        if (columns[i].use == COLUMN_YEAR && columns[i].year == columns[at].year && is_written(writing, row, i))
            return false;
    return true;
}

/* What the columns of that column's year make. */
static struct amount year_amount(const struct writing *writing, const struct budget_row *row, int at)
{
    const struct budget_column *columns = writing->lines->columns->items;
    struct amount sum = { AMOUNT_MONEY, 0 };
    for (int i = 0; i < writing->lines->columns->count; i++) {
        if (columns[i].use != COLUMN_YEAR || columns[i].year != columns[at].year || !is_written(writing, row, i))
            continue;
        sum.ore += row->amounts[i].ore;
        sum.kind = row->amounts[i].kind == AMOUNT_UNKNOWN ? AMOUNT_UNKNOWN : sum.kind;
    }
    return sum;
}

/* The years that a row of one amount says under "Period", within the project's; none of an amount by the year or month.
 */
static struct years row_years(const struct writing *writing, const struct budget_row *row, enum period period)
{
    const struct columns *columns = writing->lines->columns;
    struct years years = { 0, 0, 0 };
    if (columns->time >= 0 && period == PERIOD_TOTAL)
        years = label_years(column_cell(writing->lines->grid, row->row, columns->time).text);
    if (years.first < columns->first_year || years.last > columns->last_year)
        years.count = 0;
    return years;
}

/* An amount of all years, or of those that the row names. */
static void add_whole(const struct writing *writing, const struct budget_row *row, int at)
{
    const enum period period = writing->lines->columns->items[at].period;
    const struct years years = row_years(writing, row, period);
    bool is_year = years.count == 1;
    sheet_key(writing->sheet, is_year ? arena_text(writing->arena, "%d", years.first) : "amount",
              amount_value(writing, &row->amounts[at], is_year ? "" : period_said(writing, period)),
              words_for(writing, row, at));
    if (years.count < 2)
        return;
    sheet_key(writing->sheet, "from", month_text(writing->arena, month_of(years.first, 1)), NULL);
    sheet_key(writing->sheet, "to", month_text(writing->arena, month_of(years.last, 12)), NULL);
}

/* The years that have an amount; where none has, that of all years together. */
static void add_amounts(const struct writing *writing, const struct budget_row *row)
{
    const struct columns *columns = writing->lines->columns;
    int years = 0, all = -1;
    for (int i = 0; i < columns->count; i++) {
        const struct budget_column *column = &columns->items[i];
        if (!is_written(writing, row, i))
            continue;
        if (column->use != COLUMN_YEAR) {
            all = i;
            continue;
        }
        years++;
        bool is_month = column->part.months == 1 && !row->is_funding;
        const struct amount said = is_month ? row->amounts[i] : year_amount(writing, row, i);
        if (is_month || begins_year(writing, row, i))
            sheet_key(writing->sheet,
                      is_month ? month_text(writing->arena, month_of(column->year, column->part.first))
                               : arena_text(writing->arena, "%d", column->year),
                      amount_value(writing, &said, ""), words_for(writing, row, i));
    }
    if (!years && all >= 0) {
        add_whole(writing, row, all);
    } else if (!years) {
        const struct amount together = all_of(writing, row);
        sheet_key(writing->sheet, "amount", amount_value(writing, &together, period_said(writing, PERIOD_TOTAL)), NULL);
    }
}

/* The id of the category of a line: of its group if that is a known one or else the table's own, or of its title. */
static const char *category_of(const struct writing *writing, const struct budget_row *row)
{
    const char *found = label_category(*row->group ? row->group : row->title, writing->arena);
    if (found)
        return category_word(found, writing->language);
    for (int i = 0; i < writing->groups.count; i++)
        if (strcmp(writing->groups.items[i], row->group) == 0)
            return writing->own.items[i];
    return category_word("other", writing->language);
}

/* A group that no built-in category is meant by has one of its own. */
static void name_groups(struct writing *writing)
{
    for (int i = 0; i < writing->lines->count; i++) {
        const struct budget_row *row = &writing->lines->items[i];
        bool is_known =
            row->use != ROW_LINE || row->is_funding || !*row->group || label_category(row->group, writing->arena);
        for (int k = 0; k < writing->groups.count; k++)
            is_known = is_known || strcmp(writing->groups.items[k], row->group) == 0;
        if (is_known)
            continue;
        *list_add(&writing->groups, writing->arena) = row->group;
        *list_add(&writing->own, writing->arena) = id_make(&writing->ids, writing->arena, row->group, writing->arena);
    }
}

static void name_rows(struct writing *writing, bool is_funding)
{
    for (int i = 0; i < writing->lines->count; i++) {
        struct budget_row *row = &writing->lines->items[i];
        if (row->use == ROW_LINE && row->is_funding == is_funding)
            row->id = id_make(&writing->ids, writing->arena, row->title, writing->arena);
    }
}

void sections_name(struct writing *writing)
{
    struct lines *lines = writing->lines;
    name_groups(writing);
    name_rows(writing, false);
    name_rows(writing, true);
    bool has_rows = lines_count(lines, ROW_LINE, true);
    for (int i = 0; i < lines->columns->count; i++)
        if (lines->columns->items[i].use == COLUMN_FUNDER && !has_rows)
            lines->funder_ids[i] =
                id_make(&writing->ids, writing->arena, label_plain(lines->columns->items[i].heading, writing->arena),
                        writing->arena);
}

static void begin_line(struct writing *writing, const struct budget_row *row, enum section_id section, const char *id)
{
    struct sheet *sheet = writing->sheet;
    const char *note = sections_note(writing, row);
    sheet_section(sheet, section, id, false);
    sheet_key(sheet, "title", sheet_words(sheet, row->title), NULL);
    sheet_key(sheet, "source", row_source(writing, row), NULL);
    if (*note)
        sheet_key(sheet, "note", sheet_words(sheet, note), NULL);
}

/* "Region (beslutad)", "Jordbruksverket (sökt, 2026)": the first word in brackets that is a status; NULL: none. */
static struct status_said title_status(const struct writing *writing, const char *title)
{
    static const struct status_said nothing = { NULL, false };
    const char *bracket = strrchr(title, '(');
    for (const char *at = bracket ? bracket + 1 : ""; *at;) {
        const struct status_said said = label_status_said(at, writing->arena);
        if (said.word)
            return said;
        at += strcspn(at, " ,;/)");
        at += strspn(at, " ,;/)");
    }
    return nothing;
}

/* The status that the row says, in a column of it, in a cell of no other words or behind its title. */
static struct status_said row_status(const struct writing *writing, const struct budget_row *row)
{
    struct csv_cell open = { "", { 0 } };
    bool is_noted = false;
    for (int i = 0; i < writing->lines->columns->count; i++) {
        enum column_use use = writing->lines->columns->items[i].use;
        const struct csv_cell cell = column_cell(writing->lines->grid, row->row, i);
        struct status_said said = { use == COLUMN_STATUS || use == COLUMN_NOTE ? label_status(cell.text) : NULL,
                                    false };
        if (use == COLUMN_STATUS && !said.word)
            said = label_status_said(cell.text, writing->arena);
        is_noted = is_noted || (use == COLUMN_NOTE && label_status_said(cell.text, writing->arena).word);
        if (said.word && !said.is_negated)
            return said;
        open = use == COLUMN_STATUS && *cell.text ? cell : open;
    }
    if (!*open.text) {
        struct status_said said = title_status(writing, row->title);
        if (!said.word && is_noted)
            said = (struct status_said){ word_of_code(words_status, STATUS_PROPOSED), true };
        return said;
    }
    diag_add(writing->diags, DIAG_TABLE_STATUS, open.place,
             ARGS(arg_text(open.text), arg_either("proposed", "föreslagen")));
    return (struct status_said){ word_of_code(words_status, STATUS_PROPOSED), true };
}

static void add_status(struct writing *writing, struct status_said said)
{
    const char *word =
        sheet_word(writing->sheet, words_status, said.word && !said.is_negated ? said.word->code : STATUS_PROPOSED);
    sheet_key(writing->sheet, "status", word,
              !said.word        ? tr(N_("the table does not say; granted, decided, estimated, applied?"))
              : said.is_negated ? tr(N_("what the table says stands in the note; granted, decided, applied, rejected?"))
                                : NULL);
}

static void add_cost(struct writing *writing, struct budget_row *row)
{
    if (row->gives)
        row->borne_by = id_make(&writing->ids, writing->arena, row->title, writing->arena);
    begin_line(writing, row, SECTION_COST, row->id);
    sheet_key(writing->sheet, "category", category_of(writing, row), NULL);
    add_amounts(writing, row);
    if (row->borne_by)
        sheet_key(writing->sheet, "in_kind_by", row->borne_by, NULL);
}

static void add_funder(struct writing *writing, const struct budget_row *row)
{
    begin_line(writing, row, SECTION_FUNDER, row->id);
    if (row->is_given) {
        const struct amount given = all_of(writing, row);
        sheet_key(writing->sheet, "in_kind", amount_value(writing, &given, period_said(writing, PERIOD_TOTAL)), NULL);
    } else {
        add_amounts(writing, row);
    }
    add_status(writing, row_status(writing, row));
}

/* Whoever gives a cost in kind that no funder of the table is said to give. */
static void add_givers(struct writing *writing)
{
    for (int i = 0; i < writing->lines->count; i++) {
        const struct budget_row *row = &writing->lines->items[i];
        if (!row->gives)
            continue;
        begin_line(writing, row, SECTION_FUNDER, row->borne_by);
        add_status(writing, (struct status_said){ NULL, false });
    }
}

static void add_funder_columns(struct writing *writing)
{
    const struct lines *lines = writing->lines;
    for (int i = 0; i < lines->columns->count; i++) {
        bool is_unknown;
        if (!lines->funder_ids[i])
            continue;
        const money cash = column_total(lines, i, &is_unknown) - lines->borne[i];
        const struct amount amount = { is_unknown ? AMOUNT_UNKNOWN : AMOUNT_MONEY, cash };
        sheet_section(writing->sheet, SECTION_FUNDER, lines->funder_ids[i], false);
        sheet_key(writing->sheet, "title",
                  sheet_words(writing->sheet, label_plain(lines->columns->items[i].heading, writing->arena)), NULL);
        sheet_key(writing->sheet, "source",
                  source_named(writing, tr(N_("%s column %s")), column_letters(i, writing->arena)), NULL);
        if (cash || is_unknown || !lines->borne[i])
            sheet_key(writing->sheet, "amount", amount_value(writing, &amount, period_said(writing, PERIOD_TOTAL)),
                      NULL);
        add_status(writing, (struct status_said){ NULL, false });
    }
}

/* Who pays the row, where a column names them; "": nobody. */
static const char *payer_of(const struct lines *lines, const struct budget_row *row)
{
    for (int i = 0; i < lines->columns->count && row->use == ROW_LINE && !row->is_funding && !row->borne_by; i++)
        if (lines->columns->items[i].use == COLUMN_PAYER)
            return column_cell(lines->grid, row->row, i).text;
    return "";
}

/* Whether the columns are one, or parts of the same year. */
static bool of_year(const struct lines *lines, int one, int other)
{
    const struct budget_column *a = &lines->columns->items[one], *b = &lines->columns->items[other];
    return one == other || (a->use == COLUMN_YEAR && b->use == COLUMN_YEAR && a->year == b->year);
}

/* What one payer's rows make in a column and in those of the same year, in the form in which a row says it. */
static struct amount paid_in(const struct lines *lines, const char *payer, int column)
{
    struct amount sum = { AMOUNT_EMPTY, 0 };
    wide all = 0;
    for (int i = 0; i < lines->count; i++) {
        const struct budget_row *row = &lines->items[i];
        for (int k = column; k < lines->columns->count && text_same(payer_of(lines, row), payer); k++) {
            const struct amount *paid = &row->amounts[k];
            if (paid->kind < AMOUNT_UNKNOWN || !of_year(lines, k, column))
                continue;
            all += paid->ore;
            sum.kind = sum.kind == AMOUNT_UNKNOWN ? AMOUNT_UNKNOWN : paid->kind;
        }
    }
    sum.ore = all > MONEY_LIMIT ? MONEY_LIMIT : (money)all;
    return sum;
}

/* A funder that pays its rows whole, year by year where the table has years. */
static void add_payer(struct writing *writing, const char *payer, int column)
{
    const struct lines *lines = writing->lines;
    sheet_section(writing->sheet, SECTION_FUNDER, id_make(&writing->ids, writing->arena, payer, writing->arena), false);
    sheet_key(writing->sheet, "title", sheet_words(writing->sheet, payer), NULL);
    sheet_key(writing->sheet, "source",
              source_named(writing, tr(N_("%s column %s")), column_letters(column, writing->arena)), NULL);
    bool is_said = false;
    for (int i = 0; i < lines->columns->count; i++) {
        const struct budget_column *of = &lines->columns->items[i];
        const struct amount paid = paid_in(lines, payer, i);
        bool is_year = of->use == COLUMN_YEAR;
        if (is_year && !column_begins_year(lines->columns, i))
            continue;
        if (paid.kind == AMOUNT_EMPTY || (!is_year && (of->use != COLUMN_TOTAL || lines->columns->is_by_year)))
            continue;
        sheet_key(writing->sheet, is_year ? arena_text(writing->arena, "%d", of->year) : "amount",
                  amount_value(writing, &paid, is_year ? "" : period_said(writing, of->period)), NULL);
        is_said = true;
    }
    if (!is_said)
        sheet_key(writing->sheet, "amount", "?", NULL);
    add_status(writing, title_status(writing, payer));
}

static void add_payers(struct writing *writing)
{
    const struct lines *lines = writing->lines;
    for (int c = 0; c < lines->columns->count; c++)
        for (int i = 0; lines->columns->items[c].use == COLUMN_PAYER && i < lines->count; i++) {
            const char *payer = payer_of(lines, &lines->items[i]);
            bool is_new = *payer;
            for (int k = 0; k < i && is_new; k++)
                is_new = !text_same(payer_of(lines, &lines->items[k]), payer);
            if (is_new)
                add_payer(writing, payer, c);
        }
}

void sections_write(struct writing *writing, const char *title, bool is_funding)
{
    sheet_comment(writing->sheet, title);
    sheet_gap(writing->sheet);
    for (int i = 0; i < writing->groups.count && !is_funding; i++) {
        sheet_section(writing->sheet, SECTION_CATEGORY, writing->own.items[i], false);
        sheet_key(writing->sheet, "title", sheet_words(writing->sheet, writing->groups.items[i]), NULL);
    }
    for (int i = 0; i < writing->lines->count; i++) {
        struct budget_row *row = &writing->lines->items[i];
        if (row->use != ROW_LINE || row->is_funding != is_funding)
            continue;
        if (is_funding)
            add_funder(writing, row);
        else
            add_cost(writing, row);
    }
    if (is_funding) {
        add_funder_columns(writing);
        if (!lines_count(writing->lines, ROW_LINE, true))
            add_payers(writing);
        add_givers(writing);
    }
}
