#include <medfin/papers/prose.h>

#include <medfin/base/text.h>
#include <medfin/doc/rounding.h>
#include <medfin/doc/table_text.h>

const char *prose_units(const struct doc *doc, int64_t whole)
{
    const char *unit = doc->unit->name;
    if (doc->unit->ore == KRONA)
        unit = whole == 1 || whole == -1 ? tr(N_("krona")) : tr(N_("kronor"));
    return arena_text(doc->arena, "%s\u00a0%s", shown_units(doc->unit, whole, doc->language, doc->arena), unit);
}

const char *prose_amount(const struct doc *doc, struct doc_cell cell)
{
    int64_t whole = cell_shown(&cell, doc->unit->ore);
    bool is_hidden = cell.number && !whole && !cell.is_set;
    return cell.exact || is_hidden ? money_text(doc->arena, cell.number, doc->language) : prose_units(doc, whole);
}

const char *prose_number(const struct doc *doc, struct doc_cell cell)
{
    return shown_units(doc->unit, cell_shown(&cell, doc->unit->ore), doc->language, doc->arena);
}

const char *prose_lack(const struct doc *doc, struct doc_cell cell)
{
    cell.number = cell.number < 0 ? -cell.number : cell.number;
    cell.whole = cell.whole < 0 ? -cell.whole : cell.whole;
    return prose_amount(doc, cell);
}

const char *prose_years(struct arena *arena, int first, int last)
{
    return first == last ? arena_text(arena, "%d", first) : arena_text(arena, "%d–%d", first, last);
}

const char *prose_list(struct arena *arena, const char *const *names, int count, int most)
{
    struct text out = text_new(arena);
    const int told = count > most ? most : count;
    for (int i = 0; i < told; i++) {
        const bool is_last = i && i == told - 1 && told == count;
        text_addf(&out, "%s%s%s%s",
                  !i        ? ""
                  : is_last ? " "
                            : ", ",
                  is_last ? tr(N_("and")) : "", is_last ? " " : "", names[i]);
    }
    if (told < count)
        text_addf(&out, " %s", arena_text(arena, tr(N_("and %d more")), count - told));
    return out.bytes;
}
