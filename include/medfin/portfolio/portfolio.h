#ifndef MEDFIN_PORTFOLIO_PORTFOLIO_H
#define MEDFIN_PORTFOLIO_PORTFOLIO_H

/* Several projects in one frame. Each is read, built, judged and added up by itself: one graph is alive at a time, and
   what stays of a project is what its sums are here. */

#include <medfin/portfolio/timeline.h>
#include <medfin/read/files.h>
#include <medfin/rules/finding.h>

struct doc;

/* What a project is a part of, by year; in the order of the projects. */
struct portfolio_part {
    int project;
    struct timeline years;
};

typedef LIST(struct portfolio_part) portfolio_part_list;

struct portfolio_project {
    const char *files;             /* as the portfolio names them: "b.ini + utfall-b.ini" */
    const char *title;             /* or the file's name */
    const char *owner, *reference; /* NULL: none is stated */
    struct months months;
    struct sum cost, financing, unsecured, lowest_cash;
    month lowest_at; /* −1: it is not known */
    enum verdict verdict;
    int counts[VERDICT_FAIL + 1]; /* how many rules have each verdict */
    const char *because;          /* the rules that have the gravest; "" where all hold */
};

/* What is stated of a frame for a year. */
struct frame_figure {
    bool is_stated, is_unknown;
    money amount;
    const char *at; /* where: "a.ini:38" */
};

struct frame_year {
    int year;
    struct frame_figure amount, committed;
    bool commits; /* the portfolio states what is committed of that year */
};

/* Frames of one id are one, whichever projects and the portfolio itself speak of it. */
struct portfolio_frame {
    const char *id, *title;
    bool states_committed; /* the portfolio does, of every year: what the projects say is then told from where each of
                              them stands */
    LIST(struct frame_year) stated; /* in the order of years */
    struct timeline used;
    portfolio_part_list parts;
};

/* Money of the groups of one id, never in kind. */
struct portfolio_group {
    const char *id, *title;
    struct timeline money;
    portfolio_part_list parts;
};

struct portfolio_post {
    int project;
    const char *title;
    struct timeline shares; /* by month */
};

/* Posts that name one person, in whichever projects. */
struct portfolio_person {
    const char *name;
    LIST(struct portfolio_post) posts;
};

struct portfolio_sums {
    struct arena *arena;
    const char *title; /* NULL: none is stated */
    money opening_cash, tolerance;
    struct months months;                    /* that the projects span, payments behind their ends not among them */
    LIST(struct portfolio_project) projects; /* in the order in which they are named */
    LIST(struct portfolio_frame) frames;
    LIST(struct portfolio_group) groups;
    LIST(struct portfolio_person) persons;
    struct timeline cash; /* what it changes by, month by month; each project's opening in its first */
    struct sum cost, financing, unsecured, lowest_cash; /* lowest_cash: of each added up, which is lower than the lowest
                                                           of all where they do not fall together */
    bool is_beyond;                                     /* a sum is more than amounts may reach in all */
};

/* How the projects are read. */
struct portfolio_reading {
    const char *path;     /* of the portfolio */
    bool secured_only;    /* money that is not secured left out */
    struct doc *doc;      /* whose words are used */
    read_file_list *read; /* what no answer is written over */
    struct arena *arena;
    arena_list *kept; /* takes what diagnostics tell of beside the arena */
    struct diags *diags;
};

/* The statements of the portfolio's own file; false after a fault. */
bool portfolio_file(const struct portfolio_reading *reading, statement_list *statements);

/* The projects that they name, added up; NULL after a fault in any of them, when nothing is computed from the rest. */
const struct portfolio_sums *portfolio_read(const struct portfolio_reading *reading, const statement_list *statements);

#endif
