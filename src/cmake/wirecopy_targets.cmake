# wirecopy_module(NAME SOURCES ... [HEADERS ...] [LINK ...])
#   One layer of the library: a static library `wirecopy_NAME`, whose objects are collected into wirecopy::wirecopy.
# wirecopy_test(NAME SOURCES ... [LINK ...] [LABELS ...])
#   One GoogleTest executable, each of its cases a ctest.

add_library(wirecopy_flags INTERFACE)
target_compile_features(wirecopy_flags INTERFACE cxx_std_20)
target_compile_options(wirecopy_flags INTERFACE
  -Wall -Wextra -Wshadow -Wnon-virtual-dtor -fno-math-errno
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # g++ 12 sees overlaps in std::string + that are not there (GCC bug 105651)
  $<$<BOOL:${WIRECOPY_WERROR}>:-Werror>)
target_include_directories(wirecopy_flags INTERFACE "${PROJECT_SOURCE_DIR}/src")

function(wirecopy_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;LINK")
  add_library(wirecopy_${name} STATIC ${arg_SOURCES})
  target_sources(wirecopy_${name} PUBLIC FILE_SET HEADERS
    BASE_DIRS "${PROJECT_SOURCE_DIR}/src" FILES ${arg_HEADERS})
  set_target_properties(wirecopy_${name} PROPERTIES
    CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_link_libraries(wirecopy_${name} PUBLIC wirecopy_flags ${arg_LINK})
  set_property(GLOBAL APPEND PROPERTY WIRECOPY_MODULES wirecopy_${name})
endfunction()

function(_wirecopy_test_flags name)
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
  # What is under test is optimised; the tests themselves are not worth the compiler's time.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>
    "$<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-stringop-overread>")  # g++ 12 at -O1 sees them in std::vector
  target_link_libraries(${name} PRIVATE wirecopy_flags GTest::gtest_main GTest::gmock rapidcheck rapidcheck_gtest)
endfunction()

function(wirecopy_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;LABELS")
  if(NOT WIRECOPY_BUILD_TESTS)
    return()
  endif()
  if(NOT TARGET wirecopy_test_headers)
    # The test frameworks' headers cost more than the tests: read once for all of them.
    file(WRITE "${PROJECT_BINARY_DIR}/wirecopy_test_headers.cc" "")
    add_library(wirecopy_test_headers OBJECT "${PROJECT_BINARY_DIR}/wirecopy_test_headers.cc")
    _wirecopy_test_flags(wirecopy_test_headers)
    target_precompile_headers(wirecopy_test_headers PRIVATE <gmock/gmock.h> <gtest/gtest.h> <rapidcheck/gtest.h>)
  endif()
  add_executable(${name} ${arg_SOURCES})
  _wirecopy_test_flags(${name})
  target_link_libraries(${name} PRIVATE ${arg_LINK})
  target_precompile_headers(${name} REUSE_FROM wirecopy_test_headers)
  include(GoogleTest)
  set(properties TIMEOUT 300)
  if(arg_LABELS)
    list(APPEND properties LABELS "${arg_LABELS}")
  endif()
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES ${properties})
endfunction()
