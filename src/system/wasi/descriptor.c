#include <fcntl.h>

#include "../unix/descriptor.h"

int descriptor_of(const char *path)
{
    return open(path, O_RDONLY);
}
