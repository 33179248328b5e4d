#include <medfin/base/text.h>

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

struct text text_new(struct arena *arena)
{
    return (struct text){ .arena = arena, .bytes = arena_copy(arena, "", 0), .room = 1 };
}

static void make_room(struct text *text, size_t more)
{
    size_t needed = text->size + more + 1;
    if (needed <= text->room)
        return;
    size_t room = needed > 2 * text->room ? needed : 2 * text->room;
    text->bytes = arena_grow(text->arena, text->bytes, text->room, room - text->room);
    text->room = room;
}

char *text_copy(char *to, const char *from)
{
    size_t size = strlen(from);
    memcpy(to, from, size + 1);
    return to + size;
}

bool text_equal(const char *one, const char *other)
{
    return one == other || (one && other && strcmp(one, other) == 0);
}

void text_add_bytes(struct text *text, const char *bytes, size_t size)
{
    make_room(text, size);
    memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
    text->bytes[text->size] = '\0';
}

void text_add(struct text *text, const char *more)
{
    text_add_bytes(text, more, strlen(more));
}

void text_fill(struct text *text, char byte, int count)
{
    if (count <= 0)
        return;
    make_room(text, (size_t)count);
    memset(text->bytes + text->size, byte, (size_t)count);
    text->size += (size_t)count;
    text->bytes[text->size] = '\0';
}

void text_addf(struct text *text, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    assert(size >= 0);
    make_room(text, (size_t)size);
    vsnprintf(text->bytes + text->size, (size_t)size + 1, format, again);
    text->size += (size_t)size;
    va_end(again);
    va_end(arguments);
}

enum { ASCII_END = 0x80 };

static utf8proc_int32_t code_point(const char *bytes, size_t size, size_t *length)
{
    if (size && (unsigned char)bytes[0] < ASCII_END) { /* most text: not worth a look into tables */
        *length = 1;
        return bytes[0];
    }
    utf8proc_int32_t code;
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)size, &code);
    *length = used > 0 ? (size_t)used : 0;
    return used > 0 ? code : -1;
}

size_t text_character(const char *bytes, size_t size)
{
    size_t length;
    code_point(bytes, size, &length);
    return length;
}

int text_code_point(const char *bytes, size_t size)
{
    size_t length;
    return code_point(bytes, size, &length);
}

size_t text_ascii(const char *bytes, size_t size)
{
    static const uint64_t upper = UINT64_C(0x8080808080808080);
    size_t at = 0;
    for (uint64_t eight; size - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, bytes + at, sizeof eight);
        if (eight & upper)
            break;
    }
    while (at < size && (unsigned char)bytes[at] < ASCII_END)
        at++;
    return at;
}

size_t text_step(const char *bytes, size_t size)
{
    size_t length = text_character(bytes, size);
    return length ? length : 1;
}

int text_width(const char *bytes, size_t size)
{
    int width = 0;
    for (size_t at = 0, length; at < size; at += length) {
        if ((unsigned char)bytes[at] < ASCII_END) {
            width += bytes[at] >= ' ' && bytes[at] != 0x7f;
            length = 1;
            continue;
        }
        utf8proc_int32_t code = code_point(bytes + at, size - at, &length);
        width += length ? utf8proc_charwidth(code) : 1;
        length = length ? length : 1;
    }
    return width;
}

int text_columns(const char *text)
{
    return text_width(text, strlen(text));
}

size_t text_fit(const char *text, int columns)
{
    enum { LONGEST_CHARACTER = 4 };
    size_t at = 0, blank = 0;
    int width = 0;
    /* What lies behind is not looked at: a paragraph is broken line by line. */
    while (text[at]) {
        bool is_ascii = (unsigned char)text[at] < ASCII_END;
        size_t length = is_ascii ? 1 : text_step(text + at, strnlen(text + at, LONGEST_CHARACTER));
        width += text_width(text + at, length);
        if (width > columns && at)
            break;
        if (text[at] == ' ')
            blank = at;
        at += length;
    }
    bool cut = text[at] && text[at] != ' ';
    return cut && blank ? blank : at;
}

bool text_is_control(const char *bytes, size_t size)
{
    size_t length;
    utf8proc_int32_t code = code_point(bytes, size, &length);
    if (code < 0xa0)
        return code < ' ' || code >= 0x7f;
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

static unsigned char ascii_lower(unsigned char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (unsigned char)(letter - 'A' + 'a') : letter;
}

/* The ASCII letters that it begins with. */
static size_t ascii_size(const char *text)
{
    size_t size = 0;
    while (text[size] && (unsigned char)text[size] < ASCII_END)
        size++;
    return size;
}

/* The code point that begins here, in lower case; a byte that begins none is its own,
   below zero. */
static utf8proc_int32_t lower(const char *bytes, size_t size, size_t *length)
{
    utf8proc_int32_t code = code_point(bytes, size, length);
    if (*length && code < ASCII_END)
        return ascii_lower((unsigned char)code);
    if (*length)
        return utf8proc_tolower(code);
    *length = 1;
    return -(utf8proc_int32_t)(unsigned char)bytes[0];
}

void text_add_safely(struct text *out, const char *bytes, size_t size)
{
    for (size_t at = 0; at < size;) {
        size_t length = text_character(bytes + at, size - at);
        if (bytes[at] == '\t')
            text_add(out, " ");
        else if (!length || text_is_control(bytes + at, size - at))
            text_add(out, "\ufffd");
        else
            text_add_bytes(out, bytes + at, length);
        at += length ? length : 1;
    }
}

/* The code points of a word in lower case; returns their count. */
static int folded(const char *word, utf8proc_int32_t *codes, int room)
{
    int count = 0;
    size_t size = strlen(word);
    for (size_t at = 0, length; at < size && count < room; at += length) {
        codes[count++] = lower(word + at, size - at, &length);
    }
    assert(count <= room);
    return count;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

enum { LONGEST_WORD = 64, SHORT = 3 };

/* Edits from one word to the other: insert, delete, replace, swap two neighbours. */
static int distance(const utf8proc_int32_t *from, int rows, const utf8proc_int32_t *to, int columns)
{
    int cost[3][LONGEST_WORD + 1];
    for (int j = 0; j <= columns; j++)
        cost[0][j] = j;
    for (int i = 1; i <= rows; i++) {
        int *row = cost[i % 3], *above = cost[(i + 2) % 3], *second = cost[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= columns; j++) {
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (from[i - 1] != to[j - 1]));
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                row[j] = least(row[j], second[j - 2] + 1);
        }
    }
    return cost[rows % 3][columns];
}

/* The only one that goes on behind the word, or before it: "po" is po_pålägg, "ägare" projektägare. NULL: none, or
   several. */
static const char *only_longer(const utf8proc_int32_t *word, int letters, const char *const *candidates)
{
    enum { SHORTEST = 2 };
    const char *only = NULL;
    utf8proc_int32_t other[LONGEST_WORD];
    for (int i = 0; candidates[i] && letters >= SHORTEST; i++) {
        int count = folded(candidates[i], other, LONGEST_WORD);
        size_t size = (size_t)letters * sizeof *word;
        if (count < letters || (memcmp(other, word, size) != 0 && memcmp(other + count - letters, word, size) != 0))
            continue;
        if (only && strcmp(only, candidates[i]) != 0)
            return NULL;
        only = candidates[i];
    }
    return only;
}

/* The one of fewest edits, if they are few for so many letters. */
static const char *alike(const utf8proc_int32_t *word, int letters, const char *const *candidates)
{
    const char *nearest = NULL;
    utf8proc_int32_t other[LONGEST_WORD];
    int meant = letters < SHORT ? 1 : (letters + 2) / 3, shortest = least(meant + 1, letters);
    for (int i = 0; candidates[i]; i++) {
        int count = folded(candidates[i], other, LONGEST_WORD);
        /* So many letters more or less are as many edits. */
        if (abs(count - letters) >= shortest)
            continue;
        int edits = distance(word, letters, other, count);
        if (edits < shortest) {
            nearest = candidates[i];
            shortest = edits;
        }
    }
    return nearest;
}

const char *text_nearest(const char *word, const char *const *candidates, struct arena *arena)
{
    utf8proc_int32_t codes[LONGEST_WORD];
    int letters = folded(word, codes, LONGEST_WORD);
    const char *near = alike(codes, letters, candidates), *longer = only_longer(codes, letters, candidates);
    /* One edit of two letters is half of the word. */
    if (!near || (longer && letters < SHORT))
        near = longer;
    return near ? arena_copy(arena, near, strlen(near)) : NULL;
}

char *text_with_plain_spaces(struct arena *arena, const char *text)
{
    char *plain = arena_copy(arena, text, strlen(text)), *end = plain;
    for (const char *at = plain; *at;) {
        bool no_break = strncmp(at, "\u00a0", 2) == 0;
        *end++ = no_break ? ' ' : *at;
        at += no_break ? 2 : 1;
    }
    *end = '\0';
    return plain;
}

/* Bytes of the text that a character may take: it may be a whole file, which is not to be measured. */
static size_t near_end(const char *text)
{
    enum { MOST = 4 };
    const char *end = memchr(text, '\0', MOST);
    return end ? (size_t)(end - text) : MOST;
}

bool text_begins(const char *text, const char *word)
{
    /* Mostly a few letters tell, and those are ASCII. */
    while (*text && *word && (unsigned char)*text < ASCII_END && (unsigned char)*word < ASCII_END) {
        if (ascii_lower((unsigned char)*text) != ascii_lower((unsigned char)*word))
            return false;
        text++, word++;
    }
    if (!*word)
        return true;
    while (*text && *word) {
        size_t text_length, word_length;
        if (lower(text, near_end(text), &text_length) != lower(word, near_end(word), &word_length))
            return false;
        text += text_length;
        word += word_length;
    }
    return !*word;
}

int text_letter(const char *text)
{
    size_t length;
    return (unsigned char)*text < ASCII_END ? ascii_lower((unsigned char)*text) : lower(text, strlen(text), &length);
}

/* The size of the blank or quote at one of its ends; 0 if there is none. */
static size_t edge_of(const char *text, size_t size, bool ends)
{
    static const char edges[][4] = { " ", "\"", "'", "”", "“", "„", "’", "‘", "«", "»" };
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        size_t length = strlen(edges[i]);
        if (length <= size && memcmp(ends ? text + size - length : text, edges[i], length) == 0)
            return length;
    }
    return 0;
}

static utf8proc_ssize_t composed(const char *text, utf8proc_int32_t *codes, utf8proc_ssize_t room,
                                 utf8proc_option_t options)
{
    utf8proc_ssize_t count =
        utf8proc_decompose((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)strlen(text), codes, room, options);
    return room && count > 0 ? utf8proc_reencode(codes, count, options) : count;
}

const char *text_composed(struct arena *arena, const char *text)
{
    const utf8proc_option_t options = UTF8PROC_COMPOSE | UTF8PROC_STABLE;
    bool has_marks = strchr(text, '\xcc') || strchr(text, '\xcd'); /* U+0300 to U+036F begin with one of them */
    utf8proc_ssize_t count = has_marks ? composed(text, NULL, 0, options) : 0;
    if (count <= 0)
        return text;
    utf8proc_int32_t *codes = arena_take(arena, (size_t)count + 1, sizeof *codes);
    return composed(text, codes, count, options) > 0 ? (const char *)codes : text;
}

/* A copy, a no-break space being a blank like another; NULL: it cannot be composed. */
static char *name_composed(struct arena *arena, const char *text, size_t *size)
{
    const utf8proc_option_t options = UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE;
    *size = ascii_size(text);
    if (*size && !text[*size])
        return arena_copy(arena, text, *size);
    utf8proc_ssize_t count = composed(text, NULL, 0, options);
    if (count <= 0)
        return NULL;
    utf8proc_int32_t *codes = arena_take(arena, (size_t)count + 1, sizeof *codes);
    *size = (size_t)composed(text, codes, count, options);
    return (char *)codes;
}

const char *text_name(struct arena *arena, const char *text)
{
    size_t size, kept = 0;
    char *name = name_composed(arena, text, &size);
    if (!name)
        return text;
    for (size_t at = 0; at < size && name[at] != ';'; at++) {
        bool is_blank = name[at] == ' ' || name[at] == '\t', is_behind_blank = kept && name[kept - 1] == ' ';
        if (name[at] == '#' && is_behind_blank)
            break;
        if (!is_blank || !is_behind_blank)
            name[kept++] = is_blank ? ' ' : name[at];
    }
    for (size_t edge; (edge = edge_of(name, kept, false)); kept -= edge)
        name += edge;
    for (size_t edge; (edge = edge_of(name, kept, true));)
        kept -= edge;
    return kept ? arena_copy(arena, name, kept) : text;
}

void text_add_plain_letter(struct text *out, const char *bytes, size_t size)
{
    static const struct {
        int code;
        const char *plain;
    } kin[] = { { 0xf8, "ö" }, { 0xd8, "Ö" }, { 0xe6, "ä" }, { 0xc6, "Ä" } };
    int code = text_code_point(bytes, size), last;
    for (size_t i = 0; i < sizeof kin / sizeof *kin; i++)
        if (code == kin[i].code) {
            text_add(out, kin[i].plain);
            return;
        }
    utf8proc_int32_t parts[8];
    bool is_letter =
        code >= 0 && utf8proc_category(code) >= UTF8PROC_CATEGORY_LU && utf8proc_category(code) <= UTF8PROC_CATEGORY_LO;
    if (!is_letter)
        return;
    utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, 8, UTF8PROC_DECOMPOSE, &last);
    if (count > 0 && parts[0] < ASCII_END)
        text_addf(out, "%c", (int)parts[0]);
    else
        text_addf(out, "u%04x", (unsigned)code);
}

/* The size of the blank, line end or no-break space that begins here; 0 if none does. */
static size_t space_at(const char *text)
{
    static const char no_break[] = "\u00a0";
    if (*text == ' ' || (*text >= '\t' && *text <= '\r'))
        return 1;
    return strncmp(text, no_break, strlen(no_break)) == 0 ? strlen(no_break) : 0;
}

const char *text_tidy(struct arena *arena, const char *text)
{
    const char *whole = text_composed(arena, text);
    char *tidy = arena_copy(arena, whole, strlen(whole));
    size_t kept = 0;
    for (size_t space; *whole; whole += space ? space : 1) {
        space = space_at(whole);
        if (!space)
            tidy[kept++] = *whole;
        else if (kept && tidy[kept - 1] != ' ')
            tidy[kept++] = ' ';
    }
    kept -= kept && tidy[kept - 1] == ' ';
    tidy[kept] = '\0';
    return tidy;
}

bool text_same(const char *a, const char *b)
{
    return text_begins(a, b) && text_begins(b, a);
}

const char *text_capital(struct arena *arena, const char *text)
{
    size_t size = strlen(text), length = 0;
    utf8proc_int32_t code = size ? code_point(text, size, &length) : -1;
    utf8proc_uint8_t capital[4];
    utf8proc_ssize_t used = code >= 0 ? utf8proc_encode_char(utf8proc_toupper(code), capital) : 0;
    return arena_text(arena, "%.*s%s", (int)used, (const char *)capital, text + length);
}

const char *text_lower(struct arena *arena, const char *text)
{
    struct text out = text_new(arena);
    size_t size = strlen(text);
    for (size_t at = 0, length; at < size; at += length) {
        length = ascii_size(text + at);
        text_add_bytes(&out, text + at, length);
        for (size_t i = out.size - length; i < out.size; i++)
            out.bytes[i] = (char)ascii_lower((unsigned char)out.bytes[i]);
        at += length;
        if (at == size)
            break;
        utf8proc_uint8_t letter[4];
        utf8proc_int32_t code = lower(text + at, size - at, &length);
        utf8proc_ssize_t used = code >= 0 ? utf8proc_encode_char(code, letter) : 0;
        if (used > 0)
            text_add_bytes(&out, (const char *)letter, (size_t)used);
        else
            text_add_bytes(&out, text + at, length);
    }
    return out.bytes;
}
