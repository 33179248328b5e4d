#include <medfin/follow/claim.h>

#include <string.h>

#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/follow/cells.h>
#include <medfin/follow/claim_vouchers.h>
#include <medfin/model/claim.h>
#include <medfin/model/payer.h>
#include <medfin/plan/cash.h>

month claim_stated_through(const struct follow *follow, const struct funder *funder)
{
    const claim_list claims = claims_of(follow->forecast->project, &funder->section, follow->arena);
    return claims.count ? (month)claims.items[claims.count - 1]->through->value.number : follow->forecast->first - 1;
}

month claim_unasked(const struct follow *follow, const struct funder *funder, month begin)
{
    const month stated = claim_stated_through(follow, funder);
    month unasked = month_later(stated + 1, follow->forecast->first);
    const struct cash *cash = stated < follow->forecast->first ? cash_build(follow->forecast, follow->arena) : NULL;
    for (int i = 0; cash && i < cash->payments.count; i++) {
        const struct payment *payment = &cash->payments.items[i];
        if (payment->payer == &funder->section && payment->is_claim && payment->last < begin)
            unasked = month_later(unasked, payment->last + 1);
    }
    return unasked;
}

struct months claim_next(const struct follow *follow, const struct funder *funder)
{
    const struct plan *plan = follow->forecast;
    month stated = claim_stated_through(follow, funder);
    const int every = fact_is_stated(funder->claim_every) ? (int)funder->claim_every->value.number : 1;
    month first = month_later(stated + 1, plan->first);
    /* Of a calendar that nobody states anything of, the last period that is closed. */
    for (month end = plan->first + every - 1; stated < plan->first && end + every <= follow->through; end += every)
        first = end + 1;
    month end = plan->first + every - 1;
    while (end < first)
        end += every;
    return (struct months){ first, month_earlier(end, plan_last(plan)) };
}

/* What was asked for, and answered, before. */
struct before {
    money asked, approved, held_back;    /* what is held back waits for the final claim */
    money advance;                       /* that is not set off yet */
    bool is_stated;                      /* by [claim ID]; else it is what the calendar has */
    bool is_unknown, is_advance_unknown; /* that needs a ? */
};

static money stated_or(const struct fact *fact, money other)
{
    return fact_is_stated(fact) ? fact->value.number : other;
}

static money held_back_of(const struct funder *funder, money claimed)
{
    return fact_is_stated(funder->holdback) ? money_times(claimed, funder->holdback->value.number) : 0;
}

/* What was approved and not paid was set off against an advance, in full as far as what is due reaches, or is held
   back. Where nothing is said to be paid yet, what is due is on its way. */
static void answer(struct before *before, money approved, money held_back, const money *paid)
{
    const money unpaid = paid ? approved - *paid : approved;
    money due = approved - held_back < unpaid ? approved - held_back : unpaid;
    money set_off = before->advance < due ? before->advance : due > 0 ? due : 0;
    before->approved += approved;
    before->advance -= set_off;
    before->held_back += paid ? unpaid - set_off : held_back;
}

/* An advance that has been paid is what was booked, else one of what was decided; it does not change with what became
   of it. */
static struct cell advance_of(const struct follow *follow, const struct funder *funder)
{
    const struct fact *booked = funder_booked_advance(follow->forecast->project, funder);
    const struct plan *plans[] = { follow->budget, follow->forecast };
    if (booked)
        return cell_known(booked->value.number);
    for (size_t p = 0; p < sizeof plans / sizeof *plans; p++) {
        const struct cash *cash = cash_build(plans[p], follow->arena);
        for (int i = 0; i < cash->payments.count; i++) {
            const struct payment *payment = &cash->payments.items[i];
            if (payment->is_advance && strcmp(payment->payer->id, funder->section.id) == 0 &&
                (payment->paid <= follow->through || plans[p] == follow->forecast))
                return payment->amount;
        }
    }
    return cell_known(0);
}

/* The funder's part of the cost to the end of the period, whatever has been paid and booked of it. */
static struct cell drawn_by(const struct follow *follow, const struct claim_asked *asked)
{
    const struct plan *plan = follow->forecast;
    const struct selection own = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &asked->funder->section };
    for (int i = 0; i < plan->row_count; i++)
        if (selection_takes(&own, &plan->rows[i]) && plan->rows[i].entitled)
            return node_cell(plan, plan->rows[i].entitled[asked->period.last - plan->first]);
    return plan_sum(plan, &own, plan->first, asked->period.last);
}

static struct before before_of(const struct follow *follow, const struct claim_asked *asked)
{
    const struct cell advance = advance_of(follow, asked->funder);
    struct before before = { .advance = advance.amount, .is_advance_unknown = !cell_is_known(advance) };
    const claim_list claims = claims_of(follow->forecast->project, &asked->funder->section, follow->arena);
    for (int i = 0; i < claims.count; i++) {
        const struct claim *claim = claims.items[i];
        money amount = claim->amount->value.number, approved = stated_or(claim->approved, amount);
        before.is_stated = true;
        before.asked += amount;
        answer(&before, approved, held_back_of(asked->funder, approved),
               fact_is_stated(claim->paid) ? &claim->paid->value.number : NULL);
    }
    const struct cash *cash = before.is_stated ? NULL : cash_build(follow->forecast, follow->arena);
    for (int i = 0; cash && i < cash->payments.count; i++) {
        const struct payment *payment = &cash->payments.items[i];
        if (payment->payer != &asked->funder->section || !payment->is_claim || payment->last >= asked->period.first)
            continue;
        before.is_unknown = before.is_unknown || !cell_is_known(payment->claimed) || !cell_is_known(payment->held_back);
        before.asked += payment->claimed.amount;
        answer(&before, payment->claimed.amount, payment->held_back.amount, NULL);
    }
    return before;
}

/* The eligible cost that the funder counts, of a category or in all. */
static struct followed counted(const struct follow *follow, const struct claim_asked *asked,
                               const struct section *category)
{
    const struct project *budget = follow->budget->project;
    const enum share_basis basis = (enum share_basis)asked->funder->basis->value.number;
    const struct section *funder = project_find(budget, SECTION_FUNDER, asked->funder->section.id);
    struct followed of = { .section = category, .is_budgeted = true, .is_forecast = true };
    of.in_forecast = eligible_cost(basis, asked->funder);
    of.in_budget = eligible_cost(basis, (const struct funder *)funder);
    of.in_forecast.category = (const struct category *)category;
    const struct section *planned = category ? project_find(budget, SECTION_CATEGORY, category->id) : NULL;
    of.in_budget.category = (const struct category *)planned;
    of.is_budgeted = funder && (!category || planned);
    return of;
}

enum column { DECIDED, BEFORE, PERIOD, TO_DATE, LEFT, COLUMNS };

static void fill(struct doc *doc, struct doc_row *row, const struct follow *follow, const struct claim_asked *asked,
                 const struct followed *of)
{
    const struct months whole = plan_months(follow->forecast),
                        before = { follow->forecast->first, asked->period.first - 1 },
                        to_date = { follow->forecast->first, asked->period.last };
    const struct cell decided = budget_sum(follow, of, whole), spent = forecast_sum(follow, of, to_date);
    row->cells[DECIDED] = cell_exact(decided, "decided");
    row->cells[BEFORE] = cell_exact(forecast_sum(follow, of, before), "before");
    row->cells[PERIOD] = cell_exact(forecast_sum(follow, of, asked->period), "period");
    row->cells[TO_DATE] = cell_exact(spent, "to_date");
    row->cells[LEFT] = cell_exact(cell_minus(doc->arena, decided, spent), "left");
}

static bool is_any(const struct doc_row *row)
{
    for (int i = 0; i < COLUMNS; i++)
        if (row->cells[i].number || row->cells[i].unknown)
            return true;
    return false;
}

void claim_cost_table(struct doc *doc, const struct follow *follow, const struct claim_asked *asked)
{
    const struct doc_column columns[] = { { tr(N_("Decided")), -1, true },
                                          { tr(N_("Before this period")), -1, true },
                                          { tr(N_("This period")), -1, true },
                                          { tr(N_("To date")), -1, true },
                                          { tr(N_("Left")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("Eligible cost")), "", columns, COLUMNS);
    const struct section_list *categories = &follow->forecast->project->of[SECTION_CATEGORY];
    table->in_kronor = true;
    for (int i = 0; i < categories->count; i++) {
        const struct followed of = counted(follow, asked, categories->items[i]);
        struct doc_row *row = doc_row(doc, table, category_title(doc, categories->items[i]), 0);
        fill(doc, row, follow, asked, &of);
        if (!is_any(row)) {
            table->rows.count--;
            continue;
        }
        row->path = followed_key(doc->arena, "claim.cost", &of);
    }
    const struct followed all = counted(follow, asked, NULL);
    struct doc_row *total = doc_row(doc, table, tr(N_("Eligible cost")), 0);
    total->is_total = true;
    total->path = "claim.cost.total";
    fill(doc, total, follow, asked, &all);
}

static struct doc_row *line(struct doc *doc, struct doc_table *table, const char *label, money amount, bool is_unknown,
                            const char *key)
{
    struct doc_row *row = doc_row(doc, table, label, 0);
    row->cells[0] = cell_money(is_unknown ? 0 : amount, is_unknown, arena_text(doc->arena, "claim.%s", key));
    row->cells[0].exact = true;
    return row;
}

/* What is asked for now, and what comes of it. */
struct now {
    money drawn; /* to the end of the period */
    money claimed, held_back, released, set_off, due;
    money later;                     /* below nothing: what is set off against the next claim */
    money granted;                   /* what is stated in all; −1: no amount is */
    bool is_unknown, is_due_unknown; /* what is drawn needs a ?; the advance does, and with it what is due */
};

static struct now now_of(const struct follow *follow, const struct claim_asked *asked, const struct before *before)
{
    const struct funder *funder = asked->funder;
    struct now now = { .granted = -1 };
    const struct cell drawn = drawn_by(follow, asked);
    now.drawn = drawn.amount;
    now.is_unknown = !cell_is_known(drawn) || before->is_unknown;
    now.claimed = now.drawn - before->asked;
    if (!asked->is_final && now.claimed < 0) {
        now.later = now.claimed;
        now.claimed = 0;
    }
    if (asked->is_final)
        now.released = before->held_back;
    else
        now.held_back = held_back_of(funder, now.claimed);
    now.due = now.claimed - now.held_back + now.released;
    now.is_due_unknown = now.is_unknown || before->is_advance_unknown;
    /* In full against what comes first; what is left of it at the end is paid back. */
    const money most = now.due > 0 ? now.due : 0;
    now.set_off = asked->is_final || before->advance < most ? before->advance : most;
    now.due -= now.set_off;
    if (fact_is_stated(funder->amount) && !funder->amount->value.unknown)
        now.granted = funder->amount->value.number;
    return now;
}

void claim_money_table(struct doc *doc, const struct follow *follow, const struct claim_asked *asked)
{
    const struct before before = before_of(follow, asked);
    const struct now now = now_of(follow, asked, &before);
    const struct doc_column columns[] = { { "", -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("What is asked for")), "", columns, 1);
    const bool is_unknown = now.is_unknown;
    line(doc, table, tr(N_("What the funder pays of the eligible cost to date")), now.drawn, is_unknown, "drawn");
    line(doc, table, tr(N_("asked for before")), -before.asked, before.is_unknown, "asked_before");
    if (now.later)
        line(doc, table, tr(N_("set off against the next claim")), -now.later, is_unknown, "carried");
    line(doc, table, tr(N_("This claim")), now.claimed, is_unknown, "amount")->is_total = true;
    if (now.held_back)
        line(doc, table, tr(N_("held back until the final claim")), -now.held_back, is_unknown, "held_back");
    if (now.released)
        line(doc, table, tr(N_("held back before")), now.released, is_unknown, "released");
    if (now.set_off || now.is_due_unknown)
        line(doc, table, tr(N_("set off against the advance")), -now.set_off, now.is_due_unknown, "set_off");
    line(doc, table, now.due < 0 ? tr(N_("To be paid back")) : tr(N_("To be paid")), now.due, now.is_due_unknown, "due")
        ->is_total = true;
    if (now.granted >= 0)
        line(doc, table, asked->is_final ? tr(N_("Lapses of the grant")) : tr(N_("Left of the grant")),
             now.granted - before.approved - now.claimed, is_unknown, asked->is_final ? "lapses" : "left");
}

/* What the claims are said to have been paid with, against what was booked of the funder. */
static void paid_text(struct doc *doc, const struct follow *follow, const struct claim_asked *asked)
{
    const struct project *project = follow->forecast->project;
    const claim_list claims = claims_of(project, &asked->funder->section, doc->arena);
    const struct months closed = { follow->forecast->first, follow->through };
    const money booked = booked_sum(&asked->funder->section, closed);
    money paid = advance_of(follow, asked->funder).amount;
    bool is_stated = false;
    for (int i = 0; i < claims.count; i++) {
        const struct claim *claim = claims.items[i];
        if (!fact_is_stated(claim->paid))
            continue;
        is_stated = true;
        paid += claim->paid->value.number;
    }
    if (is_stated && section_is_booked(project, &asked->funder->section) && booked != paid)
        doc_text(doc, TONE_WARNING,
                 arena_text(doc->arena, tr(N_("By [claim ID] the funder has paid %s; booked of it through %s: %s.")),
                            money_text(doc->arena, paid, doc->language), month_text(doc->arena, follow->through),
                            money_text(doc->arena, booked, doc->language)));
}

static void status_text(struct doc *doc, const struct claim_asked *asked)
{
    const enum status status = funder_status_in(asked->funder, month_year(asked->period.last));
    if (!status_is_secured(status))
        doc_text(doc, TONE_WARNING,
                 arena_text(doc->arena, tr(N_("The funder has not decided: its money is %s.")),
                            doc_word(doc, words_status, status)));
}

void claim_notes(struct doc *doc, const struct follow *follow, const struct claim_asked *asked)
{
    const struct before before = before_of(follow, asked);
    const struct now now = now_of(follow, asked, &before);
    if (before.asked != before.approved)
        doc_text(doc, TONE_WARNING,
                 arena_text(doc->arena,
                            tr(N_("Of what was asked for before %s was not approved; it is not asked for again.")),
                            money_text(doc->arena, before.asked - before.approved, doc->language)));
    if (now.later)
        doc_text(
            doc, TONE_WARNING,
            arena_text(doc->arena,
                       tr(N_("What the funder pays to date is %s less than what was asked for before: cost has been "
                             "credited or booked otherwise since. It is set off against the next claim.")),
                       money_text(doc->arena, -now.later, doc->language)));
    if (now.later && before.asked != before.approved)
        doc_text(
            doc, TONE_WARNING,
            tr(N_("Where it is the cost that was not approved, state what was approved as the claim's amount: else it "
                  "is taken away twice.")));
    paid_text(doc, follow, asked);
    status_text(doc, asked);
    if (!before.is_stated && before.asked)
        doc_text(
            doc, TONE_NEUTRAL,
            tr(N_(
                "What was asked for before is taken from the calendar of claims: state it in [claim ID] as it was.")));
}

struct claim_sums claim_sums(const struct follow *follow, const struct claim_asked *asked)
{
    const struct before before = before_of(follow, asked);
    const struct now now = now_of(follow, asked, &before);
    return (struct claim_sums){ now.due, now.is_due_unknown };
}

static void head(struct doc *doc, const struct follow *follow, const struct claim_asked *asked)
{
    const struct project *project = follow->forecast->project;
    const char *reference = payer_reference(&asked->funder->section);
    const char *title = arena_text(doc->arena, "%s, %s", asked->is_final ? tr(N_("Final claim")) : tr(N_("Claim")),
                                   payer_title(doc, &asked->funder->section));
    title_contents(doc, project, title);
    doc_value(doc, cell_text(asked->funder->section.id, "claim.funder"));
    doc_value(doc, cell_month(asked->period.first, "claim.from"));
    doc_value(doc, cell_month(asked->period.last, "claim.to"));
    const struct doc_column columns[] = { { "", -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("What is claimed for")), "", columns, 1);
    table->is_list = true;
    doc_row(doc, table, tr(N_("Period")), 0)->cells[0] =
        cell_text(arena_text(doc->arena, "%s – %s", month_text(doc->arena, asked->period.first),
                             month_text(doc->arena, asked->period.last)),
                  NULL);
    if (reference)
        doc_row(doc, table, tr(N_("The funder's reference")), 0)->cells[0] = cell_text(reference, NULL);
    if (fact_is_stated(project->owner))
        doc_row(doc, table, tr(N_("Owner")), 0)->cells[0] = cell_text(project->owner->value.text, NULL);
    if (fact_is_stated(project->reference))
        doc_row(doc, table, tr(N_("The owner's reference")), 0)->cells[0] =
            cell_text(project->reference->value.text, NULL);
}

/* What is closed and behind the period waits for the next. */
static void waiting_text(struct doc *doc, const struct follow *follow, const struct claim_asked *asked)
{
    const month first = asked->period.last + 1, last = month_earlier(follow->through, plan_last(follow->forecast));
    if (first <= last)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("Closed too, and for the next claim: %s – %s.")),
                            month_text(doc->arena, first), month_text(doc->arena, last)));
}

void claim_contents(struct doc *doc, const struct follow *follow, const struct claim_asked *asked)
{
    head(doc, follow, asked);
    claim_cost_table(doc, follow, asked);
    claim_money_table(doc, follow, asked);
    claim_notes(doc, follow, asked);
    waiting_text(doc, follow, asked);
    claim_accounts(doc, follow, asked);
    claim_vouchers(doc, follow, asked);
}
