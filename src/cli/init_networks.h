#ifndef MEDFIN_CLI_INIT_NETWORKS_H
#define MEDFIN_CLI_INIT_NETWORKS_H

/* Networks to start from, in pieces; each ends with NULL. */

extern const char *const starter_sekom[], *const starter_natverk[];

#endif
