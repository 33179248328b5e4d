#include <medfin/papers/quoted.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/doc/rounding.h>
#include <medfin/doc/table_text.h>
#include <medfin/papers/prose.h>

static const char opening[] = "{{", closing[] = "}}";
enum { BRACES = sizeof opening - 1 };

/* Braces that nothing closes on their line are words. */
bool quoted_next(const char **text, struct quoted_piece *piece, struct arena *arena)
{
    const char *open = strstr(*text, opening), *close = open ? strstr(open, closing) : NULL;
    if (close && memchr(open, '\n', (size_t)(close - open)))
        close = NULL;
    if (!**text)
        return false;
    if (!close) {
        *piece = (struct quoted_piece){ *text, NULL };
        *text += strlen(*text);
        return true;
    }
    const char *from = open + BRACES, *end = close;
    while (from < end && *from == ' ')
        from++;
    while (end > from && end[-1] == ' ')
        end--;
    *piece = (struct quoted_piece){ arena_copy(arena, *text, (size_t)(open - *text)),
                                    arena_copy(arena, from, (size_t)(end - from)) };
    *text = close + BRACES;
    return true;
}

/* A rule alone has no figure. */
static bool find_figure(const struct plan *plan, const char *path, struct asked_figure *asked, struct arena *arena)
{
    return asked_figure_read(plan, path, NULL, asked, arena) == FIGURE_FOUND && !asked_is_rule(asked);
}

static const char *figure_shown(struct doc *doc, const struct plan *plan, const char *path)
{
    struct asked_figure asked;
    if (!find_figure(plan, path, &asked, doc->arena))
        return path;
    const struct doc_cell cell = asked.of.row ? cell_figure(doc, plan, &asked.of, path)
                                              : cell_asked(&asked, asked_figure_cell(plan, &asked), path);
    if (cell.unknown)
        return cell_is_money(&cell) ? tr(N_("an amount not yet known")) : tr(N_("not yet known"));
    return cell_is_money(&cell) ? prose_amount(doc, cell)
                                : shown_cell(doc, &cell, cell_shown(&cell, doc->unit->ore), doc->arena);
}

const char *quoted_text(struct doc *doc, const struct plan *plan, const char *text)
{
    struct text out = text_new(doc->arena);
    for (struct quoted_piece piece; quoted_next(&text, &piece, doc->arena);)
        text_addf(&out, "%s%s", shown_text(doc->arena, piece.words),
                  piece.path ? figure_shown(doc, plan, piece.path) : "");
    return out.bytes;
}

static const struct fact *asked_fact(const struct project *project)
{
    const struct section_list *decisions = &project->of[SECTION_DECISION];
    return decisions->count ? ((const struct decision *)decisions->items[0])->ask : NULL;
}

struct doc_points decision_asked(const struct project *project, struct arena *arena)
{
    struct doc_points points = { 0 };
    const struct fact *ask = asked_fact(project);
    const char *line = ask ? ask->value.text : "";
    for (size_t size; (size = strcspn(line, "\n")); line += size + (line[size] == '\n'))
        *list_add(&points.list, arena) = arena_copy(arena, line, size);
    return points;
}

static bool check_fact(const struct plan *plan, const struct fact *fact, struct diags *diags)
{
    struct arena *arena = plan->arena;
    const char *text = fact->value.text;
    bool is_good = true;
    for (struct quoted_piece piece; quoted_next(&text, &piece, arena);) {
        struct asked_figure asked;
        const bool is_open = !piece.path && strstr(piece.words, opening);
        const bool is_other = piece.path && !find_figure(plan, piece.path, &asked, arena);
        if (is_open)
            diag_add(diags, DIAG_TEMPLATE_OPEN, fact->by->place,
                     ARGS(arg_text(closing), arg_text("{{total.cost.total}}")));
        if (is_other)
            diag_add(
                diags, DIAG_TEMPLATE_KEY, fact->by->place,
                ARGS(arg_text(piece.path), arg_text(text_nearest(piece.path, asked_figure_paths(plan, arena), arena))));
        is_good = is_good && !is_open && !is_other;
    }
    return is_good;
}

bool quoted_check(const struct plan *plan, struct diags *diags)
{
    const struct section_list *scenarios = &plan->project->of[SECTION_SCENARIO];
    const struct fact *ask = asked_fact(plan->project);
    bool is_good = !ask || check_fact(plan, ask, diags);
    for (int i = 0; i < scenarios->count; i++) {
        const struct fact *message = ((const struct scenario *)scenarios->items[i])->message;
        if (fact_is_stated(message) && !check_fact(plan, message, diags))
            is_good = false;
    }
    return is_good;
}
