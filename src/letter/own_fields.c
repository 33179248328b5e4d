#include "own_fields.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/model/payer.h>
#include <medfin/model/tariff.h>
#include <medfin/papers/asked.h>
#include <medfin/plan/fees.h>
#include <medfin/plan/sums.h>

#include "payers.h"

static void add_years(letter_field_list *fields, const struct letter *letter)
{
    const struct years years = plan_years(letter->plan);
    letter_text_add(fields, letter, "project.years",
                    years.first == years.last ? arena_text(letter->arena, "%d", years.first)
                                              : arena_text(letter->arena, "%d–%d", years.first, years.last));
}

/* The owner, who decides; without a stated one the officer fills it in. */
static void add_organisation(letter_field_list *fields, const struct letter *letter)
{
    const struct fact *owner = letter->plan->project->owner;
    if (fact_is_stated(owner))
        letter_text_add(fields, letter, "letter.organisation", owner->value.text);
    else
        letter_blank_add(fields, letter, "letter.organisation", tr(N_("organisation")));
}

static struct cell missing(struct cell gap)
{
    gap.amount = gap.amount < 0 ? -gap.amount : 0;
    return gap;
}

struct cell letter_missing(const struct plan *plan)
{
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    month last = plan_last(plan);
    return missing(cell_minus(plan->arena, plan_sum(plan, &financing, plan->first, last),
                              plan_sum(plan, &cost, plan->first, last)));
}

/* What the tables show that the financing lacks. */
static void add_missing(letter_field_list *fields, const struct letter *letter)
{
    const struct figure gap = { .row = figure_row("gap") };
    struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    struct doc_cell cell = cell_figure(doc, letter->plan, &gap, "total.financing.missing");
    bool lacks = cell.number < 0;
    cell.number = lacks ? -cell.number : 0;
    cell.whole = lacks ? -cell.whole : 0;
    letter_shown_add(fields, letter, cell);
}

static const char *form_of(const struct funder *funder)
{
    static const char *const forms[] = {
        [SECTOR_STATE] = N_("public, from the state"),
        [SECTOR_REGION] = N_("public, from a region"),
        [SECTOR_MUNICIPALITY] = N_("public, from a municipality"),
        [SECTOR_EU] = N_("public, from the EU"),
        [SECTOR_PRIVATE] = N_("private"),
        [SECTOR_ASSOCIATION] = N_("private, from an association"),
    };
    return forms[funder->sector->value.number];
}

static const char *state_of(const struct letter *letter, const struct funder *funder, const struct payer_parts *parts)
{
    static const char *const states[] = {
        [STATUS_GRANTED] = N_("granted"),
        [STATUS_DECIDED] = N_("decided"),
        [STATUS_PROPOSED] = N_("conditional: proposed and not yet decided"),
        [STATUS_ESTIMATED] = N_("conditional: estimated and not yet decided"),
        [STATUS_APPLIED] = N_("conditional: applied for and not yet decided"),
        [STATUS_REJECTED] = N_("refused"),
    };
    const struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    if (payer_is_part_settled(parts))
        return arena_text(letter->arena, tr(N_("decided in part: %s")),
                          payer_status_text(doc, letter->plan, &funder->section));
    return tr(states[funder->status->value.number]);
}

static struct doc_cell money_of(struct doc_cell sum, const char *key)
{
    return cell_showing(cell_money(sum.number, sum.unknown, key), sum.whole);
}

/* What is said of anybody who pays. */
static void add_payer(letter_field_list *fields, const struct letter *letter, const struct section *payer,
                      const struct payer_parts *parts)
{
    const char *path = arena_text(letter->arena, "payers.%s", letter_payer_key(letter, payer));
    const struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    letter_text_add(fields, letter, arena_text(letter->arena, "%s.title", path), payer_title(doc, payer));
    const char *reference = payer_reference(payer), *key = arena_text(letter->arena, "%s.reference", path);
    if (reference)
        letter_text_add(fields, letter, key, reference);
    else
        letter_blank_add(fields, letter, key, tr(N_("registration number")));
    if (!payer_is_part_settled(parts) && !parts->applied.number)
        return;
    struct doc_cell open = parts->proposed;
    open.number += parts->applied.number;
    open.whole += parts->applied.whole;
    open.unknown = open.unknown || parts->applied.unknown;
    letter_text_add(fields, letter, arena_text(letter->arena, "%s.status", path),
                    payer_status_text(doc, letter->plan, payer));
    letter_shown_add(fields, letter, money_of(parts->settled, arena_text(letter->arena, "%s.settled", path)));
    letter_shown_add(fields, letter, money_of(open, arena_text(letter->arena, "%s.open", path)));
}

const char *letter_payer_key(const struct letter *letter, const struct section *payer)
{
    return key_name(letter->arena, payer_id(letter->arena, payer));
}

static void add_funder(letter_field_list *fields, const struct letter *letter, const struct funder *funder,
                       const struct payer_parts *parts)
{
    const char *path = arena_text(letter->arena, "funder.%s", funder->section.id);
    const char *area = arena_text(letter->arena, "%s.area", path), *form = arena_text(letter->arena, "%s.form", path);
    if (funder->frame->sections)
        letter_text_add(fields, letter, area, title_within(letter->arena, section_title(funder->frame->sections[0])));
    else
        letter_blank_add(fields, letter, area, tr(N_("area")));
    if (fact_is_stated(funder->sector))
        letter_text_add(fields, letter, form, tr(form_of(funder)));
    else
        letter_blank_add(fields, letter, form, tr(N_("public or private")));
    letter_text_add(fields, letter, arena_text(letter->arena, "%s.state", path), state_of(letter, funder, parts));
    /* Who has not decided certifies nothing. */
    const bool is_settled = !parts->proposed.number && !parts->applied.number &&
                            (parts->settled.number || status_is_secured((enum status)funder->status->value.number));
    letter_text_add(fields, letter, arena_text(letter->arena, "%s.certificate", path),
                    is_settled                     ? tr(N_("Certificate of co-financing"))
                    : payer_is_part_settled(parts) ? tr(N_("Certificate of co-financing, in part a letter of intent"))
                                                   : tr(N_("Letter of intent on co-financing")));
    const char *appropriation = arena_text(letter->arena, "%s.appropriation", path);
    if (funder->group->sections)
        letter_text_add(fields, letter, appropriation, section_title(funder->group->sections[0]));
    else
        letter_blank_add(fields, letter, appropriation, tr(N_("appropriation")));
}

const struct outcome *letter_outcome(const struct letter *letter, int undecided)
{
    const struct outcomes *outcomes = letter->outcomes;
    if (!outcomes)
        return NULL;
    return undecided < 0 ? outcome_all_no(outcomes) : outcome_one_no(outcomes, undecided);
}

const char *letter_broken(const struct letter *letter, const struct outcome *outcome)
{
    const bool *failing = outcome->failing, *anyway = outcome_all_yes(letter->outcomes)->failing;
    struct text out = text_new(letter->arena);
    for (int r = 0; r < rule_count; r++)
        if (failing[r] && !anyway[r])
            text_addf(&out, "%s%s", out.size ? ", " : "", tr(rule_rows[r].title));
    return out.bytes;
}

static void add_refusal(letter_field_list *fields, const struct letter *letter, int undecided, const char *path)
{
    const struct outcome *outcome = letter_outcome(letter, undecided);
    struct arena *arena = letter->arena;
    letter_cell_add(fields, letter, arena_text(arena, "%s.missing", path), missing(outcome->gap));
    letter_cell_add(fields, letter, arena_text(arena, "%s.worst_year", path), missing(outcome->worst_year));
    letter_cell_add(fields, letter, arena_text(arena, "%s.lowest_cash", path), outcome->lowest_cash);
    letter_text_add(fields, letter, arena_text(arena, "%s.rules", path), letter_broken(letter, outcome));
}

struct finding letter_reserve(const struct letter *letter)
{
    static const char id[] = "reserve";
    const struct rule *rule = rule_named(id, sizeof id - 1);
    finding_list findings = { 0 };
    rule_run(letter->plan, rule, &findings, letter->arena);
    return findings.items[0];
}

/* What lacks where it is tightest, in each reading. */
static void add_reserve(letter_field_list *fields, const struct letter *letter)
{
    const struct finding reserve = letter_reserve(letter);
    const struct rule_reading *reading = NULL;
    while (reserve.deciding && (reading = finding_reading(&reserve, reading))) {
        const struct rule_figure *margin = finding_in_reading(&reserve, reading, "margin");
        letter_cell_add(fields, letter, arena_text(letter->arena, "reserve.%s.missing", reading->id),
                        missing((struct cell){ margin->number, margin->needs }));
    }
}

/* Of the members whose inhabitants are known, in the first year; regions hold municipalities, and have none of their
   own here. */
static void add_coverage(letter_field_list *fields, const struct letter *letter)
{
    const struct project *project = letter->plan->project;
    const struct coverage coverage = coverage_of(letter->plan, plan_years(letter->plan).first);
    const struct section_list *members = &project->of[SECTION_MEMBERS];
    if (!coverage.members)
        return;
    letter_shown_add(fields, letter, cell_count(coverage.members, "coverage.members"));
    letter_shown_add(fields, letter, cell_count(coverage.inhabitants, "coverage.inhabitants"));
    const struct fact *country = members->count ? ((const struct members *)members->items[0])->country : NULL;
    share part;
    if (!country || !fact_is_stated(country) || !money_share(coverage.inhabitants, country->value.number, &part))
        return;
    letter_shown_add(fields, letter, cell_count(country->value.number, "coverage.country"));
    letter_shown_add(fields, letter, cell_share(part, false, "coverage.share"));
}

void letter_fields_add(letter_field_list *fields, const struct letter *letter)
{
    const struct section_list *funders = &letter->plan->project->of[SECTION_FUNDER];
    const struct standing standing = standing_of(doc_new(letter->arena, letter->language, letter->unit), letter->plan);
    add_years(fields, letter);
    add_organisation(fields, letter);
    add_missing(fields, letter);
    add_coverage(fields, letter);
    add_reserve(fields, letter);
    for (int i = 0; i < funders->count; i++) {
        const struct payer_parts parts = payer_parts(&standing, funders->items[i]);
        add_funder(fields, letter, (const struct funder *)funders->items[i], &parts);
    }
    for (int i = 0; i < letter->plan->project->payers.count; i++) {
        const struct payer_parts parts = payer_parts(&standing, letter->plan->project->payers.items[i]);
        add_payer(fields, letter, letter->plan->project->payers.items[i], &parts);
    }
    for (int i = 0; letter->outcomes && i < letter->outcomes->undecided_count; i++)
        add_refusal(fields, letter, i,
                    arena_text(letter->arena, "refusals.%s", letter_payer_key(letter, letter->outcomes->undecided[i])));
    if (letter->outcomes && letter->outcomes->undecided_count)
        add_refusal(fields, letter, -1, "refusal_of_all");
}
