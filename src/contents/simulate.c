/* What a simulation tells: which rules break, how often and why; quantiles of cost, financing,
   equity and cash; and which values the spread comes from. */

#include <medfin/contents/simulate.h>

#include <math.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/budget_notes.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/odds.h>
#include <medfin/contents/stated_value.h>
#include <medfin/figures/figure_path.h>

static money ore(double amount)
{
    return (money)llround(amount);
}

static const char *sure(struct doc *doc, share part, int64_t trials)
{
    return odds_with_error(doc, part, odds_error(part, trials));
}

static const char *title_of(struct doc *doc, const struct simulation *simulation, int value)
{
    if (value >= simulation->value_count)
        return arena_text(doc->arena, tr(N_("how many members leave (%s)")),
                          section_title(simulation->leaving[value - simulation->value_count]));
    return uncertain_title(doc, simulation->values[value].section, simulation->values[value].fact);
}

/* As a project file names it. */
static const char *path_of(struct doc *doc, const struct simulation *simulation, int value)
{
    if (value >= simulation->value_count)
        return arena_text(doc->arena, "tariff.%s.leave", simulation->leaving[value - simulation->value_count]->id);
    return statement_path(doc->arena, simulation->values[value].fact->by, doc->language);
}

static double size_of(double number)
{
    return number < 0 ? -number : number;
}

/* The value that weighs most, `but` aside; −1 for none that weighs. */
static int heaviest(const double *drivers, int count, int but)
{
    const double least = 0.1; /* less may be chance in the trials that are ranked */
    int most = -1;
    for (int i = 0; i < count; i++)
        if (i != but && size_of(drivers[i]) > least && (most < 0 || size_of(drivers[i]) > size_of(drivers[most])))
            most = i;
    return most;
}

/* The values that weigh most: the second where it has at least half the weight of the first. What
   breaks in every trial does so whatever they are. */
static const char *reasons(struct doc *doc, const struct simulation *simulation, const struct simulated_rule *rule)
{
    const double *drivers = rule->drivers;
    if (!drivers || rule->broken >= simulation->trials)
        return "";
    int count = simulation->value_count + simulation->leaving_count;
    int first = heaviest(drivers, count, -1), second = first < 0 ? -1 : heaviest(drivers, count, first);
    if (first < 0)
        return "";
    if (second < 0 || size_of(drivers[second]) < size_of(drivers[first]) / 2)
        return title_of(doc, simulation, first);
    return arena_text(doc->arena, tr(N_("%s and %s")), title_of(doc, simulation, first),
                      title_of(doc, simulation, second));
}

static const char *rule_name(struct doc *doc, const struct simulated_rule *rule)
{
    const char *title = tr(rule->rule->title);
    const char *subject = rule->person ? rule->person : rule->subject ? section_title(rule->subject) : NULL;
    return subject ? arena_text(doc->arena, "%s, %s", title, subject) : title;
}

/* The place where it most often breaks first; NULL for a rule of the whole project. */
static const struct simulated_place *first_break(const struct simulated_rule *rule)
{
    const struct simulated_place *most = NULL;
    for (int p = 0; rule->step != PLACE_WHOLE && p < rule->place_count; p++)
        if (rule->places[p].first_breaks && (!most || rule->places[p].first_breaks > most->first_breaks))
            most = &rule->places[p];
    return most;
}

static const char *break_place(struct doc *doc, const struct simulated_rule *rule, month at)
{
    return rule->step == PLACE_MONTH ? month_text(doc->arena, at) : arena_text(doc->arena, "%d", month_year(at));
}

/* The next in the order of how often they break, then of the table; −1 after the last. */
static int next_broken(const struct simulation *simulation, int last)
{
    int next = -1;
    for (int r = 0; r < simulation->rule_count; r++) {
        const struct simulated_rule *rule = &simulation->rules[r];
        int64_t before = last < 0 ? INT64_MAX : simulation->rules[last].broken;
        bool follows = rule->broken < before || (rule->broken == before && r > last);
        if (!rule->certain && !rule->unknown && rule->broken && follows &&
            (next < 0 || rule->broken > simulation->rules[next].broken))
            next = r;
    }
    return next;
}

/* The rules that may break in some trials and hold in others, the likeliest to break first. */
static void add_sentences(struct doc *doc, const struct simulation *simulation)
{
    enum { MOST_SENTENCES = 3 };
    int at = -1;
    for (int said = 0; said < MOST_SENTENCES && (at = next_broken(simulation, at)) >= 0; said++) {
        const struct simulated_rule *rule = &simulation->rules[at];
        const char *why = reasons(doc, simulation, rule);
        const char *often = sure(doc, odds_part(rule->broken, simulation->trials), simulation->trials);
        doc_text(doc, TONE_BAD,
                 *why
                     ? arena_text(doc->arena, tr(N_("%s: not met with %s probability, mainly depending on %s.")),
                                  rule_name(doc, rule), often, why)
                     : arena_text(doc->arena, tr(N_("%s: not met with %s probability.")), rule_name(doc, rule), often));
    }
}

static bool breaks_ever(const struct simulation *simulation)
{
    for (int r = 0; r < simulation->rule_count; r++)
        if (!simulation->rules[r].unknown && simulation->rules[r].broken)
            return true;
    return false;
}

static const char *about_of(const struct simulated_rule *rule)
{
    return rule->person ? rule->person : rule->subject ? rule->subject->id : NULL;
}

/* As the findings of check have it: a second of one rule and name has a number behind it. */
static const char *path_of_rule(const struct doc *doc, const struct simulation *simulation,
                                const struct simulated_rule *rule)
{
    int same = 1;
    const char *about = about_of(rule), *path = rule_path(doc->arena, rule->rule, about);
    for (const struct simulated_rule *other = simulation->rules; other < rule; other++)
        same += about && other->rule == rule->rule && about_of(other) && strcmp(about_of(other), about) == 0;
    return same > 1 ? arena_text(doc->arena, "%s-%d", path, same) : path;
}

static void add_rule_values(struct doc *doc, const struct simulation *simulation, const struct simulated_rule *rule)
{
    const char *path = path_of_rule(doc, simulation, rule);
    share broken = odds_part(rule->broken, simulation->trials);
    doc_value(doc, cell_share(SHARE_ONE - broken, rule->unknown, arena_text(doc->arena, "%s.holds", path)));
    doc_value(doc, cell_share(odds_error(broken, simulation->trials), rule->unknown,
                              arena_text(doc->arena, "%s.standard_error", path)));
    doc_value(doc, cell_count(rule->decided, arena_text(doc->arena, "%s.within_bound", path)));
    if (rule->unknown)
        return;
    for (int p = 0; rule->step != PLACE_WHOLE && p < rule->place_count; p++)
        if (rule->places[p].first_breaks)
            doc_value(doc, cell_share(odds_part(rule->places[p].first_breaks, simulation->trials), false,
                                      arena_text(doc->arena, "%s.first_breach.%s", path,
                                                 break_place(doc, rule, rule->places[p].at))));
    for (int v = 0; rule->drivers && v < simulation->value_count + simulation->leaving_count; v++)
        doc_value(doc, (struct doc_cell){ .kind = CELL_FIGURE,
                                          .of = KIND_DECIMAL,
                                          .number = llround(rule->drivers[v] * SHARE_ONE),
                                          .key = arena_text(doc->arena, "%s.drivers.%s", path,
                                                            key_name(doc->arena, path_of(doc, simulation, v))) });
}

/* What the rule is about, or how it is read. */
static const char *subject_of(struct doc *doc, const struct plan *plan, const struct simulated_rule *rule)
{
    if (rule->person || rule->subject)
        return rule->person ? rule->person : section_title(rule->subject);
    finding_list findings = { 0 };
    rule_run(plan, rule->rule, &findings, doc->arena);
    const struct finding *finding = &findings.items[0];
    if (finding->deciding)
        return tr(finding->deciding->title);
    return finding->subject && rule->certain ? section_title(finding->subject) : "";
}

static void add_rules(struct doc *doc, const struct simulation *simulation)
{
    const struct doc_column columns[] = { { tr(N_("Applies to")), -1, true },
                                          { tr(N_("Holds")), -1, false },
                                          { tr(N_("First not met")), -1, false },
                                          { tr(N_("Depends mostly on")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("The rules in the trials")), tr(N_("Rule")), columns, 4);
    table->labels_wrap = true;
    for (int r = 0; r < simulation->rule_count; r++) {
        const struct simulated_rule *rule = &simulation->rules[r];
        const struct simulated_place *place = rule->unknown ? NULL : first_break(rule);
        share holds = SHARE_ONE - odds_part(rule->broken, simulation->trials);
        struct doc_row *row = doc_row(doc, table, tr(rule->rule->title), 0);
        row->cells[0] = cell_text(subject_of(doc, simulation->plan, rule), NULL);
        row->cells[1] = cell_text(rule->unknown   ? "?"
                                  : rule->certain ? rule->broken ? tr(N_("never")) : tr(N_("always"))
                                                  : sure(doc, holds, simulation->trials),
                                  NULL);
        row->cells[2] = cell_text(place ? break_place(doc, rule, place->at) : "", NULL);
        row->cells[3] = cell_text(rule->broken && !rule->unknown ? reasons(doc, simulation, rule) : "", NULL);
    }
    for (int r = 0; r < simulation->rule_count; r++)
        add_rule_values(doc, simulation, &simulation->rules[r]);
}

static const char *const fan_titles[] = {
    [FAN_COST] = N_("Cost"),
    [FAN_FINANCING] = N_("Financing"),
    [FAN_EQUITY] = N_("Equity at the end of the year"),
    [FAN_CASH] = N_("Cash at the end of the year"),
};

static const char *path_of_figure(const struct doc *doc, const struct simulated_figure *figure)
{
    const struct figure as = simulated_as(figure);
    return figure_path(doc->arena, &as);
}

static const char *const quantile_names[QUANTILES] = { "p5", "p25", "p50", "p75", "p95" };

static struct doc_cell quantile_cell(struct doc *doc, const struct simulated_figure *figure, int q)
{
    return cell_money(ore(figure->quantiles[q]), figure->reading.unknown,
                      arena_text(doc->arena, "%s.%s", path_of_figure(doc, figure), quantile_names[q]));
}

static void add_quantiles(struct doc *doc, const struct simulation *simulation)
{
    struct doc_column columns[QUANTILES];
    for (int q = 0; q < QUANTILES; q++)
        columns[q] =
            (struct doc_column){ share_text(doc->arena, (share)llround(quantile_levels[q] * SHARE_ONE), doc->language),
                                 -1, false };
    struct doc_table *table = doc_table(doc, tr(N_("Quantiles by year")), "", columns, QUANTILES);
    table->no_sums = true;
    const struct simulated_figure *before = NULL;
    for (int i = 0; i < simulation->figure_count; i++) {
        const struct simulated_figure *figure = &simulation->figures[i];
        if (!figure->is_year || figure->fan == FAN_PAYER)
            continue;
        if (!before || before->fan != figure->fan)
            doc_row(doc, table, tr(fan_titles[figure->fan]), 0)->is_heading = true;
        before = figure;
        struct doc_row *row = doc_row(doc, table, arena_text(doc->arena, "%d", month_year(figure->at)), 1);
        for (int q = 0; q < QUANTILES; q++)
            row->cells[q] = quantile_cell(doc, figure, q);
    }
    for (int i = 0; i < simulation->figure_count; i++) {
        const struct simulated_figure *figure = &simulation->figures[i];
        for (int q = 0; !figure->is_year && q < QUANTILES; q++)
            doc_value(doc, quantile_cell(doc, figure, q));
        if (figure->is_year && figure->fan != FAN_PAYER)
            doc_value(doc, cell_money(ore(figure->mean), figure->reading.unknown,
                                      arena_text(doc->arena, "%s.mean", path_of_figure(doc, figure))));
    }
}

/* The ends of quarters, of years where there are many, and the last month. */
static bool is_shown(const struct simulation *simulation, const struct simulated_figure *figure)
{
    enum { MOST_QUARTERS = 16 };
    bool is_long = simulation->plan->count > MOST_QUARTERS * MONTHS_OF_A_QUARTER;
    month end = period_end(figure->at, is_long ? MONTHS_OF_A_YEAR : MONTHS_OF_A_QUARTER);
    bool ends = figure->at == end || figure->at == plan_last(simulation->plan);
    return figure->fan == FAN_EQUITY && !figure->is_year && ends && !figure->reading.unknown;
}

typedef LIST(const struct simulated_figure *) fan_list;

static struct doc_chart *fan_chart(struct doc *doc, const fan_list *shown)
{
    struct doc_chart *chart = doc_chart(doc, CHART_FAN, tr(N_("Equity in the trials")), shown->count);
    for (int q = 0; q < QUANTILES; q++) {
        const share level = llround(quantile_levels[q] * SHARE_ONE);
        struct chart_series *series = chart_series(doc, chart, share_text(doc->arena, level, doc->language));
        for (int i = 0; i < shown->count; i++)
            series->values[i].number = ore(shown->items[i]->quantiles[q]);
    }
    for (int i = 0; i < shown->count; i++)
        chart->categories[i] = month_text(doc->arena, shown->items[i]->at);
    return chart;
}

static void add_fan(struct doc *doc, const struct simulation *simulation)
{
    fan_list shown = { 0 };
    bool any = false;
    for (int i = 0; i < simulation->figure_count; i++)
        if (is_shown(simulation, &simulation->figures[i])) {
            *list_add(&shown, doc->arena) = &simulation->figures[i];
            any = any || simulation->figures[i].reading.watched >= 0;
        }
    if (!any)
        return;
    fan_chart(doc, &shown)->by_row = true;
    const struct doc_column column = { "50 %", -1, false };
    struct doc_table *table = doc_chart_table(doc, tr(N_("Equity: the middle, the middle half and nine in ten trials")),
                                              tr(N_("Month")), &column, 1);
    table->no_sums = true;
    for (int i = 0; i < shown.count; i++)
        doc_row(doc, table, month_text(doc->arena, shown.items[i]->at), 0)->cells[0] =
            cell_money(ore(shown.items[i]->quantiles[QUANTILES / 2]), false, NULL);
}

static const char *settled_text(struct doc *doc, const struct simulated_value *value, double level)
{
    double quantile = draw_quantile(value->draw, level);
    if (value->fact->value.kind == VALUE_STATUS)
        return uncertain_text(doc, value->fact, quantile > 0 ? STATUS_GRANTED : STATUS_REJECTED);
    return uncertain_shown(doc, value->fact, draw_settled(value->draw, quantile));
}

static struct doc_cell correlation_cell(double correlation, const char *key)
{
    const double hundredths = 100;
    return (struct doc_cell){ .kind = CELL_FIGURE,
                              .of = KIND_DECIMAL,
                              .number = llround(correlation * hundredths) * (SHARE_ONE / 100),
                              .key = key };
}

static void add_values(struct doc *doc, const struct simulation *simulation)
{
    const struct doc_column columns[] = { { "5 %", -1, true },
                                          { "95 %", -1, true },
                                          { tr(N_("Moves equity")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("The uncertain values")), tr(N_("Value")), columns, 3);
    table->labels_wrap = true;
    for (int v = 0; v < simulation->value_count; v++) {
        const struct simulated_value *value = &simulation->values[v];
        const char *path = arena_text(doc->arena, "values[%d]", v);
        struct doc_row *row = doc_row(doc, table, title_of(doc, simulation, v), 0);
        row->cells[0] = cell_text(settled_text(doc, value, quantile_levels[0]), arena_text(doc->arena, "%s.p5", path));
        row->cells[1] =
            cell_text(settled_text(doc, value, quantile_levels[QUANTILES - 1]), arena_text(doc->arena, "%s.p95", path));
        if (simulation->drivers)
            row->cells[2] = correlation_cell(simulation->drivers[v], arena_text(doc->arena, "%s.moves_equity", path));
    }
    for (int t = 0; simulation->drivers && t < simulation->leaving_count; t++) {
        int v = simulation->value_count + t;
        struct doc_row *row = doc_row(doc, table, title_of(doc, simulation, v), 0);
        row->cells[2] = correlation_cell(simulation->drivers[v], NULL);
    }
    for (int v = 0; v < simulation->value_count; v++) {
        const struct simulated_value *value = &simulation->values[v];
        const char *path = arena_text(doc->arena, "values[%d]", v);
        doc_value(doc, cell_text(statement_path(doc->arena, value->fact->by, LANGUAGE_EN),
                                 arena_text(doc->arena, "%s.path", path)));
        doc_value(doc, cell_text(uncertain_text(doc, value->fact, value->fact->value.number),
                                 arena_text(doc->arena, "%s.stated", path)));
        doc_value(doc, cell_count(value->clipped, arena_text(doc->arena, "%s.clipped", path)));
    }
    if (simulation->drivers)
        doc_text(doc, TONE_NEUTRAL, tr(N_("Moves equity: the rank correlation with equity at the end, from −1 to 1.")));
}

static void add_clipped(struct doc *doc, const struct simulation *simulation)
{
    for (int v = 0; v < simulation->value_count; v++) {
        const struct simulated_value *value = &simulation->values[v];
        if (value->draw->may_leave)
            doc_text(doc, TONE_WARNING,
                     arena_text(
                         doc->arena,
                         tr(N_("%s: its distribution goes where the value cannot; %s of the draws were set to the "
                               "limit.")),
                         title_of(doc, simulation, v), odds_text(doc, odds_part(value->clipped, simulation->trials))));
    }
}

/* What the trials do not tell by themselves. */
static void add_conventions(struct doc *doc, const struct simulation *simulation)
{
    bool any_status = false;
    for (int v = 0; v < simulation->value_count; v++)
        any_status = any_status || simulation->values[v].fact->value.kind == VALUE_STATUS;
    if (any_status)
        doc_text(
            doc, TONE_NEUTRAL,
            tr(N_("A rule that does not apply in a trial, as the match of a grant that was refused, counts as held.")));
    for (int i = 0; i < simulation->staying_count; i++)
        doc_text(doc, TONE_WARNING,
                 arena_text(doc->arena,
                            tr(N_("%s: nobody leaves in the trials, since more than %s members are too many to draw.")),
                            section_title(simulation->staying[i]), count_text(doc->arena, MOST_LEAVING)));
}

/* What is left out, and what it needs. */
static void add_unknown(struct doc *doc, const struct simulation *simulation)
{
    struct text left_out = text_new(doc->arena);
    bool any = false;
    for (int i = 0; i < simulation->figure_count; i++) {
        const struct simulated_figure *figure = &simulation->figures[i];
        if (!figure->reading.unknown || !figure->is_year || figure->fan == FAN_PAYER)
            continue;
        any = true;
        text_addf(&left_out, "%s%s %d", left_out.size ? ", " : "", tr(fan_titles[figure->fan]), month_year(figure->at));
    }
    for (int r = 0; r < simulation->rule_count; r++)
        if (simulation->rules[r].unknown) {
            any = true;
            text_addf(&left_out, "%s%s", left_out.size ? ", " : "", rule_name(doc, &simulation->rules[r]));
        }
    if (!any)
        return;
    doc_text(doc, TONE_OPEN,
             arena_text(doc->arena, tr(N_("Left out, for want of what is unknown: %s.")), left_out.bytes));
    unknowns_contents(doc, simulation->project);
}

static void add_bounds(struct doc *doc, const struct simulation *simulation)
{
    double bound = 0;
    int64_t decided = 0;
    for (int i = 0; i < simulation->figure_count; i++)
        bound = fmax(bound, simulation->figures[i].reading.bound);
    for (int r = 0; r < simulation->rule_count; r++)
        decided += simulation->rules[r].decided;
    doc_value(doc, cell_money(ore(ceil(bound)), false, "simulation.bound"));
    doc_text(
        doc, TONE_NEUTRAL,
        arena_text(
            doc->arena,
            tr(N_("Trials: %s (seed %s). Their figures differ from the exact plan's by at most %s. Verdicts that this "
                  "could turn, and that the exact plan decided: %s.")),
            count_text(doc->arena, simulation->trials),
            arena_text(doc->arena, "%llu", (unsigned long long)simulation->seed),
            money_text(doc->arena, ore(ceil(bound)), doc->language), count_text(doc->arena, decided)));
}

void simulate_contents(struct doc *doc, const struct simulation *simulation)
{
    title_contents(doc, simulation->project, tr(N_("Simulation")));
    doc_value(doc, cell_count(simulation->trials, "simulation.trials"));
    doc_value(doc, cell_text(arena_text(doc->arena, "%llu", (unsigned long long)simulation->seed), "simulation.seed"));
    bool varies = simulation->value_count || simulation->leaving_count;
    if (!varies)
        doc_text(
            doc, TONE_OPEN,
            tr(N_("No value is stated as uncertain: write one as 60 000 kr/year ~ pert(50 000, 90 000), or a status as "
                  "applied ~ 70 %.")));
    add_sentences(doc, simulation);
    if (varies && !breaks_ever(simulation))
        doc_text(doc, TONE_GOOD, tr(N_("No rule that was tested is broken in any trial.")));
    add_unknown(doc, simulation);
    add_rules(doc, simulation);
    add_fan(doc, simulation);
    add_quantiles(doc, simulation);
    if (varies)
        add_values(doc, simulation);
    add_clipped(doc, simulation);
    add_conventions(doc, simulation);
    add_bounds(doc, simulation);
    if (!doc->depth)
        tables_contents(doc, simulation->project);
}
