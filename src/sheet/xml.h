#ifndef MEDFIN_SHEET_XML_H
#define MEDFIN_SHEET_XML_H

/* A part of a workbook as elements, their names without namespaces. A part that declares a document type, and so may
   have entities of its own, is refused where it does; nothing outside it is ever opened. */

#include "archive.h"

struct xml_events {
    void (*begin)(void *user, const char *element, const char **attributes);
    void (*end)(void *user, const char *element);
    void (*text)(void *user, const char *bytes, int size); /* in any number of pieces */
};

/* PART_LARGE also where `is_over`, which the events may set, is true. */
enum part_state xml_read(struct archive *archive, const char *part, const struct xml_events *events, void *user,
                         const bool *is_over);

/* The value of an attribute; NULL if the element has none. */
const char *xml_attribute(const char **attributes, const char *name);

/* "1", "true" */
bool xml_is_true(const char *value);

#endif
