#include <medfin/system/file_kind.h>

#include <sys/stat.h>

enum file_kind file_kind(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return FILE_NONE;
    return S_ISREG(status.st_mode) ? FILE_REGULAR : S_ISDIR(status.st_mode) ? FILE_FOLDER : FILE_OTHER;
}
