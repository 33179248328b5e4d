#include <medfin/contents/odds.h>

#include <math.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/compare.h>

share odds_part(int64_t count, int64_t all)
{
    return (share)llround((double)count / (double)all * SHARE_ONE);
}

share odds_error(share part, int64_t trials)
{
    double p = (double)part / SHARE_ONE;
    return (share)llround(sqrt(p * (1 - p) / (double)trials) * SHARE_ONE);
}

const char *odds_text(struct doc *doc, share part)
{
    const share tenth = SHARE_ONE / 1000;
    share rounded = round_quotient(part, tenth) * tenth;
    bool hides = (rounded == 0 && part != 0) || (rounded == SHARE_ONE && part < SHARE_ONE);
    if (hides)
        rounded = round_quotient(part, tenth / 10) * (tenth / 10);
    return share_text(doc->arena, rounded, doc->language);
}

/* What stands before the sign of percent. */
static const char *points(struct doc *doc, share part)
{
    const char *percent = odds_text(doc, part);
    return arena_copy(doc->arena, percent, strspn(percent, "−0123456789.,"));
}

const char *odds_with_error(struct doc *doc, share part, share error)
{
    return error ? arena_text(doc->arena, "%s (± %s)", odds_text(doc, part), points(doc, error)) : odds_text(doc, part);
}

/* "5,8 (± 0,1)": what two percents differ by is no percent. */
static const char *points_with_error(struct doc *doc, share part, share error)
{
    return error ? arena_text(doc->arena, "%s (± %s)", points(doc, part), points(doc, error)) : points(doc, part);
}

static void add_values(struct doc *doc, const struct rule_odds *odds, int64_t trials, bool is_first, const char *path)
{
    const share broken = odds_part(odds->broken, trials);
    doc_value(doc, cell_share(SHARE_ONE - broken, odds->unknown, arena_text(doc->arena, "%s.holds", path)));
    doc_value(doc,
              cell_share(odds_error(broken, trials), odds->unknown, arena_text(doc->arena, "%s.standard_error", path)));
    if (is_first)
        return;
    doc_value(doc, cell_share(odds_part(odds->spared - odds->alone, trials), odds->unknown,
                              arena_text(doc->arena, "%s.difference", path)));
    doc_value(doc, cell_share(odds_difference_error(odds, trials), odds->unknown,
                              arena_text(doc->arena, "%s.difference_error", path)));
}

/* What holds in every trial of every scenario says nothing. */
static bool differs(const struct rule_odds *odds, int count)
{
    bool any = false;
    for (int i = 0; i < count; i++)
        any = any || odds[i].unknown || odds[i].broken;
    return any;
}

static void add_rule(struct doc *doc, struct doc_table *table, const struct comparison *comparison,
                     const struct rule *rule, const struct rule_odds *odds, int64_t trials)
{
    struct doc_row *holds = doc_row(doc, table, tr(rule->title), 0);
    for (int i = 0; i < comparison->count; i++) {
        const share broken = odds_part(odds[i].broken, trials);
        holds->cells[i] =
            cell_text(odds[i].unknown    ? "?"
                      : !odds[i].applies ? ""
                                         : odds_with_error(doc, SHARE_ONE - broken, odds_error(broken, trials)),
                      NULL);
    }
    struct doc_row *difference = doc_row(doc, table, tr(N_("difference, percentage points")), 1);
    for (int i = 1; i < comparison->count; i++)
        if (!odds[i].unknown && !odds[0].unknown)
            difference->cells[i] = cell_text(points_with_error(doc, odds_part(odds[i].spared - odds[i].alone, trials),
                                                               odds_difference_error(&odds[i], trials)),
                                             NULL);
}

void odds_contents(struct doc *doc, const struct comparison *comparison, const struct simulation *const *simulations)
{
    const int count = comparison->count;
    const int64_t trials = simulations[0]->trials;
    const struct rule_odds *all = odds_find(simulations, count, doc->arena);
    struct doc_column *columns = arena_take(doc->arena, (size_t)count, sizeof *columns);
    for (int i = 0; i < count; i++)
        columns[i] = (struct doc_column){ comparison->cases[i].title, -1, true };
    struct doc_table *table = doc_table(doc, tr(N_("How probable it is that each rule holds")), "", columns, count);
    table->labels_wrap = table->no_sums = true;
    for (int r = 0; r < rule_count; r++) {
        const struct rule_odds *odds = &all[r * count];
        if (comparison->rules && !comparison->rules[r])
            continue;
        if (differs(odds, count))
            add_rule(doc, table, comparison, &rule_rows[r], odds, trials);
        for (int i = 0; i < count; i++)
            if (odds[i].applies)
                add_values(
                    doc, &odds[i], trials, i == 0,
                    arena_text(doc->arena, "%s.probabilities.%s", compared_path(doc, comparison, i), rule_rows[r].id));
    }
    doc_value(doc, cell_count(trials, "simulation.trials"));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena,
                        tr(N_("Trials: %s (seed %s), the same in all: what a scenario leaves as it is is drawn alike, "
                              "and the difference is more certain than what it is between. Rules that hold in every "
                              "trial of all are left out.")),
                        count_text(doc->arena, trials),
                        arena_text(doc->arena, "%llu", (unsigned long long)simulations[0]->seed)));
}
