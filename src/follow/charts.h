#ifndef MEDFIN_FOLLOW_CHARTS_H
#define MEDFIN_FOLLOW_CHARTS_H

#include <medfin/doc/doc.h>
#include <medfin/follow/follow.h>

/* Month by month what was booked, then what is forecast, against the budget. */
void months_chart(struct doc *doc, const struct follow *follow);

/* Where the year deviates, each drawn from nothing: above it is good. Of what deviates at all. */
void deviations_chart(struct doc *doc, const struct follow *follow, const followed_list *all);

#endif
