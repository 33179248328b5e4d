# The program as a page that needs nothing: medfin.wasm, and medfin.html around it.

find_program(NODE node REQUIRED)
find_program(NPM npm REQUIRED)
find_program(WASM_OPT wasm-opt REQUIRED)
find_program(ZOPFLI zopfli REQUIRED)
include(ExternalProject)
set(page ${CMAKE_BINARY_DIR}/page)

# The same sources for another platform.
set(compiled ${page}/wasi/Release/bin/medfin.wasm)
ExternalProject_Add(
  medfin_wasi EXCLUDE_FROM_ALL ON PREFIX ${page}/project SOURCE_DIR ${CMAKE_SOURCE_DIR} BINARY_DIR ${page}/wasi
  CMAKE_GENERATOR Ninja
  CMAKE_ARGS -DCMAKE_TOOLCHAIN_FILE=${CMAKE_SOURCE_DIR}/src/platforms/wasi.cmake -DCMAKE_BUILD_TYPE=Release
             -DCMAKE_C_COMPILER_LAUNCHER=${CMAKE_C_COMPILER_LAUNCHER} -DMEDFIN_LIBRARIES=${CMAKE_BINARY_DIR}/libraries
  BUILD_ALWAYS ON INSTALL_COMMAND "" BUILD_BYPRODUCTS ${compiled})
add_custom_command(
  OUTPUT ${page}/medfin.wasm
  COMMAND ${WASM_OPT} -Os --enable-simd --enable-bulk-memory ${compiled} -o ${page}/medfin.wasm
  DEPENDS medfin_wasi ${compiled} VERBATIM)
# As a browser unpacks it, a twentieth smaller than zlib packs it.
add_custom_command(
  OUTPUT ${page}/medfin.zlib
  COMMAND ${ZOPFLI} --zlib -c ${page}/medfin.wasm > ${page}/medfin.zlib
  DEPENDS ${page}/medfin.wasm VERBATIM)

# What npm brings, at the versions that package.json names.
set(npm ${page}/npm)
add_custom_command(
  OUTPUT ${npm}/node_modules/.package-lock.json
  COMMAND ${CMAKE_COMMAND} -E make_directory ${npm}
  COMMAND ${CMAKE_COMMAND} -E copy package.json package-lock.json ${npm}
  COMMAND ${NPM} ci --prefix ${npm} --ignore-scripts --no-audit --no-fund --loglevel=error
  DEPENDS ${CMAKE_CURRENT_LIST_DIR}/package.json ${CMAKE_CURRENT_LIST_DIR}/package-lock.json
  WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR} VERBATIM)
add_custom_target(page_npm DEPENDS ${npm}/node_modules/.package-lock.json)

# add_script(from to flags…): TypeScript and all that it imports as one file.
set(bundler ${npm}/node_modules/esbuild/bin/esbuild)
function(add_script from to)
  file(GLOB_RECURSE scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/web/*.ts)
  add_custom_command(
    OUTPUT ${to}
    COMMAND ${CMAKE_COMMAND} -E env NODE_PATH=${npm}/node_modules ${NODE} ${bundler} ${from} --bundle --log-level=warning
            --outfile=${to} ${ARGN}
    DEPENDS page_npm ${from} ${scripts} VERBATIM)
endfunction()

# All in one file.
file(GLOB parts CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.ts ${CMAKE_CURRENT_LIST_DIR}/words.json ${CMAKE_CURRENT_LIST_DIR}/page.html
     ${CMAKE_CURRENT_LIST_DIR}/style.css ${CMAKE_CURRENT_LIST_DIR}/*.js ${CMAKE_CURRENT_LIST_DIR}/*.mjs)
add_custom_command(
  OUTPUT ${page}/medfin.html
  COMMAND ${NODE} ${CMAKE_CURRENT_LIST_DIR}/build.mjs ${npm} ${page}/medfin.zlib ${page}/medfin.html
  DEPENDS page_npm ${page}/medfin.zlib ${parts} VERBATIM)
add_custom_target(page ALL DEPENDS ${page}/medfin.html)
