#include <medfin/whatif/figure.h>

#include <string.h>

#include <medfin/base/path.h>
#include <medfin/base/text.h>
#include <medfin/rules/rules.h>
#include <medfin/whatif/trial.h>

static const char margin_field[] = "margin";

/* "rules" and, in Swedish, "regler". */
static const char *behind_rules(const char *path)
{
    static const char *const words[] = { "rules.", "regler." };
    for (int i = 0; i < 2; i++)
        if (strncmp(path, words[i], strlen(words[i])) == 0)
            return path + strlen(words[i]);
    return NULL;
}

static bool is_counted(enum kind kind)
{
    return kind != KIND_MONTH && kind != KIND_VERDICT;
}

/* Behind the name, plain or escaped, and the dot after it; NULL where the text does not begin with it. */
static const char *behind_name(const char *text, const char *name, struct arena *arena)
{
    const char *const names[] = { name, key_name(arena, name) };
    for (int i = 0; i < 2; i++) {
        size_t size = strlen(names[i]);
        if (strncmp(text, names[i], size) == 0 && text[size] == '.')
            return text + size + 1;
    }
    return NULL;
}

static bool read_field(const struct finding *finding, const char *field, struct asked_figure *asked,
                       struct arena *arena)
{
    asked->rule = finding->rule;
    asked->about = finding->person ? NULL : finding->about;
    asked->person = finding->person;
    asked->field = arena_text(arena, "%s", field);
    if (strcmp(field, margin_field) == 0 || strcmp(field, "marginal") == 0) {
        asked->field = margin_field;
        asked->kind = finding->kind;
        asked->label = N_("margin");
        return finding->verdict != VERDICT_NOT_APPLICABLE;
    }
    for (int i = 0; i < finding->figure_count; i++) {
        const struct rule_figure *figure = &finding->figures[i];
        if (!is_counted(figure->kind) || figure->none || !rule_figure_has_path(figure, field))
            continue;
        asked->kind = figure->kind;
        asked->label = figure->label;
        asked->reading = figure->reading;
        asked->year = figure->year;
        asked->at = figure->at;
        return figure->is_node;
    }
    return false;
}

static finding_list findings_of(const struct plan *plan, const struct rule *rule)
{
    finding_list findings = { 0 };
    rule_run(plan, rule, &findings, plan->arena);
    return findings;
}

/* What a rule finds of the project; where it has subjects alone, the gravest of them. */
static const struct finding *finding_whole(const finding_list *findings, const struct rule *rule)
{
    for (int i = 0; i < findings->count; i++)
        if (findings->items[i].rule == rule && !finding_about(&findings->items[i]))
            return &findings->items[i];
    return finding_gravest(findings, rule);
}

/* What paths call a finding of its rule, escaped; NULL: the project's. */
static const char *subject_name(const struct finding *finding, struct arena *arena)
{
    static const char by_subject[] = ".by_subject.";
    const char *path = finding_path(arena, finding);
    return finding_about(finding) ? strstr(path, by_subject) + strlen(by_subject) : NULL;
}

struct asked_figure asked_finding(const struct finding *finding, struct arena *arena)
{
    const char *name = finding_about(finding);
    return (struct asked_figure){ .rule = finding->rule,
                                  .subject = subject_name(finding, arena),
                                  .name = name ? arena_text(arena, "%s", name) : NULL,
                                  .which = finding->same + 1,
                                  .about = finding->person ? NULL : finding->about,
                                  .person = finding->person,
                                  .kind = finding->kind };
}

bool asked_takes(const struct asked_figure *asked, const struct finding *finding)
{
    if (finding->rule != asked->rule || !asked->which)
        return finding->rule == asked->rule;
    const char *name = finding_about(finding);
    bool is_same = text_equal(name, asked->name);
    return is_same && finding->same + 1 == asked->which;
}

/* A finding goes by whom it is about, plain or as paths say it; one of the project also by its tightest subject. */
static bool goes_by(const struct finding *finding, const char *name, struct arena *arena)
{
    const char *about = finding_about(finding), *path = subject_name(finding, arena);
    if (!about && strcmp(name, "project") == 0)
        return true;
    if (finding->person && text_same(finding->person, text_name(arena, name)))
        return true;
    about = about ? about : finding->subject ? finding->subject->id : NULL;
    return (path && strcmp(path, name) == 0) ||
           (about && (strcmp(about, name) == 0 || strcmp(key_name(arena, about), name) == 0));
}

bool asked_rule_read(const struct plan *plan, const char *path, struct asked_figure *asked, struct arena *arena)
{
    static const char by_subject[] = "by_subject.";
    const char *behind = behind_rules(path), *name = behind ? behind : path;
    size_t size = strcspn(name, ".");
    *asked = (struct asked_figure){ .rule = rule_named(name, size) };
    if (!asked->rule || !name[size])
        return asked->rule != NULL;
    name += size + 1;
    name += strncmp(name, by_subject, strlen(by_subject)) == 0 ? strlen(by_subject) : 0;
    const finding_list findings = findings_of(plan, asked->rule);
    for (int i = 0; i < findings.count; i++)
        if (goes_by(&findings.items[i], name, arena)) {
            *asked = asked_finding(&findings.items[i], arena);
            return true;
        }
    return false;
}

static bool read_rule(const struct plan *plan, const char *path, struct asked_figure *asked, struct arena *arena)
{
    size_t size = strcspn(path, ".");
    const struct rule *rule = rule_named(path, size);
    if (!rule || !path[size])
        return false;
    const finding_list findings = findings_of(plan, rule);
    const char *rest = path + size + 1, *by_subject = behind_name(rest, "by_subject", arena);
    const struct finding *whole = finding_whole(&findings, rule);
    if (whole && read_field(whole, rest, asked, arena))
        return true;
    rest = by_subject ? by_subject : rest;
    for (int i = 0; i < findings.count; i++) {
        const char *name = subject_name(&findings.items[i], arena), *about = finding_about(&findings.items[i]);
        const char *field = name ? behind_name(rest, name, arena) : NULL;
        if (!field && about)
            field = behind_name(rest, about, arena);
        if (!field || !read_field(&findings.items[i], field, asked, arena))
            continue;
        asked->subject = name;
        asked->name = about;
        asked->which = findings.items[i].same + 1;
        return true;
    }
    return false;
}

/* "rules.balance.gap" in 2022 is "rules.balance.years.2022.gap"; NULL: rules go by years and months. */
static const char *with_time(const char *path, const char *when, struct arena *arena)
{
    const char *dot = strrchr(path, '.');
    struct figure time;
    if (!dot || !figure_time_read(when, &time) || time.time == TIME_QUARTER)
        return NULL;
    return arena_text(arena, "%.*s.%s.%s%s", (int)(dot - path), path, time.time == TIME_YEAR ? "years" : "months", when,
                      dot);
}

enum figure_fault asked_figure_read(const struct plan *plan, const char *path, const char *when,
                                    struct asked_figure *asked, struct arena *arena)
{
    *asked = (struct asked_figure){ 0 };
    const char *rule = behind_rules(path);
    const char *timed = rule && when ? with_time(rule, when, arena) : rule;
    if (rule)
        return timed && read_rule(plan, timed, asked, arena) ? FIGURE_FOUND : FIGURE_UNKNOWN;
    struct figure time = { 0 };
    if (when && !figure_time_read(when, &time))
        return FIGURE_OUTSIDE;
    static const char *const words[] = { [TIME_YEAR] = "years", [TIME_QUARTER] = "quarters", [TIME_MONTH] = "months" };
    const char *whole = when ? arena_text(arena, "%s.%s.%s", words[time.time], when, path) : path;
    enum figure_fault fault = figure_find(plan, whole, &asked->of);
    if (fault == FIGURE_FOUND)
        asked->kind = asked->of.row->kind;
    return fault;
}

const char *asked_figure_path(struct arena *arena, const struct asked_figure *asked)
{
    if (!asked->rule)
        return figure_path(arena, &asked->of);
    return arena_text(arena, "rules.%s%s%s%s%s", asked->rule->id, asked->subject ? ".by_subject." : "",
                      asked->subject ? asked->subject : "", asked->field ? "." : "", asked->field ? asked->field : "");
}

const char *asked_figure_path_in(struct arena *arena, const struct asked_figure *asked, enum language language)
{
    if (asked->rule)
        return asked_figure_path(arena, asked);
    const char *path = figure_path_in(arena, &asked->of, language);
    /* A rule's name alone is the rule. */
    bool is_rule = rule_named(path, strlen(path)) != NULL;
    return is_rule ? arena_text(arena, "%s.%s", language == LANGUAGE_SV ? "totalt" : "total", path) : path;
}

const char *const *asked_figure_paths(const struct plan *plan, struct arena *arena)
{
    LIST(const char *) paths = { 0 };
    const plan_figure_list all = plan_figures(plan, arena);
    for (int i = 0; i < all.count; i++) {
        const char *name = figure_name(arena, &all.items[i]);
        size_t size = strlen(name), end = strlen(".total");
        if (all.items[i].row->is_whole && all.items[i].form == FORM_TOTAL)
            name = arena_copy(arena, name, size - end);
        *list_add(&paths, arena) = name;
        *list_add(&paths, arena) = figure_name_in(arena, &all.items[i], LANGUAGE_SV);
        if (all.items[i].row->of == OF_LINE || all.items[i].row->of == OF_PAYER)
            *list_add(&paths, arena) = section_path(arena, all.items[i].subject, LANGUAGE_EN);
    }
    for (int i = 0; i < rule_count; i++) {
        *list_add(&paths, arena) = rule_rows[i].id;
        *list_add(&paths, arena) = arena_text(arena, "rules.%s.margin", rule_rows[i].id);
    }
    *list_add(&paths, arena) = NULL;
    return paths.items;
}

static const struct finding *finding_asked(const finding_list *findings, const struct asked_figure *asked)
{
    int same = 0;
    for (int i = 0; asked->subject && i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        const char *about = finding->rule == asked->rule ? finding_about(finding) : NULL;
        if (about && strcmp(about, asked->name) == 0 && ++same == asked->which)
            return finding;
    }
    return asked->subject ? NULL : finding_whole(findings, asked->rule);
}

static const struct rule_figure *figure_asked(const struct finding *finding, const char *field)
{
    for (int i = 0; i < finding->figure_count; i++)
        if (rule_figure_has_path(&finding->figures[i], field))
            return &finding->figures[i];
    return NULL;
}

static node rule_node(const struct plan *plan, const struct asked_figure *asked)
{
    const finding_list findings = findings_of(plan, asked->rule);
    const struct finding *finding = finding_asked(&findings, asked);
    if (!finding || asked_is_margin(asked))
        return finding ? finding->tightest : 0;
    const struct rule_figure *figure = figure_asked(finding, asked->field);
    return figure ? figure->of : 0;
}

node asked_figure_node(const struct plan *plan, const struct asked_figure *asked)
{
    if (asked->rule)
        return rule_node(plan, asked);
    struct figure own = asked->of;
    return figure_rebind(plan, &own) ? figure_node(plan, &own) : 0;
}

bool asked_is_margin(const struct asked_figure *asked)
{
    return asked->rule && strcmp(asked->field, margin_field) == 0;
}

struct cell asked_in_findings(const finding_list *findings, const struct asked_figure *asked,
                              const struct needs *unknown)
{
    const struct finding *finding = finding_asked(findings, asked);
    const struct rule_figure *figure = finding && !asked_is_margin(asked) ? figure_asked(finding, asked->field) : NULL;
    if (finding && asked_is_margin(asked) && finding->has_margin)
        return cell_known(finding->margin);
    return figure && !figure->none && !figure->needs ? cell_known(figure->number) : (struct cell){ 0, unknown };
}

struct cell asked_figure_cell(const struct plan *plan, const struct asked_figure *asked)
{
    if (!asked->rule)
        return figure_cell(plan, &asked->of);
    const finding_list findings = findings_of(plan, asked->rule);
    return asked_in_findings(&findings, asked, needs_one(plan->arena, 0, 1));
}

plan_figure_list compared_figures(struct arena *arena)
{
    plan_figure_list list = { 0 };
    for (int i = 0; i < figure_row_count; i++)
        if (figure_rows[i].is_compared)
            *list_add(&list, arena) = (struct figure){ .row = &figure_rows[i] };
    return list;
}

static int total_of(const plan_figure_list *list, int figure)
{
    const char *part_of = list->items[figure].row->part_of;
    for (int i = 0; part_of && list->items[figure].form == FORM_TOTAL && i < list->count; i++)
        if (strcmp(list->items[i].row->path, part_of) == 0)
            return i;
    return -1;
}

int figure_total(const plan_figure_list *list, int figure, const bool *shown)
{
    int total = total_of(list, figure);
    for (int i = 0; total >= 0 && i < list->count; i++) {
        bool is_needed = i == total || total_of(list, i) == total;
        if (is_needed && !shown[i])
            return -1;
    }
    return total;
}
