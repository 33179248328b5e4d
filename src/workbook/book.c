#include <medfin/workbook/book.h>

#include <string.h>

enum { LETTERS = 26, LONGEST_NAME = 200 };

struct book *book_new(struct arena *arena)
{
    struct book *book = arena_take(arena, 1, sizeof *book);
    book->arena = arena;
    return book;
}

struct book_sheet *book_sheet(struct book *book, const char *name)
{
    struct book_sheet *sheet = arena_take(book->arena, 1, sizeof *sheet);
    sheet->name = name;
    *list_add(&book->sheets, book->arena) = sheet;
    return sheet;
}

void sheet_put_text(struct book *book, struct book_sheet *sheet, int row, int column, enum book_role role,
                    const char *text)
{
    *list_add(&sheet->cells, book->arena) =
        (struct book_cell){ .row = row, .column = column, .content = CONTENT_TEXT, .role = role, .text = text };
}

struct book_cell *sheet_put_number(struct book *book, struct book_sheet *sheet, int row, int column,
                                   enum book_number number, enum book_role role, double value)
{
    struct book_cell *cell = list_add(&sheet->cells, book->arena);
    *cell = (struct book_cell){ .row = row, .column = column, .number = number, .role = role, .value = value };
    cell->content = CONTENT_NUMBER;
    return cell;
}

struct book_cell *sheet_put_formula(struct book *book, struct book_sheet *sheet, int row, int column,
                                    enum book_number number, enum book_role role, const char *formula)
{
    struct book_cell *cell = sheet_put_number(book, sheet, row, column, number, role, 0);
    cell->content = CONTENT_FORMULA;
    cell->formula = formula;
    return cell;
}

void sheet_set_width(struct book *book, struct book_sheet *sheet, int first, int last, double width)
{
    *list_add(&sheet->columns, book->arena) = (struct book_column){ first, last, width, 0 };
}

/* The head above a cell, of those that are listed by their numbers. */
static struct book_cell *head_above(struct book_sheet *sheet, const int *heads, int count, const struct book_cell *cell)
{
    struct book_cell *found = NULL;
    for (int i = 0; i < count; i++) {
        struct book_cell *head = &sheet->cells.items[heads[i]];
        if (head->column == cell->column && head->row < cell->row && (!found || head->row > found->row))
            found = head;
    }
    return found;
}

void sheet_align_heads(struct book *book, struct book_sheet *sheet)
{
    LIST(int) heads = { 0 };
    for (int i = 0; i < sheet->cells.count; i++)
        if (sheet->cells.items[i].role == ROLE_HEAD)
            *list_add(&heads, book->arena) = i;
    for (int i = 0; i < sheet->cells.count; i++) {
        const struct book_cell *cell = &sheet->cells.items[i];
        if (cell->number == NUMBER_GENERAL || cell->role == ROLE_HEAD)
            continue;
        struct book_cell *head = head_above(sheet, heads.items, heads.count, cell);
        if (head)
            head->role = ROLE_RIGHT;
    }
}

static void add_cell(struct text *out, int row, int column, const char *fixed)
{
    char letters[8];
    int first = (int)sizeof letters - 1;
    letters[first] = '\0';
    for (int left = column; left >= 0; left = left / LETTERS - 1)
        letters[--first] = (char)('A' + left % LETTERS);
    text_addf(out, "%s%s%s%d", fixed, letters + first, fixed, row + 1);
}

void cell_address(struct text *out, int row, int column)
{
    add_cell(out, row, column, "");
}

void cell_absolute(struct text *out, const struct book_sheet *sheet, int row, int column)
{
    text_addf(out, "'%s'!", sheet->name);
    add_cell(out, row, column, "$");
}

void cell_reference(struct text *out, const struct book_sheet *on, const struct book_sheet *sheet, int row, int column)
{
    if (sheet != on) {
        bool is_plain =
            text_ascii(sheet->name, strlen(sheet->name)) == strlen(sheet->name) && !strchr(sheet->name, ' ');
        text_addf(out, is_plain ? "%s!" : "'%s'!", sheet->name);
    }
    cell_address(out, row, column);
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* The letters that a name is made of, all others `_`. */
static char *plain_name(struct arena *arena, const char *text)
{
    struct text name = text_new(arena);
    for (size_t left = strlen(text); left && name.size < LONGEST_NAME;) {
        size_t step = text_step(text, left), before = name.size;
        if (step == 1)
            text_addf(&name, "%c", is_letter(*text) || is_digit(*text) ? *text : '_');
        else
            text_add_plain_letter(&name, text, step);
        for (size_t i = before; i < name.size; i++)
            if (!is_letter(name.bytes[i]) && !is_digit(name.bytes[i]))
                name.bytes[i] = '_';
        text += step;
        left -= step;
    }
    return name.bytes;
}

/* "ABC123", "R1C1", "r", "c", or what begins with a digit. */
static bool is_address(const char *name)
{
    size_t letters = 0;
    while (is_letter(name[letters]))
        letters++;
    size_t digits = strspn(name + letters, "0123456789");
    bool is_a1 = letters <= 3 && !name[letters + digits];
    bool is_r1c1 = strchr("rRcC", *name) && strspn(name, "rRcC0123456789") == strlen(name);
    return !is_letter(*name) || is_a1 || is_r1c1;
}

static bool is_taken(const struct book *book, const char *name)
{
    for (int i = 0; i < book->names.count; i++)
        if (text_same(book->names.items[i].name, name))
            return true;
    return false;
}

const char *book_name_cell(struct book *book, const char *text, const struct book_sheet *sheet, int row, int column)
{
    const char *plain = plain_name(book->arena, text);
    if (is_address(plain))
        plain = arena_text(book->arena, "v_%s", plain);
    const char *name = plain;
    for (int number = 2; is_taken(book, name); number++)
        name = arena_text(book->arena, "%s_%d", plain, number);
    *list_add(&book->names, book->arena) = (struct book_name){ name, sheet, row, column };
    return name;
}
