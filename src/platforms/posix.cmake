# This machine, with Debian's packages of the libraries.
set(platform posix pthreads unix nettle)

set(CMAKE_C_FLAGS_DEBUG "-g -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all")
set(CMAKE_EXE_LINKER_FLAGS_DEBUG "-fsanitize=address,undefined")
set(CMAKE_C_FLAGS_RELEASE "-O2 -g1 -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection -fcf-protection -fPIE")
set(CMAKE_EXE_LINKER_FLAGS_RELEASE "-pie -Wl,-z,relro,-z,now,--as-needed")
set(CMAKE_C_FLAGS_COVERAGE "-g -O0 --coverage -fprofile-update=atomic")
set(CMAKE_EXE_LINKER_FLAGS_COVERAGE "--coverage")

# Static where Debian has the archive: a quick start is a feature. By their paths, since a change
# between static and shared on the linker's command line would find shared ones for what follows.
foreach(name gsl gslcblas inih csv utf8proc expat minizip z cmark-gfm cmark-gfm-extensions nettle)
  find_library(archive_${name} lib${name}.a REQUIRED)
endforeach()
find_package(Threads REQUIRED)
