#include <medfin/versions/verify.h>

#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/rules/rules.h>

struct verifying {
    struct doc *doc;
    const struct verified *of;
    const struct differences *differences;
};

static int count_of(const struct verifying *verifying, enum manifest_part part)
{
    return verifying->differences->of[part].count;
}

/* What the program works out of what it reads. */
static int figures_changed(const struct verifying *verifying)
{
    return count_of(verifying, PART_FIGURES) + count_of(verifying, PART_RULES) + count_of(verifying, PART_CHANCES);
}

static int figures_decided(const struct verifying *verifying)
{
    const int *counts = verifying->differences->counts;
    return counts[PART_FIGURES] + counts[PART_RULES] + counts[PART_CHANCES];
}

/* A number as a manifest writes it, in the whole units of its kind. */
static int64_t number_read(const char *text, enum kind kind)
{
    const bool is_negative = *text == '-';
    int64_t number = 0, unit = kind == KIND_MONEY ? KRONA : kind_unit(kind);
    bool is_behind = false;
    for (text += is_negative; *text && *text != ' ' && unit; text++) {
        if (*text == '.') {
            is_behind = true;
            continue;
        }
        number = number * 10 + (*text - '0');
        unit /= is_behind ? 10 : 1;
    }
    number *= unit;
    return is_negative ? -number : number;
}

static struct doc_cell cell_said(const struct manifest_entry *entry, enum kind kind, const char *key)
{
    if (!entry)
        return cell_text("–", key);
    const bool is_unknown = strcmp(entry->value, "?") == 0;
    struct doc_cell cell = cell_number(kind, is_unknown ? 0 : number_read(entry->value, kind), is_unknown, key);
    cell.exact = true;
    return cell;
}

static const char *shown_key(const struct difference *difference)
{
    const struct manifest_entry *now = difference->now;
    return now && now->shown ? now->shown : now ? now->key : difference->decided->key;
}

static struct doc_row *add_row(const struct verifying *verifying, struct doc_table *table, const char *part,
                               const char *label, const char *path)
{
    struct arena *arena = verifying->doc->arena;
    struct doc_row *row = doc_row(verifying->doc, table, label, 0);
    row->path = arena_text(arena, "verify.%s[%d]", part, table->rows.count - 1);
    doc_value(verifying->doc, cell_text(path, arena_text(arena, "%s.path", row->path)));
    return row;
}

static void files_contents(const struct verifying *verifying)
{
    const struct doc_column columns[] = { { tr(N_("What became of it")), -1, true } };
    struct doc_table *table = doc_table(verifying->doc, tr(N_("Files that differ")), tr(N_("File")), columns, 1);
    table->labels_wrap = true;
    for (int i = 0; i < count_of(verifying, PART_FILES); i++) {
        const struct difference *of = &verifying->differences->of[PART_FILES].items[i];
        struct doc_row *row = add_row(verifying, table, "files", shown_key(of), shown_key(of));
        row->cells[0] = cell_text(!of->now       ? tr(N_("is no longer read"))
                                  : !of->decided ? tr(N_("was not read then"))
                                                 : tr(N_("has been changed")),
                                  "state");
        row->cells[0].id = !of->now ? "gone" : !of->decided ? "new" : "changed";
    }
}

static const char *words_said(const struct manifest_entry *entry)
{
    return entry && *entry->value ? entry->value : "–";
}

static void stated_contents(const struct verifying *verifying)
{
    const struct doc_column columns[] = { { tr(N_("As decided")), -1, true }, { tr(N_("Now")), -1, true } };
    struct arena *arena = verifying->doc->arena;
    struct doc_table *table =
        doc_table(verifying->doc, tr(N_("What the files state otherwise")), tr(N_("Value")), columns, 2);
    table->labels_wrap = true;
    for (int i = 0; i < count_of(verifying, PART_STATED); i++) {
        const struct difference *of = &verifying->differences->of[PART_STATED].items[i];
        const struct manifest_entry *said = of->now ? of->now : of->decided;
        const char *place = of->now ? place_short(arena, of->now->place) : said->file;
        const char *label = arena_text(arena, "%s (%s)", shown_key(of), place);
        struct doc_row *row = add_row(verifying, table, "stated", label, said->key);
        row->cells[0] = cell_text(words_said(of->decided), "decided");
        row->cells[1] = cell_text(words_said(of->now), "now");
        doc_value(verifying->doc, cell_text(place, arena_text(arena, "%s.place", row->path)));
    }
}

static bool is_part(const struct difference *of)
{
    return of->now && of->now->is_part;
}

/* How many figures differ that are parts of others, where those differ too: a reader of pages does without them. */
static int parts_of(const struct verifying *verifying)
{
    int parts = 0;
    for (int i = 0; i < count_of(verifying, PART_FIGURES); i++)
        parts += is_part(&verifying->differences->of[PART_FIGURES].items[i]);
    return parts < count_of(verifying, PART_FIGURES) ? parts : 0;
}

static void figures_contents(const struct verifying *verifying)
{
    const int parts = parts_of(verifying);
    const struct doc_column columns[] = { { tr(N_("As decided")), -1, false },
                                          { tr(N_("Now")), -1, false },
                                          { tr(N_("Difference")), -1, false } };
    struct doc_table *table = doc_table(verifying->doc, tr(N_("Figures that differ")), tr(N_("Figure")), columns, 3);
    table->labels_wrap = true;
    for (int i = 0; i < count_of(verifying, PART_FIGURES); i++) {
        const struct difference *of = &verifying->differences->of[PART_FIGURES].items[i];
        const enum kind kind = of->now ? of->now->kind : KIND_MONEY;
        struct doc_row *row = add_row(verifying, table, "figures", shown_key(of), of->decided->key);
        row->readers = parts && is_part(of) ? FOR_DATA : FOR_ALL;
        const struct doc_cell was = cell_said(of->decided, kind, "decided"), is = cell_said(of->now, kind, "now");
        row->cells[0] = was;
        row->cells[1] = is;
        if (is.kind != CELL_FIGURE)
            continue;
        row->cells[2] = cell_number(kind, is.number - was.number, was.unknown || is.unknown, "difference");
        row->cells[2].exact = true;
    }
    if (parts)
        doc_text(verifying->doc, TONE_NEUTRAL,
                 arena_text(verifying->doc->arena,
                            tr(N_("And figures that are parts of these or follow from them: %d. -f csv has them all.")),
                            parts));
}

/* "uppfyllt, marginal 1 234,00 kr" of "pass 1234.00". */
static const char *verdict_said(const struct verifying *verifying, const struct manifest_entry *entry, enum kind kind)
{
    struct arena *arena = verifying->doc->arena;
    if (!entry)
        return "–";
    const size_t size = strcspn(entry->value, " ");
    const char *title = arena_copy(arena, entry->value, size);
    for (int v = 0; v <= VERDICT_FAIL; v++)
        if (strcmp(verdict_id((enum verdict)v), title) == 0)
            title = tr(verdict_title((enum verdict)v));
    if (!entry->value[size])
        return title;
    const int64_t number = number_read(entry->value + size + 1, kind);
    const struct doc_cell margin = cell_number(kind, number, false, NULL);
    const char *words = kind == KIND_MONEY ? money_text(arena, number, verifying->doc->language)
                                           : amount_shown(verifying->doc, &margin);
    return arena_text(arena, tr(N_("%s, margin %s")), title, words);
}

static void rules_contents(const struct verifying *verifying)
{
    const struct doc_column columns[] = { { tr(N_("As decided")), -1, true }, { tr(N_("Now")), -1, true } };
    struct doc_table *table =
        doc_table(verifying->doc, tr(N_("Rules whose verdict or margin differs")), tr(N_("Rule")), columns, 2);
    table->labels_wrap = true;
    for (int i = 0; i < count_of(verifying, PART_RULES); i++) {
        const struct difference *of = &verifying->differences->of[PART_RULES].items[i];
        const enum kind kind = of->now ? of->now->kind : KIND_MONEY;
        struct doc_row *row = add_row(verifying, table, "rules", shown_key(of), of->decided->key);
        row->cells[0] = cell_text(verdict_said(verifying, of->decided, kind), "decided");
        row->cells[0].id = of->decided->value;
        row->cells[1] = cell_text(verdict_said(verifying, of->now, kind), "now");
        row->cells[1].id = of->now ? of->now->value : NULL;
    }
}

static void chances_contents(const struct verifying *verifying)
{
    const struct doc_column columns[] = { { tr(N_("As decided")), -1, false }, { tr(N_("Now")), -1, false } };
    const char *trials = manifest_head(verifying->of->decided, "trials");
    struct doc_table *table =
        doc_table(verifying->doc,
                  arena_text(verifying->doc->arena, tr(N_("Trials of %s that break a rule")),
                             count_text(verifying->doc->arena, trials ? strtoll(trials, NULL, 10) : 0)),
                  tr(N_("Rule")), columns, 2);
    table->labels_wrap = true;
    for (int i = 0; i < count_of(verifying, PART_CHANCES); i++) {
        const struct difference *of = &verifying->differences->of[PART_CHANCES].items[i];
        struct doc_row *row = add_row(verifying, table, "chances", shown_key(of), of->decided->key);
        row->cells[0] = cell_said(of->decided, KIND_COUNT, "decided");
        row->cells[1] = cell_said(of->now, KIND_COUNT, "now");
    }
}

/* "version 3, beslutad 2026-11-24, RUN/1/2021": what the manifest calls itself, or nothing. */
static const char *decided_named(const struct verifying *verifying)
{
    static const struct {
        const char *key, *words;
    } names[] = { { "version", N_("version %s") }, { "decided", N_("decided %s") }, { "reference", "%s" } };
    struct text named = text_new(verifying->doc->arena);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *said = manifest_head(verifying->of->decided, names[i].key);
        if (!said)
            continue;
        text_add(&named, named.size ? ", " : "");
        text_addf(&named, tr(names[i].words), said);
    }
    return named.bytes;
}

/* Which of the four it is. */
static void lead_contents(const struct verifying *verifying)
{
    struct arena *arena = verifying->doc->arena;
    const int files = count_of(verifying, PART_FILES), figures = figures_changed(verifying);
    const int all = verifying->differences->counts[PART_FILES], worked = figures_decided(verifying);
    const char *then = manifest_head(verifying->of->decided, "medfin"), *now = verifying->of->medfin;
    const bool is_same_version = strcmp(then, now) == 0;
    const char *verdict, *answer, *more = "";
    if (!files && !figures) {
        verdict = "same";
        answer = arena_text(arena, tr(N_("All is as it was decided: %d files and %d figures.")), all, worked);
        more =
            is_same_version ? "" : arena_text(arena, tr(N_("It was frozen by medfin %s, and this is %s.")), then, now);
    } else if (!figures) {
        verdict = "files";
        answer = arena_text(arena,
                            tr(N_("The figures are those that were decided, but the files are not: %d of %d differ.")),
                            files, all);
    } else if (!files) {
        verdict = "figures";
        answer = arena_text(arena, tr(N_("The files are those that were decided, but %d of %d figures are not.")),
                            figures, worked);
        more = is_same_version
                   ? arena_text(arena, tr(N_("The version, medfin %s, is the same: please report it as a fault.")), now)
                   : arena_text(arena, tr(N_("They were worked out by medfin %s, and this is %s.")), then, now);
    } else {
        verdict = "both";
        answer =
            arena_text(arena, tr(N_("This is not what was decided: files that differ: %d of %d, figures: %d of %d.")),
                       files, all, figures, worked);
        more =
            is_same_version ? "" : arena_text(arena, tr(N_("It was frozen by medfin %s, and this is %s.")), then, now);
    }
    doc_lead(verifying->doc, files || figures ? TONE_BAD : TONE_GOOD, answer, more);
    doc_value(verifying->doc, cell_text(verdict, "verify.verdict"));
}

bool verify_contents(struct doc *doc, const struct verified *of)
{
    const struct differences differences = differences_find(of->decided, of->now, doc->arena);
    const struct verifying verifying = { doc, of, &differences };
    const char *named = decided_named(&verifying);
    title_contents(doc, of->project, tr(N_("Verification")));
    if (*named)
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, tr(N_("What was decided: %s.")), named));
    lead_contents(&verifying);
    doc_value(doc, cell_text(manifest_head(of->decided, "medfin"), "verify.medfin.decided"));
    doc_value(doc, cell_text(of->medfin, "verify.medfin.now"));
    files_contents(&verifying);
    stated_contents(&verifying);
    figures_contents(&verifying);
    rules_contents(&verifying);
    chances_contents(&verifying);
    return !count_of(&verifying, PART_FILES) && !figures_changed(&verifying);
}
