# What is installed is enough to build a C99 program the way pkg-config says, and to run it.
file(REMOVE_RECURSE ${INTO})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${INTO} --component library
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
set(ENV{PKG_CONFIG_PATH} ${INTO}/${LIBDIR}/pkgconfig)
foreach(wish cflags libs modversion)
    execute_process(COMMAND ${PKG_CONFIG} --${wish} arrowquant OUTPUT_VARIABLE ${wish}
        OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    separate_arguments(${wish})
endforeach()
if(NOT modversion STREQUAL VERSION)
    message(FATAL_ERROR "pkg-config says ${modversion}, not ${VERSION}")
endif()
separate_arguments(FLAGS)
execute_process(COMMAND ${CC} ${FLAGS} -std=c99 -pedantic -Wall -Wextra -Werror ${cflags} ${SOURCE}
    -o ${INTO}/smoke ${libs} COMMAND_ERROR_IS_FATAL ANY)
set(ENV{LD_LIBRARY_PATH} ${INTO}/${LIBDIR})
execute_process(COMMAND ${INTO}/smoke COMMAND_ERROR_IS_FATAL ANY)
