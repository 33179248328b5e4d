#include "persons_table.h"

#include <medfin/contents/cells.h>

static struct doc_cell share_cell(struct sum held, const char *key)
{
    return cell_share(held.known, held.unknown, key);
}

static struct doc_cell month_cell(month at, const char *key)
{
    return at < 0 ? (struct doc_cell){ .kind = CELL_EMPTY } : cell_month(at, key);
}

/* The person, and below it each post in the month of the most. */
static void person_rows(struct doc *doc, struct doc_table *table, const struct portfolio_sums *sums,
                        const struct portfolio_person *person, const struct person_judged *judged, const char *path)
{
    struct doc_row *row = doc_row(doc, table, person->name, 0);
    row->path = path;
    row->cells[0] = share_cell(judged->most, "largest_share");
    row->cells[1] = month_cell(judged->at, "largest_month");
    row->cells[2] = cell_count(judged->months_over, "months_over");
    row->cells[3] = month_cell(judged->first_over, "first_month_over");
    doc_value(doc, cell_text(person->name, arena_text(doc->arena, "%s.name", path)));
    doc_value(doc, cell_verdict(judged->verdict, arena_text(doc->arena, "%s.verdict", path)));
    for (int i = 0; i < person->posts.count; i++) {
        const struct portfolio_post *post = &person->posts.items[i];
        const char *project = sums->projects.items[post->project].title;
        row = doc_row(doc, table, arena_text(doc->arena, "%s: %s", project, post->title), 1);
        row->path = arena_text(doc->arena, "%s.posts[%d]", path, i);
        row->cells[0] = share_cell(timeline_get(&post->shares, judged->at), "share");
        doc_value(doc, cell_text(post->title, arena_text(doc->arena, "%s.title", row->path)));
        doc_value(doc, cell_text(project, arena_text(doc->arena, "%s.project", row->path)));
    }
}

void persons_contents(struct doc *doc, const struct portfolio_sums *sums)
{
    const struct doc_column columns[] = { { tr(N_("Largest share")), -1, true },
                                          { tr(N_("In the month")), -1, true },
                                          { tr(N_("Months above full time")), -1, true },
                                          { tr(N_("First")), -1, true } };
    struct doc_table *table = NULL;
    for (int i = 0, number = 0; i < sums->persons.count; i++) {
        const struct portfolio_person *person = &sums->persons.items[i];
        const struct person_judged judged = person_judge(person, doc->arena);
        if (verdict_holds(judged.verdict))
            continue;
        if (!table) {
            table = doc_table(doc, tr(N_("Persons above full time across projects")), tr(N_("Person")), columns, 4);
            table->labels_wrap = true;
        }
        person_rows(doc, table, sums, person, &judged, arena_text(doc->arena, "persons[%d]", number++));
    }
    if (table)
        doc_text(
            doc, TONE_NEUTRAL,
            tr(N_("Posts that name the same person are one person's, in whichever project; the shares of posts are "
                  "those of the month of the largest share.")));
}
