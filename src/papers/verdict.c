#include <medfin/papers/verdict.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/contents/rule_figures.h>
#include <medfin/contents/stated_value.h>
#include <medfin/model/payer.h>
#include <medfin/papers/clause.h>
#include <medfin/papers/prose.h>
#include <medfin/plan/membership.h>

/* What the cases look at, and what one of them says. */
struct asked {
    struct doc *doc;
    const struct report_parts *parts;
    const struct standing *standing;
    const struct finding *balance, *benefit;
};

struct said {
    const char *answer, *more;
    bool is_even; /* neither good nor bad, whatever a rule says of the last krona */
};

enum { NAMED_FUNDERS = 3 };

/* The clause of the first finding of that verdict, the rules `but` and `or` apart; NULL: there is none. */
static const char *first_clause(const struct asked *asked, enum verdict verdict, const char *but, const char * or)
{
    const finding_list *findings = asked->parts->findings;
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        const bool is_other = strcmp(finding->rule->id, but) != 0 && strcmp(finding->rule->id, or) != 0;
        const char *clause =
            finding->verdict == verdict && is_other ? clause_of(asked->doc, asked->parts->plan, findings, i) : NULL;
        if (clause)
            return clause;
    }
    return NULL;
}

static const char *sentence_of(const struct asked *asked, const char *clause)
{
    return clause ? clause_sentence(asked->doc->arena, clause) : "";
}

static const char *balance_clause(const struct asked *asked)
{
    const finding_list *findings = asked->parts->findings;
    return clause_of(asked->doc, asked->parts->plan, findings, (int)(asked->balance - findings->items));
}

bool amounts_are_even(money distance, money whole)
{
    enum { EVEN = 20 };
    return (wide)distance * EVEN <= whole;
}

/* "Nyttan är N kronor större än insatsen."; within a twentieth of the effort it is neither. */
static bool of_membership(const struct asked *asked, struct said *said)
{
    struct arena *arena = asked->doc->arena;
    const struct finding *benefit = asked->benefit;
    if (!plan_is_joining(asked->parts->plan) || !benefit->has_margin)
        return false;
    const struct doc_cell net = cell_margin(asked->doc, asked->parts->plan, benefit, NULL);
    const char *amount = prose_lack(asked->doc, net);
    const struct figure of = { .row = figure_row("effort"), .time = TIME_YEAR, .first = year_first(benefit->year) };
    const struct cell effort = figure_cell(asked->parts->plan, &of);
    const money distance = net.number < 0 ? -net.number : net.number;
    said->is_even = cell_is_known(effort) && amounts_are_even(distance, effort.amount);
    const char *sentence = said->is_even    ? N_("It is even: benefit and effort differ by %s.")
                           : net.number < 0 ? N_("The benefit is %s below the effort.")
                                            : N_("The benefit is %s above the effort.");
    said->answer = arena_text(arena, tr(sentence), amount);
    said->more = benefit->verdict == VERDICT_FAIL && net.number >= 0
                     ? tr(N_("But the network is not in line with the own work."))
                     : "";
    return true;
}

static bool fails_to_balance(const struct asked *asked, struct said *said)
{
    const char *clause = asked->balance->verdict == VERDICT_FAIL ? balance_clause(asked) : NULL;
    if (!clause)
        return false;
    said->answer = arena_text(asked->doc->arena, tr(N_("The budget does not balance: %s.")), clause);
    said->more = sentence_of(asked, first_clause(asked, VERDICT_FAIL, "balance", ""));
    return true;
}

static bool fails_otherwise(const struct asked *asked, struct said *said)
{
    const char *clause = first_clause(asked, VERDICT_FAIL, "balance", "");
    if (!clause)
        return false;
    said->answer = sentence_of(asked, clause);
    said->more = verdict_holds(asked->balance->verdict) ? tr(N_("The budget balances.")) : "";
    return true;
}

/* What one amount that nobody knows must be for the budget to balance; NULL where it is not just one. */
static const struct unknown_answer *answer_of_balance(const struct asked *asked)
{
    const struct unknown_answer *answer = asked->parts->answers;
    const finding_list *findings = asked->parts->findings;
    for (int i = 0; i < findings->count; i++) {
        if (!finding_asks(&findings->items[i]))
            continue;
        if (&findings->items[i] == asked->balance)
            return answer;
        answer++;
    }
    return NULL;
}

/* What is granted or decided, and by whom. */
static const char *settled_sentence(const struct asked *asked)
{
    struct arena *arena = asked->doc->arena;
    const struct standing *standing = asked->standing;
    struct doc_cell sum = cell_showing(cell_money(0, false, NULL), 0);
    LIST(const char *) names = { 0 }, unknown = { 0 };
    for (int i = 0; i < standing->parts.count; i++) {
        const struct standing_part *part = &standing->parts.items[i];
        if (part->kind != STANDS_SETTLED)
            continue;
        sum.number += part->sum.unknown ? 0 : part->sum.number;
        sum.whole += part->sum.unknown ? 0 : part->sum.whole;
        const char *title = payer_title(asked->doc, part->payer);
        if (part->sum.unknown)
            *list_add(&unknown, arena) = title;
        else if (!i || standing->parts.items[i - 1].payer != part->payer)
            *list_add(&names, arena) = title;
    }
    if (!names.count && unknown.count)
        return arena_text(arena, tr(N_("How much %s has decided to pay is not known yet.")),
                          prose_list(arena, unknown.items, unknown.count, NAMED_FUNDERS));
    if (!names.count)
        return tr(N_("No money is decided."));
    return arena_text(arena, tr(N_("Settled is %s from %s.")), prose_amount(asked->doc, sum),
                      prose_list(arena, names.items, names.count, NAMED_FUNDERS));
}

static bool cannot_be_told(const struct asked *asked, struct said *said)
{
    struct doc *doc = asked->doc;
    const struct project *project = asked->parts->plan->project;
    if (findings_verdict(asked->parts->findings) != VERDICT_UNDETERMINED || !project->unknown_count)
        return false;
    const struct unknown_answer *answer = answer_of_balance(asked);
    said->answer =
        project->unknown_count == 1
            ? arena_text(doc->arena, tr(N_("It cannot be told yet: %s is unknown.")),
                         stated_title_in(doc, project, project->unknowns[0]))
            : arena_text(doc->arena, tr(N_("It cannot be told yet: %d amounts are unknown.")), project->unknown_count);
    if (project->unknown_count == 1 && answer && answer->outcome == UNKNOWN_IS) {
        struct value value = answer->unknown->value;
        value.unknown = false;
        value.number = answer->number;
        said->more = arena_text(doc->arena, tr(N_("To balance, it must be %s.")),
                                value_text(doc->arena, &value, answer->unknown->key->words, doc->language));
    } else {
        said->more = settled_sentence(asked);
    }
    return true;
}

/* "mer än hälften av pengarna är inte beslutade: N av M kronor". */
static const char *share_sentence(const struct asked *asked)
{
    const struct doc_cell open = asked->standing->open, all = asked->standing->all;
    if (open.unknown || all.unknown || !open.number)
        return "";
    const char *sentence = 2 * (wide)open.number > all.number
                               ? N_("But more than half of the money is not decided: %s of %s.")
                           : 2 * (wide)open.number == all.number ? N_("But half of the money is not decided: %s of %s.")
                                                                 : N_("But %s of %s is not decided.");
    return arena_text(asked->doc->arena, tr(sentence), prose_number(asked->doc, open), prose_amount(asked->doc, all));
}

static bool holds_if_all_agree(const struct asked *asked, struct said *said)
{
    said->more = share_sentence(asked);
    said->answer = asked->parts->awaited.holds_anyway ? tr(N_("The budget balances whatever the answers."))
                                                      : tr(N_("The budget balances if everybody says yes."));
    return *said->more;
}

/* Money that is over belongs to somebody: whose it is decides what is said. */
static bool has_surplus(const struct asked *asked, struct said *said)
{
    const struct plan *plan = asked->parts->plan;
    if (asked->balance->verdict != VERDICT_WARN)
        return false;
    const struct figure figure = { .row = figure_row("gap") };
    const struct doc_cell gap = cell_figure(asked->doc, plan, &figure, NULL);
    const enum surplus_of_all becomes = project_surplus(plan->project);
    if (gap.unknown || gap.number <= 0)
        return false;
    const char *sentence = becomes == ALL_KEPT     ? N_("The budget balances, and %s goes to equity.")
                           : becomes == ALL_REPAID ? N_("%s will be left, to be repaid.")
                                                   : N_("%s will be left; the part of funders is to be repaid.");
    said->answer = arena_text(asked->doc->arena, tr(sentence), prose_amount(asked->doc, gap));
    said->more = share_sentence(asked);
    return true;
}

static bool holds(const struct asked *asked, struct said *said)
{
    const char *clause = first_clause(asked, VERDICT_WARN, "balance", "secured");
    said->answer = tr(N_("The budget balances, and all money is decided."));
    said->more = clause ? arena_text(asked->doc->arena, tr(N_("To keep in mind: %s.")), clause) : "";
    return true;
}

/* In the order in which they are asked; the last one takes what is left. */
static bool (*const cases[])(const struct asked *asked, struct said *said) = {
    of_membership, fails_to_balance, fails_otherwise, cannot_be_told, has_surplus, holds_if_all_agree, holds,
};

void verdict_contents(struct doc *doc, const struct report_parts *parts, const struct standing *standing)
{
    const finding_list *findings = parts->findings;
    const struct asked asked = { doc, parts, standing, finding_by_id(findings, "balance"),
                                 finding_by_id(findings, "benefit") };
    const bool has_money = standing->gap.unknown || standing->cost.number || standing->all.number;
    if (!plan_is_joining(parts->plan) && !has_money)
        return;
    struct said said = { 0 };
    for (size_t i = 0; !cases[i](&asked, &said); i++)
        ;
    const enum verdict verdict = findings_verdict(findings);
    doc_lead(doc, said.is_even ? TONE_NEUTRAL : verdict_tone(verdict), said.answer, said.more);
    doc_value(doc, cell_verdict(verdict, "lead.verdict"));
    doc_value(doc,
              cell_text(arena_text(doc->arena, "%s%s%s", said.answer, *said.more ? " " : "", said.more), "lead.text"));
}
