#include <medfin/doc/cell.h>

struct doc_cell cell_text(const char *text, const char *key)
{
    return (struct doc_cell){ .kind = CELL_TEXT, .text = text, .key = key };
}

struct doc_cell cell_number(enum kind kind, int64_t number, bool unknown, const char *key)
{
    return (struct doc_cell){ .kind = CELL_FIGURE, .of = kind, .unknown = unknown, .number = number, .key = key };
}

struct doc_cell cell_money(money amount, bool unknown, const char *key)
{
    return cell_number(KIND_MONEY, amount, unknown, key);
}

struct doc_cell cell_share(share part, bool unknown, const char *key)
{
    return cell_number(KIND_SHARE, part, unknown, key);
}

struct doc_cell cell_count(int64_t count, const char *key)
{
    return cell_number(KIND_COUNT, count, false, key);
}

struct doc_cell cell_month(month at, const char *key)
{
    return cell_number(KIND_MONTH, at, false, key);
}
