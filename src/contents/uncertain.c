/* An uncertain value as a reader knows it: its name, and what it would be stated as with another number. */

#include <medfin/contents/stated_value.h>

#include <medfin/base/text.h>
#include <medfin/contents/uncertain.h>

const char *uncertain_title(struct doc *doc, const struct section *section, const struct fact *fact)
{
    if (fact->value.kind == VALUE_STATUS)
        return arena_text(doc->arena, tr(N_("whether %s is granted")), section_title(section));
    return stated_title(doc, section, fact->by);
}

const char *uncertain_text(struct doc *doc, const struct fact *fact, int64_t number)
{
    struct value value = fact->value;
    value.spread = NULL;
    value.number = number;
    return value_text(doc->arena, &value, fact->by->key->words, doc->language);
}

static int64_t step_shown(const struct fact *fact)
{
    bool is_percent =
        fact->value.is_share || fact->value.kind == VALUE_PERCENT || fact->value.kind == VALUE_PERCENT_OR_NAME;
    bool is_money = fact->by->key->kind != VALUE_COUNT && fact->by->key->kind != VALUE_NUMBER;
    bool is_large = fact->value.number >= 100 * KRONA;
    return is_percent ? SHARE_ONE / 10000 : is_money && is_large ? KRONA : 1;
}

/* As a reader needs it: kronor, hundredths of a percent. */
const char *uncertain_shown(struct doc *doc, const struct fact *fact, int64_t number)
{
    int64_t unit = fact->value.kind == VALUE_STATUS ? 1 : step_shown(fact);
    return uncertain_text(doc, fact, round_quotient(number, unit) * unit);
}
