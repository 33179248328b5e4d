#ifndef MEDFIN_BOOKS_MAPPING_H
#define MEDFIN_BOOKS_MAPPING_H

/* What [actuals] and [accounts] say of accounts and projects, as a book. */

#include <medfin/ledger/book.h>
#include <medfin/model/statement.h>

struct mapping {
    const statement_list *statements;
    int layer;
    struct arena *arena;
    struct diags *diags;
    struct book book;
    LIST(struct book_rule) rules;
    LIST(struct book_target) targets;
    LIST(struct ledger_object) projects;
};

/* The last statement of a key of the kind of section, with an id or without; NULL: none. */
const struct statement *said_last(const statement_list *statements, int layer, enum section_id section, const char *id,
                                  const char *key);

/* Reads both; what is wrong goes to the diags. */
void mapping_read(struct mapping *mapping);

/* The number of the line, funder or tariff that the name stands for; a category is the cost in it that nobody
   planned. BOOK_UNMAPPED after a fault at the place. */
int mapping_target(struct mapping *mapping, const char *name, struct place place);

#endif
