#ifndef MEDFIN_CLI_OUTPUT_H
#define MEDFIN_CLI_OUTPUT_H

/* Where a run's answer goes: standard output, or a file that is replaced whole. */

#include <medfin/write/writer.h>

#include "session.h"

/* How wide text may be asked for. */
enum { LEAST_WIDTH = 40, MOST_WIDTH = 1000 };

/* The format that -f names; NULL: it names none. */
const struct writer *request_format(const struct request *request);

/* That format, else the file's ending, else CSV with --csv, else the usual one. */
const struct writer *request_writer(const struct request *request, const char *usual);

struct doc *session_doc(struct session *session);

/* Writes a doc, or a plain text, to where the request says; returns the exit
   status, `status` if all went well. */
int write_doc(struct session *session, const struct doc *doc, int status);
int write_text(struct session *session, const char *text, int status);
/* A file of one's own, which never replaces another. */
int write_new(struct session *session, const char *text);
/* What stands in a file, or on standard output where there is no path. */
int write_answer(struct session *session, const char *path, const char *bytes, size_t size, int status);
/* The same for what a writer wrote, made by another program where the format asks for one. */
int write_made(struct session *session, const struct writer *writer, const char *text, int status);

#endif
