#include "workbook.h"

#include <stdlib.h>
#include <string.h>

#include <medfin/base/names.h>
#include <medfin/system/file_read.h>
#include <medfin/system/path.h>
#include <medfin/system/process_become.h>
#include <medfin/system/reason.h>
#include <medfin/versions/digest.h>
#include <medfin/workbook/tables.h>
#include <medfin/workbook/workbook.h>
#include <medfin/workbook/xlsx.h>

#include "commands.h"
#include "follow.h"
#include "output.h"

/* Where it stands, seen from where the program that people start stands, and built and installed alike. */
static const char neighbour[] = "../libexec/medfin/medfin-workbook";

bool wants_workbook(const struct request *request)
{
    return request->command && !request->help && !request->version && !request_writer(request, "text")->write;
}

void check_workbook(struct session *session)
{
    static const char *const makers[] = { "budget", "report",    "compare",   "liquidity",
                                          "fees",   "follow-up", "portfolio", NULL };
    const char *command = session->request.command->name;
    for (int i = 0; makers[i]; i++)
        if (strcmp(makers[i], command) == 0)
            return;
    session_complain(session, DIAG_NO_WORKBOOK_OF, ARGS(arg_text(command), arg_text(listed(session, makers))));
}

void hand_over_workbook(struct session *session, char **arguments)
{
    int reason = process_become(neighbour, arguments);
    session_complain(session, DIAG_NO_WORKBOOK_WRITER, ARGS(arg_text(neighbour), arg_word(reason_text(reason))));
}

/* The clock stays out of what is made: the earliest time that a ZIP archive can hold, unless the user has chosen one.
 */
static long time_of_making(void)
{
    const char *chosen = getenv("SOURCE_DATE_EPOCH");
    return chosen && *chosen ? strtol(chosen, NULL, 10) : 315532800;
}

/* What the statements stand in, tables among it, as the files are now. */
static int sources_of(struct session *session, const struct workbook_source **sources)
{
    enum { LARGEST = 64 * 1024 * 1024 };
    LIST(struct workbook_source) found = { 0 };
    struct names seen = { 0 };
    for (int i = 0; i < session->said; i++) {
        const struct source *source = session->statements.items[i].place.source;
        struct open_file file;
        int reason;
        if (!source || (*names_number(&seen, source->name, session->arena))++)
            continue;
        if (file_open(source->name, LARGEST, &file, &reason) != OPENED)
            continue;
        char *bytes = arena_take(session->arena, file.size + 1, 1);
        if (file_read(&file, bytes))
            continue;
        *list_add(&found, session->arena) =
            (struct workbook_source){ path_name(source->name), digest_of(session->arena, bytes, file.size) };
    }
    *sources = found.items;
    return found.count;
}

static int write_book(struct session *session, const struct book *book, int status)
{
    size_t size = 0;
    int reason = 0;
    const char *bytes = xlsx_bytes(book, time_of_making(), &size, &reason);
    if (bytes)
        return write_answer(session, session->request.output, bytes, size, status);
    const char *path = session->request.output;
    session_complain(session, DIAG_CANNOT_WRITE,
                     ARGS(arg_text(path ? path : tr(standard_output)), arg_word(reason_text(reason))));
    return EXIT_SYSTEM;
}

int write_workbook(struct session *session, int status)
{
    struct workbook_of of = { .plan = session->plan,
                              .files = session_files(session),
                              .compared = session->compared,
                              .follow = session_follow(session),
                              .version = session->version };
    of.source_count = sources_of(session, &of.sources);
    return write_book(session, workbook_make(session_doc(session), &of), status);
}

int write_tables(struct session *session, const struct doc *doc, int status)
{
    return write_book(session, workbook_of_tables(doc), status);
}
