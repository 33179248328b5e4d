#ifndef MEDFIN_PORTFOLIO_JUDGED_H
#define MEDFIN_PORTFOLIO_JUDGED_H

/* What is held against all projects together: frames, persons; and the cash in common. */

#include <medfin/portfolio/portfolio.h>

/* What a frame leaves in a year: an amount of which nothing is known needs to be known. */
struct frame_left {
    struct sum amount, committed, used, left;
    bool is_stated; /* some amount is */
    enum verdict verdict;
};

struct frame_left frame_left_in(const struct portfolio_sums *sums, const struct portfolio_frame *frame, int year);

/* The gravest year, and of those the tightest. */
struct frame_judged {
    enum verdict verdict;
    int year;
    struct sum left;
};

struct frame_judged frame_judge(const struct portfolio_sums *sums, const struct portfolio_frame *frame);

/* What a person holds in all: the most, and in which months it is more than a whole post. */
struct person_judged {
    enum verdict verdict;
    struct sum most;      /* parts of a post */
    month at, first_over; /* −1: never over */
    int months_over;
};

struct person_judged person_judge(const struct portfolio_person *person, struct arena *arena);

/* At the end of each month; the lowest is the first of equal ones, −1 while any is unknown. */
struct cash_in_common {
    month first;
    int count;
    struct sum *balances;
    int lowest; /* its place among them */
};

struct cash_in_common cash_in_common(const struct portfolio_sums *sums, struct arena *arena);

/* The gravest of the projects, the frames and the persons. */
enum verdict portfolio_verdict(const struct portfolio_sums *sums);

#endif
