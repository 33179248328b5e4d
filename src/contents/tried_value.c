/* A value that is tried in the place of a stated one. */

#include <medfin/contents/tried_value.h>

#include <medfin/contents/stated_value.h>

const char *tried_text(struct doc *doc, const struct statement *varied, const struct value *value)
{
    struct value plain = *value;
    plain.unknown = false;
    plain.spread = NULL;
    return value_text(doc->arena, &plain, varied->key->words, doc->language);
}

const char *tried_number_text(struct doc *doc, const struct statement *varied, int64_t number)
{
    struct value value = varied->value;
    value.number = number;
    return tried_text(doc, varied, &value);
}

struct doc_cell cell_tried(struct doc *doc, const struct statement *varied, const struct value *value, const char *key)
{
    struct value plain = *value;
    plain.unknown = false;
    plain.spread = NULL;
    return cell_stated(doc, varied->key, &plain, key);
}

struct doc_cell cell_tried_number(struct doc *doc, const struct statement *varied, int64_t number, const char *key)
{
    struct value value = varied->value;
    value.number = number;
    return cell_tried(doc, varied, &value, key);
}
