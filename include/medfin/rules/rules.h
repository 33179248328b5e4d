#ifndef MEDFIN_RULES_RULES_H
#define MEDFIN_RULES_RULES_H

/* A rule is a margin: how many öre, or parts of a post, there are to spare in its
   tightest place. The table of rules is the one list; check prints it, solve drives a
   margin to zero, a test compares it. What a rule makes is figures; its sentences are rows. */

#include <medfin/rules/finding.h>

struct judgements;

/* Adds a judgement for each subject, at least one, and makes its plan, with which it lives. */
typedef void rule_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements);

struct rule {
    const char *id;      /* "balance" */
    const char *swedish; /* the same for who asks: "balans" */
    const char *title;   /* marked for translation */
    const char *text;    /* what it enforces; marked for translation */
    const char *source;  /* where that comes from: as it stands there, or marked for translation */
    rule_make *make;
    /* What a margin below zero is, its tolerance forgiven: a failure, or a warning where the rule only warns. */
    enum verdict (*broken)(const struct project *project);
};

extern const struct rule rule_rows[];
extern const int rule_count;

/* The rule whose id these bytes are, in English or Swedish; NULL if there is none. */
const struct rule *rule_named(const char *id, size_t size);

/* Made and read in one go: by one rule, or by every one in the order of the table. */
void rule_run(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena);
void rules_run(const struct plan *plan, finding_list *findings, struct arena *arena);

#endif
