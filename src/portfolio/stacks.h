#ifndef MEDFIN_PORTFOLIO_STACKS_H
#define MEDFIN_PORTFOLIO_STACKS_H

/* The files that a portfolio names, project by project. */

#include <medfin/portfolio/portfolio.h>

struct stack {
    const char *files;  /* as they are written */
    struct place place; /* of them all */
    const char **paths; /* of each file, the project's own among them */
    struct place *places;
    int count, room;
};

typedef LIST(struct stack) stack_list;

/* "a.ini, b.ini + utfall-b.ini": parted by commas and ends of lines, each a file and what is read on top of it. What is
   empty between two of them is a fault. */
stack_list stacks_read(struct place value, struct arena *arena, struct diags *diags);

#endif
