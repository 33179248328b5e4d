#include "ledger_checks.h"

#include <string.h>

#include <medfin/base/text.h>

/* Of an organisation, or of a person by the short form too: "16222000-1234", "222000-1234" and "2220001234" are one. */
static const char *number_digits(const char *number, struct arena *arena)
{
    enum { DIGITS = 10 };
    struct text digits = text_new(arena);
    for (; *number; number++)
        if (*number >= '0' && *number <= '9')
            text_add_bytes(&digits, number, 1);
    return digits.bytes + (digits.size > DIGITS ? digits.size - DIGITS : 0);
}

enum kinship ledgers_kinship(const struct ledger *a, const struct ledger *b, struct arena *arena)
{
    const char *one = number_digits(a->number, arena), *other = number_digits(b->number, arena);
    if (*one && *other)
        return strcmp(one, other) == 0 ? KIN_ONE_COMPANY : KIN_TWO_NUMBERS;
    if (!*a->company || !*b->company)
        return KIN_UNKNOWN;
    return text_same(a->company, b->company) ? KIN_ONE_COMPANY : KIN_TWO_NAMES;
}

bool ledgers_are_of_a_year(const struct ledger *a, const struct ledger *b)
{
    return a->first_day && b->first_day && a->first_day <= b->last_day && b->first_day <= a->last_day;
}

/* The same file under two names, or months of accounts beside what makes them up. */
static bool is_twice(const struct ledger *ledger, const struct ledger *other, enum kinship kinship)
{
    bool are_same = ledger->source->size == other->source->size &&
                    memcmp(ledger->source->bytes, other->source->bytes, ledger->source->size) == 0;
    bool has_no_vouchers = ledger->is_by_period || other->is_by_period;
    return are_same || (has_no_vouchers && kinship == KIN_ONE_COMPANY && ledgers_are_of_a_year(ledger, other));
}

void ledger_check(const struct named_ledgers *others, const struct ledger *ledger)
{
    for (int i = 0; i < others->count; i++) {
        const struct ledger *other = others->items[i];
        enum kinship kinship = ledgers_kinship(ledger, other, others->arena);
        if (is_twice(ledger, other, kinship))
            diag_add(others->diags, DIAG_LEDGER_TWICE, others->place,
                     ARGS(arg_text(ledger->source->name), arg_text(other->source->name)));
        else if (kinship == KIN_TWO_NAMES || (kinship == KIN_TWO_NUMBERS && *ledger->company && *other->company))
            diag_add(others->diags, DIAG_LEDGER_COMPANIES, others->place,
                     ARGS(arg_text(ledger->source->name), arg_text(ledger->company), arg_text(other->company)));
    }
}

/* The objects that the ledgers know, of the dimension if there are any, for a message. */
static const char *objects_listed(const struct named_ledgers *reading, const char *dimension)
{
    enum { MOST = 8 };
    struct text out = text_new(reading->arena);
    int listed = 0;
    for (int i = 0; i < reading->count; i++)
        for (int k = 0; k < reading->items[i]->object_count && listed < MOST; k++) {
            const struct ledger_object *object = &reading->items[i]->objects[k];
            if (!dimension || strcmp(object->dimension, dimension) == 0)
                text_addf(&out, "%s%s:%s", listed++ ? ", " : "", object->dimension, object->id);
        }
    return listed ? out.bytes : dimension ? objects_listed(reading, NULL) : NULL;
}

static bool is_known(const struct named_ledgers *reading, const struct ledger_object *project)
{
    for (int i = 0; i < reading->count; i++)
        for (int k = 0; k < reading->items[i]->object_count; k++) {
            const struct ledger_object *object = &reading->items[i]->objects[k];
            if (strcmp(object->dimension, project->dimension) == 0 && text_same(object->id, project->id))
                return true;
        }
    return false;
}

static bool has_accounts(const struct ledger *ledger)
{
    for (int i = 0; i < ledger->account_count; i++)
        if (!ledger->accounts[i].is_path)
            return true;
    return false;
}

static bool has_objects(const struct ledger *ledger)
{
    return ledger->set_count > 1;
}

/* A table without a column of projects, where one is asked for: none of its rows is of it. */
static void check_columns(const struct named_ledgers *reading)
{
    for (int i = 0; i < reading->count && reading->mapping->projects.count; i++) {
        const struct ledger *ledger = reading->items[i];
        if (!ledger->type && !ledger->has_projects && has_accounts(ledger))
            diag_add(
                reading->diags, DIAG_LEDGER_NO_PROJECTS, reading->place,
                ARGS(arg_text(ledger->source->name), arg_text(*ledger->columns_aside ? ledger->columns_aside : NULL)));
    }
}

/* What the ledgers ask of [actuals]: accounts, and which project when they tell several apart. */
void ledgers_check(const struct named_ledgers *reading)
{
    const struct mapping *mapping = reading->mapping;
    bool asks_accounts = false, asks_project = false;
    for (int i = 0; i < reading->count; i++) {
        asks_accounts = asks_accounts || has_accounts(reading->items[i]);
        asks_project = asks_project || has_objects(reading->items[i]);
    }
    const struct place place = reading->place;
    if (asks_accounts && !said_last(mapping->statements, mapping->layer, SECTION_ACTUALS, NULL, "accounts"))
        diag_add(reading->diags, DIAG_LEDGER_NO_ACCOUNTS, place, NULL);
    if (asks_project && !said_last(mapping->statements, mapping->layer, SECTION_ACTUALS, NULL, "project"))
        diag_add(reading->diags, DIAG_LEDGER_NO_PROJECT, place, ARGS(arg_text(objects_listed(reading, NULL))));
    check_columns(reading);
    const struct statement *project = said_last(mapping->statements, mapping->layer, SECTION_ACTUALS, NULL, "project");
    for (int i = 0; i < mapping->projects.count && reading->count; i++)
        if (!is_known(reading, &mapping->projects.items[i]))
            diag_add(reading->diags, DIAG_LEDGER_NO_OBJECT, project->place,
                     ARGS(arg_text(arena_text(reading->arena, "%s:%s", mapping->projects.items[i].dimension,
                                              mapping->projects.items[i].id)),
                          arg_text(objects_listed(reading, mapping->projects.items[i].dimension))));
}
