#include <medfin/figures/figure_path.h>

#include <assert.h>
#include <string.h>

#include <medfin/base/path.h>
#include <medfin/base/text.h>
#include <medfin/model/category.h>
#include <medfin/model/key_names.h>
#include <medfin/model/payer.h>
#include <medfin/model/words.h>
#include <medfin/plan/cash_nodes.h>
#include <medfin/plan/sums.h>

/* The words that paths are made of beside the rows' own. */
struct path_word {
    const char *english, *swedish;
};

static const struct path_word time_words[] = { [TIME_TOTAL] = { "total", "totalt" },
                                               [TIME_YEAR] = { "years", "år" },
                                               [TIME_QUARTER] = { "quarters", "kvartal" },
                                               [TIME_MONTH] = { "months", "månader" } };
static const struct path_word form_words[] = { [FORM_TOTAL] = { "total", "totalt" },
                                               [FORM_CASH] = { "cash", "kontant" },
                                               [FORM_IN_KIND] = { "in_kind", "annat_än_pengar" } };

/* Shorter ways to say some paths, in the order in which they are tried: what the file calls a line is the line.
   Canonical is what stands in figure_rows. */
static const struct alias {
    struct path_word words;
    const char *row;
    bool by_section; /* the subject is named as its section: funder.region, staff.projektledare */
} aliases[] = {
    { { "lines.*", "rader.*" }, "financing.by_funder.*", true },
    { { "lines.*", "rader.*" }, "cost.by_line.*", true },
    { { "*", "*" }, "financing.by_funder.*", true },
    { { "*", "*" }, "cost.by_line.*", true },
    { { "cost.*", "kostnad.*" }, "cost.by_category.*", false },
    { { "financing.*", "finansiering.*" }, "financing.by_funder.*", false },
};

/* What `*` and `#` may stand for. */

static const struct section_list *sections_of(const struct plan *plan, enum figure_of of)
{
    const struct project *project = plan->project;
    switch (of) {
    case OF_CATEGORY:
        return &project->of[SECTION_CATEGORY];
    case OF_LINE:
        return &project->all;
    case OF_PAYER:
        return &project->payers;
    case OF_POST:
        return &project->of[SECTION_STAFF];
    default:
        return &project->of[SECTION_TARIFF];
    }
}

static bool books_cost(const struct plan *plan, const struct section *line)
{
    for (int i = line_first_row(plan, line); i < plan->row_count && plan->rows[i].line == line; i++)
        if (plan->rows[i].side == SIDE_COST)
            return true;
    return false;
}

/* The built-in categories have a Swedish name that files take too. */
static const char *category_name(const struct section *subject, enum language language)
{
    const struct category *category = (const struct category *)subject;
    return language == LANGUAGE_SV && category->built_in ? category->swedish : subject->id;
}

static const char *subject_name(struct arena *arena, const struct section *subject, enum figure_of of,
                                enum language language)
{
    switch (of) {
    case OF_CATEGORY:
        return key_name(arena, category_name(subject, language));
    case OF_LINE:
        return arena_text(arena, "%s.%s", section_word(subject->kind, language), key_name(arena, subject->id));
    case OF_PAYER:
        return key_name(arena, payer_id(arena, subject));
    default:
        return key_name(arena, subject->id);
    }
}

static const char *sector_name(int sector, bool in_swedish)
{
    if (sector == SECTOR_FEES)
        return in_swedish ? "avgifter" : "fees";
    if (sector == SECTOR_UNSTATED)
        return in_swedish ? "okänd" : "unstated";
    const struct word *word = word_of_code(words_sector, sector);
    return in_swedish ? word->swedish : word->english;
}

static int payments_of(const struct plan *plan, const struct section *payer)
{
    const struct cash_nodes *cash = cash_nodes_build(plan);
    int count = 0;
    for (int i = 0; i < cash->payments.count; i++)
        count += cash->payments.items[i].payer == payer;
    return count;
}

static const char *number_name(struct arena *arena, const struct figure *figure)
{
    if (figure->row->number == NUMBER_PAYMENT)
        return arena_text(arena, "%d", figure->number);
    const struct tariff *tariff = (const struct tariff *)figure->subject;
    return key_name(arena, tariff->members[figure->number - 1]->section.id);
}

/* First and last number of a figure's subject. */
static struct years numbers_of(const struct plan *plan, const struct figure *figure)
{
    if (figure->row->of == OF_SECTOR)
        return (struct years){ SECTOR_FEES, SECTOR_ASSOCIATION };
    if (figure->row->number == NUMBER_PAYMENT)
        return (struct years){ 1, payments_of(plan, figure->subject) };
    assert(figure->subject);
    return (struct years){ 1, ((const struct tariff *)figure->subject)->member_count };
}

/* Reading. */

struct reading {
    const struct plan *plan;
    struct figure *figure;
    bool by_section;
};

/* Behind the word and the dot after it; NULL where the text does not begin with it. */
static const char *behind(const char *text, const char *word, size_t size)
{
    if (strncmp(text, word, size) != 0 || (text[size] && text[size] != '.'))
        return NULL;
    return text + size + (text[size] == '.');
}

static const char *behind_either(const char *text, const struct path_word *word)
{
    const char *rest = behind(text, word->english, strlen(word->english));
    return rest ? rest : behind(text, word->swedish, strlen(word->swedish));
}

static bool read_end(const struct reading *reading, const char *text)
{
    const struct figure_row *row = reading->figure->row;
    reading->figure->form = FORM_TOTAL;
    if (!*text)
        return true;
    for (int form = FORM_TOTAL; form <= (row->has_forms ? FORM_IN_KIND : FORM_TOTAL); form++) {
        const char *rest = row->is_whole ? behind_either(text, &form_words[form]) : NULL;
        reading->figure->form = (enum figure_form)form;
        if (rest && !*rest)
            return true;
    }
    return false;
}

static bool read_words(const struct reading *reading, const char *english, const char *swedish, const char *text);

static bool read_number(const struct reading *reading, const char *english, const char *swedish, const char *text)
{
    const struct years numbers = numbers_of(reading->plan, reading->figure);
    for (int number = numbers.first; number <= numbers.last; number++) {
        reading->figure->number = number;
        bool is_sector = reading->figure->row->of == OF_SECTOR;
        const char *name = is_sector ? sector_name(number, false) : number_name(reading->plan->arena, reading->figure);
        const char *rest = behind(text, name, strlen(name));
        if (!rest && is_sector)
            rest = behind(text, sector_name(number, true), strlen(sector_name(number, true)));
        if (rest && read_words(reading, english, swedish, rest))
            return true;
    }
    return false;
}

/* As it stands in JSON, and as it stands in the file. */
static bool read_subject(const struct reading *reading, const char *english, const char *swedish, const char *text)
{
    const enum figure_of of = reading->figure->row->of;
    struct arena *arena = reading->plan->arena;
    const struct section_list *sections = sections_of(reading->plan, of);
    for (int i = 0; i < sections->count; i++) {
        const struct section *subject = sections->items[i];
        if (of == OF_LINE && !books_cost(reading->plan, subject))
            continue;
        const bool as_section = of == OF_LINE || reading->by_section;
        const char *const names[] = { reading->by_section ? section_path(arena, subject, LANGUAGE_EN)
                                                          : subject_name(arena, subject, of, LANGUAGE_EN),
                                      as_section          ? section_path(arena, subject, LANGUAGE_SV)
                                      : of == OF_PAYER    ? payer_id(arena, subject)
                                      : of == OF_CATEGORY ? category_name(subject, LANGUAGE_SV)
                                                          : subject->id,
                                      as_section ? section_path(arena, subject, LANGUAGE_EN) : NULL };
        for (size_t n = 0; n < sizeof names / sizeof *names && names[n]; n++) {
            const char *rest = behind(text, names[n], strlen(names[n]));
            reading->figure->subject = subject;
            if (rest && read_words(reading, english, swedish, rest))
                return true;
        }
    }
    reading->figure->subject = NULL;
    return false;
}

/* The rest of a row's path, in either language, against the rest of a text. */
static bool read_words(const struct reading *reading, const char *english, const char *swedish, const char *text)
{
    if (!*english)
        return read_end(reading, text);
    size_t size = strcspn(english, "."), swedish_size = strcspn(swedish, ".");
    const char *next = english + size + (english[size] == '.');
    const char *swedish_next = swedish + swedish_size + (swedish[swedish_size] == '.');
    if (!*text)
        return false;
    if (*english == '#' || (*english == '*' && reading->figure->row->of == OF_SECTOR))
        return read_number(reading, next, swedish_next, text);
    if (*english == '*')
        return read_subject(reading, next, swedish_next, text);
    const char *rest = behind(text, english, size);
    if (!rest)
        rest = behind(text, swedish, swedish_size);
    return rest && read_words(reading, next, swedish_next, rest);
}

static bool has_time(const struct figure *figure)
{
    const struct figure_row *row = figure->row;
    if (row->only_total)
        return figure->time == TIME_TOTAL;
    return !row->only_years || figure->time == TIME_TOTAL || figure->time == TIME_YEAR;
}

static bool read_row(const struct plan *plan, const char *name, struct figure *figure)
{
    const struct figure plain = { .time = figure->time, .first = figure->first };
    const struct reading reading = { plan, figure, false };
    for (int i = 0; i < figure_row_count; i++) {
        *figure = plain;
        figure->row = &figure_rows[i];
        if (read_words(&reading, figure_rows[i].path, figure_rows[i].swedish, name))
            return true;
    }
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        const struct reading short_of = { plan, figure, aliases[i].by_section };
        *figure = plain;
        figure->row = figure_row(aliases[i].row);
        if (read_words(&short_of, aliases[i].words.english, aliases[i].words.swedish, name))
            return true;
    }
    return false;
}

bool figure_time_read(const char *text, struct figure *figure)
{
    month at;
    size_t size = strlen(text);
    if (date_read(text, true, &at)) {
        figure->time = TIME_YEAR;
    } else if (date_read(text, false, &at)) {
        figure->time = TIME_MONTH;
    } else if (size == strlen("2022-Q1") && text[4] == '-' && (text[5] == 'Q' || text[5] == 'K') && text[6] >= '1' &&
               text[6] <= '4') {
        const char year[] = { text[0], text[1], text[2], text[3], '\0' };
        if (!date_read(year, true, &at))
            return false;
        figure->time = TIME_QUARTER;
        at += MONTHS_OF_A_QUARTER * (text[6] - '1');
    } else {
        return false;
    }
    figure->first = at;
    return true;
}

const char *figure_time_strip(const char *path, struct figure *figure)
{
    enum { LONGEST = 8 };
    const char *rest = behind_either(path, &time_words[TIME_TOTAL]);
    figure->time = TIME_TOTAL;
    if (rest && *rest)
        return rest;
    for (int time = TIME_YEAR; time <= TIME_MONTH; time++) {
        struct figure read;
        rest = behind_either(path, &time_words[time]);
        size_t size = rest ? strcspn(rest, ".") : 0;
        char text[LONGEST] = "";
        if (!rest || !rest[size] || size >= LONGEST)
            continue;
        memcpy(text, rest, size);
        if (!figure_time_read(text, &read) || read.time != (enum figure_time)time)
            continue;
        figure->time = read.time;
        figure->first = read.first;
        return rest + size + 1;
    }
    return path;
}

/* Whether there is a quotient: what it is of is more than nothing, or nobody knows. */
static bool has_quotient(const struct plan *plan, const struct figure *figure)
{
    const struct cell whole = node_cell(plan, figure->row->whole(plan, figure, plan_months(plan)));
    const struct node_view view = graph_node(plan->graph, figure_node(plan, figure));
    const struct cell part = view.count ? node_cell(plan, operand_node(view.parts[0])) : cell_known(0);
    share quotient;
    if (cell_is_known(whole) && cell_is_known(part))
        return money_share(part.amount, whole.amount, &quotient);
    return !cell_is_known(whole) || whole.amount > 0;
}

enum figure_fault figure_find(const struct plan *plan, const char *path, struct figure *figure)
{
    const char *name = figure_time_strip(path, figure);
    if (!read_row(plan, name, figure) || !figure_exists(figure->row, plan->project))
        return FIGURE_UNKNOWN;
    if (!has_time(figure))
        return FIGURE_OTHER_TIME;
    if (figure->row->whole && !has_quotient(plan, figure))
        return FIGURE_UNKNOWN;
    const struct months over = figure_months(plan, figure);
    bool is_within = figure->row->goes_beyond || months_meet(over, plan_months(plan));
    return over.first <= over.last && is_within ? FIGURE_FOUND : FIGURE_OUTSIDE;
}

/* Writing. */

static const char *word_in(const struct path_word *word, enum language language)
{
    return language == LANGUAGE_SV ? word->swedish : word->english;
}

static const char *time_text(struct arena *arena, const struct figure *figure, enum language language)
{
    const char *word = word_in(&time_words[figure->time], language);
    switch (figure->time) {
    case TIME_YEAR:
        return arena_text(arena, "%s.%d", word, month_year(figure->first));
    case TIME_QUARTER:
        return arena_text(arena, "%s.%d-Q%d", word, month_year(figure->first), month_quarter(figure->first));
    case TIME_MONTH:
        return arena_text(arena, "%s.%s", word, month_text(arena, figure->first));
    default:
        return word;
    }
}

static void add_words(struct text *out, const struct figure *figure, enum language language)
{
    bool in_swedish = language == LANGUAGE_SV;
    for (const char *at = in_swedish ? figure->row->swedish : figure->row->path; *at; at++) {
        if (*at == '#' || (*at == '*' && figure->row->of == OF_SECTOR))
            text_add(out, *at == '*' ? sector_name(figure->number, in_swedish) : number_name(out->arena, figure));
        else if (*at == '*')
            text_add(out, subject_name(out->arena, figure->subject, figure->row->of, language));
        else
            text_add_bytes(out, at, 1);
    }
}

const char *figure_name(struct arena *arena, const struct figure *figure)
{
    struct text out = text_new(arena);
    add_words(&out, figure, LANGUAGE_EN);
    if (figure->row->is_whole)
        text_addf(&out, ".%s", form_words[figure->form].english);
    return out.bytes;
}

const char *figure_path(struct arena *arena, const struct figure *figure)
{
    return arena_text(arena, "%s.%s", time_text(arena, figure, LANGUAGE_EN), figure_name(arena, figure));
}

const char *figure_name_in(struct arena *arena, const struct figure *figure, enum language language)
{
    struct text out = text_new(arena);
    add_words(&out, figure, language);
    if (figure->form != FORM_TOTAL)
        text_addf(&out, ".%s", word_in(&form_words[figure->form], language));
    return out.bytes;
}

const char *figure_path_in(struct arena *arena, const struct figure *figure, enum language language)
{
    const char *name = figure_name_in(arena, figure, language);
    return figure->time == TIME_TOTAL ? name : arena_text(arena, "%s.%s", time_text(arena, figure, language), name);
}

/* All of them. */

static void add_forms(plan_figure_list *list, struct figure figure, struct arena *arena)
{
    for (int form = FORM_TOTAL; form <= (figure.row->has_forms ? FORM_IN_KIND : FORM_TOTAL); form++) {
        figure.form = (enum figure_form)form;
        *list_add(list, arena) = figure;
    }
}

static void add_numbers(const struct plan *plan, plan_figure_list *list, struct figure figure, struct arena *arena)
{
    if (figure.row->of != OF_SECTOR && figure.row->number == NUMBER_NONE) {
        if (!figure.row->whole || has_quotient(plan, &figure))
            add_forms(list, figure, arena);
        return;
    }
    const struct years numbers = numbers_of(plan, &figure);
    for (figure.number = numbers.first; figure.number <= numbers.last; figure.number++)
        add_forms(list, figure, arena);
}

plan_figure_list plan_figures(const struct plan *plan, struct arena *arena)
{
    plan_figure_list list = { 0 };
    for (int i = 0; i < figure_row_count; i++) {
        struct figure figure = { .row = &figure_rows[i] };
        if (!figure_exists(figure.row, plan->project))
            continue;
        bool has_subject = figure.row->of != OF_NOTHING && figure.row->of != OF_SECTOR;
        const struct section_list *sections = has_subject ? sections_of(plan, figure.row->of) : NULL;
        for (int s = 0; sections && s < sections->count; s++) {
            figure.subject = sections->items[s];
            if (figure.row->of != OF_LINE || books_cost(plan, figure.subject))
                add_numbers(plan, &list, figure, arena);
        }
        if (!has_subject)
            add_numbers(plan, &list, figure, arena);
    }
    return list;
}
