# The page's program, held against this machine's, and the page in a browser.

add_script(${CMAKE_CURRENT_LIST_DIR}/node.ts ${page}/node.mjs --platform=node --format=esm)
file(CONFIGURE OUTPUT ${page}/medfin CONTENT "#!/bin/sh
exec '${NODE}' '${page}/node.mjs' '${page}/medfin.wasm' \"\$@\"
")
file(CHMOD ${page}/medfin PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
add_custom_target(page_tests ALL DEPENDS ${page}/node.mjs medfin page table_names)

# Every command and format that it has says the same; so does what the golden outputs are of, but for what another program makes.
add_case(web/same page ${PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/cli/same.py --page ${page}/medfin)
foreach(script ${golden_scripts})
  cmake_path(GET script STEM name)
  add_case(web/${name} page ${BATS} --filter-tags !posix ${script})
  set_tests_properties(web/${name} PROPERTIES ENVIRONMENT_MODIFICATION "MEDFIN=set:${page}/medfin")
endforeach()

# In Chromium, from the file; the types of its scripts; what TypeScript sees lies beside what npm brought.
find_program(CHROMIUM chromium REQUIRED)
add_case(web/page page ${NODE} --test ${CMAKE_CURRENT_LIST_DIR}/page.test.mjs)
set_tests_properties(web/page PROPERTIES TIMEOUT 600 RUN_SERIAL ON ENVIRONMENT_MODIFICATION
  "NPM=set:${npm};PAGE=set:${page}/medfin.html;CHROMIUM=set:${CHROMIUM}")
add_case(web/types page ${CMAKE_COMMAND} -D FROM=${CMAKE_SOURCE_DIR}/src/web -D NPM=${npm} -D NODE=${NODE}
         -P ${CMAKE_CURRENT_LIST_DIR}/types.cmake)
