#include <medfin/papers/clause.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/contents/rule_figures.h>
#include <medfin/papers/prose.h>
#include <medfin/whatif/prioritise.h>
#include <medfin/whatif/trial.h>

/* What a clause is made of. */
struct judged_so {
    struct doc *doc;
    struct arena *arena;
    const struct plan *plan;
    const finding_list *findings;
    const struct finding *finding;
};

const struct finding *finding_by_id(const finding_list *findings, const char *rule)
{
    return finding_gravest(findings, rule_named(rule, strlen(rule)));
}

const char *clause_sentence(struct arena *arena, const char *clause)
{
    return arena_text(arena, "%s.", text_capital(arena, clause));
}

static const char *lack(const struct judged_so *of)
{
    return prose_lack(of->doc, cell_margin(of->doc, of->plan, of->finding, NULL));
}

static const char *about(const struct judged_so *of)
{
    const struct section *subject = of->finding->subject ? of->finding->subject : of->finding->about;
    return of->finding->person ? of->finding->person : subject ? section_title(subject) : "";
}

/* A figure of the whole that it compared; nobody asks for one that a rule does not have. */
static struct doc_cell compared(const struct judged_so *of, const char *key)
{
    const struct rule_figure *figure = finding_in_reading(of->finding, NULL, key);
    return figure ? cell_rule_figure(of->doc, of->plan, figure, NULL) : (struct doc_cell){ .unknown = true };
}

/* How much all years lack that lack something. */
struct lacking {
    int first, last, count;
    struct doc_cell sum;
};

static struct lacking lacking_years(const struct judged_so *of)
{
    struct lacking lacking = { .sum = cell_showing(cell_money(0, false, NULL), 0) };
    const struct years years = plan_years(of->plan);
    const money tolerance = of->plan->project->rules->tolerance->value.number;
    for (int year = years.first; year <= years.last; year++) {
        const struct figure figure = { .row = figure_row("gap"), .time = TIME_YEAR, .first = year_first(year) };
        const struct doc_cell gap = cell_figure(of->doc, of->plan, &figure, NULL);
        if (gap.unknown || gap.number >= -tolerance)
            continue;
        lacking.first = lacking.count++ ? lacking.first : year;
        lacking.last = year;
        lacking.sum.number += gap.number;
        lacking.sum.whole += gap.whole;
    }
    return lacking;
}

/* A deficit; a surplus is told by who asks for it, for it depends on what becomes of it. */
static const char *of_balance(const struct judged_so *of)
{
    if (of->finding->verdict != VERDICT_FAIL)
        return NULL;
    const struct lacking years = lacking_years(of);
    if (!of->finding->year || !years.count)
        return arena_text(of->arena, tr(N_("%s is missing")), lack(of));
    /* The years' together where others have nothing to set against it; else the one that lacks the most. */
    const struct figure whole = { .row = figure_row("gap") };
    const bool is_all = years.count > 1 && cell_figure(of->doc, of->plan, &whole, NULL).number == years.sum.number;
    return is_all ? arena_text(of->arena, tr(N_("%s is missing in %s")), prose_lack(of->doc, years.sum),
                               prose_years(of->arena, years.first, years.last))
                  : arena_text(of->arena, tr(N_("%s is missing in %s")), lack(of),
                               prose_years(of->arena, of->finding->year, of->finding->year));
}

static const char *of_match(const struct judged_so *of)
{
    return arena_text(of->arena, tr(N_("%s of %s cannot be drawn")), lack(of), about(of));
}

static const char *of_share(const struct judged_so *of)
{
    return arena_text(of->arena, tr(N_("%s pays %s above its highest share")), about(of), lack(of));
}

static const char *of_in_kind(const struct judged_so *of)
{
    const bool is_certificate = of->finding->two_sided && cell_is_known(of->finding->deviation);
    if (!is_certificate)
        return arena_text(of->arena, tr(N_("work worth %s is above what is allowed")), lack(of));
    return arena_text(of->arena,
                      tr(of->finding->deviation.amount > 0 ? N_("work worth %s is not certified by %s")
                                                           : N_("work worth %s that %s certifies is in no line")),
                      lack(of), about(of));
}

static const char *of_frame(const struct judged_so *of)
{
    return arena_text(of->arena, tr(N_("the frame is exceeded by %s in %d")), lack(of), of->finding->year);
}

/* "at the end of 2022", "in May 2022". */
static const char *at_end_of(const struct judged_so *of, month at)
{
    return at == month_december(at) ? arena_text(of->arena, tr(N_("at the end of %d")), month_year(at))
                                    : arena_text(of->arena, tr(N_("in %s")), month_title(of->arena, at));
}

static const char *of_reserve(const struct judged_so *of)
{
    return arena_text(of->arena, tr(N_("the reserve does not suffice: %s is missing %s")), lack(of),
                      at_end_of(of, of->finding->at));
}

static const char *of_liquidity(const struct judged_so *of)
{
    const struct finding *finding = of->finding;
    const bool is_empty = !of->plan->project->rules->liquidity_limit->value.number;
    const char *since = month_title(of->arena, finding->since >= 0 ? finding->since : finding->at);
    if (finding->since < 0 || finding->since == finding->at)
        return arena_text(of->arena,
                          tr(is_empty ? N_("cash runs out in %s: %s is missing")
                                      : N_("cash falls below its limit in %s: %s is missing")),
                          since, lack(of));
    return arena_text(of->arena,
                      tr(is_empty ? N_("cash runs out in %s; at most %s is missing")
                                  : N_("cash falls below its limit in %s; at most %s is missing")),
                      since, lack(of));
}

static const char *of_staffing(const struct judged_so *of)
{
    const struct doc_cell held = compared(of, "share");
    return arena_text(of->arena, tr(N_("%s is booked at %s from %s")), about(of),
                      share_text(of->arena, held.number, of->doc->language), month_title(of->arena, of->finding->at));
}

static const char *of_secured(const struct judged_so *of)
{
    const struct doc_cell open = compared(of, "unsecured"), all = compared(of, "financing");
    if (open.unknown || all.unknown)
        return NULL;
    return arena_text(of->arena, tr(N_("%s of %s is not decided")), prose_number(of->doc, open),
                      prose_amount(of->doc, all));
}

/* Everybody's together: a number of values, of which none alone is worth a sentence. */
static const char *of_evidence(const struct judged_so *of)
{
    int count = 0;
    for (int i = 0; i < of->findings->count; i++) {
        const struct finding *finding = &of->findings->items[i];
        if (finding->rule != of->finding->rule || !finding->has_margin || finding->margin >= 0)
            continue;
        if (!count && finding != of->finding)
            return NULL;
        count += (int)-finding->margin;
    }
    return arena_text(
        of->arena,
        tr(count == 1 ? N_("%d value lacks a source or a reference") : N_("%d values lack a source or a reference")),
        count);
}

static const char *of_overlap(const struct judged_so *of)
{
    return arena_text(of->arena, tr(N_("the same cost is paid twice: %s")), lack(of));
}

static const char *of_eligibility(const struct judged_so *of)
{
    return arena_text(of->arena, tr(N_("%s pays %s above what it may pay")), about(of), lack(of));
}

static const char *of_benefit(const struct judged_so *of)
{
    if (of->finding->margin >= 0)
        return tr(N_("the network is not in line with the own work"));
    return arena_text(of->arena, tr(N_("the benefit is %s below the effort")), lack(of));
}

static const char *of_compensation(const struct judged_so *of)
{
    const struct doc_cell bare = compared(of, "bare");
    if (bare.unknown)
        return NULL;
    return arena_text(of->arena,
                      tr(bare.number == 1 ? N_("%d flight is not climate-compensated")
                                          : N_("%d flights are not climate-compensated")),
                      (int)bare.number);
}

/* A count of the year that is short the most; 0 where there is none. */
static int counted(const struct judged_so *of, const char *key)
{
    for (int i = 0; i < of->finding->figure_count; i++) {
        const struct rule_figure *figure = &of->finding->figures[i];
        if (figure->year == of->finding->year && strcmp(figure->key, key) == 0)
            return (int)figure->number;
    }
    return 0;
}

static const char *of_frequency(const struct judged_so *of)
{
    return arena_text(of->arena, tr(N_("%s is held %d times in %d, at least %d")), about(of),
                      counted(of, "held") + counted(of, "planned"), of->finding->year, counted(of, "at_least"));
}

static const char *of_activities(const struct judged_so *of)
{
    const struct prioritisation all = prioritise(of->plan, false, of->arena);
    int outside = 0, count = 0;
    for (int i = 0; i < all.count; i++) {
        count += all.years[i].has_budget ? all.years[i].count : 0;
        outside += all.years[i].has_budget ? all.years[i].count - all.years[i].fitting : 0;
    }
    return outside ? arena_text(of->arena, tr(N_("%d of %d activities do not fit in the budget")), outside, count)
                   : NULL;
}

static const struct {
    const char *rule;
    const char *(*say)(const struct judged_so *of);
} clauses[] = {
    { "balance", of_balance },
    { "match", of_match },
    { "group", of_share },
    { "share", of_share },
    { "in-kind", of_in_kind },
    { "frame", of_frame },
    { "reserve", of_reserve },
    { "liquidity", of_liquidity },
    { "staffing", of_staffing },
    { "secured", of_secured },
    { "evidence", of_evidence },
    { "overlap", of_overlap },
    { "eligibility", of_eligibility },
    { "benefit", of_benefit },
    { "compensation", of_compensation },
    { "frequency", of_frequency },
    { "activity-budget", of_activities },
};

const char *clause_of(struct doc *doc, const struct plan *plan, const finding_list *findings, int at)
{
    const struct finding *finding = &findings->items[at];
    const struct judged_so of = { doc, doc->arena, plan, findings, finding };
    const bool is_broken = finding->verdict == VERDICT_FAIL || finding->verdict == VERDICT_WARN;
    if (!is_broken || !finding->has_margin)
        return NULL;
    for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++)
        if (strcmp(clauses[i].rule, finding->rule->id) == 0)
            return clauses[i].say(&of);
    return NULL;
}
