/* What other programs make of what we write: Word and OpenDocument by pandoc of our Markdown, PDF by
   weasyprint of our pages. They are given no picture to fetch, no raw HTML of anybody's and no link that would run or
   lead to a file: what a project or a template says cannot make them read another file. */

#include "convert.h"

#include <stdint.h>
#include <string.h>

#include <medfin/system/process.h>
#include <medfin/system/reason.h>

/* The clock stays out of what is made: the earliest time that a ZIP archive can hold, unless the
   user has chosen one. */
static const char earliest[] = "SOURCE_DATE_EPOCH=315532800";

typedef LIST(const char *) word_list;

/* What a program is given besides: pandoc its filter, and the form of the pages that it makes. */
extern const uint32_t pandoc_convert[], pandoc_word[], pandoc_opendocument[];
extern const size_t pandoc_convert_size, pandoc_word_size, pandoc_opendocument_size;

struct enclosed {
    const void *bytes;
    size_t size;
};

static void add_word(struct session *session, word_list *words, const char *word)
{
    *list_add(words, session->arena) = arena_text(session->arena, "%s", word);
}

/* pandoc's own document first: it would fetch the pictures of what it makes Word or OpenDocument of before its filter
   sees them, and makes its own without a look at them. */
static struct enclosed call_pandoc_reading(struct session *session, const struct writer *writer, word_list *words)
{
    (void)writer;
    add_word(session, words, "--from=gfm-emoji-autolink_bare_uris-yaml_metadata_block");
    add_word(session, words, "--to=json");
    add_word(session, words, arena_text(session->arena, "--lua-filter=%s", process_side_path));
    add_word(session, words, "--output=-");
    return (struct enclosed){ pandoc_convert, pandoc_convert_size };
}

/* Only the user's paths, never what they hold. */
static struct enclosed call_pandoc_writing(struct session *session, const struct writer *writer, word_list *words)
{
    struct arena *arena = session->arena;
    add_word(session, words, "--from=json");
    add_word(session, words, arena_text(arena, "--to=%s", writer->format));
    add_word(session, words, arena_text(arena, "--metadata=lang:%s", language_code(session->language)));
    const char *users = session->request.reference;
    add_word(session, words, arena_text(arena, "--reference-doc=%s", users ? users : process_side_path));
    add_word(session, words, "--output=-");
    bool is_word = strcmp(writer->format, "docx") == 0;
    return users     ? (struct enclosed){ NULL, 0 }
           : is_word ? (struct enclosed){ pandoc_word, pandoc_word_size }
                     : (struct enclosed){ pandoc_opendocument, pandoc_opendocument_size };
}

/* Tagged, so that what is published can be read aloud. */
static struct enclosed call_weasyprint(struct session *session, const struct writer *writer, word_list *words)
{
    (void)writer;
    static const char *const all[] = { "--quiet", "--encoding=utf-8", "--pdf-variant=pdf/ua-1", "-", "-" };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        add_word(session, words, all[i]);
    return (struct enclosed){ NULL, 0 };
}

/* The words of one call; what goes with it is returned. */
typedef struct enclosed call_words(struct session *session, const struct writer *writer, word_list *words);

/* A program's calls, each of what the one before has made. */
enum { MOST_CALLS = 2 };

static const struct maker {
    const char *program;
    call_words *calls[MOST_CALLS];
} makers[] = { { "pandoc", { call_pandoc_reading, call_pandoc_writing } }, { "weasyprint", { call_weasyprint } } };

static const struct maker *maker_of(const struct writer *writer)
{
    const struct maker *maker = makers;
    while (strcmp(maker->program, writer->made_by) != 0)
        maker++;
    return maker;
}

/* The last line that it wrote, before where in its own code that was: what was the matter. */
static const char *complaint(struct session *session, const struct process_answer *answer)
{
    size_t size = answer->errors_size;
    const char *said = answer->errors;
    const char *stack = size ? strstr(said, "\nCallStack") : NULL;
    if (stack)
        size = (size_t)(stack - said);
    while (size && (said[size - 1] == '\n' || said[size - 1] == ' '))
        size--;
    if (!size)
        return tr(N_("it does not say why"));
    size_t from = size;
    while (from && said[from - 1] != '\n')
        from--;
    return arena_copy(session->arena, said + from, size - from);
}

static void refuse(struct session *session, enum diag_id id, const struct writer *writer, struct diag_arg reason)
{
    session_complain(session, id, ARGS(arg_text(writer->format), arg_text(writer->made_by), reason));
}

/* What was made; NULL with a fault in the diags. */
static const char *take(struct session *session, const struct process_answer *answer, const struct writer *writer,
                        size_t *size)
{
    *size = answer->output_size;
    if (answer->end == PROCESS_ABSENT)
        refuse(session, DIAG_NO_CONVERTER, writer, arg_text(writer->made_of));
    else if (answer->end == PROCESS_REFUSED)
        refuse(session, DIAG_CONVERTER_SYSTEM, writer, arg_word(reason_text(answer->reason)));
    else if (answer->end == PROCESS_FAILED || !*size)
        refuse(session, DIAG_CONVERTER_FAILED, writer, arg_text(complaint(session, answer)));
    else
        return arena_copy(session->arena, answer->output, *size);
    return NULL;
}

static const char *call(struct session *session, const struct writer *writer, call_words *say, const char *text,
                        size_t *size)
{
    word_list words = { 0 };
    add_word(session, &words, writer->made_by);
    struct enclosed enclosed = say(session, writer, &words);
    *list_add(&words, session->arena) = NULL;
    const struct process process = {
        .words = words.items, .input = text, .side = enclosed.bytes, .side_size = enclosed.size, .variable = earliest
    };
    struct process_answer answer = process_run(&process);
    const char *made = take(session, &answer, writer, size);
    process_answer_free(&answer);
    return made;
}

const char *convert(struct session *session, const struct writer *writer, const char *text, size_t *size)
{
    const struct maker *maker = maker_of(writer);
    for (int i = 0; text && i < MOST_CALLS && maker->calls[i]; i++)
        text = call(session, writer, maker->calls[i], text, size);
    return text;
}
