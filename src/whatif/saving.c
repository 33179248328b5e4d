#include "saving.h"

#include <assert.h>

#include <medfin/model/key_names.h>

/* Lines that are alike, of which the first stands for all. */
struct kin {
    const struct row *row;
    const char *id; /* of the line beside them, which no file can state */
};

typedef LIST(struct kin) kin_list;

/* A line of staff or costs that runs and costs something, or nobody knows what. */
static bool is_taken_from(const struct plan *plan, const struct row *row)
{
    enum section_id kind = row->line->kind;
    bool runs = row->side == SIDE_COST && row->running && !row->in_kind;
    for (int m = 0; m < plan->count && runs && (kind == SECTION_STAFF || kind == SECTION_COST); m++) {
        const struct cell cell = node_cell(plan, row->months[m]);
        if (!cell_is_known(cell) || cell.amount > 0)
            return true;
    }
    return false;
}

static int64_t notice_of(const struct row *row)
{
    const struct fact *notice = ((const struct line *)row->line)->notice_months;
    return fact_is_stated(notice) ? notice->value.number : -1;
}

static bool are_alike(const struct project *project, const struct row *a, const struct row *b)
{
    const struct section_list *overheads = &project->of[SECTION_OVERHEAD];
    bool same = a->category == b->category && a->eligible == b->eligible && notice_of(a) == notice_of(b);
    for (int i = 0; same && i < overheads->count; i++) {
        const struct fact *base = ((const struct overhead *)overheads->items[i])->base;
        same = fact_names(base, a->line) == fact_names(base, b->line);
    }
    return same;
}

static kin_list find_kin(const struct plan *plan, struct arena *arena)
{
    kin_list kin = { 0 };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        int number = 0;
        if (!is_taken_from(plan, row))
            continue;
        while (number < kin.count && !are_alike(plan->project, kin.items[number].row, row))
            number++;
        if (number == kin.count)
            *list_add(&kin, arena) = (struct kin){ row, arena_text(arena, "(saving %d)", number + 1) };
    }
    return kin;
}

static struct statement statement_of(enum section_id section, const char *id, const char *name)
{
    month none;
    const struct key *key = key_find(section, name, &none);
    assert(key);
    return (struct statement){
        .section = section, .id = id, .key = key, .at = -1, .is_setting = true, .value.kind = key->kind
    };
}

static void say_number(struct saving *saving, const char *id, const char *name, int64_t number, struct arena *arena)
{
    struct statement statement = statement_of(SECTION_COST, id, name);
    statement.value.number = number;
    *list_add(&saving->room, arena) = statement;
}

static void say_names(struct saving *saving, struct statement statement, const char *const *names, int count,
                      struct arena *arena)
{
    statement.value.names = names;
    statement.value.count = count;
    *list_add(&saving->room, arena) = statement;
}

static void say_line(struct saving *saving, const struct kin *kin, struct arena *arena)
{
    const char **category = arena_take(arena, 1, sizeof *category);
    *category = section_path(arena, &kin->row->category->section, LANGUAGE_EN);
    *list_add(&saving->room, arena) = (struct statement){ .section = SECTION_COST, .id = kin->id, .at = -1 };
    say_number(saving, kin->id, "new", 1, arena);
    say_number(saving, kin->id, "running", 1, arena);
    say_number(saving, kin->id, "eligible", kin->row->eligible, arena);
    say_names(saving, statement_of(SECTION_COST, kin->id, "category"), category, 1, arena);
    if (notice_of(kin->row) >= 0)
        say_number(saving, kin->id, "notice_months", notice_of(kin->row), arena);
}

/* A base that names lines takes what stands beside them too. */
static void say_base(struct saving *saving, const struct overhead *overhead, const kin_list *kin, struct arena *arena)
{
    const struct fact *base = overhead->base;
    const char **names = arena_take(arena, (size_t)(base->value.count + kin->count), sizeof *names);
    int count = 0;
    for (int i = 0; i < base->value.count; i++)
        names[count++] = section_path(arena, base->sections[i], LANGUAGE_EN);
    for (int i = 0; i < kin->count; i++)
        if (fact_names(base, kin->items[i].row->line))
            names[count++] = arena_text(arena, "%s.%s", section_rows[SECTION_COST].name, kin->items[i].id);
    if (count > base->value.count)
        say_names(saving, statement_of(SECTION_OVERHEAD, overhead->section.id, "base"), names, count, arena);
}

static void say_all(struct saving *saving, const kin_list *kin, struct arena *arena)
{
    const struct section_list *overheads = &saving->plan->project->of[SECTION_OVERHEAD];
    for (int i = 0; i < kin->count; i++)
        say_line(saving, &kin->items[i], arena);
    for (int i = 0; i < overheads->count; i++)
        say_base(saving, (const struct overhead *)overheads->items[i], kin, arena);
}

/* Adds what a line costs to its kin's months, a refund aside. False where it is not known. */
static bool add_line(const struct plan *plan, const struct row *row, const kin_list *kin, money *costs)
{
    int number = 0;
    assert(kin->count); /* each of the lines has its kin among them */
    while (!are_alike(plan->project, kin->items[number].row, row))
        number++;
    for (int m = 0; m < plan->count; m++) {
        const struct cell cell = node_cell(plan, row->months[m]);
        if (!cell_is_known(cell))
            return false;
        costs[m * kin->count + number] += cell.amount > 0 ? cell.amount : 0;
    }
    return true;
}

/* Month by month, those that cost something. */
static void add_parts(struct saving *saving, const kin_list *kin, const money *costs, struct arena *arena)
{
    for (int i = 0; i < saving->plan->count * kin->count; i++)
        if (costs[i])
            *list_add(&saving->parts, arena) =
                (struct saved_part){ kin->items[i % kin->count].id, saving->plan->first + i / kin->count, costs[i] };
}

void saving_vary(const struct saving *saving, statement_list *varied, struct arena *arena)
{
    struct statement statement = statement_of(SECTION_COST, "", month_text(arena, saving->plan->first));
    list_reserve(varied, saving->parts.count, arena);
    for (int i = 0; i < saving->parts.count; i++) {
        statement.id = saving->parts.items[i].id;
        statement.at = saving->parts.items[i].at;
        *list_add(varied, arena) = statement;
    }
}

struct saving *saving_new(const struct plan *plan, struct arena *arena)
{
    const kin_list kin = find_kin(plan, arena);
    struct saving *saving = arena_take(arena, 1, sizeof *saving);
    saving->plan = plan;
    money *costs = arena_take(arena, (size_t)(plan->count * kin.count) + 1, sizeof *costs);
    for (int i = 0; i < plan->row_count; i++)
        if (is_taken_from(plan, &plan->rows[i]) && !add_line(plan, &plan->rows[i], &kin, costs))
            return NULL;
    say_all(saving, &kin, arena);
    add_parts(saving, &kin, costs, arena);
    return kin.count ? saving : NULL;
}

/* Those of the parts from number `from` on that are of the same year. */
static int end_of_year(const struct saving *saving, int from, money *cost)
{
    int year = month_year(saving->parts.items[from].at), end = from;
    for (*cost = 0; end < saving->parts.count && month_year(saving->parts.items[end].at) == year; end++)
        *cost += saving->parts.items[end].cost;
    return end;
}

static money part_of_year(const struct plan *plan, money yearly, int year)
{
    month first = month_later(year_first(year), plan->first), last = month_earlier(year_last(year), plan_last(plan));
    return money_ratio(yearly, months_between(first, last), MONTHS_OF_A_YEAR);
}

bool saving_taken(const struct saving *saving, money yearly, money *taken)
{
    money cost;
    for (int from = 0, end; from < saving->parts.count; from = end) {
        end = end_of_year(saving, from, &cost);
        money part = part_of_year(saving->plan, yearly, month_year(saving->parts.items[from].at)), so_far = 0,
              before = 0;
        if (part > cost)
            return false;
        for (int i = from; i < end; i++) {
            so_far += saving->parts.items[i].cost;
            money upto = money_ratio(part, so_far, cost);
            taken[i] = upto - before;
            before = upto;
        }
    }
    return true;
}
