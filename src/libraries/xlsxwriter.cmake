# libxlsxwriter from its source, since Debian has it as a shared library alone: from-xlsxwriter, over the minizip and zlib
# that the platform has.
execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/fetch ${MEDFIN_LIBRARIES} libxlsxwriter COMMAND_ERROR_IS_FATAL ANY)
set(folder ${MEDFIN_LIBRARIES}/libxlsxwriter)
file(GLOB xlsxwriter ${folder}/src/*.c)
add_library(from-xlsxwriter STATIC ${xlsxwriter} ${folder}/third_party/tmpfileplus/tmpfileplus.c)
target_compile_options(from-xlsxwriter PRIVATE -w)
target_include_directories(from-xlsxwriter SYSTEM PUBLIC ${folder}/include)
target_compile_definitions(from-xlsxwriter PRIVATE USE_SYSTEM_MINIZIP USE_NO_MD5)
target_link_libraries(from-xlsxwriter PRIVATE ${archive_minizip} ${archive_z})
