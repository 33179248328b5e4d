#include <medfin/follow/cells.h>

#include <medfin/base/path.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>

const char *followed_title(const struct doc *doc, const struct followed *of)
{
    const struct section *section = of->section;
    if (section->kind == SECTION_CATEGORY)
        return category_title(doc, section);
    if (section_rows[section->kind].pays)
        return payer_title(doc, section);
    const struct line *line = (const struct line *)section;
    if (line_is_unplanned(line))
        return arena_text(doc->arena, "%s, %s", category_title(doc, *line->category->sections),
                          tr(N_("without a budget")));
    return section_title(section);
}

const char *followed_key(struct arena *arena, const char *path, const struct followed *of)
{
    const struct section *section = of->section;
    if (section->kind == SECTION_CATEGORY)
        return arena_text(arena, "%s.by_category.%s", path, key_name(arena, section->id));
    return arena_text(arena, "%s.by_line.%s.%s", path, section_rows[section->kind].name, key_name(arena, section->id));
}

static struct doc_cell side_cell(struct doc *doc, const struct plan *plan, bool is_there, const struct selection *of,
                                 struct months over, const char *key)
{
    bool is_any = is_there && over.first <= over.last;
    return is_any ? cell_sum(doc, plan, of, over, key) : cell_showing(cell_money(0, false, key), 0);
}

struct doc_cell budget_cell(struct doc *doc, const struct follow *follow, const struct followed *of, struct months over,
                            const char *key)
{
    return side_cell(doc, follow->budget, of->is_budgeted, &of->in_budget, over, key);
}

struct doc_cell forecast_cell(struct doc *doc, const struct follow *follow, const struct followed *of,
                              struct months over, const char *key)
{
    return side_cell(doc, follow->forecast, of->is_forecast, &of->in_forecast, over, key);
}

struct doc_cell less_cell(struct doc_cell of, struct doc_cell less, const char *key)
{
    bool is_unknown = of.unknown || less.unknown;
    const struct doc_cell cell = cell_money(is_unknown ? 0 : of.number - less.number, is_unknown, key);
    return is_unknown || !of.is_set || !less.is_set ? cell : cell_showing(cell, of.whole - less.whole);
}
