# What needs more than a compiler: clang's fuzzer and checks, valgrind, strace, a browser, coverage.

find_program(CLANG clang REQUIRED)
find_program(CLANG_TIDY clang-tidy REQUIRED)
find_program(VALGRIND valgrind REQUIRED)
find_program(GCOV gcov REQUIRED)

file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.c)
set(seen -std=c17 -I${CMAKE_SOURCE_DIR}/include -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700
         -DUTF8PROC_STATIC -DMEDFIN_VERSION=\"${PROJECT_VERSION}\")

# clang-tidy, one ctest per source; Windows has other headers.
list(FILTER sources EXCLUDE REGEX "/src/system/windows/")
foreach(source ${sources})
  cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE name)
  add_case(tidy/${name} heavy ${CLANG_TIDY} --quiet --config-file=${CMAKE_CURRENT_LIST_DIR}/clang-tidy.yaml
           ${source} -- ${seen})
endforeach()

# Every source stands as .clang-format lays it.
find_program(CLANG_FORMAT clang-format REQUIRED)
add_case(format heavy ${CMAKE_CURRENT_LIST_DIR}/format ${CLANG_FORMAT})

# libFuzzer: the layers and each target with clang, 30 s a target, 60 s the whole command line; what it finds fails
# the test and is left in the build tree's fuzz folder.
set(fuzz ${CMAKE_BINARY_DIR}/fuzz)
set(fuzz_flags -g -O2 -fno-omit-frame-pointer -fno-sanitize-recover=all)

# fuzz_object(source result): one object with its dependency file.
function(fuzz_object source result)
  cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE name)
  string(REPLACE / - name ${name})
  set(object ${fuzz}/${name}.o)
  add_custom_command(
    OUTPUT ${object}
    COMMAND ${CLANG} ${seen} ${fuzz_flags} -fsanitize=fuzzer-no-link,address,undefined
            -MD -MF ${object}.d -c ${source} -o ${object}
    DEPENDS ${source} DEPFILE ${object}.d VERBATIM)
  set(${result} ${object} PARENT_SCOPE)
endfunction()

# This machine's bodies and libraries alone.
list(FILTER sources EXCLUDE REGEX "/src/(libraries|system/(alone|wasi|windows)|[a-z]+/(wasi|away))/")
set(objects)
foreach(source ${sources} ${made_sources})
  if(NOT source STREQUAL ${CMAKE_SOURCE_DIR}/src/main.c)
    fuzz_object(${source} object)
    list(APPEND objects ${object})
  endif()
endforeach()

foreach(source ${fuzzers})
  cmake_path(GET source STEM name)
  string(REPLACE fuzz_ "" subject ${name})
  fuzz_object(${source} object)
  add_custom_command(
    OUTPUT ${fuzz}/${name}
    COMMAND ${CLANG} ${fuzz_flags} -fsanitize=fuzzer,address,undefined ${object} ${objects} -o ${fuzz}/${name}
            -l:libutf8proc.a -l:libinih.a -l:libminizip.a -l:libz.a -l:libexpat.a -lcsv
            -l:libcmark-gfm-extensions.a -l:libcmark-gfm.a -lgsl -lgslcblas -lm -lxlsxwriter -lnettle -pthread
    DEPENDS ${object} ${objects} VERBATIM)
  add_custom_target(${name} ALL DEPENDS ${fuzz}/${name})
  file(MAKE_DIRECTORY ${fuzz}/found/${subject})
  set(more -max_total_time=30 -timeout=10)
  if(subject STREQUAL command)
    set(more -max_total_time=60 -timeout=60 -max_len=8192 -dict=${fuzz}/dictionary ${fuzz}/seeds)
  endif()
  # One seed: what it finds is about the change, not about the day. Others are for long runs by hand.
  add_case(libfuzzer/${subject} heavy ${fuzz}/${name} -seed=17 -rss_limit_mb=2048
           -artifact_prefix=${fuzz}/${subject}- ${fuzz}/found/${subject}
           ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${subject} ${more})
endforeach()

# Where the whole command line begins: what the tables hold, the shipped scenarios and the cases of errors.
add_custom_command(
  OUTPUT ${fuzz}/dictionary
  COMMAND fuzz_dictionary > ${fuzz}/dictionary
  COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/seeds ${fuzz}/seeds
  DEPENDS fuzz_dictionary ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/seeds VERBATIM)
add_custom_target(fuzz_beginnings ALL DEPENDS ${fuzz}/dictionary)

# A simulation is the exact plan, of many random projects.
add_case(simulate-many heavy property_simulate 2000)
set_tests_properties(simulate-many PROPERTIES TIMEOUT 900)

# valgrind over the unit tests, and over the program on every shipped project.
set(memcheck ${VALGRIND} --quiet --leak-check=full --errors-for-leak-kinds=definite,indirect
             --error-exitcode=99)
# unit/system starts programs and children that end at once, which behave otherwise under valgrind: a program that is
# not there is started and then fails. The sanitizers watch it.
list(FILTER unit EXCLUDE REGEX "/test_(system|files|file_faults)\\.c$")
foreach(source ${unit})
  cmake_path(GET source STEM name)
  add_case(valgrind/${name} heavy ${memcheck} $<TARGET_FILE:${name}>)
  set_tests_properties(valgrind/${name} PROPERTIES TIMEOUT 600)
endforeach()

file(GLOB projects CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/scenarios/*/*.ini)
foreach(project ${projects})
  file(STRINGS ${project} first REGEX "^\\[" LIMIT_COUNT 1)
  if(first MATCHES "^\\[project\\]")
    cmake_path(RELATIVE_PATH project BASE_DIRECTORY ${CMAKE_SOURCE_DIR}/scenarios OUTPUT_VARIABLE name)
    add_case(valgrind/${name} heavy ${CMAKE_CURRENT_LIST_DIR}/memcheck ${project} ${memcheck})
    set_tests_properties(valgrind/${name} PROPERTIES TIMEOUT 600)
  endif()
endforeach()

# The system refuses, interrupts and ends the writing of files, at every call.
find_program(STRACE strace REQUIRED)
add_case(faults heavy ${CMAKE_CURRENT_LIST_DIR}/faults $<TARGET_FILE:medfin>)
set_tests_properties(faults PROPERTIES TIMEOUT 1200)

# Properties on as many random projects as are promised.
add_case(properties/cures-of-500 heavy property_cures 500)
set_tests_properties(properties/cures-of-500 PROPERTIES TIMEOUT 600)

# Reports in a real browser: axe-core at a phone's and a screen's width, and on paper.
find_program(CHROMIUM chromium REQUIRED)
find_program(NPM npm REQUIRED)
find_program(PDFTOTEXT pdftotext REQUIRED)
add_case(pages heavy ${PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/pages/judge ${CMAKE_BINARY_DIR})
set_tests_properties(pages PROPERTIES TIMEOUT 900)

# Letters and reports as Word and OpenDocument, opened by LibreOffice in one call.
find_program(PANDOC pandoc REQUIRED)
find_program(SOFFICE soffice REQUIRED)
add_case(office heavy ${CMAKE_CURRENT_LIST_DIR}/office)
set_tests_properties(office PROPERTIES TIMEOUT 300)
add_case(sheets heavy ${CMAKE_CURRENT_LIST_DIR}/sheets)
set_tests_properties(sheets PROPERTIES TIMEOUT 300)

# Workbooks, worked out by other programs.
find_program(SSCONVERT ssconvert REQUIRED)
add_case(workbooks heavy ${PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/workbooks $<TARGET_FILE:random_projects>)
set_tests_properties(workbooks PROPERTIES TIMEOUT 900)

# Letters and reports as PDF.
find_program(WEASYPRINT weasyprint REQUIRED)
find_program(PDFINFO pdfinfo REQUIRED)
add_case(pdf heavy ${CMAKE_CURRENT_LIST_DIR}/pdf)
set_tests_properties(pdf PROPERTIES TIMEOUT 300)

# Every format that is printed, from small to large: nothing beyond its page, no figure in two.
add_case(widths heavy ${PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/widths)
set_tests_properties(widths PROPERTIES TIMEOUT 900)

# Same input, same bytes: every case in every environment and locale, by the build for coverage too.
find_program(LOCALEDEF localedef REQUIRED)
add_case(same heavy ${PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/cli/same.py --all ${CMAKE_BINARY_DIR}/locales
         $<TARGET_FILE:medfin_plain> ${CMAKE_BINARY_DIR}/Coverage/bin/medfin)
set_tests_properties(same PROPERTIES TIMEOUT 900)

# Nothing that a template or a project names is opened.
find_program(STRACE strace REQUIRED)
add_case(fetches heavy ${CMAKE_CURRENT_LIST_DIR}/fetches)
set_tests_properties(fetches PROPERTIES TIMEOUT 900)

# What is exported, read by others.
find_program(HLEDGER hledger REQUIRED)
add_case(export heavy ${CMAKE_CURRENT_LIST_DIR}/export/check ${CMAKE_BINARY_DIR})
set_tests_properties(export PROPERTIES TIMEOUT 600)

# What zsh offers when it is asked.
find_program(ZSH zsh REQUIRED)
add_case(zsh heavy ${ZSH} -f ${CMAKE_CURRENT_LIST_DIR}/zsh)

# A first change to the program, made and built as its page tells it.
add_case(first-change heavy ${CMAKE_CURRENT_LIST_DIR}/first-change)
set_tests_properties(first-change PROPERTIES TIMEOUT 900)

# Mutation testing: the program is changed in some sixty places, and the tests must notice.
add_case(mutants heavy ${PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/mutants/mutants ${CMAKE_BINARY_DIR})
set_tests_properties(mutants PROPERTIES TIMEOUT 2400 RUN_SERIAL TRUE)

# Branch coverage, room by room: the ordinary tests once more, built for it.
find_program(GCOVR gcovr REQUIRED)
add_case(coverage coverage ${CMAKE_CURRENT_LIST_DIR}/coverage ${CMAKE_BINARY_DIR})
set_tests_properties(coverage PROPERTIES TIMEOUT 1800)
