#include <medfin/base/marks.h>

int marks_count(const bool *marks, int count)
{
    int marked = 0;
    for (int i = 0; i < count; i++)
        marked += marks[i];
    return marked;
}

bool marks_next(bool *marks, int count)
{
    for (int i = 0; i < count; i++) {
        marks[i] = !marks[i];
        if (marks[i])
            return true;
    }
    return false;
}
