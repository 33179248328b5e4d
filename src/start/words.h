#ifndef MEDFIN_SRC_START_WORDS_H
#define MEDFIN_SRC_START_WORDS_H

/* What the headings and the first cells of a budget say, by the words that people use there. */

#include <stdbool.h>

#include <medfin/model/value.h>
#include <medfin/model/words.h>

enum label_use {
    LABEL_SUM,        /* "Summa kostnader", "Totalt" */
    LABEL_RESULT,     /* "Differens", "Underskott" */
    LABEL_COST,       /* "Kostnader" */
    LABEL_FUNDING,    /* "Finansiering" */
    LABEL_AMOUNT,     /* "Belopp" */
    LABEL_CATEGORY,   /* "Kostnadsslag" */
    LABEL_OTHER_YEAR, /* "Utfall": beside a budget of the same year */
    LABEL_STATUS,
    LABEL_FUNDER,   /* "Kommunen", "EU-medel": above what one of them pays of each cost */
    LABEL_PAYER,    /* "Finansiär", "Bidragsgivare": above their names */
    LABEL_QUANTITY, /* "Antal", "Timmar", "Konto": numbers that are no money */
    LABEL_PER,      /* "Kostnad per timme": a price, of no row's amount */
    LABEL_TIME,     /* "Period", "När": of a row whose years no column says */
    LABEL_USES
};

/* Whether one of its words says so. */
bool label_says(const char *label, enum label_use use, struct arena *arena);

/* The built-in category that its first telling word is of; NULL: none. */
const char *label_category(const char *label, struct arena *arena);

/* Whether what it names is given in kind: "Ideell tid", but not an "Ideell förening". */
bool label_is_in_kind(const char *label, struct arena *arena);

/* Whether the numbers under it are of something else than money: a count, a price of each, an account's number. */
bool label_is_quantity(const char *label, struct arena *arena);

/* Whether a row so called holds counts: "Antal deltagare". */
bool label_counts(const char *label, struct arena *arena);

/* The status that it says, "beslutad" and "beslutat" alike; NULL: none. */
const struct word *label_status(const char *label);

/* What a text says of it with its first words: "Beslutad RS 2025", "ej beviljad". NULL: nothing that is known. */
struct status_said {
    const struct word *word;
    bool is_negated;
};
struct status_said label_status_said(const char *text, struct arena *arena);

/* "varav projektledare": what the row above holds already. */
bool label_is_part(const char *label, struct arena *arena);

/* "Avgår intäkter": what is taken off. */
bool label_is_less(const char *label, struct arena *arena);

/* "Summa kostnader", "Totalt", but not "Summa personal": of all that stands above. */
bool label_is_grand_sum(const char *label, struct arena *arena);

/* "EU, mnkr" without its unit; "" where nothing else is said: "(belopp i tkr)". */
const char *label_plain(const char *label, struct arena *arena);

/* The currency that it names, if that is not the project's: "EUR"; NULL: none. */
const char *label_currency(const char *label, struct arena *arena);

/* What amounts under it are of: the whole, each year, each month. */
enum period label_period(const char *label, struct arena *arena);

/* Of how many numbers its own number is: "5. Resor" has 1, "2.1 Tåg" 2; 0: it has none. */
int label_depth(const char *label);

/* The first and the last year that it names, and how many it names: 0, 1, 2 … */
struct years {
    int first, last, count;
};
struct years label_years(const char *label);

/* "År 2" is 2; 0: none. */
int label_year_number(const char *label, struct arena *arena);

#endif
