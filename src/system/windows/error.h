#ifndef MEDFIN_SYSTEM_ERROR_H
#define MEDFIN_SYSTEM_ERROR_H

/* What Windows's numbers of errors are as reasons. */

#include <windows.h>

int reason_of(DWORD error);

/* Of the call before. */
int reason_last(void);

#endif
