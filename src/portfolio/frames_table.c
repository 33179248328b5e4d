#include "frames_table.h"

#include <medfin/base/path.h>
#include <medfin/contents/cells.h>

enum { MOST_SERIES = 6 }; /* that a reader tells apart */

/* What each project uses: a series of its own where they are few. */
static void chart_used(struct doc *doc, const struct portfolio_sums *sums, const struct portfolio_frame *frame,
                       struct doc_chart *chart)
{
    const struct years years = years_of(sums->months);
    const bool is_few = frame->parts.count <= MOST_SERIES;
    for (int i = 0; i < (is_few ? frame->parts.count : 1); i++) {
        const struct timeline *of = is_few ? &frame->parts.items[i].years : &frame->used;
        const char *title =
            is_few ? sums->projects.items[frame->parts.items[i].project].title : tr(N_("Used by the projects"));
        struct chart_series *series = chart_series(doc, chart, title);
        for (int year = years.first; year <= years.last; year++)
            series->values[year - years.first] = chart_sum(timeline_get(of, year));
    }
}

static void frame_chart(struct doc *doc, const struct portfolio_sums *sums, const struct portfolio_frame *frame)
{
    const struct years years = years_of(sums->months);
    struct doc_chart *chart =
        years_chart(doc, sums, arena_text(doc->arena, tr(N_("The frame %s by year")), frame->title));
    struct chart_series *committed = chart_series(doc, chart, tr(N_("Taken by other decisions")));
    for (int year = years.first; year <= years.last; year++)
        committed->values[year - years.first] = chart_sum(frame_left_in(sums, frame, year).committed);
    chart_used(doc, sums, frame, chart);
    struct chart_series *whole = chart_series(doc, chart, tr(N_("The frame")));
    whole->is_level = true;
    for (int year = years.first; year <= years.last; year++)
        whole->values[year - years.first] = chart_sum(frame_left_in(sums, frame, year).amount);
    chart->description = tr(N_("Columns: what is taken of the frame each year. Line: the frame."));
}

/* A year of which nobody states the frame has no cell but what is used in it. */
static struct doc_cell stated_cell(struct doc *doc, const struct frame_left *left, struct sum of, int year,
                                   const char *key)
{
    return left->is_stated ? sum_cell(of, year_key(doc, year, key)) : (struct doc_cell){ .kind = CELL_EMPTY };
}

/* Frame less what others take less what the projects use, down to what is left: six rows and one for each project. */
static void frame_table(struct doc *doc, const struct portfolio_sums *sums, const struct portfolio_frame *frame,
                        const char *path)
{
    const struct years years = years_of(sums->months);
    const int used = 2 + frame->parts.count, left = used + 1;
    struct doc_table *table = years_table(doc, sums, arena_text(doc->arena, tr(N_("Frame: %s")), frame->title), false);
    const char *const labels[] = { tr(N_("The frame")), tr(N_("Taken by other decisions")) };
    for (int i = 0; i <= left; i++) {
        const bool is_part = i > 1 && i < used;
        const struct portfolio_part *part = is_part ? &frame->parts.items[i - 2] : NULL;
        const char *label = i < 2       ? labels[i]
                            : is_part   ? sums->projects.items[part->project].title
                            : i == used ? tr(N_("Used by the projects"))
                                        : tr(N_("Left"));
        struct doc_row *row = doc_row(doc, table, label, is_part);
        row->part_of = is_part ? used : i == left ? -1 : left;
        row->sign = i == 0 || is_part ? 1 : -1;
        row->is_total = i == left;
        row->path = is_part ? arena_text(doc->arena, "%s.projects[%d]", path, i - 2) : path;
        if (is_part)
            project_named(doc, sums, part->project, row->path);
        if (is_part || i == used)
            years_fill(doc, sums, row, is_part ? &part->years : &frame->used, "used");
        for (int year = years.first; !is_part && i != used && year <= years.last; year++) {
            const struct frame_left of = frame_left_in(sums, frame, year);
            const struct sum figures[] = { of.amount, of.committed, of.left };
            static const char *const keys[] = { "amount", "committed", "left" };
            const int which = i == left ? 2 : i;
            row->cells[year - years.first] = stated_cell(doc, &of, figures[which], year, keys[which]);
        }
    }
}

/* Where each of the frame's amounts stands, since several files state them. */
static void stated_text(struct doc *doc, const struct portfolio_frame *frame)
{
    if (frame->states_committed)
        doc_text(doc, TONE_NEUTRAL,
                 tr(N_("What other decisions take is the portfolio's own figure; in a project's file it may hold the "
                       "other projects.")));
}

void frames_contents(struct doc *doc, const struct portfolio_sums *sums)
{
    for (int i = 0; i < sums->frames.count; i++) {
        const struct portfolio_frame *frame = &sums->frames.items[i];
        const char *path = key_below(doc->arena, "frames", frame->id);
        doc_value(doc, cell_text(frame->title, arena_text(doc->arena, "%s.title", path)));
        frame_chart(doc, sums, frame);
        frame_table(doc, sums, frame, path);
        stated_text(doc, frame);
    }
}
