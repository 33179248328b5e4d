#include <fcntl.h>

#include "../descriptor.h"

int descriptor_of(const char *path)
{
    return open(path, O_RDONLY);
}
