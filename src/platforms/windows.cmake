# Windows, by Debian's GCC for it: one program that needs nothing but what every Windows has. Its own functions of files
# and the console are called, which take UTF-16; the manifest says that what libraries call takes UTF-8.
set(platform windows alone pthreads nettle)
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(CMAKE_RC_FLAGS "-c 65001")
set(platform_resources ${CMAKE_CURRENT_LIST_DIR}/windows/medfin.rc.in)
set(MEDFIN_WORKBOOKS ON)
set(MEDFIN_CLONES OFF CACHE BOOL "" FORCE) # no program is patched when it starts
# C's printf, not Windows's own; and the reasons that only its files do not meet.
add_compile_definitions(__USE_MINGW_ANSI_STDIO=1 _WIN32_WINNT=0x0601 UNICODE EDQUOT=200 ESTALE=201)
# Its isnan is made so, and GCC there takes formats for Windows's own; this machine's watches both.
add_compile_options(-Wno-float-conversion -Wno-format)
set(CMAKE_C_FLAGS_RELEASE "-O2 -fstack-protector-strong -ffunction-sections -fdata-sections")
# As much stack as elsewhere; no time of linking.
set(CMAKE_EXE_LINKER_FLAGS_RELEASE "-static -s -Wl,--gc-sections,--stack,8388608 -Wl,--no-insert-timestamp -Wl,--nxcompat,--dynamicbase,--high-entropy-va")
