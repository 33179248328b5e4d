/* Which mutant runs, and which are reached: in the copy of the tree that mutation testing builds. */

#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST = 4096 };

bool mutant(int number);

static int chosen = -1;
static int reached = -1;
static bool is_told[MOST];

__attribute__((constructor)) static void choose(void)
{
    const char *text = getenv("MEDFIN_MUTANT");
    const char *file = getenv("MEDFIN_MUTANTS_REACHED");
    chosen = text ? atoi(text) : -1;
    if (file)
        reached = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (reached >= 0) { /* out of the way of what the tests close and count */
        int high = fcntl(reached, F_DUPFD_CLOEXEC, 200);
        close(reached);
        reached = high;
    }
}

bool mutant(int number)
{
    if (reached >= 0 && !is_told[number]) {
        is_told[number] = true;
        if (pwrite(reached, "!", 1, number) != 1)
            reached = -1;
    }
    return number == chosen;
}
