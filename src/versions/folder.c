#include <medfin/versions/folder.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/system/path.h>

typedef LIST(const char *) step_list;

static size_t step_size(const char *path)
{
    size_t size = 0;
    while (path[size] && !path_is_parted(path[size]))
        size++;
    return size;
}

/* The names along a path, "." left out and ".." taken back where that can be done. */
static step_list steps_of(struct arena *arena, const char *path)
{
    step_list steps = { 0 };
    while (*path) {
        size_t size = step_size(path);
        const char *step = arena_copy(arena, path, size);
        bool is_back = strcmp(step, "..") == 0;
        if (is_back && steps.count && strcmp(steps.items[steps.count - 1], "..") != 0)
            steps.count--;
        else if (*step && strcmp(step, ".") != 0)
            *list_add(&steps, arena) = step;
        path += size + path_is_parted(path[size]);
    }
    return steps;
}

const char *folder_of(struct arena *arena, const char *path)
{
    return path ? arena_copy(arena, path, (size_t)(path_name(path) - path)) : "";
}

const char *folder_sees(struct arena *arena, const char *folder, const char *path)
{
    if (path_is_whole(folder) != path_is_whole(path))
        return path_is_whole(path) ? path : NULL;
    const step_list from = steps_of(arena, folder), to = steps_of(arena, path);
    int common = 0;
    while (common < from.count && common < to.count && strcmp(from.items[common], to.items[common]) == 0)
        common++;
    struct text seen = text_new(arena);
    for (int i = common; i < from.count; i++) {
        if (strcmp(from.items[i], "..") == 0)
            return NULL;
        text_add(&seen, "../");
    }
    for (int i = common; i < to.count; i++)
        text_addf(&seen, "%s%s", i > common ? "/" : "", to.items[i]);
    return seen.bytes;
}

bool path_leaves(const char *path)
{
    return !path || path_is_whole(path) || (strncmp(path, "..", 2) == 0 && (!path[2] || path_is_parted(path[2])));
}
