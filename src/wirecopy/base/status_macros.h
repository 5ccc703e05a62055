// Early return on a failed absl::Status; Abseil does not ship these.
//
//   WIRECOPY_RETURN_IF_ERROR(Open(path));
//   WIRECOPY_ASSIGN_OR_RETURN(auto reader, Reader::Create(options));
#ifndef WIRECOPY_BASE_STATUS_MACROS_H_
#define WIRECOPY_BASE_STATUS_MACROS_H_

#include <utility>

#define WIRECOPY_RETURN_IF_ERROR(expression)                          \
  do {                                                                \
    if (auto wirecopy_status = (expression); !wirecopy_status.ok()) { \
      return wirecopy_status;                                         \
    }                                                                 \
  } while (false)

#define WIRECOPY_CONCAT_INNER(a, b) a##b
#define WIRECOPY_CONCAT(a, b) WIRECOPY_CONCAT_INNER(a, b)
#define WIRECOPY_ASSIGN_OR_RETURN(declaration, expression) \
  WIRECOPY_ASSIGN_OR_RETURN_IMPL(WIRECOPY_CONCAT(wirecopy_or_, __LINE__), declaration, expression)
#define WIRECOPY_ASSIGN_OR_RETURN_IMPL(temporary, declaration, expression) \
  auto temporary = (expression);                                           \
  if (!temporary.ok()) return std::move(temporary).status();               \
  declaration = *std::move(temporary)

#endif  // WIRECOPY_BASE_STATUS_MACROS_H_
