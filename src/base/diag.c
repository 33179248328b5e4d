#include <medfin/base/diag.h>

#include <assert.h>
#include <string.h>

#include <medfin/base/money.h>
#include <medfin/base/month.h>
#include <medfin/base/sort.h>
#include <medfin/base/text.h>

const struct diag_row diag_rows[DIAG_COUNT] = {
#define DIAG(id, name, class, sentence, hint) { name, class, sentence, hint },
#include <medfin/base/diag_rows.h>
#undef DIAG
};

/* What is shown, and room for the same told again: of a hopeless file the rest is counted. */
enum { MOST_SHOWN = 20, MOST_KEPT = 40 };

struct diag {
    enum diag_id id;
    struct place place;
    struct place cause; /* what stands elsewhere and brought it about; without a source: nothing */
    struct diag_arg args[DIAG_ARG_ROOM];
    int part, order; /* in which they were added */
};

/* The first by their place, as a heap: the last of them is its root. */
struct kept {
    struct diag *items;
    int count, room; /* as any LIST */
    int left;        /* so many are not kept */
};

struct diags {
    struct arena *arena;
    struct kept errors, warnings;
    struct diag next; /* counted and worth telling, without its arguments so far */
    int count, of_class[DIAG_CLASSES];
    int part; /* that what is added is of */
    int told; /* so many times one has been kept, whatever has taken its room since */
};

struct diag_arg arg_text(const char *text)
{
    return (struct diag_arg){ .kind = text ? ARG_TEXT : ARG_NONE, .text = text };
}

struct diag_arg arg_word(const char *message)
{
    return (struct diag_arg){ .kind = message ? ARG_WORD : ARG_NONE, .text = message };
}

struct diag_arg arg_either(const char *english, const char *swedish)
{
    return (struct diag_arg){ .kind = ARG_EITHER, .text = english, .swedish = swedish };
}

struct diag_arg arg_money(int64_t ore)
{
    return (struct diag_arg){ .kind = ARG_MONEY, .number = ore };
}

struct diag_arg arg_share(int64_t parts)
{
    return (struct diag_arg){ .kind = ARG_SHARE, .number = parts };
}

struct diag_arg arg_month(int32_t at)
{
    return (struct diag_arg){ .kind = ARG_MONTH, .number = at };
}

struct diag_arg arg_year(int year)
{
    return (struct diag_arg){ .kind = ARG_YEAR, .number = year };
}

struct diag_arg arg_count(int64_t count)
{
    return (struct diag_arg){ .kind = ARG_COUNT, .number = count };
}

struct diag_arg arg_place(struct place place)
{
    return (struct diag_arg){ .kind = place.source ? ARG_PLACE : ARG_NONE, .place = place };
}

struct diags *diags_new(struct arena *arena)
{
    struct diags *diags = arena_take(arena, 1, sizeof *diags);
    diags->arena = arena;
    return diags;
}

static bool is_warning(enum diag_id id)
{
    return diag_rows[id].class == DIAG_WARNING;
}

static struct kept *kept_of(struct diags *diags, enum diag_id id)
{
    return is_warning(id) ? &diags->warnings : &diags->errors;
}

static int source_order(const struct diag *diag)
{
    return diag->place.source ? diag->place.source->order : -1;
}

static int by_place(const void *left, const void *right)
{
    const struct diag *a = left, *b = right;
    if (a->part != b->part)
        return a->part < b->part ? -1 : 1;
    if (source_order(a) != source_order(b))
        return source_order(a) < source_order(b) ? -1 : 1;
    if (a->place.offset != b->place.offset)
        return a->place.offset < b->place.offset ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

bool diag_counts(struct diags *diags, enum diag_id id, struct place place)
{
    diags->next = (struct diag){ .id = id, .place = place, .part = diags->part, .order = diags->count++ };
    diags->of_class[diag_rows[id].class]++;
    struct kept *kept = kept_of(diags, id);
    if (kept->count < MOST_KEPT)
        return true;
    kept->left++;
    return by_place(&diags->next, &kept->items[0]) < 0;
}

/* From the root down to where it is not before what hangs on it. */
static void put_down(struct kept *kept, const struct diag *diag)
{
    int at = 0;
    for (int child; (child = 2 * at + 1) < kept->count; at = child) {
        if (child + 1 < kept->count && by_place(&kept->items[child], &kept->items[child + 1]) < 0)
            child++;
        if (by_place(diag, &kept->items[child]) >= 0)
            break;
        kept->items[at] = kept->items[child];
    }
    kept->items[at] = *diag;
}

static void put_up(struct kept *kept, const struct diag *diag, struct arena *arena)
{
    int at = kept->count;
    list_add(kept, arena);
    for (; at && by_place(&kept->items[(at - 1) / 2], diag) < 0; at = (at - 1) / 2)
        kept->items[at] = kept->items[(at - 1) / 2];
    kept->items[at] = *diag;
}

void diag_keep(struct diags *diags, const struct diag_arg *args)
{
    struct diag *diag = &diags->next;
    struct kept *kept = kept_of(diags, diag->id);
    for (int i = 0; args && i < DIAG_ARG_ROOM; i++) {
        diag->args[i] = args[i];
        if (args[i].kind == ARG_TEXT || args[i].kind == ARG_EITHER)
            diag->args[i].text = arena_copy(diags->arena, args[i].text, strlen(args[i].text));
        if (args[i].kind == ARG_EITHER)
            diag->args[i].swedish = arena_copy(diags->arena, args[i].swedish, strlen(args[i].swedish));
    }
    diags->told++;
    if (kept->count < MOST_KEPT)
        put_up(kept, diag, diags->arena);
    else
        put_down(kept, diag);
}

void diag_keep_as(struct diags *diags, enum diag_id id, const struct diag_arg *args)
{
    assert(diag_rows[id].class == diag_rows[diags->next.id].class);
    diags->next.id = id;
    diag_keep(diags, args);
}

int diags_told(const struct diags *diags)
{
    return diags->told;
}

void diags_next_part(struct diags *diags)
{
    diags->part++;
}

/* In the order in which they were added. */
static int by_order(const void *left, const void *right)
{
    const struct diag *a = left, *b = right;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* All that are kept, of both classes. */
static struct diag *kept_sorted(const struct diags *diags, bool warnings, sort_order *order, int *count,
                                struct arena *arena)
{
    int errors = diags->errors.count;
    *count = errors + (warnings ? diags->warnings.count : 0);
    struct diag *items = arena_take(arena, (size_t)*count + 1, sizeof *items);
    for (int i = 0; i < *count; i++)
        items[i] = i < errors ? diags->errors.items[i] : diags->warnings.items[i - errors];
    sort_array(items, *count, order, arena);
    return items;
}

void diags_add_all(struct diags *diags, const struct diags *others)
{
    int count;
    const struct diag *items = kept_sorted(others, true, by_order, &count, diags->arena);
    for (int i = 0; i < count; i++) {
        if (!diag_counts(diags, items[i].id, items[i].place))
            continue;
        diags->next.cause = items[i].cause;
        diag_keep(diags, items[i].args);
    }
    diags->errors.left += others->errors.left;
    diags->warnings.left += others->warnings.left;
    for (int i = 0; i < DIAG_CLASSES; i++)
        diags->of_class[i] += others->of_class[i];
    for (int i = 0; i < count; i++)
        diags->of_class[diag_rows[items[i].id].class]--;
    diags->count += others->errors.left + others->warnings.left;
}

int diags_count(const struct diags *diags)
{
    return diags->count;
}

int diags_errors(const struct diags *diags)
{
    return diags->count - diags->of_class[DIAG_WARNING];
}

bool diags_any(const struct diags *diags, enum diag_class class)
{
    return diags->of_class[class];
}

bool diags_hold(const struct diags *diags, enum diag_id id)
{
    for (int i = 0; i < diags->errors.count; i++)
        if (diags->errors.items[i].id == id)
            return true;
    return false;
}

static void add_argument(struct text *out, const struct diag_arg *arg, enum language language)
{
    const char *text = arg->text;
    switch (arg->kind) {
    case ARG_NONE:
        break;
    case ARG_TEXT:
        text_add_safely(out, text, strlen(text));
        break;
    case ARG_WORD:
        text_add(out, tr(text));
        break;
    case ARG_EITHER:
        text = language == LANGUAGE_SV ? arg->swedish : text;
        text_add_safely(out, text, strlen(text));
        break;
    case ARG_MONEY:
        text_add(out, money_text(out->arena, arg->number, language));
        break;
    case ARG_SHARE:
        text_add(out, share_text(out->arena, arg->number, language));
        break;
    case ARG_MONTH:
        text_add(out, month_text(out->arena, (month)arg->number));
        break;
    case ARG_COUNT:
        text_add(out, count_text(out->arena, arg->number));
        break;
    case ARG_YEAR:
        text_addf(out, "%d", (int)arg->number);
        break;
    case ARG_PLACE:
        text = place_text(out->arena, arg->place);
        text_add_safely(out, text, strlen(text));
        break;
    }
}

/* The argument that "{n}" names, or NULL if no such mark begins here. */
static const struct diag_arg *marked(const struct diag *diag, const char *at)
{
    bool is_mark = at[0] == '{' && at[1] >= '1' && at[1] < '1' + DIAG_ARG_ROOM && at[2] == '}';
    return is_mark ? &diag->args[at[1] - '1'] : NULL;
}

static void add_sentence(struct text *out, const struct diag *diag, const char *sentence, enum language language)
{
    for (const char *at = sentence; *at;) {
        const struct diag_arg *arg = marked(diag, at);
        if (arg)
            add_argument(out, arg, language);
        else
            text_add_bytes(out, at, 1);
        at += arg ? 3 : 1;
    }
}

static bool has_arguments(const struct diag *diag, const char *sentence)
{
    for (const char *at = sentence; *at; at++) {
        const struct diag_arg *arg = marked(diag, at);
        if (arg && arg->kind == ARG_NONE)
            return false;
    }
    return true;
}

static bool same_place(struct place a, struct place b)
{
    return a.source == b.source && a.offset == b.offset && a.size == b.size;
}

static bool same_argument(const struct diag_arg *a, const struct diag_arg *b)
{
    bool same_text = a->text == b->text || (a->text && b->text && strcmp(a->text, b->text) == 0);
    return a->kind == b->kind && same_text && a->number == b->number && same_place(a->place, b->place);
}

static bool is_repeated(const struct diag *a, const struct diag *b)
{
    bool same = a->id == b->id && same_place(a->place, b->place);
    for (int i = 0; same && i < DIAG_ARG_ROOM; i++)
        same = same_argument(&a->args[i], &b->args[i]);
    return same;
}

static bool is_among(const struct diag *diag, const struct diags *others)
{
    for (int i = 0; i < others->errors.count; i++)
        if (is_repeated(diag, &others->errors.items[i]))
            return true;
    /* Where not all are kept it may be. */
    return others->errors.left;
}

bool diags_blame(struct diags *diags, int from, const struct diags *others, struct place cause)
{
    bool is_sought = false;
    for (int i = 0; i < diags->errors.count; i++) {
        struct diag *diag = &diags->errors.items[i];
        if (diag->order < from || diag->cause.source)
            continue;
        if (diag->place.source != cause.source && !is_among(diag, others))
            diag->cause = cause;
        is_sought = is_sought || !diag->cause.source;
    }
    return is_sought;
}

static const char *hint_text(const struct diag *diag, const char *hint, enum language language, struct arena *arena)
{
    struct text out = text_new(arena);
    if (has_arguments(diag, hint))
        add_sentence(&out, diag, hint, language);
    return out.bytes;
}

static struct diag_told told_of(const struct diag *diag, enum language language, struct arena *arena)
{
    const struct diag_row *row = &diag_rows[diag->id];
    struct text text = text_new(arena);
    add_sentence(&text, diag, tr(row->sentence), language);
    return (struct diag_told){ .name = row->name,
                               .is_warning = is_warning(diag->id),
                               .place = diag->place,
                               .cause = diag->cause,
                               .text = text.bytes,
                               .hint = hint_text(diag, tr(row->hint), language, arena) };
}

struct diag_report diags_report(const struct diags *diags, enum language language, bool warnings, struct arena *arena)
{
    int count;
    const struct diag *sorted = kept_sorted(diags, warnings, by_place, &count, arena);
    struct diag_report report = { .left = diags->errors.left + (warnings ? diags->warnings.left : 0) };
    for (int i = 0; i < count; i++) {
        if (i && is_repeated(&sorted[i - 1], &sorted[i]))
            continue;
        if (report.told.count < MOST_SHOWN)
            *list_add(&report.told, arena) = told_of(&sorted[i], language, arena);
        else
            report.left++;
    }
    return report;
}
