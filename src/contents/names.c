#include <medfin/contents/names.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/funder.h>
#include <medfin/model/payer.h>
#include <medfin/plan/sums.h>
#include <medfin/rules/rules.h>

const char *payer_title(const struct doc *doc, const struct section *payer)
{
    if (payer_funder(payer) || fact_is_stated(payer->title))
        return section_title(payer);
    return arena_text(doc->arena, "%s, %s", tr(N_("Membership fees")), payer->id);
}

const char *category_title(const struct doc *doc, const struct section *section)
{
    const struct category *category = (const struct category *)section;
    if (fact_is_stated(section->title) || !category->built_in)
        return section_title(section);
    if (doc->language != LANGUAGE_SV)
        return text_capital(doc->arena, section->id);
    /* The name of that category is another word than documents say it with. */
    return text_capital(doc->arena, strcmp(section->id, "in-kind") == 0 ? tr(N_("in kind")) : category->swedish);
}

const char *sector_title(const struct doc *doc, int sector)
{
    if (sector < 0)
        return sector == SECTOR_FEES ? tr(N_("membership fees")) : tr(N_("sector not stated"));
    return doc_word(doc, words_sector, sector);
}

/* One that states years states nothing of others. */
static bool has_status_in(const struct section *payer, int year)
{
    const struct funder *funder = payer_funder(payer);
    return !funder || !funder->years.count || series_exactly(&funder->years, year_first(year));
}

/* Never the word of a decision that nobody has made. */
static const char *status_in(const struct doc *doc, const struct section *payer, int year)
{
    const enum status left_out = payer_left_out_in(payer, year);
    if (!left_out)
        return doc_word(doc, words_status, payer_status_in(payer, year));
    return arena_text(doc->arena, tr(N_("left out (%s)")), doc_word(doc, words_status, left_out));
}

const char *payer_status_text(const struct doc *doc, const struct plan *plan, const struct section *payer)
{
    const struct years years = plan_years(plan);
    struct text out = text_new(doc->arena);
    const char *word = status_in(doc, payer, years.first);
    int stretches = 0;
    for (int first = years.first, last; first <= years.last; first = last + 1) {
        enum status status = payer_status_in(payer, first);
        for (last = first; last < years.last && has_status_in(payer, last + 1) == has_status_in(payer, first) &&
                           payer_status_in(payer, last + 1) == status;
             last++)
            ;
        if (!has_status_in(payer, first))
            continue;
        word = status_in(doc, payer, first);
        text_addf(&out, "%s%d", stretches++ ? ", " : "", first);
        if (last > first)
            text_addf(&out, "–%d", last);
        text_addf(&out, " %s", word);
    }
    return stretches > 1 ? out.bytes : word;
}

const char *key_title(const struct key *key)
{
    return key->label ? tr(key->label) : "";
}

const char *key_meaning(struct arena *arena, const struct key *key)
{
    const char *meaning = strcmp(key->name, "amount") == 0 ? key_title(key) : tr(key->meaning);
    return arena_text(arena, "%.*s", (int)strcspn(meaning, ",;"), meaning);
}

/* Whom or what the figure is of; NULL: the whole plan. */
static const char *subject_title(const struct doc *doc, const struct figure *figure)
{
    const struct section *subject = figure->subject;
    switch (figure->row->of) {
    case OF_NOTHING:
        return NULL;
    case OF_SECTOR:
        return sector_title(doc, figure->number);
    case OF_CATEGORY:
        return category_title(doc, subject);
    case OF_PAYER:
    case OF_TARIFF:
        return payer_title(doc, subject);
    default:
        return section_title(subject);
    }
}

static const char *number_title(const struct doc *doc, const struct figure *figure)
{
    if (figure->row->number == NUMBER_PAYMENT)
        return arena_text(doc->arena, tr(N_("payment %d")), figure->number);
    return member_title(((const struct tariff *)figure->subject)->members[figure->number - 1]);
}

static const char *time_title(const struct doc *doc, const struct figure *figure)
{
    if (figure->time == TIME_YEAR)
        return arena_text(doc->arena, "%d", month_year(figure->first));
    if (figure->time == TIME_QUARTER)
        return arena_text(doc->arena, "%d-Q%d", month_year(figure->first), month_quarter(figure->first));
    return month_text(doc->arena, figure->first);
}

const char *figure_title(const struct doc *doc, const struct figure *figure)
{
    static const char *const forms[] = { [FORM_CASH] = N_("in cash"), [FORM_IN_KIND] = N_("in kind") };
    struct text out = text_new(doc->arena);
    const char *subject = subject_title(doc, figure);
    text_add(&out, tr(figure->row->label));
    if (subject)
        text_addf(&out, ", %s", subject);
    if (figure->row->number != NUMBER_NONE)
        text_addf(&out, ", %s", number_title(doc, figure));
    if (figure->form != FORM_TOTAL)
        text_addf(&out, ", %s", tr(forms[figure->form]));
    if (figure->time != TIME_TOTAL)
        text_addf(&out, ", %s", time_title(doc, figure));
    return out.bytes;
}

static const char *asked_time(const struct doc *doc, const struct asked_figure *asked)
{
    if (asked->year)
        return arena_text(doc->arena, ", %d", asked->year);
    return asked->at ? arena_text(doc->arena, ", %s", month_text(doc->arena, asked->at)) : "";
}

const char *asked_figure_title(const struct doc *doc, const struct asked_figure *asked)
{
    if (!asked->rule)
        return figure_title(doc, &asked->of);
    const char *label = asked->label ? tr(asked->label) : tr(N_("margin")), *when = asked_time(doc, asked);
    if (asked->reading)
        label = arena_text(doc->arena, "%s, %s", label, tr(asked->reading->title));
    const char *subject = asked->about ? section_title(asked->about) : asked->person;
    return subject ? arena_text(doc->arena, "%s, %s: %s%s", tr(asked->rule->title), subject, label, when)
                   : arena_text(doc->arena, "%s: %s%s", tr(asked->rule->title), label, when);
}

bool source_is_assumption(const char *source)
{
    return source && (text_same(source, "assumption") || text_same(source, "antagande"));
}

const char *source_title(const char *source)
{
    if (!source)
        return tr(N_("no source stated"));
    return source_is_assumption(source) ? tr(N_("assumption")) : source;
}

const char *doc_word(const struct doc *doc, const struct word *words, int64_t code)
{
    const struct word *word = word_of_code(words, (int)code);
    return doc->language == LANGUAGE_SV ? word->swedish : word->english;
}

const char *choice_list(const struct doc *doc, const struct word *words)
{
    struct text list = text_new(doc->arena);
    for (const struct word *word = words; word->english; word++)
        text_addf(&list, "%s%s", word == words ? "" : ", ",
                  doc->language == LANGUAGE_SV ? word->swedish : word->english);
    return list.bytes;
}

const char *month_title(struct arena *arena, month at)
{
    static const char *const names[] = { N_("January"),   N_("February"), N_("March"),    N_("April"),
                                         N_("May"),       N_("June"),     N_("July"),     N_("August"),
                                         N_("September"), N_("October"),  N_("November"), N_("December") };
    return arena_text(arena, "%s %d", tr(names[month_number(at) - 1]), month_year(at));
}
