#include "inputs.h"

#include <math.h>
#include <stdlib.h>

#include <medfin/base/sort.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>
#include <medfin/model/key_names.h>

#include "kinds.h"
#include "spots.h"

enum { COUNT_ROW = 2, HEAD_ROW = INPUTS_HEAD, FIRST_ROW = INPUTS_FIRST };

static const struct {
    const char *title;
    double width;
} columns[INPUT_COLUMNS] = {
    [LABEL] = { N_("Value"), 44 },
    [VALUE] = { N_("Change here"), 16 },
    [UNIT] = { N_("Unit"), 10 },
    [CHANGED] = { N_("Changed?"), 10 },
    [SOURCE] = { N_("Source"), 22 },
    [PLACE] = { N_("Place"), 20 },
    [PATH] = { N_("Path"), 40 },
    [LOWEST] = { N_("Lowest"), 14 },
    [HIGHEST] = { N_("Highest"), 16 },
    [DECIMALS] = { N_("Decimals"), 9 },
    [IS_OK] = { N_("In order (1)"), 10 },
    [APPLIES] = { N_("Counted with"), 14 },
    [SETTLED] = { N_("Secured (1)"), 10 },
    [MEDFINS] = { N_("medfin's"), 14 },
    [IS_CHANGED] = { N_("Changed (1)"), 10 },
    [PART] = { N_("Part"), 8 },
};

/* What can be entered. */

bool input_is_status(const struct input *input)
{
    return input->field == FIELD_PAYS || input->field == FIELD_YEAR_PAYS;
}

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* Ten times what is stated, and no less than anybody is likely to try: the smaller the numbers, the simpler are the
   formulas that are exact. Beyond it there is `--set`. */
static int64_t highest(const struct input *input, enum kind kind, int64_t value)
{
    value = llabs(value);
    if (input->fact->value.kind == VALUE_RATIO)
        return larger(2 * value, 10);
    if (kind == KIND_MONEY && input->section->kind == SECTION_STAFF)
        return larger(5 * value, 100000 * KRONA);
    if (kind == KIND_MONEY)
        return larger(10 * value, 1000000 * KRONA);
    if (kind == KIND_SHARE)
        return larger(2 * value, input->section->kind == SECTION_INDEX ? SHARE_ONE / 10 : SHARE_ONE);
    if (kind == KIND_FINE)
        return larger(10 * value, 100 * KRONA * ORE_FINE);
    return larger(10 * value, 1000 * kind_unit(kind));
}

static int own_decimals(enum kind kind, int64_t value)
{
    int decimals = kind_decimals(kind);
    for (; decimals && value % 10 == 0; decimals--)
        value /= 10;
    return decimals;
}

static void bound(struct input *input, enum kind kind, int64_t value)
{
    static const int usual[KIND_KINDS] = { [KIND_MONEY] = 2, [KIND_SHARE] = 4, [KIND_DECIMAL] = 2, [KIND_FINE] = 4 };
    int own = own_decimals(kind, value);
    input->decimals = own > usual[kind] ? own : usual[kind];
    input->high = highest(input, kind, value);
    input->low = -input->high;
    if (input->field == FIELD_SECOND)
        input->low = input->fact->value.kind == VALUE_RATIO ? 1 : 0;
    if (!input->is_live || input->field != FIELD_NUMBER)
        return;
    struct key_range range = key_range(input->fact->by->key, input->section->kind, &input->fact->value);
    input->high = range.high < input->high ? range.high : input->high;
    input->low = range.low > input->low ? range.low : input->low;
    if (input->fact->value.kind == VALUE_RATIO)
        input->low = 0;
}

/* Which rows there are. */

/* What a row of a table says is made a fact by each who asks. */
static bool is_same(const struct input *input, const struct node_view *view)
{
    const struct statement *one = input->fact->by, *other = view->fact->by;
    if (input->section != view->section)
        return false;
    return input->fact == view->fact || (one && other && !input->fact->stated && !view->fact->stated &&
                                         one->key == other->key && one->at == other->at);
}

static struct input *input_of(struct making *making, const struct node_view *view)
{
    enum field field = view->field == FIELD_SETTLED        ? FIELD_PAYS
                       : view->field == FIELD_YEAR_SETTLED ? FIELD_YEAR_PAYS
                                                           : view->field;
    for (int i = making->input_rows.count - 1; i >= 0; i--) {
        struct input *input = &making->input_rows.items[i];
        if (input->field == field && is_same(input, view))
            return input;
    }
    struct input *input = list_add(&making->input_rows, making->arena);
    *input = (struct input){ .section = view->section, .fact = view->fact, .field = field };
    return input;
}

static bool is_live(const struct making *making, const struct input *input)
{
    int stated = input->fact->stated;
    enum field field = input->number ? input->field : input->field + 1;
    if (!stated)
        return input->section->kind == SECTION_POPULATION && !graph_is_shaped(making->graph, input->fact);
    return fact_is_stated(input->fact) && graph_leaf(making->graph, stated, field);
}

static int by_place(const void *a, const void *b)
{
    const struct input *first = a, *second = b;
    int order = (first->section->order > second->section->order) - (first->section->order < second->section->order);
    node one = first->number ? first->number : first->settled,
         other = second->number ? second->number : second->settled;
    return order ? order : (one > other) - (one < other);
}

static void find_inputs(struct making *making, const bool *reached)
{
    for (int of = 1; of < graph_count(making->graph); of++) {
        struct node_view view = graph_node(making->graph, (node)of);
        if (!reached[of] || view.op != OP_FACT)
            continue;
        struct input *input = input_of(making, &view);
        bool settles = view.field == FIELD_SETTLED || view.field == FIELD_YEAR_SETTLED;
        node *leaf = settles ? &input->settled : &input->number;
        if (*leaf)
            *list_add(&input->same, making->arena) = (node)of;
        else
            *leaf = (node)of;
    }
    sort_list(&making->input_rows, by_place, making->arena);
}

/* A row. */

static const char *at(const struct making *making, int row, enum input_column column)
{
    struct text text = text_new(making->arena);
    cell_address(&text, row, column);
    return text.bytes;
}

static const struct key *key_of(const struct input *input)
{
    return fact_is_stated(input->fact) ? input->fact->by->key : key_of_field(input->section, input->fact);
}

const char *input_path(const struct making *making, const struct input *input, enum language language)
{
    if (fact_is_stated(input->fact))
        return statement_path(making->arena, input->fact->by, language);
    const struct key *key = key_of(input);
    return arena_text(making->arena, "%s.%s", section_path(making->arena, input->section, language),
                      key ? key_word(key, language) : "");
}

const char *input_label(const struct making *making, const struct input *input)
{
    const struct key *key = key_of(input);
    const bool has_id = section_rows[input->section->kind].has_id;
    const char *label = fact_is_stated(input->fact) ? stated_title(making->doc, input->section, input->fact->by)
                        : !has_id && key            ? key_title(key)
                                                    : arena_text(making->arena, "%s, %s", section_title(input->section),
                                                      key ? key_title(key) : "");
    if (input->field == FIELD_SECOND)
        label = arena_text(making->arena, tr(N_("%s, second number")), label);
    if (input->field == FIELD_YEAR_PAYS)
        label = arena_text(making->arena, tr(N_("%s, status")), label);
    return text_capital(making->arena, label);
}

static const char *unit_of(const struct making *making, const struct input *input, enum kind kind)
{
    const struct period_row *period = &periods[input->fact->value.period];
    const char *suffix = making->doc->language == LANGUAGE_SV ? period->swedish : period->suffix;
    if (kind == KIND_SHARE)
        return "%";
    const char *blank = suffix && *suffix && *suffix != '/' && *suffix != ' ' ? " " : "";
    return kind == KIND_MONEY || kind == KIND_FINE ? arena_text(making->arena, "kr%s%s", blank, suffix ? suffix : "")
                                                   : "";
}

static void put_origin(struct making *making, const struct input *input, struct book_cell *value)
{
    struct book_sheet *sheet = making->inputs;
    const char *source = fact_is_stated(input->fact) ? source_title(input->fact->by->source) : NULL;
    const char *place =
        fact_is_stated(input->fact) ? place_short(making->arena, input->fact->by->place) : tr(N_("default"));
    value->comment = source ? arena_text(making->arena, "%s\n%s", place, source) : place;
    if (source)
        sheet_put_text(making->book, sheet, input->row, SOURCE, ROLE_PLAIN, source);
    sheet_put_text(making->book, sheet, input->row, PLACE, ROLE_PLAIN, place);
    sheet_put_text(making->book, sheet, input->row, PATH, ROLE_PLAIN, input_path(making, input, making->doc->language));
    sheet_put_number(making->book, sheet, input->row, PART, NUMBER_COUNT, ROLE_QUIET, input->field);
}

static void put_formula(struct making *making, const struct input *input, enum input_column column,
                        enum book_number number, const char *formula, double value)
{
    struct book_cell *cell =
        sheet_put_formula(making->book, making->inputs, input->row, column, number, ROLE_QUIET, formula);
    cell->value = value;
    if (isnan(value))
        cell->content = CONTENT_MISSING;
}

static void measure_leaf(struct making *making, const struct input *input, node of)
{
    struct node_view view = graph_node(making->graph, of);
    double unit = pow(10, kind_decimals(view.kind) - input->decimals);
    making->measures[of].decimals = input_is_status(input) ? 0 : input->decimals;
    making->measures[of].most = input_is_status(input) ? 1 : (double)larger(input->high, -input->low) / unit;
}

static void place_leaf(struct making *making, const struct input *input, node of, enum input_column column)
{
    const char *path = input_path(making, input, making->doc->language);
    const char *title = column == SETTLED ? arena_text(making->arena, "%s_%s", path, tr(N_("secured"))) : path;
    const char *name = book_name_cell(making->book, title, making->inputs, input->row, column);
    const struct spot spot = { making->inputs, input->row, column, name };
    place_node(making, of, spot);
    measure_leaf(making, input, of);
    for (int i = 0; i < input->same.count && column == APPLIES; i++) {
        place_node(making, input->same.items[i], spot);
        measure_leaf(making, input, input->same.items[i]);
    }
}

/* A number: what is entered counts while it is in order, and nothing does while it is not. */
static void put_number(struct making *making, struct input *input)
{
    struct node_view view = graph_node(making->graph, input->number);
    bool is_open = input->fact->value.unknown;
    enum book_number number = number_of(view.kind);
    bound(input, view.kind, view.value);
    double value = number_in(view.kind, view.value);
    enum book_role role = input->is_live ? ROLE_INPUT : ROLE_QUIET;
    struct book_cell *cell = sheet_put_number(making->book, making->inputs, input->row, VALUE, number, role, value);
    if (is_open)
        cell->content = CONTENT_BLANK;
    put_origin(making, input, cell);
    sheet_put_text(making->book, making->inputs, input->row, UNIT, ROLE_PLAIN, unit_of(making, input, view.kind));
    const char *entered = at(making, input->row, VALUE), *decimals = at(making, input->row, DECIMALS);
    if (!input->is_live) {
        put_formula(making, input, APPLIES, number,
                    arena_text(making->arena, "IF(ISNUMBER(%s),%s,NA())", entered, entered),
                    is_open ? (double)NAN : value);
        return;
    }
    const char *medfins = at(making, input->row, MEDFINS), *low = at(making, input->row, LOWEST);
    sheet_put_number(making->book, making->inputs, input->row, LOWEST, number, ROLE_QUIET,
                     number_in(view.kind, input->low));
    sheet_put_number(making->book, making->inputs, input->row, HIGHEST, number, ROLE_QUIET,
                     number_in(view.kind, input->high));
    sheet_put_number(making->book, making->inputs, input->row, DECIMALS, NUMBER_COUNT, ROLE_QUIET, input->decimals);
    if (!is_open)
        sheet_put_number(making->book, making->inputs, input->row, MEDFINS, number, ROLE_QUIET, value);
    put_formula(making, input, IS_OK, NUMBER_COUNT,
                arena_text(making->arena,
                           "IF(ISNUMBER(%s),IF(AND(%s>=%s,%s<=%s,ABS(ROUND(%s,%s)-%s)<=ABS(%s)/10^15),1,0),%s)",
                           entered, entered, low, entered, at(making, input->row, HIGHEST), entered, decimals, entered,
                           entered, is_open ? arena_text(making->arena, "IF(%s=\"\",1,0)", entered) : "0"),
                1);
    put_formula(making, input, APPLIES, number,
                arena_text(making->arena, "IF(%s=1,IF(ISNUMBER(%s),ROUND(%s,%s),NA()),NA())",
                           at(making, input->row, IS_OK), entered, entered, decimals),
                is_open ? (double)NAN : value);
    put_formula(making, input, IS_CHANGED, NUMBER_COUNT,
                is_open ? arena_text(making->arena, "IF(%s=\"\",0,1)", entered)
                        : arena_text(making->arena, "IF(ISNUMBER(%s),IF(ROUND(%s,%s)=%s,0,1),1)", entered, entered,
                                     decimals, medfins),
                0);
    *list_add(&making->inputs->validations, making->arena) =
        (struct book_validation){ .row = input->row,
                                  .column = VALUE,
                                  .low = number_in(view.kind, input->low),
                                  .high = number_in(view.kind, input->high) };
}

static const char *one_of(const struct making *making, const char *cell, const char *const *words, int count)
{
    struct text text = text_new(making->arena);
    text_add(&text, "OR(");
    for (int i = 0; i < count; i++)
        text_addf(&text, "%s%s=\"%s\"", i ? "," : "", cell, words[i]);
    text_add(&text, ")");
    return text.bytes;
}

/* Words that count as they stand where they cannot be changed. */
static void put_status_formulas(struct making *making, const struct input *input, enum status status,
                                const char *const *words, int count)
{
    const char *entered = at(making, input->row, VALUE), *ok = at(making, input->row, IS_OK);
    const char *settled[] = { doc_word(making->doc, words_status, STATUS_GRANTED),
                              doc_word(making->doc, words_status, STATUS_DECIDED) };
    const char *rejected = doc_word(making->doc, words_status, STATUS_REJECTED);
    const char *if_ok = input->is_live ? arena_text(making->arena, "%s=1", ok) : "TRUE";
    put_formula(making, input, APPLIES, NUMBER_COUNT,
                arena_text(making->arena, "IF(%s,IF(%s=\"%s\",0,1),NA())", if_ok, entered, rejected),
                status != STATUS_REJECTED);
    put_formula(making, input, SETTLED, NUMBER_COUNT,
                arena_text(making->arena, "IF(%s,IF(%s,1,0),NA())", if_ok, one_of(making, entered, settled, 2)),
                status == STATUS_GRANTED || status == STATUS_DECIDED);
    if (!input->is_live)
        return;
    put_formula(making, input, IS_OK, NUMBER_COUNT,
                arena_text(making->arena, "IF(%s,1,0)", one_of(making, entered, words, count)), 1);
    put_formula(making, input, IS_CHANGED, NUMBER_COUNT,
                arena_text(making->arena, "IF(%s=%s,0,1)", entered, at(making, input->row, MEDFINS)), 0);
    *list_add(&making->inputs->validations, making->arena) =
        (struct book_validation){ .row = input->row, .column = VALUE, .words = words };
}

static void put_status(struct making *making, struct input *input)
{
    const struct value *value = &input->fact->value;
    enum status status = input->field == FIELD_YEAR_PAYS ? value->status : (enum status)value->number;
    LIST(const char *) words = { 0 };
    for (const struct word *word = words_status; word->english; word++)
        *list_add(&words, making->arena) = doc_word(making->doc, words_status, word->code);
    *list_add(&words, making->arena) = NULL;
    const char *said = doc_word(making->doc, words_status, status);
    sheet_put_text(making->book, making->inputs, input->row, VALUE, input->is_live ? ROLE_INPUT : ROLE_QUIET, said);
    put_origin(making, input, &making->inputs->cells.items[making->inputs->cells.count - 1]);
    sheet_put_text(making->book, making->inputs, input->row, MEDFINS, ROLE_QUIET, said);
    put_status_formulas(making, input, status, words.items, words.count - 1);
}

static void put_input(struct making *making, struct input *input)
{
    input->is_live = is_live(making, input);
    sheet_put_text(making->book, making->inputs, input->row, LABEL, ROLE_PLAIN, input_label(making, input));
    if (input_is_status(input))
        put_status(making, input);
    else
        put_number(making, input);
    if (input->number)
        place_leaf(making, input, input->number, APPLIES);
    if (input->settled)
        place_leaf(making, input, input->settled, SETTLED);
    if (!input->is_live)
        return;
    struct book_cell *told = sheet_put_formula(
        making->book, making->inputs, input->row, CHANGED, NUMBER_GENERAL, ROLE_PLAIN,
        arena_text(making->arena, "IF(%s=0,\"%s\",IF(%s=0,\"\",\"%s\"))", at(making, input->row, IS_OK),
                   tr(N_("NOT IN ORDER")), at(making, input->row, IS_CHANGED), tr(N_("changed"))));
    told->content = CONTENT_FORMULA_TEXT;
    told->text = "";
}

static const char *count_formula(const struct making *making, enum input_column column, int last)
{
    return arena_text(making->arena, "SUM(%s:%s)", at(making, FIRST_ROW, column), at(making, last, column));
}

static void put_counts(struct making *making, int last)
{
    struct book_sheet *sheet = making->inputs;
    int live = 0;
    for (int i = 0; i < making->input_rows.count; i++)
        live += making->input_rows.items[i].is_live;
    sheet_put_text(making->book, sheet, COUNT_ROW, LABEL, ROLE_PLAIN, tr(N_("Changed values")));
    sheet_put_formula(making->book, sheet, COUNT_ROW, VALUE, NUMBER_COUNT, ROLE_PLAIN,
                      count_formula(making, IS_CHANGED, last));
    sheet_put_text(making->book, sheet, COUNT_ROW + 1, LABEL, ROLE_PLAIN, tr(N_("Values that are not in order")));
    sheet_put_formula(making->book, sheet, COUNT_ROW + 1, VALUE, NUMBER_COUNT, ROLE_PLAIN,
                      arena_text(making->arena, "%d-%s", live, count_formula(making, IS_OK, last)));
    sheet_put_text(making->book, sheet, INPUTS_COUNT, LABEL, ROLE_PLAIN, tr(N_("Values that can be changed")));
    sheet_put_number(making->book, sheet, INPUTS_COUNT, VALUE, NUMBER_COUNT, ROLE_PLAIN, live);
    sheet_put_text(making->book, sheet, INPUTS_FILES, LABEL, ROLE_PLAIN, tr(N_("Written of")));
    sheet_put_text(making->book, sheet, INPUTS_FILES, VALUE, ROLE_PLAIN, making->files);
}

const char *input_title(enum input_column column)
{
    return columns[column].title;
}

void inputs_names(struct making *making)
{
    making->changed = book_name_cell(making->book, tr(N_("Changed values")), making->inputs, COUNT_ROW, VALUE);
    making->not_in_order =
        book_name_cell(making->book, tr(N_("Values that are not in order")), making->inputs, COUNT_ROW + 1, VALUE);
}

void inputs_sheet(struct making *making, const bool *reached)
{
    struct book_sheet *sheet = making->inputs;
    find_inputs(making, reached);
    sheet_put_text(making->book, sheet, 0, 0, ROLE_TITLE, tr(N_("Inputs")));
    sheet_put_text(making->book, sheet, 1, 0, ROLE_PLAIN,
                   tr(N_("Change the yellow cells: everything that rests on them is counted anew.")));
    for (int column = 0; column < INPUT_COLUMNS; column++) {
        sheet_put_text(making->book, sheet, HEAD_ROW, column, ROLE_HEAD, tr(columns[column].title));
        sheet_set_width(making->book, sheet, column, column, columns[column].width);
    }
    for (int i = 0; i < making->input_rows.count; i++) {
        making->input_rows.items[i].row = FIRST_ROW + i;
        put_input(making, &making->input_rows.items[i]);
    }
    put_counts(making, FIRST_ROW + making->input_rows.count);
    sheet->frozen_rows = FIRST_ROW;
    sheet->frozen_columns = 1;
    sheet->repeated_first = sheet->repeated_last = HEAD_ROW;
    sheet->printed_columns = PATH + 1;
}
