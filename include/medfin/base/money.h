#ifndef MEDFIN_BASE_MONEY_H
#define MEDFIN_BASE_MONEY_H

/* Exact money and exact shares. Money is whole öre; a rate, share or index step is
   parts per billion, so that 43,5 % and 0,1149 ‰ are both exact. The one rounding
   rule is half away from zero, once, at the end of an exact product. */

#include <stdbool.h>
#include <stdint.h>

#include <medfin/base/arena.h>
#include <medfin/base/language.h>

typedef int64_t money; /* öre */
typedef int64_t share; /* parts per billion */
__extension__ typedef __int128 wide;

#define SHARE_ONE   INT64_C(1000000000)
#define KRONA       INT64_C(100)
#define ORE_FINE    INT64_C(10000000)         /* an öre in billionths of a krona, as finer money is held */
#define MONEY_LIMIT INT64_C(1000000000000000) /* öre; what a project's amounts may reach in all */

/* numerator / denominator rounded half away from zero; denominator > 0, and the
   result must fit. */
int64_t round_quotient(wide numerator, wide denominator);

/* round(amount × f₁ × … × fₙ): exact in 128 bits and rounded once. At most three factors. */
money money_product(money amount, const share *factors, int count);

/* round(amount × factor). */
money money_times(money amount, share factor);

/* round(amount × numerator / denominator). */
money money_ratio(money amount, int64_t numerator, int64_t denominator);

/* The product of `over` ÷ that of `under`, rounded once: exact in 128 bits, which both products must fit in;
   none of `under` is below 1. */
int64_t product_quotient(const int64_t *over, int over_count, const int64_t *under, int under_count);

/* A whole multiple of `unit` > 0: the nearest, or the one not above or not below the number. */
enum to_unit { UNIT_NEAREST, UNIT_BELOW, UNIT_ABOVE };
int64_t units_in(int64_t number, wide unit, enum to_unit to);

/* part ÷ whole in billionths, rounded. False where that is no number to show: a whole that is
   not above zero, or a quotient beyond a billion. */
bool money_share(money part, money whole, share *quotient);

/* Part `part` (1..parts) of an amount spread evenly: round(A·j/n) − round(A·(j−1)/n).
   The parts add up to the amount and differ by at most one öre. */
money money_spread(money whole, int part, int parts);

/* "1 185 000,50 kr" with no-break spaces and U+2212 as minus; English has a decimal point. */
const char *money_text(struct arena *arena, money amount, enum language language);

/* Money held in billionths of a krona, with every decimal that it has: "0,30 kr", "0,0077 kr". */
const char *fine_text(struct arena *arena, int64_t fine, enum language language);

/* A whole number grouped by thousands: "1 185 000". */
const char *count_text(struct arena *arena, int64_t count);

/* "-1234567.50": for JSON and other programs. */
const char *money_plain(struct arena *arena, money amount, char decimal);

/* The same, a number held as billionths ("-0.435", with no decimal that is not needed) and a whole
   number, into `out`, which has room for PLAIN_ROOM bytes. Return the length; no NUL is written. */
enum { PLAIN_ROOM = 24 };
size_t money_write(char *out, money amount, char decimal);
size_t fraction_write(char *out, int64_t billionths, char decimal);
size_t count_write(char *out, int64_t count);

/* "43,5 %" with as many decimals as it takes, at most seven: exact for any share. */
const char *share_text(struct arena *arena, share part, enum language language);

/* A number held as billionths, shortest exact form: "0,25", "150 000". */
const char *number_text(struct arena *arena, int64_t billionths, enum language language);

#endif
