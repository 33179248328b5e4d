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
    if (!aim->rule) {
        return arena_text(doc->arena, "%s %s %s", asked_figure_title(doc, &aim->figure), aim->at_most ? "≤" : "≥",
                          asked_text(doc, &aim->figure, cell_known(aim->bound)));
    }
    return aim->subject ? arena_text(doc->arena, "%s (%s)", tr(aim->rule->title), aim->subject) : tr(aim->rule->title);
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
    struct doc_cell missing = cell_number(binding->kind, -binding->margin, false, NULL);
    missing.exact = true;
    return shown_cell(&missing, 0, doc->language, doc->arena);
}

static void add_neighbour(struct doc *doc, const struct search *search, const struct search_answer *answer)
{
    doc_value(doc, cell_tried_number(doc, search->varied, answer->neighbour, "neighbour"));
    doc_value(doc, cell_number(answer->binding.kind, answer->binding.margin, false, "margin_at_neighbour"));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("At %s, one step away, it fails: %s is missing.")),
                        tried_number_text(doc, search->varied, answer->neighbour),
                        missing_text(doc, &answer->binding)));
}

static void add_binding(struct doc *doc, const struct search_answer *answer)
{
    const struct aim *aim = answer->binding.aim;
    if (!aim || answer->outcome == SEARCH_NEVER_TURNS || answer->outcome == SEARCH_AT_BOUND)
        return;
    doc_value(doc, cell_text(aim->rule ? aim->rule->id : asked_figure_path(doc->arena, &aim->figure), "binds"));
    if (answer->binding.verdict == VERDICT_UNDETERMINED)
        doc_text(doc, TONE_OPEN,
                 tr(N_("It cannot be told while something that the rule needs is unknown: check says what.")));
    else
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, tr(N_("What binds: %s.")), aim_text(doc, aim)));
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
    doc_value(doc, cell_text(statement_path(doc->arena, varied), "vary"));
    doc_text(doc, TONE_NEUTRAL,
             text_capital(doc->arena,
                          filled(doc, tr(sentence),
                                 (const char *const[]){ title, tried_number_text(doc, search->varied, answer->number),
                                                        aims_text(doc, search) })));
    if (turned || answer->outcome == SEARCH_AT_BOUND)
        doc_value(doc, cell_tried_number(doc, search->varied, answer->number, "answer"));
    if (turned)
        add_neighbour(doc, search, answer);
    add_binding(doc, answer);
    if (turned)
        add_promise(doc, answer);
}
