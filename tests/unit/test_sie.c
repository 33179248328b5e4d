/* What a file of SIE says: vouchers, objects, balances. Every figure is worked by hand from the rows beside it. */

#include "unit.h"

#include <string.h>

#include <medfin/base/diag_text.h>
#include <medfin/base/text.h>
#include <medfin/ledger/book.h>
#include <medfin/ledger/sie.h>

struct reading {
    const struct ledger *ledger;
    struct diags *diags;
    const char *said;
};

static struct reading read_sie(struct arena *arena, const char *text)
{
    struct reading reading = { .diags = diags_new(arena) };
    const struct source *source = source_new(arena, "l.se", text, strlen(text), 0);
    reading.ledger = sie_read(source, "UTF-8", arena, reading.diags);
    reading.said = diags_text(reading.diags, LANGUAGE_EN, true, arena);
    return reading;
}

static const struct ledger *good(struct arena *arena, const char *text)
{
    const struct reading reading = read_sie(arena, text);
    assert_non_null(reading.ledger);
    assert_string_equal(reading.said, "");
    return reading.ledger;
}

#define HEAD "#FLAGGA 0\n"

static void a_voucher_has_rows(void **state)
{
    const struct ledger *ledger = good(*state, "#FLAGGA 0\r\n#SIETYP 4\r\n#FNAMN \"Region \\\"X\\\" & Co\"\r\n"
                                               "#ORGNR 212000-0000\r\n#RAR 0 20210101 20211231\r\n"
                                               "#RAR -1 20200101 20201231\r\n#KONTO 7010 \"L\u00f6ner\"\r\n"
                                               "#OBJEKT 6 \"P12\" \"Klimatr\u00e5d\"\r\n#VALUTA SEK\r\n"
                                               "#VER A 1 20210225 \"L\u00f6n\" 20210301\r\n{\r\n"
                                               "\t#TRANS 7010 {1 \"200\" 6 \"P12\"} 20000\r\n"
                                               "\t#BTRANS 7010 {} 1\r\n\t#RTRANS 7010 {} 2\r\n\t#TRANS 7010 {} 2\r\n"
                                               "\t#TRANS 1930 {} -20002.00 20210227 \"bank\"\r\n}\r\n");
    assert_string_equal(ledger->company, "Region \"X\" & Co");
    assert_string_equal(ledger->number, "212000-0000");
    assert_int_equal(ledger->first_day, 20210101);
    assert_int_equal(ledger->last_day, 20211231);
    assert_int_equal(ledger->type, 4);
    assert_int_equal(ledger->posting_count, 3);
    assert_int_equal(ledger->voucher_count, 1);
    assert_int_equal(ledger->changed, 1);
    assert_int_equal(ledger->removed, 1);
    assert_int_equal(ledger->other_years, 1);
    assert_int_equal(ledger->unknown_labels, 2);
    assert_string_equal(voucher_name(ledger, 0, *state), "A 1");
    assert_string_equal(voucher_text(ledger, 0, *state), "L\u00f6n");
    const struct posting *first = &ledger->postings[0], *last = &ledger->postings[2];
    assert_int_equal(first->amount, 2000000);
    assert_string_equal(ledger->accounts[first->account].id, "7010");
    assert_string_equal(ledger->accounts[first->account].name, "L\u00f6ner");
    assert_int_equal(posting_day(ledger, first), 20210225);
    assert_int_equal(posting_day(ledger, last), 20210227);
    assert_int_equal(posting_month(ledger, last), month_of(2021, 2));
    assert_true(posting_has(ledger, first, "6", "P12"));
    assert_true(posting_has(ledger, first, "1", NULL));
    assert_false(posting_has(ledger, first, "6", "P1"));
    assert_false(posting_has(ledger, last, "6", NULL));
    assert_int_equal(place_line(posting_place(ledger, last)), 16);
}

/* Rows of other dates than the voucher's, and how amounts are written. */
static void amounts_are_read_to_the_ore(void **state)
{
    const struct ledger *ledger = good(*state, HEAD "#VER \"\" \"\" 20210105\n{\n#TRANS 1 {} 0.5\n#TRANS 1 {} -,05\n"
                                                    "#TRANS 1 {} +12.3400\n#TRANS 1 {} -12.79 \"\"\n}\n");
    static const money amounts[] = { 50, -5, 1234, -1279 };
    for (int i = 0; i < 4; i++)
        assert_int_equal(ledger->postings[i].amount, amounts[i]);
    assert_string_equal(voucher_name(ledger, 0, *state), "");
}

/* Vouchers without a number are not numbered yet: there may be several. */
static void vouchers_without_numbers_are_not_one(void **state)
{
    assert_int_equal(good(*state, HEAD "#VER B \"\" 20210105\n{\n}\n#VER B \"\" 20210106\n{\n}\n")->voucher_count, 2);
}

static void faults_are_told(void **state)
{
    static const struct {
        const char *text;
        enum diag_id id;
    } rows[] = {
        { "", DIAG_SIE_START },
        { "VER", DIAG_SIE_START },
        { HEAD "#VER A 1 20210105\n{\n#TRANS 1 {} 1\n}\n", DIAG_LEDGER_UNBALANCED },
        { HEAD "#VER A 1 20210105\n{\n}\n#VER A 1 20210106\n{\n}\n", DIAG_LEDGER_VOUCHER_TWICE },
        { HEAD "#VER A 1 20210105\n{\n}\n}\n", DIAG_SIE_OUTSIDE },
        { HEAD "{\n}\n", DIAG_SIE_OUTSIDE },
        { HEAD "#VER A 1 20210105\n{\n#VER A 2 20210105\n{\n}\n", DIAG_SIE_VOUCHER_OPEN },
        { HEAD "#VER A 1 20210105\n{\n#TRANS 1 {} 1 2021\n}\n", DIAG_SIE_DATE },
        { HEAD "#VER A 1 20210132\n{\n}\n", DIAG_SIE_DATE },
        { HEAD "#VER A 1 20210100\n{\n}\n", DIAG_SIE_DATE },
        { HEAD "#VER A 1 20210105\n{\n#TRANS 1 {} .\n}\n", DIAG_SIE_AMOUNT },
        { HEAD "#VER A 1 20210105\n{\n#TRANS 1 {} 1e3\n}\n", DIAG_SIE_AMOUNT },
        { HEAD "#VER A 1 20210105\n{\n#TRANS 1 {} 1234567890123456\n}\n", DIAG_SIE_AMOUNT },
        { HEAD "#UB x 1930 1\n", DIAG_SIE_NUMBER },
        { HEAD "#SIETYP 2\n", DIAG_SIE_NO_MONTHS },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct reading reading = read_sie(*state, rows[i].text);
        const char *sentence = diag_rows[rows[i].id].sentence;
        const char *words = arena_copy(*state, sentence, strcspn(sentence, "{'"));
        if (reading.ledger || !strstr(reading.said, words))
            fail_msg("%s: %s", rows[i].text, reading.said);
    }
}

/* 1930: 500 and −300 is 200; 5010: 300 in January. */
static void balances_are_held_against_rows(void **state)
{
#define ROWS "#VER A 1 20210105\n{\n#TRANS 5010 {6 \"P\"} 300\n#TRANS 1930 {} -300\n}\n"
    good(*state, HEAD "#IB 0 1930 500\n#UB 0 1930 200\n#RES 0 5010 300\n#UB -1 1930 1\n"
                      "#PSALDO 0 202101 5010 {} 300\n#PSALDO 0 202101 5010 {6 \"P\"} 7\n" ROWS);
    static const char *const wrong[] = { "#IB 0 1930 500\n#UB 0 1930 200.01\n", "#UB 0 1930 200\n", "#RES 0 5010 299\n",
                                         "#PSALDO 0 202102 5010 {} 1\n" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const struct reading reading = read_sie(*state, arena_text(*state, HEAD "%s" ROWS, wrong[i]));
        assert_non_null(reading.ledger);
        assert_non_null(strstr(reading.said, "warning"));
    }
}

/* Without vouchers the months of accounts are the rows; with objects they repeat parts of the same. */
static void months_of_accounts_are_rows(void **state)
{
    const struct ledger *ledger = good(*state, "#SIETYP 3\n#OBJEKT 6 P \"\"\n#PSALDO 0 202101 5010 {} 300\n"
                                               "#PSALDO 0 202102 5010 {6 \"P\"} 200\n#PSALDO -1 202001 5010 {} 9\n");
    assert_true(ledger->is_by_period);
    assert_int_equal(ledger->posting_count, 2);
    assert_int_equal(ledger->other_years, 1);
    assert_int_equal(posting_month(ledger, &ledger->postings[1]), month_of(2021, 2));
    const struct ledger_object project = { "6", "P", "" };
    const struct book_rule rule = { .prefix = "5", .target = 0 };
    const struct book_target target = { .path = "cost.x", .id = "x" };
    struct book book = { .ledgers = &ledger,
                         .ledger_count = 1,
                         .rules = &rule,
                         .rule_count = 1,
                         .targets = &target,
                         .target_count = 1,
                         .projects = &project,
                         .project_count = 1 };
    const struct book_finder *finder = book_finder_new(&book, ledger, *state);
    assert_int_equal(book_destination(finder, &ledger->postings[0], 0, INT32_MAX), TO_REPEATED);
    assert_int_equal(book_destination(finder, &ledger->postings[1], 0, INT32_MAX), TO_LINE);
    book.is_all = true;
    assert_int_equal(book_destination(finder, &ledger->postings[0], 0, INT32_MAX), TO_LINE);
    assert_int_equal(book_destination(finder, &ledger->postings[1], 0, INT32_MAX), TO_REPEATED);
}

/* The longest beginning wins, then the rule with an object that the row carries; the first destination that fits. */
static void rows_go_where_the_mapping_says(void **state)
{
    const struct ledger *ledger = good(
        *state, HEAD "#VER A 1 20210415\n{\n#TRANS 7010 {6 P} 1\n#TRANS 7010 {6 P 7 12} 2\n#TRANS 7080 {6 P 7 12} 4\n"
                     "#TRANS 6990 {6 P} 8\n#TRANS 7010 {6 Q} 16\n#TRANS 7010 {} 32\n#TRANS 1930 {} -63\n}\n");
    static const struct book_rule rules[] = { { .prefix = "7", .target = 0 },
                                              { .prefix = "70", .dimension = "7", .object = "12", .target = 1 },
                                              { .prefix = "708", .target = 2 },
                                              { .prefix = "70", .target = 3 },
                                              { .prefix = "1", .target = BOOK_IGNORED } };
    static const enum destination to[] = {
        TO_LINE, TO_LINE, TO_LINE, TO_UNMAPPED, TO_OTHER, TO_NO_PROJECT, TO_IGNORED
    };
    static const int targets[] = { 3, 1, 2, BOOK_UNMAPPED, 3, 3, BOOK_IGNORED };
    const struct ledger_object project = { "6", "P", "" };
    const struct book book = {
        .ledgers = &ledger, .ledger_count = 1, .rules = rules, .rule_count = 5, .projects = &project, .project_count = 1
    };
    const struct book_finder *finder = book_finder_new(&book, ledger, *state);
    const month april = month_of(2021, 4);
    for (int i = 0; i < ledger->posting_count; i++) {
        assert_int_equal(book_target_of(finder, &ledger->postings[i]), targets[i]);
        assert_int_equal(book_destination(finder, &ledger->postings[i], april, april), to[i]);
    }
    assert_int_equal(book_destination(finder, &ledger->postings[0], april + 1, april + 1), TO_BEFORE);
    assert_int_equal(book_destination(finder, &ledger->postings[0], april - 1, april - 1), TO_LATER);
    assert_int_equal(book_destination(finder, &ledger->postings[6], april + 1, april + 1), TO_IGNORED);
}

/* A row's own date counts where the project asks for it. */
static void a_row_may_have_a_date_of_its_own(void **state)
{
    const struct ledger *ledger =
        good(*state, HEAD "#VER A 1 20210430\n{\n#TRANS 1 {} 1 20210502\n#TRANS 1 {} -1\n}\n");
    struct book book = { 0 };
    assert_int_equal(book_month(&book, ledger, &ledger->postings[0]), month_of(2021, 4));
    book.by_row = true;
    assert_int_equal(book_month(&book, ledger, &ledger->postings[0]), month_of(2021, 5));
    assert_int_equal(book_month(&book, ledger, &ledger->postings[1]), month_of(2021, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_voucher_has_rows),
        ARENA_TEST(amounts_are_read_to_the_ore),
        ARENA_TEST(vouchers_without_numbers_are_not_one),
        ARENA_TEST(faults_are_told),
        ARENA_TEST(balances_are_held_against_rows),
        ARENA_TEST(months_of_accounts_are_rows),
        ARENA_TEST(rows_go_where_the_mapping_says),
        ARENA_TEST(a_row_may_have_a_date_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
