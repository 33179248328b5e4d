/* The difference between two scenarios, one row for each changed value. */

#include <medfin/contents/causes.h>

#include <string.h>

#include <medfin/base/marks.h>
#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/compare.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>

/* The columns of the table: figures in all, or one figure by year and in all. */
struct split {
    struct doc *doc;
    const struct comparison *comparison;
    int years; /* and behind them, as the column of that number, the whole */
    int first_year;
    int shown; /* columns: */
    int *columns, *figures;
};

static const struct figure *figure_of(const struct split *split, int column)
{
    return &split->comparison->figures.items[split->figures[column]];
}

static bool split_by_figure(const struct split *split)
{
    return marks_count(split->comparison->split, split->comparison->figures.count) > 1;
}

static struct split split_new(struct doc *doc, const struct comparison *comparison)
{
    const struct years span = compared_years(comparison);
    struct split split = { .doc = doc, .comparison = comparison, .first_year = span.first };
    split.years = years_count(span);
    size_t room = (size_t)(split.years + 1 + comparison->figures.count);
    split.columns = arena_take(doc->arena, room, sizeof *split.columns);
    split.figures = arena_take(doc->arena, room, sizeof *split.figures);
    bool by_year = !split_by_figure(&split);
    for (int f = 0; f < comparison->figures.count; f++)
        for (int column = by_year && !comparison->figures.items[f].row->only_total ? 0 : split.years;
             comparison->split[f] && column <= split.years; column++) {
            split.columns[split.shown] = column;
            split.figures[split.shown++] = f;
        }
    return split;
}

static const char *column_title(const struct split *split, int column)
{
    if (split_by_figure(split))
        return figure_title(split->doc, figure_of(split, column));
    return split->columns[column] == split->years
               ? tr(N_("Total"))
               : arena_text(split->doc->arena, "%d", split->first_year + split->columns[column]);
}

/* Years add up to the whole; of several figures one may be what two others come to. */
static int total_column(const struct split *split, int column)
{
    if (split->columns[column] < split->years)
        return figure_of(split, column)->row->adds_up ? split->shown - 1 : -1;
    int total = figure_total(&split->comparison->figures, split->figures[column], split->comparison->split);
    for (int c = 0; total >= 0 && c < split->shown; c++)
        if (split->figures[c] == total)
            return c;
    return -1;
}

static struct doc_table *split_table(const struct split *split, const char *caption)
{
    struct doc_column *columns = arena_take(split->doc->arena, (size_t)split->shown, sizeof *columns);
    for (int c = 0; c < split->shown; c++)
        columns[c] = (struct doc_column){ column_title(split, c), total_column(split, c), true };
    struct doc_table *table = doc_table(split->doc, caption, "", columns, split->shown);
    table->labels_wrap = true;
    table->first_against = split_by_figure(split);
    return table;
}

static void fill(const struct split *split, struct doc_row *row, const struct measured *before,
                 const struct measured *after)
{
    for (int c = 0; c < split->shown; c++)
        row->cells[c] =
            cell_of_row(figure_of(split, c)->row,
                        measured_change(split->comparison, before, after, split->columns[c], split->figures[c]), NULL);
}

/* The difference of what the two scenarios show; the causes add up to it. */
static void show_difference(const struct split *split, struct doc_row *row, const struct plan *of,
                            const struct plan *than)
{
    for (int c = 0; c < split->shown; c++) {
        int column = split->columns[c], year = column < split->years ? split->first_year + column : 0;
        const struct doc_cell one = compared_shown(split->doc, split->comparison, split->figures[c], year, of, NULL);
        const struct doc_cell other =
            compared_shown(split->doc, split->comparison, split->figures[c], year, than, NULL);
        struct doc_cell *cell = &row->cells[c];
        if (one.is_set && other.is_set && cell->number == one.number - other.number)
            *cell = cell_showing(*cell, one.whole - other.whole);
    }
}

static const struct section *section_of(const struct cause *cause, const struct statement *statement)
{
    if (statement->section == SECTION_PROJECT)
        return &cause->after.project->section;
    const struct section *section = project_find(cause->after.project, statement->section, statement->id);
    return section ? section : project_find(cause->before.project, statement->section, statement->id);
}

static bool is_same_section(const struct statement *a, const struct statement *b)
{
    return a->section == b->section && strcmp(a->id, b->id) == 0;
}

/* "Projektledare (staff.projektledare)": above the values of one section. */
static const char *section_heading(const struct split *split, const struct cause *cause)
{
    const struct statement *statement = cause->values.items[0].statement;
    const struct section *section = section_of(cause, statement);
    const struct statement head = { .section = statement->section, .id = statement->id };
    const char *name = statement_path(split->doc->arena, &head, split->doc->language);
    bool titled = section && fact_is_stated(section->title);
    return titled ? arena_text(split->doc->arena, "%s (%s)", section_title(section), name) : name;
}

/* "433 476 kr" of "433 476,00 kr": whole kronor are read faster without their öre. */
static const char *without_ore(const char *stated, struct arena *arena)
{
    static const char *const ends[] = { ",00 kr", ".00 kr", ",00\u00a0kr", ".00\u00a0kr" };
    struct text out = text_new(arena);
    while (*stated) {
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            stated += strncmp(stated, ends[i], strlen(ends[i])) == 0 ? 3 : 0;
        text_add_bytes(&out, stated++, 1);
    }
    return out.bytes;
}

const char *changed_shown(struct doc *doc, const struct changed_value *changed, const struct fact *fact)
{
    const bool is_left_out = fact && fact->value.kind == VALUE_STATUS && fact->value.second;
    return is_left_out ? tr(N_("left out"))
                       : without_ore(changed_text(changed, fact, doc->language, doc->arena), doc->arena);
}

/* "share: 50 % → 100 %", with the whole path where the section is another than the heading's. */
static const char *value_label(const struct split *split, const struct cause *cause, int number)
{
    struct doc *doc = split->doc;
    const struct changed_value *changed = &cause->values.items[number];
    const struct statement *by = changed->statement;
    bool same = is_same_section(by, cause->values.items[0].statement);
    return arena_text(doc->arena, "%s: %s → %s",
                      same ? stated_key_with_name(doc, by) : stated_title_with_path(doc, section_of(cause, by), by),
                      changed_shown(doc, changed, changed->from), changed_shown(doc, changed, changed->to));
}

static const char *cause_label(const struct split *split, const struct cause *cause)
{
    struct text label = text_new(split->doc->arena);
    if (cause->is_rest)
        return arena_text(split->doc->arena, tr(N_("all further changes together (changes: %d)")), cause->values.count);
    for (int v = 0; v < cause->values.count; v++)
        text_addf(&label, "%s%s", v ? "; " : "", value_label(split, cause, v));
    if (cause->values.count > 1)
        text_addf(&label, " (%s)", tr(N_("only valid together")));
    return label.bytes;
}

/* Leading causes that an earlier scenario has just so, through files that both stand on. */
static int shared_causes(const struct comparison *comparison, int at, const cause_list *causes, int *with)
{
    const struct scenario_case *own = &comparison->cases[at];
    int with_first = compare_common(&comparison->cases[0], own), most = 0;
    for (int i = 1; i < at; i++) {
        int common = compare_common(&comparison->cases[i], own), count = 0;
        if (compare_common(&comparison->cases[0], &comparison->cases[i]) != with_first)
            continue;
        while (count < causes->count && (causes->items[count].is_back || causes->items[count].end <= common))
            count++;
        if (count > most) {
            most = count;
            *with = i;
        }
    }
    return most > 1 ? most : 0;
}

static void add_rows(const struct split *split, struct doc_table *table, const cause_list *causes, int from)
{
    const char *heading = NULL;
    for (int i = from; i < causes->count; i++) {
        const struct cause *cause = &causes->items[i];
        const char *own = cause->is_rest ? NULL : section_heading(split, cause);
        if (own && (!heading || strcmp(heading, own) != 0))
            doc_row(split->doc, table, own, 0)->is_heading = true;
        heading = own;
        fill(split, doc_row(split->doc, table, cause_label(split, cause), own ? 1 : 0), &cause->before, &cause->after);
    }
}

static void add_table(const struct split *split, int at, const cause_list *causes)
{
    const struct scenario_case *cases = split->comparison->cases;
    struct doc *doc = split->doc;
    int with = 0, shared = shared_causes(split->comparison, at, causes, &with);
    bool one = !split_by_figure(split);
    const char *what = one ? figure_title(doc, figure_of(split, 0)) : NULL;
    const char *caption =
        arena_text(doc->arena, tr(N_("What makes the difference: %s, against “%s”")), cases[at].title, cases[0].title);
    struct doc_table *table = split_table(split, one ? arena_text(doc->arena, "%s: %s", caption, what) : caption);
    const struct measured *first = &causes->items[0].before, *last = &causes->items[causes->count - 1].after;
    if (shared)
        fill(split,
             doc_row(doc, table,
                     arena_text(doc->arena, tr(N_("as for “%s”, above (changes: %d)")), cases[with].title, shared), 0),
             first, &causes->items[shared - 1].after);
    add_rows(split, table, causes, shared);
    int total = table->rows.count;
    struct doc_row *row = doc_row(doc, table, tr(N_("The whole difference")), 0);
    row->is_total = true;
    fill(split, row, first, last);
    show_difference(split, row, cases[at].trial.plan, cases[0].trial.plan);
    for (int i = 0; i < total; i++)
        if (!table->rows.items[i].is_heading)
            table->rows.items[i].part_of = total;
}

/* Every figure, by year and in all, for programs alone. */
static void add_changes(const struct split *split, const struct measured *before, const struct measured *after,
                        const char *path)
{
    const struct comparison *comparison = split->comparison;
    struct arena *arena = split->doc->arena;
    for (int i = 0; i <= split->years; i++)
        for (int f = 0; f < comparison->figures.count; f++) {
            int column = i ? i - 1 : split->years;
            const struct figure of = compared_in(comparison, f, i ? split->first_year + column : 0);
            bool is_told = !i || !of.row->only_total;
            if (is_told && compared_applies(comparison, f, &comparison->cases[0]))
                doc_value(split->doc, cell_of_row(of.row, measured_change(comparison, before, after, column, f),
                                                  arena_text(arena, "%s.%s", path, figure_path(arena, &of))));
        }
}

static struct doc_cell stated_cell(const struct split *split, const struct changed_value *changed,
                                   const struct fact *fact, const char *key)
{
    struct doc_cell cell = cell_text(changed_text(changed, fact, LANGUAGE_EN, split->doc->arena), key);
    cell.unknown = !fact;
    return cell;
}

static void add_cause_values(const struct split *split, const struct cause *cause, const char *path)
{
    struct doc *doc = split->doc;
    for (int v = 0; v < cause->values.count; v++) {
        const struct changed_value *changed = &cause->values.items[v];
        const char *own = v ? arena_text(doc->arena, "%s.with[%d]", path, v - 1) : path;
        doc_value(doc, cell_text(statement_path(doc->arena, changed->statement, LANGUAGE_EN),
                                 arena_text(doc->arena, "%s.path", own)));
        doc_value(doc, stated_cell(split, changed, changed->from, arena_text(doc->arena, "%s.from", own)));
        doc_value(doc, stated_cell(split, changed, changed->to, arena_text(doc->arena, "%s.to", own)));
    }
    add_changes(split, &cause->before, &cause->after, arena_text(doc->arena, "%s.change", path));
}

static void add_values(const struct split *split, int at, const cause_list *causes)
{
    struct doc *doc = split->doc;
    const char *path = compared_path(doc, split->comparison, at);
    for (int i = 0; i < causes->count; i++)
        add_cause_values(split, &causes->items[i], arena_text(doc->arena, "%s.causes[%d]", path, i));
    add_changes(split, &causes->items[0].before, &causes->items[causes->count - 1].after,
                arena_text(doc->arena, "%s.difference", path));
}

static bool is_unknown_before(const struct split *split, const cause_list *causes)
{
    for (int c = 0; c < split->shown; c++)
        if (causes->items[0]
                .before.cells[split->columns[c] * split->comparison->figures.count + split->figures[c]]
                .needs)
            return true;
    return false;
}

/* The order decides how much falls on which cause, so it is stated. */
static void add_order(const struct split *split, const cause_list *causes)
{
    struct doc *doc = split->doc;
    if (causes->items[0].is_back)
        doc_text(
            doc, TONE_NEUTRAL,
            arena_text(
                doc->arena,
                tr(N_(
                    "First what only “%s” changes is taken back, the last first; then each change in the order of the file, on top of the ones before.")),
                split->comparison->cases[0].title));
    else
        doc_text(
            doc, TONE_NEUTRAL,
            split->comparison->by_path
                ? tr(N_("Each change in the order of the file as it is now, on top of the ones before; last what it "
                        "does not say any more."))
                : tr(N_("Each change in the order of the file, on top of the ones before.")));
    if (is_unknown_before(split, causes))
        doc_text(
            doc, TONE_OPEN,
            arena_text(
                doc->arena,
                tr(N_(
                    "A difference to what is unknown is unknown (?), and “%s” has unknown figures. --against SCENARIO.ini compares with another.")),
                split->comparison->cases[0].title));
}

void causes_contents(struct doc *doc, const struct comparison *comparison, int at)
{
    const struct split split = split_new(doc, comparison);
    const struct scenario_case *cases = comparison->cases;
    const cause_list causes = compare_causes(comparison, &cases[0], &cases[at], compared_years(comparison), doc->arena);
    if (!causes.count) {
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("“%s” changes no value of “%s”.")), cases[at].title, cases[0].title));
        return;
    }
    add_values(&split, at, &causes);
    add_table(&split, at, &causes);
    add_order(&split, &causes);
}
