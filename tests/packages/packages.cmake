# What is handed out, tried as those who get it do.

find_program(LINTIAN lintian REQUIRED)
find_program(MMDEBSTRAP mmdebstrap REQUIRED)
set(wine ${CMAKE_CURRENT_LIST_DIR}/wine)
set(wine_folder ${CMAKE_BINARY_DIR}/wine)
file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.bats)
foreach(script ${scripts})
  cmake_path(GET script STEM name)
  add_case(packages/${name} package ${BATS} ${script})
  set_tests_properties(packages/${name} PROPERTIES TIMEOUT 900 ENVIRONMENT_MODIFICATION
    "PACKAGES=set:${packages};VERSION=set:${PROJECT_VERSION};MAKE=set:${make_packages};BUILD=set:${CMAKE_BINARY_DIR};WINE=set:${wine};\
WINEPREFIX=set:${wine_folder}/prefix")
endforeach()

# The program of the archive says in every command and format what this machine's says.
add_case(packages/same package ${PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/cli/same.py --only $<TARGET_FILE:medfin-linux>)

# So does the one for Windows, under Wine.
file(CONFIGURE OUTPUT ${wine_folder}/medfin CONTENT "#!/bin/sh
export WINEPREFIX='${wine_folder}/prefix'
exec '${wine}' '${windows_program}' \"\$@\"
")
file(CHMOD ${wine_folder}/medfin PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
add_case(packages/wine package ${wine} start)
add_case(packages/wine-stop package ${wine} stop)
set_tests_properties(packages/wine PROPERTIES FIXTURES_SETUP wine)
set_tests_properties(packages/wine-stop PROPERTIES FIXTURES_CLEANUP wine)
add_case(packages/windows-same package ${PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/cli/same.py --only ${wine_folder}/medfin)
set_tests_properties(packages/windows-same packages/windows PROPERTIES FIXTURES_REQUIRED wine)
foreach(script ${golden_scripts})
  cmake_path(GET script STEM name)
  add_case(packages/windows-${name} package ${BATS} --filter-tags !programs ${script})
  set_tests_properties(packages/windows-${name} PROPERTIES FIXTURES_REQUIRED wine TIMEOUT 600 ENVIRONMENT_MODIFICATION
    "MEDFIN=set:${wine_folder}/medfin")
endforeach()
set_tests_properties(packages/wine packages/wine-stop PROPERTIES ENVIRONMENT_MODIFICATION
  "WINEPREFIX=set:${wine_folder}/prefix")
add_custom_target(package_tests DEPENDS packages table_names)
