/* Word, OpenDocument and PDF, made by pandoc of our Markdown. It is started without a shell, in a
   folder of its own that only this user can enter, and is given no picture to fetch and no raw HTML
   for its engine: what a project or a template says cannot make it read another file. */

#include "session.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* pandoc runs this over the document, in Lua: a picture gives way to its words, raw HTML to nothing,
   and the columns of a table are as wide as what they hold, since equal ones would break figures in two. A line has room
   for about 76 characters; a cell's edges take the room of four. */
static const char filter[] =
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

/* The files of one conversion. */
struct workshop {
    const char *folder, *markdown, *filter, *made, *complaints;
};

static const char *temporary_folder(void)
{
    const char *folder = getenv("TMPDIR");
    return folder && *folder == '/' ? folder : "/tmp";
}

static bool open_workshop(struct workshop *workshop, const char *format, struct arena *arena)
{
    char *folder = arena_text(arena, "%s/medfin-XXXXXX", temporary_folder());
    if (!mkdtemp(folder))
        return false;
    *workshop = (struct workshop){ .folder = folder,
                                   .markdown = arena_text(arena, "%s/letter.md", folder),
                                   .filter = arena_text(arena, "%s/filter.lua", folder),
                                   .made = arena_text(arena, "%s/made.%s", folder, format),
                                   .complaints = arena_text(arena, "%s/complaints", folder) };
    return true;
}

static void close_workshop(const struct workshop *workshop)
{
    const char *const files[] = { workshop->markdown, workshop->filter, workshop->made, workshop->complaints };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        unlink(files[i]);
    rmdir(workshop->folder);
}

/* All of a file of the workshop; NULL with errno set. */
static const char *read_all(const char *path, size_t *size, struct arena *arena)
{
    FILE *file = fopen(path, "rbe");
    if (!file)
        return NULL;
    struct text all = text_new(arena);
    char piece[BUFSIZ];
    for (size_t got; (got = fread(piece, 1, sizeof piece, file));)
        text_add_bytes(&all, piece, got);
    bool whole = !ferror(file);
    fclose(file);
    *size = all.size;
    return whole ? all.bytes : NULL;
}

/* Programs that pandoc can make PDF with, those first that need least beside them. */
static const char *const engines[] = { "weasyprint", "wkhtmltopdf", "xelatex", "lualatex", "pdflatex", "context", NULL };

static bool is_installed(const char *program, struct arena *arena)
{
    const char *path = getenv("PATH");
    while (path && *path) {
        size_t size = strcspn(path, ":");
        if (size && access(arena_text(arena, "%.*s/%s", (int)size, path, program), X_OK) == 0)
            return true;
        path += size + (path[size] == ':');
    }
    return false;
}

/* NULL if there is none. */
static const char *engine_find(struct arena *arena)
{
    const char *const *engine = engines;
    while (*engine && !is_installed(*engine, arena))
        engine++;
    return *engine;
}

/* What the program is called with: only paths of the workshop and of the user, never their contents. */
static char *const *arguments(struct session *session, const struct workshop *workshop, const char *format,
                              const char *engine)
{
    struct arena *arena = session->arena;
    const char *reference = session->request.reference;
    LIST(char *) words = { 0 };
    *list_add(&words, arena) = arena_text(arena, "pandoc");
    *list_add(&words, arena) = arena_text(arena, "--from=gfm");
    *list_add(&words, arena) = arena_text(arena, "--to=%s", format);
    *list_add(&words, arena) = arena_text(arena, "--metadata=lang:%s", language_code(session->language));
    *list_add(&words, arena) = arena_text(arena, "--lua-filter=%s", workshop->filter);
    if (reference)
        *list_add(&words, arena) = arena_text(arena, "--reference-doc=%s", reference);
    if (engine)
        *list_add(&words, arena) = arena_text(arena, "--pdf-engine=%s", engine);
    *list_add(&words, arena) = arena_text(arena, "--output=%s", workshop->made);
    *list_add(&words, arena) = arena_text(arena, "%s", workshop->markdown);
    *list_add(&words, arena) = NULL;
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
static int start(char *const *words, char *const *variables, const char *complaints)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, complaints, O_WRONLY | O_CREAT | O_EXCL, 0600);
    pid_t child;
    int reason = posix_spawnp(&child, words[0], &files, NULL, words, variables), status = -1;
    posix_spawn_file_actions_destroy(&files);
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
static const char *complaint(struct session *session, const struct workshop *workshop)
{
    size_t size;
    const char *said = read_all(workshop->complaints, &size, session->arena);
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

static const char *refuse(struct session *session, enum diag_id id, const char *first, const char *second)
{
    session_complain(session, id, ARGS(arg_text(first), arg_text(second)));
    return NULL;
}

static const char *run(struct session *session, const struct workshop *workshop, const struct writer *writer, size_t *size)
{
    bool needs_engine = strcmp(writer->made_of, "pdf") == 0;
    const char *engine = needs_engine ? engine_find(session->arena) : NULL;
    if (needs_engine && !engine && is_installed("pandoc", session->arena))
        return refuse(session, DIAG_NO_ENGINE, writer->format, listed(session, engines));
    int status = start(arguments(session, workshop, writer->made_of, engine), environment(session->arena), workshop->complaints);
    if (status == -1 && errno == ENOENT)
        return refuse(session, DIAG_NO_CONVERTER, writer->format, NULL);
    if (status == -1)
        return refuse(session, DIAG_CONVERTER_SYSTEM, strerror(errno), NULL);
    if (status != 0)
        return refuse(session, DIAG_CONVERTER_FAILED, writer->format, complaint(session, workshop));
    const char *made = read_all(workshop->made, size, session->arena);
    return made ? made : refuse(session, DIAG_CONVERTER_FAILED, writer->format, strerror(errno));
}

const char *convert(struct session *session, const struct writer *writer, const char *markdown, size_t *size)
{
    struct workshop workshop;
    if (!open_workshop(&workshop, writer->made_of, session->arena))
        return refuse(session, DIAG_CONVERTER_SYSTEM, strerror(errno), NULL);
    const char *made = NULL;
    int reason = file_create(workshop.markdown, markdown, strlen(markdown), session->arena);
    if (!reason)
        reason = file_create(workshop.filter, filter, sizeof filter - 1, session->arena);
    if (reason)
        refuse(session, DIAG_CONVERTER_SYSTEM, strerror(reason), NULL);
    else
        made = run(session, &workshop, writer, size);
    close_workshop(&workshop);
    return made;
}
