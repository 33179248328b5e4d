#ifndef MEDFIN_SYSTEM_PROCESS_BECOME_H
#define MEDFIN_SYSTEM_PROCESS_BECOME_H

/* Goes on as another program, which stands at that path seen from the folder of our own, with the same arguments.
   Returns the system's reason why it cannot. */
int process_become(const char *beside, char **arguments);

#endif
