#include "output.h"

#include <stdlib.h>
#include <string.h>

#include <medfin/system/file_write.h>
#include <medfin/system/reason.h>
#include <medfin/system/terminal.h>

#include "commands.h"
#include "convert.h"
#include "workbook.h"

enum { DEFAULT_WIDTH = 80, MOST_TERMINAL = 200 };

static int terminal_width(void)
{
    int width = 0;
    const char *columns = getenv("COLUMNS");
    if (!output_columns(&width) && columns)
        width = (int)strtol(columns, NULL, 10);
    if (width <= 0)
        return DEFAULT_WIDTH;
    return width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_TERMINAL ? MOST_TERMINAL : width;
}

static bool use_color(const struct request *request)
{
    if (request->color.number != COLOR_AUTO)
        return request->color.number == COLOR_ALWAYS;
    const char *no_color = getenv("NO_COLOR");
    return !request->output && !(no_color && *no_color) && output_shows_colors();
}

struct doc *session_doc(struct session *session)
{
    const struct request *request = &session->request;
    struct doc *doc = doc_new(session->arena, session->language, &doc_units[request->unit.number]);
    doc->for_people = !request_writer(request, "text")->for_programs;
    doc->scenario = request->scenario.number == SCENARIO_SECURED ? tr(N_("only what is secured")) : NULL;
    return doc;
}

/* Whoever sits at a terminal sees that the file is there; in a script silence says so. */
static void tell_written(const struct session *session, const char *path)
{
    if (!path || session->request.quiet || !errors_are_terminal())
        return;
    const char *told = arena_text(session->arena, tr(N_("Written: %s\n")), path);
    errors_write(told, strlen(told));
}

int write_answer(struct session *session, const char *path, const char *bytes, size_t size, int status)
{
    if (!session_may_answer(session))
        return EXIT_SYSTEM;
    int reason = path ? file_write(path, bytes, size) : output_write(bytes, size);
    if (!reason) {
        tell_written(session, path);
        return status;
    }
    session_complain(session, DIAG_CANNOT_WRITE,
                     ARGS(arg_text(path ? path : tr(standard_output)), arg_word(reason_text(reason))));
    return EXIT_SYSTEM;
}

int write_text(struct session *session, const char *text, int status)
{
    return write_answer(session, session->request.output, text, strlen(text), status);
}

int write_new(struct session *session, const char *text)
{
    const char *path = session->request.output;
    if (!path)
        return write_text(session, text, EXIT_HOLDS);
    int reason = file_create(path, text, strlen(text));
    if (reason_is_presence(reason))
        session_complain(session, DIAG_FILE_EXISTS, ARGS(arg_text(path), arg_text(session->request.command->name)));
    else if (reason)
        session_complain(session, DIAG_CANNOT_WRITE, ARGS(arg_text(path), arg_word(reason_text(reason))));
    else
        tell_written(session, path);
    return reason ? EXIT_SYSTEM : EXIT_HOLDS;
}

int write_made(struct session *session, const struct writer *writer, const char *text, int status)
{
    if (!writer->made_by)
        return write_text(session, text, status);
    size_t size;
    const char *made = convert(session, writer, text, &size);
    return made ? write_answer(session, session->request.output, made, size, status) : EXIT_SYSTEM;
}

const struct writer *request_format(const struct request *request)
{
    const struct option_choice *format = &request->format;
    return format->said && format->number >= 0 ? &writers[format->number] : NULL;
}

const struct writer *request_writer(const struct request *request, const char *usual)
{
    const struct writer *writer = request_format(request);
    if (!writer && request->output)
        writer = writer_of_file(request->output);
    return writer ? writer : writer_find(request->csv.said ? "csv" : usual);
}

int write_doc(struct session *session, const struct doc *doc, int status)
{
    const struct request *request = &session->request;
    int width = request->output ? DEFAULT_WIDTH : terminal_width();
    const struct writer_options options = { .width = session->width ? session->width : width,
                                            .color = use_color(request),
                                            .paths = request->paths,
                                            .csv_machine = request->csv.number == CSV_MACHINE };
    const struct writer *writer = request_writer(request, "text");
    if (!writer->write)
        return write_workbook(session, status);
    struct text out = text_new(session->arena);
    writer->write(doc, &options, &out);
    return write_made(session, writer, out.bytes, status);
}
