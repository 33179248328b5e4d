/* Files to layers: the project first, every scenario on top, what a scenario is based on
   before it. */

#include <medfin/read/read.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <medfin/base/text.h>

#include "outline.h"

enum { LARGEST = 64 * 1024 * 1024 }; /* bytes; a budget is a few thousand */

struct file {
    const char *path;
    dev_t device;
    ino_t inode;
    bool in_progress; /* what it is based on is being read */
    struct outline outline;
};

struct reading {
    LIST(struct file *) files;  /* in the order of reading */
    LIST(struct file *) layers; /* scenarios, in the order in which they stand on one another */
    LIST(struct file *) chain;  /* files whose bases are being read */
    struct file *project;
    struct arena *arena;
    struct diags *diags;
};

static bool system_fault(struct reading *reading, enum diag_id id, const char *path, struct place place,
                         const char *reason)
{
    diag_add(reading->diags, id, place, ARGS(arg_text(path), arg_text(reason)));
    return false;
}

/* All bytes of an open file; `size` is what they come to. NULL with errno set. */
static char *bytes_read(int descriptor, size_t expected, size_t *size, struct arena *arena)
{
    char *bytes = arena_take(arena, expected + 1, 1);
    *size = 0;
    while (*size < expected) {
        ssize_t got = read(descriptor, bytes + *size, expected - *size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return NULL;
        if (got == 0)
            break;
        *size += (size_t)got;
    }
    return bytes;
}

/* False after a fault if the file is no regular file of a size that we read. */
static bool is_readable(struct reading *reading, const struct stat *status, const char *path,
                        struct place place)
{
    if (S_ISDIR(status->st_mode))
        return system_fault(reading, DIAG_FILE_FOLDER, path, place, NULL);
    if (!S_ISREG(status->st_mode))
        return system_fault(reading, DIAG_FILE_NOT_REGULAR, path, place, NULL);
    if (status->st_size > LARGEST)
        return system_fault(reading, DIAG_FILE_LARGE, path, place, NULL);
    return true;
}

/* Opens without waiting for a writer, should the path be a pipe. */
static const struct source *source_load(struct reading *reading, const char *path, struct place place)
{
    struct stat status;
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0 || fstat(descriptor, &status) < 0) {
        system_fault(reading, DIAG_FILE_UNREADABLE, path, place, strerror(errno));
        if (descriptor >= 0)
            close(descriptor);
        return NULL;
    }
    const struct source *source = NULL;
    if (is_readable(reading, &status, path, place)) {
        size_t size;
        const char *bytes = bytes_read(descriptor, (size_t)status.st_size, &size, reading->arena);
        if (bytes)
            source = source_new(reading->arena, path, bytes, size, reading->files.count);
        else
            system_fault(reading, DIAG_FILE_UNREADABLE, path, place, strerror(errno));
    }
    close(descriptor);
    return source;
}

static struct file *file_find(const struct reading *reading, const struct stat *status)
{
    for (int i = 0; i < reading->files.count; i++) {
        struct file *file = reading->files.items[i];
        if (file->device == status->st_dev && file->inode == status->st_ino)
            return file;
    }
    return NULL;
}

/* "a.ini → b.ini → a.ini" */
static void circle_fault(struct reading *reading, const struct file *file, struct place place)
{
    struct text names = text_new(reading->arena);
    bool is_inside = false;
    for (int i = 0; i < reading->chain.count; i++) {
        is_inside = is_inside || reading->chain.items[i] == file;
        if (is_inside) {
            text_add(&names, reading->chain.items[i]->path);
            text_add(&names, " → ");
        }
    }
    text_add(&names, file->path);
    diag_add(reading->diags, DIAG_BASE_CIRCLE, place, ARGS(arg_text(names.bytes)));
}

/* The path of a file that another names. */
static const char *path_beside(const struct reading *reading, const char *path, const char *named)
{
    const char *slash = strrchr(path, '/');
    if (*named == '/' || !slash)
        return named;
    return arena_text(reading->arena, "%.*s%s", (int)(slash + 1 - path), path, named);
}

static void visit(struct reading *reading, const char *path, struct place place);

static void visit_bases(struct reading *reading, struct file *file)
{
    for (int i = 0; i < file->outline.entries.count; i++) {
        const struct entry *entry = &file->outline.entries.items[i];
        bool is_base = entry->key->section == SECTION_SCENARIO && strcmp(entry->key->name, "base") == 0;
        if (!is_base || !entry->value.size || entry->operation != OPERATION_SET)
            continue;
        const char *named = entry_text(entry, reading->arena);
        if (strcmp(named, "none") != 0)
            visit(reading, path_beside(reading, file->path, named), entry->value);
    }
}

static void visit_scenario(struct reading *reading, struct file *file)
{
    file->in_progress = true;
    *list_add(&reading->chain, reading->arena) = file;
    visit_bases(reading, file);
    reading->chain.count--;
    file->in_progress = false;
    *list_add(&reading->layers, reading->arena) = file;
}

static void take_project(struct reading *reading, struct file *file)
{
    if (!reading->project)
        reading->project = file;
    else
        diag_add(reading->diags, DIAG_SECOND_PROJECT, file->outline.headers.items[0].place,
                 ARGS(arg_text(file->path), arg_text(reading->project->path)));
}

/* The first section says what a file is. False after a fault. */
static bool kind_check(const struct outline *outline, struct diags *diags)
{
    const struct header *first = outline->headers.count ? outline->headers.items : NULL;
    if (!first) {
        if (outline->is_good)
            diag_add(diags, DIAG_FILE_EMPTY, (struct place){ outline->source, 0, 0 }, NULL);
        return false;
    }
    if (first->section == SECTION_PROJECT || first->section == SECTION_SCENARIO)
        return true;
    /* A first section that could not be read has been reported. */
    if (first->section != SECTION_COUNT)
        diag_add(diags, DIAG_FILE_KIND, first->place, ARGS(arg_text(section_rows[first->section].name)));
    return false;
}

static struct file *file_load(struct reading *reading, const char *path, struct place place,
                              const struct stat *status)
{
    const struct source *source = source_load(reading, path, place);
    if (!source)
        return NULL;
    struct file *file = arena_take(reading->arena, 1, sizeof *file);
    file->path = path;
    file->device = status->st_dev;
    file->inode = status->st_ino;
    *list_add(&reading->files, reading->arena) = file;
    outline_read(source, &file->outline, reading->arena, reading->diags);
    return file;
}

/* Reads a file that `place` names, unless it has been read. */
static void visit(struct reading *reading, const char *path, struct place place)
{
    struct stat status;
    if (stat(path, &status) < 0) {
        system_fault(reading, DIAG_FILE_UNREADABLE, path, place, strerror(errno));
        return;
    }
    struct file *known = file_find(reading, &status);
    if (known) {
        if (known->in_progress)
            circle_fault(reading, known, place);
        return;
    }
    struct file *file = file_load(reading, path, place, &status);
    if (!file)
        return;
    if (!kind_check(&file->outline, reading->diags))
        *list_add(&reading->layers, reading->arena) = file; /* for the faults of its values */
    else if (file->outline.headers.items[0].section == SECTION_PROJECT)
        take_project(reading, file);
    else
        visit_scenario(reading, file);
}

bool read_files(const char *const *paths, int count, statement_list *statements, struct arena *arena,
                struct diags *diags)
{
    struct reading reading = { .arena = arena, .diags = diags };
    int errors = diags_errors(diags);
    for (int i = 0; i < count; i++)
        visit(&reading, arena_copy(arena, paths[i], strlen(paths[i])), (struct place){ NULL, 0, 0 });

    if (reading.project)
        statements_add(&reading.project->outline, 0, statements, arena, diags);
    else if (diags_errors(diags) == errors)
        diag_add(diags, DIAG_NO_PROJECT, (struct place){ NULL, 0, 0 }, NULL);
    for (int i = 0; i < reading.layers.count; i++)
        statements_add(&reading.layers.items[i]->outline, i + 1, statements, arena, diags);
    return diags_errors(diags) == errors;
}

bool read_bytes(const char *name, const char *bytes, size_t size, int layer, statement_list *statements,
                struct arena *arena, struct diags *diags)
{
    int errors = diags_errors(diags);
    const struct source *source =
        source_new(arena, arena_copy(arena, name, strlen(name)), arena_copy(arena, bytes, size), size, layer);
    struct outline outline;
    outline_read(source, &outline, arena, diags);
    kind_check(&outline, diags);
    statements_add(&outline, layer, statements, arena, diags);
    return diags_errors(diags) == errors;
}
