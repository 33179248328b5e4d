/* Any bytes as command lines and the files that they are about:

       check project.ini scenario.ini -f json
       letter project.ini -o "a letter.md"
       %% project.ini
       [project]
       …

   Each line in front of the first %% is a run of the program, in a folder that holds the files and nothing else;
   words stand between blanks, or in quotes. The program answers with a status that it promises; a refusal says why,
   prints nothing and leaves every file as it was; else only the files that it was to write are others than before.
   No character that nobody sees is written, JSON is JSON and says nothing twice, and a letter holds as soon as it is
   written. */

#include <dirent.h>
#include <fcntl.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined __has_feature
#if __has_feature(address_sanitizer)
#include <sanitizer/common_interface_defs.h>
#endif
#endif

#include "../../src/cli/commands.h"
#include "../../src/cli/output.h"
#include "json_strict.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { MOST_RUNS = 3, MOST_FILES = 6, MOST_WORDS = 24 };

static const char FRESH[] = "fresh letter.md";

/* A folder of this process's own, in memory where the system has such a place; and where it stood before. */
static struct {
    char path[32];
    int before;
} folder;

struct bytes {
    char *at;
    size_t size;
};

/* What the program writes to a descriptor is caught in a file while it runs. Nothing of it is kept back, so that a
   descriptor is all there is to catch. */
struct tap {
    int descriptor; /* that the program writes to */
    int real;       /* where that leads otherwise; 0: not yet asked */
    FILE *file;
};

static struct tap output_tap = { .descriptor = STDOUT_FILENO }, errors_tap = { .descriptor = STDERR_FILENO };

struct standing {
    const char *name;
    struct bytes holds;
};

typedef LIST(struct standing) standing_list;
typedef LIST(char *) word_list;

/* What one run has come to. */
struct run {
    struct arena *arena;
    word_list words;               /* of the command line, the program's name in front */
    const struct request *request; /* as the program reads it; NULL: it does not */
    struct bytes output, errors;
    standing_list before, after;
    int status;
};

_Noreturn static void fail(const struct run *run, const char *what)
{
    fprintf(stderr, "%s; status %d of:", what, run->status);
    for (int i = 0; i < run->words.count; i++)
        fprintf(stderr, " '%s'", run->words.items[i]);
    fprintf(stderr, "\nerrors: %s\n", run->errors.at ? run->errors.at : "");
    abort();
}

static void must(bool is_so, const char *what)
{
    if (!is_so) {
        perror(what);
        abort();
    }
}

static struct bytes file_bytes(const char *path, struct arena *arena)
{
    FILE *file = fopen(path, "rb");
    struct stat status;
    must(file && stat(path, &status) == 0, path);
    struct bytes read = { arena_take(arena, (size_t)status.st_size + 1, 1), (size_t)status.st_size };
    must(fread(read.at, 1, read.size, file) == read.size, path);
    fclose(file);
    return read;
}

static void file_fill(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    must(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0, path);
}

static int compare_names(const void *one, const void *other)
{
    return strcmp(((const struct standing *)one)->name, ((const struct standing *)other)->name);
}

/* All that stands in the folder, by name. */
static standing_list look(struct arena *arena)
{
    standing_list all = { 0 };
    DIR *here = opendir(".");
    must(here, ".");
    for (const struct dirent *entry; (entry = readdir(here));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        const char *name = arena_copy(arena, entry->d_name, strlen(entry->d_name));
        *list_add(&all, arena) = (struct standing){ name, file_bytes(name, arena) };
    }
    closedir(here);
    if (all.count)
        qsort(all.items, (size_t)all.count, sizeof *all.items, compare_names);
    return all;
}

static void clear(struct arena *arena)
{
    const standing_list all = look(arena);
    for (int i = 0; i < all.count; i++)
        must(unlink(all.items[i].name) == 0, all.items[i].name);
}

static void leave(void)
{
    rmdir(folder.path);
}

/* No converter is found, and no environment shows. */
static void enter(void)
{
    static const char *const unset[] = { "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "POSIXLY_CORRECT" };
    if (!folder.path[0]) {
        for (size_t i = 0; i < sizeof unset / sizeof *unset; i++)
            unsetenv(unset[i]);
        setenv("PATH", "/nowhere", 1);
        const char *memory = "/dev/shm";
        snprintf(folder.path, sizeof folder.path, "%s/medfin-XXXXXX", access(memory, W_OK) == 0 ? memory : "/tmp");
        must(mkdtemp(folder.path), folder.path);
        atexit(leave);
        folder.before = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }
    must(chdir(folder.path) == 0, folder.path);
}

/* A name within the folder; one that the file list itself uses is nobody's. */
static char *name_read(const char *bytes, size_t size, struct arena *arena)
{
    char *name = arena_copy(arena, bytes, size < 60 ? size : 60);
    for (char *at = name; (at = strchr(at, '/'));)
        *at = '_';
    return *name == '.' || !*name || strcmp(name, FRESH) == 0 ? arena_text(arena, "x%s", name + (*name == '.')) : name;
}

/* The line that begins at `from`, and what is behind it. */
static const char *line_end(const char *from, const char *end, const char **next)
{
    const char *newline = memchr(from, '\n', (size_t)(end - from));
    *next = newline ? newline + 1 : end;
    return newline ? newline : end;
}

static bool is_heading(const char *line, const char *end)
{
    return end - line > 3 && memcmp(line, "%% ", 3) == 0;
}

/* The first heading from this line on, or the end. */
static const char *heading_find(const char *line, const char *end)
{
    for (const char *next; line < end && !is_heading(line, line_end(line, end, &next));)
        line = next;
    return line;
}

/* Writes the files; where the first heading stands. */
static const char *write_files(const char *bytes, const char *end, struct arena *arena)
{
    const char *first = heading_find(bytes, end), *at = first;
    for (int i = 0; at < end && i < MOST_FILES; i++) {
        const char *from, *behind = line_end(at, end, &from);
        const char *name = name_read(at + 3, (size_t)(behind - at - 3), arena);
        at = heading_find(from, end);
        file_fill(name, from, (size_t)(at - from));
    }
    return first;
}

/* An option's argument leads nowhere outside; a path of a value may be written with a slash behind its equals sign. */
static bool stays_inside(const char *word)
{
    const char *slash = strchr(word, '/'), *equals = strchr(word, '=');
    return !slash || (*word != '-' && equals && equals < slash);
}

static bool split(const char *line, const char *end, word_list *words, struct arena *arena)
{
    *list_add(words, arena) = arena_text(arena, "medfin");
    while (line < end) {
        struct text word = text_new(arena);
        bool is_quoted = false, is_word = false;
        for (; line < end && (is_quoted || *line != ' '); line++) {
            is_word = true;
            if (*line == '"')
                is_quoted = !is_quoted;
            else if (*line)
                text_add_bytes(&word, line, 1);
        }
        line += line < end;
        if (is_word)
            *list_add(words, arena) = word.bytes;
        if (!stays_inside(word.bytes) || words->count > MOST_WORDS)
            return false;
    }
    return true;
}

/* So many characters of an option's number, so that a run takes milliseconds. */
static void shorten(const char *said, size_t most, word_list *words)
{
    for (int i = 0; said && i < words->count; i++) {
        char *word = words->items[i];
        if (said >= word && said <= word + strlen(word) && strlen(said) > most)
            word[(size_t)(said - word) + most] = '\0';
    }
}

static bool takes(const struct command *command, size_t option)
{
    return command && options_have(command->options, option);
}

/* As the program reads the words, which are then bounded. */
static void read_request(struct run *run)
{
    struct session *session = arena_take(run->arena, 1, sizeof *session);
    *session = (struct session){ .arena = run->arena, .diags = diags_new(run->arena) };
    options_read(session, run->words.count, run->words.items);
    struct request *request = &session->request;
    shorten(request->trials, 3, &run->words);
    shorten(request->threads, 1, &run->words);
    bool always_tries = takes(request->command, OPTION(trials)) && !takes(request->command, OPTION(outcomes));
    if (always_tries && !request->trials) {
        *list_add(&run->words, run->arena) = arena_text(run->arena, "--trials");
        *list_add(&run->words, run->arena) = arena_text(run->arena, "64");
    }
    run->request = diags_errors(session->diags) ? NULL : request;
}

/* The program's own run, what it prints kept. */
static void tap_open(struct tap *tap)
{
    if (!tap->file) {
        tap->real = dup(tap->descriptor);
        tap->file = tmpfile();
        must(tap->real >= 0 && tap->file, "a file to catch what is written");
    }
    must(ftruncate(fileno(tap->file), 0) == 0 && lseek(fileno(tap->file), 0, SEEK_SET) == 0, "an empty file");
    must(dup2(fileno(tap->file), tap->descriptor) >= 0, "the descriptor");
}

/* The caller frees it. */
static struct bytes tap_close(struct tap *tap)
{
    must(dup2(tap->real, tap->descriptor) >= 0, "the descriptor");
    off_t size = lseek(fileno(tap->file), 0, SEEK_END);
    must(size >= 0, "its size");
    struct bytes caught = { calloc((size_t)size + 1, 1), (size_t)size };
    must(caught.at && pread(fileno(tap->file), caught.at, caught.size, 0) == size, "what was written");
    return caught;
}

/* What ends the program is told where it can be read. */
static void tell_ends(void)
{
    static FILE *told;
    if (told)
        return;
    told = fdopen(dup(STDERR_FILENO), "w");
    must(told, "standard error");
    setvbuf(told, NULL, _IONBF, 0);
    stderr = told;
#if defined __has_feature
#if __has_feature(address_sanitizer)
    __sanitizer_set_report_fd((void *)(intptr_t)fileno(told)); /* NOLINT: it takes a number so */
#endif
#endif
}

static void call(struct run *run)
{
    unsetenv("LANGUAGE");
    setlocale(LC_ALL, "C");
    tell_ends();
    run->before = look(run->arena);
    *list_add(&run->words, run->arena) = NULL;
    run->words.count--;
    tap_open(&output_tap);
    tap_open(&errors_tap);
    run->status = cli_run(run->words.count, run->words.items, "0");
    run->errors = tap_close(&errors_tap);
    run->output = tap_close(&output_tap);
    run->after = look(run->arena);
}

static const struct standing *find(const standing_list *all, const char *name)
{
    for (int i = 0; i < all->count; i++)
        if (strcmp(all->items[i].name, name) == 0)
            return &all->items[i];
    return NULL;
}

static bool is_as_in(const struct standing *file, const standing_list *others)
{
    const struct standing *other = find(others, file->name);
    return other && other->holds.size == file->holds.size &&
           memcmp(other->holds.at, file->holds.at, file->holds.size) == 0;
}

/* A new file that `init` is given as a word. */
static bool is_begun(const struct run *run, const char *name)
{
    const struct request *request = run->request;
    return takes(request->command, OPTION(blank)) && request->words.count &&
           strcmp(request->words.items[0], name) == 0 && !find(&run->before, name);
}

static bool is_output(const struct run *run, const char *name)
{
    const struct request *request = run->request;
    return request && ((request->output && strcmp(request->output, name) == 0) ||
                       (request->samples && strcmp(request->samples, name) == 0) || is_begun(run, name));
}

static void check_files(const struct run *run, bool is_refusal)
{
    for (int i = 0; i < run->before.count; i++)
        if (!find(&run->after, run->before.items[i].name))
            fail(run, "a file is gone");
    for (int i = 0; i < run->after.count; i++) {
        const struct standing *file = &run->after.items[i];
        if (!is_as_in(file, &run->before) && (is_refusal || !is_output(run, file->name)))
            fail(run, arena_text(run->arena, "the file '%s' is another", file->name));
    }
}

static bool is_refusal(int status)
{
    return status == EXIT_USAGE || status == EXIT_INPUT || status == EXIT_SYSTEM;
}

static void check_status(const struct run *run)
{
    if (run->status < EXIT_HOLDS || run->status > EXIT_SYSTEM || run->status == EXIT_UNVERIFIED)
        fail(run, "no promised status");
    if (!is_refusal(run->status))
        return;
    if (run->output.size)
        fail(run, "a refusal prints");
    if (!run->errors.size)
        fail(run, "a refusal does not say why");
}

/* What was answered, on standard output or in the file. */
static struct bytes answer_of(const struct run *run)
{
    const struct standing *file = run->request->output ? find(&run->after, run->request->output) : NULL;
    return file ? file->holds : run->output;
}

static bool is_coloured(const struct run *run)
{
    return run->request && run->request->color.number == COLOR_ALWAYS;
}

/* What lays out lines and cells is seen; the mark of UTF-8 stands where a table for spreadsheets begins. */
static void check_seen(const struct run *run, const char *text, size_t size)
{
    for (size_t at = 0; at < size; at += text_step(text + at, size - at)) {
        bool is_layout = strchr("\t\r\n", text[at]) && text[at];
        bool is_mark = !at && text_code_point(text, size) == 0xfeff;
        bool is_colour = text[at] == '\033' && is_coloured(run);
        if (!is_layout && !is_mark && !is_colour && text_is_control(text + at, size - at))
            fail(run, arena_text(run->arena, "byte %d of what is written is unseen", (int)at));
    }
}

static void check_written(const struct run *run)
{
    check_seen(run, run->output.at, run->output.size);
    check_seen(run, run->errors.at, run->errors.size);
    for (int i = 0; i < run->after.count; i++)
        if (is_output(run, run->after.items[i].name) && !is_as_in(&run->after.items[i], &run->before))
            check_seen(run, run->after.items[i].holds.at, run->after.items[i].holds.size);
}

static bool tells_of_itself(const struct request *request)
{
    return request->help || request->version || !request->command;
}

static void check_json(const struct run *run)
{
    const struct bytes answer = answer_of(run);
    if (!json_is_strict(answer.at, answer.size, run->arena))
        fail(run, "no strict JSON");
}

/* The same files and values, and the letter that was written of them. */
static void check_letter(const struct run *drafted)
{
    const struct request *request = drafted->request;
    if (request->output && find(&drafted->before, request->output))
        return;
    struct run run = { .arena = drafted->arena };
    *list_add(&run.words, run.arena) = arena_text(run.arena, "medfin");
    *list_add(&run.words, run.arena) = arena_text(run.arena, "letter");
    for (int i = 0; i < request->words.count; i++)
        *list_add(&run.words, run.arena) = arena_text(run.arena, "%s", request->words.items[i]);
    for (int i = 0; i < request->settings.count; i++)
        *list_add(&run.words, run.arena) = arena_text(run.arena, "--set=%s", request->settings.items[i]);
    if (request->scenario.said)
        *list_add(&run.words, run.arena) = arena_text(run.arena, "--scenario=%s", request->scenario.said);
    *list_add(&run.words, run.arena) = arena_text(run.arena, "--check=%s", FRESH);
    const struct bytes letter = answer_of(drafted);
    file_fill(FRESH, letter.at, letter.size);
    call(&run);
    if (run.status != EXIT_HOLDS) {
        fprintf(stderr, "%s\n", letter.at);
        fprintf(stderr, "%s\n", run.output.at);
        fail(&run, "a fresh letter does not hold");
    }
    free(run.output.at);
    free(run.errors.at);
    must(unlink(FRESH) == 0, FRESH);
}

static void run_line(const char *line, const char *end, struct arena *arena)
{
    struct run run = { .arena = arena };
    if (!split(line, end, &run.words, arena))
        return;
    read_request(&run);
    call(&run);
    check_status(&run);
    check_files(&run, is_refusal(run.status));
    check_written(&run);
    if (!is_refusal(run.status) && run.request && !tells_of_itself(run.request)) {
        const bool is_letter = takes(run.request->command, OPTION(template)) && !run.request->check;
        const struct writer *writer = request_writer(run.request, is_letter ? "md" : "text");
        if (strcmp(writer->format, "json") == 0 && takes(run.request->command, OPTION(format)))
            check_json(&run);
        if (is_letter && !writer->made_by)
            check_letter(&run);
    }
    free(run.output.at);
    free(run.errors.at);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_new(abort);
    const char *at = (const char *)bytes, *end = at + size, *next;
    enter();
    const char *lines_end = write_files(at, end, arena);
    for (int i = 0; i < MOST_RUNS && at < lines_end; i++, at = next)
        run_line(at, line_end(at, lines_end, &next), arena);
    clear(arena);
    must(fchdir(folder.before) == 0, "back");
    arena_free(arena);
    return 0;
}
