/* One figure, told: its formula, the tree of figures that made it, and the stated values
   that it rests on, each with its file, line and source. */

#include <medfin/contents/explain.h>

#include <medfin/base/text.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>

static const char *fact_path(struct doc *doc, const struct derivation *leaf)
{
    if (leaf->fact->by)
        return statement_path(doc->arena, leaf->fact->by);
    return arena_text(doc->arena, "%s, %s", section_path(doc->arena, leaf->section), tr(N_("not stated: the default")));
}

static const char *span_text(struct doc *doc, const struct derivation *leaf)
{
    const char *first = month_text(doc->arena, leaf->first);
    if (leaf->last < leaf->first)
        return arena_text(doc->arena, "%s %s", tr(N_("before")), first);
    if (leaf->first == leaf->last)
        return first;
    return arena_text(doc->arena, "%s–%s", first, month_text(doc->arena, leaf->last));
}

static const char *rows_label(struct doc *doc, const struct derivation *leaf)
{
    const char *path = section_path(doc->arena, leaf->section);
    const char *form = leaf->row->in_kind ? arena_text(doc->arena, " (%s)", tr(N_("in kind"))) : "";
    return arena_text(doc->arena, "%s%s %s", path, form, span_text(doc, leaf));
}

static const char *side_of_ratio(enum field field)
{
    return field == FIELD_SECOND ? tr(N_("match, of the ratio")) : tr(N_("grant, of the ratio"));
}

static const char *label(struct doc *doc, const struct derivation *told)
{
    if (told->row)
        return rows_label(doc, told);
    switch (told->op) {
    case OP_FACT:
        return told->fact->value.kind == VALUE_RATIO ? side_of_ratio(told->field) : fact_path(doc, told);
    case OP_NUMBER:
        return tr(told->label);
    default:
        return told->label ? tr(told->label) : tr(N_("sum"));
    }
}

static struct doc_cell value_cell(const struct derivation *told, const char *key)
{
    /* A status is told as the factor that it is. */
    enum kind kind = told->kind == KIND_STATUS ? KIND_COUNT : told->kind;
    struct doc_cell cell = cell_number(kind, told->value, told->unknown, key);
    cell.exact = true;
    return cell;
}

static struct place place_of(const struct derivation *leaf)
{
    return leaf->fact && leaf->fact->by ? leaf->fact->by->place : leaf->section->place;
}

static const char *source_of(const struct derivation *leaf)
{
    if (leaf->fact)
        return leaf->fact->by && leaf->fact->by->source ? leaf->fact->by->source : "";
    return fact_is_stated(&leaf->section->source) ? leaf->section->source.value.text : "";
}

/* "antaganden.ini:25, assumption". */
static const char *origin_text(struct doc *doc, const struct derivation *leaf)
{
    const char *place = place_short(doc->arena, place_of(leaf)), *raw = source_of(leaf),
               *source = *raw ? source_title(raw) : "";
    return arena_text(doc->arena, "%s%s%s", place, *place && *source ? ", " : "", source);
}

static const char *marked(struct doc *doc, const struct derivation *told, const char *text)
{
    if (told->minus)
        return arena_text(doc->arena, "\u2212 %s", text);
    return told->divides ? arena_text(doc->arena, "÷ %s", text) : text;
}

static void add_node(struct doc *doc, struct doc_table *table, const struct derivation *told, int depth)
{
    struct doc_row *row = doc_row(doc, table, marked(doc, told, label(doc, told)), depth);
    row->cells[0] = value_cell(told, NULL);
    if (told->section)
        row->cells[1] = cell_text(origin_text(doc, told), NULL);
    for (int i = 0; i < told->part_count; i++)
        add_node(doc, table, told->parts[i], depth + 1);
}

/* The formula with its figures, one level of parts and short sums within. */

static const char *figure_text(struct doc *doc, const struct derivation *told)
{
    if (told->unknown)
        return "?";
    switch (told->kind) {
    case KIND_MONEY:
        return money_text(doc->arena, told->value, doc->language);
    case KIND_SHARE:
        return told->op == OP_NUMBER ? number_text(doc->arena, told->value, doc->language)
                                     : share_text(doc->arena, told->value, doc->language);
    case KIND_DECIMAL:
        return number_text(doc->arena, told->value, doc->language);
    case KIND_COUNT:
        return count_text(doc->arena, told->value);
    case KIND_FINE:
        return fine_text(doc->arena, told->value, doc->language);
    default:
        break;
    }
    return "";
}

enum { LONGEST_FORMULA = 6, FORMULA_DEPTH = 3 };

static void add_joined(struct doc *doc, struct text *out, const struct derivation *told, const char *joint, int depth);

static void add_formula(struct doc *doc, struct text *out, const struct derivation *told, int depth)
{
    /* What is rounded on its own is shown as its result, unless it is the figure asked for. */
    bool rounds = told->op == OP_PRODUCT || told->op == OP_STEP || told->op == OP_SPREAD;
    if (!told->part_count || !depth || (rounds && depth < FORMULA_DEPTH)) {
        text_add(out, figure_text(doc, told));
        return;
    }
    switch (told->op) {
    case OP_PRODUCT:
        add_joined(doc, out, told, " × ", depth);
        break;
    case OP_STEP:
        text_addf(out, "%s × (1 + %s)", figure_text(doc, told->parts[0]), figure_text(doc, told->parts[1]));
        break;
    case OP_SPREAD:
        text_addf(out, tr(N_("part %s of %s of %s")), figure_text(doc, told->parts[1]),
                  figure_text(doc, told->parts[2]), figure_text(doc, told->parts[0]));
        break;
    case OP_NEAREST:
    case OP_UP:
    case OP_DOWN:
        add_formula(doc, out, told->parts[0], depth);
        break;
    case OP_LEAST:
    case OP_MOST:
        text_add(out, told->op == OP_LEAST ? "min(" : "max(");
        add_joined(doc, out, told, "; ", depth);
        text_add(out, ")");
        break;
    default:
        add_joined(doc, out, told, " + ", depth);
        break;
    }
}

static void add_joined(struct doc *doc, struct text *out, const struct derivation *told, const char *joint, int depth)
{
    for (int i = 0; i < told->part_count; i++) {
        const struct derivation *part = told->parts[i];
        if (i)
            text_add(out, part->minus ? " \u2212 " : part->divides ? " ÷ " : joint);
        bool sum_within =
            part->op == OP_SUM && (told->op != OP_SUM || part->minus) && part->part_count > 1 && depth > 1;
        text_add(out, sum_within ? "(" : "");
        add_formula(doc, out, part, depth - 1);
        text_add(out, sum_within ? ")" : "");
    }
}

static void add_formula_text(struct doc *doc, const struct derivation *tree)
{
    if (!tree->part_count || tree->part_count > LONGEST_FORMULA)
        return;
    struct text out = text_new(doc->arena);
    text_addf(&out, "%s = ", figure_text(doc, tree));
    add_formula(doc, &out, tree, FORMULA_DEPTH);
    doc_text(doc, TONE_NEUTRAL, out.bytes);
}

/* The stated values below a figure, each once, in the order in which they are met. */
struct inputs {
    const struct plan *plan;
    struct arena *arena;
    LIST(const struct derivation *) leaves;
    bool *seen; /* rows × months already followed */
};

static void follow(struct inputs *inputs, const struct derivation *told);

static void follow_rows(struct inputs *inputs, const struct derivation *leaf)
{
    const struct plan *plan = inputs->plan;
    for (month at = leaf->first; at <= leaf->last; at++) {
        if (!months_hold(plan_months(plan), at))
            continue;
        bool *seen = &inputs->seen[(leaf->row - plan->rows) * plan->count + (at - plan->first)];
        if (*seen)
            continue;
        *seen = true;
        follow(inputs, cell_derivation(plan, leaf->row, at, inputs->arena));
    }
}

static void follow(struct inputs *inputs, const struct derivation *told)
{
    if (told->row)
        follow_rows(inputs, told);
    bool is_new = told->op == OP_FACT;
    for (int i = 0; is_new && i < inputs->leaves.count; i++)
        is_new = !fact_same(inputs->leaves.items[i]->fact, told->fact);
    if (is_new)
        *list_add(&inputs->leaves, inputs->arena) = told;
    for (int i = 0; i < told->part_count; i++)
        follow(inputs, told->parts[i]);
}

static const char *stated_text(struct doc *doc, const struct fact *fact)
{
    return value_text(doc->arena, &fact->value, fact->by ? fact->by->key->words : NULL, doc->language);
}

/* For programs alone, before the table that shows the same. */
static void add_input_values(struct doc *doc, const struct inputs *inputs)
{
    for (int i = 0; i < inputs->leaves.count; i++) {
        const struct derivation *leaf = inputs->leaves.items[i];
        const struct {
            const char *key, *text;
        } values[] = { { "path", fact_path(doc, leaf) },
                       { "stated", stated_text(doc, leaf->fact) },
                       { "place", place_text(doc->arena, place_of(leaf)) },
                       { "source", source_of(leaf) } };
        for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
            struct doc_cell cell = cell_text(values[v].text, arena_text(doc->arena, "inputs[%d].%s", i, values[v].key));
            cell.unknown = !*values[v].text;
            doc_value(doc, cell);
        }
        doc_value(doc, cell_stated(doc, leaf->fact->by ? leaf->fact->by->key : NULL, &leaf->fact->value,
                                   arena_text(doc->arena, "inputs[%d].value", i)));
    }
}

static void add_inputs(struct doc *doc, const struct plan *plan, const struct derivation *tree)
{
    struct inputs inputs = { .plan = plan, .arena = doc->arena };
    inputs.seen = arena_take(doc->arena, (size_t)plan->row_count * (size_t)plan->count + 1, sizeof *inputs.seen);
    follow(&inputs, tree);
    if (!inputs.leaves.count)
        return;
    add_input_values(doc, &inputs);
    const struct doc_column columns[] = { { tr(N_("Stated")), -1, false }, { tr(N_("Place and source")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("The stated values that it rests on")), tr(N_("Value")), columns, 2);
    table->labels_wrap = true;
    for (int i = 0; i < inputs.leaves.count; i++) {
        const struct derivation *leaf = inputs.leaves.items[i];
        struct doc_row *row = doc_row(doc, table, fact_path(doc, leaf), 0);
        row->cells[0] = cell_text(stated_text(doc, leaf->fact), NULL);
        row->cells[1] = cell_text(origin_text(doc, leaf), NULL);
    }
}

void derivation_contents(struct doc *doc, const struct derivation *tree)
{
    add_formula_text(doc, tree);
    const struct doc_column columns[] = { { tr(N_("Figure")), -1, false }, { tr(N_("Place and source")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("How it was made")), tr(N_("What")), columns, 2);
    table->labels_wrap = true;
    add_node(doc, table, tree, 0);
}

void explain_contents(struct doc *doc, const struct plan *plan, const struct derivation *tree, const char *title)
{
    doc_heading(doc, 1, title);
    struct doc_cell value = value_cell(tree, "value");
    doc_value(doc, cell_text(title, "figure"));
    doc_value(doc, value);
    derivation_contents(doc, tree);
    add_inputs(doc, plan, tree);
}
