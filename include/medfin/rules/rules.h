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
    const char *origin;  /* where it comes from, for the reference alone; as it stands there, or marked */
    /* Where an author says what must hold, and by which key: in the subject's section, or in the one without an id. */
    enum section_id stated_in;
    const char *stated_by; /* NULL: by the section as a whole */
    rule_make *make;
    /* What a margin below zero is, its tolerance forgiven: a failure, or a warning where the rule only warns. */
    enum verdict (*broken)(const struct project *project);
    bool forgives; /* a lack of money within the project's tolerance; else it is a threshold that people decide on */
};

extern const struct rule rule_rows[];
extern const int rule_count;

/* The rule whose id these bytes are, in English or Swedish; NULL if there is none. */
const struct rule *rule_named(const char *id, size_t size);

/* What the author gives as the source of what the rule enforces there; NULL: nothing. */
const char *finding_source(const struct project *project, const struct finding *finding);

/* Made and read in one go: by one rule, or by every one in the order of the table. */
void rule_run(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena);
void rules_run(const struct plan *plan, finding_list *findings, struct arena *arena);

#endif
