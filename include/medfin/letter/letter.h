#ifndef MEDFIN_LETTER_LETTER_H
#define MEDFIN_LETTER_LETTER_H

/* Draft decisions that stay true. A template is Markdown in which {{…}} stands for what the
   project gives: a figure or text by its key, a table, a part that is written as the project
   needs. Values are text and are never read as a template or as Markdown. Each of them is
   bound to its key in the letter, unseen, so that the letter can be held against the
   calculation later, whatever else has been written around them. */

#include <medfin/base/diag.h>
#include <medfin/doc/doc.h>
#include <medfin/model/funder.h>
#include <medfin/whatif/break_even.h>
#include <medfin/whatif/outcomes.h>

/* What a letter is about. */
struct letter {
    struct arena *arena;
    enum language language;
    const struct doc_unit *unit;
    const struct plan *plan;
    const struct outcomes *outcomes; /* NULL: more funders are undecided than are worked */
    break_even_list break_evens;     /* of a membership */
    const struct funder *funder;     /* what `*` in a key stands for; NULL: nothing */
};

/* What a template, or a piece of one, says something of: the project as a whole, the one funder
   that is named, or a membership. */
enum letter_about { OF_PROJECT, OF_FUNDER, OF_MEMBERSHIP };

/* A template that the program brings along. */
struct letter_template {
    const char *name;    /* "jamtland" */
    const char *meaning; /* marked for translation */
    enum letter_about about;
    const char *const *lines; /* marked for translation; ends with NULL */
};

extern const struct letter_template letter_templates[]; /* ends with a NULL name */

/* The usual one: the first that is about what the plan is of. */
const struct letter_template *letter_template_usual(const struct plan *plan);

/* NULL if there is none. */
const struct letter_template *letter_template_find(const char *name);
/* Its text in the language of the process. */
const struct source *letter_template_source(const struct letter_template *built_in, struct arena *arena);

/* The letter in Markdown; NULL after faults of the template, each with its place. */
const char *letter_write(const struct letter *letter, const struct source *text, struct diags *diags);

/* Markdown as one HTML page that needs nothing beside it. */
const char *letter_html(const struct letter *letter, const char *markdown);

/* How a letter says that it was written. */
struct letter_head {
    enum language language;
    const struct doc_unit *unit;
    const char *funder;  /* an id; NULL */
    const char **tables; /* those that it was written with, in their order; ends with NULL */
    struct place place;
};

/* False if the letter, in Markdown or HTML, does not say it: nothing in it is bound. */
bool letter_head_read(const struct source *written, struct letter_head *head, struct arena *arena);

/* A written letter held against the calculation: each sentence whose figures no longer hold. */
struct letter_check;

/* Reads the letter in the language of the process, which is to be the letter's own. */
const struct letter_check *letter_check_run(const struct letter *letter, const struct source *written);
bool letter_check_holds(const struct letter_check *check);
/* May be told in another language. */
void letter_check_contents(struct doc *doc, const struct letter_check *check);

#endif
