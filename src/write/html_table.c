#include "html_table.h"

#include <string.h>

#include <medfin/doc/rounding.h>
#include <medfin/doc/table_text.h>

/* In characters. */
enum {
    LONGEST_LABEL = 30,
    LONGEST_TEXT = 24,
    LONGEST_WORD = 20,
    LONGEST_UNBROKEN = 12,
    FEW_ROWS = 14,
    DEEPEST = 6,
    A_YEAR = 12
};

struct sheet {
    struct html *html;
    const struct doc_table *table;
    struct table_text shown;
    bool *figures; /* by column: holds figures */
    int *widths;   /* by column, in characters */
    int label;
    int first, end; /* columns of the band that is being written */
};

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* A path or an address that has no blank to be broken at. */
static bool is_path(const char *text)
{
    for (size_t size; *text; text += size + (text[size] == ' ')) {
        size = strcspn(text, " ");
        if (text_width(text, size) > LONGEST_WORD)
            return true;
    }
    return false;
}

static const char *cell_text_at(const struct sheet *sheet, int row, int column)
{
    return sheet->shown.cells[row * sheet->table->column_count + column];
}

static void measure(struct sheet *sheet)
{
    const struct doc_table *table = sheet->table;
    for (int row = 0; row < table->rows.count; row++) {
        if (row_left_out(table, row, sheet->shown.whole) || table->rows.items[row].is_heading)
            continue;
        sheet->label = larger(sheet->label, smaller(LONGEST_LABEL, text_columns(table->rows.items[row].label)));
        for (int column = 0; column < table->column_count; column++) {
            bool is_figure = shown_is_figure(&table->rows.items[row].cells[column]);
            int width = text_columns(cell_text_at(sheet, row, column));
            sheet->figures[column] = sheet->figures[column] || is_figure;
            sheet->widths[column] = larger(sheet->widths[column], is_figure ? width : smaller(width, LONGEST_TEXT));
        }
    }
}

/* As many columns from `first` on as a sheet on its side holds, at least one, and of what goes on
   behind them a dozen: months stay together by year. Returns the characters that they and the labels take. */
static int take_band(struct sheet *sheet, int first)
{
    int width = sheet->label;
    sheet->first = sheet->end = first;
    while (sheet->end < sheet->table->column_count) {
        int more = sheet->widths[sheet->end] + HTML_AROUND;
        if (width + more > HTML_SIDEWAYS && sheet->end > first)
            break;
        width += more;
        sheet->end++;
    }
    while (sheet->end < sheet->table->column_count && sheet->end - first > A_YEAR)
        width -= sheet->widths[--sheet->end] + HTML_AROUND;
    return width;
}

static void add_head(const struct sheet *sheet)
{
    struct text *out = sheet->html->out;
    bool any = sheet->table->label_title && *sheet->table->label_title;
    for (int column = sheet->first; column < sheet->end; column++)
        any = any || *sheet->shown.titles[column];
    if (!any)
        return;
    text_add(out, "<thead><tr>");
    for (int column = sheet->first - 1; column < sheet->end; column++) {
        bool is_label = column < sheet->first;
        const char *title = is_label ? sheet->table->label_title : sheet->shown.titles[column];
        const char *kind = !is_label && sheet->figures[column] ? " class=\"n\"" : "";
        /* A head without a word is no head. */
        if (!title || !*title) {
            text_add(out, "<td></td>");
            continue;
        }
        text_addf(out, "<th scope=\"col\"%s>", kind);
        html_add(sheet->html, title);
        text_add(out, "</th>");
    }
    text_add(out, "</tr></thead>\n");
}

static const char *const tones[] = { [TONE_NEUTRAL] = "neutral",
                                     [TONE_GOOD] = "good",
                                     [TONE_WARNING] = "warning",
                                     [TONE_BAD] = "bad",
                                     [TONE_OPEN] = "open" };

/* What front ends ask about. */
static void add_path(const struct sheet *sheet, const struct doc_row *row, const struct doc_cell *cell)
{
    struct html *html = sheet->html;
    const char *path = cell->figure ? cell->figure : cell->key;
    if (!html->paths || !path)
        return;
    if (!cell->figure && row->path)
        path = arena_text(html->arena, "%s.%s", row->path, path);
    text_add(html->out, " data-path=\"");
    html_add(html, path);
    text_add(html->out, "\"");
}

static void add_cell(const struct sheet *sheet, int row, int column)
{
    struct html *html = sheet->html;
    const struct doc_cell *cell = &sheet->table->rows.items[row].cells[column];
    const char *text = cell_text_at(sheet, row, column);
    if (cell->kind == CELL_VERDICT && !cell->unknown) {
        const char *sign = shown_sign((enum doc_tone)cell->number);
        const char *kind = sheet->figures[column] ? " class=\"n\"" : "";
        text_addf(html->out, "<td%s", kind);
        add_path(sheet, &sheet->table->rows.items[row], cell);
        text_addf(html->out, "><span class=\"v %s\">", tones[cell->number]);
        if (*sign)
            text_addf(html->out, "<span aria-hidden=\"true\">%s</span> ", sign);
        html_add(html, text);
        text_add(html->out, "</span></td>");
        return;
    }
    bool is_short = text_columns(text) <= LONGEST_UNBROKEN;
    text_add(html->out, sheet->figures[column] ? "<td class=\"n\""
                        : is_short             ? "<td class=\"k\""
                        : is_path(text)        ? "<td class=\"path\""
                                               : "<td");
    if (sheet->table->is_list && *text) {
        text_add(html->out, " data-of=\"");
        html_add(html, sheet->shown.titles[column]);
        text_add(html->out, "\"");
    }
    if (shown_is_figure(cell))
        add_path(sheet, &sheet->table->rows.items[row], cell);
    text_add(html->out, ">");
    html_add(html, text);
    text_add(html->out, "</td>");
}

static void add_row(const struct sheet *sheet, int at)
{
    struct html *html = sheet->html;
    const struct doc_row *row = &sheet->table->rows.items[at];
    text_add(html->out, row->is_total ? "<tr class=\"total\">" : "<tr>");
    text_add(html->out, "<th scope=\"row\"");
    const char *path = is_path(shown_text(html->arena, row->label)) ? "path" : "";
    if (row->indent)
        text_addf(html->out, " class=\"i%d%s%s\"", smaller(row->indent, DEEPEST), *path ? " " : "", path);
    else if (*path)
        text_addf(html->out, " class=\"%s\"", path);
    text_add(html->out, ">");
    html_add(html, row->label);
    text_add(html->out, "</th>");
    for (int column = sheet->first; column < sheet->end; column++)
        add_cell(sheet, at, column);
    text_add(html->out, "</tr>\n");
}

static void add_group(const struct sheet *sheet, const struct doc_row *row)
{
    text_addf(sheet->html->out, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">",
              1 + sheet->end - sheet->first);
    html_add(sheet->html, row->label);
    text_add(sheet->html->out, "</th></tr>\n");
}

static void add_body(const struct sheet *sheet)
{
    struct text *out = sheet->html->out;
    bool open = false;
    for (int at = 0; at < sheet->table->rows.count; at++) {
        const struct doc_row *row = &sheet->table->rows.items[at];
        if (row_left_out(sheet->table, at, sheet->shown.whole))
            continue;
        if (!open || row->is_heading)
            text_add(out, open ? "</tbody>\n<tbody>\n" : "<tbody>\n");
        open = true;
        if (row->is_heading)
            add_group(sheet, row);
        else
            add_row(sheet, at);
    }
    text_add(out, open ? "</tbody>\n" : "");
}

static void add_band(const struct sheet *sheet, int width)
{
    struct html *html = sheet->html;
    int number = ++html->tables;
    const char *caption = shown_caption(sheet->table, html->doc->unit->name, html->arena);
    const char *kept = sheet->table->rows.count <= FEW_ROWS ? " kept" : "";
    const char *list = sheet->table->is_list ? " list" : "";
    text_addf(html->out, "<div class=\"table%s%s%s\" tabindex=\"0\" role=\"group\"", html_form(width), kept, list);
    if (*caption)
        text_addf(html->out, " aria-labelledby=\"t%d\"", number);
    text_add(html->out, ">\n<table>\n");
    if (*caption) {
        text_addf(html->out, "<caption><span id=\"t%d\">", number);
        html_add(html, caption);
        text_add(html->out, "</span></caption>\n");
    }
    add_head(sheet);
    add_body(sheet);
    text_add(html->out, "</table>\n");
    if (sheet->shown.rounded && sheet->end == sheet->table->column_count) {
        text_add(html->out, "<p class=\"foot\">");
        html_add(html, shown_foot(html->doc, sheet->table, html->arena));
        text_add(html->out, "</p>\n");
    }
    text_add(html->out, "</div>\n");
}

/* Key figures: large, each with what it is above and what it is of below. */
static void add_keys(struct html *html, const struct doc_table *table)
{
    const struct table_text shown = shown_table(html->doc, table, html->arena);
    const struct sheet sheet = { .html = html, .table = table };
    text_add(html->out, "<dl class=\"keys\">\n");
    for (int i = 0; i < table->rows.count; i++) {
        const struct doc_row *row = &table->rows.items[i];
        text_add(html->out, "<div><dt>");
        html_add(html, row->label);
        text_add(html->out, "</dt><dd");
        add_path(&sheet, row, &row->cells[0]);
        text_add(html->out, ">");
        html_add(html, shown.cells[i * table->column_count]);
        text_add(html->out, "</dd><dd class=\"why\">");
        html_add(html, shown.cells[i * table->column_count + 1]);
        text_add(html->out, "</dd></div>\n");
    }
    text_add(html->out, "</dl>\n");
}

void html_add_table(struct html *html, const struct doc_table *table)
{
    if (!table->rows.count)
        return;
    if (table->is_keys) {
        add_keys(html, table);
        return;
    }
    struct sheet sheet = { .html = html, .table = table };
    size_t columns = (size_t)table->column_count;
    struct arena *own = arena_like(html->arena);
    sheet.shown = shown_table(html->doc, table, own);
    sheet.figures = arena_take(own, columns + 1, sizeof *sheet.figures);
    sheet.widths = arena_take(own, columns + 1, sizeof *sheet.widths);
    measure(&sheet);
    do {
        int width = take_band(&sheet, sheet.end);
        add_band(&sheet, width);
    } while (sheet.end < table->column_count);
    arena_free(own);
}
