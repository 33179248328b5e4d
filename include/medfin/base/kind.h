#ifndef MEDFIN_BASE_KIND_H
#define MEDFIN_BASE_KIND_H

/* What kind of number an exact figure is: it says the unit that its whole number is counted in. */

#include <medfin/base/money.h>

enum kind {
    KIND_MONEY,   /* öre */
    KIND_SHARE,   /* parts per billion of one */
    KIND_DECIMAL, /* a number in billionths, as kilometres */
    KIND_COUNT,   /* a whole number */
    KIND_FINE,    /* billionths of a krona */
    KIND_STATUS   /* 0 or 1 */
};

/* What the kind's whole number is divided by to be the number itself: a billion of a share, 1 of a count. Öre
   are the unit of money, so money has 1 and finer money ORE_FINE. */
static inline int64_t kind_unit(enum kind kind)
{
    switch (kind) {
    case KIND_SHARE:
    case KIND_DECIMAL:
        return SHARE_ONE;
    case KIND_FINE:
        return ORE_FINE;
    case KIND_MONEY:
    case KIND_COUNT:
    case KIND_STATUS:
        break;
    }
    return 1;
}

#endif
