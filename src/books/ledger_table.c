#include "ledger_table.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/read/amount.h>
#include <medfin/values/value.h>

const char project_dimension[] = "6";

enum column {
    COLUMN_DATE,
    COLUMN_ACCOUNT,
    COLUMN_NAME,
    COLUMN_PATH,
    COLUMN_PROJECT,
    COLUMN_AMOUNT,
    COLUMN_DEBIT,
    COLUMN_CREDIT,
    COLUMN_VOUCHER,
    COLUMN_TEXT,
    COLUMN_COUNT
};

static const struct csv_heading headings[COLUMN_COUNT] = {
    [COLUMN_DATE] = { { "Datum",
                        "Date",
                        "Period",
                        "Månad",
                        "Month",
                        "Bokföringsdatum",
                        "Verifikationsdatum",
                        "Bokföringsdag",
                        "Verdatum",
                        "Transdatum",
                        "Bokförd",
                        "Bokf.datum",
                        "Bokf. datum",
                        "Bokf datum",
                        "Bokfdatum",
                        "Bokf.dat",
                        "Ver.datum",
                        "Ver. datum",
                        "Ver datum",
                        "Trans.datum",
                        "Transaktionsdatum" },
                      true },
    [COLUMN_ACCOUNT] = { { "Konto", "Account", "Kontonr", "Kontonummer", "Huvudkonto", "Konto nr", "Konto-nr", "Kto" },
                         false },
    [COLUMN_NAME] = { { "Kontonamn", "Account name", "Kontobenämning", "Benämning" }, false },
    [COLUMN_PATH] = { { "Stig", "Path", "Rad", "Line", "Budgetrad" }, false },
    [COLUMN_PROJECT] = { { "Projekt", "Project", "Projektkod", "Projektnr", "Projektnummer", "Objekt", "Proj", "Proj.",
                           "Projnr", "Proj.nr", "Projekt nr", "Projekt-nr", "Projekt-ID" },
                         false },
    [COLUMN_AMOUNT] = { { "Belopp", "Amount", "Summa", "Saldo", "Utfall" }, false },
    [COLUMN_DEBIT] = { { "Debet", "Debit" }, false },
    [COLUMN_CREDIT] = { { "Kredit", "Credit" }, false },
    [COLUMN_VOUCHER] = { { "Verifikation", "Voucher", "Ver", "Vernr", "Ver.nr", "Verifikationsnummer",
                           "Verifikationsnr", "Verifikat", "Ver nr", "Ver. nr", "Ver-nr" },
                         false },
    [COLUMN_TEXT] = { { "Text", "Verifikationstext", "Vertext", "Transaktionstext", "Beskrivning", "Description" },
                      false },
};

struct reading {
    struct ledger_draft draft;
    const struct csv *csv;
    struct spellings vouchers;           /* by year and name: numbers begin anew each year */
    struct place first_day, first_month; /* six digits that can be nothing but a day, and what is but a month */
    struct arena *arena;
};

static struct csv_cell cell_of(const struct reading *reading, const struct csv_row *row, enum column column)
{
    return csv_cell(reading->csv, row, column);
}

/* The stretch of the file that a cell is: its text is gone when the row is. */
static struct ledger_words words_of(const struct csv_cell *cell)
{
    return (struct ledger_words){ cell->place.offset, cell->place.size };
}

static bool is_digits(const char *text, size_t size)
{
    return strlen(text) == size && strspn(text, "0123456789") == size;
}

static int32_t day_of(month at, int day)
{
    return month_year(at) * 10000 + month_number(at) * 100 + day;
}

/* "250115", which many programs write; "202501" is a month, and "201201" either: what the others are decides. */
static bool short_day_read(struct reading *reading, const struct csv_cell *cell, month at, bool is_month, int32_t *day)
{
    const char *text = cell->text, *whole = arena_text(reading->arena, "20%.2s-%.2s-%.2s", text, text + 2, text + 4);
    month of_day;
    bool is_day = date_read(whole, false, &of_day);
    if (!is_day && !is_month)
        return false;
    struct place *only = is_day && is_month ? NULL : is_day ? &reading->first_day : &reading->first_month;
    if (only && !only->source)
        *only = cell->place;
    *day = is_month ? day_of(at, 0) : day_of(of_day, (text[4] - '0') * 10 + text[5] - '0');
    return true;
}

/* A day, or a month as its day 0. */
static bool day_read(struct reading *reading, const struct csv_cell *cell, struct diags *diags, int32_t *day)
{
    enum { DAY_DIGITS = 8, MONTH_DIGITS = 6 };
    month none, at = 0;
    const struct key *key = key_find(SECTION_PROJECT, "start", &none);
    const char *text = cell->text;
    struct value value;
    if (is_digits(text, DAY_DIGITS))
        text = arena_text(reading->arena, "%.4s-%.2s-%.2s", text, text + 4, text + 6);
    else if (is_digits(text, MONTH_DIGITS)) {
        text = arena_text(reading->arena, "%.4s-%.2s", text, text + 4);
        const bool is_month = date_read(text, false, &at);
        if (short_day_read(reading, cell, at, is_month, day))
            return true;
    }
    bool has_day = strlen(text) == sizeof "2021-04-15" - 1 && text[4] == '-' &&
                   date_read(arena_copy(reading->arena, text, sizeof "2021-04" - 1), false, &at);
    if (has_day && !date_read(text, false, &at)) {
        diag_add(diags, DIAG_LEDGER_DATE, cell->place, ARGS(arg_text(cell->text)));
        return false;
    }
    if (!value_read(key, OPERATION_SET, text, cell->place, &value, reading->arena, diags))
        return false;
    at = (month)value.number;
    *day = day_of(at, has_day ? (text[8] - '0') * 10 + text[9] - '0' : 0);
    if (!has_day && !reading->first_month.source)
        reading->first_month = cell->place;
    return true;
}

/* "150 000,00-", as many programs write what is below zero. */
static const char *minus_first(const char *text, struct arena *arena)
{
    size_t size = strlen(text);
    bool is_behind = size > 1 && text[size - 1] == '-' && text[size - 2] >= '0' && text[size - 2] <= '9';
    return is_behind && *text != '-' ? arena_text(arena, "-%.*s", (int)size - 1, text) : text;
}

/* False after a fault; an empty cell is nothing. */
static bool money_read(struct reading *reading, const struct csv_cell *cell, struct diags *diags, money *ore)
{
    int errors = diags_errors(diags);
    const struct csv_cell signed_first = { minus_first(cell->text, reading->arena), cell->place };
    const struct amount amount = amount_read(&signed_first, 0, reading->arena, diags);
    *ore = amount.kind == AMOUNT_MONEY ? amount.ore : 0;
    if ((amount.kind == AMOUNT_NONE || amount.kind == AMOUNT_UNKNOWN) && diags_errors(diags) == errors)
        diag_add(diags, DIAG_SIE_AMOUNT, cell->place, ARGS(arg_text(cell->text)));
    return diags_errors(diags) == errors;
}

static bool amounts_read(struct reading *reading, const struct csv_row *row, struct diags *diags, money *ore)
{
    const struct csv_cell amount = cell_of(reading, row, COLUMN_AMOUNT), debit = cell_of(reading, row, COLUMN_DEBIT),
                          credit = cell_of(reading, row, COLUMN_CREDIT);
    money sum, in, out;
    if (!money_read(reading, &amount, diags, &sum) || !money_read(reading, &debit, diags, &in) ||
        !money_read(reading, &credit, diags, &out))
        return false;
    *ore = *amount.text ? sum : in - out;
    return true;
}

static int voucher_of(struct reading *reading, const struct csv_row *row, int32_t day)
{
    const struct csv_cell name = cell_of(reading, row, COLUMN_VOUCHER), text = cell_of(reading, row, COLUMN_TEXT);
    if (!*name.text)
        return -1;
    const char *of_year = arena_text(reading->arena, "%d %s", (int)(day / 10000), name.text);
    struct spelling *spelling = spelling_find(&reading->vouchers, of_year, strlen(of_year), reading->arena);
    if (!spelling->number) {
        *list_add(&reading->draft.vouchers, reading->arena) =
            (struct ledger_voucher){ .day = day, .named = words_of(&name), .text = words_of(&text) };
        reading->vouchers.count++;
        spelling->number = reading->draft.vouchers.count;
    }
    return spelling->number - 1;
}

static int objects_of(struct reading *reading, const struct csv_row *row)
{
    const struct csv_cell project = cell_of(reading, row, COLUMN_PROJECT);
    if (!*project.text)
        return 0;
    int object =
        draft_object(&reading->draft, project_dimension, strlen(project_dimension), project.text, strlen(project.text));
    return draft_set(&reading->draft, &object, 1);
}

static int account_of(struct reading *reading, const struct csv_row *row)
{
    const struct csv_cell account = cell_of(reading, row, COLUMN_ACCOUNT), path = cell_of(reading, row, COLUMN_PATH);
    const char *id = *account.text ? account.text : path.text;
    int number = draft_account(&reading->draft, id, strlen(id));
    struct ledger_account *kept = &reading->draft.accounts.items[number];
    kept->is_path = !*account.text;
    const struct csv_cell name = cell_of(reading, row, COLUMN_NAME);
    if (!*kept->name && *name.text)
        kept->name = arena_copy(reading->arena, name.text, strlen(name.text));
    return number;
}

/* What a row must say lacks. */
static void lacks(const struct csv_row *row, enum column column, struct diags *diags)
{
    diag_add(diags, DIAG_LEDGER_ROW_LACKS, row->place, ARGS(arg_text(headings[column].names[0])));
}

static void take_row(const struct csv *csv, const struct csv_row *row, struct diags *diags, void *user)
{
    struct reading *reading = user;
    reading->csv = csv;
    reading->draft.ledger.source = csv->source;
    struct posting posting = { .offset = row->place.offset };
    const struct csv_cell date = cell_of(reading, row, COLUMN_DATE);
    bool has_account = *cell_of(reading, row, COLUMN_ACCOUNT).text || *cell_of(reading, row, COLUMN_PATH).text;
    if (!*date.text && !has_account) {
        reading->draft.ledger.aside++;
        return;
    }
    if (!*date.text || !has_account) {
        lacks(row, *date.text ? COLUMN_ACCOUNT : COLUMN_DATE, diags);
        return;
    }
    if (!day_read(reading, &date, diags, &posting.day) || !amounts_read(reading, row, diags, &posting.amount))
        return;
    posting.account = account_of(reading, row);
    posting.objects = objects_of(reading, row);
    posting.voucher = voucher_of(reading, row, posting.day);
    draft_post(&reading->draft, posting);
}

/* "201201" was taken for a month. */
static void settle_day(int32_t *day)
{
    enum { CENTURY = 20000000 };
    *day = *day % 100 ? *day : CENTURY + *day / 100;
}

/* Six digits are days where one can be nothing else, "201201" too. */
static void settle_days(struct reading *reading)
{
    if (!reading->first_day.source)
        return;
    if (reading->first_month.source)
        diag_add(reading->draft.diags, DIAG_LEDGER_DAYS_MIXED, reading->first_day,
                 ARGS(arg_place(reading->first_month)));
    for (int i = 0; i < reading->draft.postings.count; i++)
        settle_day(&reading->draft.postings.items[i].day);
    for (int i = 0; i < reading->draft.vouchers.count; i++)
        settle_day(&reading->draft.vouchers.items[i].day);
}

/* The headings that nothing is read of, for a message. */
static const char *headings_aside(const struct csv *csv, struct arena *arena)
{
    struct text out = text_new(arena);
    for (int i = 0; i < csv->aside_count; i++)
        text_addf(&out, "%s%s", i ? ", " : "", csv->columns_aside[i]);
    return out.bytes;
}

const struct ledger *ledger_table_read(const struct csv_file *file, csv_alias_list *aliases, struct arena *arena,
                                       struct diags *diags)
{
    struct reading reading = { .arena = arena };
    int errors = diags_errors(diags);
    const struct csv_form form = { .headings = headings,
                                   .heading_count = COLUMN_COUNT,
                                   .options = CSV_SHORT_ROWS | CSV_OTHER_HEADINGS | CSV_ROWS_ABOVE,
                                   .aliases = aliases,
                                   .amount = COLUMN_AMOUNT };
    draft_begin(&reading.draft, NULL, arena, diags);
    const struct csv *csv = csv_walk(file, &form, take_row, &reading, arena, diags);
    if (!csv || diags_errors(diags) > errors)
        return NULL;
    settle_days(&reading);
    reading.draft.ledger.source = csv->source;
    reading.draft.ledger.columns_aside = headings_aside(csv, arena);
    reading.draft.ledger.has_projects = csv->columns[COLUMN_PROJECT] >= 0;
    reading.draft.ledger.encoding = csv->source->sheet ? "XLSX" : csv_encoding_name(csv->encoding);
    bool has_amount = csv->columns[COLUMN_AMOUNT] >= 0 || csv->columns[COLUMN_DEBIT] >= 0;
    bool has_account = csv->columns[COLUMN_ACCOUNT] >= 0 || csv->columns[COLUMN_PATH] >= 0;
    if (!has_amount || !has_account) {
        csv_lacks(csv, &headings[has_account ? COLUMN_AMOUNT : COLUMN_ACCOUNT], arena, diags);
        return NULL;
    }
    return draft_end(&reading.draft);
}
