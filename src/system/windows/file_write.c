/* A file is filled under a name of its own beside its target, and stands to be deleted until it is whole, whatever ends
   us; then it takes the target's place. */

#include <medfin/system/file_write.h>

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#include "error.h"
#include "handle.h"
#include "look.h"
#include "wide.h"

enum { SHARED_BY_ALL = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE };

/* Where a file shall stand, behind all links. */
struct target {
    wchar_t *path;
    bool stands;     /* something has that name */
    bool is_through; /* a device or a pipe, which cannot be replaced: it is written to */
};

static HANDLE open_existing(const wchar_t *path, DWORD rights)
{
    return CreateFileW(path, rights, SHARED_BY_ALL, NULL, OPEN_EXISTING, 0, NULL);
}

/* The path that a file has behind all links, in the place of the one that it was found by. */
static int follow_links(struct target *target)
{
    HANDLE file = open_existing(target->path, 0);
    if (file == INVALID_HANDLE_VALUE)
        return reason_last();
    DWORD size = GetFinalPathNameByHandleW(file, NULL, 0, FILE_NAME_NORMALIZED);
    wchar_t *path = calloc(size + 1, sizeof *path);
    int reason = !path ? ENOMEM : 0;
    if (path && size && GetFinalPathNameByHandleW(file, path, size + 1, FILE_NAME_NORMALIZED)) {
        free(target->path);
        target->path = path;
    } else {
        free(path); /* not every drive tells */
    }
    CloseHandle(file);
    return reason;
}

/* 0, or why it is refused. The target's path is the caller's to free. */
static int target_find(const char *path, struct target *target)
{
    struct look look;
    *target = (struct target){ wide_path(path), true, false };
    if (!target->path)
        return ENOMEM;
    int reason = look_at(path, &look);
    if (reason == ENOENT) {
        target->stands = GetFileAttributesW(target->path) != INVALID_FILE_ATTRIBUTES;
        return target->stands ? ENOLINK : 0;
    }
    if (reason || look.kind == FILE_FOLDER)
        return reason ? reason : EISDIR;
    target->is_through = look.kind == FILE_OTHER;
    if (!target->is_through && look.about.dwFileAttributes & FILE_ATTRIBUTE_READONLY)
        return EACCES;
    return target->is_through ? 0 : follow_links(target);
}

/* Why what stands there would not let itself be replaced: whoever has it open must let it be deleted. */
static int standing_refusal(const struct target *target)
{
    DWORD rights = target->is_through ? GENERIC_WRITE : GENERIC_WRITE | DELETE;
    HANDLE file = open_existing(target->path, rights);
    if (file == INVALID_HANDLE_VALUE)
        return reason_last();
    CloseHandle(file);
    return 0;
}

/* A new file in the target's folder, with a name that nobody else has, which is for the caller to free. */
static int open_beside(const struct target *target, DWORD flags, HANDLE *file, wchar_t **beside)
{
    enum { MOST_TRIES = 100, ROOM = sizeof ".medfin-" + 16 };
    const wchar_t *name = target->path + wcslen(target->path);
    while (name > target->path && !wcschr(L"\\/:", name[-1]))
        name--;
    size_t folder = (size_t)(name - target->path);
    LARGE_INTEGER now;
    *beside = calloc(folder + ROOM, sizeof **beside);
    if (!*beside)
        return ENOMEM;
    wmemcpy(*beside, target->path, folder);
    QueryPerformanceCounter(&now);
    uint64_t number = (uint64_t)now.QuadPart * MAXDWORD + GetCurrentProcessId();
    for (int i = 0; i < MOST_TRIES; i++) {
        _snwprintf(*beside + folder, ROOM, L".medfin-%016I64x", number + (uint64_t)i);
        *file = CreateFileW(*beside, GENERIC_WRITE | DELETE, 0, NULL, CREATE_NEW, flags, NULL);
        if (*file != INVALID_HANDLE_VALUE || GetLastError() != ERROR_FILE_EXISTS)
            break;
    }
    return *file == INVALID_HANDLE_VALUE ? reason_last() : 0;
}

/* Whether it is gone once nobody has it open. */
static bool set_doomed(HANDLE file, bool is_doomed)
{
    FILE_DISPOSITION_INFO disposition = { is_doomed };
    return SetFileInformationByHandle(file, FileDispositionInfo, &disposition, sizeof disposition);
}

/* What watches new files, as a scanner for viruses does, lets go of them after a moment. */
static bool passes(DWORD error)
{
    return error == ERROR_SHARING_VIOLATION || error == ERROR_ACCESS_DENIED || error == ERROR_UNABLE_TO_REMOVE_REPLACED;
}

/* One try: the old one's permissions are kept where the drive can do that. */
static bool take_place(const wchar_t *beside, const struct target *target)
{
    if (!target->stands)
        return MoveFileExW(beside, target->path, MOVEFILE_WRITE_THROUGH);
    if (ReplaceFileW(target->path, beside, NULL, REPLACEFILE_IGNORE_MERGE_ERRORS | REPLACEFILE_IGNORE_ACL_ERRORS, NULL,
                     NULL))
        return true;
    return !passes(GetLastError()) &&
           MoveFileExW(beside, target->path, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
}

static int name_beside(const wchar_t *beside, const struct target *target)
{
    enum { FIRST_WAIT = 5, LAST_WAIT = 160 }; /* ms */
    for (DWORD wait = FIRST_WAIT; !take_place(beside, target); wait *= 2) {
        if (!passes(GetLastError()) || wait > LAST_WAIT)
            return reason_last();
        Sleep(wait);
    }
    return 0;
}

static int write_whole(const struct target *target, const char *bytes, size_t size)
{
    HANDLE file;
    wchar_t *beside;
    int reason = open_beside(target, FILE_ATTRIBUTE_NORMAL, &file, &beside);
    if (reason) {
        free(beside);
        return reason;
    }
    set_doomed(file, true); /* where the drive can do that */
    reason = handle_write(file, bytes, size);
    if (!reason && !FlushFileBuffers(file))
        reason = reason_last();
    set_doomed(file, reason != 0);
    CloseHandle(file);
    if (!reason)
        reason = name_beside(beside, target);
    if (reason)
        DeleteFileW(beside);
    free(beside);
    return reason;
}

/* Held while a file is written, which Ctrl-C and a closed window wait for. A handler is told nothing but which of them
   it is, so that the lock must lie here. */
static SRWLOCK writing = SRWLOCK_INIT;

static BOOL WINAPI wait_for_writing(DWORD kind)
{
    (void)kind;
    AcquireSRWLockExclusive(&writing);
    return FALSE; /* and then it ends us, as it would */
}

static int write_undisturbed(const struct target *target, const char *bytes, size_t size)
{
    AcquireSRWLockExclusive(&writing);
    SetConsoleCtrlHandler(wait_for_writing, TRUE);
    int reason = write_whole(target, bytes, size);
    SetConsoleCtrlHandler(wait_for_writing, FALSE);
    ReleaseSRWLockExclusive(&writing);
    return reason;
}

static int write_through(const struct target *target, const char *bytes, size_t size)
{
    HANDLE file = open_existing(target->path, GENERIC_WRITE);
    if (file == INVALID_HANDLE_VALUE)
        return reason_last();
    int reason = handle_write(file, bytes, size);
    CloseHandle(file);
    return reason;
}

static int write_to(const struct target *target, const char *bytes, size_t size)
{
    if (target->is_through)
        return write_through(target, bytes, size);
    int reason = target->stands ? standing_refusal(target) : 0;
    return reason ? reason : write_undisturbed(target, bytes, size);
}

int file_write(const char *path, const char *bytes, size_t size)
{
    struct target target;
    int reason = target_find(path, &target);
    if (!reason)
        reason = write_to(&target, bytes, size);
    free(target.path);
    return reason;
}

int file_create(const char *path, const char *bytes, size_t size)
{
    struct target target;
    int reason = target_find(path, &target);
    if (target.stands && !target.is_through && target.path)
        reason = EEXIST;
    if (!reason)
        reason = write_to(&target, bytes, size);
    free(target.path);
    return reason;
}

/* A file that is gone at once: whether the folder takes one. */
static int folder_refusal(const struct target *target)
{
    HANDLE file;
    wchar_t *beside;
    int reason = open_beside(target, FILE_FLAG_DELETE_ON_CLOSE, &file, &beside);
    if (!reason)
        CloseHandle(file);
    free(beside);
    return reason;
}

int file_write_refusal(const char *path)
{
    struct target target;
    int reason = target_find(path, &target);
    if (!reason && target.stands)
        reason = standing_refusal(&target);
    if (!reason && !target.is_through)
        reason = folder_refusal(&target);
    free(target.path);
    return reason;
}
