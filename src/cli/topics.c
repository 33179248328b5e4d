/* The topics of the reference. */

#include "topics.h"

#include <string.h>

#include <medfin/contents/reference.h>
#include <medfin/letter/reference.h>

#include "key_reference.h"

const struct reference_topic reference_topics[] = {
    { "keys", N_("every section and key of a project file"), keys_contents },
    { "values", N_("how amounts, percents, months and words are written"), values_contents },
    { "rules", N_("what a project is tested against, and by what source"), rules_contents },
    { "figures", N_("what explain, --by and letters may ask for, by its path"), figures_contents },
    { "template", N_("what a letter's template may say, what a check sees"), template_contents },
    { 0 },
};

const struct reference_topic *reference_find(const char *name)
{
    for (const struct reference_topic *topic = reference_topics; topic->name; topic++)
        if (strcmp(topic->name, name) == 0)
            return topic;
    return NULL;
}
