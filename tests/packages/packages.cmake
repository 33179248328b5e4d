# What is handed out, tried as those who get it do.

find_program(LINTIAN lintian REQUIRED)
find_program(MMDEBSTRAP mmdebstrap REQUIRED)
file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.bats)
foreach(script ${scripts})
  cmake_path(GET script STEM name)
  add_case(packages/${name} package ${BATS} ${script})
  set_tests_properties(packages/${name} PROPERTIES TIMEOUT 900 ENVIRONMENT_MODIFICATION
    "PACKAGES=set:${packages};VERSION=set:${PROJECT_VERSION};MAKE=set:${make_packages};BUILD=set:${CMAKE_BINARY_DIR}")
endforeach()

# The program of the archive says in every command and format what this machine's says.
add_case(packages/same package ${PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/cli/same.py --only $<TARGET_FILE:medfin-linux>)
add_custom_target(package_tests DEPENDS packages table_names)
