/* random_projects FOLDER COUNT: so many random projects as files 0.ini, 1.ini, …, every second one with figures that
   are not known. */

#include <stdio.h>
#include <stdlib.h>

#include "../properties/random_project.h"

static void exhausted(void)
{
    abort();
}

int main(int argc, char **argv)
{
    int count = argc == 3 ? atoi(argv[2]) : 0;
    for (int i = 0; i < count; i++) {
        struct arena *arena = arena_new(exhausted);
        struct dice dice = { UINT64_C(20000000) + (uint64_t)i };
        const char *text = random_project(&dice, i % 2 ? SOME_UNKNOWN : ALL_KNOWN, arena);
        FILE *file = fopen(arena_text(arena, "%s/%d.ini", argv[1], i), "w");
        if (!file || fputs(text, file) < 0 || fclose(file) != 0)
            return EXIT_FAILURE;
        arena_free(arena);
    }
    return EXIT_SUCCESS;
}
