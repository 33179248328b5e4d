/* Tables in CSV: rows, cells and their places, whatever libcsv would pass over. */

#include "unit.h"

#include <string.h>

#include <medfin/base/diag_text.h>
#include <medfin/base/text.h>
#include <medfin/read/csv.h>

enum { WHAT, WHEN, PRIORITY };

static const struct csv_heading headings[] = { { { "Vad", "What" }, true },
                                               { { "När", "När / Resurs" }, false },
                                               { { "Prio" }, false } };

static const struct csv *table(struct arena *arena, unsigned options, const char *bytes)
{
    const struct csv_form form = { .headings = headings, .heading_count = 3, .options = options };
    struct diags *diags = diags_new(arena);
    const struct csv *csv = csv_read("t.csv", bytes, strlen(bytes), 0, &form, arena, diags);
    if (!csv || diags_errors(diags))
        fail_msg("%s", diags_text(diags, LANGUAGE_EN, true, arena));
    return csv;
}

static const char *fault(struct arena *arena, unsigned options, const char *bytes, size_t size)
{
    const struct csv_form form = { .headings = headings, .heading_count = 3, .options = options };
    struct diags *diags = diags_new(arena);
    csv_read("t.csv", bytes, size, 0, &form, arena, diags);
    return diags_text(diags, LANGUAGE_EN, true, arena);
}

static void assert_cell(const struct csv_cell *cell, const char *text, int line, int column)
{
    assert_string_equal(cell->text, text);
    assert_int_equal(place_line(cell->place), line);
    assert_int_equal(place_column(cell->place), column);
}

static void cells_have_their_place(void **state)
{
    const struct csv *csv = table(*state, 0,
                                  "\xef\xbb\xbfVad;När;Prio\r\n"
                                  "\r\n"
                                  "  \r\n"
                                  "  Möte å  ; \"mars\r\n2021\" ;\u00a01\u00a0\r\n"
                                  "\"Ett \"\"stort\"\" möte; långt\";;2");
    assert_int_equal(csv->separator, ';');
    assert_int_equal(csv->encoding, CSV_UTF_8);
    assert_int_equal(csv->row_count, 3);
    const struct csv_row *row = &csv->rows[1];
    assert_int_equal(row->count, 3);
    assert_cell(&row->cells[0], "Möte å", 4, 3);
    assert_cell(&row->cells[1], "mars\n2021", 4, 14);
    assert_cell(&row->cells[2], "1", 5, 9);
    row = &csv->rows[2];
    assert_cell(&row->cells[0], "Ett \"stort\" möte; långt", 6, 2);
    assert_cell(&row->cells[1], "", 6, 29);
    assert_cell(&row->cells[2], "2", 6, 30);
}

static void separators_are_found_from_the_headings(void **state)
{
    assert_int_equal(table(*state, 0, "Vad\tPrio\na;b,c;d,e\t1\n")->separator, '\t');
    assert_int_equal(table(*state, 0, "Vad,Prio\n\"a;b\",1\n")->separator, ',');
    assert_int_equal(table(*state, CSV_ROWS_ABOVE, "Plan, a, b, c;\nVad;Prio\na;1\n")->separator, ';');
    assert_int_equal(table(*state, 0, "Vad\nEn två\n")->separator, ';');
}

/* E5 E4 F6 are å, ä, ö and 96 an en dash in Windows-1252. */
static void windows_is_told_by_its_bytes(void **state)
{
    const struct csv *csv = table(*state, 0, "Vad;N\xe4r\n\xe5\xe4\xf6 \x96;h\xf6st\n");
    assert_int_equal(csv->encoding, CSV_WINDOWS_1252);
    assert_string_equal(csv_encoding_name(csv->encoding), "Windows-1252");
    assert_cell(&csv->rows[1].cells[0], "åäö –", 2, 1);
    assert_cell(&csv->rows[1].cells[1], "höst", 2, 7);
}

static void an_odd_byte_in_utf_8_is_a_fault(void **state)
{
    static const char mixed[] = "Vad;Prio\nåäö\xe5;1\n", marked[] = "\xef\xbb\xbfVad\n\xe5\n", none[] = "Vad\n\x81\n";
    assert_non_null(
        strstr(fault(*state, 0, mixed, sizeof mixed - 1), "t.csv:2:4: error: the byte E5 here is not UTF-8"));
    assert_non_null(strstr(fault(*state, 0, marked, sizeof marked - 1), "t.csv:2:1: error: the byte E5"));
    assert_non_null(strstr(fault(*state, 0, none, sizeof none - 1), "t.csv:2:1: error: the byte 81"));
}

static void bytes_that_are_no_text_are_faults(void **state)
{
    static const char nul[] = "Vad\na\0b\n", control[] = "Vad\na\vb\n", cr[] = "Vad\ra\r";
    assert_non_null(strstr(fault(*state, 0, nul, sizeof nul - 1), "t.csv:2:2: error: a NUL byte"));
    assert_non_null(
        strstr(fault(*state, 0, control, sizeof control - 1), "t.csv:2:2: error: the control character U+000B"));
    assert_non_null(
        strstr(fault(*state, 0, cr, sizeof cr - 1), "t.csv:1:4: error: the line ends with a carriage return"));
}

static void rows_above_and_headings_again(void **state)
{
    const struct csv *csv = table(*state, CSV_ROWS_ABOVE | CSV_SHORT_ROWS | CSV_OTHER_HEADINGS,
                                  "Handlingsplan;;\nWhat;Mål;När / \n Resurs;;\n"
                                  "What;Mål;\"När /\n  resurs\";Prio\n"
                                  "Möte;x;2021;1\n;mer\nwhat;mål;\"När /\nresurs\"\n");
    assert_int_equal(csv->heading_row, 3);
    assert_int_equal(csv->columns[WHEN], 2);
    assert_int_equal(csv->columns[PRIORITY], 3);
    const struct csv_row *row = &csv->rows[4];
    assert_string_equal(csv_cell(csv, row, WHEN).text, "2021");
    assert_false(row->repeats_headings);
    assert_int_equal(csv_row_texts(&csv->rows[5]), 1);
    assert_string_equal(csv_cell(csv, &csv->rows[5], PRIORITY).text, "");
    assert_int_equal(place_line(csv->rows[5].place), 7);
    assert_true(csv->rows[6].repeats_headings);
}

/* 32 767 characters of four bytes, the most that a spreadsheet's cell holds, and one byte beyond 128 KiB. */
static void a_cell_is_as_large_as_in_a_spreadsheet(void **state)
{
    struct text bytes = text_new(*state);
    text_add(&bytes, "Vad\n\"");
    for (int i = 0; i < 32767; i++)
        text_add(&bytes, "\xf0\x9f\x8c\xb1");
    const struct csv *csv = table(*state, 0, arena_text(*state, "%s\"\n", bytes.bytes));
    assert_int_equal(strlen(csv->rows[1].cells[0].text), 4 * 32767);
    text_add(&bytes, "12345");
    const char *large = arena_text(*state, "%s\"\n", bytes.bytes);
    assert_non_null(
        strstr(fault(*state, 0, large, strlen(large)), "t.csv:2:1: error: the cell that begins here is longer"));
}

/* The end of the file closes no quote, and the half row before it is not read. */
static void an_open_quote_is_a_fault_at_the_quote(void **state)
{
    static const char open[] = "Vad;Prio\na;1\n\nb;\"2\nc;3";
    const char *said = fault(*state, 0, open, sizeof open - 1);
    assert_non_null(strstr(said, "t.csv:4:3: error: the quote that opens here is never closed"));
    assert_non_null(strstr(said, "       4 | b;\"2\n         |   ^\n"));
}

static void headings_that_cannot_be_told(void **state)
{
    static const char none[] = "a;b\n", twice[] = "Vad;Pris;pris\n", unknown[] = "Vad;Prior\n", gone[] = "Prio\n1\n";
    assert_non_null(strstr(fault(*state, 0, none, 4), "t.csv:1:1: error: no row names the columns"));
    assert_non_null(strstr(fault(*state, CSV_OTHER_HEADINGS, twice, sizeof twice - 1),
                           "t.csv:1:10: error: the heading 'pris' says the same as 'Pris' before it"));
    assert_non_null(strstr(fault(*state, CSV_OTHER_HEADINGS, unknown, sizeof unknown - 1), "did you mean 'Prio'?"));
    assert_non_null(strstr(fault(*state, 0, gone, sizeof gone - 1), "t.csv:1:1: error: no column is called 'Vad'"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(cells_have_their_place),
        ARENA_TEST(separators_are_found_from_the_headings),
        ARENA_TEST(windows_is_told_by_its_bytes),
        ARENA_TEST(an_odd_byte_in_utf_8_is_a_fault),
        ARENA_TEST(bytes_that_are_no_text_are_faults),
        ARENA_TEST(rows_above_and_headings_again),
        ARENA_TEST(a_cell_is_as_large_as_in_a_spreadsheet),
        ARENA_TEST(an_open_quote_is_a_fault_at_the_quote),
        ARENA_TEST(headings_that_cannot_be_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
