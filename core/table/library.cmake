# libarrowquant: the rooms up to this one behind arrowquant.h. Nothing else of them can be seen.
add_library(arrowquant-lib SHARED capi.cpp capi_call.cpp capi_options.cpp capi_tables.cpp)
set_target_properties(arrowquant-lib PROPERTIES
    OUTPUT_NAME arrowquant
    SOVERSION 1
    AUTOMOC OFF
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    LINK_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/arrowquant.map)
target_link_libraries(arrowquant-lib PRIVATE aq_table)
target_link_options(arrowquant-lib PRIVATE LINKER:--no-undefined LINKER:--exclude-libs,ALL
    LINKER:--version-script=${CMAKE_CURRENT_SOURCE_DIR}/arrowquant.map)
target_include_directories(arrowquant-lib INTERFACE ${PROJECT_SOURCE_DIR})
