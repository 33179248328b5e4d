#include <medfin/contents/search.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>
#include <medfin/doc/table_text.h>

/* A sentence whose marks {1}, {2}, {3} may stand in any order, as languages need. */
static const char *filled(struct doc *doc, const char *sentence, const char *const *words)
{
    struct text out = text_new(doc->arena);
    for (const char *at = sentence; *at;) {
        bool is_mark = at[0] == '{' && at[1] >= '1' && at[1] <= '3' && at[2] == '}';
        if (is_mark)
            text_add(&out, words[at[1] - '1']);
        else
            text_add_bytes(&out, at, 1);
        at += is_mark ? 3 : 1;
    }
    return out.bytes;
}

static const char *aim_text(struct doc *doc, const struct aim *aim)
{
    const struct asked_figure *what = &aim->what;
    if (!asked_is_rule(what))
        return arena_text(doc->arena, "%s %s %s", asked_figure_title(doc, what), aim->at_most ? "≤" : "≥",
                          asked_text(doc, what, cell_known(aim->bound)));
    const char *subject = what->about ? section_title(what->about) : what->name;
    return subject ? arena_text(doc->arena, "%s (%s)", tr(what->rule->title), subject) : tr(what->rule->title);
}

static const char *aims_text(struct doc *doc, const struct search *search)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < search->aim_count; i++)
        text_addf(&out, "%s%s", i ? ", " : "", aim_text(doc, &search->aims[i]));
    return out.bytes;
}

static const char *missing_text(struct doc *doc, const struct search_binding *binding)
{
    struct doc_cell missing = cell_number(binding->kind, -binding->spare, false, NULL);
    missing.exact = true;
    return shown_cell(doc, &missing, 0, doc->arena);
}

static void add_neighbour(struct doc *doc, const struct search *search, const struct search_answer *answer)
{
    doc_value(doc, cell_tried_number(doc, search->varied, answer->neighbour, "neighbour"));
    doc_value(doc, cell_number(answer->binding.kind, answer->binding.spare, false, "margin_at_neighbour"));
    bool is_forgiven = !answer->is_forgiven && verdict_holds(answer->binding.verdict);
    const char *sentence = is_forgiven ? N_("At %s, one step away, %s is missing, which the tolerance forgives.")
                                       : N_("At %s, one step away, it fails: %s is missing.");
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(sentence), tried_number_text(doc, search->varied, answer->neighbour),
                        missing_text(doc, &answer->binding)));
}

/* In short where a rule is whole: "balance", "rules.match.by_subject.medel". */
static const char *aim_path(struct doc *doc, const struct aim *aim)
{
    bool is_whole = asked_is_rule(&aim->what) && !aim->what.subject;
    return is_whole ? aim->what.rule->id : asked_figure_path(doc->arena, &aim->what);
}

static const char *need_text(struct doc *doc, const struct search *search, const struct search_need *need)
{
    const char *aim = aim_text(doc, &need->aim);
    const char *sentence = need->at_most ? N_("%s asks for at most %s") : N_("%s asks for at least %s");
    return need->has_number
               ? arena_text(doc->arena, tr(sentence), aim, tried_number_text(doc, search->varied, need->number))
               : aim;
}

/* The two that no value meets together, and what each asks for alone. */
static void add_excluding(struct doc *doc, const struct search *search, const struct search_need *needs)
{
    if (!needs)
        return;
    for (int i = 0; i < 2; i++) {
        doc_value(doc, cell_text(aim_path(doc, &needs[i].aim), arena_text(doc->arena, "excluding[%d].aim", i)));
        if (!needs[i].has_number)
            continue;
        const char *key = arena_text(doc->arena, "excluding[%d].%s", i, needs[i].at_most ? "at_most" : "at_least");
        doc_value(doc, cell_tried_number(doc, search->varied, needs[i].number, key));
    }
    doc_text(doc, TONE_BAD,
             arena_text(doc->arena, tr(N_("Two exclude each other: %s; %s.")), need_text(doc, search, &needs[0]),
                        need_text(doc, search, &needs[1])));
}

static void add_binding(struct doc *doc, const struct search_answer *answer)
{
    const struct aim *aim = answer->binding.aim;
    if (!aim || answer->outcome == SEARCH_NEVER_TURNS || answer->outcome == SEARCH_AT_BOUND)
        return;
    if (answer->excluding)
        return;
    doc_value(doc, cell_text(aim_path(doc, aim), "binds"));
    if (answer->binding.verdict == VERDICT_UNDETERMINED)
        doc_text(doc, TONE_OPEN,
                 tr(N_("It cannot be told while something that the rule needs is unknown: check says what.")));
    else
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, tr(N_("What binds: %s.")), aim_text(doc, aim)));
}

/* What the tolerance has to do with it. */
static void add_forgiven(struct doc *doc, const struct search_answer *answer)
{
    if (answer->outcome == SEARCH_FOUND && answer->stands_forgiven)
        doc_text(doc, TONE_NEUTRAL,
                 tr(N_("As it is, it holds within the tolerance; with the answer nothing is missing.")));
    if (answer->outcome == SEARCH_NO_ANSWER || !answer->is_forgiven)
        return;
    doc_value(doc, (struct doc_cell){ .kind = CELL_FIGURE, .of = KIND_STATUS, .number = 1, .key = "within_tolerance" });
    doc_text(doc, TONE_NEUTRAL, tr(N_("It holds within the tolerance; no value makes it exact.")));
}

/* How far "smallest" is promised. */
static void add_promise(struct doc *doc, const struct search_answer *answer)
{
    doc_value(doc, (struct doc_cell){
                       .kind = CELL_FIGURE, .of = KIND_STATUS, .number = answer->monotone, .key = "monotone" });
    if (answer->monotone)
        doc_text(doc, TONE_NEUTRAL,
                 tr(N_("Tried at 65 points on the way, the margin moves one way only: this is the nearest value.")));
    else
        doc_text(doc, TONE_WARNING,
                 tr(N_("On the way there the margin both rises and falls, so a nearer answer is not ruled out.")));
}

static bool cannot_be_told(const struct search_answer *answer)
{
    bool is_told = answer->outcome == SEARCH_NEVER_TURNS || answer->outcome == SEARCH_AT_BOUND || answer->excluding;
    return !is_told && answer->binding.aim && answer->binding.verdict == VERDICT_UNDETERMINED;
}

void search_contents(struct doc *doc, const struct plan *plan, const struct search *search,
                     const struct search_answer *answer)
{
    static const char *const sentences[] = {
        [SEARCH_FOUND] = N_("{1} has to be at least {2} for this to hold: {3}."),
        [SEARCH_HOLDS] = N_("{3} holds as it is, and does up to {1} at {2}."),
        [SEARCH_AT_BOUND] = N_("At {2}, the bound nearest to where {1} stands, this holds: {3}."),
        [SEARCH_NO_ANSWER] = N_("No value of {1} that was tried within its bounds makes this hold: {3}."),
        [SEARCH_NEVER_TURNS] = N_("{3} holds at every value of {1} that was tried within its bounds."),
    };
    title_contents(doc, plan->project, tr(N_("Answer")));
    bool turned = answer->outcome == SEARCH_FOUND || answer->outcome == SEARCH_HOLDS;
    bool downwards = turned && answer->number < answer->neighbour;
    /* What is unknown holds nothing as it is. */
    bool is_asked = answer->outcome == SEARCH_FOUND || (turned && search->varied->value.unknown);
    const char *sentence = !is_asked   ? sentences[answer->outcome]
                           : downwards ? N_("{1} has to be at most {2} for this to hold: {3}.")
                                       : sentences[SEARCH_FOUND];
    const struct statement *varied = search->varied;
    const char *title = stated_title_with_path(doc, project_find(plan->project, varied->section, varied->id), varied);
    doc_value(doc, cell_text(statement_path(doc->arena, varied, LANGUAGE_EN), "vary"));
    if (!cannot_be_told(answer))
        doc_text(doc, TONE_NEUTRAL,
                 text_capital(doc->arena, filled(doc, tr(sentence),
                                                 (const char *const[]){
                                                     title, tried_number_text(doc, search->varied, answer->number),
                                                     aims_text(doc, search) })));
    if (turned || answer->outcome == SEARCH_AT_BOUND)
        doc_value(doc, cell_tried_number(doc, search->varied, answer->number, "answer"));
    if (cannot_be_told(answer)) {
        add_binding(doc, answer);
        return;
    }
    add_forgiven(doc, answer);
    if (turned)
        add_neighbour(doc, search, answer);
    add_binding(doc, answer);
    add_excluding(doc, search, answer->excluding);
    if (turned)
        add_promise(doc, answer);
}
