/* Prints what the tables hold, one row a line, for the tests that hold the help against it:
   "section NAME", "key SECTION FORM" (SECTION * for any), "rule ID",
   "word ENGLISH SWEDISH", "period ENGLISH SWEDISH", "distribution NAME". */

#include <stdio.h>
#include <stdlib.h>

#include <medfin/model/key_names.h>
#include <medfin/model/keys.h>
#include <medfin/rules/rules.h>

static void print_keys(struct arena *arena)
{
    for (struct section_key at = { SECTION_COUNT, NULL }; section_key_next(&at);) {
        printf("key %s %s\n", at.section == SECTION_COUNT ? "*" : section_rows[at.section].name,
               key_form(arena, at.key));
        for (const struct word *word = at.key->words; word && word->english; word++)
            printf("word %s %s\n", word->english, word->swedish);
    }
}

int main(void)
{
    struct arena *arena = arena_new(abort);
    for (int i = 0; i < SECTION_COUNT; i++)
        printf("section %s\n", section_rows[i].name);
    print_keys(arena);
    for (int i = 0; i < rule_count; i++)
        printf("rule %s\n", rule_rows[i].id);
    for (int i = PERIOD_NONE + 1; i < PERIOD_COUNT; i++)
        printf("period %s %s\n", periods[i].suffix, periods[i].swedish);
    for (int i = 0; i < DISTRIBUTION_CHANCE; i++)
        printf("distribution %s\n", distributions[i].name);
    arena_free(arena);
    return 0;
}
