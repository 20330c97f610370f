# The tests of what crosses the C data interface once more, with the room compiled for the address
# and undefined-behaviour sanitizers: a struct that is released twice or never, or a byte read too
# far, fails them. The tests' own objects are those of the plain tests.
set(sanitize -fsanitize=address,undefined)
set(CMAKE_REQUIRED_FLAGS "${sanitize}")
check_cxx_source_compiles("int main() { return 0; }" AQ_HAS_SANITIZERS)
unset(CMAKE_REQUIRED_FLAGS)
if(NOT AQ_HAS_SANITIZERS)
    message(STATUS "This compiler has no sanitizers: tests of the C data interface run without")
    return()
endif()

set(room c_array c_columns c_export c_stream c_table c_type c_views capi capi_call capi_options
    capi_tables compare_tables dequantize_table layer_decoder layer_encoder layer_pairs quantize_table
    quantized_rows quantized_table table_buffer table_columns table_error table_floats table_rows
    table_run weight_table)
list(TRANSFORM room REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/core/table/\\1.cpp")
add_library(aq_table_sanitized OBJECT ${room} read_table.cpp
    ${PROJECT_SOURCE_DIR}/tests/support/c_arrays.cpp
    ${PROJECT_SOURCE_DIR}/tests/support/test_models.cpp)
target_compile_definitions(aq_table_sanitized PRIVATE
    $<TARGET_PROPERTY:aq_test_support,INTERFACE_COMPILE_DEFINITIONS>)
target_compile_options(aq_table_sanitized PRIVATE ${sanitize} -fno-sanitize-recover=all
    -fno-omit-frame-pointer -O1 -g1)
target_link_libraries(aq_table_sanitized PRIVATE aq_validate)
set_target_properties(aq_table_sanitized PROPERTIES AUTOMOC OFF)

foreach(test tst_broken_tables tst_c_export tst_c_type tst_capi tst_compare_tables tst_quantize_table
        tst_quantized_table tst_seed_tables tst_weight_table)
    add_executable(${test}_sanitized $<TARGET_OBJECTS:aq_table_sanitized> $<TARGET_OBJECTS:${test}>)
    target_link_libraries(${test}_sanitized PRIVATE aq_validate Qt6::Test)
    target_link_options(${test}_sanitized PRIVATE ${sanitize})
    set_target_properties(${test}_sanitized PROPERTIES AUTOMOC OFF)
    add_test(NAME ${test}_sanitized COMMAND ${test}_sanitized)
    set_tests_properties(${test}_sanitized PROPERTIES TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;ASAN_OPTIONS=allocator_may_return_null=1"
        SKIP_REGULAR_EXPRESSION "LeakSanitizer does not work under ptrace")
endforeach()
