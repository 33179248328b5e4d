#include <medfin/rules/finding.h>

#include <stdio.h>
#include <string.h>

#include <medfin/base/path.h>
#include <medfin/rules/rules.h>

static const struct {
    const char *id, *title;
} verdict_words[] = {
    [VERDICT_NOT_APPLICABLE] = { "not-applicable", N_("not applicable") },
    [VERDICT_PASS] = { "pass", N_("pass") },
    [VERDICT_WARN] = { "warn", N_("warning") },
    [VERDICT_UNDETERMINED] = { "undetermined", N_("undetermined") },
    [VERDICT_FAIL] = { "fail", N_("fail") },
};

const char *verdict_title(enum verdict verdict)
{
    return verdict_words[verdict].title;
}

const char *verdict_id(enum verdict verdict)
{
    return verdict_words[verdict].id;
}

bool verdict_holds(enum verdict verdict)
{
    return verdict <= VERDICT_WARN;
}

void rules_count(const finding_list *findings, int counts[VERDICT_FAIL + 1])
{
    for (int r = 0; r < rule_count; r++) {
        enum verdict gravest = VERDICT_NOT_APPLICABLE;
        for (int i = 0; i < findings->count; i++)
            if (findings->items[i].rule == &rule_rows[r] && findings->items[i].verdict > gravest)
                gravest = findings->items[i].verdict;
        counts[gravest]++;
    }
}

enum verdict findings_verdict(const finding_list *findings)
{
    enum verdict gravest = VERDICT_NOT_APPLICABLE;
    for (int i = 0; i < findings->count; i++)
        if (findings->items[i].verdict > gravest)
            gravest = findings->items[i].verdict;
    return gravest;
}

const char *rule_figure_path(struct arena *arena, const struct rule_figure *figure)
{
    const char *when = figure->year ? arena_text(arena, "years.%d.", figure->year)
                       : figure->at ? arena_text(arena, "months.%s.", month_text(arena, figure->at))
                                    : "";
    const struct rule_reading *reading = figure->reading;
    return arena_text(arena, "%s%s%s%s%s", reading ? "readings." : "", reading ? reading->id : "", reading ? "." : "",
                      when, figure->key);
}

const char *rule_path(struct arena *arena, const struct rule *rule, const char *about)
{
    const char *path = arena_text(arena, "rules.%s", rule->id);
    return about ? key_below(arena, arena_text(arena, "%s.by_subject", path), about) : path;
}

const char *finding_path(struct arena *arena, const struct finding *finding)
{
    const char *path = rule_path(arena, finding->rule, finding_about(finding));
    return finding->same ? arena_text(arena, "%s-%d", path, finding->same + 1) : path;
}

bool rule_figure_has_path(const struct rule_figure *figure, const char *path)
{
    enum { LONGEST = 160 }; /* ids and keys are the rules' own */
    char own[LONGEST];
    const struct rule_reading *reading = figure->reading;
    char when[LONGEST / 2] = "";
    if (figure->year)
        snprintf(when, sizeof when, "years.%04d.", figure->year);
    else if (figure->at)
        snprintf(when, sizeof when, "months.%04d-%02d.", month_year(figure->at), month_number(figure->at));
    snprintf(own, sizeof own, "%s%s%s%s%s", reading ? "readings." : "", reading ? reading->id : "", reading ? "." : "",
             when, figure->key);
    return strcmp(own, path) == 0;
}

const struct rule_figure *finding_in_reading(const struct finding *finding, const struct rule_reading *reading,
                                             const char *key)
{
    for (int i = 0; i < finding->figure_count; i++) {
        const struct rule_figure *figure = &finding->figures[i];
        if (figure->reading == reading && !figure->at && !figure->year && strcmp(figure->key, key) == 0)
            return figure;
    }
    return NULL;
}

const struct rule_reading *finding_reading(const struct finding *finding, const struct rule_reading *previous)
{
    bool is_behind = !previous;
    for (int i = 0; i < finding->figure_count; i++) {
        const struct rule_reading *reading = finding->figures[i].reading;
        if (is_behind && reading && reading != previous)
            return reading;
        is_behind = is_behind || reading == previous;
    }
    return NULL;
}
