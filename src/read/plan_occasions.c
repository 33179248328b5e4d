#include "plan_occasions.h"

#include <string.h>

#include <medfin/base/sort.h>
#include <medfin/base/text.h>
#include <medfin/values/lines.h>
#include <medfin/values/time_words.h>

/* A group that a row is of, or that it meets with, on one day that is certain. */
struct meeting {
    const char *name, *group; /* as written, and in lower case */
    month at;
    int day;
    int record;
};

typedef LIST(struct meeting) meeting_list;

struct joining {
    struct plan_rows *rows;
    meeting_list asked; /* who else meets, in the order of the file */
    meeting_list held;  /* whose the rows are, by group, day and row */
    month first, last;
    struct arena *arena;
};

typedef LIST(const char *) name_list;

/* "A, B och C" */
static name_list names_of(const char *text, size_t size, struct arena *arena)
{
    static const char *const words[] = { " och ", " samt ", " and ", " & " };
    char *names = arena_copy(arena, text, size);
    name_list list = { 0 };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (char *at; (at = strstr(names, words[i]));)
            memset(at, ',', strlen(words[i]));
    for (char *at = names; *at;) {
        size_t length = strcspn(at, ",;\n");
        const char *end = at + length, *from = blanks_skip(at, end), *to = blanks_trim(from, end);
        if (from < to)
            *list_add(&list, arena) = arena_copy(arena, from, (size_t)(to - from));
        at += length + (at[length] != '\0');
    }
    return list;
}

static name_list groups_of(const struct joining *joining, int record)
{
    const struct csv_cell cell = plan_cell(joining->rows, &joining->rows->records.items[record], PLAN_ARENA);
    return names_of(cell.text, strlen(cell.text), joining->arena);
}

static struct time_words times_of(const struct joining *joining, int record)
{
    const struct csv_cell when = plan_cell(joining->rows, &joining->rows->records.items[record], PLAN_WHEN);
    return time_words_read(when.text, joining->first, joining->last);
}

static bool asks(const struct joining *joining, int record)
{
    const struct csv_cell when = plan_cell(joining->rows, &joining->rows->records.items[record], PLAN_WHEN);
    return strchr(when.text, '(') && times_of(joining, record).with;
}

static void add_meetings(const struct joining *joining, meeting_list *list, const name_list *groups, int record)
{
    const struct time_words times = times_of(joining, record);
    for (int i = 0; i < groups->count && times.month_count == 1 && times.days[0]; i++)
        *list_add(list, joining->arena) =
            (struct meeting){ groups->items[i], text_lower(joining->arena, groups->items[i]), times.months[0],
                              times.days[0], record };
}

static int by_day(const struct meeting *a, const struct meeting *b)
{
    int order = strcmp(a->group, b->group);
    return order ? order : a->at != b->at ? a->at - b->at : a->day - b->day;
}

static int by_day_and_row(const void *left, const void *right)
{
    const struct meeting *a = left, *b = right;
    int order = by_day(a, b);
    return order ? order : a->record - b->record;
}

/* The first of that group and day. */
static int first_held(const struct joining *joining, const struct meeting *asked)
{
    int low = 0, high = joining->held.count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (by_day(&joining->held.items[middle], asked) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const char *title_of(const struct joining *joining, int record)
{
    const struct plan_record *records = joining->rows->records.items;
    return plan_cell(joining->rows, &records[records[record].heading], PLAN_WHAT).text;
}

/* The row of the group that is asked, on that day: one of the same title, one that asks as well, or its only one.
   −1: none. */
static int row_asked(const struct joining *joining, const struct meeting *asked)
{
    enum { MOST = 64 }; /* of a group's rows on one day: nobody has ten */
    int found = -1, count = 0;
    for (int i = first_held(joining, asked), tried = 0; i < joining->held.count && tried < MOST; i++, tried++) {
        const int record = joining->held.items[i].record;
        if (by_day(&joining->held.items[i], asked) != 0)
            break;
        if (record == asked->record || joining->rows->records.items[record].is_joined)
            continue;
        if (asks(joining, record) || text_same(title_of(joining, record), title_of(joining, asked->record)))
            return record;
        found = count++ ? -1 : record;
    }
    return count == 1 ? found : -1;
}

/* Whether some row is of the group. */
static bool is_group(const struct joining *joining, const char *group)
{
    int low = 0, high = joining->held.count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(joining->held.items[middle].group, group) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < joining->held.count && strcmp(joining->held.items[low].group, group) == 0;
}

static void add_group(const struct joining *joining, int record, const char *group)
{
    const name_list groups = groups_of(joining, record);
    for (int i = 0; i < groups.count; i++)
        if (text_same(groups.items[i], group))
            return;
    plan_cell_add(joining->rows, record, PLAN_ARENA, group, ", ");
}

static void join(const struct joining *joining, const struct meeting *asked)
{
    struct plan_rows *rows = joining->rows;
    if (rows->records.items[asked->record].is_joined)
        return;
    const int found = row_asked(joining, asked);
    if (found < 0) {
        if (is_group(joining, asked->group))
            add_group(joining, asked->record, asked->name);
        return;
    }
    const int into = found < asked->record ? found : asked->record, from = found + asked->record - into;
    const name_list groups = groups_of(joining, from);
    for (int i = 0; i < groups.count; i++)
        add_group(joining, into, groups.items[i]);
    plan_record_join(rows, into, from);
}

void plan_occasions_join(struct plan_rows *rows, month first, month last)
{
    struct joining joining = { .rows = rows, .first = first, .last = last, .arena = rows->arena };
    for (int i = 0; i < rows->records.count; i++) {
        if (!asks(&joining, i))
            continue;
        const struct time_words times = times_of(&joining, i);
        const name_list with = names_of(times.with, times.with_size, joining.arena);
        add_meetings(&joining, &joining.asked, &with, i);
    }
    for (int i = 0; i < rows->records.count && joining.asked.count; i++) {
        const name_list groups = groups_of(&joining, i);
        add_meetings(&joining, &joining.held, &groups, i);
    }
    sort_list(&joining.held, by_day_and_row, joining.arena);
    for (int i = 0; i < joining.asked.count; i++)
        join(&joining, &joining.asked.items[i]);
}
