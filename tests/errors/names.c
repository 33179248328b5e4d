/* Prints the name of every diagnostic, one a line, for the test that counts their cases. */

#include <stdio.h>

#include <medfin/base/diag.h>

int main(void)
{
    for (int i = 0; i < DIAG_COUNT; i++)
        puts(diag_rows[i].name);
    return 0;
}
