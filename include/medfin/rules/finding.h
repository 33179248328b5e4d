#ifndef MEDFIN_RULES_FINDING_H
#define MEDFIN_RULES_FINDING_H

/* What a rule finds of a subject: a verdict, the margin behind it, and the figures that were compared. */

#include <medfin/plan/plan.h>

struct rule;

/* In the order of their gravity. */
enum verdict { VERDICT_NOT_APPLICABLE, VERDICT_PASS, VERDICT_WARN, VERDICT_UNDETERMINED, VERDICT_FAIL };

/* Whether a rule with that verdict holds: a warning is to be seen, and breaks nothing. Whoever tells what holds asks
   here. */
bool verdict_holds(enum verdict verdict);

/* One of the ways in which a rule can be read honestly. */
struct rule_reading {
    const char *id;    /* in JSON: "running" */
    const char *title; /* "by the year's running cost"; marked for translation */
};

/* One figure that a rule compared. In JSON its path is
   [readings.ID.][years.YYYY.|months.YYYY-MM.]key; see rule_figure_path. */
struct rule_figure {
    const char *key;                    /* "gap" */
    const char *label;                  /* marked for translation; NULL: for programs alone */
    const struct rule_reading *reading; /* that it belongs to; NULL: to all */
    int year;                           /* that it belongs to; 0: none */
    month at;                           /* a date of test that it belongs to; 0: none */
    bool is_between;                    /* on a page the dates beside it say enough */
    enum kind kind;
    int64_t number;
    const struct needs *needs;
    bool none;    /* there is no such figure here: a coverage where nothing runs */
    bool is_node; /* it is the value of this one, and can be explained */
    node of;
};

struct finding {
    const struct rule *rule;
    const struct section *about;   /* what the judgement is of; NULL: the project as a whole … */
    const char *person;            /* … or, of a rule about persons, a person */
    int same;                      /* how many before it are of that rule and are called as it is */
    const struct section *subject; /* the same, or of several the one that has the tightest place */
    enum verdict verdict;
    bool has_margin;
    enum kind kind;          /* of the margin */
    int64_t margin;          /* < 0: how much is missing */
    enum verdict unforgiven; /* what the verdict would be if nothing were forgiven */
    /* What there is to spare where the rule can fail, of all its places the least: nothing forgiven, and with each
       one's tolerance. Below zero exactly where that fails or cannot be determined; 0 where no place can fail. */
    int64_t spare, spare_forgiven;
    node tightest;                        /* that has the margin, or the first that nobody knows; 0: none */
    int year;                             /* of the tightest place; 0: the whole */
    month at;                             /* of the tightest place; −1: not a month's */
    month since;                          /* where it fails first, of a rule that is tested along the way; −1 */
    int64_t since_margin, since_coverage; /* there: what is missing, and billionths of a month or INT64_MIN */
    const char *because;                  /* marked for translation: what decides, what binds; NULL: nothing to add */
    const struct needs *needs;
    /* Those of a year before those of the next. Of a reading, by date of test: what is held, what is
       required, the margin, which is the first less the second, and more. */
    struct rule_figure *figures;
    int figure_count;
    const struct rule_reading *deciding; /* of a rule with several readings that applies; else NULL */
    bool two_sided;                      /* too much breaks it as too little does: `deviation` tells which … */
    struct cell deviation;               /* … over the whole project: financing less cost, booked less certified */
    bool adds_up; /* of each year's figures the last is the second less the first, and the years have a total */
};

typedef LIST(struct finding) finding_list;

/* It passes with a lack that the project's tolerance forgives. */
static inline bool finding_is_forgiven(const struct finding *finding)
{
    return finding->verdict == VERDICT_PASS && finding->has_margin && finding->margin < 0;
}

/* "readings.running.years.2022.margin". */
const char *rule_figure_path(struct arena *arena, const struct rule_figure *figure);
bool rule_figure_has_path(const struct rule_figure *figure, const char *path);

/* What a rule says in one of its readings as a whole, by its key; NULL if it says no such thing. */
const struct rule_figure *finding_in_reading(const struct finding *finding, const struct rule_reading *reading,
                                             const char *key);

/* The readings of a finding, in their order: the one behind `previous`, the first behind NULL; NULL
   behind the last. */
const struct rule_reading *finding_reading(const struct finding *finding, const struct rule_reading *previous);

/* Whom it is about, as paths name it: an id, a person; NULL: the project. */
static inline const char *finding_about(const struct finding *finding)
{
    return finding->person ? finding->person : finding->about ? finding->about->id : NULL;
}

/* "rules.balance", "rules.match.by_subject.regionala-medel". */
const char *rule_path(struct arena *arena, const struct rule *rule, const char *about);
/* A second of one rule and name has a number behind it. */
const char *finding_path(struct arena *arena, const struct finding *finding);

/* The gravest of all. */
enum verdict findings_verdict(const finding_list *findings);

/* Adds to `counts` how many rules have each verdict, of all their subjects the gravest. */
void rules_count(const finding_list *findings, int counts[VERDICT_FAIL + 1]);

/* Marked for translation: "pass"; and the word in JSON: "pass", "not-applicable". */
const char *verdict_title(enum verdict verdict);
const char *verdict_id(enum verdict verdict);

#endif
