#include "export.h"

#include <string.h>

#include <medfin/contents/cells.h>

#include "hledger.h"
#include "options.h"
#include "output.h"

static void add_word(struct doc *doc, const char *path, const char *word)
{
    doc_value(doc, cell_text(word, path));
}

/* What a package says of itself and its columns. */
static void describe(struct doc *doc)
{
    static const struct {
        const char *name, *type;
    } fields[] = { { "entry", "integer" },
                   { "month", "yearmonth" },
                   { "account", "string" },
                   { "of", "string" },
                   { "amount", "number" } };
    add_word(doc, "profile", "tabular-data-package");
    add_word(doc, "name", "plan");
    add_word(doc, "resources[0].profile", "tabular-data-resource");
    add_word(doc, "resources[0].name", "postings");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        add_word(doc, arena_text(doc->arena, "resources[0].schema.fields[%zu].name", i), fields[i].name);
        add_word(doc, arena_text(doc->arena, "resources[0].schema.fields[%zu].type", i), fields[i].type);
    }
}

static void add_posting(struct doc *doc, struct doc_table *table, const struct journal *journal, int entry,
                        const struct journal_posting *posting)
{
    const struct journal_entry *of = &journal->entries.items[entry];
    const struct account *account = &journal->accounts.items[posting->account];
    struct doc_row *row = doc_row(doc, table, month_text(doc->arena, of->at), 0);
    row->path = arena_text(doc->arena, "resources[0].data[%d]", table->rows.count - 1);
    row->cells[0] = cell_text(account->name, "account");
    row->cells[1] = cell_text(of->title, NULL);
    row->cells[2] = cell_exact(posting->amount, "amount");
    doc_value(doc, cell_text(month_text(doc->arena, of->at), arena_text(doc->arena, "%s.month", row->path)));
    doc_value(doc, cell_text(of->what, arena_text(doc->arena, "%s.of", row->path)));
    doc_value(doc, cell_count(entry + 1, arena_text(doc->arena, "%s.entry", row->path)));
}

/* Every posting as a row; to programs a tabular data package (Frictionless Data) whose one resource holds them. */
static void postings_contents(struct doc *doc, const struct journal *journal)
{
    const struct doc_column columns[] = { { tr(N_("Account")), -1, true },
                                          { tr(N_("Of")), -1, true },
                                          { tr(N_("Amount")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("Postings")), tr(N_("Month")), columns, 3);
    describe(doc);
    for (int i = 0; i < journal->entries.count; i++) {
        add_posting(doc, table, journal, i, &journal->entries.items[i].to);
        add_posting(doc, table, journal, i, &journal->entries.items[i].from);
    }
}

int export_run(struct session *session)
{
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    const struct journal *journal = journal_of(session->plan, session->arena);
    if (strcmp(request_writer(&session->request, "text")->format, "text") == 0) {
        struct text out = text_new(session->arena);
        hledger_write(journal, &out);
        return write_text(session, out.bytes, EXIT_HOLDS);
    }
    struct doc *doc = session_doc(session);
    postings_contents(doc, journal);
    return write_doc(session, doc, EXIT_HOLDS);
}
