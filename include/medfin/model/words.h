#ifndef MEDFIN_MODEL_WORDS_H
#define MEDFIN_MODEL_WORDS_H

/* The closed lists of words that stand as values, and the codes that they stand for. */

/* A word that stands as a value, in both languages. */
struct word {
    const char *english, *swedish;
    int code;
};

/* In the place of a value: what takes a stated key away. */
extern const struct word words_none[];
extern const struct word words_yes_no[], words_status[], words_language[], words_vat[], words_sector[], words_basis[],
    words_paid[], words_surplus[], words_mode[], words_form[], words_first_year[], words_rounding[],
    words_reserve_basis[], words_reserve_test[], words_balance[], words_threshold[], words_cash[], words_booked_on[],
    words_unbooked[], words_forecast[], words_better[], words_income[];

/* The row of a code in a table that ends with a NULL english; NULL if there is none. */
const struct word *word_of_code(const struct word *words, int code);

/* The row whose English or Swedish form is `text`, case aside; NULL if there is none. */
const struct word *word_of_text(const struct word *words, const char *text);

enum sector { SECTOR_STATE, SECTOR_REGION, SECTOR_MUNICIPALITY, SECTOR_EU, SECTOR_PRIVATE, SECTOR_ASSOCIATION };
enum share_basis { BASIS_ALL, BASIS_CASH, BASIS_FINANCING, BASIS_PUBLIC };
enum paid { PAID_MONTHLY, PAID_QUARTERLY_IN_ADVANCE, PAID_YEARLY_IN_ADVANCE, PAID_CLAIMS };
enum travel_mode { MODE_TRAIN, MODE_BUS, MODE_CAR, MODE_FLIGHT };
enum activity_form { FORM_DIGITAL, FORM_PHYSICAL, FORM_MIXED };
enum first_year { FIRST_YEAR_FULL, FIRST_YEAR_HALF, FIRST_YEAR_QUARTER, FIRST_YEAR_MONTH, FIRST_YEAR_FREE };
enum rounding { ROUND_NEAREST, ROUND_UP, ROUND_DOWN };
enum reserve_basis { RESERVE_RUNNING, RESERVE_FORWARD, RESERVE_WINDING_DOWN };
enum reserve_test { TEST_YEAR_END, TEST_EVERY_MONTH };
enum surplus { SURPLUS_REPAID, SURPLUS_KEPT };
enum balance_scope { BALANCE_YEAR, BALANCE_PROJECT };
enum threshold { THRESHOLD_WARN, THRESHOLD_FAIL, THRESHOLD_OFF };
enum booked_on { BOOKED_BY_VOUCHER, BOOKED_BY_ROW };
enum unbooked { UNBOOKED_PLAN, UNBOOKED_ZERO };
enum income { INCOME_ENTITLED, INCOME_BOOKED };
enum better { BETTER_LOWER, BETTER_HIGHER };
enum forecast { FORECAST_PLAN, FORECAST_BUDGET, FORECAST_YEAR, FORECAST_LAST };
enum vat { VAT_EXCLUDED, VAT_INCLUDED, VAT_UNSTATED };

#endif
