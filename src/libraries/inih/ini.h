#ifndef INI_H
#define INI_H

/* The one function of inih that is called, with inih's own promise, for the programs that no Debian package of inih is
   for. */

typedef char *(*ini_reader)(char *room, int size, void *stream);
typedef int (*ini_handler)(void *user, const char *section, const char *name, const char *value);

/* Hands each key to the handler, blanks trimmed, with the section that it stands in. 0, or the number of the first line
   that is neither a section nor a key or that the handler does not take. */
int ini_parse_stream(ini_reader reader, void *stream, ini_handler handler, void *user);

#endif
