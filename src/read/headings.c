#include "headings.h"

#include <string.h>

#include <medfin/base/month.h>
#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/values/lines.h>
#include <medfin/values/scale.h>

static bool ends_with(const char *text, size_t size, const char *end)
{
    size_t length = strlen(end);
    return size >= length && memcmp(text + size - length, end, length) == 0;
}

/* The text in lower case, composed, blanks and line ends single, an underscore as a blank, without a bracket behind it
   and marks at its end. */
static char *spelt(const char *text, struct arena *arena)
{
    struct text out = text_new(arena);
    const char *lower = text_lower(arena, text_composed(arena, text)), *end = lower + strlen(lower);
    for (const char *at = lower; at < end;) {
        size_t blank = *at == '\n' || *at == '_' ? 1 : blank_size(at, end);
        size_t step = blank ? blank : text_step(at, (size_t)(end - at));
        if (!blank)
            text_add_bytes(&out, at, step);
        else if (out.size && out.bytes[out.size - 1] != ' ')
            text_add(&out, " ");
        at += step;
    }
    char *bracket = out.size && out.bytes[out.size - 1] == ')' ? strrchr(out.bytes, '(') : NULL;
    if (bracket && bracket > out.bytes)
        out.size = (size_t)(bracket - out.bytes);
    while (out.size && strchr(" ?:*", out.bytes[out.size - 1]))
        out.size--;
    return arena_copy(arena, out.bytes, out.size);
}

/* What may stand behind a heading to say in what it is. */
static const char *const units[] = { "tkr", "mnkr", "mkr", "kr", "kronor", "sek", "tusental", "1000-tal", "tusen" };

/* The size of a heading without the unit behind it: "kostnad, kr", "kostnad kr". */
static size_t size_without_unit(const char *plain)
{
    size_t size = strlen(plain);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t cut = strlen(units[i]);
        if (size > cut + 1 && ends_with(plain, size, units[i]) && strchr(" /", plain[size - cut - 1])) {
            size -= cut;
            while (size && strchr(" ,./", plain[size - 1]))
                size--;
            return size > 2 && ends_with(plain, size, " i") ? size - 2 : size;
        }
    }
    return size;
}

/* Most cells are amounts and names, which their first letter tells from headings; one that is composed of two does not.
 */
static bool may_be_heading(const struct csv_form *form, const char *text)
{
    const unsigned char first = (unsigned char)text[0], second = (unsigned char)text[1];
    bool is_plain = (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    if (!is_plain || second == 0xcc || second == 0xcd)
        return true;
    int letter = text_letter(text);
    for (int i = 0; i < form->heading_count; i++)
        for (int k = 0; form->headings[i].names[k]; k++)
            if (text_letter(form->headings[i].names[k]) == letter)
                return true;
    return false;
}

static int plain_find(const struct csv_form *form, const char *plain)
{
    int first = text_letter(plain);
    for (int i = 0; i < form->heading_count; i++)
        for (int k = 0; form->headings[i].names[k]; k++)
            if (text_letter(form->headings[i].names[k]) == first && text_same(form->headings[i].names[k], plain))
                return i;
    return -1;
}

struct csv_alias *heading_alias(const struct csv_form *form, const char *text, struct arena *arena)
{
    for (int i = 0; form->aliases && i < form->aliases->count; i++)
        if (strcmp(spelt(form->aliases->items[i].heading, arena), spelt(text, arena)) == 0)
            return &form->aliases->items[i];
    return NULL;
}

int heading_find(const struct csv_form *form, const char *text, struct arena *arena)
{
    enum { LONGEST = 80 }; /* bytes; a cell of more is no heading */
    if (!*text || strlen(text) > LONGEST)
        return -1;
    const struct csv_alias *alias = heading_alias(form, text, arena);
    if (alias)
        return plain_find(form, alias->meant);
    if (!may_be_heading(form, text))
        return -1;
    const char *plain = spelt(text, arena);
    size_t size = size_without_unit(plain);
    int found = *plain ? plain_find(form, plain) : -1;
    return found >= 0 || !plain[size] ? found : plain_find(form, arena_copy(arena, plain, size));
}

const char *heading_nearest(const struct csv_form *form, const char *text, struct arena *arena)
{
    enum { SHORTEST_SLIP = 5 }; /* letters */
    LIST(const char *) names = { 0 };
    for (int i = 0; i < form->heading_count; i++)
        for (int k = 0; form->headings[i].names[k]; k++)
            *list_add(&names, arena) = form->headings[i].names[k];
    *list_add(&names, arena) = NULL;
    return text_columns(text) >= SHORTEST_SLIP ? text_nearest(text, names.items, arena) : NULL;
}

bool heading_same(const char *a, const char *b, struct arena *arena)
{
    if (text_same(a, b))
        return true;
    return text_letter(a) == text_letter(b) && strpbrk(a, " \n") && strcmp(spelt(a, arena), spelt(b, arena)) == 0;
}

static bool is_one_of(const char *word, size_t size, const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) == size && memcmp(word, *words, size) == 0)
            return true;
    return false;
}

static int year_of(const char *word, size_t size)
{
    month at;
    char digits[5] = "";
    if (size != 4)
        return 0;
    memcpy(digits, word, size);
    return date_read(digits, true, &at) ? month_year(at) : 0;
}

int heading_year(const struct csv_form *form, const char *text, struct arena *arena)
{
    int year = 0;
    const char *plain = form->year_words ? spelt(text, arena) : "";
    for (const char *at = plain; *at;) {
        size_t size = strcspn(at, " ,");
        int said = year_of(at, size);
        if (said ? year != 0 : !is_one_of(at, size, form->year_words))
            return 0;
        year = said ? said : year;
        at += size;
        at += strspn(at, " ,");
    }
    return year;
}

bool heading_is_aside(const char *text, struct arena *arena)
{
    static const char *const known[] = { "nr",
                                         "nr.",
                                         "löpnr",
                                         "id",
                                         "postnummer",
                                         "postnr",
                                         "telefon",
                                         "telefonnummer",
                                         "tel",
                                         "mobil",
                                         "org.nr",
                                         "orgnr",
                                         "org nr",
                                         "organisationsnummer",
                                         "län",
                                         "länskod",
                                         "länsnamn",
                                         "lan",
                                         "diarienummer",
                                         "dnr",
                                         "e-post",
                                         "epost",
                                         "kontaktperson",
                                         "kontakt",
                                         "titel",
                                         "adress",
                                         "ort",
                                         "postort",
                                         "anteckning",
                                         "anteckningar",
                                         "kommentar",
                                         "kommentarer",
                                         "fax",
                                         "phone",
                                         "postal code",
                                         "contact",
                                         "title",
                                         "e-mail",
                                         "email",
                                         "comment",
                                         "county",
                                         "county code",
                                         "år",
                                         "year",
                                         NULL };
    const char *plain = spelt(text, arena);
    return is_one_of(plain, strlen(plain), known);
}

/* Whether a figure of a title is a part of 1 000, a year, or the 31 of December. */
static bool is_of_title(const char *digits, size_t size)
{
    static const char *const known[] = { "1000", "1", "000", "31", NULL };
    return is_one_of(digits, size, known) || year_of(digits, size);
}

int title_power(const char *text, struct arena *arena)
{
    enum { LONGEST = 80 }; /* columns; a longer text is none */
    int power = text_columns(text) <= LONGEST ? scale_said(text, arena) : -1;
    for (const char *at = text; *at && power >= 0;) {
        const size_t size = strspn(at, "0123456789");
        if (size && !is_of_title(at, size))
            power = -1;
        at += size ? size : 1;
    }
    return power;
}

int column_power(const struct csv *csv, int column, struct arena *arena)
{
    const int own = column < 0 ? 0 : scale_said(csv->headings.cells[column].text, arena);
    const int power = own >= 0 ? own : csv->power_above;
    return power > 0 ? power : 0;
}

const char *count_of_power(const char *text, int power, bool *is_rounded, struct arena *arena)
{
    struct text out = text_new(arena);
    const char *end = text + strlen(text);
    int decimals = -1; /* no comma yet */
    for (const char *at = text; at < end;) {
        const size_t blank = blank_size(at, end);
        const bool is_digit = *at >= '0' && *at <= '9', is_comma = strchr(",.", *at) && decimals < 0 && out.size;
        if (!blank && !is_digit && !is_comma)
            return text;
        if (is_digit)
            text_add_bytes(&out, at, 1);
        decimals += is_comma || (is_digit && decimals >= 0);
        at += blank ? blank : 1;
    }
    const int lacking = power - (decimals > 0 ? decimals : 0);
    if (!out.size || lacking < 0)
        return text;
    *is_rounded = *is_rounded || lacking > 0;
    text_fill(&out, '0', lacking);
    return out.bytes;
}

bool text_is_amount(const char *text)
{
    static const char *const behind[] = {
        "", "kr", "kronor", "sek", "tkr", "mnkr", "mkr", ":-", "kr/år", "kr/mån", ",-"
    };
    const char *end = text + strlen(text), *at = text;
    int digits = 0;
    for (size_t step; at < end; at += step) {
        step = blank_size(at, end);
        if (*at >= '0' && *at <= '9')
            step = 1, digits++;
        else if (!step && strchr(".,-/", *at))
            step = 1;
        else if (!step && (size_t)(end - at) >= 3 && (memcmp(at, "−", 3) == 0 || memcmp(at, "–", 3) == 0))
            step = 3;
        if (!step)
            break;
    }
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (digits && text_same(at, behind[i]))
            return true;
    return false;
}

bool cell_says(const struct csv_cell *cell)
{
    static const char *const dashes[] = { "", "-", "–", "—", "−" };
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (*cell->text == *dashes[i] && strcmp(cell->text, dashes[i]) == 0)
            return false;
    return true;
}

/* Whether the text is the word, or goes on behind it with something else than a letter. */
static bool begins_with_word(const char *text, const char *word)
{
    size_t size = strlen(word);
    return text_begins(text, word) && (!text[size] || strchr(" :.,;(", text[size]));
}

/* The words begin with a small letter of ASCII, which mostly tells. */
static bool begins_with_any(const char *text, const char *const *words)
{
    int letter = text_letter(text);
    for (; *words; words++)
        if (**words == letter && begins_with_word(text, *words))
            return true;
    return false;
}

enum row_kind row_kind_of(const struct csv_row *row)
{
    static const char *const sums[] = { "summa",      "totalt",    "total",
                                        "sum",        "s:a",       "delsumma",
                                        "subtotal",   "samtliga",  "antal medlemmar",
                                        "totalsumma", "summering", NULL };
    static const char *const notes[] = { "källa", "källor",     "source", "not",       "noter", "note",
                                         "anm",   "anmärkning", "fotnot", "kommentar", NULL };
    int first = 0;
    while (first + 1 < row->count && !*row->cells[first].text)
        first++;
    const char *text = row->cells[first].text;
    if (begins_with_any(text, sums))
        return ROW_OF_SUM;
    if (begins_with_any(text, notes))
        return ROW_OF_NOTE;
    return *text == '*' ? ROW_OF_NOTE : ROW_OF_DATA;
}

static bool is_read(const struct csv *csv, int column)
{
    for (int i = 0; i < CSV_HEADING_ROOM; i++)
        if (csv->columns[i] == column)
            return true;
    return false;
}

int row_words(const struct csv *csv, const struct csv_row *row)
{
    int words = csv_row_texts(row);
    for (int i = 0; i < row->count && words > 1; i++) {
        const char *text = row->cells[i].text;
        bool is_number = *text && !text[strspn(text, "0123456789.")];
        if (*text)
            return is_number && !is_read(csv, i) ? words - 1 : words;
    }
    return words;
}

struct table_record *table_record_of(const struct csv *csv, enum table_kind kind, const char *file, struct arena *arena)
{
    struct table_record *record = arena_take(arena, 1, sizeof *record);
    *record = (struct table_record){ .kind = kind,
                                     .file = file,
                                     .encoding = csv_encoding_name(csv->encoding),
                                     .separator = csv->separator,
                                     .above = csv->heading_row,
                                     .headings = 1,
                                     .columns_aside = csv->columns_aside,
                                     .aside_count = csv->aside_count };
    return record;
}

/* "Belopp: cost", the last colon parts. */
static void read_line(struct place value, const char *from, const char *end, const size_t *offsets,
                      csv_alias_list *aliases, struct arena *arena, struct diags *diags)
{
    const char *colon = end;
    while (colon > from && colon[-1] != ':')
        colon--;
    const char *heading_end = colon > from ? blanks_trim(from, colon - 1) : from;
    const char *meant = blanks_skip(colon, end);
    const struct place place = place_at(value.source, value.offset + offsets[0], offsets[end - from] - offsets[0]);
    if (heading_end == from || meant == end) {
        diag_add(diags, DIAG_COLUMNS_FORM, place, ARGS(arg_text(arena_copy(arena, from, (size_t)(end - from)))));
        return;
    }
    *list_add(aliases, arena) = (struct csv_alias){ .heading = arena_copy(arena, from, (size_t)(heading_end - from)),
                                                    .meant = arena_copy(arena, meant, (size_t)(end - meant)),
                                                    .place = place };
}

void columns_add(struct place value, csv_alias_list *aliases, struct arena *arena, struct diags *diags)
{
    size_t *offsets = arena_take(arena, value.size + 1, sizeof *offsets);
    const char *text = lines_join(value.source->bytes + value.offset, value.size, offsets, arena);
    for (const char *at = text; *at;) {
        const char *end = at + strcspn(at, "\n");
        read_line(value, at, end, offsets + (at - text), aliases, arena, diags);
        at = *end ? end + 1 : end;
    }
}

csv_alias_list *columns_read(const struct outline *outline, int header, struct arena *arena, struct diags *diags)
{
    csv_alias_list *aliases = NULL;
    for (int i = 0; i < outline->entries.count; i++) {
        const struct entry *entry = &outline->entries.items[i];
        if (entry->header != header || !entry->key || strcmp(entry->key->name, "columns") != 0 || !entry->value.size)
            continue;
        aliases = aliases ? aliases : arena_take(arena, 1, sizeof *aliases);
        columns_add(entry->value, aliases, arena, diags);
    }
    return aliases;
}

void columns_check(const csv_alias_list *aliases, struct diags *diags)
{
    for (int i = 0; aliases && i < aliases->count; i++)
        if (!aliases->items[i].is_used)
            diag_add(diags, DIAG_COLUMNS_UNUSED, aliases->items[i].place, ARGS(arg_text(aliases->items[i].heading)));
}
