# Writes the bytes of FROM to TO, as a C array NAME of 32-bit numbers, the lowest byte first, and NAME_size of them.
file(READ ${FROM} bytes HEX)
file(SIZE ${FROM} size)
# An archive tells when its files were last looked at, and who may: neither says anything of what is in them.
if(FROM MATCHES "\\.zip$")
  string(REGEX REPLACE "55540d0007(........)................" "55540d0007\\1\\1\\1" bytes "${bytes}")
  string(REPLACE "0000b481" "0000a481" bytes "${bytes}")
endif()
math(EXPR padding "(4 - ${size} % 4) % 4")
string(REPEAT 00 ${padding} zeros)
string(REGEX REPLACE "(..)(..)(..)(..)" "0x\\4\\3\\2\\1,\n" numbers "${bytes}${zeros}")
file(WRITE ${TO} "#include <stddef.h>\n#include <stdint.h>\n\nextern const uint32_t ${NAME}[];\n"
                 "extern const size_t ${NAME}_size;\nconst uint32_t ${NAME}[] = {\n${numbers}};\n"
                 "const size_t ${NAME}_size = ${size};\n")
