# What is handed out: `make` lays it together from the program with all that it needs inside, the page and the sources.

set(packages ${CMAKE_BINARY_DIR}/packages)
set(make_packages ${CMAKE_BINARY_DIR}/make-packages)
include(src/libraries/xlsxwriter.cmake)

# The one program that is handed out for Linux: workbooks too, static, without what a debugger wants.
add_xlsx(xlsx_inside from-xlsxwriter)
add_medfin(medfin-linux xlsx_inside)
target_link_options(medfin-linux PRIVATE -static-pie -s)

# The same sources for Windows.
include(ExternalProject)
set(windows_program ${CMAKE_BINARY_DIR}/windows/Release/bin/medfin.exe)
ExternalProject_Add(
  medfin_windows EXCLUDE_FROM_ALL ON PREFIX ${CMAKE_BINARY_DIR}/windows-project SOURCE_DIR ${CMAKE_SOURCE_DIR}
  BINARY_DIR ${CMAKE_BINARY_DIR}/windows CMAKE_GENERATOR Ninja
  CMAKE_ARGS -DCMAKE_TOOLCHAIN_FILE=${CMAKE_SOURCE_DIR}/src/platforms/windows.cmake -DCMAKE_BUILD_TYPE=Release
             -DCMAKE_C_COMPILER_LAUNCHER=${CMAKE_C_COMPILER_LAUNCHER} -DMEDFIN_LIBRARIES=${MEDFIN_LIBRARIES}
  BUILD_ALWAYS ON INSTALL_COMMAND "" BUILD_BYPRODUCTS ${windows_program})

# Run again by the tests, for another folder.
file(CONFIGURE OUTPUT ${make_packages} CONTENT "#!/bin/sh
export SOURCE_DATE_EPOCH=${release_date} LC_ALL=C.UTF-8 CMAKE='${CMAKE_COMMAND}'
exec '${CMAKE_CURRENT_LIST_DIR}/make' \"\$@\"
")
file(CHMOD ${make_packages} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
add_custom_target(packages
  COMMAND ${make_packages} ${PROJECT_VERSION} ${CMAKE_BINARY_DIR} ${packages}
  DEPENDS medfin-linux medfin_windows documents page VERBATIM USES_TERMINAL)
