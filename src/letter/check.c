#include <medfin/letter/check.h>

#include <assert.h>
#include <string.h>

#include <medfin/contents/heading.h>
#include <medfin/letter/head.h>

#include "binding.h"
#include "parts.h"
#include "tables.h"
#include "written.h"

/* What no longer holds in a sentence. */
struct stale {
    struct place sentence; /* size 0: the place alone */
    const char *words;     /* what stands there, as read */
    const char *name, *said, *now;
    const char *why; /* marked for translation */
};

typedef LIST(struct stale) stale_list;

/* A table or a part as it would be written now. */
struct anew {
    enum bound_kind kind;
    const char *name;
    const struct bound *bound; /* NULL: it is none */
};

struct letter_check {
    const struct letter *letter;
    const struct source *written;
    letter_field_list fields;
    int bound; /* how many bindings there are */
    LIST(struct anew) anew;
    stale_list stale;
};

static const char
    changed[] = N_("the calculation has changed"),
    edited[] = N_("the letter was changed by hand"),
    both[] = N_("the calculation has changed, and so has the letter by hand"),
    gone[] = N_("the project has no such figure any longer"), unended[] = N_("the end of the binding is gone"),
    taken_out[] =
        N_("it is not in the letter any longer; if it is not to be, strike it from the list in medfin:letter");

static const char *why_of(uint32_t was, uint32_t says, uint32_t now)
{
    return was == says ? changed : was == now ? edited : both;
}

static void add_value(struct letter_check *check, const struct bound *bound, const char *said, const char *now,
                      const char *why)
{
    struct place sentence = written_sentence(bound->place);
    *list_add(&check->stale, check->letter->arena) =
        (struct stale){ sentence, written_text(sentence, check->letter->arena), bound->name, said, now, why };
}

static void check_value(struct letter_check *check, const struct bound *bound)
{
    struct arena *arena = check->letter->arena;
    const struct letter_field *field = letter_field_asked(check->letter, &check->fields, bound->name);
    const char *said = written_text(bound->place, arena), *now = "";
    if (field)
        now = field->state == FIELD_BLANK ? arena_text(arena, "[%s]", field->shown) : field->shown;
    const char *plain = letter_plain(arena, now, strlen(now));
    if (!field || bound->is_open)
        add_value(check, bound, said, now, field ? unended : gone);
    else if (strcmp(said, plain) != 0)
        add_value(check, bound, said, now, why_of(bound->mark, letter_mark(arena, said), letter_mark(arena, plain)));
}

/* What {{table NAME}} or {{part NAME}} gives: its first binding of that kind, or NULL. */
static const struct bound *write_anew(struct letter_check *check, enum bound_kind kind, const char *name)
{
    struct arena *arena = check->letter->arena;
    bool is_table = false, is_part = false;
    for (const struct letter_table *table = letter_tables; table->name && kind == BOUND_A_TABLE; table++)
        is_table = is_table || strcmp(table->name, name) == 0;
    for (const struct letter_part *part = letter_parts; part->name; part++)
        is_part = is_part || strcmp(part->name, name) == 0;
    if (!is_table && !is_part)
        return NULL;
    const char *said = arena_text(arena, "{{%s %s}}", is_table ? "table" : "part", name);
    const struct source *text = source_new(arena, name, said, strlen(said), 0);
    const char *anew = letter_write(check->letter, text, diags_new(arena));
    if (!anew)
        return NULL;
    const bound_list bounds = written_bounds(source_new(arena, name, anew, strlen(anew), 0), arena);
    for (int i = 0; i < bounds.count; i++)
        if (bounds.items[i].kind == kind)
            return &bounds.items[i];
    return NULL;
}

/* The same now, written once however many bindings ask for it. */
static const struct bound *written_anew(struct letter_check *check, enum bound_kind kind, const char *name)
{
    for (int i = 0; i < check->anew.count; i++)
        if (check->anew.items[i].kind == kind && strcmp(check->anew.items[i].name, name) == 0)
            return check->anew.items[i].bound;
    const struct bound *bound = write_anew(check, kind, name);
    if (bound)
        *list_add(&check->anew, check->letter->arena) = (struct anew){ kind, name, bound };
    return bound;
}

/* A table's rows by their labels, each taken once, the first first. */
struct labelled {
    struct names first; /* its number, from 1 on */
    int *next;          /* of the same label, by the number of a row */
    bool *taken;
};

static struct labelled rows_labelled(const written_row_list *rows, struct arena *arena)
{
    struct labelled by = { .next = arena_take(arena, (size_t)rows->count + 1, sizeof *by.next),
                           .taken = arena_take(arena, (size_t)rows->count + 1, sizeof *by.taken) };
    for (int i = rows->count; i > 0; i--) {
        int *first = names_number(&by.first, rows->items[i - 1].cells[0], arena);
        by.next[i] = *first;
        *first = i;
    }
    return by;
}

static const struct written_row *row_take(struct labelled *by, const written_row_list *rows, const char *label,
                                          struct arena *arena)
{
    int *first = names_number(&by->first, label, arena), number = *first;
    if (!number)
        return NULL;
    *first = by->next[number];
    by->taken[number] = true;
    return &rows->items[number - 1];
}

/* A table of the letter, and the same written anew. */
struct table_pair {
    const struct bound *bound;
    written_row_list said, now;
    const char *why;
};

static const char *cell_at(const struct written_row *row, int at)
{
    return row && at < row->count ? row->cells[at] : "";
}

/* "financing, 2021": the first row has the titles. */
static const char *cell_name(const struct letter_check *check, const struct table_pair *pair, int at)
{
    const char *title = cell_at(&pair->now.items[0], at);
    return arena_text(check->letter->arena, "%s%s%s", pair->bound->name, *title ? ", " : "", title);
}

/* The cells that differ; of a row that only one of the tables has, all. */
static void compare_rows(struct letter_check *check, const struct table_pair *pair, const struct written_row *said,
                         const struct written_row *now)
{
    assert(said || now);
    struct place place = said ? said->place : pair->bound->place;
    int count = said ? said->count : now->count;
    if (now && now->count > count)
        count = now->count;
    for (int i = said && now ? 0 : 1; i < count; i++)
        if (!said || !now || strcmp(cell_at(said, i), cell_at(now, i)) != 0)
            *list_add(&check->stale, check->letter->arena) =
                (struct stale){ { place.source, place.offset, said ? place.size : 0 },
                                (said ? said : now)->cells[0],
                                cell_name(check, pair, i),
                                cell_at(said, i),
                                cell_at(now, i),
                                pair->why };
}

static void check_rows(struct letter_check *check, const struct bound *bound, const struct bound *anew)
{
    struct arena *arena = check->letter->arena;
    const struct table_pair pair = { bound, written_rows(bound->place, arena), written_rows(anew->place, arena),
                                     bound->mark == anew->mark ? edited : changed };
    struct labelled by = rows_labelled(&pair.said, arena);
    for (int i = 0; i < pair.now.count; i++)
        compare_rows(check, &pair, row_take(&by, &pair.said, pair.now.items[i].cells[0], arena), &pair.now.items[i]);
    for (int i = 0; i < pair.said.count; i++)
        if (!by.taken[i + 1])
            compare_rows(check, &pair, &pair.said.items[i], NULL);
}

static void check_block(struct letter_check *check, const struct bound *bound)
{
    const struct bound *anew = written_anew(check, bound->kind, bound->name);
    const char *why = !anew ? gone : bound->is_open ? unended : NULL;
    struct stale stale = { { bound->place.source, bound->place.offset, 0 }, "", bound->name, "", "", why };
    if (why)
        *list_add(&check->stale, check->letter->arena) = stale;
    else if (bound->kind == BOUND_A_TABLE)
        check_rows(check, bound, anew);
    else if (bound->mark != anew->mark) {
        stale.why = N_("this part would say other things now: write it anew");
        *list_add(&check->stale, check->letter->arena) = stale;
    }
}

static bool same_sentence(const struct stale *a, const struct stale *b)
{
    return a->sentence.offset == b->sentence.offset && strcmp(a->words, b->words) == 0;
}

static void add_figure(struct doc *doc, struct doc_table *table, const struct stale *figure, const char *path)
{
    struct doc_row *row = doc_row(doc, table, figure->name, 0);
    row->cells[0] = cell_text(figure->said, arena_text(doc->arena, "%s.letter", path));
    row->cells[1] = cell_text(figure->now, arena_text(doc->arena, "%s.now", path));
    row->cells[2] = cell_text(tr(figure->why), arena_text(doc->arena, "%s.why", path));
    row->cells[2].id = figure->why;
}

/* One sentence with its figures, `count` of them. */
static void add_sentence(struct doc *doc, const struct stale *figures, int count, int number)
{
    const char *place = place_text(doc->arena, figures->sentence),
               *path = arena_text(doc->arena, "sentences[%d]", number);
    const struct doc_column columns[] = { { tr(N_("In the letter")), -1, true },
                                          { tr(N_("Now")), -1, true },
                                          { tr(N_("Why")), -1, true } };
    doc_heading(doc, 2, place);
    doc_value(doc, cell_text(place, arena_text(doc->arena, "%s.place", path)));
    doc_value(doc, cell_text(figures->words, arena_text(doc->arena, "%s.text", path)));
    for (int i = 0; i < count; i++)
        doc_value(doc, cell_text(figures[i].name, arena_text(doc->arena, "%s.figures[%d].key", path, i)));
    if (*figures->words)
        doc_text(doc, TONE_BAD, figures->words);
    struct doc_table *table = doc_table(doc, "", tr(N_("Figure")), columns, 3);
    table->labels_wrap = true;
    for (int i = 0; i < count; i++)
        add_figure(doc, table, &figures[i], arena_text(doc->arena, "%s.figures[%d]", path, i));
}

static void add_sentences(struct doc *doc, const stale_list *stale)
{
    for (int first = 0, next = 0, number = 0; first < stale->count; first = next, number++) {
        for (next = first + 1; next < stale->count && same_sentence(&stale->items[first], &stale->items[next]);)
            next++;
        add_sentence(doc, &stale->items[first], next - first, number);
    }
}

/* Tables that the head tells of, and that are in the letter no longer: nothing else there speaks of them. */
static void check_tables(struct letter_check *check, const bound_list *bounds)
{
    struct arena *arena = check->letter->arena;
    struct letter_head head;
    struct names found = { 0 };
    if (!letter_head_read(check->written, &head, arena))
        return;
    for (int i = 0; i < bounds->count; i++)
        if (bounds->items[i].kind == BOUND_A_TABLE)
            ++*names_number(&found, bounds->items[i].name, arena);
    for (const char *const *table = head.tables; *table; table++) {
        int *left = names_number(&found, *table, arena);
        if (*left)
            --*left;
        else
            *list_add(&check->stale, arena) =
                (struct stale){ { check->written, head.place.offset, 0 }, "", *table, "", "", taken_out };
    }
}

const struct letter_check *letter_check_run(const struct letter *letter, const struct source *written)
{
    struct letter_check *check = arena_take(letter->arena, 1, sizeof *check);
    const bound_list bounds = written_bounds(written, letter->arena);
    *check = (struct letter_check){
        .letter = letter, .written = written, .fields = letter_fields(letter), .bound = bounds.count
    };
    check_tables(check, &bounds);
    for (int i = 0; i < bounds.count; i++) {
        if (bounds.items[i].kind == BOUND_A_VALUE)
            check_value(check, &bounds.items[i]);
        else
            check_block(check, &bounds.items[i]);
    }
    return check;
}

bool letter_check_holds(const struct letter_check *check)
{
    return !check->stale.count;
}

void letter_check_contents(struct doc *doc, const struct letter_check *check)
{
    bool holds = letter_check_holds(check);
    title_contents(doc, check->letter->plan->project, tr(N_("Letter")));
    doc_value(doc, cell_count(check->bound, "bindings"));
    doc_text(doc, holds ? TONE_GOOD : TONE_BAD,
             arena_text(doc->arena,
                        holds ? tr(N_("%s: all %d bindings hold."))
                              : tr(N_("%s: not everything holds any longer (%d bindings).")),
                        check->written->name, check->bound));
    add_sentences(doc, &check->stale);
}
