/* One figure, told: its formula, the tree of figures that made it, and the stated values
   that it rests on, each with its file, line and source. */

#include <medfin/contents/explain.h>

#include <medfin/base/text.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>
#include <medfin/figures/leaves.h>
#include <medfin/model/key_names.h>

static const char *fact_path(struct doc *doc, const struct derivation *leaf, enum language language)
{
    if (leaf->fact->by)
        return statement_path(doc->arena, leaf->fact->by, language);
    const char *path = section_path(doc->arena, leaf->section, language);
    const struct key *key = key_of_field(leaf->section, leaf->fact);
    if (key)
        path = arena_text(doc->arena, "%s.%s", path, key_word(key, language));
    return arena_text(doc->arena, "%s, %s", path, tr(N_("not stated: the default")));
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
    const char *path = section_path(doc->arena, leaf->section, doc->language);
    const char *form = leaf->row->in_kind ? arena_text(doc->arena, " (%s)", tr(N_("in kind"))) : "";
    return arena_text(doc->arena, "%s%s %s", path, form, span_text(doc, leaf));
}

/* "cash 2022-05": what explain takes as it stands. */
static const char *named_label(struct doc *doc, const struct figure *figure)
{
    if (figure->row->number != NUMBER_NONE)
        return figure_title(doc, figure);
    const char *name = figure_name_in(doc->arena, figure, doc->language);
    switch (figure->time) {
    case TIME_MONTH:
        return arena_text(doc->arena, "%s %s", name, month_text(doc->arena, figure->first));
    case TIME_YEAR:
        return arena_text(doc->arena, "%s %d", name, month_year(figure->first));
    default:
        return name;
    }
}

static const char *side_of_ratio(enum field field)
{
    return field == FIELD_SECOND ? tr(N_("match, of the ratio")) : tr(N_("grant, of the ratio"));
}

static const char *plain_label(struct doc *doc, const struct derivation *told)
{
    if (told->row)
        return rows_label(doc, told);
    if (told->figure)
        return named_label(doc, told->figure);
    switch (told->op) {
    case OP_FACT:
        return told->fact->value.kind == VALUE_RATIO ? side_of_ratio(told->field) : fact_path(doc, told, doc->language);
    case OP_NUMBER:
        return tr(told->label);
    default:
        return told->label ? tr(told->label) : tr(N_("sum"));
    }
}

static const char *label(struct doc *doc, const struct derivation *told)
{
    const char *plain = plain_label(doc, told);
    return told->again ? arena_text(doc->arena, tr(N_("%s, as above")), plain) : plain;
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
    return fact_is_stated(leaf->section->source) ? leaf->section->source->value.text : "";
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
    bool is_long = told->part_count > LONGEST_FORMULA;
    if (!told->part_count || !depth || is_long || (rounds && depth < FORMULA_DEPTH)) {
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

static bool rounds_one(const struct derivation *told)
{
    return told->part_count && (told->op == OP_NEAREST || told->op == OP_UP || told->op == OP_DOWN);
}

static void add_joined(struct doc *doc, struct text *out, const struct derivation *told, const char *joint, int depth)
{
    for (int i = 0; i < told->part_count; i++) {
        const struct derivation *part = told->parts[i];
        if (i)
            text_add(out, part->minus ? " \u2212 " : part->divides ? " ÷ " : joint);
        const struct derivation *of = rounds_one(part) ? part->parts[0] : part;
        bool is_told = of->part_count <= LONGEST_FORMULA;
        bool sum_within =
            is_told && of->op == OP_SUM && (told->op != OP_SUM || part->minus) && of->part_count > 1 && depth > 1;
        text_add(out, sum_within ? "(" : "");
        add_formula(doc, out, part, depth - 1);
        text_add(out, sum_within ? ")" : "");
    }
}

static void add_formula_text(struct doc *doc, const struct derivation *tree)
{
    bool is_itself = tree->part_count == 1 && tree->op != OP_STEP;
    if (!tree->part_count || is_itself || tree->part_count > LONGEST_FORMULA)
        return;
    struct text out = text_new(doc->arena);
    text_addf(&out, "%s = ", figure_text(doc, tree));
    add_formula(doc, &out, tree, FORMULA_DEPTH);
    doc_text(doc, TONE_NEUTRAL, out.bytes);
}

static const char *stated_text(struct doc *doc, const struct fact *fact)
{
    return value_text(doc->arena, &fact->value, fact->by ? fact->by->key->words : NULL, doc->language);
}

/* For programs alone, before the table that shows the same. */
static struct derivation leaf_told(const struct leaf *leaf)
{
    return (struct derivation){ .op = OP_FACT, .section = leaf->section, .fact = leaf->fact };
}

static void add_input_values(struct doc *doc, const leaf_list *leaves)
{
    for (int i = 0; i < leaves->count; i++) {
        const struct derivation told = leaf_told(&leaves->items[i]), *leaf = &told;
        const struct {
            const char *key, *text;
        } values[] = { { "path", fact_path(doc, leaf, LANGUAGE_EN) },
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

static void add_inputs(struct doc *doc, const leaf_list *leaves)
{
    if (!leaves->count)
        return;
    add_input_values(doc, leaves);
    const struct doc_column columns[] = { { tr(N_("Stated")), -1, false }, { tr(N_("Place and source")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("The stated values that it rests on")), tr(N_("Value")), columns, 2);
    table->labels_wrap = true;
    for (int i = 0; i < leaves->count; i++) {
        const struct derivation told = leaf_told(&leaves->items[i]), *leaf = &told;
        struct doc_row *row = doc_row(doc, table, fact_path(doc, leaf, doc->language), 0);
        row->cells[0] = cell_text(stated_text(doc, leaf->fact), NULL);
        row->cells[1] = cell_text(origin_text(doc, leaf), NULL);
    }
}

/* The tree for programs alone: what it is called, its path or place where it has one, and its parts. */
static void add_tree_values(struct doc *doc, const struct derivation *told, const char *path)
{
    static const char *const operators[OP_COUNT] = {
        [OP_NUMBER] = "number",    [OP_FACT] = "stated",     [OP_SUM] = "sum",
        [OP_PRODUCT] = "product",  [OP_SPREAD] = "spread",   [OP_STEP] = "step",
        [OP_LEAST] = "least",      [OP_MOST] = "most",       [OP_IF_GRANTED] = "if_granted",
        [OP_WHILE_LEFT] = "while", [OP_NEAREST] = "nearest", [OP_UP] = "up",
        [OP_DOWN] = "down",
    };
    struct arena *arena = doc->arena;
    const char *place = told->section ? place_text(arena, place_of(told)) : "";
    doc_value(doc, cell_text(label(doc, told), arena_text(arena, "%s.label", path)));
    doc_value(doc, value_cell(told, arena_text(arena, "%s.value", path)));
    if (told->part_count)
        doc_value(doc, cell_text(operators[told->op], arena_text(arena, "%s.operator", path)));
    if (told->minus || told->divides)
        doc_value(doc, cell_text(told->minus ? "minus" : "divides", arena_text(arena, "%s.sign", path)));
    if (told->figure)
        doc_value(doc, cell_text(figure_path(arena, told->figure), arena_text(arena, "%s.path", path)));
    if (*place)
        doc_value(doc, cell_text(place, arena_text(arena, "%s.place", path)));
    for (int i = 0; i < told->part_count; i++)
        add_tree_values(doc, told->parts[i], arena_text(arena, "%s.parts[%d]", path, i));
}

void derivation_contents(struct doc *doc, const struct derivation *tree)
{
    add_formula_text(doc, tree);
    const struct doc_column columns[] = { { tr(N_("Figure")), -1, false }, { tr(N_("Place and source")), -1, true } };
    /* Within a larger doc its heading says what is made. */
    struct doc_table *table = doc_table(doc, doc->depth ? "" : tr(N_("How it was made")), tr(N_("What")), columns, 2);
    table->labels_wrap = true;
    add_node(doc, table, tree, 0);
}

/* The month in which a rule's figure is looked at. */
static month looked_at(const struct plan *plan, const struct asked_figure *asked)
{
    if (asked->at)
        return asked->at;
    return asked->year ? month_earlier(year_last(asked->year), plan_last(plan)) : plan_last(plan);
}

void explain_contents(struct doc *doc, const struct plan *plan, const struct asked_figure *asked)
{
    const char *title = asked_figure_title(doc, asked), *path = asked_figure_path(doc->arena, asked);
    node of = asked->rule ? asked_figure_node(plan, asked) : 0;
    const struct derivation *tree = asked->rule ? node_derivation(plan, of, looked_at(plan, asked), doc->arena)
                                                : figure_derivation(plan, &asked->of, doc->arena);
    const leaf_list leaves =
        asked->rule ? node_leaves(plan, of, doc->arena) : figure_leaves(plan, &asked->of, doc->arena);
    doc_heading(doc, 1, text_capital(doc->arena, title));
    doc_value(doc, cell_text(path, "figure"));
    doc_value(doc, cell_text(title, "title"));
    doc_value(doc, value_cell(tree, "value"));
    doc_text(doc, TONE_NEUTRAL, asked_figure_path_in(doc->arena, asked, doc->language));
    add_tree_values(doc, tree, "tree");
    derivation_contents(doc, tree);
    add_inputs(doc, &leaves);
}
