/* What other programs make of what we write: Word and OpenDocument by pandoc of our Markdown, PDF by
   weasyprint of our pages. They are started without a shell, work on files that have no name, so that
   nothing is left behind whatever ends us, and are given no picture to fetch and no raw HTML of anybody's:
   what a project or a template says cannot make them read another file. */

#include "convert.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

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

/* The files of one conversion, open and nameless. */
enum { WRITTEN, MADE, COMPLAINTS, FILTER, FILE_COUNT };

/* Where the program finds each of them. */
static const int placed[FILE_COUNT] = { STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO, 3 };

/* Beyond the descriptors that the program gets; −1 with errno set. */
static int open_nameless(void)
{
    FILE *file = tmpfile();
    if (!file)
        return -1;
    int opened = fcntl(fileno(file), F_DUPFD_CLOEXEC, FILE_COUNT);
    fclose(file);
    return opened;
}

static bool write_all(int file, const char *bytes, size_t size)
{
    for (ssize_t written; size; bytes += written, size -= (size_t)written)
        if ((written = write(file, bytes, size)) < 0) {
            if (errno != EINTR)
                return false;
            written = 0;
        }
    return lseek(file, 0, SEEK_SET) == 0;
}

/* All of it from its beginning; NULL with errno set. */
static const char *read_all(int file, size_t *size, struct arena *arena)
{
    struct text all = text_new(arena);
    char piece[BUFSIZ];
    if (lseek(file, 0, SEEK_SET) != 0)
        return NULL;
    for (ssize_t got; (got = read(file, piece, sizeof piece)) != 0;) {
        if (got < 0 && errno != EINTR)
            return NULL;
        text_add_bytes(&all, piece, got < 0 ? 0 : (size_t)got);
    }
    *size = all.size;
    return all.bytes;
}

static void close_files(const int *files)
{
    for (int i = 0; i < FILE_COUNT; i++)
        if (files[i] >= 0)
            close(files[i]);
}

static bool open_files(int *files, const char *text)
{
    bool opened = true;
    for (int i = 0; i < FILE_COUNT; i++) {
        files[i] = open_nameless();
        opened = opened && files[i] >= 0;
    }
    opened = opened && write_all(files[WRITTEN], text, strlen(text)) &&
             write_all(files[FILTER], pandoc_filter, sizeof pandoc_filter - 1);
    int reason = errno;
    if (!opened)
        close_files(files);
    errno = reason;
    return opened;
}

typedef LIST(char *) word_list;

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
    add_word(session, words, arena_text(arena, "--lua-filter=/dev/fd/%d", placed[FILTER]));
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

static char *const *arguments(struct session *session, const struct writer *writer)
{
    word_list words = { 0 };
    add_word(session, &words, writer->made_by);
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (strcmp(makers[i].program, writer->made_by) == 0)
            makers[i].call(session, writer, &words);
    *list_add(&words, session->arena) = NULL;
    return words.items;
}

/* The clock stays out of what is made: the earliest time that a ZIP archive can hold, unless the
   user has chosen one. */
static char *const *environment(struct arena *arena)
{
    static const char name[] = "SOURCE_DATE_EPOCH=";
    LIST(char *) all = { 0 };
    bool chosen = false;
    for (char **at = environ; *at; at++) {
        *list_add(&all, arena) = *at;
        chosen = chosen || strncmp(*at, name, sizeof name - 1) == 0;
    }
    if (!chosen)
        *list_add(&all, arena) = arena_text(arena, "%s315532800", name);
    *list_add(&all, arena) = NULL;
    return all.items;
}

/* The program's wait status; −1 with errno set if it could not be started. */
static int start(char *const *words, char *const *variables, const int *files)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int i = 0; i < FILE_COUNT; i++)
        posix_spawn_file_actions_adddup2(&actions, files[i], placed[i]);
    pid_t child;
    int reason = posix_spawnp(&child, words[0], &actions, NULL, words, variables), status = -1;
    posix_spawn_file_actions_destroy(&actions);
    if (reason) {
        errno = reason;
        return -1;
    }
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return status;
}

/* The last line that it wrote, before where in its own code that was: what was the matter. */
static const char *complaint(struct session *session, int complaints)
{
    size_t size;
    const char *said = read_all(complaints, &size, session->arena);
    if (!said || !size)
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

static const char *refuse(struct session *session, enum diag_id id, const struct writer *writer, const char *reason)
{
    session_complain(session, id, ARGS(arg_text(writer->format), arg_text(writer->made_by), arg_text(reason)));
    return NULL;
}

static const char *run(struct session *session, const int *files, const struct writer *writer, size_t *size)
{
    int status = start(arguments(session, writer), environment(session->arena), files);
    if (status == -1)
        return errno == ENOENT ? refuse(session, DIAG_NO_CONVERTER, writer, writer->made_of)
                               : refuse(session, DIAG_CONVERTER_SYSTEM, writer, strerror(errno));
    if (status != 0)
        return refuse(session, DIAG_CONVERTER_FAILED, writer, complaint(session, files[COMPLAINTS]));
    const char *made = read_all(files[MADE], size, session->arena);
    if (!made)
        return refuse(session, DIAG_CONVERTER_SYSTEM, writer, strerror(errno));
    return *size ? made : refuse(session, DIAG_CONVERTER_FAILED, writer, complaint(session, files[COMPLAINTS]));
}

const char *convert(struct session *session, const struct writer *writer, const char *text, size_t *size)
{
    int files[FILE_COUNT];
    if (!open_files(files, text))
        return refuse(session, DIAG_CONVERTER_SYSTEM, writer, strerror(errno));
    const char *made = run(session, files, writer, size);
    close_files(files);
    return made;
}
