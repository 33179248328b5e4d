#include "held_table.h"

#include <string.h>

#include <medfin/base/path.h>
#include <medfin/contents/cells.h>
#include <medfin/rules/rules.h>

enum column { HELD, PLANNED, AT_LEAST, VERDICT, COLUMNS };

static const char *const keys[VERDICT] = { [HELD] = "held", [PLANNED] = "planned", [AT_LEAST] = "at_least" };

/* What the rule compared in the year. */
static int64_t figure_of(const struct finding *finding, int year, const char *key)
{
    for (int i = 0; i < finding->figure_count; i++)
        if (finding->figures[i].year == year && strcmp(finding->figures[i].key, key) == 0)
            return finding->figures[i].number;
    return 0;
}

static void add_years(struct doc *doc, struct doc_table *table, const struct plan *plan, const struct finding *finding,
                      const char *path)
{
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        struct doc_row *row =
            doc_row(doc, table, arena_text(doc->arena, "%s, %d", section_title(finding->about), year), 0);
        row->path = arena_text(doc->arena, "%s.%d", key_below(doc->arena, path, finding->about->id), year);
        for (int i = 0; i < VERDICT; i++)
            row->cells[i] = cell_count(figure_of(finding, year, keys[i]), keys[i]);
        bool holds = row->cells[HELD].number + row->cells[PLANNED].number >= row->cells[AT_LEAST].number;
        row->cells[VERDICT] = cell_verdict(holds ? VERDICT_PASS : VERDICT_FAIL, "verdict");
    }
}

void held_table(struct doc *doc, const struct plan *plan, const char *path)
{
    finding_list findings = { 0 };
    struct doc_table *table = NULL;
    rule_run(plan, rule_named("frequency", strlen("frequency")), &findings, doc->arena);
    const struct doc_column columns[COLUMNS] = { [HELD] = { tr(N_("Held")), -1, true },
                                                 [PLANNED] = { tr(N_("Left to hold")), -1, true },
                                                 [AT_LEAST] = { tr(N_("At least")), -1, true },
                                                 [VERDICT] = { tr(N_("Verdict")), -1, false } };
    for (int i = 0; i < findings.count; i++) {
        if (!findings.items[i].about)
            continue;
        if (!table)
            table = doc_table(doc, tr(N_("How often activities are held")), tr(N_("Activity")), columns, COLUMNS);
        add_years(doc, table, plan, &findings.items[i], path);
    }
}
