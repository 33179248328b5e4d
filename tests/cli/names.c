/* Prints what the tables hold, one row a line, for the tests that hold the help against it:
   "section-LANGUAGE NAME", "key-LANGUAGE SECTION FORM" (SECTION * for any), "rule ID",
   "word ENGLISH SWEDISH", "period ENGLISH SWEDISH", "distribution NAME". */

#include <stdio.h>
#include <stdlib.h>

#include <medfin/model/key_names.h>
#include <medfin/model/keys.h>
#include <medfin/rules/rules.h>

static const char *const languages[] = { [LANGUAGE_SV] = "sv", [LANGUAGE_EN] = "en" };

enum { LANGUAGE_COUNT = sizeof languages / sizeof *languages };

static void print_keys(struct arena *arena)
{
    for (struct section_key at = { SECTION_COUNT, NULL }; section_key_next(&at);) {
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            printf("key-%s %s %s\n", languages[language],
                   at.section == SECTION_COUNT ? "*" : section_word(at.section, (enum language)language),
                   key_form(arena, at.key, (enum language)language));
        for (const struct word *word = at.key->words; word && word->english; word++)
            printf("word %s %s\n", word->english, word->swedish);
    }
}

int main(void)
{
    struct arena *arena = arena_new(abort);
    for (int i = 0; i < SECTION_COUNT; i++)
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            printf("section-%s %s\n", languages[language], section_word((enum section_id)i, (enum language)language));
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
