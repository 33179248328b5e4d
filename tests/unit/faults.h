#ifndef MEDFIN_TESTS_FAULTS_H
#define MEDFIN_TESTS_FAULTS_H

/* What a report says, against the rows of the table of diagnostics. */

#include "unit.h"

#include <string.h>

#include <medfin/base/diag.h>
#include <medfin/base/text.h>

/* Whether a sentence is the row's, whatever stands for {1}..{4}. */
static inline bool is_sentence(const char *row, const char *sentence)
{
    if (!*row || !*sentence)
        return *row == *sentence;
    if (row[0] != '{' || row[1] < '1' || row[1] > '4')
        return *row == *sentence && is_sentence(row + 1, sentence + 1);
    for (;; sentence++) {
        if (is_sentence(row + 3, sentence))
            return true;
        if (!*sentence)
            return false;
    }
}

/* The report is of that one fault, its caret under exactly `at`. */
static inline void assert_fault(struct arena *arena, const char *text, const char *said, enum diag_id id,
                                const char *at)
{
    const char *where = strstr(text, at);
    assert_non_null(where);
    int before = text_width(text, (size_t)(where - text)), width = text_columns(at);
    const char *head = arena_text(arena, "t:1:%d: error: ", before + 1);
    const char *end = strchr(said, '\n');
    bool fits = end && strncmp(said, head, strlen(head)) == 0;
    if (fits) {
        const char *sentence = arena_copy(arena, said + strlen(head), (size_t)(end - said) - strlen(head));
        fits = is_sentence(text_with_plain_spaces(arena, diag_rows[id].sentence), sentence);
    }
    struct text caret = text_new(arena);
    text_add(&caret, "\n         | ");
    text_fill(&caret, ' ', before);
    text_add(&caret, "^");
    text_fill(&caret, '~', width - 1);
    text_add(&caret, "\n");
    if (!fits || !strstr(said, caret.bytes))
        fail_msg("'%s': expected %s at '%s', got\n%s", text, diag_rows[id].name, at, said);
}

#endif
