# What is handed out: `make` lays it together from the program with all that it needs inside, the page and the sources.

set(packages ${CMAKE_BINARY_DIR}/packages)
set(make_packages ${CMAKE_BINARY_DIR}/make-packages)
include(src/libraries/xlsxwriter.cmake)

# The one program that is handed out for Linux: workbooks too, static, without what a debugger wants.
add_library(xlsx_inside STATIC ${xlsx_sources})
target_include_directories(xlsx_inside PRIVATE ${workbook_sees})
target_link_libraries(xlsx_inside PRIVATE from-xlsxwriter PUBLIC system base workbook)
add_medfin(medfin-linux xlsx_inside)
target_link_options(medfin-linux PRIVATE -static-pie -s)

# Run again by the tests, for another folder.
file(CONFIGURE OUTPUT ${make_packages} CONTENT "#!/bin/sh
export SOURCE_DATE_EPOCH=${release_date} LC_ALL=C.UTF-8 CMAKE='${CMAKE_COMMAND}'
exec '${CMAKE_CURRENT_LIST_DIR}/make' \"\$@\"
")
file(CHMOD ${make_packages} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
add_custom_target(packages
  COMMAND ${make_packages} ${PROJECT_VERSION} ${CMAKE_BINARY_DIR} ${packages}
  DEPENDS medfin-linux documents page VERBATIM USES_TERMINAL)
