#include <medfin/doc/cell.h>

#include <string.h>

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

static char *name_add(char *end, const char *name)
{
    for (; *name; name++) {
        if (strchr(".[\\", *name))
            *end++ = '\\';
        *end++ = *name;
    }
    *end = '\0';
    return end;
}

const char *key_name(struct arena *arena, const char *name)
{
    char *escaped = arena_take(arena, 2 * strlen(name) + 1, 1);
    name_add(escaped, name);
    return escaped;
}

const char *key_below(struct arena *arena, const char *path, const char *name)
{
    char *key = arena_take(arena, strlen(path) + 2 * strlen(name) + 2, 1), *end = stpcpy(key, path);
    *end++ = '.';
    name_add(end, name);
    return key;
}
