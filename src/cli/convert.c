/* What other programs make of what we write: Word and OpenDocument by pandoc of our Markdown, PDF by
   weasyprint of our pages. They are given no picture to fetch and no raw HTML of anybody's: what a project or
   a template says cannot make them read another file. */

#include "convert.h"

#include <string.h>

#include <medfin/system/process.h>
#include <medfin/system/reason.h>

/* pandoc runs this over the document, in Lua: a picture gives way to its words, raw HTML to nothing,
   and the columns of a table are as wide as what they hold, since equal ones would break figures in two. A line has
   room for about 76 characters; a cell's edges take the room of four. */
static const char pandoc_filter[] =
    "function Image(picture) return picture.caption end\n"
    "function RawInline() return {} end\n"
    "function RawBlock() return {} end\n"
    "local function measure(rows, longest)\n"
    "  for _, row in ipairs(rows) do\n"
    "    for i, cell in ipairs(row.cells) do\n"
    "      longest[i] = math.max(longest[i] or 1, utf8.len(pandoc.utils.stringify(cell.contents)) or 1)\n"
    "    end\n"
    "  end\n"
    "end\n"
    "function Table(wide)\n"
    "  local longest, left = {}, 1\n"
    "  measure(wide.head.rows, longest)\n"
    "  for _, body in ipairs(wide.bodies) do measure(body.body, longest) end\n"
    "  for i = #wide.colspecs, 1, -1 do\n"
    "    local part = math.min(((longest[i] or 1) + 4) / 76, i > 1 and 0.4 or left)\n"
    "    wide.colspecs[i] = { wide.colspecs[i][1], part }\n"
    "    left = math.max(left - part, 0.15)\n"
    "  end\n"
    "  return wide\n"
    "end\n";

/* The clock stays out of what is made: the earliest time that a ZIP archive can hold, unless the
   user has chosen one. */
static const char earliest[] = "SOURCE_DATE_EPOCH=315532800";

typedef LIST(const char *) word_list;

static void add_word(struct session *session, word_list *words, const char *word)
{
    *list_add(words, session->arena) = arena_text(session->arena, "%s", word);
}

/* Only the user's paths, never what they hold. */
static void call_pandoc(struct session *session, const struct writer *writer, word_list *words)
{
    struct arena *arena = session->arena;
    add_word(session, words, "--from=gfm");
    add_word(session, words, arena_text(arena, "--to=%s", writer->format));
    add_word(session, words, arena_text(arena, "--metadata=lang:%s", language_code(session->language)));
    add_word(session, words, arena_text(arena, "--lua-filter=%s", process_side_path));
    if (session->request.reference)
        add_word(session, words, arena_text(arena, "--reference-doc=%s", session->request.reference));
    add_word(session, words, "--output=-");
}

/* Tagged, so that what is published can be read aloud. */
static void call_weasyprint(struct session *session, const struct writer *writer, word_list *words)
{
    (void)writer;
    static const char *const all[] = { "--quiet", "--encoding=utf-8", "--pdf-variant=pdf/ua-1", "-", "-" };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        add_word(session, words, all[i]);
}

static const struct maker {
    const char *program;
    void (*call)(struct session *session, const struct writer *writer, word_list *words);
} makers[] = { { "pandoc", call_pandoc }, { "weasyprint", call_weasyprint } };

static const char *const *arguments(struct session *session, const struct writer *writer)
{
    word_list words = { 0 };
    add_word(session, &words, writer->made_by);
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (strcmp(makers[i].program, writer->made_by) == 0)
            makers[i].call(session, writer, &words);
    *list_add(&words, session->arena) = NULL;
    return words.items;
}

/* The last line that it wrote, before where in its own code that was: what was the matter. */
static const char *complaint(struct session *session, const struct process_answer *answer)
{
    size_t size = answer->errors_size;
    const char *said = answer->errors;
    if (!size)
        return tr(N_("it does not say why"));
    const char *stack = strstr(said, "\nCallStack");
    if (stack)
        size = (size_t)(stack - said);
    while (size && (said[size - 1] == '\n' || said[size - 1] == ' '))
        size--;
    size_t from = size;
    while (from && said[from - 1] != '\n')
        from--;
    return arena_copy(session->arena, said + from, size - from);
}

static void refuse(struct session *session, enum diag_id id, const struct writer *writer, const char *reason)
{
    session_complain(session, id, ARGS(arg_text(writer->format), arg_text(writer->made_by), arg_text(reason)));
}

/* What was made; NULL with a fault in the diags. */
static const char *take(struct session *session, const struct process_answer *answer, const struct writer *writer,
                        size_t *size)
{
    *size = answer->output_size;
    if (answer->end == PROCESS_ABSENT)
        refuse(session, DIAG_NO_CONVERTER, writer, writer->made_of);
    else if (answer->end == PROCESS_REFUSED)
        refuse(session, DIAG_CONVERTER_SYSTEM, writer, reason_text(answer->reason));
    else if (answer->end == PROCESS_FAILED || !*size)
        refuse(session, DIAG_CONVERTER_FAILED, writer, complaint(session, answer));
    else
        return arena_copy(session->arena, answer->output, *size);
    return NULL;
}

const char *convert(struct session *session, const struct writer *writer, const char *text, size_t *size)
{
    const struct process process = {
        .words = arguments(session, writer), .input = text, .side = pandoc_filter, .variable = earliest
    };
    struct process_answer answer = process_run(&process);
    const char *made = take(session, &answer, writer, size);
    process_answer_free(&answer);
    return made;
}
