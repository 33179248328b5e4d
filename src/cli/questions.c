#include "questions.h"

#include <medfin/base/text.h>
#include <medfin/model/category.h>
#include <medfin/model/key_names.h>
#include <medfin/start/questions.h>

#include "key_reference.h"

/* What numbers of a kind are counted in, unless an answer says otherwise. */
static const char *unit_of(const struct key *key)
{
    const char *unit = value_kinds[key->kind].unit;
    return unit ? unit : "";
}

/* The words that an answer is one of, at their places below the path. */
static void add_choices(struct doc *doc, const struct key *key, const char *path)
{
    bool is_category = key_takes_category(key);
    int count = is_category ? built_in_category_count : 0;
    while (key->words && key->words[count].english)
        count++;
    for (int i = 0; i < count; i++) {
        const char *english = is_category ? built_in_categories[i].id : key->words[i].english;
        const char *swedish = is_category ? built_in_categories[i].swedish : key->words[i].swedish;
        doc_value(doc, cell_text(english, arena_text(doc->arena, "%s.choices[%d].choice", path, i)));
        doc_value(doc, cell_text(swedish, arena_text(doc->arena, "%s.choices[%d].swedish", path, i)));
    }
}

static void add_question(struct doc *doc, struct doc_table *table, const struct question *question, int at)
{
    const struct key *key = question_key(question);
    const char *path = arena_text(doc->arena, "questions[%d]", at), *kind = tr(value_kinds[key->kind].name);
    const struct {
        const char *field, *text;
    } values[] = { { "id", question_path(doc->arena, question, LANGUAGE_EN) },
                   { "swedish", question_path(doc->arena, question, LANGUAGE_SV) },
                   { "text", tr(question->text) },
                   { "kind", kind },
                   { "unit", unit_of(key) },
                   { "default", key_default_text(doc, question->section, key) },
                   { "example", tr(question->example) } };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        doc_value(doc, cell_text(values[i].text, arena_text(doc->arena, "%s.%s", path, values[i].field)));
    doc_value(doc,
              cell_number(KIND_STATUS, key->flags & KEY_REQUIRED, false, arena_text(doc->arena, "%s.required", path)));
    doc_value(doc, cell_number(KIND_STATUS, section_rows[question->section].has_id, false,
                               arena_text(doc->arena, "%s.repeats", path)));
    add_choices(doc, key, path);
    struct doc_row *row = doc_row(doc, table, question_path(doc->arena, question, doc->language), 0);
    row->cells[0] = cell_text(tr(question->text), NULL);
    row->cells[1] = cell_text(kind, NULL);
    row->cells[2] = cell_text(tr(question->example), NULL);
}

void questions_contents(struct doc *doc)
{
    const struct doc_column columns[] = { { tr(N_("Question")), -1, true },
                                          { tr(N_("Kind of value")), -1, true },
                                          { tr(N_("Example")), -1, true } };
    doc_heading(doc, 1, tr(N_("What a first budget asks")));
    struct doc_table *table = doc_table(doc, "", tr(N_("Answer")), columns, 3);
    for (int i = 0; question_rows[i].key; i++)
        add_question(doc, table, &question_rows[i], i);
}
