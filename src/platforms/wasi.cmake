# WebAssembly with files in memory, as a browser runs it: Debian's clang and C library for it. Small, since the page is
# carried about; loops that are hot say so themselves.
set(platform wasi unix alone)
# A page has one project in sight, and no Word.
set(without ${CMAKE_SOURCE_DIR}/src/cli/portfolio.c ${CMAKE_SOURCE_DIR}/src/sheet/word.c)
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_C_COMPILER clang-14)
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_AR /usr/bin/llvm-ar-14)
set(CMAKE_RANLIB /usr/bin/llvm-ranlib-14)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_EXECUTABLE_SUFFIX_C .wasm)
set(CMAKE_C_FLAGS_RELEASE "-Os -msimd128")
# Clang's driver would optimise once more, without what the processor has, unless told not to; web.cmake does.
set(CMAKE_EXE_LINKER_FLAGS_RELEASE "-O0 -Wl,-z,stack-size=4194304 -Wl,--strip-all -lwasi-emulated-getpid")
