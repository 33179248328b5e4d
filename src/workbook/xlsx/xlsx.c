#include <medfin/workbook/xlsx.h>

#include <stdio.h>

#include <medfin/system/scratch.h>

#include "formats.h"

const bool xlsx_is_here = true;

enum { A4 = 9 };

static lxw_row_t row_of(int row)
{
    return (lxw_row_t)row;
}

static lxw_col_t column_of(int column)
{
    return (lxw_col_t)column;
}

/* The library writes to nothing of what it is given. */
static char *writable(const char *text)
{
    return (char *)text;
}

static void write_formula(lxw_worksheet *sheet, const struct book_cell *cell, lxw_format *format)
{
    lxw_row_t row = row_of(cell->row);
    lxw_col_t column = column_of(cell->column);
    if (cell->content == CONTENT_FORMULA)
        worksheet_write_formula_num(sheet, row, column, cell->formula, format, cell->value);
    else
        worksheet_write_formula_str(sheet, row, column, cell->formula, format,
                                    cell->content == CONTENT_MISSING ? "#N/A" : cell->text);
}

/* Words beside other cells, but for what a reader chooses among. */
static bool is_apart(const struct book_cell *cell)
{
    const bool is_text = cell->content == CONTENT_TEXT || cell->content == CONTENT_FORMULA_TEXT;
    return is_text && cell->column && cell->role != ROLE_INPUT && cell->role != ROLE_RIGHT && cell->role != ROLE_TITLE;
}

static void write_cell(lxw_worksheet *sheet, const struct book_cell *cell, struct formats *formats)
{
    lxw_format *format = format_of(formats, cell->number, cell->role, is_apart(cell));
    lxw_row_t row = row_of(cell->row);
    lxw_col_t column = column_of(cell->column);
    switch (cell->content) {
    case CONTENT_BLANK:
        worksheet_write_blank(sheet, row, column, format);
        break;
    case CONTENT_NUMBER:
        worksheet_write_number(sheet, row, column, cell->value, format);
        break;
    case CONTENT_TEXT:
        worksheet_write_string(sheet, row, column, cell->text, format);
        break;
    case CONTENT_FORMULA:
    case CONTENT_FORMULA_TEXT:
    case CONTENT_MISSING:
        write_formula(sheet, cell, format);
        break;
    }
    if (cell->comment)
        worksheet_write_comment(sheet, row, column, cell->comment);
}

static void write_validation(lxw_worksheet *sheet, const struct book_validation *validation)
{
    lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_DECIMAL,
                                 .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                                 .minimum_number = validation->low,
                                 .maximum_number = validation->high,
                                 .ignore_blank = LXW_VALIDATION_ON };
    if (validation->words) {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = (char **)validation->words;
    }
    rule.error_title = writable(validation->title);
    rule.error_message = writable(validation->message);
    worksheet_data_validation_cell(sheet, row_of(validation->row), column_of(validation->column), &rule);
}

static void write_mark(lxw_worksheet *sheet, const struct book_mark *mark, struct formats *formats)
{
    char word[128];
    snprintf(word, sizeof word, "\"%s\"", mark->word);
    lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                    .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                    .value_string = word,
                                    .format = tone_of(formats, mark->tone) };
    worksheet_conditional_format_range(sheet, row_of(mark->first), column_of(mark->column), row_of(mark->last),
                                       column_of(mark->column), &rule);
}

struct corners {
    lxw_row_t top, bottom;
    lxw_col_t left, right;
};

static struct corners corners_of(const struct book_range *range)
{
    if (range->is_down)
        return (struct corners){ row_of(range->first), row_of(range->last), column_of(range->row),
                                 column_of(range->row) };
    return (struct corners){ row_of(range->row), row_of(range->row), column_of(range->first), column_of(range->last) };
}

static void add_series(lxw_chart *chart, const struct book_series *from)
{
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    const struct book_range *values = &from->values, *categories = &from->categories;
    chart_series_set_name(series, from->name);
    const struct corners of = corners_of(values), by = corners_of(categories);
    chart_series_set_values(series, values->sheet->name, of.top, of.left, of.bottom, of.right);
    chart_series_set_categories(series, categories->sheet->name, by.top, by.left, by.bottom, by.right);
}

static void write_chart(lxw_workbook *workbook, lxw_worksheet *sheet, const struct book_chart *from)
{
    lxw_chart *chart = workbook_add_chart(workbook, from->is_line ? LXW_CHART_LINE : LXW_CHART_COLUMN);
    for (int i = 0; i < from->count; i++)
        add_series(chart, &from->series[i]);
    chart_title_set_name(chart, from->title);
    chart_legend_set_position(chart, from->count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    chart_axis_set_num_format(chart->y_axis, "#,##0");
    if (!from->is_line)
        chart_axis_set_min(chart->y_axis, 0);
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    lxw_chart_options options = { .description = writable(from->description), .x_scale = 1.0, .y_scale = 1.0 };
    worksheet_insert_chart_opt(sheet, row_of(from->row), column_of(from->column), chart, &options);
}

static double width_of(const struct book_sheet *sheet, int column)
{
    enum { USUAL = 8 };
    double width = USUAL;
    for (int i = 0; i < sheet->columns.count; i++)
        if (column >= sheet->columns.items[i].first && column <= sheet->columns.items[i].last)
            width = sheet->columns.items[i].width;
    return width;
}

static int last_column(const struct book_sheet *sheet)
{
    int last = 0;
    for (int i = 0; i < sheet->columns.count; i++)
        last = sheet->columns.items[i].last > last ? sheet->columns.items[i].last : last;
    return last;
}

/* Percent of its size at which the widest page fits on its paper, in a program too that has another font in the place
   of ours: a character takes ten dots, and seven stand around those of a cell. */
static uint16_t scale_of(const struct book_sheet *sheet)
{
    enum { DOT = 10, AROUND = 7, PAPER = 1046, LEAST = 25, MOST = 90 };
    const int last = last_column(sheet);
    double widest = 0;
    for (int from = 0, to; from <= last; from = to) {
        to = from ? from + sheet->page : sheet->first_page;
        double width = from ? width_of(sheet, 0) * DOT + AROUND : 0;
        for (int column = from; column < to && column <= last; column++)
            width += width_of(sheet, column) * DOT + AROUND;
        widest = width > widest ? width : widest;
    }
    const int scale = (int)(PAPER * 100 / widest);
    return (uint16_t)(scale < LEAST ? LEAST : scale > MOST ? MOST : scale);
}

/* Head rows and the first column on every page; what is wide goes on over pages. */
static void set_breaks(lxw_worksheet *sheet, const struct book_sheet *from)
{
    enum { MOST_BREAKS = 200 };
    lxw_col_t breaks[MOST_BREAKS + 1] = { 0 };
    const int last = last_column(from);
    int count = 0;
    for (int at = from->first_page; at <= last && count < MOST_BREAKS; at += from->page)
        breaks[count++] = column_of(at);
    worksheet_set_v_pagebreaks(sheet, breaks);
    worksheet_set_print_scale(sheet, scale_of(from));
    worksheet_repeat_columns(sheet, 0, 0);
}

/* Aids on the way are looked at on a screen. */
static void set_printed(lxw_worksheet *sheet, const struct book_sheet *from)
{
    int rows = from->printed_rows, columns = from->printed_columns;
    for (int i = 0; i < from->cells.count && (!from->printed_rows || !from->printed_columns); i++) {
        const struct book_cell *cell = &from->cells.items[i];
        rows = !from->printed_rows && cell->row >= rows ? cell->row + 1 : rows;
        columns = !from->printed_columns && cell->column >= columns ? cell->column + 1 : columns;
    }
    worksheet_print_area(sheet, 0, 0, row_of(rows - 1), column_of(columns - 1));
}

static void set_page(lxw_worksheet *sheet, const struct book_sheet *from)
{
    if (!from->is_tall)
        worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, A4);
    if (from->page)
        set_breaks(sheet, from);
    else
        worksheet_fit_to_pages(sheet, 1, from->is_one_page);
    if (from->printed_rows || from->printed_columns)
        set_printed(sheet, from);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.7);
    worksheet_set_footer(sheet, "&L&A&R&P / &N");
    if (from->repeated_last)
        worksheet_repeat_rows(sheet, row_of(from->repeated_first), row_of(from->repeated_last));
    if (from->frozen_rows || from->frozen_columns)
        worksheet_freeze_panes(sheet, row_of(from->frozen_rows), column_of(from->frozen_columns));
    lxw_protection allowed = { .format_columns = LXW_TRUE, .format_rows = LXW_TRUE };
    worksheet_protect(sheet, NULL, &allowed);
}

/* Heads are broken to the width of their columns; not every program makes their row as high as that takes. */
static void set_head_heights(lxw_worksheet *sheet, const struct book_sheet *from)
{
    int row = -1, highest = 1;
    for (int i = 0; i < from->cells.count; i++) {
        const struct book_cell *cell = &from->cells.items[i];
        if ((cell->role != ROLE_HEAD && cell->role != ROLE_RIGHT) || cell->content != CONTENT_TEXT)
            continue;
        highest = cell->row == row ? highest : 1;
        row = cell->row;
        int lines = 1 + (int)(text_columns(cell->text) * 1.1 / width_of(from, cell->column));
        if (lines <= highest)
            continue;
        highest = lines;
        worksheet_set_row(sheet, row_of(row), LXW_DEF_ROW_HEIGHT * highest, NULL);
    }
}

static void write_sheet(lxw_workbook *workbook, const struct book_sheet *from, struct formats *formats)
{
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, from->name);
    for (int i = 0; i < from->columns.count; i++) {
        const struct book_column *column = &from->columns.items[i];
        worksheet_set_column(sheet, column_of(column->first), column_of(column->last), column->width, NULL);
    }
    for (int i = 0; i < from->rows.count; i++) {
        lxw_row_col_options options = { .level = (uint8_t)from->rows.items[i].level };
        worksheet_set_row_opt(sheet, row_of(from->rows.items[i].row), LXW_DEF_ROW_HEIGHT, NULL, &options);
    }
    set_head_heights(sheet, from);
    for (int i = 0; i < from->cells.count; i++)
        write_cell(sheet, &from->cells.items[i], formats);
    for (int i = 0; i < from->validations.count; i++)
        write_validation(sheet, &from->validations.items[i]);
    for (int i = 0; i < from->marks.count; i++)
        write_mark(sheet, &from->marks.items[i], formats);
    for (int i = 0; i < from->charts.count; i++)
        write_chart(workbook, sheet, &from->charts.items[i]);
    set_page(sheet, from);
}

static void write_names(lxw_workbook *workbook, const struct book *book)
{
    for (int i = 0; i < book->names.count; i++) {
        const struct book_name *name = &book->names.items[i];
        struct text at = text_new(book->arena);
        cell_absolute(&at, name->sheet, name->row, name->column);
        workbook_define_name(workbook, name->name, at.bytes);
    }
}

const char *xlsx_bytes(const struct book *book, long created, size_t *size, int *reason)
{
    struct scratch scratch;
    *reason = scratch_open(&scratch);
    if (*reason)
        return NULL;
    lxw_workbook *workbook = workbook_new(scratch.path);
    struct formats formats = { .workbook = workbook };
    lxw_doc_properties properties = { .title = writable(book->title),
                                      .author = writable(book->author),
                                      .created = created };
    workbook_set_properties(workbook, &properties);
    for (int i = 0; i < book->sheets.count; i++)
        write_sheet(workbook, book->sheets.items[i], &formats);
    write_names(workbook, book);
    lxw_error error = workbook_close(workbook);
    char *bytes = NULL;
    *reason = error ? scratch_reason(error == LXW_ERROR_MEMORY_MALLOC_FAILED) : scratch_read(&scratch, &bytes, size);
    const char *kept = *reason ? NULL : arena_copy(book->arena, bytes, *size);
    scratch_close(&scratch, bytes);
    return kept;
}
