# Every package wirecopy builds against, from the system; nothing is downloaded.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(absl REQUIRED)
find_package(simdjson REQUIRED)
find_package(hwy REQUIRED)
find_package(zstd CONFIG REQUIRED)
find_package(ZLIB REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
find_package(CLI11 REQUIRED)
find_package(RapidJSON REQUIRED)

# Highway's headers without its library, which kernels do not need (src/wirecopy/base/kernel_choice.h).
add_library(wirecopy_highway_headers INTERFACE)
target_include_directories(wirecopy_highway_headers SYSTEM INTERFACE
  $<TARGET_PROPERTY:hwy::hwy,INTERFACE_INCLUDE_DIRECTORIES>)

pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(libpsl REQUIRED IMPORTED_TARGET libpsl)
if(WIRECOPY_BUILD_TESTS)
  find_package(GTest REQUIRED)
  find_package(rapidcheck CONFIG REQUIRED)
endif()
if(WIRECOPY_BUILD_BENCH)
  find_package(benchmark REQUIRED)
endif()
