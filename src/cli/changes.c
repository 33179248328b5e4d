/* What a workbook that was given back changes, as a scenario file. */

#include "changes.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/start/changes.h>
#include <medfin/system/path.h>

#include "commands.h"
#include "output.h"

/* Up to its name: "scenarios/x/" of "scenarios/x/project.ini". */
static size_t folder_size(const char *path)
{
    return path ? (size_t)(path_name(path) - path) : 0;
}

/* "./x", "../x", "x/../y". */
static bool has_dots(const char *path)
{
    for (; *path; path++)
        if (*path == '.' && path_is_parted(path[1]))
            return true;
    return false;
}

/* A file as another one, in that place, has to name it; NULL where the names alone do not tell. */
static const char *named_from(struct session *session, const char *path, const char *from)
{
    while (from && *from == '.' && path_is_parted(from[1]))
        from += 2;
    size_t folder = folder_size(from);
    if (path_is_whole(path) || !folder)
        return path;
    if (folder == folder_size(path) && strncmp(path, from, folder) == 0)
        return path + folder;
    if (path_is_whole(from) || has_dots(from))
        return NULL;
    struct text up = text_new(session->arena);
    for (size_t i = 0; i < folder; i++)
        text_add(&up, path_is_parted(from[i]) ? "../" : "");
    text_add(&up, path);
    return up.bytes;
}

/* The scenario that is named; NULL where it is none, or several: one file stands on one other. */
static const char *only_scenario(struct session *session)
{
    const argument_list *words = &session->request.words;
    const char *project = session->statements.items[0].place.source->name, *found = NULL;
    for (int i = 0; i < words->count; i++) {
        if (names_workbook(words->items[i]) || strcmp(words->items[i], project) == 0)
            continue;
        if (found)
            return NULL;
        found = words->items[i];
    }
    return found;
}

static const char *workbooks(struct session *session)
{
    struct text names = text_new(session->arena);
    for (int i = 0; i < session->request.words.count; i++) {
        const char *path = session->request.words.items[i];
        if (names_workbook(path))
            text_addf(&names, "%s%s", names.size ? ", " : "", path + folder_size(path));
    }
    return names.bytes;
}

int changes_run(struct session *session)
{
    const argument_list *words = &session->request.words;
    const char *from = workbooks(session);
    if (words->count && !from[0])
        session_complain(session, DIAG_NO_WORKBOOK_NAMED, NULL);
    if (diags_any(session->diags, DIAG_USAGE))
        return EXIT_USAGE;
    if (!session_read(session, words->items, words->count))
        return EXIT_INPUT;
    if (!session->changed.count)
        session_complain(session, DIAG_WORKBOOK_UNCHANGED, ARGS(arg_text(from)));
    const char *scenario = only_scenario(session);
    const struct changes changes = { .changed = &session->changed,
                                     .project = session->below,
                                     .from = from,
                                     .files = session->files,
                                     .base = scenario ? named_from(session, scenario, session->request.output) : NULL };
    return write_new(session, changes_text(&changes, session->language, session->arena));
}
