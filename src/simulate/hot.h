#ifndef MEDFIN_SIMULATE_HOT_H
#define MEDFIN_SIMULATE_HOT_H

/* HOT marks a loop that is compiled once for any processor and once for a wider one, which
   is chosen when the program starts. What it computes is the same to the bit: no operation
   is contracted or reordered. The build defines HOT as nothing where there is no choice. */

#ifndef HOT
#define HOT
#endif

#endif
