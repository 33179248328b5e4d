#include "sheet.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>

enum { COMMENT_COLUMNS = 90 };

struct sheet_row {
    const char *key, *value, *comment;
};

struct sheet {
    struct arena *arena;
    enum language language;
    struct text out;
    enum section_id section;
    bool is_offered;
    bool is_commented; /* the last line is a comment that belongs to what follows */
    LIST(struct sheet_row) rows;
};

struct sheet *sheet_new(struct arena *arena, enum language language)
{
    struct sheet *sheet = arena_take(arena, 1, sizeof *sheet);
    sheet->arena = arena;
    sheet->language = language;
    sheet->out = text_new(arena);
    return sheet;
}

static int widest(int width, const char *text)
{
    int columns = text_columns(text);
    return columns > width ? columns : width;
}

static void add_padded(struct text *out, const char *text, int width)
{
    text_add(out, text);
    text_fill(out, ' ', width - text_columns(text));
}

/* The keys of the section that ends here. */
static void flush(struct sheet *sheet)
{
    int keys = 0, values = 0;
    for (int i = 0; i < sheet->rows.count; i++) {
        keys = widest(keys, sheet->rows.items[i].key);
        if (sheet->rows.items[i].comment)
            values = widest(values, sheet->rows.items[i].value);
    }
    for (int i = 0; i < sheet->rows.count; i++) {
        const struct sheet_row *row = &sheet->rows.items[i];
        text_add(&sheet->out, sheet->is_offered ? ";" : "");
        add_padded(&sheet->out, row->key, keys);
        text_add(&sheet->out, " = ");
        add_padded(&sheet->out, row->value, row->comment ? values : 0);
        text_addf(&sheet->out, "%s%s\n", row->comment ? " ; " : "", row->comment ? row->comment : "");
    }
    sheet->rows.count = 0;
}

/* One empty line before what is no part of what stands above. */
static void begin(struct sheet *sheet)
{
    flush(sheet);
    if (!sheet->is_commented && sheet->out.size)
        text_add(&sheet->out, "\n");
}

void sheet_comment(struct sheet *sheet, const char *text)
{
    begin(sheet);
    sheet->is_commented = true;
    if (!*text)
        text_add(&sheet->out, ";\n");
    while (*text) {
        size_t fits = text_fit(text, COMMENT_COLUMNS);
        text_add(&sheet->out, "; ");
        text_add_safely(&sheet->out, text, fits);
        text_add(&sheet->out, "\n");
        text += fits;
        text += strspn(text, " ");
    }
}

void sheet_gap(struct sheet *sheet)
{
    sheet->is_commented = false;
}

void sheet_line(struct sheet *sheet, const char *line)
{
    text_addf(&sheet->out, "%s\n", line);
}

void sheet_section(struct sheet *sheet, enum section_id section, const char *id, bool is_offered)
{
    begin(sheet);
    sheet->section = section;
    sheet->is_offered = is_offered;
    sheet->is_commented = false;
    text_addf(&sheet->out, "%s[%s%s%s]\n", is_offered ? ";" : "", section_word(section, sheet->language),
              *id ? " " : "", id);
}

void sheet_key(struct sheet *sheet, const char *key, const char *value, const char *comment)
{
    const char *name = key_translated(sheet->arena, sheet->section, key, sheet->language);
    *list_add(&sheet->rows, sheet->arena) = (struct sheet_row){ name, value, comment };
}

const char *sheet_words(const struct sheet *sheet, const char *text)
{
    const char *tidy = text_tidy(sheet->arena, text);
    struct text safe = text_new(sheet->arena), out = text_new(sheet->arena);
    text_add_safely(&safe, tidy, strlen(tidy));
    for (const char *at = safe.bytes; *at; at++) {
        text_add(&out, *at == ';' && (at == safe.bytes || at[-1] == ' ') ? "\\" : "");
        text_add_bytes(&out, at, 1);
    }
    return out.bytes;
}

const char *sheet_money(const struct sheet *sheet, money ore)
{
    const char *text = text_with_plain_spaces(sheet->arena, money_text(sheet->arena, ore, sheet->language));
    const char *cents = strchr(text, language_decimal(sheet->language));
    bool is_whole = cents && strncmp(cents + 1, "00", 2) == 0;
    return is_whole ? arena_text(sheet->arena, "%.*s%s", (int)(cents - text), text, cents + 3) : text;
}

const char *sheet_word(const struct sheet *sheet, const struct word *words, int code)
{
    const struct word *word = word_of_code(words, code);
    return sheet->language == LANGUAGE_SV ? word->swedish : word->english;
}

const char *sheet_text(struct sheet *sheet)
{
    flush(sheet);
    return sheet->out.bytes;
}
