#ifndef MEDFIN_CONTENTS_STATED_VALUE_H
#define MEDFIN_CONTENTS_STATED_VALUE_H

/* Stated values as a reader knows them: in words, and by the path that --set takes; and what is tried,
   or drawn, in the place of one. */

#include <medfin/doc/doc.h>
#include <medfin/model/project.h>
#include <medfin/model/statement.h>

/* "share of full time", "members 2022", "2021": within its section. */
const char *stated_key(struct doc *doc, const struct statement *by);

/* The same with the key behind it where that is another word: "tjänstgöringsgrad (share)".
   In English a key says itself. */
const char *stated_key_with_name(struct doc *doc, const struct statement *by);

/* "Projektledare, share of full time"; of a section that stands once, as the project, its key
   alone. `section` may be NULL: its id. */
const char *stated_title(struct doc *doc, const struct section *section, const struct statement *by);

/* The same of a statement of the project. */
const char *stated_title_in(struct doc *doc, const struct project *project, const struct statement *by);

/* The same with the path behind it: "Projektledare, share of full time (staff.projektledare.share)". */
const char *stated_title_with_path(struct doc *doc, const struct section *section, const struct statement *by);

/* The value as data: money in kronor, a percent as its fraction, a number, else its text, with a
   word in English; null where it is unknown. `key` NULL: a default of no key's words. */
struct doc_cell cell_stated(struct doc *doc, const struct key *key, const struct value *value, const char *at);

/* A value that is tried in the place of a stated one: as it would be stated, and as data. */
const char *tried_text(struct doc *doc, const struct statement *varied, const struct value *value);
const char *tried_number_text(struct doc *doc, const struct statement *varied, int64_t number);
struct doc_cell cell_tried(struct doc *doc, const struct statement *varied, const struct value *value, const char *key);
struct doc_cell cell_tried_number(struct doc *doc, const struct statement *varied, int64_t number, const char *key);

/* An uncertain value. */
const char *uncertain_title(struct doc *doc, const struct section *section, const struct fact *fact);

/* What it would be stated as with another number, and the same rounded for a reader. */
const char *uncertain_text(struct doc *doc, const struct fact *fact, int64_t number);
const char *uncertain_shown(struct doc *doc, const struct fact *fact, int64_t number);

/* For programs: all that files and settings state, and the sections that they state it in, each with its place; not the
   cells of tables. What is said of one path further on holds. */
void stated_contents(struct doc *doc, const struct statement *statements, int count);

/* One value: what each of the statements says of it, in their order, and what holds in the end. */
void stated_value_contents(struct doc *doc, const struct project *project, const struct statement *statements,
                           int count);

#endif
