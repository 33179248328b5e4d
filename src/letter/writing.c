#include "writing.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include <medfin/plan/membership.h>
#include <medfin/write/markdown.h>
#include <medfin/write/writer.h>

#include "binding.h"
#include "own_fields.h"
#include "parts.h"
#include "tables.h"

static const char opening[] = "{{", closing[] = "}}";
enum { MARK_SIZE = 2 };

/* Where a stretch of the template stands; sentences of the program's own are never at fault. */
static struct place place_of(const struct writing *writing, const char *from, size_t size)
{
    const struct source *text = writing->text;
    return place_at(text, (size_t)(from - text->bytes), size);
}

static const char *nearest_key(const struct writing *writing, const char *key)
{
    struct arena *arena = writing->letter->arena;
    LIST(const char *) names = { 0 };
    for (int i = 0; i < writing->fields->all.count; i++)
        *list_add(&names, arena) = writing->fields->all.items[i].key;
    *list_add(&names, arena) = NULL;
    return text_nearest(key, names.items, arena);
}

/* "funder.*.title" of the funder that the letter, or the sentence, is about; NULL if of none. */
static const char *key_of(const struct writing *writing, const char *written)
{
    const char *star = strchr(written, '*');
    if (!star)
        return written;
    if (!writing->subject)
        return NULL;
    return arena_text(writing->letter->arena, "%.*s%s%s", (int)(star - written), written,
                      letter_payer_key(writing->letter, writing->subject), star + 1);
}

static void add_field(struct writing *writing, const struct letter_field *field)
{
    const char *escaped = md_escaped(writing->letter->arena, field->shown);
    if (field->state == FIELD_BLANK)
        text_addf(&writing->out, "[%s]", escaped);
    else
        text_addf(&writing->out, BOUND_VALUE "%s %08" PRIx32 "\">%s" BOUND_VALUE_END, field->key,
                  letter_mark(writing->letter->arena, field->shown), escaped);
}

static void expand_key(struct writing *writing, const char *written, struct place place)
{
    const char *key = key_of(writing, written);
    const struct letter_field *field = key ? letter_field_asked(writing->letter, writing->fields, key) : NULL;
    if (field) {
        writing->skeleton = letter_mark_more(writing->skeleton, key, strlen(key));
        add_field(writing, field);
    } else if (key) {
        diag_add(writing->diags, DIAG_TEMPLATE_KEY, place, ARGS(arg_text(key), arg_text(nearest_key(writing, key))));
    } else {
        diag_add(writing->diags, DIAG_TEMPLATE_FUNDER, place, ARGS(arg_text(written)));
    }
}

/* A table or part stands on lines of its own. */
static void begin_block(struct writing *writing)
{
    const struct text *out = &writing->out;
    if (out->size && out->bytes[out->size - 1] != '\n')
        text_add(&writing->out, "\n\n");
}

/* What stands behind a table on its line begins a new one. */
static void end_block(struct writing *writing, const char *rest, const char *end)
{
    static const char mark[] = BOUND_BLOCK_END;
    const struct text *out = &writing->out;
    bool ended = out->size >= sizeof mark - 1 && strcmp(out->bytes + out->size - (sizeof mark - 1), mark) == 0;
    if (ended && rest < end && *rest != '\n' && *rest != '\r')
        text_add(&writing->out, "\n\n");
}

void letter_table_add(struct writing *writing, const char *name, const struct doc *doc)
{
    struct arena *arena = writing->letter->arena;
    struct text table = text_new(arena);
    begin_block(writing);
    md_write(doc, &(struct writer_options){ 0 }, &table);
    text_addf(&writing->out, BOUND_BLOCK "table %s %08" PRIx32 "-->\n\n%s\n" BOUND_BLOCK_END, name,
              letter_mark(arena, table.bytes), table.bytes);
}

/* Whether there is what the piece of a template says something of. */
static bool is_there(struct writing *writing, enum letter_about about, const char *name, struct place place)
{
    const struct letter *letter = writing->letter;
    if (about == OF_FUNDER && !letter->funder)
        diag_add(writing->diags, DIAG_TEMPLATE_FUNDER, place, ARGS(arg_text(name)));
    else if (about == OF_MEMBERSHIP && !project_membership(letter->plan->project))
        diag_add(writing->diags, DIAG_TEMPLATE_MEMBERSHIP, place, ARGS(arg_text(name)));
    else if (about == OF_CLAIM && !letter->claim)
        diag_add(writing->diags, DIAG_TEMPLATE_CLAIM, place, ARGS(arg_text(name)));
    else if (about == OF_FOLLOWED && !letter->follow)
        diag_add(writing->diags, DIAG_TEMPLATE_FOLLOW, place, ARGS(arg_text(name)));
    else
        return true;
    return false;
}

static void expand_table(struct writing *writing, const char *name, struct place place)
{
    const struct letter *letter = writing->letter;
    LIST(const char *) names = { 0 };
    for (const struct letter_table *table = letter_tables; table->name; table++) {
        *list_add(&names, letter->arena) = table->name;
        if (strcmp(table->name, name) != 0)
            continue;
        if (!is_there(writing, table->about, name, place))
            return;
        struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
        table->contents(doc, letter, writing->fields);
        letter_table_add(writing, name, doc);
        return;
    }
    *list_add(&names, letter->arena) = NULL;
    diag_add(writing->diags, DIAG_TEMPLATE_TABLE, place,
             ARGS(arg_text(name), arg_text(text_nearest(name, names.items, letter->arena))));
}

static void take_back(struct text *out, size_t size)
{
    while (size && out->bytes[size - 1] == '\n')
        size--;
    out->size = size;
    if (out->bytes)
        out->bytes[size] = '\0';
}

/* A part that has nothing to say takes what announces it along: a heading above it, or a line that ends in a colon. */
static void take_back_announcement(struct text *out)
{
    take_back(out, out->size);
    size_t begin = out->size;
    while (begin && out->bytes[begin - 1] != '\n')
        begin--;
    if (begin < out->size && (out->bytes[begin] == '#' || out->bytes[out->size - 1] == ':'))
        take_back(out, begin);
}

/* The part's mark tells what it is made of, so that a check sees when it would say other things. */
static void write_part(struct writing *writing, const struct letter_part *part)
{
    struct writing inner = *writing;
    inner.out = text_new(writing->letter->arena);
    inner.skeleton = 0;
    part->write(&inner);
    if (!inner.out.size && part->may_be_empty) {
        take_back_announcement(&writing->out);
        return;
    }
    begin_block(writing);
    text_addf(&writing->out, BOUND_BLOCK "part %s %08" PRIx32 "-->\n\n%s", part->name, inner.skeleton, inner.out.bytes);
}

static void expand_part(struct writing *writing, const char *name, struct place place)
{
    struct arena *arena = writing->letter->arena;
    LIST(const char *) names = { 0 };
    for (const struct letter_part *part = letter_parts; part->name; part++) {
        *list_add(&names, arena) = part->name;
        if (strcmp(part->name, name) != 0)
            continue;
        if (is_there(writing, part->about, name, place))
            write_part(writing, part);
        return;
    }
    *list_add(&names, arena) = NULL;
    diag_add(writing->diags, DIAG_TEMPLATE_PART, place,
             ARGS(arg_text(name), arg_text(text_nearest(name, names.items, arena))));
}

/* What stands behind the word, past the blanks; NULL if the text does not begin with it. */
static const char *behind(const char *text, const char *word)
{
    size_t size = strlen(word);
    if (strncmp(text, word, size) != 0 || text[size] != ' ')
        return NULL;
    return text + size + strspn(text + size, " ");
}

static void expand_one(struct writing *writing, const char *from, size_t size)
{
    while (size && *from == ' ')
        from++, size--;
    while (size && from[size - 1] == ' ')
        size--;
    struct place place = writing->text ? place_of(writing, from, size) : (struct place){ 0 };
    const char *said = arena_copy(writing->letter->arena, from, size);
    const char *table = behind(said, "table"), *part = behind(said, "part");
    if (table)
        expand_table(writing, table, place);
    else if (part)
        expand_part(writing, part, place);
    else
        expand_key(writing, said, place);
}

static const char *find(const char *from, const char *end, const char *mark)
{
    for (; end - from >= MARK_SIZE; from++)
        if (memcmp(from, mark, MARK_SIZE) == 0)
            return from;
    return NULL;
}

void letter_expand(struct writing *writing, const char *text, size_t size)
{
    const char *end = text + size;
    for (const char *at = text; at < end;) {
        const char *open = find(at, end, opening);
        size_t literal = (size_t)((open ? open : end) - at);
        text_add_bytes(&writing->out, at, literal);
        writing->skeleton = letter_mark_more(writing->skeleton, at, literal);
        if (!open)
            return;
        const char *from = open + MARK_SIZE, *line = memchr(from, '\n', (size_t)(end - from));
        const char *close = find(from, line ? line : end, closing);
        assert(close || writing->text);
        if (!close) {
            diag_add(writing->diags, DIAG_TEMPLATE_OPEN, place_of(writing, open, MARK_SIZE),
                     ARGS(arg_text(closing), arg_text("{{project.title}}")));
            return;
        }
        expand_one(writing, from, (size_t)(close - from));
        at = close + MARK_SIZE;
        end_block(writing, at, end);
    }
}

void letter_sentence(struct writing *writing, const struct section *subject, const char *sentence)
{
    struct writing inner = *writing;
    inner.subject = subject;
    inner.text = NULL;
    letter_expand(&inner, sentence, strlen(sentence));
    writing->out = inner.out;
    writing->skeleton = inner.skeleton;
}

void letter_words(struct writing *writing, const char *words)
{
    text_add(&writing->out, words);
    writing->skeleton = letter_mark_more(writing->skeleton, words, strlen(words));
}
