#ifndef MEDFIN_LETTER_LETTER_H
#define MEDFIN_LETTER_LETTER_H

/* Draft decisions that stay true. A template is Markdown in which {{…}} stands for what the
   project gives: a figure or text by its key, a table, a part that is written as the project
   needs. Values are text and are never read as a template or as Markdown. Each of them is
   bound to its key in the letter, unseen, so that the letter can be held against the
   calculation later, whatever else has been written around them. */

#include <medfin/base/diag.h>
#include <medfin/doc/doc.h>
#include <medfin/follow/claim.h>
#include <medfin/model/funder.h>
#include <medfin/whatif/break_even.h>
#include <medfin/whatif/outcomes.h>

/* What a letter is about. */
struct letter {
    struct arena *arena;
    enum language language;
    const struct doc_unit *unit;
    const struct plan *plan;
    const struct plan *before;       /* without the last file that is read on top; NULL: there is none */
    const struct outcomes *outcomes; /* NULL: more funders are undecided than are worked */
    break_even_list break_evens;     /* of a membership */
    const struct funder *funder;     /* what `*` in a key stands for; NULL: nothing */
    const struct follow *follow;     /* what became of the plan; NULL: it is not followed up */
    const struct claim_asked *claim; /* to the funder; NULL: none is asked for */
};

/* What a template, or a piece of one, says something of: the project as a whole, the one funder
   that is named, a membership, what became of the plan, or a claim to the funder that is named. */
enum letter_about { OF_PROJECT, OF_FUNDER, OF_MEMBERSHIP, OF_FOLLOWED, OF_CLAIM };

/* The letter in Markdown; NULL after faults of the template, each with its place. */
const char *letter_write(const struct letter *letter, const struct source *text, struct diags *diags);

#endif
