# The library shows the functions that its header declares, and nothing else.
execute_process(COMMAND ${NM} -D --defined-only ${LIBRARY}
    OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^ \n]+\n" exported "${symbols}\n")
list(TRANSFORM exported STRIP)
file(READ ${HEADER} text)
string(REGEX MATCHALL "ARROWQUANT_API [^(;]*arrowquant_[a-z_]+\\(" declared "${text}")
list(TRANSFORM declared REPLACE ".*(arrowquant_[a-z_]+)\\(" "\\1")
list(SORT exported)
list(SORT declared)
if(NOT declared OR NOT exported STREQUAL declared)
    message(FATAL_ERROR "exported: ${exported}\ndeclared: ${declared}")
endif()
