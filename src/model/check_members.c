/* Who pays which tariff, and on how many inhabitants: never a fee of nothing because a name
   was not found. */

#include "check_members.h"

#include <assert.h>
#include <string.h>

#include <medfin/base/municipality_name.h>
#include <medfin/base/sort.h>
#include <medfin/base/text.h>
#include <medfin/model/tariff.h>

#include "check_tariff.h"

/* A population under its name in a form for comparing. */
struct named {
    const char *name;
    const struct population *population;
};

/* The populations by id and by name, so that no member looks through them all. */
struct gazetteer {
    const struct population **by_id;
    struct named *by_name;
    int count;
};

static int by_id(const void *left, const void *right)
{
    const struct population *const *a = left, *const *b = right;
    return strcmp((*a)->section.id, (*b)->section.id);
}

static int by_name(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    return order ? order : strcmp(a->population->section.id, b->population->section.id);
}

static int id_against(const void *id, const void *item)
{
    return strcmp(id, (*(const struct population *const *)item)->section.id);
}

static int name_against(const void *name, const void *item)
{
    return strcmp(name, ((const struct named *)item)->name);
}

static const char *plain_name(struct build *build, const struct section *section)
{
    return municipality_plain(build->arena, section_title(section));
}

static struct gazetteer gazetteer_new(struct build *build)
{
    const struct section_list *all = &build->project->of[SECTION_POPULATION];
    size_t count = (size_t)all->count;
    struct gazetteer gazetteer = { arena_take(build->arena, count + 1, sizeof(void *)),
                                   arena_take(build->arena, count + 1, sizeof(struct named)), all->count };
    if (count)
        memcpy(gazetteer.by_id, all->items, count * sizeof(void *));
    for (size_t i = 0; i < count; i++)
        gazetteer.by_name[i] = (struct named){ plain_name(build, &gazetteer.by_id[i]->section), gazetteer.by_id[i] };
    sort_array(gazetteer.by_id, all->count, by_id, build->arena);
    sort_array(gazetteer.by_name, all->count, by_name, build->arena);
    return gazetteer;
}

static const struct population *population_of(struct build *build, const struct gazetteer *gazetteer,
                                              const struct member *member)
{
    const struct population *const *found =
        sort_find(member->section.id, gazetteer->by_id, gazetteer->count, sizeof(void *), id_against);
    if (found)
        return *found;
    const struct named *named = sort_find(plain_name(build, &member->section), gazetteer->by_name, gazetteer->count,
                                          sizeof(struct named), name_against);
    return named ? named->population : NULL;
}

/* A code mistyped is another municipality's: the name tells. */
static void check_name(struct build *build, const struct member *member)
{
    const struct fact *title = member->section.title;
    const struct section *of = &member->population->section;
    if (!fact_is_stated(title) || strcmp(member->section.id, of->id) != 0 ||
        strcmp(plain_name(build, &member->section), plain_name(build, of)) == 0)
        return;
    diag_add(build->diags, DIAG_MEMBER_NAMED_OTHERWISE, fact_place(&member->section, title),
             ARGS(arg_text(title->value.text), arg_text(section_title(of))));
}

static const char *nearest_population(struct build *build, const struct gazetteer *gazetteer,
                                      const struct member *member)
{
    const char **names = arena_take(build->arena, 2 * (size_t)gazetteer->count + 1, sizeof *names);
    for (int i = 0; i < gazetteer->count; i++) {
        names[2 * i] = section_title(&gazetteer->by_id[i]->section);
        names[2 * i + 1] = gazetteer->by_id[i]->section.id;
    }
    return text_nearest(section_title(&member->section), names, build->arena);
}

/* A tariff's category is its id unless it says another. */
static const char *category_of(const struct tariff *tariff)
{
    return fact_is_stated(tariff->category) ? tariff->category->value.text : tariff->section.id;
}

/* The only tariff takes all members, unless it says whose it is. */
static const struct tariff *only_tariff(const struct section_list *tariffs)
{
    const struct tariff *first = tariffs->count ? (const struct tariff *)tariffs->items[0] : NULL;
    return tariffs->count == 1 && !fact_is_stated(first->category) ? first : NULL;
}

static const char *nearest_category(struct build *build, const char *category)
{
    const struct section_list *tariffs = &build->project->of[SECTION_TARIFF];
    const char **names = arena_take(build->arena, (size_t)tariffs->count + 1, sizeof *names);
    for (int i = 0; i < tariffs->count; i++)
        names[i] = category_of((const struct tariff *)tariffs->items[i]);
    return text_nearest(category, names, build->arena);
}

/* The tariff of the member's category; NULL after a fault. */
static const struct tariff *tariff_of(struct build *build, const struct member *member)
{
    const struct section_list *tariffs = &build->project->of[SECTION_TARIFF];
    const struct tariff *found = only_tariff(tariffs);
    const struct fact *category = member->category;
    const char *name = section_title(&member->section);
    if (!found && !fact_is_stated(category)) {
        diag_add(build->diags, DIAG_NO_CATEGORY, member->section.place, ARGS(arg_text(name)));
        return NULL;
    }
    bool is_only = found;
    for (int i = 0; !is_only && i < tariffs->count; i++) {
        const struct tariff *tariff = (const struct tariff *)tariffs->items[i];
        if (!text_same(category_of(tariff), category->value.text))
            continue;
        if (found)
            diag_add(build->diags, DIAG_TWO_TARIFFS, category->by->place,
                     ARGS(arg_text(category->value.text), arg_text(found->section.id), arg_text(tariff->section.id)));
        found = tariff;
    }
    if (!found)
        diag_add(build->diags, DIAG_NO_TARIFF, category->by->place,
                 ARGS(arg_text(category->value.text), arg_text(nearest_category(build, category->value.text))));
    return found;
}

/* The first and last calendar year in which the member pays, within the project; none where it never does. */
static struct years years_paid(const struct project *project, const struct member *member)
{
    struct years years = project_years(project);
    month from, to;
    while (years.first <= years.last && !member_in(member, years.first, &from, &to))
        years.first++;
    while (years.last > years.first && !member_in(member, years.last, &from, &to))
        years.last--;
    return years;
}

/* Each year's inhabitants are there, and in a class; false after a fault. A year behind the last
   that is stated is set in `held`. */
static bool check_inhabitants(struct build *build, const struct member *member, int *held)
{
    const struct years years = years_paid(build->project, member);
    for (int year = years.first; year <= years.last; year++) {
        int wanted = year + (int)member->tariff->basis_year->value.number;
        const char *name = section_title(&member->section);
        struct inhabitants size;
        if (!member_inhabitants(member, member->tariff, year, &size)) {
            diag_add(build->diags, DIAG_INHABITANTS_MISSING, member->section.place,
                     ARGS(arg_text(name), arg_year(year), arg_year(wanted)));
            return false;
        }
        *held = size.year && size.year != wanted && !*held ? year : *held;
        if (!check_size(build, member->tariff, name, inhabitants_place(member, &size), size.number))
            return false;
    }
    return true;
}

/* Later inhabitants than the table's last are the last: said once for a tariff, of the first
   member that needs it. */
void check_sizes(struct build *build, const struct tariff *tariff)
{
    bool is_told = false;
    for (int i = 0; i < tariff->member_count && tariff_asks_size(tariff); i++) {
        const struct member *member = tariff->members[i];
        int held = 0;
        struct inhabitants size;
        if ((!member->population && !fact_is_stated(member->inhabitants)) || !check_inhabitants(build, member, &held) ||
            !held || is_told)
            continue;
        member_inhabitants(member, tariff, held, &size);
        assert(member->population);
        diag_add(build->diags, DIAG_INHABITANTS_HELD, member->population->section.place,
                 ARGS(arg_year(size.year), arg_year(held)));
        is_told = true;
    }
}

/* The first member of a category that the tariff is not for, where members have several. */
static bool is_first_of_other(const struct section_list *members, int at, const struct tariff *tariff)
{
    const struct fact *category = ((const struct member *)members->items[at])->category;
    bool is_other = fact_is_stated(category) && !text_same(category->value.text, category_of(tariff)),
         are_several = false;
    for (int i = 0; is_other && i < members->count; i++) {
        const struct fact *of = ((const struct member *)members->items[i])->category;
        bool is_same = fact_is_stated(of) && text_same(of->value.text, category->value.text);
        are_several = are_several || (fact_is_stated(of) && !is_same);
        is_other = !is_same || i >= at;
    }
    return is_other && are_several;
}

/* The only tariff takes all members: of a category that has a name of its own that is told. */
static void check_categories(struct build *build)
{
    const struct section_list *members = &build->project->of[SECTION_MEMBER];
    const struct tariff *only = only_tariff(&build->project->of[SECTION_TARIFF]);
    for (int i = 0; only && i < members->count; i++) {
        const struct fact *category = ((const struct member *)members->items[i])->category;
        if (is_first_of_other(members, i, only))
            diag_add(build->diags, DIAG_CATEGORY_TAKEN, category->by->place,
                     ARGS(arg_text(category->value.text), arg_text(only->section.id)));
    }
}

/* Inhabitants that the list of members states, and otherwise than the population does. */
static void check_both_sizes(struct build *build, const struct member *member)
{
    const struct years years = years_paid(build->project, member);
    static const struct fact unstated = { .by = NULL };
    struct member counted = *member;
    struct inhabitants size;
    counted.inhabitants = &unstated;
    if (!fact_is_stated(member->inhabitants) || !member->population || member->inhabitants->by->layer > 0 ||
        !member_inhabitants(&counted, member->tariff, years.first, &size) ||
        size.number == member->inhabitants->value.number)
        return;
    diag_add(build->diags, DIAG_INHABITANTS_DIFFER, member->inhabitants->by->place,
             ARGS(arg_text(section_title(&member->section)), arg_count(member->inhabitants->value.number),
                  arg_count(size.number), arg_place(inhabitants_place(&counted, &size))));
}

static void check_member(struct build *build, const struct gazetteer *gazetteer, struct member *member)
{
    const struct fact *joined = member->joined, *left = member->left;
    if (fact_is_stated(joined) && fact_is_stated(left) && left->value.number < joined->value.number)
        diag_add(build->diags, DIAG_LEFT_BEFORE_JOINED, left->by->place,
                 ARGS(arg_month((month)left->value.number), arg_month((month)joined->value.number)));
    member->tariff = tariff_of(build, member);
    member->population = population_of(build, gazetteer, member);
    bool is_asked = member->tariff && tariff_asks_size(member->tariff);
    if (is_asked && !member->population && !fact_is_stated(member->inhabitants))
        diag_add(
            build->diags, DIAG_MEMBER_UNKNOWN, member->section.place,
            ARGS(arg_text(section_title(&member->section)), arg_text(nearest_population(build, gazetteer, member))));
    if (is_asked && member->population && !fact_is_stated(member->inhabitants))
        check_name(build, member);
    if (is_asked)
        check_both_sizes(build, member);
}

/* A member under what tells it from others. */
struct told {
    const struct member *member;
    const struct population *population;
    const char *name;
};

static int by_order(const struct told *a, const struct told *b)
{
    return a->member->section.order < b->member->section.order ? -1 : 1;
}

static int by_population(const void *left, const void *right)
{
    const struct told *a = left, *b = right;
    if (a->population != b->population)
        return a->population < b->population ? -1 : 1;
    return by_order(a, b);
}

static int by_told_name(const void *left, const void *right)
{
    const struct told *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    return order ? order : by_order(a, b);
}

static bool is_code(const char *id)
{
    return id[strspn(id, "0123456789")] == '\0';
}

/* Two codes are two municipalities, whatever they are called. */
static bool are_two_codes(const struct told *a, const struct told *b)
{
    return is_code(a->member->section.id) && is_code(b->member->section.id);
}

static void member_twice(struct build *build, const struct told *first, const struct told *again)
{
    const struct member *of = again->member;
    const struct section *named = again->population ? &again->population->section : &of->section;
    diag_add(build->diags, DIAG_MEMBER_TWICE, of->section.place,
             ARGS(arg_text(section_title(named)), arg_place(first->member->section.place)));
}

/* One municipality under its code and again under its name is still one member, and so is one under its name in
   other letters. */
static void check_twice(struct build *build)
{
    const struct section_list *members = &build->project->of[SECTION_MEMBER];
    struct told *all = arena_take(build->arena, (size_t)members->count + 1, sizeof *all);
    for (int i = 0; i < members->count; i++) {
        const struct member *member = (const struct member *)members->items[i];
        all[i] = (struct told){ member, member->population, plain_name(build, &member->section) };
    }
    sort_array(all, members->count, by_population, build->arena);
    for (int i = 1; i < members->count; i++)
        if (all[i].population && all[i].population == all[i - 1].population)
            member_twice(build, &all[i - 1], &all[i]);
    sort_array(all, members->count, by_told_name, build->arena);
    for (int i = 1; i < members->count; i++) {
        bool is_told = all[i].population && all[i].population == all[i - 1].population;
        if (!is_told && strcmp(all[i].name, all[i - 1].name) == 0 && !are_two_codes(&all[i], &all[i - 1]))
            member_twice(build, &all[i - 1], &all[i]);
    }
}

/* Each tariff gets the members that pay it. */
static void list_payers(struct build *build, struct tariff *tariff)
{
    const struct section_list *members = &build->project->of[SECTION_MEMBER];
    LIST(const struct member *) paying = { 0 };
    assert(tariff);
    for (int i = 0; i < members->count; i++)
        if (((const struct member *)members->items[i])->tariff == tariff)
            *list_add(&paying, build->arena) = (const struct member *)members->items[i];
    tariff->members = paying.items;
    tariff->member_count = paying.count;
}

void check_members(struct build *build)
{
    const struct section_list *members = &build->project->of[SECTION_MEMBER];
    if (members->count && !build->project->of[SECTION_TARIFF].count) {
        diag_add(build->diags, DIAG_MEMBERS_WITHOUT_TARIFF, members->items[0]->place, NULL);
        return;
    }
    const struct gazetteer gazetteer = gazetteer_new(build);
    for (int i = 0; i < members->count; i++)
        check_member(build, &gazetteer, (struct member *)members->items[i]);
    check_twice(build);
    check_categories(build);
    const struct section_list *tariffs = &build->project->of[SECTION_TARIFF];
    for (int i = 0; i < tariffs->count; i++) {
        list_payers(build, (struct tariff *)tariffs->items[i]);
        check_sizes(build, (const struct tariff *)tariffs->items[i]);
    }
}
