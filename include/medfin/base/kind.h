#ifndef MEDFIN_BASE_KIND_H
#define MEDFIN_BASE_KIND_H

/* What kind of number an exact figure is: it says the unit that its whole number is counted in. */

#include <medfin/base/money.h>

enum kind {
    KIND_MONEY,   /* öre */
    KIND_SHARE,   /* parts per billion of one, told as a percent */
    KIND_DECIMAL, /* a number in billionths, as kilometres, hours, posts */
    KIND_COUNT,   /* a whole number */
    KIND_FINE,    /* billionths of a krona */
    KIND_STATUS,  /* 0 or 1 */
    KIND_MONTH,   /* a date */
    KIND_VERDICT, /* of a rule */
    KIND_NONE,    /* no number at all */
    KIND_KINDS    /* how many there are */
};

/* What the kind's whole number is divided by to be the number itself: a billion of a share, 1 of a count. Öre
   are the unit of money, so money has 1 and finer money ORE_FINE. */
static inline int64_t kind_unit(enum kind kind)
{
    if (kind == KIND_SHARE || kind == KIND_DECIMAL)
        return SHARE_ONE;
    return kind == KIND_FINE ? ORE_FINE : 1;
}

#endif
