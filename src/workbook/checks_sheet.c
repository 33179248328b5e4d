#include "checks_sheet.h"

#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/rules/judgement.h>
#include <medfin/rules/rules.h>

#include "kinds.h"
#include "spots.h"

/* A row for each rule and subject, and below all of them a row for each place where a margin is looked at. */
enum rule_column { RULE, SUBJECT, VERDICT, MARGIN, WHERE, ENFORCES, CODE, COLUMNS };
enum place_column { OF_RULE, OF_SUBJECT, AT, LEFT, FORGIVEN, LOOKED_AT, PLACE_CODE, DECIDES };
enum { HEAD_ROW = 3, FIRST_ROW = 4 };

static const struct {
    const char *title;
    double width;
} columns[COLUMNS] = {
    [RULE] = { N_("Rule"), 34 },
    [SUBJECT] = { N_("Subject"), 36 },
    [VERDICT] = { N_("Verdict"), 18 },
    [MARGIN] = { N_("Margin"), 16 },
    [WHERE] = { N_("Tightest place"), 16 },
    [ENFORCES] = { N_("What it enforces"), 60 },
    [CODE] = { N_("Code"), 12 },
};

static const char *const place_titles[] = { N_("Rule"),     N_("Subject"), N_("Time"), N_("Margin"),
                                            N_("Forgiven"), N_("Applies"), N_("Code"), N_("Decides") };

/* One judgement as it is laid: where its verdict and its places stand. */
struct laid {
    const struct judgement *judgement;
    struct finding finding;
    int row, first, aside, last; /* its places, those aside behind the others */
};

struct laying {
    struct making *making;
    struct book_sheet *sheet;
    LIST(struct laid) laid;
};

static const char *at(const struct laying *laying, int row, int column)
{
    struct text text = text_new(laying->making->arena);
    cell_address(&text, row, column);
    return text.bytes;
}

static const char *range_of(const struct laying *laying, int first, int last, int column)
{
    return arena_text(laying->making->arena, "%s:%s", at(laying, first, column), at(laying, last, column));
}

/* Every judgement, whatever it says now: what applies to nothing yet may do so when a value is changed. */
static void find_judgements(struct laying *laying)
{
    struct making *making = laying->making;
    for (int i = 0; i < rule_count; i++) {
        struct judgements *judgements = arena_take(making->arena, 1, sizeof *judgements);
        rule_rows[i].make(making->plan, &rule_rows[i], judgements);
        finding_list before = { 0 };
        for (int j = 0; j < judgements->count; j++) {
            struct judgements one = { &judgements->items[j], 1, 1 };
            finding_list findings = { 0 };
            if (!one.items->is_alone || !before.count)
                findings_read(&one, making->plan, &findings, making->arena);
            if (findings.count)
                *list_add(&before, making->arena) = findings.items[0];
            struct finding none = { .verdict = VERDICT_NOT_APPLICABLE };
            *list_add(&laying->laid, making->arena) =
                (struct laid){ one.items, findings.count ? findings.items[0] : none, 0, 0, 0, 0 };
        }
    }
}

/* Places of the reading that decides, or of none. */
static bool is_laid(const struct laid *laid, const struct judged_place *place, bool aside)
{
    return place->is_aside == aside && (!place->reading || place->reading == laid->judgement->deciding);
}

static int count_places(const struct laid *laid, bool aside)
{
    int count = 0;
    for (int p = 0; p < laid->judgement->places.count; p++)
        count += is_laid(laid, &laid->judgement->places.items[p], aside);
    return count;
}

static void lay_out(struct laying *laying)
{
    int row = FIRST_ROW + laying->laid.count + 3;
    for (int i = 0; i < laying->laid.count; i++) {
        struct laid *laid = &laying->laid.items[i];
        laid->row = FIRST_ROW + i;
        laid->first = row;
        row += count_places(laid, false);
        laid->aside = row;
        row += count_places(laid, true);
        laid->last = row - 1;
    }
}

static const char *subject_of(const struct laying *laying, const struct laid *laid)
{
    const struct judgement *judgement = laid->judgement;
    if (judgement->person)
        return judgement->person;
    if (!judgement->subject)
        return "";
    return section_rows[judgement->subject->kind].pays ? payer_title(laying->making->doc, judgement->subject)
                                                       : section_title(judgement->subject);
}

static const char *time_of(const struct laying *laying, const struct judged_place *place)
{
    if (place->at)
        return month_text(laying->making->arena, place->at);
    return place->year ? arena_text(laying->making->arena, "%d", place->year) : tr(N_("the whole"));
}

static void put_code(struct laying *laying, int row, int column, const char *formula, double value)
{
    sheet_put_formula(laying->making->book, laying->sheet, row, column, NUMBER_COUNT, ROLE_QUIET, formula)->value =
        value;
}

/* 0 not looked at, 1 holds, 2 a warning, 3 undetermined, 4 broken: as the verdicts stand in their order. */
static double code_of(const struct making *making, const struct judged_place *place)
{
    struct cell margin = node_cell(making->plan, place->margin);
    if (place->applies && !node_cell(making->plan, place->applies).amount)
        return VERDICT_NOT_APPLICABLE;
    if (!cell_is_known(margin))
        return VERDICT_UNDETERMINED;
    return margin.amount < -node_cell(making->plan, place->tolerance).amount ? place->otherwise : VERDICT_PASS;
}

static void lay_place(struct laying *laying, const struct laid *laid, const struct judged_place *place, int row)
{
    struct making *making = laying->making;
    struct book *book = making->book;
    const char *margin = at(laying, row, LEFT), *code = at(laying, row, PLACE_CODE);
    sheet_put_text(book, laying->sheet, row, OF_RULE, ROLE_PLAIN, tr(laid->judgement->rule->title));
    sheet_put_text(book, laying->sheet, row, OF_SUBJECT, ROLE_PLAIN,
                   place->subject ? section_title(place->subject) : subject_of(laying, laid));
    sheet_put_text(book, laying->sheet, row, AT, ROLE_PLAIN, time_of(laying, place));
    show_node(making, laying->sheet, row, LEFT, place->margin, ROLE_PLAIN);
    show_node(making, laying->sheet, row, FORGIVEN, place->tolerance, ROLE_QUIET);
    if (place->applies)
        show_node(making, laying->sheet, row, LOOKED_AT, place->applies, ROLE_QUIET);
    else
        sheet_put_number(book, laying->sheet, row, LOOKED_AT, NUMBER_COUNT, ROLE_QUIET, 1);
    put_code(laying, row, PLACE_CODE,
             arena_text(making->arena, "IF(ISNA(%s),3,IF(%s=0,0,IF(ISNA(%s),3,IF(%s<-%s,%d,1))))",
                        at(laying, row, LOOKED_AT), at(laying, row, LOOKED_AT), margin, margin,
                        at(laying, row, FORGIVEN), place->otherwise),
             code_of(making, place));
    bool is_deciding = code_of(making, place) == (double)laid->finding.verdict &&
                       laid->finding.verdict != VERDICT_UNDETERMINED && laid->finding.verdict != VERDICT_NOT_APPLICABLE;
    struct book_cell *cell = sheet_put_formula(book, laying->sheet, row, DECIDES, NUMBER_GENERAL, ROLE_QUIET,
                                               arena_text(making->arena, "IF(%s=%s,IF(OR(%s=0,%s=3),\"\",%s),\"\")",
                                                          code, at(laying, laid->row, CODE), code, code, margin));
    struct node_view margin_view = graph_node(making->graph, place->margin);
    cell->number = number_of(margin_view.kind);
    cell->value = number_in(margin_view.kind, margin_view.value);
    if (!is_deciding) {
        cell->content = CONTENT_FORMULA_TEXT;
        cell->text = "";
    }
}

static void lay_places(struct laying *laying, const struct laid *laid)
{
    int row = laid->first;
    for (int aside = 0; aside <= 1; aside++)
        for (int p = 0; p < laid->judgement->places.count; p++)
            if (is_laid(laid, &laid->judgement->places.items[p], aside))
                lay_place(laying, laid, &laid->judgement->places.items[p], row++);
}

/* The gravest of the places; those aside where all others hold. */
static const char *gravest(const struct laying *laying, const struct laid *laid)
{
    struct arena *arena = laying->making->arena;
    int least = (int)laid->judgement->least;
    if (laid->last < laid->first)
        return arena_text(arena, "%d", least);
    const char *all = laid->aside > laid->first ? range_of(laying, laid->first, laid->aside - 1, PLACE_CODE) : "0";
    const char *main = arena_text(arena, "MAX(%d,%s)", least, all);
    if (laid->aside > laid->last)
        return main;
    return arena_text(arena, "IF(%s>2,%s,MAX(%s,%s))", main, main, main,
                      range_of(laying, laid->aside, laid->last, PLACE_CODE));
}

/* The same of the values as they are. */
static double gravest_now(const struct laying *laying, const struct laid *laid)
{
    double code = laid->judgement->least;
    for (int aside = 0; aside <= 1 && code <= VERDICT_WARN; aside++)
        for (int p = 0; p < laid->judgement->places.count; p++) {
            const struct judged_place *place = &laid->judgement->places.items[p];
            double of = is_laid(laid, place, aside) ? code_of(laying->making, place) : 0;
            code = of > code ? of : code;
        }
    return code;
}

/* Where more is known of what is unknown than a sheet can tell, medfin's verdict stands while nothing is changed. */
static void put_verdict_code(struct laying *laying, const struct laid *laid)
{
    struct making *making = laying->making;
    const char *live = gravest(laying, laid);
    double now = gravest_now(laying, laid);
    node applies = laid->judgement->applies;
    if (applies) {
        show_node(making, laying->sheet, laid->row, CODE + 1, applies, ROLE_QUIET);
        const char *cell = at(laying, laid->row, CODE + 1);
        live = arena_text(making->arena, "IF(ISNA(%s),3,IF(%s=0,0,%s))", cell, cell, live);
        now = node_cell(making->plan, applies).amount ? now : 0;
    }
    const struct laid *first = laid;
    while (first > laying->laid.items && first[-1].judgement->rule == laid->judgement->rule)
        first--;
    /* What is alone says nothing beside another one of its rule. */
    if (laid->judgement->is_alone && first < laid) {
        live = arena_text(making->arena, "IF(MAX(%s)>0,0,%s)", range_of(laying, first->row, laid->row - 1, CODE), live);
        for (const struct laid *other = first; other < laid; other++)
            now = other->finding.verdict ? 0 : now;
    }
    if (now != (double)laid->finding.verdict)
        live = arena_text(making->arena, "IF(%s=0,%d,%s)", making->changed, laid->finding.verdict, live);
    put_code(laying, laid->row, CODE, arena_text(making->arena, "IF(%s>0,3,%s)", making->not_in_order, live),
             laid->finding.verdict);
}

static const char *verdict_formula(const struct making *making, const char *code)
{
    struct text text = text_new(making->arena);
    for (int verdict = VERDICT_NOT_APPLICABLE; verdict < VERDICT_FAIL; verdict++)
        text_addf(&text, "IF(%s=%d,\"%s\",", code, verdict, tr(verdict_title((enum verdict)verdict)));
    text_addf(&text, "\"%s\"))))", tr(verdict_title(VERDICT_FAIL)));
    return text.bytes;
}

static void put_text_formula(struct laying *laying, int row, int column, const char *formula, const char *comes_to)
{
    struct book_cell *cell =
        sheet_put_formula(laying->making->book, laying->sheet, row, column, NUMBER_GENERAL, ROLE_PLAIN, formula);
    cell->content = CONTENT_FORMULA_TEXT;
    cell->text = comes_to;
}

/* Which place decides now; NULL: none. */
static const struct judged_place *tightest(const struct laying *laying, const struct laid *laid)
{
    const struct judged_place *found = NULL;
    for (int aside = 0; aside <= 1; aside++)
        for (int p = 0; p < laid->judgement->places.count; p++) {
            const struct judged_place *place = &laid->judgement->places.items[p];
            bool is_of = is_laid(laid, place, aside) && code_of(laying->making, place) == (double)laid->finding.verdict;
            if (is_of && (!found || node_cell(laying->making->plan, place->margin).amount <
                                        node_cell(laying->making->plan, found->margin).amount))
                found = place;
        }
    return found;
}

static void put_margin(struct laying *laying, const struct laid *laid)
{
    struct making *making = laying->making;
    if (laid->last < laid->first)
        return;
    const char *all = range_of(laying, laid->first, laid->last, DECIDES), *margin = at(laying, laid->row, MARGIN);
    bool has_none = laid->finding.verdict == VERDICT_NOT_APPLICABLE || laid->finding.verdict == VERDICT_UNDETERMINED;
    const struct judged_place *place = has_none ? NULL : tightest(laying, laid);
    struct book_cell *cell =
        sheet_put_formula(making->book, laying->sheet, laid->row, MARGIN, number_of(laid->judgement->kind), ROLE_PLAIN,
                          arena_text(making->arena, "IF(COUNT(%s)=0,\"\",MIN(%s))", all, all));
    if (place) {
        cell->value = number_in(laid->judgement->kind, node_cell(making->plan, place->margin).amount);
    } else {
        cell->content = CONTENT_FORMULA_TEXT;
        cell->text = "";
    }
    /* One place is no range to look in: Gnumeric finds nothing there. */
    const char *at_first = at(laying, laid->first, AT);
    const char *where = laid->first == laid->last
                            ? at_first
                            : arena_text(making->arena, "INDEX(%s,MATCH(%s,%s,0))",
                                         range_of(laying, laid->first, laid->last, AT), margin, all);
    put_text_formula(laying, laid->row, WHERE, arena_text(making->arena, "IF(ISNUMBER(%s),%s,\"\")", margin, where),
                     place ? time_of(laying, place) : "");
}

static void lay_rule(struct laying *laying, const struct laid *laid)
{
    struct making *making = laying->making;
    const char *title = tr(laid->judgement->rule->title), *code = at(laying, laid->row, CODE);
    sheet_put_text(making->book, laying->sheet, laid->row, RULE, ROLE_PLAIN, title);
    sheet_put_text(making->book, laying->sheet, laid->row, SUBJECT, ROLE_PLAIN, subject_of(laying, laid));
    put_verdict_code(laying, laid);
    put_text_formula(laying, laid->row, VERDICT, verdict_formula(making, code),
                     tr(verdict_title(laid->finding.verdict)));
    put_margin(laying, laid);
    sheet_put_text(making->book, laying->sheet, laid->row, ENFORCES, ROLE_QUIET, tr(laid->judgement->rule->text));
    lay_places(laying, laid);
    *list_add(&making->check_rows, making->arena) =
        (struct check_row){ laid->row, laid->judgement->rule, laid->finding.verdict };
}

void mark_verdicts(struct making *making, struct book_sheet *sheet, int first, int last, int column)
{
    for (enum verdict verdict = VERDICT_PASS; verdict <= VERDICT_FAIL; verdict++)
        *list_add(&sheet->marks, making->arena) =
            (struct book_mark){ first, last, column, tr(verdict_title(verdict)), verdict_tone(verdict) };
}

static void put_heads(struct laying *laying)
{
    struct making *making = laying->making;
    int below = FIRST_ROW + laying->laid.count + 2;
    sheet_put_text(making->book, laying->sheet, 0, 0, ROLE_TITLE, tr(N_("Checks")));
    sheet_put_text(making->book, laying->sheet, 1, 0, ROLE_PLAIN,
                   tr(N_("Each rule as the figures are now. Below stands every place where it is looked at.")));
    for (int column = 0; column < COLUMNS; column++) {
        sheet_put_text(making->book, laying->sheet, HEAD_ROW, column, ROLE_HEAD, tr(columns[column].title));
        sheet_set_width(making->book, laying->sheet, column, column, columns[column].width);
    }
    for (int column = 0; column <= DECIDES; column++)
        sheet_put_text(making->book, laying->sheet, below, column, ROLE_HEAD, tr(place_titles[column]));
    laying->sheet->frozen_rows = FIRST_ROW;
    laying->sheet->repeated_first = laying->sheet->repeated_last = HEAD_ROW;
    laying->sheet->printed_rows = FIRST_ROW + laying->laid.count;
    laying->sheet->printed_columns = ENFORCES + 1;
    mark_verdicts(making, laying->sheet, FIRST_ROW, FIRST_ROW + laying->laid.count, VERDICT);
}

/* "#C4" of a rule's row, for who looks at it from another sheet. */
static void show_elsewhere(struct making *making, struct book_sheet *sheet, const struct check_row *from, int row,
                           int column)
{
    struct text text = text_new(making->arena);
    cell_reference(&text, sheet, making->checks, from->row, column);
    const struct book_cell *shown = NULL;
    for (int i = 0; i < making->checks->cells.count && !shown; i++) {
        const struct book_cell *cell = &making->checks->cells.items[i];
        shown = cell->row == from->row && cell->column == column ? cell : NULL;
    }
    if (!shown)
        return;
    struct book_cell copy = *shown;
    if (shown->content == CONTENT_TEXT && !*shown->text)
        return;
    copy.row = row;
    copy.column = column;
    copy.content = shown->content == CONTENT_TEXT ? CONTENT_FORMULA_TEXT : shown->content;
    copy.formula = text.bytes;
    *list_add(&sheet->cells, making->arena) = copy;
}

int show_checks(struct making *making, struct book_sheet *sheet, int row)
{
    for (int column = RULE; column <= WHERE; column++)
        sheet_put_text(making->book, sheet, row, column, ROLE_HEAD, tr(columns[column].title));
    for (int i = 0; i < making->check_rows.count; i++)
        for (int column = RULE; column <= WHERE; column++)
            show_elsewhere(making, sheet, &making->check_rows.items[i], row + 1 + i, column);
    mark_verdicts(making, sheet, row + 1, row + making->check_rows.count, VERDICT);
    return row + 1 + making->check_rows.count;
}

bool show_verdict(struct making *making, struct book_sheet *sheet, int row, int column, const struct rule *rule)
{
    int first = -1, last = -1;
    enum verdict gravest = VERDICT_NOT_APPLICABLE;
    for (int i = 0; i < making->check_rows.count; i++) {
        const struct check_row *check = &making->check_rows.items[i];
        if (check->rule != rule)
            continue;
        first = first < 0 ? check->row : first;
        last = check->row;
        gravest = check->verdict > gravest ? check->verdict : gravest;
    }
    if (first < 0)
        return false;
    struct text codes = text_new(making->arena);
    text_add(&codes, "MAX(");
    cell_reference(&codes, sheet, making->checks, first, CODE);
    text_add(&codes, ":");
    cell_address(&codes, last, CODE);
    text_add(&codes, ")");
    struct book_cell *cell = sheet_put_formula(making->book, sheet, row, column, NUMBER_GENERAL, ROLE_PLAIN,
                                               verdict_formula(making, codes.bytes));
    cell->content = CONTENT_FORMULA_TEXT;
    cell->text = tr(verdict_title(gravest));
    return true;
}

void checks_sheet(struct making *making)
{
    struct laying laying = { .making = making, .sheet = making->checks };
    find_judgements(&laying);
    lay_out(&laying);
    put_heads(&laying);
    for (int i = 0; i < laying.laid.count; i++)
        lay_rule(&laying, &laying.laid.items[i]);
}
