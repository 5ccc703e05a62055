# wirecopy_link_abseil_statically(EXECUTABLE LIBRARIES...)
#   Abseil's archives go into EXECUTABLE, where they are installed, in place of its thirty shared libraries: finding and
#   relocating these takes longer than a small run. LIBRARIES: the static libraries of ours that use Abseil.
#   A shared library cannot take them, they are not position independent.
pkg_check_modules(abseil_archive QUIET
  absl_flat_hash_map absl_flat_hash_set absl_status absl_statusor absl_str_format absl_strings absl_time)
set(abseil_archives "")
foreach(name IN LISTS abseil_archive_LIBRARIES)
  if(name MATCHES "^absl_")
    find_library(WIRECOPY_${name}_ARCHIVE "lib${name}.a" HINTS ${abseil_archive_LIBRARY_DIRS})
    mark_as_advanced(WIRECOPY_${name}_ARCHIVE)
    list(APPEND abseil_archives "${WIRECOPY_${name}_ARCHIVE}")
  endif()
endforeach()

function(wirecopy_link_abseil_statically executable)
  if(NOT abseil_archives OR abseil_archives MATCHES "NOTFOUND")
    return()
  endif()
  # What the archives give is no longer needed of the shared libraries that follow.
  target_link_options(${executable} PRIVATE -Wl,--as-needed)
  list(JOIN ARGN "," libraries)
  list(JOIN abseil_archives "," archives)
  target_link_libraries(${executable} PRIVATE "$<LINK_GROUP:RESCAN,${libraries},${archives}>")
endfunction()
