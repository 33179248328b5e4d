/* Prints a dictionary for libFuzzer of what the tables hold: commands and options as they stand on a command line,
   sections, keys and words as they stand in files, figures and rules by their names. */

#include <stdio.h>
#include <stdlib.h>

#include <medfin/base/names.h>
#include <medfin/figures/figure_rows.h>
#include <medfin/model/key_names.h>
#include <medfin/rules/rules.h>

#include "../../src/cli/commands.h"

static void print(const char *before, const char *word, const char *behind)
{
    printf("\"%s", before);
    for (const unsigned char *at = (const unsigned char *)word; *at; at++)
        if (*at < ' ' || *at > '~' || *at == '"' || *at == '\\')
            printf("\\x%02X", *at);
        else
            putchar(*at);
    printf("%s\"\n", behind);
}

static void print_command_line(void)
{
    for (const struct command *command = command_rows; command->name; command++)
        print("", command->name, " ");
    for (const struct option_row *row = option_rows; row->name; row++) {
        print(" --", row->name, row->argument ? " " : "");
        for (int i = 0; row->choices && choice_name(row->choices, i); i++)
            print("", choice_name(row->choices, i), "");
    }
}

static void print_files(struct arena *arena)
{
    for (int i = 0; i < SECTION_COUNT; i++)
        print("\\x0A[", section_rows[i].name, section_rows[i].has_id ? " x]\\x0A" : "]\\x0A");
    for (struct section_key at = { SECTION_COUNT, NULL }; section_key_next(&at);) {
        print("\\x0A", key_form(arena, at.key, LANGUAGE_EN), " = ");
        for (const struct word *word = at.key->words; word && word->english; word++) {
            print("", word->english, "");
            print("", word->swedish, "");
        }
    }
    for (int i = PERIOD_NONE + 1; i < PERIOD_COUNT; i++)
        print("/", periods[i].suffix, "");
    for (int i = 0; i < DISTRIBUTION_CHANCE; i++)
        print("", distributions[i].name, "(");
}

int main(void)
{
    struct arena *arena = arena_new(abort);
    print_command_line();
    print_files(arena);
    for (int i = 0; i < figure_row_count; i++)
        print("", figure_rows[i].path, "");
    for (int i = 0; i < rule_count; i++)
        print("", rule_rows[i].id, "");
    arena_free(arena);
    return 0;
}
