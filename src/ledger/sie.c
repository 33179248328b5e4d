#include <medfin/ledger/sie.h>

#include <string.h>

#include <medfin/base/text.h>

#include "sie_balances.h"
#include "sie_fields.h"

enum { TYPE_OF_VOUCHERS = 4 };

struct reading {
    struct ledger_draft draft;
    const struct source *source;
    const char *line, *end;    /* that is read, without its end; … */
    const char *at;            /* … and how far */
    struct spellings braces;   /* sets of objects as they are written */
    struct spellings labels;   /* that nobody here knows, … */
    struct text labels_listed; /* … as a message lists them */
    balance_list balances;
    bool is_within; /* the { of a voucher has been read, and not its } */
    bool awaits;    /* a voucher's { is to come */
    bool stops;     /* what is wrong leaves no use in the rest */
};

static struct place place_of(const struct reading *reading, const char *at, size_t size)
{
    return place_at(reading->source, (size_t)(at - reading->source->bytes), size);
}

static uint32_t offset_of(const struct reading *reading, const char *at)
{
    return (uint32_t)(at - reading->source->bytes);
}

static struct place line_place(const struct reading *reading)
{
    return place_of(reading, reading->line, (size_t)(reading->end - reading->line));
}

/* The next field; a quote that nothing ends is told, and ends with the line. */
static bool next(struct reading *reading, struct sie_field *field)
{
    if (!sie_field_next(&reading->at, reading->end, field))
        return false;
    if (field->is_open)
        diag_add(reading->draft.diags, DIAG_SIE_QUOTE, place_of(reading, field->at - 1, field->size + 1), NULL);
    return true;
}

/* The same of one that must be there. */
static bool need(struct reading *reading, const char *meant, struct sie_field *field)
{
    if (next(reading, field))
        return true;
    diag_add(reading->draft.diags, DIAG_SIE_FIELD_MISSING, line_place(reading), ARGS(arg_word(meant)));
    return false;
}

static bool fault(struct reading *reading, enum diag_id id, const struct sie_field *field)
{
    diag_add(reading->draft.diags, id, place_of(reading, field->at, field->size),
             ARGS(arg_text(sie_field_text(field, reading->draft.arena))));
    return false;
}

static bool need_amount(struct reading *reading, money *amount)
{
    struct sie_field field;
    return need(reading, N_("amount"), &field) &&
           (sie_amount(&field, amount) || fault(reading, DIAG_SIE_AMOUNT, &field));
}

static bool need_day(struct reading *reading, bool of_month, int32_t *day)
{
    struct sie_field field;
    return need(reading, N_("date"), &field) &&
           (sie_day(&field, of_month, day) || fault(reading, DIAG_SIE_DATE, &field));
}

static bool need_account(struct reading *reading, int *account)
{
    struct sie_field field;
    if (!need(reading, N_("account"), &field))
        return false;
    *account = draft_account(&reading->draft, field.at, field.size);
    return true;
}

/* "6 "P12" 1 "200"": pairs of a dimension and an object. */
static int set_new(struct reading *reading, const struct sie_field *braces)
{
    LIST(int) objects = { 0 };
    struct sie_field dimension, object;
    const char *at = braces->at, *end = at + braces->size;
    while (sie_field_next(&at, end, &dimension) && sie_field_next(&at, end, &object))
        *list_add(&objects, reading->draft.arena) =
            draft_object(&reading->draft, dimension.at, dimension.size, object.at, object.size);
    return draft_set(&reading->draft, objects.items, objects.count);
}

static bool need_objects(struct reading *reading, int *objects)
{
    struct sie_field field;
    if (!need(reading, N_("objects in braces"), &field))
        return false;
    if (!field.is_objects)
        return fault(reading, DIAG_SIE_OBJECTS, &field);
    *objects = 0;
    if (!field.size)
        return true;
    struct spelling *spelling = spelling_find(&reading->braces, field.at, field.size, reading->draft.arena);
    if (!spelling->number) {
        reading->braces.count++;
        spelling->number = set_new(reading, &field) + 1;
    }
    *objects = spelling->number - 1;
    return true;
}

/* A balance of another year is of no use here. */
static bool is_of_year(struct reading *reading)
{
    struct sie_field field;
    int year;
    if (!need(reading, N_("number of the year"), &field))
        return false;
    if (!sie_number(&field, &year))
        return fault(reading, DIAG_SIE_NUMBER, &field);
    reading->draft.ledger.other_years += year != 0;
    return year == 0;
}

/* #TRANS account {objects} amount [date] … */
static void read_trans(struct reading *reading)
{
    struct posting posting = { .offset = offset_of(reading, reading->line) };
    struct sie_field date;
    if (!reading->is_within) {
        diag_add(reading->draft.diags, DIAG_SIE_OUTSIDE, line_place(reading), NULL);
        return;
    }
    if (!need_account(reading, &posting.account) || !need_objects(reading, &posting.objects) ||
        !need_amount(reading, &posting.amount))
        return;
    if (next(reading, &date) && date.size && !sie_day(&date, false, &posting.day))
        fault(reading, DIAG_SIE_DATE, &date);
    posting.voucher = reading->draft.vouchers.count - 1;
    reading->stops = !draft_post(&reading->draft, posting);
}

/* #VER series number date [text] … */
static void read_ver(struct reading *reading)
{
    struct sie_field series, number, text = { 0 };
    struct ledger_voucher voucher = { 0 };
    if (reading->is_within)
        diag_add(reading->draft.diags, DIAG_SIE_VOUCHER_OPEN, line_place(reading), NULL);
    reading->is_within = false;
    reading->awaits = true;
    if (!need(reading, N_("series"), &series) || !need(reading, N_("number"), &number) ||
        !need_day(reading, false, &voucher.day))
        return;
    if (number.size)
        voucher.named =
            (struct ledger_words){ offset_of(reading, series.at), (uint32_t)(number.at + number.size - series.at) };
    if (next(reading, &text))
        voucher.text = (struct ledger_words){ offset_of(reading, text.at), (uint32_t)text.size };
    *list_add(&reading->draft.vouchers, reading->draft.arena) = voucher;
}

static void read_changed(struct reading *reading)
{
    reading->draft.ledger.changed++;
}

static void read_removed(struct reading *reading)
{
    reading->draft.ledger.removed++;
}

static void read_balance(struct reading *reading, enum balance_kind kind)
{
    struct balance balance = { .kind = kind, .offset = offset_of(reading, reading->line) };
    int32_t day = 0;
    if (!is_of_year(reading) || (kind == BALANCE_PERIOD && !need_day(reading, true, &day)) ||
        !need_account(reading, &balance.account) ||
        (kind == BALANCE_PERIOD && !need_objects(reading, &balance.objects)) || !need_amount(reading, &balance.amount))
        return;
    balance.period = day ? day_month(day) : 0;
    *list_add(&reading->balances, reading->draft.arena) = balance;
}

static void read_opening(struct reading *reading)
{
    read_balance(reading, BALANCE_OPENING);
}

static void read_closing(struct reading *reading)
{
    read_balance(reading, BALANCE_CLOSING);
}

static void read_result(struct reading *reading)
{
    read_balance(reading, BALANCE_RESULT);
}

static void read_period(struct reading *reading)
{
    read_balance(reading, BALANCE_PERIOD);
}

static void read_year(struct reading *reading)
{
    struct ledger *ledger = &reading->draft.ledger;
    int32_t first, last;
    if (!is_of_year(reading) || !need_day(reading, false, &first) || !need_day(reading, false, &last))
        return;
    ledger->first_day = first;
    ledger->last_day = last;
}

static void read_type(struct reading *reading)
{
    struct sie_field field;
    if (!need(reading, N_("type"), &field))
        return;
    struct sie_field digit = { field.at, field.size ? 1 : 0, false, false }; /* 4i is 4 without balances */
    if (!sie_number(&digit, &reading->draft.ledger.type) || reading->draft.ledger.type < 1 ||
        reading->draft.ledger.type > 4)
        fault(reading, DIAG_SIE_NUMBER, &field);
}

static const char *read_text(struct reading *reading)
{
    struct sie_field field;
    return next(reading, &field) ? sie_field_text(&field, reading->draft.arena) : "";
}

static void read_company(struct reading *reading)
{
    reading->draft.ledger.company = read_text(reading);
}

static void read_company_number(struct reading *reading)
{
    reading->draft.ledger.number = read_text(reading);
}

static void read_account(struct reading *reading)
{
    int account;
    if (need_account(reading, &account))
        reading->draft.accounts.items[account].name = read_text(reading);
}

static void read_object(struct reading *reading)
{
    struct sie_field dimension, object;
    if (!need(reading, N_("dimension"), &dimension) || !need(reading, N_("object"), &object))
        return;
    int number = draft_object(&reading->draft, dimension.at, dimension.size, object.at, object.size);
    reading->draft.objects.items[number].name = read_text(reading);
}

static const struct label {
    const char *name;
    void (*read)(struct reading *reading);
} labels[] = {
    { "TRANS", read_trans },    { "VER", read_ver },
    { "BTRANS", read_changed }, { "RTRANS", read_removed },
    { "PSALDO", read_period },  { "IB", read_opening },
    { "UB", read_closing },     { "RES", read_result },
    { "KONTO", read_account },  { "OBJEKT", read_object },
    { "RAR", read_year },       { "SIETYP", read_type },
    { "FNAMN", read_company },  { "ORGNR", read_company_number },
};

/* Counted, and each named once. */
static void label_left_out(struct reading *reading, const char *label, size_t size)
{
    enum { MOST = 8 };
    reading->draft.ledger.unknown_labels++;
    struct spelling *spelling = spelling_find(&reading->labels, label, size, reading->draft.arena);
    if (spelling->number)
        return;
    spelling->number = ++reading->labels.count;
    if (spelling->number <= MOST)
        text_addf(&reading->labels_listed, "%s#%.*s", spelling->number > 1 ? ", " : "", (int)size, label);
    else if (spelling->number == MOST + 1)
        text_add(&reading->labels_listed, ", …");
}

static void read_label(struct reading *reading)
{
    const char *from = reading->line + 1, *to = from;
    while (to < reading->end && *to != ' ' && *to != '\t')
        to++;
    reading->at = to;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strlen(labels[i].name) == (size_t)(to - from) && memcmp(labels[i].name, from, (size_t)(to - from)) == 0) {
            labels[i].read(reading);
            return;
        }
    label_left_out(reading, from, (size_t)(to - from));
}

static void read_brace(struct reading *reading)
{
    bool begins = *reading->line == '{';
    if (begins ? !reading->awaits : !reading->is_within)
        diag_add(reading->draft.diags, DIAG_SIE_OUTSIDE, line_place(reading), NULL);
    reading->is_within = begins;
    reading->awaits = false;
}

static void read_line(struct reading *reading)
{
    while (reading->line < reading->end && (*reading->line == ' ' || *reading->line == '\t'))
        reading->line++;
    while (reading->end > reading->line && (reading->end[-1] == '\r' || reading->end[-1] == ' '))
        reading->end--;
    if (reading->line == reading->end)
        return;
    if (*reading->line == '#')
        read_label(reading);
    else if (*reading->line == '{' || *reading->line == '}')
        read_brace(reading);
    else
        diag_add(reading->draft.diags, DIAG_SIE_LINE, line_place(reading), NULL);
}

static void read_lines(struct reading *reading)
{
    const char *from = reading->source->bytes, *end = from + reading->source->size;
    while (from < end && !reading->stops) {
        const char *to = memchr(from, '\n', (size_t)(end - from));
        reading->line = from;
        reading->end = to ? to : end;
        from = reading->end + 1;
        read_line(reading);
    }
    if (reading->is_within && !reading->stops)
        diag_add(reading->draft.diags, DIAG_SIE_VOUCHER_OPEN, place_at(reading->source, reading->source->size, 0),
                 NULL);
}

static const char *day_text(int32_t day, struct arena *arena)
{
    return arena_text(arena, "%04d-%02d-%02d", (int)(day / 10000), (int)(day / 100 % 100), (int)(day % 100));
}

/* Vouchers of another year than the file says that it is of. */
static void check_year(const struct reading *reading)
{
    const struct ledger *ledger = &reading->draft.ledger;
    const struct ledger_voucher *first = NULL;
    int count = 0;
    for (int i = 0; i < reading->draft.vouchers.count && ledger->first_day; i++) {
        const struct ledger_voucher *voucher = &reading->draft.vouchers.items[i];
        bool is_outside = voucher->day < ledger->first_day || voucher->day > ledger->last_day;
        first = is_outside && !first ? voucher : first;
        count += is_outside;
    }
    if (first)
        diag_add(reading->draft.diags, DIAG_SIE_YEAR, place_at(reading->source, first->named.offset, first->named.size),
                 ARGS(arg_text(day_text(first->day, reading->draft.arena)),
                      arg_text(day_text(ledger->first_day, reading->draft.arena)),
                      arg_text(day_text(ledger->last_day, reading->draft.arena)), arg_count(count)));
}

bool sie_begins(const char *bytes, size_t size)
{
    size_t at = 0;
    while (at < size && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n'))
        at++;
    return at < size && bytes[at] == '#';
}

const struct ledger *sie_read(const struct source *source, const char *encoding, struct arena *arena,
                              struct diags *diags)
{
    struct reading reading = { .source = source };
    int errors = diags_errors(diags);
    if (!sie_begins(source->bytes, source->size)) {
        diag_add(diags, DIAG_SIE_START, place_at(source, 0, source->size ? 1 : 0), NULL);
        return NULL;
    }
    draft_begin(&reading.draft, source, arena, diags);
    reading.labels_listed = text_new(arena);
    reading.draft.ledger.encoding = encoding;
    read_lines(&reading);
    if (diags_errors(diags) > errors)
        return NULL;
    balances_keep(&reading.draft, &reading.balances);
    if (reading.draft.postings.count)
        balances_check(&reading.draft, &reading.balances);
    else
        balances_post(&reading.draft, &reading.balances);
    struct ledger *ledger = &reading.draft.ledger;
    ledger->labels_left_out = reading.labels_listed.bytes;
    check_year(&reading);
    ledger->type = ledger->type ? ledger->type : TYPE_OF_VOUCHERS;
    if (!reading.draft.postings.count && ledger->type < TYPE_OF_VOUCHERS)
        diag_add(diags, DIAG_SIE_NO_MONTHS, place_at(source, 0, 1), ARGS(arg_count(ledger->type)));
    const struct ledger *made = draft_end(&reading.draft);
    return diags_errors(diags) == errors ? made : NULL;
}
