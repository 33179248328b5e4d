#include <medfin/letter/head.h>

#include <string.h>

#include "binding.h"
#include "written.h"

static const char claim_word[] = "claim:", final_word[] = ":final";

/* "claim:2021-04..2021-06:final", before the tables. */
static void read_claim(struct letter_head *head, struct arena *arena)
{
    const char *word = *head->tables;
    if (!word || strncmp(word, claim_word, sizeof claim_word - 1) != 0)
        return;
    word += sizeof claim_word - 1;
    head->tables++;
    head->is_final = strstr(word, final_word) != NULL;
    head->period = arena_copy(arena, word, strcspn(word, ":"));
}

/* How a claim's letter says which months it is of. */
static void add_claim(struct text *out, const struct letter *letter)
{
    const struct claim_asked *claim = letter->claim;
    if (claim)
        text_addf(out, " %s%s..%s%s", claim_word, month_text(letter->arena, claim->period.first),
                  month_text(letter->arena, claim->period.last), claim->is_final ? final_word : "");
}

bool letter_head_read(const struct source *written, struct letter_head *head, struct arena *arena)
{
    enum { FUNDER, LANGUAGE, UNIT, FIRST_TABLE };
    static const char word[] = BOUND_BLOCK "letter 1 ";
    const char *end = written->bytes + written->size, *at = written_find(written->bytes, end, word);
    const char *close = at ? written_find(at, end, "-->") : NULL;
    if (!close)
        return false;
    const char *from = at + sizeof word - 1, *said = letter_plain(arena, from, (size_t)(close - from));
    LIST(const char *) words = { 0 };
    for (size_t size; (size = strcspn(said, " ")); said += size + strspn(said + size, " "))
        *list_add(&words, arena) = arena_copy(arena, said, size);
    int count = words.count;
    *list_add(&words, arena) = NULL;
    if (count < FIRST_TABLE)
        return false;
    *head = (struct letter_head){ strcmp(words.items[LANGUAGE], "en") == 0 ? LANGUAGE_EN : LANGUAGE_SV,
                                  doc_units,
                                  strcmp(words.items[FUNDER], "*") == 0 ? NULL
                                                                        : letter_comment_id(arena, words.items[FUNDER]),
                                  NULL,
                                  false,
                                  words.items + FIRST_TABLE,
                                  written_stretch(written, at, close) };
    read_claim(head, arena);
    for (const struct doc_unit *known = doc_units; known->name; known++)
        if (strcmp(known->name, words.items[UNIT]) == 0)
            head->unit = known;
    return true;
}

/* Behind the head stands a blank line, so that it stays apart. */
const char *letter_with_head(const struct letter *letter, const char *body, size_t size)
{
    const bound_list bounds = written_bounds(source_new(letter->arena, "", body, size, 0), letter->arena);
    struct text out = text_new(letter->arena);
    text_addf(&out, BOUND_BLOCK "letter 1 %s %s %s",
              letter->funder ? letter_comment_name(letter->arena, letter->funder->section.id) : "*",
              language_code(letter->language), letter->unit->name);
    add_claim(&out, letter);
    for (int i = 0; i < bounds.count; i++)
        if (bounds.items[i].kind == BOUND_A_TABLE)
            text_addf(&out, " %s", bounds.items[i].name);
    text_add(&out, "-->\n\n");
    text_add_bytes(&out, body, size);
    return out.bytes;
}
