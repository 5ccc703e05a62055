# The one library others link: wirecopy::wirecopy, shared, made of the objects of every module, with its install rules.
get_property(modules GLOBAL PROPERTY WIRECOPY_MODULES)

add_library(wirecopy SHARED)
add_library(wirecopy::wirecopy ALIAS wirecopy)
foreach(module IN LISTS modules)
  target_sources(wirecopy PRIVATE $<TARGET_OBJECTS:${module}>)
  get_target_property(module_links ${module} LINK_LIBRARIES)
  list(FILTER module_links EXCLUDE REGEX "^wirecopy_")
  target_link_libraries(wirecopy PRIVATE ${module_links})
endforeach()

# What wirecopy.h reaches, and no more. A consumer project under tests/install proves that it is enough.
set(public_headers
  wirecopy.h
  background/background_file.h background/default_background.h
  base/export.h base/hash.h base/huge_pages.h
  compare/compare.h compare/prepared_text.h compare/shingle_index.h
  detect/dedup.h detect/detector.h detect/evidence.h detect/evidence_of_texts.h detect/run_control.h
  model/article.h model/background.h model/blob_store.h model/body.h model/clean_text.h model/result.h
  model/reading.h model/series.h model/shingle.h model/sketch.h model/story.h model/text_evidence.h model/token.h
  model/verdict.h
  report/doubt_line.h report/evidence_report.h report/packed_block.h report/series_json.h report/story_json.h
  report/text_edits.h report/text_line.h report/text_order.h report/utf16_text.h
  sketch/sketch.h
  text/clean.h)
list(TRANSFORM public_headers PREPEND "${PROJECT_SOURCE_DIR}/src/wirecopy/")
target_sources(wirecopy PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/src" FILES ${public_headers})
target_compile_features(wirecopy PUBLIC cxx_std_20)
target_link_libraries(wirecopy PUBLIC absl::status absl::statusor)
# Until 1.0 a minor version may change the interface, so it is part of the soname.
set_target_properties(wirecopy PROPERTIES
  LINKER_LANGUAGE CXX
  VERSION ${PROJECT_VERSION}
  SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})

include(CMakePackageConfigHelpers)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/wirecopy")
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/wirecopyConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/wirecopyConfig.cmake" INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/wirecopyConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
file(RELATIVE_PATH WIRECOPY_PC_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file("${CMAKE_CURRENT_LIST_DIR}/wirecopy.pc.in" "${PROJECT_BINARY_DIR}/wirecopy.pc" @ONLY)

install(TARGETS wirecopy EXPORT wirecopyTargets
  LIBRARY COMPONENT library
  FILE_SET HEADERS COMPONENT library)
install(EXPORT wirecopyTargets NAMESPACE wirecopy:: DESTINATION "${package_dir}" COMPONENT library)
install(FILES "${PROJECT_BINARY_DIR}/wirecopyConfig.cmake" "${PROJECT_BINARY_DIR}/wirecopyConfigVersion.cmake"
  DESTINATION "${package_dir}" COMPONENT library)
install(FILES "${PROJECT_BINARY_DIR}/wirecopy.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT library)
install(FILES LICENSE NOTICE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT library)
